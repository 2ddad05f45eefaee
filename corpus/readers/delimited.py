"""CSV and TSV files with a header; delimiter and encoding are told by the file."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from corpus.readers import limits
from corpus.readers.encoding import NUL, Line, lines, sniff, too_long
from corpus.readers.formats import Format, Layout, Part, refuse_others
from corpus.readers.problems import BrokenFileError
from corpus.readers.records import Raw
from corpus.readers.sources import Source
from corpus.readers.streams import Stretch

_DELIMITERS = ",;\t|"
_START = 4096  # bytes


def look(source: Source) -> Layout:
    """Encoding, delimiter and header: the first row that is not blank. No names when there is none."""
    with source.open() as stream:
        encoding = sniff(stream)
    with source.open() as stream:
        refuse_others(stream.read(_START), "CSV")
    with source.open() as stream:
        line = next((line for line in lines(stream, encoding) if line.problem or line.text.strip()), None)
    if line is None:
        return Layout("CSV", encoding)
    if line.problem or "\0" in line.text:
        raise BrokenFileError(f"the header cannot be read: {line.problem or NUL}")
    delimiter = _delimiter(line.text, source.kind[0])
    try:
        names = next(csv.reader([line.text], delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise BrokenFileError(f"the header cannot be read: {error}; repair its quotes") from error
    return Layout("TSV" if delimiter == "\t" else "CSV", encoding, delimiter, tuple(names))


def _delimiter(header: str, suffix: str) -> str:
    """The commonest of comma, semicolon, tab and bar in the header; a tab where a `.tsv` file has one."""
    if suffix == "tsv" and "\t" in header:
        return "\t"
    return max(_DELIMITERS, key=header.count)


def read(source: Source, layout: Layout) -> Iterator[Raw]:
    """The rows under the header, each with its first line."""
    if layout.delimiter is None:
        yield Raw(source.stem, None, problem="empty file")
        return
    with source.open() as stream:
        rows = _Rows(lines(stream, layout.encoding or "utf-8"), layout.delimiter)
        found = _records(rows, layout, header=True)
        empty = True
        for raw in found:
            empty = False
            yield raw
        if empty:
            yield Raw(source.stem, None, problem="empty file: nothing under the header")


def read_part(source: Source, layout: Layout, part: Part) -> Iterator[Raw]:
    """The rows in some lines of a file.

    A quote that is not closed in them may be closed in later ones, so that it raises `BrokenFileError`, unless the part
    is the last one.
    """
    with Stretch.of(source.open(), part.start, part.end) as stream:
        given = lines(stream, layout.encoding or "utf-8", part.start, part.before)
        rows = _Rows(given, layout.delimiter or ",")
        yield from _records(rows, layout, header=part.start == 0)
        if rows.torn and not part.last:
            raise BrokenFileError("a quote is not closed in this part of the file")


def _records(rows: _Rows, layout: Layout, *, header: bool) -> Iterator[Raw]:
    width = len(layout.names)
    found = iter(rows)
    if header:
        next(found)
    for number, row in found:
        key = f"L{number}"
        if isinstance(row, str):
            yield Raw(key, number, problem=row)
        elif len(row) > width:
            yield Raw(key, number, problem=f"{len(row)} columns where the header has {width}")
        else:
            yield Raw(key, number, dict(zip(layout.names, row, strict=False)))


class _Rows:
    """The rows of a CSV file, each with the number of its first line; a broken one is the reason instead.

    A quote that is never closed takes in what follows it. Such a row is given up, and reading goes on at the line
    behind the one where it began, so that it costs one record and not the rest of the file.
    """

    def __init__(self, lines: Iterator[Line], delimiter: str) -> None:
        self._source = lines
        self._delimiter = delimiter
        self._again: deque[Line] = deque()
        self._used: list[Line] = []
        self._size = 0
        self._ended = False
        self.torn = False
        """Whether a row was given up because the lines came to their end within quotes."""

    def __iter__(self) -> Iterator[tuple[int, list[str] | str]]:
        csv.field_size_limit(limits.LONGEST_RECORD)
        reader = self._reader()
        while True:
            self._used, self._size = [], 0
            problem = None
            row: list[str] = []
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self.torn = self.torn or self._ended
                problem = f"broken CSV: {error}; look for a quote that is not closed"
                self._again.extendleft(reversed(self._used[1:]))
                del self._used[1:]
                reader = self._reader()
            number = self._used[0].number
            problem = next((line.problem for line in self._used if line.problem), problem)
            if not problem and any("\0" in value for value in row):
                problem = NUL
            if problem or any(value.strip() for value in row):
                yield number, problem or row

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._lines(), delimiter=self._delimiter, strict=True)

    def _lines(self) -> Iterator[str]:
        while True:
            line = self._again.popleft() if self._again else next(self._source, None)
            if line is None:
                self._ended = True
                return
            self._used.append(line)
            self._size += len(line.text)
            if self._size > limits.LONGEST_RECORD:
                raise csv.Error(too_long())
            yield line.text


FORMAT = Format("CSV", ("csv", "tsv"), look, read, read_part)
