"""Growth rates to totals."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import reported

COLUMNS = ["dyad", "year", "measure", "value", "unit", "derivation"]


def figures(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


def test_growth_builds_on_the_year_before_even_if_that_is_derived():
    result = reported.apply_growth(
        figures(
            ["A-B", 2002, "growth", 50.0, "% on 2001", "as reported"],
            ["A-B", 2001, "growth", 10.0, "% on 2000", "as reported"],
            ["A-B", 2000, "total", 2.0, "bn USD", "as reported"],
        )
    )
    assert result["value"].tolist() == pytest.approx([2.0, 2.2, 3.3])
    assert result["unit"].tolist() == ["bn USD"] * 3
    assert result["derivation"].tolist() == [
        "as reported",
        "derived: 2 x 1.10",
        "derived: 2.2 x 1.50",
    ]


def test_growth_without_a_base_is_refused():
    with pytest.raises(InputError, match="A-B 2001: growth without a total for 2000"):
        reported.apply_growth(figures(["A-B", 2001, "growth", 10.0, "%", "as reported"]))


@pytest.mark.parametrize(
    ("measure", "flow"),
    [
        ("total", "total"),
        ("growth", "total"),
        ("Russian exports", "partner_exports"),
        ("EU imports", "partner_imports"),
    ],
)
def test_flows_are_named_from_the_partners_side(measure, flow):
    assert reported.flow(measure) == flow
