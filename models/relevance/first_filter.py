"""The first filter: which articles name working from home or COVID-19 at all. All others are read no further.

It must lose no article that reports a decision, and it must be cheap: most articles of a dump end here.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from corpus.patterns import Pattern

#: Words without which an article cannot be about working from home. Plain strings: any engine can scan for them.
HOME_WORK_TERMS = (
    "wfh",
    "work from",
    "work form",
    "working from",
    "wfa",
    "wfo",
    "flexible work",
    "fwa",
    "dari rumah",
    "mana saja",
    "di rumah",
    "dirumahkan",
    "rumahkan",
    "tempat tinggal",
    "kediaman",
    "ngantor",
    "berkantor",
    "masuk kantor",
    "w.f.h",
)
#: Words of the office side, which count where staff are named too: "separuh aparatur yang hadir di kantor".
OFFICE_TERMS = ("ke kantor", "di kantor", "dari kantor", "kehadiran", "bergiliran", "bergantian", "shift", "kapasitas")
STAFF_TERMS = ("asn", "pns", "aparatur", "pegawai")
#: Words of a COVID-19 report, which gives case counts also where it tells of no rule.
COVID_TERMS = ("covid", "corona", "korona", "pandemi", "terkonfirmasi", "kasus positif", "kasus aktif", "ppkm", "psbb")


# What no reader sees (soft hyphens, zero-width blanks) goes, dashes of all kinds become blanks
_UNSEEN = dict.fromkeys((0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF)) | dict.fromkeys(range(0x2010, 0x2016), " ")


@lru_cache(2)  # both questions are asked of a text
def _plain(text: str) -> str:
    """Small letters, a blank for every gap and hyphen; plain strings are found in it ten times as fast as patterns."""
    plain = text.lower().replace("-", " ")
    return " ".join((plain if plain.isascii() else plain.translate(_UNSEEN)).split())


def _holds(plain: str, terms: tuple[str, ...]) -> bool:
    return any(term in plain for term in terms)


def names_home_work(text: str) -> bool:
    """Whether the text holds any word that an article about working from home must hold.

    >>> names_home_work("Harga cabai naik"), names_home_work("ASN Bogor Work-From\\nHome")
    (False, True)
    """
    plain = _plain(text)
    return _holds(plain, HOME_WORK_TERMS) or (_holds(plain, OFFICE_TERMS) and _holds(plain, STAFF_TERMS))


def names_covid(text: str) -> bool:
    """Whether the text may be a COVID-19 report.

    >>> names_covid("Kasus COVID-19 bertambah")
    True
    """
    return _holds(_plain(text), COVID_TERMS)


_DISEASE = Pattern(r"covid|corona|korona|omi[ck]ron|ppkm|psbb")
_OTHER_DISEASE = Pattern(
    r"\b(?:hanta|ebola|norovirus|hmpv|mpox|cacar|dbd|demam\s+berdarah|dengue|flu\s+(?:burung|babi)|campak|rabies|hiv|tbc|"
    r"tuberkulosis|malaria|polio|kolera|difteri|chikungunya|leptospirosis|keracunan)"
)
_LOOKS_BACK = 3  # so often an article of later years names it when the pandemic is its subject, not an aside
_PANDEMIC = (date(2020, 2, 1), date(2022, 12, 31))


def counts_covid(text: str, day: date | None) -> bool:
    """Whether the cases that a text counts are of COVID-19: named more than any other disease, or told in its years.

    >>> counts_covid("Tiga kasus hantavirus, seperti masa COVID-19. Hantavirus menular.", date(2026, 5, 1))
    False
    >>> counts_covid("Kasus positif bertambah 12 orang.", date(2021, 7, 1))
    True
    """
    named, others = len(_DISEASE.findall(text)), len(_OTHER_DISEASE.findall(text))
    if others >= max(named, 1):
        return False
    if day is None or _PANDEMIC[0] <= day <= _PANDEMIC[1]:
        return bool(named) or day is not None
    return named >= _LOOKS_BACK
