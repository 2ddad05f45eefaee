"""The files of a table, CSV and Parquet, written side by side while its rows come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from extract.csv_text import Cell, cell, csv_lines
from extract.schema import Column, Row, columns

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa

_HELD_ROWS = 1_000  # in memory at a time: a dump may have millions of articles, a panel of all regions more days
_GROUP_ROWS = 20_000  # of a Parquet file


def as_frame(table: str, rows: Sequence[Row]) -> pl.DataFrame:
    """Rows of one of `TABLES` as columns."""
    return _as_frame(rows, columns(table))


def _as_frame(rows: Sequence[Row], header: Sequence[Column]) -> pl.DataFrame:
    return columns_as_frame({column.name: [cell(row, column) for row in rows] for column in header}, header)


def columns_as_frame(cells: Mapping[str, Sequence[Cell]], header: Sequence[Column]) -> pl.DataFrame:
    """Cells by column as columns of their types. Raises `UnicodeEncodeError` for half a surrogate pair."""
    import polars as pl  # noqa: PLC0415 - slow to import, and `edaran --help` must be quick

    # Arrow's own way from Python's lists would import pandas, which takes a second and 50 MB in every process
    types = {
        "string": pl.String,
        "list": pl.String,
        "date": pl.Date,
        "number": pl.Float64,
        "integer": pl.Int64,
        "boolean": pl.Boolean,
    }
    return pl.DataFrame(cells, schema={column.name: types[column.kind] for column in header})


def arrow_schema(table: str) -> pa.Schema:
    """The Parquet schema of one of `extract.schema.TABLES`; each field carries its description."""
    import pyarrow as pa  # noqa: PLC0415 - see `columns_as_frame`

    arrow_types = {
        "string": pa.string(),
        "list": pa.string(),
        "date": pa.date32(),
        "number": pa.float64(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
    }
    return pa.schema(
        [
            pa.field(c.name, arrow_types[c.kind], nullable=not c.required, metadata={"description": c.description})
            for c in columns(table)
        ]
    )


class TableFile:
    """One of `TABLES` as a CSV and a Parquet file. The same rows give the same bytes, however they come in.

    Raises `OSError` when a file cannot be written.
    """

    def __init__(self, table: str, csv: Path, parquet: Path) -> None:
        import pyarrow.parquet as pq  # noqa: PLC0415 - see `columns_as_frame`

        self.rows = 0
        """How many were taken in."""
        self._table = table
        self._rows: list[Row] = []
        self._waiting: list[pa.Table] = []
        self._csv = csv.open("wb")
        self._csv.write(_head(columns(table)))
        self._schema = arrow_schema(table)
        self._parquet = pq.ParquetWriter(parquet, self._schema)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._csv, self._parquet:
            if error is None:
                self._flush()
                self._write_groups(least=1)

    def add(self, rows: Iterable[Row]) -> None:
        """Take in rows."""
        for row in rows:
            self.rows += 1
            self._rows.append(row)
            if len(self._rows) >= _HELD_ROWS:
                self._flush()

    def add_frame(self, rows: pl.DataFrame) -> None:
        """Take in rows as columns."""
        self._flush()
        self.rows += len(rows)
        self._write(rows)

    def _flush(self) -> None:
        if self._rows:
            self._write(as_frame(self._table, self._rows))
            self._rows = []

    def _write(self, rows: pl.DataFrame) -> None:
        import polars as pl  # noqa: PLC0415 - see `columns_as_frame`

        self._csv.write(csv_lines(rows, columns(self._table)))
        self._waiting.append(rows.to_arrow(compat_level=pl.CompatLevel.oldest()).cast(self._schema))
        if sum(len(one) for one in self._waiting) >= _GROUP_ROWS:
            self._write_groups(least=_GROUP_ROWS)

    def _write_groups(self, least: int) -> None:
        """Write full row groups, and a last one of `least` rows or more."""
        import pyarrow as pa  # noqa: PLC0415 - see `columns_as_frame`

        if not self._waiting:
            return
        rows = pa.concat_tables(self._waiting)
        while len(rows) >= least:
            self._parquet.write_table(rows.slice(0, _GROUP_ROWS).combine_chunks())
            rows = rows.slice(_GROUP_ROWS)
        self._waiting = [rows]
        pa.default_memory_pool().release_unused()  # some 15 MB at a million articles


def write_csv(header: Sequence[Column], rows: Iterable[Row], path: Path) -> None:
    """Write rows with these columns as a CSV file."""
    following = iter(rows)
    with path.open("wb") as file:
        file.write(_head(header))
        while held := list(islice(following, _HELD_ROWS)):
            file.write(csv_lines(_as_frame(held, header), header))


def _head(header: Sequence[Column]) -> bytes:
    return ",".join(column.name for column in header).encode() + b"\n"
