"""The book's colours by name, and charts that follow the page from light to dark.

Public names: :data:`COUNTRIES`, :data:`TEXTS`, :data:`NAMES`, :func:`tint`, :func:`themed_svg`,
:func:`themed_spec`.

Charts are drawn in the light palette, which print, PDF and saved files keep.
For the page each known colour becomes ``var(--name, #hex)``: the page's style gives the name a
light and a dark value, and what is saved from the page finds its light colour in the same place.
"""

import re
from typing import Any

INK, SOFT, MUTE, GREY = "#1d2329", "#4b535b", "#646a71", "#767676"
PAPER, CARD, LINE = "#fdfcf9", "#f6f4ee", "#e2dfd7"

# Okabe and Ito's colours, and the same darkened for letters, which need more contrast
COUNTRIES = {
    "IRN": ("iran", "#009e73"),
    "RUS": ("russia", "#d55e00"),
    "USA": ("usa", "#0072b2"),
    "CHN": ("china", "#e69f00"),
    "EUR": ("europe", "#56b4e9"),
    "SAU": ("saudi", "#cc79a7"),
}
TEXTS = {
    "IRN": "#00694c",
    "RUS": "#a34700",
    "USA": "#0b4f8a",
    "CHN": "#8a5f00",
    "EUR": "#1f6f9f",
    "SAU": "#8f3f6b",
}
TINTS = (0.75, 0.8)  # shares of white in what a country's colour fills


def tint(colour: str, white: float) -> str:
    """Mix a colour with a share of white.

    >>> tint("#000000", 0.8)
    '#cccccc'
    """
    parts = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * white):02x}" for part in parts)


# colour: the name that the page's style knows
NAMES = {
    INK: "ink",
    SOFT: "soft",
    MUTE: "mute",
    GREY: "grey",
    LINE: "line",
    CARD: "card",
    PAPER: "paper",
    "#ffffff": "paper",
    "#222222": "ink",
    **dict.fromkeys(("#444444", "#555555", "#666666", "#6a6a6a"), "soft"),
    **dict.fromkeys(("#9a9a9a", "#bdbdbd"), "border"),
    **dict.fromkeys(("#e4e4e4", "#e6e6e6", "#cfdfe9"), "line"),
    "#f2f2f2": "land",
    "#e8f1f7": "sea",
    **{colour: name for name, colour in COUNTRIES.values()},
    **{colour: f"{COUNTRIES[code][0]}-text" for code, colour in TEXTS.items()},
    **{
        tint(colour, white): f"{name}-tint"
        for name, colour in COUNTRIES.values()
        for white in TINTS
    },
}

_PAINT = re.compile(r'(fill|stroke)="(#[0-9a-fA-F]{6}|white|black)"')
_WORDS = {"white": "#ffffff", "black": "#222222"}


def themed_svg(svg: str) -> str:
    """Give a drawing's known colours their names.

    >>> themed_svg('<path fill="#d55e00" stroke="#123456"/>')
    '<path fill="var(--russia, #d55e00)" stroke="#123456"/>'
    """
    return _PAINT.sub(lambda found: f'{found[1]}="{_named(found[2], words=True)}"', svg)


def themed_spec(spec: Any, drawn: bool = True) -> Any:
    """Give the known colours of a Vega-Lite specification their names.

    The colours of a scale that runs over numbers stay as they are, because Vega mixes them.

    Parameters
    ----------
    spec : dict
        The specification, or any part of it.
    drawn : bool
        Whether the words *white* and *black* are colours here; in data they may be anything.
    """
    if isinstance(spec, str):
        return _named(spec, words=drawn)
    if isinstance(spec, list):
        return [themed_spec(item, drawn) for item in spec]
    if not isinstance(spec, dict):
        return spec
    mixed = spec.get("type") in ("quantitative", "temporal")
    return {
        key: value
        if mixed and key == "scale"
        else themed_spec(value, drawn and key not in ("data", "datasets", "usermeta"))
        for key, value in spec.items()
    }


def _named(colour: str, words: bool) -> str:
    known = _WORDS.get(colour, colour) if words else colour
    name = NAMES.get(known.lower()) if known.startswith("#") else None
    return f"var(--{name}, {known.lower()})" if name else colour
