"""A second, independent coding: blank sheets for coders, and how far two codings agree.

Public names: :func:`sheet`, :func:`present`, :func:`kappa`, :func:`combined`,
:func:`coded`, :func:`twice_coded`, :func:`agreement`, :func:`settled`.

The rules stand in ``coding/RULES.md``.  A sheet has the text that a coder may see and two empty
columns, code and remark; its rows are drawn at random with a seed, so that it can be made again.
What two coders made of such sheets is kept in ``coding/second``, one file a variable.
"""

from typing import NamedTuple

import pandas as pd
from statsmodels.stats.inter_rater import cohens_kappa

from eastward import paths
from eastward.errors import InputError
from eastward.sources import lists
from eastward.sources.variables import VARIABLES, WORDS, Variable

SEED, ROWS = 20260831, 30
SECOND = f"{lists.FOLDER}/second"


class Agreement(NamedTuple):
    """Cohen's kappa of two codings."""

    kappa: float
    low: float
    high: float
    n: int


def _of(variable: str) -> Variable:
    if variable not in VARIABLES:
        raise InputError(f"variable {variable!r}: expected one of {', '.join(VARIABLES)}")
    return VARIABLES[variable]


def present(variable: str) -> pd.Series:
    """The present codes of a variable, by the names of its rows.

    Raises
    ------
    InputError
        For an unknown variable.
    """
    entry = _of(variable)
    return entry.rows()[entry.code].dropna().astype(str)


def sheet(variable: str, rows: int = ROWS, seed: int = SEED) -> pd.DataFrame:
    """Draw a blank sheet for a coder.

    Parameters
    ----------
    variable : str
        One of :data:`.variables.VARIABLES`.
    rows : int
        So many rows, or all where there are fewer.
    seed : int
        Of the random draw.

    Returns
    -------
    DataFrame
        Column row (the name of the row), the texts that a coder may see, code and remark, both
        empty.

    Raises
    ------
    InputError
        For an unknown variable.

    Examples
    --------
    >>> list(sheet("oil_same_side"))[-2:]
    ['code', 'remark']
    """
    entry = _of(variable)
    whole = entry.rows().dropna(subset=entry.code)
    drawn = whole.sample(min(rows, len(whole)), random_state=seed)[entry.seen]
    return drawn.assign(code="", remark="").rename_axis("row").reset_index()


def kappa(first: pd.Series, second: pd.Series) -> Agreement:
    """Cohen's kappa of two codings of the same rows, with its interval (95 per cent).

    Parameters
    ----------
    first, second : Series
        Codes by the names of the rows; rows that one of the two left blank are left out.

    Returns
    -------
    Agreement
        kappa (1 for the same codes everywhere, 0 for what chance would give), low, high, n.  The
        interval is that of large samples (Fleiss, Cohen and Everitt 1969) and is missing where the
        two agree everywhere.

    Raises
    ------
    InputError
        If no row has both codes.
    """
    both = pd.concat([first, second], axis=1, keys=["first", "second"], join="inner")
    both = both.replace("", None).dropna()
    if both.empty:
        raise InputError("agreement: no row has both codes")
    codes = sorted(set(both["first"]) | set(both["second"]))
    counts = pd.crosstab(both["first"], both["second"]).reindex(
        index=codes, columns=codes, fill_value=0
    )
    if (both["first"] == both["second"]).all():
        return Agreement(1.0, float("nan"), float("nan"), len(both))
    found = cohens_kappa(counts.to_numpy())
    high = min(float(found.kappa_upp), 1.0)
    return Agreement(float(found.kappa), float(found.kappa_low), high, len(both))


def combined(variable: str, first: pd.Series, second: pd.Series) -> pd.DataFrame:
    """Two filled sheets of one variable beside the book, in the form of ``coding/second``.

    Parameters
    ----------
    variable : str
        One of :data:`.variables.VARIABLES`.
    first, second : Series
        Codes of the two coders by the names of the rows; a row that one left blank is left out.

    Returns
    -------
    DataFrame
        As :func:`coded`; settled is empty where the three do not agree, and why is empty.

    Raises
    ------
    InputError
        For an unknown variable, or a row that it does not have.
    """
    entry = _of(variable)
    codes = pd.DataFrame({"first": first, "second": second}).replace("", None).dropna()
    rows = entry.rows()
    unknown = codes.index.difference(rows.index)
    if len(unknown):
        raise InputError(f"variable {variable!r}: has no row {unknown[0]!r}")
    codes = codes.assign(book=present(variable).reindex(codes.index))
    same = codes.nunique(axis=1) == 1
    codes = codes.assign(settled=codes["book"].where(same, ""), why="")
    return rows.loc[codes.index, entry.seen].join(codes).rename_axis("row")


def coded(variable: str) -> pd.DataFrame:
    """What two coders, and the book before them, made of one variable, and what was settled.

    Parameters
    ----------
    variable : str
        One of the files of ``coding/second``.

    Returns
    -------
    DataFrame
        Index row; the texts that the coders saw; first and second (the coders), book (the code at
        that time), settled, why (where not all three agreed).

    Raises
    ------
    InputError
        If the variable has no second coding.
    """
    file = paths.ROOT / SECOND / f"{variable}.csv"
    if not file.is_file():
        raise InputError(f"variable {variable!r}: has no second coding in {SECOND}")
    return pd.read_csv(file, dtype=str, keep_default_na=False).set_index("row")


def twice_coded() -> list[str]:
    """Variables that have a second coding, in the book's order."""
    return [name for name in WORDS if (paths.ROOT / SECOND / f"{name}.csv").is_file()]


def agreement() -> pd.DataFrame:
    """Kappa of the two coders, and of each with the book, for every variable.

    Returns
    -------
    DataFrame
        Index variable; n, kappa, low, high (between the coders), first, first_low, first_high (the
        first with the book), second, second_low, second_high, changed (rows of the book).
    """
    rows = {}
    for variable in twice_coded():
        codes = coded(variable)
        between = kappa(codes["first"], codes["second"])
        row = {"n": between.n, "kappa": between.kappa, "low": between.low, "high": between.high}
        for coder in ("first", "second"):
            found = kappa(codes[coder], codes["book"])
            row |= {coder: found.kappa, f"{coder}_low": found.low, f"{coder}_high": found.high}
        rows[variable] = row | {"changed": int((codes["settled"] != codes["book"]).sum())}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("variable")


def settled() -> pd.DataFrame:
    """The rows on which the coders and the book did not all agree.

    Returns
    -------
    DataFrame
        variable, row, first, second, book, settled, why.
    """
    parts = [coded(variable).assign(variable=variable).reset_index() for variable in twice_coded()]
    columns = ["variable", "row", "first", "second", "book", "settled", "why"]
    whole = pd.concat(parts)[columns]
    return whole[whole["why"] != ""].reset_index(drop=True)
