"""Why the policy was made: COVID-19, dirty air, holiday traffic, unrest, disaster, thrift, energy, an event."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from extract.scope import Scoped
from extract.spans import Span
from extract.workplace import HOME, NAMED

Trigger = Literal[
    "covid19", "air_pollution", "holiday_traffic", "unrest", "disaster", "efficiency", "energy", "event", "other"
]

_WORDS: dict[Trigger, str] = {
    # "penyebaran virus corona", "zona merah", "PPKM": also when only implied
    "covid19": r"covid\w*|corona\w*|korona|pandemi\w*|ppkm\w*|psbb\w*|ptkm|omicron|omikron|virus|zona\s+(?:merah|o?ranye|kuning|hitam)|protokol\s+kesehatan|prokes|"
    r"new\s+normal|adaptasi\s+kebiasaan\s+baru|terpapar|terkonfirmasi|isolasi\s+mandiri|wabah|satgas\s+penanganan",
    # "menekan polusi udara", "kualitas udara"
    "air_pollution": r"polusi\w*|pencemaran\s+udara|(?:kualitas|mutu|indeks\s+kualitas)\s+udara|polutan|pm\s?2[.,]5|kabut\s+asap|karhutla|kebakaran\s+(?:hutan|lahan)|asap|udara(?:nya)?\s+(?:yang\s+)?(?:buruk|memburuk|kotor|tidak\s+sehat|jelek)|emisi|demi\s+udara|aqi",
    # "mengurai arus balik Lebaran", "libur Natal dan tahun baru"
    "holiday_traffic": r"arus\s+(?:balik|mudik)\w*|pemudik|lebaran|idul\s?fitri|libur(?:an)?\s+panjang|nyepi|natal|nataru|tahun\s+baru|kepadatan\s+(?:lalu\s+lintas|kendaraan)|kemacetan",
    # "unjuk rasa memanas", "demonstrasi"
    "unrest": r"unjuk\s+rasa|demonstra\w+|demo\b|kerusuhan|rusuh|massa\s+aksi|aksi\s+massa|situasi\s+keamanan|kondusi\w+\s+keamanan|dibakar\s+massa|titik\s+aksi|penjarahan",
    # "banjir merendam", "gempa", "kabut asap karhutla"
    "disaster": r"(?:ke)?banjir\w*|terendam|luapan|genangan|gempa\w*|erupsi|letusan|gunung\s+meletus|tsunami|longsor|cuaca\s+ekstrem|bencana(?!\s+daerah)|abu\s+vulkanik|puting\s+beliung",
    # "efisiensi anggaran", "pemangkasan dana transfer"
    "efficiency": r"efisiensi\w*|penghematan\w*|menghemat|hemat\s+anggaran|pemangkasan\s+(?:anggaran|dana)\w*|dana\s+transfer|transfer\s+ke\s+daerah|biaya\s+operasional|pemotongan\s+anggaran|ikat\s+pinggang|(?:ruang|kas|keterbatasan)\s+anggaran|kas\s+daerah|tagihan\s+listrik|biaya\s+listrik",
    # "hemat BBM", "harga minyak", "krisis energi"
    "energy": r"bbm|bahan\s+bakar\w*|(?:harga|pasokan)\s+minyak(?!\s+goreng)|energi(?!k)|bensin|krisis\s+energi|hemat\s+energi|timur\s+tengah|selat\s+hormuz|pertalite",
    # "KTT ASEAN", "PON", "kunjungan Paus"
    "event": r"ktt\b|konferensi\s+tingkat\s+tinggi|pon\s+[xvi]+|g-?20|asian\s+games|world\s+water\s+forum|kunjungan\s+(?:paus|presiden|kenegaraan)|moto\s?gp|piala\s+dunia|haul|muktamar|sail\s+\w+",
}
# Said only between the lines: what everybody did in the pandemic
_IMPLIED = re.compile(
    r"\b(?:masker|cuci\s+tangan|jaga\s+jarak|menjaga\s+jarak|suhu\s+tubuh|antiseptik|disinfektan|tes\s+usap|pcr|antigen|vaksin\w*|rumah\s+sakit\s+rujukan|gugus\s+tugas|level\s+[1-4]|zona\s+hijau|"
    r"penularan|penyebaran|kerumunan)\b",
    re.IGNORECASE,
)
_LAST_WAVE = date(2022, 4, 1)  # until then a Christmas or an Eid was a reason for its infections, not for its traffic
_FEAST = re.compile(r"lebaran|idul|libur|nyepi|natal|nataru|tahun\s+baru", re.IGNORECASE)
_PANDEMIC = (date(2020, 3, 1), date(2022, 12, 31))
_PATTERN = re.compile("|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in _WORDS.items()), re.IGNORECASE)
# The cause said as one: "untuk menekan polusi", "guna mengurai arus balik", "menyusul unjuk rasa"
_CAUSE = re.compile(
    r"\b(?:untuk|guna|demi|agar|supaya|karena|akibat|sebab|menyusul|imbas|dampak|antisipasi|mengantisipasi|mencegah|cegah|pencegahan|menekan|tekan|mengurai|mengurangi|pengendalian|"
    r"dalam\s+rangka|menghadapi|seiring|usai|pasca|selepas|seusai|setelah|jelang|menjelang|gara-gara|memutus)\b[^.;\n]{0,60}$",
    re.IGNORECASE,
)


def find_trigger(sentences: list[Scoped], title: str | None = None, day: date | None = None) -> Span[Trigger] | None:
    """The trigger that the lead and the sentences about the rule name most, as causes above all; None without any.

    `day` is the article's: in the pandemic years masks and tests imply `covid19` where nothing else is said.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> find_trigger(scope(Text("Pemkot Depok memberlakukan WFH demi menekan polusi udara."))).value
    'air_pollution'
    """
    votes: dict[Trigger, float] = {}
    first: dict[Trigger, Span[Trigger]] = {}
    for scoped in sentences:
        weight = (
            (3.0 if scoped.topic == 3 else 1.5 if scoped.topic == 2 else 0.7)
            * (2.0 if scoped.index < 4 else 1.0)
            * (0.3 if scoped.background else 1.0)
        )
        for m in _PATTERN.finditer(scoped.sentence.text):
            if day is not None and day < _LAST_WAVE and _FEAST.match(m.group()):
                continue
            trigger = _name(m)
            cause = 2.0 if _CAUSE.search(scoped.sentence.text, max(0, m.start() - 90), m.start()) else 1.0
            votes[trigger] = votes.get(trigger, 0.0) + weight * cause
            at = scoped.sentence.start
            first.setdefault(
                trigger, Span("trigger", at + m.start(), at + m.end(), m.group(), trigger, f"trigger.{trigger}")
            )
    for m in _PATTERN.finditer(title or ""):
        if _name(m) in votes:
            votes[_name(m)] += 4.0
    if not votes:
        return _implied(sentences) if day and _PANDEMIC[0] <= day <= _PANDEMIC[1] else _air(sentences)
    if "covid19" in votes and day and _PANDEMIC[0] <= day <= _PANDEMIC[1]:
        votes["covid19"] += 3.0
    best = max(votes, key=lambda t: (votes[t], -first[t].start))
    return first[best]


def _air(sentences: list[Scoped]) -> Span[Trigger] | None:
    """ "Tangerang Raya satu hamparan udara dengan Jakarta": the air is named, nothing else is."""
    for scoped in sentences:
        if m := re.search(r"\budara\b", scoped.sentence.text, re.IGNORECASE):
            at = scoped.sentence.start
            return Span("trigger", at + m.start(), at + m.end(), m.group(), "air_pollution", "trigger.air")
    return None


def _implied(sentences: list[Scoped]) -> Span[Trigger] | None:
    for scoped in sentences:
        if m := _IMPLIED.search(scoped.sentence.text):
            at = scoped.sentence.start
            return Span("trigger", at + m.start(), at + m.end(), m.group(), "covid19", "trigger.implied")
    for scoped in sentences:  # nothing at all is said: in those years working from home needed no reason
        if m := NAMED.search(scoped.sentence.text) or HOME.search(scoped.sentence.text):
            at = scoped.sentence.start
            return Span("trigger", at + m.start(), at + m.end(), m.group(), "covid19", "trigger.pandemic_years")
    return None


def _name(m: re.Match[str]) -> Trigger:
    return next(name for name in _WORDS if m.lastgroup == name)
