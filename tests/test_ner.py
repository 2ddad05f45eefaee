"""Names: the labelled sentences that the model is trained on, what it sees of them, and what it finds."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.artefact import ArtefactError, read_manifest
from models.ner import find_names, model
from models.ner.augment import with_offices
from models.ner.corpus import LABELS, LabelledDataError, LabelledSentence, names, read_sentences
from models.ner.features import NAMES, VERSION, known_places, token_features
from models.ner.score import score
from models.ner.tokens import tokenize
from models.ner.train import train, trained
from models.parts import DataError, MissingDataError, TrainingData

DATA = "kata NOUN O\nSari PROPN B-PER\nWulan PROPN I-PER\n. PUNCT O\n\n\nAlor PROPN B-LOC\nramai ADJ O\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_sentences_end_at_empty_lines(tmp_path: Path, ends: str, mark: str) -> None:
    path = tmp_path / "data.txt"
    path.write_bytes((mark + DATA).replace("\n", ends).encode())
    assert list(read_sentences(path)) == [
        LabelledSentence(("kata", "Sari", "Wulan", "."), ("O", "B-PER", "I-PER", "O")),
        LabelledSentence(("Alor", "ramai"), ("B-LOC", "O")),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"kata NOUN O\nSari B-PER\n", r"data\.txt, line 2: expected a token.*'Sari B-PER'"),
        (b"kata NOUN B-MISC\n", r"line 1: .*B-MISC"),
        (b"kata NOUN O\nr\xff NOUN O\n", r"data\.txt: not UTF-8"),
    ],
)
def test_a_line_of_another_format_is_named(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "data.txt"
    path.write_bytes(content)
    with pytest.raises(LabelledDataError, match=told):
        list(read_sentences(path))


@given(st.lists(st.tuples(st.sampled_from(["O", *LABELS]), st.integers(1, 4)), max_size=12))
def test_tags_give_back_the_names_they_were_made_from(parts: list[tuple[str, int]]) -> None:
    tags: list[str] = []
    expected = []
    for label, length in parts:
        if label != "O":
            expected.append((len(tags), len(tags) + length, label))
        tags += ["O"] * length if label == "O" else [f"B-{label}", *[f"I-{label}"] * (length - 1)]
    assert names(tags) == expected


# --- tokens and features ---------------------------------------------------------------------------------------------
TOKENS = [
    ("Bupati Alor, Sari Wulan.", ["Bupati", "Alor", ",", "Sari", "Wulan", "."]),
    ("Plt. Bupati M. Yusran, S.Sos. hadir.", ["Plt", "Bupati", "M", "Yusran", ",", "S.Sos", "hadir", "."]),
    ("“Besok,” kata dia (29/6).", ["Besok", ",", "kata", "dia", "(29/6)", "."]),
    ("''", []),
    ("", []),
]


@pytest.mark.parametrize(("sentence", "tokens"), TOKENS)
def test_sentences_are_cut_as_the_labelled_ones(sentence: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(sentence)] == tokens


@given(st.text(alphabet="Ab .,;:!?\"'()\n“”-1", max_size=60))
def test_tokens_are_parts_of_the_sentence_in_order(sentence: str) -> None:
    tokens = tokenize(sentence)
    assert [sentence[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(token.text.strip() == token.text != "" for token in tokens)


@given(
    st.lists(st.sampled_from(["Bupati", "Ogan", "Komering", "Ulu", "Timur", "Alor", "kata", ",", "Sari"]), max_size=9)
)
def test_every_token_has_all_features(tokens: list[str]) -> None:
    features = token_features(tokens)
    assert [len(row) for row in features] == [len(NAMES)] * len(tokens)
    places = [row[NAMES.index("place")] for row in features]
    assert all(mark != "I" or before for before, mark in zip(["", *places], places, strict=False))


def test_the_longest_place_counts() -> None:
    features = token_features(["di", "Ogan", "Komering", "Ulu", "Timur", "dan", "Alor"])
    marks = [row[NAMES.index("place")] for row in features]
    assert marks == ["", "B", "I", "I", "I", "", "B"]


def test_copies_with_offices_keep_the_people_and_their_number() -> None:
    sentences = [
        LabelledSentence(("kata", "Sari", "Wulan", "di", "Alor"), ("O", "B-PER", "I-PER", "O", "B-LOC")),
        LabelledSentence(("hujan", "turun"), ("O", "O")),
    ] * 20
    copies = list(with_offices(sentences))
    assert len(copies) == 20 and copies == list(with_offices(sentences))
    for copy in copies:
        assert [label for *_, label in names(copy.tags)] == ["PER", "LOC"]
        assert copy.tokens[0] == "kata" and copy.tokens[-2:] == ("di", "Alor")
        assert len(copy.tokens) > 5


# --- the model -------------------------------------------------------------------------------------------------------
# people in [..], organisations in {..}, places in <..>
FOUND = [
    "Edaran itu diteken Bupati Alor, [Yohanis Ndapa], kemarin.",
    "Menurut [Rahman Soleh], undangan itu datang dari {Partai Golkar}.",
    "Hal itu dikatakan [Abdul Rasyid] kepada wartawan di <Jakarta>.",
    "Wali Kota Tidore Kepulauan [Abdul Rasyid] hadir.",
    "Kami terpaksa, kata [Yohanis Ndapa] selaku Bupati Alor.",
]
_BRACKETS = {"[": "PER", "{": "ORG", "<": "LOC"}


@pytest.mark.parametrize("marked", FOUND)
def test_names_are_found(marked: str) -> None:
    sentence = re.sub(r"[\[\]{}<>]", "", marked)
    expected = [(_BRACKETS[m[1]], m[2]) for m in re.finditer(r"([\[{<])(.+?)[\]}>]", marked)]
    (found,) = find_names([sentence])
    assert [(name.label, name.text) for name in found] == expected
    assert all(sentence[name.start : name.end] == name.text for name in found)


def test_many_sentences_give_what_each_gives_alone() -> None:
    sentences = ["Ia lahir di Jakarta.", "", "kata Sari Wulan", "\n", '"', "A" * 5000]
    assert find_names(sentences) == [find_names([sentence])[0] for sentence in sentences]
    assert find_names([]) == []


def test_a_model_of_other_features_or_with_altered_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ner"
    shutil.copytree(model.FOLDER, folder)
    monkeypatch.setattr(model, "FOLDER", folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps(manifest | {"features": VERSION + 1}), encoding="utf-8")
    with pytest.raises(ArtefactError, match="run `make models`"):
        model.load.__wrapped__()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "places.txt").write_text("Alor\n", encoding="utf-8")
    with pytest.raises(ArtefactError, match=r"places\.txt is altered"):
        model.load.__wrapped__()


def test_the_model_is_as_good_as_its_manifest_promises() -> None:
    manifest = read_manifest(model.FOLDER)
    assert manifest.scores["test_f1"] >= 0.82
    assert len(known_places()) > 1000


def test_labelled_sentences_are_scored(tmp_path: Path) -> None:
    data = tmp_path / "data.txt"
    data.write_text(
        "kata NOUN O\nAbdul PROPN B-PER\nRasyid PROPN I-PER\ndi ADP O\nJakarta PROPN B-LOC\n. PUNCT O\n\n"
        "kepala NOUN O\nrapat NOUN B-ORG\n",
        encoding="utf-8",
    )
    scores = score([data])
    assert (scores["names"], scores["f1_per"], scores["f1_org"]) == (3, 1, 0)
    assert scores["precision"] == 1 and scores["recall"] == pytest.approx(2 / 3) and scores["f1"] == pytest.approx(0.8)
    with pytest.raises(DataError, match="line 1: expected a token"):
        score([Path(__file__)])
    with pytest.raises(DataError, match="missing"):
        score([tmp_path / "missing.txt"])


def test_spacy_is_loaded_only_when_names_are_sought() -> None:
    code = "import sys, extract.cli, extract.issuer_name, models.ner; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_training_twice_gives_the_same_weights(tmp_path: Path) -> None:
    data = tmp_path / "data.txt"
    data.write_text(DATA, encoding="utf-8")
    first, second = (trained([data], data, max_steps=3, eval_frequency=3).get_pipe("ner") for _ in range(2))
    assert first.model.to_bytes() == second.model.to_bytes()


@pytest.mark.parametrize("files", [None, ("train.txt", "dev.txt")])
def test_without_its_data_the_model_is_left_as_it_is(tmp_path: Path, files: tuple[str, ...] | None) -> None:
    for name in files or ():
        (tmp_path / name).write_text(DATA, encoding="utf-8")
    with pytest.raises(MissingDataError, match=r"a folder with train\.txt, dev\.txt and test\.txt"):
        train(TrainingData((), tmp_path if files else None))
