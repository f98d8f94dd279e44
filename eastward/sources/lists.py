"""The project's own lists: text under ``eastward/sources/coding``, one file a list.

``RULES.md`` in that folder says by which rules they are coded.  Anyone can correct a row.
"""

from pathlib import Path

import pandas as pd
import yaml

from eastward.sources import dates

FOLDER = "eastward/sources/coding"
SOURCES = ("source", "second")


def rows(file: Path) -> pd.DataFrame:
    """Read a list that is a table: dates as text, numbers as numbers, blanks missing."""
    text = dict.fromkeys(("date", "end_date", "report", "round"), str)
    return pd.read_csv(file, dtype=text).convert_dtypes()


def dated(file: Path) -> pd.DataFrame:
    """Read a list that is a table and add the last day and the precision of each date."""
    listed = rows(file)
    spans = dates.spans(listed["date"])
    return listed.assign(end_date=spans["end_date"], precision=spans["precision"])


def entries(file: Path) -> pd.DataFrame:
    """Read a list of named entries, one row an entry, in its order.

    Everything in it is text: a plain yes would otherwise be read as true.
    """
    return pd.DataFrame.from_dict(parsed(file), orient="index")


def parsed(file: Path) -> dict:
    """Read a YAML file in which everything is text."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def sourced(entries: pd.DataFrame) -> pd.DataFrame:
    """Spread the sources of entries over columns.

    Parameters
    ----------
    entries : DataFrame
        Columns ``source`` and ``second``, each a mapping of title, address and read (yes or no),
        or missing.

    Returns
    -------
    DataFrame
        The other columns, and for both sources title, address and read (whether the project has
        seen the page or only knows the reference).
    """
    for source in SOURCES:
        given = entries[source] if source in entries else [None] * len(entries)
        parts = [one if isinstance(one, dict) else {} for one in given]
        entries = entries.drop(columns=source, errors="ignore").assign(
            **{
                f"{source}_{part}": [one.get(part) for one in parts]
                for part in ("title", "address")
            },
            **{f"{source}_read": [one.get("read") == "yes" for one in parts]},
        )
    return entries
