"""The built site, opened from disk in headless Chromium with the network cut off."""

import csv
import io
import json
import re
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, sync_playwright

from eastward import edition, pages, panel, paths, prose
from eastward.book import citation, linked_data
from eastward.claims import registry

pytestmark = pytest.mark.xdist_group("site")  # they share what is costly to make

SITE = paths.BUILD / "site"
CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESK, PHONE = 1280, 390  # pixels
PATIENCE = 300  # looks at a figure, a tenth of a second apart


def listed(entry) -> list[str]:
    """Document names of a table of contents, at every depth."""
    if isinstance(entry, list):
        return [name for item in entry for name in listed(item)]
    if isinstance(entry, dict):
        own = [str(entry[key]) for key in ("root", "file") if key in entry]
        return own + [name for key in entry for name in listed(entry[key]) if key != "root"]
    return []


def addresses() -> list[str]:
    """Every page that the site must hold, relative to its folder."""
    contents = yaml.safe_load((paths.ROOT / "_toc.yml").read_text(encoding="utf-8"))
    names = [re.sub(r"\.(md|ipynb)$", "", name) for name in listed(contents)]
    folders = ["" if name == edition.DEFAULT else f"{name}/" for name in edition.names()]
    return [f"{folder}{name}.html" for folder in folders for name in names]


CHAPTERS = [
    (chapter, name, f"{'' if name == edition.DEFAULT else f'{name}/'}chapters/{chapter}.html")
    for chapter in pages.chapters()
    for name in edition.names()
]

# Chapters with claims and networks of their own; others show the verdicts of these.
OWN = [one for one in pages.chapters() if not pages.header(one)["reads_verdicts"]]


@pytest.fixture(scope="session")
def site() -> Path:
    if not (SITE / "index.html").is_file():
        pytest.fail(f"{SITE} is not built; run `make book`")
    return SITE


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """What a page did while all of it was scrolled past."""

    states: list[str]
    width: dict[int, int]  # of the window: of the page's content
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def opened(browser: Browser, file: Path, width: int = DESK, **settings) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, offline=True, **settings
    )
    page = context.new_page()
    page.goto(file.as_uri())
    unfold(page)
    return page


def unfold(page: Page) -> None:
    """Open whatever holds a figure."""
    folded = page.locator("details:has(.eastward-figure):not([open])")
    while folded.count():  # the locator is live: what is opened is no longer among them
        folded.first.locator("> summary").press("Enter")


def draw_all(page: Page) -> list[str]:
    """Scroll to every figure until it is drawn or has failed; the states of all."""
    unfold(page)
    figures = page.query_selector_all(".eastward-figure")
    for figure in figures:
        for _ in range(PATIENCE):
            # again: what is drawn above may push it away
            figure.evaluate("figure => figure.scrollIntoView()")
            if figure.get_attribute("data-state") in ("drawn", "failed"):
                break
            page.wait_for_timeout(100)
    return [figure.get_attribute("data-state") for figure in figures]


@pytest.fixture(scope="session")
def visit(site, browser):
    """Visit a page once, whichever test asks first."""

    @cache
    def visited(address: str) -> Visit:
        context = browser.new_context(viewport={"width": DESK, "height": 900}, offline=True)
        page = context.new_page()
        record = Visit(states=[], width={})
        page.on("request", lambda request: record.requests.append(request.url))
        page.on("pageerror", lambda error: record.errors.append(str(error)))
        page.on(
            "console",
            lambda message: record.errors.append(message.text) if message.type == "error" else None,
        )
        page.goto((site / address).as_uri())
        for width in (DESK, PHONE):
            page.set_viewport_size({"width": width, "height": 900})
            record.states += draw_all(page)
            page.wait_for_timeout(300)  # the theme settles in its own time
            record.width[width] = page.evaluate("document.documentElement.scrollWidth")
        context.close()
        return record

    return visited


@pytest.fixture
def chapter_page(site, browser):
    """Open a chapter's page in the default edition."""
    contexts = []

    def open_page(chapter: str, width: int = DESK, **settings) -> Page:
        page = opened(browser, site / "chapters" / f"{chapter}.html", width, **settings)
        contexts.append(page.context)
        return page

    yield open_page
    for context in contexts:
        context.close()


@cache
def parsed(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def rows_of(address: str) -> list[dict[str, str]]:
    """Rows of a figure's CSV link."""
    lines = unquote(address.split(",", 1)[1]).splitlines(keepends=True)
    head = list(takewhile(lambda line: line.startswith("# "), lines))
    assert len(head) >= 3  # title, source, terms
    return list(csv.DictReader(io.StringIO("".join(lines[len(head) :]))))


def words(node) -> str:
    return " ".join(node.get_text().split())


# --- every page


@pytest.mark.parametrize("address", addresses())
def test_every_chart_is_drawn(visit, site, address):
    figures = parsed(site / address).select(".eastward-figure")
    assert visit(address).states == ["drawn"] * 2 * len(figures)


@pytest.mark.parametrize("address", addresses())
def test_no_request_leaves_the_folder(visit, site, address):
    outside = [
        url
        for url in visit(address).requests
        if not url.startswith((site.as_uri() + "/", "data:", "blob:"))
    ]
    assert outside == []


@pytest.mark.parametrize("address", addresses())
def test_no_console_error(visit, address):
    assert visit(address).errors == []


@pytest.mark.parametrize("address", addresses())
def test_no_page_is_wider_than_its_window(visit, address):
    assert visit(address).width == {DESK: DESK, PHONE: PHONE}


@pytest.mark.parametrize("address", addresses())
def test_the_edition_bar_leads_to_the_same_page(site, address):
    page = parsed(site / address)
    links = page.select(".edition-bar a")
    assert len(links) == len(edition.names()) - 1
    for link in links:
        other = ((site / address).parent / link["href"]).resolve()
        assert other != (site / address).resolve()
        assert other.name == Path(address).name
        assert words(parsed(other).h1) == words(page.h1)


@pytest.mark.parametrize("address", addresses())
def test_the_pdf_is_linked_and_there(site, address):
    [link] = parsed(site / address).select("a.edition-pdf")
    assert ((site / address).parent / link["href"]).is_file()


@pytest.mark.parametrize("address", addresses())
def test_every_figure_has_alternative_text_caption_and_source(site, address):
    page = parsed(site / address)
    for figure in page.select(".eastward-figure"):
        frame = figure.find_parent("figure")
        assert len(figure.select_one(".chart")["aria-label"]) > 40
        assert words(frame.select_one("figcaption .caption-number")).startswith("Fig.")
        assert len(words(frame.select_one("figcaption .caption-text"))) > 20
        assert words(frame.select_one("figcaption .figure-source")).startswith("Source:")
    for image in page.select("article img"):
        assert image.get("alt")


def test_every_link_and_anchor_resolves(site):
    broken = []
    for file in written(site):
        for link in targets(parsed(file)):
            parts = urlsplit(link)
            if parts.netloc == "vega.github.io":  # a picture's relative link gone astray
                broken.append(f"{file.relative_to(site)}: {link}: leaves the site")
            if parts.scheme or link == "#":
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            target = target / "index.html" if target.is_dir() else target
            anchor = unquote(parts.fragment)
            if not target.is_file():
                broken.append(f"{file.relative_to(site)}: {link}: no such file")
            elif anchor and target.suffix == ".html" and not has_anchor(parsed(target), anchor):
                broken.append(f"{file.relative_to(site)}: {link}: no such anchor")
    assert broken == []


def test_no_anchor_stands_twice_on_a_page_and_no_address_holds_a_space(site):
    for page in site.glob("**/*.html"):
        read = parsed(page)
        ids = [one["id"] for one in read.select("[id]")]
        assert sorted({one for one in ids if ids.count(one) > 1}) == [], page
        assert not [one["href"][:60] for one in read.select("a[href*=' ']")], page


def test_a_link_that_leaves_the_site_is_one_that_somebody_wrote(site):
    """In the text, the references, the register of sources or a table; none is made by accident."""
    folders = (("chapters", "*.md"), ("data/tables", "*.csv"), ("_extensions", "*"))
    files = [file for folder, ends in folders for file in (paths.ROOT / folder).rglob(ends)]
    files += [paths.ROOT / name for name in ("references.bib", "_config.yml", "LICENSE-TEXT")]
    files += [paths.DATA / "datapackage.json", paths.ROOT / "eastward/book/citation.py"]
    written_down = "\n".join(
        file.read_text(encoding="utf-8")
        for file in files
        if file.is_file() and file.suffix != ".pyc"
    )
    strayed = {
        link
        for file in written(site)
        for link in targets(parsed(file))
        if urlsplit(link).scheme in ("http", "https")
        and unquote(link.removeprefix("https://doi.org/")) not in unquote(written_down)
    }
    assert strayed == set()


def targets(page: BeautifulSoup) -> list[str]:
    """Addresses that a page links to or loads, those in its charts among them."""
    found = [
        node[name]
        for name in ("href", "src", "xlink:href")
        for node in page.find_all(attrs={name: True})
    ]
    for chart in page.select(".chart-spec"):
        found += re.findall(r'"link":"([^"]+)"', chart.string)
    return found


def has_anchor(page: BeautifulSoup, anchor: str) -> bool:
    return page.find(id=anchor) is not None or page.find(attrs={"name": anchor}) is not None


def test_the_site_has_no_page_that_the_contents_do_not_name(site):
    found = {file.relative_to(site).as_posix() for file in written(site)}
    assert found == set(addresses())


def written(site: Path) -> list[Path]:
    """All pages of the site, its own and those that Sphinx adds."""
    return [file for file in sorted(site.rglob("*.html")) if "_static" not in file.parts]


# --- claims and citations


@pytest.mark.parametrize(("chapter", "own", "address"), CHAPTERS)
def test_claim_boxes_show_the_verdicts_of_every_edition(site, chapter, own, address):
    page = parsed(site / address)
    judged = registry.verdicts(own)
    tested = [claim for claim in registry.claims().values() if claim.chapter == chapter]
    tested = [claim for claim in tested if claim.id in judged]
    assert tested or pages.header(chapter)["reads_verdicts"]
    for claim in tested:
        shown = [
            (badge["data-edition"], words(badge.select_one(".verdict-word")))
            for badge in page.find(id=f"claim-{claim.id}").select(".verdict")
        ]
        verdict = judged[claim.id]["verdict"]
        badges = prose.badges(claim.id, verdict, own, edition.names(), rerun=False)
        assert shown == [(whose, panel.verdict(word)) for whose, word in badges]


@pytest.mark.parametrize(("chapter", "own", "address"), CHAPTERS)
def test_the_head_cites_the_chapter_in_its_edition(site, chapter, own, address):
    head = parsed(site / address).head
    tags = [
        (tag["name"], tag["content"])
        for tag in head.find_all("meta")
        if tag.get("name", "").startswith("citation_")
    ]
    assert tags == citation.highwire(chapter, own)
    linked = json.loads(head.find("script", type="application/ld+json").string)
    assert linked["@graph"][0] == linked_data.chapter(chapter, own)


@pytest.mark.parametrize("chapter", pages.chapters())
def test_the_copy_button_copies_the_reference(chapter_page, chapter):
    page = chapter_page(chapter)
    block = page.locator(".cite .highlight").first
    block.scroll_into_view_if_needed()
    block.hover()
    block.locator("button.copybtn").click()
    # the browser writes to its clipboard in its own time; the button says when it has
    block.get_by_role("button", name="Copied").wait_for()
    page.evaluate("document.body.prepend(document.createElement('textarea'))")
    page.focus("textarea")
    page.keyboard.press("Control+V")
    pasted = page.input_value("textarea").strip()
    assert pasted == citation.cite(chapter, edition.DEFAULT, "apa")


# --- generated pages


@pytest.mark.parametrize("own", edition.names())
def test_every_claim_is_on_the_landing_page_the_article_s_and_in_the_register(site, own):
    folder = site if own == edition.DEFAULT else site / own
    ledger = [words(row) for row in parsed(folder / "index.html").select(".ledger li")]
    told = words(parsed(folder / "chapters/back/article.html").article)
    register = parsed(folder / "chapters/back/register.html")
    straight = str.maketrans({"‘": "'", "’": "'"})
    for claim in registry.claims().values():
        assert sum(row.translate(straight).startswith(f"{claim.title} ¶") for row in ledger) == 1
        assert claim.title in told.translate(straight)
        assert register.find(id=f"register-{claim.id}")


# --- prose


@pytest.mark.parametrize("address", addresses())
def test_no_comment_was_written_for_another_edition(site, address):
    """Every finding of a shipped edition has its comment; the note is for readers' own editions."""
    text = (site / address).read_text(encoding="utf-8")
    assert 'class="finding-note"' not in text


# --- figures


@pytest.mark.parametrize("chapter", pages.chapters())
def test_a_toggle_of_a_panel_holds_as_many_tests_as_it_says(site, chapter):
    for toggle in parsed(site / "chapters" / f"{chapter}.html").select(".verdict-panel > details"):
        said = re.search(r"(?:[Ii]ts )?(\d+)? ?(?:more|tests?)\b", words(toggle.summary))
        if said and "in full" not in words(toggle.summary):
            assert len(toggle.select(".verdict-test")) == int(said[1] or 1), words(toggle.summary)


@pytest.mark.parametrize("chapter", OWN)
def test_figures_wait_until_they_are_near(site, browser, chapter):
    """On a page as it opens: opening a toggle would scroll to it, and so to figures beside it."""
    context = browser.new_context(viewport={"width": DESK, "height": 900}, offline=True)
    page = context.new_page()
    page.goto((site / "chapters" / f"{chapter}.html").as_uri())
    page.wait_for_timeout(500)
    last = page.locator("article figure:not(details figure) .eastward-figure").last
    assert last.bounding_box()["y"] > 1_500  # a window and more away
    assert last.get_attribute("data-state") is None
    context.close()


@pytest.mark.parametrize("chapter", pages.chapters())
def test_a_printer_gets_the_still_pictures(chapter_page, chapter):
    page = chapter_page(chapter)
    draw_all(page)
    assert page.locator(".chart-stage svg:visible").count() > 0
    assert page.locator(".chart > svg:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".chart-stage svg:visible").count() == 0
    still = page.locator(".chart > svg:visible").count()
    assert still == page.locator(".eastward-figure").count()


@pytest.mark.parametrize("chapter", pages.chapters())
def test_without_javascript_every_figure_is_a_still_picture(chapter_page, chapter):
    page = chapter_page(chapter, java_script_enabled=False)
    figures = page.locator(".eastward-figure")
    assert figures.count() > 0
    for figure in figures.all():
        box = figure.locator(".chart > svg").bounding_box()
        assert box["width"] > 300
        assert box["height"] > 80
        assert figure.locator("a.csv").count() == 1


@pytest.mark.parametrize("chapter", pages.chapters())
def test_without_the_library_the_still_picture_stays_and_the_page_says_so(site, browser, chapter):
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.route("**/vega.js", lambda route: route.abort())
    page.goto((site / "chapters" / f"{chapter}.html").as_uri())
    states = draw_all(page)
    assert set(states) == {"failed"}
    assert page.locator(".chart > svg").count() == len(states)
    assert page.locator(".chart-note").count() == len(states)
    assert "still picture" in page.locator(".chart-note").first.inner_text()
    context.close()


@pytest.mark.parametrize("chapter", pages.chapters())
def test_figures_stand_on_the_page_itself_in_light_and_dark(chapter_page, chapter):
    page = chapter_page(chapter)
    draw_all(page)
    grounds = (
        "figure => [figure, figure.querySelector('.chart-stage svg')].map(one => "
        "getComputedStyle(one).backgroundColor)"
    )
    letters = "figure => getComputedStyle(figure.querySelector('.chart-stage text')).fill"
    for theme, darkest in (("light", 120), ("dark", 255)):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        for figure in page.query_selector_all(".eastward-figure"):
            assert set(figure.evaluate(grounds)) == {"rgba(0, 0, 0, 0)"}
            ink = [int(part) for part in re.findall(r"\d+", figure.evaluate(letters))[:3]]
            assert darkest - 120 <= max(ink) <= darkest


@pytest.mark.parametrize("chapter", pages.chapters())
def test_a_chart_follows_the_width_of_its_box(chapter_page, chapter):
    page = chapter_page(chapter)
    draw_all(page)
    page.set_viewport_size({"width": PHONE, "height": 900})
    page.wait_for_timeout(500)
    for drawing in page.locator(".eastward-figure .chart-stage svg").all():
        assert 200 < drawing.bounding_box()["width"] <= PHONE


@pytest.mark.parametrize("chapter", OWN)
def test_a_network_shows_its_edge_list_frame_by_frame(chapter_page, chapter):
    """A network's data are its edge list, whose first column is what the control sets."""
    page = chapter_page(chapter)
    draw_all(page)
    networks = 0
    for figure in page.locator(".eastward-figure").all():
        rows = rows_of(figure.locator("a.csv").get_attribute("href"))
        if not {"source", "target"} <= set(rows[0]):
            continue
        networks += 1
        control = figure.locator(".vega-bind input[type=range], .vega-bind select")
        if not control.count():
            continue
        column = next(iter(rows[0]))
        frames = list(dict.fromkeys(row[column] for row in rows))
        drawings = []
        for frame in dict.fromkeys((frames[0], frames[len(frames) // 2], frames[-1])):
            if control.evaluate("control => control.tagName") == "SELECT":
                control.select_option(label=frame)
            else:
                control.fill(frame)
            page.wait_for_timeout(200)
            edges = sum(row[column] == frame for row in rows)
            assert figure.locator(".chart-stage g.mark-rule.role-mark > line").count() == edges
            drawings.append(figure.locator(".chart-stage svg").inner_html())
        assert len(set(drawings)) == len(drawings) > 1
    assert networks > 0


@pytest.mark.parametrize("chapter", pages.chapters())
def test_the_data_table_shows_the_rows_of_the_csv_file(chapter_page, chapter):
    page = chapter_page(chapter)
    for figure in page.locator(".eastward-figure").all():
        rows = rows_of(figure.locator("a.csv").get_attribute("href"))
        figure.locator(".chart-data summary").press(
            "Enter"
        )  # a chart that is drawn would move a click's aim
        table = figure.locator(".chart-table table")
        table.wait_for()  # a disclosure tells of its opening a moment after the click
        assert table.locator("thead th").all_inner_texts() == list(rows[0])
        assert table.locator("tbody tr").count() == min(len(rows), 200)
        assert str(len(rows)) in table.locator("caption").inner_text()


@pytest.mark.parametrize("chapter", pages.chapters())
def test_a_saved_chart_takes_title_and_source_along(chapter_page, chapter, tmp_path):
    page = chapter_page(chapter)
    draw_all(page)
    figure = page.locator(".eastward-figure").first
    figure.locator("summary").click()
    for kind in ("svg", "png"):
        with page.expect_download() as saving:
            figure.locator(f"button.{kind}").click()
        assert saving.value.suggested_filename == f"{figure.get_attribute('data-name')}.{kind}"
        saving.value.save_as(tmp_path / kind)
    assert (tmp_path / "png").read_bytes().startswith(b"\x89PNG")
    drawing = BeautifulSoup((tmp_path / "svg").read_text(encoding="utf-8"), "html.parser")
    title = figure.locator(".chart-title").inner_text()
    assert "".join(title.split()) in "".join(drawing.get_text().split())
    assert "Source:" in drawing.get_text()


@pytest.mark.parametrize("chapter", pages.chapters())
def test_a_term_is_explained_in_the_margin_before_its_first_use(site, chapter):
    """Once each; what is folded away explains nothing and needs no note."""
    page = parsed(site / "chapters" / f"{chapter}.html")
    notes = page.select("article div.margin > p > strong")
    assert len({words(note) for note in notes}) == len(notes)
    links = [
        link
        for link in page.select("article a[href*='glossary.html#term-']")
        if not link.find_parent("details")
    ]
    assert len({link["href"] for link in links}) == len(notes)
    if notes:
        assert notes[0].sourceline <= links[0].sourceline
