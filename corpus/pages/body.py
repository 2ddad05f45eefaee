"""The main text of a page: where it stands, and what in it is no text of the article.

What is taken out of any page and how its parts are named is data (`general.toml`); of single outlets, `corpus.outlets`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

import trafilatura
from lxml import html
from lxml.cssselect import CSSSelector

from corpus.outlets import Outlet
from corpus.pages.tree import drop, lines_of, unwrap_layout_tables

_LEAST = 150  # characters; what is shorter is a teaser or an empty shell, and the text is looked for elsewhere
_LEAST_WORDS = 3  # what is shorter is no page at all ("{}", "%PDF-1.4")
_DATE_LINE = 100  # characters; a printed date with outlet, time and reporter beside it is no longer
_LINES_TO_DATE = 12  # lines below the headline in which the date is printed
_LINES_ABOVE = 3
_CLOCK = r"(?:\s?[-|,•·/]?\s?(?:pukul\s|jam\s)?\d{1,2}[.:]\d{2}(?:\s?WI(?:B|TA|T)\b)?)?"
# "8 Juli 2021", "Kamis, 08 Jul 2021 14:12 WIB", "08/07/2021, 14:12", "July 8, 2021"
_DATE = re.compile(
    r"(?:\b[A-Z][a-z'’]{3,8},?\s)?(?<![\d.,])"
    r"(?:\d{1,2}(?:\s[A-Z][a-z]{2,8}\.?\s|[/-]\d{1,2}[/-])(?:19|20)\d\d|[A-Z][a-z]{2,8}\s\d{1,2},\s?(?:19|20)\d\d)(?!\d)"
    + _CLOCK
)
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _General:
    """`general.toml`: selectors of what holds no text or is hidden, names of furniture, its largest share, bodies."""

    drop: str
    hidden: str
    names: re.Pattern[str]
    largest_share: float
    bodies: tuple[str, ...]


@cache
def _general() -> _General:
    table = tomllib.loads(Path(__file__).with_name("general.toml").read_text(encoding="utf-8"))
    names = "|".join(sorted(map(re.escape, table["names"]), key=len, reverse=True))
    return _General(
        drop=", ".join(table["drop"]),
        hidden=", ".join(table["hidden"]),
        names=re.compile(rf"(?:^| )(?:{names})(?= |$)"),
        largest_share=table["largest_share"],
        bodies=tuple(table["bodies"]),
    )


def main_text(tree: html.HtmlElement, outlet: Outlet | None) -> str:
    """The article's paragraphs, one to a line; empty when the page holds none. Changes the tree.

    Looked for where the outlet has it, then where many outlets have it, then by trafilatura.
    """
    unwrap_layout_tables(tree)
    for element in _select(tree, outlet.drop) if outlet and outlet.drop else ():
        drop(element)
    if outlet and outlet.body and (text := _text_in(_select(tree, outlet.body))):
        return text
    _drop_furniture(tree)
    _drop_headline(tree)
    for body in _general().bodies:
        found = _select(tree, body)
        if len(found) == 1 and (text := _text_in(found)):
            return text
    return _extracted(tree)


def fragment_text(tree: html.HtmlElement) -> str:
    """The lines of a piece of a page that holds an article: all that is not named as something else."""
    unwrap_layout_tables(tree)
    _drop_furniture(tree)
    return _worded("\n".join(lines_of(tree)))


def date_line(tree: html.HtmlElement, title: str | None) -> str | None:
    """The date that is printed between the headline and the text, or right above the headline; None without one."""
    lines = lines_of(tree)
    wanted = _folded(title or "")
    at = next((at for at, line in enumerate(lines) if wanted and _folded(line) == wanted), None)
    if at is None:
        return None
    below = takewhile(lambda line: len(line) <= _DATE_LINE, lines[at + 1 : at + 1 + _LINES_TO_DATE])
    above = reversed(lines[max(0, at - _LINES_ABOVE) : at])
    return next(
        (found[0] for line in (*below, *above) if len(line) <= _DATE_LINE and (found := _DATE.search(line))), None
    )


def _folded(text: str) -> str:
    return _NOT_LETTER.sub("", text.casefold())


@cache
def _selector(css: str) -> CSSSelector:
    return CSSSelector(css)


def _select(tree: html.HtmlElement, css: str) -> list[html.HtmlElement]:
    found: list[html.HtmlElement] = _selector(css)(tree)
    return found


def _text_in(elements: Iterable[html.HtmlElement]) -> str:
    """The lines of the elements, each part of the page once; empty when they hold too little to be an article."""
    seen: set[html.HtmlElement] = set()
    lines: list[str] = []
    for element in elements:
        if not any(above in seen for above in element.iterancestors()):
            seen.add(element)
            lines += lines_of(element)
    return "\n".join(lines) if sum(map(len, lines)) >= _LEAST else ""


def _drop_furniture(tree: html.HtmlElement) -> None:
    """Take out what no outlet's article stands in: by its tag; what is hidden or so named and not much of the page."""
    general = _general()
    for element in _select(tree, general.drop):
        drop(element)
    largest = general.largest_share * len(tree.text_content())
    named = (element for element in _select(tree, "body [class], body [id]") if general.names.search(_words(element)))
    for element in [*_select(tree, general.hidden), *named]:
        if len(element.text_content()) <= largest:
            drop(element)


def _drop_headline(tree: html.HtmlElement) -> None:
    """Take out the only headline and, unless it is much, what stands above it: menus, the section's name."""
    headlines = list(tree.iter("h1"))
    if len(headlines) != 1:
        return
    places = (headlines[0], *headlines[0].iterancestors())
    above = [element for place in places for element in place.itersiblings(preceding=True)]
    if sum(len(element.text_content()) for element in above) <= _general().largest_share * len(tree.text_content()):
        for element in above:
            drop(element)
    drop(headlines[0])


def _words(element: html.HtmlElement) -> str:
    """The words of an element's class and id: "boxBacaJuga post-12" is "box baca juga post 12"."""
    name = f"{element.get('class', '')} {element.get('id', '')}"
    return _NOT_LETTER.sub(" ", _CAPITAL.sub(" ", name).lower()).strip()


def _extracted(tree: html.HtmlElement) -> str:
    # fast: one of the fallbacks takes quadratic time on purpose-made pages
    return _worded(trafilatura.extract(tree, fast=True, include_comments=False) or "")


def _worded(text: str) -> str:
    return text if len(text.split()) >= _LEAST_WORDS else ""
