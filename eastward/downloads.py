"""A table as readers take it along: CSV under a head that says what it is and whom to cite.

Public names: :func:`file_name`, :func:`content`, :func:`head`.

The lines of the head start with ``#``, so that ``pandas.read_csv(file, comment="#")`` and R's
``read.csv(file, comment.char = "#")`` pass over them.
"""

import gzip

from eastward import tables


def file_name(name: str) -> str:
    """Name of a table's download; large tables are packed, as they are kept."""
    return tables.path(name).name


def head(name: str, reference: str) -> list[str]:
    """Lines that stand above a table: title, columns with units, sources, terms, reference.

    Parameters
    ----------
    name : str
        One of ``tables.names()``.
    reference : str
        How the book that the table is taken from is cited.
    """
    described = tables.describe(name)
    lines = [described["title"], described["description"]]
    for field in described["fields"]:
        unit = f" ({field['unit']})" if "unit" in field else ""
        lines.append(f"column {field['name']}{unit}: {field.get('description', '')}")
    for source in described["sources"]:
        lines.append(f"source: {source['publisher']}: {source['title']}. {source['citation']}")
        lines.append(f"terms: {source['terms']}")
    lines.append(f"taken from: {reference}")
    return [f"# {' '.join(line.split())}" for line in lines]


def content(name: str, reference: str) -> bytes:
    """A table's download: its head, then all its rows."""
    top = ("\n".join(head(name, reference)) + "\n").encode()
    file = tables.path(name)
    if file.suffix == ".gz":
        rows = gzip.decompress(file.read_bytes())
        return gzip.compress(top + rows, compresslevel=6, mtime=0)
    return top + file.read_bytes()
