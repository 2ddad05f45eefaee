"""How a text file writes its characters.

Read are UTF-8, UTF-16 and UTF-32 with their marks, and Windows-1252, which Excel and older newsroom systems write:
Indonesian needs no other. It is told by the file's first megabyte and never guessed record by record: a record that
contradicts its file is rejected, since a wrong guess would change the evidence.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from corpus.readers import limits
from corpus.readers.problems import BrokenFileError
from corpus.readers.streams import joined

SAMPLE = 1 << 20
"""Bytes of a file by which its encoding is told."""

NUL = "NUL character"
_CHUNK = 1 << 16
_SKIP_CHUNK = 1 << 20
_BOM = codecs.BOM_UTF8
# UTF-32 first: its little-endian mark begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_HIGH_BYTES = 0.2  # share of bytes above 127; Indonesian in Windows-1252 has a curly quote now and then


def too_long() -> str:
    """The reason of a record that is longer than `limits.LONGEST_RECORD`."""
    return f"longer than {limits.LONGEST_RECORD:,} bytes"


def encoding_of(sample: bytes) -> str:
    """The encoding of a file that begins with `sample`: `utf-8`, `utf-16`, `utf-32` or `cp1252`.

    Undecodable files count as UTF-8, whose records then say which byte is wrong.

    >>> encoding_of("Pemkot “Bogor”".encode("cp1252")), encoding_of("Pemkot “Bogor”".encode("utf-16"))
    ('cp1252', 'utf-16')
    """
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    lines = [line for line in sample.split(b"\n")[:-1] or [sample] if not line.isascii()]
    broken = sum(not _decodes(line, "utf-8") for line in lines)
    high = sum(byte > 127 for line in lines for byte in line)
    western = broken > len(lines) / 2 and high <= _MOST_HIGH_BYTES * len(sample)
    return "cp1252" if western and all(_decodes(line, "cp1252") for line in lines) else "utf-8"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def sniff(stream: IO[bytes]) -> str:
    """The encoding of the file that `stream` stands at the beginning of."""
    return encoding_of(stream.read(SAMPLE))


def _mark_broken(error: UnicodeError) -> tuple[str, int]:
    """Broken UTF-16 becomes a byte that is no UTF-8 either, so that its record is rejected and not the file."""
    assert isinstance(error, UnicodeDecodeError)
    return "\udcff", error.end


codecs.register_error("corpus.readers.broken", _mark_broken)


def as_utf8(stream: IO[bytes], encoding: str) -> IO[bytes]:
    """The stream with UTF-16 and UTF-32 written as UTF-8; others are decoded record by record."""
    return joined(_transcoded(stream, encoding), stream) if encoding in {"utf-16", "utf-32"} else stream


def _transcoded(stream: IO[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("corpus.readers.broken")
    data = b"..."
    while data:
        data = stream.read(_CHUNK)
        if piece := decoder.decode(data, final=not data).encode("utf-8", "surrogateescape"):
            yield piece


def decode(data: bytes, encoding: str, offset: int = 0) -> tuple[str, str | None]:
    """The text of one record, and why it cannot be had as it stands. `offset` is the record's place in its file.

    >>> decode(b"caf\\xe9", "utf-8", 4)
    ('caf\\ufffd', 'not UTF-8: byte 0xe9 at byte 7 of the file; save the file as UTF-8')
    """
    if encoding == "cp1252" and not data.isascii():
        if _decodes(data, "utf-8"):
            return data.decode(), "mixed encodings: UTF-8 in a Windows-1252 file; save the file as UTF-8"
        if not _decodes(data, "cp1252"):
            return data.decode("cp1252", "replace"), "not Windows-1252, as the file's beginning is; save it as UTF-8"
        return data.decode("cp1252"), None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        at = error.start
        problem = f"not UTF-8: byte 0x{data[at]:02x} at byte {offset + at} of the file; save the file as UTF-8"
        return data.decode("utf-8", "replace"), problem


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file with its end, or why there is none."""

    number: int
    text: str
    problem: str | None = None


def lines(stream: IO[bytes], encoding: str = "utf-8", offset: int = 0, number: int = 0) -> Iterator[Line]:
    """The lines of a file with their ends, decoded; an over-long one is skipped and yielded without its text.

    A line in which the file breaks off is not yielded. `offset` and `number` are the bytes and lines of the file before
    those of `stream`.
    """
    longest = limits.LONGEST_RECORD
    stream = as_utf8(stream, encoding)
    while data := stream.readline(longest + 1):
        number += 1
        if len(data) > longest:
            offset += len(data) + _skip_line(stream, data)
            yield Line(number, "", too_long())
            continue
        if not data.endswith(b"\n"):
            refuse_cut(stream)
        start = offset
        offset += len(data)
        if number == 1 and data.startswith(_BOM):
            data, start = data[len(_BOM) :], start + len(_BOM)
        yield Line(number, *decode(data, encoding, start))


def _skip_line(stream: IO[bytes], data: bytes) -> int:
    """Read on to the end of the line that begins with `data`; the number of bytes skipped."""
    skipped = 0
    while data and not data.endswith(b"\n"):
        data = stream.readline(_SKIP_CHUNK)
        skipped += len(data)
    return skipped


def whole(stream: IO[bytes]) -> bytes:
    """All bytes of a file that is one record. Raises `BrokenFileError` when it is too long or breaks off."""
    data = stream.read(limits.LONGEST_RECORD + 1)
    if len(data) > limits.LONGEST_RECORD:
        raise BrokenFileError(too_long())
    refuse_cut(stream)
    return data


def refuse_cut(stream: IO[bytes]) -> None:
    """Raise what a stream breaks off with, when it has been read to that place; nothing at an end."""
    stream.read(1)


def whole_text(stream: IO[bytes]) -> str:
    """All of a file as text. Raises `BrokenFileError` as `whole` does, or when it is in no encoding of this module."""
    data = whole(stream)
    encoding = encoding_of(data)
    if encoding in {"utf-16", "utf-32"}:
        if not _decodes(data, encoding):
            raise BrokenFileError(f"broken {encoding.upper()}; save the file as UTF-8")
        return data.decode(encoding)
    text, problem = decode(data.removeprefix(_BOM), encoding, len(data) - len(data.removeprefix(_BOM)))
    if problem:
        raise BrokenFileError(problem)
    return text
