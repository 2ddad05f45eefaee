"""Patterns that are not run on a text in which they cannot match.

A sentence is asked some hundred questions ("does it say that a rule is extended?"), and the answer is mostly no. Each
pattern knows the words without which it cannot match (`needed.py`). Which patterns a text can match at all is read off
its words once, so that most questions cost a look at one bit; a pattern that always opens with one of several words is
tried only where these stand.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache, partial, reduce
from operator import or_
from typing import TYPE_CHECKING, Final

from corpus.patterns.needed import Words, read_needs

if TYPE_CHECKING:
    import ahocorasick

_MOST_TEXTS = 4_096  # sentences and clauses of a few articles
_MOST_WORDS = 65_536  # of a language some 10,000 make up nearly every text
_SENTENCE = 500  # characters; of a longer text only the part that is searched is looked at
_FEWEST_OPENINGS = 8  # fewer are found as fast by the expression itself
_EVERYTHING = -1  # all bits: every pattern may match

# Letters and digits that an expression takes for others, though they are not so when written small: "ı" for "i"
_ODD: Final = re.compile("[\u0131\u017f\u0307]|(?![0-9])\\d")


def _automaton(words: dict[str, int]) -> ahocorasick.Automaton:
    import ahocorasick  # noqa: PLC0415 - only where articles are read

    automaton = ahocorasick.Automaton()
    for word, value in words.items():
        automaton.add_word(word, value)
    automaton.make_automaton()
    return automaton


class _Index:
    """Which of the expressions need a word; every expression has a bit of its own."""

    def __init__(self) -> None:
        self._needed: dict[str, int] = {}
        self._bits = 0
        self._automaton: ahocorasick.Automaton | None = None
        self.always = 0  # the bits of the expressions that may match anywhere

    def add(self, words: Words | None) -> int:
        """The bit of a new expression that needs one of the words; without words it may match anywhere."""
        bit = 1 << self._bits
        self._bits += 1
        for word in words or ():
            self._needed[word] = self._needed.get(word, 0) | bit
        if words is None:
            self.always |= bit
        self._automaton = None
        _of_word.cache_clear()
        possible.cache_clear()
        return bit

    def of_word(self, word: str) -> int:
        """The bits of the expressions that need something that stands in the word."""
        if self._automaton is None:
            self._automaton = _automaton(self._needed)
        if not word.isascii() and _ODD.search(word):
            return _EVERYTHING
        return reduce(or_, (bits for _, bits in self._automaton.iter(word)), 0)


@lru_cache(_MOST_WORDS)
def _of_word(word: str) -> int:
    return _INDEX.of_word(word)


@lru_cache(_MOST_TEXTS)
def possible(text: str) -> int:
    """The bits of all expressions that can match in `text`."""
    return reduce(or_, map(_of_word, text.lower().split()), _INDEX.always)


_INDEX: Final = _Index()


class _Expression:
    """One regular expression with its bit, and where in a text it can begin to match."""

    __slots__ = ("_opening", "_openings", "bit", "empty", "match", "regex")

    def __init__(self, pattern: str, flags: int) -> None:
        needs = read_needs(pattern, flags)
        self.regex = re.compile(pattern, flags)
        self.match = self.regex.match
        self.empty = needs.empty
        self.bit = _INDEX.add(needs.inside)
        opening = None if needs.empty or pattern.startswith("^") else needs.opening
        self._opening = opening if opening and len(opening) >= _FEWEST_OPENINGS else None
        self._openings: ahocorasick.Automaton | None = None

    def search(self, text: str, pos: int, endpos: int) -> re.Match[str] | None:
        starts = self._starts(text, pos, endpos)
        if starts is None:
            return self.regex.search(text, pos, endpos)
        return next((m for start in starts if (m := self.match(text, start, endpos))), None)

    def finditer(self, text: str, pos: int, endpos: int) -> Iterator[re.Match[str]]:
        starts = self._starts(text, pos, endpos)
        return self.regex.finditer(text, pos, endpos) if starts is None else self._at(starts, text, pos, endpos)

    def _at(self, starts: list[int], text: str, pos: int, endpos: int) -> Iterator[re.Match[str]]:
        for start in starts:
            if start >= pos and (m := self.match(text, start, endpos)):
                yield m
                pos = m.end()

    def searches(self, text: str, pos: int, endpos: int) -> Callable[[int], re.Match[str] | None]:
        """A function that gives the first match from a place on, for several places of one text."""
        starts = self._starts(text, pos, endpos)
        if starts is None:
            return lambda at: self.regex.search(text, at, endpos)
        behind = partial(bisect_left, starts)
        return lambda at: next(
            (m for i in range(behind(at), len(starts)) if (m := self.match(text, starts[i], endpos))), None
        )

    def _starts(self, text: str, pos: int, endpos: int) -> list[int] | None:
        """Where the words stand with which a match opens, in order; None where a match may begin anywhere."""
        if self._opening is None:
            return None
        if self._openings is None:
            self._openings = _automaton({word: len(word) - 1 for word in self._opening})
        low = text.lower()
        if not text.isascii() and (len(low) != len(text) or _ODD.search(low)):
            return None
        return sorted({end - behind for end, behind in self._openings.iter(low, pos, min(endpos, len(low)))})


class Pattern:
    """A regular expression, or several of which the first that fits wins, run only where it can match.

    Its methods are those of `re.Pattern`. A match of one of several expressions knows the groups of that one only.

    >>> Pattern("bekerja dari (?P<place>rumah)", "WFH").search("Pegawai WFH.").group()
    'WFH'
    """

    __slots__ = ("_expressions", "bits", "pattern")

    def __init__(self, *patterns: str, flags: int = re.IGNORECASE) -> None:
        self._expressions = [_Expression(pattern, flags) for pattern in patterns]
        if len(patterns) > 1 and (empty := [e.regex.pattern for e in self._expressions if e.empty]):
            raise ValueError(f"one of several expressions, but it matches an empty text: {empty[0]}")
        #: What `possible` says of a text in which one of the expressions can match.
        self.bits = reduce(or_, (expression.bit for expression in self._expressions))
        self.pattern = "|".join(patterns)

    def __repr__(self) -> str:
        return f"Pattern({self.pattern!r})"

    @property
    def expressions(self) -> list[re.Pattern[str]]:
        """The expressions, of which the first that fits at a place wins."""
        return [expression.regex for expression in self._expressions]

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in `text`, as `re.Pattern.search` gives it."""
        can = possible(text if len(text) <= _SENTENCE or endpos > len(text) else text[pos:endpos])
        if not can & self.bits:
            return None
        first: re.Match[str] | None = None
        for expression in self._expressions:
            if can & expression.bit and (m := expression.search(text, pos, endpos)):
                first = m if not first or m.start() < first.start() else first
        return first

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at `pos`, as `re.Pattern.match` gives it."""
        able = self._able(text, pos, endpos)
        return next((m for expression in able if (m := expression.match(text, pos, endpos))), None)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The match from `pos` to `endpos`, as `re.Pattern.fullmatch` gives it."""
        able = self._able(text, pos, endpos)
        return next((m for expression in able if (m := expression.regex.fullmatch(text, pos, endpos))), None)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches from left to right that do not overlap, as `re.Pattern.finditer` gives them."""
        able = self._able(text, pos, endpos)
        if not able:
            return iter(())
        return able[0].finditer(text, pos, endpos) if len(able) == 1 else _merged(able, text, pos, endpos)

    def findall(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> list[str]:
        """The words of all matches."""
        return [m.group() for m in self.finditer(text, pos, endpos)]

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with its matches replaced; only of a single expression."""
        (expression,) = self._expressions
        return expression.regex.sub(replacement, text, count) if possible(text) & expression.bit else text

    def split(self, text: str) -> list[str]:
        """The text between the matches; only of a single expression."""
        (expression,) = self._expressions
        return expression.regex.split(text) if possible(text) & expression.bit else [text]

    def _able(self, text: str, pos: int, endpos: int) -> list[_Expression]:
        """The expressions that can match."""
        can = possible(text if len(text) <= _SENTENCE or endpos > len(text) else text[pos:endpos])
        if not can & self.bits:
            return []
        return [expression for expression in self._expressions if can & expression.bit]


def _merged(expressions: list[_Expression], text: str, pos: int, endpos: int) -> Iterator[re.Match[str]]:
    """The matches of the alternation of expressions: the leftmost first and, at one place, that of the first."""
    searches = [expression.searches(text, pos, endpos) for expression in expressions]
    following = [search(pos) for search in searches]
    while first := min(filter(None, following), key=re.Match.start, default=None):
        yield first
        for i, m in enumerate(following):
            if m is not None and m.start() < first.end():
                following[i] = searches[i](first.end())
