"""One build of the book: the workflow run once, and what this machine could not do.

Public names: :func:`book`.
"""

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import yaml

from eastward import edition, pages, paths, runs
from eastward.book import pdf
from eastward.claims import registry
from eastward.errors import InputError

PROFILES = (".yaml", ".v8+.yaml", ".v9+.yaml")  # endings that Snakemake looks for


def book(
    editions: list[str], with_pdf: bool, cores: int | None, profile: Path | None = None
) -> int:
    """Run the workflow.

    Parameters
    ----------
    editions : list of str
        Editions that the site shows; empty for all.
    with_pdf : bool
        Typeset the PDF, if TeX is there.
    cores : int or None
        Jobs at once; None for one on each core.
    profile : Path or None
        Folder of a Snakemake profile, for machines that are not this one; None for the book's.

    Returns
    -------
    int
        Exit code: 0 if everything that was asked for is there.

    Raises
    ------
    InputError
        An edition is unknown, an edition, the claims or a chapter's header is malformed, another
        build is running, or an edition is missing in the end.
    """
    if profile and not any((profile / f"config{end}").is_file() for end in PROFILES):
        raise InputError(f"--profile: {profile} holds no config.yaml; allowed: a folder with one")
    chosen = [name for name in edition.names() if name in editions or not editions]
    _check([*editions, *chosen])
    lacking = pdf.missing() if with_pdf else []
    with _alone() as lock:
        code = _snakemake(chosen, with_pdf and not lacking, cores, profile, lock.fileno())
    if code == 0:
        _stands(chosen, with_pdf and not lacking)
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
        pages.library(page)
        for name in editions:
            runs.shipped(page, name)


def _stands(editions: list[str], with_pdf: bool) -> None:
    """Look for every page of every edition: a workflow that is content has shown no site yet."""
    contents = yaml.safe_load((paths.ROOT / "_toc.yml").read_text(encoding="utf-8"))
    chapters = [one["file"] for part in contents["parts"] for one in part["chapters"]]
    wanted = [f"{page}.html" for page in [contents["root"], *chapters]]
    wanted += ["book.pdf"] if with_pdf else []
    for name in editions:
        place = paths.BUILD / "site" / ("" if name == editions[0] else name)
        for file in wanted:
            if not (place / file).is_file():
                raise InputError(
                    f"_build/site: the workflow ended without {file} of the edition {name}; "
                    "allowed: every page of every edition (make clean, then build again)"
                )


def _snakemake(
    editions: list[str], with_pdf: bool, cores: int | None, profile: Path | None, lock: int
) -> int:
    """Run the workflow; it inherits the lock, so that one that outlives its parent keeps it."""
    bin_folder = Path(sys.executable).parent
    chosen = profile.absolute() if profile else "workflow/profiles/local"
    command = [bin_folder / "snakemake", "--snakefile", "workflow/Snakefile", "--nolock"]
    command += ["--profile", chosen]
    command += ["--cores", str(cores)] if cores else []
    command += ["--config", f"editions={json.dumps(editions)}", f"pdf={with_pdf}"]
    environment = os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        command, cwd=paths.ROOT, env=environment, check=False, pass_fds=[lock]
    ).returncode


def _alone():
    """Hold a lock that the system lets go of however the build ends, unlike Snakemake's own."""
    paths.BUILD.mkdir(exist_ok=True)
    lock = (paths.BUILD / ".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InputError("_build: another build is running; wait until it ends") from error
    return lock
