"""ZIP archives: their members, also those of an archive that was cut off.

The directory of an archive stands at its end, so that a download that broke off has none. Its members are then read
from the front, each by the header that stands before it, up to the cut (APPNOTE.TXT 6.3.10, 4.3.7 and 4.3.9).
"""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO

from corpus.readers import limits
from corpus.readers.streams import DAMAGE, Opener, inflated, joined, safe, unfolds_to

_HEADER = struct.Struct("<4s5H3L2H")
_DESCRIPTOR = struct.Struct("<4sL")  # its mark, which may be missing, and the checksum; sizes follow
_MAGIC, _DESCRIPTOR_MAGIC = b"PK\x03\x04", b"PK\x07\x08"
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 1 << 0, 1 << 3, 1 << 11  # flags
_STORED, _DEFLATED = 0, 8  # methods
_LATEST_VERSION = 63
_IN_ZIP64 = 0xFFFFFFFF
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive and how it is opened, or why it cannot be; a problem without a name is the archive's own."""

    name: str
    raw: Opener | None = None
    problem: str | None = None


def members(raw: Opener, wanted: Callable[[str], bool]) -> Iterator[Member]:
    """The members of the archive that `raw` opens whose names are wanted, in the order in which they lie in it.

    Their streams can be read until the next member is taken.
    """
    try:
        yield from _listed(raw, wanted)
    except (OSError, ValueError, *DAMAGE) as error:
        yield from _found(raw, wanted)
        yield Member("", problem=f"cannot be read as a ZIP archive, it may be cut off: {error}")


def _listed(raw: Opener, wanted: Callable[[str], bool]) -> Iterator[Member]:
    """By the archive's directory."""
    with raw() as stream, zipfile.ZipFile(stream) as archive:
        found = [one for one in archive.infolist() if not one.filename.endswith("/") and wanted(one.filename)]
        size = stream.seek(0, os.SEEK_END)
        # a member gives no more bytes than it declares, so that their sum bounds the archive
        if (unfolded := sum(one.file_size for one in found)) > unfolds_to(size):
            yield Member("", problem=_bomb(size, unfolded))
        elif not found:
            yield Member("", problem="an archive without files")
        else:
            yield from (Member(one.filename or "?", partial(archive.open, one)) for one in found)


def _bomb(size: int, unfolded: int) -> str:
    return f"a ZIP archive of {size:,} bytes that unfolds to {unfolded:,}, as a decompression bomb does"


# -- archives without a directory -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands before a member. `start` is where its bytes begin; size and checksum may stand behind them."""

    name: str
    start: int
    method: int
    encrypted: bool
    size: int | None
    checksum: int | None


def _found(raw: Opener, wanted: Callable[[str], bool]) -> Iterator[Member]:
    """By the headers of the members, from the front."""
    try:
        with raw() as stream:
            at = 0 if stream.read(len(_MAGIC)) == _MAGIC else None
            while at is not None:
                header = _header(stream, at)
                if header and not header.name.endswith("/") and wanted(header.name):
                    yield _member(raw, header)
                at = _next_header(stream, header.start + (header.size or 0) if header else at + 1)
    except OSError:  # the archive's own problem is told anyway
        return


def _header(stream: IO[bytes], at: int) -> _Header | None:
    stream.seek(at)
    fixed = stream.read(_HEADER.size)
    if len(fixed) < _HEADER.size:
        return None
    _, version, flags, method, _, _, checksum, packed, _, name_length, extra_length = _HEADER.unpack(fixed)
    name = stream.read(name_length).decode("utf-8" if flags & _UTF8 else "cp437", "replace")
    if version > _LATEST_VERSION or not name.isprintable() or not name:
        return None  # not a header, but bytes of a file that look like one
    known = not flags & _SIZES_BEHIND and packed != _IN_ZIP64
    start = at + _HEADER.size + name_length + extra_length
    encrypted = bool(flags & _ENCRYPTED)
    return _Header(name, start, method, encrypted, packed if known else None, checksum if known else None)


def _next_header(stream: IO[bytes], at: int) -> int | None:
    """The place of the next header from `at` on."""
    stream.seek(at)
    held = b""
    while data := stream.read(_CHUNK):
        held += data
        if (found := held.find(_MAGIC)) >= 0:
            return at + found
        at += max(0, len(held) - len(_MAGIC) + 1)
        held = held[-len(_MAGIC) + 1 :]
    return None


def _member(raw: Opener, header: _Header) -> Member:
    if header.encrypted:
        return Member(header.name, problem="cannot be unpacked: it is encrypted")
    if header.method not in {_STORED, _DEFLATED} or (header.method == _STORED and header.size is None):
        return Member(header.name, problem="cannot be unpacked from an archive that was cut off")
    return Member(header.name, partial(_opened, raw, header))


def _opened(raw: Opener, header: _Header) -> IO[bytes]:
    stream = raw()
    stream.seek(header.start)
    allowed = partial(_allowed, stream, header.start)
    return joined(safe(_unpacked(stream, header), allowed), stream)


def _allowed(stream: IO[bytes], start: int) -> int:
    """How much a member may unfold to, which nothing declares: less than an archive as a whole may."""
    return (stream.tell() - start) * limits.UNFOLDING


def _unpacked(stream: IO[bytes], header: _Header) -> Iterator[bytes]:
    pieces = inflated(stream, b"", -zlib.MAX_WBITS) if header.method == _DEFLATED else _stored(stream, header)
    checksum = 0
    while True:
        try:
            piece = next(pieces)
        except StopIteration as end:
            behind: bytes = end.value
            break
        checksum = zlib.crc32(piece, checksum)
        yield piece
    if checksum != (_checksum_behind(stream, behind) if header.checksum is None else header.checksum):
        raise zipfile.BadZipFile("its checksum is wrong")


def _stored(stream: IO[bytes], header: _Header) -> Generator[bytes, None, bytes]:
    left = header.size or 0
    while left:
        piece = stream.read(min(left, _CHUNK))
        if not piece:
            raise EOFError("it is cut off")
        left -= len(piece)
        yield piece
    return b""


def _checksum_behind(stream: IO[bytes], begun: bytes) -> int:
    """The checksum that follows a member whose size nothing told before; its mark may be missing."""
    behind = begun + stream.read(_DESCRIPTOR.size)
    if len(behind) < _DESCRIPTOR.size:
        raise EOFError("it is cut off")
    mark, checksum = _DESCRIPTOR.unpack_from(behind)
    return int(checksum) if mark == _DESCRIPTOR_MAGIC else int.from_bytes(mark, "little")
