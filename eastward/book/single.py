"""A chapter as one page in one file, in the book's look: a small book, built and drawn together.

Public names: :func:`single`, :class:`PageFailed`, :data:`BUILDER`.
"""

import base64
import mimetypes
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urljoin

import nbformat
import yaml
from bs4 import BeautifulSoup, Tag

from eastward import paths
from eastward.book import site
from eastward.runs import Run

BUILDER = Path(sys.executable).with_name("jupyter-book")
# What comes along with the chapter, so that terms, works and theories lead somewhere.
BESIDE = ("chapters/theory", "chapters/back/glossary", "chapters/back/references")
# What needs the other pages of a book: search, neighbours, contents, downloads.
NEEDLESS = (
    ".bd-sidebar-primary", ".primary-toggle", ".search-button", ".search-button-field",
    "dialog", ".search-dialog", ".prev-next-footer", ".neighbours", ".dropdown-download-buttons",
    ".contents .caption ~ ul .notebook", "script[type='text/x-thebe-config']",
    "link[rel~=next]", "link[rel~=prev]", "link[rel~=search]", "link[rel~=index]",
    "link[rel~=preload]", "link[rel~=canonical]",
)  # fmt: skip
UNUSED = re.compile(r"search|language_data|thebe|fontawesome|mathjax")  # scripts
QUIET = ["myst.xref_missing", "ref.ref", "ref.numref", "ref.term", "ref.doc", "toc.not_readable"]
ADDRESS = re.compile(r"url\(\s*(['\"]?)(?!data:|#)([^'\")]+)\1\s*\)")


class PageFailed(Exception):
    """Sphinx stopped; the message is one line with its last complaint."""


def single(notebook: nbformat.NotebookNode, run: Run) -> str:
    """Build the page of an executed chapter with everything that it shows inside it.

    Parameters
    ----------
    notebook : NotebookNode
        The executed chapter.
    run : Run
        What was executed.

    Returns
    -------
    str
        HTML that loads nothing. Links to pages that are not in it lead to the book's address,
        where ``_config.yml`` names one (``book: {url: …}``), and are text elsewhere.

    Raises
    ------
    PageFailed
        Sphinx could not build the page.
    """
    with TemporaryDirectory(prefix="eastward-") as folder:
        html = _build(notebook, run, Path(folder))
        page = html / "chapters" / f"{run.page}.html"
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for unused in soup.select(", ".join(NEEDLESS)):
            unused.decompose()
        for caption in soup.select(".contents .caption:has(+ ul:not(:has(li)))"):
            caption.decompose()
        present = {page.resolve(): ""} | _append(soup, page, html)
        _lead(soup, page, present, run)
        _hold(soup, page)
        return str(soup)


def _build(notebook: nbformat.NotebookNode, run: Run, folder: Path) -> Path:
    """Build a book of the chapter and what goes with it; where its pages are."""
    executed = folder / f"{run.page}.ipynb"
    nbformat.write(notebook, executed)
    settings = site.configuration(run.edition, [], False)
    settings["sphinx"]["config"] |= {"rerun": bool(run.changed), "suppress_warnings": QUIET}
    book, built = folder / "book", folder / "built"
    site.lay_out(book, {run.page: executed}, settings)
    (book / "index.md").write_text(f"# {settings['title']}\n", encoding="utf-8")
    toc = yaml.safe_load((book / "_toc.yml").read_text(encoding="utf-8"))
    (book / "_toc.yml").write_text(yaml.safe_dump(_shortened(toc, run.page)), encoding="utf-8")
    done = subprocess.run(
        [BUILDER, "build", book, "--path-output", built, "-q"],
        capture_output=True,
        text=True,
        check=False,
    )
    html = built / "_build" / "html"
    if done.returncode != 0 or not (html / "chapters" / f"{run.page}.html").is_file():
        said = (done.stderr or done.stdout).strip().splitlines() or ["without a word"]
        raise PageFailed(f"chapter {run.page}: the page could not be built: {said[-1].strip()}")
    return html


def _shortened(toc: dict, page: str) -> dict:
    """The table of contents with the chapter and what goes with it, parts and numbers kept."""
    wanted = {f"chapters/{page}", *BESIDE}

    def keep(listed: list[dict]) -> list[dict]:
        return [one for one in listed if one["file"] in wanted]

    toc = dict(toc)
    if "parts" in toc:
        parts = [part | {"chapters": keep(part["chapters"])} for part in toc["parts"]]
        toc["parts"] = [part for part in parts if part["chapters"]]
    else:
        toc["chapters"] = keep(toc["chapters"])
    return toc


def _append(soup: BeautifulSoup, page: Path, html: Path) -> dict[Path, str]:
    """Put the other pages' text behind the chapter's, their labels made different from its own.

    Returns
    -------
    dict of Path to str
        Every page that stands in the file now, and what its labels begin with.
    """
    article, present = _article(soup), {}
    for name in BESIDE:
        path = html / f"{name}.html"
        if not path.is_file():
            continue
        prefix = f"{path.stem}-"
        other = _article(BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser"))
        for one in other.select("[id]"):
            one["id"] = prefix + one["id"]
        for link in other.select("a[href]"):
            link["href"] = urljoin(path.as_uri(), link["href"])  # relative to where it stood
        for number in range(5, 0, -1):
            for heading in other.find_all(f"h{number}"):
                heading.name = f"h{number + 1}"
        body = soup.new_tag("div", attrs={"class": "page-beside", "id": prefix.rstrip("-")})
        body.extend(list(other.children))
        article.append(body)
        present[path.resolve()] = prefix
    return present


def _lead(soup: BeautifulSoup, page: Path, present: dict[Path, str], run: Run) -> None:
    """Make links lead within the file, to the book's address, or be text."""
    url = _address()
    for link in soup.select("a[href]"):
        whole = urljoin(page.as_uri(), link["href"])
        if not whole.startswith("file:"):
            continue
        target, _, label = whole.removeprefix("file://").partition("#")
        path = Path(unquote(target.partition("?")[0])).resolve()
        if path in present:
            prefix = present[path]
            link["href"] = f"#{prefix}{label}".rstrip("-")
        elif url and path.suffix == ".html":
            inside = path.relative_to(page.parents[1].resolve()).as_posix()
            link["href"] = f"{urljoin(url, inside)}{'#' + label if label else ''}"
        else:
            link.name = "span"
            link.attrs = {"class": link.get("class", [])}


def _hold(soup: BeautifulSoup, page: Path) -> None:
    """Put style sheets, fonts, scripts and pictures into the page."""
    for link in soup.select("link[href]"):
        file = _file(page, link["href"])
        if file is None:
            continue
        if "stylesheet" in link.get("rel", []):
            style = soup.new_tag("style")
            style.string = _style(file)
            link.replace_with(style)
        else:
            link["href"] = _data(file)
    for picture in soup.select("img[src], source[src]"):
        file = _file(page, picture["src"])
        if file is not None:
            picture["src"] = _data(file)
    vega = page.parents[1] / "_static" / "vega.js"
    if soup.select_one(".chart-spec") and vega.is_file():
        soup.body.append(_script(soup, vega))
    for script in soup.select("script[src]"):
        file = _file(page, script["src"])
        held = None if file is None or UNUSED.search(file.name) else _script(soup, file)
        if held and script.has_attr("defer"):  # runs when the page is there
            soup.body.append(held)
        elif held:
            script.insert_before(held)
        script.decompose()


def _script(soup: BeautifulSoup, file: Path) -> Tag:
    held = soup.new_tag("script")
    held.string = file.read_text(encoding="utf-8").replace("</script", "<\\/script")
    return held


def _style(file: Path) -> str:
    """A style sheet with its fonts and pictures inside; formats that no browser needs go."""

    def inside(match: re.Match) -> str:
        target = _file(file, match[2])
        wanted = target is not None and target.suffix in (".woff2", ".svg", ".png")
        return f"url({_data(target)})" if wanted else 'url("data:,")'

    text = re.sub(r"@import[^;]*;", "", file.read_text(encoding="utf-8"))
    return ADDRESS.sub(inside, text)


def _file(page: Path, address: str) -> Path | None:
    """The file beside a page that an address means; None where it is none of ours."""
    whole = urljoin(page.as_uri(), address)
    if not whole.startswith("file:"):
        return None
    path = Path(unquote(whole.removeprefix("file://").partition("?")[0].partition("#")[0]))
    return path if path.is_file() else None


def _data(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"


def _article(soup: BeautifulSoup) -> Tag:
    return soup.select_one("article.bd-article") or soup.select_one("main")


def _address() -> str:
    """The book's address, with a slash at its end; empty where none is set."""
    settings = yaml.safe_load((paths.ROOT / "_config.yml").read_text(encoding="utf-8"))
    url = (settings.get("book") or {}).get("url") or ""
    return f"{url.rstrip('/')}/" if url else ""
