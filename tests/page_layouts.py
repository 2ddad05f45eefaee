"""Saved pages for the tests: articles of our own, set in the layouts of real outlets.

A layout (`tests/layouts/*.html`) is a page as an outlet builds it: its elements, class names and metadata; the
furniture is ours. It opens with a comment in TOML (`url`, `outlet`, perhaps `unknown = true` for one without a file
in `corpus.outlets`) and has the slots of `_values`. Where the article goes, `<!--each-->` shows how one paragraph
is written, and `<!--after 2-->` what stands behind the second; both end with `<!--end-->`. Elements with the
attribute `data-article` (subheadings) belong to the article, too.
"""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path

from corpus.gold.policies.writer import MONTHS, WEEKDAYS

ROOT = Path(__file__).parents[1]
LAYOUTS = Path(__file__).with_name("layouts")
ARTICLES_PER_LAYOUT = 2

_BODY = re.compile(r"<!--each-->(?P<each>.*?)<!--end-->(?P<inserts>(?:\s*<!--after \d+-->.*?<!--end-->)*)", re.DOTALL)
_INSERT = re.compile(r"<!--after (\d+)-->(.*?)<!--end-->", re.DOTALL)
_HEADING = re.compile(r"<h2 data-article[^>]*>([^<]+)</h2>")
_SLOT = re.compile(r"\{\{(?P<json>json:)?(?P<name>\w+)\}\}")
_WESTERN = timezone(timedelta(hours=7))
# Lines of the labelled articles that are furniture themselves; a paragraph of a page is a whole sentence or list item
_NO_PARAGRAPH = re.compile(
    r"\W*(?:baca|lihat|simak|editor|penulis|pewarta|reporter|foto|ilustrasi|tags?|label|topik|sumber|copyright|berita|"
    r"artikel|dapatkan|ikuti|komentar|bagikan|halaman|populer|terkait|laporan wartawan|iklan|advertisement|scroll|"
    r"oleh|tulis|hak cipta)\b.*|©.*",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(r".{40,}[.!?:;][\"”’')]{0,2}", re.DOTALL)
_BULLETS = ("- ", "• ", "* ")


@dataclass(frozen=True, slots=True)
class Source:
    """An article to be set in a layout; `paragraphs` are its main text, the gold of every measure."""

    id: str
    title: str
    published: datetime
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page, where it was fetched from, and what should be read from it; subheadings stand last in `main_text`."""

    layout: str
    article: Source
    html: str
    url: str
    outlet: str
    known: bool
    main_text: str

    @property
    def id(self) -> str:
        """Layout and article: "detik/V-001"."""
        return f"{self.layout}/{self.article.id}"


# The labelled articles that fill the pages; more of them would make other pages, and other tables in docs/input.md
_GOLD = ("dev", "samples", "trial_t", "trial_u", "trial_v", "trial_w", "trial_x", "trial_y")


@cache
def sources() -> tuple[Source, ...]:
    """Labelled articles that are running prose, in a fixed order."""
    return tuple(source for name in _GOLD for source in _sources_in(ROOT / "corpus" / "gold" / f"{name}.jsonl"))


def _sources_in(path: Path) -> Iterator[Source]:
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)["input"]
        published = _moment(given["published"])
        lines = [line.strip() for line in html.unescape(given["text"]).splitlines() if line.strip()]
        paragraphs = tuple(_paragraphs(lines))
        if (
            published
            and given["title"]
            and len(paragraphs) >= 5
            and len("".join(paragraphs)) >= 0.8 * len("".join(lines))
        ):
            yield Source(given["id"], given["title"], published, paragraphs)


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    listed = False  # a list's items belong to the article when a sentence leads up to them
    for line in lines:
        if line.startswith(_BULLETS):
            if listed:
                yield line
        elif listed := bool(_SENTENCE.fullmatch(line) and not _NO_PARAGRAPH.fullmatch(line)):
            listed = line.endswith(":")
            yield line


def _moment(printed: str | None) -> datetime | None:
    if not printed:
        return None
    try:
        moment = datetime.fromisoformat(printed)
    except ValueError:
        try:
            moment = parsedate_to_datetime(printed)
        except ValueError:
            return None
    if len(printed) == 10:
        moment = moment.replace(hour=9, minute=30)
    return moment if moment.tzinfo else moment.replace(tzinfo=_WESTERN)


@cache
def saved_pages() -> tuple[SavedPage, ...]:
    """Every layout with its articles; no article is used twice while there are others."""
    layouts = sorted(LAYOUTS.glob("*.html"))
    articles = sources()
    step = len(articles) // (len(layouts) * ARTICLES_PER_LAYOUT) or 1  # from every file of labelled articles
    pages = []
    for at, path in enumerate(layouts):
        for number in range(ARTICLES_PER_LAYOUT):
            article = articles[(at * ARTICLES_PER_LAYOUT + number) * step % len(articles)]
            pages.append(_page(path, article))
    return tuple(pages)


def _page(path: Path, article: Source) -> SavedPage:
    head, page = path.read_text(encoding="utf-8").removeprefix("<!--").split("-->", 1)
    layout = tomllib.loads(head)
    values = _values(article)
    values["url"] = _filled(layout["url"], values)
    body = _BODY.search(page)
    assert body, f"{path.name}: has no <!--each-->"
    filled = (
        _filled(page[: body.start()], values) + _article(body, article, values) + _filled(page[body.end() :], values)
    )
    return SavedPage(
        layout=path.stem,
        article=article,
        html=filled.lstrip(),
        url=values["url"],
        outlet=layout["outlet"],
        known=not layout.get("unknown", False),
        main_text="\n".join([*article.paragraphs, *_HEADING.findall(filled)]),
    )


def _article(body: re.Match[str], article: Source, values: dict[str, str]) -> str:
    inserts = {int(number): insert for number, insert in _INSERT.findall(body["inserts"])}
    parts = []
    for number, paragraph in enumerate(article.paragraphs, 1):
        if paragraph.startswith(_BULLETS):
            parts.append(f"<ul><li>{html.escape(paragraph[2:])}</li></ul>\n")
        else:
            parts.append(_filled(body["each"].strip("\n"), values | {"paragraph": paragraph}) + "\n")
        parts.append(_filled(inserts.pop(number, ""), values))
    parts.extend(_filled(insert, values) for _, insert in sorted(inserts.items()))  # behind the end: the last ones
    return "".join(parts)


def _values(article: Source) -> dict[str, str]:
    at = article.published
    slug = re.sub(r"\W+", "-", article.title.lower()).strip("-")
    return {
        "title": article.title,
        "lead": " ".join(article.paragraphs)[:150],
        "text": " ".join(article.paragraphs),
        "iso": at.isoformat(timespec="seconds"),
        "utc": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "stamp": at.strftime("%Y-%m-%d %H:%M:%S"),
        "slashed": at.strftime("%Y/%m/%d %H:%M:%S"),
        "weekday": WEEKDAYS[at.weekday()],
        "day": f"{at.day} {MONTHS[at.month - 1]} {at.year}",
        "short_day": f"{at.day:02} {MONTHS[at.month - 1][:3]} {at.year}",
        "dmy": at.strftime("%d/%m/%Y"),
        "clock": at.strftime("%H:%M"),
        "path": at.strftime("%Y/%m/%d"),
        "digits": at.strftime("%Y%m%d%H%M%S"),
        "slug": slug,
        "number": str(5_000_000 + sum(map(ord, article.id)) * 37),
    }


def _filled(text: str, values: dict[str, str]) -> str:
    def value(slot: re.Match[str]) -> str:
        found = values[slot["name"]]
        return json.dumps(found, ensure_ascii=False)[1:-1].replace("</", "<\\/") if slot["json"] else html.escape(found)

    return _SLOT.sub(value, text)
