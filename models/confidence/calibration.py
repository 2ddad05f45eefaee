"""How far probabilities are from what comes true: bins of equal size, and the expected calibration error over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Cells or rows of like confidence: their mean confidence, the share that is right, and how many they are."""

    confidence: float
    right: float
    size: int


def bins(told: Iterable[tuple[float, bool]], number: int = BINS) -> list[Bin]:
    """Pairs of confidence and truth in bins of equal size, the least sure first.

    >>> bins([(0.9, True), (0.2, False), (0.4, True), (0.8, True)], 2)
    [Bin(confidence=0.30000000000000004, right=0.5, size=2), Bin(confidence=0.8500000000000001, right=1.0, size=2)]
    """
    ranked = sorted(told, key=lambda pair: pair[0])
    edges = [round(i * len(ranked) / number) for i in range(number + 1)]
    parts = [ranked[first:last] for first, last in pairwise(edges) if last > first]
    return [
        Bin(sum(p for p, _ in part) / len(part), sum(right for _, right in part) / len(part), len(part))
        for part in parts
    ]


def expected_calibration_error(parts: Sequence[Bin]) -> float:
    """The mean distance of confidence and truth, each bin by its size."""
    total = sum(part.size for part in parts)
    return sum(part.size * abs(part.confidence - part.right) for part in parts) / total if total else 0.0
