"""A chapter on the book's first pattern: pooled tests, findings by state, one grid a claim.

Public names: :class:`Chapter`.
"""

import json
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

import pandas as pd
from IPython.display import Markdown, display
from myst_nb import glue

from eastward import chapter
from eastward import report as common
from eastward.chapter import _Text
from eastward.claims import registry
from eastward.claims.first_pattern import Outcome, Test, verdict
from eastward.claims.models import Claim
from eastward.errors import InputError
from eastward.figures import specifications
from eastward.first_pattern import report
from eastward.inference.first_pattern import specification_grid


class Chapter(chapter.Chapter):
    """A chapter whose prose hangs on findings that its code records."""

    def __init__(self, name: str, parameters):
        super().__init__(name, parameters)
        self._outcomes: dict[str, dict[str, Outcome]] = {}
        self._grids: dict[str, pd.DataFrame] = {}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims whose boxes stand in the chapter; those split off wait for its new version."""
        return {name: registry.claims()[name] for name in common.boxed(self.name)}

    def glue(self, **values: float | str) -> None:
        """Hand numbers and names to the prose, each under its own name; a missing one as words."""
        for name, value in values.items():
            known = isinstance(value, str) or pd.notna(value)
            glue(name.replace("_", "-"), _Value(value if known else "no data"), display=False)

    def finding(self, **states: str) -> None:
        """Record the state of findings; prose written for another state is not shown."""
        for name, state in states.items():
            said = state if self._commented else f"{state} under other parameters"
            glue(f"finding:{name.replace('_', '-')}", _Text(said), display=False)

    def judge(self, test: str, statistic: float | None, n: int, note: str = "") -> None:
        """Judge one declared test, named ``claim.test``, by its declared thresholds."""
        claim, _, name = test.partition(".")
        declared = self._tests(claim) if claim in self.claims else {}
        if name not in declared:
            raise InputError(
                f"chapters/{self.name}.md: {test} is not declared in data/claims/{self.name}.yml"
            )
        self._outcomes.setdefault(claim, {})[name] = declared[name].judge(statistic, n, note)

    def said(self, test: str) -> str:
        """Outcome of a judged test, named ``claim.test``."""
        claim, _, name = test.partition(".")
        return self._outcomes[claim][name].outcome

    def specify(
        self, claim: str, statistic: Callable[..., float | None], **dimensions: Iterable[Any]
    ) -> None:
        """Compute the specification grid of a claim's first test."""
        self._grids[claim] = specification_grid(statistic, self._headline(claim), **dimensions)

    def agreement(self, claim: str) -> float | None:
        """Share of specifications that say what the first test says."""
        return report.agreement(
            self._tests(claim), self._outcomes.get(claim, {}), self._grids.get(claim)
        )

    def verdict(self, claim: str) -> str:
        """Verdict of a claim from the tests judged so far."""
        return verdict(list(self._outcomes.get(claim, {}).values()))

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
            sources=sorted({t for c in grids for t in self._headline(c).tables}),
            title=(
                f"For {len(firm)} of {len(grids)} claims more than half of the "
                "specifications agree with the headline test"
            ),
            alt="Claims whose specifications agree with their first test more often than not: "
            + (
                "; ".join(f"{self.claims[c].title}, {self.agreement(c):.0%}" for c in firm)
                or "none"
            ),
            chart=specifications.specification_curves(curves),
            print_chart=specifications.specification_panels(curves),
            data=curves,
        )

    def close(self) -> None:
        """Check that every declared test was judged, and hand over all verdicts.

        Raises
        ------
        InputError
            A declared test was not judged.
        """
        for claim in self.claims:
            left = [
                name for name in self._tests(claim) if name not in self._outcomes.get(claim, {})
            ]
            if left:
                raise InputError(
                    f"chapters/{self.name}.md: {claim}.{left[0]} is declared but not judged"
                )
            glue(f"verdict:{claim}", _Text(self.verdict(claim)), display=False)
        record = {
            "edition": self.edition,
            "chapter": self.name,
            "parameters": self.parameters,
            "claims": [
                report.record(
                    self.claims[claim], self._outcomes.get(claim, {}), self._grids.get(claim)
                )
                for claim in self.claims
            ],
        }
        display({registry.MIME: record, "text/plain": json.dumps(record)}, raw=True)

    def _tests(self, claim: str) -> dict[str, Test]:
        return {test.id: test for test in self.claims[claim].first_pattern}

    def _headline(self, claim: str) -> Test:
        return self.claims[claim].first_pattern[0]


class _Value:
    """A value that keeps its type, so that prose can format it, and shows no quotation marks."""

    def __init__(self, value: float | str):
        self.value = value

    def __repr__(self) -> str:
        return str(self.value)
