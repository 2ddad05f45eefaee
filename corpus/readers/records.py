"""From a record as a file holds it to an `Article`, or to a `Reject` that says why there is none."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from corpus.article import Article, Reject
from corpus.pages import Page, read_page
from corpus.readers.encoding import NUL
from corpus.readers.fields import FieldMap, folded
from corpus.readers.sources import Source

Record = Article | Reject

_LONGEST = 300  # characters of a reason
_HTML_FIELDS = frozenset({"html", "raw_html"})
_HTML = re.compile(
    r"\s*<(?:!doctype\s+html|html|head|body|article|section|div|p|h[1-6]|figure|span)\b[^<>]{0,2000}>", re.IGNORECASE
)
_NO_PAGE = Page("")


@dataclass(frozen=True, slots=True)
class Raw:
    """One record of a file before its fields are told apart.

    `key` is its id where the dump has none; `line` its first line or row, from 1, where the format has such; `problem`
    why it cannot be read. A page is a value of the name `html`.
    """

    key: str
    line: int | None
    values: Mapping[str, object] = field(default_factory=dict)
    problem: str | None = None


def holds_html(text: str) -> bool:
    """Whether a text begins as a page, or as a piece of one, does.

    >>> holds_html(" <p class='lead'>Pemkot"), holds_html("<10 orang> Pemkot")
    (True, False)
    """
    return _HTML.match(text) is not None


def record(raw: Raw, source: Source, names: FieldMap) -> Record:
    """The article of a raw record."""
    values, held = raw.values, _held(tuple(raw.values), names)
    source_id = plain(_first(values, held.fields["id"])) or raw.key
    found = raw.problem or _text(raw, _first(values, held.fields["text"]), held.pages)
    if isinstance(found, str):
        return Reject(source_id, source.path, raw.line, found)
    own = {wanted: plain(_first(values, held.fields[wanted])) for wanted in ("title", "url", "outlet", "published")}
    page = _NO_PAGE
    if found.html:
        try:
            page = read_page(found.html, own["url"])
        except Exception as error:  # parsers of pages are large; whatever breaks them must not end the dump
            return Reject(
                source_id, source.path, raw.line, f"unreadable page: {type(error).__name__}: {error}"[:_LONGEST]
            )
        if not page.text.strip():
            return Reject(source_id, source.path, raw.line, "no article text in the page")
        if "\0" in page.text:
            return Reject(source_id, source.path, raw.line, NUL)
    return Article(
        source_id=source_id,
        text=page.text if found.html else found.text,
        title=own["title"] or plain(page.title),
        url=own["url"] or plain(page.url),
        outlet=own["outlet"] or plain(page.outlet),
        published=own["published"] or plain(page.published),
        source_path=source.path,
        line=raw.line,
    )


def _first(values: Mapping[str, object], names: Iterable[str]) -> object:
    """The first value under these names."""
    for name in names:
        if (found := values[name]) is not None:
            return found
    return None


@dataclass(frozen=True, slots=True)
class _Held:
    """Of a record with certain names: those of each field of an article, likeliest first, and those of pages."""

    fields: Mapping[str, tuple[str, ...]]
    pages: tuple[str, ...]


@lru_cache(maxsize=256)  # the records of a dump have the same names
def _held(present: tuple[str, ...], names: FieldMap) -> _Held:
    by_folded = {folded(name): name for name in present}
    wanted = ("id", "url", "title", "published", "text", "outlet")
    fields = {
        one: tuple(by_folded[folded(name)] for name in names.names(one) if folded(name) in by_folded) for one in wanted
    }
    return _Held(fields, tuple(name for name in present if folded(name) in _HTML_FIELDS))


@dataclass(frozen=True, slots=True)
class _Text:
    text: str = ""
    html: str | bytes = ""


def _text(raw: Raw, value: object, pages: tuple[str, ...]) -> _Text | str:
    """The text or page of a record, or why it has none."""
    if value is None:
        return f"no text (fields: {', '.join(raw.values)})"
    is_page = any(raw.values[name] is value for name in pages)
    if isinstance(value, bytes):
        return _page(value) if is_page else _decoded(value)
    if not isinstance(value, str):
        return f"the text is not a string but {type(value).__name__}"
    return _page(value) if is_page or holds_html(value) else _plain_text(value)


def _page(html: str | bytes) -> _Text | str:
    return _Text(html=html) if html.strip() else "empty text"


def _plain_text(text: str) -> _Text | str:
    if "\0" in text:
        return NUL
    return _Text(text) if text.strip() else "empty text"


def _decoded(data: bytes) -> _Text | str:
    try:
        return _plain_text(data.decode("utf-8"))
    except UnicodeDecodeError:
        return "the text is bytes that are not UTF-8"


def plain(value: object) -> str | None:
    """A string, number or date as a string; nothing for blanks and for lists and objects.

    >>> plain(7), plain(7.0), plain(" a "), plain(""), plain(["x"]), plain(dt.date(2021, 6, 28)), plain(math.nan)
    ('7', '7', 'a', None, None, '2021-06-28', None)
    """
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, dt.date):  # a datetime is one too
        return value.isoformat()
    if not isinstance(value, int | float):
        return None
    return str(value).strip() or None
