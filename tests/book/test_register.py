"""Tables of the methods page that the second coding fills."""

import sys

import pytest

from eastward import paths


@pytest.fixture(scope="module")
def register():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(paths.ROOT / "_extensions"))
        import register

        yield register
        sys.modules.pop("register", None)


def test_every_coded_variable_has_a_row_with_its_kappas(register):
    rows = {row.split(" | ")[0].strip("| "): row for row in register.agreement()[2:]}
    assert len(rows) == 22
    assert rows["link between two events"] == (
        "| link between two events | 18 | 0.66 (0.39 to 0.93) | 0.65 (0.36 to 0.94) "
        "| 0.91 (0.74 to 1.00) | 1 |"
    )
    assert "| 1.00 | 0.29 (−0.48 to 1.00) |" in rows["same side at oil meetings"]


def test_every_settled_row_has_its_codes_and_a_reason(register):
    rows = register.settled()[2:]
    assert len(rows) == 76
    assert all(row.count(" | ") == 5 for row in rows)
    assert rows[0].startswith("| kind of event: E20250622 | military | military | war | military |")
    assert not [row for row in rows if "_" in row.split(" | ", 1)[1]]
