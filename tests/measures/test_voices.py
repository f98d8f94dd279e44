"""Statements of officials, by hand."""

import pandas as pd

from eastward.measured import Measured
from eastward.measures import voices


def test_a_report_is_nobodys_own_word():
    rows = pd.DataFrame({"actors": ["IRN;RUS"] * 2, "kind": ["history", "order"]})
    assert voices.spoken(rows, ["IRN"]).index.tolist() == [1]
    assert voices.spoken(rows, ["RUS"]).empty


def test_a_share_of_nothing_is_missing():
    empty = pd.DataFrame({"tags": []})
    assert voices.tagged_share(empty, "agree") == Measured(None, 0)
    assert voices.counted(Measured(None, 0)) == {"count": None}
    assert voices.counted(Measured(100 / 3, 6)) == {"count": 2}
