"""What a run has done and has still to do, while it goes on."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.batch.results import Tally

_PLAIN_EVERY = 30.0  # seconds
_TERMINAL_EVERY = 0.2


@dataclass(slots=True)
class Progress:
    """Articles done, and how far that is. `total` is the bytes of the inputs, None when that is not known.

    >>> progress = Progress(total=4_000_000)
    >>> progress.done, progress.read, progress.kept, progress.extracted = 1_000_000, 5000, 40, 12
    >>> progress.line(seconds=10)
    '5,000 articles read, 40 kept, 12 extracted, 0 rejected, 500/s, 30 s left'
    """

    total: int | None = None
    done: int = 0
    read: int = 0
    kept: int = 0
    extracted: int = 0
    rejected: int = 0
    _resumed: int = 0
    _resumed_read: int = 0
    _started: float = field(default_factory=time.monotonic)

    def add(self, tally: Tally, size: int, *, resumed: bool = False) -> None:
        """Take in a finished shard of `size` bytes; `resumed` when an earlier run had done it."""
        self.done += size
        self.read += tally.read
        self.kept += tally.kept
        self.extracted += tally.extracted
        self.rejected += tally.statuses["rejected"]
        if resumed:
            self._resumed += size
            self._resumed_read += tally.read

    def line(self, seconds: float | None = None) -> str:
        """The state after so many seconds."""
        passed = time.monotonic() - self._started if seconds is None else seconds
        told = [
            f"{self.read:,} articles read",
            f"{self.kept:,} kept",
            f"{self.extracted:,} extracted",
            f"{self.rejected:,} rejected",
        ]
        if passed > 0:
            told.append(f"{(self.read - self._resumed_read) / passed:,.0f}/s")
        own = self.done - self._resumed
        if self.total is not None and own > 0:
            told.append(f"{_duration(max(0, self.total - self.done) / own * passed)} left")
        return ", ".join(told)


def _duration(seconds: float) -> str:
    """A time to wait.

    >>> _duration(59), _duration(200), _duration(9000)
    ('59 s', '3 min', '2 h 30 min')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def shown() -> Iterator[Callable[[str], None]]:
    """Shows lines on stderr: the last one in a terminal, one now and then elsewhere."""
    last = time.monotonic()

    def due(every: float) -> bool:
        nonlocal last
        if time.monotonic() - last < every:
            return False
        last = time.monotonic()
        return True

    if not sys.stderr.isatty():
        yield lambda line: print(line, file=sys.stderr, flush=True) if due(_PLAIN_EVERY) else None
        return
    from rich.console import Console  # noqa: PLC0415 - slow to import

    with Console(stderr=True).status("reading") as status:
        yield lambda line: status.update(line) if due(_TERMINAL_EVERY) else None
