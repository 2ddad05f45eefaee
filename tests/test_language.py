"""Which language a text is in, on labelled sentences and articles."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.language import NAMES, language_of
from extract.observations import observe_article

GOLD = Path(__file__).parents[1] / "corpus" / "gold"


def labelled(sentences: int) -> Iterator[tuple[str, str]]:
    """Every run of so many sentences of one language."""
    with (GOLD / "languages.csv").open(encoding="utf-8", newline="") as file:
        for language, rows in groupby(csv.DictReader(file), key=lambda row: row["language"]):
            texts = [row["sentence"] for row in rows]
            for at in range(len(texts) - sentences + 1):
                yield language, " ".join(texts[at : at + sentences])


def test_there_are_enough_of_each() -> None:
    languages = [language for language, _ in labelled(1)]
    assert {language: languages.count(language) for language in languages} == dict.fromkeys(NAMES, 40)


@pytest.mark.parametrize(("sentences", "errors"), [(1, 0.05), (2, 0.0), (3, 0.0)])
def test_labelled_sentences(sentences: int, errors: float) -> None:
    found = [language_of(text) == language for language, text in labelled(sentences)]
    assert found.count(False) <= errors * len(found)


def test_labelled_articles_are_indonesian() -> None:
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            given = json.loads(line)["input"]
            assert language_of(given["text"]) == "id", given["id"]


@pytest.mark.parametrize(
    "text", ["", "2021 31 75%", "Ondertussen werkt iedereen thuis vanwege de maatregelen", "工作 在家"]
)
def test_other_texts(text: str) -> None:
    assert language_of(text) is None


def test_another_language_is_irrelevant_with_the_reason() -> None:
    text = (
        "Kerajaan negeri mengarahkan kakitangan awam bekerja dari rumah kerana kes baharu, kata Menteri Besar semalam."
    )
    row = observe_article(Article("1", text)).article
    assert (row.status, row.language, row.reason) == ("irrelevant", "ms", "in Malay, not in Indonesian")


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert language_of(text) in {*NAMES, None}
