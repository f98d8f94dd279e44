"""Aims coded from documents, by hand."""

import pandas as pd

from eastward.measures import aims

ROWS = pd.DataFrame(
    {
        "tags": [
            "aim-unity;agree", "aim-assad;agree", "aim-assad;differ", "aim-israel;differ;settled",
            "aim-turkey;aim-north-east;differ", "aim-talks;differ", "aim-forces",
        ]
    }
)  # fmt: skip


def test_an_open_difference_outweighs_a_common_word():
    found = aims.alike(ROWS)
    assert (found.value, found.n) == (20, 5)  # of five aims the unity of the state alone


def test_settled_and_mixed_aims_may_be_read_as_the_same():
    assert aims.alike(ROWS, settled="same").value == 40
    assert aims.alike(ROWS, mixed="same").value == 40
    assert aims.alike(ROWS, settled="same", mixed="same").value == 60


def test_no_document_is_no_finding():
    assert aims.alike(ROWS.head(0)).value is None
    assert aims.alike(pd.DataFrame({"tags": ["aim-forces", None]})).n == 0


def test_a_document_on_two_aims_counts_for_both():
    assert aims.coded(ROWS)["differ"].to_dict() == {
        "aim-unity": 0, "aim-assad": 1, "aim-forces": 0, "aim-israel": 1, "aim-turkey": 1,
        "aim-reconstruction": 0, "aim-north-east": 1,
    }  # fmt: skip
