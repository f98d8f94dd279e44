"""Matrices. The cells are not real."""

import pandas as pd
import vl_convert

from eastward.figures import lanes, matrix

ROWS = {"a": "first row", "b": "second row"}
COLUMNS = {"x": ["strict", "(1)"], "y": ["loose", "(0)"]}
KINDS = {"yes": lanes.Kind("#0072B2"), "no": lanes.Kind("#D55E00", "cross")}
CELLS = pd.DataFrame(
    [("a", "x", "no"), ("a", "y", "yes"), ("b", "x", "yes"), ("c", "x", "yes")],
    columns=["row", "column", "kind"],
)


def svg(chart):
    return vl_convert.vegalite_to_svg(chart.to_dict() | {"width": 300})


def test_rows_columns_and_kinds_are_named():
    text = svg(matrix.matrix(CELLS, ROWS, COLUMNS, KINDS))
    for name in [*ROWS.values(), "strict", "loose", "(1)", "(0)", *KINDS]:
        assert f">{name}<" in text


def test_cells_of_rows_that_were_not_asked_for_are_left_out():
    chart = matrix.matrix(CELLS, ROWS, COLUMNS, KINDS).to_dict()
    cells = [row for data in chart["datasets"].values() for row in data if "kind" in row]
    assert [(row["row"], row["column"]) for row in cells] == [("a", "x"), ("a", "y"), ("b", "x")]
    assert "No data" in str(matrix.matrix(CELLS, {"d": "other"}, COLUMNS, KINDS).to_dict())


def test_a_strong_row_has_a_band():
    plain = matrix.matrix(CELLS, ROWS, COLUMNS, KINDS).to_dict()
    strong = matrix.matrix(CELLS, ROWS, COLUMNS, KINDS, "b").to_dict()
    assert len(strong["layer"]) == len(plain["layer"]) + 1
    bands = [data for data in strong["datasets"].values() if data == [{"name": "second row"}]]
    assert len(bands) == 1
