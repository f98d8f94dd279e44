"""The ``{register}`` directive: tables of the methods page, made from the rule and the record.

``{register} odds`` prints what each kind of test is worth; ``{register} declarations`` counts the
declared tests by what had been seen; ``{register} deviations`` lists every change and every test
that was struck; ``{register} agreement`` prints how far two coders agreed, ``{register} settled``
the rows on which they or the book did not.
"""

from collections import Counter

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from eastward import paths
from eastward.claims import record
from eastward.claims.evidence import ODDS
from eastward.sources import agreement as coding
from eastward.sources import variables

KINDS = {  # how often a test of the kind fails if the reading is true, and passes if the rival is
    "direct": ("hardly ever", "hardly ever"),
    "doubly decisive": ("rarely", "rarely"),
    "hoop": ("rarely", "often"),
    "smoking gun": ("often", "rarely"),
    "straw in the wind": ("often", "often"),
}
SEEN = {"no": "not seen", "partly": "seen in part", "yes": "seen"}


def odds() -> list[str]:
    """Rows of the table of odds."""
    rows = [
        "| Kind | fails if true | passes if otherwise | passing | failing |",
        "|---|---|---|---|---|",
    ]
    for kind, worth in ODDS.items():
        fails, passes = KINDS[kind]
        rows.append(
            f"| {{term}}`{kind}` | {fails} | {passes} "
            f"| {worth.passing:g} to 1 | 1 to {1 / worth.failing:g} |"
        )
    return rows


def declarations() -> list[str]:
    """Rows that count the declared tests by what had been seen of their data."""
    seen = Counter(entry.seen for entry in record.entries().values())
    return [
        "| When the test was declared, its data had been | tests |",
        "|---|---:|",
        *[f"| {words} | {seen[key]} |" for key, words in SEEN.items()],
    ]


def deviations() -> list[str]:
    """Rows of the table of changes and struck tests; a sentence where there is none."""
    if record.deviations().empty:  # LaTeX knows no table without rows
        return ["No declared test has been changed or struck."]
    rows = ["| Test | what | when | why |", "|---|---|---|---|"]
    for one in record.deviations().itertuples():
        rows.append(f"| `{one.test}` | {one.what} | {one.date:%d %b %Y} | {one.why} |")
    return rows


def _kappa(value: float, low: float, high: float) -> str:
    """A kappa with its interval, which is missing where two codings are the same."""
    words = f"{value:.2f}" if low != low else f"{value:.2f} ({low:.2f} to {high:.2f})"
    return words.replace("-", "−")


def agreement() -> list[str]:
    """Rows of the table of kappas."""
    rows = [
        "| What was coded | rows | κ between the coders | first coder with the book "
        "| second coder with the book | rows changed |",
        "|---|---:|---|---|---|---:|",
    ]
    for name, one in coding.agreement().iterrows():
        kappas = (
            one[["kappa", "low", "high"]],
            one.filter(like="first"),
            one.filter(like="second"),
        )
        cells = " | ".join(_kappa(*three) for three in kappas)
        rows.append(f"| {variables.WORDS[name]} | {one.n:.0f} | {cells} | {one.changed:.0f} |")
    return rows


def settled() -> list[str]:
    """Rows that were settled, with the reason."""
    rows = ["| Row | first | second | book | settled | why |", "|---|---|---|---|---|---|"]
    for one in coding.settled().itertuples():
        codes = [one.first, one.second, one.book, one.settled]
        words = " | ".join(code.replace("_", " ") for code in codes)
        rows.append(f"| {variables.WORDS[one.variable]}: {one.row} | {words} | {one.why} |")
    return rows


TABLES = {
    "odds": odds,
    "declarations": declarations,
    "deviations": deviations,
    "agreement": agreement,
    "settled": settled,
}


class Register(SphinxDirective):
    """Parse one of the tables."""

    required_arguments = 1  # its name

    def run(self) -> list[nodes.Node]:
        """Build the table from its Markdown rows."""
        name = self.arguments[0]
        if name not in TABLES:
            raise self.error(f"register: {name!r} is unknown; allowed: {', '.join(TABLES)}")
        self.env.note_dependency(str(paths.DATA / "claims" / record.FILE))
        rows = TABLES[name]()
        box = nodes.container(classes=[f"register-{name}"])
        self.state.nested_parse(
            StringList(rows, items=[self.get_source_info()] * len(rows)), self.content_offset, box
        )
        return box.children


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("register", Register)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
