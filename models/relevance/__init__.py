"""Does an article report a government's decision on working from home?

First a cheap filter on words (`first_filter`), then a score from what the fields found (`model`). How it was fitted and
what it reaches is told in `CARD.md`.
"""

from models.relevance.first_filter import counts_covid, names_covid, names_home_work
from models.relevance.model import RELEVANT, Signals, lead_words, relevance

__all__ = ["RELEVANT", "Signals", "counts_covid", "lead_words", "names_covid", "names_home_work", "relevance"]
