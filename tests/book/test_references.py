"""Works cited in short and in full."""

from eastward.book.references import Works


def test_works_are_cited_by_author_and_year():
    works = Works()
    assert works.cite(["walt1987"]) == "(Walt 1987)"
    assert works.cite(["walt1987", " waltz1979"], textual=True) == "Walt (1987); Waltz (1979)"
    assert works.cite(["felbermayr2020"]) == "(Felbermayr et al. 2020)"
    assert works.cited == ["walt1987", "waltz1979", "felbermayr2020"]


def test_the_list_has_each_work_once_by_author():
    works = Works()
    for key in ("waltz1979", "walt1987", "waltz1979"):
        works.cite([key])
    listed = works.listed()
    assert len(listed) == 2
    assert "Walt" in listed[0]
    assert "Waltz" in listed[1]


def test_an_unknown_key_is_shown_and_not_listed():
    works = Works()
    assert works.cite(["nobody0000"]) == "(nobody0000)"
    assert works.cited == []
