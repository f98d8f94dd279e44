"""The gauge of a judged test. The measurement is not real."""

import io
import re
import xml.etree.ElementTree as ET

import pypdf
import pytest

from eastward import gauge

TEST = {
    "name": "Apples in the yard",
    "value": 46.0,
    "n": 39,
    "low": 40.0,
    "high": 52.0,
    "unit": "%",
    "outcome": "against",
    "supports": "below 10",
    "against": "above 25",
    "peers": [0.0, 10.0, 30.0],
    "specs": [20.0, 46.0],
}


def marks(svg, kind):
    return [one for one in ET.fromstring(svg).iter() if one.get("class") == kind]


def place(element):
    return float(
        element.get("x") or element.get("cx") or re.match(r"M([\d.]+)", element.get("d"))[1]
    )


def test_zones_value_peers_and_ways_stand_in_order():
    svg = gauge.gauge(TEST)
    [supports], [against], [value] = (
        marks(svg, kind) for kind in ("zone-supports", "zone-against", "value")
    )
    ends = [float(zone.get("x")) + float(zone.get("width")) for zone in (supports, against)]
    assert float(supports.get("x")) == gauge.LEFT and ends[1] == pytest.approx(gauge.RIGHT)
    assert ends[0] < float(against.get("x")) < place(value)
    assert [place(one) for one in marks(svg, "peer")] == sorted(map(place, marks(svg, "peer")))
    assert len(marks(svg, "peer")) == 3 and len(marks(svg, "way")) == 2
    [interval] = marks(svg, "interval")
    assert place(interval) < place(value) < place(interval) + float(interval.get("width"))


def test_its_name_says_what_was_found_and_its_labels_give_the_limits():
    svg = gauge.gauge(TEST)
    assert "Apples in the yard: 46 % (between 40 and 52), n = 39" in ET.fromstring(svg).get(
        "aria-label"
    )
    assert [one.text for one in marks(svg, "tick")] == ["10", "25"]
    assert [one.text for one in marks(svg, "found")] == ["46 %"]


def test_one_limit_for_both_sides_is_written_once():
    svg = gauge.gauge(TEST | {"supports": "below 0.5", "against": "above 0.5", "value": 0.0})
    assert [one.text for one in marks(svg, "tick")] == ["0.5"]


def test_limits_that_lie_close_together_are_written_apart():
    svg = gauge.gauge(TEST | {"supports": "below 10", "against": "above 10.4"})
    left, right = marks(svg, "tick")
    assert (left.get("text-anchor"), right.get("text-anchor")) == ("end", "start")
    wide = marks(gauge.gauge(TEST), "tick")
    assert {one.get("text-anchor") for one in wide} == {"middle"}


def test_on_paper_it_is_a_vector_picture_with_its_words():
    page = pypdf.PdfReader(io.BytesIO(gauge.on_paper(gauge.gauge(TEST)))).pages[0]
    assert not page.images
    assert "46" in page.extract_text() and "25" in page.extract_text()


def test_what_lies_far_outside_is_drawn_at_the_edge_and_many_marks_are_thinned():
    svg = gauge.gauge(TEST | {"peers": [*range(400), 1e9]})
    places = [place(one) for one in marks(svg, "peer")]
    assert len(places) <= gauge.MOST + 1 and max(places) <= gauge.RIGHT


def test_without_a_value_there_is_no_gauge():
    assert gauge.gauge(TEST | {"value": None, "low": None, "high": None}) == ""


def test_what_speaks_against_is_hatched_and_what_supports_is_plain():
    """Which side it is shows in black and white too."""
    for test in (TEST, TEST | {"supports": "above 25", "against": "below 10"}):
        [against] = marks(gauge.gauge(test), "zone-against")
        [hatching] = marks(gauge.gauge(test), "hatch")
        left, right = (float(against.get("x")) + side for side in (0, float(against.get("width"))))
        reached = [float(x) for x in re.findall(r"[ML]([\d.]+) ", hatching.get("d"))]
        assert left <= min(reached) and max(reached) <= right + 0.1
