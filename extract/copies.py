"""Copies: articles with the same text and title. Which one stays does not depend on the order of the input.

The one published first stays (then the one with the smallest id); the others are `duplicate` and point to it. A record
that stands twice in the dumps, to the letter, is one article with a number behind the id of the second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from extract.schema import ArticleRow, Reading

COPY = "same text and title"
"""`reason` of a copy."""


def precedence(article: ArticleRow) -> tuple[str, str]:
    """The smaller one of two copies stays. A day that was read in the text does not count: it is the same for both."""
    from_page = article.published_from in {"metadata", "url"}
    return str(article.published) if from_page else "9", record_of(article.article_id)


def record_of(article_id: str) -> str:
    """The id without the number of a record that stands twice.

    >>> record_of("e29713c46e8dcbc7-2")
    'e29713c46e8dcbc7'
    """
    return article_id.partition("-")[0]


def settle(readings: Iterable[Reading]) -> list[Reading]:
    """The readings with every group of copies in final form; those that are no copies are left as they are.

    The order is kept. Of a group the copy that stays must have been read, the others may have been.
    """
    given = list(readings)
    _number_records(given)
    groups: dict[str, list[int]] = defaultdict(list)
    for place, reading in enumerate(given):
        if reading.article.content_id and not _near(reading.article):
            groups[reading.article.content_id].append(place)
    renamed: dict[str, str] = {}
    for places in groups.values():
        stays = min(places, key=lambda place: (precedence(given[place].article), given[place].article.article_id))
        for place in places:
            if place != stays:
                article = given[place].article
                renamed[article.article_id] = given[stays].article.article_id
                given[place] = Reading(_copy(article, given[stays].article.article_id))
    return [_repointed(reading, renamed) for reading in given]


def _number_records(readings: list[Reading]) -> None:
    """Give records that stand twice their numbers by file, and let the first one have what was read."""
    records: dict[str, list[int]] = defaultdict(list)
    for place, reading in enumerate(readings):
        records[record_of(reading.article.article_id)].append(place)
    for record, places in records.items():
        if len(places) == 1:
            continue
        read = min(places, key=lambda p: (readings[p].article.status == "duplicate", readings[p].article.article_id))
        whole = readings[read]
        for number, place in enumerate(sorted(places, key=lambda p: _origin(readings[p].article)), 1):
            article = readings[place].article
            if number == 1:
                own = {"source_path": article.source_path, "outlet": article.outlet}
                readings[place] = replace(whole, article=whole.article.model_copy(update={**own, "article_id": record}))
            else:
                numbered = article.model_copy(update={"article_id": f"{record}-{number}"})
                readings[place] = Reading(numbered if numbered.status == "rejected" else _copy(numbered, record))


def _origin(article: ArticleRow) -> tuple[str, str, str]:
    return article.source_path or "", article.outlet or "", article.article_id


def _near(article: ArticleRow) -> bool:
    """Whether it copies an article with other words, as a later step found out."""
    return article.status == "duplicate" and article.reason != COPY


def _copy(article: ArticleRow, original: str) -> ArticleRow:
    return ArticleRow(
        **article.model_dump(
            include={
                "article_id",
                "source_id",
                "source_path",
                "url",
                "outlet",
                "title",
                "published",
                "published_from",
                "content_id",
            }
        ),
        status="duplicate",
        reason=COPY,
        duplicate_of=original,
    )


def _repointed(reading: Reading, renamed: dict[str, str]) -> Reading:
    """Follow the original of a near copy, where that one is a copy itself."""
    original = reading.article.duplicate_of
    if original not in renamed or not original:
        return reading
    return replace(reading, article=reading.article.model_copy(update={"duplicate_of": renamed[original]}))
