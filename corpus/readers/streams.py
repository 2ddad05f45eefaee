"""The bytes of a file: unfolded while they are read, and stopped where they are damaged or a bomb.

Every stream of this module hands out all bytes that stand before a damage, and only then raises `BrokenFileError`: a
file that was cut off, which many libraries take for one that ends, costs what was cut off and nothing before it.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from typing import IO, Protocol, cast

from corpus.readers import limits
from corpus.readers.problems import BrokenFileError

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdDecompressor, ZstdError
else:
    from backports.zstd import ZstdDecompressor, ZstdError

Opener = Callable[[], IO[bytes]]

_CHUNK = 1 << 16
_STRETCH = 1 << 20
_STEP = 1 << 14  # compressed bytes that are read at a time
_ZSTD_STEP = 1 << 10  # of a step that is damaged, the decoder gives out nothing
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
DAMAGE = (EOFError, zlib.error, ZstdError, zipfile.BadZipFile, RuntimeError)
"""What data that are cut, damaged, locked or packed in an unknown way raise; the last two are a `RuntimeError` of
`zipfile`."""
_SIGNATURES = (
    (_GZIP, "gzip data (.gz)"),
    (_ZSTD, "Zstandard data (.zst)"),
    (b"PK\x03\x04", "a ZIP archive (.zip, .xlsx)"),
    (b"PAR1", "a Parquet file (.parquet)"),
    (b"WARC/", "a WARC file (.warc)"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"%PDF", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.xls, .doc)"),
    (b"SQLite format 3", "an SQLite database"),
)


def signature(start: bytes) -> str | None:
    """What a file is by its first bytes; None for text of any kind.

    >>> signature(b"PAR1\\x15"), signature(b'{"id": 1}')
    ('a Parquet file (.parquet)', None)
    """
    return next((kind for magic, kind in _SIGNATURES if start.startswith(magic)), None)


# -- one stream of many pieces --------------------------------------------------------------------------------------


class _Pieces(io.BufferedIOBase):
    """Pieces of bytes, none empty, read as one stream; `source` is closed with it.

    What the pieces break off with is raised when all before it has been read. So a read that gives less than was asked
    for may stand before an error, which only the next one tells.
    """

    def __init__(self, pieces: Iterator[bytes], source: IO[bytes]) -> None:
        self._pieces = pieces
        self._source = source
        self._held = b""
        self._at = 0
        self._error: Exception | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = sys.maxsize if size is None or size < 0 else size
        parts: list[bytes] = []
        while wanted and self._more():
            parts.append(self._take(min(len(self._held), self._at + wanted)))
            wanted -= len(parts[-1])
        return self._whole(parts, wanted)

    def read1(self, size: int = -1, /) -> bytes:
        wanted = _CHUNK if size < 0 else size
        parts = [self._take(min(len(self._held), self._at + wanted))] if wanted and self._more() else []
        return self._whole(parts, wanted)

    def readline(self, size: int | None = -1, /) -> bytes:
        wanted = sys.maxsize if size is None or size < 0 else size
        parts: list[bytes] = []
        while wanted and self._more():
            end = self._held.find(b"\n", self._at, self._at + wanted) + 1
            parts.append(self._take(end or min(len(self._held), self._at + wanted)))
            wanted = 0 if end else wanted - len(parts[-1])
        return self._whole(parts, wanted)

    def _more(self) -> bool:
        """Whether a byte is held, after the next piece was read if none was."""
        if self._at < len(self._held):
            return True
        if self._error:
            return False
        try:
            self._held, self._at = next(self._pieces, b""), 0
        except (BrokenFileError, OSError) as error:
            self._held, self._at, self._error = b"", 0, error
        return bool(self._held)

    def _take(self, end: int) -> bytes:
        taken = self._held[self._at : end]
        self._at = end
        return taken

    def _whole(self, parts: list[bytes], wanted: int) -> bytes:
        if not parts and wanted and self._error:
            raise self._error
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def close(self) -> None:
        self._source.close()
        super().close()


class Stretch(io.RawIOBase):
    """The next bytes of a stream, which is closed with this one."""

    def __init__(self, stream: IO[bytes], size: int) -> None:
        self._stream = stream
        self._left = size

    @classmethod
    def of(cls, stream: IO[bytes], start: int, end: int) -> IO[bytes]:
        """The bytes from `start` to `end` of a stream that can be sought in."""
        stream.seek(start)
        return io.BufferedReader(cls(stream, end - start), _STRETCH)

    def readable(self) -> bool:
        """It is only read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill `buffer`, as `io.RawIOBase` says."""
        data = self._stream.read(min(len(buffer), self._left))
        self._left -= len(data)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close both streams."""
        self._stream.close()
        super().close()


def joined(pieces: Iterator[bytes], source: IO[bytes]) -> IO[bytes]:
    """Pieces of bytes, none empty, as one stream that closes `source` with it.

    What the pieces break off with (`BrokenFileError`, `OSError`) is raised by the first read that finds nothing before
    it; a shorter read than was asked for may thus stand before an error.
    """
    return cast("IO[bytes]", _Pieces(pieces, source))


# -- decompression --------------------------------------------------------------------------------------------------


def unfold(stream: IO[bytes], compression: str | None) -> IO[bytes]:
    """The bytes behind `compression` (`gz`, `zst` or None)."""
    if isinstance(stream, zipfile.ZipExtFile):
        stream = joined(safe(_member(stream)), stream)
    if compression is None:
        return stream
    magic, unfolded = (_GZIP, _gunzipped) if compression == "gz" else (_ZSTD, _unzstd)
    packed = _Counted(stream)
    start = packed.read(_ZSTD_STEP)
    if start and not start.startswith(magic):
        raise BrokenFileError(
            f"is not .{compression} data but {signature(start) or 'something else'}: name it as what it is"
        )
    return joined(safe(unfolded(packed, start), lambda: unfolds_to(packed.read_so_far)), stream)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Counted:
    """A stream, and how many of its bytes were read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.read_so_far = 0

    def read(self, size: int, /) -> bytes:
        data = self._stream.read(size)
        self.read_so_far += len(data)
        return data


def unfolds_to(packed: int) -> int:
    """How many bytes `packed` bytes may unfold to."""
    return max(limits.UNFOLDING_FREE, packed * limits.UNFOLDING)


def safe(pieces: Iterator[bytes], allowed: Callable[[], int] | None = None) -> Iterator[bytes]:
    """The pieces up to a damage, or to more bytes than are allowed; both are `BrokenFileError`."""
    read = 0
    try:
        for piece in pieces:
            read += len(piece)
            if allowed is not None and read > allowed():
                raise BrokenFileError(
                    f"unfolds to more than {limits.UNFOLDING} times its size, as a decompression bomb does: "
                    f"stopped after {read:,} bytes"
                )
            if piece:
                yield piece
    except DAMAGE as error:
        raise BrokenFileError(f"broken compression after {read:,} bytes: {error}") from error


def _member(stream: zipfile.ZipExtFile) -> Iterator[bytes]:
    """A member of an archive."""
    while piece := stream.read1(_STEP):
        yield piece


def _gunzipped(stream: _Readable, data: bytes) -> Iterator[bytes]:
    """All members of a gzip file that begins with `data`; zeros may stand behind each, as tapes leave them."""
    while data:
        data = (yield from inflated(stream, data, zlib.MAX_WBITS | 16)).lstrip(b"\0")
        while not data and (more := stream.read(_STEP)):
            data = more.lstrip(b"\0")


def inflated(stream: _Readable, data: bytes, window: int) -> Generator[bytes, None, bytes]:
    """One member of a gzip file or an archive, of which `data` has been read; what was read behind it is returned.

    `window` is what `zlib.decompressobj` takes. Raises `EOFError` or `zlib.error` behind all that can be unfolded.
    """
    decoder = zlib.decompressobj(window)
    while True:
        before = decoder.copy()
        try:
            piece = decoder.decompress(data, _CHUNK)
        except zlib.error:  # and what of `data` stands before the damage is not given out
            for byte in data:
                yield before.decompress(bytes([byte]))
            raise
        yield piece
        if decoder.eof:
            return decoder.unused_data
        data = decoder.unconsumed_tail
        if not data and len(piece) < _CHUNK:
            data = _next(stream)


def _unzstd(stream: _Readable, data: bytes) -> Iterator[bytes]:
    """All frames of a Zstandard file that begins with `data`. Of a block, 128 KB, the decoder gives all or nothing."""
    while data:
        decoder = ZstdDecompressor()
        while True:
            yield decoder.decompress(data, _CHUNK)
            if decoder.eof:
                break
            data = _next(stream, _ZSTD_STEP) if decoder.needs_input else b""
        data = decoder.unused_data or stream.read(_ZSTD_STEP)


def _next(stream: _Readable, size: int = _STEP) -> bytes:
    if data := stream.read(size):
        return data
    raise EOFError("it is cut off")


def seekable(stream: IO[bytes]) -> IO[bytes]:
    """The same bytes in a stream that can be sought in: a compressed one is unfolded to a temporary file."""
    if stream.seekable():
        return stream
    whole = tempfile.TemporaryFile()  # noqa: SIM115 - closed by who reads it
    with stream:
        shutil.copyfileobj(stream, whole, _CHUNK)
    whole.seek(0)
    return whole
