"""The one type that every reader yields and every later step takes: an article as it was given."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it stands in a dump; nothing in it has been cleaned.

    `source_id` is the dump's own id (or the file's name or line, where it has none), `source_path` the file that it
    came from and `line` its line there. `published` is the printed date or date-time, unparsed.

    >>> Article(source_id="7", text="Pemkot Bogor berlakukan WFH.").article_id
    'e29713c46e8dcbc7'
    """

    source_id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    source_path: str = ""
    line: int | None = None

    @property
    def article_id(self) -> str:
        """A stable key: the same content has the same id, whatever file or format it was read from."""
        content = "\x1f".join([self.source_id, self.url or "", self.title or "", self.published or "", self.text])
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Reject:
    """A record that could not be read as an article, and why: it becomes a row of `articles` with that `reason`."""

    source_id: str
    source_path: str
    line: int | None
    reason: str
