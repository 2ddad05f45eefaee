"""How well the text of saved pages is found: `python tests/compare_extractors.py` prints the tables of docs/input.md.

Tokens are words and numbers in lower case. Precision: of the tokens that came out, how many are the article's; recall:
of the article's tokens, how many came out; both as multisets, as a mean over pages.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parents[1]))  # what is measured is this checkout, installed or not

import justext
import readability
import trafilatura
from lxml import html as lxml_html
from page_layouts import SavedPage, saved_pages
from resiliparse.extract.html2text import extract_plain_text

from corpus.cleaning import clean
from corpus.outlets import find_outlet, load
from corpus.pages import read_page
from corpus.pages.tree import lines_of
from extract.dates import resolve_base

_METADATA = re.compile(
    r'<meta[^>]*>|<script[^>]*ld\+json.*?</script>|(?:datetime|title)="20[^"]*"|itemprop="datePublished"', re.DOTALL
)
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Score:
    """Of one extractor on some pages: mean precision and recall, and the pages of which nothing was lost or added."""

    precision: float
    recall: float
    perfect: int
    pages: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def precision_and_recall(found: str, wanted: str) -> tuple[float, float]:
    """Shares of equal tokens among those found and those wanted.

    >>> precision_and_recall("Pegawai masuk. Baca juga", "Pegawai masuk bergiliran.")
    (0.5, 0.6666666666666666)
    """
    got, gold = (Counter(_TOKEN.findall(text.casefold())) for text in (found, wanted))
    both = (got & gold).total()
    return (both / got.total() if got else 0.0), (both / gold.total() if gold else 0.0)


def score(extract: Callable[[SavedPage], str], pages: Iterable[SavedPage]) -> Score:
    """The score of an extractor; the printed headline is no error, whether it is given or not."""
    ratios = []
    for page in pages:
        lines = extract(page).split("\n")
        text = "\n".join(line for line in lines if line.strip().casefold() != page.article.title.casefold())
        ratios.append(precision_and_recall(text, page.main_text))
    return Score(
        precision=fmean(precision for precision, _ in ratios),
        recall=fmean(recall for _, recall in ratios),
        perfect=sum(ratio == (1.0, 1.0) for ratio in ratios),
        pages=len(ratios),
    )


# -- extractors -----------------------------------------------------------------------------------------------------


def _justext(page: SavedPage) -> str:
    paragraphs = justext.justext(page.html.encode(), justext.get_stoplist("Indonesian"))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def _readability(page: SavedPage) -> str:
    return "\n".join(lines_of(lxml_html.fromstring(readability.Document(page.html).summary())))


def _resiliparse(page: SavedPage) -> str:
    return str(extract_plain_text(page.html, main_content=True))


def edaran(page: SavedPage) -> str:
    """Page and cleaner, the outlet known by its address."""
    read = read_page(page.html, page.url)
    return clean(read.text, read.title, page.url, read.outlet).text


def edaran_unknown(page: SavedPage) -> str:
    """Page and cleaner with the general rules alone, as for an outlet without a file."""
    host = urlsplit(page.url).netloc
    read = read_page(page.html.replace(host, "kabar.example"), page.url.replace(host, "kabar.example"))
    return clean(read.text, read.title, read.url).text


def _trafilatura(page: SavedPage, **options: bool) -> str:
    return trafilatura.extract(page.html, include_comments=False, **options) or ""


def cleaned(page: SavedPage) -> str:
    """The cleaner on what trafilatura scraped, the outlet known: a dump of plain text."""
    return clean(_trafilatura(page), page.article.title, page.url).text


def cleaned_unknown(page: SavedPage) -> str:
    """The cleaner with its general rules on what trafilatura scraped."""
    return clean(_trafilatura(page), page.article.title).text


EXTRACTORS: Mapping[str, Callable[[SavedPage], str]] = {
    "edaran, outlet known": edaran,
    "edaran, general rules alone": edaran_unknown,
    "trafilatura, then the cleaner, outlet known": cleaned,
    "trafilatura, then the cleaner, general rules alone": cleaned_unknown,
    "trafilatura": _trafilatura,
    "trafilatura, for precision": lambda page: _trafilatura(page, favor_precision=True),
    "trafilatura, for recall": lambda page: _trafilatura(page, favor_recall=True),
    "resiliparse": _resiliparse,
    "readability-lxml": _readability,
    "jusText": _justext,
}


# -- day of publication ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Days:
    """Of pages with so much left on them: from where the day was read, and how often it was the right one."""

    left: str
    source: str
    right: int
    found: int
    pages: int


def days(pages: Sequence[SavedPage]) -> Iterator[Days]:
    """The day of publication, while the page loses first its metadata, then its address, then all but its text."""
    bare = [read_page(_METADATA.sub("", page.html), page.url) for page in pages]
    stages = {
        "the page as stored": [
            resolve_base(read.text, read.published, read.url, outlet=read.outlet)
            for read in (read_page(page.html, page.url) for page in pages)
        ],
        "no metadata": [
            resolve_base(read.text, read.published, page.url) for read, page in zip(bare, pages, strict=True)
        ],
        "no metadata, no address": [resolve_base(read.text, read.published) for read in bare],
        "the text alone": [resolve_base("\n".join(page.article.paragraphs)) for page in pages],
    }
    for left, read in stages.items():
        found = Counter(one.source for one in read if one.source)
        right = Counter(
            one.source for one, page in zip(read, pages, strict=True) if one.date == page.article.published.date()
        )
        for source, count in found.most_common():
            yield Days(left, source, right[source], count, len(pages))


def main() -> None:
    """Print the tables."""
    pages = saved_pages()
    _print_extractors(pages)
    _print_days(pages)
    _print_outlets([page for page in pages if page.known])


def _print_extractors(pages: Sequence[SavedPage]) -> None:
    groups = {
        "Outlets with a file": [page for page in pages if page.known],
        "Outlets without one": [page for page in pages if not page.known],
    }
    for name, group in groups.items():
        print(f"{name}: {len({page.layout for page in group})} layouts, {len(group)} pages\n")
        print("| | precision | recall | F1 | pages without an error |\n| --- | --- | --- | --- | --- |")
        for extractor, extract in EXTRACTORS.items():
            s = score(extract, group)
            print(f"| {extractor} | {s.precision:.3f} | {s.recall:.3f} | {s.f1:.3f} | {s.perfect} |")
        print()


def _print_days(pages: Sequence[SavedPage]) -> None:
    print("| left on the page | `published_from` | found | right day |\n| --- | --- | --- | --- |")
    for row in days(pages):
        print(f"| {row.left} | `{row.source}` | {row.found} of {row.pages} | {row.right} |")
    print()


def _print_outlets(pages: Sequence[SavedPage]) -> None:
    extractors = (EXTRACTORS["jusText"], EXTRACTORS["trafilatura"], edaran_unknown, edaran)
    print("| outlet | jusText | trafilatura | general rules | with its file |\n| --- | --- | --- | --- | --- |")
    for outlet in load():
        own = [page for page in pages if find_outlet(page.url) is outlet]
        scores = [score(extract, own) for extract in extractors]
        cells = " | ".join(f"{one.precision:.2f} / {one.recall:.2f}" for one in scores)
        print(f"| {outlet.name} | {cells} |")


if __name__ == "__main__":
    sys.exit(main())
