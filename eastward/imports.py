"""Which files of the package a piece of code depends on: its import closure.

Public names: :func:`named`, :func:`closure`.
"""

import ast
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from eastward import paths

PACKAGE = "eastward"


def named(code: str) -> set[str]:
    """Modules of the package that a piece of Python imports, wherever in it the import stands.

    Parameters
    ----------
    code : str
        Python source.

    Returns
    -------
    set of str
        Full names; of ``from eastward.measures import arms`` both the package and the module,
        since importing the module runs the package too.

    Raises
    ------
    SyntaxError
        The source is not Python.

    Examples
    --------
    >>> sorted(named("from eastward.measures import arms"))
    ['eastward.measures', 'eastward.measures.arms']
    """
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name in _graph().modules}


def closure(modules: Iterable[str]) -> list[Path]:
    """Files that importing these modules runs or that lie beside what it runs.

    A package counts with what lies in it and is no Python (fonts, lists, style sheets): the
    graph of imports cannot see who reads it.

    Parameters
    ----------
    modules : iterable of str
        Full names of modules of the package.

    Returns
    -------
    list of Path
        In the order of their names.

    Examples
    --------
    >>> [path.name for path in closure(["eastward.errors"])]
    ['__init__.py', 'errors.py']
    """
    graph, reached, waiting = _graph(), set(), list(modules)
    while waiting:
        module = waiting.pop()
        if module in reached:
            continue
        reached.add(module)
        waiting += graph.find_modules_directly_imported_by(module)
        if "." in module:
            waiting.append(module.rpartition(".")[0])
    return sorted({path for module in reached for path in _files(module)})


@cache
def _graph():
    import grimp

    # no cache on disk: a fresh graph takes a tenth of a second
    return grimp.build_graph(PACKAGE, cache_dir=None)


def _files(module: str) -> list[Path]:
    place = paths.PACKAGE.parent.joinpath(*module.split("."))
    if not place.is_dir():
        return [place.with_suffix(".py")]
    return [place / "__init__.py", *_beside(place)]


def _beside(folder: Path) -> list[Path]:
    """What lies in a package, and in its folders that are no packages, and is no Python."""
    found = []
    for path in folder.iterdir():
        if path.is_dir() and path.name != "__pycache__" and not (path / "__init__.py").exists():
            found += [one for one in path.rglob("*") if one.is_file()]
        elif path.is_file() and path.suffix != ".py":
            found.append(path)
    return found
