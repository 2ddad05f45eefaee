"""Fits the relevance score on labelled articles; needs scikit-learn (in the development environment)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from extract.evaluate import read_gold
from extract.findings import find_all
from extract.signals import count_signals
from models.artefact import Manifest, write_manifest
from models.parts import TrainingData
from models.relevance.model import FEATURES, FOLDER, WEIGHTS, Signals, Weights
from models.relevance.score import figures

#: Beyond these a count says nothing more.
MOST = {
    "named": 4.0,
    "named_public": 3.0,
    "named_maker": 2.0,
    "home_public": 4.0,
    "office_public": 3.0,
    "private": 2.0,
    "school": 3.0,
    "length": 6.0,
}


def train(data: TrainingData) -> Manifest:
    """Fit on the gold files and store weights and manifest; its scores are those on the same articles."""
    pairs = labelled(data.gold)
    weights = fit(pairs)
    (FOLDER / WEIGHTS).write_text(json.dumps(asdict(weights), indent=1) + "\n", encoding="utf-8")
    return write_manifest(
        FOLDER,
        "relevance",
        "Does an article report a government's decision on working from home?",
        FEATURES,
        data=data.gold,
        scores={f"fitted_{name}": value for name, value in figures(pairs, weights).items()},
        files=[WEIGHTS],
    )


def labelled(paths: Iterable[Path]) -> list[tuple[Signals, bool]]:
    """Signals and label of every article in gold files."""
    return [(count_signals(find_all(item.article)), item.answer.relevant) for item in read_gold(paths)]


def fit(pairs: Sequence[tuple[Signals, bool]]) -> Weights:
    """A ridge-penalised logistic fit."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    names = [f.name for f in fields(Signals)]
    rows = [[min(float(asdict(s)[n]), MOST.get(n, 1.0)) for n in names] for s, _ in pairs]
    model = LogisticRegression(C=1.0, max_iter=1000).fit(rows, [label for _, label in pairs])
    weights = {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True)}
    return Weights(round(float(model.intercept_[0]), 3), weights, MOST)
