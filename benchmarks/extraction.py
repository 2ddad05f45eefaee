"""How fast articles are read, beside two libraries on the same texts: `python benchmarks/extraction.py`.

On one core, in one run: `observe_article` with all its fields, `spacy.blank("id")` (which only cuts a text into words)
and dateparser's `search_dates` (which only looks for dates), over the labelled articles, nearly all of which tell of a
rule; then `observe_article` over ordinary news as `dump.py` makes it, most of which the first filter drops. Each figure
is that of the fastest pass, in time of the processor, so that other work on the machine matters little. A pass is
longer than what the fields remember: none profits from the one before.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import spacy
from dateparser.search import search_dates
from dump import articles as ordinary_news
from measuring import record

from corpus.article import Article
from extract.observations import observe_article

GOLD = Path(__file__).parents[1] / "corpus" / "gold"
PASSES = 3
ORDINARY = 3_000  # articles of ordinary news
EVERY = 6  # `search_dates` is given every sixth text: it takes some 20 ms for each
FIELDS = ("text", "title", "url", "outlet", "published")

Item = TypeVar("Item")


def labelled() -> list[Article]:
    """The labelled articles, as they were given."""
    lines = [line for path in sorted(GOLD.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    given = [json.loads(line)["input"] for line in lines]
    return [Article(item["id"], **{name: item[name] for name in FIELDS if name in item}) for item in given]


def ordinary() -> list[Article]:
    """Ordinary news: five articles in a thousand are about working from home."""
    return [Article(item["id"], **{name: item[name] for name in FIELDS}) for item in ordinary_news(ORDINARY)]


def per_second(read: Callable[[Item], object], items: Sequence[Item]) -> float:
    """How many of the items are read in a second, in the fastest of a few passes."""
    return round(len(items) / min(_seconds(read, items) for _ in range(PASSES)), 1)


def _seconds(read: Callable[[Item], object], items: Sequence[Item]) -> float:
    start = time.process_time()
    for item in items:
        read(item)
    return time.process_time() - start


def measure() -> dict[str, object]:
    """All figures, in articles a second, and what they were measured with."""
    given = labelled()
    texts = [article.text for article in given]
    blank = spacy.blank("id")
    every_field = per_second(observe_article, given)
    words_alone = per_second(blank, texts)
    dates_alone = per_second(lambda text: search_dates(text, languages=["id"]), texts[::EVERY])
    return {
        "articles": len(given),
        "characters_of_an_article": round(sum(map(len, texts)) / len(texts)),
        "observe_article": every_field,
        "observe_article_ordinary_news": per_second(observe_article, ordinary()),
        "spacy_blank_id": words_alone,
        "search_dates": dates_alone,
        "times_spacy_blank_id": round(every_field / words_alone, 2),
        "times_search_dates": round(every_field / dates_alone, 2),
        "spacy": version("spacy"),
        "dateparser": version("dateparser"),
    }


def main() -> None:
    """Measure, print, and keep the figures."""
    record("extraction", measure())


if __name__ == "__main__":
    main()
