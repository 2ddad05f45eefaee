"""Everything the fields find in one article, read once and handed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.article import Article
from corpus.cleaning import Clean, clean
from extract.dates import DateValue, Published, find_dates, resolve_base
from extract.decrees import find_decrees
from extract.decrees.types import Decree
from extract.document import Text
from extract.regions import OfficeMention, RegionMention, find_offices, find_regions
from extract.scope import Scoped, scope
from extract.shares import Share, find_shares
from extract.spans import Span


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
