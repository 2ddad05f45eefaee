"""Several datasets into one: the way to add a dump to a dataset without reading the old articles again.

What `edaran merge A B -o C` writes is, byte for byte, what one `edaran run` over the dumps of A and of B writes: the
readings are kept, and copies, near ones too, policies and panel are settled anew over all of them. A record that both
have (the same file, to the letter the same content) is taken once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from extract.batch.log import RUN_LOG
from extract.copies import record_of
from extract.dataset import Dataset, assemble, write_dataset
from extract.errors import DatasetError
from extract.fingerprints import read_fingerprints
from extract.schema import (
    LIST_SEPARATOR,
    ArticleRow,
    CaseCount,
    Evidence,
    Measure,
    Observation,
    Reading,
    Row,
    columns,
)

R = TypeVar("R", bound=Row)
T = TypeVar("T", Observation, CaseCount, Evidence)


def merge(folders: Sequence[Path], out: Path) -> Dataset:
    """Write the dataset of all `folders` to `out`, which may be one of them, and return it.

    Raises `DatasetError` for a folder that is no dataset, before anything is written, and `OSError` when `out` cannot
    be written.
    """
    dataset = assemble(_united(read_readings(folder) for folder in folders))
    write_dataset(dataset, out)
    (out / RUN_LOG).unlink(missing_ok=True)  # of a run that wrote other tables there
    return dataset


def read_dataset_of(folder: Path) -> Dataset:
    """The dataset in a folder, its policies and their lives included. Raises `DatasetError`."""
    return assemble(read_readings(folder))


def read_readings(folder: Path) -> list[Reading]:
    """The readings of a dataset, from its Parquet files. Raises `DatasetError`."""
    articles = [_checked(ArticleRow, row, folder) for row in _rows(folder, "articles")]
    observations = _by_article(_checked(Observation, row, folder) for row in _rows(folder, "observations"))
    counts = _by_article(_checked(CaseCount, row, folder) for row in _rows(folder, "case_counts"))
    evidence = _by_article(_checked(Evidence, row, folder) for row in _rows(folder, "evidence"))
    fingerprints = read_fingerprints(folder)
    measures: dict[str, list[Measure]] = defaultdict(list)
    for measure in (_checked(Measure, row, folder) for row in _rows(folder, "measures")):
        measures[measure.observation_id].append(measure)
    return [
        Reading(
            article,
            tuple(observations[article.article_id]),
            tuple(m for o in observations[article.article_id] for m in measures[o.observation_id]),
            tuple(counts[article.article_id]),
            tuple(evidence[article.article_id]),
            fingerprints.get(article.article_id, b""),
        )
        for article in articles
    ]


def _united(parts: Iterable[list[Reading]]) -> list[Reading]:
    """The readings of all parts; a record that stands in several is taken as often as the part that has it most."""
    united: dict[tuple[str, str | None], list[Reading]] = defaultdict(list)
    for part in parts:
        here: dict[tuple[str, str | None], list[Reading]] = defaultdict(list)
        for reading in part:
            here[record_of(reading.article.article_id), reading.article.source_path].append(reading)
        for record, readings in here.items():
            # what was read in one part may be a copy of something else in the other
            both = sorted(united[record] + readings, key=lambda reading: reading.article.status == "duplicate")
            united[record] = both[: max(len(united[record]), len(readings))]
    return [reading for readings in united.values() for reading in readings]


def _rows(folder: Path, table: str) -> list[dict[str, Any]]:
    import pyarrow as pa  # noqa: PLC0415 - slow to import, and `edaran --help` must be quick
    import pyarrow.parquet as pq  # noqa: PLC0415

    path = folder / f"{table}.parquet"
    try:
        read = pq.read_table(path)
    except FileNotFoundError as error:
        raise DatasetError(f"{folder} is not the output of a run: {path.name} is missing") from error
    except (OSError, pa.ArrowException) as error:
        raise DatasetError(f"{path}: cannot be read: {error}") from error
    missing = [column.name for column in columns(table) if column.name not in read.column_names]
    if missing:
        raise DatasetError(f"{path} is of another version: it has no column {missing[0]!r}; run its dump again")
    lists = [column.name for column in columns(table) if column.kind == "list"]
    rows: list[dict[str, Any]] = read.select([column.name for column in columns(table)]).to_pylist()
    for row in rows:
        row |= {name: tuple((row[name] or "").split(LIST_SEPARATOR)) if row[name] else () for name in lists}
    return rows


def _checked(model: type[R], row: dict[str, Any], folder: Path) -> R:
    try:
        return model.model_validate(row)
    except ValueError as error:
        raise DatasetError(f"{folder}: a row is not of this version: {error}") from error


def _by_article(rows: Iterable[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        found[row.article_id].append(row)
    return found
