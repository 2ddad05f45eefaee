"""Which reports tell of one decision: clusters by average likeness, best pair first.

Reports of one region are compared with each other (the Papuan regencies that changed their code count as one region).
The two clusters whose reports are most alike on average are put together, again and again, while that average speaks
for it. So a report with few words joins the decision that it fits best, and one odd cell does not tear a cluster apart.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from corpus.regions import Gazetteer
from extract.policies.likeness import FAR, NEVER, WINDOW, anchor, likeness
from extract.policies.report import Report


def join(reports: Iterable[Report]) -> list[tuple[Report, ...]]:
    """Clusters of reports, each of one decision. The order of the input is of no account."""
    blocks: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.observation.observation_id):
        code = report.observation.region_code
        # without a region nothing tells two decisions apart
        blocks[root(code) if code else report.observation.observation_id].append(report)
    return [cluster for _, block in sorted(blocks.items()) for part in _spells(block) for cluster in _clusters(part)]


def root(code: str) -> str:
    """The oldest code of a region that changed its province, else the code itself.

    >>> root("93.01"), root("53.71")
    ('91.01', '53.71')
    """
    return _roots().get(code, code)


@cache
def _roots() -> dict[str, str]:
    return {region.successor: region.code for region in Gazetteer.load() if region.successor}


def _spells(block: list[Report]) -> Iterator[list[Report]]:
    """The reports in stretches of time with no gap of a `WINDOW` inside, by day; one stretch where one bears no day."""
    undated = [report for report in block if anchor(report) is None]
    dated = [(day, report) for report in block if (day := anchor(report))]
    dated.sort(key=lambda item: (item[0], item[1].observation.observation_id))
    spell = list(undated)
    for place, (day, report) in enumerate(dated):
        if place and not undated and day - dated[place - 1][0] > WINDOW:
            yield spell
            spell = []
        spell.append(report)
    yield spell


def _clusters(reports: list[Report]) -> list[tuple[Report, ...]]:
    """Agglomerative clustering with average linkage. Pairs that are far from alike count as `NEVER`."""
    members: dict[int, tuple[int, ...]] = {i: (i,) for i in range(len(reports))}
    near = _near(reports)
    heap = [
        (-float(points), i, j) for i, others in near.items() for j, points in others.items() if i < j and points > 0
    ]
    heapq.heapify(heap)
    fresh = len(reports)
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        sizes = len(members[i]), len(members[j])
        merged = tuple(sorted(members.pop(i) + members.pop(j)))
        one, other = near.pop(i), near.pop(j)
        near[fresh] = {}
        for k in sorted((one.keys() | other.keys()) & members.keys()):
            size = len(members[k])
            points = one.get(k, NEVER * sizes[0] * size) + other.get(k, NEVER * sizes[1] * size)
            near[fresh][k] = near[k][fresh] = points
            near[k].pop(i, None)
            near[k].pop(j, None)
            if points > 0:
                heapq.heappush(heap, (-points / (len(merged) * size), k, fresh))
        members[fresh] = merged
        fresh += 1
    return [tuple(reports[i] for i in cluster) for cluster in sorted(members.values())]


def _near(reports: list[Report]) -> dict[int, dict[int, int]]:
    """The points of every pair that is not far from alike, both ways."""
    near: dict[int, dict[int, int]] = {i: {} for i in range(len(reports))}
    days = [anchor(report) for report in reports]
    for i, one in enumerate(reports):
        for j in range(i + 1, len(reports)):
            day, other = days[i], days[j]
            if day and other and other - day > WINDOW:
                break  # reports with a day stand in the order of their days
            if (points := likeness(one, reports[j])) > FAR:
                near[i][j] = near[j][i] = points
    return near
