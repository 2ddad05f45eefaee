"""Tables for spreadsheets: a workbook, and CSV files that Excel reads as UTF-8.

No cell can be run: in the workbook every text is written as text, in the CSV files whatever starts like a formula gets
an apostrophe in front. Region codes stay text in the workbook; in CSV Excel takes `53.10` for 53.1, so join those files
by `bps_code`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extract.csv_text import Cell, cell, printed, quoted
from extract.dataset import Dataset
from extract.publish.files import finished
from extract.schema import TABLES, Column, Row, columns

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SHEET_ROWS: Final = 1_048_575  # Excel's limit without the header
_CELL_CHARACTERS: Final = 32_767  # Excel's limit
_WIDTH: Final = 16
_EPOCH: Final = dt.datetime(2020, 1, 1)  # a workbook bears a day of making; the same tables give the same file
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")


def write_workbook(dataset: Dataset, path: Path, sheet_rows: int = SHEET_ROWS) -> None:
    """Write all tables to an .xlsx file, a sheet each, and a sheet that explains the columns.

    A table of more than `sheet_rows` rows goes on in further sheets. Text beyond 32,767 characters, which no cell
    holds, is cut and ends with "…".
    """
    import xlsxwriter  # noqa: PLC0415 - only needed here, and `edaran --help` must be quick

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with finished(path) as part:
        book = xlsxwriter.Workbook(str(part), options)
        book.set_properties({"title": "edaran", "created": _EPOCH})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        bold = book.add_format({"bold": True})
        _explain(book, bold)
        for table in TABLES:
            for sheet, rows in _sheets(book, table, dataset.rows(table), sheet_rows):
                _fill(sheet, table, rows, day, bold)
        book.close()


def write_excel_csv(dataset: Dataset, folder: Path) -> None:
    """Write `<table>.csv` with a byte order mark, by which Excel knows UTF-8, and Windows line ends."""
    for table in TABLES:
        header = columns(table)
        with finished(folder / f"{table}.csv") as part, part.open("w", encoding="utf-8-sig", newline="") as file:
            file.write(",".join(column.name for column in header) + "\r\n")
            for row in dataset.rows(table):
                file.write(",".join(quoted(_defused(row, column)) for column in header) + "\r\n")


def _defused(row: Row, column: Column) -> str:
    """The printed cell; unlike in the files of a run, keys and quoted words are defused too."""
    text = printed(cell(row, column), column)
    runs = column.kind in {"string", "list"} and not column.free_text and _FORMULA.match(text)
    return f"'{text}" if runs else text


def _explain(book: Workbook, bold: Format) -> None:
    sheet = book.add_worksheet("columns")
    sheet.freeze_panes(1, 0)
    rows = [("table", "column", "type", "meaning", "values")]
    rows += [(t, c.name, c.kind, c.description, ", ".join(c.values)) for t in TABLES for c in columns(t)]
    for number, texts in enumerate(rows):
        for place, text in enumerate(texts):
            sheet.write_string(number, place, text, bold if number == 0 else None)


def _sheets(book: Workbook, table: str, rows: Iterator[Row], size: int) -> Iterator[tuple[Worksheet, Iterator[Row]]]:
    """A sheet, and as many rows as it holds, until there are none; the first one also without rows."""
    number, left = 1, iter(rows)
    while (first := next(left, None)) is not None or number == 1:
        here = chain([first], islice(left, size - 1)) if first is not None else iter(())
        yield book.add_worksheet(table if number == 1 else f"{table} {number}"), here
        number += 1


def _fill(sheet: Worksheet, table: str, rows: Iterator[Row], day: Format, bold: Format) -> None:
    header = columns(table)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(header) - 1, _WIDTH)
    for place, column in enumerate(header):
        sheet.write_string(0, place, column.name, bold)
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(header):
            _write(sheet, number, place, cell(row, column), day)


def _write(sheet: Worksheet, row: int, column: int, value: Cell, day: Format) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), day)
    else:
        sheet.write_string(
            row, column, value if len(value) <= _CELL_CHARACTERS else f"{value[: _CELL_CHARACTERS - 1]}…"
        )
