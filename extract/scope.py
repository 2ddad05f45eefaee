"""What a sentence is about: the rule itself, an earlier rule, or something else that happens to carry dates and numbers.

An article about a WFH rule also tells what was before, what the schools do, how full the hospital is and what the
ministry said. Every later step reads only the sentences that speak of the decision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Sentence, Text
from extract.workplace import NAMED, find_sides

# The rule by another name: "aturan tersebut", "edaran itu", "kebijakan ini", "sistem kerja", "masa WFH"
_RULE = re.compile(
    r"\b(?:aturan\w*|peraturan|ketentuan\w*|kebijakan\w*|(?:surat\s+)?edaran\w*|SE|pengaturan\w*|penyesuaian\w*|sistem\s+kerja|pola(?:nya)?(?:\s+(?:kerja|ini|itu|tersebut))?|batas(?:nya|\s+waktu\w*)|masanya|"
    r"instruksi\w*|keputusan\w*|surat(?:nya)?\s+(?:itu|tersebut|ini|yang)|surat\s+berlaku|pemberlakuan\w*|penerapan\w*|pembatasan\w*|perubahan\s+itu|revisi|skema\w*|"
    r"pembagian\w*|langkah\s+(?:itu|ini|tersebut)|masa\s+(?:berlaku\w*|itu|kerja)|berlaku(?:nya)?|pelaksanaan\w*|(?:masa\s+)?pengetatan|ppkm|psbb|surat\s+(?:diteken|terbit|ditandatangani)|perintah\s+(?:itu|ini|tersebut)|efektif\w*|fwa|wfa|perpanjangan\w*|sambungan|mulai\s+(?:hari|besok))\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:asn|pns|aparatur\s+sipil|pegawai\w*|staf|honorer|thl|karyawan|abdi\s+negara)\b", re.IGNORECASE
)
_MONTHS = (
    r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
)
# An earlier rule or time: "Sebelumnya, pada Maret lalu ...", "pernah dikosongkan", "ketika itu", "Semula ..."
_BACKGROUND = re.compile(
    r"^\W*(?:pada\s+)?(?:(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)(?:\s+\d{4})?\s+lalu|sebelumnya|sebelum\s+(?:ada|itu)|semula|awalnya|pada\s+awalnya|tadinya|dulu|diberitakan\s+sebelumnya|seperti\s+diberitakan|sebagaimana\s+diberitakan|tahun\s+lalu|tahap\s+pertama|"
    r"ketika\s+itu|saat\s+itu|waktu\s+itu)\b"
    r"|^\W*pada\s+\w+\s+(?:sebelumnya|terdahulu)\b|^\W*aturan\s+lama\b|\btahun\s+lalu,?\s+(?:saat|ketika|waktu)\b"
    rf"|^\W*pada\s+{_MONTHS}\s+(?:sampai|hingga|-)\s+{_MONTHS}\s+lalu\b"
    r"|\b(?:menteri|kementerian|kemenpan\S*|menpan\S*|mendagri|pemerintah\s+pusat)\b[^.;\n]{0,40}\bsebelumnya\b"
    r"|\bsebelumnya\s+diberitakan\b|\bpernah\s+(?:di|me|ber)\w+|\b(?:ketika|waktu)\s+itu\b"
    r"|\b(?:langkah|kebijakan|pola|hal)\s+(?:serupa|yang\s+sama)\b[^.;\n]{0,60}\b(?:pada|tahun|pernah)\b"
    r"|\b(?:se)?belumnya\b[^.;\n]{0,40}\b(?:menteri|menpan\S*|kemenpan\S*|pemerintah\s+pusat|kementerian|mendagri|kapolri)\b",
    re.IGNORECASE,
)
# Something else that carries dates, shares and decrees: schools, roads, tourism, worship, vaccines, beds
_ELSEWHERE = re.compile(
    r"\b(?:siswa|murid|pelajar|sekolah|belajar|pembelajaran|paud|sd|smp|sma|smk|guru|kuliah|mahasiswa|santri|pesantren|ujian|vaksin\w*|wisata\w*|wisatawan|objek\s+wisata|"
    r"restoran|rumah\s+makan|mal|kafe|pasar|hotel|tempat\s+ibadah|masjid|gereja|resepsi|hajatan|penyekatan|disekat|kendaraan|tempat\s+tidur|isolasi|jam\s+malam|"
    r"lomba|pertandingan|operasi\s+pasar|sembako|bansos)\b",
    re.IGNORECASE,
)


# "berkantor", "masuk kantor": of staff even where it only says "mereka"
_OFFICE = re.compile(r"\bkantor\b|\bberkantor\b|\bngantor\b", re.IGNORECASE)
_IN_YEAR = re.compile(
    r"\b(?:pada|sejak|selama|saat|masa|tahun|di)\s+(?:[a-z]{2,12}\s+){0,3}(?P<year>20[12]\d)\b(?!/)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Scoped:
    """A sentence and what it is about; `topic` grows with the certainty that it speaks of working from home.

    3: names working from home; 2: names the rule or a place of work of staff; 1: staff; 0: neither.
    """

    sentence: Sentence
    topic: int
    staff: bool
    background: bool
    elsewhere: bool

    @property
    def index(self) -> int:
        """Place of the sentence in the article."""
        return self.sentence.index


def scope(text: Text, year: int | None = None) -> list[Scoped]:
    """Every sentence of `text` with its topic; `year` is that of the article, by which years gone by are told.

    >>> [(s.topic, s.background) for s in scope(Text("ASN mulai WFH. Sebelumnya, Maret lalu, kantor tutup. Sekolah libur."))]
    [(3, False), (2, True), (0, False)]
    """
    scoped: list[Scoped] = []
    for sentence in text.sentences:
        scoped.append(_scoped(sentence, scoped[-1] if scoped else None, year))
    return scoped


def _scoped(sentence: Sentence, previous: Scoped | None, year: int | None) -> Scoped:
    words = sentence.text
    staff = _STAFF.search(words) is not None
    follows = (
        previous is not None
        and previous.topic >= 1
        and (previous.sentence.paragraph == sentence.paragraph or (previous.topic >= 2 and words.startswith('"')))
    )
    if NAMED.search(words):
        topic = 3
    elif _RULE.search(words) or (staff and find_sides(words)) or _OFFICE.search(words):
        topic = 2
    else:
        topic = int(staff or follows)
    elsewhere = _ELSEWHERE.search(words) is not None and topic < 3
    background = _BACKGROUND.search(words) is not None or _years_ago(words, year)
    return Scoped(sentence, topic, staff, background, elsewhere)


def _years_ago(words: str, year: int | None) -> bool:
    """Whether the sentence tells of a year gone by: "pada uji coba 2023" in an article of 2026."""
    return year is not None and any(int(m["year"]) < year - 1 for m in _IN_YEAR.finditer(words))


def in_scope(sentences: Sequence[Scoped], least: int = 1) -> list[Scoped]:
    """The sentences that speak of the decision itself with at least that topic."""
    return [s for s in sentences if s.topic >= least and not s.background]
