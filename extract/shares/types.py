"""What a share of staff is: the value that `extract.shares.find` finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from extract.conditions import Kind
from extract.workplace import Side

Basis = Literal["stated", "derived", "words", "rotation"]
Bound = Literal["exact", "max", "min", "range"]
Condition = tuple[Kind, str]
EVERYBODY: Final = 100.0
"""The share of a whole staff, in percent."""
#: What a bound of the share in the office is of the share at home.
TURNED: Final[dict[Bound, Bound]] = {"max": "min", "min": "max", "exact": "exact", "range": "range"}


@dataclass(frozen=True, slots=True)
class Share:
    """A share of staff at home, in percent; `bound` is turned to the home side whatever side was printed.

    `side` is the place whose figure is printed; `past` marks a rule before this one ("dari sebelumnya 50 persen") and
    `hypothetical` one that may come ("mungkin cukup 25 persen"); `conditions` are the codebook's kinds and values.
    """

    wfh_pct: float
    side: Side
    basis: Basis
    bound: Bound
    conditions: tuple[Condition, ...] = ()
    past: bool = False
    hypothetical: bool = False

    @property
    def wfo_pct(self) -> float:
        """The share in the office: what is left of 100."""
        return round(100 - self.wfh_pct, 2)
