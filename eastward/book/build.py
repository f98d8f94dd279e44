"""One build of the book: the workflow run once, and what this machine could not do.

Public names: :func:`book`.
"""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

from eastward import edition, paths
from eastward.book import pages, pdf
from eastward.claims import registry
from eastward.errors import InputError


def book(editions: list[str], with_pdf: bool, cores: int | None) -> int:
    """Run the workflow.

    Parameters
    ----------
    editions : list of str
        Editions that the site shows; empty for all.
    with_pdf : bool
        Typeset the PDF, if TeX is there.
    cores : int or None
        Jobs at once; None for one on each core.

    Returns
    -------
    int
        Exit code: 0 if everything that was asked for is there.

    Raises
    ------
    InputError
        An edition is unknown, an edition, the claims or a chapter's header is malformed, or
        another build is running.
    """
    chosen = [name for name in edition.names() if name in editions or not editions]
    _check([*editions, *chosen])
    lacking = pdf.missing() if with_pdf else []
    with _alone():
        code = _snakemake(chosen, with_pdf and not lacking, cores)
    if code == 0:
        print(f"the site: {paths.BUILD / 'site' / 'index.html'}")
    if lacking:
        print(
            "error: no PDF was made, because TeX is incomplete here; install these packages "
            f"(their names in Debian) and build again: {' '.join(lacking)}",
            file=sys.stderr,
        )
    return code or int(bool(lacking))


def _check(editions: list[str]) -> None:
    """Read what the workflow will read, so that a mistake in it is one line."""
    for name in editions:
        edition.load(name)
    registry.claims()
    for page in pages.pages():
        pages.tables(page)


def _snakemake(editions: list[str], with_pdf: bool, cores: int | None) -> int:
    bin_folder = Path(sys.executable).parent
    command = [bin_folder / "snakemake", "--profile", "workflow/profiles/local", "--nolock"]
    command += ["--cores", str(cores)] if cores else []
    command += ["--config", f"editions=[{','.join(editions)}]", f"pdf={with_pdf}"]
    environment = os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(command, cwd=paths.ROOT, env=environment, check=False).returncode


def _alone():
    """Hold a lock that the system lets go of however the build ends, unlike Snakemake's own."""
    paths.BUILD.mkdir(exist_ok=True)
    lock = (paths.BUILD / ".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InputError("_build: another build is running; wait until it ends") from error
    return lock
