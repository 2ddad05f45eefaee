"""Everything the fields find in one article, read once and handed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
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


@dataclass(frozen=True)
class Findings:
    """One article with the candidate spans of its fields, each read once, when first asked for.

    Offsets are into `clean.text`.
    """

    article: Article
    clean: Clean
    text: Text
    published: Published

    @cached_property
    def sentences(self) -> tuple[Scoped, ...]:
        """All sentences, with what they are about."""
        return tuple(scope(self.text, self.base.year if self.base else None))

    @cached_property
    def regions(self) -> tuple[Span[RegionMention], ...]:
        """Every place."""
        return tuple(find_regions(self.text.text))

    @cached_property
    def offices(self) -> tuple[Span[OfficeMention], ...]:
        """Every authority."""
        return tuple(find_offices(self.text.text))

    @cached_property
    def dates(self) -> tuple[Span[DateValue], ...]:
        """Every date expression."""
        return tuple(find_dates(self.text.text, self.base))

    @cached_property
    def decrees(self) -> tuple[Span[Decree], ...]:
        """Every legal instrument."""
        return tuple(find_decrees(self.text.text))

    @cached_property
    def shares(self) -> tuple[Span[Share], ...]:
        """Every share of staff."""
        return tuple(find_shares(self.text.text))

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
    """Clean an article and make it ready for its fields."""
    cleaned = clean(article.text, article.title, article.url, article.outlet)
    published = resolve_base(article.text, article.published, article.url, cleaned=cleaned.text, outlet=article.outlet)
    return Findings(article, cleaned, Text(cleaned.text), published)
