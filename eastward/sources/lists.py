"""The project's own lists: text under ``eastward/sources/coding``, one file a list.

``RULES.md`` in that folder says by which rules they are coded.  Anyone can correct a row.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import yaml

from eastward import paths
from eastward.sources import dates

FOLDER = "eastward/sources/coding"
REFUSED = paths.ROOT / FOLDER / "refused_hosts.txt"
ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
NUMBERS = re.compile(r"[\d.]+|[\da-f:]*:[\da-f:]*")  # hosts that are bare numbers, IPv4 and IPv6
SOURCES = ("source", "second")


def rows(file: Path) -> pd.DataFrame:
    """Read a list that is a table: dates as text, numbers as numbers, blanks missing."""
    text = dict.fromkeys(("date", "end_date", "report", "round", "sentence"), str)
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


def refused(texts: Iterable[str]) -> list[str]:
    """Addresses in texts that the rules refuse: on a listed host or one under it, or a bare number.

    Parameters
    ----------
    texts : Iterable of str
        Addresses, or text that holds some.

    Examples
    --------
    >>> refused(["https://de.scribd.com/document/1", "see http://10.0.0.1/a", "https://tass.com/1"])
    ['https://de.scribd.com/document/1', 'http://10.0.0.1/a']
    """
    lines = REFUSED.read_text(encoding="utf-8").splitlines()
    listed = tuple(line for line in lines if line and not line.startswith("#"))
    under = tuple(f".{host}" for host in listed)
    return [
        address
        for text in texts
        for address in ADDRESS.findall(text)
        if (host := urlsplit(address).hostname or "") in listed
        or host.endswith(under)
        or NUMBERS.fullmatch(host)
    ]
