"""Offices that are closed for some days while their staff work from home: a rule of its own for each spell.

"Dinas Sosial ditutup 3-5 Agustus ... Semua pegawainya bekerja dari rumah." A closing alone is no rule: somebody must be
said to work from home.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract.dates import DateValue
from extract.lexicon import any_of, compiled, lists
from extract.scope import Scoped, within
from extract.spans import Span
from extract.workplace import NAMED

# "ditutup", "masa penutupan", "tutup tiga hari", "mengunci pintunya", "disterilkan"
_CLOSED = compiled(
    r"\b(?:di|me[nm]?)?(?:tutup|nutup|kunci|ngunci|gembok|lockdown|steril\w*|kosongkan|ngosongkan|penutupan\w*)\b"
    # "tidak ada aktivitas di gedung itu"
    r"|\b(?:tidak|tak) ada (?:aktivitas|kegiatan|pelayanan)\b"
    # "pelayanan tatap muka di kantor itu ditiadakan tiga hari"
    r"|\b(?:pe)?layanan\b[^.;\n]{0,100}\b(?:dihentikan|ditiadakan|disetop|dinonaktifkan)\b"
)
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
# "Badan Perencanaan Pembangunan Daerah (Bappeda)": the short name stands for the office from there on
# (with the rest of a name that is told as a list: "..., Riset dan Inovasi Daerah (Bapperida)")
_SHORT = compiled(
    rf"^(?P<rest>(?:,(?: (?!{_KIND}\b)(?:dan|[A-Z]\w+)){{1,6}})?),? "
    r"\((?:selanjutnya |disebut )*(?P<short>[A-Z][\w-]{2,19})\)",
    any_case=False,
)
# Short names that need no long one before them
_WELL_KNOWN = compiled(rf"\b{any_of(lists('units')['short_names'])}\b(?! [A-Z])", any_case=False)
# "seluruh staf badan itu": the office named last
_THAT_OFFICE = compiled(r"\b(?:kantor|dinas|badan|instansi|opd|kecamatan|kelurahan) (?:itu|tersebut|ini)\b")
# "mulai hari ini, sampai Selasa (22/2)": two days of one sentence that are a spell
_UNTIL = compiled(r"^\W*(?:mulainya|ini)?,? ?(?:sampai|hingga|s/d)(?: dengan)?(?: hari)? $")
# "Kantor A tutup mulai Senin sampai Rabu, sedangkan Kantor B sampai | Jumat": from the same day on
_ONLY_UNTIL = compiled(r"\b(?:sampai|hingga|s/d)(?: dengan)?(?: hari| tanggal)? $")
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
# "separuh pegawai WFH", "50 persen staf": a part of them
_PART = compiled(r"\b(?:separuh|separo|setengah|sepertiga|seperempat|\d{1,2}\s?(?:persen\b|%))")
# "sebelumnya ditutup dari", "pernah dikunci pada"
_EARLIER = compiled(r"\b(?:sebelumnya|pernah|sempat)\b[^.,;]{0,45}$")
_GAP = 2  # sentences to the next closing of a list: "Dinas X 5 sampai 8. Di sana ... Kalau Bappeda ..."
_SHORT_REACH = 80  # characters behind a name in which its short one stands
_REACH = 4  # sentences between a closing, the names of its offices and the word that the staff work at home
_NAMED_REACH = 6  # sentences between an office named and the spell for which it is closed
_LEAD = 2  # sentences that sum the article up: "semua pegawai" there is of the whole region


@dataclass(frozen=True, slots=True)
class Closing:
    """Offices closed over the same days, and the sentence that puts their staff at home."""

    units: tuple[Span[str], ...]
    spell: Span[DateValue]
    home: Scoped


# The offices that a text calls by a short name: "Bappeda" is Badan Perencanaan Pembangunan Daerah
_Names = dict[str, str]
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
    found = ((units, spell, _home(sentences, at, units)) for units, spell, at in spells)
    return [Closing(tuple(units), spell, home) for units, spell, home in found if units and home is not None]


def _spells_of_offices(sentences: Sequence[Scoped], dates: Sequence[Span[DateValue]]) -> list[_Spell]:
    """The spells for which offices are closed, with all the offices and the sentence that names the spell first."""
    names = _short_names(sentences)
    spells: dict[tuple[date, date], _Spell] = {}
    last = -_REACH  # the last sentence that told a closing
    named: list[tuple[int, Span[str]]] = []  # offices named since the last spell, with their sentence
    for scoped in sentences:
        own_units = _units(scoped, names)
        named += [(scoped.index, unit) for unit in own_units]
        goes_on = scoped.index <= last + _GAP and own_units
        that = _THAT_OFFICE.search(scoped.sentence.text) and _puts_home(scoped)
        if not (goes_on or that or _CLOSED.search(scoped.sentence.text)):
            continue
        last = scoped.index  # "Kemudian Kantor Kecamatan X pada 3-5 Agustus": the list of closings goes on
        for own, spell in _spells(scoped, dates, own_units):
            units = own or [unit for index, unit in named if scoped.index - index < _NAMED_REACH]
            named = []
            key = (spell.value.start or date.min, spell.value.end or date.max)
            spells.setdefault(key, ([], spell, scoped))[0].extend(units)
    return list(spells.values())


def _short_names(sentences: Sequence[Scoped]) -> _Names:
    """The short names that the text gives offices in brackets."""
    names: _Names = {}
    for scoped in sentences:
        text = scoped.sentence.text
        for m in _OFFICE.finditer(text):
            if short := _SHORT.match(text[m.end() : m.end() + _SHORT_REACH]):
                names.setdefault(short["short"], _plain(m.group() + short["rest"]))
    return names


def _joined_days(dates: Sequence[Span[DateValue]], scoped: Scoped) -> list[Span[DateValue]]:
    """The dates of a sentence, a day and the day "sampai" which it goes as one spell."""
    out: list[Span[DateValue]] = []
    for found in within(dates, scoped):
        first = out[-1] if out else None
        at = scoped.sentence.start
        if (
            first is not None
            and first.value.start
            and found.value.start
            and first.value.kind != "range"
            and first.value.start == first.value.end
            and first.value.start < found.value.start == found.value.end
            and _UNTIL.match(scoped.sentence.text[first.end - at : found.start - at])
        ):
            words = scoped.sentence.text[first.start - at : found.end - at]
            value = replace(first.value, kind="range", end=found.value.end)
            out[-1] = replace(first, end=found.end, text=words, value=value)
        elif (
            first is not None
            and first.value.kind == "range"
            and first.value.start
            and found.value.start
            and first.value.start <= found.value.start == found.value.end
            and _ONLY_UNTIL.search(scoped.sentence.text[first.end - at : found.start - at])
        ):
            out.append(replace(found, value=replace(found.value, kind="range", start=first.value.start)))
        else:
            out.append(found)
    return out


def _spells(
    scoped: Scoped, dates: Sequence[Span[DateValue]], units: Sequence[Span[str]]
) -> list[tuple[list[Span[str]], Span[DateValue]]]:
    """Each spell of the sentence with the offices named before it (or since the spell before)."""
    ranges = [
        d
        for d in _joined_days(dates, scoped)
        if d.value.kind == "range" and d.value.start and d.value.end and not _is_earlier(scoped, d)
    ]
    out: list[tuple[list[Span[str]], Span[DateValue]]] = []
    left = scoped.sentence.start
    for spell in ranges:
        out.append(([u for u in units if left <= u.start < spell.start], spell))
        left = spell.end
    if ranges:
        out[-1][0].extend(u for u in units if u.start >= left)
    return out


def _is_earlier(scoped: Scoped, spell: Span[DateValue]) -> bool:
    """Whether the spell is one gone by: "sebelumnya ditutup dari 24 sampai 28 Juni"."""
    return _EARLIER.search(scoped.sentence.text, 0, spell.start - scoped.sentence.start) is not None


def _units(scoped: Scoped, names: _Names) -> list[Span[str]]:
    """The offices that the sentence names, without those of which only the head speaks."""
    s = scoped.sentence
    found = [m for m in _OFFICE.finditer(s.text) if not _NO_OFFICE.match(m.group())]
    known = (re.finditer(rf"\b{re.escape(short)}\b", s.text) for short in names)
    for more in (*known, _WELL_KNOWN.finditer(s.text)):
        found += [m for m in more if not any(_holds(f, m.start(), s.text) for f in found)]
    return [
        Span("unit", s.start + m.start(), s.start + m.start() + len(printed), printed, name, "closings.unit")
        for m in sorted(found, key=lambda m: m.start())
        for printed in [m.group().rstrip(".")]
        for name in [names.get(printed) or _plain(printed)]
        if not _is_title(s.text, m.start())
    ]


def _holds(office: re.Match[str], start: int, text: str) -> bool:
    """Whether the short name at `start` is a part of an office's name, or is given to it in brackets."""
    if office.start() <= start < office.end():
        return True
    short = _SHORT.match(text[office.end() : office.end() + _SHORT_REACH])
    return short is not None and office.end() <= start < office.end() + short.end()


def _is_title(text: str, start: int) -> bool:
    """Whether the office is part of a person's title: "Kepala Dinas Sosial"."""
    return _STATED_BY.search(text, max(0, start - _TITLE_REACH), start) is not None


def _plain(name: str) -> str:
    return _KANTOR.sub("", " ".join(name.split()))


def _home(sentences: Sequence[Scoped], at: Scoped, units: Sequence[Span[str]]) -> Scoped | None:
    """The sentence that puts the staff at home: the closing's own, else the one near it that says so of everybody.

    Behind the closing one that names the office again tells of its staff: "Separuh pegawai Disdukcapil ...".
    """
    if NAMED.search(at.sentence.text) and _PART.search(at.sentence.text):
        return at
    behind = [s for s in sentences if 0 < s.index - at.index <= _REACH and NAMED.search(s.sentence.text)]
    for scoped in behind:
        if _PART.search(scoped.sentence.text) and any(unit.text in scoped.sentence.text for unit in units):
            return scoped
    near = (s for s in sentences if abs(s.index - at.index) <= _REACH and (s.index >= _LEAD or _is_next(s, at)))
    return next((s for s in near if _puts_home(s)), None)


def _is_next(scoped: Scoped, at: Scoped) -> bool:
    """Whether it is the closing's own sentence, or goes on from it: "... ditutup 5-9 Juli. Seluruh staf WFH." """
    same = scoped.sentence.paragraph == at.sentence.paragraph
    return scoped.index == at.index or (same and scoped.index == at.index + 1)


def _puts_home(scoped: Scoped) -> bool:
    text = scoped.sentence.text
    return NAMED.search(text) is not None and _EVERYONE.search(text) is not None
