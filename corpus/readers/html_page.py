"""Saved pages, one article each; the file's name is the article's id. What a page says is read by `corpus.pages`."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.readers.encoding import whole
from corpus.readers.formats import Format, Layout, refuse_others
from corpus.readers.problems import BrokenFileError
from corpus.readers.records import Raw
from corpus.readers.sources import Source


def look(_: Source) -> Layout:
    """Nothing to tell: a page names its own encoding."""
    return Layout("HTML", names=("html",))


def read(source: Source, _: Layout) -> Iterator[Raw]:
    """The file as one record."""
    with source.open() as stream:
        data = whole(stream)
    if not data.strip():
        raise BrokenFileError("empty file")
    refuse_others(data[:16], "HTML")
    yield Raw(source.stem, None, {"html": data})


FORMAT = Format("HTML", ("html", "htm", "xhtml"), look, read)
