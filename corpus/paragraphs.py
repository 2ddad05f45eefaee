"""Joins paragraphs that were broken into lines, by a fixed width or anywhere in a sentence.

>>> from corpus.characters import normalise
>>> from corpus.furniture import load
>>> page = mended(normalise("Pegawai bekerja\\ndari rumah mulai\\nSenin dan masuk\\nlagi Kamis."), load())
>>> page.text
'Pegawai bekerja dari rumah mulai Senin dan masuk lagi Kamis.'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.characters import Edit, Mapped
from corpus.furniture import Furniture, Scope
from corpus.headlines import ends_sentence, in_title_case, is_bullet, is_numbered

# Lines that open in lower case and yet are paragraphs: "jpnn.com, JAKARTA - ...", "suarakita - ...", "a. Sektor ..."
_LOWER_OPENING = re.compile(r"[a-z][\w.-]{2,40}(?:\.[a-z]{2,8}\b|,? ?(?:\||- |\())|[a-z]{1,3}[.)]|https?:|www\.")
_WIDTHS = range(40, 141)  # characters, of lines that were wrapped
_WRAPPED_SHARE = 0.5  # of the lines of a wrapped page are nearly as long as the longest
_BROKEN_SHARE = 0.1  # of the lines of a broken page go on with the sentence before


def mended(page: Mapped, furniture: Furniture) -> Mapped:
    """Join the lines of a page that is broken inside sentences; any other page is returned as it is."""
    lines = page.text.split("\n")
    going_on = sum(_goes_on(before, line) for before, line in pairwise(lines))
    if going_on < max(2, _BROKEN_SHARE * len(lines)):
        return page
    return page.edited(_joints(lines, furniture))


def _goes_on(before: str, line: str) -> bool:
    """Whether a line can only be the rest of the sentence before it."""
    return line[:1].islower() and not ends_sentence(before) and not _LOWER_OPENING.match(line)


def _joints(lines: list[str], furniture: Furniture) -> Iterator[Edit]:
    width = max(map(len, lines))
    wrapped = width in _WIDTHS and sum(len(line) >= 0.8 * width for line in lines) >= _WRAPPED_SHARE * len(lines)
    at = 0
    for before, line in pairwise(lines):
        at += len(before) + 1
        full = wrapped and len(before) + 1 + len(line.partition(" ")[0]) > width
        if _goes_on(before, line) or ((full or _is_unfinished(before, furniture)) and not _opens(line, furniture)):
            yield at - 1, at, " "


def _is_unfinished(line: str, furniture: Furniture) -> bool:
    """Whether a line breaks off inside a sentence of the article."""
    if ends_sentence(line) or is_numbered(line) or _is_furniture(line, furniture):
        return False
    return not in_title_case(line) or line.rpartition(" ")[2] in furniture.words.particles


def _opens(line: str, furniture: Furniture) -> bool:
    """Whether a line is something of its own."""
    return is_bullet(line) or is_numbered(line) or _is_furniture(line, furniture)


# Rules that a piece of a broken sentence may match by chance: "21 Oktober 2023.", "25", "(WFH)"
_WEAK = frozenset({"publication_date", "count", "initials", "pages", "button"})


def _is_furniture(line: str, furniture: Furniture) -> bool:
    rule = furniture.line_rule(line)
    if rule is None:
        return any(furniture.match(scope, line) for scope in (Scope.BLOCK, Scope.TO_END))
    return rule not in _WEAK
