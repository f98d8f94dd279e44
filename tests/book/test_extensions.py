"""The book's directives, in a small book about fog: one chapter with stored outputs, one executed.

Nothing in it is an observation.
"""

import base64
import json
import re
import sys
from io import StringIO

import nbformat
import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from eastward import panel, paths, tables
from eastward.book import citation, linked_data, styles
from eastward.claims import record, registry
from eastward.claims.models import Claim
from eastward.claims.record import Entry

GLUE = "application/papermill.record/"
ABOUT = "application/vnd.eastward.figure+json"
SVG = '<svg viewBox="0 0 9 9"></svg>'
PDF = base64.b64encode(b"%PDF-1.4\n%%EOF\n").decode()
FIGURE = {
    "text/html": f'<div class="eastward-figure" data-name="mist">{SVG}</div>',
    "application/pdf": PDF,
    ABOUT: json.dumps({"alt": "nothing", "source": "Source: imagination.", "name": "mist"}),
    "text/plain": "mist",
}
TEST = {
    "name": "Days of fog",
    "unit": "days",
    "value": 12.54,
    "n": 31,
    "low": None,
    "high": None,
    "note": "",
    "outcome": "supports",
    "supports": "above 10",
    "against": "below 5",
    "minimum": 3,
    "kind": "hoop",
    "rate": {"passes": 9, "fails": 3, "silent": 0, "value": 0.71},
    "ways": {"supports": 38, "silent": 0, "against": 16, "total": 54, "power": 0.4},
    "weight": 1.3,
    "facts": {"place": "the coast", "share": -0.416, "gap": None},
}
BETWEEN = {"id": "nights", "name": "Nights of fog", "value": 7, "outcome": "between"}
READING = {
    "id": "thick",
    "plain": True,
    "word": "strongly supported",
    "odds": 20.0,
    "unsure": False,
    "hangs_on": "days",
    "reach": [0.05, 20.0],
    "without": "undecided",
    "since_then": "held",
}
RECORD = {
    "edition": "hindsight",
    "chapter": "95-stored",
    "claims": [
        {
            "id": "fog",
            "verdict": "strongly supported",
            "readings": [READING | {"tests": [TEST | {"id": "days"}, TEST | BETWEEN]}],
            "since_then": "held",
            "later": [
                TEST
                | {"id": "after", "reading": "thick", "kind": "later", "rate": None, "ways": None}
            ],
        }
    ],
    "facts": {"total": 1234.0, "lost": None, "share": 0.5},
    "commented": True,
}
VALUES = {
    "edition": "hindsight",
    "verdict:gulls": "conflicting",
    "verdict:fog": "strongly supported",
    "record": RECORD,
    "height": 4.25,
}
BODY = """
# Fog & gulls {title}

{{numref}}`mist{title}` shows it.

```{{claim}} gulls
```

```{{claim}} fog
```

```{{finding}} fog.thick.days supports
There were {{v}}`value` days on {{v}}`place`, of {{v}}`total:,.0f`;
{{v}}`passes` of {{v}}`others` do.
Of {{v}}`ways-total` ways {{v}}`ways_against` speak against; {{v}}`share:.2f`, {{v}}`gap:.1f`.
```

```{{finding}} fog.thick.days against
There were only {{v}}`no-such-fact` days.
```

```{{finding}} fog.thick.nights supports against
The nights speak.
```

```{{finding}} fog.thick.nights supports
The nights support.
```

```{{finding}} fog.later.after too-few silent
Nothing came after.
```

```{{finding}} fog.later.after supports against
It stayed so.
```

```{{comment}}
The keeper says so, {{v}}`share`.
```

```{{comment}} fog.thick.days against
The keeper was wrong.
```

```{{comment}} fog.thick.nights silent
The keeper slept for {{v}}`value` nights and {{v}}`fog.thick.days.value` days.
```

Outside there is {{v}}`lost` and {{v}}`fog.thick.days.unit`.

```{{evidence}} mist{title}
A caption with {{v}}`fog.thick.days.value:.1f` and *emphasis*.
```

```{{verdict}} fog
```

## Data, sources and citation

```{{chapter-foot}}
```
"""
HEADER = """---
jupytext:
  text_representation: {extension: .md, format_name: myst}
kernelspec: {name: python3, display_name: Python 3, language: python}
eastward:
  tables: [brent_annual, states]
---
"""
CODE = """
from myst_nb import glue

class Bundle:
    def _repr_mimebundle_(self, include=None, exclude=None):
        return BUNDLE

class Text(str):
    __repr__ = str.__str__

for key, value in VALUES.items():
    glue(key, value, display=False)
glue("record", Text(RECORD), display=False)
glue("mistexecuted", Bundle(), display=False)
"""
CONF = """
extensions = ["myst_nb", "sphinx_design", "sphinx_thebe",
              "assets", "editions", "frame", "claim", "finding", "verdict", "evidence",
              "chapter_foot"]
html_theme = "basic"
numfig = True
nitpicky = True
thebe_config = {"always_load": False}
nb_execution_mode = "auto"
root_doc = "index"
"""
DECLARED = {
    **{key: TEST[key] for key in ("name", "unit", "minimum", "kind")},
    "id": "days",
    "measure": "days with fog",
    "tables": ["states"],
    "supports": {"above": 10},
    "against": {"below": 5},
    "why": "A third of a month is a lot.",
    "kind_why": "Fog is seldom missed.",
    "block": "weather",
}


def claim(id, title, sentences, text, kind, readings=(), **parents) -> Claim:
    return Claim(
        id=id,
        title=title,
        sentences=sentences,
        text=text,
        kind=kind,
        about={"from": 2000, "to": 2018, "why": "x"},
        readings=readings,
        why_untested="" if readings else "x",
        parents=[{"claim": name, "relation": relation} for name, relation in parents.items()],
        chapter="95-stored",
    )


REGISTRY = {
    "sea": claim("sea", "The sea", ["3.1"], "The sea is deep.", "interpretive"),
    "fog": claim(
        "fog",
        "Fog & mist",
        ["2.1"],
        "Fog < mist.",
        "descriptive",
        [
            {
                "id": "thick",
                "text": "The fog is thick.",
                "otherwise": "It is thin.",
                "plain": True,
                "plain_why": "x",
                "tests": [DECLARED, DECLARED | {"id": "nights", "name": "Nights of fog"}],
            }
        ],
        sea="supports",
    ),
    "gulls": claim(
        "gulls",
        "Gulls",
        ["4.2", "2.3"],
        "Gulls bring fog.",
        "causal",
        fog="supports",
        sea="attacks",
    ),
}
DECLARATIONS = {
    f"fog.thick.{name}": Entry(date="2026-11-01", seen="partly", knew="One month.", lock="0")
    for name in ("days", "nights")
}
BARE = {"edition": "hindsight"}
ELSEWHERE = {"as-written": {"gulls": {"verdict": "contradicted"}}}
MODULES = (
    "assets",
    "cards",
    "editions",
    "frame",
    "claim",
    "finding",
    "verdict",
    "evidence",
    "chapter_foot",
    "cite_as",
    "built",
    "glued",
)


def text(value) -> str:
    """A value as the chapter's cells glue it: the record is bare JSON."""
    return json.dumps(value) if isinstance(value, dict) else repr(value)


def stored(body: str, values: dict, figures: dict) -> nbformat.NotebookNode:
    """A notebook whose one code cell has glued all this."""

    def output(key, bundle):
        return nbformat.v4.new_output(
            "display_data",
            data={GLUE + mime: content for mime, content in bundle.items()},
            metadata={"scrapbook": {"name": key, "mime_prefix": GLUE}},
        )

    texts = {key: text(value) for key, value in values.items()}
    outputs = [output(key, {"text/plain": said}) for key, said in texts.items()]
    outputs += [output(key, bundle) for key, bundle in figures.items()]
    code = nbformat.v4.new_code_cell("run()", outputs=outputs, execution_count=1)
    code.metadata.tags = ["remove-cell"]
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    metadata["language_info"] = {"name": "python"}
    cells = [nbformat.v4.new_markdown_cell(body), code]
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)


def build(source, builder: str) -> str:
    """Build a folder and return Sphinx's warnings."""
    warnings = StringIO()
    with docutils_namespace():
        app = Sphinx(
            source,
            source,
            source / "_build" / builder,
            source / "_build" / "doctrees",
            builder,
            status=None,
            warning=warnings,
        )
        app.build()
    return warnings.getvalue()


@pytest.fixture(scope="module")
def patched():
    """The book's extensions on the path, the small book's claims in the registry."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(paths.ROOT / "_extensions"))
        patch.setattr(registry, "claims", lambda: REGISTRY)
        patch.setattr(registry, "verdicts", lambda name: ELSEWHERE.get(name, {}))
        patch.setattr(record, "entries", lambda: DECLARATIONS)
        yield patch
        for name in MODULES:
            sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def book(tmp_path_factory, patched):
    """The small book, built as pages and as LaTeX without a single warning."""
    source = tmp_path_factory.mktemp("fog")
    chapters = source / "chapters"
    chapters.mkdir()
    patched.setattr(paths, "CHAPTERS", chapters)
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    toc = "# Fog\n\n```{toctree}\nchapters/95-stored\nchapters/94-executed\n```\n"
    toc += "\n```{glossary}\nhoop\n  A kind of test.\n```\n"
    (source / "index.md").write_text(toc, encoding="utf-8")

    # The chapter's source gives title and tables; its executed notebook is what is built.
    body = BODY.format(title="stored")
    notebook = stored(body, VALUES, {"miststored": FIGURE})
    nbformat.write(notebook, chapters / "95-stored.ipynb")
    (chapters / "95-stored.md").write_text(HEADER + body, encoding="utf-8")
    code = CODE.replace("BUNDLE", repr(FIGURE)).replace("RECORD", repr(json.dumps(RECORD)))
    plain = {key: value for key, value in VALUES.items() if key != "record"}
    code = code.replace("VALUES", repr(plain))
    cell = f"\n```{{code-cell}} ipython3\n:tags: [remove-cell]\n{code}```\n"
    text = HEADER + BODY.format(title="executed") + cell
    # Two boxes of one claim in one book would be a duplicate anchor.
    for box in ("claim} gulls", "claim} fog", "verdict} fog"):
        text = text.replace(f"```{{{box}\n```\n", "")
    (chapters / "94-executed.md").write_text(text, encoding="utf-8")
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('exclude_patterns = ["chapters/95-stored.md", "_build"]\n')

    assert build(source, "html") == ""
    assert build(source, "latex") == ""
    return source / "_build"


@pytest.fixture(scope="module", params=["95-stored", "94-executed"])
def page(request, book):
    """One page of the small book, once for each way of execution."""
    return read(book, request.param)


def read(book, chapter):
    text = (book / "html" / "chapters" / f"{chapter}.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


@pytest.fixture(scope="module")
def latex(book):
    [file] = [path for path in (book / "latex").glob("*.tex") if path.name != "sphinx.tex"]
    return file.read_text(encoding="utf-8")


def words(node):
    return " ".join(node.get_text().split())


# --- claim


def test_a_claim_box_states_origin_kind_and_text(book):
    box = read(book, "95-stored").find(id="claim-gulls")
    assert "claim" in box["class"]
    assert words(box.select_one(".claim-head")) == "Gulls (¶2, ¶4 of the article; causal)"
    assert words(box.select_one(".claim-text")) == "Gulls bring fog."


def test_parents_are_linked_where_they_have_a_box_and_named_where_not(book):
    parents = read(book, "95-stored").find(id="claim-gulls").select_one(".claim-parents")
    assert words(parents) == "Supports: Fog & mist. Attacks: The sea"
    assert [link["href"] for link in parents.find_all("a")] == ["#claim-fog"]


def test_badges_show_each_edition_with_sign_and_word(book):
    badges = read(book, "95-stored").find(id="claim-gulls").select(".verdict")
    shown = [(badge["data-edition"], words(badge.select_one(".verdict-word"))) for badge in badges]
    assert shown == [("hindsight", "conflicting"), ("as-written", "contradicted")]
    signs = [badge.select_one(".verdict-sign").get_text()[0] for badge in badges]
    assert signs == ["◐", "✘"]
    assert words(badges[1].select_one(".verdict-edition")) == "as written"


def test_an_edition_without_a_verdict_gets_no_badge(book):
    badges = read(book, "95-stored").find(id="claim-fog").select(".verdict")
    assert [badge["data-edition"] for badge in badges] == ["hindsight"]


def test_the_side_of_a_verdict_gives_badge_and_sign(book):
    badges = read(book, "95-stored").select(".verdict")
    sides = {words(badge.select_one(".verdict-word")): badge["class"] for badge in badges}
    assert "verdict-for" in sides["strongly supported"]
    assert "verdict-against" in sides["contradicted"]
    assert "verdict-both" in sides["conflicting"]


def test_claims_and_verdicts_in_latex(latex):
    assert latex.count(r"\begin{eastwardclaim}") == 2
    assert r"\eastwardverdict{hindsight:\enspace }{both}{conflicting}" in latex
    assert r"\eastwardverdict{hindsight:\enspace }{for}{strongly supported}" in latex
    assert r"\eastwardverdict{as written:\enspace }{against}{contradicted}" in latex
    assert r"Fog \textless{} mist." in latex
    assert r"\usepackage{eastward}" in latex


def test_every_verdict_has_a_style_for_screen_and_print(patched):
    import claim as extension

    css = (paths.ROOT / "_static" / "claims.css").read_text(encoding="utf-8")
    sty = (paths.ROOT / "_extensions" / "eastward.sty").read_text(encoding="utf-8")
    for verdict in panel.SIGNS:
        side = extension._kind(verdict)
        assert f".verdict-{side} {{" in css or f".verdict-{side},\n" in css
        assert rf"\newcommand{{\eastwardsign{side}}}" in sty
    assert extension._kind("strongly contradicted") == "against"
    assert extension._kind("open") == "none"


# --- finding, comment, v


def test_prose_on_the_outcome_of_a_test_stays_and_other_prose_goes(page):
    """Facts come from the test first, then from the page; a missing one is said to be missing."""
    text = words(page)
    assert "There were 12.5 days on the coast, of 1,234; 9 of 12 do." in text
    assert "Of 54 ways 16 speak against; −0.42, no data." in text
    assert "There were only" not in text
    assert "It stayed so." in text
    assert "Nothing came after." not in text


def test_one_generated_sentence_where_no_prose_fits(page):
    [sentence] = page.select(".finding-generated")
    assert words(sentence) == (
        "Nights of fog: 7 days, n = 31: between the limits, so the test is silent."
    )
    assert words(sentence.strong) == "Nights of fog"
    assert "The nights" not in words(page)


def test_comments_stand_where_the_edition_and_the_outcome_fit(page):
    text = words(page)
    assert "The keeper says so, 0.5." in text
    assert "The keeper was wrong." not in text
    assert "The keeper slept for 7 nights and 12.5 days." in text


def test_facts_outside_of_blocks_are_the_page_s_or_name_their_test(page):
    assert "Outside there is no data and days." in words(page)


# --- verdict


def test_the_panel_shows_reading_tests_and_what_came_after(book):
    box = read(book, "95-stored").find(id="verdict-fog")
    text = words(box)
    assert "Strongly supported: The fog is thick." in text.replace("\ufe0e", "")
    assert "That hangs on Days of fog: without it, undecided." in text
    assert "9 of 12 others pass it." in text
    assert "Of 54 ways to count 38 support it and 16 speak against it." in text
    assert "Since then: held, by its" in text
    assert text.count("To read a gauge") == 1
    assert "Declared with the data seen in part, so after the fact: the tests in full" in text
    assert "A third of a month is a lot." in text  # in the toggle
    assert len(box.select("svg.gauge")) == 3  # one a test, of what came later too


def test_each_test_in_print_has_its_gauge_beside_it(book, latex):
    named = re.findall(r"\\begin\{eastwardtest\}\{(gauge-\w+\.pdf)\}", latex)
    assert len(named) == 3
    for name in named:
        assert (book / "latex" / name).read_bytes().startswith(b"%PDF")
    assert latex.count(r"\begin{eastwardpanel}") == latex.count(r"\end{eastwardpanel}") == 1
    assert "To read a gauge" in latex


def test_the_panel_in_print_has_no_toggle(latex):
    assert latex.count("That hangs on") == 1
    assert "A third of a month is a lot." not in latex


# --- evidence


def test_a_figure_has_number_caption_and_source_line(page):
    figure = page.select_one("figure.evidence")
    assert figure.select_one(".eastward-figure svg") is not None
    caption = figure.figcaption
    assert words(caption.select_one(".caption-text")) == "A caption with 12.5 and emphasis."
    assert caption.select_one(".caption-number") is not None
    assert words(caption.select_one(".figure-source")) == "Source: imagination."


def test_numref_leads_to_the_figure(page):
    figure = page.select_one("figure.evidence")
    link = page.find("a", href=f"#{figure['id']}")
    assert words(link) == words(figure.select_one(".caption-number")).strip()


def test_the_print_figure_is_the_vector_one(book, latex):
    assert latex.count(r"\sphinxincludegraphics{{") == 2
    for name in (path.name for path in (book / "latex").glob("[!g]*.pdf")):  # no gauges
        assert (book / "latex" / name).read_bytes() == base64.b64decode(PDF)
    assert latex.count("Source: imagination.") == 2
    assert "eastward-figure" not in latex


# --- chapter-foot


def test_tables_are_listed_with_publisher_and_years(page):
    """Without a data page there is nothing to lead to, and the title stands as text."""
    section = words(page.find(id="data-sources-and-citation"))
    years = tables.load("brent_annual")["year"]
    described = tables.describe("brent_annual")
    [publisher] = {source["publisher"] for source in described["sources"]}
    span = f"{years.min()} to {years.max()}"
    assert f"{described['title']} ({publisher}, {span})" in section
    assert tables.describe("states")["title"] in section
    assert "Terms:" not in section


def test_each_style_stands_in_its_tab_ready_to_copy(page):
    chapter = page.find("meta", attrs={"name": "citation_title"})["content"].split()[-1]
    chapter = {"stored": "95-stored", "executed": "94-executed"}[chapter]
    shown = [block.get_text().strip() for block in page.select(".cite .highlight pre")]
    assert shown == [citation.cite(chapter, "hindsight", style) for style in styles.STYLES]


def test_the_head_carries_citation_tags_and_json_ld(book):
    page = read(book, "95-stored")
    tags = [
        (tag["name"], tag["content"])
        for tag in page.head.find_all("meta")
        if tag.get("name", "").startswith("citation_")
    ]
    assert tags == citation.highwire("95-stored", "hindsight")
    script = page.head.find("script", type="application/ld+json")
    told, review = json.loads(script.string)["@graph"]
    assert told == linked_data.chapter("95-stored", "hindsight")
    assert review["claimReviewed"] == "Fog < mist."


def test_a_page_that_is_no_chapter_has_no_citation_tags(book):
    text = (book / "html" / "index.html").read_text(encoding="utf-8")
    assert "citation_" not in text
    assert "ld+json" not in text


# --- assets


def test_style_script_and_vega_are_in_the_site(book):
    static = book / "html" / "_static"
    for name in ("claims.css", "figures.js"):
        assert (static / name).read_bytes() == (paths.ROOT / "_static" / name).read_bytes()
    assert "window.vegaEmbed=" in (static / "vega.js").read_text(encoding="utf-8")


def test_pages_link_them_and_leave_thebe_out(page):
    scripts = [script.get("src", script.string) or "" for script in page.find_all("script")]
    assert sum("figures.js" in script for script in scripts) == 1
    assert not any("vega.js" in script for script in scripts)
    assert not any("thebe" in script.lower() for script in scripts)
    styles = [link["href"] for link in page.find_all("link", rel="stylesheet")]
    assert sum("claims.css" in style for style in styles) == 1


# --- what goes wrong


@pytest.mark.parametrize(
    ("directive", "values", "warning"),
    [
        (
            "```{finding} wind calm\nText.\n```",
            VALUES,
            "test 'wind' is not judged by this chapter's code",
        ),
        (
            "```{finding} fog.thick.rain supports\nText.\n```",
            VALUES,
            "test 'fog.thick.rain' is not judged by this chapter's code",
        ),
        (
            "```{finding} fog.thick.days supports\nText.\n```",
            BARE,
            "test 'fog.thick.days' is not judged by this chapter's code",
        ),
        (
            "```{comment} fog.thick.rain\nText.\n```",
            VALUES,
            "test 'fog.thick.rain' is not judged by this chapter's code",
        ),
        ("```{comment}\nText.\n```", BARE, "whose code hands over no record"),
        ("{v}`depth:.1f`", VALUES, "fact 'depth:.1f' is not told by this chapter's code"),
        ("{v}`total:.1q`", VALUES, "fact 'total:.1q' is not told by this chapter's code"),
        ("{v}`fog.thick.days.depth`", VALUES, "fact 'fog.thick.days.depth' is not told"),
        ("{v}`total`", BARE, "fact 'total' is not told by this chapter's code"),
        ("```{verdict} squid\n```", VALUES, "claim 'squid' has no verdict in this chapter's rec"),
        ("```{verdict} fog\n```", BARE, "claim 'fog' has no verdict in this chapter's record"),
        ("```{claim} gulls\n```", {"edition": "hindsight"}, "claim 'gulls': this chapter's code"),
        (
            "```{claim} gulls\n```",
            {"verdict:gulls": "conflicting"},
            "glues no edition or no verdict",
        ),
        ("```{claim} squid\n```", VALUES, "claim 'squid' is unknown; allowed: sea, fog, gulls"),
        ("```{evidence} rain\nCaption.\n```", VALUES, "figure 'rain' is not glued"),
        ("```{evidence} bare\nCaption.\n```", VALUES, f"figure 'bare' lacks {ABOUT}, text/html"),
        ("```{evidence} mist\nOne.\n\nTwo.\n```", VALUES, "caption of a figure is one paragraph"),
        ("```{chapter-foot}\n```", {"height": 1}, "glues no edition"),
    ],
)
def test_a_mistake_in_a_chapter_is_a_warning(tmp_path, patched, directive, values, warning):
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    figures = {"mist": FIGURE, "bare": {"text/plain": "bare"}}
    nbformat.write(stored(f"# Fog\n\n{directive}\n", values, figures), tmp_path / "index.ipynb")
    assert warning in build(tmp_path, "html")


def test_without_the_authors_comments_a_page_keeps_its_findings(tmp_path, patched):
    """A rerun: no comment is left, and the sentences of the tests are true of it."""
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    body = (
        "# Fog\n\n```{comment}\nThe keeper says so.\n```\n\n"
        "```{finding} fog.thick.days supports\nMuch fog.\n```\n"
    )
    values = VALUES | {"record": RECORD | {"commented": False}}
    nbformat.write(stored(body, values, {}), tmp_path / "index.ipynb")
    assert build(tmp_path, "html") == ""
    page = (tmp_path / "_build" / "html" / "index.html").read_text(encoding="utf-8")
    assert "Much fog." in page and "The keeper" not in page
