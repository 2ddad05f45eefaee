"""Parquet files, a row an article; only the columns that an article needs are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.readers.formats import Format, Layout, Part, refuse_others
from corpus.readers.problems import BrokenFileError
from corpus.readers.records import Raw
from corpus.readers.sources import Source
from corpus.readers.streams import seekable

if TYPE_CHECKING:
    import pyarrow.parquet as pq

_ROWS = 64  # at a time: a row may be 20 MB
_START = 4096  # bytes
_BUFFER = 1 << 20  # bytes of a column chunk that are held at a time


def look(source: Source) -> Layout:
    """The names of the columns."""
    with _opened(source) as file:
        return Layout("Parquet", names=tuple(file.schema_arrow.names))


def _opened(source: Source) -> pq.ParquetFile:
    import pyarrow as pa  # noqa: PLC0415 - slow to import
    import pyarrow.parquet as pq  # noqa: PLC0415

    stream = seekable(source.open())
    start = stream.read(_START)
    stream.seek(0)
    if not start:
        raise BrokenFileError("empty file")
    refuse_others(start, "Parquet")
    try:
        return pq.ParquetFile(stream, pre_buffer=False, buffer_size=_BUFFER)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise BrokenFileError(f"broken Parquet, or cut off: {error}") from error


def read(source: Source, layout: Layout) -> Iterator[Raw]:
    """The rows, numbered from 1."""
    empty = True
    with _opened(source) as file:
        for raw in _rows(file, layout, range(file.num_row_groups), 0):
            empty = False
            yield raw
    if empty:
        raise BrokenFileError("empty file: no rows")


def read_part(source: Source, layout: Layout, part: Part) -> Iterator[Raw]:
    """The rows of some row groups."""
    with _opened(source) as file:
        yield from _rows(file, layout, range(part.start, part.end), part.before)


def row_groups(source: Source) -> list[tuple[int, int]]:
    """Of each row group the number of rows, and of bytes before compression. Raises as `look` does."""
    with _opened(source) as file:
        groups = [file.metadata.row_group(group) for group in range(file.num_row_groups)]
        return [(group.num_rows, group.total_byte_size) for group in groups]


def _rows(file: pq.ParquetFile, layout: Layout, groups: range, before: int) -> Iterator[Raw]:
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    number = before
    try:
        names = list(layout.names)
        for batch in file.iter_batches(_ROWS, row_groups=list(groups), columns=names, use_threads=False):
            for values in batch.to_pylist():
                number += 1
                yield Raw(f"L{number}", number, values)
    except (pa.ArrowException, OSError, ValueError, UnicodeDecodeError) as error:
        raise BrokenFileError(f"broken Parquet behind row {number}: {error}") from error


FORMAT = Format("Parquet", ("parquet", "pq"), look, read, read_part)
