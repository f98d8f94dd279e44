"""Where the parts of the book lie.

The library is installed in place (``pip install -e .``), so the checkout is its parent folder.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
TABLES = DATA / "tables"
EDITIONS = ROOT / "editions"
CHAPTERS = ROOT / "chapters"
BUILD = ROOT / "_build"
