"""A whole run: dumps in, the folder of a dataset out.

The inputs are cut to shards, workers read them, and what they wrote is put together. Everything that is not finished
lies in the folder `.run` beside the tables: a run that was stopped goes on with it when it is started again, with the
shards that are the same to the letter in input, options and version; others are done anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.readers import FieldMap, InputError, read
from corpus.readers.pieces import size_of
from extract.batch.destination import Destination
from extract.batch.executors import workers
from extract.batch.lead import Done, lead
from extract.batch.lock import locked
from extract.batch.log import RUN_LOG, RunLog
from extract.batch.observing import Problem
from extract.batch.progress import Progress
from extract.batch.results import Results, Tally
from extract.batch.shards import Planner, shard_bytes
from extract.confidence import only_sure
from extract.dataset import assemble, write_dataset
from extract.schema import ArticleRow, Observation
from extract.store import ReadingStore, decoded, encoded
from models.ner.engine import DEFAULT, Engine
from models.parts import check

ERROR_LOG = "extraction-errors.log"
"""File in the output folder with the tracebacks of the first articles whose extraction failed; none if none did."""
DECISIONS_KEPT = 30
"""How many decisions the summary of a run holds."""


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
    out: str
    """The folder or URL that it wrote to."""
    files: tuple[str, ...]
    """The names of its files there; none when no article could be read and the dataset of an earlier run is kept."""

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
    out: str | Path,
    *,
    work: Path | None = None,
    fields: FieldMap | None = None,
    processes: int = 1,
    cluster: str | None = None,
    shard_size: int | None = None,
    engine: Engine = DEFAULT,
    min_confidence: float = 0.0,
    progress: Callable[[str], None] | None = None,
) -> RunSummary:
    """Read every dump of `inputs` (what `corpus.readers.read` takes) and write the dataset to `out`.

    `out` is a folder or a URL that fsspec can write to. For a URL the work is done in a folder of its own in `work`, by
    default the system's folder for temporary files, which the workers of a cluster do not share.

    `fields` names the dumps' fields where they are not the usual ones. The work is done by so many `processes` of this
    machine, or by the Dask cluster whose scheduler is at the address `cluster`; 1 is this process. None of them changes
    what is written, nor does `shard_size`, the bytes of input that are done at a time. `engine` reads the names of
    people. Cells with a confidence below `min_confidence` are left empty (`extract.confidence.only_sure`). `progress`
    is called with a line of text. Memory does not grow with the dumps, but with the decisions and near copies in them.

    The same call goes on with a run that was stopped. Nothing in `out` is replaced before all is read, nor when no
    article could be read. Raises `corpus.readers.InputError` for an input that is missing or is no dump, before
    anything is extracted, `models.artefact.ArtefactError` when a learned part is altered,
    `extract.errors.CommandError` when the workers cannot be had or die, or nothing can be written to the URL, and
    `OSError` when `out` cannot be written.
    """
    check()
    fields = fields or FieldMap()
    for given in inputs:
        _open(given, fields)
    to = Destination.of(out, work)
    for given in inputs:
        if Path(given).resolve() == to.folder.resolve() and Path(given).is_dir():
            raise InputError(f"{given}: is the folder of the dataset; give another one with --out")
    total = _size(inputs)
    planner = Planner(fields, shard_size or shard_bytes(total), to.place, engine)
    log = RunLog({"inputs": [str(given) for given in inputs], "fields": asdict(fields), "processes": processes,
                  "cluster": cluster, "shard_bytes": planner.size, "engine": asdict(engine),
                  "min_confidence": min_confidence})  # fmt: skip
    to.work.mkdir(parents=True, exist_ok=True)
    with locked(to.work / "lock"):
        small = total is not None and total <= planner.size
        with workers(1 if small else processes, cluster) as found:
            done = lead(planner, inputs, found, Results(to.work.resolve()), _shown(Progress(total), progress))
        log.timings["reading"] = time.monotonic() - log.clock
        summary = _publish(done, to, log, min_confidence)
    to.clear()
    return summary


def _open(given: str | Path, fields: FieldMap | None) -> None:
    """Read one record, so that a wrong name in the last input stops a run before its first hour, not after it."""
    for _ in read(given, fields):
        return


def _size(inputs: Sequence[str | Path]) -> int | None:
    sizes = [size_of(given) for given in inputs]
    return None if None in sizes else sum(size or 0 for size in sizes)


def _shown(state: Progress, progress: Callable[[str], None] | None) -> Callable[[Done], None]:
    def show(done: Done) -> None:
        state.add(done.tally, done.shard.size, resumed=done.resumed)
        if progress:
            progress(state.line())

    return show


def _publish(done: Sequence[Done], to: Destination, log: RunLog, min_confidence: float) -> RunSummary:
    """Put together what the workers wrote."""
    results, total = Results(to.work.resolve()), Tally()
    for one in done:
        total.include(one.tally)
        for piece in one.shard.pieces:
            log.add_input(piece)
    unread = total.read == total.statuses["rejected"]
    if unread and to.holds_dataset():
        return RunSummary(dict(total.statuses), 0, 0, 0, total.warnings, (), tuple(total.problems), str(to), ())
    decisions: list[tuple[Observation, ArticleRow]] = []
    with ReadingStore(to.work) as readings:
        for line in results.readings(total):
            if not min_confidence and not _room(decisions):
                readings.add(line)
                continue
            sure = only_sure(decoded(line), min_confidence)
            decisions += [(observation, sure.article) for observation in sure.observations[: _room(decisions)]]
            readings.add(encoded(sure))
        dataset = assemble(readings, results.bare(total))
        log.timings["joining"] = time.monotonic() - log.clock
        written = write_dataset(dataset, to.folder)
        written.statuses.update(total.statuses)
    log.timings["writing"] = time.monotonic() - log.clock
    files = written.files + _write_errors(total.failures, to.folder / ERROR_LOG)
    log.write(to.folder / RUN_LOG, {"statuses": dict(written.statuses), "rows": dict(written.rows), "kept": total.kept,
                              "warnings": total.warnings, "shards": len(done),
                              "resumed": sum(one.resumed for one in done)}, files)  # fmt: skip
    names = (*(file.name for file in files), RUN_LOG)
    to.deliver(names, () if total.failures else (ERROR_LOG,))
    published = dataset.joined.policy_of  # an article that turned out to be a copy gives none
    return RunSummary(
        statuses=dict(written.statuses),
        policies=len(dataset.joined.policies),
        observations=written.rows["observations"],
        case_counts=written.rows["case_counts"],
        warnings=total.warnings,
        decisions=tuple(decision for decision in decisions if decision[0].observation_id in published),
        problems=tuple(total.problems),
        out=str(to),
        files=names,
    )


def _room(decisions: Sequence[object]) -> int:
    return DECISIONS_KEPT - len(decisions)


def _write_errors(problems: Sequence[Problem], path: Path) -> tuple[Path, ...]:
    path.unlink(missing_ok=True)  # of an earlier run
    if not problems:
        return ()
    text = "\n".join(f"{problem.where}\n{problem.traceback}" for problem in problems)
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    return (path,)
