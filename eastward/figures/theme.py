"""How the book's charts look: colours, dashes and shapes that also work in black and white.

Public names: :func:`colour`, :func:`text_colour`, :func:`dash`, :func:`scales`, :func:`config`,
:data:`OUTCOMES`, :data:`INK`, :data:`GREY`, :data:`FONT`, :data:`FONTS`.

The colours are those of Okabe and Ito (2008, *Color Universal Design*), which readers with any
common form of colour blindness can tell apart. A country keeps its colour through the book.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import altair as alt

from eastward.figures import palette
from eastward.figures.palette import GREY, INK

# Source Sans 3 under another name: vl-convert cannot measure texts in a font with a digit in its
# name, quoted or not, and takes each for about two and a half times as wide as it is.
FONT = "Book Sans, Liberation Sans, sans-serif"
FONTS = Path(__file__).with_name("fonts")  # the same as files, for charts in print

_DASHES = {
    "IRN": [1, 0],
    "RUS": [1, 0],
    "CHN": [7, 3],
    "USA": [2, 2],
    "EUR": [10, 3, 2, 3],
    "SAU": [4, 4],
}
_OTHER_DASHES = ([1, 0], [6, 2], [2, 2], [8, 3, 2, 3], [4, 4])

# outcome: ink and mark, for colour means a country; the words always stand beside them
OUTCOMES = {
    "supports": (INK, "circle"),
    "silent": ("#bdbdbd", "square"),
    "against": (GREY, "triangle-down"),
}


def colour(code: str) -> str:
    """A country's or bloc's colour; grey for all without one of their own."""
    return palette.COUNTRIES[code][1] if code in palette.COUNTRIES else GREY


def text_colour(code: str) -> str:
    """The same for letters, dark enough to be read; ink for all without a colour."""
    return palette.TEXTS.get(code, INK)


def dash(code: str, position: int = 0) -> list[int]:
    """A country's dash pattern; others take one by their position among the others."""
    return _DASHES.get(code, _OTHER_DASHES[position % len(_OTHER_DASHES)])


def scales(codes: Iterable[str], like: dict[str, str] | None = None) -> tuple[alt.Scale, alt.Scale]:
    """Colour scale and dash scale for some codes, in their order.

    Parameters
    ----------
    codes : iterable of str
        Countries, blocs or other series.
    like : dict, optional
        Series to the code whose colour it takes.
    """
    codes, like = list(codes), like or {}
    others = [code for code in codes if code not in _DASHES]
    dashes = [dash(code, others.index(code) if code in others else 0) for code in codes]
    return (
        alt.Scale(domain=codes, range=[colour(like.get(code, code)) for code in codes]),
        alt.Scale(domain=codes, range=dashes),
    )


def config() -> dict[str, Any]:
    """Vega-Lite configuration that every chart of the book carries."""
    text = {
        "labelFont": FONT,
        "titleFont": FONT,
        "labelColor": palette.SOFT,
        "titleColor": palette.SOFT,
        "labelFontSize": 13,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
    }
    return {
        "aria": False,  # one description of the whole figure instead of one of each mark
        "background": "transparent",
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            **text,
            "labelSeparation": 8,
            "gridColor": palette.LINE,
            "domainColor": GREY,
            "tickColor": GREY,
        },
        "legend": text,
        "header": {**text, "labelFontWeight": "bold", "labelColor": INK},
        "title": {
            "font": FONT,
            "fontSize": 16,
            "fontWeight": 600,
            "color": INK,
            "anchor": "start",
            "frame": "group",
            "subtitleFont": FONT,
            "subtitleFontSize": 13,
            "subtitleColor": palette.MUTE,
            "offset": 12,
        },
        "line": {"strokeWidth": 2.6},
        "text": {"font": FONT, "fontSize": 13, "color": INK},
    }
