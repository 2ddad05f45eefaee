"""The readers: every record is an article or a reject; whole inputs that cannot be read are errors."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article, Reject
from corpus.readers import FieldMap, InputError, limits, read
from corpus.readers.fields import usual_names

TEXT = "Pemkot Sorong mengatur WFH.\r\nBerlaku Senin."


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def reasons(path: Path) -> list[tuple[int | None, str]]:
    return [(record.line, record.reason) for record in read(path) if isinstance(record, Reject)]


def ids(path: Path, fields: FieldMap | None = None) -> list[str]:
    return [record.source_id for record in read(path, fields) if isinstance(record, Article)]


# -- JSON Lines -----------------------------------------------------------------------------------------------------


def test_json_line(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "url": "https://x.example/1",
        "title": "Judul",
        "published": "2021-07-12",
        "text": TEXT,
        "media": "X",
    }
    path = write(tmp_path / "dump.jsonl", json.dumps(record))
    assert list(read(path)) == [
        Article(
            source_id="7",
            text=TEXT,
            title="Judul",
            url="https://x.example/1",
            outlet="X",
            published="2021-07-12",
            source_path=path.as_posix(),
            line=1,
        )
    ]


@pytest.mark.parametrize(
    ("names", "field"),
    [(names, field) for field, names in usual_names().items() if field not in ("id", "text")],
)
def test_usual_names(tmp_path: Path, names: tuple[str, ...], field: str) -> None:
    for name in names:
        path = write(tmp_path / "dump.jsonl", json.dumps({"Isi": "a", f" {name.upper()}": "nilai"}))
        (article,) = read(path)
        assert getattr(article, field) == "nilai"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "a"', "broken JSON: Expecting ',' delimiter at column 13"),
        ("tidak", "broken JSON: Expecting value at column 1"),
        ("[1]", "not a JSON object"),
        ("7", "not a JSON object"),
        ('{"judul": "a"}', "no text (fields: judul)"),
        ('{"text": null}', "no text (fields: text)"),
        ('{"text": " \\n"}', "empty text"),
        ('{"text": 5}', "the text is not a string but int"),
        ('{"text": ["a"]}', "the text is not a string but list"),
        ('{"text": "a\\u0000"}', "NUL character"),
        ('{"text": "a\0"}', "NUL character"),
        ("[" * 200_000, None),
        ('{"text": ' + "9" * 5000 + "}", None),
    ],
)
def test_broken_json_line_costs_one_record(tmp_path: Path, line: str, reason: str | None) -> None:
    good = json.dumps({"text": "a"})
    path = write(tmp_path / "dump.jsonl", f"{good}\n{line}\n{good}\n")
    ((number, found),) = reasons(path)
    assert number == 2
    assert found == reason if reason else found.startswith("broken JSON")
    assert ids(path) == ["L1", "L3"]


def test_reject_keeps_the_id(tmp_path: Path) -> None:
    path = write(tmp_path / "dump.jsonl", '{"id": "a9", "text": ""}')
    assert list(read(path)) == [Reject("a9", path.as_posix(), 1, "empty text")]


def test_blank_lines_are_no_records(tmp_path: Path) -> None:
    path = write(tmp_path / "dump.jsonl", '\n{"text": "a"}\r\n  \n{"text": "b"}')
    assert ids(path) == ["L2", "L4"]
    assert reasons(path) == []


def test_byte_order_mark(tmp_path: Path) -> None:
    assert ids(write(tmp_path / "dump.jsonl", b"\xef\xbb\xbf" + b'{"text": "a"}')) == ["L1"]


def test_undecodable_byte_is_placed(tmp_path: Path) -> None:
    path = write(tmp_path / "dump.jsonl", b'\xef\xbb\xbf{"text": "a"}\n{"text": "caf\xe9"}\n{"text": "b"}')
    assert reasons(path) == [(2, "not UTF-8: byte 0xe9 at byte 30 of the file; save the file as UTF-8")]
    assert path.read_bytes()[30] == 0xE9
    assert ids(path) == ["L1", "L3"]


@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff"])
@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".tsv", ".txt"])
def test_empty_file(tmp_path: Path, content: str, suffix: str) -> None:
    path = write(tmp_path / f"kosong{suffix}", content)
    assert list(read(path)) == [Reject("kosong", path.as_posix(), None, "empty file")]


def test_over_long_line_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONGEST_RECORD", 100)
    long = json.dumps({"text": "a" * 5000})
    path = write(tmp_path / "dump.jsonl", f'{{"text": "a"}}\n{long}\n{{"text": "b"}}')
    assert [line for line, reason in reasons(path) if reason.startswith("longer than")] == [2]
    assert ids(path) == ["L1", "L3"]


def test_own_field_names(tmp_path: Path) -> None:
    path = write(tmp_path / "dump.jsonl", '{"kode": 3, "naskah": "a", "text": "bukan"}')
    (article,) = read(path, FieldMap(id="kode", text="Naskah"))
    assert isinstance(article, Article)
    assert (article.source_id, article.text) == ("3", "a")


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_unknown_field_name_lists_those_there_are(tmp_path: Path, suffix: str) -> None:
    content = '{"id": 1, "isi": "a"}\n' if suffix == ".jsonl" else "id,isi\n1,a\n"
    path = write(tmp_path / f"dump{suffix}", content)
    with pytest.raises(InputError, match=r"has no field 'naskah'; its fields are 'id', 'isi'"):
        read(path, FieldMap(text="naskah"))


@pytest.mark.parametrize(
    ("given_id", "expected"),
    [(7, "7"), (7.0, "7"), (7.5, "7.5"), ("", "L1"), (None, "L1"), (["x"], "L1"), (" a ", "a")],
)
def test_ids(tmp_path: Path, given_id: object, expected: str) -> None:
    assert ids(write(tmp_path / "dump.jsonl", json.dumps({"id": given_id, "text": "a"}))) == [expected]


# -- CSV ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("suffix", "delimiter"), [(".csv", ","), (".csv", ";"), (".csv", "\t"), (".tsv", "\t")])
def test_csv(tmp_path: Path, suffix: str, delimiter: str) -> None:
    stream = io.StringIO(newline="")
    rows = [["id", "judul", "isi"], ["a", "Satu, dua; tiga", TEXT], ["b", "", 'kata "baik"']]
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    path = write(tmp_path / f"dump{suffix}", stream.getvalue())
    first, second = read(path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.source_id, first.title, first.text, first.line) == ("a", "Satu, dua; tiga", TEXT, 2)
    assert (second.title, second.text, second.line) == (None, 'kata "baik"', 4)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('2,"tidak ditutup', "broken CSV"),
        ('2,"satu" dua', "broken CSV"),
        ("2,a,b", "3 columns where the header has 2"),
        ("2,", "empty text"),
        ("2", "no text (fields: id)"),
        ("2,a\0b", "NUL character"),
    ],
)
def test_broken_row_costs_one_record(tmp_path: Path, row: str, reason: str) -> None:
    path = write(tmp_path / "dump.csv", f'id,text\n1,a\n{row}\n3,"b"\n4,"c\nd"\n\n5,e\n')
    ((number, found),) = reasons(path)
    assert number == 3
    assert found.startswith(reason)
    assert ids(path) == ["1", "3", "4", "5"]


def test_unclosed_quote_in_the_last_row(tmp_path: Path) -> None:
    path = write(tmp_path / "dump.csv", 'id,text\n1,a\n2,"b\n')
    assert [number for number, _ in reasons(path)] == [3]
    assert ids(path) == ["1"]


def test_undecodable_row(tmp_path: Path) -> None:
    path = write(tmp_path / "dump.csv", b"id,text\n1,caf\xc3\xa9\n2,caf\xe9\n3,b\n")
    assert reasons(path) == [(3, "not UTF-8: byte 0xe9 at byte 21 of the file; save the file as UTF-8")]
    assert path.read_bytes()[21] == 0xE9
    assert ids(path) == ["1", "3"]


def test_long_field(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path / "dump.csv", "id,text\n1," + "a" * 300_000))
    assert isinstance(article, Article)
    assert len(article.text) == 300_000


def test_over_long_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONGEST_RECORD", 60)
    path = write(tmp_path / "dump.csv", "id,text\n1,a\n2," + "b" * 200 + "\n3,c\n")
    assert [number for number, _ in reasons(path)] == [3]
    assert ids(path) == ["1", "3"]


def test_header_only(tmp_path: Path) -> None:
    assert reasons(write(tmp_path / "dump.csv", "id,text\n")) == [(None, "empty file: nothing under the header")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("dump.csv", "id,judul\n1,a\n"),
        ("dump.jsonl", '{"id": 1}\n{"judul": "a"}\n'),
        ("dump.json", '[{"id": 1, "judul": "a"}]'),
    ],
)
def test_no_field_is_the_text(tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(InputError, match=r"no field for the text; its fields are 'id', 'judul': .*--text-field NAME"):
        read(write(tmp_path / name, content))


@pytest.mark.parametrize("header", [b'id,"text', b"id,te\0xt", b"id,t\xc3\xa9xt,\x81"])
def test_unreadable_header(tmp_path: Path, header: bytes) -> None:
    ((line, reason),) = reasons(write(tmp_path / "dump.csv", header + b"\n1,a\n"))
    assert line is None
    assert reason.startswith("the header cannot be read")


# -- text files -----------------------------------------------------------------------------------------------------


def test_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "berita-1.txt", b"\xef\xbb\xbf" + TEXT.encode())
    assert list(read(path)) == [Article(source_id="berita-1", text=TEXT, source_path=path.as_posix())]


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    write(tmp_path / "b" / "3.TXT", "tiga")
    write(tmp_path / "2.txt", b"caf\x81")
    write(tmp_path / "1.txt", "satu")
    write(tmp_path / "gaya.css", "bukan")
    write(tmp_path / ".rahasia.txt", "bukan")
    assert ids(tmp_path) == ["1", "3"]
    assert reasons(tmp_path) == [(None, "not UTF-8: byte 0x81 at byte 3 of the file; save the file as UTF-8")]


def test_folder_without_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no file"):
        read(tmp_path)


@pytest.mark.parametrize(("content", "reason"), [("a\0b", "NUL character"), (b"a" * 200, "longer than")])
def test_broken_text_file(tmp_path: Path, content: str | bytes, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONGEST_RECORD", 100)
    ((_, found),) = reasons(write(tmp_path / "a.txt", content))
    assert found.startswith(reason)


# -- inputs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["tidak-ada.jsonl", "tidak-ada.txt", "tidak-ada", "tidak-ada.xlsx"])
def test_missing_input(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"tidak-ada.*: no such file or folder"):
        read(tmp_path / name)


@pytest.mark.parametrize("name", ["dump.xlsx", "dump.docx.gz", "dump"])
def test_unknown_kind(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"cannot read .*give \.csv, \.htm"):
        read(write(tmp_path / name, "{}"))


def test_path_may_be_a_string(tmp_path: Path) -> None:
    path = write(tmp_path / "dump.jsonl", '{"text": "a"}')
    assert list(read(str(path))) == list(read(path))


# -- properties -----------------------------------------------------------------------------------------------------

VALUES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
ROWS = st.lists(st.tuples(VALUES, VALUES.filter(str.strip)), min_size=1, max_size=8)
in_place = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@in_place
@given(rows=ROWS)
def test_formats_give_the_same_articles(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows([("title", "text"), *rows])
    lines = [json.dumps({"title": title, "text": text}) for title, text in rows]
    from_csv = list(read(write(tmp_path / "a.csv", stream.getvalue())))
    from_json = list(read(write(tmp_path / "a.jsonl", "\n".join(lines))))
    wanted = [(title.strip() or None, text) for title, text in rows]
    for records in (from_csv, from_json):
        assert [(record.title, record.text) for record in records if isinstance(record, Article)] == wanted


@in_place
@given(lines=st.lists(st.binary(min_size=1, max_size=60).filter(lambda line: b"\n" not in line), max_size=12))
def test_every_line_is_one_record(tmp_path: Path, lines: list[bytes]) -> None:
    path = write(tmp_path / "a.jsonl", b"{}\n" + b"\n".join(lines))
    expected = 1 + sum(bool(line.decode("utf-8", "replace").strip()) for line in lines)
    assert len(list(read(path))) == expected


@in_place
@given(content=st.binary(max_size=300))
def test_any_csv_is_read(tmp_path: Path, content: bytes) -> None:
    records = list(read(write(tmp_path / "a.csv", b"id,text\n" + content)))
    assert records
    assert all(record.source_path for record in records)
