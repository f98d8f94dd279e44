"""How a chapter of the first pattern reports: tests, specifications and records.

Public names: :func:`tests`, :func:`curves`, :func:`agreement`, :func:`record`.
"""

from dataclasses import asdict
from typing import Any

import pandas as pd

from eastward.claims.first_pattern import Outcome, Test, verdict
from eastward.claims.models import Claim
from eastward.inference import first_pattern

# no-break spaces: the sign stays beside its word
_SAYS = {
    "supports": "✔\N{NO-BREAK SPACE}supports",
    "against": "✘\N{NO-BREAK SPACE}against",
    "silent": "○\N{NO-BREAK SPACE}silent",
}
# what was found stands first, where a phone shows it without scrolling
_HEADER = "| Test | found | says | supports if | against if | n |\n|---|---:|---|---|---|---:|\n"

Outcomes = dict[str, Outcome]


def tests(claim: Claim, outcomes: Outcomes, grid: pd.DataFrame | None) -> str:
    """The tests of a claim as a Markdown table, with its verdict and its specifications."""
    if not claim.first_pattern:
        return f"**Verdict: untested.** {_why(claim)}"
    rows = []
    for test in claim.first_pattern:
        outcome = outcomes[test.id]
        found = (
            "no\N{NO-BREAK SPACE}data" if outcome.statistic is None else f"{outcome.statistic:,.1f}"
        )
        note = f" ({outcome.note})" if outcome.note else ""
        measure = test.measure[0].upper() + test.measure[1:]
        rows.append(
            f"| {measure}, {test.unit}{note} | {found} | {_SAYS[outcome.outcome]} "
            f"| {test.supports} | {test.against} | {outcome.n:,} |"
        )
    said = verdict(list(outcomes.values()))
    share = agreement(_declared(claim), outcomes, grid)
    grid_line = (
        ""
        if share is None
        else f" {share:.0%} of {len(grid)} specifications say what the first test says."
    )
    return _HEADER + "\n".join(rows) + f"\n\n**Verdict: {said}.**{grid_line}"


def agreement(
    tests: dict[str, Test], outcomes: Outcomes, grid: pd.DataFrame | None
) -> float | None:
    """Share of specifications whose outcome is that of the claim's first test."""
    if grid is None or not outcomes:
        return None
    first = next(iter(tests))
    return first_pattern.agreement(grid, outcomes[first].outcome)


def curves(
    registry: dict[str, Claim],
    outcomes: dict[str, Outcomes],
    grids: dict[str, pd.DataFrame],
) -> pd.DataFrame:
    """All specification grids in one frame.

    Returns
    -------
    DataFrame
        claim (title and unit), place, statistic, outcome, specification (the choices in words),
        headline, supports, against.
    """
    frames = []
    for name, grid in grids.items():
        test = registry[name].first_pattern[0]
        choices = [column for column in grid if column not in ("statistic", "outcome")]
        words = [
            "; ".join(f"{choice}: {value}" for choice, value in zip(choices, row, strict=True))
            for row in grid[choices].itertuples(index=False)
        ]
        frames.append(
            pd.DataFrame(
                {
                    "claim": f"{registry[name].title} ({test.unit})",
                    "place": range(1, len(grid) + 1),
                    "statistic": grid["statistic"].round(3),
                    "outcome": grid["outcome"],
                    "specification": words,
                    "headline": outcomes[name][test.id].statistic,
                    "supports": test.supports.value,
                    "against": test.against.value,
                }
            )
        )
    columns = ["claim", "place", "statistic", "outcome", "specification"]
    empty = pd.DataFrame(columns=[*columns, "headline", "supports", "against"])
    return pd.concat(frames, ignore_index=True) if frames else empty


def record(claim: Claim, outcomes: Outcomes, grid: pd.DataFrame | None) -> dict[str, Any]:
    """A claim's verdict and tests as they go into ``verdicts.json``."""
    entries = []
    for name, outcome in outcomes.items():
        test, said = _declared(claim)[name], asdict(outcome)
        del said["test"]
        limits = {"supports": str(test.supports), "against": str(test.against)}
        entries.append({"id": name, **said, "unit": test.unit, **limits})
    return {
        "id": claim.id,
        "verdict": verdict(list(outcomes.values())),
        "agreement": agreement(_declared(claim), outcomes, grid),
        "tests": entries,
    }


def _declared(claim: Claim) -> dict[str, Test]:
    return {test.id: test for test in claim.first_pattern}


def _why(claim: Claim) -> str:
    """Why a claim without tests has none yet."""
    return claim.why_untested or "Its tests are declared with the chapter's next version."
