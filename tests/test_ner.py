"""Names: the labelled sentences that the model is trained on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ner.corpus import LABELS, LabelledDataError, LabelledSentence, names, read_sentences

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
