"""What the reports of one decision say together: the best value of every cell, and where they disagree.

The value that most reports give wins, each report counting by its confidence (1 where it has none). Between values that
equally many give, that of the fuller report wins: an article that tells more cells had the circular at hand. An empty
cell is no vote. Cells that hang together (share, basis and bound; end and its kind; the region's codes) are taken from
reports that have the winning value, so that no row mixes two readings.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from rapidfuzz import fuzz

from extract.comparing import comparable_cell
from extract.policies.report import Report
from extract.schema import Action, Decision, Observation, Policy

# A cell that leads others: they are taken from the reports that have its winning value
_GROUPS: dict[str, tuple[str, ...]] = {
    "region_code": ("region_name", "region_level", "province_code", "province_name", "iso_3166_2", "bps_code"),
    "wfh_pct": ("wfo_pct", "pct_basis", "pct_bound"),
    "end_date": ("end_kind",),
    "target": ("unit_name",),
}
_LED = frozenset(column for led in _GROUPS.values() for column in led)
_APART = frozenset({"announced_date", "legal_basis", "confidence"})  # have rules of their own
_WORDS = frozenset({"issuer_name", "decree_title", "exceptions", "unit_name"})
_KNOWS_BEFORE = frozenset({"extend", "tighten", "relax"})
_ALIKE = 80  # of 100: "Bima Arya" and "Bima Arya Sugiarto" are one name


def agree(reports: Sequence[Report]) -> Policy:
    """The policy that the reports tell of together; its life is left empty (`extract.policies.lives`).

    Its `policy_id` is region and first day, which several policies may share.
    """
    votes = sorted(reports, key=_fullest_first)
    cells: dict[str, Any] = {}
    for column in Decision.model_fields:
        if column not in _APART | _LED:
            cells[column], supporters = _winner(column, votes)
            for led in _GROUPS.get(column, ()):
                cells[led], _ = _winner(led, supporters)
    cells["action"] = _action(cells["action"], reports)
    cells["announced_date"] = _announced(reports)
    cells["legal_basis"] = _cited(votes)
    cells["confidence"] = max((c for r in reports if (c := r.observation.confidence) is not None), default=None)
    _mend(cells)
    days = [day for report in reports for day in (report.published, report.last_published) if day]
    articles = Counter({r.observation.article_id: 1 + r.copies for r in reports})
    begins = cells["start_date"] or cells["announced_date"] or cells["decree_date"]
    return Policy(
        policy_id=f"{cells['region_code'] or 'unplaced'}-{begins or 'undated'}",
        **cells,
        n_articles=sum(articles.values()),
        first_reported=min(days, default=None),
        last_reported=max(days, default=None),
        sources=tuple(sorted({outlet for report in reports for outlet in report.outlets})),
        conflicts=tuple(_conflicts(reports)),
    )


def _fullest_first(report: Report) -> tuple[int, str, str]:
    filled = sum(value not in (None, ()) for value in report.observation.model_dump().values())
    return -filled, str(report.published or "9"), report.observation.observation_id


def _winner(column: str, reports: Sequence[Report]) -> tuple[Any, Sequence[Report]]:
    """The value most reports give, as it is printed most often, and the reports that give it."""
    weights: dict[str, float] = defaultdict(float)
    supporters: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        key = comparable_cell(_as(column), getattr(report.observation, column))
        if key is not None:
            weights[key] += report.observation.confidence or 1.0
            supporters[key].append(report)
    if not weights:
        return None, reports
    best = max(weights, key=lambda key: round(weights[key], 6))  # the first of equals: that of the fullest report
    printed = Counter(getattr(report.observation, column) for report in supporters[best])
    return printed.most_common(1)[0][0], supporters[best]


def _as(column: str) -> str:
    return "decree_number" if column == "amends" else column


def _action(winner: Action | None, reports: Sequence[Report]) -> Action | None:
    """What the decision does: an article that does not know the rule before calls an extension a new one.

    So a third of the reports is enough for `extend`, `tighten` and `relax` against `impose`.
    """
    votes = Counter(r.observation.action for r in reports if r.observation.action in _KNOWS_BEFORE)
    if winner != "impose" or not votes:
        return winner
    best = min(votes, key=lambda action: (-votes[action], str(action)))
    return best if 3 * votes[best] >= len(reports) else winner


def _announced(reports: Sequence[Report]) -> dt.date | None:
    """The day that the articles tell, by vote; where none tells it, the first day of publication."""
    told = [d for report in reports if report.announced_told and (d := report.observation.announced_date)]
    if told:
        votes = Counter(told)
        return min(votes, key=lambda day: (-votes[day], day))
    return min((day for report in reports if (day := report.observation.announced_date)), default=None)


def _cited(reports: Sequence[Report]) -> tuple[str, ...]:
    """Every instrument that a report cites as ground, each once."""
    cited: dict[str, str] = {}
    for report in reports:
        for citation in report.observation.legal_basis:
            cited.setdefault(comparable_cell("legal_basis", citation) or "", citation)
    return tuple(sorted(cited.values()))


def _mend(cells: dict[str, Any]) -> None:
    """Take out what cells of different reports contradict: an end before the start, shares that are no hundred."""
    if cells["start_date"] and cells["end_date"] and cells["end_date"] < cells["start_date"]:
        cells["end_date"] = cells["end_kind"] = None
    if cells["wfh_pct"] is None:
        cells["pct_basis"] = None
        cells["pct_bound"] = cells["pct_bound"] if cells["pct_bound"] == "range" else None
    elif cells["wfo_pct"] is not None:
        cells["wfo_pct"] = round(100 - cells["wfh_pct"], 2)


def _conflicts(reports: Sequence[Report]) -> list[str]:
    columns = (c for c in Decision.model_fields if c not in {"legal_basis", "confidence", "pct_basis"})
    return [column for column in columns if _disagree(column, [report.observation for report in reports], reports)]


def _disagree(column: str, observations: Iterable[Observation], reports: Sequence[Report]) -> bool:
    if column == "announced_date":  # days of publication differ, and that is no disagreement
        told = [d for r in reports if r.announced_told and (d := r.observation.announced_date)]
        return bool(told) and max(told) - min(told) > dt.timedelta(0)
    values = {key for o in observations if (key := comparable_cell(_as(column), getattr(o, column)))}
    if column in _WORDS:
        first, *others = sorted(values, key=lambda value: (-len(value), value)) or [""]
        return any(fuzz.token_set_ratio(first, other) < _ALIKE for other in others)
    return len(values) > 1
