"""Rules alone, the learned part alone, or both: the cells of a field in each setting, and how right they are.

The learned part alone takes the likeliest candidate from a probability of one half on (of several cells, all such).
With both, the rules stand and the learned part comes in from some probability on, each field in its own way:

- `fill`: it gives a cell that the rules leave empty;
- `override`: it replaces a cell that the rules give;
- `veto`: it takes away a cell that the rules give, where it is as sure that it is none;
- `weigh`: as `veto`, and another candidate that is likely enough takes the place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from extract.comparing import Cell
from extract.evaluate import Decision, Score, matched
from extract.roles import WITHOUT
from models.roles.examples import TASKS, Example, Task
from models.roles.model import Roles

Setting = Literal["rules", "learned", "both"]
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Field:
    """A column, the task that gives its cells, and how rules and the learned part are joined in it."""

    column: str
    task: Task
    join: Literal["fill", "override", "veto", "weigh"]

    @property
    def many(self) -> bool:
        """Whether a row, or an article, has several such cells."""
        return self.column in {"measures", "legal_basis", "region_code", "case_counts"}


_TASK: Final = {task.name: task for task in TASKS}
FIELDS: Final = (
    Field("start_date", _TASK["start_date"], "fill"),
    Field("end_date", _TASK["end_date"], "fill"),
    Field("decree_date", _TASK["decree_date"], "fill"),
    Field("announced_date", _TASK["announced_date"], "override"),
    Field("wfh_pct", _TASK["shares"], "weigh"),
    Field("measures", _TASK["shares"], "veto"),
    Field("region_code", _TASK["region_code"], "veto"),
    Field("decree_number", _TASK["decrees"], "veto"),
    Field("legal_basis", _TASK["decrees"], "veto"),
    Field("case_counts", _TASK["case_counts"], "veto"),
    Field("target", _TASK["target"], "override"),
    Field("action", _TASK["action"], "override"),
    Field("issuer_office", _TASK["issuer_office"], "override"),
)


@dataclass(frozen=True, slots=True)
class Read:
    """What rules read in one article, and how likely each cell is by task and region."""

    example: Example
    rules: tuple[Decision, ...]
    counts: tuple[Cell, ...]
    likely: Mapping[tuple[str, str], Sequence[tuple[str, str, float]]]  # role, cell, probability

    def of(self, field: Field, region: str) -> dict[str, float]:
        """Each cell of a field that candidates give, with its highest probability."""
        cells: dict[str, float] = {}
        for role, cell, p in self.likely.get((field.task.name, region), self.likely[field.task.name, ""]):
            if field.task.roles[role] == field.column:
                cells[cell] = max(p, cells.get(cell, 0.0))
        return cells


def read(
    example: Example,
    fitted: Mapping[str, Roles],
    rules: tuple[Decision, ...] | None = None,
    counts: tuple[Cell, ...] | None = None,
) -> Read:
    """Let fitted roles judge an article; `rules` and `counts` are what the rules read, if not what they read now."""
    likely = {
        (task, region): [
            (role, cell, probabilities[role])
            for option in options
            for probabilities in (fitted[task].at(option.columns),)
            for role, cell in option.cells.items()
            if cell
        ]
        for (task, region), options in example.options.items()
        if task in fitted
    }
    return Read(
        example, example.rules if rules is None else rules, example.counts if counts is None else counts, likely
    )


def score(reads: Iterable[Read], field: Field, setting: Setting, least: float | None = None) -> Score:
    """How right the cells of a field are in a setting; with `both`, the learned part comes in from `least` on."""
    total = Score()
    for got, want in (pair for one in reads for pair in _cells(one, field, setting, least)):
        total += Score(sum((Counter(got) & Counter(want)).values()), len(got), len(want))
    return total


def _cells(one: Read, field: Field, setting: Setting, least: float | None) -> Iterator[tuple[list[str], list[str]]]:
    """What a setting gives and what is labelled, for every row of an article or the article itself."""
    gold = one.example.item.answer
    if field.task.of_article:
        counted = field.column == "case_counts"
        ours = [c.value for c in one.counts] if counted else [v for d in one.rules for v in d.values(field.column)]
        theirs = (
            [c.value for c in gold.counts] if counted else [v for d in gold.decisions for v in d.values(field.column)]
        )
        if counted or one.rules or setting == "rules":
            ours = _settled(ours, one.of(field, ""), field, setting, least)
        yield ours, theirs
        return
    for found, labelled in matched(one.rules, gold.decisions):
        if labelled is not None and field.column in labelled.unsure:
            continue
        want = labelled.values(field.column) if labelled else []
        if found is None:
            yield [], want
            continue
        region = found.values("region_code")[0]
        given = found.values(field.column)
        if setting == "rules" or found.values("action")[0] not in WITHOUT.get(field.column, frozenset()):
            given = _settled(given, one.of(field, region), field, setting, least)
        yield given if setting == "rules" else _in_order(given, found, field.column), want


def _in_order(given: list[str], found: Decision, column: str) -> list[str]:
    """No first day behind the last one that the rules found, and no last day before the first."""
    other = {"start_date": "end_date", "end_date": "start_date"}.get(column)
    days = found.values(other) if other else []
    if not (given and days):
        return given
    first, last = (given[0], days[0]) if column == "start_date" else (days[0], given[0])
    return given if first <= last else found.values(column)


def _settled(
    rules: list[str], likely: Mapping[str, float], field: Field, setting: Setting, least: float | None
) -> list[str]:
    best = max(likely, key=lambda cell: (likely[cell], cell), default=None)
    if setting == "rules" or (setting == "both" and least is None):
        return rules
    if setting == "learned":
        if field.many:
            return [cell for cell, p in likely.items() if p >= _HALF]
        return [best] if best is not None and (likely[best] >= _HALF or field.task.balanced) else []
    assert least is not None
    sure = [best] if best is not None and likely[best] >= least else []
    if field.join == "fill":
        return rules or sure
    if field.join == "override":
        return (sure or rules) if rules else rules
    kept = [cell for cell in rules if likely.get(cell, 1.0) >= 1 - least]
    return kept or (sure if field.join == "weigh" and rules else [])
