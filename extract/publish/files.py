"""Files that are there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def finished(path: Path) -> Iterator[Path]:
    """A place to write to; the file gets its name when the block ends without an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    part.touch()  # a place that cannot be written is an `OSError` here, whatever error the writer would make of it
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
