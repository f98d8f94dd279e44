"""Facts of a chapter's record: looked up by name, and written as text.

Public names: :func:`judged`, :func:`fact`, :func:`facts`, :func:`written`, :func:`filled`,
:data:`MISSING`.
"""

import string
from collections.abc import Mapping
from typing import Any

from eastward.quantities import number

MISSING = "no data"
CHANGE = "rose:"  # prefix of a format

Record = Mapping[str, Any]


def judged(record: Record, name: str) -> dict[str, Any] | None:
    """A judged test by its full name, ``claim.reading.test`` or ``claim.later.test``."""
    claim, _, rest = name.partition(".")
    reading, _, test = rest.partition(".")
    for one in record["claims"]:
        if one["id"] == claim:
            listed = {entry["id"]: entry["tests"] for entry in one["readings"]}
            listed["later"] = one["later"]
            return next((entry for entry in listed.get(reading, []) if entry["id"] == test), None)
    return None


def fact(record: Record, name: str, inside: str = "") -> Any:
    """Look up a fact: in the block's own test, then among the page's; a dotted name is a test's.

    Parameters
    ----------
    record : mapping
        The chapter's record.
    name : str
        ``value`` or ``claim.reading.test.value``; hyphens and underscores are alike.
    inside : str
        The test on which the block around it hangs, if any.

    Raises
    ------
    KeyError
        There is no such fact.
    """
    test, _, key = name.replace("-", "_").rpartition(".")
    here = test.replace("_", "-") or inside
    known = facts(judged(record, here)) if here else {}
    if key in known:
        return known[key]
    if test:
        raise KeyError(name)
    return record["facts"][key]


def written(value: Any, form: str = "") -> str:
    """A fact as text, a missing one as words.

    Parameters
    ----------
    value : number, str or None
        The fact.
    form : str
        A format of Python; after ``rose:`` it is that of a change, whose sign becomes a verb.

    Raises
    ------
    ValueError
        The format does not fit the value.

    Examples
    --------
    >>> written(-3.14, ".1f"), written(None), written("Iran")
    ('−3.1', 'no data', 'Iran')
    >>> written(13.4, "rose:.0f"), written(-1364, "rose:,.0f")
    ('rose by 13', 'fell by 1,364')
    """
    if value is None:
        return MISSING
    if isinstance(value, str):
        return value
    if form.startswith(CHANGE):
        verb = "fell" if value < 0 else "rose"
        return f"{verb} by {written(abs(value), form.removeprefix(CHANGE))}"
    return format(value, form).replace("-", "−") if form else number(value)


class _Filler(string.Formatter):
    """Fields as :func:`written` writes them."""

    def format_field(self, value: Any, form: str) -> str:
        return written(value, form)


def filled(sentence: str, test: Mapping[str, Any], names: Mapping[str, Any]) -> str:
    """A sentence with facts of a judged test, and of the page, in the places of its braces.

    Raises
    ------
    KeyError
        There is no such fact.

    Examples
    --------
    >>> test = {"value": 87.5, "rate": None, "ways": None, "facts": {"windows": 7}}
    >>> filled("{focal} in {windows:.0f} windows, {value:.1f} %", test, {"focal": "Iran"})
    'Iran in 7 windows, 87.5 %'
    """
    return _Filler().vformat(sentence, (), {**names, **facts(test)})


def facts(test: Mapping[str, Any] | None) -> dict[str, Any]:
    """All that a block on a test may name."""
    if test is None:
        return {}
    rate, ways = test["rate"] or {}, test["ways"] or {}
    words = ("supports", "silent", "against", "total")
    counted = {f"ways_{word}": ways.get(word) for word in words}
    plain = {key: value for key, value in test.items() if not isinstance(value, dict | list)}
    return {
        **plain,
        "passes": rate.get("passes"),
        "fails": rate.get("fails"),
        "others": rate["passes"] + rate["fails"] if rate else None,
        "rest": rate.get("silent"),
        "all": rate["passes"] + rate["fails"] + rate.get("silent", 0) if rate else None,
        **counted,
        **test["facts"],
    }
