"""Documents of a topic, by hand. Most of them are not real."""

import pandas as pd

from eastward.measures import documents

PAPERS = pd.DataFrame(
    [
        ("deeds", "1911-11-29", "RUS;IRN", "army", "primary"),
        ("deeds", "1941-08-25", "SUN;IRN", "army", "two"),
        ("deeds", "1945-07-06", "SUN;IRN", "separatism;contested", "primary"),
        ("deeds", "1946-03-02", "SUN;IRN", "army", "one"),
        ("deeds", "1947-01-01", "SUN;IRN", None, "primary"),
        ("other", "1941-08-25", "SUN;IRN", "army", "primary"),
    ],
    columns=["topic", "date", "actors", "tags", "corroboration"],
)
PAPERS["end_date"] = PAPERS["date"] = pd.to_datetime(PAPERS["date"])


def test_only_corroborated_undisputed_deeds_of_the_period_count():
    found = documents.count_deeds(PAPERS, "deeds", "RUS", "IRN", range(1917, 1980))
    assert (found.value, found.n) == (1, 3)
    disputed = documents.count_deeds(PAPERS, "deeds", "RUS", "IRN", range(1917, 1980), ())
    assert disputed.value == 2


def test_another_state_has_no_documents():
    found = documents.count_deeds(PAPERS, "deeds", "RUS", "TUR", range(1917, 1980))
    assert (found.value, found.n) == (0, 0)


def test_days_bound_a_count():
    found = documents.count(PAPERS, "deeds", ["army"], ["IRN"], "1900-01-01", "1920-01-01")
    assert (found.value, found.n) == (1, 1)


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
    found = documents.rows(frame, "t", ["RUS", "IRN"], "2018-05-08", "2018-12-31")
    assert found["id"].tolist() == ["a"]
    assert documents.rows(frame.head(0), "t", ["IRN"]).empty


def test_a_tag_is_a_whole_word():
    assert documents.has(papers("oil-named", "oil-not-named"), "oil-named").tolist() == [
        True,
        False,
    ]


def test_the_side_depends_on_three_readings():
    frame = papers(
        "decision;unclear", "decision;together", "decision;apart", "attempt;apart", "demand"
    )
    assert documents.same_side(frame).n == 3
    assert documents.same_side(frame, attempt="left out").value == 50.0
    assert documents.same_side(frame, unclear="together").value == 50.0
    assert documents.same_side(frame, split="together", attempt="left out").value == 100.0
    assert documents.same_side(frame.head(0)).value is None


def test_a_document_on_both_sides_takes_none():
    frame = papers("down", "up", "down;up", "demand", "down;others")
    assert (documents.direction(frame).value, documents.direction(frame).n) == (50.0, 2)
    assert documents.direction(frame, "all").n == 3


def test_a_firm_counts_once():
    frame = papers("exit;WEST", "exit;WEST", "stay;WEST", "exit;CHN", issuer=["A", "A", "B", "C"])
    assert (
        documents.firms(frame, "exit", "WEST").value,
        documents.firms(frame, "exit", "WEST").n,
    ) == (
        1,
        3,
    )


def test_only_what_was_carried_out_counts_as_done():
    frame = papers("carried-out;oil", "signed;rail", "carried-out;oil", "doubtful;rail")
    assert documents.fields_done(frame, ["oil", "rail"]).value == 1
    assert documents.fields_done(frame, ["oil", "rail"], doubtful="counted").value == 2
