"""Where the tables of a run go: to a folder, or to whatever fsspec can write to.

A run works on a disk: it renames finished files, locks its folder and goes on where it was. So a dataset for a URL is
written to a folder of its own first, and brought to the URL when it is whole.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.readers.sources import is_url
from extract.datapackage import FILE_NAME
from extract.errors import CommandError

WORK_FOLDER = ".run"
"""Folder with what is finished of a run; it goes when the run has come to its end."""


@dataclass(frozen=True, slots=True)
class Destination:
    """The `folder` that the tables are written to, and the `url` that they are brought to from there, if any."""

    folder: Path
    url: str | None = None

    @classmethod
    def of(cls, out: str | Path, work: Path | None = None) -> Destination:
        """That of a run which writes to `out`, a folder or a URL. `work` is the folder where one for a URL is made.

        Raises `CommandError` when nothing can be written to the URL, when `work` is given for a folder, or when a
        dataset lies in it.

        >>> Destination.of("out").folder, Destination.of("memory://wfh", Path("work"))
        (PosixPath('out'), Destination(folder=PosixPath('work'), url='memory://wfh'))
        """
        if not is_url(str(out)):
            if work is not None:
                raise CommandError(f"{work}: a folder to work in is for an OUT that is a URL; {out} is a folder")
            return cls(Path(out))
        url = str(out).rstrip("/")
        name = f"edaran-{hashlib.sha256(url.encode()).hexdigest()[:16]}"
        found = cls(work or Path(tempfile.gettempdir()) / name, url)
        if (found.folder / FILE_NAME).exists() and not found.work.exists():  # a dataset that was not to be brought away
            raise CommandError(f"{found.folder}: holds a dataset; name another folder with --work")
        found._try()
        return found

    def __str__(self) -> str:
        return self.url or str(self.folder)

    @property
    def work(self) -> Path:
        """The folder for what is finished of the run."""
        return self.folder / WORK_FOLDER

    def holds_dataset(self) -> bool:
        """Whether an earlier run has written a dataset there."""
        if self.url is None:
            return (self.folder / FILE_NAME).exists()
        with _writing(self.url) as (system, root):
            return bool(system.exists(f"{root}/{FILE_NAME}"))

    def deliver(self, names: Sequence[str], gone: Sequence[str]) -> None:
        """Bring the files of these names to the URL, if there is one, and take those away that are `gone`.

        Each file appears under its name only when all of them have been brought. Raises `OSError`.
        """
        if self.url is None:
            return
        with _writing(self.url) as (system, root):
            for name in names:
                system.put_file(str(self.folder / name), f"{root}/{_part(name)}")
            for name in names:
                system.mv(f"{root}/{_part(name)}", f"{root}/{name}")
            for name in gone:
                if system.exists(f"{root}/{name}"):
                    system.rm_file(f"{root}/{name}")

    def clear(self, names: Sequence[str]) -> None:
        """Take away what is not needed behind a run that wrote these files."""
        shutil.rmtree(self.work)
        if self.url is not None:
            for name in names:
                (self.folder / name).unlink()
            if not any(self.folder.iterdir()):
                self.folder.rmdir()

    def _try(self) -> None:
        """Write something to the URL: a run that cannot be delivered should not begin."""
        assert self.url is not None
        try:
            with _writing(self.url) as (system, root):
                system.makedirs(root, exist_ok=True)
                system.pipe_file(f"{root}/{_part('edaran')}", b"edaran")
                system.rm_file(f"{root}/{_part('edaran')}")
        except OSError as error:
            raise CommandError(f"cannot write to {self.url}: {error}") from error


def _part(name: str) -> str:
    return f".{name}.part"


@contextmanager
def _writing(url: str) -> Iterator[tuple[Any, str]]:
    """The file system of a URL and the path there; whatever it raises is an `OSError`."""
    import fsspec  # noqa: PLC0415 - slow to import, and most outputs are local

    try:
        yield fsspec.url_to_fs(url)
    except Exception as error:  # each file system has its own errors of rights and network
        raise OSError(f"{type(error).__name__}: {error}") from error
