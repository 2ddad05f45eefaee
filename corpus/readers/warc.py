"""WARC files (ISO 28500), as Common Crawl's CC-NEWS has them: the pages among their responses.

A response is an article when it is a page; requests, metadata, pictures, scripts and the like are none. A response with
another status than 200, or without a payload, is a record with a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from corpus.readers import limits
from corpus.readers.encoding import too_long
from corpus.readers.formats import Format, Layout, refuse_others
from corpus.readers.problems import BrokenFileError
from corpus.readers.records import Raw
from corpus.readers.sources import Source

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_LONGEST_LINE = 1 << 16
_CHUNK = 1 << 16
_START = 4096  # bytes
_VERSION = re.compile(rb"WARC/1\.[01]\r?\n\Z")
_TYPES = frozenset({"response", "resource", "conversion"})
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def look(source: Source) -> Layout:
    """Nothing to tell but that it is one."""
    with source.open() as stream:
        refuse_others(stream.read(_START), "WARC")
    return Layout("WARC", names=("url", "html"))


def read(source: Source, _: Layout) -> Iterator[Raw]:
    """The pages, numbered by record from 1; what stands between records is skipped and told of."""
    with source.open() as stream:
        number, told, lost = 0, 0, False
        while line := stream.readline(_LONGEST_LINE):
            if version := _VERSION.search(line):
                number += 1
                lost = False
                for raw in _record(stream, version[0].decode(), number):
                    told += 1
                    yield raw
            elif line.strip() and not lost:
                lost, told = True, told + 1
                yield Raw(
                    f"R{number}+", number, problem="what follows this record is no WARC record; skipped to the next"
                )
    if not told:
        raise BrokenFileError(f"no page among its {number} records" if number else "empty file: no WARC record")


def _record(stream: IO[bytes], version: str, number: int) -> Iterator[Raw]:
    from warcio.recordloader import ArcWarcRecordLoader  # noqa: PLC0415 - few dumps need it

    key = f"R{number}"
    try:
        record = ArcWarcRecordLoader(verify_http=False).parse_record_stream(stream, version, "warc")
        raw = _page(record, key, number)
        for _ in iter(lambda: record.raw_stream.read(_CHUNK), b""):
            pass
        cut = getattr(record.raw_stream, "limit", 0) > 0
    except (BrokenFileError, OSError):
        raise
    except Exception as error:  # what warcio raises for broken headers has no type in common
        yield Raw(key, number, problem=f"broken WARC record, the file may be cut off: {error}")
        return
    if cut:
        yield Raw(raw.key if raw else key, number, problem="the record is shorter than it says: the file is cut off")
    elif raw:
        yield raw


def _page(record: ArcWarcRecord, key: str, number: int) -> Raw | None:
    """The page of a record, or what is wrong with it; None for a record that is no page."""
    if not record.rec_type:
        return Raw(key, number, problem="a WARC record without a type")
    kind = _content_type(record)
    if record.rec_type not in _TYPES or not (kind.lower() or _PAGE_TYPES[0]).startswith(_PAGE_TYPES):
        return None
    headers = record.rec_headers
    key = re.sub(r"^<(?:urn:uuid:)?|>$", "", headers.get_header("WARC-Record-ID") or "") or key
    values: dict[str, object] = {"url": headers.get_header("WARC-Target-URI")}
    payload = record.content_stream().read(limits.LONGEST_RECORD + 1)
    if problem := _problem(record, payload):
        return Raw(key, number, values, problem)
    name = "text" if kind.lower().startswith("text/plain") else "html"
    return Raw(key, number, values | {name: _decoded(payload, kind)})


def _problem(record: ArcWarcRecord, payload: bytes) -> str | None:
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return f"HTTP status {status}"
    if len(payload) > limits.LONGEST_RECORD:
        return too_long()
    return None if payload.strip() else "a WARC record without payload"


def _content_type(record: Any) -> str:
    """The payload's type, as the server or, without one, the crawler says."""
    headers = record.http_headers or record.rec_headers
    kind: str = headers.get_header("Content-Type") or ""
    return "" if kind.startswith("application/http") else kind


def _decoded(payload: bytes, kind: str) -> str | bytes:
    """Text where the server names an encoding that fits; bytes where the page itself must tell."""
    named = _CHARSET.search(kind)
    try:
        return payload.decode(named[1]) if named else payload
    except (LookupError, UnicodeDecodeError):
        return payload


FORMAT = Format("WARC", ("warc",), look, read)
