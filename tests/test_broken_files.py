"""Broken files of every format end as clear rejects: no crash, no silence, no file held in memory."""

from __future__ import annotations

import gzip
import json
import math
import os
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import dumps
import pytest
from backports import zstd
from dumps import Given
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article, Reject
from corpus.readers import InputError, limits, read, records

ARTICLES = [
    Given(article, dumps.page(article))
    for article in (
        Article(f"a{n}", f"Pemkot Sorong mengatur WFH {n}.\nBerlaku Senin.", f"Judul {n}", f"https://x.example/{n}")
        for n in range(12)
    )
]
MANY = [replace(one, article=replace(one.article, source_id=f"{n}")) for n in range(300) for one in ARTICLES[:1]]
ROW = {"id": "1", "text": "Pemkot Sorong mengatur WFH."}
LINE = json.dumps(ROW) + "\n"
# Formats that tell where they end, so that a cut cannot go unnoticed
SEALED = [
    (suffix, packing)
    for suffix in dumps.FORMATS
    for packing in dumps.PACKINGS
    if packing or suffix in {"json", "parquet"}
]


def split(path: Path | str) -> tuple[list[str], list[str]]:
    """The ids of the articles and the reasons of the rejects."""
    records = list(read(path))
    assert all(record.source_path for record in records)
    rejects = [record.reason for record in records if isinstance(record, Reject)]
    return [record.source_id for record in records if isinstance(record, Article)], rejects


@pytest.mark.parametrize(("suffix", "packing"), SEALED)
def test_cut_in_the_middle(tmp_path: Path, suffix: str, packing: str) -> None:
    """What stands before the cut comes out, and one reject."""
    articles = MANY if packing == ".zst" else ARTICLES  # a Zstandard block comes out whole or not at all
    data = dumps.PACKINGS[packing](dumps.FORMATS[suffix](articles))
    for size in (12, len(data) // 3, len(data) // 2, len(data) * 9 // 10, len(data) - 3):
        ids, reasons = split(dumps.write(tmp_path / f"a.{suffix}{packing}", data[:size]))
        unfolded = UNFOLDERS[packing](data[:size])
        whole = [one.article.source_id for n, one in enumerate(articles) if end(suffix, articles, n) <= len(unfolded)]
        assert ids == whole, size
        assert len(reasons) == 1, size
        assert "cut off" in reasons[0] or "is not" in reasons[0]


UNFOLDERS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda data: data,
    ".gz": lambda data: zlib.decompressobj(31).decompress(data),
    ".zst": lambda data: zstd.ZstdDecompressor().decompress(data),
}


def end(suffix: str, articles: Sequence[Given], number: int) -> float:
    """Where the article of that number ends in the dump that is not packed; of Parquet, all end with the file."""
    if suffix == "parquet":
        return math.inf
    behind = {"json": len("\n]"), "warc": len("\r\n\r\n")}.get(suffix, 0)
    return len(dumps.FORMATS[suffix](articles[: number + 1])) - behind


@pytest.mark.parametrize("name", ["a.html.gz", "a.txt.gz"])
def test_half_a_page_is_no_article(tmp_path: Path, name: str) -> None:
    data = gzip.compress(ARTICLES[0].page if "html" in name else ARTICLES[0].article.text.encode() * 20)
    ids, (reason,) = split(dumps.write(tmp_path / name, data[:-9]))
    assert not ids
    assert "it is cut off" in reason


def test_damage_costs_what_stands_behind_it(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(dumps.json_lines(ARTICLES)))
    data[-8] ^= 1  # the checksum
    ids, (reason,) = split(dumps.write(tmp_path / "a.jsonl.gz", bytes(data)))
    assert len(ids) == len(ARTICLES)
    assert "incorrect data check" in reason


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "warc"])
def test_cut_inside_a_record(tmp_path: Path, suffix: str) -> None:
    data = dumps.FORMATS[suffix](ARTICLES)
    where = data.index(b"WFH 7") + 2
    ids, reasons = split(dumps.write(tmp_path / f"a.{suffix}", data[:where]))
    assert len(reasons) == 1
    assert len(ids) == 7


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("packing", ["", ".gz"])
def test_cut_archive(tmp_path: Path, streamed: bool, packing: str) -> None:
    """The members before the cut, what is left of the one in which it is, and a reject for the archive."""
    halves = {name: dumps.json_lines(part) for name, part in (("a", ARTICLES[:6]), ("b", ARTICLES[6:]))}
    files = {f"x/{name}.jsonl{packing}": dumps.PACKINGS[packing](data) for name, data in halves.items()}
    data = dumps.zipped(files, streamed)
    directory = data.index(b"PK\x01\x02")
    names = [one.article.source_id for one in ARTICLES]
    ids, (reason,) = split(dumps.write(tmp_path / "a.zip", data[:directory]))
    assert ids == names
    assert reason.startswith("cannot be read as a ZIP archive, it may be cut off")
    ids, reasons = split(dumps.write(tmp_path / "a.zip", data[: directory - 40]))
    assert 6 < len(ids) < 12
    assert ids == names[: len(ids)]
    assert len(reasons) == 2
    assert "it is cut off" in reasons[0]
    ids, reasons = split(dumps.write(tmp_path / "a.zip", data[:20]))
    assert not ids
    assert len(reasons) == 1


def test_members_of_a_cut_archive(tmp_path: Path) -> None:
    """They are what those of a whole one are: archives themselves, left out, damaged, of another kind, or bombs."""
    inner = dumps.zipped({"a.jsonl": LINE.encode()})
    files = {"dalam.zip": inner, "foto.jpg": b"x", "a.jsonl": LINE.encode(), "b.jsonl": LINE.encode(), "c.docx": b"x"}
    data = bytearray(dumps.zipped(files))
    data[data.index(b"b.jsonl") + len("b.jsonl")] ^= 0xFF
    ids, reasons = split(dumps.write(tmp_path / "a.zip", bytes(data[: data.index(b"PK\x01\x02", len(inner))])))
    assert ids == ["1"]
    assert reasons[0] == "an archive inside an archive: unpack it"
    assert [reason.split()[0] for reason in reasons[1:-1]] == ["broken", "cannot"]
    bomb = dumps.zipped({"a.jsonl": LINE.encode() + b" " * 3_000_000})
    ids, reasons = split(dumps.write(tmp_path / "b.zip", bomb[:-30]))
    assert "decompression bomb" in reasons[0]


def test_damaged_member(tmp_path: Path) -> None:
    data = bytearray(dumps.zipped({"a.jsonl": dumps.json_lines(ARTICLES), "b.jsonl": LINE.encode()}))
    data[60] ^= 0xFF
    ids, (reason,) = split(dumps.write(tmp_path / "a.zip", bytes(data)))
    assert ids[-1] == "1"
    assert "broken" in reason


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.parquet", "a.warc", "a.html", "a.txt"])
@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("gzip", gzip.compress(LINE.encode())),
        ("Zstandard", zstd.compress(LINE.encode())),
        ("ZIP", dumps.zipped({"a.jsonl": LINE.encode()})),
        ("PDF", b"%PDF-1.7\n1 0 obj\n"),
        ("old Office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    ],
)
def test_wrong_suffix(tmp_path: Path, name: str, kind: str, data: bytes) -> None:
    ids, (reason,) = split(dumps.write(tmp_path / name, data))
    assert not ids
    assert kind in reason
    assert "name it as what it is" in reason


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.parquet", "a.warc", "a.txt"])
def test_a_page_under_another_suffix(tmp_path: Path, name: str) -> None:
    ids, (reason,) = split(dumps.write(tmp_path / name, ARTICLES[0].page))
    assert not ids
    assert "name it as what it is" in reason


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.zst", "a.parquet.gz", "a.zip", "a.warc.gz"])
def test_no_compression_behind_the_suffix(tmp_path: Path, name: str) -> None:
    ids, (reason,) = split(dumps.write(tmp_path / name, LINE.encode()))
    assert not ids
    assert "name it as what it is" in reason or "cannot be read as a ZIP archive" in reason


@pytest.mark.parametrize("packing", [".gz", ".zst"])
def test_bomb(tmp_path: Path, packing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNFOLDING_FREE", 1_000_000)
    data = dumps.PACKINGS[packing](LINE.encode() + b" " * 30_000_000)
    ids, reasons = split(dumps.write(tmp_path / f"a.jsonl{packing}", data))
    assert ids == ["1"] or not ids
    assert "decompression bomb" in reasons[-1]


def test_bomb_in_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNFOLDING_FREE", 1_000_000)
    files = {f"{n}.jsonl": b"0" * 3_000_000 for n in range(4)}
    ids, (reason,) = split(dumps.write(tmp_path / "a.zip", dumps.zipped(files)))
    assert not ids
    assert "unfolds to 12,000,000, as a decompression bomb does" in reason


def test_archive_inside_an_archive(tmp_path: Path) -> None:
    inner = dumps.zipped({"a.jsonl": LINE.encode()})
    path = dumps.write(tmp_path / "a.zip", dumps.zipped({"b/dalam.zip": inner, "c.jsonl": LINE.encode()}))
    reject, article = read(path)
    assert isinstance(article, Article)
    assert isinstance(reject, Reject)
    assert reject.source_path == f"{path}/b/dalam.zip"
    assert reject.reason == "an archive inside an archive: unpack it"


def test_locked_archive(tmp_path: Path) -> None:
    data = bytearray(dumps.zipped({"a.jsonl": LINE.encode()}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    ids, (reason,) = split(dumps.write(tmp_path / "a.zip", bytes(data)))
    assert not ids
    assert "encrypted" in reason


def test_unknown_kinds_among_others(tmp_path: Path) -> None:
    files = {"a.jsonl": LINE.encode(), "b.docx": b"x", "c": b"x", "foto.jpg": b"x", ".git/a.jsonl": LINE.encode()}
    for name, data in files.items():
        dumps.write(tmp_path / "dump" / name, data)
    dumps.write(tmp_path / "dump.zip", dumps.zipped(files))
    for place in (tmp_path / "dump", tmp_path / "dump.zip"):
        ids, reasons = split(place)
        assert ids == ["1"]
        assert [reason.split(";")[0] for reason in reasons] == [
            "cannot read .docx",
            "cannot read a file without suffix",
        ]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    (tmp_path / "b.jsonl").symlink_to(tmp_path)
    (tmp_path / "c.jsonl").symlink_to(tmp_path / "hilang")
    assert split(tmp_path) == ([], ["is no regular file"] * 3)


def test_empty_archive(tmp_path: Path) -> None:
    assert split(dumps.write(tmp_path / "a.zip", dumps.zipped({}))) == ([], ["an archive without files"])


@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_quotes_that_are_never_closed(tmp_path: Path, suffix: str) -> None:
    tab = "\t" if suffix == "tsv" else ","
    data = f'id{tab}text\n1{tab}a\n2{tab}"b\n3{tab}c\n4{tab}"d\n5{tab}e\n'
    ids, reasons = split(dumps.write(tmp_path / f"a.{suffix}", data.encode()))
    assert ids == ["1", "3", "5"]
    assert len(reasons) == 2
    assert all(reason.startswith("broken CSV") for reason in reasons)


@pytest.mark.parametrize("suffix", ["jsonl", "json"])
def test_a_record_that_is_too_long(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONGEST_RECORD", 300_000)
    long = json.dumps({"id": "2", "text": "a" * 3_000_000})
    lines = [LINE.strip(), long, LINE.strip()]
    text = "\n".join(lines) if suffix == "jsonl" else "[\n" + ",\n".join(lines) + "\n]"
    ids, reasons = split(dumps.write(tmp_path / f"a.{suffix}", text.encode()))
    assert ids == ["1", "1"]
    assert reasons == ["longer than 300,000 bytes"]


@pytest.mark.parametrize("suffix", ["html", "txt"])
def test_a_file_that_is_too_long(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONGEST_RECORD", 1000)
    assert split(dumps.write(tmp_path / f"a.{suffix}", b"a " * 600)) == ([], ["longer than 1,000 bytes"])


def test_a_member_that_cannot_be_opened(tmp_path: Path) -> None:
    data = bytearray(dumps.zipped({"a.jsonl.gz": gzip.compress(LINE.encode()), "b.jsonl": LINE.encode()}))
    data[7] |= 8  # the name is UTF-8
    data[31] = 0xA5  # and is not
    ids, (reason,) = split(dumps.write(tmp_path / "a.zip", bytes(data)))
    assert ids == ["1"]
    assert "cannot be unpacked" in reason


def test_a_member_without_a_name(tmp_path: Path) -> None:
    data = dumps.zipped({"QQQQ": LINE.encode(), "b.jsonl": LINE.encode()}).replace(b"QQQQ", bytes(4))
    ids, (reason,) = split(dumps.write(tmp_path / "a.zip", data))
    assert ids == ["1"]
    assert reason.startswith("cannot read a file without suffix")


def test_a_page_that_breaks_its_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("x" * 1000)

    monkeypatch.setattr(records, "read_page", fail)
    data = json.dumps({"id": 1, "html": "<p>a</p>"}) + "\n" + LINE
    ids, (reason,) = split(dumps.write(tmp_path / "a.jsonl", data.encode()))
    assert ids == ["1"]
    assert reason.startswith("unreadable page: ValueError: xxx")
    assert len(reason) == 300


# -- characters -----------------------------------------------------------------------------------------------------


def test_mixed_encodings(tmp_path: Path) -> None:
    rows = ['1,"\u201cSatu\u201d"', '2,"\u201cDua\u201d"', '3,"\u201cTiga\u201d"', "4,Empat", '5,"\u201cLima\u201d"']
    coded = [row.encode("utf-8" if row.startswith("5") else "cp1252") for row in rows]
    ids, reasons = split(dumps.write(tmp_path / "a.csv", b"id,text\n" + b"\n".join(coded)))
    assert ids == ["1", "2", "3", "4"]
    assert reasons == ["mixed encodings: UTF-8 in a Windows-1252 file; save the file as UTF-8"]


def test_other_encodings_are_not_guessed(tmp_path: Path) -> None:
    ids, reasons = split(
        dumps.write(tmp_path / "a.csv", b"id,text\n1,a\n2," + "\u5bb6\u3067\u4ed5\u4e8b".encode("gbk"))
    )
    assert ids == ["1"]
    assert reasons[0].startswith("not UTF-8: byte 0x")


def test_broken_utf_16(tmp_path: Path) -> None:
    data = "id,text\n1,a\n2,b\n3,c\n".encode("utf-16-le").replace(b"b\0", b"\x00\xdc")
    ids, reasons = split(dumps.write(tmp_path / "a.csv", b"\xff\xfe" + data))
    assert ids == ["1", "3"]
    assert reasons[0].startswith("not UTF-8: byte 0xff")
    ids, reasons = split(dumps.write(tmp_path / "a.txt", b"\xff\xfe" + data))
    assert reasons == ["broken UTF-16; save the file as UTF-8"]


def test_broken_bytes_in_an_array(tmp_path: Path) -> None:
    elements = [b'{"id": 1, "text": "a"}', b'{"id": 2, "text": "caf\xe9"}', b'{"id": 3, "text": "\\ud800"}']
    ids, reasons = split(dumps.write(tmp_path / "a.json", b"[" + b", ".join(elements) + b"]"))
    assert ids == ["1", "3"]
    assert reasons == ["not UTF-8; save the file as UTF-8"]


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv", "tsv", "parquet", "warc", "html", "txt"])
def test_nul_bytes(tmp_path: Path, suffix: str) -> None:
    third = ARTICLES[3]
    text, page = third.article.text.replace("WFH", "WF\0"), third.page.replace(b"WFH", b"WF\0")
    articles = [*ARTICLES[:3], Given(replace(third.article, text=text), page), *ARTICLES[4:]]
    data = dumps.FORMATS[suffix](articles) if suffix in dumps.FORMATS else text.encode() if suffix == "txt" else page
    ids, reasons = split(dumps.write(tmp_path / f"a.{suffix}", data))
    assert len(ids) + len(reasons) == (len(ARTICLES) if suffix in dumps.FORMATS else 1)
    if suffix not in {"warc", "html"}:  # a parser of pages takes them out, as browsers do
        assert len(reasons) == 1


# -- JSON -----------------------------------------------------------------------------------------------------------


def test_a_broken_element_costs_one_record(tmp_path: Path) -> None:
    lines = [LINE.strip(), '{"id": 2, "text": tidak}', "7", LINE.strip()]
    ids, reasons = split(dumps.write(tmp_path / "a.json", ("[\n" + ",\n".join(lines) + "\n]").encode()))
    assert ids == ["1", "1"]
    assert reasons == ["broken JSON: Expecting value"]  # it takes the number behind it along


def test_objects_over_many_lines(tmp_path: Path) -> None:
    text = "\n".join(json.dumps({"id": n, "text": "a", "meta": {"b": [1]}}, indent=2) for n in range(3))
    assert split(dumps.write(tmp_path / "a.json", text.encode())) == (["0", "1", "2"], [])


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '[{"text": ' + "9" * 5000 + "}]", '{"artikel": [1]}', "tidak", "[1, 2]"]
)
def test_hostile_json(tmp_path: Path, text: str) -> None:
    ids, reasons = split(dumps.write(tmp_path / "a.json", text.encode()))
    assert not ids
    assert reasons


# -- Parquet --------------------------------------------------------------------------------------------------------


def test_damaged_parquet(tmp_path: Path) -> None:
    data = bytearray(dumps.parquet(ARTICLES))
    for at in range(40, 400):
        data[at] ^= 0x55
    ids, reasons = split(dumps.write(tmp_path / "a.parquet", bytes(data)))
    assert len(reasons) >= 1
    assert len(ids) < len(ARTICLES)


# -- WARC -----------------------------------------------------------------------------------------------------------


def test_warc_records_that_are_no_articles(tmp_path: Path) -> None:
    good = dumps.warc_record("7", "https://x.example/7", ARTICLES[0].page)
    bare = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:9>\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    records = [
        dumps.warc_info(),
        dumps.warc_record("1", "https://x.example/1", b""),
        dumps.warc_record("2", "https://x.example/2", b"hilang", "404 Not Found"),
        dumps.warc_record("3", "https://x.example/3", b"\x89PNG", kind="image/png"),
        dumps.warc_record("4", "https://x.example/4", b"<html><body></body></html>"),
        bare,
        good,
    ]
    found = [
        (r.source_id, getattr(r, "reason", None)) for r in read(dumps.write(tmp_path / "a.warc", b"".join(records)))
    ]
    assert found == [
        ("1", "a WARC record without payload"),
        ("2", "HTTP status 404"),
        ("4", "no article text in the page"),
        ("9", "a WARC record without payload"),
        ("7", None),
    ]


@pytest.mark.parametrize("rubbish", [b"sampah\r\nsampah\r\n", b"\0" * 5000, b"WARC/9.9\r\n\r\n", b"x" * 200_000])
def test_rubbish_between_warc_records(tmp_path: Path, rubbish: bytes) -> None:
    one, two = (dumps.warc_record(str(n), "https://x.example/7", ARTICLES[0].page) for n in (1, 2))
    ids, reasons = split(dumps.write(tmp_path / "a.warc", one + rubbish + b"\r\n" + two))
    assert ids == ["1", "2"]
    assert len(reasons) == 1


@pytest.mark.parametrize(
    "broken", [b"HTTP/1.1 200 OK", b"Content-Type: text/html; charset=utf-8", b"WARC-Type: response"]
)
def test_broken_headers_of_a_warc_record(tmp_path: Path, broken: bytes) -> None:
    one, two = (dumps.warc_record(str(n), "https://x.example/7", ARTICLES[0].page) for n in (1, 2))
    ids, reasons = split(
        dumps.write(tmp_path / "a.warc", one.replace(broken, b"\xff\xfe".ljust(len(broken), b"?")) + two)
    )
    assert ids[-1] == "2"
    assert len(ids) + len(reasons) == 2


@pytest.mark.parametrize(("said", "ids"), [(10, ["2"]), (10**12, []), (-5, ["2"]), ("banyak", ["2"])])
def test_a_warc_record_of_another_length(tmp_path: Path, said: object, ids: list[str]) -> None:
    one, two = (dumps.warc_record(str(n), "https://x.example/7", ARTICLES[0].page) for n in (1, 2))
    head, rest = one.split(b"Content-Length: ", 1)
    wrong = head + f"Content-Length: {said}\r\n".encode() + rest.split(b"\r\n", 1)[1]
    found, reasons = split(dumps.write(tmp_path / "a.warc", wrong + two))
    assert found == ids
    assert reasons


# -- any bytes ------------------------------------------------------------------------------------------------------

in_place = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
STARTS = {
    "jsonl": b"{",
    "json": b"[{",
    "csv": b"id,text\n1,",
    "parquet": b"PAR1",
    "warc": b"WARC/1.0\r\n",
    "html": b"<html>",
    "txt": b"",
    "jsonl.gz": gzip.compress(LINE.encode())[:-6],
    "csv.zst": zstd.compress(b"id,text\n1,a\n")[:-2],
    "zip": b"PK\x03\x04",
}


@in_place
@given(suffix=st.sampled_from(sorted(STARTS)), rest=st.binary(max_size=400))
def test_any_bytes_end_as_records(tmp_path: Path, suffix: str, rest: bytes) -> None:
    path = dumps.write(tmp_path / f"a.{suffix}", STARTS[suffix] + rest)
    try:
        records = list(read(path))
    except InputError as error:
        assert str(path) in str(error)
    else:
        assert records
        assert all(record.source_path for record in records)


@in_place
@given(data=st.data())
def test_any_damage_ends_as_records(tmp_path: Path, data: st.DataObject) -> None:
    suffix = data.draw(st.sampled_from(sorted(dumps.FORMATS)))
    packing = data.draw(st.sampled_from(sorted(dumps.PACKINGS)))
    whole = bytearray(dumps.PACKINGS[packing](dumps.FORMATS[suffix](ARTICLES[:4])))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=4)):
        whole[at] ^= data.draw(st.integers(1, 255))
    path = dumps.write(tmp_path / f"a.{suffix}{packing}", bytes(whole))
    try:
        assert list(read(path))
    except InputError as error:
        assert str(path) in str(error)
