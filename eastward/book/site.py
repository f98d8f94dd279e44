"""The sources of one edition's book, and the site that holds all editions.

Public names: :func:`sources`, :func:`library`, :func:`assemble`, :func:`publish`.
"""

import os
import re
import shutil
from pathlib import Path

import nbformat
import yaml

from eastward import edition, paths
from eastward.book import pages

SITE = paths.BUILD / "site"
FOLDERS = ("_extensions", "_latex", "_static", "chapters/back")
FILES = ("_toc.yml", "references.bib")
# What Sphinx and its theme write but no page of the site needs.
UNUSED = (
    ".buildinfo*",
    ".snakemake_timestamp",
    "*.map",
    "objects.inv",
    "webpack-macros.html",
    # The icons come as web fonts; the same as a script is half of a page's weight.
    "fontawesome.js*",
    "fa-*.ttf",
)
ICON_SCRIPT = re.compile(r"<script[^>]*/fontawesome\.js[^>]*></script>")


def sources() -> list[Path]:
    """Files that a book's folder takes as they are, and the configuration."""
    found = [paths.ROOT / name for name in ("_config.yml", *FILES)] + _prose()
    for folder in FOLDERS:
        found += sorted(
            path
            for path in (paths.ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        )
    return found


def library() -> list[Path]:
    """Files that shape a book: what its extensions read, and the code that lays it out."""
    read = [
        paths.ROOT / "CITATION.cff",
        *sorted((paths.DATA / "claims").glob("*.yml")),
        paths.DATA / "datapackage.json",
        *sorted(paths.EDITIONS.glob("*.yml")),
        *sorted((paths.ROOT / "eastward" / "book").glob("*.py")),
    ]
    return [*pages.library(), *read]


def assemble(name: str, folder: Path, editions: list[str], pdf: bool) -> None:
    """Lay out the sources of one edition's book: executed notebooks in place of the chapters.

    Parameters
    ----------
    name : str
        The edition whose notebooks are taken.
    folder : Path
        Where the sources go; what was there is removed.
    editions : list of str
        All editions of the site, the one at its root first.
    pdf : bool
        Whether the pages link to a PDF.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file in FILES:
        shutil.copy(paths.ROOT / file, folder / file)
    for part in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(paths.ROOT / part, folder / part, ignore=ignored)
    for page in _prose():
        shutil.copy(page, folder / page.relative_to(paths.ROOT))
    executed = paths.BUILD / "editions" / name / "notebooks"
    for page in pages.pages():
        place = pages.source(page).relative_to(paths.ROOT).with_suffix(".ipynb")
        shutil.copy(executed / f"{page}.ipynb", folder / place)
    settings = _configuration(name, editions, pdf)
    (folder / "_config.yml").write_text(
        yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )


def publish(editions: list[str], pdf: bool) -> None:
    """Put all editions into one site: the first at its root, the others in folders beside it.

    The site is assembled aside and then put in place, so that there is never half a site.
    """
    partial = SITE.with_name(".site.partial")
    shutil.rmtree(partial, ignore_errors=True)
    for name in editions:
        built = paths.BUILD / "editions" / name
        target = partial if name == editions[0] else partial / name
        shutil.copytree(
            built / "html" / "_build" / "html", target, ignore=shutil.ignore_patterns(*UNUSED)
        )
        _strip_notebooks(target / "_sources")
        for page in target.rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            page.write_text(ICON_SCRIPT.sub("", html), encoding="utf-8")
        if pdf:
            shutil.copy(built / "book.pdf", target / "book.pdf")
    shutil.rmtree(SITE, ignore_errors=True)
    os.replace(partial, SITE)


def _prose() -> list[Path]:
    """Find the pages that stand among the chapters and have nothing to execute."""
    chapters = pages.chapters()
    return sorted(page for page in paths.CHAPTERS.glob("*.md") if page.stem not in chapters)


def _configuration(name: str, editions: list[str], pdf: bool) -> dict:
    """Turn execution off in the book's configuration and say which edition this is."""
    settings = _read("_config.yml")
    about = _read("CITATION.cff")
    own = edition.load(name)
    settings["execute"]["execute_notebooks"] = "off"
    settings["sphinx"]["config"] |= {
        "edition": name,
        "editions": editions,
        "edition_pdf": pdf,
        # The printed title page.
        "release": f"{own.title} edition, data to {own.parameters['cutoff']}",
        "today": f"Version {about['version']}, {about['date-released']:%-d %B %Y}",
    }
    return settings


def _read(name: str) -> dict:
    return yaml.safe_load((paths.ROOT / name).read_text(encoding="utf-8"))


def _strip_notebooks(folder: Path) -> None:
    """Empty the outputs of the notebooks that pages offer for download; readers run them."""
    for path in folder.rglob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        nbformat.write(notebook, path)
