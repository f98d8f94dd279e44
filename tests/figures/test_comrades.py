"""Time lanes of wars and appeals, on made-up frames."""

import pandas as pd

from eastward.figures import comrades


def test_the_title_of_the_wars_tells_what_came_before_syria():
    spells = pd.DataFrame(
        [
            ("Afghanistan", "same party", 1996, 2001, "1996–2001"),
            ("Syria", "same party", 2011, 2017, "2011–2017"),
        ],
        columns=["war", "kind", "start", "end", "when"],
    )
    found = comrades.wars(spells, "Iran", "Russia", {})
    assert found["title"].endswith("helped one party in Afghanistan (1996–2001)")
    later = comrades.wars(spells.tail(1), "Iran", "Russia", {})
    assert later["title"].endswith("in no war")


def test_the_longest_pause_may_last_to_the_end():
    said = pd.DataFrame({"year": [1980, 1984, 1998], "theme": "own"})
    told = {
        until: comrades.appeals(said, {"own": "own", "away": "away"}, "Iran", {}, until)["title"]
        for until in (1998, 2012)
    }
    assert told[1998].endswith("pause from 1985 to 1997")
    assert told[2012].endswith("pause from 1999 to 2012")
