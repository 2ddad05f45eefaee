"""The first filter on many articles at once: which of them may name working from home or COVID-19.

The terms are those of `first_filter`, whose two tests say exactly what an article names. This one scans whole
columns of text with a regular expression in Polars, some thirty times as fast (`benchmarks/filter.py`), and may let
more through, never less; what it lets through is tested exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from models.relevance.first_filter import COVID_TERMS, HOME_WORK_TERMS, OFFICE_TERMS, STAFF_TERMS

# What `first_filter` takes for a blank: white space of Unicode and of ASCII's separators, hyphens and dashes
_GAP = r"[\s\x1c-\x1f\x{85}\-\x{2010}-\x{2015}]+"
# What it does not see within words, and the one capital that becomes two small letters, an ASCII one first
_ODD = r"[\x{AD}\x{130}\x{200B}-\x{200F}\x{2060}\x{FEFF}]"


def may_be_relevant(texts: Sequence[str]) -> list[bool]:
    """Of each text whether it may name working from home or COVID-19; where it does, the answer is always true.

    >>> may_be_relevant(["Harga cabai naik", "Bekerja dari\\nRumah", "Hadir bergiliran", "ASN hadir bergiliran"])
    [False, True, False, True]
    """
    import polars as pl  # noqa: PLC0415 - slow to import

    try:
        column = pl.Series(texts, dtype=pl.String)
    except UnicodeEncodeError:  # half a surrogate pair, which only a Python string can hold
        return [True] * len(texts)
    terms, named, staff = _patterns()
    passed = column.str.contains(terms)  # one scan of everything costs less than three
    found = column.filter(passed)
    told = found.str.contains(named) | found.str.contains(staff)
    if not told.all():
        passed = passed.scatter(passed.arg_true(), told)
    answer: list[bool] = passed.to_list()
    return answer


@cache
def _patterns() -> tuple[str, str, str]:
    """Any term; those that suffice; those that must stand beside an office's."""
    named = [*map(_escaped, (*HOME_WORK_TERMS, *COVID_TERMS)), _ODD]
    staff, office = map(_escaped, STAFF_TERMS), map(_escaped, OFFICE_TERMS)
    return _any_of([*named, *office]), _any_of(named), _any_of(staff)


def _escaped(term: str) -> str:
    return re.escape(term).replace(r"\ ", _GAP)


def _any_of(patterns: Iterable[str]) -> str:
    return f"(?i){'|'.join(patterns)}"
