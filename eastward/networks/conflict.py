"""Networks of conflict: who quarrels with whom.

Public names: :func:`hostility`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.errors import InputError


def hostility(
    onsets: pd.DataFrame,
    nodes: Iterable[str],
    eras: dict[str, tuple[int, int]],
    hubs: Iterable[str],
) -> pd.DataFrame:
    """Disputes between some states, era by era, as an edge list.

    Parameters
    ----------
    onsets : DataFrame
        Columns state_a, state_b, year: first years of disputes, of one source.
    nodes : iterable of str
        ISO3 codes of the states to draw.
    eras : dict
        Name of an era to its first and last year.
    hubs : iterable of str
        The state in the middle first, then the powers. Of all pairs, those of the state in the
        middle and those of two powers are kept.

    Returns
    -------
    DataFrame
        frame (the era), source, target (alphabetical), kind (dispute), weight (disputes begun in
        the era).

    Raises
    ------
    InputError
        If a hub is not among the nodes.
    """
    nodes, (centre, *powers) = set(nodes), list(hubs)
    missing = sorted({centre, *powers} - nodes)
    if missing:
        raise InputError(f"hubs {', '.join(missing)}: expected to be among the nodes")
    rows = onsets[onsets["state_a"].isin(nodes) & onsets["state_b"].isin(nodes)]
    own = (rows["state_a"] == centre) | (rows["state_b"] == centre)
    rows = rows[own | (rows["state_a"].isin(powers) & rows["state_b"].isin(powers))]
    ends = rows[["state_a", "state_b"]]
    rows = rows.assign(source=ends.min(axis=1), target=ends.max(axis=1), kind="dispute")
    parts = []
    for era, (first, last) in eras.items():
        pairs = rows[rows["year"].between(first, last)].groupby(
            ["source", "target", "kind"], as_index=False
        )
        parts.append(pairs.agg(weight=("year", "size")).assign(frame=era))
    return pd.concat(parts, ignore_index=True)[["frame", "source", "target", "kind", "weight"]]
