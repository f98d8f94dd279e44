"""The project's own lists: text under ``eastward/sources/coding``, one file a list.

``RULES.md`` in that folder says by which rules they are coded.  Anyone can correct a row.
"""

from pathlib import Path

import pandas as pd
import yaml

from eastward.sources import dates

FOLDER = "eastward/sources/coding"


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
    return pd.DataFrame(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)).T
