"""A report: one article's observation of a decision, with what the article's own row says about the source."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

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

    The readings are gone through twice; only those with observations, and their copies, are held.
    """
    reporting = {reading.article.article_id: _lean(reading) for reading in readings if reading.observations}
    copies: dict[str, list[ArticleRow]] = defaultdict(list)
    for reading in readings:
        if (original := reading.article.duplicate_of) in reporting and original:
            copies[original].append(reading.article)
    for article_id, reading in reporting.items():
        yield from _reports(reading, copies[article_id])


def _lean(reading: Reading) -> Reading:
    """What a report takes of a reading: evidence is most of it, and all are held at a time."""
    told = tuple(e for e in reading.evidence if e.column == "announced_date")
    return replace(reading, evidence=told, case_counts=(), fingerprint=b"")


def first_day(decision: Decision) -> dt.date | None:
    """The day that a decision counts from: its first day in force, else when it was signed or made public.

    >>> first_day(Decision(announced_date=dt.date(2021, 6, 28), start_date=dt.date(2021, 6, 29)))
    datetime.date(2021, 6, 29)
    """
    return decision.start_date or decision.announced_date or decision.decree_date


def _reports(reading: Reading, copies: list[ArticleRow]) -> Iterator[Report]:
    articles = [reading.article, *copies]
    days = [article.published for article in articles if article.published]
    told = {e.row_id for e in reading.evidence if e.column == "announced_date"}
    for observation in reading.observations:
        key = observation.observation_id
        yield Report(
            observation,
            published=min(days, default=None),
            last_published=max(days, default=None),
            outlets=tuple(sorted({name for article in articles if (name := _outlet(article))})),
            copies=len({_record(article.article_id) for article in articles}) - 1,
            measures=tuple(m for m in reading.measures if m.observation_id == key),
            announced_told=key in told,
        )


def _record(article_id: str) -> str:
    """The id without the number that a record has got which stands twice in the dumps: it is no further source."""
    return article_id.partition("-")[0]


def _outlet(article: ArticleRow) -> str | None:
    if article.outlet:
        return article.outlet
    try:
        host = urlsplit(article.url or "").hostname
    except ValueError:  # an address such as "http://[", as scraped pages have them
        return None
    return host.removeprefix("www.") if host else None
