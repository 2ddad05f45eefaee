"""Whom a decision addresses: single offices, civil servants, firms."""

from __future__ import annotations

from collections.abc import Sequence

from extract.action import Action
from extract.authority import Authority
from extract.spans import Span
from extract.target import Target, find_target
from extract.units import find_offices


def target_of(authority: Authority, action: Span[Action], units: Sequence[Span[str]]) -> Span[Target]:
    """Whom the rule addresses: the offices that alone are meant, else what the words say, else the civil servants."""
    if units:
        return Span("target", units[0].start, units[0].end, units[0].text, "unit", units[0].rule)
    told = find_target(authority.sentences)
    return told or Span("target", action.start, action.end, action.text, "asn", action.rule)


def offices_of(authority: Authority) -> tuple[Span[str], ...]:
    """The offices that alone are meant; none where the rule binds firms, whatever office is told to be closed."""
    target = find_target(authority.sentences)
    return () if target is not None and target.value in {"all", "private"} else find_offices(authority.sentences)
