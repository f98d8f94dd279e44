"""The readable notebook of a made-up page of the second pattern, and of the first."""

import base64
import json

import nbformat
import pytest

from eastward import pages
from eastward.book import readable
from eastward.claims import registry

PREFIX = "application/papermill.record/"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="100%" viewBox="0 0 40 20">'
    '<rect width="40" height="20" fill="red"/></svg>'
)
ABOUT = {"title": "Fog rises", "alt": "A red box.", "source": "Source: the keeper."}
CLAIM = "no-pacts"
DAYS = {
    "id": "days",
    "name": "Days of fog",
    "outcome": "supports",
    "value": 12.34,
    "low": None,
    "high": None,
    "n": 40,
    "unit": "days",
    "kind": "hoop",
    "supports": "above 10",
    "against": "below 5",
    "rate": None,
    "ways": None,
    "facts": {"place": "the bay"},
}
RECORD = {
    "claims": [
        {
            "id": CLAIM,
            "verdict": "supported",
            "readings": [{"id": "thick", "word": "supported", "tests": [DAYS]}],
            "later": [],
            "since_then": None,
        }
    ],
    "facts": {"share": 0.5, "focal": "Iran"},
    "commented": False,
}


def glue(name: str, data: dict) -> nbformat.NotebookNode:
    return nbformat.v4.new_output(
        "display_data",
        {PREFIX + mime: content for mime, content in data.items()},
        metadata={"scrapbook": {"name": name, "mime_prefix": PREFIX}},
    )


def page(*markdown: str, outputs: tuple = ()) -> nbformat.NotebookNode:
    figure = {"text/html": f"<div>{SVG}</div>", readable.FIGURE: json.dumps(ABOUT)}
    handed = [
        glue("record", {"text/plain": json.dumps(RECORD)}),
        glue("edition", {"text/plain": "hindsight"}),
        glue(f"verdict:{CLAIM}", {"text/plain": "supported"}),
        glue("finding:tide", {"text/plain": "rising"}),
        glue("height", {"text/plain": "2.345"}),
        glue("fig-fog", figure),
    ]
    code = nbformat.v4.new_code_cell(
        "here.close()", outputs=[*handed, *outputs], metadata={"tags": ["remove-cell"]}
    )
    cells = [code, *[nbformat.v4.new_markdown_cell(text) for text in markdown]]
    return nbformat.v4.new_notebook(cells=cells)


def made(*markdown: str, **more) -> list[nbformat.NotebookNode]:
    return readable.readable(page(*markdown, **more), "01-non-alignment", False).cells[1:]


def text(*markdown: str) -> str:
    return "\n\n".join(cell.source for cell in made(*markdown))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("In {v}`focal`, {v}`share:.2f`.", "In Iran, 0.50."),
        (f"On {{v}}`{CLAIM}.thick.days.place`.", "On the bay."),
        ("A {term}`hoop` or {term}`two <hoop>`.", "A hoop or two."),
        ("See [methods](back/methods.md#x) and [it](https://a.org).", "See methods and [it](https://a.org)."),
        ("Balance {cite}`walt1987`.", "Balance (Walt 1987)."),
        ("(label)=\n## Title", "## Title"),
        ("`{v}` stays.", "`{v}` stays."),
    ],
)  # fmt: skip
def test_roles_become_words(source, said):
    assert text(source).split("\n\n## References")[0] == said


def test_cited_works_are_listed_at_the_end():
    assert "The Origins of Alliances" in made("{cite}`walt1987`")[-1].source


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (f"```{{finding}} {CLAIM}.thick.days supports\n{{v}}`value:.0f` days.\n```", "12 days."),
        ("```{comment}\nThe keeper says so.\n```", ""),
        ("```{only} html\nPage.\n```", "Page."),
        ("```{only} latex\nPaper.\n```", ""),
        ("````{dropdown} More\n```{note}\nInside.\n```\n````", "**More**\n\n**Note**\n\nInside."),
    ],
)  # fmt: skip
def test_blocks_are_kept_or_dropped(source, said):
    assert text(source) == said


def test_a_block_that_is_not_kept_gives_its_place_to_a_sentence():
    """Once for each test, however many blocks there are."""
    block = f"```{{finding}} {CLAIM}.thick.days against\nFew.\n```"
    said = text(block, block)
    assert "Few." not in said
    assert said.count("**Days of fog**: 12.3 days, n = 40") == 1


def test_a_figure_is_a_picture_in_its_place_with_its_words():
    source = "Look.\n\n```{evidence} fig-fog\nFog in {v}`focal`.\n```\n\nSee {numref}`fig-fog`."
    before, figure, after = made(source)
    assert before.source == "Look.\n\n**Fog rises**"
    [output] = figure.outputs
    assert set(output.data) == {"image/png", "text/plain"}
    assert base64.b64decode(output.data["image/png"]).startswith(b"\x89PNG")
    assert output.metadata["image/png"] == {"alt": "A red box.", "width": 40}
    assert after.source == (
        "*Fig. 1.1.* Fog in Iran.\n\n*In words:* A red box.\n\nSource: the keeper.\n\nSee Fig. 1.1."
    )


def test_exercises_are_numbered_as_the_chapter_is():
    source = "```{exercise}\n:label: ex-a\n\nCount.\n```\n\nAs in {numref}`ex-a`."
    assert text(source) == "**Exercise 1.1**\n\nCount.\n\nAs in Exercise 1.1."


def test_a_claim_is_a_quotation_with_its_verdict():
    said = text(f"```{{claim}} {CLAIM}\n```")
    assert said.startswith(f"> **{registry.claims()[CLAIM].title}** (¶1 of the article")
    assert registry.claims()[CLAIM].text in said
    assert "hindsight: **✔\ufe0e supported**" in said


def test_the_foot_cites_the_chapter_and_its_tables():
    said = text("```{chapter-foot}\n```")
    assert f"In {'Into Russia'}" in said
    assert "@incollection{eastward-01-non-alignment-hindsight" in said
    assert f"`{pages.header('01-non-alignment')['tables'][0]}`" in said


def test_an_unknown_directive_or_role_is_named():
    for source in ("```{thicket}\nx\n```", "{thicket}`x`"):
        with pytest.raises(readable.Unresolved, match=r"01-non-alignment\.md: \{thicket\}"):
            made(source)


def test_glue_goes_and_what_readers_see_stays():
    verdicts = nbformat.v4.new_output(
        "display_data", {registry.MIME: RECORD, "text/plain": "verdicts"}
    )
    table = nbformat.v4.new_output("execute_result", {"text/markdown": "A {term}`hoop`."})
    [code] = readable.readable(page(outputs=(verdicts, table)), "01-non-alignment", False).cells
    assert [set(output.data) for output in code.outputs] == [
        {registry.MIME, "text/plain"},
        {"text/markdown"},
    ]
    assert code.outputs[1].data["text/markdown"] == "A hoop."
    assert code.metadata["jupyter"] == {"source_hidden": True}


def test_the_executed_notebook_is_left_as_it_is():
    executed = page("{v}`focal`")
    before = nbformat.writes(executed)
    readable.readable(executed, "01-non-alignment", False)
    assert nbformat.writes(executed) == before


def test_the_head_and_the_last_line_come_from_record_and_verdicts(monkeypatch):
    monkeypatch.setitem(RECORD, "last", "2018-08-31")
    reading = RECORD["claims"][0]["readings"][0] | {"plain": True, "hangs_on": None}
    tested = [DAYS | {"weight": 1.5}]
    monkeypatch.setitem(
        RECORD["claims"][0], "readings", [reading | {"unsure": False, "tests": tested}]
    )
    monkeypatch.setattr(registry, "verdicts", lambda edition: {})
    said = text("```{chapter-head}\n```\n\n```{next}\nNext comes fog.\n```")
    title = registry.claims()[CLAIM].title
    assert "¶1 of the article · figures to 31 August 2018" in said
    assert (
        f"- **{title}** (✔\ufe0e supported). Days of fog: 12.3 days; above 10 supports it." in said
    )
    assert "Next comes fog." in said and "known after `make book`" in said
