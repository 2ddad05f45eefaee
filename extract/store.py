"""The readings of a run, however many: kept on disk beyond a few, and given back in the order of the published rows.

A dump of a million articles has a million rows of `articles`, and hardly any of another table. Readings are parted by
the beginning of their article's id, a part to a file; one part at a time is loaded, sorted and given back. Most of a
reading is its evidence, which only the writing of the tables needs: what joins the readings takes them `lean`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from pydantic import TypeAdapter

from extract.schema import Evidence, Reading

_HELD = 4_000_000  # bytes in memory
_PREFIX = 2  # characters of an id that part the readings: 256 parts, since ids are hashes
_SEPARATOR = b"\t"  # JSON holds none


def lean(reading: Reading) -> Reading:
    """The reading without its evidence, but for that of `announced_date`: a report says whether that day is told."""
    return replace(reading, evidence=tuple(e for e in reading.evidence if e.column == "announced_date"))


def encoded(reading: Reading) -> bytes:
    """A reading as one line: the article's id, the lean reading, all evidence."""
    whole, evidence = _adapters()
    parts = (_article_id(reading).encode(), whole.dump_json(lean(reading)), evidence.dump_json(reading.evidence))
    return _SEPARATOR.join(parts) + b"\n"


def decoded(line: bytes) -> Reading:
    """The reading that was encoded."""
    _, told, evidence = line.split(_SEPARATOR)
    whole, pieces = _adapters()
    return replace(whole.validate_json(told), evidence=pieces.validate_json(evidence))


def _decoded_lean(line: bytes) -> Reading:
    return _adapters()[0].validate_json(line.split(_SEPARATOR)[1])


class ReadingStore:
    """A collection of readings that is added to once and gone through any number of times, sorted by article id.

    >>> from extract.schema import ArticleRow
    >>> with ReadingStore(Path()) as store:
    ...     store.add(encoded(Reading(ArticleRow(article_id="b", source_id="1", status="extracted"))))
    ...     store.add(encoded(Reading(ArticleRow(article_id="a", source_id="2", status="extracted"))))
    ...     [reading.article.article_id for reading in store], len(store)
    (['a', 'b'], 2)
    """

    def __init__(self, folder: Path, held: int = _HELD) -> None:
        """`folder` has the room for it; `held` is the number of bytes that are kept in memory."""
        self._folder = folder
        self._most = held
        self._parts: TemporaryDirectory[str] | None = None
        self._held: dict[str, list[bytes]] = defaultdict(list)
        self._bytes = 0
        self._readings = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._parts is not None:
            self._parts.cleanup()

    def __len__(self) -> int:
        return self._readings

    def __iter__(self) -> Iterator[Reading]:
        return self._sorted(decoded)

    def lean(self) -> Iterator[Reading]:
        """The readings as `lean` makes them."""
        return self._sorted(_decoded_lean)

    def add(self, line: bytes) -> None:
        """Take an encoded reading in. Raises `OSError` when the folder is full."""
        self._held[_part_of(line)].append(line)
        self._readings += 1
        self._bytes += len(line)
        if self._bytes > self._most:
            self._store()

    def _sorted(self, decode: Callable[[bytes], Reading]) -> Iterator[Reading]:
        names = set(self._held)
        if self._parts is not None:
            names |= {path.name for path in Path(self._parts.name).iterdir()}
        for name in sorted(names):
            lines = [*self._stored(name), *self._held.get(name, [])]
            yield from sorted(map(decode, lines), key=_article_id)

    def _store(self) -> None:
        if self._parts is None:
            self._parts = TemporaryDirectory(prefix=".readings-", dir=self._folder)
        for name, lines in self._held.items():
            with (Path(self._parts.name) / name).open("ab") as file:
                file.writelines(lines)
        self._held.clear()
        self._bytes = 0

    def _stored(self, name: str) -> list[bytes]:
        path = Path(self._parts.name) / name if self._parts is not None else None
        if path is None or not path.exists():
            return []
        with path.open("rb") as file:
            return file.readlines()


class FewReadings:
    """The same of readings that are in memory."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = sorted(readings, key=_article_id)

    def __iter__(self) -> Iterator[Reading]:
        return iter(self._readings)

    def lean(self) -> Iterator[Reading]:
        """The readings as `lean` makes them."""
        return map(lean, self._readings)


def in_order(readings: Iterable[Reading]) -> ReadingStore | FewReadings:
    """The readings in the order of the published rows, to be gone through any number of times."""
    return readings if isinstance(readings, ReadingStore) else FewReadings(readings)


@cache
def _adapters() -> tuple[TypeAdapter[Reading], TypeAdapter[tuple[Evidence, ...]]]:
    return TypeAdapter(Reading), TypeAdapter(tuple[Evidence, ...])


def _article_id(reading: Reading) -> str:
    return reading.article.article_id


def _part_of(line: bytes) -> str:
    """The name of a reading's part; names sort as the ids in them do."""
    return line.partition(_SEPARATOR)[0][:_PREFIX].hex()
