"""A decision: one rule of one authority, with every field resolved."""

from __future__ import annotations

from dataclasses import dataclass

from extract.action import Action
from extract.authority import Authority
from extract.decrees.types import Decree
from extract.findings import Findings
from extract.shares import Share
from extract.spans import Span
from extract.target import Target
from extract.timing import Timing


@dataclass(frozen=True, slots=True)
class Decision:
    """One authority's decision with every field resolved, still as spans."""

    findings: Findings
    authority: Authority
    action: Span[Action]
    timing: Timing
    share: Span[Share] | None
    measures: tuple[Span[Share], ...]
    decree: Span[Decree] | None
    legal_basis: tuple[Span[Decree], ...]
    amended: Span[Decree] | None
    units: tuple[Span[str], ...]
    target: Span[Target]
