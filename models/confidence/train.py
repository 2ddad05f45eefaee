"""Fits the confidence of cells and rows on `outcomes.csv`; needs scikit-learn (in the development environment).

Both are ridge-penalised logistic fits, calibrated on trials that they were not fitted on (Platt). The figures in the
manifest are of trials that neither the fit nor the calibration has seen. Labelled articles cannot take the place of the
outcomes: rules that were mended on an article read it better than a new one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from models.artefact import Manifest, write_manifest
from models.confidence.model import (
    FEATURES,
    FOLDER,
    WEIGHTS,
    Weights,
    cell_confidence,
    cell_features,
    log_odds,
    row_features,
)
from models.confidence.outcomes import OUTCOMES, Outcome, read_outcomes, rows_of
from models.confidence.score import Told, figures, told_of_cells, told_of_rows
from models.parts import TrainingData

_CELL_PENALTY, _ROW_PENALTY = 1.0, 0.1  # inverse strength
_DIGITS = 4
_Scored = tuple[dict[str, float], bool]


def train(data: TrainingData) -> Manifest:
    """Fit on the stored outcomes and write weights and manifest."""
    del data  # the gold files would tell how well the rules read what they were made with
    outcomes = read_outcomes(FOLDER / OUTCOMES)
    scores = figures(*held_out(outcomes))
    (FOLDER / WEIGHTS).write_text(json.dumps(asdict(fit(outcomes)), indent=1) + "\n", encoding="utf-8")
    return write_manifest(
        FOLDER,
        "confidence",
        "How likely is a cell, and a row, right?",
        FEATURES,
        data=[FOLDER / OUTCOMES],
        scores=scores,
        files=[WEIGHTS],
    )


def held_out(outcomes: Sequence[Outcome]) -> tuple[Told, Told]:
    """Confidence and truth of all cells and of all rows, each trial by weights that were fitted without it."""
    cells: Told = []
    rows: Told = []
    for trial in _trials(outcomes):
        weights = fit([o for o in outcomes if o.trial != trial])
        unseen = [o for o in outcomes if o.trial == trial]
        cells += told_of_cells(unseen, weights)
        rows += told_of_rows(unseen, weights)
    return cells, rows


def fit(outcomes: Sequence[Outcome]) -> Weights:
    """Weights of cells, and those of rows on what the cells of each trial get without that trial."""
    plain = _fit(_cells(outcomes), _CELL_PENALTY)
    told: list[_Scored] = []
    unseen: dict[int, float] = {}
    for trial in _trials(outcomes):
        without = Weights(_fit(_cells([o for o in outcomes if o.trial != trial]), _CELL_PENALTY), {})
        for outcome in (o for o in outcomes if o.trial == trial):
            unseen[id(outcome)] = cell_confidence(outcome.facts, without)
            told.append(({"score": log_odds(unseen[id(outcome)])}, outcome.right))
    line = _fit(told, np.inf)  # Platt's, multiplied into the weights
    cell = {name: line["score"] * weight for name, weight in plain.items()}
    cell[""] += line[""]
    rows = []
    for row in rows_of(outcomes):
        cells = [_on(line, unseen[id(o)]) for o in row.cells]
        rows.append((row_features(row.keys(cells), cells, row.decisions), row.right))
    return Weights(_rounded(cell), _rounded(_fit(rows, _ROW_PENALTY)))


def _on(line: dict[str, float], probability: float) -> float:
    return float(1 / (1 + np.exp(-(line[""] + line["score"] * log_odds(probability)))))


def _cells(outcomes: Sequence[Outcome]) -> list[_Scored]:
    return [(cell_features(o.facts), o.right) for o in outcomes]


def _fit(scored: Sequence[_Scored], penalty: float) -> dict[str, float]:
    vectors = DictVectorizer()
    model = LogisticRegression(C=penalty, max_iter=5000)
    model.fit(vectors.fit_transform([features for features, _ in scored]), [right for _, right in scored])
    weights = dict(zip(map(str, vectors.get_feature_names_out()), map(float, model.coef_[0]), strict=True))
    return weights | {"": float(model.intercept_[0])}


def _rounded(weights: dict[str, float]) -> dict[str, float]:
    """Weights to the digits stored; what rounds to nothing weighs nothing."""
    return {
        name: round(weight, _DIGITS) for name, weight in sorted(weights.items()) if round(weight, _DIGITS) or not name
    }


def _trials(outcomes: Sequence[Outcome]) -> list[str]:
    return sorted({o.trial for o in outcomes})
