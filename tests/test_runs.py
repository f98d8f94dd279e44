"""A run: values in force, inputs, and the page with these values in its one parameters cell."""

import pytest

from eastward import edition, pages, paths, runs
from eastward.errors import InputError
from eastward.runs import Run

PAGE = "10-economic"


def cell(run: Run) -> str:
    [found] = [
        one.source for one in run.notebook().cells if "parameters" in one.metadata.get("tags", [])
    ]
    return found


def test_only_declared_parameters_are_taken_from_the_edition():
    values = runs.shipped("05-two-sanctioned-states", "as-written")
    assert values["edition"] == "as-written"
    assert values["cutoff"] == "2018-08-31"
    assert "shock" not in values


def test_own_values_replace_the_edition_s():
    run = Run(PAGE, "as-written", {"focal": "TUR", "partner": "RUS"})
    assert run.parameters["focal"] == "TUR"
    assert run.parameters["cutoff"] == "2018-08-31"
    assert run.changed == {"focal": "TUR"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("99-none",), "chapter: 99-none is unknown; allowed: 01-non-alignment"),
        ((PAGE, "none"), "edition: none is unknown; allowed: hindsight"),
        ((PAGE, "hindsight", {"speed": 1}), "-p: speed is not a parameter of 10-economic; allowed"),
        ((PAGE, "hindsight", {"focal": "XYZ"}), "-p: focal: 'XYZ' is not allowed"),
        ((PAGE, "hindsight", {"focal": "RUS"}), "-p: partner: RUS is already the focal"),
    ],
)
def test_a_run_that_cannot_be_is_one_line(arguments, message):
    with pytest.raises(InputError) as caught:
        Run(*arguments)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_the_parameters_cell_of_the_default_edition_is_the_source_s():
    assert cell(Run(PAGE)) == cell_of_source()


def test_a_new_value_takes_a_comment_that_fits_it():
    """The shock's comment names the day of 2018, and is gone with that day."""
    before, after = cell_of_source(), cell(Run(PAGE, own={"shock": "2019-01-01"}))
    old = next(line for line in before.split("\n") if line.startswith("shock"))
    new = next(line for line in after.split("\n") if line.startswith("shock"))
    assert new == f'shock = "2019-01-01"  # {edition.description("shock")}'
    assert after.replace(new, old) == before


def test_the_notebook_is_a_copy():
    Run(PAGE, own={"focal": "TUR"}).notebook()
    assert "TUR" not in cell_of_source().split("focal = ")[1].split("\n")[0]


def test_a_run_s_files_are_its_page_s_and_what_executes_it():
    files = {str(path.relative_to(paths.ROOT)) for path in Run(PAGE).files}
    assert {f"chapters/{PAGE}.md", "data/tables/brent_daily.csv", "requirements.txt"} <= files
    assert {"eastward/figures/charts.py", "eastward/book/notebooks.py"} <= files
    assert "eastward/figures/map.py" not in files


def test_a_run_s_values_are_parameters_tables_and_claims():
    values = Run(PAGE, "as-written").values
    assert values["parameters"]["cutoff"] == "2018-08-31"
    assert {one["name"] for one in values["tables"]} == set(pages.header(PAGE)["tables"])
    assert values["claims"] == pages.claims(PAGE)


def cell_of_source() -> str:
    [found] = [
        one.source for one in pages.read(PAGE).cells if "parameters" in one.metadata.get("tags", [])
    ]
    return found
