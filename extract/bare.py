"""Bare rows: articles of which nothing is known but their row of `articles`, as columns rather than objects.

Most of a dump is dropped by the first filter. Such an article, like a record that could not be read, gives no other row
and no copies are looked for among them, so that it costs a few microseconds and no memory for long. Bare rows lie in
files sorted by id and parted by its beginning; a part at a time is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.schema import ArticleRow, Reading, columns, without_surrogates
from extract.table_files import arrow_schema, as_table

if TYPE_CHECKING:
    import pyarrow as pa

PARTS = 256
"""Into so many parts the rows of a run are divided; some of them are in memory when `articles` is written."""
_ROWS_TOGETHER = 20_000  # opening a file for few rows takes longer than reading them
_ORDER = [("article_id", "ascending"), ("source_path", "ascending"), ("outlet", "ascending")]


def part_of(article_id: str) -> int:
    """The part, from 0, that an article belongs to; parts are in the order of the ids, which are hexadecimal."""
    return int(article_id[:2], 16) * PARTS // 256


def is_bare(reading: Reading) -> bool:
    """Whether nothing of an article must be settled with others."""
    return reading.article.content_id is None


@dataclass(slots=True)
class BareColumns:
    """Bare rows that are being collected."""

    _cells: dict[str, list[Any]] = field(default_factory=lambda: {column.name: [] for column in columns("articles")})

    def __len__(self) -> int:
        return len(self._cells["article_id"])

    def add(self, row: ArticleRow) -> None:
        """Take in a row that was made."""
        for name, cells in self._cells.items():
            cells.append(getattr(row, name))

    def extend(self, rows: Sequence[tuple[Any, ...]], names: Sequence[str], rest: dict[str, Any]) -> None:
        """Take in rows as tuples of the columns `names`; in all of them the other columns hold `rest`, or nothing."""
        for name, cells in zip(names, zip(*rows, strict=True), strict=True):
            self._cells[name].extend(cells)
        for name in self._cells.keys() - set(names):
            self._cells[name].extend([rest.get(name)] * len(rows))

    def table(self) -> pa.Table:
        """The rows as a table, sorted by id."""
        import pyarrow as pa  # noqa: PLC0415 - slow to import

        schema = arrow_schema("articles")
        try:
            made = pa.table(self._cells, schema=schema)
        except UnicodeEncodeError:
            cleaned = {name: [_writable(value) for value in values] for name, values in self._cells.items()}
            made = pa.table(cleaned, schema=schema)
        return made.sort_by(_ORDER)


def _writable(value: Any) -> Any:
    return without_surrogates(value) if isinstance(value, str) else value


def write_bare(table: pa.Table, path: Path) -> None:
    """Write sorted rows, a record batch for each of the `PARTS`."""
    import numpy as np  # noqa: PLC0415 - see `BareColumns.table`
    import pyarrow as pa  # noqa: PLC0415

    firsts = [f"{number * 256 // PARTS:02x}" for number in range(PARTS)]
    ids = np.array(table["article_id"].to_pylist(), dtype="U16")
    bounds = [*np.searchsorted(ids, firsts).tolist(), len(ids)]
    whole = table.combine_chunks()
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        for start, end in pairwise(bounds):
            batches = whole.slice(start, end - start).to_batches()
            writer.write_batch(batches[0] if batches else _no_rows(table.schema))


def _no_rows(schema: pa.Schema) -> pa.RecordBatch:
    import pyarrow as pa  # noqa: PLC0415 - see `BareColumns.table`

    return pa.RecordBatch.from_pylist([], schema=schema)


@dataclass(frozen=True, slots=True)
class BareFiles:
    """Files of bare rows, and how many rows they hold in all."""

    paths: tuple[Path, ...] = ()
    rows: int = 0

    def among(self, articles: Iterable[ArticleRow]) -> Iterator[pa.Table]:
        """The bare rows and others, which come in by id: all of them by id, some ten thousand at a time."""
        together = max(1, PARTS * _ROWS_TOGETHER // max(self.rows, _ROWS_TOGETHER))
        groups = groupby(articles, key=lambda row: part_of(row.article_id) // together)
        following, group = next(groups, (PARTS, iter(())))
        for first in range(0, PARTS, together):
            own = list(group) if following == first // together else []
            yield self._table(own, range(first, min(first + together, PARTS)))
            if following == first // together:
                following, group = next(groups, (PARTS, iter(())))

    def _table(self, rows: Sequence[ArticleRow], parts: range) -> pa.Table:
        """The rows of some parts, those that are given and the bare ones of all files, by id."""
        import pyarrow as pa  # noqa: PLC0415 - see `BareColumns.table`

        batches: list[pa.RecordBatch] = []
        for path in self.paths:
            with pa.OSFile(str(path)) as file, pa.ipc.open_file(file) as reader:
                batches += map(reader.get_batch, parts)
        bare = pa.Table.from_batches(batches, schema=arrow_schema("articles"))
        bare = _numbered(bare, {row.article_id for row in rows})
        return pa.concat_tables([as_table("articles", rows), bare]).sort_by("article_id")


NO_BARE = BareFiles()
"""No rows: those of a run that are not bare are all."""


def _numbered(table: pa.Table, taken: set[str]) -> pa.Table:
    """The rows; a record that stands several times has a number behind its id from the second on."""
    import pyarrow as pa  # noqa: PLC0415 - see `BareColumns.table`

    table = table.sort_by(_ORDER)
    ids = table["article_id"].to_pylist()
    if len(set(ids)) == len(ids) and taken.isdisjoint(ids):
        return table
    return table.set_column(0, table.schema.field(0), pa.array(list(_free_ids(ids, taken))))


def _free_ids(ids: Sequence[str], taken: set[str]) -> Iterator[str]:
    times: dict[str, int] = {}
    for one in ids:
        number = times.get(one, 0) + 1
        while (free := one if number == 1 else f"{one}-{number}") in taken:
            number += 1
        times[one] = number
        yield free
