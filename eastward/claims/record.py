"""The record of declarations: when each test was declared, what had been seen, what changed.

Public names: :func:`entries`, :func:`lock`, :func:`problems`, :func:`declare`,
:func:`deviations`.

Each entry holds a lock, the hash of all that bears on the outcome of a test: its declaration, what
the names in it stand for, its reading, and the claim. A test that differs from its newest lock has
been changed without an entry, and the tests of the book fail. Older locks are history.
"""

import hashlib
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import pandas as pd
import yaml
from pydantic import BaseModel, ConfigDict, field_validator

from eastward import paths
from eastward.claims import registry
from eastward.claims.models import Claim
from eastward.errors import InputError

FILE = "record.yml"
HEAD = "# When each test was declared and what changed since. Written by `eastward declare`.\n"
FOR_READERS = {"short"}  # wording of a test that no outcome hangs on
COLUMNS = ["test", "date", "what", "why"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Change(_Model):
    """A change of a declared test."""

    date: date
    lock: str
    what: str
    why: str


class Entry(_Model):
    """The declaration of one test.

    ``seen`` says whether its data had been seen when kind and thresholds were fixed.
    """

    date: date
    seen: Literal["no", "partly", "yes"]
    knew: str
    lock: str
    changes: list[Change] = []

    @field_validator("seen", mode="before")
    @classmethod
    def _word(cls, value: object) -> object:
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value

    @property
    def current(self) -> str:
        """Lock of the test as it was last declared."""
        return self.changes[-1].lock if self.changes else self.lock


class Retired(_Model):
    """A test that was struck, with the reason."""

    test: str
    date: date
    why: str


class Record(_Model):
    """The whole file."""

    tests: dict[str, Entry] = {}
    retired: list[Retired] = []


def entries(folder: Path | None = None) -> dict[str, Entry]:
    """Entry of every declared test by ``claim.reading.test`` or ``claim.later.test``."""
    return _read(folder).tests


def lock(claim: Claim, name: str, folder: Path | None = None) -> str:
    """Hash of a test, named ``reading.test`` or ``later.test``, with all that bears on its outcome.

    Names of blocks and of sets of units are hashed with what the claim's file says of them.
    """
    test = claim.declared[name]
    asked = getattr(test, "reading", name.split(".")[0])
    reading = next(one for one in claim.readings if one.id == asked)
    named = {getattr(test, key, None) for key in ("block", "peers", "context")}
    units, blocks = registry.units(claim.chapter, folder), registry.blocks(claim.chapter, folder)
    declared = {
        "test": test.model_dump(exclude=FOR_READERS),
        "blocks": {one: text for one, text in blocks.items() if one in named},
        "units": {one: held.model_dump() for one, held in units.items() if one in named},
        "reading": [reading.text, reading.otherwise, reading.plain],
        "claim": claim.text,
        "about": [claim.period(reading.id).start, claim.period(reading.id).end],
    }
    text = json.dumps(declared, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def problems(folder: Path | None = None) -> list[str]:
    """What is wrong with the record, one line each; empty where all is well."""
    locks, known = _locks(folder), entries(folder)
    found = [f"{name}: has no entry; run `eastward declare`" for name in locks if name not in known]
    found += [f"{name}: stands in no claim file" for name in known if name not in locks]
    found += [
        f"{name}: was changed without an entry; run `eastward declare`"
        for name, held in locks.items()
        if name in known and known[name].current != held
    ]
    return [f"data/claims/{FILE}: {problem}" for problem in found]


def declare(seen: str, knew: str, why: str, today: date, folder: Path | None = None) -> list[str]:
    """Enter every new test, and every change of one; return what was entered.

    Parameters
    ----------
    seen, knew : str
        For new tests: whether their data had been seen (``no``, ``partly``, ``yes``), and what.
    why : str
        For changed tests: the reason.
    today : date
        Date of the entries.

    Raises
    ------
    InputError
        A test was changed and ``why`` is empty, or one is new and ``knew`` is.
    """
    record, done = _read(folder).model_copy(deep=True), []
    for name, held in _locks(folder).items():
        entry = record.tests.get(name)
        if entry is None:
            _needed(knew, "--knew", f"{name} is new; allowed: what had been seen")
            record.tests[name] = Entry(date=today, seen=seen, knew=knew, lock=held)
        elif entry.current != held:
            _needed(why, "--why", f"{name} was changed; allowed: the reason")
            entry.changes.append(Change(date=today, lock=held, what="redeclared", why=why))
        else:
            continue
        done.append(name)
    _write(record, folder)
    return done


def deviations(folder: Path | None = None) -> pd.DataFrame:
    """Every change and every struck test, in order of time.

    Returns
    -------
    DataFrame
        test, date, what (``redeclared`` or ``struck``), why.
    """
    record = _read(folder)
    rows = [(one.test, one.date, "struck", one.why) for one in record.retired]
    rows += [
        (name, change.date, change.what, change.why)
        for name, entry in record.tests.items()
        for change in entry.changes
    ]
    return pd.DataFrame(rows, columns=COLUMNS).sort_values(["date", "test"], ignore_index=True)


def _locks(folder: Path | None) -> dict[str, str]:
    return {
        f"{claim.id}.{name}": lock(claim, name, folder)
        for claim in registry.claims(folder).values()
        for name in claim.declared
    }


@cache
def _read(folder: Path | None = None) -> Record:
    path = (folder or paths.DATA / "claims") / FILE
    if not path.is_file():
        return Record()
    return registry.read(path, Record)


def _write(record: Record, folder: Path | None) -> None:
    path = (folder or paths.DATA / "claims") / FILE
    content = record.model_dump(mode="python", exclude_defaults=True)
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    path.write_text(HEAD + text, encoding="utf-8")
    _read.cache_clear()


def _needed(text: str, option: str, message: str) -> None:
    if not text.strip():
        raise InputError(f"{option}: is empty, but {message}")
