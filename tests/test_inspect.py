"""`edaran inspect`: what a dump is understood to be."""

from __future__ import annotations

import json
from pathlib import Path

import dumps
import pytest

from extract.cli import main
from extract.inspection import ARTICLES, inspect

TEXT = "Pemkot Sorong mengatur WFH bagi pegawai mulai Senin dan akan dinilai lagi."


def test_fields_and_articles_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"kode": n, "Judul": f"Berita {n}", "tanggal": "2021-07-05", "isi": TEXT, "penulis": "x"} for n in range(30)
    ]
    path = dumps.write(tmp_path / "a.jsonl.gz", dumps.PACKINGS[".gz"]("\n".join(map(json.dumps, rows)).encode()))
    assert main(["inspect", str(path), "--id-field", "kode"]) == 0
    printed = capsys.readouterr().out
    for expected in [
        "1 .jsonl.gz",
        "JSON Lines, gz, utf-8",
        "id         kode",
        "title      Judul",
        "published  tanggal",
        "outlet     -",
        "not used: penulis",
        "2021-07-05 (metadata)",
    ]:
        assert expected in printed
    assert printed.count("Berita ") == ARTICLES


def test_a_folder_of_all_kinds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dumps.write(tmp_path / "a.csv", f"id;judul;isi\n1;Satu;{TEXT}\n2;Dua;\n".encode("cp1252"))
    dumps.write(tmp_path / "b" / "dua.txt", TEXT.encode())
    dumps.write(tmp_path / "c.docx", b"x")
    assert main(["inspect", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "1 .csv, 1 .docx, 1 .txt" in printed
    assert "CSV, utf-8, delimited by semicolons" in printed
    assert "cannot read .docx" in printed
    assert f"rejected: {(tmp_path / 'a.csv').as_posix()}:3: empty text" in printed


def test_an_input_without_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(dumps.write(tmp_path / "a.jsonl", b"{rusak\n"))]) == 2
    printed = capsys.readouterr()
    assert "no article could be read" in printed.out
    assert "not every input" in printed.err


def test_what_is_wrong_with_an_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = dumps.write(tmp_path / "a.csv", b"id,judul\n1,a\n")
    assert main(["inspect", str(path)]) == 2
    assert "no field for the text" in capsys.readouterr().err


def test_only_the_beginning_is_read(tmp_path: Path) -> None:
    lines = [json.dumps({"id": n, "text": TEXT}) for n in range(ARTICLES)] + ["{rusak"] * 50
    found = inspect(dumps.write(tmp_path / "a.jsonl", "\n".join(lines).encode()))
    assert len(found.articles) == ARTICLES
    assert not found.rejects


def test_hostile_words_are_shown_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"id": "[red]1[/red]", "judul": "\x1b[31mMerah", "isi": TEXT}
    assert main(["inspect", str(dumps.write(tmp_path / "a.jsonl", json.dumps(row).encode()))]) == 0
    printed = capsys.readouterr().out
    assert "\x1b[31m" not in printed
    assert "[red]1[/red]" in printed
