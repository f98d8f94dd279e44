"""Chains of dated events, on made-up events A to E."""

import pandas as pd
import pytest

from eastward.networks import chain

EVENTS = pd.DataFrame(
    [
        ("A", "2001-01-01", "meeting"),
        ("B", "2001-02-01", "meeting"),
        ("C", "2001-03-01", "meeting"),
        ("D", "2001-04-01", "war"),
        ("E", "2001-05-01", "war"),
    ],
    columns=["id", "date", "kind"],
)
LINKS = pd.DataFrame(
    [
        ("A", "C", "series", "numbered"),
        ("A", "B", "follows", "order"),
        ("C", "D", "follows", "order"),
        ("D", "Z", "ends", "unknown event"),
    ],
    columns=["earlier", "later", "relation", "basis"],
)


def test_a_chain_holds_linked_events_and_the_links_between_known_ones():
    graph = chain.chain(EVENTS, LINKS)
    assert list(graph) == ["A", "B", "C", "D"]
    assert list(graph.edges(data="relation")) == [
        ("A", "C", "series"),
        ("A", "B", "follows"),
        ("C", "D", "follows"),
    ]
    assert graph.nodes["D"]["kind"] == "war"
    assert len(chain.chain(EVENTS[:0], LINKS)) == 0


def test_a_circle_is_refused():
    back = pd.DataFrame([("D", "A", "follows", "")], columns=LINKS.columns)
    with pytest.raises(ValueError, match="circle"):
        chain.chain(EVENTS, pd.concat([LINKS, back]))


def test_order_in_time_holds_no_thread_together():
    graph = chain.chain(EVENTS, LINKS)
    assert chain.threads(graph) == [{"A", "C"}, {"B"}, {"D"}]


def test_an_event_that_a_line_would_run_through_stands_aside():
    place = chain.strands(chain.chain(EVENTS, LINKS), {"meeting": 0, "war": 3})
    assert place == {"A": (0, 0), "B": (1, 1), "C": (0, 2), "D": (3, 3)}
