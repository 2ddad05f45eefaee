"""`find_dates`: from text to the spans of the field; how it goes about it is told in the package's docstring."""

from __future__ import annotations

from datetime import date
from typing import Final

from extract.dates.pieces import join
from extract.dates.reader import read_pieces
from extract.dates.value import DateValue
from extract.dates.words import fold, scan
from extract.spans import Span

_BASE_YEARS: Final = range(1900, 2101)


def find_dates(text: str, base: date | None = None) -> list[Span[DateValue]]:
    """All date expressions of a cleaned text, in order, not overlapping; `label` is "date".

    `base` is the day of publication. A date without a year takes the year that puts it nearest to the base (or where
    "lalu" and "mendatang" point to); without a base, nearest to the closest full date of the text; failing both, its
    `start` is None. Raises `ValueError` for a base before 1900 or after 2100.

    >>> for span in find_dates("Berlaku mulai Selasa (29/6) hingga satu pekan ke depan.", date(2021, 6, 28)):
    ...     print(span.text, span.value.kind, span.value.start, span.value.end)
    Selasa (29/6) hingga satu pekan ke depan range 2021-06-29 2021-07-05
    >>> [(span.text, span.rule) for span in find_dates("Nomor 800/22/BKPSDMD/2021, pukul 07.30, 24/7")]
    []
    """
    if base is not None and base.year not in _BASE_YEARS:
        raise ValueError(f"{base} is no day of publication")
    folded = fold(text)
    return read_pieces(text, folded, join(text, folded, scan(folded)), base)
