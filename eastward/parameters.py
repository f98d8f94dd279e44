"""The parameters of a chapter, and what an edition's file may hold: types, limits, and words.

Public names: :class:`Parameters`, :class:`EditionFile`, :func:`check`, :func:`combine`,
:func:`description`, :func:`read`, :func:`schema`, :data:`ROLES`, :data:`STATES`.

The JSON Schema of the files (``editions/edition.schema.json``) is generated from these models.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StrictInt
from pydantic import ValidationError as Invalid

from eastward.errors import InputError

ROLES = ("focal", "partner", "rival", "alternative")  # parameters that name a state
STATES = (  # that report trade
    "AFG", "ARE", "ARM", "AUS", "AUT", "AZE", "BEL", "BGR", "BLR", "BRA", "CAN", "CHN", "CUB",
    "CYP", "CZE", "DEU", "DNK", "EGY", "EST", "FRA", "GEO", "GRC", "HKG", "HRV", "HUN", "IDN",
    "IND", "IRL", "IRN", "IRQ", "ISR", "ITA", "JOR", "JPN", "KAZ", "KGZ", "KOR", "KWT", "LBN",
    "LBY", "LTU", "LUX", "LVA", "MLT", "MYS", "NLD", "NOR", "OMN", "PAK", "POL", "PRT", "QAT",
    "ROU", "RUS", "SAU", "SGP", "THA", "TJK", "TKM", "TUR", "UKR", "USA", "UZB", "VEN", "YEM",
)  # fmt: skip
STATE = "ISO 3166 alpha-3 code of a state that reports trade"


def _day(first: str, last: str, words: str):
    """The type of a day within limits, as an ISO string."""

    def within(value: str) -> str:
        if date.fromisoformat(value).isoformat() != value or not first <= value <= last:
            raise ValueError(f"not from {first} to {last}")
        return value

    limits = {"format": "date", "formatMinimum": first, "formatMaximum": last}
    return Annotated[
        str,
        AfterValidator(within),
        Field(
            description=f"{words}, a date from {first} to {last}",
            json_schema_extra=limits,
        ),
    ]


def _different(codes: list[str]) -> list[str]:
    from eastward import tables

    # a book without a table of states has no list to hold the codes against
    known = set(tables.load("states")["iso3"]) if "states" in tables.names() else set(codes)
    if len(set(codes)) < len(codes) or not known.issuperset(codes):
        raise ValueError("not different states")
    return codes


def _some(weights: list[int]) -> list[int]:
    if not any(weights):
        raise ValueError("all weights are 0")
    return weights


State = Literal[STATES]
Year = Annotated[StrictInt, Field(ge=1981, le=2025)]
Code = Annotated[str, Field(pattern="^[A-Z]{3}$")]
Weight = Annotated[StrictInt, Field(ge=0, le=9)]


class Parameters(BaseModel):
    """What a chapter may be asked to change; a chapter declares those that it uses."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    cutoff: _day("1998-12-31", "2026-08-31", "last day that any observation may describe") = None
    written: _day("2015-07-14", "2018-08-31", "day on which the article's present lies") = None
    focal: State = Field(None, description="the state that the argument is about")
    partner: State = Field(None, description="the power that it is said to move to")
    rival: State = Field(None, description="the power that it is said to move from")
    alternative: State = Field(None, description="the other power that it could move to")
    shock: _day("1990-01-01", "2026-08-31", "day of the event whose effect is looked for") = None
    baseline: Annotated[list[Year], Field(min_length=2, max_length=2)] = Field(
        None,
        description="first and last full year of the comparison period before the shock, "
        "two years in order from 1981 to 2025, such as 2016,2017",
    )
    region: Annotated[
        list[Code], AfterValidator(_different), Field(min_length=3, max_length=20)
    ] = Field(
        None,
        description="a list of 3 to 20 different ISO 3166 alpha-3 codes drawn in the networks, "
        "such as IRN,TUR,SAU",
    )
    weights: Annotated[list[Weight], AfterValidator(_some), Field(min_length=6, max_length=6)] = (
        Field(
            None,
            description="weights of votes, trade, arms, pledges, news and exercises in the "
            "index, six whole numbers from 0 to 9, not all of them 0, such as 1,1,1,0,0,0",
        )
    )


class EditionFile(Parameters):
    """A named set of parameters under which every chapter of the book is executed."""

    title: str = Field(min_length=1, description="name of the edition as readers see it")
    description: str = Field(None, description="one sentence: what this edition is for")
    commented: StrictBool = Field(
        None, description="true or false: whether the authors' comments fit this edition"
    )
    extends: str = Field(
        None, description="name of the edition whose parameters this one starts from"
    )
    chapters: dict[str, Parameters] = Field(
        None, description="parameters for single chapters, by chapter name"
    )


def description(name: str) -> str:
    """What a parameter is, in a few words, with the values it may have."""
    return Parameters.model_fields[name].description


def check(name: str, value: Any, source: str = "parameter") -> Any:
    """Validate one parameter's value and return it, dates as ISO strings.

    Raises
    ------
    InputError
        There is no such parameter, or the value is not allowed.

    Examples
    --------
    >>> check("cutoff", date(2018, 8, 31))
    '2018-08-31'
    """
    if name not in Parameters.model_fields:
        allowed = ", ".join(Parameters.model_fields)
        raise InputError(f"{source}: {name} is not a parameter; allowed: {allowed}")
    value = _plain(value)
    _validate(Parameters, {name: value}, source)
    return value


def combine(parameters: dict[str, Any], source: str = "parameters") -> None:
    """Check what no single value shows: how parameters stand to each other.

    Raises
    ------
    InputError
        Two of focal, partner, rival and alternative name one state, or the baseline is not in
        order or reaches past the shock.
    """
    roles: dict[str, str] = {}
    for role in ROLES:
        state = parameters.get(role)
        if state and state in roles:
            raise InputError(
                f"{source}: {role}: {state} is already the {roles[state]}; "
                "allowed: four different states"
            )
        roles[state] = role
    baseline, shock = parameters.get("baseline"), parameters.get("shock")
    if baseline and shock and not baseline[0] <= baseline[1] < int(shock[:4]):
        raise InputError(
            f"{source}: baseline: {baseline} is not allowed with shock {shock}; "
            f"allowed: two years in order, before {shock[:4]}, "
            f"such as {int(shock[:4]) - 2},{int(shock[:4]) - 1}"
        )


def read(settings: dict[str, Any], source: str) -> dict[str, Any]:
    """Validate what an edition's file says, and return it with dates as ISO strings.

    Raises
    ------
    InputError
        A key or a value is not allowed, in the file itself or under one of its chapters.
    """
    settings = _plain(settings)
    chapters = settings.get("chapters")
    if isinstance(chapters, dict):
        for chapter, values in chapters.items():
            if isinstance(values, dict):
                for key, value in values.items():
                    check(key, value, f"{source}: chapters: {chapter}")
    _validate(EditionFile, settings, source)
    return settings


def schema() -> dict[str, Any]:
    """The JSON Schema of an edition's file, for editors that check as one types."""
    return _tidy(EditionFile.model_json_schema())


def _tidy(node: Any) -> Any:
    """Without what pydantic adds for itself: titles of fields, and None for what is left out."""
    if isinstance(node, dict):
        return {
            key: _tidy(value)
            for key, value in node.items()
            if not (key == "default" and value is None)
            and not (key == "title" and isinstance(value, str))
        }
    return [_tidy(one) for one in node] if isinstance(node, list) else node


def _validate(model: type[BaseModel], settings: dict[str, Any], source: str) -> None:
    try:
        model.model_validate(settings)
    except Invalid as error:
        first = error.errors()[0]
        key = str(first["loc"][0])
        if first["type"] == "extra_forbidden":
            allowed = ", ".join(model.model_fields)
            raise InputError(f"{source}: {key} is not a key; allowed: {allowed}") from error
        if first["type"] == "missing":
            words = model.model_fields[key].description
            raise InputError(f"{source}: {key}: is missing; allowed: {words}") from error
        choice = f"{STATE}: {', '.join(STATES)}" if key in ROLES else None
        choice = choice or model.model_fields[key].description
        raise InputError(
            f"{source}: {key}: {settings[key]!r} is not allowed; allowed: {choice}"
        ) from error


def _plain(value: Any) -> Any:
    """YAML's dates as ISO strings, so that one model serves files and the command line."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
