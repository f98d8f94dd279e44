"""R data files, written for the test."""

import pandas as pd
import pyreadr
import pytest

from eastward.errors import InputError
from eastward.sources import rdata


def test_the_only_frame_is_read_with_plain_missing_values(tmp_path):
    file = tmp_path / "one.rda"
    frame = pd.DataFrame({"a": [1.0, None], "b": ["x", "y"]})
    pyreadr.write_rdata(file, frame, df_name="any")
    read = rdata.read(file)
    assert read["a"].isna().tolist() == [False, True]
    assert read["b"].tolist() == ["x", "y"]


def test_a_file_without_a_frame_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(rdata.pyreadr, "read_r", lambda file: {})
    with pytest.raises(InputError, match="holds 0 frames, expected one"):
        rdata.read(tmp_path / "none.rda")
