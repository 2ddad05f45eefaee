"""One decision put together: which share is general, which decree decides, what is cited, which units are meant.

The fields found the candidates; each file here gives those of one kind their role and says by which rule.
"""

from __future__ import annotations

from extract.decision.decide import decide
from extract.decision.types import Decision

__all__ = ["Decision", "decide"]
