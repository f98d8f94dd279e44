"""How often the evidence rule is right, wrong and undecided, where its odds are right and not.

Run ``python benchmarks/verdicts.py``.  A reading is true in half of the draws.  It has one to three
blocks with one test each, of an indicator's kind drawn at random; all tests speak, and their data
had not been seen when they were declared.  Three worlds:

- *as declared*: tests pass as often as the odds of their kind say;
- *too bold*: true odds are the square root of those declared (10 to 1 is really 3.2 to 1);
- *worthless*: tests pass in half of all cases, whatever is true.

Each is simulated without peers and with 30 peers, for which the rival holds and which therefore
pass as often as a test of a false reading does.  The verdicts are those of `eastward.claims`.
"""

from functools import cache

import numpy as np
import pandas as pd

from eastward.claims.evidence import ODDS, Finding, Rate, verdict
from eastward.claims.models import Test, Threshold

KINDS = [kind for kind in ODDS if kind != "direct"]  # a direct test reads a record, not a sign
WORLDS = {"as declared": 1.0, "too bold": 0.5, "worthless": 0.0}  # power of the declared odds
PEERS, BLOCKS = (0, 30), (1, 2, 3)
SAYS = ["strongly supported", "supported", "undecided", "contradicted", "strongly contradicted"]
DRAWS, SEED = 10_000, 2018


def rates(power: float) -> np.ndarray:
    """How often tests of each kind pass, if the reading is true and if its rival is.

    Solved from the two odds: passing a = p / q and failing b = (1 - p) / (1 - q).
    """
    if power == 0:
        return np.full((len(KINDS), 2), 0.5)
    a = np.array([ODDS[kind].passing for kind in KINDS]) ** power
    b = np.array([ODDS[kind].failing for kind in KINDS]) ** power
    rival = (1 - b) / (a - b)
    return np.column_stack([a * rival, rival])


def simulate(power: float, peers: int, blocks: int, draws: int = DRAWS) -> pd.DataFrame:
    """Share of each verdict among readings that are true and among those that are not.

    Returns
    -------
    DataFrame
        Columns *true*, *false*; index of SAYS, *conflicting* counted as undecided; shares.
    """
    generator = np.random.default_rng(SEED)
    truth = generator.integers(0, 2, draws).astype(bool)
    kind = generator.integers(0, len(KINDS), (draws, blocks))
    if_true, if_rival = rates(power)[kind].transpose(2, 0, 1)
    passed = generator.random((draws, blocks)) < np.where(truth[:, None], if_true, if_rival)
    passing = generator.binomial(peers, if_rival)  # of the peers
    reading = np.stack([kind, passed, passing], axis=2)
    words = [word(tuple(map(tuple, tests)), peers) for tests in reading.tolist()]
    found = pd.crosstab(pd.Series(words), truth, normalize="columns")
    found = found.rename(columns={True: "true", False: "false"})
    return found.reindex(index=SAYS, columns=["true", "false"], fill_value=0.0)


@cache
def word(tests: tuple[tuple[int, int, int], ...], peers: int) -> str:
    """Verdict on tests, each given as place of its kind, whether it passed, passes of its peers."""
    findings = [
        Finding(
            declared(KINDS[kind], block, peers > 0),
            "supports" if passed else "against",
            rate=Rate(passing, peers - passing) if peers else None,
            seen=False,
        )
        for block, (kind, passed, passing) in enumerate(tests)
    ]
    return verdict(findings).word.replace("conflicting", "undecided")


@cache
def declared(kind: str, block: int, peers: bool) -> Test:
    """A test of a kind in a block of its own."""
    return Test(
        **dict.fromkeys(("name", "measure", "unit", "why", "kind_why"), "-"),
        id=f"t{block}",
        block=f"b{block}",
        kind=kind,
        tables=["-"],
        minimum=1,
        supports=Threshold(above=0),
        against=Threshold(below=0),
        peers="others" if peers else None,
    )


def main() -> None:
    """Print one line a world, number of peers and number of blocks, in per cent."""
    head = "".join(f"{sign:>5}" for sign in ("++", "+", "0", "-", "--"))
    print(f"{'':23} | {'of true readings':25} | of false readings")
    print(f"{'world':11}{'peers':>5}{'blocks':>7} | {head} | {head}")
    for world, power in WORLDS.items():
        for peers in PEERS:
            for blocks in BLOCKS:
                found = 100 * simulate(power, peers, blocks)
                shares = ["".join(f"{x:5.0f}" for x in found[side]) for side in ("true", "false")]
                print(f"{world:11}{peers:5}{blocks:7} | {shares[0]} | {shares[1]}")
    print("++ strongly supported, + supported, 0 undecided or conflicting, - contradicted,")
    print("-- strongly contradicted")


if __name__ == "__main__":
    main()
