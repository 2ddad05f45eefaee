"""The same articles written in every format that the readers know, for the tests of the readers."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from backports import zstd

from corpus.article import Article


@dataclass(frozen=True, slots=True)
class Given:
    """An article, and a page that the readers make it from."""

    article: Article
    page: bytes


FIELDS = ("id", "url", "title", "published", "outlet", "text")


def rows(given: Sequence[Given]) -> list[dict[str, str]]:
    """The articles as a dump's records, empty fields as empty strings."""
    return [
        {name: getattr(one.article, "source_id" if name == "id" else name) or "" for name in FIELDS} for one in given
    ]


def json_lines(given: Sequence[Given]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(given)).encode()


def json_array(given: Sequence[Given]) -> bytes:
    return json.dumps(rows(given), ensure_ascii=False, indent=2).encode()


def one_line_array(given: Sequence[Given]) -> bytes:
    return json.dumps(rows(given)).encode()


def delimited(given: Sequence[Given], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, FIELDS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows(given))
    return stream.getvalue().encode(encoding)


def parquet(given: Sequence[Given]) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows(given)), stream, row_group_size=50)
    return stream.getvalue()


def page(article: Article) -> bytes:
    """A plain page: what it says stands in its head, its paragraphs in an `article`."""
    head = {
        "og:title": article.title,
        "og:site_name": article.outlet,
        "og:url": article.url,
        "article:published_time": article.published,
    }
    metas = "".join(f'<meta property="{name}" content="{escape(value)}">\n' for name, value in head.items() if value)
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in article.text.splitlines() if line.strip())
    return (
        f'<!doctype html>\n<html lang="id"><head><meta charset="utf-8">\n<title>{escape(article.title or "")}</title>\n'
        f'<link rel="canonical" href="{escape(article.url or "")}">\n{metas}</head>\n'
        f"<body><article><h1>{escape(article.title or '')}</h1>\n{paragraphs}</article></body></html>\n"
    ).encode()


def warc_record(
    key: str, url: str, payload: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8"
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{key}>\r\nWARC-Date: 2021-07-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) + len(payload)}\r\n\r\n"
    )
    return head.encode() + http + payload + b"\r\n\r\n"


def warc_info() -> bytes:
    body = b"software: test\r\n"
    return b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n" % (len(body), body)


def _record(given: Given) -> bytes:
    return warc_record(given.article.source_id, given.article.url or "", given.page)


def warc(given: Sequence[Given]) -> bytes:
    return b"".join([warc_info(), *map(_record, given)])


def warc_gz(given: Sequence[Given]) -> bytes:
    """Each record a gzip member of its own, as the standard asks."""
    records = [warc_info(), *map(_record, given)]
    return b"".join(map(gzip.compress, records))


FORMATS: dict[str, Callable[[Sequence[Given]], bytes]] = {
    "jsonl": json_lines,
    "ndjson": json_lines,
    "json": json_array,
    "csv": delimited,
    "tsv": lambda given: delimited(given, "\t"),
    "parquet": parquet,
    "warc": warc,
}
"""The formats that hold many articles in one file, by suffix."""

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda data: data,
    ".gz": lambda data: gzip.compress(data, mtime=0),
    ".zst": zstd.compress,
}
"""Compressions by suffix."""


class _Pipe(io.BytesIO):
    """What cannot be sought in, so that an archive's sizes stand behind its members."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation


def zipped(files: dict[str, bytes], streamed: bool = False) -> bytes:
    """A ZIP archive of the files; `streamed` as programs write it that send it while they make it."""
    stream = _Pipe() if streamed else io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def write(path: Path, data: bytes) -> Path:
    """The file, with the folders that lead to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def lay(place: Path, files: dict[str, bytes], packing: str) -> Path:
    """The files as a dump: the only one by itself, several in a folder, all in an archive where `packing` is `.zip`."""
    if packing == ".zip":
        return write(place.with_suffix(".zip"), zipped(files))
    paths = [write(place / f"{name}{packing}", PACKINGS[packing](data)) for name, data in files.items()]
    return paths[0] if len(paths) == 1 else place
