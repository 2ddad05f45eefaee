"""A whole run: dumps in, the folder of a dataset out.

`observe_all` is the stream of it (articles in, readings out, one at a time); `run` reads the inputs, keeps the readings
and writes the tables. Whatever is wrong with one article becomes a row of `articles` that says so, and the run goes on.
"""

from __future__ import annotations

import hashlib
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import Article, Reject
from corpus.cleaning import clean
from corpus.readers import read
from extract.copies import COPY, precedence, settle
from extract.dataset import assemble, write_dataset
from extract.dates import resolve_base
from extract.observations import observe_article
from extract.schema import ArticleRow, Policy, Reading, Status

if TYPE_CHECKING:
    from corpus.readers import FieldMap

ERROR_LOG = "extraction-errors.log"
"""File in the output folder with the tracebacks of articles whose extraction failed; there is none if none did."""
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
    """What a run read, the policies that it makes of it, and where its files are."""

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    policies: tuple[Policy, ...]

    @property
    def statuses(self) -> dict[str, int]:
        """Number of articles by status."""
        return dict(Counter(reading.article.status for reading in self.readings))

    @property
    def read_any(self) -> bool:
        """Whether at least one article could be read."""
        return any(reading.article.status != "rejected" for reading in self.readings)


def run(
    inputs: Sequence[Path],
    out: Path,
    *,
    fields: FieldMap | None = None,
    progress: Callable[[int], None] | None = None,
) -> RunSummary:
    """Read every dump of `inputs` and write the dataset to the folder `out`.

    `fields` names the dumps' fields where they are not the usual ones; `progress` is called with the number of records
    done. Raises `corpus.readers.InputError` for an input that is missing or is no dump, before anything is extracted,
    and `OSError` when `out` cannot be written.
    """
    for path in inputs:
        _open(path, fields)
    out.mkdir(parents=True, exist_ok=True)
    readings: list[Reading] = []
    problems: list[Problem] = []
    for done, outcome in enumerate(observe_all(record for path in inputs for record in read(path, fields)), 1):
        readings.append(outcome.reading)
        if outcome.problem:
            problems.append(outcome.problem)
        if progress:
            progress(done)
    readings = settle(readings)
    dataset = assemble(readings)
    files = write_dataset(dataset, out) + _write_errors(problems, out / ERROR_LOG)
    return RunSummary(tuple(readings), tuple(problems), files, dataset.joined.policies)


def observe_all(records: Iterable[Article | Reject]) -> Iterator[Outcome]:
    """Read articles one after the other; every record gives one outcome.

    An article whose cleaned text and title were seen before is a `duplicate` of the first and is not read again, unless
    it is the older one; `extract.copies.settle` then makes the first one the copy. An article whose extraction raises
    is `rejected`.
    """
    seen = _Seen()
    for record in records:
        yield _rejected(record, seen) if isinstance(record, Reject) else _observed(record, seen)


@dataclass(slots=True)
class _Seen:
    """What earlier records of the same run have taken: contents, each with the copy that stays so far, and ids."""

    contents: dict[str, ArticleRow] = field(default_factory=dict)
    ids: Counter[str] = field(default_factory=Counter)

    def take_id(self, article_id: str) -> str:
        """The id itself when it is free, else with a suffix: "e29713c46e8dcbc7-2"."""
        self.ids[article_id] += 1
        count = self.ids[article_id]
        return article_id if count == 1 else f"{article_id}-{count}"


def _open(path: Path, fields: FieldMap | None) -> None:
    """Read one record, so that a wrong name in the last input stops a run before its first hour, not after it."""
    for _ in read(path, fields):
        return


def _observed(article: Article, seen: _Seen) -> Outcome:
    article_id = seen.take_id(article.article_id)
    try:
        content_id = _content(article)
        if first := seen.contents.get(content_id):
            published = resolve_base("", article.published, article.url)
            dated = {"content_id": content_id, "published": published.date, "published_from": published.source}
            copy = _row(article, article_id, "duplicate", COPY, first.article_id).model_copy(update=dated)
            if precedence(first) <= precedence(copy):
                return Outcome(Reading(copy))
        reading = observe_article(article)
        row = reading.article.model_copy(update={"article_id": article_id, "content_id": content_id})
        seen.contents[content_id] = row
        return Outcome(replace(reading, article=row), _undated(article, reading))
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
        article_id=seen.take_id(_digest(identity).hex()[:16]),
        source_id=reject.source_id,
        source_path=reject.source_path,
        status="rejected",
        reason=reject.reason,
    )
    return Outcome(Reading(row), Problem(_place(reject), reject.reason))


def _content(article: Article) -> str:
    """What makes two articles the same: the words of the text without page furniture, and the title."""
    words = clean(article.text, article.title, article.url).text.strip() or article.text
    return _digest(f"{(article.title or '').strip()}\x1f{words}").hex()[:16]


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


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _place(record: Article | Reject) -> str:
    where = record.source_path or record.source_id
    return where if record.line is None else f"{where}:{record.line}"


def _write_errors(problems: Sequence[Problem], path: Path) -> tuple[Path, ...]:
    path.unlink(missing_ok=True)  # of an earlier run
    failed = [problem for problem in problems if problem.traceback]
    if not failed:
        return ()
    text = "\n".join(f"{problem.where}\n{problem.traceback}" for problem in failed)
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    return (path,)
