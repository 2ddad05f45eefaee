"""What a worker does: read one shard, drop what the first filter drops, read out the rest, write the results."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from corpus.article import Article, Reject
from corpus.parts import join_parts
from corpus.readers import BrokenFileError, FieldMap
from corpus.readers.pieces import read_piece
from extract.batch.observing import day_of_dropped, failed, observed, rejected, undated
from extract.batch.results import Edge, Results, Tally, Writer
from extract.batch.shards import Shard
from extract.observations import NAMES_NEITHER
from extract.seen import Contents
from models.ner.engine import Engine, using
from models.relevance.scan import may_be_relevant

_TOGETHER = 500  # articles that are filtered at once, some 2 MB
_DROPPED = ("article_id", "source_id", "source_path", "url", "outlet", "title", "published", "published_from")
_OF_DROPPED: dict[str, object] = {"relevance": 0.0, "status": "irrelevant", "reason": NAMES_NEITHER}


def work(shard: Shard, fields: FieldMap, engine: Engine, folder: Path) -> Tally:
    """Read a shard, the names in it by `engine`, and write its results to `folder`, unless they are there already.

    A shard that cannot be read without the next one gives a tally that says so, and no results.
    """
    results = Results(folder)
    if (tally := results.tally(shard.key)) is not None:
        return tally
    started = time.monotonic()
    writer = Writer(folder, shard.key)
    seen = Contents()
    records = _Edged(record for piece in shard.pieces for record in read_piece(piece, fields))
    joined = join_parts(records)
    try:
        with using(engine):
            while together := list(islice(joined, _TOGETHER)):
                _observe(together, seen, writer)
    except BrokenFileError:
        writer = Writer(folder, shard.key)
        writer.tally.torn = True
    writer.tally.first, writer.tally.last = records.first, records.last
    writer.tally.seconds = time.monotonic() - started
    return writer.finish()


class _Edged:
    """Records, of which the first and the last one are remembered."""

    def __init__(self, records: Iterable[Article | Reject]) -> None:
        self._records = records
        self.first: Edge | None = None
        self.last: Edge | None = None

    def __iter__(self) -> Iterator[Article | Reject]:
        record: Article | Reject | None = None
        for record in self._records:
            if self.last is None:
                self.first = self.last = Edge.of(record)
            yield record
        if record is not None:
            self.last = Edge.of(record)


def _observe(records: Sequence[Article | Reject], seen: Contents, writer: Writer) -> None:
    articles = [record for record in records if isinstance(record, Article)]
    passed = iter(may_be_relevant([f"{article.title or ''}\n{article.text}" for article in articles]))
    dropped: list[tuple[object, ...]] = []
    writer.tally.read += len(records)
    for record in records:
        if isinstance(record, Reject):
            writer.add(rejected(record))
        elif next(passed):
            writer.tally.kept += 1
            writer.add(observed(record, seen))
        elif (row := _dropped(record, writer)) is not None:
            dropped.append(row)
    if dropped:
        writer.add_dropped(dropped, _DROPPED, _OF_DROPPED)


def _dropped(article: Article, writer: Writer) -> tuple[object, ...] | None:
    """The cells of an article that the first filter drops; None when it is taken in otherwise."""
    try:
        day = day_of_dropped(article)
    except Exception as error:  # as in `observed`
        writer.add(failed(article, error))
        return None
    writer.tally.tell(undated(article, day.source))
    return (
        article.article_id, article.source_id, article.source_path or None, article.url, article.outlet, article.title,
        day.date, day.source,
    )  # fmt: skip
