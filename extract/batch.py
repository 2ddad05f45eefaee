"""A whole run: dumps in, the folder of a dataset out.

`observe_all` is the stream of it (articles in, readings out, one at a time); `run` reads the inputs, keeps the readings
on disk and writes the tables. Whatever is wrong with one article becomes a row of `articles` that says so, and the run
goes on.
"""

from __future__ import annotations

import hashlib
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import Article, Reject
from corpus.cleaning import clean
from corpus.duplicates import fingerprint
from corpus.language import language_of
from corpus.readers import read
from extract.copies import COPY, precedence
from extract.dataset import Dataset, assemble, write_dataset
from extract.dates import resolve_base
from extract.observations import observe_article
from extract.schema import ArticleRow, Observation, Reading, Status
from extract.seen import Contents, Ids
from extract.store import ReadingStore
from models.relevance import names_covid, names_home_work

if TYPE_CHECKING:
    from corpus.readers import FieldMap

ERROR_LOG = "extraction-errors.log"
"""File in the output folder with the tracebacks of the first articles whose extraction failed; none if none did."""
DECISIONS_KEPT = 30
"""How many decisions the summary of a run holds."""
PROBLEMS_KEPT = 20
"""How many problems the summary of a run holds."""
_FAILURES_LOGGED = 1000
_REASON_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a run could not read: where it stands ("dump.jsonl:7"), and why."""

    where: str
    reason: str
    traceback: str | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one record of a dump."""

    reading: Reading
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run read, how many policies it makes of it, and where its files are.

    `statuses` is the number of articles by status. `decisions` and `problems` are the first ones, in the order of the
    input, `DECISIONS_KEPT` and `PROBLEMS_KEPT` at most; `observations`, `case_counts` and `warnings` count them all.
    """

    statuses: Mapping[str, int]
    policies: int
    observations: int
    case_counts: int
    warnings: int
    decisions: tuple[tuple[Observation, ArticleRow], ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]

    @property
    def articles(self) -> int:
        """Number of articles, those that were rejected too."""
        return sum(self.statuses.values())

    @property
    def read_any(self) -> bool:
        """Whether at least one article could be read."""
        return any(status != "rejected" for status in self.statuses)


def run(
    inputs: Sequence[str | Path],
    out: Path,
    *,
    fields: FieldMap | None = None,
    progress: Callable[[int], None] | None = None,
) -> RunSummary:
    """Read every dump of `inputs` (what `corpus.readers.read` takes) and write the dataset to the folder `out`.

    `fields` names the dumps' fields where they are not the usual ones; `progress` is called with the number of records
    done. Memory does not grow with the dumps, but with the decisions and near copies in them. Raises
    `corpus.readers.InputError` for an input that is missing or is no dump, before anything is extracted, and `OSError`
    when `out` cannot be written.
    """
    for given in inputs:
        _open(given, fields)
    out.mkdir(parents=True, exist_ok=True)
    tally = _Tally()
    with ReadingStore(out) as readings:
        for done, outcome in enumerate(observe_all(record for given in inputs for record in read(given, fields)), 1):
            readings.add(outcome.reading)
            tally.add(outcome)
            if progress:
                progress(done)
        dataset = assemble(readings)
        files = write_dataset(dataset, out) + _write_errors(tally.failures, out / ERROR_LOG)
        return tally.summary(dataset, files)


@dataclass(slots=True)
class _Tally:
    """Keeps, in the order of the input, what the end of a run tells."""

    warnings: int = 0
    decisions: list[tuple[Observation, ArticleRow]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failures: list[Problem] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        reading, problem = outcome.reading, outcome.problem
        for observation in reading.observations[: DECISIONS_KEPT - len(self.decisions)]:
            self.decisions.append((observation, reading.article))
        if problem is None:
            return
        self.warnings += 1
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append(problem)
        if problem.traceback and len(self.failures) < _FAILURES_LOGGED:
            self.failures.append(problem)

    def summary(self, dataset: Dataset, files: tuple[Path, ...]) -> RunSummary:
        statuses: Counter[str] = Counter()
        observations = case_counts = 0
        for reading in dataset.readings:
            statuses[reading.article.status] += 1
            observations += len(reading.observations)
            case_counts += len(reading.case_counts)
        published = dataset.joined.policy_of  # an article that turned out to be a copy gives none
        return RunSummary(
            statuses=dict(statuses),
            policies=len(dataset.joined.policies),
            observations=observations,
            case_counts=case_counts,
            warnings=self.warnings,
            decisions=tuple(decision for decision in self.decisions if decision[0].observation_id in published),
            problems=tuple(self.problems),
            files=files,
        )


def observe_all(records: Iterable[Article | Reject]) -> Iterator[Outcome]:
    """Read articles one after the other; every record gives one outcome.

    An article whose text and title were seen before is a `duplicate` and is not read again, unless it is the older one;
    where it may be relevant, page furniture does not count. Which copy stays in the end, and which articles say nearly
    the same, is settled over all readings (`extract.copies.Settled`). An article whose extraction raises is `rejected`.
    """
    seen = _Seen()
    for record in records:
        yield _rejected(record, seen) if isinstance(record, Reject) else _observed(record, seen)


@dataclass(slots=True)
class _Seen:
    """What earlier records of the same run have taken."""

    contents: Contents = field(default_factory=Contents)
    ids: Ids = field(default_factory=Ids)


def _open(given: str | Path, fields: FieldMap | None) -> None:
    """Read one record, so that a wrong name in the last input stops a run before its first hour, not after it."""
    for _ in read(given, fields):
        return


def _observed(article: Article, seen: _Seen) -> Outcome:
    article_id = seen.ids.take(article.article_id)
    try:
        content_id, prints = _content(article)
        published = resolve_base("", article.published, article.url, outlet=article.outlet)
        known = {"content_id": content_id, "published": published.date, "published_from": published.source}
        copy = _row(article, article_id, "duplicate", COPY, article_id).model_copy(update=known)
        own, stays = precedence(copy), seen.contents.get(content_id)
        if stays and stays <= own:
            last = {"duplicate_of": stays[1], "language": language_of(article.text)}
            return Outcome(Reading(copy.model_copy(update=last)))
        reading = observe_article(article)
        seen.contents.offer(content_id, own)
        row = reading.article.model_copy(update={"article_id": article_id, "content_id": content_id})
        return Outcome(replace(reading, article=row, fingerprint=prints), _undated(article, reading))
    except Exception as error:  # whatever it is, the other articles must be read; the row and the log tell of it
        reason = f"extraction failed: {type(error).__name__}: {error}"[:_REASON_LENGTH]
        row = _row(article, article_id, "rejected", reason)
        return Outcome(Reading(row), Problem(_place(article), reason, traceback.format_exc()))


def _undated(article: Article, reading: Reading) -> Problem | None:
    """A warning where the dump gives a day of publication that cannot be read: dates without a year hang on it."""
    printed = (article.published or "").strip()
    if not printed or reading.article.published_from == "metadata":
        return None
    return Problem(_place(article), f"published: {printed[:40]!r} is no date; give it as 2021-06-28")


def _rejected(reject: Reject, seen: _Seen) -> Outcome:
    # The file's name, not its path, so that the id is the same wherever the dump lies
    identity = "\x1f".join([Path(reject.source_path).name, reject.source_id, str(reject.line), reject.reason])
    row = ArticleRow(
        article_id=seen.ids.take(_digest(identity)),
        source_id=reject.source_id,
        source_path=reject.source_path,
        status="rejected",
        reason=reject.reason,
    )
    return Outcome(Reading(row), Problem(_place(reject), reject.reason))


def _content(article: Article) -> tuple[str, bytes]:
    """What makes two articles the same, and what makes them nearly the same, where that may matter.

    The first is a hash of title and words, without page furniture where the article may be relevant; the second its
    fingerprint if it names working from home: no other gives a decision, and reports of case counts are the same text
    day by day.
    """
    title, given = article.title or "", article.text
    prints = b""
    if names_home_work(f"{title}\n{given}") or names_covid(f"{title}\n{given}"):  # else cleaning is not worth its time
        page = clean(given, article.title, article.url, article.outlet)
        given = page.text.strip() or given
        if names_home_work(given):
            prints = fingerprint(page).to_bytes()
    words = " ".join(given.split())
    return _digest(f"{title.strip()}\x1f{words}"), prints


def _row(article: Article, article_id: str, status: Status, reason: str, first: str | None = None) -> ArticleRow:
    return ArticleRow(
        article_id=article_id,
        source_id=article.source_id,
        source_path=article.source_path,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        status=status,
        reason=reason,
        duplicate_of=first,
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _place(record: Article | Reject) -> str:
    where = record.source_path or record.source_id
    return where if record.line is None else f"{where}:{record.line}"


def _write_errors(problems: Sequence[Problem], path: Path) -> tuple[Path, ...]:
    path.unlink(missing_ok=True)  # of an earlier run
    if not problems:
        return ()
    text = "\n".join(f"{problem.where}\n{problem.traceback}" for problem in problems)
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    return (path,)
