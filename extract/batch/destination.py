"""Where the tables of a run go: to a folder, or to whatever fsspec can write to.

A run works on a disk: it renames finished files, locks its folder and goes on where it was. So a dataset for a URL is
made in a folder of its own, and brought to the URL when it is whole.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.readers.sources import is_url
from extract.datapackage import FILE_NAME
from extract.errors import CommandError

_ONE_SLASH = re.compile(r"[a-z][a-z0-9+.-]+:/(?!/)", re.IGNORECASE)
WORK_FOLDER = ".run"
"""Folder with what is finished of a run; it goes when the run has come to its end."""


@dataclass(frozen=True, slots=True)
class Destination:
    """The `folder` that the tables are written to, and the `url` that they are brought to from there, if any."""

    folder: Path
    url: str | None = None

    @classmethod
    def of(cls, out: str | Path, work: Path | None = None) -> Destination:
        """That of a run which writes to `out`, a folder or a URL.

        In `work`, by default the system's folder for temporary files, a dataset for a URL gets a folder of its own, the
        same one each time. Raises `CommandError` when nothing can be written there or to the URL, when that folder is
        another user's, or when `work` is given for a folder.

        >>> Destination.of("out").folder.name
        'out'
        """
        local = _local(out)
        if local is not None:
            if work is not None:
                raise CommandError(f"{work}: a folder to work in is for an OUT that is a URL; {out} is a folder")
            return cls(local)
        url = str(out).rstrip("/")
        url = str(out) if url.endswith(":") else url  # "memory://"
        own = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        found = cls((work or Path(tempfile.gettempdir())) / f".edaran-{own}", url)
        found._try()
        try:
            found.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            owner = found.folder.lstat().st_uid
        except OSError as error:
            raise CommandError(f"cannot work in {found.folder.parent}: {error.strerror or error}") from error
        if sys.platform != "win32" and owner != os.getuid():  # whoever can write there can write the dataset
            raise CommandError(f"{found.folder}: is another user's; name a folder of your own with --work")
        return found

    def __str__(self) -> str:
        return self.url or str(self.folder)

    @property
    def work(self) -> Path:
        """The folder for what is finished of the run."""
        return self.folder / WORK_FOLDER

    @property
    def place(self) -> str:
        """The folder or URL as the paths of what lies there begin."""
        if self.url is None:
            return str(self.folder.resolve())
        with _writing(self.url) as (system, root):
            return str(system.unstrip_protocol(root))

    def holds_dataset(self) -> bool:
        """Whether an earlier run has written a dataset there."""
        if self.url is None:
            return (self.folder / FILE_NAME).exists()
        with _writing(self.url) as (system, root):
            return bool(system.exists(f"{root}/{FILE_NAME}"))

    def deliver(self, names: Sequence[str], gone: Sequence[str]) -> None:
        """Bring the files of these names to the URL, if there is one, and take those away that are `gone`.

        None appears under its name before all of them have been brought. Raises `OSError`.
        """
        if self.url is None:
            return
        with _writing(self.url) as (system, root):
            for name in names:
                system.put_file(str(self.folder / name), f"{root}/{self._part(name)}")
            for name in names:
                system.mv(f"{root}/{self._part(name)}", f"{root}/{name}")
            for name in gone:
                if system.exists(f"{root}/{name}"):
                    system.rm_file(f"{root}/{name}")

    def clear(self) -> None:
        """Take away what is not needed behind a run."""
        shutil.rmtree(self.work if self.url is None else self.folder)

    def _try(self) -> None:
        """Write something to the URL: a run that cannot be delivered should not begin."""
        assert self.url is not None
        part = self._part("edaran")
        try:
            with _writing(self.url) as (system, root):
                system.makedirs(root, exist_ok=True)
                system.pipe_file(f"{root}/{part}", b"edaran")
                system.rm_file(f"{root}/{part}")
        except OSError as error:
            raise CommandError(f"cannot write to {self.url}: {error}") from error

    def _part(self, name: str) -> str:
        """The name of a file while it is brought: another one for a run in another folder or on another machine."""
        run = hashlib.sha256(f"{platform.node()}:{self.folder.resolve()}".encode("utf-8", "surrogatepass"))
        return f".{name}.{run.hexdigest()[:8]}.part"


def _local(out: str | Path) -> Path | None:
    """The folder that `out` is; None for a URL that is not one of this machine's disk."""
    given = str(out)
    if given.lower().startswith("file://"):
        with _writing(given) as (_, root):
            return Path(root or "/")
    if _ONE_SLASH.match(given):  # Arrow would take it for a URL, the system for a folder
        raise CommandError(f"{given}: a URL has two slashes behind its first word, as s3://wfh or file:///wfh")
    return None if is_url(given) else Path(out)


@contextmanager
def _writing(url: str) -> Iterator[tuple[Any, str]]:
    """The file system of a URL and the path there; whatever it raises is an `OSError`."""
    import fsspec  # noqa: PLC0415 - slow to import, and most outputs are local

    try:
        system, root = fsspec.url_to_fs(url)
        yield system, root.rstrip("/")
    except Exception as error:  # each file system has its own errors of rights and network
        raise OSError(f"{type(error).__name__}: {error}") from error
