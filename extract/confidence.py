"""Confidence of the rows of one article, from the rows themselves: what read a cell, and what stands beside it.

A cell's confidence stands with its evidence, a row's in `observations`. Columns that no labels exist for (names,
titles, exceptions, offices) have none. Cells that follow from another cell (the name of a region from its code) have
that cell's.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.schema import SINGLE, CaseCount, Evidence, Measure, Observation, Reading, Row, count_id, measure_id
from models.confidence import CellFacts, cell_confidence, row_confidence

#: The scored cells of an observation.
SCORED = ("region_code", *SINGLE, "legal_basis")
#: A row is right when its decision is real and all of these that it fills are right.
KEY_CELLS = ("region_code", "action", "wfh_pct", "start_date", "end_date")
#: Cells that follow from another one.
FOLLOWS = {
    **dict.fromkeys(
        ("region_name", "region_level", "province_code", "province_name", "iso_3166_2", "bps_code"), "region_code"
    ),
    "pct_basis": "wfh_pct",
}
_CLOSED = ("issuer_office", "instrument", "action", "target", "pct_bound", "end_kind", "trigger")
_DATES = ("decree_date", "start_date", "end_date")


@dataclass(frozen=True, slots=True)
class CellKey:
    """A cell of a reading; the column of a measure or a case count, which are scored as rows, is empty."""

    table: str
    row_id: str
    column: str


def with_confidence(reading: Reading) -> Reading:
    """The reading with the confidence of its rows and of the cells behind its evidence filled in."""
    cells = cell_confidences(reading)
    observations = tuple(
        row.model_copy(update={"confidence": _row_confidence(row, cells, len(reading.observations))})
        for row in reading.observations
    )
    evidence = tuple(_with_confidence(row, cells) for row in reading.evidence)
    return replace(reading, observations=observations, evidence=evidence)


def only_sure(reading: Reading, least: float) -> Reading:
    """The reading without cells whose confidence is below `least`; what has none stays.

    A decision goes with its region, and a measure or case count as a whole. The confidence of a row is then that of the
    key cells it keeps. An article that keeps no decision says so in `reason`.
    """
    cells = {key: p for key, p in cell_confidences(reading).items() if p >= least}
    dropped = {
        row.observation_id
        for row in reading.observations
        if CellKey("observations", row.observation_id, "region_code") not in cells
    }
    observations = [
        _without_unsure(row, cells, len(reading.observations))
        for row in reading.observations
        if row.observation_id not in dropped
    ]
    measures = [
        row
        for row in reading.measures
        if row.observation_id not in dropped
        and CellKey("measures", measure_id(row.observation_id, row.measure_no), "") in cells
    ]
    counts = [
        row
        for row in reading.case_counts
        if CellKey("case_counts", count_id(row.article_id, row.count_no), "") in cells
    ]
    left: dict[tuple[str, str], Row] = {("observations", row.observation_id): row for row in observations}
    left |= {("measures", measure_id(row.observation_id, row.measure_no)): row for row in measures}
    left |= {("case_counts", count_id(row.article_id, row.count_no)): row for row in counts}
    evidence = [
        e
        for e in reading.evidence
        if (row := left.get((e.table, e.row_id))) is not None and getattr(row, e.column) not in (None, ())
    ]
    article = reading.article
    if reading.observations and not observations:
        article = article.model_copy(update={"reason": f"no decision with a confidence of {least:g}"})
    return replace(
        reading,
        article=article,
        observations=tuple(observations),
        measures=tuple(measures),
        case_counts=tuple(counts),
        evidence=tuple(evidence),
    )


def _without_unsure(row: Observation, cells: Mapping[CellKey, float], decisions: int) -> Observation:
    def stays(column: str) -> bool:
        scored = FOLLOWS.get(column, column)
        return scored not in SCORED or CellKey("observations", row.observation_id, scored) in cells

    values = {column: value for column, value in row if stays(column)}
    if "wfh_pct" not in values:
        values.pop("pct_bound", None)
    return Observation.model_validate(values | {"confidence": _row_confidence(row, cells, decisions)})


def cell_confidences(reading: Reading) -> dict[CellKey, float]:
    """The confidence of every scored cell of a reading."""
    return {key: cell_confidence(facts) for key, facts in facts_of(reading)}


def confidence_of(cells: Mapping[CellKey, float], table: str, row_id: str, column: str) -> float | None:
    """The confidence of any cell: its own, or of the cell that it follows from; None where no labels exist."""
    if table == "observations":
        return cells.get(CellKey(table, row_id, FOLLOWS.get(column, column)))
    unlabelled = table == "case_counts" and column == "region_code"
    return None if unlabelled else cells.get(CellKey(table, row_id, ""))


def _row_confidence(row: Observation, cells: Mapping[CellKey, float], decisions: int) -> float:
    own = {key.column: p for key, p in cells.items() if (key.table, key.row_id) == ("observations", row.observation_id)}
    keys = [own[column] for column in KEY_CELLS if column in own]
    return round(row_confidence(keys, list(own.values()), decisions), 4)


def _with_confidence(row: Evidence, cells: Mapping[CellKey, float]) -> Evidence:
    confidence = confidence_of(cells, row.table, row.row_id, row.column)
    return row if confidence is None else row.model_copy(update={"confidence": round(confidence, 4)})


# --- facts -----------------------------------------------------------------------------------------------------------
_Spans = Mapping[tuple[str, str, str], Sequence[Evidence]]


def facts_of(reading: Reading) -> Iterator[tuple[CellKey, CellFacts]]:
    """The facts about every scored cell of a reading, in the order of its rows."""
    spans: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for evidence in reading.evidence:
        spans[evidence.table, evidence.row_id, evidence.column].append(evidence)
    measures: dict[str, list[Measure]] = defaultdict(list)
    for measure in reading.measures:
        measures[measure.observation_id].append(measure)
    for row in reading.observations:
        yield from _of_observation(row, measures[row.observation_id], spans, len(reading.observations))
    for count in reading.case_counts:
        yield _of_count(count, spans, reading)


def _of_observation(
    row: Observation, measures: Sequence[Measure], spans: _Spans, decisions: int
) -> Iterator[tuple[CellKey, CellFacts]]:
    key = row.observation_id
    filled = [column for column in SCORED if getattr(row, column) not in (None, ())]

    def facts(column: str, value: str, found: Sequence[Evidence], gap: int = 0) -> CellFacts:
        return CellFacts(
            column=column,
            rule=_rule(found),
            value=value,
            action=row.action or "",
            level=row.region_level or "",
            decisions=decisions,
            spans=len(found),
            filled=len(filled),
            siblings=len(measures),
            gap=gap,
        )

    for column in filled:
        value = str(getattr(row, column)) if column in _CLOSED else ""
        found = spans.get(("observations", key, column), ())
        yield CellKey("observations", key, column), facts(column, value, found, _gap(row, column))
    for measure in measures:
        at = measure_id(key, measure.measure_no)
        found = spans.get(("measures", at, "condition_kind"), ())
        yield CellKey("measures", at, ""), facts("measures", measure.condition_kind, found)


def _of_count(row: CaseCount, spans: _Spans, reading: Reading) -> tuple[CellKey, CellFacts]:
    at = count_id(row.article_id, row.count_no)
    found = spans.get(("case_counts", at, "metric"), ())
    return CellKey("case_counts", at, ""), CellFacts(
        column="case_counts",
        rule=_rule(found),
        value=f"{row.metric} {row.population}",
        action="",
        level="",
        decisions=len(reading.observations),
        spans=len(found),
        filled=0,
        siblings=len(reading.case_counts),
        gap=0,
    )


def _rule(found: Sequence[Evidence]) -> str:
    """The rule of a cell's first evidence without the names of files: they move, the rule stays what it is."""
    return "+".join(part.rpartition(".")[2] for part in found[0].rule.split("+")) if found else ""


def _gap(row: Observation, column: str) -> int:
    day = getattr(row, column)
    if column not in _DATES or row.announced_date is None or not isinstance(day, dt.date):
        return 0
    return (day - row.announced_date).days
