"""The bytes of a file: unfolded while they are read, and stopped where they are damaged or a bomb.

Every stream of this module raises `BrokenFileError`, and nothing else, for whatever is wrong with the bytes: a
compressed file that breaks off raises at its end, where many libraries report the end of the file.
"""

from __future__ import annotations

import gzip
import io
import shutil
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from typing import IO

from corpus.readers import limits
from corpus.readers.problems import BrokenFileError

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdError, ZstdFile
else:
    from backports.zstd import ZstdError, ZstdFile

Opener = Callable[[], IO[bytes]]

_CHUNK = 1 << 16
_STRETCH = 1 << 20
_DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile, ZstdError, zipfile.BadZipFile, NotImplementedError, RuntimeError)
_SIGNATURES = (
    (b"\x1f\x8b", "gzip data (.gz)"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data (.zst)"),
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


class Unfolded(io.RawIOBase):
    """A stream read through a decompressor: damage is `BrokenFileError`, and so is more than `allowed` bytes.

    `packed` is the compressed stream, which is closed with this one.
    """

    def __init__(self, stream: IO[bytes], packed: IO[bytes] | None = None, allowed: Callable[[], int] | None = None):
        self._stream = stream
        self._packed = packed
        self._allowed = allowed
        self._read = 0

    def readable(self) -> bool:
        """It is only read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill `buffer`, as `io.RawIOBase` says."""
        try:
            data = self._stream.read(len(buffer))
        except _DAMAGE as error:
            raise BrokenFileError(f"broken compression after {self._read:,} bytes: {_said(error)}") from error
        self._read += len(data)
        if self._allowed is not None and self._read > self._allowed():
            raise BrokenFileError(
                f"unfolds to more than {limits.UNFOLDING} times its size, as a decompression bomb does: "
                f"stopped after {self._read:,} bytes"
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close both streams."""
        for stream in (self._stream, self._packed):
            if stream is not None:
                stream.close()
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


def _said(error: BaseException) -> str:
    text = str(error)
    return "it is cut off" if isinstance(error, EOFError) or "end-of-stream" in text else text


def unfold(stream: IO[bytes], compression: str | None) -> IO[bytes]:
    """The bytes behind `compression` (`gz`, `zst` or None) as a buffered stream; `stream` can be sought in."""
    if compression is None:
        return io.BufferedReader(Unfolded(stream)) if isinstance(stream, zipfile.ZipExtFile) else stream
    start = stream.read(4)
    stream.seek(0)
    if start and not start.startswith(b"\x1f\x8b" if compression == "gz" else b"\x28\xb5\x2f\xfd"):
        raise BrokenFileError(
            f"is not .{compression} data but {signature(start) or 'something else'}: name it as what it is"
        )
    opened: IO[bytes] = gzip.GzipFile(fileobj=stream) if compression == "gz" else ZstdFile(stream)  # type: ignore[assignment]
    return io.BufferedReader(Unfolded(opened, stream, lambda: unfolds_to(stream.tell())), _CHUNK)


def unfolds_to(packed: int) -> int:
    """How many bytes `packed` bytes may unfold to."""
    return max(limits.UNFOLDING_FREE, packed * limits.UNFOLDING)


def seekable(stream: IO[bytes]) -> IO[bytes]:
    """The same bytes in a stream that can be sought in: a compressed one is unfolded to a temporary file."""
    if stream.seekable():
        return stream
    whole = tempfile.TemporaryFile()  # noqa: SIM115 - closed by who reads it
    with stream:
        shutil.copyfileobj(stream, whole, _CHUNK)
    whole.seek(0)
    return whole
