"""Rules, learned, or both? The tables of `CARD.md`: `python -m models.roles.ablation corpus/gold/*.jsonl`.

The fair comparison is on the trials, with what the rules read when they first saw them (`corpus/gold/first_readings`),
in five folds of whole trials. A model judges only articles of whose trial, regions and outlets it has seen none. The
probability from which the learned part is followed is chosen on the other folds.

That the learned part does no harm to the rules as they are now is looked at on all articles, in five folds by region
and outlet. The rules were developed on these, so that they can hardly be bettered there.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from extract.comparing import Cell
from extract.evaluate import Score
from models.roles.comparison import FIELDS, Field, Read, read, score
from models.roles.examples import TASKS, Example, Task, as_decision, read_examples
from models.roles.model import SHIPPED, Roles
from models.roles.train import fit

FIRST_READINGS: Final = Path(__file__).parents[2] / "corpus" / "gold" / "first_readings" / "trials.jsonl"
_FOLDS: Final = 5
_LEAST: Final = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, None)  # None: the learned part is never followed
_MANY: Final = ("measures", "legal_basis")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="labelled articles (.jsonl)")
    examples = read_examples(parser.parse_args().gold)
    unseen = _unseen(examples)
    print("| field | joined by | rules | learned | both | best from |\n| --- | --- | --- | --- | --- | --- |")
    for field in FIELDS:
        told = " | ".join(f"{figure:.3f}" for figure in compare(unseen, field))
        print(f"| `{field.column}` | {field.join} | {told} | {_best(_every(unseen), field) or 'never'} |")
    now = _now(examples)
    print("\n| field | from | rules | both | of cells |\n| --- | --- | --- | --- | --- |")
    for column, least in SHIPPED.items():
        field = next(field for field in FIELDS if field.column == column)
        for name, reads in (("first readings", _every(unseen)), ("rules of now", _every(now))):
            rules, both = score(reads, field, "rules"), score(reads, field, "both", least)
            print(f"| `{column}`, {name} | {least} | {rules.f1:.4f} | {both.f1:.4f} | {rules.gold} |")


def compare(folds: Sequence[Sequence[Read]], field: Field) -> tuple[float, float, float]:
    """F1 with rules alone, learned alone, and both."""
    both = Score()
    for at, fold in enumerate(folds):
        others = _every([other for i, other in enumerate(folds) if i != at])
        both += score(fold, field, "both", _best(others, field))
    every = _every(folds)
    return score(every, field, "rules").f1 or 0.0, score(every, field, "learned").f1 or 0.0, both.f1 or 0.0


def _every(folds: Sequence[Sequence[Read]]) -> list[Read]:
    return [one for fold in folds for one in fold]


def _best(reads: Sequence[Read], field: Field) -> float | None:
    """The probability with the highest F1; of equal ones the highest, and best no learned part at all."""
    scored = [
        (score(reads, field, "both", least).f1 or 0.0, 1.0 if least is None else least, least) for least in _LEAST
    ]
    return max(scored, key=lambda s: s[:2])[2]


def _unseen(examples: Sequence[Example]) -> list[list[Read]]:
    """Folds of whole trials, with what the rules of their first scoring read."""
    lines = FIRST_READINGS.read_text(encoding="utf-8").splitlines()
    first = {item["id"]: item for item in map(json.loads, lines)}
    trials = [_trial(example) if example.item.article.source_id in first else None for example in examples]
    names = sorted({trial for trial in trials if trial is not None})

    def judge(example: Example, fitted: Mapping[str, Roles]) -> Read:
        item = first[example.item.article.source_id]
        rules = tuple(as_decision(*_parted(row)) for row in item["observations"])
        return read(example, fitted, rules, tuple(map(Cell, item["case_counts"])))

    return _judged(examples, [names.index(t) * _FOLDS // len(names) if t else None for t in trials], judge, TASKS)


def _trial(example: Example) -> str:
    return Path(example.item.article.source_path or "").stem


def _parted(row: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The columns of a row with one value each, and those with several."""
    return {k: v for k, v in row.items() if k not in _MANY}, {k: v for k, v in row.items() if k in _MANY}


def _now(examples: Sequence[Example]) -> list[list[Read]]:
    """Folds of articles by region and outlet, with what the rules read now, for the fields that ship."""
    groups = _groups(examples)
    folds: list[list[str]] = [[] for _ in range(_FOLDS)]
    for group in sorted(set(groups), key=lambda g: (-groups.count(g), g)):  # the largest first, to the smallest fold
        min(folds, key=lambda fold: sum(groups.count(g) for g in fold)).append(group)
    of = {group: at for at, fold in enumerate(folds) for group in fold}
    return _judged(examples, [of[group] for group in groups], read, [t for t in TASKS if t.name in SHIPPED])


def _groups(examples: Sequence[Example]) -> list[str]:
    """The group of each example: those that share a region that decides, or an outlet, are together."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    keys = [_origin(example) for example in examples]
    for own in keys:
        for key in own:
            parent[root(key)] = root(own[0])
    return [root(own[0]) for own in keys]


def _origin(example: Example) -> list[str]:
    """What an article may share with others: the regions that decide, the outlet; its own id where it has neither."""
    regions = {f"region {value}" for d in example.item.answer.decisions for value in d.values("region_code")}
    host = urlsplit(example.item.article.url or "").hostname
    return sorted(regions | ({f"outlet {host}"} if host else set())) or [f"article {example.item.article.source_id}"]


def _judged(
    examples: Sequence[Example],
    folds: Sequence[int | None],
    judge: Callable[[Example, Mapping[str, Roles]], Read],
    tasks: Sequence[Task],
) -> list[list[Read]]:
    """Every fold judged by models fitted on all articles of other folds, regions and outlets."""
    judged = []
    for at in sorted({fold for fold in folds if fold is not None}):
        own = [example for example, fold in zip(examples, folds, strict=True) if fold == at]
        known = {key for example in own for key in _origin(example)}
        rest = [
            example
            for example, fold in zip(examples, folds, strict=True)
            if fold != at and not known & set(_origin(example))
        ]
        fitted = {task.name: fit(task, rest) for task in tasks}
        judged.append([judge(example, fitted) for example in own])
    return judged


if __name__ == "__main__":
    main()
