"""Data of a chart without the name of every column in every row, for pages.

Public names: :func:`packed`.

``_static/figures.js`` unpacks them before it draws.
"""

from typing import Any


def packed(spec: dict[str, Any]) -> dict[str, Any]:
    """A Vega-Lite specification whose datasets are columns and rows.

    Parameters
    ----------
    spec : dict
        With its data under ``datasets``, as Altair writes them.

    Returns
    -------
    dict
        The same, but no Vega-Lite until it is unpacked. Datasets whose rows differ in their keys
        stay as they are.

    Examples
    --------
    >>> packed({"datasets": {"d": [{"year": 1979, "value": 1}, {"year": 1980, "value": None}]}})
    {'datasets': {'d': {'columns': ['year', 'value'], 'rows': [[1979, 1], [1980, None]]}}}
    """
    if "datasets" not in spec:
        return spec
    return spec | {"datasets": {name: _columns(rows) for name, rows in spec["datasets"].items()}}


def _columns(rows: list[dict[str, Any]]) -> list[dict[str, Any]] | dict[str, list]:
    columns = list(rows[0]) if rows else []
    if not columns or any(list(row) != columns for row in rows):
        return rows
    return {"columns": columns, "rows": [list(row.values()) for row in rows]}
