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

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.bare import NO_BARE, BareFiles
from extract.copies import Settled
from extract.csv_text import Cell, cell
from extract.datapackage import FILE_NAME, write_datapackage
from extract.fingerprints import FINGERPRINTS, FingerprintFile
from extract.panel import panel, panel_frames
from extract.policies import Joined, join_reports, reports_of
from extract.schema import TABLES, ArticleRow, Column, Kind, Reading, Row, columns
from extract.table_files import TableFile

if TYPE_CHECKING:
    import pandas as pd

# pandas types that keep empty cells apart from values; percentages stay plain floats, with NaN for an empty cell
_PANDAS_TYPES: dict[Kind, Any] = {
    "string": "string",
    "list": "string",
    "date": "datetime64[s]",
    "number": "float64",
    "integer": "Int64",
    "boolean": "boolean",
}
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")
_OF_ARTICLES = ("observations", "measures", "case_counts", "evidence")


@dataclass(frozen=True, slots=True)
class Dataset:
    """All readings of a run, copies in final form, and the policies that they report.

    `bare` are more rows of `articles`, which are written with the others.
    """

    settled: Settled
    joined: Joined
    bare: BareFiles = NO_BARE

    @property
    def readings(self) -> Iterator[Reading]:
        """The readings in the order of the published rows, with the keys of their policies; anew on every call."""
        return map(self.joined.keyed, self.settled)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one of `TABLES`, as they are published, without bare ones."""
        if table == "policies":
            return iter(self.joined.policies)
        if table == "panel":
            return panel(self.joined)
        return (row for reading in self.readings for row in reading.rows(table))


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a dataset, the number of rows by table, and that of the articles which are not bare by status."""

    files: tuple[Path, ...]
    rows: Mapping[str, int]
    statuses: Counter[str]


def assemble(readings: Iterable[Reading], bare: BareFiles = NO_BARE) -> Dataset:
    """The dataset of these readings, whatever order they come in. A `ReadingStore` must stay open while it is used."""
    settled = Settled(readings)
    return Dataset(settled, join_reports(reports_of(settled.lean())), bare)


def write_dataset(dataset: Dataset | Iterable[Reading], folder: Path) -> Written:
    """Write every table to `folder` as `<table>.csv` and `<table>.parquet`.

    Beside them are `datapackage.json` and what `edaran merge` compares articles by (`extract.fingerprints`).

    The folder is made when it is missing and files of an earlier run are replaced. Each file appears under its
    name only when all of them are complete. Raises `OSError` when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole = dataset if isinstance(dataset, Dataset) else assemble(dataset)
    names = [*(f"{table}.{suffix}" for table in TABLES for suffix in ("csv", "parquet")), FINGERPRINTS, FILE_NAME]
    finished = {folder / name: folder / f".{name}.part" for name in names}
    try:
        rows, statuses = _write_tables(whole, {path.name: part for path, part in finished.items()})
        outlets = {outlet for policy in whole.joined.policies for outlet in policy.sources}
        written = {path.stem: part for path, part in finished.items() if path.suffix == ".csv"}
        write_datapackage(written, outlets, finished[folder / FILE_NAME])
        for path, part in finished.items():
            part.replace(path)
    finally:
        for part in finished.values():
            part.unlink(missing_ok=True)
    return Written(tuple(finished), rows, statuses)


def _write_tables(dataset: Dataset, places: Mapping[str, Path]) -> tuple[dict[str, int], Counter[str]]:
    """Write all tables in one pass over the readings, which may lie on disk; the rows by table, articles by status."""
    statuses: Counter[str] = Counter()
    with ExitStack() as stack:
        files = {
            table: stack.enter_context(TableFile(table, places[f"{table}.csv"], places[f"{table}.parquet"]))
            for table in TABLES
        }
        prints = stack.enter_context(FingerprintFile(places[FINGERPRINTS]))
        files["policies"].add(dataset.joined.policies)
        for days in panel_frames(dataset.joined):
            files["panel"].add_frame(days)

        def articles() -> Iterator[ArticleRow]:
            for reading in dataset.readings:
                for table in _OF_ARTICLES:
                    files[table].add(reading.rows(table))
                prints.add(reading)
                statuses[reading.article.status] += 1
                yield reading.article

        if dataset.bare.rows:
            for rows in dataset.bare.among(articles()):
                files["articles"].add_frame(rows)
        else:
            files["articles"].add(articles())
        return {table: file.rows for table, file in files.items()}, statuses


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


def _frame(table: str, rows: Iterable[Row]) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - see `extract.table_files`

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
    import pandas as pd  # noqa: PLC0415 - see `extract.table_files`

    # everything is read as text first: pandas would take 53.71 for a number and "NA" for an empty cell
    raw = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8")
    return pd.DataFrame({column.name: _typed(raw[column.name], column) for column in columns(table)})


def _typed(texts: pd.Series[str], column: Column) -> pd.Series[Any]:
    if column.free_text:
        texts = texts.mask(texts.str.match(_DEFUSED).fillna(False), texts.str.slice(1))
    if column.kind == "boolean":
        return texts.map({"true": True, "false": False}).astype("boolean")
    return texts.astype(_PANDAS_TYPES[column.kind])
