"""What a chapter's cells call: its parameters, tables, figures, findings and tests.

Public names: :class:`Chapter`.

A chapter makes one of these from its parameters, asks it for tables (which end at the cut-off),
hands it every number, finding and figure that its prose refers to, and lets it judge the declared
tests. It ends with :meth:`Chapter.close`, which refuses a chapter that left a declared test out.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

import pandas as pd
import yaml
from IPython.display import Markdown, display
from myst_nb import glue

from eastward import claims, edition, paths, report, tables
from eastward.claims import Claim, Outcome, Test
from eastward.errors import InputError
from eastward.figures import Figure, charts
from eastward.inference.first_pattern import specification_grid

SHIPPED = ("hindsight", "as-written")  # editions that the prose was written for
_COMMENTED = ("cutoff", "written", "shock", "baseline", *edition.ROLES)


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
        self._outcomes: dict[str, dict[str, Outcome]] = {}
        self._grids: dict[str, pd.DataFrame] = {}
        glue("edition", self.edition, display=False)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims that this chapter tests."""
        return {key: one for key, one in claims.registry().items() if one.chapter == self.name}

    @property
    def last_year(self) -> int:
        """Last calendar year that had ended at the cut-off."""
        year, rest = self.parameters["cutoff"].split("-", 1)
        return int(year) if rest == "12-31" else int(year) - 1

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
        return tables.load(name, cutoff=self.parameters["cutoff"])

    @cached_property
    def labels(self) -> dict[str, str]:
        """Short label of every state, by ISO3 code."""
        states = self.table("states")
        return dict(zip(states["iso3"], states["label"], strict=True)) | {"EUR": "Europe"}

    def show_parameters(self) -> Markdown:
        """The parameters in force as a table, with the command that reproduces the page."""
        shipped = edition.load(self.edition).for_chapter(self.name)
        table = report.parameters(self.name, self.edition, self.parameters, shipped)
        labels = self.labels if set(edition.ROLES) & set(self.parameters) else {}
        return Markdown(report.elsewhere(self.parameters, labels) + table)

    def glue(self, **values: float | str) -> None:
        """Hand numbers and names to the prose, each under its own name; a missing one as words."""
        for name, value in values.items():
            known = isinstance(value, str) or pd.notna(value)
            glue(name.replace("_", "-"), _Text(value if known else "no data"), display=False)

    @cached_property
    def _commented(self) -> bool:
        """Whether the chapter's comments were written for these parameters."""
        return any(
            all(
                self.parameters[key] == shipped.parameters[key]
                for key in _COMMENTED
                if key in self.parameters
            )
            for shipped in map(edition.load, SHIPPED)
        )

    def finding(self, **states: str) -> None:
        """Record the state of findings; prose written for another state is not shown.

        The comments were written for the shipped editions, so under any other parameters no
        comment fits, whatever the state.
        """
        for name, state in states.items():
            said = state if self._commented else f"{state} under other parameters"
            glue(f"finding:{name.replace('_', '-')}", _Text(said), display=False)

    def figure(self, name: str, *, sources: list[str], **parts: Any) -> None:
        """Make a figure and hand it to its ``evidence`` block.

        Parameters
        ----------
        name : str
            Label of the figure.
        sources : list of str
            Tables that it draws on; they give its source line.
        **parts
            title, chart, data, alt and optionally print_chart of :class:`Figure`.
        """
        if parts["data"].empty:
            parts["title"] = parts["alt"] = "No data under these parameters"
        figure = Figure(name=name, source=self._source_line(sources), **parts)
        glue(name, figure, display=False)

    def _source_line(self, names: list[str]) -> str:
        if not names:
            return "Source: the book's own register of claims (data/claims.yml)."
        publishers = []
        for name in names:
            for source in tables.describe(name)["sources"]:
                publisher = source.get("publisher", source["title"])
                if publisher not in publishers:
                    publishers.append(publisher)
        listed = f"table {names[0]}" if len(names) == 1 else f"tables {', '.join(names)}"
        return f"Source: {'; '.join(publishers)} ({listed}); data to {self.parameters['cutoff']}."

    def judge(self, test: str, statistic: float | None, n: int, note: str = "") -> None:
        """Judge one declared test, named ``claim.test``, by its declared thresholds."""
        claim, _, name = test.partition(".")
        if claim not in self.claims or name not in self.claims[claim].tests:
            raise InputError(f"chapters/{self.name}.md: {test} is not declared in data/claims.yml")
        outcome = self.claims[claim].tests[name].judge(statistic, n, note)
        self._outcomes.setdefault(claim, {})[name] = outcome

    def said(self, test: str) -> str:
        """Outcome of a judged test, named ``claim.test``."""
        claim, _, name = test.partition(".")
        return self._outcomes[claim][name].outcome

    def specify(
        self, claim: str, statistic: Callable[..., float | None], **dimensions: Iterable[Any]
    ) -> None:
        """Compute the specification grid of a claim's headline test.

        Parameters are those of :func:`eastward.inference.specification_grid`.
        """
        test = self._headline_test(claim)
        self._grids[claim] = specification_grid(statistic, test, **dimensions)

    def agreement(self, claim: str) -> float | None:
        """Share of specifications that say what the headline test says."""
        return report.agreement(
            self.claims[claim], self._outcomes.get(claim, {}), self._grids.get(claim)
        )

    def verdict(self, claim: str) -> str:
        """Verdict of a claim from the tests judged so far."""
        return claims.verdict(list(self._outcomes.get(claim, {}).values()))

    def show_tests(self, claim: str) -> Markdown:
        """The tests of a claim as a table, with its verdict and its specifications."""
        return Markdown(
            report.tests(self.claims[claim], self._outcomes.get(claim, {}), self._grids.get(claim))
        )

    def show_specifications(self, name: str) -> None:
        """Make the figure of all specification curves, and hand it to its ``evidence`` block."""
        grids = {claim: grid for claim, grid in self._grids.items() if len(grid)}
        curves = report.curves(self.claims, self._outcomes, grids)
        firm = [claim for claim in grids if self.agreement(claim) > 0.5]
        self.figure(
            name,
            sources=sorted({t for c in grids for t in self._headline_test(c).tables}),
            title=(
                f"For {len(firm)} of {len(grids)} claims more than half of the "
                "specifications agree with the headline test"
            ),
            alt="; ".join(f"{self.claims[c].title}: {self.agreement(c):.0%} agree" for c in firm)
            or "no claim with a majority of agreeing specifications",
            chart=charts.specification_curves(curves),
            print_chart=charts.specification_panels(curves),
            data=curves,
        )

    def close(self) -> None:
        """Check that every declared test was judged, and hand over all verdicts.

        Raises
        ------
        InputError
            A declared test was not judged.
        """
        for claim in self.claims.values():
            left = [name for name in claim.tests if name not in self._outcomes.get(claim.id, {})]
            if left:
                raise InputError(
                    f"chapters/{self.name}.md: {claim.id}.{left[0]} is declared but not judged"
                )
            glue(f"verdict:{claim.id}", _Text(self.verdict(claim.id)), display=False)
        record = {
            "edition": self.edition,
            "chapter": self.name,
            "parameters": self.parameters,
            "claims": [
                report.record(claim, self._outcomes.get(claim.id, {}), self._grids.get(claim.id))
                for claim in self.claims.values()
            ],
        }
        display({claims.MIME: record, "text/plain": json.dumps(record)}, raw=True)

    def _headline_test(self, claim: str) -> Test:
        return next(iter(self.claims[claim].tests.values()))


class _Text:
    """A value whose plain text carries no quotation marks, as prose needs it."""

    def __init__(self, value: float | str):
        self.value = value

    def __repr__(self) -> str:
        return str(self.value)
