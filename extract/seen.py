"""What earlier records of a run have taken: contents, each with the copy that stays so far, and ids.

All of it lies in temporary SQLite databases, which move to disk as they grow: memory does not grow with the dump.
"""

from __future__ import annotations

import sqlite3

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16000;  -- KB
CREATE TABLE contents (content TEXT PRIMARY KEY, day TEXT NOT NULL, article_id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE ids (article_id TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;
"""


class Seen:
    """The contents and ids of a run so far.

    >>> seen = Seen()
    >>> seen.take_id("e2"), seen.take_id("e2"), seen.staying("text")
    ('e2', 'e2-2', None)
    >>> seen.let_stay("text", ("2021-06-28", "e2"))
    >>> seen.staying("text")
    ('2021-06-28', 'e2')
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(_TABLES)

    def take_id(self, article_id: str) -> str:
        """The id itself when it is free, else with a number behind it: "e29713c46e8dcbc7-2"."""
        self._database.execute(
            "INSERT INTO ids VALUES (?, 1) ON CONFLICT (article_id) DO UPDATE SET times = times + 1", (article_id,)
        )
        (times,) = self._database.execute("SELECT times FROM ids WHERE article_id = ?", (article_id,)).fetchone()
        return article_id if times == 1 else f"{article_id}-{times}"

    def staying(self, content: str) -> tuple[str, str] | None:
        """Day and id (`extract.copies.precedence`) of the copy with this content that stays so far."""
        found = self._database.execute("SELECT day, article_id FROM contents WHERE content = ?", (content,)).fetchone()
        return (str(found[0]), str(found[1])) if found else None

    def let_stay(self, content: str, own: tuple[str, str]) -> None:
        """Take `own` for the copy that stays."""
        self._database.execute("INSERT OR REPLACE INTO contents VALUES (?, ?, ?)", (content, *own))
