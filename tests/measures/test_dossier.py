"""Documents of one topic, by hand. The documents are not real."""

import pandas as pd

from eastward.measures import dossier


def papers(*tags, **columns):
    return pd.DataFrame({"tags": list(tags)}).assign(**columns)


def test_rows_are_corroborated_dated_by_their_last_day_and_about_all_actors():
    frame = pd.DataFrame(
        [
            ("a", "two", "IRN;RUS", "2018-05-01", "2018-05-31"),
            ("b", "one", "IRN;RUS", "2018-05-01", "2018-05-01"),
            ("c", "primary", "IRN", "2018-05-01", "2018-05-01"),
            ("d", "primary", "IRN;RUS", "2019-01-01", "2019-01-01"),
        ],
        columns=["id", "corroboration", "actors", "date", "end_date"],
    ).assign(topic="t", tags=None)
    frame[["date", "end_date"]] = frame[["date", "end_date"]].apply(pd.to_datetime)
    found = dossier.rows(frame, "t", ["RUS", "IRN"], "2018-05-08", "2018-12-31")
    assert found["id"].tolist() == ["a"]
    assert dossier.rows(frame.head(0), "t", ["IRN"]).empty


def test_a_tag_is_a_whole_word():
    assert dossier.has(papers("oil-named", "oil-not-named"), "oil-named").tolist() == [True, False]


def test_the_side_depends_on_three_readings():
    frame = papers(
        "decision;together;spared", "decision;together", "decision;apart", "attempt;apart", "demand"
    )
    assert dossier.same_side(frame).n == 4
    assert dossier.same_side(frame).value == 50.0
    assert dossier.same_side(frame, spared="apart").value == 25.0
    assert dossier.same_side(frame, split="together", attempt="left out").value == 100.0
    assert dossier.same_side(frame.head(0)).value is None


def test_unknown_meetings_make_the_interval_and_no_evidence_against():
    frame = papers("oil-named;in-part", "energy-named", "oil-not-named;in-part", "oil-not-named")
    lenient = dossier.meetings(frame, ["oil-named", "energy-named"])
    assert lenient["status"].tolist() == ["named", "named", "unknown", "not named"]
    share = dossier.named_share(lenient)
    assert (round(share.value, 1), share.n, share.low, share.high) == (66.7, 3, 50.0, 75.0)
    assert (dossier.unnamed(lenient).value, dossier.unnamed(lenient).n) == (1, 2)
    strict = dossier.meetings(frame, ["oil-named"])
    assert dossier.unnamed(strict).value == 2


def test_a_document_on_both_sides_takes_none():
    frame = papers(
        "down", "up", "down;up", "demand", issuer=["Saudi Arabia", "OPEC", "OPEC", "USA"]
    )
    assert (dossier.direction(frame).value, dossier.direction(frame).n) == (50.0, 2)


def test_a_firm_counts_once():
    frame = papers("exit;WEST", "exit;WEST", "stay;WEST", "exit;CHN", issuer=["A", "A", "B", "C"])
    assert (dossier.firms(frame, "exit", "WEST").value, dossier.firms(frame, "exit", "WEST").n) == (
        1,
        3,
    )


def test_only_what_was_carried_out_counts_as_done():
    frame = papers("carried-out;oil", "signed;rail", "carried-out;oil")
    assert dossier.fields_done(frame, ["oil", "rail"]).value == 1
