"""What was in force in a region on a day, and why: the answer of `edaran query`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.regions import Gazetteer, Region
from extract.dataset import Dataset
from extract.panel import Rule, rules_in_force, rules_on
from extract.policies.join import root
from extract.schema import ArticleRow, Evidence, Policy, Reading

_SHOWN_SOURCES = 10
_EXPLAINED = ("wfh_pct", "start_date", "end_date", "decree_number")
"""Cells whose words are quoted."""
_BOUNDS = {"min": "at least ", "max": "at most "}
_STAFF = {"asn": "civil servants", "private": "private companies", "all": "civil servants and private companies"}


@dataclass(frozen=True, slots=True)
class Answer:
    """The rules of one region on one day, the one that counts first; `inherited_from` is a region's code."""

    region: Region
    day: dt.date
    rules: tuple[Rule, ...]
    inherited_from: str | None
    before: Policy | None
    after: Policy | None


def answer(dataset: Dataset, region: Region, day: dt.date) -> Answer:
    """What the dataset says of a region and a day, with the region's own rules before and after where none holds."""
    rules = rules_in_force(dataset.joined)
    in_force, inherited_from = rules_on(region, day, rules)
    own = rules.get(root(region.code), [])
    before = max((rule for rule in own if rule.last < day), key=lambda rule: rule.last, default=None)
    after = min((rule for rule in own if rule.first > day), key=lambda rule: rule.first, default=None)
    return Answer(
        region,
        day,
        tuple(in_force),
        inherited_from,
        before.policy if before else None,
        after.policy if after else None,
    )


def print_answer(given: Answer, dataset: Dataset) -> Iterator[str]:
    """The answer in lines: what is in force, by which policy, from when to when, and who reports it."""
    yield f"{given.region.name} ({given.region.code}) on {given.day}"
    if not given.rules:
        yield "  no rule is reported in force"
        for word, policy in (("the last before", given.before), ("the next", given.after)):
            if policy:
                yield f"  {word}: {_days(policy)}, {policy.policy_id}"
        return
    if given.inherited_from:
        yield f"  no rule of its own; that of {Gazetteer.load().region(given.inherited_from).name} holds"
    for rule in given.rules:
        yield from _rule(rule, given.day)
        yield from _sources(rule.policy, dataset)


def _rule(rule: Rule, day: dt.date) -> Iterator[str]:
    policy = rule.policy
    staff = _STAFF.get(policy.target or "", "staff")
    share = "a share untold" if rule.wfh_pct is None else f"{rule.wfh_pct:g} percent"
    yield f"  {_BOUNDS.get(rule.pct_bound or '', '')}{share} of {staff} work from home (OxCGRT C2 {rule.closing.c2})"
    decree = " ".join(part for part in (policy.instrument, policy.decree_number) if part)
    yield f"  {policy.policy_id}: {policy.action}{f' by {decree}' if decree else ''}, {_days(policy)}"
    if day > rule.told:
        yield f"  assumed: nobody tells its end, and the last report is of {policy.last_reported}"
    if policy.superseded_by:
        yield f"  followed by {policy.superseded_by}"
    if policy.conflicts:
        yield f"  the reports disagree on {', '.join(policy.conflicts)}"


def _days(policy: Policy) -> str:
    announced = f"announced {policy.announced_date}, " if policy.announced_date else ""
    return f"{announced}in force {policy.in_force_from} to {policy.in_force_to or 'an end that nobody tells'}"


def _sources(policy: Policy, dataset: Dataset) -> Iterator[str]:
    reports = [
        (reading, observation.observation_id)
        for reading in dataset.readings
        for observation in reading.observations
        if observation.policy_id == policy.policy_id
    ]
    reports.sort(key=lambda report: (str(report[0].article.published or "9"), report[1]))
    copies = sum(
        reading.article.duplicate_of in {r.article.article_id for r, _ in reports} for reading in dataset.readings
    )
    yield f"  sources ({policy.n_articles}):"
    for reading, observation_id in reports[:_SHOWN_SOURCES]:
        yield f"    {_source(reading.article)}"
        yield from (f"      {quote}" for quote in _quotes(reading, observation_id))
    if len(reports) > _SHOWN_SOURCES:
        yield f"    ... and {len(reports) - _SHOWN_SOURCES} more: see observations.csv"
    if copies:
        yield f"    and {copies} with the same text, or nearly the same"


def _source(article: ArticleRow) -> str:
    parts = (str(article.published or ""), article.outlet, article.title, article.url or article.source_id)
    return " | ".join(" ".join(part.split()) for part in parts if part)


def _quotes(reading: Reading, observation_id: str) -> Iterator[str]:
    def of(column: str) -> Evidence | None:
        return next((e for e in reading.evidence if e.row_id == observation_id and e.column == column), None)

    for column in _EXPLAINED:
        if evidence := of(column):
            yield f'{column}: "{" ".join(evidence.text.split())}"'
