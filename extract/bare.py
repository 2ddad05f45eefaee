"""Bare rows: articles of which nothing is known but their row of `articles`, as columns rather than objects.

Most of a dump is dropped by the first filter. Such an article, like a record that could not be read, gives no other row
and no copies are looked for among them, so that it costs a few microseconds and no memory for long. Bare rows lie in
files sorted by id and parted by its beginning; as many parts as make some ten thousand rows are loaded at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.schema import ArticleRow, columns, without_surrogates
from extract.table_files import as_frame, columns_as_frame

if TYPE_CHECKING:
    import polars as pl

PARTS = 256
"""Into so many parts the rows of a run are divided; some of them are in memory when `articles` is written."""
_ROWS_TOGETHER = 30_000  # opening a file for few rows takes longer than reading them
_BOUNDS = b"bounds"
_ORDER = ["article_id", "source_path", "outlet"]


def part_of(article_id: str) -> int:
    """The part, from 0, that an article belongs to; parts are in the order of the ids, which are hexadecimal."""
    return int(article_id[:2], 16) * PARTS // 256


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

    def frame(self) -> pl.DataFrame:
        """The rows as columns, sorted by id."""
        try:
            made = columns_as_frame(self._cells, columns("articles"))
        except UnicodeEncodeError:
            cleaned = {name: [_writable(value) for value in values] for name, values in self._cells.items()}
            made = columns_as_frame(cleaned, columns("articles"))
        return made.sort(_ORDER, nulls_last=True, maintain_order=True)


def _writable(value: Any) -> Any:
    return without_surrogates(value) if isinstance(value, str) else value


def write_bare(rows: pl.DataFrame, path: Path) -> None:
    """Write sorted rows, and where among them each of the `PARTS` begins."""
    import polars as pl  # noqa: PLC0415 - slow to import, and `edaran --help` must be quick
    import pyarrow as pa  # noqa: PLC0415

    firsts = pl.Series([f"{number * 256 // PARTS:02x}" for number in range(PARTS)])
    bounds = [*rows["article_id"].search_sorted(firsts).to_list(), len(rows)]
    (batch,) = rows.rechunk().to_arrow(compat_level=pl.CompatLevel.oldest()).to_batches()
    told = batch.replace_schema_metadata({_BOUNDS: json.dumps(bounds)})
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, told.schema) as writer:
        writer.write_batch(told)


@dataclass(frozen=True, slots=True)
class BareFiles:
    """Files of bare rows, and how many rows they hold in all."""

    paths: tuple[Path, ...] = ()
    rows: int = 0

    def among(self, articles: Iterable[ArticleRow]) -> Iterator[pl.DataFrame]:
        """The bare rows and others, which come in by id: all of them by id, some ten thousand at a time."""
        together = max(1, PARTS * _ROWS_TOGETHER // max(self.rows, _ROWS_TOGETHER))
        groups = groupby(articles, key=lambda row: part_of(row.article_id) // together)
        following, group = next(groups, (PARTS, iter(())))
        for first in range(0, PARTS, together):
            own = list(group) if following == first // together else []
            yield self._frame(own, range(first, min(first + together, PARTS)))
            if following == first // together:
                following, group = next(groups, (PARTS, iter(())))

    def _frame(self, rows: Sequence[ArticleRow], parts: range) -> pl.DataFrame:
        """The rows of some parts, those that are given and the bare ones of all files, by id."""
        import polars as pl  # noqa: PLC0415 - see `write_bare`
        import pyarrow as pa  # noqa: PLC0415

        batches: list[pa.RecordBatch] = []
        for path in self.paths:
            with pa.memory_map(str(path)) as file, pa.ipc.open_file(file) as reader:
                bounds = json.loads(reader.schema.metadata[_BOUNDS])
                start, end = bounds[parts.start], bounds[parts.stop]
                piece = reader.get_batch(0).slice(start, end - start).replace_schema_metadata(None)
                batches.append(pa.ipc.read_record_batch(piece.serialize(), piece.schema))  # a copy: the file can go
        bare = pl.from_arrow(pa.Table.from_batches(batches))
        assert isinstance(bare, pl.DataFrame)
        numbered = _numbered(bare, {row.article_id for row in rows})
        return pl.concat([as_frame("articles", rows), numbered]).sort("article_id")


NO_BARE = BareFiles()
"""No rows: those of a run that are not bare are all."""


def _numbered(rows: pl.DataFrame, taken: set[str]) -> pl.DataFrame:
    """The rows; a record that stands several times has a number behind its id from the second on."""
    import polars as pl  # noqa: PLC0415 - see `write_bare`

    ids = rows["article_id"]
    if ids.n_unique() == len(ids) and not ids.is_in(taken).any():
        return rows
    ordered = rows.sort(_ORDER, nulls_last=True, maintain_order=True)
    free = list(_free_ids(ordered["article_id"].to_list(), taken))
    return ordered.with_columns(pl.Series("article_id", free))


def _free_ids(ids: Sequence[str], taken: set[str]) -> Iterator[str]:
    times: dict[str, int] = {}
    for one in ids:
        number = times.get(one, 0) + 1
        while (free := one if number == 1 else f"{one}-{number}") in taken:
            number += 1
        times[one] = number
        yield free
