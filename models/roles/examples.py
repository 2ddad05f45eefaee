"""Labelled candidates: every candidate of the labelled articles, the cell that it would give, and its true role.

A candidate has the role of the labelled cell that its value equals. Where the coders marked words for a cell, only
candidates in those words have its role, and others of the same value are left out: they may stand for something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extract.authority import find_authorities
from extract.candidates import Candidate, Candidates
from extract.comparing import Cell, cited_number, comparable_cell, count_value, measure_value
from extract.counts import find_counts
from extract.evaluate import Decision, GoldError, Labelled, read_gold
from extract.findings import Findings, find_all
from extract.observations import find_decisions
from extract.roles import EDGES
from extract.rows import RowBuilder
from extract.schema import SINGLE
from extract.scope import Scoped
from models.parts import DataError
from models.roles.features import columns

OTHER: Final = "other"
_METRICS: Final = ("confirmed", "active", "recovered", "died", "suspected", "close_contact")


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate: its columns of the weights, the cell that it gives in each role, its words in the article as given
    (None for a whole article)."""

    columns: tuple[int, ...]
    cells: Mapping[str, str]
    words: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What one model decides: the roles by the column that they fill; `other` is that of candidates without any."""

    name: str
    roles: Mapping[str, str]
    options: Callable[[Candidates, Sequence[Scoped]], Iterator[Option]]
    of_article: bool = False  # not of one decision
    balanced: bool = False  # a rare role weighs as much as a frequent one


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled article: what the rules read in it, and the options of each task by the region that decides."""

    item: Labelled
    rules: tuple[Decision, ...]
    counts: tuple[Cell, ...]
    options: Mapping[tuple[str, str], tuple[Option, ...]]  # by task and region; "" is the whole article

    def of(self, task: Task, region: str) -> tuple[Option, ...]:
        """The options of a task where `region` decides; of the whole article for one that the rules do not find."""
        return self.options.get((task.name, region), self.options[task.name, ""])


def _option(candidates: Candidates, candidate: Candidate[object], cells: Mapping[str, str | None]) -> Option:
    span = candidate.span
    given = {role: cell for role, cell in cells.items() if cell is not None}
    return Option(tuple(columns(candidate.features)), given, candidates.findings.clean.to_source(span.start, span.end))


def _days(column: str, edges: frozenset[str]) -> Callable[[Candidates, Sequence[Scoped]], Iterator[Option]]:
    def options(candidates: Candidates, sentences: Sequence[Scoped]) -> Iterator[Option]:
        for candidate in candidates.days(sentences):
            if candidate.span.value.edge in edges:
                yield _option(candidates, candidate, {column: candidate.span.value.date.isoformat()})

    return options


def _shares(candidates: Candidates, sentences: Sequence[Scoped]) -> Iterator[Option]:
    for candidate in candidates.shares(sentences):
        share = candidate.span.value
        kinds, values = (
            ("; ".join(part) for part in zip(*share.conditions, strict=True)) if share.conditions else ("", "")
        )
        measure = {"wfh_pct": share.wfh_pct, "condition_kind": kinds, "condition": values}
        cells = {"general": comparable_cell("wfh_pct", share.wfh_pct), "measure": measure_value(measure), OTHER: ""}
        yield _option(candidates, candidate, cells)


def _decrees(candidates: Candidates, sentences: Sequence[Scoped]) -> Iterator[Option]:
    for candidate in candidates.around(candidates.findings.decrees, sentences):
        if number := candidate.span.value.number:
            own = comparable_cell("decree_number", number)
            yield _option(candidates, candidate, {"own": own, "cited": cited_number(number), OTHER: ""})


def _counts(candidates: Candidates, _: Sequence[Scoped]) -> Iterator[Option]:
    found = find_counts(candidates.findings.text.text)
    for candidate in candidates.numbers():
        at, value = candidate.span, candidate.span.value.value
        of = next((c.value.population for c in found if c.start <= at.start < c.end), "general")
        cells = {m: count_value({"metric": m, "population": of, "value": value}) for m in _METRICS}
        yield _option(candidates, candidate, {**cells, OTHER: ""})


def _regions(candidates: Candidates, sentences: Sequence[Scoped]) -> Iterator[Option]:
    for candidate in candidates.around(candidates.findings.regions, sentences):
        mention = candidate.span.value
        if mention.candidates:
            told = (f"cue={mention.cue}", f"office={mention.office}", f"level={mention.level}")
            full = Candidate(candidate.span, (*candidate.features, *told))
            yield _option(candidates, full, {"decides": mention.candidates[0]})


def _article(roles: Iterable[str]) -> Callable[[Candidates, Sequence[Scoped]], Iterator[Option]]:
    cells = {role: role for role in roles}

    def options(candidates: Candidates, sentences: Sequence[Scoped]) -> Iterator[Option]:
        yield Option(tuple(columns(candidates.article(sentences))), cells)

    return options


def _date_task(column: str, edges: frozenset[str] = frozenset({"one"})) -> Task:
    return Task(column, {column: column}, _days(column, edges))


def _article_task(column: str, *roles: str) -> Task:
    return Task(column, dict.fromkeys(roles, column), _article(roles), balanced=True)


TASKS: Final = (
    _date_task("start_date", EDGES["start_date"]),
    _date_task("end_date", EDGES["end_date"]),
    _date_task("decree_date"),
    _date_task("announced_date"),
    Task("shares", {"general": "wfh_pct", "measure": "measures", OTHER: ""}, _shares),
    Task("decrees", {"own": "decree_number", "cited": "legal_basis", OTHER: ""}, _decrees),
    Task("region_code", {"decides": "region_code"}, _regions, of_article=True),
    Task("case_counts", {**dict.fromkeys(_METRICS, "case_counts"), OTHER: ""}, _counts, of_article=True),
    _article_task("target", "asn", "private", "all", "unit"),
    _article_task("action", "impose", "extend", "tighten", "relax", "end", "reject", "plan"),
    _article_task("issuer_office", "minister", "governor", "regent", "mayor", "regional_secretary", "agency"),
)


def read_examples(files: Sequence[Path], tasks: Sequence[Task] = TASKS) -> list[Example]:
    """Read gold files, and every article in them. Raises `DataError` for a file that holds none."""
    try:
        return [_example(item, tasks) for item in read_gold(files)]
    except GoldError as error:
        raise DataError(str(error)) from error


def _example(item: Labelled, tasks: Sequence[Task]) -> Example:
    findings = find_all(item.article)
    candidates = Candidates(findings)
    sentences = {"": findings.sentences} | {a.region_code: a.sentences for a in find_authorities(findings)}
    options = {
        (task.name, region): tuple(task.options(candidates, own))
        for task in tasks
        for region, own in sentences.items()
        if not (task.of_article and region)
    }
    rules, counts = _by_rules(findings)
    return Example(item, rules, counts, options)


def _by_rules(findings: Findings) -> tuple[tuple[Decision, ...], tuple[Cell, ...]]:
    """What the rules alone read."""
    rows = RowBuilder(findings)
    for decision in find_decisions(findings).decisions:
        rows.add_observation(decision)
    rows.add_counts(find_counts(findings.text.text, known=bool(rows.observations)), None)
    read = []
    for observation in rows.observations:
        cells = {name: comparable_cell(name, getattr(observation, name)) for name in ("region_code", *SINGLE)}
        own = [m for m in rows.measures if m.observation_id == observation.observation_id]
        many = {
            "measures": [measure_value(m.model_dump()) for m in own],
            "legal_basis": [cited_number(citation) for citation in observation.legal_basis],
        }
        read.append(as_decision(cells, many))
    counted = (count_value(count.model_dump()) for count in rows.case_counts)
    return tuple(read), tuple(Cell(value) for value in counted if value)


def as_decision(cells: Mapping[str, str | None], many: Mapping[str, Sequence[str | None]]) -> Decision:
    """A decision of comparable values: columns with one each, and columns with several."""
    values = {name: (cell,) for name, cell in cells.items()} | {name: tuple(several) for name, several in many.items()}
    return Decision({name: tuple(Cell(v) for v in found if v) for name, found in values.items()})


def labelled(task: Task, examples: Iterable[Example]) -> Iterator[tuple[tuple[int, ...], str]]:
    """The columns and the role of every option whose role the labels tell."""
    for example in examples:
        gold = example.item.answer
        if task.of_article:
            decided = Decision({"region_code": _all(gold.decisions), "case_counts": gold.counts})
            yield from _roles(task, example.of(task, ""), decided)
        else:
            for decision in gold.decisions:
                region = next(iter(decision.values("region_code")), "")
                if (task.name, region) in example.options:
                    yield from _roles(task, example.of(task, region), decision)


def _all(decisions: Iterable[Decision]) -> tuple[Cell, ...]:
    return tuple(cell for decision in decisions for cell in decision.cells["region_code"])


def _roles(task: Task, options: Sequence[Option], gold: Decision) -> Iterator[tuple[tuple[int, ...], str]]:
    if gold.unsure & set(task.roles.values()):
        return
    marked = {role: [o for o in options if _in_words(o, gold.cells.get(task.roles[role], ()))] for role in task.roles}
    for option in options:
        fitting = [role for role in task.roles if _gives(option, role, gold.values(task.roles[role]))]
        if option.words is None or not fitting:
            yield from ((option.columns, role) for role in fitting or [OTHER])
            continue
        inside = [role for role in fitting if option in marked[role]]
        role = (inside or fitting)[0]
        if inside or not any(_gives(o, role, [option.cells[role]]) for o in marked[role]):
            yield option.columns, role


def _gives(option: Option, role: str, values: Sequence[str]) -> bool:
    cell = option.cells.get(role)
    if role == "measure" and cell:  # its share is right, whatever is made of its condition
        return any(value.endswith(cell[cell.rindex(":") :]) for value in values)
    return bool(cell) and cell in values


def _in_words(option: Option, cells: Sequence[Cell]) -> bool:
    at = option.words
    return at is not None and any(at[0] < w.end and w.start < at[1] for cell in cells for w in cell.words)
