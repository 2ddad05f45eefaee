"""The words that name an office or a level of government, as the regions field needs them.

A cue says who is meant ("Plt Wali Kota", "Pemkab", "Dinas Kesehatan") or only at which level ("Kota", "Prov."). The
place that follows it is not read here but in `extract.regions.find`, which asks the gazetteer.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from corpus.patterns import Pattern
from corpus.regions import Level

Office = Literal["president", "minister", "governor", "regent", "mayor", "regional_secretary", "agency", "other"]

# Who heads a government; "Pemda Halbar" is a regency's, so its office is the regent.
HEADS: dict[Level, Office] = {"province": "governor", "regency": "regent", "city": "mayor", "national": "president"}


@dataclass(frozen=True, slots=True)
class Cue:
    """`text[start:end]` names an office or level; the fields are those of `RegionMention`.

    `authority` is False for words that show a level but decide nothing ("Kota", "DPRD", "Balai Kota"), and
    `needs_place` is True for words that mean a regional authority only with a place behind them ("Pemerintah Aceh").
    """

    start: int
    end: int
    cue: str
    office: Office | None
    level: Level | None
    title: str | None
    authority: bool
    needs_place: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    """One row of the cue table. `titled`: the matched words are a person's title and are printed in `title`."""

    cue: str
    office: Office | None
    level: Level | None
    pattern: str
    titled: bool = False
    authority: bool = True
    needs_place: bool = False


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The lists of `words.toml`, each as a set of words in small letters."""
    with files(__package__).joinpath("words.toml").open("rb") as handle:
        return {name: frozenset(words) for name, words in tomllib.load(handle).items()}


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; a blank stands for one to three blanks or line breaks.

    >>> any_of(["pan", "pan rb"])
    '(?:pan\\\\s{1,3}rb|pan)'
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", S) for word in ordered) + ")"


S = r"\s{1,3}"
GLOSS = r"\s{0,3}\([^()\n]{2,30}\)"  # "(Pemkot)", "(Plt.)", "(BKPP)"
LONG_ACTING = rf"(?:penjabat(?:{S}sementara)?|pejabat{S}sementara|pelaksana{S}(?:tugas|harian))"  # "Pelaksana Tugas"
SHORT_ACTING = r"(?:plt|plh|pjs?|pgs)"  # "Plt", "Pj"
ACTING = rf"(?:(?:{LONG_ACTING}(?:\s{{0,3}}\({SHORT_ACTING}\.?\))?{S}|{SHORT_ACTING}(?:\.\s{{0,3}}|{S})))?"
DAERAH = rf"daerah(?!{S}(?:istimewa|khusus))"  # not the first word of "Daerah Istimewa Yogyakarta"
KAB = r"kab(?:upaten|\.|\b)"  # "Kabupaten", "Kab."
PROV = r"(?:pro[vp]insi|prov\.|prov\b)"  # "Provinsi", "Prov."
PANRB = r"pan(?:\s{0,2}(?:-|dan|&)?\s{0,2}rb)?"  # "PAN-RB", "PANRB", "PAN dan RB"


def _series(words: Iterable[str], least: int) -> str:
    """Words of a closed list in a row, joined as names of offices are: "Komunikasi, Informatika dan Statistik"."""
    gloss = r"(?:\s{0,2}\([a-z -]{2,12}\))?"  # "(PAN) dan Reformasi Birokrasi (RB)"
    return rf"(?:{gloss},?{S}(?:(?:dan|serta|&){S})?{any_of(words)}\b){{{least},10}}"


def _rules() -> list[_Rule]:
    lists = word_lists()
    agency_name, ministry_name = _series(lists["agency_words"], 1), _series(lists["ministry_words"], 0)
    agency_acronym = rf"(?<!/)(?<!/\s){any_of(lists['agency_acronyms'])}(?!\s?[/.]\w)"  # not that of "800/17/BKD/2021"
    head = rf"(?:(?:kepala|sekretaris|inspektur){S})"
    short_ministry = rf"(?:{PANRB}|{any_of(lists['ministry_acronyms'])})"
    governor = rf"gubernur(?!{S}(?:bi|bank|lemhannas|akpol|akmil)\b)"  # the central bank has one too
    president = rf"presiden(?!{S}{any_of(lists['other_presidents'])}\b)"
    ministry = rf"kementerian{ministry_name}|kemen{short_ministry}|kemenko{ministry_name}"
    chief = rf"(?:kadis\w{{0,10}}|kadin(?:kes|sos|dik)|kaban|kabag)(?:{agency_name})?"
    city_secretary = rf"sekretaris{S}kota|sekdako(?:t|ta)?|sekkot?a?|sekot"
    return [
        _Rule("wakil_wali_kota", "mayor", "city", rf"wakil{S}wali\s{{0,3}}kota|wawali(?:kota)?|wawalkot|wawako", True),
        _Rule("wakil_bupati", "regent", "regency", rf"wakil{S}bupati|wabup", True),
        _Rule("wakil_gubernur", "governor", "province", rf"wakil{S}gubernur|wagub", True),
        _Rule("wali_kota", "mayor", "city", r"wali\s{0,3}kota|walkot|wako", True),
        _Rule("bupati", "regent", "regency", r"bupati", True),
        _Rule("gubernur", "governor", "province", governor, True),
        _Rule("gubernur", "governor", "province", r"gub\.|gub", True, needs_place=True),
        _Rule("sekda", "regional_secretary", "city", city_secretary, True),
        _Rule("sekda", "regional_secretary", "regency", rf"sekretaris{S}{KAB}|sekdakab|sekkab", True),
        _Rule("sekda", "regional_secretary", "province", rf"sekretaris{S}{PROV}|sekdaprov|sekprov", True),
        _Rule("sekda", "regional_secretary", None, rf"sekretaris{S}{DAERAH}|sekda", True),
        _Rule("setda", "agency", "city", rf"setda(?:ko|kot|kota)|sekretariat{S}kota"),
        _Rule("setda", "agency", "regency", rf"setdakab|sekretariat{S}{KAB}"),
        _Rule("setda", "agency", "province", rf"setdaprov|sekretariat{S}{PROV}"),
        _Rule("setda", "agency", None, rf"sekretariat{S}{DAERAH}|setda"),
        _Rule("dprd", None, None, rf"dewan{S}perwakilan{S}rakyat{S}daerah|dpr[dk]|dpra\b", authority=False),
        _Rule("pemkot", "mayor", "city", rf"pemerintah(?:an)?{S}kota|pemkota?|pemko"),
        _Rule("pemkab", "regent", "regency", rf"pemerintah(?:an)?{S}{KAB}|pemkab"),
        _Rule("pemprov", "governor", "province", rf"pemerintah(?:an)?{S}{PROV}|pempro[vp]"),
        _Rule("pemda", None, None, rf"pemerintah(?:an)?{S}{DAERAH}|pemda"),
        _Rule("pemerintah_pusat", None, "national", rf"pemerintah{S}(?:pusat|indonesia|republik{S}indonesia|ri)"),
        _Rule("pemerintah", None, None, r"pemerintah(?:an)?", needs_place=True),
        _Rule("wakil_presiden", "president", "national", rf"wakil{S}{president}|wapres", True),
        _Rule("presiden", "president", "national", president, True),
        _Rule("menteri", "minister", "national", rf"(?:wakil{S})?menteri{ministry_name}", True),
        _Rule("menteri", "minister", "national", rf"(?:wa)?men{short_ministry}|menko{ministry_name}", True),
        _Rule("kementerian", "minister", "national", ministry),
        _Rule("agency", "agency", None, rf"{head}(?:dinas|badan|biro|bagian|bidang)(?:{agency_name})?", True),
        _Rule("agency", "agency", None, chief, True),
        _Rule("agency", "agency", None, rf"{head}{agency_acronym}", True),
        _Rule("agency", "agency", None, rf"(?:dinas|badan(?!{S}(?:usaha|kesehatan))){agency_name}"),
        _Rule("agency", "agency", None, agency_acronym),
        _Rule("juru_bicara", "other", None, r"juru\s{0,2}bicara|jubir", True),
        _Rule("balai_kota", None, "city", r"balai\s{0,2}kota", authority=False),
        _Rule("kota", None, "city", r"(?<!ibu\s)kota", authority=False),
        _Rule("kabupaten", None, "regency", KAB, authority=False),
        _Rule("provinsi", None, "province", PROV, authority=False),
    ]


@cache
def _compiled() -> tuple[Pattern, tuple[_Rule, ...]]:
    """One pattern with a group per rule; the first rule that fits wins, so longer titles stand above shorter ones."""
    rules = tuple(_rules())
    groups = "|".join(rf"(?P<r{number}>(?:{rule.pattern})(?:(?<=\.)|(?!\w)))" for number, rule in enumerate(rules))
    return Pattern(rf"(?<![\w@]){ACTING}(?:{groups})"), rules


def find_cues(text: str) -> list[Cue]:
    """All cues of a text, by start, without overlaps.

    >>> [(cue.cue, cue.office, cue.title) for cue in find_cues("Plt. Wali Kota dan Dinas Kesehatan di Kab. Belu")]
    [('wali_kota', 'mayor', 'Plt. Wali Kota'), ('agency', 'agency', None), ('kabupaten', None, None)]
    """
    pattern, rules = _compiled()
    cues = []
    for match in pattern.finditer(text):
        rule = rules[int((match.lastgroup or "")[1:])]
        title = " ".join(re.sub(GLOSS, "", match.group()).split()) if rule.titled else None
        cues.append(Cue(*match.span(), rule.cue, rule.office, rule.level, title, rule.authority, rule.needs_place))
    return cues
