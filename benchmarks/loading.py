"""How long every table takes to load, and the library to import.

Run ``python benchmarks/loading.py``.  Imports are timed in fresh interpreters and compared with the
import of pandas, altair and networkx together; the best of several runs counts.
"""

import subprocess
import sys
import time

from eastward import tables

RUNS = 5
GOAL_SECONDS = 0.3
HEAVY = "import pandas, altair, networkx"
MODULES = ["eastward", "eastward.tables", "eastward.measures.voting", "eastward.edition"]
TIMED = """import time
began = time.perf_counter()
{}
print(time.perf_counter() - began)"""


def loading(name: str) -> float:
    """Return the shortest time to load a table, seconds."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        tables.load(name)
        times.append(time.perf_counter() - began)
    return min(times)


def importing(statement: str) -> float:
    """Return the shortest time of an import statement in a fresh interpreter, seconds."""
    command = [sys.executable, "-c", TIMED.format(statement)]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(RUNS)
    ]
    return min(float(run.stdout) for run in runs)


def main() -> None:
    """Print the time of every table, slowest first, and the ratios of the imports."""
    tables.load(tables.names()[0])  # the first load of all pays for lazy imports of pandas
    times = {name: loading(name) for name in tables.names()}
    for name, seconds in sorted(times.items(), key=lambda item: -item[1]):
        print(f"{name:20} {seconds:6.3f} s")
    slowest = max(times.values())
    print(f"slowest: {slowest:.3f} s, {slowest / GOAL_SECONDS:.2f} of the goal\n")
    heavy = importing(HEAVY)
    print(f"{HEAVY:36} {heavy:6.3f} s")
    for module in MODULES:
        seconds = importing(f"import {module}")
        print(f"import {module:29} {seconds:6.3f} s  ratio {seconds / heavy:.2f}")


if __name__ == "__main__":
    main()
