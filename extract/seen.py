"""What earlier records of a run have taken: ids, and contents, each with the copy that stays.

All of it lies in temporary SQLite databases, which move to disk as they grow: memory does not grow with the dump.
"""

from __future__ import annotations

import sqlite3

_SETTINGS = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16000;  -- KB
"""
_CONTENTS = """
CREATE TABLE contents (
    content_id TEXT PRIMARY KEY, published TEXT NOT NULL, record TEXT NOT NULL, origin TEXT NOT NULL
) WITHOUT ROWID;
"""
_OFFER = """
INSERT INTO contents VALUES (?, ?, ?, ?) ON CONFLICT (content_id)
DO UPDATE SET published = excluded.published, record = excluded.record, origin = excluded.origin
WHERE (excluded.published, excluded.record, excluded.origin) < (contents.published, contents.record, contents.origin)
"""
_IDS = "CREATE TABLE ids (article_id TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;"

Precedence = tuple[str, str, str]
"""Day of publication, id and origin of an article: the least of several copies stays (`extract.copies.precedence`)."""


class Contents:
    """Of each content, the precedence of the copy that stays.

    >>> contents = Contents()
    >>> for day, article_id in (("2021-06-29", "e2"), ("2021-06-28", "f3"), ("2021-06-28", "f4")):
    ...     contents.offer("text", (day, article_id, "dump.jsonl"))
    >>> contents.get("text"), contents.get("other text")
    (('2021-06-28', 'f3', 'dump.jsonl'), None)
    """

    def __init__(self) -> None:
        self._database = _database(_CONTENTS)

    def offer(self, content_id: str, precedence: Precedence) -> None:
        """Take a copy in."""
        self._database.execute(_OFFER, (content_id, *precedence))

    def __getitem__(self, content_id: str) -> Precedence:
        """The least precedence of the copies taken in. Raises `KeyError` where there is none."""
        if (found := self.get(content_id)) is None:
            raise KeyError(content_id)
        return found

    def get(self, content_id: str) -> Precedence | None:
        """The least precedence of the copies taken in; None where there is none."""
        found: Precedence | None = self._database.execute(
            "SELECT published, record, origin FROM contents WHERE content_id = ?", (content_id,)
        ).fetchone()
        return found


class Ids:
    """The ids of a run so far.

    >>> ids = Ids()
    >>> ids.take("e2"), ids.take("e2")
    ('e2', 'e2-2')
    """

    def __init__(self) -> None:
        self._database = _database(_IDS)

    def take(self, article_id: str) -> str:
        """The id itself when it is free, else with a number behind it: "e29713c46e8dcbc7-2"."""
        self._database.execute(
            "INSERT INTO ids VALUES (?, 1) ON CONFLICT (article_id) DO UPDATE SET times = times + 1", (article_id,)
        )
        (times,) = self._database.execute("SELECT times FROM ids WHERE article_id = ?", (article_id,)).fetchone()
        return article_id if times == 1 else f"{article_id}-{times}"


def _database(tables: str) -> sqlite3.Connection:
    database = sqlite3.connect("", isolation_level=None)
    database.executescript(_SETTINGS + tables)
    return database
