"""What an input names: a file, a folder, a pattern or a URL gives its files, an archive its members.

>>> kind_of("berita/2021.jsonl.gz"), kind_of("halaman.HTM"), kind_of("catatan.docx")
(('jsonl', 'gz'), ('htm', None), ('docx', None))
"""

from __future__ import annotations

import glob
import itertools
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Any
from urllib.parse import urlsplit

from corpus.readers.archives import Member, members
from corpus.readers.problems import BrokenFileError, InputError
from corpus.readers.streams import DAMAGE, Opener, unfold

_COMPRESSIONS = ("gz", "zst")
_URL = re.compile(r"[a-z][a-z0-9+.-]+(?:::|://)", re.IGNORECASE)
_PATTERN = re.compile(r"[*?\[]")
# What lies beside saved pages and is no article
_BESIDE = frozenset(
    "css js map png jpg jpeg gif svg webp avif ico woff woff2 ttf eot otf mp3 mp4 webm md pdf".split()  # noqa: SIM905
)
_HIDDEN = re.compile(r"(?:^|/)(?:\.|__MACOSX/|Thumbs\.db$|desktop\.ini$)")


@dataclass(frozen=True, slots=True)
class Source:
    """One file of an input, whatever it lies in.

    `path` is what `source_path` shows; a member of an archive stands behind the archive's path. `problem` says why it
    cannot be opened at all.
    """

    path: str
    name: str
    raw: Opener | None = None
    problem: str | None = None

    @property
    def kind(self) -> tuple[str, str | None]:
        """Suffix and compression, as `kind_of` tells them."""
        return kind_of(self.name)

    @property
    def stem(self) -> str:
        """The name without its suffixes: `1` for `1.html.gz`."""
        name = PurePosixPath(self.name)
        return name.with_suffix("").stem if self.kind[1] else name.stem

    def open(self) -> IO[bytes]:
        """The file's bytes, unfolded. Raises `BrokenFileError` or `OSError`."""
        if self.raw is None:
            raise BrokenFileError(self.problem or "cannot be opened")
        try:
            return unfold(self.raw(), self.kind[1])
        except (ValueError, *DAMAGE) as error:
            raise BrokenFileError(f"cannot be unpacked: {error}") from error


def kind_of(name: str) -> tuple[str, str | None]:
    """The suffix that tells the format, and the compression behind it (`gz`, `zst` or None), both in small letters."""
    parts = name.lower().rsplit("/", 1)[-1].split(".")
    compression = parts.pop() if len(parts) > 1 and parts[-1] in _COMPRESSIONS else None
    return parts[-1] if len(parts) > 1 else "", compression


def is_single(given: str | Path) -> bool:
    """Whether an input names one file and no folder, pattern or archive; what is wrong with it stops a run at once."""
    text = str(given)
    if is_url(text):
        return not _is_pattern(text) and kind_of(_url_name(text))[0] not in {"", "zip"}
    return Path(text).is_file() and kind_of(text)[0] != "zip"


def sources(given: str | Path) -> Iterator[Source]:
    """The files of an input, in an order that does not change; raises `InputError` when it names none.

    Of folders and archives, hidden files and what saved pages bring along (pictures, scripts, styles) is left out.
    """
    return (member for file in files(given) for member in unpacked(file))


def files(given: str | Path) -> Iterator[Source]:
    """The same, but an archive is one file."""
    text = str(given)
    found = _remote(text) if is_url(text) else _local(text)
    first = next(found, None)
    if first is None:
        raise InputError(f"{text}: holds no file; check the path")
    return itertools.chain([first], found)


def is_url(given: str) -> bool:
    """Whether an input is no path: `https://x.example/a.csv`, `s3://berita/2021`."""
    return _URL.match(given) is not None


# -- local ----------------------------------------------------------------------------------------------------------


def _local(text: str) -> Iterator[Source]:
    path = Path(text)
    if path.is_dir():
        return _folder(path)
    if path.exists():
        return iter([_file(path)])
    if _PATTERN.search(text):
        matches = sorted(glob.glob(text, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if matches:
            return (source for match in matches for source in _matched(Path(match)))
        raise InputError(f"{text}: no file matches; check the pattern")
    raise InputError(f"{text}: no such file or folder; check the path")


def _matched(path: Path) -> Iterator[Source]:
    return _folder(path) if path.is_dir() else iter([_file(path)])


def _folder(folder: Path) -> Iterator[Source]:
    """The files of a folder and of those below it, one folder in memory at a time; links are not followed."""
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Source(folder.as_posix(), folder.name, problem=f"cannot be opened: {error.strerror}")
        return
    for entry in ordered:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if not _HIDDEN.search(f"{entry.name}/"):
                yield from _folder(path)
        elif not _is_beside(entry.name):
            is_file = entry.is_file()
            yield _file(path) if is_file else Source(path.as_posix(), path.name, problem="is no regular file")


def _file(path: Path) -> Source:
    return Source(path.as_posix(), path.name, lambda: path.open("rb"))


def _is_beside(name: str) -> bool:
    return bool(_HIDDEN.search(name)) or kind_of(name)[0] in _BESIDE


# -- URLs -----------------------------------------------------------------------------------------------------------


def _url_name(url: str) -> str:
    """The name of the file that a URL leads to: `a.csv` for `https://x.example/a.csv?token=1`."""
    parts = urlsplit(url.rsplit("::", 1)[-1])
    return PurePosixPath(parts.path or parts.netloc).name


def _is_pattern(url: str) -> bool:
    return "*" in url or (not url.startswith("http") and bool(_PATTERN.search(url)))


def _remote(url: str) -> Iterator[Source]:
    import fsspec  # noqa: PLC0415 - slow to import, and most inputs are local

    try:
        system, root = fsspec.url_to_fs(url)
        if _is_pattern(url):
            paths = [str(path) for path in system.glob(root)]
        elif system.isdir(root):
            paths = [str(path) for path in system.find(root)]
        else:
            system.info(root)
            paths = [root]
    except FileNotFoundError:
        raise InputError(f"{url}: no such file or folder; check the address") from None
    except ImportError as error:
        raise InputError(f"{url}: {error}") from error
    except Exception as error:  # each file system has its own errors of address, rights and network
        raise InputError(f"{url}: cannot be opened: {type(error).__name__}: {error}") from error
    several = len(paths) > 1
    return (
        Source(
            _shown(system, path, url),
            _url_name(url) if path == root else PurePosixPath(path).name,
            partial(system.open, path, "rb"),
        )
        for path in sorted(paths)
        if not (several and _is_beside(path.removeprefix(root)))
    )


def _shown(system: Any, path: str, url: str) -> str:
    return url if url.endswith(path) else str(system.unstrip_protocol(path))


# -- archives -------------------------------------------------------------------------------------------------------


def unpacked(source: Source) -> Iterator[Source]:
    """A ZIP archive's members; any other file is its own."""
    if source.kind[0] != "zip" or source.raw is None:
        yield source
        return
    try:
        for member in members(source.raw, lambda name: not _is_beside(name)):
            yield _of_archive(source, member)
    except OSError as error:
        yield Source(source.path, source.name, problem=f"cannot be opened: {error.strerror or error}")


def _of_archive(source: Source, member: Member) -> Source:
    if not member.name:
        return Source(source.path, source.name, problem=member.problem)
    path = f"{source.path}/{member.name}"
    if kind_of(member.name)[0] == "zip":
        return Source(path, member.name, problem="an archive inside an archive: unpack it")
    return Source(path, member.name, member.raw, member.problem)
