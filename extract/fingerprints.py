"""`fingerprints.parquet`: what near copies are found by, so that `edaran merge` finds those of two dumps.

No table of the dataset: some 2 KB for each article that names working from home, hashes of its words
(`corpus.duplicates.fingerprint`).
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.duplicates import Fingerprint
from extract.errors import DatasetError
from extract.schema import Reading

FINGERPRINTS = "fingerprints.parquet"
_BATCH = 500  # rows, some 1 MB


class FingerprintFile:
    """The file, written while readings come in, by article id. Raises `OSError` when it cannot be written."""

    def __init__(self, path: Path) -> None:
        import pyarrow as pa  # noqa: PLC0415 - slow to import, and `edaran --help` must be quick
        import pyarrow.parquet as pq  # noqa: PLC0415

        self._schema = pa.schema([("article_id", pa.string()), ("fingerprint", pa.binary())])
        self._writer = pq.ParquetWriter(path, self._schema)
        self._rows: list[dict[str, str | bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._writer:
            if error is None and self._rows:
                self._flush()

    def add(self, reading: Reading) -> None:
        """Take in the fingerprint of a reading that has one."""
        if reading.fingerprint:
            self._rows.append({"article_id": reading.article.article_id, "fingerprint": reading.fingerprint})
        if len(self._rows) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        import polars as pl  # noqa: PLC0415 - as in `extract.table_files`

        rows = pl.DataFrame(self._rows, schema={"article_id": pl.String, "fingerprint": pl.Binary})
        self._writer.write_table(rows.to_arrow(compat_level=pl.CompatLevel.oldest()).cast(self._schema))
        self._rows = []


def read_fingerprints(folder: Path) -> dict[str, bytes]:
    """The fingerprints of a dataset by article id. Raises `DatasetError` when they are missing or damaged."""
    import pyarrow as pa  # noqa: PLC0415 - see `FingerprintFile`
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
