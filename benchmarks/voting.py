"""Agreement of all pairs of states in all sessions, against a self-merge in pandas.

Run ``python benchmarks/voting.py``.  Both sides run in fresh interpreters, one after the other and
on one thread, so that the ratio depends neither on the number of cores nor on who else uses them.
The merge would need some ten gigabytes for all sessions at once, so it goes session by session,
over every sixth session, and is scaled by the rows that merging all sessions would give.
"""

import json
import os
import resource
import subprocess
import sys
import time

import pandas as pd

from eastward import tables
from eastward.measures import voting

EVERY = 6  # sessions between those that the merge is timed on
MIB = 1024  # KiB, the unit of ru_maxrss on Linux


def peak() -> float:
    """Return the largest resident size of this process so far, MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB


def ours() -> dict:
    """Time the library on all sessions; the first call is the one that counts."""
    votes, rollcalls = voting.cast(tables.load("unga_votes")), tables.load("unga_rollcalls")
    began = time.perf_counter()
    pairs = voting.agreement(votes, rollcalls)
    return {
        "seconds": time.perf_counter() - began,
        "pairs": len(pairs),
        "peak": peak(),
        "mean": pairs["agreement"].mean(),
    }


def merged(cast: pd.DataFrame) -> pd.DataFrame:
    """Compute one session's agreement as one would write it: a merge of the votes with themselves.

    ``cast`` has year, rollcall, state and score (yes 1, abstain 1/2, no 0), a row a vote.
    """
    pairs = cast.merge(cast, on=["year", "rollcall"], suffixes=("", "_other"))
    pairs = pairs[pairs["state"] < pairs["state_other"]]
    alike = 1 - (pairs["score"] - pairs["score_other"]).abs()
    keys = [pairs["year"], pairs["state"], pairs["state_other"]]
    return alike.groupby(keys).agg(["size", "mean"]).reset_index()


def theirs() -> dict:
    """Time the merge on some sessions, scale it to all, and compare its values with ours."""
    votes, rollcalls = voting.cast(tables.load("unga_votes")), tables.load("unga_rollcalls")
    states = votes.columns.difference(["rollcall", "date"])
    cast = votes.melt("rollcall", states, "state", "vote").query("vote > 0")
    cast = cast.merge(rollcalls[["rollcall", "year"]], on="rollcall")
    cast = cast.assign(score=(3 - cast["vote"]) / 2).drop(columns="vote")
    squares = cast.groupby(["year", "rollcall"]).size().pow(2).groupby("year").sum()
    sample = squares.index[::EVERY]
    sessions = {year: cast[cast["year"] == year] for year in sample}
    began = time.perf_counter()
    found = pd.concat([merged(session) for session in sessions.values()])
    seconds = time.perf_counter() - began
    pairs = voting.agreement(votes, rollcalls[rollcalls["year"].isin(sample)])
    both = pairs.merge(
        found, left_on=["year", "state", "other"], right_on=["year", "state", "state_other"]
    )
    return {
        "measured": seconds,
        "sessions": len(sample),
        "share": float(squares[sample].sum() / squares.sum()),
        "seconds": seconds * float(squares.sum() / squares[sample].sum()),
        "peak": peak(),
        "same": len(both) == len(pairs) == len(found),
        "difference": float((both["agreement"] - both["mean"]).abs().max()),
    }


def fresh(side: str) -> dict:
    """Run one side in an interpreter of its own."""
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, __file__, side]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return json.loads(run.stdout)


def main() -> None:
    """Run both sides and print their ratio."""
    fast, slow = fresh("ours"), fresh("theirs")
    print(f"library:  {fast['seconds']:8.2f} s  {fast['pairs']:,} pairs  {fast['peak']:,.0f} MiB")
    print(
        f"merge:    {slow['seconds']:8.2f} s  scaled from {slow['measured']:.2f} s on "
        f"{slow['sessions']} sessions ({slow['share']:.0%} of the rows)  {slow['peak']:,.0f} MiB"
    )
    print(f"values:   same pairs: {slow['same']}, largest difference {slow['difference']:.1e}")
    print(f"ratio:    {slow['seconds'] / fast['seconds']:8.1f}  (goal: 50 or more)")


if __name__ == "__main__":
    sides = {"ours": ours, "theirs": theirs}
    if len(sys.argv) > 1:
        print(json.dumps(sides[sys.argv[1]]()))
    else:
        main()
