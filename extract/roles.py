"""Where rules and the learned part meet: the rules' decision, with the cells that both together read better.

Which fields these are, and from which probability the learned part is followed, is said in `models.roles.model`.
A first or last day is filled in where the rules found none; a day that they found stays. Such a cell's evidence names
`roles` as its rule: `roles.start_date+dates.day_slash_month`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from extract.action import Action
from extract.candidates import Candidates, Day
from extract.decision import Decision
from extract.spans import Span
from extract.timing import EndKind
from models.roles.model import SHIPPED, load

#: Actions that have no such day (codebook, Action).
WITHOUT: Final[Mapping[str, frozenset[Action]]] = {
    "start_date": frozenset({"reject"}),
    "end_date": frozenset({"reject", "end"}),
}
#: The edges of a period that can be such a day.
EDGES: Final[Mapping[str, frozenset[str]]] = {
    "start_date": frozenset({"one", "first"}),
    "end_date": frozenset({"one", "last"}),
}


def settle(decision: Decision) -> Decision:
    """The decision as rules and the learned part read it together."""
    candidates = Candidates(decision.findings)
    return _with_last_day(_with_first_day(decision, candidates), candidates)


def _with_first_day(decision: Decision, candidates: Candidates) -> Decision:
    timing = decision.timing
    if timing.start is not None or (found := _likeliest_day("start_date", decision, candidates)) is None:
        return decision
    if timing.end is not None and found.value.date > timing.end.value:
        return decision
    return replace(decision, timing=replace(timing, start=_as_date("start_date", found)))


def _with_last_day(decision: Decision, candidates: Candidates) -> Decision:
    timing = decision.timing
    if timing.end is not None or (found := _likeliest_day("end_date", decision, candidates)) is None:
        return decision
    if timing.start is not None and _is_told_by(timing.start, found):
        return decision
    kind: EndKind = "duration" if found.value.computed else "date"
    told = Span("end_kind", found.start, found.end, found.text, kind, f"roles.end_date+timing.{kind}")
    return replace(decision, timing=replace(timing, end=_as_date("end_date", found), end_kind=told))


def _is_told_by(start: Span[date], last: Span[Day]) -> bool:
    """Whether the day is the first day itself, printed at the same place, or one before it: no last day."""
    return last.value.date < start.value or (last.value.date == start.value and last.start < start.end)


def _likeliest_day(column: str, decision: Decision, candidates: Candidates) -> Span[Day] | None:
    """The day most likely to have the role; None where none is likely enough, or the decision has no such day."""
    if decision.action.value in WITHOUT[column]:
        return None
    role = load()[column]
    days = [c for c in candidates.days(decision.authority.sentences) if c.span.value.edge in EDGES[column]]
    likely = [(role.probabilities(c.features)[column], -c.span.start, c.span) for c in days]
    probability, _, span = max(likely, key=lambda found: found[:2], default=(0.0, 0, None))
    return span if probability >= SHIPPED[column] else None


def _as_date(column: str, found: Span[Day]) -> Span[date]:
    rule = f"roles.{column}+dates.{found.rule}"
    return Span("date", found.start, found.end, found.text, found.value.date, rule)
