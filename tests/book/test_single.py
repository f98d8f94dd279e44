"""One page in one file: links, labels and what it shows, on a page made by hand."""

import pytest
from bs4 import BeautifulSoup

from eastward.book import single
from eastward.runs import Run

RUN = Run("01-non-alignment")


@pytest.fixture
def html(tmp_path):
    """A built book of a chapter, a glossary, and one page that does not come along."""
    static = tmp_path / "_static"
    static.mkdir()
    (static / "a.css").write_text("@import url(b.css);\np { background: url('dot.png?v=1') }")
    (static / "dot.png").write_bytes(b"\x89PNG")
    (static / "a.js").write_text('let text = "</script>";')
    (static / "late.js").write_text("late();")
    (static / "searchtools.js").write_text("search();")
    (static / "vega.js").write_text("vega();")
    back = tmp_path / "chapters" / "back"
    back.mkdir(parents=True)
    (back / "glossary.html").write_text(
        '<article class="bd-article"><h1 id="glossary">Glossary</h1><p id="term-hoop">Hoop</p>'
        '<a href="#term-hoop">again</a><a href="../01-non-alignment.html#top">up</a></article>'
    )
    (tmp_path / "chapters" / "01-non-alignment.html").write_text(
        '<html><head><link rel="stylesheet" href="../_static/a.css?v=1">'
        '<script src="../_static/a.js"></script><script defer src="../_static/late.js"></script>'
        '<script src="../_static/searchtools.js"></script><link rel="next" href="02.html"></head>'
        '<body><nav class="prev-next-footer">next</nav><article class="bd-article">'
        '<h1 id="top">One</h1><img src="../_static/dot.png">'
        '<a href="back/glossary.html#term-hoop">hoop</a><a href="02-other.html#x">other</a>'
        '<a href="#top">here</a><a href="https://a.org/">out</a>'
        '<script class="chart-spec" type="application/json">{}</script></article></body></html>'
    )
    return tmp_path


@pytest.fixture
def page(html, monkeypatch):
    monkeypatch.setattr(single, "_build", lambda notebook, run, folder: html)
    return lambda: BeautifulSoup(single.single(None, RUN), "html.parser")


def test_links_lead_within_the_page_or_are_text(page):
    soup = page()
    found = {link.get_text(): link["href"] for link in soup.select("a")}
    assert found == {
        "hoop": "#glossary-term-hoop",
        "here": "#top",
        "out": "https://a.org/",
        "again": "#glossary-term-hoop",
        "up": "#top",
    }
    assert "other" in soup.get_text()


def test_links_to_other_pages_lead_to_the_book_s_address(page, monkeypatch):
    monkeypatch.setattr(single, "_address", lambda: "https://book.org/")
    [link] = [one for one in page().select("a") if one.get_text() == "other"]
    assert link["href"] == "https://book.org/chapters/02-other.html#x"


def test_the_glossary_stands_behind_the_chapter_one_level_lower(page):
    beside = page().select_one("#glossary")
    assert beside.find("h2", id="glossary-glossary")
    assert not beside.find("h1")


def test_nothing_is_loaded(page):
    soup = page()
    assert not soup.select("script[src], link[rel~=stylesheet], link[rel~=next]")
    assert "url(data:image/png;base64,iVBORw==)" in soup.style.string
    assert "@import" not in soup.style.string
    assert soup.img["src"].startswith("data:image/png;base64,")
    assert not soup.select(".prev-next-footer")


def test_scripts_keep_their_order_and_cannot_close_themselves(page):
    soup = page()
    scripts = [one.string for one in soup.select("script:not(.chart-spec)")]
    assert scripts == ['let text = "<\\/script>";', "vega();", "late();"]
    assert soup.head.script.string == 'let text = "<\\/script>";'


def test_vega_comes_only_where_there_are_charts(page, html):
    path = html / "chapters" / "01-non-alignment.html"
    path.write_text(path.read_text().replace("chart-spec", "no-chart"))
    assert "vega();" not in str(page())


def test_the_contents_keep_parts_and_the_chapter():
    toc = {
        "root": "index",
        "parts": [
            {"caption": "A", "numbered": True, "chapters": [
                {"file": "chapters/01-non-alignment"}, {"file": "chapters/02-grievances"}]},
            {"caption": "B", "chapters": [{"file": "chapters/back/methods"}]},
        ],
    }  # fmt: skip
    assert single._shortened(toc, "01-non-alignment")["parts"] == [
        {"caption": "A", "numbered": True, "chapters": [{"file": "chapters/01-non-alignment"}]}
    ]
