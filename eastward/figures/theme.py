"""How the book's charts look: colours, dashes and shapes that also work in black and white.

Public names: :func:`colour`, :func:`dash`, :func:`scales`, :func:`config`, :data:`OUTCOMES`,
:data:`INK`, :data:`GREY`.

The colours are those of Okabe and Ito (2008, *Color Universal Design*), which readers with any
common form of colour blindness can tell apart. A country keeps its colour through the book.
"""

from collections.abc import Iterable
from typing import Any

import altair as alt

INK = "#222222"
GREY = "#767676"
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

_COLOURS = {
    "IRN": "#009E73",
    "RUS": "#D55E00",
    "USA": "#0072B2",
    "CHN": "#E69F00",
    "EUR": "#56B4E9",
    "SAU": "#CC79A7",
}
_DASHES = {
    "IRN": [1, 0],
    "RUS": [1, 0],
    "CHN": [7, 3],
    "USA": [2, 2],
    "EUR": [10, 3, 2, 3],
    "SAU": [4, 4],
}
_OTHER_DASHES = ([1, 0], [6, 2], [2, 2], [8, 3, 2, 3], [4, 4])

# outcome: colour and mark; the words always stand beside them
OUTCOMES = {
    "supports": ("#0072B2", "circle"),
    "silent": (GREY, "square"),
    "against": ("#D55E00", "triangle-down"),
}


def colour(code: str) -> str:
    """A country's or bloc's colour; grey for all without one of their own."""
    return _COLOURS.get(code, GREY)


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
    text = {"labelFont": FONT, "titleFont": FONT, "labelColor": INK, "titleColor": INK}
    return {
        "background": "white",
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            **text,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "gridColor": "#e6e6e6",
            "domainColor": GREY,
            "tickColor": GREY,
        },
        "legend": {**text, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"},
        "header": {**text, "labelFontSize": 12, "titleFontSize": 12, "labelFontWeight": "bold"},
        "title": {
            "font": FONT,
            "fontSize": 14,
            "color": INK,
            "anchor": "start",
            "frame": "group",
            "subtitleFont": FONT,
            "subtitleFontSize": 11,
            "subtitleColor": "#555555",
            "offset": 12,
        },
        "text": {"font": FONT, "fontSize": 12, "color": INK},
    }
