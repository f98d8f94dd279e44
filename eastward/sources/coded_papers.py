"""What is coded in the documents: each question, the topics it is asked of, and its codes.

Public names: :class:`Question`, :data:`QUESTIONS`, :data:`NONE`, :func:`papers`, :func:`measures`.

The rules stand in ``coding/RULES.md``.  A topic's tags are finer than the codes of a question, so
that a question says which tags stand for a code.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from eastward import tables

NONE = "none of these"
BOTH = "+"  # joins tags of which a row must have all


class Question(NamedTuple):
    """A coded question about documents."""

    words: str
    """Its name in the book."""
    codes: Mapping[str, Mapping[str, str]]
    """By topic: tags, or several joined by a plus, and the code they stand for; the first fits."""
    otherwise: str = NONE
    """The code of a row without any of the tags."""
    without: tuple[str, ...] = ()
    """Rows of which it is not asked."""


def _same(*codes: str) -> dict[str, str]:
    """Tags that are codes themselves."""
    return dict(zip(codes, codes, strict=True))


def papers(question: Question | None = None) -> pd.DataFrame:
    """Documents of which a question is asked, with the code in ``present``; all if none is.

    Returns
    -------
    DataFrame
        Index id, the columns of the table documents, and present.
    """
    rows = tables.load("documents").set_index("id")
    if question is None:
        return rows
    rows = rows[rows["topic"].isin(list(question.codes))].drop(index=list(question.without))
    pairs = zip(rows["topic"], rows["tags"].fillna("").str.split(";"), strict=True)
    codes = [_first(question.codes[topic], set(tags), question.otherwise) for topic, tags in pairs]
    return rows.assign(present=codes)


def _first(codes: Mapping[str, str], tags: set[str], otherwise: str) -> str:
    fitting = (code for names, code in codes.items() if tags.issuperset(names.split(BOTH)))
    return next(fitting, otherwise)


def measures() -> pd.DataFrame:
    """Acts that put new measures on a state, each beside each of the measures of the rules."""
    rows = papers(Question("", {"sanctions-acts": _same(*MEASURES)}))
    rows = rows[rows["present"] != NONE]
    long = rows.merge(pd.Series(MEASURES, name="measure"), how="cross").set_index(
        pd.Index([f"{name} {measure}" for name in rows.index for measure in MEASURES])
    )
    own = zip(long["measure"], long["tags"].str.split(";"), strict=True)
    return long.assign(present=["yes" if measure in tags else "no" for measure, tags in own])


def _asked(topics: Iterable[str], codes: Mapping[str, str]) -> dict[str, Mapping[str, str]]:
    return dict.fromkeys(topics, codes)


MEASURES = [
    "oil-purchases",
    "central-bank",
    "payments",
    "third-parties",
    "all-trade",
    "council",
    "oil-equipment",
    "bank-capital",
    "arms",
]
DEEDS = dict.fromkeys(("army", "government", "treaty", "law", "separatism"), "deed")
POWERS = [f"interference-{power}" for power in ("britain", "moscow", "washington")]
OFFICE = dict.fromkeys(("president", "foreign-ministry", "defence-ministry"), "government")
OFFICES = _same("government", "council", "guards", "army", "parliament", "leader") | OFFICE
AIMS = ["unity", "assad", "forces", "israel", "turkey", "reconstruction", "north-east", "talks"]
QUESTIONS = {
    # Doubts go before the deed.
    "document_deed": Question(
        "a power's deed in Iran", _asked(POWERS, _same("contested", "consent") | DEEDS)
    ),
    "document_tie": Question(
        "a tie left, refused, taken, sought",
        {"independence-1979": _same("step", "refusal", "accepted", "sought")},
    ),
    "document_firm": Question("what a firm did", {"exits-2018": _same("exit", "stay", "entry")}),
    "document_price": Question("Saudi Arabia on prices", {"oil-2018": _same("down", "up")}),
    "document_done": Question(
        "something agreed carried out",
        {"cooperation-2018": _same("doubtful", "carried-out", "stalled", "signed")},
    ),
    "document_oil": Question(
        "oil named after talks",
        {"readouts-2013-2018": _same("text-not-found", "oil-named", "oil-not-named")},
    ),
    "document_act": Question(
        "what an act does to a state",
        {
            "sanctions-acts": _same("ends", "kept", "begins"),
            "ally-status": _same("ally", "list"),
        },
    ),
    "document_stake": Question(
        "Russia's stake in the region",
        {"arab-uprisings": _same("denial", "own-loss", "principle", "holding")},
    ),
    "document_together": Question(
        "Iran beside a power in a war",
        {
            "need-in-syria": {"need": "need", "own-way": "apart", "joint": "plan"},
            "concert-syria": {"apart": "apart", "joint-act": "act", "review": "plan"},
            "precedents": {
                "concert": "plan",
                "help": "arms",
                "support": "one side",
                "talk": "together",
            },
            "region-before-deal": _same("together", "talk"),
        },
    ),
    "document_own": Question(
        "the region for its own states",
        {"local-frameworks": {"own": "yes"}},
        "no",
        ("ten-points-2007",),
    ),
    "document_outsiders": Question(
        "outsiders to stay away",
        {"local-frameworks": _same("away", "american")},
        without=("ten-points-2007",),
    ),
    "document_frame": Question("a frame proposed", {"local-frameworks": {"scheme": "yes"}}, "no"),
    "document_base_end": Question(
        "how the use of the base ends",
        {"hamadan-2016": _same("stopped", "by-leave", "completed", "open-ended")},
    ),
    "document_base_objection": Question(
        "objections to the base",
        {
            "hamadan-2016": _same("home", "yields", "constitution", "past")
            | {"opposition": "objects", "government-side": "defends"}
        },
    ),
    "document_base_use": Question(
        "whether the base is in use",
        {"hamadan-2016": {"who-ended": "over", "end": "goes on", "again": "again", "use": "used"}},
    ),
    "document_base_reason": Question(
        "a reason for the end", {"hamadan-2016": {"reason": "yes"}}, "no"
    ),
    "document_north": Question(
        "the north of Iran, 1945–46",
        {
            "azerbaijan-1946": {
                "proclamation": "proclaimed",
                "separatism": "guided",
                "control": "guided",
                "force": "force",
                "bargain": "bargain",
                "withdrawal+oil": "bargain",
                "withdrawal": "leave",
                "troops": "stay",
            }
        },
    ),
    "document_union": Question("union as an aim", {"azerbaijan-1946": {"union": "yes"}}, "no"),
    "document_treaty": Question(
        "the treaty of 1921 in use",
        {
            "treaty-1921": {
                "text": "text",
                "end": "contested",
                "iran-side": "contested",
                "basis": "basis",
                "warning+treaty-not-named": "pressed",
                "occasion+treaty-not-named": "pressed",
                "follow-up": "pressed",
                "pressure": "pressed",
                "occasion+against-iran": "named to Iran",
                "occasion": "named to others",
                "interpretation": "read",
            }
        },
    ),
    "document_stance": Question(
        "stance on Russia", {"factions-deal": _same("against", "doubt", "distance", "for")}
    ),
    "document_purpose": Question(
        "whose cooperation, and for what",
        {
            "factions-deal": {
                "against-opening": "for a faction",
                "balance": "balance",
                "single-faction": "one faction",
                "whole-state": "whole state",
            },
            "july-2015": {"for-faction": "for a faction", "for-war": "for the war"},
        },
    ),
    "document_office": Question(
        "office of Iran's", _asked(["factions-deal", "july-2015"], OFFICES)
    ),
    "document_plan": Question(
        "steps to the war of 2015",
        {
            "july-2015": _same("planning", "first-joint-act", "intervention", "denial", "contact")
            | {"military": "arms", "position": "position"}
        },
    ),
    "document_bound": Question(
        "how far the cooperation goes",
        {"expected-limit": _same("no-alliance", "limit", "alliance", "beyond-syria")},
    ),
    "document_aims": Question(
        "aims alike or different",
        {"statements-crimea-iran": {"differ": "differ", "agree": "same", "common": "same"}},
    ),
    "document_subject": Question(
        "what the aim is about",
        {
            "statements-crimea-iran": {"sanctions": "sanctions"}
            | {f"aim-{aim}": aim for aim in AIMS}
        },
    ),
}
