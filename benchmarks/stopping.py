"""Runs that are killed at random moments and started again: `python benchmarks/stopping.py 100000`.

Twenty times a run is killed (SIGKILL); the one after that comes to its end. Its tables must be those of a run that
nobody disturbed, to the byte.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from measuring import ROOT, dump_of, edaran, folder, record

_KILLS = 20
_LOG = "run.json"


def main(count: int) -> None:
    """Kill, go on, compare. Raises `SystemExit` when a table differs."""
    source, lot = dump_of(count), random.Random(1)
    with folder() as out:
        whole = edaran(source, out / "whole").seconds
        command = [sys.executable, "-m", "extract", "run", str(source), "-o", str(out / "killed"), "--workers", "2"]
        for _ in range(_KILLS):
            process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
            time.sleep(lot.uniform(0, whole / 3))
            process.kill()
            process.wait()
        edaran(source, out / "killed")
        differing = [name for name, data in _tables(out / "whole").items() if _tables(out / "killed").get(name) != data]
    record(f"stopping_{count}", {"kills": _KILLS, "undisturbed_seconds": round(whole, 1), "differing_files": differing})
    if differing:
        raise SystemExit(1)


def _tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != _LOG}


if __name__ == "__main__":
    main(int(sys.argv[1]))
