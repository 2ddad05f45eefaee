"""How much speaks for two reports telling of one decision.

Each cell that both reports fill speaks for or against, by so many points; an empty cell says nothing. The points stand
for the logarithm of a likelihood ratio, as in Fellegi and Sunter's record linkage ("A Theory for Record Linkage", JASA
64, 1969): a decree number that agrees settles the matter, a share that agrees hardly helps, since neighbours in time
often have it too. They are whole numbers, so that sums do not depend on the order of adding.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from extract.comparing import comparable_cell
from extract.policies.report import Report
from extract.schema import Action, Observation

PRIOR: Final = -20
"""Points before any cell is looked at: two reports of one region are likelier of two decisions."""
NEVER: Final = -100
"""Points of a pair that cannot be of one decision."""
FAR: Final = -60
"""A pair with fewer points is as good as one that cannot be."""
WINDOW: Final = dt.timedelta(days=30)
"""Two reports whose days lie further apart are of one decision only if they name one decree."""

_SAME_NUMBER: Final = 70
_PART_OF_NUMBER: Final = 30  # "1063" or "443.1/1063" for "BKPPD.443.1/1063/A/IX/2020"
_OTHER_NUMBER: Final = -50
_FOLLOWS_NUMBER: Final = -60  # the one changes or extends the other, so it is another decision
_LETTERS_A_SLIP: Final = 6  # one wrong letter in so many is a slip of the pen

# Points for a day that agrees, and against days so far apart, by the largest distance
_START: Final = (35, {1: -5, 3: -20}, -40)
_END: Final = (35, {1: -5, 3: -15}, -30)
_SIGNED: Final = (30, {1: -5}, -30)
_ANNOUNCED: Final = (30, {1: 20, 3: 10, 6: -10, 10: -25, 20: -40, 120: -60}, -100)
_MONTH_ONLY: Final = -5  # "mulai Juli" stands as 1 July beside a printed 12 July

_SAME_ACTION: Final = 10
_ACTIONS: Final[dict[frozenset[Action], int]] = {
    frozenset({"impose", "extend"}): -10,
    frozenset({"impose", "tighten"}): -5,
    frozenset({"impose", "relax"}): -10,
    frozenset({"extend", "tighten"}): -5,
    frozenset({"extend", "relax"}): -5,
    frozenset({"tighten", "relax"}): -30,
    frozenset({"relax", "end"}): -20,
    frozenset({"plan", "impose"}): -10,
    frozenset({"plan", "extend"}): -15,
    frozenset({"plan", "tighten"}): -15,
    frozenset({"plan", "relax"}): -15,
    frozenset({"plan", "reject"}): -25,
}
_OTHER_ACTION: Final = -50  # whatever meets "end" or "reject"
_TARGETS: Final = {
    frozenset({"asn", "all"}): -5,
    frozenset({"private", "all"}): -10,
    frozenset({"asn", "private"}): -30,
}
_UNIT_AND_ALL: Final = -25
_SAME_UNIT, _OTHER_UNIT, _UNITS_ALIKE = 15, -40, 70
_TITLES_ALIKE = 75


def likeness(one: Report, other: Report) -> int:
    """Points for two reports of one region telling of one decision: above 0 they likely do.

    >>> bogor = {"region_code": "32.71", "action": "impose", "wfh_pct": 75}
    >>> def report(key: str, **cells: object) -> Report:
    ...     return Report(Observation.model_validate({"observation_id": key, "article_id": key, **bogor, **cells}))
    >>> likeness(report("a", decree_number="440/12"), report("b", decree_number="No. 440/12"))
    75
    >>> likeness(report("a", decree_number="440/12"), report("b", decree_number="440/57"))
    -45
    """
    a, b = one.observation, other.observation
    if a.article_id == b.article_id:  # an article tells of a decision once
        return NEVER
    return (
        PRIOR
        + _numbers(a, b)
        + _dates(a, b)
        + _days(announced(one), announced(other), *_ANNOUNCED)
        + _share(a, b)
        + _action(a, b)
        + _target(a, b)
        + _rest(a, b)
    )


def announced(report: Report) -> dt.date | None:
    """The day of the announcement, else of publication."""
    return report.observation.announced_date or report.published


def begun(report: Report) -> dt.date | None:
    """The first day in force, else the day of the decree."""
    return report.observation.start_date or report.observation.decree_date


@lru_cache(maxsize=1 << 16)
def comparable_number(number: str | None) -> str | None:
    """A decree number in the form in which it is compared; None for none."""
    return comparable_cell("decree_number", number)


def _numbers(a: Observation, b: Observation) -> int:
    number_a, number_b, amends_a, amends_b = (
        comparable_number(number) for number in (a.decree_number, b.decree_number, a.amends, b.amends)
    )
    points = 0
    if number_a and number_b:
        points += _number(number_a, number_b)
    if (number_a and number_a == amends_b) or (number_b and number_b == amends_a):
        points += _FOLLOWS_NUMBER
    if amends_a and amends_b:
        points += 15 if amends_a == amends_b else -15
    return points


def _number(a: str, b: str) -> int:
    """Points of two numbers in comparable form. A slip of a letter says nothing: the next decree looks so too."""
    if a == b:
        return _SAME_NUMBER
    if _parts(a) <= _parts(b) or _parts(b) <= _parts(a):
        return _PART_OF_NUMBER
    slips = min(len(a), len(b)) // _LETTERS_A_SLIP
    return 0 if OSA.distance(a, b, score_cutoff=slips) <= slips else _OTHER_NUMBER


def _parts(number: str) -> frozenset[str]:
    return frozenset(number.split("/"))


def _dates(a: Observation, b: Observation) -> int:
    points = _days(a.start_date, b.start_date, *_START) if not _by_month(a.start_date, b.start_date) else _MONTH_ONLY
    points += _days(a.end_date, b.end_date, *_END) if not _by_month(a.end_date, b.end_date) else _MONTH_ONLY
    return points + _days(a.decree_date, b.decree_date, *_SIGNED)


def _days(a: dt.date | None, b: dt.date | None, same: int, near: dict[int, int], far: int) -> int:
    if a is None or b is None:
        return 0
    distance = abs((a - b).days)
    return same if distance == 0 else next((points for days, points in near.items() if distance <= days), far)


def _by_month(a: dt.date | None, b: dt.date | None) -> bool:
    """Whether one of two days of a month is its first or last, as a month without a day is written."""
    if a is None or b is None or a == b or (a.year, a.month) != (b.year, b.month):
        return False
    return any(day.day in {1, monthrange(day.year, day.month)[1]} for day in (a, b))


def _share(a: Observation, b: Observation) -> int:
    """Shares are misread more often than other cells (docs/accuracy.md), so that two of them part no reports alone."""
    if a.wfh_pct is None or b.wfh_pct is None:
        return 0
    return 15 if abs(a.wfh_pct - b.wfh_pct) < 0.5 else -20


def _action(a: Observation, b: Observation) -> int:
    if a.action is None or b.action is None:
        return 0
    return _SAME_ACTION if a.action == b.action else _ACTIONS.get(frozenset({a.action, b.action}), _OTHER_ACTION)


def _target(a: Observation, b: Observation) -> int:
    if a.target is None or b.target is None:
        return 0
    if a.target == b.target == "unit":
        names = (a.unit_name or "").casefold(), (b.unit_name or "").casefold()
        return _SAME_UNIT if fuzz.token_set_ratio(*names) >= _UNITS_ALIKE else _OTHER_UNIT
    return 5 if a.target == b.target else _TARGETS.get(frozenset({a.target, b.target}), _UNIT_AND_ALL)


def _rest(a: Observation, b: Observation) -> int:
    """Cells that are often misread or the same for all decisions of a time: they tip the scales at most."""
    points = 0
    if a.trigger and b.trigger and a.trigger != b.trigger:
        points -= 15
    if a.instrument and b.instrument:
        points += 5 if a.instrument == b.instrument else -10
    if a.issuer_office and b.issuer_office and a.issuer_office != b.issuer_office:
        points -= 15 if "agency" in {a.issuer_office, b.issuer_office} else 5
    if a.decree_title and b.decree_title:
        alike = fuzz.token_set_ratio(a.decree_title.casefold(), b.decree_title.casefold())
        points += 10 if alike >= _TITLES_ALIKE else 0
    return points
