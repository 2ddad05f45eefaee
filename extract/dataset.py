"""Readings as tables: CSV and Parquet files in a folder, or pandas frames.

`assemble` puts a dataset together: copies settled, reports joined to policies. The tables `policies` and `panel` are
made from all readings, the others are the readings' own rows. `datapackage.json` beside the files describes them.
Readings of a `ReadingStore` are never in memory together.

Rows are sorted by article and stand, within one article, in the order in which they were read, so the same articles
give the same files in whatever order they came in.

Three things about the CSV files, all of which `read_dataset` undoes:

* Codes such as `53.71` look like numbers. Load them as strings.
* A cell that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab or carriage return in front) gets an
  apostrophe in front, in the columns that hold words from outside (`Column.free_text`). Keys and `evidence.text` are
  never changed: they are joined and sliced by. Import them as text rather than opening the file in a spreadsheet.
* A list is one cell, joined with "; ". That is so in Parquet too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.copies import Settled
from extract.datapackage import FILE_NAME, write_datapackage
from extract.fingerprints import FINGERPRINTS, write_fingerprints
from extract.panel import panel
from extract.policies import Joined, join_reports, reports_of
from extract.schema import LIST_SEPARATOR, TABLES, Column, Kind, Reading, Row, columns

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Cell = str | dt.date | float | int | bool | None

# pandas types that keep empty cells apart from values; percentages stay plain floats, with NaN for an empty cell
_PANDAS_TYPES: dict[Kind, Any] = {
    "string": "string",
    "list": "string",
    "date": "datetime64[s]",
    "number": "float64",
    "integer": "Int64",
    "boolean": "boolean",
}
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")
_BATCH_ROWS = 50_000  # in memory at a time: a dump may have millions of articles, a panel of all regions more days
_KEPT_TEXTS = 1024  # most columns say the same few things over and over, the panel's above all
_NEEDS_QUOTES = re.compile(r'[",\r\n]')


@dataclass(frozen=True, slots=True)
class Dataset:
    """All readings of a run, copies in final form, and the policies that they report."""

    settled: Settled
    joined: Joined

    @property
    def readings(self) -> Iterator[Reading]:
        """The readings in the order of the published rows, with the keys of their policies; anew on every call."""
        return map(self.joined.keyed, self.settled)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one of `TABLES`, as they are published."""
        if table == "policies":
            return iter(self.joined.policies)
        if table == "panel":
            return panel(self.joined)
        return (row for reading in self.readings for row in reading.rows(table))


def assemble(readings: Iterable[Reading]) -> Dataset:
    """The dataset of these readings, whatever order they come in. A `ReadingStore` must stay open while it is used."""
    settled = Settled(readings)
    return Dataset(settled, join_reports(reports_of(settled)))


def write_dataset(dataset: Dataset | Iterable[Reading], folder: Path) -> tuple[Path, ...]:
    """Write every table to `folder` as `<table>.csv` and `<table>.parquet`; returns the files.

    Beside them are `datapackage.json` and what `edaran merge` compares articles by (`extract.fingerprints`).

    The folder is made when it is missing and files of an earlier run are replaced. Each file appears under its
    name only when all of them are complete. Raises `OSError` when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole = dataset if isinstance(dataset, Dataset) else assemble(dataset)
    writers: dict[str, Callable[[str, Iterable[Row], Path], None]] = {"csv": write_csv, "parquet": _write_parquet}
    finished: dict[Path, Path] = {}
    try:
        for table in TABLES:
            for suffix, write in writers.items():
                path = folder / f"{table}.{suffix}"
                finished[path] = path.with_name(f".{path.name}.part")
                write(table, whole.rows(table), finished[path])
        fingerprints = folder / FINGERPRINTS
        finished[fingerprints] = fingerprints.with_name(f".{FINGERPRINTS}.part")
        write_fingerprints(whole.readings, finished[fingerprints])
        package = folder / FILE_NAME
        finished[package] = package.with_name(f".{package.name}.part")
        outlets = {outlet for policy in whole.joined.policies for outlet in policy.sources}
        written = {path.stem: part for path, part in finished.items() if path.suffix == ".csv"}
        write_datapackage(written, outlets, finished[package])
        for path, part in finished.items():
            part.replace(path)
    finally:
        for part in finished.values():
            part.unlink(missing_ok=True)
    return tuple(finished)


def to_frames(readings: Iterable[Reading]) -> dict[str, pd.DataFrame]:
    """Every table as a typed frame: strings, `datetime64[s]`, `float64` (NaN is empty), `Int64`, `boolean`.

    >>> from extract.schema import ArticleRow
    >>> frames = to_frames([Reading(ArticleRow(article_id="a", source_id="7", status="extracted"))])
    >>> frames["articles"][["article_id", "source_id", "status"]]
      article_id source_id     status
    0          a         7  extracted
    >>> len(frames["observations"])
    0
    """
    dataset = assemble(readings)
    return {table: _frame(table, dataset.rows(table)) for table in TABLES}


def read_dataset(folder: Path | str) -> dict[str, pd.DataFrame]:
    """The tables of a run, read from its CSV files, with the types and values that `to_frames` gives.

    Raises `FileNotFoundError` when the folder lacks a table.
    """
    return {table: _read_csv(table, Path(folder) / f"{table}.csv") for table in TABLES}


def arrow_schema(table: str) -> pa.Schema:
    """The Parquet schema of one of `extract.schema.TABLES`; each field carries its description."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import, and `edaran --help` must be quick

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


def cell(row: Row, column: Column) -> Cell:
    """A cell as it is published: a list in one text, None where there is nothing."""
    value: Any = getattr(row, column.name)
    if column.kind == "list":
        return LIST_SEPARATOR.join(value) or None
    given: Cell = value
    return given


def printed(value: Cell, column: Column) -> str:
    """A cell as it stands in a CSV file: 75 rather than 75.0, `true` rather than `True`."""
    if value is None:
        return ""
    if column.kind == "number":
        return repr(value).removesuffix(".0")
    if column.kind == "boolean":
        return str(value).lower()
    text = str(value)
    return f"'{text}" if column.free_text and _FORMULA.match(text) else text


def quoted(text: str) -> str:
    """The text, in quotes when it needs them. `csv` of Python 3.11 forgets them for a lone carriage return."""
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def write_csv(table: str, rows: Iterable[Row], path: Path) -> None:
    """Write rows of one of `TABLES` as a CSV file."""
    write_rows(columns(table), rows, path)


def write_rows(header: Sequence[Column], rows: Iterable[Row], path: Path) -> None:
    """Write rows with these columns as a CSV file."""
    texts = [lru_cache(maxsize=_KEPT_TEXTS)(partial(_text, column)) for column in header]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(column.name for column in header) + "\n")
        for row in rows:
            cells = [text(cell(row, column)) for text, column in zip(texts, header, strict=True)]
            file.write(",".join(cells) + "\n")


def _text(column: Column, value: Cell) -> str:
    return quoted(printed(value, column))


def _write_parquet(table: str, rows: Iterable[Row], path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - see `arrow_schema`
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema, left = arrow_schema(table), iter(rows)
    with pq.ParquetWriter(path, schema) as writer:
        while batch := list(islice(left, _BATCH_ROWS)):
            cells = {column.name: [cell(row, column) for row in batch] for column in columns(table)}
            writer.write_table(pa.table(cells, schema=schema))


def _frame(table: str, rows: Iterable[Row]) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - see `arrow_schema`

    header = columns(table)
    cells: list[list[Cell]] = [[] for _ in header]
    for row in rows:
        for values, column in zip(cells, header, strict=True):
            values.append(cell(row, column))
    return pd.DataFrame(
        {
            column.name: pd.Series(values, dtype=_PANDAS_TYPES[column.kind])
            for values, column in zip(cells, header, strict=True)
        }
    )


def _read_csv(table: str, path: Path) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - see `arrow_schema`

    # everything is read as text first: pandas would take 53.71 for a number and "NA" for an empty cell
    raw = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8")
    return pd.DataFrame({column.name: _typed(raw[column.name], column) for column in columns(table)})


def _typed(texts: pd.Series[str], column: Column) -> pd.Series[Any]:
    if column.free_text:
        texts = texts.mask(texts.str.match(_DEFUSED).fillna(False), texts.str.slice(1))
    if column.kind == "boolean":
        return texts.map({"true": True, "false": False}).astype("boolean")
    return texts.astype(_PANDAS_TYPES[column.kind])
