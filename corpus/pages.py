"""A saved page of a news site: its article's text and what the page says about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What one page holds. `published` is the printed date or date-time, unparsed; `text` has a paragraph to a line."""

    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


def read_page(html: bytes | str, url: str | None = None) -> Page:
    """The article of a page; its `text` is empty where the page holds none. `url` is the page's address, when known.

    >>> page = read_page("<html><title>Pegawai WFH</title><article><p>Pemkot Sorong mengatur WFH.</p></article></html>")
    >>> page.title, page.text
    ('Pegawai WFH', 'Pemkot Sorong mengatur WFH.')
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import, and most dumps need no pages

    document = bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    if document is None or isinstance(document, dict):
        return Page("", url=url)
    return Page(document.text or "", document.title, document.date, document.sitename, document.url or url)
