"""Which date is which: the first and last day in force, how the end is told, and the day the decision was made public.

`dates/` reads what is printed; here each date gets its role from the words before it ("mulai", "hingga", "kata ...,
Senin (28/6)") and from what its sentence is about.
"""

from __future__ import annotations

from extract.timing.find import EndKind, Timing, find_timing

__all__ = ["EndKind", "Timing", "find_timing"]
