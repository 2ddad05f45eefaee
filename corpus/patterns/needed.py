"""Words without which a regular expression cannot match, read off the expression itself.

"(?:surat|edaran) [0-9]+ persen" opens with "surat" or "edaran" wherever it matches, and matches nothing without
"persen". The words are taken from the tree into which Python itself parses the expression, so that both read it alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]  # the only description of the syntax that Python has
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

Words = frozenset[str]
Items = Iterable[tuple[Any, Any]]  # what stands in the tree: what each is, and its arguments

_MOST_JOINED = 64  # spellings of one word ("wf[hoa]" has three) before it is cut in two
#: Characters that may stand in a word, by their code, in small letters.
_LETTERS: Final = {code: chr(code).lower() for code in range(128) if not chr(code).isspace()}
_DIGITS: Final[Words] = frozenset("0123456789")
_ZERO_WIDTH: Final = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})


@dataclass(frozen=True, slots=True)
class Needs:
    """What every match of an expression holds, as words in small letters without blanks; None where that is unknown.

    `inside` holds a word of each match, and `opening` what each begins with, unless it is `empty`: it may take no
    character at all.
    """

    inside: Words | None
    opening: Words | None
    empty: bool


@dataclass(frozen=True, slots=True)
class _Part(Needs):
    """A part of an expression; `spellings` are all texts that it matches, where they are known and few."""

    spellings: Words | None = None


def read_needs(pattern: str, flags: int = 0) -> Needs:
    r"""The words that an expression needs.

    >>> needs = read_needs(r"\b(?:per)?kantor\w* \d+|WF[OH]")
    >>> sorted(needs.inside), sorted(needs.opening), needs.empty
    (['kantor', 'perkantor', 'wfh', 'wfo'], ['kantor', 'perkantor', 'wfh', 'wfo'], False)
    >>> read_needs(r"\w* kerja")
    Needs(inside=frozenset({'kerja'}), opening=None, empty=False)
    """
    part = _of_sequence(_parser.parse(pattern, flags))
    return Needs(part.inside, part.opening, part.empty)


def _spelled(spellings: Words) -> _Part:
    empty = "" in spellings
    return _Part(None if empty else spellings, spellings - {""}, empty, spellings)


_NOTHING: Final = _spelled(frozenset({""}))
_ANYTHING: Final = _Part(None, None, empty=True)
_ANY_CHARACTER: Final = _Part(None, None, empty=False)


def _of_sequence(sequence: Any) -> _Part:
    """Parts behind each other: spellings are joined as long as they are few."""
    parts = [_NOTHING]
    for part in _parts(sequence.data):
        if joined := _joined(parts[-1].spellings, part.spellings):
            parts[-1] = _spelled(joined)
        else:
            parts.append(part)
    if len(parts) == 1:
        return parts[0]
    inside = max((part.inside for part in parts if part.inside), key=_rarity, default=None)
    return _Part(inside, _opening(parts), all(part.empty for part in parts))


def _parts(items: Items) -> Iterator[_Part]:
    """The parts of a sequence, letters behind each other as one."""
    word = ""
    for code, value in items:
        if code in _ZERO_WIDTH:
            continue
        if code is op.LITERAL and value in _LETTERS:
            word += _LETTERS[value]
            continue
        if word:
            yield _spelled(frozenset({word}))
            word = ""
        read = _READERS.get(code)
        yield read(value) if read else _ANYTHING
    if word:
        yield _spelled(frozenset({word}))


def _joined(before: Words | None, behind: Words | None) -> Words | None:
    if before is None or behind is None:
        return None
    few = len(before) * len(behind) <= _MOST_JOINED or 1 in {len(before), len(behind)}
    return frozenset(a + b for a in before for b in behind) if few else None


def _opening(parts: Sequence[_Part]) -> Words | None:
    opening: Words = frozenset()
    for part in parts:
        if part.opening is None:
            return None
        opening |= part.opening
        if not part.empty:
            break
    return opening


def _rarity(words: Words) -> tuple[int, int]:
    """Long words are rare in a text; of as long ones, fewer."""
    return min(map(len, words)), -len(words)


def _of_characters(members: Items) -> _Part:
    """One character, or a class of characters such as "[hoa]" or a digit."""
    found: set[str] = set()
    for code, value in members:
        if code is op.LITERAL and value in _LETTERS:
            found.add(_LETTERS[value])
        elif code is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found |= _DIGITS
        elif code is op.RANGE and ord("0") <= value[0] <= value[1] <= ord("9"):
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return _ANY_CHARACTER
    return _spelled(frozenset(found))


def _of_branches(branches: Iterable[Any]) -> _Part:
    parts = [_of_sequence(branch) for branch in branches]
    inside, opening, spellings = (
        _united([getattr(part, field) for part in parts]) for field in ("inside", "opening", "spellings")
    )
    return _Part(inside, opening, any(part.empty for part in parts), spellings)


def _united(words: Sequence[Words | None]) -> Words | None:
    known = [each for each in words if each is not None]
    return frozenset().union(*known) if len(known) == len(words) else None


def _of_repeat(least: int, most: int, repeated: Any) -> _Part:
    part = _of_sequence(repeated)
    if most == 1 and part.spellings is not None:
        return part if least else _spelled(part.spellings | {""})
    return _Part(part.inside if least else None, part.opening, part.empty or not least)


_READERS: Final[dict[Any, Callable[[Any], _Part]]] = {
    op.LITERAL: lambda _: _ANY_CHARACTER,  # a blank, or no letter of ASCII
    op.NOT_LITERAL: lambda _: _ANY_CHARACTER,
    op.ANY: lambda _: _ANY_CHARACTER,
    op.IN: _of_characters,
    op.BRANCH: lambda value: _of_branches(value[1]),
    op.SUBPATTERN: lambda value: _of_sequence(value[-1]),
    op.ATOMIC_GROUP: _of_sequence,
    op.MAX_REPEAT: lambda value: _of_repeat(*value),
    op.MIN_REPEAT: lambda value: _of_repeat(*value),
    op.POSSESSIVE_REPEAT: lambda value: _of_repeat(*value),
}
