"""Charts in fewer letters, for pages: data as columns and rows, pictures without what is idle.

Public names: :func:`packed`, :func:`slim`.

``_static/figures.js`` unpacks the data before it draws.
"""

import re
from typing import Any

from eastward.figures import theme

_TAG = re.compile(r"<[^>]+>")
_LONG = re.compile(r"(\d\.\d\d)\d+")  # a hundredth of a pixel is seen by nobody
_IDLE = re.compile(r' (?:pointer-events="none"|opacity="1"|font-weight="normal")')
_EMPTY = re.compile(r'<path class="(?:fore|back)ground" d="[^"]*" display="none"/>')


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


def slim(svg: str) -> str:
    """A picture as Vega draws it with short numbers, its typeface named once.

    Examples
    --------
    >>> slim('<svg><line x2="93.25200001" opacity="1"/><text>0.12345</text></svg>')[-56:]
    'sans-serif"><line x2="93.25"/><text>0.12345</text></svg>'
    """
    face = f' font-family="{theme.FONT}"'
    svg = _TAG.sub(lambda tag: _LONG.sub(r"\1", _IDLE.sub("", tag[0])), svg.replace(face, ""))
    return _EMPTY.sub("", svg).replace("<svg", f"<svg{face}", 1)


def _columns(rows: list[dict[str, Any]]) -> list[dict[str, Any]] | dict[str, list]:
    columns = list(rows[0]) if rows else []
    if not columns or any(list(row) != columns for row in rows):
        return rows
    return {"columns": columns, "rows": [list(row.values()) for row in rows]}
