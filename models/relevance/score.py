"""Measures the relevance score, and the first filter, on labelled articles."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from extract.evaluate import GoldError, read_gold
from extract.findings import find_all
from extract.signals import count_signals, opening
from models.parts import DataError
from models.relevance.first_filter import names_home_work
from models.relevance.model import RELEVANT, lead_words, relevance

_LEAST = 1e-6  # a probability of 0 for what is true would make the loss endless


def score(files: Sequence[Path]) -> Mapping[str, float]:
    """Precision, recall and F1 of what is read, log loss, and the recall of the first filter, on gold files."""
    try:
        gold = read_gold(files)
    except GoldError as error:
        raise DataError(str(error)) from error
    told = []
    for item in gold:
        findings = find_all(item.article)
        told.append((relevance(count_signals(findings), lead_words(opening(findings))), item.answer.relevant))
    relevant = [item.article for item in gold if item.answer.relevant]
    passed = sum(names_home_work(f"{article.title or ''}\n{article.text}") for article in relevant)
    return {**figures(told), "first_filter_recall": passed / len(relevant) if relevant else 1.0}


def figures(told: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """Number of articles, precision, recall and F1 of what is read (from `RELEVANT` on), and log loss.

    >>> figures([(0.9, True), (0.6, False)])["precision"]
    0.5
    """
    right = sum(p >= RELEVANT and label for p, label in told)
    found, gold = sum(p >= RELEVANT for p, _ in told), sum(label for _, label in told)
    losses = [-math.log(max(p if label else 1 - p, _LEAST)) for p, label in told]
    return {
        "articles": float(len(told)),
        "precision": right / found if found else 0.0,
        "recall": right / gold if gold else 0.0,
        "f1": 2 * right / (found + gold) if found + gold else 0.0,
        "log_loss": sum(losses) / len(losses),
    }
