"""Which reports tell of one decision: clusters by average likeness, best pair first.

Reports of one region are compared with each other (the Papuan regencies that changed their code count as one region)
when they lie close together in time or name one decree.
The two clusters whose reports are most alike on average are put together, again and again, while that average speaks
for it. So a report with few words joins the decision that it fits best, and one odd cell does not tear a cluster apart.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, islice

from corpus.regions import Gazetteer
from extract.policies.likeness import FAR, NEVER, WINDOW, announced, begun, comparable_number, likeness
from extract.policies.report import Report


def join(reports: Iterable[Report]) -> list[tuple[Report, ...]]:
    """Clusters of reports, each of one decision. The order of the input is of no account."""
    blocks: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.observation.observation_id):
        code = report.observation.region_code
        # without a region nothing tells two decisions apart
        blocks[root(code) if code else report.observation.observation_id].append(report)
    return [cluster for _, block in sorted(blocks.items()) for cluster in _clusters(block)]


def root(code: str) -> str:
    """The oldest code of a region that changed its province, else the code itself.

    >>> root("93.01"), root("53.71")
    ('91.01', '53.71')
    """
    return _roots().get(code, code)


@cache
def _roots() -> dict[str, str]:
    return {region.successor: region.code for region in Gazetteer.load() if region.successor}


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
    for i, j in _candidates(reports):
        if (points := likeness(reports[i], reports[j])) > FAR:
            near[i][j] = near[j][i] = points
    return near


def _candidates(reports: list[Report]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, each once: announced or begun within a `WINDOW`, of one number, or without a day."""
    said, began = [announced(report) for report in reports], [begun(report) for report in reports]
    undated = {i for i in range(len(reports)) if said[i] is None and began[i] is None}
    yield from _close(said)
    yield from ((i, j) for i, j in _close(began) if not _within(said, i, j))
    numbers: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        if i not in undated and (number := comparable_number(report.observation.decree_number)):
            numbers[number].append(i)
    for same in numbers.values():
        yield from ((i, j) for i, j in combinations(same, 2) if not (_within(said, i, j) or _within(began, i, j)))
    yield from (_pair(i, j) for i in undated for j in range(len(reports)) if i != j and (j not in undated or i < j))


def _close(days: list[dt.date | None]) -> Iterator[tuple[int, int]]:
    """Pairs of places whose days lie within a `WINDOW`."""
    dated = sorted((day, i) for i, day in enumerate(days) if day)
    for place, (day, i) in enumerate(dated):
        for other, j in islice(dated, place + 1, None):
            if other - day > WINDOW:
                break
            yield _pair(i, j)


def _within(days: list[dt.date | None], i: int, j: int) -> bool:
    one, other = days[i], days[j]
    return one is not None and other is not None and abs(one - other) <= WINDOW


def _pair(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)
