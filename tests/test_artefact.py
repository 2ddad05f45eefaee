"""The files of a learned part are believed only as they were fitted."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.artefact import MANIFEST, ArtefactError, Manifest, read_manifest, verified, write_manifest


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
