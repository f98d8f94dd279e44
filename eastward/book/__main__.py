"""The steps of the workflow as commands: ``python -m eastward.book STEP …``."""

import json
import sys
from pathlib import Path
from typing import Annotated

import nbformat
import typer

from eastward.book import notebooks, pages, pdf, site
from eastward.claims import registry
from eastward.errors import InputError

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
Pdf = Annotated[bool, typer.Option("--pdf/--no-pdf")]


@app.command()
def execute(page: str, edition: str, output: Path) -> None:
    """Execute one page under one edition."""
    notebooks.execute(page, pages.parameters(page, edition), output)


@app.command()
def merge(edition: str, output: Path, executed: list[Path]) -> None:
    """Gather the verdicts of executed chapters."""
    notebooks.merge(edition, executed, output)


@app.command()
def assemble(edition: str, folder: Path, editions: list[str], pdf: Pdf = True) -> None:
    """Lay out the sources of one edition's book."""
    site.assemble(edition, folder, editions, pdf)


@app.command()
def typeset(folder: Path, output: Path) -> None:
    """Turn Sphinx's LaTeX into a PDF."""
    pdf.typeset(folder, output)


@app.command()
def picture(notebook: Path, figure: str, output: Path) -> None:
    """Write the static picture of a figure in an executed notebook."""
    svg = notebooks.picture(nbformat.read(notebook, as_version=4), figure)
    output.write_text(svg, encoding="utf-8")


@app.command()
def schema(output: Path) -> None:
    """Write the JSON Schema of the claim files, as their models have it."""
    text = json.dumps(registry.schema(), indent=1, ensure_ascii=False)
    output.write_text(f"{text}\n", encoding="utf-8")


@app.command()
def missing() -> None:
    """Print what the PDF needs and this machine lacks."""
    typer.echo(" ".join(pdf.missing()))


@app.command()
def publish(editions: list[str], pdf: Pdf = True) -> None:
    """Put all editions into one site."""
    site.publish(editions, pdf)


if __name__ == "__main__":
    try:
        app()
    except (InputError, notebooks.ChapterFailed, pdf.TypesettingFailed) as error:
        sys.exit(f"error: {error}")
