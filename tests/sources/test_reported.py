"""Growth rates to totals."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import reported

COLUMNS = ["partner", "year", "flow", "value", "growth_percent", "derivation"]


def figures(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


def test_growth_builds_on_the_year_before_even_if_that_is_derived():
    result = reported.apply_growth(
        figures(
            ["B", 2002, "total", None, 50.0, None],
            ["B", 2001, "total", None, 10.0, None],
            ["B", 2000, "total", 2000, None, None],
            ["B", 2000, "partner_exports", 900, None, None],
        )
    )
    totals = result[result["flow"] == "total"]
    assert totals["value"].tolist() == pytest.approx([2000, 2200, 3300])
    assert totals["derivation"].tolist() == [None, "2 x 1.10", "2.2 x 1.50"]


def test_growth_without_a_base_is_refused():
    with pytest.raises(InputError, match="B 2001: growth without a total for 2000"):
        reported.apply_growth(figures(["B", 2001, "total", None, 10.0, None]))
