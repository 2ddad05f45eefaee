"""What the model sees of a token: its letters, its shape, the words around its run of capitals, the place it is in.

The network adds the tokens next to it. With some two thousand names to learn from, these features carry most: the word
before a run of capitals ("kata", "di", "Bupati") and a list of places weigh more than the size of the network.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from corpus.regions import Gazetteer
from corpus.regions.gazetteer import read_table

#: Goes up with every change of what the features say: a model that was trained with others is refused.
VERSION: Final = 1
#: The features of a token, in the order of `token_features`.
NAMES: Final = (
    *("lower", "printed"),
    *("prefix_2", "prefix_3", "prefix_4", "suffix_2", "suffix_3", "suffix_4"),
    *("shape", "short_shape"),
    *("place", "before_run", "after_run"),
)
#: The places as the model learned them: a later change of the gazetteer must not change what it sees.
PLACES: Final = Path(__file__).with_name("places.txt")

_EDGE: Final = "#"  # what stands before the first and behind the last token
_PLACE: Final = "@"  # what stands for a token of a place beside a run
_LONGEST_PLACE: Final = 4  # tokens: "Ogan Komering Ulu Selatan"
_DIGIT, _SMALL, _CAPITAL = re.compile(r"[0-9]"), re.compile(r"[^\W\d_A-Z]"), re.compile(r"[A-Z]")
_REPEATED = re.compile(r"(.)\1+")
_REPEATED_OFTEN = re.compile(r"(.)\1{3,}")
_KNOWN_TOKENS: Final = 1 << 15  # how many tokens are remembered with their features


def token_features(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """The features of each token of a sentence, one for each of `NAMES`.

    >>> alor, sari = token_features(["kata", "Bupati", "Alor", "Sari", "Wulan", "."])[2:4]
    >>> alor[NAMES.index("place")], sari[NAMES.index("shape")]
    ('B', 'Xxxx')
    >>> sari[NAMES.index("before_run")], sari[NAMES.index("after_run")]
    ('@', '.')
    """
    places = _in_places(tokens)
    columns = zip(map(_of_token, tokens), places, _beside_runs(tokens, places), strict=True)
    return [(*alone, place, before, after) for alone, place, (before, after) in columns]


@lru_cache(_KNOWN_TOKENS)
def _of_token(token: str) -> tuple[str, ...]:
    lower = token.lower()
    shape = _CAPITAL.sub("X", _SMALL.sub("x", _DIGIT.sub("d", token)))
    return (
        *(lower, token),
        *(lower[:size] for size in (2, 3, 4)),
        *(lower[-size:] for size in (2, 3, 4)),
        _REPEATED_OFTEN.sub(r"\1\1\1\1", shape),
        _REPEATED.sub(r"\1", shape),
    )


def _in_places(tokens: Sequence[str]) -> list[str]:
    """ "B" for the first token of a place, "I" for its others, else ""; the longest place counts."""
    marks = [""] * len(tokens)
    known = known_places()
    start = 0
    while start < len(tokens):
        longest = min(_LONGEST_PLACE, len(tokens) - start)
        size = next((n for n in range(longest, 0, -1) if tuple(tokens[start : start + n]) in known), 0)
        marks[start : start + size] = ["B", *["I"] * (size - 1)][:size]
        start += size or 1
    return marks


def _beside_runs(tokens: Sequence[str], places: Sequence[str]) -> list[tuple[str, str]]:
    """The token before and the one behind a token's run of capitalised tokens; empty for a token outside of runs.

    A place ends a run, or "Bupati Alor Sari Wulan" were one.
    """
    words = [_PLACE if place else token for token, place in zip(tokens, places, strict=True)]
    before = _last_small(words)
    after = _last_small(words[::-1])[::-1]
    return list(zip(before, after, strict=True))


def _last_small(tokens: Sequence[str]) -> list[str]:
    last, found = _EDGE, []
    for token in tokens:
        capital = token[:1].isupper()
        found.append(last if capital or token == _PLACE else "")
        last = last if capital else token.lower()
    return found


@cache
def known_places() -> frozenset[tuple[str, ...]]:
    """The places that the model learned with, each as its tokens."""
    return frozenset(tuple(line.split()) for line in PLACES.read_text(encoding="utf-8").splitlines())


def write_places() -> None:
    """Store the names of the gazetteer of today, for a model that is trained on them."""
    names = {region.short_name for region in Gazetteer.load()} | {row["alias"] for row in read_table("aliases.csv")}
    PLACES.write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")
    known_places.cache_clear()
