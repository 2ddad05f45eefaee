"""Articles on several pages: which page of which article an address is, and pages put together.

Outlets break long articles: `?page=2` (Kompas, Tribun, JPNN), `/2` behind the address (detik, WordPress). The whole
article has an address of its own: `?page=all`, `?single=1`, `/all`.

>>> whole_address("https://kupang.kabar.example/2021/07/12/wfh?page=2&utm_source=x")
'https://kupang.kabar.example/2021/07/12/wfh'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

if TYPE_CHECKING:
    from corpus.pages import Page

WHOLE = 0
"""The number of a page that holds the whole article."""

_PAGE_KEYS = frozenset({"page", "halaman", "hal", "paging"})
_WHOLE_KEYS = frozenset({"single", "showpage"})
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|amp|outputtype|tag_from|source|ref", re.IGNORECASE)
# ".../pegawai-wfh/2", ".../pegawai-wfh/2/", ".../pegawai-wfh/all"; a slug before it, so that "/2021/7" is no page
_PATH_PAGE = re.compile(r"(?P<article>/[^/]*[a-z][^/]*-[^/]+)/(?:page/)?(?P<page>[1-9]\d?|all)/?$", re.IGNORECASE)


def part_of(url: str) -> tuple[str, int]:
    """The address of the whole article, without what only traces its readers, and the number of its page.

    The number is 1 where the address tells none, and `WHOLE` for an address of all pages in one.

    >>> part_of("https://news.detik.com/berita/d-5612345/edaran-wfh-terbit/2")
    ('https://news.detik.com/berita/d-5612345/edaran-wfh-terbit', 2)
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


def whole_address(url: str) -> str:
    """The address of an article without the number of its page, tracking and fragment."""
    return part_of(url)[0]


def join_parts(pages: Iterable[tuple[str, Page]]) -> list[Page]:
    """Pages, each with the address that it was fetched from, with those of one article put together.

    An article stands where its first page stood. A page of the whole article is taken alone; else the pages follow
    each other by number, and a paragraph that an earlier page ends with is not repeated.

    >>> from corpus.pages import Page
    >>> joined = join_parts([("https://a.example/edaran-wfh?page=2", Page("Kedua.")),
    ...                      ("https://a.example/edaran-wfh", Page("Pertama.", title="Edaran"))])
    >>> [(page.title, page.text) for page in joined]
    [('Edaran', 'Pertama.\\nKedua.')]
    """
    articles: dict[str, dict[int, Page]] = {}
    for url, page in pages:
        address, number = part_of(url)
        articles.setdefault(address, {}).setdefault(number, page)
    return [_joined(parts) for parts in articles.values()]


def _joined(parts: dict[int, Page]) -> Page:
    if WHOLE in parts:
        return parts[WHOLE]
    ordered = [parts[number] for number in sorted(parts)]
    lines: dict[str, None] = {}
    for page in ordered:
        lines.update(dict.fromkeys(page.text.split("\n")))
    return replace(ordered[0], text="\n".join(filter(None, lines)))
