"""What changed from one release of a dataset to the next: rows added, withdrawn, and cells changed.

A policy gets another key when better reports move its first day; it is then told as changed, found again by the
observations that it holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from pydantic import Field, JsonValue

from extract.csv_text import cell, printed
from extract.dataset import Dataset
from extract.publish.files import finished
from extract.schema import KEYS, Column, Row, columns, columns_of
from extract.table_files import write_csv

DEFAULT_TABLES = ("policies", "observations", "measures", "case_counts", "articles")
"""Tables that are compared if none is named. `panel` and `evidence` follow from these."""
_BETWEEN_KEYS = "#"  # as in `extract.schema.measure_id`

_FREE_TEXT: dict[str, JsonValue] = {"free_text": True}

Kind = Literal["added", "changed", "withdrawn"]


class Change(Row):
    """One row that was added or withdrawn, or one cell of a row that changed."""

    table: str = Field(description="Table of the row")
    row_id: str = Field(description="Key of the row in the old release, or in the new one if it was added")
    change: Kind = Field(description="What happened to the row")
    column: str | None = Field(default=None, description="The cell that changed")
    old: str | None = Field(default=None, description="Its old value, as printed in CSV", json_schema_extra=_FREE_TEXT)
    new: str | None = Field(default=None, description="Its new value, as printed in CSV", json_schema_extra=_FREE_TEXT)


def changes(old: Dataset, new: Dataset, tables: Sequence[str] = DEFAULT_TABLES) -> Iterator[Change]:
    """Every difference between two releases, by table and key."""
    renamed = _renamed(old, new)
    for table in tables:
        yield from _table_changes(table, old, new, renamed if table == "policies" else {})


def write_changes(old: Dataset, new: Dataset, path: Path, tables: Sequence[str] = DEFAULT_TABLES) -> Counter[str]:
    """Write the differences as a CSV file; returns how many there are of each kind."""
    found = list(changes(old, new, tables))
    with finished(path) as part:
        write_csv(columns_of(Change), found, part)
    return Counter(change.change for change in found)


def _renamed(old: Dataset, new: Dataset) -> dict[str, str]:
    """New keys of policies that went away, by the old one: where most of their observations are now."""
    old_keys, new_keys = ({policy.policy_id for policy in side.joined.policies} for side in (old, new))
    held: dict[str, Counter[str]] = {}
    for observation, key in old.joined.policy_of.items():
        now = new.joined.policy_of.get(observation)
        if key not in new_keys and now is not None and now not in old_keys:
            held.setdefault(key, Counter())[now] += 1
    found: dict[str, str] = {}
    for key in sorted(held):
        best = min(held[key], key=lambda now: (-held[key][now], now))
        if best not in found.values():
            found[key] = best
    return found


def _table_changes(table: str, old: Dataset, new: Dataset, renamed: dict[str, str]) -> Iterator[Change]:
    header = [replace(column, free_text=False) for column in columns(table)]  # defused once, when it is written
    before, after = _by_key(old, table), _by_key(new, table)
    same = {key: renamed.get(key, key) for key in before}
    taken = set(same.values())
    for key in sorted(before.keys() | {key for key in after if key not in taken}):
        if key not in before:
            yield Change(table=table, row_id=key, change="added")
        elif same[key] not in after:
            yield Change(table=table, row_id=key, change="withdrawn")
        else:
            yield from _cells(table, key, header, before[key], after[same[key]])


def _cells(table: str, key: str, header: Sequence[Column], before: Row, after: Row) -> Iterator[Change]:
    for column in header:
        old, new = (printed(cell(row, column), column) for row in (before, after))
        if old != new:
            yield Change(table=table, row_id=key, change="changed", column=column.name, old=old, new=new)


def _by_key(dataset: Dataset, table: str) -> dict[str, Row]:
    return {_BETWEEN_KEYS.join(str(getattr(row, column)) for column in KEYS[table]): row for row in dataset.rows(table)}
