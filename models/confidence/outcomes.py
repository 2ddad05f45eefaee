"""Outcomes: for each cell that was read, its facts and whether it is right by the labels.

`outcomes.csv` holds those of the blind trials at their first scoring, when no rule had been made with a look at their
articles; so the rules were as good or bad there as on any new article. It holds no texts.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from extract.comparing import Cell, cited_number, comparable_cell, count_value, measure_value
from extract.confidence import KEY_CELLS, SCORED, CellKey, facts_of
from extract.evaluate import Answer, Decision, Labelled, matched
from extract.schema import Observation, Reading, count_id, measure_id
from models.confidence.model import CellFacts

OUTCOMES = "outcomes.csv"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A cell that was read in an article of a trial, in which row ("" for case counts), and whether it is right."""

    trial: str
    article: str
    row: str
    right: bool
    facts: CellFacts

    @property
    def is_key(self) -> bool:
        """Whether the row can only be right when this cell is."""
        return self.facts.column in KEY_CELLS


def outcomes_of(item: Labelled, reading: Reading, trial: str) -> Iterator[Outcome]:
    """The outcomes of one labelled article; cells that the coders could not decide or did not label give none."""
    rights = _rights(item.answer, reading)
    for key, facts in facts_of(reading):
        if (right := rights.get(key)) is not None:
            row = "" if key.table == "case_counts" else key.row_id.partition("#")[0].rpartition("-")[2]
            yield Outcome(trial, item.article.source_id, row, right, facts)


def _rights(answer: Answer, reading: Reading) -> dict[CellKey, bool]:
    found = [_decision(row, reading) for row in reading.observations]
    rows = {id(decision): row for decision, row in zip(found, reading.observations, strict=True)}
    rights: dict[CellKey, bool] = {}
    for ours, theirs in matched(found, answer.decisions):
        if ours is not None:
            rights |= _row_rights(rows[id(ours)], ours, theirs, reading)
    left = [cell.value for cell in answer.counts]
    for count in reading.case_counts:
        if value := count_value(count.model_dump()):
            rights[CellKey("case_counts", count_id(count.article_id, count.count_no), "")] = _take(left, value)
    return rights


def _row_rights(row: Observation, ours: Decision, theirs: Decision | None, reading: Reading) -> dict[CellKey, bool]:
    rights: dict[CellKey, bool] = {}
    unsure = theirs.unsure if theirs else frozenset()
    for column in SCORED:
        values = ours.values(column)
        if values and (column not in unsure or column == "region_code"):
            wanted = theirs.values(column) if theirs else []
            rights[CellKey("observations", row.observation_id, column)] = set(values) <= set(wanted)
    left = theirs.values("measures") if theirs else []
    for measure in reading.measures:
        value = measure_value(measure.model_dump())
        if measure.observation_id == row.observation_id and "measures" not in unsure and value:
            key = CellKey("measures", measure_id(row.observation_id, measure.measure_no), "")
            rights[key] = _take(left, value)
    return rights


def _decision(row: Observation, reading: Reading) -> Decision:
    cells: dict[str, tuple[Cell, ...]] = {}
    for column in SCORED:
        if column == "legal_basis":
            numbers = dict.fromkeys(number for cited in row.legal_basis if (number := cited_number(cited)))
            cells[column] = tuple(map(Cell, numbers))
        elif (value := comparable_cell(column, getattr(row, column))) is not None:
            cells[column] = (Cell(value),)
    return Decision(cells)


def _take(left: list[str], value: str) -> bool:
    """Whether the value is among those that are left, which it then is no longer."""
    if value not in left:
        return False
    left.remove(value)
    return True


# --- the stored ones --------------------------------------------------------------------------------------------------
_HEADER = ("trial", "article", "row", "right", *(f.name for f in fields(CellFacts)))


def write_outcomes(outcomes: Iterable[Outcome], path: Path) -> None:
    """Write outcomes as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_HEADER)
        for o in outcomes:
            writer.writerow([o.trial, o.article, o.row, int(o.right), *asdict(o.facts).values()])


def read_outcomes(path: Path) -> list[Outcome]:
    """The outcomes of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_outcome(row) for row in csv.DictReader(file)]


def _outcome(row: dict[str, str]) -> Outcome:
    facts: dict[str, Any] = {f.name: int(row[f.name]) if f.type == "int" else row[f.name] for f in fields(CellFacts)}
    return Outcome(row["trial"], row["article"], row["row"], row["right"] == "1", CellFacts(**facts))


@dataclass(frozen=True, slots=True)
class Row:
    """The scored cells of a row of `observations`, without its measures."""

    cells: Sequence[Outcome]

    @property
    def right(self) -> bool:
        """Whether all its key cells are right."""
        return all(o.right for o in self.cells if o.is_key)

    @property
    def decisions(self) -> int:
        """The number of rows of its article."""
        return self.cells[0].facts.decisions

    def keys(self, values: Sequence[float]) -> list[float]:
        """Of values for its cells, those for its key cells."""
        return [value for o, value in zip(self.cells, values, strict=True) if o.is_key]


def rows_of(outcomes: Sequence[Outcome]) -> list[Row]:
    """The rows that cells belong to."""
    rows: dict[tuple[str, str, str], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.row and outcome.facts.column != "measures":
            rows[outcome.trial, outcome.article, outcome.row].append(outcome)
    return [Row(cells) for cells in rows.values()]
