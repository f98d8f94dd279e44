"""Drawings of actors and events. Actors A, B, C and the events are not real."""

import pandas as pd
import vl_convert

from eastward.figures import affiliation

EVENTS = pd.DataFrame(
    [("early", "One"), ("early", "Two"), ("early", "Three"), ("late", "Four")],
    columns=["frame", "event"],
).assign(title=lambda frame: "title of " + frame["event"])
TIES = pd.DataFrame(
    [
        ("early", "B", "One"),
        ("early", "A", "Three"),
        ("early", "C", "Three"),
        ("late", "A", "Four"),
    ],
    columns=["frame", "source", "target"],
)
LABELS = {"A": "Alpha", "B": "Beta", "C": "Gamma"}


def node_rows(spec):
    return next(rows for rows in spec["datasets"].values() if "linked" in rows[0])


def test_actors_stand_near_their_events_and_events_in_order():
    early = affiliation._nodes(TIES, EVENTS, LABELS, "early")
    assert list(early["name"]) == ["Beta", "Alpha", "Gamma", "One", "Two", "Three"]
    for _, column in early.groupby("side"):
        assert column["y"].is_monotonic_increasing
        assert column["y"].between(0, 1, inclusive="neither").all()


def test_an_event_without_company_is_hollow():
    early = affiliation._nodes(TIES, EVENTS, LABELS, "early").set_index("name")
    assert not early.loc["Two", "linked"]
    assert early.drop("Two")["linked"].all()


def test_the_web_chart_offers_the_frames_and_draws_every_tie():
    spec = affiliation.by_frame(TIES, EVENTS, LABELS).to_dict()
    [frame] = [param for param in spec["params"] if param["name"] == "frame"]
    assert frame["bind"]["options"] == ["early", "late"]
    assert frame["value"] == "early"  # the fullest
    drawn = {
        (row["frame"], row["source"], row["target"])
        for rows in spec["datasets"].values()
        if "source" in rows[0]
        for row in rows
    }
    assert drawn == set(TIES.itertuples(index=False, name=None))
    assert {row["title"] for row in node_rows(spec)} >= set(EVENTS["title"])


def test_every_name_stands_in_its_panel():
    chart = affiliation.panels(TIES, EVENTS, LABELS, [["early", "never"], ["late"]])
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    for name in (*EVENTS["event"], "Beta", "Gamma", "early", "late"):
        assert svg.count(f">{name}<") == 1
    assert svg.count(">Alpha<") == 2
    assert ">never<" not in svg


def test_without_events_there_is_nothing_to_draw():
    for chart in (
        affiliation.by_frame(TIES[:0], EVENTS[:0], LABELS),
        affiliation.panels(TIES[:0], EVENTS[:0], LABELS, [["early"]]),
    ):
        assert "No data under these parameters" in str(chart.to_dict())
