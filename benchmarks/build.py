"""How long a chapter takes to execute, beside the least that it can take.

Run ``python benchmarks/build.py [CHAPTER …]``.  The floor is one Papermill call on a notebook whose
only cell is the chapter's imports, measured in the same run; each chapter is timed in a fresh
process, as the workflow does it.  The best of several runs counts.
"""

import ast
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from eastward import pages

RUNS = 2
GOAL_MEDIAN, GOAL_WORST = 3, 4
FLOOR = """import sys, papermill, eastward.book.notebooks as notebooks
notebooks._use_own_kernel()
papermill.execute_notebook(sys.argv[1], sys.argv[2], kernel_name="python3", progress_bar=False)"""


def imports(chapter: str) -> str:
    """Return the import statements of a chapter's cells."""
    cells = [cell.source for cell in pages.read(chapter).cells if cell.cell_type == "code"]
    nodes = [node for source in cells for node in ast.parse(source).body]
    found = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    return "\n".join(ast.unparse(node) for node in found)


def seconds(*command: str) -> float:
    """Return the shortest time that a fresh Python takes for a command, seconds."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return min(times)


def measured(chapter: str, folder: Path) -> tuple[float, float]:
    """Return the seconds of a chapter's execution and of its floor."""
    page = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(imports(chapter))])
    page.metadata.kernelspec = {"name": "python3", "language": "python", "display_name": "Python"}
    nbformat.write(page, folder / "floor.ipynb")
    floor = seconds("-c", FLOOR, str(folder / "floor.ipynb"), str(folder / "out.ipynb"))
    execute = ("-m", "eastward.book", "execute", chapter, "hindsight", str(folder / "out.ipynb"))
    return seconds(*execute), floor


def main() -> None:
    """Print both times and their ratio for each chapter, then the median and the worst ratio."""
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        for chapter in sys.argv[1:] or pages.chapters():
            took, floor = measured(chapter, Path(folder))
            ratios.append(took / floor)
            print(f"{chapter:28} {took:6.1f} s  floor {floor:5.1f} s  ratio {ratios[-1]:4.1f}")
    median, worst = statistics.median(ratios), max(ratios)
    print(f"median {median:.1f} of {GOAL_MEDIAN}, worst {worst:.1f} of {GOAL_WORST}")


if __name__ == "__main__":
    main()
