"""What a claim file may hold: claims, readings, tests, and what their words mean.

Public names: :class:`Threshold`, :class:`Test`, :class:`Later`, :class:`Reading`, :class:`Claim`,
:class:`ChapterFile`, :class:`ArticleFile`, :data:`KINDS`, :data:`LATER`.

The JSON Schema of the files (``data/claims/schema.json``) is generated from these models.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sentence = Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$", description="paragraph.sentence")]
Text = Annotated[str, Field(min_length=1)]
Kind = Literal["direct", "doubly decisive", "hoop", "smoking gun", "straw in the wind"]
KINDS: tuple[str, ...] = Kind.__args__
MOST_WORDS = 6  # of a test's name, which readers see
LATER = "later"  # stands for the reading in the full name of a test of what came later


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Threshold(_Model):
    """One limit on a value: strictly above it, or strictly below it."""

    above: float | None = None
    below: float | None = None

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        if (self.above is None) == (self.below is None):
            raise ValueError("needs one limit; allowed: {above: NUMBER} or {below: NUMBER}")
        return self

    def __str__(self) -> str:
        return f"above {self.above:g}" if self.below is None else f"below {self.below:g}"

    @property
    def value(self) -> float:
        """The limit itself, in the test's unit."""
        return self.above if self.below is None else self.below

    def met(self, value):
        """Whether a number, or each number of an array, lies beyond the limit; never on it."""
        return value > self.above if self.below is None else value < self.below


class Period(_Model):
    """The years that a sentence speaks of; a cut-off can hide data about it, never move it."""

    start: int = Field(alias="from")
    end: int = Field(alias="to")
    why: Text

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            raise ValueError(f"from {self.start} is after to {self.end}; allowed: years in order")
        return self

    @property
    def years(self) -> range:
        """All its years."""
        return range(self.start, self.end + 1)


class Units(_Model):
    """A set of units that a test is also computed for."""

    units: Text
    why: Text


class _Measured(_Model):
    """What every declared measure has."""

    id: Slug
    name: Text
    measure: Text
    tables: tuple[str, ...] = Field(min_length=1)
    unit: Text
    minimum: int = Field(ge=1)
    why: Text

    @model_validator(mode="after")
    def _short_name(self) -> Self:
        if len(self.name.split()) > MOST_WORDS:
            raise ValueError(f"name {self.name!r} is too long; allowed: {MOST_WORDS} words")
        return self


class Test(_Measured):
    """A test as it is declared: a measure, two thresholds with their reason, and its kind.

    Attributes
    ----------
    id, name : str
        Slug, and what readers see (at most six words).
    measure : str
        In full.
    tables : tuple of str
        Tables that it is computed from.
    unit : str
        Of the value.
    supports, against : Threshold
        Beyond them the test speaks; between them it is silent.
    minimum : int
        Independent observations without which it is silent.
    why : str
        Reason for the thresholds: a yardstick.
    kind, kind_why : str
        How often it would fail if the reading were true and pass if *otherwise* were; the reason.
    block : str
        Name of the block of tests that rest on the same events.
    peers : str or None
        Name of a set of units for which *otherwise* holds and the reading does not.
    context : str or None
        Name of a set of units whose rate is printed and does not count.
    one_way : str
        Why there is no second way to count; a test without it has a grid of specifications.
    coded_by : str
        Name of the independently coded record that a direct test reads.
    finds : {'supports', 'against'} or None
        For a direct test on a record that can only be too short: the outcome of finding something.
        The other outcome then weighs no more than a straw.
    short : dict
        Outcome to a sentence for *In short*, with facts of the test in braces, such as
        ``{value:.0f}``; words for readers and no part of what is declared.
    """

    __test__ = False  # not a pytest class

    supports: Threshold
    against: Threshold
    kind: Kind
    kind_why: Text
    block: Slug
    peers: Slug | None = None
    context: Slug | None = None
    one_way: str = ""
    coded_by: str = ""
    finds: Literal["supports", "against"] | None = None
    short: dict[Literal["supports", "against", "between"], Text] = {}

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.supports.above is None) == (self.against.above is None):
            raise ValueError("supports and against point one way; allowed: one above, one below")
        above, below = sorted((self.supports, self.against), key=lambda limit: limit.above is None)
        if above.value < below.value:
            raise ValueError("supports and against overlap; allowed: a gap, or one limit for both")
        if self.kind == "direct" and self.peers:
            raise ValueError("peers do not go with kind: direct; allowed: context")
        if self.kind != "direct" and (self.finds or self.coded_by):
            raise ValueError(
                "finds and coded_by go with kind: direct; allowed: neither of them here"
            )
        if self.peers and self.context:
            raise ValueError("peers and context exclude each other; allowed: one of them")
        return self


class Later(_Measured):
    """A test of whether one reading of a sentence stayed true after the article."""

    reading: Slug
    held: Threshold
    not_held: Threshold


class Reading(_Model):
    """One proposition that a sentence can mean, with its best rival and its tests.

    A reading that differs from others in its period alone has an ``about`` of its own, and one
    whose id does not read as words has a ``name``.
    """

    id: Slug
    name: str = ""
    text: Text
    otherwise: Text
    plain: bool = False
    plain_why: str = ""
    about: Period | None = None
    why_untested: str = ""
    tests: tuple[Test, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _unique([test.id for test in self.tests], "tests")
        if self.tests and self.why_untested:
            raise ValueError("why_untested stands beside tests; allowed: one of them")
        if self.plain and not self.plain_why:
            raise ValueError("plain has no plain_why; allowed: the reason, from the paragraph")
        return self

    @property
    def label(self) -> str:
        """A few words that stand for it in lists."""
        return self.name or self.id.replace("-", " ")


class Parent(_Model):
    """The claim that a claim bears on."""

    claim: Slug
    relation: Literal["supports", "attacks"]


class Claim(_Model):
    """One claim of the article, in our words, with its place in the argument and its readings.

    ``chapter`` comes from the name of the file.
    """

    id: Slug
    title: Text
    sentences: tuple[Sentence, ...] = Field(min_length=1)
    text: Text
    kind: Literal["historical", "descriptive", "causal", "predictive", "interpretive"]
    about: Period
    parents: tuple[Parent, ...] = ()
    readings: tuple[Reading, ...] = Field(default=(), max_length=3)
    later: tuple[Later, ...] = ()
    why_untested: str = ""
    chapter: str | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _unique([reading.id for reading in self.readings], "readings")
        _unique([test.id for test in self.later], "later")
        if LATER in [reading.id for reading in self.readings]:
            raise ValueError(f"readings: {LATER} names what came later; allowed: another id")
        for test in self.later:
            if test.reading not in {one.id for one in self.readings}:
                raise ValueError(f"later: {test.id}: reading: {test.reading} is unknown")
        plain = [reading.id for reading in self.readings if reading.plain]
        if self.readings and len(plain) != 1:
            raise ValueError(f"readings: {len(plain)} are plain; allowed: exactly one")
        if not self.readings and not self.why_untested:
            raise ValueError("readings: are missing; allowed: one to three, or why_untested")
        return self

    @property
    def paragraphs(self) -> list[int]:
        """Numbers of the article's paragraphs that make the claim."""
        return sorted({int(sentence.split(".")[0]) for sentence in self.sentences})

    @property
    def plain(self) -> Reading | None:
        """The reading that tallies count; None where the claim has none."""
        return next((reading for reading in self.readings if reading.plain), None)

    def period(self, reading: str = "") -> Period:
        """Years that the claim, or one of its readings, speaks of."""
        own = next((one.about for one in self.readings if one.id == reading), None)
        return own or self.about

    @property
    def tests(self) -> dict[str, Test]:
        """All tests of all readings, by ``reading.test``."""
        return {f"{one.id}.{test.id}": test for one in self.readings for test in one.tests}

    @property
    def declared(self) -> dict[str, Test | Later]:
        """The same with the tests of what came later, by ``later.test``."""
        return self.tests | {f"{LATER}.{test.id}": test for test in self.later}


class ChapterFile(_Model):
    """One chapter's claims, and the blocks and sets of units that their tests name."""

    blocks: dict[Slug, Text] = {}
    units: dict[Slug, Units] = {}
    claims: tuple[Claim, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _known(self) -> Self:
        for claim in self.claims:
            for name, test in claim.tests.items():
                for key, value, known in (
                    ("block", test.block, self.blocks),
                    ("peers", test.peers, self.units),
                    ("context", test.context, self.units),
                ):
                    if value is not None and value not in known:
                        raise ValueError(
                            f"{claim.id}.{name}: {key}: {value} is unknown; "
                            f"allowed: {', '.join(known) or 'none is declared'}"
                        )
        return self


class Background(_Model):
    """A sentence that asserts nothing to be tested."""

    sentence: Sentence
    reason: Text


class ArticleFile(_Model):
    """The article's sentences by paragraph, those that assert nothing, and claims that wait."""

    article: dict[int, int]
    background: tuple[Background, ...] = ()
    claims: tuple[Claim, ...] = ()


def _unique(ids: list[str], key: str) -> None:
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice:
        raise ValueError(f"{key}: {twice} stands twice; allowed: each id once")
