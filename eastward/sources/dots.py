"""IMF Direction of Trade Statistics: workbooks of annual flows to tidy trade tables."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pandas as pd

from eastward.errors import InputError
from eastward.sources import codes

FOLDER = "economy/imf_dots"
WORLD_FILE = f"{FOLDER}/world_exports_imports.xlsx"
# The download of April 2024: Russia and the World as reporters, to 2023.
VINTAGE, VINTAGE_FOLDER = "2024-04", "economy/imf_dots_2023"
VINTAGE_FILES = (
    f"{VINTAGE_FOLDER}/rus_exports_imports.xlsx",
    f"{VINTAGE_FOLDER}/world_exports_imports.xlsx",
)
CUSTOMS_ENDS = 2021  # last year of Russia's published customs statistics by partner
REPORTER_ROW, HEADER_ROW = 3, 6  # zero-based; partners follow the header
FIRST_YEAR = 1980
SHEETS = {"exports_musd": "Exports, FOB", "imports_musd": "Imports, CIF"}


def parse_value(cell: float | str | None) -> tuple[float, bool] | None:
    """Parse one cell of a DOTS sheet.

    Parameters
    ----------
    cell : float, str or None
        A number; a text such as ``"1,182.45 e"`` where the IMF estimates; or blank.

    Returns
    -------
    tuple[float, bool] or None
        Value in million US$ and whether it is an estimate; ``None`` where nothing is reported.

    Raises
    ------
    InputError
        For any other text.
    """
    if cell is None:
        return None
    if isinstance(cell, int | float):
        return float(cell), False
    number, _, flag = cell.partition(" ")
    try:
        value = float(number.replace(",", ""))
    except ValueError:
        value = None
    if value is None or flag != "e":
        raise InputError(f"DOTS cell {cell!r}: expected a number or a number followed by ' e'")
    return value, True


def _cells(file: Path, sheet: str) -> Iterator[tuple[str, str, int, float, bool]]:
    """Yield (reporter name, partner name, year, value, estimated) of one sheet."""
    rows = list(
        openpyxl.load_workbook(file, read_only=True)[sheet].iter_rows(min_col=2, values_only=True)
    )
    reporter = rows[REPORTER_ROW][0]
    years = [int(head) if head else None for head in rows[HEADER_ROW][1:]]
    for partner, *values in rows[HEADER_ROW + 1 :]:
        for year, cell in zip(years, values, strict=True):
            parsed = parse_value(cell)
            if parsed and year is None:
                raise InputError(f"{file.name}: {partner}: value {cell!r} under no year")
            if parsed and year >= FIRST_YEAR:
                yield reporter, partner, year, *parsed


def _coded(file: Path, sheet: str, codelist: Path) -> pd.DataFrame:
    """Read one sheet into reporter, partner (codes), year, value, estimated."""
    columns = ["reporter", "partner", "year", "value", "estimated"]
    frame = pd.DataFrame(_cells(file, sheet), columns=columns)
    late = (frame["partner"] == "USSR") & (frame["year"] > codes.USSR_ENDS)
    frame = frame[~late].drop_duplicates()  # the world file prints Australia twice
    name = codes.namer(codelist)
    frame["partner"] = frame["partner"].map({n: name(n) for n in frame["partner"].unique()})
    frame["reporter"] = frame["reporter"].map({n: name(n) for n in frame["reporter"].unique()})
    return frame.dropna(subset="partner")


def trade(files: dict[str, Path]) -> pd.DataFrame:
    """Build bilateral exports, FOB, of every reporter to every partner with a code.

    Source: one DOTS workbook per reporter.  Traps: estimates are text with thousands commas
    and a trailing " e"; the first year differs by reporter; a blank is "not reported", not
    zero; the Soviet Union is a reporter (1981-1991) but no reporter lists it as a partner, so
    exports *to* it are known only from 1992 on, to Russia; from 2000 on Iran does not report, so
    its exports, and both directions of its trade with Russia, rest on the partners' statistics.

    Returns
    -------
    DataFrame
        reporter, partner, year, exports_musd (million current US$), estimated.
    """
    books = [path for path in files if path.startswith(f"{FOLDER}/exports_")]
    parts = [_coded(files[book], "Exports, FOB", files[codes.CODELIST]) for book in books]
    return pd.concat(parts).rename(columns={"value": "exports_musd"})


def trade_world(files: dict[str, Path]) -> pd.DataFrame:
    """Build each state's trade with the whole world, as its partners report or IMF estimates.

    Source: the DOTS workbook with "World" as reporter.  Traps: the world's exports are the
    state's imports (valued FOB), and the world's imports are its exports (valued CIF); regional
    aggregates and "not specified" rows stand among the states.

    Returns
    -------
    DataFrame
        state, year, imports_musd, exports_musd (million current US$).
    """
    sheets = {"imports_musd": "Exports, FOB", "exports_musd": "Imports, CIF"}
    flows = {
        column: _coded(files[WORLD_FILE], sheet, files[codes.CODELIST])
        .rename(columns={"partner": "state"})
        .set_index(["state", "year"])["value"]
        for column, sheet in sheets.items()
    }
    return pd.DataFrame(flows).reset_index()


def basis(reporter: str, year: int) -> str:
    """Say what a row of the vintage of April 2024 rests on.

    Parameters
    ----------
    reporter : str
        ``RUS`` or ``WLD``.
    year : int
        Calendar year.

    Returns
    -------
    str
        ``compiled`` for the World (the IMF adds up reports and estimates); for Russia
        ``reported`` while its customs statistics were published, then ``estimated``, and
        ``extrapolated`` where the IMF moved every partner by one factor.

    Examples
    --------
    >>> basis("RUS", 2021), basis("RUS", 2022), basis("RUS", 2023), basis("WLD", 2022)
    ('reported', 'estimated', 'extrapolated', 'compiled')
    """
    if reporter == codes.WORLD:
        return "compiled"
    if year <= CUSTOMS_ENDS:
        return "reported"
    return "estimated" if year == CUSTOMS_ENDS + 1 else "extrapolated"


def trade_russia(files: dict[str, Path]) -> pd.DataFrame:
    """Build the trade of Russia, and of the World, with every partner, to 2023.

    Source: two DOTS workbooks of a later download than those of ``trade`` and ``trade_world``.
    Traps: this download prints no mark of estimates, so ``basis`` is ours; Russia's exports of
    2023 are those of 2022 times 0.712 for all partners but one, so they repeat the pattern of
    2022; imports end in 2022; exports are valued FOB, imports CIF.  Seen from a partner of the
    World, the World's exports are its imports.

    Returns
    -------
    DataFrame
        reporter (``RUS`` or ``WLD``), partner, year, exports_musd, imports_musd (million current
        US$, missing where not reported), basis, vintage.
    """
    keys = ["reporter", "partner", "year"]
    books = []
    for file in VINTAGE_FILES:
        flows = {
            column: _coded(files[file], sheet, files[codes.CODELIST])
            .fillna({"reporter": codes.WORLD})
            .set_index(keys)["value"]
            for column, sheet in SHEETS.items()
        }
        books.append(pd.DataFrame(flows).reset_index())
    frame = pd.concat(books, ignore_index=True)
    pairs = zip(frame["reporter"], frame["year"], strict=True)
    return frame.assign(basis=[basis(*pair) for pair in pairs], vintage=VINTAGE)
