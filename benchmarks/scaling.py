"""One worker against two, and a Dask cluster of two against two processes: `python benchmarks/scaling.py 8000`.

On a dump of so many articles which all tell of working from home, so that extraction is what takes the time. Beside the
whole command stands the part that the workers share, as the run log tells it: from the first shard to the last. What is
left (joining the reports, writing the tables) one process does.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring import ROOT, dump_of, edaran, folder, record


def main(count: int) -> None:
    """Measure all three."""
    source = dump_of(count, relevant=1.0)
    with folder() as out, cluster(2, out) as address:
        one = _cost(source, out / "one", "--workers", "1")
        two = _cost(source, out / "two", "--workers", "2")
        edaran(dump_of(20, relevant=1.0), out / "warm", "--cluster", address)
        dask = _cost(source, out / "dask", "--cluster", address)
    record(
        f"scaling_{count}",
        {
            "one_worker_seconds": one[0],
            "two_workers_seconds": two[0],
            "dask_seconds": dask[0],
            "extraction_one_worker_seconds": one[1],
            "extraction_two_workers_seconds": two[1],
            "extraction_dask_seconds": dask[1],
            "two_to_one": round(one[0] / two[0], 2),
            "extraction_two_to_one": round(one[1] / two[1], 2),
            "extraction_dask_to_processes": round(two[1] / dask[1], 2),
        },
    )


def _cost(source: Path, out: Path, *options: str) -> tuple[float, float]:
    """Seconds of a run, and those of its extraction."""
    whole = edaran(source, out, *options).seconds
    log = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return round(whole, 1), round(log["seconds"]["reading"], 1)


@contextmanager
def cluster(workers: int, scratch: Path) -> Iterator[str]:
    """The address of a scheduler with workers of one thread each, all on this machine."""
    dask = [sys.executable, "-m", "dask"]
    file = scratch / "scheduler.json"
    begun = [
        subprocess.Popen([*dask, "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", file], cwd=ROOT)
    ]
    try:
        while not file.exists() or not file.read_text().endswith("}"):
            time.sleep(0.1)
        address = json.loads(file.read_text())["address"]
        worker = [*dask, "worker", address, "--nthreads", "1", "--no-dashboard", "--local-directory", scratch]
        begun += [subprocess.Popen(worker, cwd=ROOT) for _ in range(workers)]
        yield address
    finally:
        for process in begun:
            process.terminate()
        for process in begun:
            process.wait()


if __name__ == "__main__":
    main(int(sys.argv[1]))
