"""The articles seen so far, by their runs of words: which of them is this one a copy of?

MinHash and locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4)
find the few articles worth comparing; `fingerprint.is_copy` compares them. Everything is kept in a temporary SQLite
database, which moves to disk as it grows: some 5 KB an article, none of it in memory for long.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
from datasketch import MinHash

from corpus.duplicates.fingerprint import Fingerprint, Hashes, is_copy

_BANDS = 50
_ROWS = 2  # a band: two articles that share 35 of 100 runs meet in one of 50 with 99.8 percent
_COMPARED = 50  # candidates, those that meet in the most bands first
_SEED = 1
_EMPTY = MinHash(num_perm=_BANDS * _ROWS, seed=_SEED, hashfunc=int)

_TABLES = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, article_id TEXT NOT NULL,
    shingles BLOB NOT NULL, figures BLOB NOT NULL, names BLOB NOT NULL
);
CREATE TABLE bands (
    band INTEGER NOT NULL, value INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (band, value, article)
) WITHOUT ROWID;
"""
_CANDIDATES = f"""
WITH wanted (band, value) AS (VALUES {", ".join(["(?, ?)"] * _BANDS)}),
candidates AS (
    SELECT article FROM wanted CROSS JOIN bands USING (band, value)
    GROUP BY article ORDER BY count(*) DESC, article LIMIT {_COMPARED}
)
SELECT article_id, shingles, figures, names FROM candidates CROSS JOIN articles ON number = article ORDER BY number
"""


class CopyIndex:
    """Articles by what they say; the first of several copies is the one that is kept.

    >>> from corpus.cleaning import clean
    >>> from corpus.duplicates.fingerprint import fingerprint
    >>> index = CopyIndex()
    >>> told = "Pemkot Sorong mengatur 75 persen pegawai bekerja dari rumah mulai Senin (5/7)."
    >>> index.original("a", fingerprint(clean(told)))
    >>> index.original("b", fingerprint(clean(f"{told} Warga diminta tenang.")))
    'a'
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")

    def original(self, article_id: str, given: Fingerprint) -> str | None:
        """The id of the first article that this one is a copy of; None for a new one, which is remembered."""
        bands = _bands(given.shingles)
        flat = [number for band in enumerate(bands) for number in band]
        for original, *blobs in self._database.execute(_CANDIDATES, flat):
            if is_copy(Fingerprint(*(np.frombuffer(blob, np.uint32) for blob in blobs)), given):
                return str(original)
        blobs = [hashes.tobytes() for hashes in (given.shingles, given.figures, given.names)]
        number = self._database.execute(
            "INSERT INTO articles (article_id, shingles, figures, names) VALUES (?, ?, ?, ?)", (article_id, *blobs)
        ).lastrowid
        self._database.executemany(
            "INSERT INTO bands VALUES (?, ?, ?)", ((band, value, number) for band, value in enumerate(bands))
        )
        return None


def _bands(shingles: Hashes) -> Sequence[int]:
    """The MinHash signature of the shingles, `_ROWS` values in one number, which SQLite takes as signed."""
    sketch = _EMPTY.copy()
    sketch.update_batch(shingles)
    rows = sketch.hashvalues.astype(np.uint32).reshape(_BANDS, _ROWS)
    values: list[int] = rows.copy().view(np.int64).ravel().tolist()
    return values
