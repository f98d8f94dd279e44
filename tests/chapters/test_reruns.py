"""Every chapter rerun with other values and read like a reader: figures there, sentences true.

Twelve sets of values for the chapters of the second pattern, three for the others; the whole
matrix with ``pytest --all`` (``make test-all``).
"""

import base64
import json
import re
from dataclasses import dataclass

import nbformat
import pytest
from bs4 import BeautifulSoup
from typer.testing import CliRunner

from eastward import edition, pages, panel, tables
from eastward.book import notebooks, rerun
from eastward.book.myst import Block, parts
from eastward.claims import registry
from eastward.cli import app
from eastward.figures import palette
from eastward.figures.bundle import MIME as FIGURE
from eastward.runs import Run

FEW = {
    "until 2012": {"cutoff": "2012-12-31"},
    "Turkey": {"focal": "TUR"},
    "China as partner": {"partner": "CHN", "alternative": "RUS"},
}
MORE = {
    "until 1998": {"cutoff": "1998-12-31"},
    "until the article": {"cutoff": "2018-08-31"},
    "until 2022": {"cutoff": "2022-12-31"},
    "Venezuela": {"focal": "VEN"},
    "Germany": {"focal": "DEU", "baseline": [2015, 2017]},
    "Kazakhstan": {"focal": "KAZ"},
    "another shock": {"shock": "2012-07-01", "baseline": [2009, 2011]},
    "another baseline": {"baseline": [2012, 2015]},
    "Turkey until 2012": {"focal": "TUR", "cutoff": "2012-12-31"},
}
WIDE = ("01-non-alignment", "10-economic")  # whose other values are tried in every run
SILENT = ("between", "too few", "no data")
ALSO = {"EUR": ["Europe", "Western", "Britain"], "USA": ["United States"]}  # beside the label of the table
RAW = re.compile(r"\{[\w:-]+\}`|`{3,}\{|:{3,}\{|\{glue|!\[\]\(")
# A term may be "None stated", "None of 17 others" pass a test, and a sentence begin with the word.
WORDS = re.compile(r"\b(nan|NaN|None(?! stated| of \d+ others| is none| found says)|NaT|inf)\b")


@dataclass
class Case:
    """One rerun: what was asked for."""

    chapter: str
    name: str
    usual: bool

    @property
    def values(self) -> dict:
        """The values that the chapter has a parameter for."""
        known = pages.declared(self.chapter)
        return {key: one for key, one in (FEW | MORE)[self.name].items() if key in known}


def cases() -> list:
    found = []
    for chapter in pages.chapters():
        for name in FEW | MORE:
            case = Case(chapter, name, name in FEW or chapter in WIDE)
            if case.values:
                marks = [pytest.mark.xdist_group(f"rerun {chapter} {name}")]
                marks += [] if case.usual else [pytest.mark.matrix]
                found.append(pytest.param(case, marks=marks, id=f"{chapter} {name}"))
    return found


@pytest.fixture(scope="module", params=cases())
def read(request, tmp_path_factory):
    """A rerun as executed, and as its reader gets it."""
    case = request.param
    folder = tmp_path_factory.mktemp("rerun")
    run = Run(case.chapter, own=case.values)
    executed = notebooks.execute(run, folder / "executed.ipynb")
    rerun.mark(executed, run, notebooks.verdicts(executed))
    text = rerun.WRITERS[".ipynb"](executed, run)
    return run, executed, nbformat.reads(text, as_version=4)


def prose(notebook: nbformat.NotebookNode) -> str:
    """All that the notebook says: Markdown, in cells and in outputs."""
    said = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            said.append(cell.source)
        for output in cell.get("outputs", []):
            said.append(output.get("data", {}).get("text/markdown", output.get("text", "")))
    return "\n\n".join(said)


def test_every_figure_is_a_picture_with_its_words(read):
    """Of the media types that JupyterLab's sanitiser leaves alone."""
    run, _, notebook = read
    shown = [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if cell.source.startswith("here.figures")
    ]
    blocks = [one for one in blocks_of(run.page) if one.name == "evidence"]
    assert len(shown) >= min(len(blocks), 1)
    for output in shown:
        assert set(output.data) == {"image/png", "text/plain"}
        assert base64.b64decode(output.data["image/png"]).startswith(b"\x89PNG")
        assert len(output.data["image/png"]) > 2000
        assert output.data["text/plain"] in prose(notebook)


def test_nbconvert_shows_every_figure(read):
    from nbconvert import HTMLExporter

    _, _, notebook = read
    html, _ = HTMLExporter(sanitize_html=True).from_notebook_node(notebook)
    soup = BeautifulSoup(html, "html.parser")
    pictures = [one for one in soup.select("img") if one["src"].startswith("data:image/png")]
    made = [cell for cell in notebook.cells if cell.source.startswith("here.figures")]
    assert len(pictures) == len(made)


def test_no_markup_and_no_missing_value_is_left_in_the_text(read):
    text = re.sub(r"```text\n.*?```", "", prose(read[2]), flags=re.DOTALL)
    assert not RAW.findall(text)
    assert not WORDS.findall(text)


def test_no_block_stands_whose_outcome_is_not_the_recorded_one(read):
    """Told from the source and the record alone, not by the functions that decide it."""
    run, executed, notebook = read
    text = flat(prose(notebook))
    exported = notebooks.verdicts(executed)
    blocks = [one for one in blocks_of(run.page) if one.name == "finding"]
    allowed = [flat(one.body) for one in blocks if fits(one, exported, executed)]
    allowed += [  # words that In short has as well
        flat(sentence)
        for claim in registry.claims().values()
        for test in claim.tests.values()
        for sentence in test.short.values()
    ]
    for block in blocks:
        literal = longest(block.body)
        if literal and not any(literal in body for body in allowed):
            assert literal not in text, block.argument


def test_no_figure_of_another_state_is_titled_after_the_article_s(read):
    """Nor marked with its revolution; a rerun of another partner names that one."""
    run, executed, _ = read
    if "focal" not in run.own:
        pytest.skip("about the article's state")
    for figure in figures_of(executed):
        assert "Iran" not in figure["title"] + figure.get("subtitle", "")
        assert "revolution" not in figure["html"]


def test_the_colour_of_a_country_stands_only_where_it_is_named(read):
    """A colour means a country, also where another state takes the article's place."""
    run, executed, _ = read
    labels = called()
    for figure in figures_of(executed):
        for code, (name, _) in palette.COUNTRIES.items():
            if f"var(--{name}," in figure["html"]:
                assert any(one in figure["html"] for one in labels[code]), (figure["name"], code)


def called() -> dict[str, list[str]]:
    """What each country with a colour of its own is called in figures."""
    labels = tables.load("states").set_index("iso3")["label"]
    return {
        code: [labels.get(code, code), *ALSO.get(code, [])] for code in palette.COUNTRIES
    }


def test_no_source_line_reaches_beyond_the_cut_off(read):
    run, executed, _ = read
    last = int(run.parameters["cutoff"][:4])
    for figure in figures_of(executed):
        reached = re.search(r"; data to (?:.* )?(\d{4})\.$", figure["source"])
        assert reached is None or int(reached[1]) <= last


def test_the_page_s_own_citation_names_the_rerun(read):
    run, _, notebook = read
    told = [one for one in prose(notebook).splitlines() if "edition, rerun with" in one]
    [line] = [one for one in told if one.startswith("Eastward contributors.")]
    assert all(f"{key} = " in line for key in run.changed)


def test_the_verdicts_are_those_of_the_run(read):
    run, executed, notebook = read
    exported = notebooks.verdicts(executed)
    assert exported["parameters"] | dict(run.own) == exported["parameters"]
    assert exported["claims"]
    text = prose(notebook)
    for entry in exported["claims"]:
        assert registry.claims()[entry["id"]].chapter == run.page
        assert panel.READS.get(entry["verdict"], entry["verdict"]) in text
    assert "A rerun of one chapter" in text
    assert all(f"`{key}` is" in text for key in run.changed)


def test_the_parameters_cell_holds_the_values_in_force(read):
    run, _, notebook = read
    [cell] = [one for one in notebook.cells if "parameters" in one.metadata.get("tags", [])]
    namespace: dict = {}
    exec(cell.source, namespace)
    assert namespace | run.parameters == namespace
    before = notebook.cells[notebook.cells.index(cell) - 1]
    assert "Sentences, boxes and lists are those of the run" in before.source


@pytest.mark.xdist_group("rerun twice")
def test_the_same_run_gives_the_same_bytes(tmp_path):
    """In pictures for print the fonts come in either order, for the converter hashes them."""
    run = Run("10-economic", own={"focal": "TUR"})
    files = [tmp_path / name / "page.ipynb" for name in ("one", "other")]
    for output in files:
        notebooks.execute(run, output)
    for_print = re.compile(r'"application/papermill.record/application/pdf": "[^"]*"')
    one, other = (file.read_text(encoding="utf-8") for file in files)
    assert len(one) == len(other)
    assert for_print.search(one)
    assert for_print.sub("", one) == for_print.sub("", other)


def test_a_parameter_that_a_chapter_lacks_is_refused():
    chapter = "05-two-sanctioned-states"
    result = CliRunner().invoke(app, ["run", chapter, "-p", "shock", "2012-07-01"])
    assert result.exit_code == 2
    assert f"shock is not a parameter of {chapter}" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "chapter",
    [
        pytest.param(
            chapter,
            marks=[pytest.mark.xdist_group(f"page {chapter}")]
            + ([] if chapter in WIDE else [pytest.mark.matrix]),
        )
        for chapter in pages.chapters()
    ],
)
def test_the_page_of_a_rerun_is_whole(chapter, tmp_path):
    """In one file, with every figure, nothing to load, and no label that leads nowhere."""
    output = tmp_path / "page.html"
    rerun.rerun(Run(chapter, own={"focal": "TUR"}), output)
    soup = BeautifulSoup(output.read_text(encoding="utf-8"), "html.parser")
    blocks = [one for one in blocks_of(chapter) if one.name == "evidence"]
    assert 0 < len(soup.select(".eastward-figure svg")) <= len(blocks)
    assert "A rerun of one chapter" in soup.get_text()
    assert not soup.select("script[src], link[rel~=stylesheet]")
    labels = {one["id"] for one in soup.select("[id]")}
    for link in soup.select("a[href]"):
        assert re.match(r"#|https?:|data:|mailto:", link["href"]), link["href"]
        assert not link["href"].startswith("#") or link["href"][1:] in labels | {""}
    article = soup.select_one("article").get_text()
    for code in soup.select("article pre, article code"):
        article = article.replace(code.get_text(), "")
    assert not RAW.findall(article)
    assert not WORDS.findall(article)
    title = edition.load(edition.DEFAULT).title
    assert f"Edition {title}: focal is TUR in place of IRN." in flat(article + soup.get_text())


def blocks_of(page: str) -> list[Block]:
    waiting = [part for cell in pages.read(page).cells for part in parts(cell.source)
               if cell.cell_type == "markdown"]  # fmt: skip
    found = []
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, Block):
            found.append(part)
            waiting = [*parts(part.body), *waiting]
    return found


def figures_of(executed: nbformat.NotebookNode) -> list[dict]:
    """What the code handed over of every figure, with its page as html."""
    glued = "application/papermill.record/"
    found = [
        json.loads(output.data[glued + FIGURE]) | {"html": output.data[f"{glued}text/html"]}
        for cell in executed.cells
        for output in cell.get("outputs", [])
        if glued + FIGURE in output.get("data", {})
    ]
    assert found
    return found


def fits(block: Block, exported: dict, executed: nbformat.NotebookNode) -> bool:
    """Whether the record allows a block."""
    name, *outcomes = block.argument.split()
    if name.count(".") != 2:
        return state(executed, f"finding:{name}") == outcomes[0]
    claim, reading, test = name.split(".")
    [entry] = [one for one in exported["claims"] if one["id"] == claim]
    groups = {one["id"]: one["tests"] for one in entry["readings"]} | {"later": entry["later"]}
    [said] = [one["outcome"] for one in groups[reading] if one["id"] == test]
    allowed = {word.replace("-", " ") for word in outcomes}
    return not allowed or said in allowed or ("silent" in allowed and said in SILENT)


def state(executed: nbformat.NotebookNode, key: str) -> str | None:
    for cell in executed.cells:
        for output in cell.get("outputs", []):
            if output.get("metadata", {}).get("scrapbook", {}).get("name") == key:
                return output.data["application/papermill.record/text/plain"]
    return None


def longest(body: str) -> str:
    """The longest run of plain words of a block, if it is long enough to be its own."""
    runs = [flat(one) for one in re.split(r"\{[\w:-]+\}`[^`]*`|[\[\]*_`]", body)]
    best = max(runs, key=len, default="")
    return best if len(best) > 30 else ""


def flat(text: str) -> str:
    return " ".join(text.split())
