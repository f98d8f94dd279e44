"""Exercises and votes of a power beside those with others, on made-up states."""

import pandas as pd

from eastward.measures import treatment

DRILLS = pd.DataFrame(
    [(1, "B", 2015), (1, "C", 2015), (2, "B", 2016), (3, "A", 2016), (4, "A", 2009)],
    columns=["exercise", "partner", "year"],
)
YEARS = [2015, 2016]


def test_an_exercise_counts_once_for_each_partner():
    assert treatment.exercised(DRILLS, YEARS).to_dict() == {"A": 1, "B": 2, "C": 1}


def test_an_ally_that_never_came_counts_with_zero():
    found = treatment.beside_allies(DRILLS, YEARS, "A", ["B", "C", "D"])
    assert (found.value, found.n) == (100.0, 3)
    assert treatment.beside_allies(DRILLS, YEARS, "A", ["D"]).value is None
    assert treatment.beside_allies(DRILLS, YEARS, "A", []).value is None


ROLLCALLS = pd.DataFrame(
    {"rollcall": [1, 2, 3, 4], "year": [2015, 2016, 2016, 2011], "about": ["A", "B", "S", "A"]}
)
CAST = pd.DataFrame(
    {
        "rollcall": [1, 2, 3, 4],
        "yes": ["Q", "P", "Q", "P"],
        "abstain": [None, None, None, None],
        "no": ["P", "Q", "P", None],
    }
)


def test_only_votes_that_were_cast_count():
    found = treatment.votes_against(ROLLCALLS, CAST, "P", YEARS)
    assert found.set_index("about")["no"].to_dict() == {"A": True, "B": False, "S": True}
    assert treatment.votes_against(ROLLCALLS, CAST, "Z", YEARS).empty


def test_wars_can_be_left_out_of_the_others():
    found = treatment.votes_against(ROLLCALLS, CAST, "P", YEARS)
    assert treatment.apart(found, "A").value == 50.0
    assert treatment.apart(found, "A", ["S"]).value == 100.0
    assert treatment.apart(found, "C").n == 0
    assert treatment.apart(found[found["about"] == "A"], "A").value is None
