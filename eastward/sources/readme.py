"""``data/README.md``: the template in ``data/descriptions`` with the package's tables and sources.

Public names: :func:`render`, :func:`write`.
"""

import pandas as pd

from eastward import paths, tables
from eastward.sources import datapackage, registry

TEMPLATE = "descriptions/README.md"
DASH = "–"


def _years(frame: pd.DataFrame, time: dict | None) -> str:
    """First and last year of a table, by the column that says when its rows are known."""
    if time is None:
        return DASH
    column = frame[time["field"]].dropna()
    if not pd.api.types.is_numeric_dtype(column):
        column = column.astype(str).str[:4].astype(int)
    first, last = int(column.min()), int(column.max())
    return str(first) if first == last else f"{first}{DASH}{last}"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _tables() -> str:
    """One row a table: its name, content, rows, years and publishers."""
    rows = []
    for name, entry in datapackage.described()["tables"].items():
        sources = [datapackage.described()["sources"][source] for source in entry["sources"]]
        publishers = "; ".join(dict.fromkeys(source["publisher"] for source in sources))
        frame = tables.load(name)
        years = _years(frame, entry["time"])
        rows.append([f"`{name}`", entry["title"], f"{len(frame):,}", years, publishers])
    return _table(["table", "content", "rows", "years", "publisher"], sorted(rows))


def _sources() -> str:
    """One row a source: title, publisher, vintage, copy, terms and what the tables hold."""
    rows = []
    for name, source in datapackage.described()["sources"].items():
        copies = registry.copies(datapackage.files(name))
        read = ", ".join(f"[{one['commit'][:7]}]({one['path']})" for one in copies) or "own list"
        holds = f"{source['redistribution']['part']}: {source['redistribution']['holds']}"
        terms = f"[{source['terms'].strip()}]({source['terms_path']})"
        cells = [source["title"], source["publisher"], source["vintage"], read, terms, holds]
        rows.append([cell.replace("|", "\\|") for cell in cells])
    heads = ["source", "publisher", "vintage", "copy read", "terms", "what the tables hold"]
    return _table(heads, sorted(rows))


def render() -> str:
    """Return the text of ``data/README.md``."""
    template = (paths.DATA / TEMPLATE).read_text(encoding="utf-8")
    return template.replace("{tables}", _tables()).replace("{sources}", _sources())


def write() -> None:
    """Write ``data/README.md``."""
    datapackage.write_file(paths.DATA / "README.md", render().encode())
