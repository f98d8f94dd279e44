"""The folder of upstream files, for the tests that compare the tables with it."""

import os
from pathlib import Path

import pytest

from eastward import paths


@pytest.fixture(scope="session")
def raw() -> Path:
    folder = Path(os.environ.get("EASTWARD_RAW") or paths.ROOT.parent / "shared" / "raw")
    if not folder.is_dir():
        pytest.skip(f"no folder of upstream files at {folder}; set EASTWARD_RAW to compare")
    return folder
