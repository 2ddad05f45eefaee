"""COVID-19 counts that an article states: how many, of whom, and what became of them.

An Indonesian news sentence lists counts as short clauses ("sembuh 44 orang, meninggal tiga orang"). The reader cuts a
sentence into clauses (`clauses.py`), finds in each the number, the people and the cue, and lets a clause without
a cue go on with what was told before (`sentences.py`). Amounts that are no counts (beds, vaccinations, tests,
percentages, limits in a rule) are left out. The words are in `words.toml`, the patterns in `words.py`.
"""

from __future__ import annotations

from extract.counts.find import find_counts
from extract.counts.types import CountValue, Metric, Population

__all__ = ["CountValue", "Metric", "Population", "find_counts"]
