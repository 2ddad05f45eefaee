"""The tagger that was trained here, on sentences of ours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from models.artefact import ArtefactError
from models.stanza_ner import model
from models.stanza_ner.model import tag
from models.stanza_ner.stored import FILES, FOLDER, OPTIONS, unpacked
from models.stanza_ner.train import bioes

SENTENCE = ["Presiden", "Joko", "Widodo", "tiba", "di", "Jakarta", ",", "Senin", "."]
NAMES = [(1, 3, "PER"), (5, 6, "LOC")]
NO_NAMES = ["Pegawai", "bekerja", "dari", "rumah", "."]


def test_each_sentence_has_its_own_names() -> None:
    assert tag([SENTENCE, [], NO_NAMES, SENTENCE]) == [NAMES, [], [], NAMES]
    assert tag([]) == []


def test_hostile_tokens_are_read() -> None:
    hostile = [["Jakarta"] * 1000, ["x" * 100_000, "\x00", "𝔍𝔞𝔨𝔞𝔯𝔱𝔞", "\ud800", ""]]
    for tokens, names in zip(hostile, tag(hostile), strict=True):
        assert all(0 <= first < end <= len(tokens) for first, end, _ in names)
        assert {label for *_, label in names} <= {"PER", "ORG", "LOC"}


def test_long_sentences_are_read_whole() -> None:
    before = NO_NAMES * 100
    assert tag([before + SENTENCE]) == [
        [(len(before) + first, len(before) + end, label) for first, end, label in NAMES]
    ]


def test_an_altered_tagger_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "part"))
    monkeypatch.setattr(model, "FOLDER", folder)
    with (folder / FILES[0]).open("ab") as file:
        file.write(b"\n")
    with pytest.raises(ArtefactError, match="is altered"):
        model.load.__wrapped__()


def test_what_is_put_together_for_stanza_does_not_stay() -> None:
    with unpacked() as folder:
        assert {path.name for path in folder.rglob("*") if path.is_file()} == {"resources.json", "edaran.pt"}
    assert not folder.exists()


def test_no_path_of_the_machine_that_trained_it_is_kept() -> None:
    config = json.loads(OPTIONS.read_text(encoding="utf-8"))["config"]
    assert not [value for value in config.values() if isinstance(value, str) and "/" in value]


@pytest.mark.parametrize(
    ("bio", "expected"),
    [
        ("O B-PER O", "O S-PER O"),
        ("B-PER I-PER", "B-PER E-PER"),
        ("B-PER I-PER I-PER B-PER", "B-PER I-PER E-PER S-PER"),
        ("B-LOC I-PER O I-ORG I-ORG", "S-LOC S-PER O B-ORG E-ORG"),
    ],
)
def test_tags_are_told_as_the_tagger_learns_them(bio: str, expected: str) -> None:
    assert bioes(bio.split()) == expected.split()
