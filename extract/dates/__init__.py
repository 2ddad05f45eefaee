"""Dates in Indonesian news: what a text says of days, periods and open ends, and the day that an article was published.

>>> [(span.text, span.value.kind) for span in find_dates("Berlaku 24 Maret s.d. 31 Maret 2020, lalu dievaluasi lagi.")]
[('24 Maret s.d. 31 Maret 2020', 'range'), ('dievaluasi lagi', 'open')]

`words.py` knows the words and gives atoms in one scan, `pieces.py` joins them to printed dates,
`reader.py` makes values (`value.py`) of those, `quotes.py` tells on which day a quote was spoken, and `placing.py`
does the calendar arithmetic. A year that is not printed, a weekday alone or "tanggal 5" is placed from the day of
publication, which `resolve_base` gives.
"""

from __future__ import annotations

from extract.dates.find import find_dates
from extract.dates.published import Published, PublishedFrom, resolve_base
from extract.dates.value import DateValue, end_after

__all__ = ["DateValue", "Published", "PublishedFrom", "end_after", "find_dates", "resolve_base"]
