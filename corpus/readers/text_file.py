"""Text files, one article each; the file's name is the article's id."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.readers.encoding import sniff, whole_text
from corpus.readers.formats import Format, Layout, refuse_others
from corpus.readers.problems import BrokenFileError
from corpus.readers.records import Raw
from corpus.readers.sources import Source

_START = 4096  # bytes


def look(source: Source) -> Layout:
    """The encoding."""
    with source.open() as stream:
        refuse_others(stream.read(_START), "text")
    with source.open() as stream:
        return Layout("text", sniff(stream))


def read(source: Source, _: Layout) -> Iterator[Raw]:
    """The file as one record."""
    with source.open() as stream:
        text = whole_text(stream)
    if not text.strip():
        raise BrokenFileError("empty file")
    yield Raw(source.stem, None, {"text": text})


FORMAT = Format("text", ("txt",), look, read)
