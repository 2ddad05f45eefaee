"""Which share of the staff works at home and which in the office.

A share is a quantity ("25 persen", "separuh", "50:50", "seluruh ASN", "satu hari masuk satu hari di rumah") that the
sentence ties to a place of work. The tie is found by distance: the k-th quantity belongs to the nearest place, a place
behind "sisanya" is the place of all the others, and two quantities that make 100 are the two places. Shares of beds,
seats, vaccines or allowances have no place of work near, or a noun that forbids it.

Quantities are read in `quantities.py`, wordings that state both places at once in `splits.py`; the tie is
made in `places.py`, `conditions.py` finds for whom a share holds, and `headings.py` what a list's heading adds.
"""

from __future__ import annotations

from extract.shares.find import find_shares
from extract.shares.splits import of_week
from extract.shares.types import EVERYBODY, Basis, Bound, Condition, Share

__all__ = ["EVERYBODY", "Basis", "Bound", "Condition", "Share", "find_shares", "of_week"]
