"""How well reports are joined: the labelled decisions of `corpus/gold/policies` against what the joiner makes of them.

`python -m extract.policies.evaluate` prints the scores of the joiner alone, on what the articles tell by their labels
(all of it, and with a fifth of the cells lost), and of the joiner on what the extractor reads in the articles. Pairs
are pairs of articles; a pair is right when both tell of one decision and one policy holds both. Cells are those of the
policy that holds most of a decision's articles.
"""

from __future__ import annotations

import csv
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, TextIO

from corpus.article import Article
from extract.batch import observe_all
from extract.comparing import comparable_cell
from extract.dataset import assemble
from extract.evaluate import Score
from extract.policies import Report, join_reports
from extract.schema import SINGLE, Observation, Policy

FOLDER = Path(__file__).parents[2] / "corpus" / "gold" / "policies"
COLUMNS = ("region_code", *SINGLE, "amends")
"""The scored cells of a policy."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article of the labelled set: the decision that it tells of, and the cells that it tells."""

    decision: str
    article: Article
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scores:
    """How well articles were joined and cells chosen; `wrong` is decision, column, found and labelled value."""

    pairs: Score
    cells: Score
    wrong: tuple[tuple[str, str, str | None, str | None], ...]


def read_labelled(folder: Path = FOLDER) -> list[Labelled]:
    """The labelled articles."""
    labelled = []
    for name in ("articles.jsonl", "written.jsonl"):
        with (folder / name).open(encoding="utf-8") as lines:
            labelled += labelled_from(map(json.loads, lines))
    return labelled


def labelled_from(records: Iterable[Mapping[str, Any]]) -> list[Labelled]:
    """Labelled articles from the records of a file, or of `corpus.gold.policies.writer`."""
    return [Labelled(record["decision"], _article(record["input"]), record["gold"]) for record in records]


def read_decisions(folder: Path = FOLDER) -> dict[str, dict[str, str]]:
    """The cells of each labelled decision, by its name."""
    with (folder / "decisions.csv").open(encoding="utf-8", newline="") as file:
        return {row["decision"]: row for row in csv.DictReader(file)}


def worn(labelled: Iterable[Labelled], lost: float) -> list[Labelled]:
    """The articles without a share `lost` of their cells (but with the region), chosen by a hash."""
    return [replace(item, cells=_kept(item, lost)) for item in labelled]


def reports_of_labels(labelled: Iterable[Labelled]) -> Iterator[Report]:
    """What the articles tell, as reports: the joiner's input if the extractor made no error."""
    for item in labelled:
        name = item.article.source_id
        yield Report(
            Observation.model_validate({"observation_id": name, "article_id": name, **item.cells}),
            published=_day(item.article.published),
            outlets=(item.article.outlet or "",),
            announced_told=item.cells.get("announced_date") not in {None, item.article.published},
        )


def score_labels(labelled: Sequence[Labelled]) -> Scores:
    """The joiner alone."""
    joined = join_reports(reports_of_labels(labelled))
    held = {i.article.source_id: {joined.policy_of[i.article.source_id]} for i in labelled}
    return _score(labelled, held, {policy.policy_id: policy for policy in joined.policies})


def score_extracted(labelled: Sequence[Labelled]) -> Scores:
    """Extractor and joiner."""
    dataset = assemble(outcome.reading for outcome in observe_all([i.article for i in labelled]))
    readings = list(dataset.readings)
    told = {r.article.article_id: {o.policy_id for o in r.observations if o.policy_id} for r in readings}
    # a copy reports what its original does
    held = {r.article.source_id: told[r.article.duplicate_of or r.article.article_id] for r in readings}
    return _score(labelled, held, {policy.policy_id: policy for policy in dataset.joined.policies})


def print_scores(title: str, scores: Scores, stream: TextIO) -> None:
    """Print the figures, and what is wrong by column."""
    pairs, cells = scores.pairs, scores.cells
    print(f"{title}: pairs P {pairs.precision:.3f} R {pairs.recall:.3f} F1 {pairs.f1:.3f}", end="", file=stream)
    print(f", cells right {cells.right} of {cells.gold} ({cells.recall:.3f})", file=stream)
    wrong = Counter(column for _, column, _, _ in scores.wrong)
    print(f"  wrong: {', '.join(f'{column} {number}' for column, number in wrong.most_common())}", file=stream)


def _score(labelled: Sequence[Labelled], held: Mapping[str, set[str]], policies: Mapping[str, Policy]) -> Scores:
    pairs = Score()
    for one, other in combinations(labelled, 2):
        found = bool(held[one.article.source_id] & held[other.article.source_id])
        same = one.decision == other.decision
        pairs += Score(int(found and same), int(found), int(same))
    decisions, cells, wrong = read_decisions(), Score(), []
    articles: dict[str, list[Labelled]] = defaultdict(list)
    for item in labelled:
        articles[item.decision].append(item)
    for name, told in articles.items():
        policy = _main_policy(told, held, policies)
        for column in COLUMNS:
            want = _wanted(column, decisions[name], told)
            got = comparable_cell(_as(column), getattr(policy, column)) if policy else None
            if want is not None or got is not None:
                cells += Score(int(want == got), int(got is not None), 1)
                if want != got:
                    wrong.append((name, column, got, want))
    return Scores(pairs, cells, tuple(wrong))


def _main_policy(
    told: Sequence[Labelled], held: Mapping[str, set[str]], policies: Mapping[str, Policy]
) -> Policy | None:
    votes = Counter(policy for item in told for policy in sorted(held[item.article.source_id]))
    return policies[votes.most_common(1)[0][0]] if votes else None


def _wanted(column: str, decision: Mapping[str, str], told: Sequence[Labelled]) -> str | None:
    """The decision's cell if an article tells it; how an end is put is as most articles put it."""
    values = [item.cells[column] for item in told if item.cells.get(column) not in {None, ""}]
    if not values:
        return None
    if column == "end_kind":
        return comparable_cell(column, Counter(values).most_common(1)[0][0])
    if column == "wfo_pct":
        return comparable_cell(column, 100 - float(decision["wfh_pct"]))
    value = decision[column]
    return comparable_cell(_as(column), float(value) if column.endswith("_pct") else value)


def _as(column: str) -> str:
    return "decree_number" if column == "amends" else column


def _kept(item: Labelled, lost: float) -> dict[str, Any]:
    def stays(column: str) -> bool:
        return column.startswith("region") or random.Random(f"{item.article.source_id} {column}").random() >= lost

    kept = {column: value for column, value in item.cells.items() if stays(column)}
    needs = {"wfo_pct": "wfh_pct", "pct_bound": "wfh_pct", "end_kind": "end_date"}
    return {column: value for column, value in kept.items() if column not in needs or needs[column] in kept}


def _article(given: Mapping[str, Any]) -> Article:
    return Article(
        source_id=given["id"],
        text=given["text"],
        title=given.get("title"),
        outlet=given.get("outlet"),
        published=given["published"],
    )


def _day(printed: str | None) -> date | None:
    return date.fromisoformat(printed) if printed else None


def main() -> None:
    """Print both scores."""
    labelled = read_labelled()
    print_scores("on labels", score_labels(labelled), sys.stdout)
    print_scores("on labels, a fifth of the cells lost", score_labels(worn(labelled, 0.2)), sys.stdout)
    print_scores("on what is read", score_extracted(labelled), sys.stdout)


if __name__ == "__main__":
    main()
