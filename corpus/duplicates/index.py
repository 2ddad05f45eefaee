"""The near copies among many articles, by their runs of words.

MinHash and locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4)
find the few articles worth comparing; `fingerprint.is_copy` compares them. Everything is kept in a temporary SQLite
database, which moves to disk as it grows: some 5 KB an article, none of it in memory for long.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus.duplicates.fingerprint import Fingerprint, Hashes, is_copy

if TYPE_CHECKING:
    from datasketch import MinHash

_BANDS = 50
_ROWS = 2  # a band: two articles that share 35 of 100 runs meet in one of 50 with 99.8 percent
_COMPARED = 50  # candidates, those that meet in the most bands first
_SEED = 1

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE given (key TEXT PRIMARY KEY, rank TEXT NOT NULL, fingerprint BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (number INTEGER PRIMARY KEY, key TEXT NOT NULL, fingerprint BLOB NOT NULL);
CREATE TABLE bands (
    band INTEGER NOT NULL, value INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (band, value, article)
) WITHOUT ROWID;
"""
_TAKE = """
INSERT INTO given VALUES (?, ?, ?) ON CONFLICT (key)
DO UPDATE SET rank = excluded.rank, fingerprint = excluded.fingerprint WHERE excluded.rank < given.rank
"""
_RANK = "INSERT INTO articles (key, fingerprint) SELECT key, fingerprint FROM given ORDER BY rank, key"
_EARLIER = f"""
WITH wanted (band, value) AS (VALUES {", ".join(["(?, ?)"] * _BANDS)}),
candidates AS (
    SELECT article FROM wanted CROSS JOIN bands USING (band, value)
    GROUP BY article ORDER BY count(*) DESC, article LIMIT {_COMPARED}
)
SELECT key, fingerprint FROM candidates CROSS JOIN articles ON number = article ORDER BY number
"""


class Candidate(NamedTuple):
    """An article that may be a copy: its key, what orders it among the others, and `Fingerprint.to_bytes`."""

    key: str
    rank: str
    fingerprint: bytes


def find_copies(articles: Iterable[Candidate]) -> dict[str, str]:
    """The copies by key, each with the key of its original, which is none itself.

    An article is a copy when one of lower rank says nearly the same, be that a copy of a third or not. So the order of
    the input is of no account, and no copy becomes an original when articles are added. Of several with one key the one
    of the lowest rank counts.

    >>> from corpus.cleaning import clean
    >>> from corpus.duplicates.fingerprint import fingerprint
    >>> told = "Pemkot Sorong mengatur 75 persen pegawai bekerja dari rumah mulai Senin (5/7)."
    >>> texts = {"b": f"{told} Warga diminta tenang.", "a": told}
    >>> find_copies(Candidate(key, key, fingerprint(clean(text)).to_bytes()) for key, text in texts.items())
    {'b': 'a'}
    """
    database = sqlite3.connect("", isolation_level=None)
    try:
        database.executescript(_TABLES)
        database.executemany(_TAKE, articles)
        database.execute(_RANK)
        return _copies(database)
    finally:
        database.close()


def _copies(database: sqlite3.Connection) -> dict[str, str]:
    originals: dict[str, str] = {}
    for number, key, packed in database.execute("SELECT number, key, fingerprint FROM articles ORDER BY number"):
        given = Fingerprint.from_bytes(packed)
        bands = list(enumerate(_bands(given.shingles)))
        for earlier, other in database.execute(_EARLIER, [value for band in bands for value in band]):
            if is_copy(Fingerprint.from_bytes(other), given):
                originals[key] = originals.get(earlier, earlier)
                break
        database.executemany("INSERT INTO bands VALUES (?, ?, ?)", ((*band, number) for band in bands))
    return originals


@cache
def _no_hashes() -> MinHash:
    from datasketch import MinHash  # noqa: PLC0415 - it imports SciPy: a second and 60 MB, here rather than in workers

    return MinHash(num_perm=_BANDS * _ROWS, seed=_SEED, hashfunc=int)


def _bands(shingles: Hashes) -> Sequence[int]:
    """The MinHash signature of the shingles, `_ROWS` values in one number, which SQLite takes as signed."""
    sketch = _no_hashes().copy()
    sketch.update_batch(shingles)
    rows = sketch.hashvalues.astype(np.uint32).reshape(_BANDS, _ROWS)
    values: list[int] = rows.copy().view(np.int64).ravel().tolist()
    return values
