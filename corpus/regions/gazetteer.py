"""Which region a name means, on which day, and where the names of regions stand in a text.

Four tables beside this file hold all knowledge; the code only reads them.

- `regions.csv`: one row per region and period. Codes are those of Kemendagri (decree 72/2019 as revised by
  146.1-4717/2020, and 300.2.2-2430/2025). A regency that moved to a new province of Papua has two rows, joined by
  `successor`; the new row starts on the day of its law (UU 14, 15 and 16/2022 of 25 July 2022 for Papua Selatan, Tengah
  and Pegunungan; UU 29/2022 of 8 December 2022 for Papua Barat Daya). `bps_code` is that of 2020.
- `aliases.csv`: abbreviations, spellings, former names, seats of government and nicknames. `needs` says what must stand
  around a printed alias before it is believed: nothing, a `place` (a word such as "di" or "warga", a dateline, or an
  office) or an `office` ("Bupati", "Pemkab", "Kabupaten"). A row of kind `official` puts such a condition on an
  official name that is also a word, a person's name or another place ("Batu", "Bima", "Puncak").
- `decoys.csv`: longer names that contain a region's name and mean something else ("Jawa-Bali", "Bali United").
- `blends.csv`: one-word offices such as "Gubsu"; they are read in `extract.regions`.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any, Literal, cast

import ahocorasick

Level = Literal["national", "province", "regency", "city"]
Kind = Literal["official", "abbreviation", "spelling", "former", "capital", "nickname"]
Needs = Literal["", "place", "office"]

# What an official name starts with and a newspaper leaves out, longest first.
LEVEL_WORDS = re.compile(
    r"(?:(?P<city>kota)|(?P<regency>kabupaten|kab\.?)|(?P<province>provinsi|propinsi|prov\.?))\s+"  # "Kab. Bandung"
    r"(?:(?:administrasi|administratif|adm\.?)\s+)?",  # "Kota Administrasi Jakarta Timur"
    re.IGNORECASE,
)

# A bare name means these levels in this order: "Jambi" the province, "Bogor" the city.
BARE_ORDER: dict[Level, int] = {"national": 0, "province": 1, "city": 2, "regency": 3}

# Inside a name these are one blank: blanks, one line break, or a hyphen between letters ("Kulon-Progo").
# Two line breaks end a paragraph, so they never join a name.
_GAP = re.compile(r"[^\S\n]{0,40}\n[^\S\n]{0,40}|[^\S\n]{1,40}|(?<=[^\W_])-(?=[^\W_])")

# "NTT", "OKU Timur", "D.I. Yogyakarta"
_ACRONYM = re.compile(r"[A-Z]\.?[A-Z]\.?[A-Z]*(?![a-z])")

# The end of a host name; the list is closed so that a missing blank ("ke Bogor.Kata dia") does not count as one.
# ("example" is the name reserved for made-up pages.)
_DOMAIN_AFTER = re.compile(r"(?:\.[a-z0-9]{2,30}){0,3}\.(?:com|co|id|net|org|info|news|go|example)\b")


@dataclass(frozen=True, slots=True)
class Region:
    """A region during one period of its life; `valid_from` and `valid_to` are inclusive, None is unbounded.

    `name` is the official one ("Kota Kupang", "Jawa Tengah"), `iso_3166_2` that of its province, `bps_code` that of
    2020 (None for provinces made later), coordinates are in degrees, `population` is of 2025.
    """

    code: str
    name: str
    level: Level
    province_code: str | None
    iso_3166_2: str
    bps_code: str | None
    latitude: float | None
    longitude: float | None
    population: int | None
    valid_from: date | None
    valid_to: date | None
    successor: str | None

    @property
    def short_name(self) -> str:
        """The name without its level word.

        >>> Gazetteer.load().region("31.74").short_name
        'Jakarta Selatan'
        """
        return LEVEL_WORDS.sub("", self.name, count=1)

    def holds_on(self, day: date) -> bool:
        """Whether this is the region's code and province on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name of a region as it stands in a text: `text[start:end]`, end exclusive.

    `codes` are the regions that may be meant, likeliest first; a regency that changed its code is listed once, under
    the older one. `kind` and `needs` are those of the alias table. `cased` is False for a name in small letters.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    kind: Kind
    needs: Needs
    cased: bool = True


@dataclass(frozen=True, slots=True)
class _Key:
    """What the automaton knows about a folded name; a decoy has no codes.

    The first `capitals` characters are printed in capitals: "OKU Timur", and "DI Yogyakarta" is not "di Yogyakarta".
    """

    codes: tuple[str, ...]
    kind: Kind = "official"
    needs: Needs = ""
    capitals: int = 0


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text in small letters with every gap as one blank, and the way back to the text's own offsets."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All regions, looked up by code, by name, or in a whole text; get one with `Gazetteer.load()`."""

    _regions: dict[str, Region]
    _predecessors: dict[str, str]
    _keys: dict[str, _Key]
    _automaton: Any = field(repr=False)

    @staticmethod
    @cache
    def load() -> Gazetteer:
        """The gazetteer that comes with the package, read once per process."""
        regions = {region.code: region for region in map(_region, read_table("regions.csv"))}
        keys = _keys(regions)
        automaton = ahocorasick.Automaton()
        for folded in keys:
            automaton.add_word(folded, folded)
        automaton.make_automaton()
        predecessors = {region.successor: region.code for region in regions.values() if region.successor}
        return Gazetteer(regions, predecessors, keys, automaton)

    def __iter__(self) -> Iterator[Region]:
        """All regions in all periods, sorted by code."""
        return iter(self._regions.values())

    def region(self, code: str, on: date | None = None) -> Region:
        """The region with this Kemendagri code; with a date, as it stood on that day, under its code of that day.

        Raises `KeyError` for an unknown code and for a region that did not exist on the day.

        >>> gazetteer = Gazetteer.load()
        >>> gazetteer.region("91.09", on=date(2021, 7, 1)).code
        '91.09'
        >>> gazetteer.region("91.09", on=date(2023, 7, 1)).code
        '94.04'
        """
        region = self._regions[code]
        if on is None or region.holds_on(on):
            return region
        other = region.successor or self._predecessors.get(code)
        if other and self._regions[other].holds_on(on):
            return self._regions[other]
        raise KeyError(f"{code} did not exist on {on.isoformat()}")

    def province_of(self, region: Region, on: date | None = None) -> Region | None:
        """The province that a region lies in (a province itself, None for the nation), on a day if one is given.

        >>> gazetteer = Gazetteer.load()
        >>> merauke = gazetteer.region("91.01")
        >>> gazetteer.province_of(merauke, date(2020, 3, 1)).name, gazetteer.province_of(merauke, date(2024, 1, 1)).name
        ('Papua', 'Papua Selatan')
        """
        if on is not None:
            region = self.region(region.code, on)
        return self._regions[region.province_code] if region.province_code else None

    def lookup(self, name: str, on: date | None = None) -> list[Region]:
        """The regions that a name or alias may mean, likeliest first; empty if it is none.

        Case, doubled blanks, hyphens and a level word in front do not matter, but a level word narrows the answer.
        With `on`, regions are given as they stood on that day.

        >>> gazetteer = Gazetteer.load()
        >>> [region.name for region in gazetteer.lookup("bogor")]
        ['Kota Bogor', 'Kabupaten Bogor']
        >>> [region.name for region in gazetteer.lookup("Kab.  BOGOR")]
        ['Kabupaten Bogor']
        >>> [region.name for region in gazetteer.lookup("Tangsel")]
        ['Kota Tangerang Selatan']
        """
        name = name.strip()
        key = self._keys.get(_fold(name).text)
        level = None
        if key is None and (printed := LEVEL_WORDS.match(name)):
            level = printed.lastgroup
            key = self._keys.get(_fold(name[printed.end() :]).text)
        found = [self._regions[code] for code in key.codes] if key else []
        if on is not None:
            found = [now for region in found if (now := self._on(region, on))]
        return [region for region in found if level in (None, region.level)]

    def _on(self, region: Region, day: date) -> Region | None:
        if region.holds_on(day):
            return region
        later = self._regions[region.successor] if region.successor else None
        return later if later and later.holds_on(day) else None

    def find(self, text: str) -> list[NameMatch]:
        """All names of regions in a text, by start, without overlaps; of names at one place the longest counts.

        A name stands between word boundaries. It starts with a capital (the caller decides about `cased=False`), and an
        acronym is printed in capitals. Level words ("Kota") are not part of the match. One pass over the text.

        >>> gazetteer = Gazetteer.load()
        >>> [(m.codes, m.start, m.end) for m in gazetteer.find("dari Tangerang  Selatan ke KULON-PROGO")]
        [(('36.74',), 5, 23), (('34.01',), 27, 38)]
        """
        folded = _fold(text)
        hits = [
            (end + 1 - len(name), end + 1, name)
            for end, name in self._automaton.iter(folded.text)
            if _is_word(folded.text, end + 1 - len(name), end + 1)
        ]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        matches: list[NameMatch] = []
        taken = 0
        for begin, stop, name in hits:
            if begin < taken:
                continue
            start, end = folded.origin(begin), folded.origin(stop - 1) + 1
            key, printed = self._keys[name], text[start:end]
            if key.capitals and not printed[: key.capitals].isupper():
                continue
            taken = stop
            if key.codes:
                cased = printed[0].isupper() or printed[0].isdigit()
                matches.append(NameMatch(start, end, key.codes, key.kind, key.needs, cased))
        return matches


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file beside this module, as they stand."""
    return list(csv.DictReader(files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()))


def _region(row: dict[str, str]) -> Region:
    def day(column: str) -> date | None:
        return date.fromisoformat(row[column]) if row[column] else None

    return Region(
        code=row["code"],
        name=row["name"],
        level=cast(Level, row["level"]),
        province_code=row["province_code"] or None,
        iso_3166_2=row["iso_3166_2"],
        bps_code=row["bps_code"] or None,
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        population=int(row["population_2025"]) if row["population_2025"] else None,
        valid_from=day("valid_from"),
        valid_to=day("valid_to"),
        successor=row["successor"] or None,
    )


def _keys(regions: dict[str, Region]) -> dict[str, _Key]:
    """Every folded name with what it means. Aliases win over official names, to put conditions on them."""
    keys: dict[str, _Key] = {}
    moved = {region.successor for region in regions.values()}
    named = [region for region in regions.values() if region.level != "national" and region.code not in moved]
    named.sort(key=lambda region: (region.short_name, BARE_ORDER[region.level]))
    for name, group in groupby(named, key=lambda region: region.short_name):
        _add(keys, name, _Key(tuple(region.code for region in group), capitals=_capitals(name)))
    for row in read_table("aliases.csv"):
        alias = row["alias"]
        kind, needs = cast(Kind, row["kind"]), cast(Needs, row["needs"])
        _add(keys, alias, _Key(tuple(row["codes"].split()), kind, needs, _capitals(alias)))
    for row in read_table("decoys.csv"):
        keys[_fold(row["phrase"]).text] = _Key(())
    return keys


def _capitals(name: str) -> int:
    acronym = _ACRONYM.match(name)
    return acronym.end() if acronym else 0


def _add(keys: dict[str, _Key], name: str, key: _Key) -> None:
    """Also the name in one word ("Kulonprogo"), unless that is a name of its own."""
    folded = _fold(name).text
    keys[folded] = key
    if " " in folded and key.kind != "nickname":
        keys.setdefault(folded.replace(" ", ""), key)


def _fold(text: str) -> _Folded:
    lower = text.lower()
    if len(lower) != len(text):  # a few letters, such as the Turkish capital I with a dot, grow
        lower = "".join(_small(character) for character in text)
    pieces: list[str] = []
    starts, shifts = [0], [0]
    done = length = 0
    for gap in _GAP.finditer(lower):
        pieces += (lower[done : gap.start()], " ")
        length += gap.start() - done + 1
        done = gap.end()
        if done - length != shifts[-1]:
            starts.append(length)
            shifts.append(done - length)
    pieces.append(lower[done:])
    return _Folded("".join(pieces), tuple(starts), tuple(shifts))


def _small(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _is_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_joins(before) or _joins(after)) and not _in_address(text, start, end)


def _joins(character: str) -> bool:
    return character.isalnum() or character in "_@"


def _in_address(text: str, start: int, end: int) -> bool:
    """Part of a web address or domain ("jabar.tribunnews.com", "www.bogor.go.id") rather than of a sentence."""
    return bool(_DOMAIN_AFTER.match(text, end)) or text.endswith("www.", 0, start)
