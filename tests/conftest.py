"""Settings for all tests."""

import pytest
from hypothesis import settings

# How long an example takes depends on the machine and says nothing about the code.
settings.register_profile("eastward", deadline=None)
settings.load_profile("eastward")


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="the whole matrix of reruns too")


def pytest_collection_modifyitems(config, items):
    """Leave the matrix to those who ask for it."""
    if not config.getoption("--all"):
        skip = pytest.mark.skip(reason="of the whole matrix; run with --all")
        for item in items:
            if "matrix" in item.keywords:
                item.add_marker(skip)
