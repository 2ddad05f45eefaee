"""Labelled pairs of articles, and how well the search for copies tells them apart.

    python -m corpus.duplicates.pairs corpus/gold/*.jsonl

The pairs are made from labelled articles by fixed edits, so that they need not be stored, and from the articles of
`by_hand.toml`. The same articles give the same pairs.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np

from corpus.article import Article
from corpus.cleaning import clean
from corpus.duplicates.fingerprint import Fingerprint, Hashes, fingerprint, is_copy

EACH = 40
"""How many pairs each edit gives."""

_SHARED_LEAST = 0.02  # share of shingles by which two articles on one matter stand out among all pairs


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, how they came about, and whether the second is a copy of the first."""

    kind: str
    first: Article
    second: Article
    copy: bool


def labelled_pairs(articles: Sequence[Article]) -> list[Pair]:
    """Some 300 pairs made from the articles of `corpus/gold`; the same ones, in whatever order the articles come."""
    ordered = sorted(articles, key=lambda article: article.source_id)
    made = [*_edited(ordered), *_by_hand(ordered), *_same_matter(ordered)]
    return sorted(made, key=lambda pair: (pair.kind, pair.first.source_id))


# -- edits ----------------------------------------------------------------------------------------------------------


def _edited(articles: Sequence[Article]) -> Iterator[Pair]:
    edits: tuple[tuple[str, bool, Callable[[str, int], str]], ...] = (
        ("copy", True, _in_other_furniture),
        ("partial copy", True, _shortened),
        ("light rewrite", True, _reworded),
        ("shortened rewrite", True, lambda text, number: _shortened(_reworded(text, number), number)),
        ("same template", False, _other_figures),
        ("same words, other dates", False, _other_dates),
    )
    for kind, copy, edit in edits:
        drawn = _drawn([one for one in articles if edit(one.text, 0) != one.text], kind)
        for number, article in enumerate(drawn):
            yield Pair(kind, article, _with_text(article, edit(article.text, number)), copy)
    for one, other in pairwise(_drawn(articles, "boilerplate", EACH + 1)):
        yield Pair(
            "same boilerplate",
            _with_text(one, _boilerplate(one.text)),
            _with_text(other, _boilerplate(other.text)),
            False,
        )


def _drawn(articles: Sequence[Article], kind: str, number: int = EACH) -> list[Article]:
    """As if by lot, but always the same."""

    def lot(article: Article) -> bytes:
        return hashlib.sha256(f"{kind} {article.source_id}".encode()).digest()

    return sorted(articles, key=lot)[:number]


def _with_text(article: Article, text: str) -> Article:
    return replace(article, text=text)


def _table(name: str) -> dict[str, str]:
    table: dict[str, str] = tomllib.loads(_data("edits.toml"))[name]
    return table


def _data(name: str) -> str:
    return files("corpus.duplicates").joinpath(name).read_text(encoding="utf-8")


def _paragraphs(text: str) -> list[str]:
    """The paragraphs; of a text without line breaks, its sentences."""
    parts = [part.strip() for part in text.splitlines() if part.strip()]
    return parts if len(parts) > 2 else re.split(r"(?<=[.\"”]) (?=[A-Z\"“])", text)


def _in_other_furniture(text: str, number: int) -> str:
    """The article on another site: its dateline in front, its links in between, its tags and credits below."""
    around = _table("furniture")
    parts = _paragraphs(text)
    link = around["link_a"] if number % 2 else around["link_b"]
    return "\n\n".join(
        [around["dateline"] + parts[0], *parts[1:3], link, *parts[3:], around["tags"], around["credits"]]
    )


def _shortened(text: str, number: int) -> str:
    """The first four to seven tenths of the article."""
    wanted = (0.4 + 0.1 * (number % 4)) * len(text)
    parts, length = [], 0
    for part in _paragraphs(text):
        parts.append(part)
        length += len(part)
        if length >= wanted:
            break
    return "\n\n".join(parts)


def _reworded(text: str, number: int) -> str:
    """Other words of the same meaning, one paragraph dropped, two exchanged; figures and names stay."""
    for word, other in _table("words").items():
        text = re.sub(rf"\b{word}\b", other, text)
    parts = _paragraphs(text)
    if len(parts) > 4:
        parts[2], parts[3] = parts[3], parts[2]
        del parts[-1 if number % 2 else 4]
    return "\n\n".join(parts)


_FIGURE = re.compile(r"\d+")
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def _other_figures(text: str, number: int) -> str:
    """The report of another day, as newsrooms fill a template: same words, other figures and days."""

    def other(match: re.Match[str]) -> str:
        value = int(match[0])
        return match[0] if 1990 <= value <= 2030 else str(value + 3 + number % 5)

    text = _FIGURE.sub(other, text)
    return re.sub("|".join(_DAYS), lambda match: _DAYS[(_DAYS.index(match[0]) + 2) % 7], text)


_DATE = re.compile(r"\b(\d{1,2})(/\d{1,2}| (?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des))")


def _other_dates(text: str, _: int) -> str:
    """The report of two weeks later, when the rule goes on."""
    return _DATE.sub(lambda match: f"{(int(match[1]) + 13) % 28 + 1}{match[2]}", text)


def _boilerplate(text: str) -> str:
    return f"{text}\n\n{_table('furniture')['boilerplate']}"


# -- others ---------------------------------------------------------------------------------------------------------


def _by_hand(articles: Sequence[Article]) -> Iterator[Pair]:
    by_id = {article.source_id: article for article in articles}
    made = tomllib.loads(_data("by_hand.toml"))
    for name, copy in (("rewrite", True), ("told_anew", False)):
        for entry in made[name]:
            article = by_id[entry["of"]]
            yield Pair(f"{name} by hand".replace("_", " "), article, _with_text(article, entry["text"].strip()), copy)
    for entry in made["follow_up"]:
        article, news = by_id[entry["of"]], entry["text"].strip()
        told = _paragraphs(article.text)
        background = "\n\n".join(told[len(told) // 4 :])
        yield Pair("follow-up by hand", article, _with_text(article, f"{news}\n\n{background}"), False)
        yield Pair(
            "extended by hand", article, _with_text(article, f"{article.text}\n\n{entry['more'].strip()}"), False
        )


def _print_of(article: Article) -> Fingerprint:
    return fingerprint(clean(article.text, article.title, article.url))


def _same_matter(articles: Sequence[Article]) -> list[Pair]:
    """Different articles that share the most words: mostly two reports of one event."""
    prints = [_print_of(article) for article in articles]
    shared = [
        (_overlap(prints[a].shingles, prints[b].shingles), a, b) for a, b in combinations(range(len(articles)), 2)
    ]
    closest = sorted((-share, a, b) for share, a, b in shared if share >= _SHARED_LEAST)[:EACH]
    return [Pair("same matter", articles[a], articles[b], False) for _, a, b in closest]


def _overlap(one: Hashes, other: Hashes) -> float:
    """The share of the smaller set that is in the larger one."""
    least = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / least if least else 0.0


# -- measuring ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many pairs of a kind there are, and how many were taken for copies."""

    kind: str
    copy: bool
    pairs: int
    found: int


def measure(pairs: Iterable[Pair]) -> list[Outcome]:
    """What the comparison says of each kind of pair."""
    counts: dict[tuple[str, bool], list[bool]] = {}
    for pair in pairs:
        found = is_copy(_print_of(pair.first), _print_of(pair.second))
        counts.setdefault((pair.kind, pair.copy), []).append(found)
    return [Outcome(kind, copy, len(found), sum(found)) for (kind, copy), found in counts.items()]


def precision_recall(outcomes: Iterable[Outcome]) -> tuple[float, float]:
    """Precision and recall of "is a copy" over all kinds.

    >>> precision_recall([Outcome("copy", True, 10, 9), Outcome("same matter", False, 50, 1)])
    (0.9, 0.9)
    """
    listed = list(outcomes)
    right = sum(outcome.found for outcome in listed if outcome.copy)
    return right / sum(outcome.found for outcome in listed), right / sum(o.pairs for o in listed if o.copy)


def read_articles(paths: Iterable[Path]) -> list[Article]:
    """The inputs of labelled articles (`corpus/gold`), sorted by id."""
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            given = json.loads(line)["input"]
            found.append(Article(given["id"], given["text"], given.get("title"), given.get("url")))
    return sorted(found, key=lambda article: article.source_id)


def main(paths: Sequence[str]) -> None:
    """Print the table of `docs/input.md`."""
    outcomes = measure(labelled_pairs(read_articles(map(Path, paths))))
    print("| pair | copies | pairs | taken for copies |\n| --- | --- | --- | --- |")
    for outcome in sorted(outcomes, key=lambda one: (not one.copy, one.kind)):
        print(f"| {outcome.kind} | {'yes' if outcome.copy else 'no'} | {outcome.pairs} | {outcome.found} |")
    precision, recall = precision_recall(outcomes)
    print(f"\nprecision {precision:.3f}, recall {recall:.3f} on {sum(one.pairs for one in outcomes)} pairs")


if __name__ == "__main__":
    main(sys.argv[1:])
