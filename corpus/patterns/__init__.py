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
from functools import cached_property, lru_cache, partial, reduce
from operator import or_
from typing import TYPE_CHECKING, Final

from corpus.patterns.needed import Needs, read_needs

if TYPE_CHECKING:
    import ahocorasick

_MOST_TEXTS = 4_096  # sentences and clauses of a few articles
_MOST_WORDS = 65_536  # of a language some 10,000 make up nearly every text
_SENTENCE = 500  # characters; of a longer text only the part that is searched is looked at
_FEWEST_OPENINGS = 8  # fewer are found as fast by the expression itself
_NO_MATCHES: Final[Iterator[re.Match[str]]] = iter(())
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


class _Expression:
    """One regular expression with its bit, and where in a text it can begin to match.

    It is read when the first text is, and compiled when it is first tried: a short run needs but some of them.
    """

    def __init__(self, pattern: str, flags: int, bit: int) -> None:
        self.pattern, self.flags, self.bit = pattern, flags, bit

    @cached_property
    def needs(self) -> Needs:
        """The words that it needs."""
        return read_needs(self.pattern, self.flags)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Its match at a place."""
        return self.regex.match

    @cached_property
    def _openings(self) -> ahocorasick.Automaton | None:
        """Finds the words with which a match opens, where they are many."""
        opening = None if self.needs.empty or self.pattern.startswith("^") else self.needs.opening
        if opening is None or len(opening) < _FEWEST_OPENINGS:
            return None
        return _automaton({word: len(word) - 1 for word in opening})

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
        openings = self._openings
        if openings is None:
            return None
        searched = text[pos:endpos]
        low = searched.lower()
        if not low.isascii() and (len(low) != len(searched) or _ODD.search(low)):
            return None
        return sorted({pos + end - behind for end, behind in openings.iter(low)})


class _Index:
    """Which of the expressions need a word; every expression has a bit of its own."""

    def __init__(self) -> None:
        self._expressions: list[_Expression] = []
        self._needed: dict[str, int] = {}
        self._always = 0
        self._read = 0
        self._automaton: ahocorasick.Automaton | None = None

    def add(self, pattern: str, flags: int) -> _Expression:
        """A new expression."""
        expression = _Expression(pattern, flags, 1 << len(self._expressions))
        self._expressions.append(expression)
        self._automaton = None
        _of_word.cache_clear()
        possible.cache_clear()
        return expression

    def always(self) -> int:
        """The bits of the expressions that may match anywhere."""
        self._words()
        return self._always

    def of_word(self, word: str) -> int:
        """The bits of the expressions that need something that stands in the word."""
        if not word.isascii() and _ODD.search(word):
            return _EVERYTHING
        return reduce(or_, (bits for _, bits in self._words().iter(word)), 0)

    def _words(self) -> ahocorasick.Automaton:
        """The automaton that knows the words of all expressions."""
        if self._automaton is None:
            for expression in self._expressions[self._read :]:
                if expression.needs.inside is None:
                    self._always |= expression.bit
                for word in expression.needs.inside or ():
                    self._needed[word] = self._needed.get(word, 0) | expression.bit
            self._read = len(self._expressions)
            self._automaton = _automaton(self._needed)
        return self._automaton


_INDEX: Final = _Index()


@lru_cache(_MOST_WORDS)
def _of_word(word: str) -> int:
    return _INDEX.of_word(word)


@lru_cache(_MOST_TEXTS)
def possible(text: str) -> int:
    """The bits of all expressions that can match in `text`."""
    return reduce(or_, map(_of_word, text.lower().split()), _INDEX.always())


class Pattern:
    """A regular expression, or several of which the first that fits wins, run only where it can match.

    Its methods are those of `re.Pattern`. A match of one of several expressions knows the groups of that one only; none
    of several may match an empty text.

    >>> Pattern("bekerja dari (?P<place>rumah)", "WFH").search("Pegawai WFH.").group()
    'WFH'
    """

    __slots__ = ("_expressions", "bits", "pattern")

    def __init__(self, *patterns: str, flags: int = re.IGNORECASE) -> None:
        self._expressions = [_INDEX.add(pattern, flags) for pattern in patterns]
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
            return _NO_MATCHES
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
