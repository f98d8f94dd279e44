"""The only door to the data: ``load``, ``names``, ``describe``, ``extent``, ``path``.

A table is read only if its file is the one that ``data/datapackage.json`` names (sha256) and its
columns, types and values are those of its schema; a cut-off removes what had not ended by then.
"""

import hashlib
import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pandas as pd

from eastward import paths
from eastward.errors import InputError

PACKAGE = "datapackage.json"
DTYPES = {"string": "str", "number": "float64", "boolean": "bool"}


def _resources() -> dict[str, dict]:
    """Read ``data/datapackage.json``: the descriptor of each table by its name."""
    file = paths.DATA / PACKAGE
    try:
        package = json.loads(file.read_text(encoding="utf-8"))
        return {resource["name"]: resource for resource in package["resources"]}
    except FileNotFoundError:
        raise InputError(f"{file}: missing; `eastward data build` writes it") from None
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise InputError(f"{file}: not a data package ({error!r})") from None


def names() -> list[str]:
    """Return the names of all tables, in alphabetical order."""
    return sorted(_resources())


def _resource(name: str) -> dict:
    resources = _resources()
    if name not in resources:
        raise InputError(f"table {name!r}: unknown; the tables are {', '.join(sorted(resources))}")
    return resources[name]


def describe(name: str) -> dict:
    """Return the description of one table.

    Parameters
    ----------
    name : str
        One of ``names()``.

    Returns
    -------
    dict
        The Frictionless resource (title, description, path, sha256, schema, sources, inputs,
        time …) with two shortcuts: ``fields``, the list of its fields, and ``licences``.

    Raises
    ------
    InputError
        If there is no such table.
    """
    resource = _resource(name)
    return {
        **resource,
        "fields": resource["schema"]["fields"],
        "licences": resource["licenses"],
    }


def path(name: str) -> Path:
    """Return the file of one table."""
    return paths.DATA / _resource(name)["path"]


def extent(name: str) -> tuple[int, tuple[int, int] | None]:
    """Return how many rows a table has, and their first and last year.

    It reads one column and checks nothing, so that a page may ask for every table.

    Returns
    -------
    (int, (int, int) or None)
        Years are those in which the rows' periods ended; None where the table has no time.

    Raises
    ------
    InputError
        If there is no such table.

    Examples
    --------
    >>> extent("brent_annual")[1][0]
    1987
    """
    resource = _resource(name)
    time = resource["time"]
    column = time["field"] if time else resource["schema"]["fields"][0]["name"]
    values = pd.read_csv(path(name), usecols=[column], dtype="str")[column]
    if not time:
        return len(values), None
    years = values.astype("str").str[:4]
    return len(values), (int(years.min()), int(years.max()))


def load(name: str, cutoff: date | str | None = None) -> pd.DataFrame:
    """Load one table, checked against its checksum and schema.

    Parameters
    ----------
    name : str
        One of ``names()``.
    cutoff : date or str, optional
        Last day that may be known (``YYYY-MM-DD``).  Rows whose period ended after it are left
        out; a year ends on 31 December.  Tables without a time are never cut.

    Returns
    -------
    DataFrame
        The columns of the schema: ``str``, ``int64`` (``Int64`` where a value may be missing),
        ``float64``, ``bool`` or ``datetime64``, sorted by the table's key.

    Raises
    ------
    InputError
        If the name or the cut-off is not valid, or the file is missing, altered or violates its
        schema.

    Examples
    --------
    >>> int(load("brent_annual", cutoff="2018-08-31")["year"].max())
    2017
    """
    resource = _resource(name)
    limit = _date(cutoff)
    file = path(name)
    frame = decode(_verified(file, resource), resource)
    if limit is None or resource["time"] is None:
        return frame
    ended = period_end(frame, resource["time"])
    return frame[ended <= limit].reset_index(drop=True)


def _date(cutoff: date | str | None) -> pd.Timestamp | None:
    if cutoff is None:
        return None
    try:
        return pd.Timestamp(date.fromisoformat(str(cutoff)[:10]))
    except ValueError:
        raise InputError(f"cut-off {cutoff!r}: expected a date, YYYY-MM-DD") from None


def _verified(file: Path, resource: dict) -> bytes:
    """Read a file and refuse it unless it has the checksum of the data package."""
    if not file.is_file():
        raise InputError(f"{file}: missing; `eastward data build {resource['name']}` makes it")
    content = file.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != resource["sha256"]:
        raise InputError(f"{file}: altered: expected sha256 {resource['sha256']}, found {found}")
    return content


def period_end(frame: pd.DataFrame, time: dict) -> pd.Series:
    """Return the last day of every row's period.

    Parameters
    ----------
    frame : DataFrame
        A table.
    time : dict
        ``field``, the column that dates a row, and ``resolution``: ``year`` (an integer year),
        ``month`` (a text ``YYYY-MM``) or ``day`` (a date: the last day of the period).
    """
    values = frame[time["field"]]
    if time["resolution"] == "year":
        return pd.to_datetime({"year": values, "month": 12, "day": 31})
    if time["resolution"] == "month":
        return pd.to_datetime(values + "-01") + pd.offsets.MonthEnd(0)
    return values


def decode(content: bytes, resource: dict) -> pd.DataFrame:
    """Turn the bytes of a table's file into a frame that satisfies its schema.

    Parameters
    ----------
    content : bytes
        A CSV file, packed if the descriptor says so.
    resource : dict
        The table's descriptor: ``path``, ``schema`` and, of a packed file, ``compression``.

    Raises
    ------
    InputError
        Naming the file, the column, the value and what the schema allows.
    """
    label = resource["path"]
    fields = resource["schema"]["fields"]
    frame = pd.read_csv(
        BytesIO(content),
        engine="pyarrow",  # twice as fast as the default
        compression="gzip" if "compression" in resource else None,
        dtype="str",
        keep_default_na=False,
        na_values=[""],
    )
    expected = [field["name"] for field in fields]
    if list(frame.columns) != expected:
        raise InputError(f"{label}: columns {list(frame.columns)}, expected {expected}")
    columns = {}
    for field in fields:
        columns[field["name"]] = _typed(frame[field["name"]], field, label)
        _constrain(columns[field["name"]], field, label)
    frame = pd.DataFrame(columns)  # in one piece, however many columns there are
    key = resource["schema"]["primaryKey"]
    repeated = frame[frame.duplicated(key)]
    if len(repeated):
        row = repeated.iloc[0][key].to_dict()
        raise InputError(f"{label}: key {row} occurs more than once")
    return frame


def _typed(column: pd.Series, field: dict, label: str) -> pd.Series:
    """Give a column the type of its field; text that does not fit is an error."""
    where = f"{label}: column {field['name']!r}"
    if field["constraints"]["required"] and column.isna().any():
        raise InputError(f"{where}: row {column.isna().idxmax() + 1} is empty, a value is required")
    try:
        if field["type"] == "date":
            return pd.to_datetime(column, format="%Y-%m-%d")
        if field["type"] == "integer":
            return column.astype("int64" if field["constraints"]["required"] else "Int64")
        if field["type"] == "boolean":
            if not column.isin(["true", "false"]).all():
                raise ValueError("expected true or false")
            column = column == "true"
        return column.astype(DTYPES[field["type"]])
    except (KeyError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise InputError(f"{where}: not of type {field['type']} ({reason})") from None


def _constrain(column: pd.Series, field: dict, label: str) -> None:
    """Refuse values outside the field's enumeration, pattern or range."""
    rules = field["constraints"]
    values = column.dropna()
    if field["type"] == "string":
        values = pd.Series(values.unique())
    breaches = {
        "enum": lambda allowed: ~values.isin(allowed),
        "pattern": lambda allowed: ~values.str.fullmatch(allowed).astype(bool),
        "minimum": lambda allowed: values < allowed,
        "maximum": lambda allowed: values > allowed,
    }
    for rule, breach in breaches.items():
        if rule not in rules:
            continue
        broken = breach(rules[rule])
        if broken.any():
            allowed = {name: limit for name, limit in rules.items() if name != "required"}
            value = values[broken].iloc[0]
            raise InputError(
                f"{label}: column {field['name']!r}: value {value!s}, allowed {allowed}"
            )
