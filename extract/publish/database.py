"""A SQLite file with keys, indexes and full text search, as Datasette opens it.

    datasette edaran.sqlite --metadata edaran.metadata.json

Datasette finds the search tables by itself (https://docs.datasette.io/en/stable/full_text_search.html); which columns
are shown as facets is told in the metadata file beside it.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, Final

from extract.csv_text import Cell, cell
from extract.datapackage import LICENCE
from extract.dataset import Dataset
from extract.publish.files import finished
from extract.schema import KEYS, REFERENCES, TABLES, Column, Kind, columns

SEARCHED: Final = {
    "policies": (
        "region_name",
        "province_name",
        "issuer_name",
        "decree_number",
        "decree_title",
        "unit_name",
        "sources",
    ),
    "observations": ("region_name", "province_name", "issuer_name", "decree_number", "decree_title", "unit_name"),
    "articles": ("title", "outlet", "reason"),
    "evidence": ("text",),
}
"""Columns with full text search, by table."""
FACETS: Final = {
    "policies": ("province_name", "action", "target", "trigger", "region_level"),
    "observations": ("province_name", "action", "target", "trigger"),
    "articles": ("status", "outlet", "language"),
    "panel": ("region_name", "c2", "target"),
    "case_counts": ("metric", "population", "period"),
    "measures": ("condition_kind",),
    "evidence": ("column",),
}
"""Columns by which Datasette counts, by table; each has an index."""
_TYPES: Final[dict[Kind, str]] = {"number": "REAL", "integer": "INTEGER", "boolean": "INTEGER"}
_BATCH: Final = 10_000


def write_database(dataset: Dataset, path: Path) -> tuple[Path, Path]:
    """Write the database and, beside it, `<name>.metadata.json` for Datasette; returns both paths."""
    with finished(path) as part, closing(sqlite3.connect(part)) as database:
        for table in TABLES:
            _fill(database, dataset, table)
        database.commit()
        database.execute("VACUUM")
    metadata = path.with_suffix(".metadata.json")
    with finished(metadata) as part:
        text = json.dumps(_metadata(path.stem), ensure_ascii=False, indent=2)
        part.write_text(f"{text}\n", encoding="utf-8")
    return path, metadata


def _fill(database: sqlite3.Connection, dataset: Dataset, table: str) -> None:
    header = columns(table)
    lines = [_declared(column) for column in header]
    lines.append(f"PRIMARY KEY ({_names(KEYS[table])})")
    lines += [
        f'FOREIGN KEY ("{column}") REFERENCES "{other}" ({_names(KEYS[other])})'
        for column, other in REFERENCES[table].items()
    ]
    database.execute(f'CREATE TABLE "{table}" ({", ".join(lines)})')
    insert = f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(header))})'
    rows = dataset.rows(table)
    while batch := list(islice(rows, _BATCH)):
        database.executemany(insert, ([_stored(cell(row, column)) for column in header] for row in batch))
    for column in {*FACETS.get(table, ()), *REFERENCES[table]} - set(KEYS[table]):
        database.execute(f'CREATE INDEX "{table}_{column}" ON "{table}" ("{column}")')
    if searched := SEARCHED.get(table):
        names = _names(searched)
        database.execute(f'CREATE VIRTUAL TABLE "{table}_fts" USING fts5({names}, content="{table}")')
        database.execute(f'INSERT INTO "{table}_fts" ("{table}_fts") VALUES (\'rebuild\')')


def _declared(column: Column) -> str:
    return f'"{column.name}" {_TYPES.get(column.kind, "TEXT")}' + (" NOT NULL" if column.required else "")


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _stored(value: Cell) -> str | float | int | None:
    return value.isoformat() if isinstance(value, dt.date) else value


def _metadata(database: str) -> dict[str, Any]:
    tables = {
        table: {
            "description": " ".join((TABLES[table].__doc__ or "").split("\n\n")[0].split()),
            "columns": {column.name: column.description for column in columns(table)},
            "facets": list(FACETS[table]),
        }
        for table in TABLES
    }
    return {
        "title": "Work-from-home policies of Indonesian regions",
        "license": LICENCE["name"],
        "license_url": LICENCE["path"],
        "databases": {database: {"tables": tables}},
    }
