"""The tagger that was trained here, on tokens of ours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from models.artefact import ArtefactError
from models.stanza_ner import names
from models.stanza_ner.names import StanzaNames


@pytest.fixture(scope="module")
def find() -> StanzaNames:
    return StanzaNames()


@pytest.mark.parametrize(
    "sentence",
    [
        "Gubernur [PER Ridwan Kamil] tiba di [LOC Bandung] , Senin .",
        "Pegawai bekerja dari rumah .",
        "Kata [PER Jokowi] di [LOC Jakarta] , warga diminta tetap di rumah .",
    ],
)
def test_names_are_found_in_sentences(find: StanzaNames, sentence: str) -> None:
    tokens, expected = marked(sentence)
    assert find([tokens]) == [expected]


def marked(sentence: str) -> tuple[list[str], list[tuple[int, int, str]]]:
    """Tokens of a sentence, and the names that are marked in it: "[PER Sari Wulan] tiba ." """
    tokens: list[str] = []
    spans: list[tuple[int, int, str]] = []
    for part in sentence.split():
        if part.startswith("["):
            spans.append((len(tokens), 0, part[1:]))
            continue
        tokens.append(part.removesuffix("]"))
        if part.endswith("]"):
            spans[-1] = (spans[-1][0], len(tokens), spans[-1][2])
    return tokens, spans


def test_each_sentence_has_its_own_names(find: StanzaNames) -> None:
    one, other = (
        ["Gubernur", "Ridwan", "Kamil", "tiba", "di", "Bandung", "."],
        ["Pegawai", "bekerja", "dari", "rumah", "."],
    )
    assert find([one, [], other, one]) == [*find([one]), [], [], *find([one])]
    assert find([]) == []


def test_hostile_tokens_are_read(find: StanzaNames) -> None:
    tokens = ["Jakarta"] * 1000 + ["x" * 100_000, "\u0000", "𝔍𝔞𝔨𝔞𝔯𝔱𝔞", "\ud800"]
    (found,) = find([tokens])
    assert all(0 <= first < end <= len(tokens) for first, end, _ in found)
    assert {label for *_, label in found} <= {"PER", "ORG", "LOC"}


def test_an_altered_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(shutil.copytree(names.FOLDER, tmp_path / "part"))
    monkeypatch.setattr(names, "FOLDER", folder)
    with (folder / "resources" / "id" / "ner" / "idner.pt").open("ab") as file:
        file.write(b"\n")
    with pytest.raises(ArtefactError, match=r"idner\.pt is altered"):
        StanzaNames()


def test_the_model_holds_no_paths_of_the_machine_that_trained_it() -> None:
    import torch  # noqa: PLC0415

    for path in (names.RESOURCES / "id").rglob("*.pt"):
        state = torch.load(path, weights_only=True)
        options = json.dumps(state.get("config") or state["args"])
        assert "/" not in options
