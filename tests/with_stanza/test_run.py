"""A whole run whose names are read by the second engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.batch import run
from extract.cli import main
from models.ner.engine import Engine
from models.stanza_ner import model

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples" / "articles.jsonl"
#: The extraction asks for the name of the person where it stands before the office.
ASKED = {
    "id": "asked",
    "published": "2021-07-05",
    "text": "Abdul Rasyid selaku Bupati Alor memberlakukan WFH bagi 50 persen ASN mulai Selasa (6/7/2021).",
}


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dump") / "articles.jsonl"
    lines = SAMPLES.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:12], json.dumps(ASKED) + "\n"]), encoding="utf-8")
    return path


def tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def test_the_command_reads_names_by_stanza(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    find = model.find_names

    def seen(sentences: list[str], package: Path | None) -> object:
        asked.extend(sentences)
        return find(sentences, package)

    monkeypatch.setattr(model, "find_names", seen)
    assert main(["run", str(dump), "-o", str(tmp_path), "--engine", "stanza", "--workers", "1"]) == 0
    assert any("Abdul Rasyid selaku" in sentence for sentence in asked)
    log = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert log["options"]["engine"] == {"name": "stanza", "package": None}


def test_workers_read_what_one_process_reads(dump: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    run([dump], one, engine=Engine("stanza"))
    run([dump], two, engine=Engine("stanza"), processes=2, shard_size=dump.stat().st_size // 3)
    assert tables(one) == tables(two)
    assert b"extracted" in tables(one)["articles.csv"]


def test_a_package_is_chosen_by_one_option(dump: Path, package: Path, tmp_path: Path) -> None:
    assert main(["run", str(dump), "-o", str(tmp_path), "--stanza-dir", str(package)]) == 0
    log = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert log["options"]["engine"] == {"name": "stanza", "package": str(package)}


def test_a_folder_without_a_package_is_told_before_the_run(
    dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["run", str(dump), "-o", str(out), "--stanza-dir", str(tmp_path)]) == 2
    assert "holds no Indonesian models of Stanza; get them with: python -c" in capsys.readouterr().err
    assert not out.exists()
