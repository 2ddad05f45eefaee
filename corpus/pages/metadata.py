"""What a page says of itself: headline, day of publication, outlet, address.

Read from schema.org JSON-LD, Open Graph and other `meta` elements, microdata and, failing these, the page's
own headline and `time` elements.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import html

from corpus.outlets import host_of
from corpus.pages.tree import lines_of
from corpus.parts import article_address

_ARTICLE_TYPES = frozenset({"Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "WebPage", "Report"})
_LIST_TYPES = frozenset({"ItemList", "ListItem", "BreadcrumbList"})  # of other articles
# `meta` elements with the moment of publication, most trusted first. Those with the moment of the last change are not
# used: pages are rendered anew for years.
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "content_publisheddate",  # Kompas
    "dtk:publishdate",  # detik
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "date.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "article.published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "date",
)
_HOLDING_A_DATE = ("content", "datetime", "title")  # attributes
_YEAR = re.compile(r"(?<!\d)(?:199[5-9]|20\d\d)(?!\d)")  # "1970-01-01" and "0000-00-00" stand for no date
_FOLDED = re.compile(r"[\W_]+")
_TITLE_END = re.compile(r"\s[-–—|•·»]\s")
_NEAR = 3  # levels above a headline in which a `time` element is the article's
_PARAGRAPH = 100  # characters; an element with more of its own text is one of the article's
_LONGEST = 300  # characters of a headline, name or date; longer ones are something else
_MOST_NODES = 2_000  # of JSON-LD that are looked at


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; each None where it does not. `published` is unparsed."""

    title: str | None
    published: str | None
    outlet: str | None
    url: str | None


def read_metadata(tree: html.HtmlElement, url: str | None) -> Metadata:
    """The metadata of a page that was fetched from `url`."""
    metas = _metas(tree)
    items = list(_linked_data(tree))
    outlet = _outlet(items, metas) or _host_name(url)
    return Metadata(
        title=_title(tree, items, metas, outlet),
        published=_published(tree, items, metas),
        outlet=outlet,
        url=_address(tree, metas, url),
    )


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    """The contents of `meta` elements by their name in lower case; the first of a name counts."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _plain(element.get("content"))
        if name and content:
            metas.setdefault(name.strip().casefold(), content)
    return metas


def _plain(value: object) -> str | None:
    """A string with single blanks; None for blanks, for what is no string, and for what is too long to be a name."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if 0 < len(text) <= _LONGEST else None


# -- JSON-LD --------------------------------------------------------------------------------------------------------


def _linked_data(tree: html.HtmlElement) -> Iterator[Mapping[str, object]]:
    """The articles that the page's JSON-LD describes, in order; broken JSON is passed over."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (node for node in _nodes(data) if _types(node) & _ARTICLE_TYPES)


def _nodes(data: object) -> Iterator[Mapping[str, object]]:
    """The objects of a JSON value but those in lists of other articles, outer ones first."""
    waiting = deque([data])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, dict) and not _types(node) & _LIST_TYPES:
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            waiting.extend(node)


def _types(node: Mapping[str, object]) -> set[str]:
    kinds = node.get("@type")
    return {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}


def _named(value: object) -> str | None:
    """The name of a JSON-LD thing: a string, or an object with a name, or a list of such."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _plain(value.get("name") if isinstance(value, dict) else value)


# -- fields ---------------------------------------------------------------------------------------------------------


def _published(tree: html.HtmlElement, items: Iterable[Mapping[str, object]], metas: Mapping[str, str]) -> str | None:
    candidates = [_plain(item.get("datePublished")) for item in items]
    candidates += [metas.get(name) for name in _PUBLISHED]
    candidates += [_plain(next(filter(None, map(element.get, _HOLDING_A_DATE)), None)) for element in _of_article(tree)]
    return next((one for one in candidates if one and _YEAR.search(one)), None)


def _of_article(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Elements with the article's moment: microdata, a microformat, a `time` between the only headline and the text."""
    yield from tree.xpath("//*[@itemprop='datePublished']")
    yield from tree.xpath("//*[contains(concat(' ', @class, ' '), ' published ')]")
    headlines = list(tree.iter("h1"))
    if len(headlines) == 1:
        place = headlines[0]
        for _ in range(_NEAR):
            place = place.getparent() if place.getparent() is not None else place
        for element in place.iter() if place.tag not in ("body", "html") else ():
            if element.tag == "time":
                yield element
            elif element is not headlines[0] and len((element.text or "").strip()) >= _PARAGRAPH:
                return


def _outlet(items: Iterable[Mapping[str, object]], metas: Mapping[str, str]) -> str | None:
    publishers = (_named(item.get("publisher")) for item in items)
    return metas.get("og:site_name") or next(filter(None, publishers), None)


def _host_name(url: str | None) -> str | None:
    host = host_of(url)
    return host.removeprefix("www.") if host else None


def _title(
    tree: html.HtmlElement, items: Iterable[Mapping[str, object]], metas: Mapping[str, str], outlet: str | None
) -> str | None:
    """The headline as printed, where a printed one agrees with the metadata; else the metadata's."""
    headlines = [text for text in map(_text, tree.iter("h1")) if text]
    given = next(filter(None, (_plain(item.get("headline")) for item in items)), None)
    given = given or _without_outlet(metas.get("og:title") or _text(tree.find(".//title")), outlet)
    if given is None:
        return headlines[0] if len(headlines) == 1 else None
    wanted = _folded(given)
    for headline in headlines:
        printed = _folded(headline)
        if printed and (printed.startswith(wanted) or wanted.startswith(printed)):
            return headline
    return given


def _text(element: html.HtmlElement | None) -> str | None:
    return _plain(" ".join(lines_of(element))) if element is not None else None


def _folded(text: str) -> str:
    return _FOLDED.sub("", text).casefold()


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """A title without the outlet's name behind it.

    >>> _without_outlet("Pegawai WFH Lagi - Kabar Sorong", "KabarSorong.com")
    'Pegawai WFH Lagi'
    >>> _without_outlet("Bupati: WFH Lanjut - Berlaku Senin", "Kabar Sorong")
    'Bupati: WFH Lanjut - Berlaku Senin'
    """
    if not title or not outlet:
        return title
    name = _folded(outlet)
    for match in _TITLE_END.finditer(title):
        rest = _folded(title[match.end() :])
        if rest and (rest.startswith(name) or name.startswith(rest)):
            return title[: match.start()]
    return title


def _address(tree: html.HtmlElement, metas: Mapping[str, str], url: str | None) -> str | None:
    """The canonical address, when it is one of the same outlet and not its front page; else the given one."""
    links = (
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").casefold().split()
    )
    for given in (*links, metas.get("og:url")):
        found = _absolute(given, url)
        if found and (url is None or _site(found) == _site(url)):
            return article_address(found)
    return article_address(url) if url else None


def _absolute(address: str | None, url: str | None) -> str | None:
    """An address of an article; None for a front page and for what is no web address."""
    try:
        found = urljoin(url or "", (address or "").strip())
        parts = urlsplit(found)
        is_article = parts.scheme in ("http", "https") and parts.hostname and parts.path.strip("/")
    except ValueError:  # "http://["
        return None
    return found if is_article and len(found) <= 2_000 else None


def _site(url: str) -> str:
    """A host without the part that tells a site's mobile or AMP pages."""
    return re.sub(r"^(?:www|m|amp)\.", "", host_of(url) or "")
