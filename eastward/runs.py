"""A run: one page, one edition, one set of parameters. Book, rerun, case and sweep are made of it.

Public names: :class:`Run`, :func:`shipped`.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eastward import edition as editions
from eastward import pages, paths
from eastward.errors import InputError

# What turns a page into an executed notebook, beside the page's own library.
RUNNER = ("eastward/runs.py", "eastward/book/notebooks.py", "requirements.txt")


@dataclass(frozen=True)
class Run:
    """A page under one edition, with values of the reader's own.

    Attributes
    ----------
    page : str
        A chapter's name, or ``map``.
    edition : str
        The edition's name.
    own : dict
        Values that differ from the edition's, by parameter.

    Raises
    ------
    InputError
        There is no such page, edition or parameter, or a value is not allowed.

    Examples
    --------
    >>> Run("10-economic", "as-written", {"focal": "TUR"}).parameters["focal"]
    'TUR'
    """

    page: str
    edition: str = editions.DEFAULT
    own: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self):
        pages.source(self.page)
        given = shipped(self.page, self.edition)
        allowed = [name for name in given if name != "edition"]
        for name, value in self.own.items():
            if name not in allowed:
                raise InputError(
                    f"-p: {name} is not a parameter of {self.page}; "
                    f"allowed: {', '.join(allowed) or 'none'}"
                )
            editions.check(name, value, source="-p")
        editions.combine(self.parameters, source="-p" if self.own else f"editions/{self.edition}")

    @property
    def parameters(self) -> dict[str, Any]:
        """The values in force, the edition's name among them."""
        own = {name: editions.check(name, value, source="-p") for name, value in self.own.items()}
        return shipped(self.page, self.edition) | own

    @property
    def changed(self) -> dict[str, Any]:
        """The reader's own values, without those that the edition has too."""
        values = self.parameters
        return editions.changed(self.page, self.edition, {key: values[key] for key in self.own})

    @property
    def built(self) -> Path:
        """Where the book keeps the executed page of this edition."""
        return paths.BUILD / "editions" / self.edition / "notebooks" / f"{self.page}.ipynb"

    @property
    def files(self) -> list[Path]:
        """Input files: source, tables, import closure of the cells, and what executes them."""
        return [
            pages.source(self.page),
            *pages.tables(self.page),
            *pages.library(self.page),
            *[paths.ROOT / name for name in RUNNER],
        ]

    @property
    def values(self) -> dict[str, Any]:
        """Inputs that are parts of shared files: a change elsewhere in the file does not count."""
        return {
            "parameters": self.parameters,
            "tables": pages.described(self.page),
            "claims": pages.claims(self.page),
        }

    def notebook(self):
        """The page with these values in its parameters cell, nothing executed.

        Returns
        -------
        nbformat.NotebookNode
            A copy. A comment that was written for another value gives way to the parameter's
            description.
        """
        from copy import deepcopy

        notebook = deepcopy(pages.read(self.page))
        for cell in notebook.cells:
            if "parameters" in cell.metadata.get("tags", []):
                cell.source = _assign(cell.source, self.parameters)
        return notebook


def shipped(page: str, edition: str) -> dict[str, Any]:
    """An edition's values for the parameters that a page declares.

    Raises
    ------
    InputError
        The edition overrides a parameter that the page does not have.
    """
    loaded, declared = editions.load(edition), pages.declared(page)
    for name in loaded.overrides.get(page, {}):
        if name not in declared:
            raise InputError(
                f"editions/{edition}.yml: chapters: {page}: {name} is not a parameter of the "
                f"chapter; allowed: {', '.join(one for one in declared if one != 'edition')}"
            )
    values = loaded.for_chapter(page)
    return {name: values[name] for name in declared if name in values}


def _assign(source: str, values: Mapping[str, Any]) -> str:
    """Put values into assignments of literals, line by line, and keep what is as it was."""
    lines = source.split("\n")
    for node in reversed(ast.parse(source).body):
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        name = target.id if isinstance(target, ast.Name) else None
        if name not in values or ast.literal_eval(node.value) == values[name]:
            continue
        said = "the edition's name" if name == "edition" else editions.description(name)
        lines[node.lineno - 1 : node.end_lineno] = [f"{name} = {_literal(values[name])}  # {said}"]
    return "\n".join(lines)


def _literal(value: Any) -> str:
    """A value as Python code, texts in double quotes as the book writes them."""
    import json

    return repr(value) if isinstance(value, bool | None) else json.dumps(value, ensure_ascii=False)
