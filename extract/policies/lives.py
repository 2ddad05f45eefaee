"""The lives of policies: which one follows which, and from when to when each is in force.

Policies of one region for the same staff make a **line**; a province's line is not its cities'. Staff are civil
servants (also when firms are meant as well), firms alone, or one office. Along a line, by first day in force:

- `extend`, `tighten`, `relax` and `end` follow the policy before them when it is still in force or ended at most
  `LATE_DAYS` before. `impose` follows one that is still in force, or that ended on the day before (on a Friday for a
  Monday); after a gap it is a new policy. An end that nobody tells is waited for `CARRIED_DAYS`, but an `end` always
  tells of it.
- Of the nation, rules for civil servants and for all are lines of their own: different ministers make them.
- A decree that names another as amended follows that one, whatever the days.
- A rule for another reason (traffic on holidays during a COVID-19 rule) does not end the one that goes on under it.
- `plan` is followed by the `impose` that comes of it. `reject` follows nothing and is followed by nothing.

A policy is in force until its own last day or the day before its follower's first, whichever comes first. An extension
without a first day goes on from the last day of what it extends.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.comparing import comparable_cell
from extract.policies.join import root
from extract.policies.report import first_day
from extract.schema import Policy

RULES = frozenset({"impose", "extend", "tighten", "relax"})
"""Actions that put a rule in force; `end` takes it away, `reject` and `plan` do neither."""
LATE_DAYS = 14
"""A follower that comes later than this after an end is a new policy (or what it follows was never reported)."""
PLAN_DAYS = 60
"""A plan of which nothing comes in so many days came to nothing."""
CARRIED_DAYS = 180
"""A rule whose end nobody tells is taken to be in force for so many days at most."""
NATION = "00"
_WEEKEND = 3  # from a Friday to the Monday after
_ONE_DAY = dt.timedelta(days=1)


@dataclass(slots=True)
class _Life:
    policy: Policy
    first: dt.date | None
    follower: _Life | None = None


def live(policies: Iterable[Policy]) -> list[Policy]:
    """The policies with `in_force_from`, `in_force_to` and `superseded_by` filled."""
    lines: dict[tuple[str, str], list[_Life]] = defaultdict(list)
    for policy in sorted(policies, key=lambda policy: policy.policy_id):
        lines[_line(policy)].append(_Life(policy, first_day(policy)))
    for line in lines.values():
        _follow(line)
    return [_lived(life) for line in lines.values() for life in line]


def _line(policy: Policy) -> tuple[str, str]:
    """Region and staff; a policy without a region stands alone. The nation's ministers decide beside each other."""
    if policy.region_code == NATION:
        return NATION, policy.target or ""
    staff = {"private": "private", "unit": f"unit {(policy.unit_name or '').casefold()}"}.get(policy.target or "", "")
    return (root(policy.region_code), staff) if policy.region_code else ("", policy.policy_id)


def _follow(line: list[_Life]) -> None:
    """Find each policy's follower, in the order of first days."""
    line.sort(key=_by_day)
    for place, life in enumerate(line):
        if life.policy.action == "extend" and life.policy.start_date is None:
            _go_on(life, line[:place])
    line.sort(key=_by_day)
    for place, life in enumerate(line):
        later = line[place + 1 :]
        named = (other for other in later if _amends(other.policy, life.policy))
        life.follower = next(named, None) or next((other for other in later if _follows(other, life)), None)


def _by_day(life: _Life) -> tuple[str, str, str]:
    return str(life.first or "9"), str(life.policy.announced_date or ""), life.policy.policy_id


def _go_on(life: _Life, before: Sequence[_Life]) -> None:
    """Let an extension without a first day begin when what it extends ends."""
    ends = [o.policy.end_date for o in before if o.policy.action in RULES and o.policy.end_date]
    if ends and life.first and abs((life.first - ends[-1]).days) <= LATE_DAYS:
        begins = ends[-1] + _ONE_DAY
        if life.policy.end_date is None or begins <= life.policy.end_date:
            life.first = begins


def _amends(later: Policy, earlier: Policy) -> bool:
    number = comparable_cell("decree_number", earlier.decree_number)
    return bool(number) and earlier.action in RULES and number == comparable_cell("decree_number", later.amends)


def _follows(later: _Life, life: _Life) -> bool:
    if life.first is None or later.first is None:
        return False
    if life.policy.action == "plan":
        return later.policy.action == "impose" and (later.first - life.first).days <= PLAN_DAYS
    if life.policy.action not in RULES or later.policy.action not in RULES | {"end"}:
        return False
    reasons = {life.policy.trigger, later.policy.trigger} - {None}
    if len(reasons) > 1:
        return False
    if life.policy.end_date is None:
        return later.policy.action == "end" or (later.first - life.first).days <= CARRIED_DAYS
    gap = (later.first - life.policy.end_date).days
    return gap <= (_rest(life.policy.end_date) if later.policy.action == "impose" else LATE_DAYS)


def _rest(end: dt.date) -> int:
    """Days to the next working day: a rule that ends on a Friday is followed on Monday."""
    return _WEEKEND if end.weekday() == 4 else 2 if end.weekday() == 5 else 1


def _lived(life: _Life) -> Policy:
    policy, follower = life.policy, life.follower
    begins = life.first if policy.action in RULES else None
    ends = policy.end_date if begins else None
    if begins and follower and follower.first and (ends is None or follower.first <= ends):
        ends = follower.first - _ONE_DAY
    if begins and ends and ends < begins:  # replaced before it began
        begins = ends = None
    followed = follower.policy.policy_id if follower else None
    return policy.model_copy(update={"in_force_from": begins, "in_force_to": ends, "superseded_by": followed})
