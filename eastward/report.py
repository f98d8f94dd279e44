"""How a chapter reports: parameters, tests and specifications as Markdown, frames and records.

Public names: :func:`parameters`, :func:`elsewhere`, :func:`tests`, :func:`curves`,
:func:`agreement`, :func:`record`, :func:`scorecard`, :func:`argument`, :func:`links`.
"""

from dataclasses import asdict
from typing import Any

import networkx as nx
import pandas as pd
from IPython.display import Markdown

from eastward import claims, edition, paths
from eastward.inference import first_pattern

# no-break spaces: the sign stays beside its word
_SAYS = {
    "supports": "✔\N{NO-BREAK SPACE}supports",
    "against": "✘\N{NO-BREAK SPACE}against",
    "silent": "○\N{NO-BREAK SPACE}silent",
}
# what was found stands first, where a phone shows it without scrolling
_HEADER = "| Test | found | says | supports if | against if | n |\n|---|---:|---|---|---|---:|\n"

Outcomes = dict[str, claims.Outcome]


def parameters(chapter: str, edition: str, values: dict[str, Any], shipped: dict[str, Any]) -> str:
    """The parameters in force as a Markdown table, with the command that reproduces the page."""
    changed = {name: value for name, value in values.items() if value != shipped.get(name)}
    rows = [f"| {name} | {_plain(value)} |" for name, value in values.items()]
    options = "".join(f" -p {name} '{_plain(value)}'" for name, value in changed.items())
    command = f"eastward run {chapter} --edition {edition}{options}"
    table = "\n".join(["| parameter | value |", "|---|---|", f"| edition | {edition} |", *rows])
    return f"{table}\n\n```bash\n{command}\n```\n"


def elsewhere(values: dict[str, Any], labels: dict[str, str]) -> str:
    """What a reader must know where the article's states are replaced by others, else nothing."""
    article = edition.load(edition.DEFAULT).parameters
    roles = [role for role in edition.ROLES if values.get(role, article[role]) != article[role]]
    if not roles:
        return ""
    changes = ", ".join(f"{labels[values[role]]} for {labels[article[role]]}" for role in roles)
    return (
        f"**The article's question, asked elsewhere: {changes}.** "
        "Claim boxes and headings keep the article's names; "
        "figures, tests and verdicts are about the states in the table.\n\n"
    )


def tests(claim: claims.Claim, outcomes: Outcomes, grid: pd.DataFrame | None) -> str:
    """The tests of a claim as a Markdown table, with its verdict and its specifications."""
    if not claim.tests:
        return f"**Verdict: untested.** {claim.why_untested}"
    rows = []
    for name, test in claim.tests.items():
        outcome = outcomes[name]
        found = (
            "no\N{NO-BREAK SPACE}data" if outcome.statistic is None else f"{outcome.statistic:,.1f}"
        )
        note = f" ({outcome.note})" if outcome.note else ""
        measure = test.measure[0].upper() + test.measure[1:]
        rows.append(
            f"| {measure}, {test.unit}{note} | {found} | {_SAYS[outcome.outcome]} "
            f"| {test.supports} | {test.against} | {outcome.n:,} |"
        )
    said = claims.verdict(list(outcomes.values()))
    share = agreement(claim, outcomes, grid)
    grid_line = (
        ""
        if share is None
        else f" {share:.0%} of {len(grid)} specifications say what the first test says."
    )
    return _HEADER + "\n".join(rows) + f"\n\n**Verdict: {said}.**{grid_line}"


def agreement(claim: claims.Claim, outcomes: Outcomes, grid: pd.DataFrame | None) -> float | None:
    """Share of specifications whose outcome is that of the claim's first test."""
    if grid is None or not outcomes:
        return None
    first = next(iter(claim.tests))
    return first_pattern.agreement(grid, outcomes[first].outcome)


def curves(
    registry: dict[str, claims.Claim],
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
        test = next(iter(registry[name].tests.values()))
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


def record(claim: claims.Claim, outcomes: Outcomes, grid: pd.DataFrame | None) -> dict[str, Any]:
    """A claim's verdict and tests as they go into ``verdicts.json``."""
    entries = []
    for name, outcome in outcomes.items():
        test, said = claim.tests[name], asdict(outcome)
        del said["test"]
        limits = {"supports": str(test.supports), "against": str(test.against)}
        entries.append({"id": name, **said, "unit": test.unit, **limits})
    return {
        "id": claim.id,
        "verdict": claims.verdict(list(outcomes.values())),
        "agreement": agreement(claim, outcomes, grid),
        "tests": entries,
    }


def scorecard(registry: dict[str, claims.Claim]) -> Markdown:
    """The verdict of every claim that a chapter tests, edition by edition."""
    columns = {name: claims.verdicts(name) for name in edition.names()}
    titles = [edition.load(name).title for name in columns]
    rows = [
        f"| {claim.title} (¶{', '.join(map(str, claim.paragraphs))}) | "
        + " | ".join(
            entries.get(claim.id, {}).get("verdict", "not built") for entries in columns.values()
        )
        + " |"
        for claim in registry.values()
        if claim.chapter
    ]
    head = f"| Claim | {' | '.join(titles)} |\n|---|{'---|' * len(titles)}\n"
    return Markdown(head + "\n".join(rows))


def argument(graph: nx.DiGraph, verdicts: dict[str, str]) -> pd.DataFrame:
    """The argument map's edge list with the verdict of each claim.

    Returns
    -------
    DataFrame
        claim, relation, parent (both by title), verdict; the thesis stands without a parent.
    """
    rows = []
    for claim, title in graph.nodes(data="title"):
        said = verdicts.get(claim, "untested")
        parents = graph.out_edges(claim, data="relation")
        rows += [(title, relation, graph.nodes[up]["title"], said) for _, up, relation in parents]
        if not parents:
            rows.append((title, "", "", said))
    return pd.DataFrame(rows, columns=["claim", "relation", "parent", "verdict"])


def links(registry: dict[str, claims.Claim]) -> dict[str, str]:
    """Address of each claim's box, seen from the landing page; only for chapters that exist."""
    return {
        claim.id: f"chapters/{claim.chapter}.html#claim-{claim.id}"
        for claim in registry.values()
        if claim.chapter and (paths.CHAPTERS / f"{claim.chapter}.md").is_file()
    }


def _plain(value: Any) -> str:
    return str(value).replace("'", "") if isinstance(value, list) else str(value)
