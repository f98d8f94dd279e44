"""What a chapter's cells call, with a made-up claim in the place of the chapter's own."""

import json

import pandas as pd
import pytest

from eastward import chapter, edition
from eastward.chapter import NOT_YET, Chapter
from eastward.claims import record, registry
from eastward.claims.models import Claim
from eastward.errors import InputError
from eastward.measured import Measured

NAME = "10-economic"
TEXTS = dict.fromkeys(("measure", "why"), "x") | {"unit": "years", "tables": ["trade"]}
ENTRIES = TEXTS | {"minimum": 5, "kind_why": "x", "name": "Years of growth"}
ABOVE = {"supports": {"above": 2}, "against": {"below": 0}}
HOOP = {"id": "hoop", "kind": "hoop", "block": "b", "peers": "others", **ENTRIES, **ABOVE}
GUN = {"id": "gun", "kind": "smoking gun", "block": "c", "one_way": "x", **ENTRIES, **ABOVE}
LATER = {
    "id": "after",
    "reading": "here",
    "name": "x",
    "held": {"above": 2},
    "not_held": {"below": 2},
    **TEXTS,
}
CLAIM = Claim(
    id="fog",
    title="Fog thickens",
    sentences=["10.1"],
    text="Fog thickens.",
    kind="descriptive",
    about={"from": 2010, "to": 2014, "why": "x"},
    readings=[
        {
            "id": "here",
            "text": "Here it thickens.",
            "otherwise": "It stays.",
            "plain": True,
            "plain_why": "x",
            "tests": [HOOP, GUN],
        },
        {
            "id": "there",
            "text": "There it thickens.",
            "otherwise": "It stays.",
            "about": {"from": 2012, "to": 2012, "why": "x"},
            "why_untested": "Nobody looked.",
        },
    ],
    later=[LATER | {"minimum": 1}],
    chapter=NAME,
)
PEERS = pd.DataFrame({"value": [1.0, 3, 3, -1], "n": [9, 9, 4, 9]}, index=list("abcd"))
SPECS = pd.DataFrame({"window": [1, 2, 3], "value": [3.0, 3, -1], "n": [9, 9, 9]})


@pytest.fixture
def glued(monkeypatch):
    """What was glued and displayed, instead of a notebook's outputs."""
    found = {}
    monkeypatch.setattr(
        chapter, "glue", lambda name, value, display: found.__setitem__(name, value)
    )
    monkeypatch.setattr(
        chapter, "display", lambda bundle, raw: found.__setitem__("displayed", bundle)
    )
    monkeypatch.setattr(registry, "claims", lambda: {"fog": CLAIM})
    monkeypatch.setattr(Chapter, "_declared", ["states"])
    return found


def make(**changed) -> Chapter:
    return Chapter(NAME, edition.load("hindsight").for_chapter(NAME) | changed)


def judged(**changed) -> Chapter:
    """A chapter that has judged all its tests."""
    here = make(**changed)
    facts = {"largest": 7, "state": "Oman", "missing": float("nan")}
    here.judge("fog.here.hoop", Measured(3, 9), peers=PEERS, specs=SPECS, **facts)
    here.judge("fog.here.gun", None)
    here.judge("fog.later.after", Measured(1, 1))
    return here


# --- parameters and tables


def test_names_that_are_no_parameters_are_passed_over(glued):
    here = make(pd=pd, unrelated=3)
    assert "unrelated" not in here.parameters
    assert repr(glued["edition"]) == "hindsight"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"cutoff": "2050-01-01"}, "chapters/10-economic.md: cutoff: '2050-01-01' is not allowed"),
        ({"focal": "Iran"}, "focal: 'Iran' is not allowed"),
        ({"partner": "IRN"}, "partner: IRN is already the focal"),
        ({"edition": "nowhere"}, "edition: nowhere is unknown"),
    ],
)
def test_bad_parameters_are_refused(glued, changed, message):
    with pytest.raises(InputError, match=message):
        make(**changed)


@pytest.mark.parametrize(
    ("cutoff", "year"), [("2018-08-31", 2017), ("2018-12-31", 2018), ("2019-01-01", 2018)]
)
def test_last_year_is_the_last_that_had_ended(glued, cutoff, year):
    assert make(cutoff=cutoff).last_year == year


def test_tables_are_cut_and_only_declared_ones_are_read(glued, monkeypatch):
    monkeypatch.setattr(Chapter, "_declared", ["states", "trade"])
    here = make(cutoff="2018-08-31")
    assert here.table("trade")["year"].max() == 2017
    with pytest.raises(InputError, match="exchange_rate is not declared in the header"):
        here.table("exchange_rate")


def test_the_parameter_table_gives_a_command_that_reproduces_the_page(glued):
    shown = make(focal="TUR", baseline=[2015, 2017]).show_parameters().data
    command = (
        "eastward run 10-economic --edition hindsight -p focal 'TUR' -p baseline '[2015, 2017]'"
    )
    assert command in shown
    assert "| focal | TUR |" in shown
    assert "asked elsewhere: Turkey for Iran." in shown
    assert " -p " not in make().show_parameters().data
    assert "elsewhere" not in make(cutoff="2018-08-31").show_parameters().data


def test_the_period_is_the_claim_s_or_the_reading_s_and_no_cut_off_moves_it(glued):
    for cutoff in ("2012-12-31", "2026-08-31"):
        here = make(cutoff=cutoff)
        assert here.about("fog") == here.about("fog.here") == range(2010, 2015)
        assert here.about("fog.there") == range(2012, 2013)


# --- tests


def test_a_test_is_judged_by_its_declared_thresholds_and_minimum(glued):
    here = make()
    for name, measured, said in (
        ("fog.here.gun", Measured(3, 5), "supports"),
        ("fog.here.gun", Measured(3, 4), "too few"),
        ("fog.here.gun", Measured(3, 9, low=-1, high=5), "between"),
        ("fog.here.gun", None, "no data"),
        ("fog.later.after", Measured(1, 1), "against"),
    ):
        assert here.judge(name, measured) is None  # nothing for a notebook to show
        assert here.said(name) == said


def test_a_period_beyond_the_cut_off_is_the_reason_of_a_silence(glued):
    """The reading is about 2010 to 2014; what was counted before is a count of nothing."""
    for cutoff, reason in (("2009-12-31", NOT_YET), ("2012-12-31", "")):
        here = make(cutoff=cutoff)
        here.judge("fog.here.gun", Measured(0, 0))
        assert here._judged["fog.here.gun"]["note"] == reason


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("fog.here.none", r"fog\.here\.none is not declared in data/claims/10-economic\.yml; "),
        ("fog.there.hoop", r"allowed: fog\.here\.hoop, fog\.here\.gun, fog\.later\.after"),
        ("rain.here.hoop", "allowed: its claims"),
    ],
)
def test_only_declared_tests_are_judged(glued, name, message):
    with pytest.raises(InputError, match=message):
        make().judge(name, None)


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("hoop", {"specs": SPECS}, "fog.here.hoop: peers: the register declares them"),
        ("hoop", {"peers": PEERS}, "fog.here.hoop: specs: the register declares them"),
        ("gun", {"peers": PEERS}, "fog.here.gun: peers: the register does not declare them"),
        ("gun", {"specs": SPECS}, "fog.here.gun: specs: the register does not declare them"),
    ],
)
def test_peers_and_grids_stand_where_the_register_declares_them(glued, name, given, message):
    with pytest.raises(InputError, match=message):
        make().judge(f"fog.here.{name}", Measured(3, 9), **given)


def test_a_table_of_the_header_that_is_never_loaded_is_refused(glued, monkeypatch):
    monkeypatch.setattr(Chapter, "_declared", ["states", "trade"])
    here = judged()
    with pytest.raises(InputError, match="tables: trade declared in the header and not loaded"):
        here.close()
    here.table("trade")
    here.close()


def test_the_header_names_the_tables(monkeypatch):
    monkeypatch.setattr(chapter, "glue", lambda *_, **__: None)
    assert {"trade", "states"} <= set(make()._declared)


def test_a_chapter_cannot_leave_a_declared_test_out(glued):
    here = make()
    here.judge("fog.here.gun", None)
    with pytest.raises(InputError, match=r"fog\.here\.hoop is declared but not judged"):
        here.close()
    here.judge("fog.here.hoop", None, peers=PEERS, specs=SPECS)
    with pytest.raises(InputError, match=r"fog\.later\.after is declared but not judged"):
        here.close()


def test_close_hands_over_readings_tests_and_what_came_after(glued):
    """Of the peers one passes, one fails and two are silent; the power of the ways is 2/3 - 1/3."""
    judged().close()
    exported = glued["displayed"][registry.MIME]
    assert glued["displayed"]["text/plain"] == "verdicts"
    assert glued["displayed"]["text/markdown"].splitlines()[-1].endswith("| ○ undecided |")
    assert exported["parameters"]["focal"] == "IRN"
    [claim] = exported["claims"]
    assert (claim["id"], claim["verdict"], claim["since_then"]) == (
        "fog",
        "undecided",
        "did not hold",
    )
    here, there = claim["readings"]
    assert (there["word"], there["tests"]) == ("interpretive", [])
    hoop, gun = here["tests"]
    assert hoop["rate"] == {"passes": 1, "fails": 1, "silent": 2, "value": 0.5}
    assert hoop["ways"] == {"supports": 2, "silent": 0, "against": 1, "total": 3, "power": 0.3333}
    assert hoop["weight"] == pytest.approx(1.5 ** (1 / 3))
    assert hoop["peers"] == [1, 3, 3, -1] and hoop["specs"] == [3, 3, -1]
    assert (gun["outcome"], gun["weight"], gun["value"]) == ("no data", 1, None)
    assert repr(glued["verdict:fog"]) == "undecided"


def test_the_record_for_the_prose_has_facts_and_states_by_their_labels(glued):
    here = judged()
    here.tell(total=12.5, nothing=None, region=["Oman", "Iran"])
    here.close()
    prose = json.loads(repr(glued[chapter.RECORD]))
    facts = prose["facts"]
    assert (facts["focal"], facts["partner"]) == ("Iran", "Russia")
    assert facts["rival"] == "the United States"  # a sentence needs the article
    assert (facts["total"], facts["nothing"], facts["region"]) == (12.5, None, "Oman, Iran")
    hoop = prose["claims"][0]["readings"][0]["tests"][0]
    assert hoop["facts"] == {"largest": 7, "state": "Oman", "missing": None}
    assert isinstance(hoop["facts"]["largest"], int)
    assert "facts" not in glued["displayed"][registry.MIME]


def test_comments_stand_only_under_the_values_of_a_commented_edition(glued):
    def commented(here):
        here.close()
        return json.loads(repr(glued[chapter.RECORD]))["commented"]

    assert commented(judged())
    assert not commented(judged(focal="TUR"))
    assert not commented(judged(cutoff="2018-08-31"))


@pytest.mark.parametrize(("seen", "word"), [("no", "strongly supported"), ("yes", "supported")])
def test_what_the_record_says_of_the_data_decides_whether_a_verdict_is_strong(
    glued, monkeypatch, seen, word
):
    entry = record.Entry(date="2026-11-01", seen=seen, knew="x", lock="0")
    tests = [GUN | {"id": "second", "block": "d", "kind": "doubly decisive"}, GUN]
    reading = CLAIM.readings[0].model_dump() | {"tests": tests}
    claim = Claim(**CLAIM.model_dump(by_alias=True) | {"readings": [reading], "later": []})
    monkeypatch.setattr(registry, "claims", lambda: {"fog": claim})
    monkeypatch.setattr(
        record, "entries", lambda: dict.fromkeys(["fog.here.second", "fog.here.gun"], entry)
    )
    here = make()
    here.judge("fog.here.second", Measured(3, 9))
    here.judge("fog.here.gun", Measured(3, 9))
    here.close()
    assert repr(glued["verdict:fog"]) == word
