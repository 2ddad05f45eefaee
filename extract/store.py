"""The readings of a run, however many: kept on disk beyond a few, and given back in the order of the published rows.

A dump of a million articles has a million rows of `articles`, and hardly any of another table. Readings are parted by
the beginning of their article's id, a part to a file; one part at a time is loaded, sorted and given back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from pydantic import TypeAdapter

from extract.schema import TABLES, Reading

_HELD = 2_000  # rows in memory, some 1 KB each
_PREFIX = 2  # characters of an id that part the readings: 256 parts, since ids are hashes


class ReadingStore:
    """A collection of readings that is added to once and gone through any number of times, sorted by article id.

    >>> from extract.schema import ArticleRow
    >>> with ReadingStore(Path()) as store:
    ...     store.add(Reading(ArticleRow(article_id="b", source_id="1", status="extracted")))
    ...     store.add(Reading(ArticleRow(article_id="a", source_id="2", status="extracted")))
    ...     [reading.article.article_id for reading in store], len(store)
    (['a', 'b'], 2)
    """

    def __init__(self, folder: Path, held: int = _HELD) -> None:
        """`folder` has the room for it; `held` is the number of rows that are kept in memory."""
        self._folder = folder
        self._most = held
        self._parts: TemporaryDirectory[str] | None = None
        self._held: dict[str, list[Reading]] = defaultdict(list)
        self._rows = 0
        self._readings = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._parts is not None:
            self._parts.cleanup()

    def __len__(self) -> int:
        return self._readings

    def __iter__(self) -> Iterator[Reading]:
        names = set(self._held)
        if self._parts is not None:
            names |= {path.name for path in Path(self._parts.name).iterdir()}
        for name in sorted(names):
            yield from sorted([*self._stored(name), *self._held.get(name, [])], key=_article_id)

    def add(self, reading: Reading) -> None:
        """Take a reading in. Raises `OSError` when the folder is full."""
        self._held[_part_of(reading)].append(reading)
        self._readings += 1
        self._rows += sum(len(reading.rows(table)) for table in TABLES)
        if self._rows > self._most:
            self._store()

    def _store(self) -> None:
        if self._parts is None:
            self._parts = TemporaryDirectory(prefix=".readings-", dir=self._folder)
        for name, readings in self._held.items():
            with (Path(self._parts.name) / name).open("ab") as file:
                file.writelines(_adapter().dump_json(reading) + b"\n" for reading in readings)
        self._held.clear()
        self._rows = 0

    def _stored(self, name: str) -> Iterable[Reading]:
        path = Path(self._parts.name) / name if self._parts is not None else None
        if path is None or not path.exists():
            return
        with path.open("rb") as file:
            yield from map(_adapter().validate_json, file)


def in_order(readings: Iterable[Reading]) -> Iterable[Reading]:
    """The readings in the order of the published rows, to be gone through any number of times."""
    return readings if isinstance(readings, ReadingStore) else sorted(readings, key=_article_id)


@cache
def _adapter() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)


def _article_id(reading: Reading) -> str:
    return reading.article.article_id


def _part_of(reading: Reading) -> str:
    """The name of a reading's part; names sort as the ids in them do."""
    return _article_id(reading)[:_PREFIX].encode().hex()
