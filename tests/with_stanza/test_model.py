"""The tagger that was trained here, on sentences of ours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from models.artefact import ArtefactError
from models.ner.tokens import tokenize
from models.stanza_ner import model
from models.stanza_ner.model import find_names, tag
from models.stanza_ner.stored import FILES, FOLDER, OPTIONS, unpacked
from models.stanza_ner.train import bioes

SENTENCES = [
    "Presiden {PER Joko Widodo} tiba di {LOC Jakarta}, Senin.",
    "Pegawai bekerja dari rumah.",
    "Kata {PER Jokowi} di {LOC Jakarta}, warga diminta tetap di rumah.",
]


def unmarked(sentence: str) -> tuple[str, list[tuple[str, str]]]:
    """A sentence without its marks, and the names that they mark."""
    names = [tuple(part.split("}")[0].split(" ", 1)) for part in sentence.split("{")[1:]]
    for label, name in names:
        sentence = sentence.replace(f"{{{label} {name}}}", name)
    return sentence, [(label, name) for label, name in names]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_names_are_found_where_they_stand(sentence: str) -> None:
    text, expected = unmarked(sentence)
    (found,) = find_names([text])
    assert [(name.label, name.text) for name in found] == expected
    assert all(text[name.start : name.end] == name.text for name in found)


def test_each_sentence_has_its_own_names() -> None:
    one, other = (unmarked(sentence)[0] for sentence in SENTENCES[:2])
    assert find_names([one, "", other, one]) == [*find_names([one]), (), (), *find_names([one])]
    assert find_names([]) == []


def test_the_tokenizer_of_a_package_can_cut_the_sentences(package: Path) -> None:
    text = "  Bupati Alor meminta pegawai bekerja dari rumah."
    cut = [(token.text, token.start) for token in model._tokens_by(package, text)]
    assert [word for word, _ in cut] == [*text[:-1].split(), "."]
    assert all(text.startswith(word, start) for word, start in cut)
    assert find_names([text, " "], package)[1] == ()


def test_hostile_sentences_are_read() -> None:
    hostile = [" ".join(["Jakarta"] * 1000), "x" * 100_000, "\x00", "𝔍𝔞𝔨𝔞𝔯𝔱𝔞 \ud800 \u2028 é", '""""']
    for sentence, names in zip(hostile, find_names(hostile), strict=True):
        assert all(sentence[name.start : name.end] == name.text for name in names)
        assert {name.label for name in names} <= {"PER", "ORG", "LOC"}


def test_long_sentences_are_read_whole() -> None:
    text, expected = unmarked(SENTENCES[0])
    tokens = [token.text for token in tokenize(text)]
    (found,) = tag([["Pegawai", "bekerja", "dari", "rumah", "."] * 100 + tokens])
    assert [(label, " ".join(tokens[first - 500 : end - 500])) for first, end, label in found] == expected


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
