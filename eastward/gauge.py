"""The gauge of a judged test: zones, value, interval, peers and other ways to count, as SVG.

Public names: :func:`gauge`, :func:`on_paper`, :data:`KEY`.

It is drawn in the ink of the page (``currentColor`` and the classes of ``_static/claims.css``),
so that it follows light and dark and prints in black and white.
"""

from html import escape
from typing import Any

import vl_convert

from eastward import panel
from eastward.figures import palette, theme
from eastward.quantities import number, quantity

WIDTH, HEIGHT, LEFT, RIGHT = 300, 62, 6, 294  # pixels of the view box
TOP, BOTTOM = 18, 36  # of the band
ROOM = 0.08  # of the drawn range, free at either end
TRIMMED = 0.05  # of peers and specifications at either end that may lie outside the band
KEY = (
    "To read a gauge: the triangle is the value, a ring is another unit, a tick below the band is "
    "another way to count. Grey supports the reading, hatching speaks against it; between them, "
    "and where observations are too few, a test is silent. Odds of 3 to 1 make a reading supported "
    "or contradicted; odds of 20 to 1 can make it strongly so."
)
SWARM = 5.2  # pixels between the rows of rings
MOST = 120  # marks of one sort; more are thinned
LETTER, GAP = 7, 3  # pixels: of a letter of a limit, and from a limit to a label beside it
# What _static/claims.css says, in the colours of paper.
_STYLE = f"""<style>
text {{ font: 12.5px '{theme.FONT.partition(",")[0]}'; fill: {palette.MUTE} }}
.found {{ font-size: 14px; font-weight: 600; fill: {palette.INK} }}
.zone, .zone-against, .hatch, .peer {{ fill: none }}
.zone {{ stroke: #8b8f94 }} .hatch {{ stroke: #a5a7a9 }} .zone-supports {{ fill: #dddddd }}
.peer, .way {{ stroke: {palette.MUTE}; stroke-width: 1.4 }}
.interval, .value {{ fill: {palette.INK} }}
.value-line {{ stroke: {palette.INK}; stroke-width: 2.4 }}
</style>"""


def gauge(test: dict[str, Any]) -> str:
    """Draw one test.

    Parameters
    ----------
    test : dict
        Its entry in ``verdicts.json``: value, low, high, unit, supports, against, peers, specs.

    Returns
    -------
    str
        An ``svg`` element with an accessible name; empty where the test has no value.
    """
    if test["value"] is None:
        return ""
    limits = {side: _limit(test[side]) for side in ("supports", "against")}
    scale = _scale(test, [value for _, value in limits.values()])
    parts = [f'<rect class="zone" {_box(LEFT, RIGHT)}/>']
    for side, (above, value) in limits.items():
        start, end = (scale(value), RIGHT) if above else (LEFT, scale(value))
        parts.append(f'<rect class="zone-{side}" {_box(start, end)}/>')
        parts += _hatching(start, end) if side == "against" else []
    parts += [
        f'<circle class="peer" cx="{scale(one)}" cy="{_row(turn)}" r="2.2"/>'
        for turn, one in enumerate(_thin(test.get("peers", [])))
    ]
    if test["low"] is not None:
        low, high = scale(test["low"]), scale(test["high"])
        parts.append(
            f'<rect class="interval" x="{low}" y="25" width="{high - low:.1f}" height="4"/>'
        )
    parts += [
        f'<path class="way" d="M{scale(one)} {BOTTOM - 3}v7"/>'
        for one in _thin(test.get("specs", []))
    ]
    place = scale(test["value"])
    parts.append(f'<path class="value" d="M{place} {BOTTOM + 3}l-6 9h12z"/>')
    parts.append(f'<path class="value-line" d="M{place} 14V{BOTTOM + 4}"/>')
    parts += _labels(test, limits, scale, place)
    name = escape(panel.said(test).replace("**", ""), quote=True)
    return (
        f'<svg class="gauge" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{name}">'
        f"{''.join(parts)}</svg>"
    )


def on_paper(svg: str) -> bytes:
    """A gauge as a vector picture in PDF, for print."""
    styled = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return vl_convert.svg_to_pdf(styled.replace(">", f">{_STYLE}", 1))


def _limit(text: str) -> tuple[bool, float]:
    """Whether the zone lies above its limit, and the limit."""
    word, value = text.split()
    return word == "above", float(value)


def _scale(test: dict[str, Any], limits: list[float]):
    """Function from a value to its place; what lies outside is drawn at the edge."""
    ends = [test["value"], *limits]
    ends += [test[end] for end in ("low", "high") if test[end] is not None]
    for marks in (sorted(test.get("peers", [])), sorted(test.get("specs", []))):
        cut = int(TRIMMED * len(marks))
        ends += [marks[cut], marks[-1 - cut]] if marks else []
    low, high = min(ends), max(ends)
    room = ROOM * (high - low) or 1.0
    low, high = low - room, high + room

    def place(value: float) -> float:
        share = min(max((value - low) / (high - low), 0.0), 1.0)
        return round(LEFT + share * (RIGHT - LEFT), 1)

    return place


def _labels(test: dict[str, Any], limits: dict, scale, place: float) -> list[str]:
    """The limits above the band, the value below it; one number where both limits are one."""
    ticks = sorted({value for _, value in limits.values()})
    places, said = [scale(value) for value in ticks], [number(value) for value in ticks]
    anchors = ["middle"] * len(ticks)
    if len(ticks) > 1 and places[1] - places[0] < LETTER * sum(map(len, said)) / 2 + 2 * GAP:
        # they would touch, and so stand to the outside of their limits
        places, anchors = [places[0] + GAP, places[1] - GAP], ["end", "start"]
    found = [
        _text("tick", *one) for one in zip(places, [12] * len(ticks), said, anchors, strict=True)
    ]
    words = quantity(test["value"], test["unit"])
    return [*found, _text("found", min(max(place, 40), WIDTH - 40), HEIGHT - 1, words)]


def _text(kind: str, x: float, y: float, words: str, anchor: str = "middle") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


def _box(start: float, end: float) -> str:
    return f'x="{start}" y="{TOP}" width="{end - start:.1f}" height="{BOTTOM - TOP}"'


def _hatching(start: float, end: float) -> list[str]:
    """Slanted lines over a zone; a pattern would need an id, and ids would repeat on a page."""
    height = BOTTOM - TOP
    lines = []
    x = start - height
    while x < end:
        left, right = max(x, start), min(x + height, end)
        if right > left:
            lines.append(
                f"M{left:.1f} {BOTTOM - (left - x):.1f}L{right:.1f} {BOTTOM - (right - x):.1f}"
            )
        x += 6
    return [f'<path class="hatch" d="{"".join(lines)}"/>']


def _row(turn: int) -> float:
    """Height of a ring: neighbours stand in different rows, so that fewer hide one another."""
    return (TOP + BOTTOM) / 2 + SWARM * ((0, 1, -1)[turn % 3])


def _thin(values: list[float]) -> list[float]:
    step = -(-len(values) // MOST) or 1
    return sorted(values)[::step]
