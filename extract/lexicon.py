"""How the patterns of the policy fields are written down, and the words that several of them look for.

Word lists live in TOML files: each field's own beside it (`shares/words.toml`, `scope.toml`), shared ones in
`lexicon.toml`. In a pattern a blank stands for any white space, since scraped text breaks lines and doubles blanks
inside a sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from corpus.patterns import Pattern
from extract.dates.words import MONTHS, WEEKDAYS

#: What a blank in a pattern stands for: bounded, so that a hostile run of blanks costs linear time.
SPACE: Final = r"\s{1,6}"
#: How many sentences and clauses a field remembers what it has found in them; an article has some dozens.
REMEMBERED: Final = 1024
#: White space that may be missing: "25 %", "50:50".
GAP: Final = r"\s{0,6}"


def compiled(*patterns: str, any_case: bool = True) -> Pattern:
    """The pattern compiled, for any case unless told otherwise, with `SPACE` for each of its blanks.

    Of several patterns the first that fits at a place wins, as in "(?:first|second)".

    >>> compiled(r"masuk kantor").search("Boleh MASUK  kantor").group()
    'MASUK  kantor'
    """
    return Pattern(*(p.replace(" ", SPACE) for p in patterns), flags=re.IGNORECASE if any_case else 0)


def any_of(entries: Iterable[str]) -> str:
    r"""A pattern for any of the entries, longest first; a final "*" in an entry stands for any ending.

    >>> any_of(["vaksin*", "tempat tidur"])
    '(?:tempat tidur|vaksin\\w*)'
    """
    return "(?:" + "|".join(map(_entry, sorted(entries, key=len, reverse=True))) + ")"


def _entry(entry: str) -> str:
    words = " ".join(re.escape(word) for word in entry.rstrip("*").split())
    return words + r"\w*" if entry.endswith("*") else words


@cache
def lists(name: str) -> dict[str, Any]:
    """The tables and lists of a TOML file in this folder, e.g. `lists("shares/words")`."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


_SHARED: Final = lists("lexicon")
STAFF: Final = any_of(_SHARED["staff"])
WORKFORCE: Final[list[str]] = _SHARED["workforce"]
OFFICES: Final[list[str]] = _SHARED["offices"]
#: Number words, "satu" to "sebelas".
NUMERALS: Final[dict[str, int]] = lists("dates/words")["numbers"]
MONTH: Final = any_of(MONTHS)
WEEKDAY: Final = any_of(WEEKDAYS)
#: Monday to Friday: a fixed day at home is one of these.
WORKDAY: Final = any_of(name for name, number in WEEKDAYS.items() if number < 5)
