"""Company in conflict: how often a power stood beside a state in its militarized disputes.

Public names: :func:`beside`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.inference.intervals import share_interval


def beside(
    disputes: pd.DataFrame, source: str, powers: Iterable[str], years: Iterable[int]
) -> pd.DataFrame:
    """Share of each state's disputes in which a power faced the same opponent.

    Parameters
    ----------
    disputes : DataFrame
        Columns source, dispute, state_a, state_b, year.
    source : str
        List, COW or GML.
    powers : iterable of str
        ISO3 codes.
    years : iterable of int
        A dispute counts if any of its years is among them.

    Returns
    -------
    DataFrame
        Index state; value (%), n (disputes), low and high (95 %, Wilson: whether a power joins is
        taken as a draw), beside (disputes with a power on its side).

    Examples
    --------
    >>> rows = [("COW", 1, "IRN", "IRQ", 1981), ("COW", 1, "SYR", "IRQ", 1981),
    ...         ("COW", 2, "USA", "IRN", 1987), ("COW", 2, "USA", "SYR", 1987)]
    >>> listed = pd.DataFrame(rows, columns=["source", "dispute", "state_a", "state_b", "year"])
    >>> beside(listed, "COW", ["SYR"], [1981, 1987]).loc["IRN", ["value", "n"]].tolist()
    [100.0, 2.0]
    """
    rows = disputes[(disputes["source"] == source) & disputes["year"].isin(list(years))]
    columns = {"state_a": "state", "state_b": "opponent"}
    turned = {"state_b": "state", "state_a": "opponent"}
    faced = [rows[["dispute", *names]].rename(columns=names) for names in (columns, turned)]
    faced = pd.concat(faced).drop_duplicates()
    helpers = faced[faced["state"].isin(set(powers))].rename(columns={"state": "power"})
    shared = faced.merge(helpers, on=["dispute", "opponent"]).query("state != power")
    counted = pd.DataFrame(
        {
            "n": faced.drop_duplicates(["state", "dispute"])["state"].value_counts(),
            "beside": shared.drop_duplicates(["state", "dispute"])["state"].value_counts(),
        }
    )
    counted = counted.fillna({"beside": 0}).astype(int).rename_axis("state").sort_index()
    low, high = share_interval(counted["beside"], counted["n"])
    value = 100 * counted["beside"] / counted["n"]
    return counted.assign(value=value, low=100 * low, high=100 * high)
