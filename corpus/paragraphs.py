"""Joins paragraphs that were broken into lines, by a fixed width or anywhere in a sentence.

>>> from corpus.characters import normalise
>>> from corpus.furniture import load
>>> given = "Pegawai bekerja\\ndari rumah mulai\\nSenin dan masuk\\nlagi Kamis."
>>> mended(normalise(given), given, load()).text
'Pegawai bekerja dari rumah mulai Senin dan masuk lagi Kamis.'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from corpus.characters import Edit, Mapped
from corpus.furniture import Furniture, Scope
from corpus.headlines import ends_sentence, in_title_case, is_bullet, is_numbered

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Lines that open in lower case and yet are paragraphs: "jpnn.com, JAKARTA - ...", "suarakita - ...", "a. Sektor ..."
_LOWER_OPENING = re.compile(r"[a-z][\w.-]{2,40}(?:\.[a-z]{2,8}\b|,? ?(?:\||- |\())|[a-z]{1,3}[.)]|https?:|www\.")
_WIDTHS = range(40, 141)  # characters, of lines that were wrapped
_WRAPPED_SHARE = 0.5  # of the lines of a wrapped page are nearly as long as the longest
_SOFT_SHARE = 0.9  # of the line ends without a blank line behind them, where blank lines part the paragraphs
_FEWEST = 3  # line ends without a blank line behind them that a wrapped page has; fewer may be chance
_BROKEN_SHARE = 0.1  # of the lines of a broken page go on with the sentence before


def mended(page: Mapped, source: str, furniture: Furniture) -> Mapped:
    """Join the lines of a page that is broken inside sentences; any other page is returned as it is.

    `source` is the text from which the page was made: there a blank line tells paragraphs from wrapped lines.
    """
    lines = page.text.split("\n")
    if (soft := _soft_joints(page, lines, source)) is not None:
        return page.edited((at, at + 1, " ") for at in soft)
    going_on = sum(_goes_on(before, line) for before, line in pairwise(lines))
    if going_on < max(2, _BROKEN_SHARE * len(lines)):
        return page
    return page.edited(_joints(lines, furniture))


def _soft_joints(page: Mapped, lines: list[str], source: str) -> list[int] | None:
    """Where a page wraps whose blank lines part the paragraphs, or which is one paragraph; None for any other page."""
    ends = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=-1))[1:]
    breaks = [len(_LINE_END.findall(source, *page.to_source(at, at + 1))) for at in ends]
    fewest = min(breaks, default=0)
    soft = [i for i, count in enumerate(breaks) if count == fewest]
    if len(soft) < _FEWEST:
        return None
    width = max(map(len, lines))
    full = [i for i in soft if _is_full(lines[i], lines[i + 1], width)]
    if width not in _WIDTHS or len(full) < _SOFT_SHARE * len(soft):
        return None
    return [ends[i] for i in full]


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word had no room on the line."""
    return len(line) + 1 + len(following.partition(" ")[0]) > width


def _goes_on(before: str, line: str) -> bool:
    """Whether a line can only be the rest of the sentence before it."""
    return line[:1].islower() and not ends_sentence(before) and not _LOWER_OPENING.match(line)


def _joints(lines: list[str], furniture: Furniture) -> Iterator[Edit]:
    width = max(map(len, lines))
    wrapped = width in _WIDTHS and sum(len(line) >= 0.8 * width for line in lines) >= _WRAPPED_SHARE * len(lines)
    at = 0
    for before, line in pairwise(lines):
        at += len(before) + 1
        full = wrapped and _is_full(before, line, width)
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
