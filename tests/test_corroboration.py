"""Which coded rows are evidence, on made-up rows."""

import pandas as pd
import pytest

from eastward import corroboration
from eastward.errors import InputError

ROWS = pd.DataFrame({"id": list("abcd"), "corroboration": ["one", "primary", "none", "two"]})


@pytest.mark.parametrize(
    ("least", "kept"), [("primary", "b"), ("two", "bd"), ("one", "abd"), ("none", "abcd")]
)
def test_rows_that_are_borne_out_at_least_so_well(least, kept):
    assert "".join(corroboration.corroborated(ROWS, least)["id"]) == kept


def test_tests_use_primary_and_two():
    assert corroboration.corroborated(ROWS)["id"].tolist() == ["b", "d"]
    assert corroboration.words(ROWS).tolist() == [
        "one source only",
        "corroborated",
        "no source",
        "corroborated",
    ]


def test_another_level_is_refused():
    with pytest.raises(InputError, match="corroboration 'yes': expected one of primary, two"):
        corroboration.corroborated(ROWS, "yes")
