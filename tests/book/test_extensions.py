"""The book's directives, in a small book about fog: one chapter with stored outputs, one executed.

Nothing in it is an observation.
"""

import base64
import json
import sys
from io import StringIO

import nbformat
import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from eastward import claims, paths, tables
from eastward.book import citation

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
VALUES = {
    "edition": "hindsight",
    "verdict:gulls": "mixed",
    "verdict:fog": "supported",
    "finding:tide": "rising",
    "finding:moon": "waning",
    "height": 4.25,
}
BODY = """
# Fog & gulls {title}

{{numref}}`mist{title}` shows it.

```{{claim}} gulls
```

```{{claim}} fog
```

```{{finding}} tide falling
It falls by {{glue:text}}`depth:.1f` m.
```

```{{finding}} tide rising
It rises by {{glue:text}}`height:.1f` m.
```

```{{finding}} moon full
The moon is full, see {{numref}}`no-such-figure`.
```

```{{finding}} moon new
The moon is new.
```

```{{evidence}} mist{title}
A caption with {{glue:text}}`height:.2f` and *emphasis*.
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

for key, value in VALUES.items():
    glue(key, value, display=False)
glue("mistexecuted", Bundle(), display=False)
"""
CONF = """
extensions = ["myst_nb", "sphinx_design", "sphinx_thebe",
              "assets", "claim", "finding", "evidence", "chapter_foot"]
html_theme = "basic"
numfig = True
nitpicky = True
thebe_config = {"always_load": False}
nb_execution_mode = "auto"
root_doc = "index"
"""
REGISTRY = {
    "sea": claims.Claim("sea", "The sea", ("3.1",), "The sea is deep.", "interpretive"),
    "fog": claims.Claim(
        "fog", "Fog & mist", ("2.1",), "Fog < mist.", "descriptive", parents=(("sea", "supports"),)
    ),
    "gulls": claims.Claim(
        "gulls",
        "Gulls",
        ("4.2", "2.3"),
        "Gulls bring fog.",
        "causal",
        parents=(("fog", "supports"), ("sea", "attacks")),
    ),
}
ELSEWHERE = {"as-written": {"gulls": {"verdict": "contradicted"}}}


def stored(body: str, values: dict, figures: dict) -> nbformat.NotebookNode:
    """A notebook whose one code cell has glued all this."""

    def output(key, bundle):
        return nbformat.v4.new_output(
            "display_data",
            data={GLUE + mime: content for mime, content in bundle.items()},
            metadata={"scrapbook": {"name": key, "mime_prefix": GLUE}},
        )

    outputs = [output(key, {"text/plain": repr(value)}) for key, value in values.items()]
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
        patch.setattr(claims, "registry", lambda: REGISTRY)
        patch.setattr(claims, "verdicts", lambda name: ELSEWHERE.get(name, {}))
        yield patch
        for name in ("assets", "claim", "finding", "evidence", "chapter_foot", "glued"):
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
    (source / "index.md").write_text(toc, encoding="utf-8")

    # The chapter's source gives title and tables; its executed notebook is what is built.
    body = BODY.format(title="stored")
    notebook = stored(body, VALUES, {"miststored": FIGURE})
    nbformat.write(notebook, chapters / "95-stored.ipynb")
    (chapters / "95-stored.md").write_text(HEADER + body, encoding="utf-8")
    code = CODE.replace("BUNDLE", repr(FIGURE)).replace("VALUES", repr(VALUES))
    cell = f"\n```{{code-cell}} ipython3\n:tags: [remove-cell]\n{code}```\n"
    text = HEADER + BODY.format(title="executed") + cell
    # Two boxes of one claim in one book would be a duplicate anchor.
    text = text.replace("```{claim} gulls\n```\n", "").replace("```{claim} fog\n```\n", "")
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
    assert shown == [("hindsight", "mixed"), ("as-written", "contradicted")]
    signs = [badge.select_one(".verdict-sign").get_text()[0] for badge in badges]
    assert signs == ["◐", "✘"]
    assert words(badges[1].select_one(".verdict-edition")) == "as written"


def test_an_edition_without_a_verdict_gets_no_badge(book):
    badges = read(book, "95-stored").find(id="claim-fog").select(".verdict")
    assert [badge["data-edition"] for badge in badges] == ["hindsight"]


def test_claims_and_verdicts_in_latex(latex):
    assert latex.count(r"\begin{eastwardclaim}") == 2
    assert r"\eastwardverdict{hindsight}{mixed}" in latex
    assert r"\eastwardverdict{as written}{contradicted}" in latex
    assert r"Fog \textless{} mist." in latex
    assert r"\usepackage{eastward}" in latex


def test_every_verdict_has_a_style_for_screen_and_print():
    css = (paths.ROOT / "_static" / "eastward.css").read_text(encoding="utf-8")
    sty = (paths.ROOT / "_extensions" / "eastward.sty").read_text(encoding="utf-8")
    for verdict in claims.VERDICTS:
        assert f".verdict-{verdict} {{" in css
        assert rf"\newcommand{{\eastwardsign{verdict}}}" in sty
        assert rf"\definecolor{{eastward{verdict}}}" in sty


# --- finding


def test_prose_on_the_recorded_state_stays_and_other_prose_goes(page):
    text = words(page)
    assert "It rises by 4.2 m." in text
    assert "It falls" not in text


def test_one_note_where_no_prose_fits(page):
    notes = page.select(".finding-note")
    assert len(notes) == 1
    assert notes[0].em is not None
    assert "was written for another edition" in words(notes[0])
    assert "“moon”" in words(notes[0])
    assert "The moon is" not in words(page)


def test_findings_in_latex(latex):
    assert latex.count("was written for another edition") == 2  # one on each page
    assert latex.count("It rises by") == 2
    assert "It falls" not in latex


# --- evidence


def test_a_figure_has_number_caption_and_source_line(page):
    figure = page.select_one("figure.evidence")
    assert figure.select_one(".eastward-figure svg") is not None
    caption = figure.figcaption
    assert words(caption.select_one(".caption-text")) == "A caption with 4.25 and emphasis."
    assert caption.select_one(".caption-number") is not None
    assert words(caption.select_one(".figure-source")) == "Source: imagination."


def test_numref_leads_to_the_figure(page):
    figure = page.select_one("figure.evidence")
    link = page.find("a", href=f"#{figure['id']}")
    assert words(link) == words(figure.select_one(".caption-number")).strip()


def test_the_print_figure_is_the_vector_one(book, latex):
    assert latex.count(r"\sphinxincludegraphics{{") == 2
    for name in (path.name for path in (book / "latex").glob("*.pdf")):
        assert (book / "latex" / name).read_bytes() == base64.b64decode(PDF)
    assert latex.count("Source: imagination.") == 2
    assert "eastward-figure" not in latex


# --- chapter-foot


def test_tables_and_their_sources_are_listed(page):
    section = words(page.find(id="data-sources-and-citation"))
    for name in ("brent_annual", "states"):
        described = tables.describe(name)
        assert f"{described['title']} ({name}" in section
        for source in described["sources"]:
            assert f"{source['publisher']}: {source['title']}." in section
            assert " ".join(source["citation"].split()) in section
            assert f"Terms: {source['terms']}." in section


def test_coverage_is_that_of_the_rows(page):
    years = tables.load("brent_annual")["year"]
    span = f"(brent_annual, {years.min()} to {years.max()})"
    assert span in words(page.find(id="data-sources-and-citation"))


def test_each_style_stands_in_its_tab_ready_to_copy(page):
    chapter = page.find("meta", attrs={"name": "citation_title"})["content"].split()[-1]
    chapter = {"stored": "95-stored", "executed": "94-executed"}[chapter]
    shown = [block.get_text().strip() for block in page.select(".cite .highlight pre")]
    assert shown == [citation.cite(chapter, "hindsight", style) for style in citation.STYLES]


def test_the_head_carries_citation_tags_and_json_ld(book):
    page = read(book, "95-stored")
    tags = [
        (tag["name"], tag["content"])
        for tag in page.head.find_all("meta")
        if tag.get("name", "").startswith("citation_")
    ]
    assert tags == citation.highwire("95-stored", "hindsight")
    script = page.head.find("script", type="application/ld+json")
    assert json.loads(script.string) == citation.json_ld("95-stored", "hindsight")


def test_a_page_that_is_no_chapter_has_no_citation_tags(book):
    text = (book / "html" / "index.html").read_text(encoding="utf-8")
    assert "citation_" not in text
    assert "ld+json" not in text


# --- assets


def test_style_script_and_vega_are_in_the_site(book):
    static = book / "html" / "_static"
    for name in ("eastward.css", "figures.js"):
        assert (static / name).read_bytes() == (paths.ROOT / "_static" / name).read_bytes()
    assert "window.vegaEmbed=" in (static / "vega.js").read_text(encoding="utf-8")


def test_pages_link_them_and_leave_thebe_out(page):
    scripts = [script.get("src", script.string) or "" for script in page.find_all("script")]
    assert sum("figures.js" in script for script in scripts) == 1
    assert not any("vega.js" in script for script in scripts)
    assert not any("thebe" in script.lower() for script in scripts)
    styles = [link["href"] for link in page.find_all("link", rel="stylesheet")]
    assert sum("eastward.css" in style for style in styles) == 1


# --- what goes wrong


@pytest.mark.parametrize(
    ("directive", "values", "warning"),
    [
        ("```{finding} wind calm\nText.\n```", VALUES, "finding 'wind' is not recorded"),
        ("```{claim} gulls\n```", {"edition": "hindsight"}, "claim 'gulls': this chapter's code"),
        ("```{claim} gulls\n```", {"verdict:gulls": "mixed"}, "glues no edition or no verdict"),
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
