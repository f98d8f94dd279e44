"""Where the book is found: in place, around the working folder, or in the wheel."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

from eastward import paths
from eastward.errors import InputError


@pytest.fixture
def checkout(tmp_path):
    for mark in paths.MARKS:
        (tmp_path / "book" / mark).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "book" / mark).touch()
    (tmp_path / "book" / "chapters" / "back").mkdir(parents=True)
    return tmp_path / "book"


def test_a_checkout_is_found_from_any_folder_below_it(checkout, monkeypatch):
    monkeypatch.setattr(paths, "PACKAGE", Path("/elsewhere/eastward"))
    assert paths.find(checkout / "chapters" / "back") == checkout
    assert paths.find(checkout.parent) == paths.CARRIED


def test_the_library_s_own_checkout_comes_first(checkout, monkeypatch):
    monkeypatch.setattr(paths, "PACKAGE", checkout / "eastward")
    assert paths.find(paths.PACKAGE.parents[1]) == checkout


def test_a_copy_is_not_written_into(monkeypatch):
    monkeypatch.setattr(paths, "ROOT", paths.CARRIED)
    with pytest.raises(InputError, match=r"eastward book: .* lies in no checkout"):
        paths.need_checkout("book")


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with the library as its wheel installs it; what it depends on is our own."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, paths.ROOT]
    subprocess.run(command, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


@pytest.fixture
def eastward(installed, tmp_path):
    """Run the command in an empty folder, with the installed library."""

    def call(*words):
        return subprocess.run(
            [sys.executable, "-c", "from eastward.cli import app; app()", *words],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(installed)},
            capture_output=True,
            text=True,
            check=False,
        )

    return call


@pytest.mark.xdist_group("wheel")
def test_the_wheel_knows_claims_and_references_in_an_empty_folder(eastward):
    assert "Economic cooperation grows" in eastward("claims", "10-economic").stdout
    assert "Trade and oil" in eastward("cite", "10-economic").stdout


@pytest.mark.xdist_group("wheel")
def test_a_command_that_needs_a_checkout_says_so_in_one_line(eastward):
    for words in (["book"], ["data", "build"], ["declare"]):
        done = eastward(*words)
        assert done.returncode == 2
        assert done.stderr.startswith(f"error: eastward {' '.join(words)}: ")
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.xdist_group("wheel")
def test_a_notebook_reruns_alone_in_an_empty_folder(eastward, installed, tmp_path):
    done = eastward("run", "10-economic", "-p", "cutoff", "2012-12-31", "-o", "mine.ipynb")
    assert done.returncode == 0, done.stderr
    mine = nbformat.read(tmp_path / "mine.ipynb", as_version=4)
    execute = (
        "import papermill; "
        "papermill.execute_notebook('mine.ipynb', 'again.ipynb', kernel_name='python3')"
    )
    environment = os.environ | {"PYTHONPATH": str(installed)}
    subprocess.run([sys.executable, "-c", execute], cwd=tmp_path, env=environment, check=True)
    again = nbformat.read(tmp_path / "again.ipynb", as_version=4)
    assert len(again.cells) >= len([cell for cell in mine.cells if cell.cell_type == "code"])


def test_making_the_wheel_leaves_no_trace(installed):
    """Nothing that git would show, such as a build folder or a wheel."""
    status = ["git", "-C", paths.ROOT, "status", "--porcelain", "--untracked-files=all"]
    listed = subprocess.run(status, capture_output=True, text=True, check=True).stdout
    assert not [line for line in listed.splitlines() if line.startswith("??") and "whl" in line]
    assert not (paths.ROOT / "build").exists()


def test_the_pins_can_be_installed_from_any_folder():
    """A path in them would be looked for in the working folder."""
    pins = (paths.ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert not [line for line in pins if line.startswith("-") or "/" in line.partition("#")[0]]


@pytest.mark.matrix
def test_binder_s_steps_make_an_environment_in_which_a_chapter_runs(tmp_path):
    """As repo2docker takes them: requirements, then postBuild in the root of the repository."""
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True)
    binder = paths.ROOT / "binder"
    install = [python, "-m", "pip", "install", "--quiet", "-r", binder / "requirements.txt"]
    subprocess.run(install, cwd=tmp_path, check=True)
    environment = os.environ | {"PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run([binder / "postBuild"], cwd=paths.ROOT, env=environment, check=True)
    done = subprocess.run(
        [python.with_name("eastward"), "run", "10-economic", "-o", "mine.ipynb"],
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0
