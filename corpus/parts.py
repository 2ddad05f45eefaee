"""Articles on several pages: which page of which article an address is, and pages put together.

Outlets break long articles: `?page=2` (Kompas, Tribun, JPNN), `/2` behind the address (detik, WordPress). The whole
article has an address of its own: `?page=all`, `?single=1`, `/all`. Dumps hold one, or the pages one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from corpus.article import Article, Reject

WHOLE = 0
"""The number of a page that holds the whole article."""

_PAGE_KEYS = frozenset({"page", "halaman", "hal", "paging"})
_WHOLE_KEYS = frozenset({"single", "showpage"})
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|outputtype|tag_from", re.IGNORECASE)
# ".../pegawai-kota-bekerja-dari-rumah/2", ".../page/2/", ".../all"; behind a headline of several words, because
# "/berita-daerah/12" is an article of its own
_PATH_PAGE = re.compile(
    r"(?P<article>/[^/-]+(?:-[^/-]+){3,}(?:\.html?)?)/(?:page/)?(?P<page>[1-9]\d?|all)/?$", re.IGNORECASE
)
# "Edaran Terbit - Halaman 2"
_TITLE_PAGE = re.compile(r"[\s|:–-]{1,4}(?:halaman|laman|page|hal)\.? (?:\d{1,2}|all|semua)\b.*|\W", re.IGNORECASE)


def part_of(url: str) -> tuple[str, int]:
    """The address of the whole article, without what only traces its readers, and the number of its page.

    The number is 1 where the address tells none, and `WHOLE` for an address of all pages in one.

    >>> part_of("https://kabar.example/read/1/edaran-wfh?page=2&utm_source=x")
    ('https://kabar.example/read/1/edaran-wfh', 2)
    >>> part_of("https://kabar.example/read/1/edaran-wfh?page=all")[1] == WHOLE
    True
    >>> part_of("https://kabar.example/index.php?id=77")
    ('https://kabar.example/index.php?id=77', 1)
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # no address at all ("http://[")
        return url, 1
    page, kept = 1, []
    for key, value in parse_qsl(parts.query, keep_blank_values=True):
        name = key.casefold()
        if name in _PAGE_KEYS and (value.isdecimal() or value == "all"):
            page = int(value[:4]) if value != "all" else WHOLE
        elif name in _WHOLE_KEYS and value in ("1", "all"):
            page = WHOLE
        elif not _TRACKING.fullmatch(name):
            kept.append((key, value))
    path = parts.path
    if found := _PATH_PAGE.search(path):
        path = path[: found.end("article")]
        page = int(found["page"]) if found["page"].isdecimal() else WHOLE
    return urlunsplit((parts.scheme, parts.netloc, path, urlencode(kept), "")), page


def article_address(url: str) -> str:
    """The address of an article without tracking and fragment; a page behind the first keeps its number.

    >>> article_address("https://kabar.example/edaran?page=all"), article_address("https://kabar.example/edaran?page=2#a")
    ('https://kabar.example/edaran', 'https://kabar.example/edaran?page=2')
    """
    address, number = part_of(url)
    return address if number < 2 else url.partition("#")[0]


def join_parts(records: Iterable[Article | Reject]) -> Iterator[Article | Reject]:
    """Records with the pages of one article, where they follow each other, put together; all others as they are.

    Pages belong together when they have one address, one headline, and numbers from 1 on (or one of them is the whole
    article, which is then taken alone). The text is theirs in the order of the numbers, one paragraph to a line, those
    that are repeated once; `source_id` lists the ids of all.

    >>> address = "https://kabar.example/read/1/edaran-wfh"
    >>> pages = [Article("a", "Pertama.", title="Edaran", url=address),
    ...          Article("b", "Kedua.", title="Edaran - Halaman 2", url=address + "?page=2")]
    >>> [(article.source_id, article.text) for article in join_parts(pages)]
    [('a; b', 'Pertama.\\nKedua.')]
    """
    waiting: list[Article] = []
    was_page = False  # whether the last record may be a page of others
    for record in records:
        if isinstance(record, Reject):
            yield from _joined(waiting)
            yield record
            waiting = []
            continue
        may_be_page = _may_be_page(record.url)
        if waiting and not ((may_be_page or was_page) and goes_with(waiting[-1], record)):
            yield from _joined(waiting) if len(waiting) > 1 else waiting
            waiting = []
        waiting.append(record)
        was_page = may_be_page
    yield from _joined(waiting)


def goes_with(before: Article, article: Article) -> bool:
    """Whether two articles may be pages of one; two at one address are different articles, or the same one twice."""
    if not before.url or not article.url or before.url == article.url:
        return False
    if not (_may_be_page(before.url) or _may_be_page(article.url)):  # both are page 1
        return False
    (address, number), (other, other_number) = part_of(before.url), part_of(article.url)
    return address == other and number != other_number and _headline(before) == _headline(article)


def _may_be_page(url: str | None) -> bool:
    """Whether an address may be that of a page behind the first, or of all in one; this is told much faster."""
    if url is None:
        return False
    if "?" in url or "#" in url:
        return True
    last = url.rstrip("/").rpartition("/")[2]
    return last.isdecimal() or last.casefold() == "all"


def _headline(article: Article) -> str:
    return _TITLE_PAGE.sub("", article.title or "").casefold()


def _joined(pages: list[Article]) -> Iterator[Article]:
    """The pages as one article, or each as it is where they are not the pages of one."""
    if len(pages) < 2:
        yield from pages
        return
    parts = {part_of(page.url or "")[1]: page for page in pages}
    numbers = sorted(parts)
    in_row = numbers[:1] == [1] and all(after == before + 1 for before, after in pairwise(numbers))
    if len(parts) < len(pages) or not (WHOLE in parts or in_row):
        yield from pages
        return
    taken = [parts[WHOLE]] if WHOLE in parts else [parts[number] for number in numbers]
    lines = dict.fromkeys(line for page in taken for line in page.text.split("\n") if line.strip())
    yield replace(
        taken[0],
        source_id="; ".join(page.source_id for page in pages),
        text=taken[0].text if len(taken) == 1 else "\n".join(lines),
        url=part_of(taken[0].url or "")[0],
        published=next((page.published for page in taken if page.published), None),
    )
