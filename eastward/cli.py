"""The ``eastward`` command: run a chapter, build the book, look at its data and its claims.

What a command needs is imported inside it, so that ``eastward --help`` answers at once.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from eastward import __version__
from eastward.errors import InputError

INTERRUPTED = 130  # what a shell calls a command that Ctrl-C ended


class OneLine(TyperGroup):
    """Commands whose bad input ends in one line on stderr and exit code 2."""

    def main(self, *args, standalone_mode: bool = True, **more):
        """Run the command; what it cannot use, an unknown word or option too, is one line."""
        _speak()
        try:
            code = super().main(*args, standalone_mode=False, **more)
        except InputError as error:
            _complain(error)
            code = 2
        except OSError as error:  # a disk that is full, a folder that is closed
            _complain(f"{error.filename or 'a file'} cannot be written or read: {error.strerror}")
            code = 1
        except typer.TyperException as error:
            _complain(error.format_message())
            code = error.exit_code
        except (typer.Abort, KeyboardInterrupt):
            code = INTERRUPTED
        if standalone_mode:
            sys.exit(code or 0)
        return code


class Pairs(TyperCommand):
    """A command whose ``-p`` takes two words, a name and a value."""

    def parse_args(self, ctx, args):
        """Join the two words, since an option that is repeated can only take one."""
        joined, words = [], iter(args)
        for word in words:
            joined.append(word)
            if word in ("-p", "--parameter"):
                name = next(words, "")
                joined.append(name if "=" in name else f"{name}={next(words, '')}")
        return super().parse_args(ctx, joined)


app = typer.Typer(
    cls=OneLine,
    help="Into Russia's Arms? An argument tested with data.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
data = typer.Typer(no_args_is_help=True, help="Build the tables from upstream files; check them.")
app.add_typer(data, name="data")

ChapterName = Annotated[str, typer.Argument(help="Its name, such as 10-economic.")]
Edition = Annotated[str, typer.Option("--edition", "-e", help="Set of parameters.")]
Raw = Annotated[Path | None, typer.Option(help="Folder of upstream files.")]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"eastward {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Rerun the book's chapters, build it, and look at its data and claims."""


@app.command(cls=Pairs)
def run(
    chapter: ChapterName,
    edition: Edition = "hindsight",
    parameter: Annotated[
        list[str] | None,
        typer.Option("-p", "--parameter", metavar="NAME VALUE", help="A value of your own."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="NAME.html or NAME.ipynb. [default: ./CHAPTER.html]"),
    ] = None,
) -> None:
    """Rerun one chapter as a page or a notebook, and print its verdicts."""
    from eastward import pages
    from eastward.book import notebooks, rerun, single

    run = _run(chapter, edition, parameter or [])
    out = out or Path(f"{chapter}.html")
    rerun.check(out)
    pages.tables(chapter)
    try:
        exported = rerun.rerun(run, out, _tell, sys.stderr.isatty())
    except (notebooks.ChapterFailed, single.PageFailed) as error:
        _complain(error)
        raise typer.Exit(1) from error
    _print_verdicts(exported)
    typer.echo(f"written: {out}")


@app.command()
def book(
    edition: Annotated[
        list[str] | None, typer.Option("--edition", "-e", help="Only this one; may be repeated.")
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help="Typeset the PDF too.")] = True,
    cores: Annotated[
        int | None, typer.Option(min=1, help="Jobs at once. [default: one for each core]")
    ] = None,
    profile: Annotated[
        Path | None,
        typer.Option(help="Snakemake profile: a folder. [default: workflow/profiles/local]"),
    ] = None,
) -> None:
    """Build the site and the PDF; only what changed is done again."""
    from eastward import paths
    from eastward.book import build

    paths.need_checkout("book")
    code = build.book(edition or [], pdf, cores, profile)
    raise typer.Exit(code)


@data.command("build")
def data_build(
    tables: Annotated[list[str] | None, typer.Argument(help="All, if none is named.")] = None,
    raw: Raw = None,
) -> None:
    """Rebuild tables from the upstream files."""
    from eastward import paths, sources

    paths.need_checkout("data build")
    sources.build(tables, raw, typer.echo)


@data.command("check")
def data_check(raw: Raw = None) -> None:
    """Check every table against the data package."""
    from eastward import sources, tables

    problems = sources.check(raw)
    for problem in problems:
        _complain(problem)
    if problems:
        raise typer.Exit(2)
    typer.echo(f"{len(tables.names())} tables agree with the data package")


@app.command()
def claims(
    chapter: Annotated[str | None, typer.Argument(help="Only this chapter's claims.")] = None,
) -> None:
    """Show the claims, their declared tests, and the verdicts of the editions that are built."""
    from rich.console import Console
    from rich.table import Table

    from eastward import edition as editions
    from eastward import pages, report
    from eastward.claims import registry

    if chapter:
        pages.source(chapter)
    names = editions.names()
    reached = {name: registry.verdicts(name) for name in names}
    table = Table("claim, readings and tests", *names)
    for claim in registry.claims().values():
        if chapter not in (None, claim.chapter):
            continue
        entries = [reached[name].get(claim.id, {}) for name in names]
        table.add_section()
        table.add_row(
            f"[bold]{claim.id}[/] {claim.title}", *(one.get("verdict", "–") for one in entries)
        )
        said = [{row[:2]: row[2] for row in report.rows(entry)} for entry in entries]
        declared = [tuple(name.split(".")) for name in claim.tests]
        for name in declared:
            table.add_row(f"  {' '.join(name).strip()}", *(rows.get(name, "–") for rows in said))
    Console().print(table)


@app.command()
def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="An edition or a verdicts.json.")],
    after: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Show which verdicts and which tests' values moved from A to B."""
    import json

    from rich.console import Console
    from rich.table import Column, Table

    from eastward.claims import comparison

    moved = comparison.changes(comparison.entries(before), comparison.entries(after))
    if as_json:
        typer.echo(json.dumps(moved, ensure_ascii=False, indent=2))
        return
    table = Table(Column("reading or test", overflow="fold"), before, after)
    for one in moved:
        table.add_row(one["name"], *map(comparison.said, (one["before"], one["after"])))
    verdicts = sum(one["what"] == "verdict" for one in moved)
    Console().print(table)
    typer.echo(f"moved: {verdicts} readings, {len(moved) - verdicts} tests")


@app.command()
def declare(
    seen: Annotated[str, typer.Option(help="Of new tests' data: no, partly or yes.")] = "yes",
    knew: Annotated[str, typer.Option(help="For new tests: what had been seen.")] = "",
    why: Annotated[str, typer.Option(help="For changed tests: the reason.")] = "",
) -> None:
    """Enter new and changed tests in the record of declarations."""
    from datetime import UTC, datetime

    from eastward import paths
    from eastward.claims import record

    paths.need_checkout("declare")
    if seen not in ("no", "partly", "yes"):
        raise InputError(f"--seen: {seen} is not allowed; allowed: no, partly, yes")
    done = record.declare(seen, knew, why, datetime.now(UTC).date())
    typer.echo("\n".join(f"entered: {name}" for name in done) or "nothing to enter")


@app.command()
def cite(
    chapter: ChapterName,
    edition: Edition = "hindsight",
    style: Annotated[str, typer.Option(help="apa, chicago, bibtex, ris or csl-json.")] = "apa",
) -> None:
    """Print the reference to a chapter."""
    from eastward.book import citation

    typer.echo(citation.cite(chapter, edition, style))


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 8000,
) -> None:
    """Show the built site at http://localhost:8000 until Ctrl-C."""
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    from eastward import paths

    site = paths.BUILD / "site"
    if not (site / "index.html").exists():
        raise InputError("_build/site: there is no site yet; build it with: eastward book")
    handler = partial(SimpleHTTPRequestHandler, directory=site)
    try:
        server = ThreadingHTTPServer(("localhost", port), handler)
    except OSError as error:
        raise InputError(f"--port: {port} is taken; allowed: a free port") from error
    typer.echo(f"the book is at http://localhost:{port}")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


def _run(chapter: str, edition: str, given: list[str]):
    """A run with the reader's own values, read as YAML has them."""
    from eastward.runs import Run

    own = {}
    for pair in given:
        name, _, text = pair.partition("=")
        if name in own:
            raise InputError(f"-p: {name} is given twice; allowed: one value for each parameter")
        own[name] = _value(text)
    return Run(chapter, edition, own)


def _value(text: str):
    """A word of the command line as YAML has it; words with commas between them are a list."""
    import yaml

    if "," in text and not text.startswith("["):
        text = f"[{text}]"
    try:
        value = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):  # the latter for a date such as 30 February
        return text
    return text if isinstance(value, bool) or value is None else value  # NO is no truth value


def _speak() -> None:
    """Let a terminal that knows fewer letters have a question mark for each that it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _tell(step: str) -> None:
    """Say on a terminal what is being done."""
    if sys.stderr.isatty():
        typer.echo(step, err=True)


def _print_verdicts(exported: dict) -> None:
    from rich.console import Console
    from rich.table import Table

    from eastward import report

    table = Table("claim", "reading", "verdict", "test", "outcome")
    for claim in exported["claims"]:
        words = {one["id"]: one["word"] for one in claim["readings"]}
        for reading, test, outcome in report.rows(claim):
            table.add_row(claim["id"], reading, words[reading], test, outcome)
    Console().print(table)


def _complain(problem: object) -> None:
    typer.echo(f"error: {problem}", err=True)
