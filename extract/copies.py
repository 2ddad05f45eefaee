"""Copies: articles with the same text and title, or nearly the same text. Which one stays does not depend on any order.

The one published first stays (then the one with the smallest id); the others are `duplicate` and point to it. A record
that stands twice in the dumps, to the letter, is one article with a number behind the id of the second. What is nearly
the same, `corpus.duplicates` says. Articles that name neither working from home nor COVID-19 are not compared; they
have no `content_id`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.duplicates import Candidate, find_copies
from extract.schema import ArticleRow, Reading
from extract.seen import Contents, Precedence
from extract.store import in_order

COPY = "same text and title"
"""`reason` of a copy."""
NEAR_COPY = "nearly the same text"
"""`reason` of a copy that is shortened or in slightly other words."""
_KEPT = {"article_id", "source_id", "source_path", "url", "outlet", "title", "language", "content_id"}
_UNDATED = "9"  # behind all days


def precedence(article: ArticleRow) -> Precedence:
    """The least of several copies stays. A day that was read in the text does not count: it is the same for all."""
    day = str(article.published) if _dated_by_page(article) else _UNDATED
    return day, record_of(article.article_id), f"{article.source_path}\x1f{article.outlet}"


def record_of(article_id: str) -> str:
    """The id without the number of a record that stands twice.

    >>> record_of("e29713c46e8dcbc7-2")
    'e29713c46e8dcbc7'
    """
    return article_id.partition("-")[0]


class Settled:
    """Readings with every group of copies in final form, in the order of the published rows, as often as wanted.

    Of a group the copy that stays must have been read, the others may have been. In memory are some 300 bytes for each
    near copy; what else is known of the articles lies on disk.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = in_order(readings)
        self._contents = Contents()
        self._near = find_copies(self._surveyed())  # by content, the content that it nearly has

    def __iter__(self) -> Iterator[Reading]:
        return map(self._settled, _numbered(self._readings))

    def lean(self) -> Iterator[Reading]:
        """The readings as `extract.store.lean` makes them."""
        return map(self._settled, _numbered(self._readings.lean()))

    def _surveyed(self) -> Iterator[Candidate]:
        """Learn which copy of each content stays, and give those that may be near copies."""
        for reading in _numbered(self._readings.lean()):
            if content := reading.article.content_id:
                own = precedence(reading.article)
                self._contents.offer(content, own)
                if reading.fingerprint:
                    yield Candidate(content, " ".join(own), reading.fingerprint)

    def _settled(self, reading: Reading) -> Reading:
        article = reading.article
        if not article.content_id:
            return reading
        _, stays, _ = self._contents[article.content_id]
        if original := self._near.get(article.content_id):
            copy = _copy(article, self._contents[original][1], NEAR_COPY)
            # later dumps are compared with it too; of the same text once is enough
            return Reading(copy, fingerprint=reading.fingerprint if article.article_id == stays else b"")
        return reading if article.article_id == stays else Reading(_copy(article, stays, COPY))


def _numbered(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Readings by id, in which every record that stands several times has got its numbers."""
    for record, same in groupby(readings, key=lambda reading: record_of(reading.article.article_id)):
        found = list(same)
        yield from found if len(found) == 1 else _number(record, found)


def _number(record: str, readings: Sequence[Reading]) -> list[Reading]:
    """Give a record that stands several times its numbers by file, and let the first one have what was read."""
    whole = min(readings, key=lambda reading: (reading.article.status == "duplicate", _origin(reading.article)))
    numbered = []
    for number, reading in enumerate(sorted(readings, key=lambda reading: _origin(reading.article)), 1):
        article = reading.article
        if number == 1 and article.content_id:
            own = {"source_path": article.source_path, "outlet": article.outlet, "article_id": record}
            numbered.append(replace(whole, article=whole.article.model_copy(update=own)))
        else:
            again = article.model_copy(update={"article_id": record if number == 1 else f"{record}-{number}"})
            numbered.append(Reading(_copy(again, record, COPY) if again.content_id else again))
    return sorted(numbered, key=lambda reading: reading.article.article_id)


def _origin(article: ArticleRow) -> tuple[str, str, str]:
    return article.source_path or "", article.outlet or "", article.article_id


def _dated_by_page(article: ArticleRow) -> bool:
    return article.published_from in {"metadata", "url"}


def _copy(article: ArticleRow, original: str, reason: str) -> ArticleRow:
    """The row of a copy, the same whether it was read before the original was known or not read at all."""
    dated = {"published", "published_from"} if _dated_by_page(article) else set()
    return ArticleRow(
        **article.model_dump(include=_KEPT | dated), status="duplicate", reason=reason, duplicate_of=original
    )
