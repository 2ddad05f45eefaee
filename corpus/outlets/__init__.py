"""What is known of single outlets: where their pages hold the article, and which furniture only they print.

An outlet is a declaration, one TOML file beside this one:

- `name`: the outlet as its readers call it; `domains`: its hosts, each with all hosts below it ("detik.com" is also
  "news.detik.com");
- `zone` (WIB when missing): the time zone of the newsroom, in which a moment in UTC becomes a day;
- `body`, `drop`: CSS selectors of the element that holds the article's paragraphs, and of what in it is none;
- `rules`: furniture rules as in `corpus.furniture`. They are applied to plain scraped text of the outlet, too.

Nothing depends on an outlet being known: the general rules read any page. To add one, write its file and a layout in
`tests/layouts`; the tests run every rule's examples and read an article out of the layout.

>>> found = find_outlet("https://kupang.antaranews.com/berita/40123/pegawai-wfh")
>>> found.name, found.body
('ANTARA', '.wrap__article-detail-content')
>>> find_outlet(None, "Pos-Kupang.com").name, find_outlet("https://kabar.example/1") is None
('Tribun Network', True)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta, timezone
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from corpus.furniture import Rule, read_rules

_HERE = Path(__file__).parent
_KEYS = frozenset({"name", "domains", "zone", "body", "drop", "rules"})
_NEEDED = frozenset({"name", "domains"})

ZONES: Mapping[str, timezone] = {
    "WIB": timezone(timedelta(hours=7), "WIB"),
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
}
"""The three time zones of Indonesia (Keputusan Presiden 41/1987)."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet, or a network of outlets whose pages are built alike. `body` and `drop` are CSS selectors."""

    key: str
    name: str
    domains: tuple[str, ...]
    zone: timezone
    body: str | None
    drop: str | None
    rules: tuple[Rule, ...]


@cache
def load() -> tuple[Outlet, ...]:
    """All outlets in the order of their files' names; raises `ValueError` naming the file when one is malformed."""
    return tuple(_outlet(path) for path in sorted(_HERE.glob("*.toml")))


def find_outlet(url: str | None, outlet: str | None = None) -> Outlet | None:
    """The outlet that a page's address or, failing that, the name in a dump belongs to; None for an unknown one.

    >>> find_outlet("https://news.detik.com/berita/d-1/a").name, find_outlet("https://notdetik.com/a") is None
    ('detikcom', True)
    """
    by_domain = _by_domain()
    labels = (host_of(url) or "").split(".")
    for start in range(len(labels) - 1):
        if found := by_domain.get(".".join(labels[start:])):
            return found
    return _by_name().get(_folded(outlet)) if outlet else None


def host_of(url: str | None) -> str | None:
    """The host of an address in lower case; None where there is none, or the address is broken.

    >>> host_of("https://News.Detik.com:443/a"), host_of("http://["), host_of("7")
    ('news.detik.com', None, None)
    """
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # "http://["
        return None


@cache
def _by_domain() -> Mapping[str, Outlet]:
    return {domain: outlet for outlet in load() for domain in outlet.domains}


@cache
def _by_name() -> Mapping[str, Outlet]:
    """Outlets by their name, by their domains and by these without the ending ("kompas" for "kompas.com")."""
    names: dict[str, Outlet] = {}
    for outlet in load():
        for name in (outlet.name, *outlet.domains, *(domain.partition(".")[0] for domain in outlet.domains)):
            names.setdefault(_folded(name), outlet)
    return names


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.removeprefix("www.")).casefold()


def _outlet(path: Path) -> Outlet:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if not _NEEDED <= set(table) <= _KEYS:
        raise ValueError(
            f"{path.name}: an outlet has {', '.join(sorted(_NEEDED))} and may have zone, body, drop, rules"
        )
    return Outlet(
        key=path.stem,
        name=table["name"],
        domains=tuple(table["domains"]),
        zone=ZONES[table.get("zone", "WIB")],
        body=table.get("body"),
        drop=", ".join(table["drop"]) if "drop" in table else None,
        rules=tuple(read_rules(table.get("rules", {}), path.name, prefix=f"{path.stem}_")),
    )
