"""Text files, one article each; the file's name is the article's id."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.readers.encoding import sniff, whole_text
from corpus.readers.formats import Format, Layout
from corpus.readers.problems import BrokenFile
from corpus.readers.records import Raw, holds_html
from corpus.readers.sources import Source
from corpus.readers.streams import signature


def look(source: Source) -> Layout:
    """The encoding."""
    with source.open() as stream:
        return Layout("text", sniff(stream))


def read(source: Source, _: Layout) -> Iterator[Raw]:
    """The file as one record."""
    with source.open() as stream:
        text = whole_text(stream)
    if not text.strip():
        raise BrokenFile("empty file")
    if kind := signature(text[:16].encode("utf-8", "replace")) or ("an HTML page (.html)" if holds_html(text) else None):
        raise BrokenFile(f"is not text but {kind}: name it as what it is")
    yield Raw(source.stem, None, {"text": text})


FORMAT = Format("text", ("txt",), look, read)
