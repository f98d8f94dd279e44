"""News-coded events between states: ICEWS, daily for 2014 and 2018 and yearly for 2002-2014."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import yaml

from eastward import samples
from eastward.errors import InputError
from eastward.sources import codes, rdata

ACTORS = "eastward/sources/coding/icews_actors.yml"
TYPES = "eastward/sources/coding/icews_types.yml"
SCORES = "events/cameo_codes_goldstein.csv"
YEARLY = "events/icews_dyad_year_2002_2014_netify.rda"
QUADS = ["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
LAST_ROOTS = [5, 8, 13, 20]  # last CAMEO root category of each of the four classes
YEARLY_COLUMNS = dict(zip(["verbCoop", "matlCoop", "verbConf", "matlConf"], QUADS, strict=True))


@dataclass(frozen=True)
class Release:
    """A daily release of ICEWS: folder, year, and what the number in its time column means."""

    folder: str
    year: int
    unit: str
    first: int

    def dates(self, numbers: pd.Series) -> pd.Series:
        """Turn the numbers of the time column into days."""
        steps = pd.to_timedelta(numbers - self.first, unit=self.unit)
        return pd.Timestamp(self.year, 1, 1) + steps


RELEASES = [
    Release("icews14", 2014, "D", first=1),
    Release("icews18", 2018, "h", first=0),
]


def standard(name: str) -> str:
    """Reduce the name of an event type to lower-case words, without "not specified below"."""
    words = re.sub(r"[^a-z]+", " ", name.lower()).strip()
    return re.sub(r" not spec(ified)? below$", "", words)


def code_text(number: int) -> str:
    """Give a CAMEO code back the leading zero that the table lost.

    Examples
    --------
    >>> [code_text(number) for number in (57, 173, 211, 1041)]
    ['057', '173', '0211', '1041']
    """
    text = str(number)
    roots = int(text[:2])
    return f"0{text}" if len(text) == 2 or (len(text) == 3 and roots > LAST_ROOTS[-1]) else text


def quad(code: str) -> str:
    """Return the class of a CAMEO code: verbal or material, cooperation or conflict.

    The classes are those of Duval and Thompson (1980) as CAMEO data use them: roots 01-05, 06-08,
    09-13 and 14-20.
    """
    root = int(code[:2])
    return next(q for q, last in zip(QUADS, LAST_ROOTS, strict=True) if root <= last)


def event_types(scores: Path, coding: Path) -> pd.DataFrame:
    """Read the types of events: index standard name; code, quad, goldstein."""
    table = pd.read_csv(scores).set_axis(["number", "name", "goldstein"], axis="columns")
    table = table[table["number"] >= 10]  # one heading stands among the codes
    table["code"] = table["number"].map(code_text)
    table["name"] = table["name"].map(standard)
    aliases = yaml.load(coding.read_text(encoding="utf-8"), yaml.BaseLoader)
    alias = pd.DataFrame(
        [(code, name) for code, names in aliases.items() for name in names],
        columns=["code", "name"],
    )
    unknown = sorted(set(alias["code"]) - set(table["code"]))
    if unknown:
        raise InputError(f"{coding.name}: code {unknown[0]} is not in {scores.name}")
    alias["goldstein"] = alias["code"].map(table.set_index("code")["goldstein"])
    # The table prints four names twice, with equal scores and roots.
    types = pd.concat([table.drop(columns="number"), alias]).drop_duplicates("name")
    types["quad"] = types["code"].map(quad)
    return types.set_index("name")


def actor_reader(
    coding: dict, year: int, codelist: Path
) -> Callable[[str], tuple[str | None, bool]]:
    """Return the function that reads an actor's name: its state, and whether it acts for it.

    Parameters
    ----------
    coding : dict
        The coding file: ``spellings``, ``roles``, ``offices``.
    year : int
        Year of the data, for the offices.
    codelist : Path
        The countrycode dictionary.
    """
    name = codes.namer(codelist)
    known = codes.read(codelist).dropna(subset="iso3c")
    places = dict(zip(known["country.name.en"], known["iso3c"], strict=True))
    places |= {spelling: name(spelling) for spelling in coding["spellings"]}
    offices = {who: state for state, people in coding["offices"][year].items() for who in people}
    roles = set(coding["roles"])

    def read(actor: str) -> tuple[str | None, bool]:
        if actor in places:
            return places[actor], True
        if actor in offices:
            return offices[actor], True
        # "Role (Country)"; a role or a country may hold brackets of its own.
        role, _, place = actor.removesuffix(")").partition(" (")
        if place not in places:
            role, _, place = actor.removesuffix(")").rpartition(" (")
        return places.get(place), role in roles

    return read


def _listed(file: Path) -> dict[int, str]:
    """Read a file of names and numbers."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return {int(number): name for name, number in (line.split("\t") for line in lines if line)}


def events(files: dict[str, Path], release: Release) -> pd.DataFrame:
    """Read one daily release, every event with the states and the type that could be read.

    Returns
    -------
    DataFrame
        date, subject, object (names), code (CAMEO), source, target (ISO3 or missing), official
        (both act for a state), quad, goldstein.

    Raises
    ------
    InputError
        For a type of event that neither the table nor the coding file knows.
    """
    folder = f"events/{release.folder}"
    types = event_types(files[SCORES], files[TYPES])
    relations = {n: standard(t) for n, t in _listed(files[f"{folder}/relation2id.txt"]).items()}
    unknown = sorted(set(relations.values()) - set(types.index))
    if unknown:
        raise InputError(f"{TYPES}: event type {unknown[0]!r} of {release.folder} is missing")
    coding = yaml.safe_load(files[ACTORS].read_text(encoding="utf-8"))
    reader = actor_reader(coding, release.year, files[codes.CODELIST])
    names = _listed(files[f"{folder}/entity2id.txt"])
    names = {number: name.replace("_", " ") for number, name in names.items()}
    actors = {number: reader(name) for number, name in names.items()}
    quadruples = pd.concat(
        pd.read_csv(files[f"{folder}/{part}.txt"], sep="\t", header=None)
        for part in ("train", "valid", "test")
    ).set_axis(["subject", "relation", "object", "time"], axis="columns")
    state = {number: place for number, (place, _) in actors.items()}
    acts = {number: official for number, (_, official) in actors.items()}
    kind = types.loc[quadruples["relation"].map(relations)]
    return pd.DataFrame(
        {
            "date": release.dates(quadruples["time"]).to_numpy(),
            "subject": quadruples["subject"].map(names).to_numpy(),
            "object": quadruples["object"].map(names).to_numpy(),
            "code": kind["code"].to_numpy(),
            "source": quadruples["subject"].map(state).to_numpy(),
            "target": quadruples["object"].map(state).to_numpy(),
            "official": (quadruples["subject"].map(acts) & quadruples["object"].map(acts)).array,
            "quad": kind["quad"].to_numpy(),
            "goldstein": kind["goldstein"].to_numpy(),
        }
    )


def event_dyads(files: dict[str, Path]) -> pd.DataFrame:
    """Build daily counts of events from one state to another, of what two releases both contain.

    Source: two releases of ICEWS prepared for research on knowledge graphs.  Traps: the release
    of 2014 holds a small part of that year's events and lacks the most frequent actors, among
    them the plain names of Russia, the United States, Israel, Turkey and Syria, Putin and
    Rouhani, whose events score high; so only events between states whose actors and type occur in
    both releases are kept, and volumes still mean nothing; its days are numbered from 1,
    those of 2018 in hours from 0; an event counts once a day for the same two actors; names are
    written with blanks in one and underscores in the other; some names of event types are not
    those of the table of scores.

    Returns
    -------
    DataFrame
        source, target, date, official, events, the four classes, goldstein (sum of scores).
    """
    releases = []
    for release in RELEASES:
        frame = events(files, release).dropna(subset=["source", "target"])
        releases.append(frame[frame["source"] != frame["target"]])
    parts = []
    for frame in samples.in_both(*releases, ["subject", "object", "code"]):
        keys = ["source", "target", "date", "official"]
        counts = pd.get_dummies(frame["quad"]).reindex(columns=QUADS).astype(int)
        frame = pd.concat([frame[[*keys, "goldstein"]], counts], axis=1).assign(events=1)
        parts.append(frame.groupby(keys, as_index=False).sum())
    return pd.concat(parts)


def event_dyads_yearly(files: dict[str, Path]) -> pd.DataFrame:
    """Build yearly counts of events from one state to another, 2002-2014.

    Source: ICEWS as aggregated by Dorff and Minhas for 152 states.  Traps: the panel is full, so
    a missing row is a year without an event; numbers are stored as decimals; there are no scores.

    Returns
    -------
    DataFrame
        source, target, year and the four classes; dyad-years without any event left out.
    """
    frame = rdata.read(files[YEARLY])
    columns = {"i_iso3c": "source", "j_iso3c": "target", "year": "year", **YEARLY_COLUMNS}
    frame = frame[list(columns)].rename(columns=columns).astype({"year": int})
    frame[QUADS] = frame[QUADS].astype(int)
    return frame[frame[QUADS].sum(axis="columns") > 0]
