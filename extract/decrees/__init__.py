"""Legal instruments in Indonesian news: circulars (surat edaran), decrees, instructions, regulations, letters.

`find_decrees` reads every mention with its number, issuer, date, title and role; `merge_decrees` joins the mentions of
one instrument. Names of instruments are rows of `instruments.csv`, whose column `needs` says what makes the word
a mention: `alone` nothing more, `context` a verb of issuing or an office, `office` an office, `formal` an office and
either a title or such a verb, `number` a number. The parts around the name live in `numbers.py`, `offices.py`,
`details.py` and `roles.py`.
"""

from __future__ import annotations

from extract.decrees.find import find_decrees
from extract.decrees.merge import merge_decrees
from extract.decrees.numbers import comparable, normalise_number
from extract.decrees.types import Decree, Instrument, Office, Role

__all__ = ["Decree", "Instrument", "Office", "Role", "comparable", "find_decrees", "merge_decrees", "normalise_number"]
