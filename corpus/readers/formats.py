"""The formats of dumps: what tells each of them, and the two functions that look at a file and read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.readers.records import Raw
from corpus.readers.sources import Source


@dataclass(frozen=True, slots=True)
class Layout:
    """How one file is written, as far as its beginning tells. `names` are those of its fields, where it names them."""

    format: str
    encoding: str | None = None
    delimiter: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """`look` tells a file's layout and `read` yields its records; both raise `BrokenFile` or `OSError`."""

    name: str
    suffixes: tuple[str, ...]
    look: Callable[[Source], Layout]
    read: Callable[[Source, Layout], Iterator[Raw]]
