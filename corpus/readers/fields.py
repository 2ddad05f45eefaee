"""Which field of a dump is which field of an article: a table of usual names (`fields.toml`), and the user's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files


@cache
def usual_names() -> Mapping[str, tuple[str, ...]]:
    """The names that each field of an article may have in a dump.

    >>> usual_names()["url"][:3]
    ('url', 'link', 'tautan')
    """
    table = tomllib.loads(files("corpus.readers").joinpath("fields.toml").read_text(encoding="utf-8"))
    return {field: tuple(names) for field, names in table.items()}


@dataclass(frozen=True, slots=True)
class FieldMap:
    """The names of a dump's own fields, for those that are not among the usual names.

    >>> FieldMap(text="naskah").names("text")
    ('naskah',)
    >>> FieldMap().names("title")[:3]
    ('title', 'judul', 'headline')
    """

    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    text: str | None = None
    outlet: str | None = None

    def names(self, field: str) -> tuple[str, ...]:
        """The names that `field` may have in the dump, the likeliest first."""
        own: str | None = getattr(self, field)
        return usual_names()[field] if own is None else (own,)

    def own_names(self) -> list[str]:
        """The names that the user gave."""
        given = (getattr(self, field.name) for field in fields(self))
        return [name for name in given if name is not None]

    def missing(self, present: Iterable[str]) -> list[str]:
        """Those names of the user's that are not among the dump's."""
        held = {folded(name) for name in present}
        return [name for name in self.own_names() if folded(name) not in held]

    def chosen(self, present: Iterable[str]) -> dict[str, str]:
        """For each field of an article that the dump has, the dump's name of it.

        >>> FieldMap().chosen(["Judul", "isi", "penulis"])
        {'title': 'Judul', 'text': 'isi'}
        """
        held = {folded(name): name for name in reversed(list(present))}
        found = {
            field.name: next((held[folded(name)] for name in self.names(field.name) if folded(name) in held), None)
            for field in fields(self)
        }
        return {field: name for field, name in found.items() if name is not None}


def folded(name: str) -> str:
    """A field's name as names are compared: without capitals, blanks and hyphens as underscores.

    >>> folded("Isi Artikel ")
    'isi_artikel'
    """
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())
