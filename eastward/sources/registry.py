"""The registry of upstream files: where each lies, and that it is the file we know."""

import os
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path, PurePosixPath

import pooch

from eastward import paths
from eastward.errors import InputError

VARIABLE = "EASTWARD_RAW"
COPY = re.compile(
    r"https://raw\.githubusercontent\.com/(?P<repository>[^/]+/[^/]+)/(?P<commit>[0-9a-f]{40})/"
)


@cache
def _read(file: Path) -> pooch.Pooch:
    """Read a registry file: path, sha256, and the pinned address where there is one."""
    registry = pooch.create(path=pooch.os_cache("eastward"), base_url="", registry=None)
    registry.load_registry(file)
    return registry


def _pooch() -> pooch.Pooch:
    return _read(paths.DATA / "registry.txt")


def checksums() -> dict[str, str]:
    """Return the sha256 of every upstream file that a table needs, by its path."""
    return {name: value.removeprefix("sha256:") for name, value in _pooch().registry.items()}


def copies(names: list[str]) -> list[dict[str, str]]:
    """Return the repositories and commits from which upstream files are read, each once.

    Parameters
    ----------
    names : list[str]
        Paths in the registry; files of the project itself have no copy.

    Returns
    -------
    list[dict]
        ``path`` (address of the repository) and ``commit``, in the order of the files.
    """
    addresses = [_pooch().urls[name] for name in names if name in _pooch().urls]
    found = [COPY.match(address) for address in addresses]
    pairs = dict.fromkeys((match["repository"], match["commit"]) for match in found if match)
    return [{"path": f"https://github.com/{one}", "commit": commit} for one, commit in pairs]


def folder(raw: Path | None = None) -> Path | None:
    """Return the folder of upstream files: the argument, else EASTWARD_RAW, else none."""
    value = raw or os.environ.get(VARIABLE)
    if not value:
        return None
    if not Path(value).is_dir():
        raise InputError(f"{value}: no such folder of upstream files (--raw or {VARIABLE})")
    return Path(value)


def _unzipper(name: str) -> Callable[[str, str, pooch.Pooch], None]:
    """Return the downloader of a file that lies in a zip archive under its own name.

    The archive is kept, since other files may come from it; the checksum is the member's.
    """

    def download(address: str, output: str, cached: pooch.Pooch) -> None:
        archive = pooch.retrieve(address, known_hash=None, path=cached.path)
        wanted = PurePosixPath(name).name
        with zipfile.ZipFile(archive) as members:
            found = [m for m in members.namelist() if PurePosixPath(m).name == wanted]
            if len(found) != 1:
                raise ValueError(f"{len(found)} members named {wanted} in the archive")
            Path(output).write_bytes(members.read(found[0]))

    return download


def locate(name: str, raw: Path | None = None) -> Path:
    """Return a verified local copy of one upstream file.

    Parameters
    ----------
    name : str
        Path in the registry, such as ``economy/oil/brent-daily.csv``.
    raw : Path, optional
        Folder of upstream files; without it the file is fetched from its pinned address into
        the user's cache.

    Raises
    ------
    InputError
        If the file is missing, differs from its checksum, or has no address to fetch it from.
    """
    registry = _pooch()
    expected = checksums()[name]
    if raw is None:
        if name not in registry.urls:
            raise InputError(
                f"{name}: has no public address; name a folder of upstream files "
                f"(--raw or {VARIABLE})"
            )
        try:
            zipped = registry.urls[name].endswith(".zip") and not name.endswith(".zip")
            return Path(registry.fetch(name, downloader=_unzipper(name) if zipped else None))
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            raise InputError(f"{name}: not fetched from {registry.urls[name]}: {error}") from error
    file = raw / name
    if not file.is_file():
        raise InputError(f"{file}: missing from the folder of upstream files")
    found = pooch.file_hash(str(file))
    if found != expected:
        raise InputError(f"{file}: sha256 {found}, expected {expected} (data/registry.txt)")
    return file
