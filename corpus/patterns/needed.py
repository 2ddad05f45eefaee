"""Words without which a regular expression cannot match, read off the expression itself.

"WFH (?:sebesar )?[0-9]+ persen" matches no text without "wfh", nor one without "persen". The words are taken from the
tree into which Python itself parses the expression, so that both always read it alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]  # the only description of the syntax that Python has
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

Words = frozenset[str]
Items = Iterable[tuple[Any, Any]]  # of the tree: what each is, and its arguments

_MOST_JOINED = 64  # spellings of one word ("wf[hoa]" has three) before it is cut in two
_DIGITS: Final[Words] = frozenset("0123456789")
_ZERO_WIDTH: Final = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of an expression matches: exactly one of `spellings`, where they are known and few.

    `needed` holds one of its words in every match; None where no such words are known.
    """

    spellings: Words | None
    needed: Words | None


_NOTHING: Final = _Part(frozenset({""}), None)
_ANYTHING: Final = _Part(None, None)


def needed_words(pattern: str, flags: int = 0) -> Words | None:
    r"""Words in small letters, without blanks, one of which stands in every text that the pattern matches.

    None when there are no such words.

    >>> sorted(needed_words(r"\b(?:per)?kantor\w*|WF[OH] \d+")), needed_words(r"\w+")
    (['kantor', 'perkantor', 'wfh', 'wfo'], None)
    """
    return _of_sequence(_parser.parse(pattern, flags)).needed


def can_be_empty(pattern: str, flags: int = 0) -> bool:
    """Whether the pattern can match without taking a character, as "b?" can."""
    least: int = _parser.parse(pattern, flags).getwidth()[0]
    return least == 0


def _of_sequence(items: Items) -> _Part:
    """Parts behind each other: spellings are joined as long as they are few, else each side is needed for itself."""
    joined: Words = frozenset({""})
    needed: list[Words] = []
    exact = True
    for code, value in items:
        part = _of_item(code, value)
        if part.needed:
            needed.append(part.needed)
        if part.spellings is not None and len(joined) * len(part.spellings) <= _MOST_JOINED:
            joined = frozenset(a + b for a in joined for b in part.spellings)
            continue
        needed.append(joined)
        joined, exact = part.spellings or frozenset({""}), False
    needed.append(joined)
    return _Part(joined if exact else None, max(filter(_is_word, needed), key=_rarity, default=None))


def _of_item(code: Any, value: Any) -> _Part:
    if code in _ZERO_WIDTH:
        return _NOTHING
    read = _READERS.get(code)
    return read(value) if read else _ANYTHING


def _of_characters(members: Items) -> _Part:
    """One character, or a class of characters such as "[hoa]" or a digit."""
    found: set[str] = set()
    for code, value in members:
        if code is op.LITERAL and chr(value).isascii() and not chr(value).isspace():
            found.add(chr(value).lower())
        elif code is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found |= _DIGITS
        elif code is op.RANGE and ord("0") <= value[0] <= value[1] <= ord("9"):
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return _ANYTHING
    words = frozenset(found)
    return _Part(words, words)


def _of_branches(branches: Iterable[Items]) -> _Part:
    spellings: Words | None = frozenset()
    needed: Words | None = frozenset()
    for part in map(_of_sequence, branches):
        spellings = None if spellings is None or part.spellings is None else spellings | part.spellings
        needed = None if needed is None or part.needed is None else needed | part.needed
    return _Part(spellings, needed)


def _of_repeat(least: int, most: int, items: Items) -> _Part:
    part = _of_sequence(items)
    if most == 1 and part.spellings is not None:
        return part if least else _Part(part.spellings | {""}, None)
    return _Part(None, part.needed if least else None)


_READERS: Final[dict[Any, Callable[[Any], _Part]]] = {
    op.LITERAL: lambda value: _of_characters([(op.LITERAL, value)]),
    op.IN: _of_characters,
    op.BRANCH: lambda value: _of_branches(value[1]),
    op.SUBPATTERN: lambda value: _of_sequence(value[-1]),
    op.ATOMIC_GROUP: _of_sequence,
    op.MAX_REPEAT: lambda value: _of_repeat(*value),
    op.MIN_REPEAT: lambda value: _of_repeat(*value),
    op.POSSESSIVE_REPEAT: lambda value: _of_repeat(*value),
}


def _is_word(words: Words) -> bool:
    return "" not in words


def _rarity(words: Words) -> tuple[int, int]:
    """Long words are rare in a text; of as long ones, fewer."""
    return min(map(len, words)), -len(words)
