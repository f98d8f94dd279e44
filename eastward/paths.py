"""Where the parts of the book lie.

The book is the checkout that the library is installed in place from (``pip install -e .``), else
the checkout that the working folder lies in, else the copy that the wheel carries.
"""

from pathlib import Path

from eastward.errors import InputError

PACKAGE = Path(__file__).resolve().parent
CARRIED = PACKAGE / "_book"
MARKS = ("_toc.yml", "eastward/paths.py")  # a checkout has both


def is_checkout(folder: Path) -> bool:
    """Whether a folder is the root of a checkout of this book."""
    return all((folder / mark).is_file() for mark in MARKS)


def find(start: Path) -> Path:
    """The book that is read from: the library's own checkout, the one around a folder, or a copy.

    Parameters
    ----------
    start : Path
        Working folder.

    Examples
    --------
    >>> is_checkout(find(Path.cwd())) or find(Path.cwd()) == CARRIED
    True
    """
    around = (PACKAGE.parent, start, *start.parents)
    return next((folder for folder in around if is_checkout(folder)), CARRIED)


ROOT = find(Path.cwd())
DATA = ROOT / "data"
TABLES = DATA / "tables"
EDITIONS = ROOT / "editions"
CHAPTERS = ROOT / "chapters"
BUILD = ROOT / "_build"


def need_checkout(command: str) -> None:
    """Refuse a command that writes into the book where there is only a copy to read from.

    Raises
    ------
    InputError
        The book is the copy that the wheel carries.
    """
    if ROOT == CARRIED:
        raise InputError(
            f"eastward {command}: {Path.cwd()} lies in no checkout of the book; "
            "allowed: a folder of one (README.md says where to get it)"
        )
