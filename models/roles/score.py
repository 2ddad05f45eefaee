"""Measures the stored roles on labelled articles: F1 of each field that ships, with rules alone and with both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from models.roles import comparison
from models.roles.examples import TASKS, Example, read_examples
from models.roles.model import SHIPPED, Roles, load


def score(files: Sequence[Path]) -> Mapping[str, float]:
    """F1 by field, of rules alone and of both, on gold files. Raises `DataError` for a file that is none."""
    return figures(read_examples(files, [task for task in TASKS if task.name in SHIPPED]), load())


def figures(examples: Sequence[Example], fitted: Mapping[str, Roles]) -> dict[str, float]:
    """Number of articles, and the F1 of each field that ships."""
    reads = [comparison.read(example, fitted) for example in examples]
    told = {"articles": float(len(examples))}
    for field in comparison.FIELDS:
        if field.column in SHIPPED:
            told[f"{field.column}_rules"] = comparison.score(reads, field, "rules").f1 or 0.0
            told[f"{field.column}_both"] = comparison.score(reads, field, "both", SHIPPED[field.column]).f1 or 0.0
    return told
