"""Layers of ties, with states called A, B and P for a power."""

import pandas as pd
import pytest

from eastward.measures import ties
from eastward.measures.events import QUADS


def test_votes_with_a_bloc_are_the_mean_of_its_states():
    calls = pd.DataFrame({"rollcall": range(1, 21), "year": 2018})
    cast = pd.DataFrame({"rollcall": range(1, 21), "A": 1, "P": [1] * 10 + [3] * 10, "Q": 1})
    assert ties.votes(cast, calls, ["P"]).loc[2018, "A"] == 50
    assert ties.votes(cast, calls, ["P", "Q"]).loc[2018, "A"] == 75
    few = ties.votes(cast.head(19), calls.head(19), ["P"])
    assert "A" not in few or few["A"].isna().all()  # fewer than twenty common votes


def test_trade_with_a_power_is_a_part_of_all_trade():
    rows = [("A", "P", 10.0), ("P", "A", 20.0), ("A", "B", 30.0), ("B", "A", 0.0), ("B", "P", 5.0)]
    goods = pd.DataFrame(rows, columns=["reporter", "partner", "exports_musd"])
    goods = goods.assign(year=2018, estimated=False)
    world = pd.DataFrame({"state": ["A", "B"], "year": 2018, "imports_musd": [60.0, 30.0]})
    found = ties.trade(goods, world, ["P"]).loc[2018]
    assert found["A"] == pytest.approx(30)  # 30 of 40 sold and 60 bought
    both = ties.trade(goods, world, ["P", "B"]).loc[2018]
    assert both["A"] == pytest.approx(60)


def test_arms_take_the_larger_direction_and_zero_where_nothing_came():
    shares = pd.DataFrame(
        {"supplier": ["P", "Q", "B"], "recipient": ["A", "A", "P"], "end": 2018, "length": 5,
         "share": [0.2, 0.3, 0.4]}
    )  # fmt: skip
    assert ties.arms(shares, ["P"]).loc[2018].to_dict() == {"A": 20.0, "B": 40.0, "Q": 0.0}
    assert ties.arms(shares, ["P", "Q"]).loc[2018, "A"] == pytest.approx(50)
    assert ties.arms(shares, ["P"], 3).empty


def test_pledges_count_kinds_once_whoever_stands_first():
    row = {"source": "ATOP", "year": 2018} | dict.fromkeys(ties.KINDS, False)
    pacts = pd.DataFrame(
        [row | {"state": "A", "partner": "P", "defense": True},
         row | {"state": "P", "partner": "A", "defense": True, "consultation": True}]
    )  # fmt: skip
    assert ties.pledges(pacts, ["P"], ["A", "B"]).loc[2018].to_dict() == {"A": 2.0, "B": 0.0}
    assert ties.pledges(pacts, ["P", "Q"], ["A"]).loc[2018, "A"] == 1


def test_news_leave_a_state_s_own_affairs_out():
    events = pd.DataFrame({"source": ["A", "A", "B"], "target": ["A", "P", "A"], "year": 2014})
    events = events.assign(**dict.fromkeys(QUADS, 0)).assign(verbal_cooperation=[9, 1, 3])
    assert ties.news(events, ["P"]).loc[2014, "A"] == 25


def test_exercises_go_on_in_russia_s_list():
    many = pd.DataFrame({"exercise": ["x", "x", "y"], "state": ["RUS", "A", "A"], "year": 2009})
    russian = pd.DataFrame({"exercise": ["z", "w"], "partner": ["A", "A"], "year": [2009, 2011]})
    found = ties.exercises(many, russian, ["RUS"], ["A"])["A"]
    assert found.to_dict() == {2009: 1.0, 2010: 0.0, 2011: 1.0}
    assert list(ties.exercises(many, russian, ["P"], ["A"]).index) == [2009]
