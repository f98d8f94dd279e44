"""Columns of years become rows."""

import pandas as pd

from eastward.sources import macro


def test_years_with_and_without_their_code_become_rows_and_blanks_go():
    index = pd.MultiIndex.from_tuples([("AAA", "x"), ("BBB", "x")], names=["state", "series"])
    wide = pd.DataFrame(
        {
            "Country Name": ["a", "b"],
            "1979 [YR1979]": ["1", "1"],
            "1980 [YR1980]": ["1.5", ".."],
            "1981": [None, "-2"],
            "Unnamed: 9": [None, None],
        },
        index=index,
    )
    rows = macro.long(wide)
    assert rows.values.tolist() == [["AAA", "x", 1980, 1.5], ["BBB", "x", 1981, -2.0]]
