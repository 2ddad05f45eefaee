"""`find_offices`: from text to the spans of the field; how it goes about it is told in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import zip_longest

from corpus.patterns import Pattern
from corpus.regions import Gazetteer, Level, NameMatch
from corpus.regions.gazetteer import read_table
from extract.regions.cues import HEADS, KAB, PROV, Cue, Office, S, any_of, find_cues, word_lists
from extract.spans import Span


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A place in a text.

    `candidates` are Kemendagri codes, likeliest first, "00" for the nation; a region of Papua that changed its code in
    2022 is given under the older one (`Gazetteer.region(code, on=day)` translates). `level` is the level that the words
    around fix, None for a bare name and for a dateline. `cue` is the word that stands with the name ("pemkot",
    "wali_kota", "kota", "sekda", "agency", "dprd", "dateline", ...), `office` the issuer's office if the cue names
    one, `title` a person's title as printed, `name` the place as printed ("" for the nation).
    """

    candidates: tuple[str, ...]
    level: Level | None
    cue: str | None
    office: Office | None
    title: str | None
    name: str


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An authority in a text.

    `office` is None for a "Pemda" of unknown level; `level` is None where the words do not tell it; `title` and `cue`
    are as in `RegionMention`; `name` and `candidates` are the place, None and empty where none is printed.
    """

    office: Office | None
    level: Level | None
    title: str | None
    cue: str
    name: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Linked:
    """A cue and the place that belongs to it; from the cue's start to `end` it covers both."""

    cue: Cue
    end: int
    level: Level | None
    name: NameMatch | None = None
    codes: tuple[str, ...] = ()
    rule: str = "office"

    @property
    def office(self) -> Office | None:
        """That of the cue; a "Pemda" has the office of its level's head."""
        if self.cue.cue in ("pemda", "pemerintah"):
            return HEADS.get(self.level) if self.level else None
        return self.cue.office


# What may stand between an office and its place: "(Pemkot)", "Administrasi" (in Jakarta), a level word.
_ADM = rf"(?:{S}adm(?:inistrasi|inistratif|\.|\b))?"
_GLOSS = re.compile(rf"(?:\s{{0,3}}\([^()\n]{{2,30}}\))?{_ADM}\s{{0,3}}", re.IGNORECASE)
_LEVEL_WORD = re.compile(rf"(?:(?P<city>kota\b)|(?P<regency>{KAB})|(?P<province>{PROV})){_ADM}\s{{0,3}}", re.IGNORECASE)

# Two offices or levels that share the place behind the second: "Kabupaten dan Kota Bogor", "Pemkot/Pemkab Kupang".
_JOIN = re.compile(r"\s{0,3}(?:/|-|&|dan|serta|maupun|atau)\s{0,3}", re.IGNORECASE)

# A dateline: the place opens its line, "BOGOR, KOMPAS.com -", "Kupang (ANTARA) -", "Bandung: ", "SERANG - " ...
_PLACE_FIRST = re.compile(r"""\s{0,2}(?:[,(/|][^\n]{0,45}?)?\s{0,2}(?:-{1,5}(?=[\sA-Z"'])|:\s)""")
# ... or follows the outlet: "SUARAPAKUAN, BOGOR -", "POS-KUPANG.COM| ATAMBUA---", "TOTABUAN.CO BOLMONG -".
_OUTLET_FIRST = re.compile(r"[A-Z\d][^\n]{1,45}?(?:[,|]|\.[A-Za-z]{2,7})\s{0,3}")
_DASH_NEXT = re.compile(r"""\s{0,2}(?:\([^()\n]{0,30}\)\s{0,2})?-{1,5}(?=[\sA-Z"'])""")

_WORD_BEFORE = re.compile(r"([\w']{1,30})\.?[\s-]{1,3}$")
_CAPITALISED_BEFORE = re.compile(r"(?:[A-Z][\w.'-]{0,30}\s{1,3}){1,3}$")
_WORD_AFTER = re.compile(r"\s{1,3}([A-Z]\w{1,10})\b")
_PROVINCE_AFTER = re.compile(r"\s{0,2}[,(]\s{0,3}(?:provinsi\s{1,3})?", re.IGNORECASE)
_WINDOW = 60
_TEXTS = 4  # whose names and cues are remembered: regions and offices are read of the same article

# How sure a mention without any office or level word is, by the kind of its name.
_SCORES = {"official": 0.9, "abbreviation": 0.9, "spelling": 0.9, "former": 0.8, "capital": 0.6, "nickname": 0.5}


def find_regions(text: str) -> list[Span[RegionMention]]:
    """All mentions of regions, by start. Two spans overlap only where two levels share a name ("Kota dan Kab. Bogor").

    `text` is a cleaned article. Parts of other names are left out: districts, streets, hospitals, police, clubs,
    outlets. The score is 1 for a name with a cue, less for a bare one, least for seats of government and nicknames.

    >>> for span in find_regions("Pemerintah Kota (Pemkot) Solo dan Bupati Karo meniru Jabar."):
    ...     print(span.text, span.value.candidates, span.value.level, span.value.office)
    Pemerintah Kota (Pemkot) Solo ('33.72',) city mayor
    Bupati Karo ('12.06',) regency regent
    Jabar ('32',) None None
    """
    names, linked = _read_places(text)
    spans = [_cued_span(text, link) for link in linked if link.codes and not _is_blocked_level(text, link)]
    taken = _outlets(text, names)
    for link in linked:  # its place, and a nickname that would begin inside the cue: "Wali Kota Makmur Sentosa"
        taken.update(range(link.cue.start, link.name.end if link.name else link.cue.end))
    for name, following in zip_longest(names, names[1:]):
        if name.start not in taken and (span := _bare_span(text, name, following)):
            spans.append(span)
    spans += _blends(text)
    return _likelier_province_first(sorted(spans, key=lambda span: (span.start, span.end)))


def find_offices(text: str) -> list[Span[OfficeMention]]:
    """All authorities of a text, by start, with the region's name where it follows.

    >>> for span in find_offices("Kata Plt Gubernur, surat Mendagri sudah diterima Sekda Halbar."):
    ...     print(span.text, "|", span.value.office, span.value.level, span.value.name)
    Plt Gubernur | governor province None
    Mendagri | minister national None
    Sekda Halbar | regional_secretary regency Halbar
    """
    spans = []
    for link in _read_places(text)[1]:
        cue, name = link.cue, link.name
        if cue.authority and (name or not cue.needs_place):
            printed = text[name.start : name.end] if name else None
            codes = link.codes if name else ()
            value = OfficeMention(link.office, link.level, cue.title, cue.cue, printed, codes)
            spans.append(Span("office", cue.start, link.end, text[cue.start : link.end], value, link.rule))
    for blend in _blends(text):
        found = blend.value
        value = OfficeMention(found.office, found.level, found.title, found.cue or "", None, found.candidates)
        spans.append(Span("office", blend.start, blend.end, blend.text, value, blend.rule))
    return sorted(spans, key=lambda span: (span.start, span.end))


def _region(text: str, at: tuple[int, int], value: RegionMention, rule: str, score: float = 1.0) -> Span[RegionMention]:
    return Span("region", *at, text[slice(*at)], value, rule, score)


# --- offices and level words with the place behind them ---


@lru_cache(_TEXTS)
def _read_places(text: str) -> tuple[Sequence[NameMatch], Sequence[_Linked]]:
    """The names of a text, and every cue with the place behind it, if there is one.

    A cue inside a name ("Kota" in "Kota Hujan") or inside an earlier cue's span ("Sekda Kota Bogor") is none.
    """
    names = Gazetteer.load().find(text)
    at = {name.start: name for name in names}
    inside = {offset for name in names for offset in range(name.start, name.end)}
    linked: list[_Linked] = []
    for cue in find_cues(text):
        if cue.start not in inside and not (linked and cue.start < linked[-1].end):
            linked.append(_with_place(text, cue, at))
    for number in range(len(linked) - 2, -1, -1):
        linked[number] = _sharing(text, linked[number], linked[number + 1])
    return names, linked


def _with_place(text: str, cue: Cue, at: dict[int, NameMatch]) -> _Linked:
    alone = _Linked(cue, cue.end, cue.level)
    if cue.level == "national":
        return replace(alone, codes=("00",), rule="national")
    gap = _GLOSS.match(text, cue.end)
    after = gap.end() if gap else cue.end
    level: Level | None = cue.level
    name = at.get(after)
    if name is None and (word := _LEVEL_WORD.match(text, after)):  # a name may begin with one: "Kota Baru"
        level = level or _level_of(word)
        name = at.get(word.end())
        alone = replace(alone, level=level)
    if name is None or not (name.cased or name.needs == ""):
        return alone
    return _placed(cue, level, name, "cue_name") or alone


def _level_of(word: re.Match[str]) -> Level | None:
    levels: tuple[Level, ...] = ("city", "regency", "province")
    return next((level for level in levels if word[level]), None)


def _placed(cue: Cue, level: Level | None, name: NameMatch, rule: str) -> _Linked | None:
    """The cue with this place; None if the place has no region of the cue's level ("Wali Kota Jawa Barat")."""
    gazetteer = Gazetteer.load()
    levels = {code: gazetteer.region(code).level for code in name.codes}
    codes = tuple(code for code in name.codes if level in (None, levels[code]))
    if not codes:
        return None
    if level is None and len(set(levels.values())) == 1:
        level = levels[codes[0]]
    return _Linked(cue, name.end, level, name, codes, rule)


def _sharing(text: str, link: _Linked, following: _Linked) -> _Linked:
    """A cue without a place takes the one of the next cue if only a joining word stands between them."""
    name = following.name
    if link.name or link.codes or name is None or not _JOIN.fullmatch(text, link.end, following.cue.start):
        return link
    return _placed(link.cue, link.level, name, "shared_name") or link


def _cued_span(text: str, link: _Linked) -> Span[RegionMention]:
    cue = link.cue
    name = text[link.name.start : link.name.end] if link.name else ""
    value = RegionMention(link.codes, link.level, cue.cue, link.office, cue.title, name)
    if cue.office is None and not cue.authority and _is_dateline(text, cue.start, link.end):
        value = replace(value, cue="dateline", level=None)
    return _region(text, (cue.start, link.end), value, link.rule)


def _is_blocked_level(text: str, link: _Linked) -> bool:
    """A level word that belongs to something else: "RSUD Kota Bogor", "Polres Kabupaten Malang"."""
    return not link.cue.authority and _is_blocker(_word_before(text, link.cue.start))


@cache
def _blend_table() -> tuple[Pattern, dict[str, RegionMention]]:
    gazetteer = Gazetteer.load()
    table = {}
    for row in read_table("blends.csv"):
        level = gazetteer.region(row["codes"]).level
        office: Office | None = "regional_secretary" if row["cue"] == "sekda" else HEADS[level]
        value = RegionMention((row["codes"],), level, row["cue"], office, row["title"] or None, "")
        table[row["blend"].lower()] = value
    pattern = any_of(row["blend"].lower() for row in read_table("blends.csv"))
    return Pattern(rf"(?<![\w@.]){pattern}(?!\w)"), table


def _blends(text: str) -> list[Span[RegionMention]]:
    """Office and place in one word: "Gubsu", "Wagubri", "Pemprovsu"."""
    pattern, table = _blend_table()
    return [_region(text, match.span(), table[match.group().lower()], "blend") for match in pattern.finditer(text)]


# --- names alone ---


def _bare_span(text: str, name: NameMatch, following: NameMatch | None) -> Span[RegionMention] | None:
    """A name without an office, or None where it is not one: small letters, part of another name, or in doubt."""
    if not name.cased or name.needs == "office":
        return None
    printed = text[name.start : name.end]
    if _is_dateline(text, name.start, name.end):
        value = RegionMention(_towns_first(name.codes), None, "dateline", None, None, printed)
        return _region(text, (name.start, name.end), value, "dateline", _SCORES[name.kind])
    if _is_part_of_a_name(text, name) or (name.needs and not _is_placed(text, name, following)):
        return None
    value = RegionMention(name.codes, None, None, None, None, printed)
    return _region(text, (name.start, name.end), value, "bare_name", _SCORES[name.kind])


def _towns_first(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Datelines name towns: "JAMBI -" is the city before the province."""
    gazetteer = Gazetteer.load()
    return tuple(sorted(codes, key=lambda code: gazetteer.region(code).level == "province"))


def _is_dateline(text: str, start: int, end: int) -> bool:
    line = _line_start(text, start)
    if line is None:
        return False
    if not text[line:start].strip():
        return _PLACE_FIRST.match(text, end) is not None
    return bool(_OUTLET_FIRST.fullmatch(text, line, start) and _DASH_NEXT.match(text, end))


def _line_start(text: str, offset: int) -> int | None:
    """Where the line of `offset` starts, None if that is far to the left."""
    earliest = max(0, offset - _WINDOW)
    line = text.rfind("\n", earliest, offset) + 1
    return line if line or earliest == 0 else None


def _outlets(text: str, names: Sequence[NameMatch]) -> set[int]:
    """Where names start that belong to the outlet behind a dateline's place: "BALIKPAPAN, EKONOMI KALTIM -"."""
    outlets: set[int] = set()
    end = 0
    for name in names:
        if name.start < end:
            outlets.add(name.start)
        elif (line := _line_start(text, name.start)) is not None and not text[line : name.start].strip():
            outlet = _PLACE_FIRST.match(text, name.end)
            end = outlet.end() if outlet else 0
    return outlets


def _is_part_of_a_name(text: str, name: NameMatch) -> bool:
    words = word_lists()
    if _is_blocker(_word_before(text, name.start)):
        return True
    chain = _CAPITALISED_BEFORE.search(text, max(0, name.start - _WINDOW), name.start)
    if chain and any(word.strip(".").lower() in words["before_chain"] for word in chain.group().split()):
        return True
    after = _WORD_AFTER.match(text, name.end)
    return after is not None and after[1].lower() in words["after_bare"]


def _is_blocker(word: str) -> bool:
    words = word_lists()
    return word in words["before_adjacent"] or word in words["before_chain"]


def _is_placed(text: str, name: NameMatch, following: NameMatch | None) -> bool:
    """Whether a word of place stands before a doubtful name, or its province behind it ("Batu, Jawa Timur")."""
    if _word_before(text, name.start) in word_lists()["place_words"]:
        return True
    between = _PROVINCE_AFTER.match(text, name.end)
    if following is None or between is None or between.end() != following.start:
        return False
    return bool({code[:2] for code in name.codes} & set(following.codes))


def _word_before(text: str, start: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, start - _WINDOW), start)
    return found[1].lower() if found else ""


def _likelier_province_first(spans: list[Span[RegionMention]]) -> list[Span[RegionMention]]:
    """Of candidates in different provinces, put those first whose province the text names or has another place in.

    "Pemkab Mura" is Musi Rawas in an article about Sumatera Selatan and Murung Raya in one about Kalimantan Tengah.
    """
    provinces = {
        span.value.candidates[0][:2] for span in spans if len({code[:2] for code in span.value.candidates}) == 1
    }
    result = []
    for span in spans:
        codes = tuple(sorted(span.value.candidates, key=lambda code: code[:2] not in provinces))
        known = codes == span.value.candidates
        result.append(span if known else replace(span, value=replace(span.value, candidates=codes)))
    return result
