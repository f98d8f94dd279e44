"""The pages that are made from the register and the data package, in a book without chapters.

The claims are the article's own; the verdicts are made up.
"""

import gzip
import json
import re
import sys
from io import StringIO
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from eastward import edition, pages, paths, scorecard, tables
from eastward.book import citation, styles
from eastward.claims import record, registry

CONF = """
extensions = ["myst_nb", "sphinx_design", "editions", "claim", "toggle", "landing", "article",
              "claims_register", "data_tables", "parameters", "cite_as"]
html_theme = "basic"
nb_execution_mode = "off"
root_doc = "index"
nitpicky = True
edition = "hindsight"
editions = ["hindsight", "as-written"]
"""
PAGES = {
    "index": """# Landing

```{landing} answer
```

```{landing} bar
```

```{landing} results
```

```{landing} ledger
```

```{glossary}
direct
  A kind.

doubly decisive
  A kind.

hoop
  A kind.

smoking gun
  A kind.

straw in the wind
  A kind.
```

```{toctree}
back/article
back/register
back/data
back/rerun
```
""",
    "back/article": "# Article\n\n(article-6)=\n## ¶6\n\n```{article} 6\n```\n",
    "back/register": "# Register\n\n```{claims-register}\n```\n",
    "back/data": "# Data\n\n```{data-tables}\n```\n",
    "back/rerun": (
        "# Rerun\n\n```{parameters}\n```\n\n```{cite-as} book\n```\n\n```{cite-as} chapters\n```\n"
    ),
}
TEST = {"id": "t", "name": "A test", "unit": "%", "value": 40.0, "n": 9, "low": None, "high": None}
TEST |= {"outcome": "supports", "supports": "above 30", "against": "below 10", "weight": 10.0}
TABLES = ["brent_annual", "states", "trade_cow"]
MODULES = "claim toggle landing article claims_register data_tables parameters cite_as built"


def judged(word, odds) -> dict:
    reading = {"id": "r", "plain": True, "word": word, "odds": odds, "tests": [TEST]}
    return {"verdict": word, "readings": [reading]}


def claims_with_readings() -> list[str]:
    return [name for name, one in registry.claims().items() if one.plain and one.parents]


@pytest.fixture(scope="module")
def verdicts():
    """Three verdicts with odds in one edition, one of them the other way in the other."""
    one, two, three = claims_with_readings()[:3]
    late = {one: judged("supported", 5.0), two: judged("strongly contradicted", 1 / 50)}
    return {
        "hindsight": late | {three: judged("undecided", 2.0)},
        "as-written": {one: judged("contradicted", 1 / 5)},
    }


@pytest.fixture(scope="module")
def book(tmp_path_factory, verdicts):
    """The pages as a site and as LaTeX, without a single warning."""
    source = tmp_path_factory.mktemp("generated")
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    for name, text in PAGES.items():
        (source / name).parent.mkdir(exist_ok=True)
        (source / f"{name}.md").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(paths.ROOT / "_extensions"))
        patch.setattr(registry, "verdicts", lambda name: verdicts.get(name, {}))
        patch.setattr(tables, "names", lambda: TABLES)
        for builder in ("html", "latex"):
            assert build(source, builder) == ""
        yield source / "_build"
        for name in MODULES.split():
            sys.modules.pop(name, None)


def build(source, builder: str) -> str:
    warnings, target = StringIO(), source / "_build"
    folders = (source, source, target / builder, target / "doctrees", builder)
    with docutils_namespace():
        Sphinx(*folders, status=None, warning=warnings).build()
    return warnings.getvalue()


def page(book, name) -> BeautifulSoup:
    text = (book / "html" / f"{name}.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


def words(node) -> str:
    """Text of a node, with the straight quotes that Sphinx has bent."""
    bent = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\ufe0e": None})
    return plain(node.get_text()).translate(bent)


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def latex(book) -> str:
    [file] = [path for path in (book / "latex").glob("*.tex") if "sphinx" not in path.name]
    return file.read_text(encoding="utf-8")


# --- landing


def test_the_answer_is_the_scorecard_s(book, verdicts):
    said = words(page(book, "index").select_one(".landing-answer"))
    assert said == scorecard.answer(registry.claims(), verdicts["hindsight"])
    assert "tested 3 claims so far: 1 supported, 1 undecided and 1 strongly contradicted." in said


def test_the_bar_has_a_square_a_plain_reading_and_its_counts_in_words(book, verdicts):
    bar = page(book, "index").select_one(".verdict-bar")
    counts = scorecard.counts(registry.claims(), verdicts["hindsight"])
    shown = [(words(item.p), len(item.select(".square"))) for item in bar.select("li")]
    assert shown[:3] == [("1 supported", 1), ("1 undecided", 1), ("1 strongly contradicted", 1)]
    assert shown[3] == (f"{counts['untested']} not tested yet", counts["untested"])
    assert all(item.span["aria-hidden"] == "true" for item in bar.select("li"))


def test_the_results_are_the_strongest_verdicts_with_their_number(book):
    items = page(book, "index").select(".landing-results > li")
    one, two = (registry.claims()[name] for name in claims_with_readings()[:2])
    siblings = one.parents[0].claim == two.parents[0].claim  # the stronger stands for both
    titles = [two.title] if siblings else [two.title, one.title]
    assert [words(item.strong) for item in items] == titles
    assert "strongly contradicted" in words(items[0])
    assert "The odds are 50 to 1 against it. A test: 40 %, n = 9" in words(items[0])


def test_the_ledger_has_every_claim_with_signs_in_words(book):
    lists = page(book, "index").select(".ledger")
    rows = [row for listed in lists for row in listed.select("li")]
    claims = registry.claims()
    assert len(rows) == len(claims)
    first = claims[claims_with_readings()[0]]
    [row] = [row for row in rows if words(row).startswith(f"{first.title} ¶")]
    badges = [
        (badge["data-edition"], words(badge.select_one(".verdict-word")))
        for badge in row.select(".verdict")
    ]
    assert badges == [("hindsight", "supported"), ("as-written", "contradicted")]
    assert "≠ the editions differ" in words(row)
    against = sum(side < 0 for side in scorecard.sides(claims).values())
    assert sum("▽ speaks against the thesis" in words(row) for row in rows) == against > 0


def test_print_has_the_counts_and_no_squares(latex):
    assert "1 strongly contradicted" in latex
    assert "square" not in latex.split(r"\begin{document}")[1]


# --- article


def test_each_sentence_of_the_paragraph_leads_to_its_claims(book):
    items = page(book, "back/article").select(".article-claims > li")
    covered = {name: ids for name, ids in registry.coverage().items() if name.startswith("6.")}
    assert len(items) == len(covered)
    for item, (sentence, ids) in zip(items, covered.items(), strict=True):
        assert words(item).startswith(sentence)
        for name in set(ids) - {"background"}:
            assert registry.claims()[name].title in words(item)
    assert "Nothing to be tested. Announces the reasons" in words(items[2])


# --- register


def test_every_claim_has_its_anchor_and_every_test_its_words(book):
    register = page(book, "back/register")
    for name, one in registry.claims().items():
        part = register.find(id=f"register-{name}")
        said = words(part)
        for text in (one.text, one.about.why, *(read.otherwise for read in one.readings)):
            assert plain(text)[:30] in said
        tests = [*one.tests.values(), *one.later]
        summaries = [words(summary) for summary in part.select("summary")[1:]]
        assert len(summaries) == len(tests)
        measures = [plain(test.measure)[:40] for test in tests]
        assert all(any(m in words(dd) for dd in part.select("dd")) for m in measures)


def test_a_declared_test_shows_peers_block_and_record(book):
    """Its parts in the order in which a reader needs them; what is missing is said."""
    register = page(book, "back/register")
    declared = {
        f"{one.id}.{name}": test
        for one in registry.claims().values()
        for name, test in one.tests.items()
    }
    for name, test in declared.items():
        chapter = registry.claims()[name.split(".")[0]].chapter
        said = words(register.find(id=f"register-{name.split('.')[0]}"))
        for text in (test.kind_why, test.one_way, registry.blocks(chapter)[test.block]):
            assert plain(text)[:30] in said
        if name not in record.entries():
            assert "Without an entry" in said


def test_each_test_says_when_it_was_declared_those_of_what_came_later_too(book):
    register = page(book, "back/register")
    for name, one in registry.claims().items():
        said = words(register.find(id=f"register-{name}"))
        entered = sum(f"{name}.{test}" in record.entries() for test in one.declared)
        assert said.count("Declared on ") == entered
        assert said.count("Without an entry") == len(one.declared) - entered


def test_the_register_is_in_small_type_in_print(latex):
    part = latex[latex.index(r"\chapter{Register}") :]
    assert part.count(r"\begin{eastwardappendix}") >= len(registry.claims())
    assert "<details" not in part


# --- data


def test_each_table_has_years_rows_source_terms_and_a_download(book):
    data = page(book, "back/data")
    for name in TABLES:
        part, described = data.find(id=f"data-{name}"), tables.describe(name)
        rows, years = tables.extent(name)
        assert f"{name}: {rows:,} rows" in words(part)
        if years:
            assert f"{years[0]} to {years[1]}" in words(part)
        for source in described["sources"]:
            assert source["publisher"] in words(part)
            assert plain(source["terms"])[:40] in words(part)
        [link] = [a for a in part.select("a[download]")]
        file = (book / "html" / "back" / urlsplit(link["href"]).path).resolve()
        content = file.read_bytes()
        text = gzip.decompress(content) if file.suffix == ".gz" else content
        assert text.startswith(b"# ")


def test_print_names_the_file_instead_of_a_link(latex):
    assert r"\sphinxcode{data/tables/trade\_cow.csv.gz}" in latex
    assert "download" not in latex[latex.index(r"\chapter{Data}") :].split(r"\chapter{Rerun}")[0]


# --- rerun and cite


def test_every_parameter_has_its_meaning_and_value(book):
    rows = page(book, "back/rerun").select("table tr")[1:]
    shown = {words(row.td): words(row.select("td")[2]) for row in rows}
    own = edition.load("hindsight").parameters
    assert set(own) <= set(shown)
    assert shown["focal"] == own["focal"]
    assert not set(edition.ABOUT) & set(shown)


def test_book_and_chapters_can_be_copied_in_every_style(book):
    blocks = [block.get_text().strip() for block in page(book, "back/rerun").select(".cite pre")]
    of_book, of_chapters = blocks[: len(styles.STYLES)], blocks[len(styles.STYLES) :]
    assert of_book == [citation.cite_book("hindsight", style) for style in styles.STYLES]
    for shown, style in zip(of_chapters, styles.STYLES, strict=True):
        for chapter in pages.chapters() if style != "csl-json" else ():
            assert citation.cite(chapter, "hindsight", style) in shown
    assert [one["id"] for one in json.loads(of_chapters[-1])] == [
        citation.record(chapter)["id"] for chapter in pages.chapters()
    ]


# --- what goes wrong, and what is not built


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        ("```{landing} news\n```", "landing: 'news' is unknown; allowed: answer, bar, results"),
        ("```{article} 15\n```", "article: '15' is unknown; allowed: 1, 2, 3"),
        ("```{cite-as} thesis\n```", "cite-as: 'thesis' is unknown; allowed: book, chapters"),
    ],
)
def test_a_mistake_is_one_line(book, tmp_path, directive, message):
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    (tmp_path / "index.md").write_text(f"# Fog\n\n{directive}\n", encoding="utf-8")
    assert message in build(tmp_path, "html")


def test_before_anything_is_built_the_page_says_so(book, tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "verdicts", lambda name: {})
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    parts = "".join(f"```{{landing}} {name}\n```\n\n" for name in ("answer", "bar", "results"))
    (tmp_path / "index.md").write_text(f"# Fog\n\n{parts}", encoding="utf-8")
    assert build(tmp_path, "html") == ""
    said = words(BeautifulSoup((tmp_path / "_build/html/index.html").read_text(), "html.parser"))
    assert said.count("known after make book") == 2


# --- the pages themselves


def test_the_article_s_page_has_every_paragraph_and_none_of_its_claims_by_hand():
    text = (paths.CHAPTERS / "back" / "article.md").read_text(encoding="utf-8")
    numbers = list(dict.fromkeys(name.split(".")[0] for name in registry.coverage()))
    assert re.findall(r"^```\{article\} (\d+)$", text, re.MULTILINE) == numbers
    assert re.findall(r"^\(article-(\d+)\)=$", text, re.MULTILINE) == numbers
    assert "https://fanack.com/politics/features-insights/" in text


def test_the_teacher_s_page_has_every_chapter():
    text = (paths.CHAPTERS / "back" / "teach.md").read_text(encoding="utf-8")
    assert re.findall(r"<\.\./(\d\d-[a-z-]+)>", text) == pages.chapters()
