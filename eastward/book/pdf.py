"""The printed book: what it takes to typeset it, and typesetting it.

Public names: :func:`missing`, :func:`typeset`, :class:`TypesettingFailed`.
"""

import os
import shutil
import subprocess
from pathlib import Path

# One file of each TeX package that the book needs, and the Debian package that brings it.
NEEDED = {
    "fontspec.sty": "texlive-latex-recommended",
    "tcolorbox.sty": "texlive-latex-extra",
    "pzdr.tfm": "texlive-fonts-recommended",
    "FreeSerif.otf": "fonts-freefont-otf",
}
PROGRAMS = {"xelatex": "texlive-xetex", "latexmk": "latexmk"}


class TypesettingFailed(Exception):
    """LaTeX stopped; the message is one line with its first complaint."""


def missing() -> list[str]:
    """Debian names of the packages that the PDF needs and this machine lacks."""
    lacking = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    lacking += [package for file, package in NEEDED.items() if not _knows(file)]
    return lacking


def typeset(folder: Path, output: Path) -> None:
    """Run XeLaTeX as often as the cross-references need it.

    Parameters
    ----------
    folder : Path
        What Sphinx's LaTeX builder wrote; ``book.tex`` is in it.
    output : Path
        The PDF, written when, and only when, it is complete.

    Raises
    ------
    TypesettingFailed
        LaTeX found an error.
    """
    command = ["latexmk", "-xelatex", "-halt-on-error", "-file-line-error", "-silent", "book.tex"]
    environment = os.environ | {"LATEXOPTS": "", "XINDYOPTS": ""}  # Sphinx's latexmkrc reads them
    result = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, check=False
    )
    log = folder / "book.log"
    if result.returncode != 0:
        raise TypesettingFailed(f"{_first_error(log)}; the whole log: {log}")
    os.replace(folder / "book.pdf", output)


def _knows(file: str) -> bool:
    """Whether TeX finds a file."""
    if not shutil.which("kpsewhich"):
        return False
    return subprocess.run(["kpsewhich", file], capture_output=True, check=False).returncode == 0


def _first_error(log: Path) -> str:
    """Find the first line of a LaTeX log that reports an error (``file:line: message``)."""
    if not log.exists():
        return "XeLaTeX did not start"
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    errors = (line for line in lines if line.startswith("!") or ".tex:" in line)
    return next(errors, "XeLaTeX stopped without naming an error")
