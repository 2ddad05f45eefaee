r"""Read dumps of news: JSON Lines, CSV or TSV, a folder of text files, a single text file.

    for record in read("dump.jsonl"):
        if isinstance(record, Reject):
            print(record.source_path, record.line, record.reason)

Every record of the input gives exactly one `Article` or one `Reject`; a file without records gives one `Reject`. Only
what concerns a whole input (it is missing, of an unknown kind, has no such field) is an error, `InputError`. Records
are read one at a time, none longer than `LONGEST_RECORD` bytes.

Input is UTF-8, with or without a byte order mark. Another encoding is not guessed, since a wrong guess would change
the evidence: a record whose bytes do not decode is rejected, with the place of the first such byte.
"""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import IO

from corpus.article import Article, Reject
from corpus.parts import join_parts

LONGEST_RECORD = 20_000_000
"""Bytes; a longer line of JSON, CSV record or text file is rejected without being held in memory."""

_SAMPLE = 50  # objects looked at to tell whether a field name of the user's exists
_SKIP_CHUNK = 1 << 20
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class InputError(Exception):
    """An input that cannot be read at all; the message names it, says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class FieldMap:
    """The names of a dump's own fields, for those that are not among the usual names.

    >>> FieldMap(text="isi_berita").names("text")
    ('isi_berita',)
    >>> FieldMap().names("title")
    ('title', 'judul', 'headline')
    """

    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    text: str | None = None
    outlet: str | None = None

    def names(self, field: str) -> tuple[str, ...]:
        """The names that `field` may have in the dump, the likeliest first."""
        own: str | None = getattr(self, field)
        return USUAL_NAMES[field] if own is None else (own,)

    def own_names(self) -> list[str]:
        """The names that the user gave."""
        given = (getattr(self, field.name) for field in fields(self))
        return [name for name in given if name is not None]


USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "doc_id"),
    "url": ("url", "link", "tautan"),
    "title": ("title", "judul", "headline"),
    "published": ("published", "published_at", "date", "tanggal", "waktu"),
    "text": ("text", "isi", "content", "body", "artikel"),
    "outlet": ("outlet", "source", "sumber", "media"),
}
"""Names of fields as dumps have them; capitals and surrounding blanks do not matter."""

Record = Article | Reject


def read(path: str | Path, fields: FieldMap | None = None) -> Iterator[Record]:
    """Read the articles of one input.

    `path` is a `.jsonl` or `.ndjson` file, a `.csv` or `.tsv` file with a header, a `.txt` file, or a folder whose
    `.txt` files (also in folders below it) are one article each; `fields` names the dump's fields where they are not
    the usual ones.

    An article's `source_id` is the dump's id; without one it is the file's stem for `.txt` and "L12" for line 12.
    Text stays as given, line ends included; the pages of one article are put together (`corpus.parts`). Raises
    `InputError` at once, before the first record.
    """
    path = Path(path)
    fields = fields or FieldMap()
    if path.is_dir():
        return _read_folder(path)
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder; check the path")
        known = ", ".join(sorted(_READERS))
        raise InputError(f"{path}: cannot read {suffix or 'a file without suffix'}; give {known} or a folder of .txt")
    try:
        with path.open("rb") as stream:
            start = stream.read(2)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file or folder; check the path") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be opened ({error.strerror}); check its permissions") from error
    if start in _UTF_16:
        raise InputError(f"{path}: is UTF-16; save it as UTF-8")
    return join_parts(_READERS[suffix](path, fields))


# -- text files -----------------------------------------------------------------------------------------------------


def _read_folder(folder: Path) -> Iterator[Record]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".txt" and path.is_file())
    if not paths:
        raise InputError(f"{folder}: holds no .txt file; give a folder of text files, or one .jsonl, .csv or .tsv file")
    return (_text_file(path) for path in paths)


def _read_text(path: Path, _: FieldMap) -> Iterator[Record]:
    return iter([_text_file(path)])


def _text_file(path: Path) -> Record:
    def reject(reason: str) -> Reject:
        return Reject(path.stem, path.as_posix(), None, reason)

    try:
        with path.open("rb") as stream:
            data = stream.read(LONGEST_RECORD + 1)
    except OSError as error:
        return reject(f"cannot be opened: {error.strerror}")
    if len(data) > LONGEST_RECORD:
        return reject(_TOO_LONG)
    if not data.removeprefix(_BOM).strip():
        return reject("empty file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return reject(_not_utf8(data, error.start, 0))
    if "\0" in text:
        return reject(_NUL)
    return Article(source_id=path.stem, text=text, source_path=path.as_posix())


# -- lines ----------------------------------------------------------------------------------------------------------


_TOO_LONG = f"longer than {LONGEST_RECORD:,} bytes"
_NUL = "NUL character"


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    problem: str | None = None


def _not_utf8(data: bytes, at: int, offset: int) -> str:
    return f"not UTF-8: byte 0x{data[at]:02x} at byte {offset + at} of the file; save the file as UTF-8"


def _lines(stream: IO[bytes]) -> Iterator[_Line]:
    """The lines of a file with their ends, decoded; an over-long one is skipped and yielded without its text."""
    offset, number = 0, 0
    while data := stream.readline(LONGEST_RECORD + 1):
        number += 1
        if len(data) > LONGEST_RECORD:
            offset += len(data) + _skip_line(stream, data)
            yield _Line(number, "", _TOO_LONG)
            continue
        start = offset
        offset += len(data)
        if number == 1 and data.startswith(_BOM):
            data, start = data[len(_BOM) :], start + len(_BOM)
        try:
            yield _Line(number, data.decode("utf-8"))
        except UnicodeDecodeError as error:
            yield _Line(number, data.decode("utf-8", "replace"), _not_utf8(data, error.start, start))


def _skip_line(stream: IO[bytes], data: bytes) -> int:
    """Read on to the end of the line that begins with `data`; the number of bytes skipped."""
    skipped = 0
    while data and not data.endswith(b"\n"):
        data = stream.readline(_SKIP_CHUNK)
        skipped += len(data)
    return skipped


# -- JSON Lines -----------------------------------------------------------------------------------------------------


def _read_json_lines(path: Path, fields: FieldMap) -> Iterator[Record]:
    own = fields.own_names()
    if own:
        _check_names(path, own, _sampled_names(path))
    return _json_records(path, fields)


def _sampled_names(path: Path) -> list[str]:
    names: dict[str, None] = {}
    with path.open("rb") as stream:
        objects = (record for line in _lines(stream) if isinstance(record := _json_object(line), dict))
        for _, record in zip(range(_SAMPLE), objects, strict=False):
            names.update(dict.fromkeys(record))
    return list(names)


def _check_names(path: Path, own: Iterable[str], present: list[str]) -> None:
    folded = {_folded(name) for name in present}
    missing = [name for name in own if _folded(name) not in folded]
    if missing and present:
        raise InputError(
            f"{path}: has no field {', '.join(map(repr, missing))}; its fields are {', '.join(map(repr, present))}"
        )


def _json_records(path: Path, fields: FieldMap) -> Iterator[Record]:
    empty = True
    with path.open("rb") as stream:
        for line in _lines(stream):
            if not line.problem and not line.text.strip():
                continue
            empty = False
            record = _json_object(line)
            if isinstance(record, str):
                yield _reject(path, line.number, record)
            else:
                yield _article(path, line.number, record, fields)
    if empty:
        yield _reject(path, None, "empty file")


def _json_object(line: _Line) -> dict[str, object] | str:
    """The object on the line, or why there is none."""
    if line.problem:
        return line.problem
    if "\0" in line.text:
        return _NUL
    try:
        record = json.loads(line.text.strip())
    except json.JSONDecodeError as error:
        return f"broken JSON: {error.msg} at column {error.colno}"
    except (ValueError, RecursionError) as error:
        return f"broken JSON: {error}"
    return record if isinstance(record, dict) else "not a JSON object"


# -- CSV and TSV ----------------------------------------------------------------------------------------------------


def _read_csv(path: Path, fields: FieldMap) -> Iterator[Record]:
    with path.open("rb") as stream:
        header = _header(path, stream)
    if header is not None:
        _check_names(path, fields.own_names(), header.names)
        if not any(_folded(name) in map(_folded, header.names) for name in fields.names("text")):
            raise InputError(
                f"{path}: has no column for the text; its columns are {', '.join(map(repr, header.names))}: "
                "name the one with the articles: --text-field NAME, in Python FieldMap(text=NAME)"
            )
    return _csv_records(path, header, fields)


@dataclass(frozen=True, slots=True)
class _Header:
    names: list[str]
    delimiter: str


def _header(path: Path, stream: IO[bytes]) -> _Header | None:
    """The first row that is not blank; in a `.csv` the commonest of comma, semicolon and tab in it delimits."""
    for line in _lines(stream):
        if line.problem or "\0" in line.text:
            raise InputError(f"{path}: the header cannot be read: {line.problem or _NUL}")
        if line.text.strip():
            delimiter = "\t" if path.suffix.lower() == ".tsv" else max(",;\t", key=line.text.count)
            try:
                return _Header(next(csv.reader([line.text], delimiter=delimiter, strict=True)), delimiter)
            except csv.Error as error:
                raise InputError(f"{path}: the header cannot be read: {error}; repair its quotes") from error
    return None


def _csv_records(path: Path, header: _Header | None, fields: FieldMap) -> Iterator[Record]:
    if header is None:
        yield _reject(path, None, "empty file")
        return
    with path.open("rb") as stream:
        rows = iter(_Rows(_lines(stream), header.delimiter))
        next(rows)  # the header
        empty = True
        for number, row in rows:
            empty = False
            if isinstance(row, str):
                yield _reject(path, number, row)
            elif len(row) > len(header.names):
                yield _reject(path, number, f"{len(row)} columns where the header has {len(header.names)}")
            else:
                yield _article(path, number, dict(zip(header.names, row, strict=False)), fields)
        if empty:
            yield _reject(path, None, "empty file: nothing under the header")


class _Rows:
    """The rows of a CSV file, each with the number of its first line; a broken one is the reason instead.

    A quote that is never closed takes in what follows it. Such a row is given up, and reading goes on at the line
    behind the one where it began, so that it costs one record and not the rest of the file.
    """

    def __init__(self, lines: Iterator[_Line], delimiter: str) -> None:
        self._source = lines
        self._delimiter = delimiter
        self._again: deque[_Line] = deque()
        self._used: list[_Line] = []
        self._size = 0

    def __iter__(self) -> Iterator[tuple[int, list[str] | str]]:
        csv.field_size_limit(LONGEST_RECORD)
        reader = self._reader()
        while True:
            self._used, self._size = [], 0
            problem = None
            row: list[str] = []
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                problem = f"broken CSV: {error}; look for a quote that is not closed"
                self._again.extendleft(reversed(self._used[1:]))
                del self._used[1:]
                reader = self._reader()
            number = self._used[0].number
            problem = next((line.problem for line in self._used if line.problem), problem)
            if not problem and any("\0" in value for value in row):
                problem = _NUL
            if problem or any(value.strip() for value in row):
                yield number, problem or row

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._lines(), delimiter=self._delimiter, strict=True)

    def _lines(self) -> Iterator[str]:
        while True:
            line = self._again.popleft() if self._again else next(self._source, None)
            if line is None:
                return
            self._used.append(line)
            self._size += len(line.text)
            if self._size > LONGEST_RECORD:
                raise csv.Error(_TOO_LONG)
            yield line.text


# -- records --------------------------------------------------------------------------------------------------------


def _folded(name: str) -> str:
    return name.strip().casefold()


def _reject(path: Path, line: int | None, reason: str, source_id: str | None = None) -> Reject:
    return Reject(source_id or (path.stem if line is None else f"L{line}"), path.as_posix(), line, reason)


def _article(path: Path, line: int, record: Mapping[str, object], fields: FieldMap) -> Record:
    present = {_folded(name): value for name, value in record.items()}

    def value(field: str) -> object:
        found = (present.get(_folded(name)) for name in fields.names(field))
        return next((one for one in found if one is not None), None)

    source_id = _plain(value("id")) or f"L{line}"
    text = value("text")
    if text is None:
        return _reject(path, line, f"no text (fields: {', '.join(record)})", source_id)
    if not isinstance(text, str):
        return _reject(path, line, f"the text is not a string but {type(text).__name__}", source_id)
    if not text.strip():
        return _reject(path, line, "empty text", source_id)
    if "\0" in text:
        return _reject(path, line, _NUL, source_id)
    return Article(
        source_id=source_id,
        text=text,
        title=_plain(value("title")),
        url=_plain(value("url")),
        outlet=_plain(value("outlet")),
        published=_plain(value("published")),
        source_path=path.as_posix(),
        line=line,
    )


def _plain(value: object) -> str | None:
    """A string or number as a string; nothing for blanks and for lists and objects.

    >>> _plain(7), _plain(7.0), _plain(" a "), _plain(""), _plain(["x"])
    ('7', '7', 'a', None, None)
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


_READERS: Mapping[str, Callable[[Path, FieldMap], Iterator[Record]]] = {
    ".jsonl": _read_json_lines,
    ".ndjson": _read_json_lines,
    ".csv": _read_csv,
    ".tsv": _read_csv,
    ".txt": _read_text,
}
