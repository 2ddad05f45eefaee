"""What the scripts of this folder share: dumps to measure on, commands with their time and memory, and the results.

Results are kept in `results.json`, from which `docs/performance.md` is made.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dump import articles, write

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).with_name("results.json")
DUMPS = Path(os.environ.get("EDARAN_DUMPS", tempfile.gettempdir())) / "edaran-dumps"
_POLL = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds, and the memory of its largest process in MB."""

    seconds: float
    peak: float


def dump_of(count: int, suffix: str = "jsonl", relevant: float = 0.005) -> Path:
    """The dump of so many articles; it is made when it is not there yet."""
    path = DUMPS / f"{count}-{relevant:g}.{suffix}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"part-{path.name}")
        write(part, articles(count, relevant))
        part.replace(path)
    return path


def cost_of(command: Sequence[str | Path]) -> Cost:
    """Run a command to its end. Raises `CalledProcessError` when it fails."""
    began = time.monotonic()
    with subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        peak = _Peak(process.pid)
        peak.start()
        code = process.wait()
    seconds = time.monotonic() - began
    peak.join()
    if code:
        raise subprocess.CalledProcessError(code, list(map(str, command)))
    return Cost(seconds, peak.megabytes)


class _Peak(threading.Thread):
    """Watches the resident memory of a process and those below it; the kernel keeps the peak of each (VmHWM)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self.megabytes = 0.0

    def run(self) -> None:
        while (found := list(_peaks(self._pid))) and found[0]:
            self.megabytes = max(self.megabytes, *found)
            time.sleep(_POLL)


def _peaks(pid: int) -> Iterator[float]:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        yield next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _peaks(int(child))
    except (OSError, ValueError):  # it has ended
        return


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for outputs on the disk of the dumps."""
    DUMPS.mkdir(parents=True, exist_ok=True)
    path = Path(tempfile.mkdtemp(dir=DUMPS))
    try:
        yield path
    finally:
        shutil.rmtree(path)


def edaran(source: Path, out: Path, *options: str) -> Cost:
    """What `edaran run` takes."""
    return cost_of([sys.executable, "-m", "extract", "run", source, "-o", out, *options])


def record(name: str, told: Mapping[str, Any]) -> None:
    """Print results and put them into `results.json`, with how busy the machine was in the last minutes."""
    held = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    held["machine"] = {"cores": len(os.sched_getaffinity(0)), "python": platform.python_version()}
    told = {**told, "load_of_machine": round(os.getloadavg()[1], 1)}
    held[name] = told
    RESULTS.write_text(json.dumps(held, indent=2) + "\n")
    print(json.dumps({name: told}, indent=2))
