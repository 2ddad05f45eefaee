"""The files of a learned part are believed only as they were fitted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extract.cli import main
from models.artefact import MANIFEST, ArtefactError, Manifest, read_manifest, verified, write_manifest
from models.parts import FOLDER


@pytest.fixture
def part(tmp_path: Path) -> Path:
    (tmp_path / "weights.json").write_text("[1, 2]", encoding="utf-8")
    data = tmp_path / "gold.jsonl"
    data.write_text("{}\n", encoding="utf-8")
    write_manifest(tmp_path, "roles", "what a date is", 3, data=[data], scores={"f1": 0.912345}, files=["weights.json"])
    return tmp_path


def test_what_was_written_is_read(part: Path) -> None:
    manifest = verified(part, features=3)
    assert isinstance(manifest, Manifest)
    assert (manifest.part, manifest.scores) == ("roles", {"f1": 0.9123})
    assert list(manifest.data) == ["gold.jsonl"]
    assert manifest == read_manifest(part)


def test_other_features_are_refused(part: Path) -> None:
    with pytest.raises(ArtefactError, match=r"version 3 of its features, the code has version 4: run `make models`"):
        verified(part, features=4)


@pytest.mark.parametrize(("change", "told"), [("[1, 3]", "altered"), (None, "missing")])
def test_other_files_are_refused(part: Path, change: str | None, told: str) -> None:
    weights = part / "weights.json"
    if change is None:
        weights.unlink()
    else:
        weights.write_text(change, encoding="utf-8")
    with pytest.raises(ArtefactError, match=rf"weights\.json is {told}"):
        verified(part, features=3)


@pytest.mark.parametrize("content", [None, "{", '{"part": "roles"}', "[]"])
def test_a_folder_without_a_readable_manifest_is_refused(part: Path, content: str | None) -> None:
    manifest = part / MANIFEST
    if content is None:
        manifest.unlink()
    else:
        manifest.write_text(content, encoding="utf-8")
    with pytest.raises(ArtefactError, match=r"manifest\.json is (?:missing|no manifest)"):
        verified(part, features=3)


def test_a_run_stops_before_it_reads_where_a_part_is_altered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = tmp_path / "models"
    shutil.copytree(FOLDER, parts, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    weights = parts / "confidence" / "weights.json"
    weights.write_bytes(weights.read_bytes() + b" ")
    monkeypatch.setattr("models.parts.FOLDER", parts)
    dump = tmp_path / "dump.jsonl"
    dump.write_text('{"id": "1", "text": "Pemkot Bogor memberlakukan WFH bagi ASN."}\n', encoding="utf-8")
    out = tmp_path / "out"
    assert main(["run", str(dump), "-o", str(out)]) != 0
    assert "weights.json is altered: run `make models`, or install edaran anew" in capsys.readouterr().err
    assert not out.exists()
