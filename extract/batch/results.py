"""The results of shards: files in a folder, there as a whole or not at all.

Of each shard there are one or more files of bare rows (`extract.bare`) and of readings, and last a tally, which is
there only when the others are complete.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter

from corpus.article import Article, Reject
from extract.bare import BareColumns, BareFiles, write_bare
from extract.batch.observing import Outcome, Problem
from extract.schema import Reading, without_surrogates
from extract.store import encoded

PROBLEMS_KEPT = 20
"""How many problems the summary of a run holds."""
FAILURES_KEPT = 1000
"""How many failed extractions the log of errors holds."""
_BARE_ROWS = 100_000  # of a file
_READINGS = 2_000


@dataclass(frozen=True, slots=True)
class Edge:
    """What tells whether an article is a page that goes with the one before or behind it."""

    url: str | None
    title: str | None

    @classmethod
    def of(cls, record: Article | Reject) -> Self:
        """The edge of a shard at which the record stands; none of its pages goes with what cannot be read."""
        if isinstance(record, Reject):
            return cls(None, None)
        return cls(_writable(record.url), _writable(record.title))

    def article(self) -> Article:
        """An article with these two."""
        return Article("", "", title=self.title, url=self.url)


@dataclass(slots=True)
class Tally:
    """What became of the records of a shard, in the order of the input.

    `statuses` counts bare rows, `read` all records, `kept` the articles that passed the first filter. `first` and
    `last` are the edges of the shard. `torn` tells that it cannot be read without the next one.
    """

    read: int = 0
    kept: int = 0
    extracted: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    warnings: int = 0
    problems: list[Problem] = field(default_factory=list)
    failures: list[Problem] = field(default_factory=list)
    first: Edge | None = None
    last: Edge | None = None
    torn: bool = False
    bare_files: list[str] = field(default_factory=list)
    reading_files: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def tell(self, problem: Problem | None) -> None:
        """Take in a problem."""
        if problem is None:
            return
        problem = Problem(
            without_surrogates(problem.where), without_surrogates(problem.reason), _writable(problem.traceback)
        )
        self.warnings += 1
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append(problem)
        if problem.traceback and len(self.failures) < FAILURES_KEPT:
            self.failures.append(problem)

    def include(self, other: Tally) -> None:
        """Add what became of the records that follow."""
        self.read += other.read
        self.kept += other.kept
        self.extracted += other.extracted
        self.statuses.update(other.statuses)
        self.warnings += other.warnings
        self.problems += other.problems[: PROBLEMS_KEPT - len(self.problems)]
        self.failures += other.failures[: FAILURES_KEPT - len(self.failures)]
        self.bare_files += other.bare_files
        self.reading_files += other.reading_files
        self.seconds += other.seconds


def _writable(text: str | None) -> str | None:
    return text and without_surrogates(text)


_TALLY = TypeAdapter(Tally)


class Results:
    """The folder with the results of a run's shards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def tally(self, key: str) -> Tally | None:
        """The tally of a finished shard; None when it is not finished."""
        try:
            return _TALLY.validate_json((self.folder / f"{key}.json").read_bytes())
        except FileNotFoundError:
            return None

    def finished(self) -> int:
        """How many shards are finished, of whatever run."""
        return sum(1 for _ in self.folder.glob("*.json"))

    def bare(self, tally: Tally) -> BareFiles:
        """The bare rows of some shards."""
        return BareFiles(tuple(self.folder / name for name in tally.bare_files), tally.statuses.total())

    def readings(self, tally: Tally) -> Iterator[bytes]:
        """The readings of some shards, as `extract.store` encodes them."""
        for name in tally.reading_files:
            with (self.folder / name).open("rb") as file:
                yield from file


class Writer:
    """Writes the results of one shard. Raises `OSError` when there is no room."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._key = key
        self._bare = BareColumns()
        self._readings: list[Reading] = []
        self.tally = Tally()

    def add(self, outcome: Outcome) -> None:
        """Take in what became of one record."""
        reading = outcome.reading
        self.tally.tell(outcome.problem)
        if reading.article.content_id is None:
            self.tally.statuses[reading.article.status] += 1
            self._bare.add(reading.article)
        else:
            self.tally.extracted += reading.article.status == "extracted"
            self._readings.append(reading)
        self._write_full()

    def add_dropped(self, rows: Sequence[tuple[object, ...]], names: Sequence[str], rest: dict[str, object]) -> None:
        """Take in bare rows as tuples of the columns `names`; `rest` holds for all of them."""
        self.tally.statuses[str(rest["status"])] += len(rows)
        self._bare.extend(rows, names, rest)
        self._write_full()

    def finish(self) -> Tally:
        """Write what is left, then the tally."""
        self._write_bare()
        self._write_readings()
        self._write(f"{self._key}.json", _TALLY.dump_json(self.tally))
        return self.tally

    def _write_full(self) -> None:
        if len(self._bare) >= _BARE_ROWS:
            self._write_bare()
        if len(self._readings) >= _READINGS:
            self._write_readings()

    def _write_bare(self) -> None:
        if len(self._bare):
            name = f"{self._key}-{len(self.tally.bare_files)}.bare"
            part = self._part(name)
            write_bare(self._bare.frame(), part)
            part.replace(self._folder / name)
            self.tally.bare_files.append(name)
            self._bare = BareColumns()

    def _write_readings(self) -> None:
        if self._readings:
            name = f"{self._key}-{len(self.tally.reading_files)}.readings"
            self._write(name, b"".join(map(encoded, self._readings)))
            self.tally.reading_files.append(name)
            self._readings = []

    def _write(self, name: str, data: bytes) -> None:
        part = self._part(name)
        part.write_bytes(data)
        part.replace(self._folder / name)

    def _part(self, name: str) -> Path:
        # two workers may have one shard, when one of them is given up too early
        return self._folder / f".{name}.{os.urandom(4).hex()}.part"
