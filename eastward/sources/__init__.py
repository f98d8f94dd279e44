"""Upstream files to tables: ``build`` and ``check``.

Each module turns the files of one family into tidy frames with pure functions; ``BUILDERS`` says
which function makes which table.  A builder gets the local paths of exactly the inputs that
``data/descriptions`` lists for its table.
"""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa

from eastward import paths, tables
from eastward.errors import InputError
from eastward.sources import (
    alliances,
    arms,
    assembly,
    chronology,
    conflicts,
    council,
    cow,
    datapackage,
    disputes,
    documents,
    dots,
    exchange,
    icews,
    macro,
    mentions,
    oil,
    opinion,
    organizations,
    posts,
    presence,
    prices,
    readme,
    registry,
    reported,
    sanctions,
    speeches,
    statements,
    states,
    stockpile,
    system,
    territory,
)

BUILDERS: dict[str, Callable[[dict[str, Path]], pd.DataFrame]] = {
    "states": states.states,
    "groups": states.groups,
    "trade": dots.trade,
    "trade_world": dots.trade_world,
    "trade_russia": dots.trade_russia,
    "trade_cow": cow.trade_cow,
    "trade_reported": reported.trade_reported,
    "oil_production": oil.oil_production,
    "oil_exports": oil.oil_exports,
    "oil_destinations": oil.oil_destinations,
    "oil_origin": oil.oil_origin,
    "oil_monthly": oil.oil_monthly,
    "brent_daily": prices.brent_daily,
    "brent_annual": prices.brent_annual,
    "exchange_rate": exchange.exchange_rate,
    "oil_events": chronology.oil_events,
    "events": chronology.events,
    "event_actors": chronology.event_actors,
    "event_links": chronology.event_links,
    "documents": documents.documents,
    "polls": opinion.polls,
    "elections": opinion.elections,
    "wording": opinion.wording,
    "rhetoric_themes": statements.rhetoric_themes,
    "khamenei_words": statements.khamenei_words,
    "territory": territory.territory,
    "basemap": territory.basemap,
    "border_agreements": territory.border_agreements,
    "treaty_invocations": territory.treaty_invocations,
    "pacts": alliances.pacts,
    "igo_membership": organizations.igo_membership,
    "major_powers": system.major_powers,
    "state_system": system.state_system,
    "capabilities": system.capabilities,
    "disputes": disputes.disputes,
    "rivalries": disputes.rivalries,
    "exercises": presence.exercises,
    "exercises_russia": presence.exercises_russia,
    "arms_transfers": arms.arms_transfers,
    "arms_suppliers": arms.arms_suppliers,
    "arms_shares": arms.arms_shares,
    "arms_deals": arms.arms_deals,
    "us_troops": presence.us_troops,
    "bases": presence.bases,
    "deployments": presence.deployments,
    "conflict_deaths": conflicts.conflict_deaths,
    "conflict_support": conflicts.conflict_support,
    "sanctions": sanctions.sanctions,
    "ofac_listed": sanctions.ofac_listed,
    "trump_posts": posts.trump_posts,
    "stockpile": stockpile.stockpile,
    "macro": macro.macro,
    "event_dyads": icews.event_dyads,
    "event_dyads_yearly": icews.event_dyads_yearly,
    "russian_mentions": mentions.russian_mentions,
    "unga_rollcalls": assembly.unga_rollcalls,
    "unga_votes": assembly.unga_votes,
    "ideal_points": assembly.ideal_points,
    "unsc_drafts": council.unsc_drafts,
    "unsc_votes": council.unsc_votes,
    "speeches": speeches.speeches,
    "speech_terms": speeches.speech_terms,
}


def build(
    names: list[str] | None = None,
    raw: Path | None = None,
    report: Callable[[str], None] = print,
) -> list[str]:
    """Rebuild tables, the data package and the page that lists them.

    Parameters
    ----------
    names : list[str], optional
        Tables to build; all by default.
    raw : Path, optional
        Folder of upstream files; else ``EASTWARD_RAW``; else the pinned addresses.
    report : callable
        Takes one line of progress.

    Returns
    -------
    list[str]
        The tables that were built.

    Raises
    ------
    InputError
        For an unknown table, a missing or altered input, or rows that violate the schema.
        Nothing is then written.
    """
    folder = registry.folder(raw)
    for name in names or []:
        if name not in BUILDERS:
            raise InputError(f"table {name!r}: unknown; the tables are {', '.join(BUILDERS)}")
    built = {}
    for name in names or BUILDERS:
        frame, built[name] = render(name, folder)
        report(f"{name}: {len(frame):,} rows, {len(built[name]):,} bytes")
    for name, content in built.items():
        datapackage.write_file(paths.DATA / datapackage.resource(name)["path"], content)
    datapackage.write()
    readme.write()
    return list(built)


def render(name: str, folder: Path | None = None) -> tuple[pd.DataFrame, bytes]:
    """Build one table from its inputs, checked by its schema: the frame and its file's bytes."""
    resource = datapackage.resource(name)
    files = {
        path: paths.ROOT / path if path.startswith("eastward/") else registry.locate(path, folder)
        for path in datapackage.inputs(name)
    }
    content = encode(BUILDERS[name](files), resource)
    return tables.decode(content, resource), content


def encode(frame: pd.DataFrame, resource: dict) -> bytes:
    """Turn a frame into the bytes of a table's file, the same bytes for the same rows.

    Rows are sorted by the key, numbers rounded to the field's decimals, columns put in order.
    """
    fields = resource["schema"]["fields"]
    frame = frame[[field["name"] for field in fields]]
    frame = frame.sort_values(resource["schema"]["primaryKey"], ignore_index=True)
    frame = frame.round({f["name"]: f["decimals"] for f in fields if "decimals" in f})
    for field in fields:
        if field["type"] == "boolean":
            frame[field["name"]] = frame[field["name"]].map({True: "true", False: "false"})
    text = frame.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d").encode()
    if "compression" not in resource:
        return text
    # Packed by pyarrow, whose version is fixed: Python takes the zlib of the machine.
    return pa.Codec("gzip", compression_level=9).compress(text, asbytes=True)


def check(raw: Path | None = None) -> list[str]:
    """Check the tables, and the upstream files where a folder of them is named.

    Returns
    -------
    list[str]
        One line per problem; empty when all is well.
    """
    found = datapackage.problems()
    page = paths.DATA / "README.md"
    if not found and page.read_text(encoding="utf-8") != readme.render():
        found.append(f"{page}: out of date with the tables or their descriptions; rebuild them")
    folder = registry.folder(raw)
    if folder is not None:
        for name in registry.checksums():
            try:
                registry.locate(name, folder)
            except InputError as error:
                found.append(str(error))
    return found
