"""The formats of dumps: what tells each of them, and the two functions that look at a file and read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.readers.problems import BrokenFileError
from corpus.readers.records import Raw, holds_html
from corpus.readers.sources import Source
from corpus.readers.streams import signature


@dataclass(frozen=True, slots=True)
class Layout:
    """How one file is written, as far as its beginning tells. `names` are those of its fields, where it names them."""

    format: str
    encoding: str | None = None
    delimiter: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file that is read by itself: bytes of a text file, or row groups of a Parquet file.

    `start` is the first one and `end` the one behind the last; `before` is the number of lines or rows before them;
    `last` tells that nothing of the file follows.
    """

    start: int
    end: int
    before: int
    last: bool


@dataclass(frozen=True, slots=True)
class Format:
    """`look` tells a file's layout and `read` yields its records; both raise `BrokenFileError` or `OSError`.

    `read_part` yields the records of a part, where files of the format can be read in parts (`corpus.readers.pieces`).
    A part that ends within a record raises `BrokenFileError`, unless it is the last one.
    """

    name: str
    suffixes: tuple[str, ...]
    look: Callable[[Source], Layout]
    read: Callable[[Source, Layout], Iterator[Raw]]
    read_part: Callable[[Source, Layout, Part], Iterator[Raw]] | None = None


def refuse_others(start: bytes, name: str) -> None:
    """Raise `BrokenFileError` when a file that should hold the format `name` begins as something else does.

    >>> refuse_others(b"%PDF-1.7", "CSV")
    Traceback (most recent call last):
    ...
    corpus.readers.problems.BrokenFileError: is not CSV but a PDF file: name it as what it is
    """
    kind = signature(start)
    if kind is None and name != "HTML" and holds_html(start.decode("utf-8", "replace")):
        kind = "an HTML page (.html)"
    if kind and name not in kind:
        raise BrokenFileError(f"is not {name} but {kind}: name it as what it is")
