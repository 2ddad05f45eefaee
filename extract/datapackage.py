"""`datapackage.json`: the description of a dataset by which programs read it (Frictionless Data Package 1).

Made from `extract.schema`, like the codebook, so that tables and description cannot drift apart. It says of every
column its type, meaning and constraints, of every table its key and what it refers to, and of every file its size and
hash. It holds no clock: the same tables give the same description. See https://specs.frictionlessdata.io/data-package/.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extract.schema import KEYS, REFERENCES, TABLES, Column, columns

FILE_NAME = "datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
"""Of the tables. The words quoted in `evidence` and the headlines stay those of their outlets."""
_TYPES = {"list": "string"}  # a list is one cell, joined with "; "
_CHUNK = 1 << 20


def write_datapackage(files: Mapping[str, Path], outlets: Iterable[str], path: Path) -> None:
    """Write the description of the CSV files, given by table, that report what `outlets` printed."""
    text = json.dumps(datapackage(files, outlets), ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8")


def datapackage(files: Mapping[str, Path], outlets: Iterable[str]) -> dict[str, Any]:
    """The description itself. Files are listed under the name that they have when they are complete."""
    sources = [{"title": outlet} for outlet in sorted(outlets)]
    return {
        "profile": "data-package",
        "name": "edaran",
        "title": "Work-from-home policies of Indonesian regions, read from news",
        "description": "Policies, all reports of them, the words behind every cell, and a panel by region and day.",
        "licenses": [LICENCE],
        **({"sources": sources} if sources else {}),
        "resources": [_resource(table, path) for table, path in files.items()],
    }


def table_schema(table: str) -> dict[str, Any]:
    """The Table Schema of one of `TABLES`.

    >>> [field for field in table_schema("panel")["fields"] if field["name"] == "c2"][0]["constraints"]
    {'required': True, 'minimum': 0, 'maximum': 3}
    """
    return {
        "fields": [_field(column) for column in columns(table)],
        "missingValues": [""],
        "primaryKey": list(KEYS[table]),
        "foreignKeys": [
            {
                "fields": [column],
                # an empty name is the table itself
                "reference": {"resource": "" if other == table else other, "fields": list(KEYS[other])},
            }
            for column, other in REFERENCES[table].items()
        ],
    }


def _resource(table: str, path: Path) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        "title": " ".join((TABLES[table].__doc__ or "").split("\n\n")[0].split()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_sha256(path)}",
        "schema": table_schema(table),
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    bounds = {"minimum": column.minimum, "maximum": column.maximum, "pattern": column.pattern}
    constraints |= {name: bound for name, bound in bounds.items() if bound is not None}
    if column.values:
        constraints["enum"] = list(column.values)
    field = {"name": column.name, "type": _TYPES.get(column.kind, column.kind), "description": column.description}
    return field | ({"constraints": constraints} if constraints else {})


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
