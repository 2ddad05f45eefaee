"""Copies: what is one, what only looks like one, and finding the first among many."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.cleaning import clean
from corpus.duplicates import Candidate, Fingerprint, find_copies, fingerprint, is_copy
from corpus.duplicates.pairs import Pair, labelled_pairs, measure, precision_recall, read_articles
from extract.batch import observe_all
from extract.copies import COPY, Settled

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
    assert len(kinds) == 12
    precision, recall = precision_recall(measure(pairs))
    assert precision >= 0.97
    assert recall >= 0.97


def test_pairs_are_always_the_same(articles: list[Article], pairs: list[Pair]) -> None:
    assert labelled_pairs(articles[::-1]) == pairs


def candidate(key: str, rank: str, article: Article) -> Candidate:
    return Candidate(key, rank, printed(article).to_bytes())


def test_copies_are_found_among_all(articles: list[Article], pairs: list[Pair]) -> None:
    """No labelled article is taken for a copy of another, and each copy leads to its original, whatever the order."""
    given = [candidate(article.source_id, "1", article) for article in articles]
    copies = {f"copy {n}": pair for n, pair in enumerate(pair for pair in pairs if pair.copy)}
    given += [candidate(key, "2", pair.second) for key, pair in copies.items()]
    found = find_copies(given)
    assert find_copies(given[::-1]) == found
    assert not found.keys() & {article.source_id for article in articles}
    right = sum(found.get(key) == pair.first.source_id for key, pair in copies.items())
    assert right >= 0.97 * len(copies)


def test_a_copy_is_a_source_and_gives_no_rows(pairs: list[Pair]) -> None:
    one = next(pair for pair in pairs if pair.kind == "light rewrite" and "WFH" in pair.first.text)
    original = replace(one.first, published="2021-07-01")
    second = Article("lain", one.second.text, "Judul Lain", "https://lain.example/1", published="2021-07-02")
    settled = {r.article.source_id: r for r in Settled(outcome.reading for outcome in observe_all([original, second]))}
    first, copy = sorted(settled.values(), key=lambda reading: reading.article.status == "duplicate")
    assert copy.article.status == "duplicate"
    assert copy.article.duplicate_of == first.article.article_id
    assert copy.article.url == "https://lain.example/1"
    assert not copy.observations


def test_irrelevant_articles_are_compared_to_the_letter_only() -> None:
    text = "Kasus COVID-19 di Kota Bima bertambah 12 orang. Total kasus menjadi 311 orang sejak awal pandemi."
    rows = [
        reading.article
        for reading in Settled(
            o.reading
            for o in observe_all([Article("1", text), Article("2", text + " Jaga jarak."), Article("3", text)])
        )
    ]
    assert Counter(row.reason for row in rows if row.status == "duplicate") == {COPY: 1}


WORDS = st.lists(st.sampled_from(["pegawai", "Bima", "75", "rumah", "dari", "Senin", "\ud800", "-"]), max_size=30).map(
    " ".join
)


@given(one=WORDS, other=WORDS)
def test_comparing_takes_any_text(one: str, other: str) -> None:
    first, second = (fingerprint(clean(text)) for text in (one, other))
    assert is_copy(first, second) in {True, False}
    assert is_copy(first, first)
    assert find_copies([Candidate("a", "1", first.to_bytes())]) == {}
    unpacked = Fingerprint.from_bytes(first.to_bytes())
    assert all(
        (getattr(unpacked, name) == getattr(first, name)).all() for name in ("shingles", "opening", "figures", "names")
    )


@pytest.mark.parametrize("damaged", [b"", b"abc", bytes(4), b"\xff" * 8])
def test_a_damaged_fingerprint(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Fingerprint.from_bytes(damaged)
