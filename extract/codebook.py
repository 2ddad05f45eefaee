"""The published columns as a page of documentation, made from the models that check every row.

`python -m extract.codebook` prints `docs/columns.md`; a test holds the stored page to it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from extract.schema import TABLES, Column, columns

_HEAD = """# Columns

Every table of a run, column by column. This page is made from `extract.schema` by `python -m extract.codebook`; change
the model there, not this page.

Each table comes as `<table>.csv` and `<table>.parquet`. Dates are ISO 8601, percentages are numbers from 0 to 100, an
empty cell means that the article does not say. A list is one cell, joined with `; `. In CSV, load codes such as `53.71`
as text; `extract.dataset.read_dataset` does that and gives every column its type. A column with * is never empty.
"""
_KEYS = {
    "articles": "`article_id`",
    "observations": "`observation_id`",
    "measures": "`observation_id`, `measure_no`",
    "case_counts": "`article_id`, `count_no`",
    "evidence": "`evidence_id`",
}


def markdown() -> str:
    """The whole page.

    >>> [line for line in markdown().splitlines() if line.startswith("| `end_date`")]
    ['| `end_date` | date | Last day in force | |']
    """
    return "\n".join([_HEAD, *(line for table in TABLES for line in _section(table))])


def _section(table: str) -> Iterator[str]:
    meaning = " ".join((TABLES[table].__doc__ or "").split("\n\n")[0].split())
    yield f"## `{table}`\n"
    yield f"{meaning} Key: {_KEYS[table]}.\n"
    yield "| column | type | meaning | values |"
    yield "| --- | --- | --- | --- |"
    yield from (_line(column) for column in columns(table))
    yield ""


def _line(column: Column) -> str:
    name = f"`{column.name}`" + (" *" if column.required else "")
    values = ", ".join(f"`{value}`" for value in column.values)
    return f"| {name} | {column.kind} | {column.description} | {values}".rstrip() + " |"


if __name__ == "__main__":
    sys.stdout.write(markdown())
