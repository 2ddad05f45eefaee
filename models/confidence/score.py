"""Measures the confidence of cells and rows on labelled articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from extract.evaluate import GoldError, read_gold
from extract.observations import observe_article
from models.confidence.calibration import bins, expected_calibration_error
from models.confidence.model import Weights, cell_confidence, row_confidence
from models.confidence.outcomes import Outcome, outcomes_of, rows_of
from models.parts import DataError

Told = list[tuple[float, bool]]


def score(files: Sequence[Path]) -> Mapping[str, float]:
    """Mean confidence, share of right ones and expected calibration error of cells and rows, on gold files.

    Articles that the rules were developed on are read better than the confidence says.
    """
    try:
        gold = read_gold(files)
    except GoldError as error:
        raise DataError(str(error)) from error
    outcomes = [o for item in gold for o in outcomes_of(item, observe_article(item.article), item.article.source_path)]
    return figures(told_of_cells(outcomes), told_of_rows(outcomes))


def figures(cells: Told, rows: Told) -> dict[str, float]:
    """Number, mean confidence, share of right ones, expected calibration error and Brier score of cells and of rows."""
    told: dict[str, float] = {}
    for name, pairs in (("cells", cells), ("rows", rows)):
        number = max(len(pairs), 1)
        told |= {
            name: float(len(pairs)),
            f"{name}_confidence": sum(p for p, _ in pairs) / number,
            f"{name}_right": sum(right for _, right in pairs) / number,
            f"{name}_ece": expected_calibration_error(bins(pairs)),
            f"{name}_brier": sum((p - right) ** 2 for p, right in pairs) / number,
        }
    return told


def told_of_cells(outcomes: Sequence[Outcome], weights: Weights | None = None) -> Told:
    """Confidence and truth of cells."""
    return [(cell_confidence(o.facts, weights), o.right) for o in outcomes]


def told_of_rows(outcomes: Sequence[Outcome], weights: Weights | None = None) -> Told:
    """Confidence and truth of the rows of these cells."""
    told = []
    for row in rows_of(outcomes):
        cells = [cell_confidence(o.facts, weights) for o in row.cells]
        told.append((row_confidence(row.keys(cells), cells, row.decisions, weights), row.right))
    return told
