"""Inputs in pieces that can be read apart from each other, by other processes and on other machines.

A large plain file of lines (JSON Lines, CSV) is cut at line ends and a Parquet file between row groups; any other file
is one piece. To read the pieces one after the other gives what `corpus.readers.read` gives, with three exceptions,
which whoever reads them must look for: a page of an article at the end of one piece may go with the next page at the
beginning of the next (`corpus.parts`); a CSV row with a stray quote may end within a later piece; and what follows a
broken place of a file is not read. For the last two the piece raises `BrokenFileError`; read it with the next ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.article import Article, Reject
from corpus.readers import BY_SUFFIX, layout_of, read_source, reject
from corpus.readers.fields import FieldMap
from corpus.readers.formats import Layout, Part
from corpus.readers.parquet import row_groups
from corpus.readers.problems import BrokenFileError, InputError
from corpus.readers.records import record
from corpus.readers.sources import Source, files, is_url, unpacked

_LINES = frozenset({"JSON Lines", "CSV", "TSV"})
_BYTEWISE = frozenset({"utf-8", "cp1252"})
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Piece:
    """What is read by itself: a file, an archive, or a part of a file.

    `location` is where it is opened, `path` what `source_path` shows. `digest` tells its content (of a part: the file's
    content up to its end), `size` is its bytes; `problem` says why it cannot be opened at all.
    """

    location: str
    path: str
    digest: str
    size: int
    part: Part | None = None
    layout: Layout | None = None
    problem: str | None = None

    def follows(self, other: Piece) -> bool:
        """Whether it is the next part of the same file."""
        return (
            self.part is not None
            and other.part is not None
            and (self.location, self.part.start) == (other.location, other.part.end)
        )

    def joined(self, following: Piece) -> Piece:
        """The part of a file that both are, or the file."""
        assert self.part is not None and following.part is not None
        if self.part.start == 0 and following.part.last:
            return replace(following, part=None, layout=None, size=self.size + following.size)
        whole = replace(following.part, start=self.part.start, before=self.part.before)
        return replace(following, part=whole, size=self.size + following.size)


def pieces(given: str | Path, fields: FieldMap, size: int, without: str | None = None) -> Iterator[Piece]:
    """The pieces of an input in the order of its records; large files are cut to some `size` bytes.

    Files in `without`, a folder or URL, are left out, unless the input itself lies there. The local files are read
    once, for their digests. Raises `InputError` when the input names no file.
    """
    if without is not None and _lies_in(str(given), without):
        without = None
    for source in files(given):
        if without is not None and _lies_in(source.path, without):
            continue
        if source.raw is None:
            yield Piece(source.path, source.path, "", 0, problem=source.problem or "cannot be opened")
        elif is_url(source.path):
            yield _remote(source)
        else:
            yield from _local(source, fields, size)


def _lies_in(path: str, folder: str) -> bool:
    if is_url(path) or is_url(folder):
        return f"{path}/".startswith(f"{folder.rstrip('/')}/")
    return Path(path).resolve().is_relative_to(folder)


def size_of(given: str | Path) -> int | None:
    """The bytes of a local input, as they lie on disk; None for a remote one."""
    if is_url(str(given)):
        return None
    return sum(Path(source.path).stat().st_size for source in files(given) if source.raw)


def read_piece(piece: Piece, fields: FieldMap) -> Iterator[Article | Reject]:
    """The records of a piece, pages of one article not put together.

    Raises `BrokenFileError` where a part of a file cannot be read without the next part; its records are then void.
    """
    if piece.problem is not None:
        yield from read_source(Source(piece.path, Path(piece.path).name, problem=piece.problem), fields)
        return
    for file in files(piece.location):
        for source in unpacked(replace(file, path=piece.path)):
            if piece.part is None or piece.layout is None:
                yield from read_source(source, fields)
            else:
                yield from _read_part(source, piece, fields)


def _read_part(source: Source, piece: Piece, fields: FieldMap) -> Iterator[Article | Reject]:
    form = BY_SUFFIX[source.kind[0]]
    assert form.read_part is not None and piece.part is not None and piece.layout is not None
    try:
        for raw in form.read_part(source, piece.layout, piece.part):
            yield record(raw, source, fields)
    except (BrokenFileError, OSError) as error:
        if not piece.part.last:
            raise BrokenFileError(str(error)) from error
        yield reject(source, error)


def _remote(source: Source) -> Piece:
    import fsspec  # noqa: PLC0415 - slow to import, and most inputs are local

    system, path = fsspec.url_to_fs(source.path)
    try:
        digest, size = str(system.ukey(path)), int(system.size(path) or 0)
    except Exception as error:  # each file system has its own errors of rights and network
        return Piece(source.path, source.path, "", 0, problem=f"cannot be opened: {type(error).__name__}: {error}")
    return Piece(source.path, source.path, digest, size)


def _local(source: Source, fields: FieldMap, size: int) -> Iterator[Piece]:
    path = Path(source.path)
    whole = Piece(str(path.absolute()), source.path, "", 0)
    try:
        found = path.stat().st_size
        layout = _layout(source, fields) if found > size and source.kind[1] is None else None
        if layout is None:
            yield replace(whole, digest=_digest(path), size=found)
        elif layout.format == "Parquet":
            yield from _groups(replace(whole, layout=layout, digest=_digest(path)), source, size)
        else:
            yield from _lines(replace(whole, layout=layout), path, size, found)
    except OSError as error:
        yield replace(whole, problem=f"cannot be opened: {error.strerror or error}")


def _layout(source: Source, fields: FieldMap) -> Layout | None:
    """The layout of a file that can be cut; None for any other one, whatever is wrong with it."""
    form = BY_SUFFIX.get(source.kind[0])
    if form is None or form.read_part is None:
        return None
    try:
        layout = layout_of(source, fields)
    except (InputError, BrokenFileError):
        return None
    bytewise = layout.format in _LINES and layout.encoding in _BYTEWISE
    return layout if layout.names and (bytewise or layout.format == "Parquet") else None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _groups(whole: Piece, source: Source, size: int) -> Iterator[Piece]:
    try:
        groups = row_groups(source)
    except BrokenFileError:
        groups = []
    first = rows = held = before = 0
    for group, (count, weight) in enumerate(groups):
        rows, held = rows + count, held + weight
        if held >= size or group == len(groups) - 1:
            last = group == len(groups) - 1
            yield replace(whole, part=Part(first, group + 1, before, last), size=held)
            first, before, rows, held = group + 1, before + rows, 0, 0
    if not before:
        yield replace(whole, layout=None, size=Path(source.path).stat().st_size)


def _lines(whole: Piece, path: Path, size: int, found: int) -> Iterator[Piece]:
    """Parts that end at a line end; in CSV at one behind an even number of quotes, where a row ends."""
    quoted = whole.layout is not None and whole.layout.delimiter is not None
    digest = hashlib.sha256()
    start, before = 0, 0  # of the part that is being cut
    lines, length, odd = 0, 0, False  # of what is read of it
    data = bytearray(size)  # read into over and over, and looked at without copies
    with path.open("rb", buffering=0) as file, memoryview(data) as view:
        while held := file.readinto(data):
            cut = _cut(data, held, quoted, odd)
            if not cut:
                digest.update(view[:held])
                lines, length = lines + data.count(b"\n", 0, held), length + held
                odd ^= quoted and data.count(b'"', 0, held) % 2 == 1
                continue
            digest.update(view[:cut])
            lines, length = lines + data.count(b"\n", 0, cut), length + cut
            part = Part(start, start + length, before, start + length == found)
            yield _cut_out(whole, digest.hexdigest(), part)
            start, before = start + length, before + lines
            digest.update(view[cut:held])
            lines, length = data.count(b"\n", cut, held), held - cut
            odd = quoted and data.count(b'"', cut, held) % 2 == 1
    if length:
        yield _cut_out(whole, digest.hexdigest(), Part(start, start + length, before, last=True))


def _cut_out(whole: Piece, digest: str, part: Part) -> Piece:
    """A part of a file of lines as a piece, or the file where that is all of it."""
    if part.start == 0 and part.last:
        return replace(whole, digest=digest, size=part.end, layout=None)
    return replace(whole, digest=digest, size=part.end - part.start, part=part)


def _cut(data: bytearray, held: int, quoted: bool, odd: bool) -> int:
    """The end of the last row that ends in the first `held` bytes, 0 for none; `odd` tells that it begins in quotes."""
    cut = data.rfind(b"\n", 0, held) + 1
    if not quoted:
        return cut
    inside = odd ^ (data.count(b'"', 0, cut) % 2 == 1)
    while cut and inside:
        earlier = data.rfind(b"\n", 0, cut - 1) + 1
        inside ^= data.count(b'"', earlier, cut) % 2 == 1
        cut = earlier
    return cut
