"""Rows as CSV text: one cell after the other, or whole columns at once.

Both ways give the same text. Columns are for tables, of which a dump may give millions of rows.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from extract.schema import LIST_SEPARATOR, Column, Row

if TYPE_CHECKING:
    import polars as pl

_TEXTS = frozenset({"string", "list"})  # kinds of columns

Cell = str | dt.date | float | int | bool | None

# What a spreadsheet runs as a formula, behind apostrophes that defuse one already; what needs quotes
_FORMULA = r"^'*[=+\-@\t\r]"
_NEEDS_QUOTES = r'[",\r\n]'
_formula, _needs_quotes = re.compile(_FORMULA), re.compile(_NEEDS_QUOTES)


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
    return f"'{text}" if column.free_text and _formula.match(text) else text


def quoted(text: str) -> str:
    """The text, in quotes when it needs them. `csv` of Python 3.11 forgets them for a lone carriage return."""
    return '"' + text.replace('"', '""') + '"' if _needs_quotes.search(text) else text


def csv_lines(frame: pl.DataFrame, header: Sequence[Column]) -> bytes:
    """The rows of a table as lines of CSV in UTF-8."""
    import polars as pl  # noqa: PLC0415 - slow to import, and `edaran --help` must be quick

    if frame.is_empty():
        return b""
    numbers = [_printed(frame[column.name], column) for column in header if column.kind == "number"]
    lines = pl.concat_str([_text(column) for column in header], separator=",")
    joined: str = frame.with_columns(numbers).select(lines.str.join("\n")).item()
    return joined.encode() + b"\n"


def _printed(values: pl.Series, column: Column) -> pl.Series:
    import polars as pl  # noqa: PLC0415 - see `csv_lines`

    few = values.unique()  # shares: the same ones over and over
    return values.replace_strict(few, [printed(value, column) for value in few], return_dtype=pl.String)


def _text(column: Column) -> pl.Expr:
    import polars as pl  # noqa: PLC0415 - see `csv_lines`

    text = pl.col(column.name)
    if column.kind not in _TEXTS:
        return text.cast(pl.String).fill_null("")
    if column.free_text:
        text = pl.when(text.str.contains(_FORMULA)).then("'" + text).otherwise(text)
    in_quotes = '"' + text.str.replace_all('"', '""', literal=True) + '"'
    return pl.when(text.str.contains(_NEEDS_QUOTES)).then(in_quotes).otherwise(text).fill_null("")
