"""The chart kinds of the book.

Public names: :func:`lines`, :func:`long`, :func:`timeline`, :func:`rules`, :func:`nothing`,
:func:`padding`, :func:`ticks`, :func:`year_position`, :func:`in_prose`.
"""

from collections.abc import Collection
from datetime import date

import altair as alt
import pandas as pd

from eastward.figures import theme

HEIGHT = 270
LABEL_GAP = 15  # pixels between the labels at the ends of lines
LETTER = 7.5  # width of a letter of a label, pixels
FEW_DAYS = 3 * 366  # over less, the axis names months
PHONE_PLOT = 230  # width of a plot on a phone, pixels
NARROW = 420  # pixels of a plot below which labels stand inside it
THREADS = 3  # rows of names at the foot of a timeline
STEP = 14  # pixels from one rule's label to the next
PADDING = {"left": 5, "top": 34, "bottom": 5, "right": 10}  # room for two labels above the plot


def padding(labels: int = 0) -> dict[str, int]:
    """Room around a plot with so many labels of rules above it."""
    return PADDING | {"top": 6 + STEP * labels}


def ticks(most: int, room: int = 60) -> alt.ExprRef:
    """Number of an axis's labels, each of which takes some pixels of the plot's width."""
    return alt.ExprRef(f"clamp(floor(width / {room}), 2, {most})")


def in_prose(label: str) -> str:
    """A state's label as a sentence has it.

    Examples
    --------
    >>> in_prose("USA"), in_prose("Iran")
    ('the United States', 'Iran')
    """
    return {"USA": "the United States"}.get(label, label)


def year_position(day: str) -> float:
    """Place of a day on an axis of years on which a year's value stands at its middle."""
    day = date.fromisoformat(day)
    return round(day.year + day.timetuple().tm_yday / 366 - 0.5, 2)


def lines(
    data: pd.DataFrame,
    measure: str,
    labels: dict[str, str],
    marks: dict[str, float],
    like: dict[str, str] | None = None,
) -> alt.LayerChart:
    """Lines over years, each labelled at its end.

    Parameters
    ----------
    data : DataFrame
        Columns series (a code), year, value.
    measure : str
        What is measured, with its unit; it becomes the figure's subtitle.
    labels : dict
        Code to label, in drawing order.
    marks : dict
        Label to place on the year axis of the vertical rules (shock, cut-off).
    like : dict, optional
        Series to the code of the country whose colour it takes, where they differ.
    """
    data = data[data["series"].isin(labels)].dropna(subset=["value"])
    if data.empty:
        return nothing()
    named = data.assign(label=data["series"].map(labels))
    first, last = int(named["year"].min()), int(named["year"].max())
    low, high = min(0.0, named["value"].min()), 1.05 * named["value"].max()
    colours, dashes = theme.scales(labels, like or {})
    ends = _line_ends(named, gap=LABEL_GAP * (high - low) / HEIGHT)
    domain = [first, max([last, *marks.values()])]
    beside = f"width < {NARROW} ? width : width - {_overhang(ends, *domain):.0f}"
    x = alt.X(
        "year:Q",
        title=None,
        scale=alt.Scale(domain=domain, range=[0, alt.ExprRef(beside)], nice=False, zero=False),
        axis=alt.Axis(format="d", tickMinStep=1, tickCount=ticks(6), grid=False),
    )
    y = alt.Y(
        "value:Q",
        title=None,
        scale=alt.Scale(domain=[low, high], nice=False),
    )
    colour = alt.Color("series:N", scale=colours, legend=None)
    base = alt.Chart(named)
    path = base.mark_line(strokeWidth=2.2).encode(
        x=x, y=y, color=colour, strokeDash=alt.StrokeDash("series:N", scale=dashes, legend=None)
    )
    dots = base.mark_point(filled=True, size=22, opacity=0.9).encode(
        x=x,
        y=y,
        color=colour,
        tooltip=["label:N", "year:Q", alt.Tooltip("value:Q", format=",.2f", title=measure)],
    )
    ends["ink"] = [theme.text_colour((like or {}).get(one, one)) for one in ends["series"]]
    text = {"fontSize": 12, "fontWeight": "bold", "align": _if_narrow("'right'", "'left'")}
    text |= {"dx": _if_narrow("0", "7"), "dy": _if_narrow("-11", "0")}
    names = alt.Chart(ends).encode(x="year:Q", y="place:Q", text="label:N")
    halo = names.mark_text(**text, stroke="white", strokeWidth=4)
    names = names.mark_text(**text).encode(color=alt.Color("ink:N", scale=None))
    return alt.layer(*rules(marks, "year"), path, dots, halo, names).properties(
        width="container",
        height=HEIGHT,
        usermeta={"measure": measure},
        padding=padding(len(marks)),
    )


def long(series: dict[str, pd.Series]) -> pd.DataFrame:
    """Yearly series as one frame with the columns series, year, value, as `lines` takes it."""
    frames = [
        pd.DataFrame({"series": name, "year": one.index.astype(int), "value": one.to_numpy()})
        for name, one in series.items()
        if len(one)
    ]
    return pd.concat(
        frames or [pd.DataFrame(columns=["series", "year", "value"])], ignore_index=True
    )


def nothing() -> alt.LayerChart:
    """What stands in place of a chart whose data do not exist under the parameters."""
    text = alt.Chart(pd.DataFrame({"text": ["No data under these parameters"]}))
    return alt.layer(text.mark_text(color=theme.GREY).encode(text="text:N")).properties(
        width="container", height=60
    )


def rules(
    marks: dict[str, float | str], field: str, kind: str = "Q", ahead: Collection[str] = ()
) -> list[alt.Chart]:
    """Vertical rules, each labelled above the plot, one label higher than the next.

    The label ends at its rule; that of a mark in ``ahead``, near the left edge, begins there.
    """
    layers = []
    for row, (mark, place) in enumerate(marks.items()):
        base = alt.Chart(pd.DataFrame({field: [place], "mark": [mark]})).encode(x=f"{field}:{kind}")
        layers.append(base.mark_rule(strokeDash=[3, 3], color=theme.GREY))
        side = "left" if mark in ahead else "right"
        label = base.mark_text(baseline="bottom", align=side, fontSize=12, color="#555555")
        layers.append(label.encode(y=alt.value(-3 - STEP * row), text="mark:N"))
    return layers


def timeline(
    data: pd.DataFrame,
    events: pd.DataFrame,
    measure: str,
    kinds: dict[str, tuple[str, str]],
    marks: dict[str, str],
) -> alt.LayerChart:
    """A daily or monthly series with dated events on it.

    Parameters
    ----------
    data : DataFrame
        Columns date, value.
    events : DataFrame
        Columns date, value (height on the chart), title, kind, name (at the mark).
    measure : str
        What is measured, with its unit; it becomes the figure's subtitle.
    kinds : dict
        Kind of event to its colour and shape, in the order of the legend; those that no event
        has are left out.
    marks : dict
        Label to ISO date of the vertical rules.
    """
    kinds = {kind: look for kind, look in kinds.items() if (events["kind"] == kind).any()}
    days = pd.to_datetime(data["date"])
    short = (days.max() - days.min()).days < FEW_DAYS
    form, count = ("%b %Y", ticks(4, 90)) if short else ("%Y", ticks(6))
    x = alt.X("date:T", title=None, axis=alt.Axis(format=form, tickCount=count, grid=False))
    y = alt.Y("value:Q", title=None, scale=alt.Scale(zero=True))
    legend = alt.Legend(title=None, orient="bottom")
    path = alt.Chart(data).mark_line(color=theme.INK, strokeWidth=1.4).encode(x=x, y=y)
    points = (
        alt.Chart(events)
        .mark_point(filled=True, size=130, opacity=1, stroke="white", strokeWidth=1)
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=list(kinds), range=[colour for colour, _ in kinds.values()]),
                legend=legend,
            ),
            shape=alt.Shape(
                "kind:N",
                scale=alt.Scale(domain=list(kinds), range=[shape for _, shape in kinds.values()]),
                legend=legend,
            ),
            tooltip=["date:T", "title:N", "kind:N"],
        )
    )
    names = _hung(events, x, y) if kinds else []
    layers = [*rules(marks, "date", "T"), path, *names, *([points] if kinds else [])]
    return alt.layer(*layers).properties(
        width="container",
        height=HEIGHT,
        padding=padding(len(marks)),
        usermeta={"measure": measure},
    )


def _hung(events: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Names of events at the plot's foot, in rows by turns, each on a thread from its mark."""
    layers = []
    for row in range(THREADS):
        base = alt.Chart(events.sort_values("date").iloc[row::THREADS]).encode(x=x)
        foot = alt.value(HEIGHT - 8 - STEP * (THREADS - 1 - row))
        thread = base.mark_rule(color=theme.GREY, strokeWidth=0.8)
        layers += [
            thread.encode(y=y, y2=alt.value(HEIGHT - 16 - STEP * (THREADS - 1 - row))),
            base.mark_text(fontSize=12, color="#555555").encode(y=foot, text="name:N"),
        ]
    return layers


def _line_ends(named: pd.DataFrame, gap: float) -> pd.DataFrame:
    """Last point of each line, its label moved up where two would overlap."""
    ends = named.sort_values("year").groupby("series", as_index=False).last()
    ends = ends.sort_values("value", ignore_index=True)
    places: list[float] = []
    for value in ends["value"]:
        places.append(value if not places else max(value, places[-1] + gap))
    return ends.assign(place=places)[["series", "label", "year", "place"]]


def _overhang(ends: pd.DataFrame, first: float, last: float) -> float:
    """Pixels by which labels reach beyond the last year, in the narrowest plot that has them so."""
    start = NARROW * (ends["year"] - first) / max(last - first, 1)
    return max(0.0, float((start + LETTER * (ends["label"].str.len() + 1) - NARROW).max()))


def _if_narrow(inside: str, beside: str) -> alt.ExprRef:
    """A property of labels that stand inside a narrow plot and beside a wide one."""
    return alt.ExprRef(f"width < {NARROW} ? {inside} : {beside}")
