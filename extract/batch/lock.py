"""One run at a time in a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.errors import CommandError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the file `path` while the block runs; the system lets go of it when the process ends, however it ends.

    Raises `CommandError` when another process holds it. Where the system or the file system has no such locks, nothing
    is held.
    """
    with path.open("a") as file:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 - not on Windows

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise CommandError(f"{path.parent.parent}: another run is writing there; wait for its end") from None
            except OSError:  # a shared folder without locks
                pass
        yield
