"""Patterns that are not run on a text in which they cannot match.

A sentence is asked some hundred questions ("does it say that a rule is extended?"), and the answer is mostly no. Each
pattern knows the words without which it cannot match (`needed_words`); which patterns a text can match at all is read
off its words once, so that most questions cost a look at one bit.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Final

from corpus.patterns.needed import can_be_empty, needed_words

if TYPE_CHECKING:
    import ahocorasick

_MOST_TEXTS = 4_096  # sentences and clauses of a few articles
_MOST_WORDS = 65_536  # of a language some 10,000 make up nearly every text
_SENTENCE = 500  # characters; of a longer text only the part that is searched is looked at
_EVERYTHING = -1  # all bits: every pattern may match

# Letters and digits that an expression takes for others, though they are not so when written small: "ı" for "i"
_ODD: Final = re.compile("[\u0131\u017f\u0307]|(?![0-9])\\d")


class _Index:
    """Which of the patterns need a word; every pattern has a bit of its own."""

    def __init__(self) -> None:
        self._needed: dict[str, int] = {}
        self._bits = 0
        self._always = 0
        self._automaton: ahocorasick.Automaton | None = None

    def add(self, words: frozenset[str] | None) -> int:
        """The bit of a new pattern that needs one of the words; without words it may match anywhere."""
        bit = 1 << self._bits
        self._bits += 1
        for word in words or ():
            self._needed[word] = self._needed.get(word, 0) | bit
        if words is None:
            self._always |= bit
        self._automaton = None
        _of_word.cache_clear()
        possible.cache_clear()
        return bit

    def of_word(self, word: str) -> int:
        """The bits of the patterns that need something that stands in the word."""
        if self._automaton is None:
            self._automaton = self._build()
        if not word.isascii() and _ODD.search(word):
            return _EVERYTHING
        return reduce(or_, (bits for _, bits in self._automaton.iter(word)), 0)

    def always(self) -> int:
        """The bits of the patterns that may match anywhere."""
        return self._always

    def _build(self) -> ahocorasick.Automaton:
        import ahocorasick  # noqa: PLC0415 - only where articles are read

        automaton = ahocorasick.Automaton()
        for word, bits in self._needed.items():
            automaton.add_word(word, bits)
        automaton.make_automaton()
        return automaton


@lru_cache(_MOST_WORDS)
def _of_word(word: str) -> int:
    return _INDEX.of_word(word)


@lru_cache(_MOST_TEXTS)
def possible(text: str) -> int:
    """The bits of all patterns that can match in `text`."""
    return reduce(or_, map(_of_word, text.lower().split()), _INDEX.always())


_INDEX: Final = _Index()


def _searched(text: str, pos: int, endpos: int) -> str:
    return text if len(text) <= _SENTENCE or endpos > len(text) else text[pos:endpos]


class Pattern:
    """A regular expression, or several of which the first that fits wins, run only where it can match.

    Its methods are those of `re.Pattern`. A match of one of several expressions knows the groups of that one only.

    >>> Pattern("bekerja dari (?P<place>rumah)", "WFH").search("Pegawai WFH.").group()
    'WFH'
    """

    __slots__ = ("_expressions", "bits", "pattern")

    def __init__(self, *patterns: str, flags: int = re.IGNORECASE) -> None:
        if len(patterns) > 1 and (empty := [p for p in patterns if can_be_empty(p, flags)]):
            raise ValueError(f"one of several expressions, but it matches an empty text: {empty[0]}")
        self._expressions = [(_INDEX.add(needed_words(p, flags)), re.compile(p, flags)) for p in patterns]
        #: What `possible` says of a text in which one of the expressions can match.
        self.bits = reduce(or_, (bit for bit, _ in self._expressions))
        self.pattern = "|".join(patterns)

    @property
    def expressions(self) -> list[re.Pattern[str]]:
        """The expressions, of which the first that fits at a place wins."""
        return [expression for _, expression in self._expressions]

    def __repr__(self) -> str:
        return f"Pattern({self.pattern!r})"

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in `text`, as `re.Pattern.search` gives it."""
        can = possible(_searched(text, pos, endpos))
        if not can & self.bits:
            return None
        first: re.Match[str] | None = None
        for bit, expression in self._expressions:
            if can & bit and (m := expression.search(text, pos, endpos)) and (not first or m.start() < first.start()):
                first = m
        return first

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at `pos`, as `re.Pattern.match` gives it."""
        can = possible(_searched(text, pos, endpos))
        if not can & self.bits:
            return None
        for bit, expression in self._expressions:
            if can & bit and (m := expression.match(text, pos, endpos)):
                return m
        return None

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The match from `pos` to `endpos`, as `re.Pattern.fullmatch` gives it."""
        can = possible(_searched(text, pos, endpos))
        if not can & self.bits:
            return None
        for bit, expression in self._expressions:
            if can & bit and (m := expression.fullmatch(text, pos, endpos)):
                return m
        return None

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches from left to right that do not overlap, as `re.Pattern.finditer` gives them."""
        can = possible(_searched(text, pos, endpos))
        if not can & self.bits:
            return iter(())
        able = [expression for bit, expression in self._expressions if can & bit]
        return able[0].finditer(text, pos, endpos) if len(able) == 1 else _merged(able, text, pos, endpos)

    def findall(self, text: str) -> list[str]:
        """The words of all matches."""
        return [m.group() for m in self.finditer(text)]

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with its matches replaced; only of a single expression."""
        ((bit, expression),) = self._expressions
        return expression.sub(replacement, text, count) if possible(text) & bit else text

    def split(self, text: str) -> list[str]:
        """The text between the matches; only of a single expression."""
        ((bit, expression),) = self._expressions
        return expression.split(text) if possible(text) & bit else [text]


def _merged(expressions: list[re.Pattern[str]], text: str, pos: int, endpos: int) -> Iterator[re.Match[str]]:
    """The matches of the alternation of expressions: the leftmost first and, at one place, that of the first."""
    following = [expression.search(text, pos, endpos) for expression in expressions]
    while first := min(filter(None, following), key=re.Match.start, default=None):
        yield first
        for i, m in enumerate(following):
            if m is not None and m.start() < first.end():
                following[i] = expressions[i].search(text, first.end(), endpos)
