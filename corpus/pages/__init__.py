"""From a saved web page to its article: the main text, and what the page says of itself.

>>> page = read_page('''<html><head><meta property="og:site_name" content="Kabar Sorong">
... <meta property="article:published_time" content="2021-07-12T09:30:00+09:00"></head><body><nav>Beranda</nav>
... <article><h1>Pemkot Sorong Atur WFH</h1><p>Wali kota meminta 75 persen pegawai bekerja dari rumah.</p>
... <p>Edaran itu berlaku mulai Senin, 12 Juli 2021, sampai akhir bulan.</p></article>
... <footer>Pedoman Media Siber</footer></body></html>''', "https://kabarsorong.example/2021/07/12/wfh")
>>> print(page.text)
Wali kota meminta 75 persen pegawai bekerja dari rumah.
Edaran itu berlaku mulai Senin, 12 Juli 2021, sampai akhir bulan.
>>> page.title, page.outlet, page.published
('Pemkot Sorong Atur WFH', 'Kabar Sorong', '2021-07-12T09:30:00+09:00')

How the article is found: where the outlet is known, its file names the element that holds it (`corpus.outlets`); any
other page goes to trafilatura, after what is plainly no article was taken out. The text is not cleaned: lines of
furniture that stand between the paragraphs are left to `corpus.clean`, which says what it drops and why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.outlets import find_outlet
from corpus.pages.decoding import decode
from corpus.parts import article_address

# What a whole page has and a piece of one has not
_PAGE = re.compile(r"<(?:!doctype|html|head|body|title|meta|link)\b", re.IGNORECASE)
_PAGE_WITHIN = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a web page. `text` has one paragraph to a line and is empty when the page holds no article.

    `published` is a moment or day as the page's metadata gives it, unparsed; where it gives none, the printed date
    line is the first line of `text`. `url` is the article's address; of a further page of it, that page's.
    """

    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


def read_page(html: bytes | str, url: str | None = None) -> Page:
    """Read the article of one saved page, or of a piece of one that holds nothing but the article.

    `html` is the page as it was stored, bytes in any encoding that a browser would understand; `url` is the address
    that it was fetched from, where known (it names the outlet). Never raises for what a page holds: one without an
    article gives an empty `text`.

    >>> read_page("<p>Pemkot Sorong mengatur WFH.</p><ul><li>Sektor kritikal 100 persen masuk</li></ul>").text
    'Pemkot Sorong mengatur WFH.\\n- Sektor kritikal 100 persen masuk'
    """
    # lxml and trafilatura take half a second to load, and dumps of plain text need neither
    from corpus.pages.body import date_line, fragment_text, main_text  # noqa: PLC0415
    from corpus.pages.metadata import read_metadata  # noqa: PLC0415
    from corpus.pages.tree import parse, without_unread  # noqa: PLC0415

    source = decode(html) if isinstance(html, bytes) else html
    tree = parse(source)
    if tree is None:
        return Page("", url=url)
    if not _PAGE.search(source, 0, _PAGE_WITHIN):
        without_unread(tree)
        return Page(fragment_text(tree), url=article_address(url) if url else None)
    about = read_metadata(tree, url)
    without_unread(tree)
    printed = None if about.published else date_line(tree, about.title)
    text = main_text(tree, find_outlet(url) or find_outlet(about.url))
    return Page(
        text="\n".join(filter(None, [printed, text])) if text else "",
        title=about.title,
        published=about.published,
        outlet=about.outlet,
        url=about.url,
    )
