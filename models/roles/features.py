"""What a learned role is told of a candidate: the words in and around it, as strings, and their place in the weights.

A feature is a string such as `b1=mulai` (the word before is "mulai"). It is hashed to a column of the weights with
CRC-32, which is the same on every machine; some share a column, which costs little and keeps the weights small.
Numbers, months and weekdays are one word each, so that what is learnt on one day holds on every other.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

#: Version of the features: count it up when a string is made otherwise, then train anew.
FEATURES: Final = 1
COLUMNS: Final = 2**14
_WORD = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,40})?|\d[\d.,/]{0,20}|[%\"():;,.]")
_MONTHS: Final = frozenset(
    ("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november")
) | {"desember"}
_DAYS: Final = frozenset(("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad"))
_WINDOW: Final = 8  # words on either side that are told without their place
_LONGEST: Final = 2000  # characters: no real sentence has more, a hostile one is a whole page
_PLACED: Final = 3  # words on either side that are told with it


def tokens(text: str) -> list[str]:
    """The words of a text in small letters.

    >>> tokens("Mulai Senin (28/9), 75% ASN.")
    ['mulai', '<day>', '(', '#', ')', ',', '#', '%', 'asn', '.']
    """
    return [_general(word.lower()) for word in _WORD.findall(text)]


def _general(word: str) -> str:
    if word[0].isdigit():
        return "#"
    return "<month>" if word in _MONTHS else "<day>" if word in _DAYS else word


def window(text: str, start: int, end: int) -> Iterator[str]:
    """Features of the words around `text[start:end]`, `text` being one sentence.

    >>> [f for f in window("WFH mulai Senin.", 10, 15) if "1=" in f]
    ['b1=mulai', 'a1=.']
    """
    before = tokens(text[max(0, start - _LONGEST) : start])[-_WINDOW:]
    after = tokens(text[end : end + _LONGEST])[:_WINDOW]
    back = before[::-1]
    for at in range(_PLACED):
        yield f"b{at + 1}={back[at] if at < len(back) else '^'}"
        yield f"a{at + 1}={after[at] if at < len(after) else '$'}"
    yield from (f"bb{at}={two} {one}" for at, (one, two) in enumerate(pairwise(back[: _PLACED + 1])))
    yield from (f"aa{at}={one} {two}" for at, (one, two) in enumerate(pairwise(after[: _PLACED + 1])))
    yield from (f"B={word}" for word in before)
    yield from (f"A={word}" for word in after)
    yield from (f"S={word}" for word in tokens(text[:_LONGEST]))


def bag(name: str, text: str) -> Iterator[str]:
    """Features of all words of a text and of all pairs of neighbours.

    >>> sorted(bag("T", "ASN dan swasta"))
    ['T2=asn dan', 'T2=dan swasta', 'T=asn', 'T=dan', 'T=swasta']
    """
    words = tokens(text)
    yield from (f"{name}={word}" for word in words)
    yield from (f"{name}2={one} {two}" for one, two in pairwise(words))


def bucket(number: float, edges: Sequence[float]) -> str:
    """The first of the ascending `edges` that is not below a number, as text; "more" beyond the last.

    >>> bucket(3, (0, 1, 5)), bucket(9, (0, 1, 5))
    ('5', 'more')
    """
    return next((str(edge) for edge in edges if number <= edge), "more")


def columns(features: Iterable[str]) -> list[int]:
    """The columns of the weights that features stand for, each once, ascending.

    >>> columns(["b1=mulai", "b1=mulai"])
    [4150]
    """
    return sorted({zlib.crc32(feature.encode()) % COLUMNS for feature in features})
