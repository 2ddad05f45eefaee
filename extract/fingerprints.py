"""`fingerprints.parquet`: what near copies are found by, so that `edaran merge` finds those of two dumps.

No table of the dataset: some 2 KB for each article that names working from home, hashes of its words
(`corpus.duplicates.fingerprint`).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from corpus.duplicates import Fingerprint
from extract.errors import DatasetError
from extract.schema import Reading

FINGERPRINTS = "fingerprints.parquet"
_BATCH = 5_000


def write_fingerprints(readings: Iterable[Reading], path: Path) -> None:
    """Write the fingerprints of the readings that have one, by article id."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import, and `edaran --help` must be quick
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema = pa.schema([("article_id", pa.string()), ("fingerprint", pa.binary())])
    left = ({"article_id": r.article.article_id, "fingerprint": r.fingerprint} for r in readings if r.fingerprint)
    with pq.ParquetWriter(path, schema) as writer:
        while batch := list(islice(left, _BATCH)):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))


def read_fingerprints(folder: Path) -> dict[str, bytes]:
    """The fingerprints of a dataset by article id. Raises `DatasetError` when they are missing or damaged."""
    import pyarrow as pa  # noqa: PLC0415 - see `write_fingerprints`
    import pyarrow.parquet as pq  # noqa: PLC0415

    path = folder / FINGERPRINTS
    try:
        read = pq.read_table(path, columns=["article_id", "fingerprint"])
        found = dict(zip(read["article_id"].to_pylist(), read["fingerprint"].to_pylist(), strict=True))
        for packed in found.values():
            Fingerprint.from_bytes(packed)
    except FileNotFoundError as error:
        raise DatasetError(f"{folder} is not the output of a run: {path.name} is missing") from error
    except (OSError, KeyError, TypeError, ValueError, pa.ArrowException) as error:
        raise DatasetError(f"{path}: cannot be read: {error}") from error
    return found
