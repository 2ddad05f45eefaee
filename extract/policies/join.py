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
from extract.policies.likeness import WINDOW, anchor, likeness
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
    """The reports in stretches of time with no gap of a `WINDOW` inside; one stretch where one bears no day."""
    days = [(anchor(report), report) for report in block]
    dated = [(day, report) for day, report in days if day]
    if len(dated) < len(block):
        yield block
        return
    dated.sort(key=lambda item: (item[0], item[1].observation.observation_id))
    spell: list[Report] = []
    last = dated[0][0]
    for day, report in dated:
        if day - last > WINDOW:
            yield spell
            spell = []
        spell.append(report)
        last = day
    yield spell


def _clusters(reports: list[Report]) -> list[tuple[Report, ...]]:
    members: dict[int, tuple[int, ...]] = {i: (i,) for i in range(len(reports))}
    points: dict[tuple[int, int], int] = {
        (i, j): likeness(reports[i], reports[j]) for j in range(len(reports)) for i in range(j)
    }
    heap: list[tuple[float, int, int]] = [(-score, i, j) for (i, j), score in points.items() if score > 0]
    heapq.heapify(heap)
    fresh = len(reports)
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        merged = tuple(sorted(members.pop(i) + members.pop(j)))
        for k, others in members.items():
            total = points[_pair(i, k)] + points[_pair(j, k)]
            points[k, fresh] = total
            if total > 0:
                heapq.heappush(heap, (-total / (len(merged) * len(others)), k, fresh))
        members[fresh] = merged
        fresh += 1
    return [tuple(reports[i] for i in cluster) for cluster in sorted(members.values())]


def _pair(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)
