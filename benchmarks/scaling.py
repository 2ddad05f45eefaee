"""One worker against two, and a Dask cluster of two against two processes: `python benchmarks/scaling.py 2000`.

On a dump of so many articles which all tell of working from home, so that extraction is what takes the time.
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
        one = edaran(source, out / "one", "--workers", "1").seconds
        two = edaran(source, out / "two", "--workers", "2").seconds
        edaran(dump_of(20, relevant=1.0), out / "warm", "--cluster", address)
        dask = edaran(source, out / "dask", "--cluster", address).seconds
    record(
        f"scaling_{count}",
        {
            "one_worker_seconds": round(one, 1),
            "two_workers_seconds": round(two, 1),
            "two_to_one": round(one / two, 2),
            "dask_seconds": round(dask, 1),
            "dask_to_processes": round(two / dask, 2),
        },
    )


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
