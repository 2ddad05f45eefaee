"""Everything the fields find in one article, read once and handed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from corpus.article import Article
from corpus.cleaning import Clean, clean
from extract.dates import DateValue, Published, find_dates, resolve_base
from extract.decrees import find_decrees
from extract.decrees.types import Decree
from extract.document import Text
from extract.regions import OfficeMention, RegionMention, find_offices, find_regions
from extract.scope import Scoped, scope, within
from extract.shares import Share, find_shares
from extract.spans import Span

_OVER: Final = timedelta(days=21)  # what ended longer ago than that is an earlier rule


@dataclass(frozen=True, slots=True)
class Findings:
    """One article with all candidate spans of its fields; offsets are into `clean.text`."""

    article: Article
    clean: Clean
    text: Text
    published: Published
    sentences: tuple[Scoped, ...]
    regions: tuple[Span[RegionMention], ...]
    offices: tuple[Span[OfficeMention], ...]
    dates: tuple[Span[DateValue], ...]
    decrees: tuple[Span[Decree], ...]
    shares: tuple[Span[Share], ...]

    @property
    def base(self) -> date | None:
        """The day against which dates without a year are read."""
        return self.published.date

    def sentence(self, span: Span[object]) -> Scoped:
        """The sentence in which a span begins."""
        return self.sentences[self.text.sentence_at(span.start).index]

    def is_over(self, scoped: Scoped) -> bool:
        """Whether all dates of a sentence lie weeks before the article: the time of an earlier rule."""
        if self.base is None:
            return False
        inside = [d.value for d in within(self.dates, scoped)]
        ends = [v.end for v in inside if v.end and v.kind in {"range", "month"}]
        others = [v for v in inside if v.kind in {"day", "weekday"}]
        return bool(ends) and not others and max(ends) < self.base - _OVER


def find_all(article: Article) -> Findings:
    """Clean an article and run every field over it once."""
    cleaned = clean(article.text, article.title, article.url, article.outlet)
    text = Text(cleaned.text)
    published = resolve_base(article.text, article.published, article.url, cleaned=cleaned.text, outlet=article.outlet)
    return Findings(
        article=article,
        clean=cleaned,
        text=text,
        published=published,
        sentences=tuple(scope(text, published.date.year if published.date else None)),
        regions=tuple(find_regions(cleaned.text)),
        offices=tuple(find_offices(cleaned.text)),
        dates=tuple(find_dates(cleaned.text, published.date)),
        decrees=tuple(find_decrees(cleaned.text)),
        shares=tuple(find_shares(cleaned.text)),
    )
