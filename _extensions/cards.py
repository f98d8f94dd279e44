"""Pictures that messengers show beside a link to a page: its title and its first sentences.

They need the book's public address (``html_baseurl``), because a messenger fetches them from there.
Where it is not set no picture is drawn.
"""

import textwrap
from html import escape
from pathlib import Path

import vl_convert
from sphinx.application import Sphinx

from eastward import paths
from eastward.figures import palette, theme

WIDTH, HEIGHT, MARGIN = 1200, 630, 80  # pixels that the Open Graph protocol's readers expect
FOLDER = "cards"
TITLE, TEXT = 27, 62  # characters in a line


def card(book: str, title: str, text: str) -> str:
    """Draw a card as SVG.

    Parameters
    ----------
    book : str
        Title of the book, above.
    title : str
        The page's title, at most three lines of it.
    text : str
        What the page says first, at most four lines of it.
    """
    parts, y = [_line(book, 88, 28, "Book Sans", palette.MUTE, 600)], 176
    for line in _wrapped(title, TITLE, 3):
        parts.append(_line(line, y, 68, "Source Serif 4", palette.INK, 600))
        y += 76
    y += 6
    for line in _wrapped(text, TEXT, min(4, (HEIGHT - 40 - y) // 46)):
        parts.append(_line(line, y, 34, "Source Serif 4", palette.SOFT, 400))
        y += 46
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{palette.PAPER}"/>'
        f'<rect width="14" height="{HEIGHT}" fill="{palette.INK}"/>{"".join(parts)}</svg>'
    )


def _wrapped(text: str, width: int, lines: int) -> list[str]:
    return textwrap.wrap(text, width, max_lines=max(lines, 1), placeholder=" …")


def _line(text: str, y: int, size: int, font: str, colour: str, weight: int) -> str:
    return (
        f'<text x="{MARGIN}" y="{y}" font-family="\'{font}\'" font-size="{size}" '
        f'font-weight="{weight}" fill="{colour}">{escape(text)}</text>'
    )


def write(app: Sphinx, page: str, title: str, text: str) -> str:
    """Write a page's card and return its address; nothing where the book has none."""
    if not app.config.html_baseurl:
        return ""
    name = f"{page.replace('/', '-')}.png"
    target = Path(app.outdir, "_static", FOLDER, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    drawn = card(app.config.html_short_title, title, text)
    target.write_bytes(vl_convert.svg_to_png(drawn, scale=1))
    return f"{app.config.html_baseurl.rstrip('/')}/_static/{FOLDER}/{name}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the book's two faces known; the frame asks for the cards."""
    for folder in (theme.FONTS, paths.ROOT / "_latex" / "fonts"):
        vl_convert.register_font_directory(str(folder))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
