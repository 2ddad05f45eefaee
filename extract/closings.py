"""Offices that are closed for some days while their staff work from home: a rule of its own for each spell.

"Dinas Sosial ditutup 3-5 Agustus ... Semua pegawainya bekerja dari rumah." A closing alone is no rule: somebody must be
said to work from home.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.dates import DateValue
from extract.scope import Scoped
from extract.spans import Span
from extract.workplace import NAMED

# "ditutup", "tutup tiga hari", "mengunci pintunya", "disterilkan"
_CLOSED = re.compile(
    r"\b(?:di|me[nm]?)?(?:tutup|nutup|kunci|ngunci|gembok|lockdown|steril\w*|kosongkan|ngosongkan)\b", re.IGNORECASE
)
_NAME = r"(?:[A-Z][\w.'/-]+|PP)"
_JOINED = rf"(?:\s+(?:dan\s+(?={_NAME}))?{_NAME}){{1,6}}"
# "Dinas Kependudukan dan Pencatatan Sipil", "Kantor Kecamatan Landasan Ulin", "Kantor Kominfo", "Setda"
_OFFICE = re.compile(
    rf"\b(?:Kantor\s+)?(?:Dinas|Badan|Bagian|Biro|Sekretariat|Kecamatan|Kelurahan|Kapanewon|Kalurahan|Kemantren|Distrik|Nagari|UPTD?|Balai){_JOINED}|\bKantor\s+{_NAME}(?:\s+{_NAME}){{0,3}}"
)
_NO_OFFICE = re.compile(
    r"^Kantor\s+(?:Bupati|Wali|Gubernur|Berita|Pos|Camat$|Pemerintah)|^Badan\s+(?:Kesehatan\s+Dunia|Kepegawaian)"
)
_STATED_BY = re.compile(r"\b(?:Kepala|Kabid|Kabag|Sekretaris|Plt|Plh|Juru\s+Bicara|Camat|Lurah)\s+$")
_EVERYONE = re.compile(
    r"\b(?:seluruh|semua|segenap)\w*\b|\b100\s?(?:persen|%)|\bsemua\b|\bpegawainya\b|\bpegawai\s+di\b", re.IGNORECASE
)
_REACH = 4


@dataclass(frozen=True, slots=True)
class Closing:
    """Offices closed over the same days, and the sentence that puts their staff at home."""

    units: tuple[Span[str], ...]
    spell: Span[DateValue]
    home: Scoped


def find_closings(sentences: Sequence[Scoped], dates: Sequence[Span[DateValue]]) -> list[Closing]:
    """Closings of named offices with their days, where a sentence near says that the staff work from home.

    >>> from extract.dates import find_dates
    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> words = "Dinas Sosial ditutup 3-5 Agustus 2020. Semua pegawainya bekerja dari rumah."
    >>> [(u.value for u in c.units) and c.spell.text for c in find_closings(scope(Text(words)), find_dates(words))]
    ['3-5 Agustus 2020']
    """
    spells: dict[tuple[date, date], tuple[list[Span[str]], Span[DateValue], Scoped]] = {}
    closing = -_REACH
    named: list[tuple[int, Span[str]]] = []  # offices named since the last spell, with their sentence
    for scoped in sentences:
        named += [(scoped.index, unit) for unit in _units(scoped)]
        if _CLOSED.search(scoped.sentence.text):
            closing = scoped.index
        elif scoped.index > closing + 1 or not _OFFICE.search(scoped.sentence.text):
            continue
        else:  # "Kemudian Kantor Kecamatan X pada 3-5 Agustus": the list of closings goes on
            closing = scoped.index
        for units, spell in _spells(scoped, dates):
            units = units or [unit for index, unit in named if scoped.index - index < _REACH]
            named = []
            key = (spell.value.start or date.min, spell.value.end or date.max)
            spells.setdefault(key, ([], spell, scoped))[0].extend(units)
    found = []
    for units, spell, at in spells.values():
        home = _home(sentences, at)
        if units and home is not None:
            found.append(Closing(tuple(units), spell, home))
    return found


def _spells(scoped: Scoped, dates: Sequence[Span[DateValue]]) -> list[tuple[list[Span[str]], Span[DateValue]]]:
    """Each spell of the sentence with the offices named before it (or since the spell before)."""
    s = scoped.sentence
    ranges = [
        d for d in dates if s.start <= d.start < s.end and d.value.kind == "range" and d.value.start and d.value.end
    ]
    units = _units(scoped)
    out, left = [], s.start
    for spell in ranges:
        out.append(([u for u in units if left <= u.start < spell.start], spell))
        left = spell.end
    if ranges:
        out[-1][0].extend(u for u in units if u.start >= left)
    return out


def _units(scoped: Scoped) -> list[Span[str]]:
    s = scoped.sentence
    offices = [
        m
        for m in _OFFICE.finditer(s.text)
        if not _NO_OFFICE.match(m.group()) and not _STATED_BY.search(s.text[: m.start()])
    ]
    return [
        Span("unit", s.start + m.start(), s.start + m.end(), m.group(), _plain(m.group()), "closings.unit")
        for m in offices
    ]


def _plain(name: str) -> str:
    return re.sub(r"^Kantor\s+(?=Dinas|Badan|Bagian|Biro|Sekretariat)", "", " ".join(name.split()))


def _home(sentences: Sequence[Scoped], at: Scoped) -> Scoped | None:
    for scoped in sentences:
        if (
            abs(scoped.index - at.index) <= _REACH
            and NAMED.search(scoped.sentence.text)
            and _EVERYONE.search(scoped.sentence.text)
            and not (scoped.index < 2 and scoped.index != at.index)
        ):
            return scoped
    return None
