"""Offices that are closed for some days while their staff work from home: a rule of its own for each spell.

"Dinas Sosial ditutup 3-5 Agustus ... Semua pegawainya bekerja dari rumah." A closing alone is no rule: somebody must be
said to work from home.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.dates import DateValue
from extract.lexicon import compiled
from extract.scope import Scoped, within
from extract.spans import Span
from extract.workplace import NAMED

# "ditutup", "tutup tiga hari", "mengunci pintunya", "disterilkan"
_CLOSED = compiled(r"\b(?:di|me[nm]?)?(?:tutup|nutup|kunci|ngunci|gembok|lockdown|steril\w*|kosongkan|ngosongkan)\b")
# A word of a name, and more of them: "Kependudukan dan Pencatatan Sipil", "PP"
_NAME = r"(?:[A-Z][\w.'/-]+|PP)"
# What an office's name begins with, as printed
_KIND = (
    r"(?:Dinas|Badan|Bagian|Biro|Sekretariat|Kecamatan|Kelurahan|Kapanewon|Kalurahan|Kemantren|Distrik|Nagari"
    r"|UPTD?|Balai)"
)
# More words of it; "dan Dinas X" is the next office
_NAMES = rf"(?: (?:dan (?!(?:Kantor |{_KIND}\b))(?={_NAME}))?{_NAME}){{1,6}}"
# "Dinas Sosial", "Kantor Kecamatan Landasan Ulin", "Kantor Kominfo"
_OFFICE = compiled(rf"\b(?:Kantor )?{_KIND}{_NAMES}|\bKantor {_NAME}(?: {_NAME}){{0,3}}", any_case=False)
# Names of buildings and others: "Kantor Bupati", "Kantor Berita Antara", "Badan Kesehatan Dunia"
_NO_OFFICE = compiled(
    r"^Kantor (?:Bupati|Wali|Gubernur|Berita|Pos|Camat$|Pemerintah)|^Badan (?:Kesehatan Dunia|Kepegawaian)",
    any_case=False,
)
# "Kepala ", "Plt Camat "
_STATED_BY = compiled(r"\b(?:Kepala|Kabid|Kabag|Sekretaris|Plt|Plh|Juru Bicara|Camat|Lurah) $", any_case=False)
_TITLE_REACH = 24  # characters before a name: the longest title
# "Kantor Dinas Sosial" is Dinas Sosial
_KANTOR = compiled(r"^Kantor (?=Dinas|Badan|Bagian|Biro|Sekretariat)", any_case=False)
# "seluruh pegawai", "100 persen", "pegawainya"
_EVERYONE = compiled(r"\b(?:seluruh|semua|segenap)\w*\b|\b100\s?(?:persen|%)|\bpegawainya\b|\bpegawai di\b")
# "sebelumnya ditutup dari", "pernah dikunci pada"
_EARLIER = compiled(r"\b(?:sebelumnya|pernah|sempat)\b[^.,;]{0,45}$")
_REACH = 4  # sentences between a closing, the names of its offices and the word that the staff work at home
_LEAD = 2  # sentences that sum the article up: "semua pegawai" there is of the whole region


@dataclass(frozen=True, slots=True)
class Closing:
    """Offices closed over the same days, and the sentence that puts their staff at home."""

    units: tuple[Span[str], ...]
    spell: Span[DateValue]
    home: Scoped


# Offices, their spell, and the sentence that names it.
_Spell = tuple[list[Span[str]], Span[DateValue], Scoped]


def find_closings(sentences: Sequence[Scoped], dates: Sequence[Span[DateValue]]) -> list[Closing]:
    """Closings of named offices with their days, where a sentence near says that the staff work from home.

    >>> from extract.dates import find_dates
    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> words = "Dinas Sosial ditutup 3-5 Agustus 2020, semua pegawainya bekerja dari rumah."
    >>> [c.spell.text for c in find_closings(scope(Text(words)), find_dates(words))]
    ['3-5 Agustus 2020']
    """
    spells = _spells_of_offices(sentences, dates)
    found = ((units, spell, _home(sentences, at)) for units, spell, at in spells)
    return [Closing(tuple(units), spell, home) for units, spell, home in found if units and home is not None]


def _spells_of_offices(sentences: Sequence[Scoped], dates: Sequence[Span[DateValue]]) -> list[_Spell]:
    """The spells for which offices are closed, with all the offices and the sentence that names the spell first."""
    spells: dict[tuple[date, date], _Spell] = {}
    last = -_REACH  # the last sentence that told a closing
    named: list[tuple[int, Span[str]]] = []  # offices named since the last spell, with their sentence
    for scoped in sentences:
        named += [(scoped.index, unit) for unit in _units(scoped)]
        goes_on = scoped.index <= last + 1 and _OFFICE.search(scoped.sentence.text)
        if not (goes_on or _CLOSED.search(scoped.sentence.text)):
            continue
        last = scoped.index  # "Kemudian Kantor Kecamatan X pada 3-5 Agustus": the list of closings goes on
        for own, spell in _spells(scoped, dates):
            units = own or [unit for index, unit in named if scoped.index - index < _REACH]
            named = []
            key = (spell.value.start or date.min, spell.value.end or date.max)
            spells.setdefault(key, ([], spell, scoped))[0].extend(units)
    return list(spells.values())


def _spells(scoped: Scoped, dates: Sequence[Span[DateValue]]) -> list[tuple[list[Span[str]], Span[DateValue]]]:
    """Each spell of the sentence with the offices named before it (or since the spell before)."""
    ranges = [
        d
        for d in within(dates, scoped)
        if d.value.kind == "range" and d.value.start and d.value.end and not _is_earlier(scoped, d)
    ]
    units = _units(scoped)
    out, left = [], scoped.sentence.start
    for spell in ranges:
        out.append(([u for u in units if left <= u.start < spell.start], spell))
        left = spell.end
    if ranges:
        out[-1][0].extend(u for u in units if u.start >= left)
    return out


def _is_earlier(scoped: Scoped, spell: Span[DateValue]) -> bool:
    """Whether the spell is one gone by: "sebelumnya ditutup dari 24 sampai 28 Juni"."""
    return _EARLIER.search(scoped.sentence.text, 0, spell.start - scoped.sentence.start) is not None


def _units(scoped: Scoped) -> list[Span[str]]:
    """The offices that the sentence names, without those of which only the head speaks."""
    s = scoped.sentence
    return [
        Span("unit", s.start + m.start(), s.start + m.end(), m.group(), _plain(m.group()), "closings.unit")
        for m in _OFFICE.finditer(s.text)
        if not _NO_OFFICE.match(m.group()) and not _is_title(s.text, m.start())
    ]


def _is_title(text: str, start: int) -> bool:
    """Whether the office is part of a person's title: "Kepala Dinas Sosial"."""
    return _STATED_BY.search(text, max(0, start - _TITLE_REACH), start) is not None


def _plain(name: str) -> str:
    return _KANTOR.sub("", " ".join(name.split()))


def _home(sentences: Sequence[Scoped], at: Scoped) -> Scoped | None:
    """The sentence near the closing that puts everybody at home."""
    near = (s for s in sentences if abs(s.index - at.index) <= _REACH and (s.index >= _LEAD or s.index == at.index))
    return next((s for s in near if _puts_home(s)), None)


def _puts_home(scoped: Scoped) -> bool:
    text = scoped.sentence.text
    return NAMED.search(text) is not None and _EVERYONE.search(text) is not None
