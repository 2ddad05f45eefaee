"""Articles in, readings out, one at a time; whatever is wrong with one becomes a row of `articles` that says so."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.article import Article, Reject
from corpus.cleaning import clean
from corpus.duplicates import fingerprint
from corpus.language import language_of
from extract.copies import COPY, precedence
from extract.dates import Published, resolve_base
from extract.observations import observe_article
from extract.schema import ArticleRow, Reading, Status
from extract.seen import Contents, Ids
from models.artefact import ArtefactError
from models.relevance import names_covid, names_home_work

LONGEST = 200_000
"""Characters of the longest text that is read for decisions: a report, not a book or a dump in one field."""
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


def observe_all(records: Iterable[Article | Reject]) -> Iterator[Outcome]:
    """Read articles one after the other; every record gives one outcome.

    An article that names working from home or COVID-19, with a text and title that were seen before, is a `duplicate`
    and is not read again, unless it is the older one; page furniture does not count. Which copy stays in the end, and
    which articles say nearly the same, is settled over all readings (`extract.copies.Settled`). An article whose
    extraction raises is `rejected`.
    """
    seen, ids = Contents(), Ids()
    for record in records:
        outcome = rejected(record) if isinstance(record, Reject) else observed(record, seen)
        yield _numbered(outcome, ids)


def _numbered(outcome: Outcome, ids: Ids) -> Outcome:
    """The outcome with an id that no earlier one has."""
    article = outcome.reading.article
    if (article_id := ids.take(article.article_id)) == article.article_id:
        return outcome
    return replace(outcome, reading=_with_id(outcome.reading, article_id))


def observed(article: Article, seen: Contents) -> Outcome:
    """What an article says. `seen` are the contents of earlier ones, to which its own is added.

    An article that names neither working from home nor COVID-19 gives its row alone, without a `content_id`.
    """
    try:
        given = f"{article.title or ''}\n{article.text}"
        if not (names_home_work(given) or names_covid(given)):
            reading = observe_article(article)
            return Outcome(reading, undated(article, reading.article.published_from))
        if len(article.text) > LONGEST:
            reason = f"the text has {len(article.text):,} characters, more than any article ({LONGEST:,} are read)"
            return Outcome(Reading(_row(article, "rejected", reason)), Problem(place(article), reason))
        content_id, prints = _content(article)
        published = resolve_base("", article.published, article.url, outlet=article.outlet)
        known = {"content_id": content_id, "published": published.date, "published_from": published.source}
        copy = _row(article, "duplicate", COPY, article.article_id).model_copy(update=known)
        own, stays = precedence(copy), seen.get(content_id)
        if stays and stays <= own:
            last = {"duplicate_of": stays[1], "language": language_of(article.text)}
            return Outcome(Reading(copy.model_copy(update=last)))
        reading = observe_article(article)
        seen.offer(content_id, own)
        row = reading.article.model_copy(update={"content_id": content_id})
        return Outcome(
            replace(reading, article=row, fingerprint=prints), undated(article, reading.article.published_from)
        )
    except ArtefactError:  # no article's fault: the run must stop
        raise
    except Exception as error:  # whatever it is, the other articles must be read; the row and the log tell of it
        return failed(article, error)


def day_of_dropped(article: Article) -> Published:
    """The day of publication of an article that the first filter drops: what the dump and the address say."""
    return resolve_base("", article.published, article.url, outlet=article.outlet)


def failed(article: Article, error: Exception) -> Outcome:
    """The outcome of an article whose extraction raised."""
    reason = f"extraction failed: {type(error).__name__}: {error}"[:_REASON_LENGTH]
    trace = "".join(traceback.format_exception(error))
    return Outcome(Reading(_row(article, "rejected", reason)), Problem(place(article), reason, trace))


def undated(article: Article, published_from: str | None) -> Problem | None:
    """A warning where the dump gives a day of publication that cannot be read: dates without a year hang on it."""
    if published_from == "metadata" or not (printed := (article.published or "").strip()):
        return None
    return Problem(place(article), f"published: {printed[:40]!r} is no date; give it as 2021-06-28")


def rejected(reject: Reject) -> Outcome:
    """The outcome of a record that could not be read."""
    # The file's name, not its path, so that the id is the same wherever the dump lies
    identity = "\x1f".join([Path(reject.source_path).name, reject.source_id, str(reject.line), reject.reason])
    row = ArticleRow(
        article_id=_digest(identity),
        source_id=reject.source_id,
        source_path=reject.source_path,
        status="rejected",
        reason=reject.reason,
    )
    return Outcome(Reading(row), Problem(place(reject), reject.reason))


def place(record: Article | Reject) -> str:
    """Where a record stands: "dump.jsonl:7"."""
    where = record.source_path or record.source_id
    return where if record.line is None else f"{where}:{record.line}"


def _content(article: Article) -> tuple[str, bytes]:
    """What makes two articles the same, and what makes them nearly the same, where that may matter.

    The first is a hash of title and words, without page furniture; the second the fingerprint of an article that names
    working from home: no other gives a decision, and reports of case counts are the same text day by day.
    """
    page = clean(article.text, article.title, article.url, article.outlet)
    given = page.text.strip() or article.text
    prints = fingerprint(page).to_bytes() if names_home_work(given) else b""
    words = " ".join(given.split())
    return _digest(f"{(article.title or '').strip()}\x1f{words}"), prints


def _with_id(reading: Reading, article_id: str) -> Reading:
    row = reading.article
    return replace(reading, article=row.model_copy(update={"article_id": article_id}))


def _row(article: Article, status: Status, reason: str, first: str | None = None) -> ArticleRow:
    return ArticleRow(
        article_id=article.article_id,
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
