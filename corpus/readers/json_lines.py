"""JSON: an object a line (`.jsonl`, `.ndjson`), or one array or several objects over many lines (`.json`)."""

from __future__ import annotations

import codecs
import contextlib
import io
import itertools
import json
import re
from collections.abc import Iterator
from typing import IO

import msgspec

from corpus.readers import limits
from corpus.readers.encoding import NUL, Line, as_utf8, lines, sniff, too_long
from corpus.readers.formats import Format, Layout, Part, refuse_others
from corpus.readers.problems import BrokenFileError
from corpus.readers.records import Raw
from corpus.readers.sources import Source
from corpus.readers.streams import Stretch

_LINES, _VALUES = "JSON Lines", "JSON"
_SAMPLE = 50  # objects whose fields are looked at
_CHUNK = 1 << 18
_BETWEEN = re.compile(r"[\s,\[\]\ufeff]*")
_OPENING = re.compile(r"\n[ \t]{0,8}(?=\{)")
_LONGEST_MARGIN = 16  # characters of `_OPENING`
_START = 64 * 1024  # bytes
_BLOCK = 1 << 20  # bytes of lines that are decoded together
_QUICK: msgspec.json.Decoder[object] = msgspec.json.Decoder()  # gives what `json` gives in a third of the time


def look(source: Source) -> Layout:
    """The layout of a file. JSON is UTF-8 (RFC 8259); a UTF-16 file that says so is read too."""
    with source.open() as stream:
        encoding = sniff(stream)
    if encoding == "cp1252":
        encoding = "utf-8"
    with source.open() as stream:
        start = as_utf8(stream, encoding).read(_START)
    refuse_others(start, "JSON")
    layout = Layout(_format(source, encoding, start), encoding)
    return Layout(layout.format, encoding, names=tuple(_names(read(source, layout))))


def _names(found: Iterator[Raw]) -> dict[str, None]:
    """The fields of the first objects, before the file breaks off if it does."""
    names: dict[str, None] = {}
    objects = (raw for raw in found if not raw.problem)
    with contextlib.suppress(BrokenFileError):  # `read` tells of it
        for raw in itertools.islice(objects, _SAMPLE):
            names |= dict.fromkeys(raw.values)
    return names


def _format(source: Source, encoding: str, start: bytes) -> str:
    first = start.removeprefix(codecs.BOM_UTF8).lstrip()
    if first.startswith(b"["):
        return _VALUES
    if source.kind[0] != "json":
        return _LINES
    with source.open() as stream:
        line = next((line for line in lines(stream, encoding) if line.problem or line.text.strip()), None)
    return _VALUES if line and line.text.lstrip().startswith("{") and _object(line.text)[1] else _LINES


def read(source: Source, layout: Layout) -> Iterator[Raw]:
    """The objects of a file, each with the line that it begins in."""
    with source.open() as stream:
        found = (_lines if layout.format == _LINES else _values)(stream, layout)
        first = next(found, None)
        if first is None:
            yield Raw(source.stem, None, problem="empty file")
            return
        yield first
        yield from found


def read_part(source: Source, layout: Layout, part: Part) -> Iterator[Raw]:
    """The objects of some lines of a file."""
    at, number = part.start, part.before
    with Stretch.of(source.open(), part.start, part.end) as stream:
        while data := stream.read(_BLOCK):
            data += stream.readline(limits.LONGEST_RECORD)
            if not data.endswith(b"\n") and at + len(data) < part.end:
                break  # a line that is too long
            for line in data.removesuffix(b"\n").split(b"\n"):
                if (values := _quick_object(line)) is not None:
                    yield Raw(f"L{number + 1}", number + 1, values)
                else:
                    yield from _lines(io.BytesIO(line + b"\n"), layout, at, number)
                number += 1
                at += len(line) + 1
    with Stretch.of(source.open(), at, part.end) as stream:
        yield from _lines(stream, layout, at, number)


def _quick_object(line: bytes) -> dict[str, object] | None:
    """The object of a line without a flaw; None for any other line."""
    try:
        values = _QUICK.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _lines(stream: IO[bytes], layout: Layout, offset: int = 0, before: int = 0) -> Iterator[Raw]:
    for line in lines(stream, layout.encoding or "utf-8", offset, before):
        if line.problem or line.text.strip():
            values, problem = _line_object(line)
            yield Raw(f"L{line.number}", line.number, values, problem)


def _line_object(line: Line) -> tuple[dict[str, object], str | None]:
    if line.problem:
        return {}, line.problem
    return _object(line.text.strip())


def _object(text: str) -> tuple[dict[str, object], str | None]:
    """The object that a text is, or why it is none."""
    if "\0" in text:
        return {}, NUL
    try:
        value = _QUICK.decode(text)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return _slow_object(text)
    return (value, None) if isinstance(value, dict) else ({}, "not a JSON object")


def _slow_object(text: str) -> tuple[dict[str, object], str | None]:
    """The same by `json`, which takes a little more (NaN, half surrogate pairs) and says what is wrong."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return {}, f"broken JSON: {error.msg} at column {error.colno}"
    except (ValueError, RecursionError) as error:
        return {}, f"broken JSON: {error}"
    return (value, None) if isinstance(value, dict) else ({}, "not a JSON object")


# -- values over many lines -----------------------------------------------------------------------------------------


def _values(stream: IO[bytes], layout: Layout) -> Iterator[Raw]:
    """The elements of an array, or objects one after the other.

    Behind a broken one, reading goes on at the next line that opens an object.
    """
    text = _Buffer(stream, layout.encoding or "utf-8")
    decoder = json.JSONDecoder()
    number, opened, closed = 0, False, False
    while True:
        between = text.skip(_BETWEEN)
        opened, closed = opened or "[" in between, "]" in between
        if text.at == len(text.text):
            break
        number += 1
        line = text.line
        value, problem = _next_value(text, decoder)
        values = value if isinstance(value, dict) else {}
        if not problem and not isinstance(value, dict):
            problem = "not a JSON object"
        yield Raw(f"N{number}", line, values, problem)
    if opened and not closed and not text.lost:
        yield Raw(f"N{number + 1}", text.line, problem="the array is not closed: the file is cut off")


def _next_value(text: _Buffer, decoder: json.JSONDecoder) -> tuple[object, str | None]:
    """The value that the text stands at, which it is moved behind; or why there is none."""
    while True:
        try:
            value, end = decoder.raw_decode(text.text, text.at)
        except json.JSONDecodeError as error:
            if text.grow():
                continue
            return None, text.give_up(too_long() if text.is_full else f"broken JSON: {error.msg}")
        except (ValueError, RecursionError) as error:
            return None, text.give_up(f"broken JSON: {error}")
        if end == len(text.text) and not isinstance(value, dict) and text.grow():  # a number may go on
            continue
        try:
            text.take(end).encode("utf-8")
        except UnicodeEncodeError:
            return None, "not UTF-8; save the file as UTF-8"
        return value, None


class _Buffer:
    """The part of a file that is being read, as text; broken UTF-8 stands in it as half surrogate pairs."""

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self._stream = as_utf8(stream, encoding)
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self.text = ""
        self.at = 0
        self.line = 1
        self.ended = False
        self.lost = False  # given up before the end

    @property
    def is_full(self) -> bool:
        """Whether as much is held as one record may take."""
        return len(self.text) - self.at > limits.LONGEST_RECORD

    def grow(self) -> bool:
        """Read on, twice as far each time; False at the end of the file, or when it is full."""
        if self.ended or self.is_full:
            return False
        data = self._stream.read(max(_CHUNK, len(self.text) - self.at))
        self.ended = not data
        self.text = self.text[self.at :] + self._decoder.decode(data, final=self.ended)
        self.at = 0
        return not self.ended

    def take(self, end: int) -> str:
        """Move on to `end`; the text in between."""
        taken = self.text[self.at : end]
        self.line += taken.count("\n")
        self.at = end
        return taken

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Move over what the pattern matches, to the end of the file at most; what was skipped."""
        skipped = ""
        while True:
            match = pattern.match(self.text, self.at)
            skipped = (skipped + self.take(match.end() if match else self.at))[-1000:]
            if self.at < len(self.text) or not self.grow():
                return skipped

    def give_up(self, problem: str) -> str:
        """Move on to the next line that opens an object; the problem, and whether the rest of the file went with it."""
        start = self.at + 1
        while not (match := _OPENING.search(self.text, start)):
            self.take(max(start, len(self.text) - _LONGEST_MARGIN))
            start = self.at
            if not self.grow():
                self.take(len(self.text))
                self.lost = True
                return f"{problem}; the rest of the file was not read, it may be cut off"
            start = self.at
        self.take(match.end())
        return problem


FORMAT = Format("JSON", ("jsonl", "ndjson", "json"), look, read, read_part)
