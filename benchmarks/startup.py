"""Measures how long commands take to start: medians over runs, and as ratios to a bare interpreter.

Run `python benchmarks/startup.py [RUNS]`; it builds a small store of its own in a temporary folder.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

QUERY = "SELECT ?drug WHERE { ?drug a disp:Drug } LIMIT 5"

#: The bars, in seconds, that the commands have to keep.
BARS = {"dispensatory --help": 0.3, "dispensatory query": 0.5}


def median(command: list[str], runs: int) -> float:
    """Return the median time of a command, in seconds, after one run that warms the caches."""
    times = []
    for run in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        if run:
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def main(runs: int) -> int:
    """Print the table; the exit code is 1 where a bar is missed."""
    program = str(Path(sys.executable).with_name("dispensatory"))
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "startup.db")
        subprocess.run([program, "build", "--store", store], check=True, stdout=subprocess.DEVNULL)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "dispensatory --version": [program, "--version"],
            "dispensatory --help": [program, "--help"],
            "dispensatory query": [program, "query", "--store", store, QUERY],
            "dispensatory queries": [program, "queries"],
            "dispensatory ask": [program, "ask", "--store", store, "Is baclofen an opioid?"],
        }
        times = {name: median(command, runs) for name, command in commands.items()}
    base = times["python -c pass"]
    print(f"{'command':26}{'median ms':>10}{'ratio':>8}{'bar ms':>8}")
    for name, seconds in times.items():
        bar = f"{BARS[name] * 1000:8.0f}" if name in BARS else ""
        print(f"{name:26}{seconds * 1000:10.0f}{seconds / base:8.1f}{bar}")
    return int(any(times[name] > bar for name, bar in BARS.items()))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
