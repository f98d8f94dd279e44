"""The ``eastward`` command: what it prints, and one line for everything that it cannot use."""

import errno
import json
import os
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import papermill
import pytest
import yaml
from typer.testing import CliRunner

import eastward
from eastward import edition, pages, paths, runs, tables
from eastward.book import build, citation, notebooks, pdf, rerun
from eastward.claims import record, registry
from eastward.cli import app
from eastward.errors import InputError

CHAPTER = "10-economic"
PROFILE = "workflow/profiles/local"
UNKNOWN = f"chapter: 99-none is unknown; allowed: {', '.join(pages.chapters())}"


@pytest.fixture
def call(monkeypatch, tmp_path):
    """Call the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, list(words), env={"COLUMNS": "200"})


@pytest.fixture
def no_kernel(monkeypatch):
    """Fail the test if a kernel is about to start."""
    monkeypatch.setattr(papermill, "execute_notebook", lambda *a, **k: pytest.fail("a kernel"))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["run", "99-none"], UNKNOWN),
        (["run", CHAPTER, "--edition", "none"], "edition: none is unknown; allowed: hindsight"),
        (["run", CHAPTER, "-p", "colour", "red"], "-p: colour is not a parameter of 10-economic"),
        (["run", CHAPTER, "-p", "edition", "x"], "-p: edition is not a parameter of 10-economic"),
        (["run", CHAPTER, "-p", "focal", "XXX"], "-p: focal: 'XXX' is not allowed; allowed: ISO"),
        (["run", CHAPTER, "-p", "focal", "7"], "-p: focal: 7 is not allowed; allowed: ISO"),
        (["run", CHAPTER, "-p", "focal", "RUS"], "-p: partner: RUS is already the focal"),
        (["run", CHAPTER, "-p", "cutoff", "1900-01-01"], "-p: cutoff: '1900-01-01' is not allowed"),
        (["run", CHAPTER, "-p", "cutoff", "2018-02-30"], "-p: cutoff: '2018-02-30' is not allowed"),
        (["run", CHAPTER, "--colour"], "No such option: --colour"),
        (["paint"], "No such command 'paint'."),
        (["run", CHAPTER, "-o", "/"], "--out: / is a folder; allowed: the name of a file"),
        (["run", CHAPTER, "-p", "cutoff", "soon"], "-p: cutoff: 'soon' is not allowed"),
        (["run", CHAPTER, "-p", "cutoff"], "-p: cutoff: '' is not allowed"),
        (["run", CHAPTER, "-p", "focal", "NO"], "-p: focal: 'NO' is not allowed"),
        (["run", CHAPTER, "-p", "focal", "TUR", "-p", "focal", "VEN"], "focal is given twice"),
        (["run", CHAPTER, "-p", "shock", "2014-07-29"], "such as 2012,2013"),
        (["run", CHAPTER, "-p", "baseline", "[2016"], "-p: baseline: '[2016' is not allowed"),
        (["run", CHAPTER, "-p", "baseline", "[2017, 2016]"], "two years in order"),
        (["run", CHAPTER, "-o", "out.txt"], "--out: out.txt is not allowed; allowed: a name that"),
        (["book", "--edition", "none"], "edition: none is unknown; allowed: hindsight"),
        (["book", "--profile", "none"], "--profile: none holds no config.yaml; allowed: a folder"),
        (["book", "--cores", "0"], "Invalid value for '--cores'"),
        (["claims", "99-none"], UNKNOWN),
        (["declare", "--seen", "perhaps"], "--seen: perhaps is not allowed; allowed: no, partly,"),
        (["cite", "99-none"], UNKNOWN),
        (["cite", CHAPTER, "--style", "mla"], "style: mla is unknown; allowed: apa, chicago"),
        (["data", "build", "none"], "unknown; the tables are"),
        (["serve", "--port", "0"], "Invalid value for '--port'"),
    ],
)
def test_bad_input_is_one_line_before_anything_runs(call, no_kernel, words, message):
    result = call(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert list(Path().iterdir()) == []


def test_the_complaint_names_what_is_allowed(call):
    """Every parameter of the chapter, and every state that reports trade."""
    allowed = [name for name in runs.shipped(CHAPTER, "hindsight") if name != "edition"]
    assert {"cutoff", "focal", "partner"} <= set(allowed)
    assert ", ".join(allowed) in call("run", CHAPTER, "-p", "colour", "red").stderr
    assert "CHN" in call("run", CHAPTER, "-p", "focal", "XXX").stderr


def test_run_hands_the_values_over_and_prints_the_verdicts(call, monkeypatch):
    """Both spellings of ``-p``, dates and lists as YAML has them."""
    handed = {}

    def write(run, output, say, bar):
        handed.update(page=run.page, output=output, **run.parameters)
        number = {"outcome": "against", "value": 12.34, "unit": "%", "n": 7}
        reading = {"id": "plain", "word": "strongly contradicted"}
        return {
            "claims": [
                {
                    "id": "new-claim",
                    "verdict": "strongly contradicted",
                    "readings": [reading | {"tests": [number | {"id": "c"}]}],
                },
            ]
        }

    monkeypatch.setattr(rerun, "rerun", write)
    result = call(
        "run", CHAPTER, "--edition", "as-written",
        "-p", "focal", "TUR", "-p", "baseline=2015,2016", "-p", "region", "IRN,TUR,SAU",
        "-p", "cutoff", "2018-06-30",
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    assert handed["page"] == CHAPTER
    assert handed["output"] == Path("10-economic.html")
    assert (handed["edition"], handed["focal"], handed["cutoff"]) == (
        "as-written",
        "TUR",
        "2018-06-30",
    )
    assert handed["baseline"] == [2015, 2016]
    assert handed["region"] == ["IRN", "TUR", "SAU"]
    assert handed["partner"] == edition.load("as-written").parameters["partner"]
    [row] = [line for line in result.stdout.splitlines() if "new-claim" in line]
    assert [cell.strip() for cell in row.strip("│ ").split("│")] == [
        "new-claim",
        "plain",
        "strongly contradicted",
        "c",
        "against: 12.3 % (n = 7)",
    ]


def test_run_of_a_failing_chapter_says_which_cell(call, monkeypatch):
    def execute(*arguments, **options):
        raise notebooks.ChapterFailed("chapter 10-economic, edition hindsight: cell 3 (1 / 0)")

    monkeypatch.setattr(notebooks, "execute", execute)
    result = call("run", CHAPTER)
    assert result.exit_code == 1
    assert result.stderr == "error: chapter 10-economic, edition hindsight: cell 3 (1 / 0)\n"


def test_an_output_that_cannot_be_written_is_refused_before_anything_runs(call, no_kernel):
    Path("folder.html").mkdir()
    for output, message in (
        ("folder.html", "is a folder; allowed: the name of a file"),
        ("nowhere/x.html", "nowhere does not exist; allowed: a folder that does"),
        ("/proc/x.html", "cannot be written"),
        ("x", "allowed: a name that ends in .html or .ipynb"),
    ):
        result = call("run", CHAPTER, "-o", output)
        assert result.exit_code == 2
        assert result.stderr.startswith("error: --out: ")
        assert message in result.stderr
        assert result.stderr.count("\n") == 1


@pytest.fixture
def elsewhere(monkeypatch, tmp_path_factory):
    """Keep away from a build of the real book."""
    monkeypatch.setattr(paths, "BUILD", tmp_path_factory.mktemp("build"))


def test_book_passes_its_options_on(call, elsewhere, monkeypatch):
    asked = []
    monkeypatch.setattr(build, "_snakemake", lambda *options: asked.append(options[:4]) or 0)
    monkeypatch.setattr(build, "_stands", lambda editions, with_pdf: None)
    monkeypatch.setattr(pdf, "missing", lambda: [])
    result = call("book", "--edition", "as-written", "--no-pdf", "--cores", "1")
    assert result.exit_code == 0, result.stderr
    assert call("book").exit_code == 0
    assert call("book", "--no-pdf", "--profile", str(paths.ROOT / PROFILE)).exit_code == 0
    assert asked == [
        (["as-written"], False, 1, None),
        (edition.names(), True, None, None),
        (edition.names(), False, None, paths.ROOT / PROFILE),
    ]


def test_book_without_tex_builds_the_site_and_fails(call, elsewhere, monkeypatch):
    """The message names the packages; the site is there all the same."""
    asked = []
    monkeypatch.setattr(build, "_snakemake", lambda *options: asked.append(options) or 0)
    monkeypatch.setattr(build, "_stands", lambda editions, with_pdf: None)
    monkeypatch.setattr("shutil.which", lambda program: None)
    result = call("book")
    assert result.exit_code == 1
    assert [with_pdf for _, with_pdf, *_ in asked] == [False]
    assert "no PDF was made" in result.stderr
    assert {"texlive-xetex", "latexmk", "texlive-latex-extra"} <= set(result.stderr.split())
    assert result.stderr.count("\n") == 1


@pytest.fixture
def register(monkeypatch, tmp_path_factory):
    """The register of the small book of apples and pears in the place of the real one."""
    folder = tmp_path_factory.mktemp("data")
    shutil.copytree(Path(__file__).parent / "book" / "fixture" / "data", folder, dirs_exist_ok=True)
    monkeypatch.setattr(paths, "DATA", folder)
    forget()
    yield folder / "claims"
    forget()


def forget():
    """Read the claim files again."""
    registry._files.cache_clear()
    record._read.cache_clear()


def edit(path: Path, old: str, new: str) -> None:
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    forget()


@pytest.mark.parametrize("missing", ["claims", "tables"])
def test_book_checks_its_inputs_first(call, elsewhere, register, monkeypatch, tmp_path, missing):
    """A mistake in the claims or in a chapter's header is one line, not the workflow's trace."""
    monkeypatch.setattr(build, "_snakemake", lambda *options: pytest.fail("the workflow"))
    if missing == "tables":
        monkeypatch.setattr(paths, "TABLES", tmp_path)
        message = "has no file in data/tables"
    else:
        (register / "article.yml").unlink()
        message = "data/claims/article.yml: the file is missing"
    result = call("book", "--no-pdf")
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_site_without_an_edition_that_was_asked_for_is_no_success(call, elsewhere, monkeypatch):
    """Even where the workflow is content."""
    monkeypatch.setattr(build, "_snakemake", lambda *options: 0)
    monkeypatch.setattr(pdf, "missing", lambda: [])
    contents = yaml.safe_load((paths.ROOT / "_toc.yml").read_text())
    pages = [one["file"] for part in contents["parts"] for one in part["chapters"]]
    for page in ("index", *pages):
        file = paths.BUILD / "site" / f"{page}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert call("book", "--no-pdf", "--edition", "as-written").exit_code == 0
    for options, said in (
        (["--no-pdf"], "without index.html of the edition as-written; allowed: every page"),
        (["--edition", "hindsight"], "without book.pdf of the edition hindsight"),
    ):
        result = call("book", *options)
        assert result.exit_code == 2
        assert said in result.stderr
        assert result.stderr.count("\n") == 1


def test_the_lock_lives_as_long_as_the_workflow(elsewhere, monkeypatch):
    """A parent that is killed leaves it to the workflow that it started."""
    with build._alone() as lock:
        left = subprocess.Popen(["sleep", "60"], pass_fds=[lock.fileno()])
    try:
        with pytest.raises(InputError, match="another build is running"):
            build._alone()
    finally:
        left.kill()
        left.wait()
    build._alone().close()


def test_the_workflow_is_given_the_lock(elsewhere, monkeypatch):
    handed = {}
    done = subprocess.CompletedProcess([], 0)
    monkeypatch.setattr(subprocess, "run", lambda *words, **more: handed.update(more) or done)
    with build._alone() as lock:
        assert build._snakemake([], False, None, None, lock.fileno()) == 0
        assert handed["pass_fds"] == [lock.fileno()]


def test_a_disk_that_is_full_is_one_line(call, monkeypatch):
    def write(*arguments):
        raise OSError(errno.ENOSPC, "No space left on device", "x.html")

    monkeypatch.setattr(rerun, "rerun", write)
    result = call("run", CHAPTER)
    assert result.exit_code == 1
    assert result.stderr == ("error: x.html cannot be written or read: No space left on device\n")


def test_ctrl_c_ends_without_a_trace(call, monkeypatch):
    def write(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(rerun, "rerun", write)
    result = call("run", CHAPTER)
    assert (result.exit_code, result.stderr) == (130, "")


def test_a_terminal_that_knows_only_ascii_is_served():
    program = "from eastward.cli import app; app(['claims', '10-economic'])"
    ascii = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    words = [sys.executable, "-c", program]
    result = subprocess.run(words, capture_output=True, env=os.environ | ascii, check=False)
    assert result.returncode == 0, result.stderr
    assert b"needs-it" in result.stdout


def test_two_builds_at_once_are_refused(call, elsewhere):
    with build._alone():
        result = call("book", "--no-pdf")
    assert result.exit_code == 2
    assert result.stderr == "error: _build: another build is running; wait until it ends\n"


def test_claims_shows_readings_and_tests(call, register, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    built = tmp_path / "editions" / "hindsight"
    built.mkdir(parents=True)
    test = {"id": "growth", "outcome": "supports", "value": 1.0, "unit": "kg", "n": 2}
    readings = [{"id": "weight", "word": "supported", "tests": [test]}]
    claim = {"id": "more-apples", "verdict": "supported", "readings": readings}
    content = {"edition": "hindsight", "chapters": [{"claims": [claim]}]}
    (built / "verdicts.json").write_text(json.dumps(content))
    result = call("claims")
    assert result.exit_code == 0, result.stderr
    lines = [line for line in result.stdout.splitlines() if "weight growth" in line]
    assert len(lines) == 2  # of apples, and of pears, which are not built
    assert "supports: 1 kg (n = 2)" in lines[0]
    assert "supports" not in lines[1]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: direct", "kind: sure", "growth: kind: 'sure' is not allowed; allowed: 'direct', "),
        ("            why: Any growth counts.\n", "", "growth: why: is missing; allowed: a value"),
        ("block: harvests", "block: weather", "block: weather is unknown; allowed: harvests"),
        ("block: harvests", "block: harvests\n            context: plums", "context: plums is unk"),
        ("claim: harvest,", "claim: hail,", "parents: hail is unknown; allowed: harvest, more-a"),
        ('"1.1"', '"4.1"', "sentences: 4.1 is not in the article; allowed: paragraphs 1 to 1"),
        ("claims:", "claims: [", "not valid YAML; allowed: 'key: value' lines"),
    ],
)
@pytest.mark.parametrize("command", ["claims", "declare"])
def test_a_malformed_claim_file_is_one_line(call, register, old, new, message, command):
    edit(register / "01-apples.yml", old, new)
    result = call(command)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: data/claims/01-apples.yml")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_declare_enters_new_and_changed_tests_with_their_reasons(call, register):
    apples, pears = "more-apples.weight.growth", "more-pears.weight.growth"
    nothing = call("declare")
    assert (nothing.exit_code, nothing.stdout) == (2, "")
    assert nothing.stderr == (
        f"error: --knew: is empty, but {apples} is new; allowed: what had been seen\n"
    )
    assert not (register / "record.yml").exists()
    first = call("declare", "--seen", "no", "--knew", "Nothing had been weighed.")
    assert first.stdout == f"entered: {apples}\nentered: {pears}\n"
    assert call("declare").stdout == "nothing to enter\n"

    edit(register / "02-pears.yml", "above: 0", "above: 1")
    assert record.problems() == [
        f"data/claims/record.yml: {pears}: was changed without an entry; run `eastward declare`"
    ]
    silent = call("declare")
    assert silent.exit_code == 2
    assert silent.stderr == (
        f"error: --why: is empty, but {pears} was changed; allowed: the reason\n"
    )
    assert call("declare", "--why", "One kilogram is a slip.").stdout == f"entered: {pears}\n"
    assert record.problems() == []
    assert record.entries()[pears].seen == "no"
    assert record.deviations()["why"].tolist() == ["One kilogram is a slip."]


def test_a_malformed_record_is_one_line(call, register):
    (register / "record.yml").write_text("tests:\n  a.b.c: {seen: perhaps}\n")
    forget()
    result = call("declare", "--knew", "x")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: data/claims/record.yml: a.b.c: ")
    assert result.stderr.count("\n") == 1


def test_cite_prints_the_reference(call):
    result = call("cite", CHAPTER, "--edition", "as-written", "--style", "bibtex")
    assert result.stdout == citation.cite(CHAPTER, "as-written", "bibtex") + "\n"
    assert call("cite", CHAPTER).stdout == citation.cite(CHAPTER) + "\n"


def test_diff_shows_what_moved_between_editions(call):
    moved = json.loads(call("diff", "as-written", "hindsight", "--json").stdout)
    assert {one["what"] for one in moved} == {"verdict", "test"}
    shown = call("diff", "as-written", "hindsight").stdout
    readings = sum(one["what"] == "verdict" for one in moved)
    assert f"moved: {readings} readings, {len(moved) - readings} tests" in shown
    assert call("diff", "hindsight", "hindsight", "--json").stdout.strip() == "[]"
    refused = call("diff", "hindsight", "foresight")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("error: foresight: no such edition or file")


def test_data_check_agrees(call):
    result = call("data", "check")
    assert result.exit_code == 0, result.stderr
    assert f"{len(tables.names())} tables agree" in result.stdout


def test_data_check_reports_each_problem(call, monkeypatch):
    monkeypatch.setattr("eastward.sources.check", lambda raw: ["trade: altered", "states: missing"])
    result = call("data", "check")
    assert result.exit_code == 2
    assert result.stderr == "error: trade: altered\nerror: states: missing\n"


def test_serve_without_a_site_says_how_to_build_it(call, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    result = call("serve")
    assert result.exit_code == 2
    assert result.stderr.endswith("build it with: eastward book\n")


def test_serve_shows_the_site(monkeypatch, tmp_path):
    """On this machine only; a request gets the page."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<h1>The book</h1>")
    program = (
        "import sys; from pathlib import Path; from eastward import paths, cli;"
        "paths.BUILD = Path(sys.argv.pop(1)); cli.app()"
    )
    command = [sys.executable, "-u", "-c", program, str(tmp_path), "serve", "--port", "8765"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout.readline() == "the book is at http://localhost:8765\n"
        with urllib.request.urlopen("http://localhost:8765/", timeout=10) as answer:
            assert answer.read() == b"<h1>The book</h1>"
    finally:
        server.terminate()
        server.communicate()


def test_help_answers_without_loading_the_library():
    program = (
        "import sys; from typer.testing import CliRunner; from eastward.cli import app;"
        "CliRunner().invoke(app, ['--help']);"
        "print([name for name in ('pandas', 'papermill', 'altair') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert result.stdout == "[]\n"


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_is_given_at_every_level(call, word):
    assert "Commands" in call(word).stdout
    assert "--edition" in call("run", word).stdout


def test_the_version_is_that_of_the_package(call):
    assert call("--version").stdout == f"eastward {eastward.__version__}\n"
