"""How much of a state's trade, or of its crude oil, comes from one power.

Public names: :func:`trade_share`, :func:`crude_share`, :func:`crude_bought`.

Each returns all states at once, so that one state can be held against the others.
"""

import pandas as pd

BARRELS_A_TONNE = 7.33  # crude of average density; Energy Institute, Statistical Review
WORLD, NOT_SPECIFIED = "WLD", "XXX"


def trade_share(trade: pd.DataFrame, power: str = "RUS") -> pd.DataFrame:
    """Share of one power in the trade of every state, from one vintage of the IMF's statistics.

    Numerator and denominator are valued alike: exports free on board, imports with freight.

    Parameters
    ----------
    trade : DataFrame
        Table ``trade_russia``: reporter (the power, and ``WLD``), partner, year, exports_musd,
        imports_musd, basis.
    power : str
        ISO3 code of a reporter.

    Returns
    -------
    DataFrame
        state, year, share (per cent of both directions together) and basis (what the power's
        figures rest on).  A direction that the power leaves blank counts as zero; years in which
        one of its directions is blank for all states are left out.

    Examples
    --------
    >>> rows = [("RUS", 8.0, 2.0, "reported"), ("WLD", 60.0, 40.0, "compiled")]
    >>> trade = pd.DataFrame(rows, columns=["reporter", "exports_musd", "imports_musd", "basis"])
    >>> trade_share(trade.assign(partner="IRN", year=2021))["share"].item()
    10.0
    """
    flows = ["exports_musd", "imports_musd"]
    mine = trade[trade["reporter"] == power]
    known = mine.groupby("year")[flows].count().gt(0).all(axis=1)
    mine = mine[mine["year"].map(known).astype(bool)]
    whole = trade[trade["reporter"] == WORLD].dropna(subset=flows)
    pair = mine.merge(whole, on=["partner", "year"], suffixes=("", "_world"))
    both = pair[flows].sum(axis=1)
    world = pair[[f"{flow}_world" for flow in flows]].sum(axis=1)
    return pd.DataFrame(
        {
            "state": pair["partner"],
            "year": pair["year"],
            "share": 100 * both / world.where(world > 0),
            "basis": pair["basis"],
        }
    ).dropna(subset="share", ignore_index=True)


def crude_share(imports: pd.DataFrame, origin: str, hidden: float = 20.0) -> pd.DataFrame:
    """Share of one state in the crude oil imports of every importer.

    Parameters
    ----------
    imports : DataFrame
        Table ``oil_origin``: importer, origin, year, kt.
    origin : str
        ISO3 code of the state of origin.
    hidden : float
        Importer-years that leave the origin of more than so many per cent of their imports
        unnamed are left out, since a zero from ``origin`` then says nothing.

    Returns
    -------
    DataFrame
        Index year, a column for each importer, per cent; missing where there are no figures.
    """
    wide = imports.pivot(index=["importer", "year"], columns="origin", values="kt")
    if origin not in wide:
        return pd.DataFrame()
    unnamed = 100 * wide.get(NOT_SPECIFIED, 0.0) / wide[WORLD]
    share = (100 * wide[origin] / wide[WORLD]).where(unnamed <= hidden)
    return share.unstack("importer").dropna(axis="columns", how="all")


def crude_bought(imports: pd.DataFrame, origin: str) -> pd.DataFrame:
    """Crude oil that every importer bought from one state, in barrels.

    Parameters
    ----------
    imports : DataFrame
        Table ``oil_origin``: importer, origin, year, kt.
    origin : str
        ISO3 code of the state of origin.

    Returns
    -------
    DataFrame
        Index year, a column for each importer that ever bought, thousand barrels a day.
    """
    rows = imports[imports["origin"] == origin]
    tonnes = rows.pivot(index="year", columns="importer", values="kt")
    days = 365 + pd.Series(tonnes.index, tonnes.index).mod(4).eq(0)
    barrels = tonnes.mul(BARRELS_A_TONNE).div(days, axis="index")
    return barrels.loc[:, (tonnes > 0).any()]
