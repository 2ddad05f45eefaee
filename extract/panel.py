"""The panel: one row for each region and day on which a rule is in force.

A region's own rule counts; where it has none on a day, its province's, then the nation's (`inherited_from` says which).
Rules for one office are not a region's. Of several rules on a day, one for civil servants goes before one for firms
alone, and the one that began last before the others; `c2` is the strictest of them. An extension without a share goes
on with the share of what it extends.

A rule whose end nobody tells is carried on to its follower, else to the last day of the dataset, but no more than
`CARRIED_DAYS`. Days behind its last report are `assumed`, unless the follower extends, changes or ends it and so tells
that it was still in force; one that is imposed anew does not.

Days without a rule have no row: they are no "nothing was in force", but "nothing is reported". `full_panel` adds them.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.regions import Gazetteer, Region
from extract.oxcgrt import Closing, closing
from extract.policies import Joined
from extract.policies.join import root
from extract.policies.lives import CARRIED_DAYS, NATION
from extract.schema import Measure, PanelDay, PctBound, Policy
from extract.table_files import as_frame

if TYPE_CHECKING:
    import polars as pl

_ONE_DAY = dt.timedelta(days=1)
_DAYS_TOGETHER = 20_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A policy in force from `first` to `last`, both inclusive; behind `told` that is only assumed."""

    policy: Policy
    first: dt.date
    last: dt.date
    told: dt.date
    wfh_pct: float | None
    pct_bound: PctBound | None
    closing: Closing


@dataclass(frozen=True, slots=True)
class Spell:
    """Days of a region, `first` to `last`, on which one rule is in force; `rule` is None where there is none."""

    region: Region
    first: dt.date
    last: dt.date
    rule: Rule | None
    closing: Closing
    inherited_from: str | None


def panel(joined: Joined) -> Iterator[PanelDay]:
    """The rows of the table `panel`, by region and day."""
    for spell in spells(joined):
        if spell.rule is not None:
            yield from _days(spell)


def panel_frames(joined: Joined) -> Iterator[pl.DataFrame]:
    """The same rows as columns, some ten thousand at a time: a few years of all regions are a million."""
    held: list[_Stretch] = []
    days = 0
    for spell in spells(joined):
        if spell.rule is not None:
            held += _stretches(spell)
            days += (spell.last - spell.first).days + 1
        if days >= _DAYS_TOGETHER:
            yield _expanded(held)
            held, days = [], 0
    if held:
        yield _expanded(held)


def full_panel(joined: Joined, first: dt.date, last: dt.date, regions: Sequence[str] = ()) -> Iterator[PanelDay]:
    """A row for every region and every day from `first` to `last`, both inclusive.

    Days without a rule have a `c2` of 0 and no policy: none is reported. `regions` are codes; all if empty.
    """
    for spell in spells(joined, first, last):
        if not regions or spell.region.code in regions:
            yield from _days(spell)


def spells(joined: Joined, first: dt.date | None = None, last: dt.date | None = None) -> Iterator[Spell]:
    """Stretches of days without a change, by region and day, between two days or from first to last rule."""
    rules = rules_in_force(joined)
    every = [rule for of_region in rules.values() for rule in of_region]
    if not every and (first is None or last is None):
        return
    since = first or min(rule.first for rule in every)
    until = last or max(rule.last for rule in every)
    for region in Gazetteer.load():
        begins = max(since, region.valid_from or since)
        ends = min(until, region.valid_to or until)
        if begins <= ends:
            yield from _spells(region, begins, ends, rules)


def rules_in_force(joined: Joined) -> dict[str, list[Rule]]:
    """The rules of each region, by the oldest code of the region, in the order of their first days."""
    shares = _shares(joined.policies)
    horizon = max((p.last_reported for p in joined.policies if p.last_reported), default=None)
    by_id = {policy.policy_id: policy for policy in joined.policies}
    rules: dict[str, list[Rule]] = defaultdict(list)
    for policy in joined.policies:
        if policy.in_force_from and policy.region_code and policy.target != "unit":
            measures = joined.measures.get(policy.policy_id, ())
            follower = by_id.get(policy.superseded_by or "")
            rules[root(policy.region_code)].append(
                _rule(
                    policy,
                    policy.in_force_from,
                    shares[policy.policy_id],
                    horizon=horizon,
                    measures=measures,
                    follower=follower,
                )
            )
    for of_region in rules.values():
        of_region.sort(key=_latest)
    return rules


def rules_on(region: Region, day: dt.date, rules: Mapping[str, Sequence[Rule]]) -> tuple[list[Rule], str | None]:
    """The rules of a region on a day, the one that counts first, and the code of the region they are inherited from."""
    for code in _ancestors(region):
        own = [rule for rule in rules.get(root(code), ()) if rule.first <= day <= rule.last]
        if own:
            latest_first = sorted(own, key=_latest, reverse=True)
            firms_last = sorted(latest_first, key=lambda rule: rule.policy.target == "private")
            return firms_last, None if code == region.code else code
    return [], None


def _rule(
    policy: Policy,
    first: dt.date,
    share: tuple[float | None, PctBound | None],
    *,
    horizon: dt.date | None,
    measures: tuple[Measure, ...],
    follower: Policy | None,
) -> Rule:
    reported = max(first, policy.last_reported or first)
    last = policy.in_force_to or max(reported, min(first + dt.timedelta(days=CARRIED_DAYS - 1), horizon or reported))
    known = policy.end_date is not None or (follower is not None and follower.action != "impose")
    with_share = policy.model_copy(update={"wfh_pct": share[0], "pct_bound": share[1]})
    return Rule(policy, first, last, last if known else min(reported, last), *share, closing(with_share, measures))


def _shares(policies: Sequence[Policy]) -> dict[str, tuple[float | None, PctBound | None]]:
    """The share in force under each policy: its own, or that of the rule which it extends."""
    by_id = {policy.policy_id: policy for policy in policies}
    before: dict[str, Policy] = {}
    for policy in sorted(policies, key=lambda p: (p.in_force_from or dt.date.min, p.policy_id)):
        if policy.superseded_by and policy.in_force_from:
            before[policy.superseded_by] = policy
    found: dict[str, tuple[float | None, PctBound | None]] = {}
    for policy_id, policy in by_id.items():
        source, seen = policy, {policy_id}
        while source.wfh_pct is None and source.action == "extend" and source.policy_id in before:
            source = before[source.policy_id]
            if source.policy_id in seen:
                break
            seen.add(source.policy_id)
        found[policy_id] = source.wfh_pct, source.pct_bound
    return found


def _ancestors(region: Region) -> Iterator[str]:
    yield region.code
    if region.province_code and region.province_code != region.code:
        yield region.province_code
    if region.code != NATION:
        yield NATION


def _spells(region: Region, first: dt.date, last: dt.date, rules: Mapping[str, Sequence[Rule]]) -> Iterator[Spell]:
    near = [rule for code in _ancestors(region) for rule in rules.get(root(code), ())]
    edges = {first} | {day for rule in near for day in (rule.first, rule.last + _ONE_DAY) if first < day <= last}
    days = sorted(edges)
    for begin, end in zip(days, [day - _ONE_DAY for day in days[1:]] + [last], strict=True):
        in_force, inherited_from = rules_on(region, begin, rules)
        closings = (rule.closing for rule in in_force)
        strictest = max(closings, key=lambda closing: closing.strictness, default=Closing(0, None))
        yield Spell(region, begin, end, in_force[0] if in_force else None, strictest, inherited_from)


def _latest(rule: Rule) -> tuple[dt.date, str, str]:
    return rule.first, str(rule.policy.announced_date or ""), rule.policy.policy_id


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days to `last` whose rows are like that of the first one."""

    row: PanelDay
    last: dt.date

    @property
    def days(self) -> int:
        return (self.last - self.row.date).days + 1

    def rows(self) -> Iterator[PanelDay]:
        for number in range(self.days):
            yield self.row.model_copy(update={"date": self.row.date + dt.timedelta(days=number)})


def _stretches(spell: Spell) -> Iterator[_Stretch]:
    """A spell's days for which its rule is told, and those for which it is only assumed."""
    rule = spell.rule
    told = min(rule.told, spell.last) if rule else spell.last
    row = PanelDay.model_validate(
        {
            "region_code": spell.region.code,
            "date": spell.first,
            "region_name": spell.region.name,
            "bps_code": spell.region.bps_code,
            "wfh_pct": rule.wfh_pct if rule else None,
            "pct_bound": rule.pct_bound if rule else None,
            "target": rule.policy.target if rule else None,
            "source_policy_id": rule.policy.policy_id if rule else None,
            "inherited_from": spell.inherited_from,
            "c2": spell.closing.c2,
            "c2_flag": spell.closing.flag,
            "assumed": False,
        }
    )
    if told >= spell.first:
        yield _Stretch(row, told)
    if told < spell.last:
        first = max(spell.first, told + _ONE_DAY)
        yield _Stretch(row.model_copy(update={"date": first, "assumed": True}), spell.last)


def _days(spell: Spell) -> Iterator[PanelDay]:
    return (row for stretch in _stretches(spell) for row in stretch.rows())


def _expanded(stretches: Sequence[_Stretch]) -> pl.DataFrame:
    """The rows of all days as columns."""
    import polars as pl  # noqa: PLC0415 - see `extract.table_files`

    days = pl.Series("day", [range(stretch.days) for stretch in stretches], dtype=pl.List(pl.Int64))
    rows = as_frame("panel", [stretch.row for stretch in stretches]).with_columns(days).explode("day")
    return rows.with_columns(pl.col("date") + pl.duration(days="day")).drop("day")
