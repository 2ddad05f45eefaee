"""The confidence of a cell from facts about it, and of a row from its cells: two logistic scores with plain weights.

What a cell's facts are is said in `CellFacts`; `extract.confidence` takes them from the rows of an article.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.artefact import verified

FOLDER = Path(__file__).parent
WEIGHTS = "weights.json"
#: Version of `cell_features` and `row_features`: count it up when one of them changes, then train anew.
FEATURES = 1
_SURE = 0.999  # nothing that is read is surer
_LONG_GAP = 45  # days


@dataclass(frozen=True, slots=True)
class CellFacts:
    """What the tables say of one filled cell; of a measure or a case count the whole row is the cell."""

    column: str  # "measures" and "case_counts" for their rows
    rule: str  # that read it, "start_word+numeric"; empty without evidence
    value: str  # of columns with few allowed values; condition kinds, metrics
    action: str  # of its decision; empty for case counts
    level: str  # of the region
    decisions: int  # in the article
    spans: int  # pieces of evidence of the cell
    filled: int  # columns that the decision fills
    siblings: int  # measures of the decision, or case counts of the article
    gap: int  # days from the announcement to this date; 0 for no date


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of `cell_features` and `row_features` by name; "" is the bias."""

    cell: dict[str, float]
    row: dict[str, float]


def cell_features(facts: CellFacts) -> dict[str, float]:
    """What the score of a cell weighs, by name.

    >>> facts = CellFacts("wfh_pct", "percent_home", "", "impose", "city", 1, 1, 9, 0, 0)
    >>> sorted(name for name in cell_features(facts) if name.startswith("wfh_pct"))
    ['wfh_pct', 'wfh_pct by percent_home', 'wfh_pct of impose', 'wfh_pct role percent_home', 'wfh_pct siblings']
    """
    column = facts.column
    marks = [
        column,
        f"{column} by {facts.rule}",
        f"{column} role {facts.rule.partition('+')[0]}",
        f"{column} of {facts.action}",
        f"action {facts.action}",
        f"level {facts.level}",
        f"decisions {min(facts.decisions, 3)}",
    ]
    marks += [f"{column} is {facts.value}"] * bool(facts.value)
    marks += ["no evidence"] * (not facts.spans) + ["several spans"] * (facts.spans > 1)
    if facts.gap:
        sign = "before" if facts.gap < 0 else "after"
        marks.append(f"{column} {'long' if abs(facts.gap) > _LONG_GAP else 'short'} {sign}")
    return dict.fromkeys(marks, 1.0) | {
        "filled": facts.filled / 10,
        f"{column} siblings": min(math.log1p(facts.siblings), 3.0),
    }


def row_features(keys: Sequence[float], cells: Sequence[float], decisions: int) -> dict[str, float]:
    """What the score of a row weighs: its key cells, were they independent; the weakest; the mean of all its cells."""
    return {
        "together": log_odds(math.prod(keys)),
        "weakest": log_odds(min(keys)),
        "mean": sum(map(log_odds, cells)) / len(cells),
        "keys": len(keys) / 5,
        f"decisions {min(decisions, 3)}": 1.0,
    }


def log_odds(probability: float) -> float:
    """The logarithm of the odds of a probability, which is held away from 0 and 1."""
    held = min(max(probability, 1 - _SURE), _SURE)
    return math.log(held / (1 - held))


@cache
def load() -> Weights:
    """The stored weights. Raises `ArtefactError` when they are missing, altered or fitted to other features."""
    verified(FOLDER, FEATURES)
    return Weights(**json.loads((FOLDER / WEIGHTS).read_text(encoding="utf-8")))


def cell_confidence(facts: CellFacts, weights: Weights | None = None) -> float:
    """How likely the cell is right, 0 to 1."""
    return _probability(cell_features(facts), (weights or load()).cell)


def row_confidence(
    keys: Sequence[float], cells: Sequence[float], decisions: int, weights: Weights | None = None
) -> float:
    """How likely all key cells of a row are right, 0 to 1, from their confidence (`keys`) and that of all its cells.

    `decisions` is the number of rows of its article.
    """
    return _probability(row_features(keys, cells, decisions), (weights or load()).row)


def _probability(features: dict[str, float], weights: dict[str, float]) -> float:
    score = weights[""] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return min(max(1 / (1 + math.exp(-score)), 1 - _SURE), _SURE)
