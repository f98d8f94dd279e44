"""Upstream files are found and verified, from a folder or from their address."""

import hashlib
import threading
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pooch
import pytest

from eastward import paths
from eastward.errors import InputError
from eastward.sources import registry

CONTENT = b"made up\n"


@pytest.fixture
def upstream(tmp_path, monkeypatch):
    """A registry of two files, a folder that holds them, and a server on this machine."""
    folder, data = tmp_path / "raw", tmp_path / "data"
    for place in (folder / "family", data):
        place.mkdir(parents=True)
    for name in ("open.csv", "closed.csv"):
        (folder / "family" / name).write_bytes(CONTENT)
    handler = partial(SimpleHTTPRequestHandler, directory=folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/family/open.csv"
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    (data / "registry.txt").write_text(
        f"# comment\nfamily/open.csv sha256:{sha256} {address}\nfamily/closed.csv sha256:{sha256}\n"
    )
    monkeypatch.setattr(paths, "DATA", data)
    monkeypatch.setattr(pooch, "os_cache", lambda _: tmp_path / "cache")
    monkeypatch.delenv(registry.VARIABLE, raising=False)
    yield folder
    server.shutdown()
    server.server_close()


def test_file_of_a_folder_is_returned_in_place(upstream):
    assert registry.locate("family/open.csv", upstream) == upstream / "family/open.csv"


def test_altered_file_of_a_folder_is_refused(upstream):
    (upstream / "family/open.csv").write_bytes(CONTENT + b"and more")
    with pytest.raises(InputError, match=r"open.csv: sha256 \w+, expected \w+"):
        registry.locate("family/open.csv", upstream)


def test_missing_file_of_a_folder_is_refused(upstream):
    (upstream / "family/open.csv").unlink()
    with pytest.raises(InputError, match=r"open.csv: missing from the folder"):
        registry.locate("family/open.csv", upstream)


def test_file_is_fetched_from_its_address(upstream):
    file = registry.locate("family/open.csv")
    assert file.read_bytes() == CONTENT
    assert upstream not in file.parents


def test_fetched_file_that_differs_is_refused_and_not_kept(upstream, tmp_path):
    (upstream / "family/open.csv").write_bytes(b"changed upstream")
    with pytest.raises(InputError, match=r"family/open.csv: not fetched from http://127") as error:
        registry.locate("family/open.csv")
    assert "\n" not in str(error.value)
    assert not (tmp_path / "cache/family/open.csv").exists()


def test_address_that_does_not_answer_is_one_line(upstream):
    (upstream / "family/open.csv").unlink()
    with pytest.raises(InputError, match=r"family/open.csv: not fetched from http://127"):
        registry.locate("family/open.csv")


def archived(upstream, members):
    """Put an archive on the server and register one of its members."""
    with zipfile.ZipFile(upstream / "family/all.zip", "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    file = paths.DATA / "registry.txt"
    text = file.read_text()
    address = text.split()[4].replace("open.csv", "all.zip")
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    file.write_text(f"family/inner.csv sha256:{sha256} {address}\n")


def test_member_of_an_archive_is_taken_out_and_verified(upstream):
    archived(upstream, {"folder/inner.csv": CONTENT, "folder/other.csv": b"other"})
    assert registry.locate("family/inner.csv").read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"inner.csv": b"changed"}, "hash"),
        ({"a/inner.csv": CONTENT, "b/inner.csv": b""}, "2 members"),
    ],
)
def test_member_that_differs_or_is_not_unique_is_refused(upstream, members, reason):
    archived(upstream, members)
    with pytest.raises(InputError, match=rf"family/inner.csv: not fetched from .*{reason}"):
        registry.locate("family/inner.csv")


def test_file_without_an_address_asks_for_a_folder(upstream):
    with pytest.raises(InputError, match=r"closed.csv: has no public address.*EASTWARD_RAW"):
        registry.locate("family/closed.csv")


def test_folder_comes_from_the_argument_then_the_environment(upstream, monkeypatch, tmp_path):
    assert registry.folder() is None
    monkeypatch.setenv(registry.VARIABLE, str(tmp_path))
    assert registry.folder() == tmp_path
    assert registry.folder(upstream) == upstream
    with pytest.raises(InputError, match="no such folder of upstream files"):
        registry.folder(tmp_path / "nowhere")
