"""What code depends on: modules, the packages around them, and what lies beside them."""

import pytest

from eastward import imports, paths


def names(modules: list[str]) -> set[str]:
    return {str(path.relative_to(paths.ROOT / "eastward")) for path in imports.closure(modules)}


def test_imports_anywhere_in_the_code_are_found():
    code = """
import json
import eastward.tables
from eastward import figures, __version__
def later():
    from eastward.figures import bars as b, theme
"""
    assert imports.named(code) == {
        "eastward",
        "eastward.tables",
        "eastward.figures",
        "eastward.figures.bars",
        "eastward.figures.theme",
    }


def test_code_that_is_no_python_is_refused():
    with pytest.raises(SyntaxError):
        imports.named("import")


def test_a_module_brings_what_it_imports_and_its_packages():
    found = names(["eastward.figures.bars"])
    assert {"figures/bars.py", "figures/theme.py", "figures/__init__.py", "__init__.py"} <= found
    assert "figures/bundle.py" in found  # the package's __init__ imports it
    assert "figures/map.py" not in found


def test_what_lies_in_a_package_counts_with_it():
    """The lists under ``sources/coding`` belong to the sources, and to nothing else."""
    assert "sources/coding/groups.yml" in names(["eastward.sources.cow"])
    assert "sources/coding/groups.yml" not in names(["eastward.figures.bars"])


def test_networks_and_inference_bring_none_of_their_modules():
    assert names(["eastward.networks", "eastward.inference"]) == {
        "__init__.py",
        "networks/__init__.py",
        "inference/__init__.py",
    }
