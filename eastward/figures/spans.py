"""What a chart over time shows of the time it speaks of: rules, tinted years, and the empty case.

Public names: :func:`shock_label`, :func:`marks`, :func:`by_year`, :func:`tinted`,
:func:`nothing`.
"""

from collections.abc import Iterable
from typing import Any

import altair as alt
import pandas as pd

from eastward import edition, quantities
from eastward.figures import charts, theme

LEAVING = "US leaves the deal"
LAST = "2021-06-30"  # a rule beyond the last yearly datum would leave the plot half empty


def shock_label(shock: str, focal: str) -> str:
    """What stands at the rule of the shock: the article's event by name, any other by its day.

    Examples
    --------
    >>> shock_label("2018-05-08", "IRN"), shock_label("2018-05-08", "TUR")
    ('US leaves the deal', '8 May 2018')
    """
    article = edition.load(edition.DEFAULT).parameters
    same = (shock, focal) == (article["shock"], article["focal"])
    return LEAVING if same else quantities.day(shock)


def marks(cutoff: str, shock: str, focal: str, last: str = LAST) -> dict[str, str]:
    """Vertical rules of a chart: the shock, and a cut-off that lies before its data end.

    Parameters
    ----------
    cutoff, shock : str
        ISO dates.
    focal : str
        ISO3 code; the article's event is named for the article's state alone.
    last : str
        ISO date beyond which no rule is drawn.

    Examples
    --------
    >>> marks("2026-08-31", "2018-05-08", "IRN")
    {'US leaves the deal': '2018-05-08'}
    """
    places = {"cut-off": cutoff, shock_label(shock, focal): shock}
    return {name: day for name, day in places.items() if day <= min(cutoff, last)}


def by_year(marks: dict[str, str]) -> dict[str, float]:
    """The same for a chart over years."""
    return {name: charts.year_position(day) for name, day in marks.items()}


def tinted(chart: alt.LayerChart, tested: Iterable[int], drawn: pd.Series) -> alt.LayerChart:
    """A chart over years with the tested ones tinted behind it.

    Parameters
    ----------
    chart : LayerChart
        As :func:`.charts.lines` makes it.
    tested : iterable of int
        Years that the claim speaks of.
    drawn : Series
        Years that the chart draws.
    """
    inside = [year for year in tested if drawn.min() <= year <= drawn.max()]
    if not inside:
        return chart
    band = pd.DataFrame({"year": [min(inside)], "end": [max(inside)]})
    if min(inside) == max(inside):
        band = band.assign(year=band["year"] - 0.4, end=band["end"] + 0.4)
    band["end"] = band["end"].clip(upper=float(drawn.max()))
    tint = alt.Chart(band).mark_rect(color=theme.INK, opacity=0.09)
    tint = tint.encode(x=alt.X("year:Q", title=None), x2="end:Q")
    return alt.layer(tint, *chart.layer).properties(
        width=chart.width, height=chart.height, padding=chart.padding, usermeta=chart.usermeta
    )


def nothing(data: pd.DataFrame, *sources: str) -> dict[str, Any]:
    """Parts of a figure that has nothing to draw.

    Parameters
    ----------
    data : DataFrame
        Its columns are kept.
    *sources : str
        Tables that were looked into.
    """
    chart, empty = charts.nothing(), data.iloc[:0]
    return {"title": "", "alt": "", "chart": chart, "data": empty, "sources": list(sources)}
