"""Accounts of meetings, by hand. The documents are not real."""

import pandas as pd

from eastward.measures import readouts


def papers(*tags, **columns):
    return pd.DataFrame({"tags": list(tags)}).assign(**columns)


def test_unknown_meetings_make_the_interval_and_no_evidence_against():
    frame = papers("oil-named;in-part", "energy-named", "oil-not-named;in-part", "oil-not-named")
    lenient = readouts.meetings(frame, ["oil-named", "energy-named"])
    assert lenient["status"].tolist() == ["named", "named", "unknown", "not named"]
    share = readouts.named_share(lenient)
    assert (round(share.value, 1), share.n, share.low, share.high) == (66.7, 3, 50.0, 75.0)
    assert (readouts.unnamed(lenient).value, readouts.unnamed(lenient).n) == (1, 2)
    strict = readouts.meetings(frame, ["oil-named"])
    assert readouts.unnamed(strict).value == 2
