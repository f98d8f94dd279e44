"""Days of sanctions, by hand. States X, Y and Z are not real."""

import pandas as pd
import pytest

from eastward.measures import in_force

SANCTIONS = pd.DataFrame(
    [
        ("EU", "X", 2015), ("EU", "X", 2016), ("A", "X", 2016), ("A", "X", 2017),
        ("EU", "Y", 2016), ("EU", "Y", 2017), ("A", "Y", 2017), ("X", "Y", 2016),
    ],
    columns=["sender", "target", "year"],
)  # fmt: skip
NONE = pd.DataFrame(columns=["sender", "target", "date", "way"])


def acts(*rows):
    frame = pd.DataFrame(rows, columns=["sender", "target", "date", "way"])
    return frame.assign(date=pd.to_datetime(frame["date"]))


def days(acts, start="2016-01-01", end="2016-12-31"):
    found = in_force.by_day(SANCTIONS, acts, start, end)
    return {target: frame.sum(axis=1).to_dict() for target, frame in found.items()}


def test_without_acts_years_are_whole():
    assert days(NONE) == {"X": {"A": 366, "EU": 366}, "Y": {"EU": 366, "X": 366}}


def test_an_act_cuts_the_first_or_the_last_year_alone():
    found = days(acts(("EU", "X", "2016-01-16", "ends"), ("EU", "Y", "2016-07-01", "begins")))
    assert found["X"]["EU"] == 16
    assert found["Y"]["EU"] == 366 - 182
    # A's measures against X go on to 2017, so the end of 2016 is none of theirs.
    assert found["X"]["A"] == 366
    assert days(acts(("EU", "X", "2015-06-01", "begins")))["X"]["EU"] == 366


def test_senders_without_an_act_follow_the_union():
    assert days(acts(("EU", "Y", "2016-12-31", "begins")))["Y"] == {"EU": 1, "X": 1}
    own = acts(("EU", "Y", "2016-12-31", "begins"), ("X", "Y", "2016-12-30", "begins"))
    assert days(own)["Y"]["X"] == 2  # its own act, and not the Union's


def test_a_table_that_ends_is_no_end_of_sanctions():
    known = SANCTIONS[SANCTIONS["year"] <= 2016]
    act = acts(("EU", "X", "2016-01-16", "ends"))
    found = in_force.by_day(known, act, "2016-01-01", "2016-12-31")
    assert found["X"].loc["EU"].sum() == 366


def test_shared_days_leave_out_the_two_targets_as_senders():
    found = in_force.shared_days(in_force.by_day(SANCTIONS, NONE, "2016-01-01", "2016-12-31"), "X")
    assert found.loc["Y", ["value", "n", "shared", "senders"]].tolist() == [50, 2, 1, 1]
    assert in_force.shared_days({}, "X").empty


def test_acts_are_read_from_documents():
    rows = pd.DataFrame(
        {
            "date": pd.to_datetime(["2014-03-17", "2016-01-16", "2012-03-23"]),
            "actors": ["EU;RUS", "EU;IRN", "EU;IRN"],
            "tags": ["begins", "ends", "oil-purchases"],
        }
    )
    found = in_force.acts(rows)
    assert found["way"].tolist() == ["begins", "ends"]
    assert found["target"].tolist() == ["RUS", "IRN"]


def test_targets_of_like_size_have_half_as_many_senders():
    rows = [("A", "X"), ("B", "X"), ("C", "X"), ("A", "Y"), ("B", "Y"), ("A", "Z")]
    frame = pd.DataFrame(rows, columns=["sender", "target"]).assign(year=2016)
    assert in_force.of_size(frame, range(2016, 2017), "X") == ["Y"]
    assert in_force.of_size(frame, range(2016, 2017), "X", part=0.3) == ["Y", "Z"]
    assert in_force.of_size(frame, range(2016, 2017), "N") == []


@pytest.mark.parametrize("start", ["2016-01-01", "2016-03-18"])
def test_a_share_of_days_is_at_most_all(start):
    found = in_force.by_day(SANCTIONS, NONE, start, "2017-12-31")
    assert in_force.shared_days(found, "Y")["value"].between(0, 100).all()
