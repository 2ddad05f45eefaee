"""A report: one article's observation of a decision, with what the article's own row says about the source."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlsplit

from extract.copies import record_of
from extract.schema import ArticleRow, Decision, Measure, Observation, Reading


@dataclass(frozen=True, slots=True)
class Report:
    """One observation with its source.

    `copies` counts further articles with the same text, or nearly the same; `outlets` are those of all of them.
    `announced_told` says that the article tells the day of the announcement, which is else its day of publication.
    """

    observation: Observation
    published: dt.date | None = None
    last_published: dt.date | None = None
    outlets: tuple[str, ...] = ()
    copies: int = 0
    measures: tuple[Measure, ...] = ()
    announced_told: bool = False


def reports_of(readings: Iterable[Reading]) -> Iterator[Report]:
    """A report for every observation. Copies of an article are further sources of what the first one reports.

    The readings may be lean (`extract.store.lean`); only what reports take of them is held.
    """
    reporting: dict[str, Reading] = {}
    sources: dict[str, list[_Source]] = defaultdict(list)
    for reading in readings:
        article = reading.article
        if reading.observations:
            reporting[article.article_id] = replace(reading, case_counts=(), fingerprint=b"")
        if original := article.duplicate_of or (article.article_id if reading.observations else None):
            sources[original].append(_Source.of(article))
    for article_id, reading in reporting.items():
        yield from _reports(reading, sources[article_id])


@dataclass(frozen=True, slots=True)
class _Source:
    """An article that reports something: its record, day and outlet."""

    record: str
    published: dt.date | None
    outlet: str | None

    @classmethod
    def of(cls, article: ArticleRow) -> Self:
        return cls(record_of(article.article_id), article.published, _outlet(article))


def first_day(decision: Decision) -> dt.date | None:
    """The day that a decision counts from: its first day in force, else when it was signed or made public.

    >>> first_day(Decision(announced_date=dt.date(2021, 6, 28), start_date=dt.date(2021, 6, 29)))
    datetime.date(2021, 6, 29)
    """
    return decision.start_date or decision.announced_date or decision.decree_date


def _reports(reading: Reading, sources: list[_Source]) -> Iterator[Report]:
    days = [source.published for source in sources if source.published]
    told = {e.row_id for e in reading.evidence if e.column == "announced_date"}
    for observation in reading.observations:
        key = observation.observation_id
        yield Report(
            observation,
            published=min(days, default=None),
            last_published=max(days, default=None),
            outlets=tuple(sorted({source.outlet for source in sources if source.outlet})),
            copies=len({source.record for source in sources}) - 1,  # a record that stands twice is no further source
            measures=tuple(m for m in reading.measures if m.observation_id == key),
            announced_told=key in told,
        )


def _outlet(article: ArticleRow) -> str | None:
    if article.outlet:
        return article.outlet
    try:
        host = urlsplit(article.url or "").hostname
    except ValueError:  # an address such as "http://[", as scraped pages have them
        return None
    return host.removeprefix("www.") if host else None
