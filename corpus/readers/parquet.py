"""Parquet files, a row an article; only the columns that an article needs are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.readers.formats import Format, Layout, refuse_others
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
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    number = 0
    with _opened(source) as file:
        try:
            for batch in file.iter_batches(_ROWS, columns=list(layout.names), use_threads=False):
                for values in batch.to_pylist():
                    number += 1
                    yield Raw(f"L{number}", number, values)
        except (pa.ArrowException, OSError, ValueError, UnicodeDecodeError) as error:
            raise BrokenFileError(f"broken Parquet behind row {number}: {error}") from error
    if not number:
        raise BrokenFileError("empty file: no rows")


FORMAT = Format("Parquet", ("parquet", "pq"), look, read)
