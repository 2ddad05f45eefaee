"""Leads the workers: gives them shards as the inputs are cut, and mends the cuts that went through an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from corpus.parts import goes_with
from extract.batch.executors import Workers
from extract.batch.results import Results, Tally
from extract.batch.shards import Planner, Shard
from extract.batch.work import work
from extract.errors import CommandError


@dataclass(frozen=True, slots=True)
class Done:
    """A finished shard; `resumed` when an earlier run had finished it. `width` is of how many shards it was made."""

    shard: Shard
    tally: Tally
    resumed: bool = False
    width: int = 1


def lead(
    planner: Planner,
    inputs: Sequence[str | Path],
    workers: Workers,
    results: Results,
    told: Callable[[Done], None],
) -> list[Done]:
    """Have all shards of the inputs done, in the order of the input. `told` is called with each as it is finished.

    Raises `CommandError` when a worker dies, and whatever a worker raises.
    """
    done = _in_order(_all_done(((shard, 1) for shard in planner.shards(inputs)), planner, workers, results, told))
    while groups := list(_torn(done)):
        wanted = [
            (planner.joined([done[i].shard for i in group]), sum(done[i].width for i in group)) for group in groups
        ]
        mended = _in_order(_all_done(wanted, planner, workers, results, lambda _: None))
        for group, one in reversed(list(zip(groups, mended, strict=True))):
            done[group.start : group.stop] = [one]
    return done


def _in_order(done: Iterable[tuple[int, Done]]) -> list[Done]:
    return [one for _, one in sorted(done, key=lambda numbered: numbered[0])]


def _all_done(
    shards: Iterable[tuple[Shard, int]],
    planner: Planner,
    workers: Workers,
    results: Results,
    told: Callable[[Done], None],
) -> Iterator[tuple[int, Done]]:
    """Each shard with its number when it is done."""
    waiting: dict[Future[Tally], tuple[int, Shard, int]] = {}

    def finished(least: int) -> Iterator[tuple[int, Done]]:
        while len(waiting) > least:
            ended, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in ended:
                number, shard, width = waiting.pop(future)
                one = Done(shard, _tally(future, results, shard), width=width)
                told(one)
                yield number, one

    for number, (shard, width) in enumerate(shards):
        if (tally := results.tally(shard.key)) is not None:
            one = Done(shard, tally, True, width)
            told(one)
            yield number, one
            continue
        future = workers.executor.submit(work, shard, planner.fields, planner.engine, results.folder)
        waiting[future] = number, shard, width
        yield from finished(workers.at_once - 1)
    yield from finished(0)


def _tally(future: Future[Tally], results: Results, shard: Shard) -> Tally:
    try:
        tally = future.result()
    except BrokenProcessPool:
        raise CommandError(
            "a worker was killed, perhaps for want of memory; the same command goes on where it was, and takes less"
            " memory with fewer --workers"
        ) from None
    if results.tally(shard.key) is None:
        raise CommandError(f"a worker has written to a {results.folder} that is not the one here: share the folder")
    return tally


def _torn(done: Sequence[Done]) -> Iterator[range]:
    """The runs of neighbours that must be read as one shard."""
    start = 0
    while start < len(done):
        end = start + 1
        while (
            end < len(done)
            and done[end].shard.given == done[start].shard.given
            and _go_together(done[end - 1], done[end])
        ):
            # each time twice as many, so that a quote that is never closed costs no more than reading the file twice
            end = end + done[end - 1].width if done[end - 1].tally.torn else end + 1
        end = min(end, len(done))
        if end - start > 1:
            yield range(start, end)
        start = end


def _go_together(one: Done, following: Done) -> bool:
    """Whether the cut between two shards goes through a record, or between the pages of one article."""
    if one.tally.torn:
        return True
    if not one.tally.read:  # blank lines: whether the file holds nothing else shows when it is read as a whole
        return following.shard.pieces[0].follows(one.shard.pieces[-1])
    last, first = one.tally.last, following.tally.first
    return last is not None and first is not None and goes_with(last.article(), first.article())
