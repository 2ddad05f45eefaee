"""Copies: what is one, what only looks like one, and finding the first among many."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.cleaning import clean
from corpus.duplicates import CopyIndex, Fingerprint, fingerprint, is_copy
from corpus.duplicates.pairs import Pair, labelled_pairs, measure, precision_recall, read_articles
from extract.batch import observe_all

GOLD = Path(__file__).parents[1] / "corpus" / "gold"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return read_articles(sorted(GOLD.glob("*.jsonl")))


@pytest.fixture(scope="module")
def pairs(articles: list[Article]) -> list[Pair]:
    return labelled_pairs(articles)


def printed(article: Article) -> Fingerprint:
    return fingerprint(clean(article.text, article.title, article.url))


def test_labelled_pairs(pairs: list[Pair]) -> None:
    kinds = Counter((pair.kind, pair.copy) for pair in pairs)
    assert sum(kinds.values()) >= 340
    assert len(kinds) == 10
    precision, recall = precision_recall(measure(pairs))
    assert precision >= 0.97
    assert recall >= 0.97


def test_pairs_are_always_the_same(articles: list[Article], pairs: list[Pair]) -> None:
    assert labelled_pairs(articles[::-1]) == pairs


def test_copies_are_found_among_all(articles: list[Article], pairs: list[Pair]) -> None:
    """No labelled article is taken for a copy of another, and each copy leads to its original, in a full index."""
    index = CopyIndex()
    originals = [index.original(article.source_id, printed(article)) for article in articles]
    assert originals == [None] * len(articles)
    copies = [pair for pair in pairs if pair.copy]
    found = [index.original("copy", printed(pair.second)) == pair.first.source_id for pair in copies]
    assert sum(found) >= 0.97 * len(copies)


def test_a_copy_is_a_source_and_gives_no_rows(pairs: list[Pair]) -> None:
    one = next(pair for pair in pairs if pair.kind == "light rewrite" and "WFH" in pair.first.text)
    second = Article("lain", one.second.text, "Judul Lain", "https://lain.example/1")
    first, copy = (outcome.reading for outcome in observe_all([one.first, second]))
    assert copy.article.status == "duplicate"
    assert copy.article.duplicate_of == first.article.article_id
    assert copy.article.url == "https://lain.example/1"
    assert not copy.observations


def test_irrelevant_articles_are_compared_to_the_letter_only() -> None:
    text = "Kasus COVID-19 di Kota Bima bertambah 12 orang. Total kasus menjadi 311 orang sejak awal pandemi."
    rows = [
        o.reading.article
        for o in observe_all([Article("1", text), Article("2", text + " Jaga jarak."), Article("3", text)])
    ]
    assert [row.status == "duplicate" for row in rows] == [False, False, True]


WORDS = st.lists(st.sampled_from(["pegawai", "Bima", "75", "rumah", "dari", "Senin", "\ud800", "-"]), max_size=30).map(
    " ".join
)


@given(one=WORDS, other=WORDS)
def test_comparing_is_symmetric_and_takes_any_text(one: str, other: str) -> None:
    first, second = (fingerprint(clean(text)) for text in (one, other))
    assert is_copy(first, second) == is_copy(second, first)
    assert is_copy(first, first)
    assert CopyIndex().original("a", first) is None
