"""What a sentence is about: the rule itself, an earlier rule, or something else that carries dates and numbers.

An article about a WFH rule also tells what was before, what the schools do, how full the hospital is and what the
ministry said. Every later step reads only the sentences that speak of the decision.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.document import Sentence, Text
from extract.lexicon import MONTH, any_of, compiled, lists
from extract.spans import Span, Value
from extract.workplace import NAMED, find_sides

_LISTS: Final = lists("scope")

# "aturan tersebut", "edaran itu", "kebijakan ini", "sistem kerja", "masa WFH"
_RULE = compiled(rf"\b{any_of(_LISTS['rule'])}\b")
# "ASN", "pegawainya"
_STAFF = compiled(rf"\b{any_of(_LISTS['staff'])}\b")
# "berkantor", "masuk kantor": of staff even where it only says "mereka"
OFFICE: Final = compiled(r"\b(?:per)?kantor(?:an)?(?:nya)?\b|\bberkantor\b|\bngantor\b")
# "siswa", "vaksinasi", "hotel"
_ELSEWHERE = compiled(rf"\b{any_of(_LISTS['elsewhere'])}\b")
# "pada uji coba 2023", "sejak tahun 2021"; no decree's "2021/5"
# "Peraturan Presiden Nomor 21 | Tahun 2023": the year of an instrument
_OF_NUMBER = compiled(r"\b(?:nomor|no\.?) [^\s]{1,30} $")
_NUMBER_REACH = 45  # characters
_IN_YEAR = compiled(r"\b(?:pada|sejak|selama|saat|masa|tahun|di) (?:[a-z]{2,12} ){0,3}(?P<year>20[12]\d)\b(?!/)")

# --- an earlier rule or time -----------------------------------------------------------------------------------------
# "Semula ...", "Pada tahap pertama ...", "Maret 2020 lalu ..."
# ("Semula 50 persen, kini 75 persen" tells both)
_OPENS_EARLIER = (
    rf"^\W*(?:pada )?(?:{MONTH}(?: \d{{4}})? lalu|{any_of(_LISTS['earlier'])})\b"
    r"(?![^.;\n]{0,80}[, ](?:kini|sekarang|saat ini) [^.;\n]{0,60}\b(?:persen|separuh|setengah|wf[hoa])\b)"
)
# "Pada edaran sebelumnya ...", "Aturan lama ..."
_OPENS_WITH_OLD_RULE = r"^\W*pada \w+ (?:sebelumnya|terdahulu)\b|^\W*aturan lama\b"
# "Pada Maret sampai Mei lalu ..."
_OPENS_WITH_MONTHS = rf"^\W*pada {MONTH} (?:sampai|hingga|-) {MONTH} lalu\b"
# "... tahun lalu, saat pandemi ..."
_YEAR_BEFORE = r"\btahun lalu,? (?:saat|ketika|waktu)\b"
_CENTRAL = any_of(_LISTS["central"])
# "Menpan-RB sebelumnya ...", "Sebelumnya, Mendagri ..."
_CENTRAL_BEFORE = (
    rf"\b{_CENTRAL}\b[^.;\n]{{0,40}}\bsebelumnya\b|\b(?:se)?belumnya\b[^.;\n]{{0,40}}\b(?:{_CENTRAL}|kapolri)\b"
)
_BY_CENTRE = compiled(rf"\b{_CENTRAL}\b")
# "BOGOR - Meski ..., ", "Walaupun ..., "
_CONCEDED = compiled(
    r"(?:^\W*|^[^\n]{1,60}[-\u2013\u2014|] )(?:meski(?:pun)?|walau(?:pun)?|kendati(?:pun)?)\b[^,\n]{0,160},"
)
# "Di saat daerah lain menerapkan WFH, ..."
_OTHERS = compiled(
    r"^\W*(?:(?:di )?saat|ketika|sementara|berbeda dengan|tidak seperti|di tengah|jika|kalau) [^,\n]{0,40}"
    r"\b(?:daerah|kota|kabupaten|provinsi|instansi|kementerian|pemda)(?:-\w+)? (?:lain(?:nya)?|tetangga)\b[^,\n]{0,80},"
)
# "... meski menteri menganjurkan WFH"
_CONCEDED_BEHIND = compiled(r"\b(?:meski(?:pun)?|walau(?:pun)?|kendati(?:pun)?|padahal) [^,;\n]{0,60}")
# "sebelumnya diberitakan", "pernah dikosongkan", "ketika itu"
_ONCE = r"\bsebelumnya diberitakan\b|\bpernah (?!menjabat|menjadi|bertugas)(?:di|me|ber)\w+|\b(?:ketika|waktu) itu\b"
# "berbeda dengan masa pandemi dulu"
_IN_PANDEMIC = (
    r"\b(?:masa|saat|waktu|zaman|era|ketika) pandemi (?:covid-19 )?(?:dulu|dahulu|lalu|silam)\b"
    r"|\bpengalaman (?:di |pada )?(?:masa|saat|selama|semasa|ketika)? ?(?:pandemi|covid)"
)
# "langkah serupa dilakukan pada 2020", "kebijakan yang sama pernah ..."
_LIKEWISE = r"\b(?:langkah|kebijakan|pola|hal) (?:serupa|yang sama)\b[^.;\n]{0,60}\b(?:pada|tahun|pernah)\b"
# "Ketua Komisi I DPRD ... mendesak pemkot", "pakar epidemiologi ... menyarankan": what others wish, not what is ruled
# but not "gedung DPRD dibakar, gubernur meminta ..."
_WISHED = (
    rf"(?<!gedung\s)(?<!kantor\s)(?<!depan\s)(?<!sekretaris\s)(?<!sekretariat\s)\b{any_of(_LISTS['advisers'])}\b[^;\n]{{0,80}}"
    rf"\b{any_of(_LISTS['wishes'])}\b"
)
# "Kebijakan itu tertuang dalam ...", behind a sentence on an earlier rule: still that rule
GOES_ON: Final = compiled(
    r"^\W*(?:(?:dalam|pada|lewat|melalui) )?(?:kebijakan|aturan|ketentuan|(?:surat )?edaran|se|instruksi|langkah"
    r"|penerapan|pemberlaku\w+)(?: wfh)?(?: bagi \w+(?: \w+)?)? (?:itu|tersebut)\b|^\W*(?:saat|kala|ketika|waktu) itu\b"
    # "..., tulis SE tersebut": quoted from it
    r"|\b(?:tulis|bunyi|demikian(?: bunyi| isi)?|kutip\w*)(?: dalam)? "
    r"(?:surat )?(?:edaran|se|instruksi|aturan) (?:itu|tersebut)\b"
)
# "saya pribadi inginnya WFH": what one of the staff wants is not ruled
_WANTED = (
    r"\bsaya (?:\w+ ){0,2}(?:ingin(?:nya)?|maunya|(?:ke)?pengin(?:nya)?) (?:\w+ ){0,3}"
    r"(?:wf[hao]|(?:be)?kerja (?:dari|di) rumah)\b"
)
# "berdalih mengira masih boleh WFH": what staff believe or plead is not ruled
_MISTAKEN = (
    r"\b(?:mengira|dikira(?:nya)?|menyangka|disangka(?:nya)?|berdalih|salah paham)\b[^.;\n]{0,80}"
    r"\b(?:wf[hao]|fwa|(?:be)?kerja (?:dari|di) rumah)\b"
)
# "muncul sewaktu pandemi, ketika pegawai bekerja dari rumah", "tren WFH": remembered or spoken of, not ruled
_REMEMBERED = (
    r"\b(?:sewaktu|semasa|selama|saat|ketika|waktu) (?:masa )?pandemi,? (?:ketika|saat|waktu|di mana)\b"
    r"|\btren(?:nya)? (?:wf[hao]|(?:be)?kerja (?:dari|di) (?:rumah|mana))"
)
# "Ditanya apakah ada opsi bekerja dari rumah, ia hanya menggeleng": a question, no answer
_ASKED = (
    r"^\W*(?:saat |ketika )?ditanya apakah\b[^;\n]{0,100}\b(?:wf[hao]|(?:be)?kerja (?:dari|di) (?:rumah|mana))"
    r"(?![^;\n]{0,120}\b(?:menjawab|menyatakan|mengatakan|menegaskan|memastikan|menyebut|mengaku|membenarkan))"
)
_BACKGROUND = compiled(
    _ASKED,
    _OPENS_EARLIER,
    _OPENS_WITH_OLD_RULE,
    _OPENS_WITH_MONTHS,
    _YEAR_BEFORE,
    _CENTRAL_BEFORE,
    _ONCE,
    _IN_PANDEMIC,
    _LIKEWISE,
    _WISHED,
    _WANTED,
    _MISTAKEN,
    _REMEMBERED,
)


# "Semula 50 persen": the rule that this one changes; other background is no measure of more or fewer
# "Pada periode sebelumnya hanya 25 persen ..."
EARLIER_RULE: Final = compiled(
    r"^\W*(?:semula|sebelumnya|sebelum ini|awalnya|tadinya|pada awalnya|tahap pertama"
    r"|(?:pada|dalam|di) (?:periode|masa|tahap|aturan|edaran|ketentuan|ppkm|pembatasan|pekan) (?:\w+ )?"
    r"(?:sebelumnya|lalu|terdahulu))\b"
)
# "sejak masa pandemi, ketika sebagian ASN bekerja dari rumah", in an article of later years
_SINCE_PANDEMIC = compiled(
    r"\b(?:sejak|pada|selama|saat|ketika|semasa|waktu|zaman|era|mengenang|mengingat|teringat) "
    r"(?:masa )?(?:pandemi|covid)\b"
)
_PANDEMIC_ENDS = 2022
_WISH: Final = compiled(_WISHED)


def is_wish(text: str) -> bool:
    """Whether others than the government wish for something: "Ketua DPRD mendesak pemkot ..."."""
    return _WISH.search(text) is not None


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

    >>> text = Text("ASN mulai WFH. Sebelumnya, Maret lalu, kantor tutup.\\nSekolah libur.")
    >>> [(s.topic, s.background) for s in scope(text)]
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
    elif _RULE.search(words) or (staff and find_sides(words)) or OFFICE.search(words):
        topic = 2
    else:
        topic = int(staff or follows)
    elsewhere = _ELSEWHERE.search(words) is not None and topic < 3
    background = _BACKGROUND.search(words) is not None or _years_ago(words, year)
    if previous is not None and previous.background and GOES_ON.search(words):
        background = True
    return Scoped(sentence, topic, staff, background, elsewhere)


def _years_ago(words: str, year: int | None) -> bool:
    """Whether the sentence tells of a year gone by: "pada uji coba 2023" in an article of 2026."""
    if year is None:
        return False
    since_pandemic = year > _PANDEMIC_ENDS and _SINCE_PANDEMIC.search(words) is not None
    return since_pandemic or any(
        int(m["year"]) < year - 1 and not _OF_NUMBER.search(words, max(0, m.start() - _NUMBER_REACH), m.start())
        for m in _IN_YEAR.finditer(words)
    )


def conceded(text: str) -> tuple[int, int]:
    """Where the text stands, start and end, that is no concession to the centre.

    What is conceded ("Meski pemerintah pusat membolehkan WFH, ...", "... meski menteri menganjurkan WFH") is another's
    rule, and mostly one that is not followed.

    >>> text = "Meski pemerintah pusat membolehkan WFH, bupati meminta semua masuk."
    >>> text[slice(*conceded(text))]
    ' bupati meminta semua masuk.'
    >>> text = "ASN tetap wajib ngantor meski menteri menganjurkan WFH."
    >>> text[slice(*conceded(text))]
    'ASN tetap wajib ngantor '
    """
    if (m := _CONCEDED.search(text)) and _BY_CENTRE.search(m.group()):
        return m.end(), len(text)
    if m := _OTHERS.search(text):
        return m.end(), len(text)
    if (m := _CONCEDED_BEHIND.search(text)) and _BY_CENTRE.search(m.group()):
        return 0, m.start()
    return 0, len(text)


def within(spans: Sequence[Span[Value]], scoped: Scoped) -> Sequence[Span[Value]]:
    """The spans that begin in the sentence; `spans` are in order of their start."""
    left = bisect_left(spans, scoped.sentence.start, key=_start)
    return spans[left : bisect_left(spans, scoped.sentence.end, left, key=_start)]


def _start(span: Span[object]) -> int:
    return span.start
