"""What stands on a news page beside the article: menus, "Baca juga", captions, bylines, lists of other news.

The rules are data, one TOML file for each kind of furniture. A rule says where it looks (`scope`), what it matches
(`pattern`, over text with normalised characters, case ignored) and shows what it `removes` and what it `keeps`; the
tests run every example. `corpus.cleaning` applies them.

To teach the cleaner furniture that many outlets print, add a rule or an alternative to a file here, with its example;
what only one outlet prints goes into that outlet's file in `corpus.outlets`.

>>> furniture = load()
>>> furniture.line_rule("Baca juga: Banjir Rob Genangi Kota Lama")
'read_also'
>>> furniture.line_rule("Gubernur membaca surat edaran itu, juga lampirannya.") is None
True
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from corpus.patterns import Pattern

_HERE = Path(__file__).parent
_PIECE = re.compile(r"%(\w{1,40})%")
_LONGEST_LINE = 400  # no furniture line is longer, and a hostile line is not worth the search


class Scope(Enum):
    """Where a rule looks and how much goes."""

    LINE = "line"
    """A whole line."""
    BLOCK = "block"
    """A heading line and the headlines or list items below it."""
    TO_END = "to_end"
    """A heading line and all below it up to the next paragraph of prose."""
    INLINE = "inline"
    """The match itself, anywhere in a line."""
    INLINE_TITLE = "inline_title"
    """The match and the headline after it, inside a line that goes on with the article."""
    INLINE_TAIL = "inline_tail"
    """The match and the rest of its line, when no sentence of prose follows."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as it stands in its file, its pattern's `%pieces%` filled in."""

    name: str
    scope: Scope
    pattern: str
    removes: tuple[str, ...]
    keeps: tuple[str, ...]

    def matches(self, text: str) -> bool:
        """Whether the rule alone would fire on a line (for the inline scopes: somewhere in it)."""
        pattern = re.compile(self.pattern, re.IGNORECASE)
        whole = self.scope in {Scope.LINE, Scope.BLOCK, Scope.TO_END}
        return bool(pattern.fullmatch(text) if whole else pattern.search(text))


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists that tell a headline from a sentence; lower case."""

    particles: frozenset[str]
    """Words that a headline in title case leaves in lower case ("di", "dan", "untuk")."""
    openers: frozenset[str]
    """Words that open a sentence of the article ("Menurut", "Namun", "Kepala", "Wali")."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Rules, compiled into one pattern for each scope; those of an outlet stand behind the general ones."""

    rules: tuple[Rule, ...]
    words: Words
    patterns: Mapping[Scope, tuple[Pattern, ...]]

    def line_rule(self, line: str) -> str | None:
        """The name of the `LINE` rule that matches the whole of `line`."""
        return self.match(Scope.LINE, line)

    def match(self, scope: Scope, line: str) -> str | None:
        """The name of the rule of `scope` that matches the whole of `line`."""
        if len(line) > _LONGEST_LINE:
            return None
        matches = (pattern.fullmatch(line) for pattern in self.patterns[scope])
        return next((match.lastgroup for match in matches if match), None)

    def find(self, scope: Scope, text: str) -> Iterable[re.Match[str]]:
        """All matches of the rules of an inline `scope` in order; a match's `lastgroup` is the rule's name."""
        found = [match for pattern in self.patterns[scope] for match in pattern.finditer(text)]
        return sorted(found, key=lambda match: match.start())

    def joined_by(self, rules: Sequence[Rule]) -> Furniture:
        """These rules and an outlet's own behind them."""
        patterns = {
            scope: (*own, _joined(added)) if (added := [rule for rule in rules if rule.scope is scope]) else own
            for scope, own in self.patterns.items()
        }
        return Furniture((*self.rules, *rules), self.words, patterns)


@cache
def load() -> Furniture:
    """Read the rules beside this file; raises `ValueError` naming the file and rule when one is malformed."""
    rules = tuple(
        rule
        for path in sorted(_HERE.glob("*.toml"))
        if path.name not in {"pieces.toml", "words.toml"}
        for rule in read_rules(_read(path), path.name)
    )
    words = _read(_HERE / "words.toml")
    return Furniture(
        rules=rules,
        words=Words(particles=_word_set(words["particles"]), openers=_word_set(words["openers"])),
        patterns={scope: (_joined(rule for rule in rules if rule.scope is scope),) for scope in Scope},
    )


def read_rules(tables: Mapping[str, object], file: str, prefix: str = "") -> Iterator[Rule]:
    """The rules of a TOML file, their names behind `prefix`; raises `ValueError` naming the file and the rule."""
    pieces = _pieces()
    for name, table in tables.items():
        where = f"{file}: {name}"
        if not isinstance(table, dict) or not {"scope", "pattern", "removes", "keeps"} == set(table):
            raise ValueError(f"{where}: a rule has scope, pattern, removes and keeps")
        pattern = _filled(table["pattern"], pieces, where)
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{where}: {error}") from error
        yield Rule(prefix + name, Scope(table["scope"]), pattern, tuple(table["removes"]), tuple(table["keeps"]))


@cache
def _pieces() -> Mapping[str, str]:
    pieces: dict[str, str] = {}
    for name, piece in _read(_HERE / "pieces.toml").items():
        pieces[name] = _filled(str(piece), pieces, "pieces.toml")
    return pieces


def _read(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _word_set(text: object) -> frozenset[str]:
    return frozenset(str(text).split())


def _filled(pattern: str, pieces: Mapping[str, str], where: str) -> str:
    def piece(match: re.Match[str]) -> str:
        if match[1] not in pieces:
            raise ValueError(f"{where}: no piece is called {match[1]!r}")
        return f"(?:{pieces[match[1]]})"

    return _PIECE.sub(piece, pattern)


def _joined(rules: Iterable[Rule]) -> Pattern:
    return Pattern(*(f"(?P<{rule.name}>{rule.pattern})" for rule in rules))
