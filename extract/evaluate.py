"""How right a reading is: found rows against labelled ones, cell by cell, as the codebook compares them.

A found observation is matched to a labelled one of the same article and region, the pair with most equal cells first.
Of one that is left over every cell is wrong; of a labelled one that is left over every cell is missing. Cells that the
coders could not decide (`unsure`) count for nothing. When two values are the same is told in `extract.comparing`.

The form of labelled articles is told in `corpus/gold/README.md`.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from corpus.article import Article
from extract.comparing import LIST, Cell, Words, cited_number, comparable_cell, count_value, measure_value
from extract.schema import SINGLE, count_id, measure_id

if TYPE_CHECKING:
    import pandas as pd

MANY = ("legal_basis", "measures", "case_counts")
"""What is compared as a bag of values: the order is of no account and each value counts by itself."""
SCORED = ("relevant", "region_code", *SINGLE, *MANY)
"""Every scored field, in the order of the printed table. `relevant` is no cell and is left out of the overall score."""

_GROUNDED = ("region_code", "decree_number", "wfh_pct", "start_date")  # these must always point to words of the text


class GoldError(Exception):
    """A file of labelled articles that cannot be used; the message names the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One observation with its measures: the cells by field, none for an empty one."""

    cells: Mapping[str, tuple[Cell, ...]]
    unsure: frozenset[str] = frozenset()

    def values(self, name: str) -> list[str]:
        """The values of a field in comparable form."""
        return [cell.value for cell in self.cells.get(name, ())]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one article, by a run or by its coders."""

    relevant: bool = False
    decisions: tuple[Decision, ...] = ()
    counts: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article and what its coders read in it."""

    article: Article
    answer: Answer


@dataclass(frozen=True, slots=True)
class Score:
    """How many values were found, how many there are, and how many of the found ones are right."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the found values that are right; None when nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the labelled values that were found; None when there are none."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None when there is nothing to compare.

        >>> Score(right=3, found=4, gold=5).f1
        0.6666666666666666
        """
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else None

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One wrong or missing value: `got` is None where nothing was found, `want` where nothing is labelled."""

    article: str
    region_code: str | None
    field: str
    got: Cell | None
    want: Cell | None

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that read the wrong value."""
        return tuple(dict.fromkeys(words.rule for words in (self.got.words if self.got else ()) if words.rule))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores by field, what is wrong, and how well the values are grounded in the articles.

    `wrong_offsets` counts pieces of evidence whose offsets do not lead to their words; `coverage` is the share of the
    filled cells that have evidence, of the columns that always need it (region, decree number, share, first day).
    """

    fields: Mapping[str, Score]
    conflicts: tuple[Conflict, ...]
    wrong_offsets: int
    coverage: float | None

    @property
    def overall(self) -> Score:
        """All cells together."""
        return sum((score for name, score in self.fields.items() if name != "relevant"), Score())


def evaluate(gold: Iterable[Labelled], frames: Mapping[str, pd.DataFrame]) -> Evaluation:
    """Compare the tables of a run (`extract.to_frames`, `read_dataset`) with labelled articles.

    Articles are joined by `source_id`; one that the run does not have counts as not relevant.
    """
    labelled = list(gold)
    found = _answers(frames)
    comparison = _Comparison()
    for item in labelled:
        comparison.add(item, found.get(item.article.source_id, Answer()))
    texts = {item.article.source_id: item.article.text for item in labelled}
    wrong_offsets, coverage = _grounding(frames, texts)
    scores = {name: comparison.scores.get(name, Score()) for name in SCORED}
    return Evaluation(scores, tuple(comparison.conflicts), wrong_offsets, coverage)


# --- comparing -------------------------------------------------------------------------------------------------------
@dataclass(slots=True)
class _Comparison:
    """Collects scores and conflicts, article by article."""

    scores: dict[str, Score] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)

    def add(self, item: Labelled, got: Answer) -> None:
        article, want = item.article.source_id, item.answer
        self._compare(article, None, "relevant", _yes(got.relevant), _yes(want.relevant))
        for found, labelled in matched(got.decisions, want.decisions):
            region = next(iter((labelled or found or Decision({})).values("region_code")), None)
            unsure = labelled.unsure if labelled else frozenset()
            for name in ("region_code", *SINGLE, "legal_basis", "measures"):
                if name not in unsure or name == "region_code":
                    ours, theirs = (side.cells.get(name, ()) if side else () for side in (found, labelled))
                    self._compare(article, region, name, ours, theirs)
        self._compare(article, None, "case_counts", got.counts, want.counts)

    def _compare(self, article: str, region: str | None, name: str, got: Sequence[Cell], want: Sequence[Cell]) -> None:
        wrong, lost = _difference(got, want), _difference(want, got)
        right = len(got) - len(wrong)
        self.scores[name] = self.scores.get(name, Score()) + Score(right, len(got), len(want))
        if name in MANY:  # no telling which of several missing values a wrong one stands for
            self.conflicts += [Conflict(article, region, name, cell, None) for cell in wrong]
            self.conflicts += [Conflict(article, region, name, None, cell) for cell in lost]
        else:
            self.conflicts += [
                Conflict(article, region, name, ours, theirs) for ours, theirs in zip_longest(wrong, lost)
            ]


def _yes(relevant: bool) -> tuple[Cell, ...]:
    return (Cell("yes"),) if relevant else ()


def _difference(cells: Sequence[Cell], others: Sequence[Cell]) -> list[Cell]:
    """The cells whose values are not among the others, each value as often as it is lacking."""
    left = Counter(cell.value for cell in others)
    lacking = []
    for cell in cells:
        if left[cell.value]:
            left[cell.value] -= 1
        else:
            lacking.append(cell)
    return lacking


def matched(
    found: Sequence[Decision], labelled: Sequence[Decision]
) -> Iterator[tuple[Decision | None, Decision | None]]:
    """Pairs of one region, those with most equal cells first; then what is left over on either side, with None."""
    ranked = sorted(
        (
            (-_agreement(ours, theirs), i, j)
            for i, ours in enumerate(found)
            for j, theirs in enumerate(labelled)
            if ours.values("region_code") == theirs.values("region_code")
        ),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in ranked:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield found[i], labelled[j]
    yield from ((decision, None) for i, decision in enumerate(found) if i not in used[0])
    yield from ((None, decision) for j, decision in enumerate(labelled) if j not in used[1])


def _agreement(one: Decision, other: Decision) -> int:
    return sum(bool(one.values(name)) and one.values(name) == other.values(name) for name in SINGLE)


# --- labelled articles -----------------------------------------------------------------------------------------------
def read_gold(paths: Iterable[Path]) -> list[Labelled]:
    """Read files of labelled articles, one JSON object a line.

    Raises `GoldError` for a file that cannot be read, a line that is no labelled article, and an id that stands twice.
    """
    labelled: dict[str, Labelled] = {}
    for path in paths:
        for number, line in _lines(path):
            try:
                item = _labelled(_object(line), path, number)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise GoldError(f"{path}:{number}: not a labelled article: {_said(error)}") from error
            if item.article.source_id in labelled:
                raise GoldError(f"{path}:{number}: the id {item.article.source_id!r} stands twice")
            labelled[item.article.source_id] = item
    if not labelled:
        raise GoldError("no labelled article in the given files")
    return list(labelled.values())


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())
    except FileNotFoundError as error:
        raise GoldError(f"{path}: no such file or folder") from error
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read: {error}") from error


def _object(line: str) -> Mapping[str, Any]:
    if line.lstrip().startswith("["):
        raise ValueError("a JSON array; write its elements one a line, for example with `jq -c '.[]'`")
    found: Mapping[str, Any] = json.loads(line)
    return found


def _said(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _labelled(item: Mapping[str, Any], path: Path, line: int) -> Labelled:
    given, gold = item["input"], item["gold"]
    article = Article(
        source_id=str(given["id"]),
        text=given["text"],
        title=given.get("title"),
        url=given.get("url"),
        outlet=given.get("outlet"),
        published=given.get("published"),
        source_path=path.as_posix(),
        line=line,
    )
    decisions = tuple(_labelled_decision(row, article.text) for row in gold["observations"])
    counts = (count_value(row) for row in gold["case_counts"])
    return Labelled(article, Answer(bool(gold["relevant"]), decisions, tuple(Cell(value) for value in counts if value)))


def _labelled_decision(row: Mapping[str, Any], text: str) -> Decision:
    marked = row.get("evidence") or {}

    def words(name: str) -> tuple[Words, ...]:
        quoted = str(marked.get(name) or "")
        start = text.find(quoted) if quoted else -1
        return (Words(start, start + len(quoted), quoted),) if start >= 0 else ()

    cells = {name: _cells(comparable_cell(name, row.get(name)), words(name)) for name in ("region_code", *SINGLE)}
    numbers = dict.fromkeys(number for citation in row.get("legal_basis") or () if (number := cited_number(citation)))
    cells["legal_basis"] = tuple(Cell(number, words("legal_basis")) for number in numbers)
    measures = (measure_value(measure) for measure in row.get("measures") or ())
    cells["measures"] = tuple(Cell(value, words("measures")) for value in measures if value)
    return Decision(cells, frozenset(row.get("unsure") or ()))


def _cells(value: str | None, words: tuple[Words, ...]) -> tuple[Cell, ...]:
    return () if value is None else (Cell(value, words),)


# --- the tables of a run ---------------------------------------------------------------------------------------------
_Marks = Mapping[tuple[str, str, str], tuple[Words, ...]]


def _answers(frames: Mapping[str, pd.DataFrame]) -> dict[str, Answer]:
    """What a run says, by source_id."""
    marks = _marks(frames["evidence"])
    measures: dict[str, list[Cell]] = defaultdict(list)
    for row in _records(frames["measures"]):
        if value := measure_value(row):
            where = measure_id(row["observation_id"], row["measure_no"])
            measures[row["observation_id"]].append(Cell(value, marks.get(("measures", where, "wfh_pct"), ())))
    decisions: dict[str, list[Decision]] = defaultdict(list)
    for row in _records(frames["observations"]):
        decisions[row["article_id"]].append(_found_decision(row, measures[row["observation_id"]], marks))
    counts: dict[str, list[Cell]] = defaultdict(list)
    for row in _records(frames["case_counts"]):
        if value := count_value(row):
            where = count_id(row["article_id"], row["count_no"])
            counts[row["article_id"]].append(Cell(value, marks.get(("case_counts", where, "value"), ())))
    rows = _records(frames["articles"])
    extracted = {row["article_id"] for row in rows if row["status"] == "extracted"}
    # a copy says what its first says
    read = {row["source_id"]: row["duplicate_of"] or row["article_id"] for row in rows}
    return {
        source_id: Answer(article_id in extracted, tuple(decisions[article_id]), tuple(counts[article_id]))
        for source_id, article_id in read.items()
    }


def _found_decision(row: Mapping[str, Any], measures: Sequence[Cell], marks: _Marks) -> Decision:
    def words(name: str) -> tuple[Words, ...]:
        return marks.get(("observations", row["observation_id"], name), ())

    cells = {name: _cells(comparable_cell(name, row[name]), words(name)) for name in ("region_code", *SINGLE)}
    citations = LIST.split(row["legal_basis"] or "")
    numbers = dict.fromkeys(number for citation in citations if (number := cited_number(citation)))
    cited = words("legal_basis")
    cells["legal_basis"] = tuple(
        Cell(number, tuple(w for w in cited if cited_number(w.text) == number) or cited) for number in numbers
    )
    cells["measures"] = tuple(measures)
    return Decision(cells)


def _marks(evidence: pd.DataFrame) -> _Marks:
    marks: dict[tuple[str, str, str], tuple[Words, ...]] = defaultdict(tuple)
    for row in _records(evidence):
        marks[row["table"], row["row_id"], row["column"]] += (
            Words(row["start"], row["end"], row["text"], row["rule"]),
        )
    return marks


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows with None for empty cells."""
    filled = frame.astype(object).where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in filled.to_dict("records")]


def _grounding(frames: Mapping[str, pd.DataFrame], texts: Mapping[str, str]) -> tuple[int, float | None]:
    """Wrong offsets, and the share of the cells that need evidence which have it, over the labelled articles."""
    article_text = {
        row["article_id"]: texts[row["source_id"]] for row in _records(frames["articles"]) if row["source_id"] in texts
    }
    evidence = [row for row in _records(frames["evidence"]) if row["article_id"] in article_text]
    wrong = sum(article_text[row["article_id"]][row["start"] : row["end"]] != row["text"] for row in evidence)
    grounded = {(row["row_id"], row["column"]) for row in evidence}
    needed = [
        (row["observation_id"], name)
        for row in _records(frames["observations"])
        for name in _GROUNDED
        if row["article_id"] in article_text and row[name] is not None
    ]
    return wrong, (sum(cell in grounded for cell in needed) / len(needed) if needed else None)


# --- telling it ------------------------------------------------------------------------------------------------------
def print_evaluation(evaluation: Evaluation, stream: TextIO) -> None:
    """Print the table of scores, all cells together, and the grounding."""
    print(f"{'field':16} precision recall    f1  gold found", file=stream)
    for name, score in evaluation.fields.items():
        figures = f"{_figure(score.precision):>9} {_figure(score.recall):>6} {_figure(score.f1):>5}"
        print(f"{name:16} {figures} {score.gold:5} {score.found:5}", file=stream)
    overall = evaluation.overall
    figures = f"{_figure(overall.precision):>9} {_figure(overall.recall):>6} {_figure(overall.f1):>5}"
    print(f"{'all cells':16} {figures} {overall.gold:5} {overall.found:5}", file=stream)
    print(
        f"evidence: {evaluation.wrong_offsets} wrong offsets, coverage {_figure(evaluation.coverage)}; "
        f"{len(evaluation.conflicts)} conflicts",
        file=stream,
    )


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def conflict_line(conflict: Conflict) -> str:
    """A conflict in one line of plain words.

    >>> read = Words(4, 12, "75 persen", "shares.percent_home")
    >>> conflict_line(Conflict("A-1", "53.71", "wfh_pct", Cell("75", (read,)), Cell("25")))
    "A-1 53.71 wfh_pct: got 75, want 25; '75 persen' by shares.percent_home"
    """
    where = " ".join(filter(None, [conflict.article, conflict.region_code, conflict.field]))
    got, want = (cell.value if cell else "nothing" for cell in (conflict.got, conflict.want))
    read = (f"{' '.join(w.text.split())!r} by {w.rule}" for w in (conflict.got.words if conflict.got else ()))
    return "; ".join([f"{where}: got {got}, want {want}", *read])


def conflict_record(conflict: Conflict) -> dict[str, object]:
    """A conflict as a line of the errors file.

    `evidence` is what the wrong value was read from, `expected` the words that the coders marked for the right one,
    where they did; offsets are into the article's text as given.
    """
    return {
        "article": conflict.article,
        "region_code": conflict.region_code,
        "field": conflict.field,
        "got": conflict.got.value if conflict.got else None,
        "want": conflict.want.value if conflict.want else None,
        "rule": "; ".join(conflict.rules) or None,
        "evidence": [_place(words) for words in (conflict.got.words if conflict.got else ())],
        "expected": [_place(words) for words in (conflict.want.words if conflict.want else ())],
    }


def _place(words: Words) -> dict[str, object]:
    return {"start": words.start, "end": words.end, "text": words.text}
