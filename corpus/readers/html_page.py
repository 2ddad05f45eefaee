"""Saved pages, one article each; the file's name is the article's id. What a page says is read by `corpus.pages`."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.readers import limits
from corpus.readers.encoding import too_long
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
        data = stream.read(limits.LONGEST_RECORD + 1)
    if len(data) > limits.LONGEST_RECORD:
        raise BrokenFileError(too_long())
    if not data.strip():
        raise BrokenFileError("empty file")
    refuse_others(data[:16], "HTML")
    yield Raw(source.stem, None, {"html": data})


FORMAT = Format("HTML", ("html", "htm", "xhtml"), look, read)
