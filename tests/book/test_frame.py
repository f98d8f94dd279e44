"""The frame of a page, in a small book about fog that is opened from disk in Chromium.

Nothing in it is an observation.
"""

import re
import sys
from io import StringIO
from pathlib import Path

import altair as alt
import nbformat
import pandas as pd
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from eastward import edition, paths
from eastward.figures import Figure

CHROMIUM = "/usr/bin/chromium"
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
AXE = paths.ROOT / "tests" / "vendor" / "axe.min.js"
OWN, OTHER = "hindsight", "as-written"
DESK, TABLET, PHONE = 1280, 1000, 390
HEAD = 52  # pixels of the header
CONF = """
extensions = ["myst_nb", "sphinx_design", "assets", "chart_files", "editions", "frame",
              "hidden_code", "search_texts"]
html_theme = "sphinx_book_theme"
html_title = "On fog"
html_short_title = "Fog"
author, copyright = "Nobody", "2026"
html_baseurl = "https://example.org/fog/"
html_context = {"default_mode": "auto"}
nb_execution_mode = "off"
root_doc = "index"
"""
INDEX = (
    "# On fog\n\nA book about fog.\n\n```{toctree}\n:hidden:\n\nchapters/one\nchapters/two\n```\n"
)
ONE = """# Fog and treaties

What is fog? It is a cloud that touches the ground.

## The treaty of 1921

The treaty of 1921 ended in 1979, and the S-300 of Mr Erdoğan came in 2018.

```{margin} Fog
A cloud on the ground.
```

Six powers, called 5+1, signed nothing here.

"""
LONG = "Fog comes and goes.\n\n" * 60
TWO = "# Mist\n\n*Thin fog.*\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"


def notebook() -> nbformat.NotebookNode:
    """A chapter with one hidden cell that draws a figure."""
    data = pd.DataFrame({"state": ["A", "B"], "value": [1.5, 2.0]})
    chart = alt.Chart(data).mark_bar(color="#1d2329").encode(x="value:Q", y="state:N")
    chart = chart.properties(width="container")
    tall = chart.properties(height=900)  # on paper; the interactive one is lower
    figure = Figure(
        "fig-fog", "B has more fog", chart, data, "Two bars", "Source: nobody.", print_chart=tall
    )
    output = nbformat.v4.new_output("display_data", data={"text/html": figure.html()})
    code = nbformat.v4.new_code_cell(
        f'here.figure("fig-fog")  # {"long " * 40}', outputs=[output], execution_count=1
    )
    code.metadata.tags = ["hide-input"]
    last = nbformat.v4.new_markdown_cell(f"{LONG}\n\n## The end\n\n{LONG}")
    kernel = {"name": "python3", "display_name": "Python 3"}
    return nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell(ONE), code, last],
        metadata={"kernelspec": kernel, "language_info": {"name": "python"}},
    )


def heavy() -> str:
    """A toggle that holds a chart of many marks."""
    data = pd.DataFrame({"night": range(4_000), "fog": [night % 7 for night in range(4_000)]})
    chart = alt.Chart(data).mark_point().encode(x="night:Q", y="fog:Q")
    chart = chart.properties(width="container")
    figure = Figure("fig-nights", "Nights", chart, data[:9], "Points", "Source: nobody.")
    shown = f"<details><summary>Explore</summary>{figure.html()}</details>"
    return f"\n```{{raw}} html\n{shown}\n```\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The small book in two editions, the second in a folder of the first."""
    folder = tmp_path_factory.mktemp("fog")
    source, target = folder / "book", folder / "site"
    (source / "chapters").mkdir(parents=True)
    (source / "index.md").write_text(INDEX, encoding="utf-8")
    (source / "chapters" / "two.md").write_text(TWO + heavy(), encoding="utf-8")
    nbformat.write(notebook(), source / "chapters" / "one.ipynb")
    modules = ("assets", "cards", "chart_files", "editions", "frame", "hidden_code", "search_texts")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(paths.ROOT / "_extensions"))
        for name, built in ((OWN, target), (OTHER, target / OTHER)):
            told = f"edition, editions, edition_pdf = {name!r}, {[OWN, OTHER]}, True\n"
            (source / "conf.py").write_text(CONF + told, encoding="utf-8")
            warnings = StringIO()
            with docutils_namespace():
                app = Sphinx(
                    source, source, built, folder / name, "html",
                    status=None, warning=warnings,
                )  # fmt: skip
                app.build()
            assert warnings.getvalue() == ""
        for module in modules:
            sys.modules.pop(module, None)
    return target


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(site, browser):
    """Open a page; whatever it complains of fails the test."""
    contexts, complaints = [], []

    def opened(address="chapters/one.html", width=DESK, init="", **settings):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, offline=True, reduced_motion="reduce",
            **settings,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda told: told.type == "error" and complaints.append(told.text))
        if init:
            page.add_init_script(init)
        file, _, anchor = address.partition("#")
        page.goto((site / file).as_uri() + (anchor and f"#{anchor}"))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def parsed(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address).read_text(encoding="utf-8"), "html.parser")


def draw(page) -> None:
    page.locator(".eastward-figure").scroll_into_view_if_needed()
    page.wait_for_selector(".eastward-figure[data-state=drawn]")


# --- what is there once


def test_one_header_and_no_piece_of_the_themes(site):
    page = parsed(site, "chapters/one.html")
    for once in (".masthead", ".edition-bar", ".code-switch", ".search-button", ".theme-button"):
        assert len(page.select(once)) == 1
    assert not page.select(".bd-header, .bd-sidebar-primary, .theme-switch-button, .bd-search")
    found = [node["id"] for node in page.find_all(id=True)]
    assert len(found) == len(set(found))


def test_the_site_holds_what_its_pages_load(site):
    kept = {path.name for path in (site / "_static").iterdir()}
    assert {"tokens.css", "frame.js", "fonts", "vega.js", "favicon.svg"} <= kept
    assert not kept & {"scripts", "styles", "vendor", "searchtools.js", "jquery.js", "locales"}
    assert not (site / "searchindex.js").exists()
    for address in ("index.html", "chapters/one.html", "chapters/two.html"):
        page = parsed(site, address)
        loaded = [node["href"] for node in page.select("link[rel=stylesheet], link[rel=icon]")]
        loaded += [node["src"] for node in page.select("script[src]")]
        assert len(loaded) > 10
        for link in loaded:
            assert ((site / address).parent / link).resolve().is_file()


def test_the_description_is_the_first_paragraph(site):
    page = parsed(site, "chapters/one.html")
    told = "What is fog? It is a cloud that touches the ground."
    assert page.find("meta", attrs={"name": "description"})["content"] == told
    assert page.find("meta", attrs={"property": "og:description"})["content"] == told
    assert page.title.string == "Fog and treaties · Fog"


def test_a_card_shows_title_and_description(site):
    page = parsed(site, "chapters/one.html")
    address = page.find("meta", attrs={"property": "og:image"})["content"]
    assert address == "https://example.org/fog/_static/cards/chapters-one.png"
    picture = (site / "_static" / "cards" / "chapters-one.png").read_bytes()
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (1200, 630)
    assert page.find("link", rel="canonical")["href"] == "https://example.org/fog/chapters/one.html"


def test_a_page_with_nothing_hidden_has_no_code_switch(site):
    assert parsed(site, "chapters/one.html").select(".code-switch")
    assert not parsed(site, "chapters/two.html").select(".code-switch")


def test_the_current_page_is_marked_in_the_contents(site):
    [link] = parsed(site, "chapters/two.html").select('.contents a[aria-current="page"]')
    assert link.get_text().strip() == "Mist"


def test_pdf_and_notebook_can_be_taken_along(site):
    page = parsed(site, f"{OTHER}/chapters/one.html")
    assert page.select_one("a.edition-pdf")["href"] == "../book.pdf"
    notebook = site / OTHER / "chapters" / page.select_one("a.notebook")["href"]
    assert notebook.resolve().is_file()


# --- heavy charts


def test_a_heavy_chart_is_a_file_that_is_loaded_when_it_is_near(site, visit):
    held = parsed(site, "chapters/two.html").select_one(".chart-spec")
    assert held.string == "{}"
    file = (site / "chapters" / held["data-file"]).resolve()
    assert file.parent == site / "_static" / "charts" and file.stat().st_size > 20_000
    assert not parsed(site, "chapters/one.html").select("[data-file]")
    page = visit("chapters/two.html")
    loaded = page.locator("script[src*='/charts/']")
    page.wait_for_timeout(500)
    assert loaded.count() == 0
    page.locator("summary").first.click()
    draw(page)
    assert loaded.count() == 1


# --- editions


def test_the_switch_keeps_chapter_and_section(visit):
    page = visit("chapters/one.html#the-end")
    assert page.locator(".edition-bar [aria-current]").inner_text() == edition.load(OWN).title
    page.focus(".edition-bar a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{OTHER}/chapters/one.html#the-end")
    page.evaluate("document.querySelector('#the-treaty-of-1921').scrollIntoView()")
    page.click(".edition-bar a")
    page.wait_for_url("**/site/chapters/one.html#the-treaty-of-1921")


def test_another_edition_looks_like_another(visit):
    ground = "getComputedStyle(document.body).backgroundColor"
    first, other = visit(), visit(f"{OTHER}/chapters/one.html")
    assert first.locator(".edition-band").count() == 0
    assert first.evaluate(ground) != other.evaluate(ground)
    band = other.locator(".edition-band").inner_text()
    assert band.startswith(f"{edition.load(OTHER).title}.")
    assert "31 August 2018" in band


# --- code


def test_one_switch_shows_all_code_and_is_remembered(visit):
    page = visit()
    hidden = page.locator(".hidden-code")
    assert not hidden.is_visible()
    assert page.locator("details").filter(has_text="Show code").count() == 0
    page.locator(".code-switch").click()
    assert hidden.is_visible()
    page.reload()
    assert hidden.is_visible()
    assert page.locator(".code-switch input").is_checked()
    page.locator(".code-switch").click()
    page.reload()
    assert not hidden.is_visible()


def test_the_switch_works_by_keyboard_and_without_javascript(visit):
    for settings in ({}, {"java_script_enabled": False}):
        page = visit(**settings)
        page.focus(".code-switch input")
        page.keyboard.press("Space")
        assert page.locator(".hidden-code").is_visible()


def test_a_figures_link_leads_to_its_code(visit):
    page = visit()
    draw(page)
    page.locator(".eastward-figure summary").click()
    page.locator(".eastward-figure button.code").click()
    assert page.locator(".hidden-code").is_visible()
    assert page.evaluate("document.activeElement.className") == "hidden-code"


BLOCKED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("denied"); } });"""


def test_where_storage_is_blocked_everything_works_and_is_forgotten(visit):
    page = visit(init=BLOCKED)
    page.locator(".code-switch").click()
    assert page.locator(".hidden-code").is_visible()
    page.click(".theme-button")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert not page.locator(".hidden-code").is_visible()


# --- search


@pytest.mark.parametrize("query", ["1921", "1979", "2018", "S-300", "5+1", "erdogan", "TREATY 19"])
@pytest.mark.parametrize("address", ["index.html", "chapters/two.html"])
def test_search_finds_from_disk_with_an_excerpt(visit, query, address):
    page = visit(address)
    page.keyboard.press("/")
    page.keyboard.type(query)
    result = page.locator(".search-results li").first
    result.wait_for()
    assert result.locator("a").inner_text() == "Fog and treaties: The treaty of 1921"
    assert result.locator("mark").count() > 0
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/chapters/one.html#the-treaty-of-1921")


def test_search_says_when_nothing_is_found_and_closes(visit):
    page = visit()
    page.click(".search-button")
    page.keyboard.type("zeppelin")
    page.wait_for_function("document.querySelector('.search-status').textContent === '0 sections.'")
    page.keyboard.press("Escape")
    assert not page.locator(".search-dialog").is_visible()
    assert page.evaluate("document.activeElement.className").startswith("search-button")


def test_code_is_no_text_to_search(site):
    texts = (site / "_static" / "search-texts.js").read_text(encoding="utf-8")
    assert "cloud that touches" in texts
    assert "here.figure" not in texts
    assert "<svg" not in texts


# --- light and dark


def test_the_theme_follows_the_system_until_the_reader_chooses(visit):
    colour = "getComputedStyle(document.body).backgroundColor"
    page = visit(color_scheme="dark")
    assert page.evaluate(colour) == "rgb(20, 23, 26)"
    assert page.get_attribute(".theme-button", "aria-pressed") == "true"
    page.click(".theme-button")
    assert page.evaluate(colour) == "rgb(253, 252, 249)"
    page.reload()
    assert page.evaluate(colour) == "rgb(253, 252, 249)"


@pytest.mark.parametrize("part", [".chart > svg", ".chart-stage svg"])
def test_charts_follow_the_theme(visit, part):
    page = visit()
    if "stage" in part:
        draw(page)
    bar = f"getComputedStyle(document.querySelector('{part} .mark-rect path')).fill"
    assert page.evaluate(bar) == "rgb(29, 35, 41)"
    page.click(".theme-button")
    assert page.evaluate(bar) == "rgb(232, 230, 225)"


def test_a_saved_chart_keeps_the_light_colours(visit, tmp_path):
    page = visit(color_scheme="dark")
    draw(page)
    page.locator(".eastward-figure summary").click()
    with page.expect_download() as saving:
        page.locator("button.svg").click()
    saving.value.save_as(tmp_path / "fig.svg")
    saved = (tmp_path / "fig.svg").read_text(encoding="utf-8")
    assert "var(" not in saved
    assert "#1d2329" in saved


def test_paper_is_light_and_without_controls(visit):
    page = visit(color_scheme="dark")
    draw(page)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for control in (".masthead", ".contents", ".on-this-page", ".neighbours", ".chart-foot"):
        assert not page.locator(control).first.is_visible()
    assert page.locator(".chart > svg").is_visible()


# --- the place of a link


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_link_past_a_figure_reaches_what_it_names(visit, width):
    """The figure is drawn on the way, and another height than its still picture's."""
    top = "document.querySelector('#the-end').getBoundingClientRect().top"
    page = visit("chapters/one.html#the-end", width)
    page.wait_for_timeout(500)
    assert page.evaluate(top) == pytest.approx(HEAD + 16, abs=2)
    grow = "document.querySelector('.eastward-figure').style.paddingTop = '{}px'"
    page.evaluate(grow.format(700))
    page.wait_for_timeout(200)
    assert page.evaluate(top) == pytest.approx(HEAD + 16, abs=2)
    page.mouse.wheel(0, -200)  # from here on the reader knows better
    page.wait_for_timeout(300)
    before = page.evaluate("scrollY")
    page.evaluate("document.querySelector('#the-end').style.paddingBottom = '50px'")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == before


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_chart_takes_the_room_that_was_kept_for_it(visit, width):
    page = visit(width=width)
    height = "document.querySelector('.eastward-figure .chart').offsetHeight"
    before = page.evaluate(height)
    draw(page)
    page.wait_for_timeout(200)
    assert page.evaluate(height) == pytest.approx(before, abs=2)


def test_without_javascript_a_wide_chart_scrolls_and_keeps_its_letters(visit):
    page = visit(width=PHONE, java_script_enabled=False)
    chart = page.locator(".eastward-figure .chart")
    assert chart.evaluate("box => box.scrollWidth") >= 600
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE


def test_on_paper_a_closed_toggle_of_a_panel_breaks_between_pages_and_the_wording_stays_out(visit):
    page = visit()
    toggles = (
        '<details id="more"><summary>More</summary><p>Shown</p></details>'
        '<details class="sd-dropdown" id="full"><summary>In full</summary><p>Long</p></details>'
    )
    main = page.locator("main")
    panel = f'<div class="verdict-panel">{toggles}</div>'
    main.evaluate("(main, panel) => main.insertAdjacentHTML('beforeend', panel)", panel)
    page.emulate_media(media="print")
    for name, shown in (("more", True), ("full", False)):
        box = page.locator(f"#{name}")
        assert box.evaluate("node => getComputedStyle(node).display") == "block"
        assert box.locator("summary").is_visible()
        assert box.locator("p").is_visible() is shown


# --- width and letters


def test_notes_stand_in_the_margin_where_there_is_one(visit):
    places = {}
    for width in (DESK, TABLET, PHONE):
        page = visit(width=width)
        note = page.locator("main .margin").bounding_box()
        text = page.locator("main p").nth(1).bounding_box()
        places[width] = note["x"] >= text["x"] + text["width"]
        assert note["x"] + note["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert places == {DESK: True, TABLET: False, PHONE: False}


def test_the_contents_open_on_a_phone_without_javascript(visit):
    page = visit(width=PHONE, java_script_enabled=False)
    assert not page.locator(".contents").is_visible()
    page.click(".contents-button")
    assert page.locator(".contents a").filter(has_text="Mist").is_visible()


def test_the_book_comes_in_its_own_fonts(visit):
    page = visit()
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    assert {re.sub('"', "", family) for family in loaded} == {"Book Serif", "Book Sans"}


# --- access


def violations(page) -> list[str]:
    page.add_script_tag(path=str(AXE))
    rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, preload: false})", rules)
    return [
        f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    ["index.html", "chapters/one.html", "chapters/two.html", f"{OTHER}/chapters/one.html"],
)
def test_axe_finds_nothing(visit, address, theme):
    page = visit(address, color_scheme=theme)
    if "one" in address:
        draw(page)
        page.locator(".code-switch").click()
        page.locator(".eastward-figure summary").click()
        page.locator(".chart-table table").wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_search_and_contents(visit, theme):
    page = visit(color_scheme=theme)
    page.keyboard.press("/")
    page.keyboard.type("fog")
    page.locator(".search-results li").first.wait_for()
    assert violations(page) == []
    page = visit(width=PHONE, color_scheme=theme)
    page.click(".contents-button")
    assert violations(page) == []


def test_axe_would_find_something(visit):
    page = visit()
    page.evaluate(
        "document.querySelector('main p').style.color = '#ccc';"
        "document.querySelector('.search-button').replaceChildren()"
    )
    assert {one.split(":")[0] for one in violations(page)} >= {"color-contrast", "button-name"}


def test_the_page_stays_where_it_is_when_the_header_takes_the_focus(visit):
    page = visit("chapters/one.html#the-end")
    before = page.evaluate("scrollY")
    for control in (".edition-bar a", ".search-button", ".theme-button", ".code-switch input"):
        page.focus(control)
        assert page.evaluate("scrollY") == before > 0


def test_every_control_shows_its_focus(visit):
    page = visit()
    draw(page)
    page.evaluate("scrollTo(0, 0); document.body.focus()")
    seen = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        look = page.evaluate(
            """() => {
              const one = document.activeElement;
              const shown = one.closest(".code-switch") ?? one;
              const { outlineStyle, outlineWidth } = getComputedStyle(shown);
              return [one.className || one.tagName, outlineStyle, parseFloat(outlineWidth)];
            }"""
        )
        if look[0] == "BODY":  # past the last one
            break
        seen.add(look[0])
        assert look[1] != "none", look
        assert look[2] >= 2, look
    assert {"skip-link", "search-button js-only", "theme-button js-only"} <= seen
