"""What rivals predict, and what is left of them."""

import pandas as pd

from eastward.measures import rivals


def test_every_rival_predicts_something_of_the_partner_s_tie_at_the_shock():
    for name, predictions in rivals.RIVALS.items():
        at_shock = [one for one in predictions if (one.tie, one.date) == ("partner", "shock")]
        assert len(at_shock) == 1, name


def test_no_two_rivals_predict_the_same():
    assert len({frozenset(one) for one in rivals.RIVALS.values()}) == len(rivals.RIVALS)


def test_a_world_in_which_all_ties_rise_leaves_hedging_alone():
    ties = ["partner", "alternative", "India", "Europe"]
    changes = pd.DataFrame(5.0, index=["shock"], columns=ties)
    found = rivals.weighed(changes).groupby("rival")["held"].agg(set)
    assert found["hedging"] == {"yes"}
    assert "no" in found["pressure"] and "no" in found["China instead"] and "no" in found["drift"]


def test_a_tie_that_is_not_there_is_unknown():
    found = rivals.weighed(pd.DataFrame({"partner": [0.0]}, index=["shock"]))
    assert found.loc[found["tie"] == "India", "held"].eq("unknown").all()
