"""The log of a run: one JSON file beside the tables with what it read, with what, how long it took, and what it wrote.

The only place with times: the tables are the same for the same input.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import platform
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from corpus.readers.pieces import Piece
from extract import __version__
from extract.batch.shards import code_digest

RUN_LOG = "run.json"
"""The file's name in the folder of the dataset."""
_LIBRARIES = ("msgspec", "numpy", "polars", "pyarrow", "pydantic", "spacy")


@dataclass(slots=True)
class RunLog:
    """Collects what the log tells."""

    options: Mapping[str, Any]
    started: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    inputs: dict[str, dict[str, Any]] = field(default_factory=dict)
    timings: dict[str, float] = field(default_factory=dict)
    clock: float = field(default_factory=time.monotonic)
    """When it began, by the clock of `timings`, which are seconds since then."""

    def add_input(self, piece: Piece) -> None:
        """Take in a piece that was read. The digest of a file is that of its last part."""
        known = self.inputs.setdefault(piece.path, {"bytes": 0, "digest": ""})
        known["bytes"] += piece.size
        known["digest"] = piece.digest

    def write(self, path: Path, counts: Mapping[str, Any], outputs: Iterable[Path]) -> None:
        """Write the log; `outputs` are the files that the run has written."""
        ended = dt.datetime.now(dt.UTC)
        told = {
            "edaran": __version__,
            "code": code_digest(),
            "python": platform.python_version(),
            "libraries": {name: _version(name) for name in _LIBRARIES},
            "options": dict(self.options),
            "started": self.started.isoformat(timespec="seconds"),
            "ended": ended.isoformat(timespec="seconds"),
            "seconds": {name: round(value, 2) for name, value in self.timings.items()},
            "counts": dict(counts),
            "inputs": [{"path": path, **known} for path, known in self.inputs.items()],
            "outputs": [
                {"path": output.name, "bytes": output.stat().st_size, "sha256": _digest(output)} for output in outputs
            ],
        }
        path.write_text(json.dumps(told, ensure_ascii=False, indent=2, default=str) + "\n", encoding="utf-8")


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
