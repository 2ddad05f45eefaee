"""What earlier records of a run have taken: contents, each with its first article, and ids.

All of it lies in temporary SQLite databases, which move to disk as they grow: memory does not grow with the dump.
"""

from __future__ import annotations

import sqlite3

from corpus.duplicates import CopyIndex

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16000;  -- KB
CREATE TABLE contents (content BLOB PRIMARY KEY, article_id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE ids (article_id TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;
"""


class Seen:
    """The contents and ids of a run so far.

    `copies` finds near copies among the articles that name working from home: no other gives a decision, and reports of
    case counts are the same text day by day.

    >>> seen = Seen()
    >>> seen.take_id("e2"), seen.take_id("e2"), seen.first(b"text", "e2"), seen.first(b"text", "a7")
    ('e2', 'e2-2', 'e2', 'e2')
    """

    def __init__(self) -> None:
        self.copies = CopyIndex()
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(_TABLES)

    def take_id(self, article_id: str) -> str:
        """The id itself when it is free, else with a number behind it: "e29713c46e8dcbc7-2"."""
        self._database.execute(
            "INSERT INTO ids VALUES (?, 1) ON CONFLICT (article_id) DO UPDATE SET times = times + 1", (article_id,)
        )
        (times,) = self._database.execute("SELECT times FROM ids WHERE article_id = ?", (article_id,)).fetchone()
        return article_id if times == 1 else f"{article_id}-{times}"

    def first(self, content: bytes, article_id: str) -> str:
        """The id of the first article with this content, which is this one's where there is none earlier."""
        self._database.execute("INSERT OR IGNORE INTO contents VALUES (?, ?)", (content, article_id))
        found = self._database.execute("SELECT article_id FROM contents WHERE content = ?", (content,)).fetchone()
        return str(found[0])
