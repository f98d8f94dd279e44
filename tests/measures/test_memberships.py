"""Members of an organization and who stayed. The states A to C are not real."""

import pandas as pd

from eastward.measures import memberships

LIST = pd.DataFrame(
    [
        ("O", "A", 2000, "full"),
        ("O", "A", 2001, "full"),
        ("O", "B", 2000, "observer"),
        ("O", "B", 2001, "full"),
        ("P", "C", 2001, "full"),
    ],
    columns=["organization", "state", "year", "status"],
)


def pairs(frame):
    return list(frame.itertuples(index=False, name=None))


def test_only_full_members_count_and_the_last_ones_stay():
    found = memberships.member_years(LIST, "O", [2000, 2001, 2003])
    assert pairs(found) == [("A", 2000), ("A", 2001), ("A", 2003), ("B", 2001), ("B", 2003)]


def test_half_of_the_years_is_mostly():
    members = memberships.member_years(LIST, "O", range(2000, 2002))
    assert memberships.mostly(members, range(2000, 2002)) == ["A", "B"]
    assert memberships.mostly(members, range(1997, 2002)) == []
