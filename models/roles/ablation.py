"""Rules, learned, or both? The table of `CARD.md`: `python -m models.roles.ablation corpus/gold/*.jsonl`.

Every field is measured twice, on articles that its model was not fitted on:

- `now`: the rules as they are, with models fitted without the regions and outlets of the article (five folds). The
  rules were developed on these articles, so this tells only whether the learned part does harm;
- `unseen`: what the rules read in a trial when they first saw it (`corpus/gold/first_readings`), with models
  fitted without that trial (five folds of trials). This is the fair comparison.

The probability from which the learned part is followed is chosen on the other folds.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from extract.comparing import Cell
from extract.evaluate import Score
from models.roles.comparison import FIELDS, Field, Read, read, score
from models.roles.examples import TASKS, Example, as_decision, read_examples
from models.roles.model import Roles
from models.roles.train import fit

FIRST_READINGS: Final = Path(__file__).parents[2] / "corpus" / "gold" / "first_readings" / "trials.jsonl"
_FOLDS: Final = 5
_LEAST: Final = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, None)  # None: the learned part is never followed
_MANY: Final = ("measures", "legal_basis")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="labelled articles (.jsonl)")
    examples = read_examples(parser.parse_args().gold)
    print("| field | joined by | now: rules | learned | both | unseen: rules | learned | both | from |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    now, unseen = _now(examples), _unseen(examples)
    for field in FIELDS:
        told = [f"{figure:.3f}" for reads in (now, unseen) for figure in compare(reads, field)]
        print(
            f"| `{field.column}` | {field.join} | {' | '.join(told)} | {_best([r for f in unseen for r in f], field)} |"
        )


def compare(folds: Sequence[Sequence[Read]], field: Field) -> tuple[float, float, float]:
    """F1 with rules alone, learned alone, and both."""
    every = [one for fold in folds for one in fold]
    both = Score()
    for at, fold in enumerate(folds):
        others = [one for i, other in enumerate(folds) if i != at for one in other]
        both += score(fold, field, "both", _best(others, field))
    return score(every, field, "rules").f1 or 0.0, score(every, field, "learned").f1 or 0.0, both.f1 or 0.0


def _best(reads: Sequence[Read], field: Field) -> float | None:
    """The probability with the highest F1; of equal ones the highest, and best no learned part at all."""
    scored = [
        (score(reads, field, "both", least).f1 or 0.0, 1.0 if least is None else least, least) for least in _LEAST
    ]
    return max(scored, key=lambda s: s[:2])[2]


def _now(examples: Sequence[Example]) -> list[list[Read]]:
    """Folds by region and outlet: an article shares neither with one that its models were fitted on."""
    groups = _groups(examples)
    sizes = sorted(set(groups), key=lambda g: (-groups.count(g), g))
    folds: list[list[str]] = [[] for _ in range(_FOLDS)]
    for group in sizes:  # the largest first, each to the smallest fold
        min(folds, key=lambda fold: sum(groups.count(g) for g in fold)).append(group)
    of = {group: at for at, fold in enumerate(folds) for group in fold}
    return _judged(examples, [of[group] for group in groups], read)


def _groups(examples: Sequence[Example]) -> list[str]:
    """The group of each example: those that share a region that decides, or an outlet, are together."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    keys = []
    for example in examples:
        regions = {f"region {v}" for d in example.item.answer.decisions for v in d.values("region_code")}
        host = urlsplit(example.item.article.url or "").hostname
        own = sorted({*regions, *([f"outlet {host}"] if host else []), f"article {example.item.article.source_id}"})
        keys.append(own[0])
        for key in own:
            parent[root(key)] = root(own[0])
    return [root(key) for key in keys]


def _unseen(examples: Sequence[Example]) -> list[list[Read]]:
    """Folds of whole trials, with what the rules of their first scoring read."""
    lines = FIRST_READINGS.read_text(encoding="utf-8").splitlines()
    first = {item["id"]: item for item in map(json.loads, lines)}
    trials = [
        Path(e.item.article.source_path or "").stem if e.item.article.source_id in first else "" for e in examples
    ]

    def judged(example: Example, fitted: Mapping[str, Roles]) -> Read:
        item = first[example.item.article.source_id]
        rules = tuple(
            as_decision(row, {name: row.pop(name, ()) for name in _MANY}) for row in map(dict, item["observations"])
        )
        return read(example, fitted, rules, tuple(map(Cell, item["case_counts"])))

    names = sorted({trial for trial in trials if trial})
    folds = [names.index(trial) * _FOLDS // len(names) if trial else None for trial in trials]
    return _judged(examples, folds, judged)


def _judged(
    examples: Sequence[Example], folds: Sequence[int | None], judge: Callable[[Example, Mapping[str, Roles]], Read]
) -> list[list[Read]]:
    """Every fold judged by models fitted on all other articles."""
    judged = []
    for at in sorted({fold for fold in folds if fold is not None}):
        rest = [example for example, fold in zip(examples, folds, strict=True) if fold != at]
        fitted = {task.name: fit(task, rest) for task in TASKS}
        judged.append([judge(example, fitted) for example, fold in zip(examples, folds, strict=True) if fold == at])
    return judged


if __name__ == "__main__":
    main()
