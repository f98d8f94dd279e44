"""What a chapter's cells call: its parameters, tables, tests, facts and figures.

Public names: :class:`Chapter`.

A chapter makes one of these from its parameters, asks it for tables (which end at the cut-off),
and lets it judge the declared tests. It ends with :meth:`Chapter.close`, which refuses a chapter
that left a declared test or table out and hands over the record on which verdicts and prose hang.
"""

import json
import re
from collections.abc import Mapping
from functools import cached_property
from numbers import Integral
from typing import Any

import pandas as pd
import yaml
from IPython.display import Markdown, display
from myst_nb import glue

from eastward import edition, paths, report, tables
from eastward.claims import evidence, record, registry
from eastward.claims.evidence import Finding
from eastward.claims.models import LATER, Claim, Later, Test
from eastward.errors import InputError
from eastward.figures import Figure
from eastward.figures.charts import in_prose
from eastward.measured import Measured

EMPTY = "No data under these parameters, so that nothing is drawn"
NOT_YET = "the time it speaks of begins after the cut-off"
RECORD = "record"  # glue key of what the directives read


class Chapter:
    """A chapter under one set of parameters.

    Parameters
    ----------
    name : str
        Name of the chapter's file without its ending.
    parameters : mapping
        Names and values as the parameters cell left them (pass ``globals()``); names that are no
        parameters are passed over.

    Raises
    ------
    InputError
        A value is not allowed.

    Attributes
    ----------
    parameters : dict
        The parameters in force, without the edition's name.
    edition : str
        Name of the edition that they come from.
    figures : dict
        The figures made so far, by name.
    """

    def __init__(self, name: str, parameters: Mapping[str, Any]):
        self.name = name
        self.edition = parameters.get("edition", edition.DEFAULT)
        known = edition.load(self.edition).for_chapter(name)
        self.parameters = {
            key: edition.check(key, parameters[key], f"chapters/{name}.md")
            for key in known
            if key != "edition" and key in parameters
        }
        edition.combine(self.parameters, f"chapters/{name}.md")
        self._judged: dict[str, dict[str, Any]] = {}
        self._findings: dict[str, Finding] = {}
        self._facts: dict[str, Any] = {}
        self.figures: dict[str, Figure] = {}
        self._reached: list[str] = []
        self._loaded: set[str] = set()
        glue("edition", _Text(self.edition), display=False)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims that this chapter tests."""
        return {key: one for key, one in registry.claims().items() if one.chapter == self.name}

    @property
    def last_year(self) -> int:
        """Last calendar year that had ended at the cut-off."""
        year, rest = self.parameters["cutoff"].split("-", 1)
        return int(year) if rest == "12-31" else int(year) - 1

    def about(self, name: str) -> range:
        """Years that a claim, or a reading named ``claim.reading``, speaks of.

        The cut-off can hide data about them and never move them.
        """
        claim, _, reading = name.partition(".")
        return self.claims[claim].period(reading).years

    @cached_property
    def _declared(self) -> list[str]:
        text = (paths.CHAPTERS / f"{self.name}.md").read_text(encoding="utf-8")
        header = yaml.safe_load(re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)[1])
        return header["eastward"]["tables"]

    def table(self, name: str) -> pd.DataFrame:
        """A table cut at the cut-off; only tables that the chapter's header declares."""
        if name not in self._declared:
            raise InputError(
                f"chapters/{self.name}.md: tables: {name} is not declared in the header; "
                f"allowed: {', '.join(self._declared)}"
            )
        self._loaded.add(name)
        return tables.load(name, cutoff=self.parameters.get("cutoff"))

    @cached_property
    def labels(self) -> dict[str, str]:
        """Short label of every state, by ISO3 code."""
        states = self.table("states")
        return dict(zip(states["iso3"], states["label"], strict=True)) | {"EUR": "Europe"}

    def show_parameters(self) -> Markdown:
        """The parameters in force as a table, with the command that reproduces the page."""
        table = report.parameters(self.name, self.edition, self.parameters)
        labels = self.labels if set(edition.ROLES) & set(self.parameters) else {}
        return Markdown(report.elsewhere(self.parameters, labels) + table)

    def judge(
        self,
        name: str,
        measured: Measured | None,
        peers: pd.DataFrame | None = None,
        specs: pd.DataFrame | None = None,
        **facts: Any,
    ) -> None:
        """Judge one declared test and keep what its prose may say.

        Parameters
        ----------
        name : str
            ``claim.reading.test``; ``claim.later.test`` for a test of what came after the article.
        measured : Measured or None
            What the test measures; None where the data do not give it.
        peers : DataFrame, optional
            The same for the units that the register names as peers or context: value, n by unit.
        specs : DataFrame, optional
            The same for other ways to count, from ``inference.specification_grid``.
        **facts
            Numbers and words that a ``finding`` block on this test may name.

        Raises
        ------
        InputError
            The test is not declared, or lacks the peers or the grid that its declaration names.
        """
        test = self._test(name)
        measured = measured or Measured(None, 0)
        if measured.n == 0 and self._comes_later(name):
            measured = Measured(None, 0, note=NOT_YET)
        if isinstance(test, Test):
            self._fits(name, "peers", test.peers or test.context, peers)
            self._fits(name, "specs", not test.one_way, specs)
        outcome = evidence.outcomes(test, pd.DataFrame([vars(measured)])).iloc[0]
        rate = None if peers is None else evidence.rate(evidence.outcomes(test, peers))
        ways = None if specs is None else evidence.ways(evidence.outcomes(test, specs))
        if isinstance(test, Test):
            seen = record.entries()[name].seen != "no" if name in record.entries() else True
            self._findings[name] = Finding(test, outcome, rate, ways, seen)
        self._judged[name] = report.entry(test, measured, outcome, rate, ways) | {
            "facts": {key: _plain(value) for key, value in facts.items()},
            "peers": [] if peers is None else _numbers(peers["value"]),
            "specs": [] if specs is None else _numbers(specs["value"]),
        }

    def said(self, name: str) -> str:
        """Outcome of a test that has been judged."""
        return self._judged[name]["outcome"]

    def tell(self, **facts: Any) -> None:
        """Hand numbers and words to the prose that belong to no single test."""
        self._facts |= {key: _plain(value) for key, value in facts.items()}

    def figure(
        self, name: str, *, sources: list[str], last: Any = "", empty: str = EMPTY, **parts: Any
    ) -> None:
        """Make a figure and hand it to its ``evidence`` block.

        Parameters
        ----------
        name : str
            Label of the figure.
        sources : list of str
            Tables that it draws on; they give its source line.
        last : optional
            Last year, month or day that it draws, where its data do not say it themselves.
        empty : str
            What it says where there is nothing to draw.
        **parts
            title, chart, data, alt and optionally subtitle and print_chart of :class:`Figure`.
        """
        if parts["data"].empty:
            parts |= {"title": empty, "alt": empty, "subtitle": ""}
            reached = ""
        else:
            reached = str(last) or report.reach(parts["data"], self.parameters.get("cutoff"))
        self._reached.append(reached)
        line = report.source_line(sources, reached)
        self.figures[name] = Figure(name=name, source=line, **parts)
        glue(name, self.figures[name], display=False)

    def close(self) -> None:
        """Check tests and tables against what is declared, and hand over record and verdicts.

        Raises
        ------
        InputError
            A declared test was not judged, or a table of the header not loaded.
        """
        for claim in self.claims.values():
            for name in claim.declared:
                if f"{claim.id}.{name}" not in self._judged:
                    raise InputError(
                        f"chapters/{self.name}.md: {claim.id}.{name} is declared but not judged"
                    )
        for name in self.claims:
            glue(f"verdict:{name}", _Text(self._entry(name)["verdict"]), display=False)
        exported = {
            "edition": self.edition,
            "chapter": self.name,
            "parameters": self.parameters,
            "claims": [self._entry(name) for name in self.claims],
        }
        prose = {"facts": self._names | self._facts, "commented": self._commented}
        prose["elsewhere"] = report.elsewhere(self.parameters, self.labels if self._roles else {})
        prose["last"] = max(self._reached, key=_ended, default="")
        unused = [name for name in self._declared if name not in self._loaded]
        if unused:
            raise InputError(
                f"chapters/{self.name}.md: tables: {', '.join(unused)} declared in the header and "
                "not loaded; allowed: the tables that the chapter loads"
            )
        glue(RECORD, _Text(json.dumps(exported | prose)), display=False)
        said = report.summary(exported, {key: one.title for key, one in self.claims.items()})
        shown = {registry.MIME: exported, "text/markdown": said, "text/plain": "verdicts"}
        display(shown, raw=True)

    def _entry(self, name: str) -> dict[str, Any]:
        return report.claim(self.claims[name], self._findings, self._judged)

    @property
    def _names(self) -> dict[str, Any]:
        """Parameters as facts; states by their labels, with the article that a sentence needs."""
        labels = self.labels if self._roles else {}
        named = {role: in_prose(labels.get(code, code)) for role, code in self._roles.items()}
        return {key: _plain(value) for key, value in (self.parameters | named).items()}

    @property
    def _roles(self) -> dict[str, str]:
        return {key: code for key, code in self.parameters.items() if key in edition.ROLES}

    @property
    def _commented(self) -> bool:
        """Whether the authors' comments fit: a commented edition, none of its values changed."""
        changed = edition.changed(self.name, self.edition, self.parameters)
        return edition.load(self.edition).commented and not changed

    def _comes_later(self, name: str) -> bool:
        """Whether a declared test is about years that lie beyond the cut-off."""
        claim, reading, _ = name.split(".")
        begins = self.about(claim if reading == LATER else f"{claim}.{reading}")[0]
        return begins > int(self.parameters.get("cutoff", "9999")[:4])

    def _test(self, name: str) -> Test | Later:
        claim, _, rest = name.partition(".")
        declared = self.claims[claim].declared if claim in self.claims else {}
        if rest not in declared:
            raise InputError(
                f"chapters/{self.name}.md: {name} is not declared in data/claims/{self.name}.yml; "
                f"allowed: {', '.join(f'{claim}.{one}' for one in declared) or 'its claims'}"
            )
        return declared[rest]

    def _fits(self, name: str, what: str, declared: object, given: object) -> None:
        """Whether peers and grids are there exactly where the register declares them."""
        if bool(declared) != (given is not None):
            said = "declares" if declared else "does not declare"
            raise InputError(
                f"chapters/{self.name}.md: {name}: {what}: the register {said} them; "
                f"allowed: {what} {'given' if declared else 'left out'}"
            )


class _Text:
    """A value whose plain text carries no quotation marks, as directives read it."""

    def __init__(self, value: str):
        self.value = value

    def __repr__(self) -> str:
        return self.value


def _ended(reached: str) -> str:
    """A year or a month by its last day, so that both can be set beside a day."""
    return reached + "-12-31"[len(reached) - 4 :] if reached else ""


def _plain(value: Any) -> Any:
    """A fact as JSON holds it: a number, a text, or None where it is missing."""
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, list | tuple | range):
        return ", ".join(map(str, value))
    if pd.isna(value):
        return None
    return int(value) if isinstance(value, Integral) else float(value)


def _numbers(values: pd.Series) -> list[float]:
    return [round(float(value), 4) for value in values.dropna()]
