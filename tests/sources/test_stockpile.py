"""What makes a figure of the stockpile evidence."""

import pytest

from eastward.sources import stockpile


@pytest.mark.parametrize(
    ("basis", "publisher", "total", "judged"),
    [
        ("stated", "Agency", True, "yes"),
        ("stated (IAEA estimate from here on)", "Agency", True, "yes"),
        ("derived: 1 + 2", "Agency", True, "partly"),
        ("stated (previous-quarter figure)", "Agency", True, "partly"),
        ("as printed; other copies of the report differ", "Agency", True, "partly"),
        ("stated", "a blog (weak source)", True, "no"),
        ("within limit, no figure", "Agency", False, "no"),
    ],
)
def test_verification_follows_the_notes(basis, publisher, total, judged):
    assert stockpile.verified(basis, publisher, total) == judged
