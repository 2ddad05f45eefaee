"""From reports to policies: which reports tell of one decision, what they say together, and what became of it.

Three steps, a file each: `join` puts reports of one decision together (`likeness` says how alike two reports are),
`consensus` takes the best value of every cell, `lives` tells which policy follows which and the days in force. The
rules are told in `docs/policies.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from extract.policies.consensus import agree
from extract.policies.join import join
from extract.policies.lives import live
from extract.policies.report import Report, reports_of
from extract.schema import Measure, Policy, Reading

__all__ = ["Joined", "Report", "join_reports", "reports_of"]


@dataclass(frozen=True, slots=True)
class Joined:
    """Policies by key, the policy of each observation, and each policy's shares under a condition."""

    policies: tuple[Policy, ...]
    policy_of: dict[str, str]
    measures: dict[str, tuple[Measure, ...]]

    def keyed(self, reading: Reading) -> Reading:
        """The reading with `policy_id` filled in its observations."""
        if not reading.observations:
            return reading
        keys = ({"policy_id": self.policy_of[o.observation_id]} for o in reading.observations)
        told = zip(reading.observations, keys, strict=True)
        return replace(reading, observations=tuple(o.model_copy(update=key) for o, key in told))


def join_reports(reports: Iterable[Report]) -> Joined:
    """Join reports to policies. The order of the reports is of no account.

    >>> from extract.schema import Observation
    >>> told = [Observation(observation_id=key, article_id=key, region_code="32.71", decree_number="440/12",
    ...                     wfh_pct=75) for key in ("b", "a")]
    >>> joined = join_reports(Report(observation) for observation in told)
    >>> [(policy.policy_id, policy.n_articles, policy.wfh_pct) for policy in joined.policies]
    [('32.71-undated', 2, 75.0)]
    >>> joined.policy_of
    {'a': '32.71-undated', 'b': '32.71-undated'}
    """
    named = _named((agree(cluster), cluster) for cluster in join(reports))
    policies = live(policy for policy, _ in named)
    return Joined(
        policies=tuple(sorted(policies, key=lambda policy: policy.policy_id)),
        policy_of={r.observation.observation_id: policy.policy_id for policy, cluster in named for r in cluster},
        measures={policy.policy_id: tuple(m for r in cluster for m in r.measures) for policy, cluster in named},
    )


def _named(agreed: Iterable[tuple[Policy, tuple[Report, ...]]]) -> list[tuple[Policy, tuple[Report, ...]]]:
    """Policies with their keys: "32.71-2021-06-29", and "-2" for another decision of that region and day."""
    ordered = sorted(agreed, key=lambda item: (item[0].policy_id, _rank(item[1])))
    return [
        (policy.model_copy(update={"policy_id": stem if number == 1 else f"{stem}-{number}"}), cluster)
        for stem, group in groupby(ordered, key=lambda item: item[0].policy_id)
        for number, (policy, cluster) in enumerate(group, 1)
    ]


def _rank(cluster: tuple[Report, ...]) -> tuple[str, str]:
    return min((str(r.published or r.observation.announced_date or "9"), r.observation.observation_id) for r in cluster)
