"""The quantities of a sentence that may be shares of staff, and what the words around each say of it.

A quantity is a percentage, a fraction ("separuh", "tiga dari empat pegawai"), everybody ("seluruh ASN") or nobody. The
words around it tell whether it is a limit, an earlier rule's, or one that only may come. Where the staff works is not
read here but in `places.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from extract.document import Sentence
from extract.lexicon import GAP, MONTH, NUMERALS, OFFICES, STAFF, WEEKDAY, WORKFORCE, any_of, compiled, lists
from extract.numbers import NumberValue, find_numbers
from extract.shares.types import EVERYBODY, Bound
from extract.spans import Span
from extract.workplace import NAMED, find_sides

QuantityKind = Literal["percent", "fraction", "all", "nobody"]

_LISTS: Final = lists("shares/words")

# --- quantities in words ---------------------------------------------------------------------------------------------
# "seluruh ASN", "semua pegawai, baik PNS maupun honorer,"; not "tidak semua"
_NOT_NEGATED = r"(?<!tidak\s)(?<!tak\s)(?<!belum\s)(?<!bukan\s)"
_STAFF_AT_LARGE = rf"{any_of([*WORKFORCE, *_LISTS['all_of']])}(?:nya)?\b(?:, baik [^.;\n]{{1,60}},)?"
# ("seluruh pimpinan OPD" are asked to see to it)
_ALL_STAFF = (
    r"\b(?:seluruh|semua|segenap) (?!(?:pimpinan|kepala|pejabat|camat|lurah)\b)"
    rf"(?:\w{{2,15}} ){{0,2}}?{_STAFF_AT_LARGE}"
)
# "semua masuk", "semuanya di rumah": before the place of work it needs no noun
_ALL_BEFORE_PLACE = (
    rf"semua(?:nya)?{GAP}(?=(?:\(asn\){GAP})?(?:(?:masih|tetap) )?"
    r"(?:masuk|di rumah|kerja|bekerja|ngantor|berkantor|wf[ho]))"
)
# "WFH semua", "sepenuhnya", "full WFH", "seluruhnya"
# "masuk penuh", "WFH penuh", "penuh dari rumah"; no "sepekan penuh", "paruh waktu"
_FULLY = (
    r"(?:(?<=wfh\s)|(?<=wfo\s)|(?<=wfa\s)|(?<=masuk\s)|(?<=hadir\s)|(?<=kantor\s)|(?<=bekerja\s)|(?<=kerja\s))penuh\b"
    r"|(?<!hari\s)(?<!pekan\s)(?<!minggu\s)(?<!bulan\s)(?<!tahun\s)penuh"
    r"(?= (?:(?:be)?kerja |bertugas )?(?:dari|di) (?:rumah|kantor)\b)"
)
_ALL_BARE = (
    rf"\b(?P<bare>(?:(?<=wfh\s)|(?<=masuk\s))semua\b|{_ALL_BEFORE_PLACE}|{_FULLY}"
    r"|sepenuhnya|secara penuh|full|seluruhnya)\b"
)
_ALL = compiled(f"{_NOT_NEGATED}(?:{_ALL_STAFF}|{_ALL_BARE})")
# "tidak ada yang bekerja dari rumah": nobody at home
_NOBODY = compiled(
    r"\btidak (?:ada )?(?:lagi )?(?:satu\s?pun )?(?:ada )?(?:lagi )?(?:asn |pegawai )?"
    r"yang (?=(?:bekerja|kerja|tugas|menjalani|melaksanakan)\b)"
    # "tak satu pun pegawai boleh berkantor"
    rf"|\b(?:tidak|tak) (?:ada )?(?:satu|seorang)\s?pun {STAFF} (?:yang )?"
)
# "seluruh karyawan dites antigen", "seluruh OPD memakai angka 75 persen": no share of staff at a place
_OTHER_DEED = compiled(
    r"(?:nya)? (?:(?:wajib|harus|telah|sudah|akan|diminta|rutin) )?(?:dites|di-?swab|divaksin|diperiksa|diuji|disuntik"
    r"|menjalani (?:tes|swab|vaksin\w*|pemeriksaan|rapid)|(?:memakai|menggunakan) (?:angka|porsi|aturan))\b"
)
# "Seluruh ASN diminta pulang. Mereka bekerja dari rumah dua pekan."
_THEY = compiled(r"^\W*mereka(?= (?:\w+ ){0,2}(?:ber?kerja|kerja|wfh))")
# "tiga dari empat pegawai"
_OUT_OF = compiled(
    r"\b(?P<part>satu|dua|tiga|[1-9]) dari (?:setiap |tiap )?(?P<whole>dua|tiga|empat|lima|sepuluh|\d{1,2}) "
    rf"(?:orang )?{STAFF}\b"
    # "dari setiap lima pegawai, kini hanya satu yang masuk"
    r"|\bdari (?:setiap |tiap )(?P<of>dua|tiga|empat|lima|sepuluh|\d{1,2}) "
    rf"(?:orang )?{STAFF}\b[^.;\n]{{0,40}}?\b(?P<only>satu|dua|tiga|[1-9]) (?:orang )?yang\b"
)
# "yang masuk hanya seperempatnya", "dikurangi separuhnya"
_PART_OF_IT = compiled(r"\b(?P<part>separuh|separo|setengah|sepertiga|seperempat)nya\b")
_PARTS: Final = {"separuh": 50.0, "separo": 50.0, "setengah": 50.0, "sepertiga": 33.33, "seperempat": 25.0}
# "langsung kami sebar ke seluruh perangkat daerah", "dikirim kepada semua OPD": to whom the letter goes
_SENT_TO = compiled(
    r"\b(?:(?:di|me|kami |kita )?(?:sebar|kirim|edar|teruskan|sampai|tembus)\w*|disosialisasikan|tembusan\w*|beredar)"
    r"(?: \w+){0,2} (?:ke|kepada) $"
)
_SENT_REACH = 50  # characters: the verb, two words and "kepada"
# "bukan 50 persen", "tidak boleh lagi 50 persen", "tidak semua"
# "tidak mewajibkan seluruh ASN masuk": not all of them
_NEGATED = compiled(
    r"\b(?:bukan(?:nya| lagi)?(?: (?:untuk|bagi))?"
    # "WFH tidak berlaku untuk semua ASN"
    r"|(?:tidak|tak|belum) (?:(?:bisa|dapat|boleh|akan) )?(?:berlaku|ditujukan|diberikan|diberlakukan|diterapkan) "
    r"(?:untuk|bagi|kepada|pada)"
    r"|(?:tidak|tak)(?: boleh)?(?: lagi)?(?: (?:(?:me|di)wajibkan|meminta|mengharuskan|harus))?) $"
)
_NEGATION_REACH = 40  # characters: "tidak bisa diberlakukan kepada " and a doubled blank or two

# --- words around a quantity -----------------------------------------------------------------------------------------
# "maksimal 25 persen", "paling banyak diisi 25 persen", "25 persen (dua puluh lima persen) paling banyak"
_UP_TO = rf"(?: {any_of(_LISTS['limited'])}){{0,5}}"
_MOST = compiled(rf"\b(?:{any_of(_LISTS['most_of_all'])}{_UP_TO}|{any_of(_LISTS['most'])})\W*$")
_MOST_AFTER = compiled(r"^\W*(?:\([^)]{0,40}\)\W*)?(?:maksimal|maksimum|paling banyak|tidak boleh lebih)\b")
# "minimal 75 persen", "75 persen ke atas"
_LEAST = compiled(rf"\b{any_of(_LISTS['least'])}{_UP_TO}\W*$")
_LEAST_AFTER = compiled(r"^\W*(?:\([^)]{0,40}\)\W*)?(?:minimal|minimum|paling sedikit|ke atas)\b")
# The rule before this one: "setelah sepekan penuh semua pegawai di rumah", "kalau pada Maret 50 persen", "saat edaran
# pertama baru 50 persen"
_AFTER_A_TIME = r"(?:setelah|sesudah|usai|selepas) (?:\w+ ){0,2}?(?:se)?(?:hari|pekan|minggu|bulan)"
_SINCE_MONTH = rf"(?:setelah|sesudah|usai) sejak (?:awal |akhir )?{MONTH}"
# "Berbeda dari jilid pertama yang mewajibkan 75 persen"
_UNLIKE = r"berbeda (?:dari|dengan) (?:\w+ ){1,4}yang"
_PAST_CLAUSE = (
    rf"{_UNLIKE}|{_AFTER_A_TIME}|{_SINCE_MONTH}|(?:kalau|jika|bila) (?:pada|bulan|kemarin)|saat (?:\w+ ){{1,2}}baru"
)
# "pada Juni lalu baru separuh", "edaran sebelumnya, yang hanya mengizinkan 50 persen"
_PAST_MONTH = rf"(?:pada |bulan ){MONTH} lalu"
_PAST = compiled(rf"\b(?:{any_of(_LISTS['earlier'])}|{_PAST_CLAUSE}|{_PAST_MONTH})\b[^.;\n]{{0,70}}$")
# "Setelah | seluruhnya bekerja dari rumah sejak April"
_AFTER_ALL = compiled(r"^\W*(?:setelah|sesudah|usai) (?:hampir )?$")
# "mulai kemarin separuh pegawai WFH": this rule's first day
_SINCE_YESTERDAY = compiled(r"\b(?:mulai|sejak|per|terhitung)(?: hari)? kemarin\b")
# "Sebelum ini, yang boleh WFO hanya 50 persen", "Semula, pegawai yang WFO cuma 25 persen"
_OF_OLD_RULE = compiled(
    r"\b(?:sebelumnya|terdahulu|lama|sebelum ini|semula|tadinya|awalnya), (?:yang|pegawai|asn|staf) [^,.;\n]{0,40}$"
)
# "menggantikan Surat Edaran Nomor 800/17/2021 yang masih membolehkan 50 persen"
_OF_REPLACED = compiled(
    r"\b(?:menggantikan|mengganti|mencabut|merevisi|menganulir)\b[^;\n]{0,140}?\byang "
    r"(?:(?:masih|sebelumnya|semula|hanya|sempat) ){0,2}(?:\w+(?:kan|i)|mengatur)\b[^.,;\n]{0,40}$"
)
# "Jika sejak September hanya 50 persen, kini 75 persen", "Kalau dulu separuh pegawai WFH, sekarang ..."
_ONCE = compiled(
    r"^\W*(?:jika|kalau|bila|apabila) (?:[^,.;\n]|,(?=\d)){3,140}, "
    r"(?=(?:maka )?(?:kini|sekarang|saat ini|mulai|sejak|(?:hari|pekan|minggu|bulan) ini)\b)"
)
# "70 persen pegawai yang sempat disinggung"
_PAST_AFTER = compiled(
    r"^[^.,;\n]{0,30}\byang (?:sempat|semula|sebelumnya|dulu|pernah)\b",
    # "seluruh karyawannya harus di rumah, kini dibolehkan 25 persen masuk"
    r"^[^.,;\n]{0,50}, (?:kini|sekarang|saat ini) (?:[\w-]+ ){0,3}?"
    r"(?:\d{1,3} ?(?:persen\b|%)|(?:separuh|setengah|seperempat|tiga perempat)\b)",
)
# "sebelumnya separuh, kini 75 persen"
_NOW = compiled(
    r"\b(?:kini|sekarang|(?:menjadi|jadi)(?! (?:zona|level)\b)|ini diubah|saat ini|kali ini|dinaikkan|diturunkan"
    r"|ditambah|dikurangi|dipangkas)\b|\bke $"
)
# "dari 50 persen menjadi 75 persen"
_FROM = compiled(r"\bdari $")
_TO = compiled(r"[^.;\n]{0,40}\b(?:menjadi|jadi|ke|tinggal|cukup)\b(?! (?:zona|level)\b)")

# What may come, not what is ruled. "mungkin nanti 25 persen", "bisa saja diperkecil"; "sedapat mungkin" is a rule
_PERHAPS = r"(?<!sedapat\s)\bmungkin|\bbarangkali|bisa (?:jadi|saja|kita|kami|diperkecil|ditambah|dikurangi)|bisa-bisa"
# "kalau angkanya turun"; but "jika pada Maret ..." compares and "kalau di zona merah ..." is only a topic
_THEN = r"pada|sebelumnya|semula"
_A_PLACE = "(?:daerah|wilayah|kabupaten|kota|instansi|unit kerja)"
_IF = (
    rf"\b(?:kalau(?! (?:{_THEN}|kemarin|dulu|{any_of(_LISTS['as_for'])}|{MONTH})\b)"
    rf"|bila(?! (?:{_THEN}|dulu|{_A_PLACE} (?:\w+ ){{0,2}}(?:di )?(?:zona|level))\b)"
    # "jika daerah berada di zona hijau", "bila kota berstatus zona hijau" open a list of zones
    rf"|(?:jika|apabila)(?! (?:{_THEN}|{_A_PLACE} (?:\w+ ){{0,2}}(?:di )?(?:zona|level)))"
    r"|(?:se)?andai\w*)"
)
# "ke depan 25 persen", but not "sepekan ke depan"
_IN_FUTURE = r"(?<!hari\s)(?<!pekan\s)(?<!minggu\s)(?<!bulan\s)ke depan(?:nya)?"
# "diusulkan 50 persen", "rencananya 25 persen", "opsi", "membantah kabar bahwa 75 persen"
_PROPOSED = (
    r"\bopsi|skenario|mengharuskan|membutuhkan|\b(?:di|meng)?usul\w*|rencana\w*|dipertimbangkan|sempat|wacana"
    r"|berharap (?:pada|bulan|segera|nanti)\b"
    r"|(?:me(?:nampik|mbantah|nepis)|\bisu|kabar)\b[^.;\n]{0,40}\bbahwa"
)
# "Kalau naik merah, yang masuk 25 persen": a sentence that opens with what may happen
_IF_CHANGED = compiled(
    # "Kalau sampai Rabu sore aman, hari Kamis semua masuk"
    rf"^\W*(?:kalau|jika|bila|apabila) [^,.;\n]{{0,60}}, (?:pada )?(?:hari )?(?:besok|lusa|{WEEKDAY})\b|"
    # "Kalau sudah oranye, ya masuk 50 persen"
    r"^\W*(?:kalau|jika|bila|apabila) (?:nanti |kelak )?(?:sudah|telah|kembali) (?:(?:ke|di|masuk) )?(?:zona |level )?"
    r"(?:hijau|kuning|oranye|merah|[1-4])\b[^,.;\n]{0,30},|"
    # "Kalau nanti level 1, masuk semua"
    r"^\W*(?:kalau|jika|bila|apabila) nanti(?:nya)? [^,.;\n]{0,60},|"
    # "Kalau yang masuk tinggal 25 persen, layanan bisa macet"
    r"^\W*(?:kalau|jika|bila|apabila) [^,.;\n]{0,60}, (?:\w+ ){1,3}(?:bisa|akan|malah|bakal|pasti) |"
    # "Begitu indeks udara turun, semua pegawai kembali masuk"
    r"^\W*(?:kalau|jika|bila|apabila|andai|begitu)(?:nanti)? [^,.;\n]{0,60}\b"
    r"(?:naik|turun|membaik|memburuk|melonjak|bertambah|berkurang|berubah|meningkat|menurun|melandai|ditemukan|muncul|terjadi)\b[^,.;\n]{0,60},"
)
# ... whose own figure is no rule either, for it tells what would come of it
_WOULD = compiled(
    r"^\W*(?:kalau|jika|bila|apabila) [^,.;\n]{0,60}, (?:\w+ ){1,3}(?:bisa|akan|malah|bakal|pasti) "
    r"(?:\w+ )?(?:macet|lumpuh|terganggu|tersendat|keteteran|"
    r"terhambat|terbengkalai|kewalahan|menumpuk|kacau|repot|berhenti)"
)
#: A rule that is not made (yet).
HYPOTHETICAL: Final = compiled(rf"(?:{_PERHAPS}|{_IF}|{_IN_FUTURE}|{_PROPOSED})\b")

#: Words of staff and offices: beside them a percentage can be one of staff.
ABOUT_STAFF: Final = compiled(rf"\b{any_of([*WORKFORCE, *OFFICES, *_LISTS['about_staff']])}\b")
#: Nouns whose percentages are not of staff; pay is cut, but an allotment of staff may be ("jatahnya dipotong").
NOT_STAFF: Final = compiled(
    rf"\b(?:{any_of([*_LISTS['not_staff'], *_LISTS['changes']])}|(?<!jatahnya\s)(?<!jatah\s)dipotong)\b"
)

# "25 persen, 50 persen dan 100 persen", "40 persen, 30 persen, dan sebagainya", "baik yang 25 atau 50 persen": none of
# them is the rule; of "masing-masing 50 dan 25 persen" each is one
_ALTERNATIVE = compiled(r"^(?:,|,? atau|,? maupun)(?: yang)? $")
_LAST_ALTERNATIVE = compiled(r"^,? (?:dan|hingga|serta)(?: yang)? $")
_TURN = compiled(r"\bmasing-masing\b")
# "tidak sampai 1 persen yang mendaftar WFH": counted, not ruled
_COUNTED = compiled(r"\b(?:tidak|tak|belum) sampai $")
# "Misalnya 40 persen di rumah, berarti 60 persen di kantor": an example of the rule, not the rule
_EXAMPLE = compiled(
    r"\b(?:misal(?:nya)?|contoh(?:nya)?|umpama(?:nya)?|semisal|katakanlah)[,:]?(?: saja)? "
    r"(?:ada |yang )?\d{1,3} ?(?:persen\b|%)"
)
# "belum diperbolehkan kembali berkantor | secara penuh", "belum boleh masuk kantor | 100 persen": less than all
_NOT_YET = compiled(
    r"\bbelum (?:boleh|bisa|dapat|diperbolehkan|dibolehkan|diizinkan|diwajibkan|diperkenankan|akan|kembali|perlu)\b"
    r"[^.,;\n]{0,40}$"
)
_NOT_YET_REACH = 70  # characters: "belum diperbolehkan kembali bekerja di kantor "
# "Porsinya 75, 50, dan | 25 persen": for each of several, which it does not say
_ROW_BEFORE = compiled(r"(?<![\d.,:/-])[1-9][05],? (?:dan|atau|serta|maupun) $")
_ROW_REACH = 14  # characters: "50, dan "
# "masuk dalam hitungan 25 persen tersebut": said before
_SAID_BEFORE = compiled(r"\b(?:hitungan|perhitungan|kuota|jatah|porsi|angka) $")
_SAID_BEFORE_AFTER = compiled(r"^ (?:tersebut|itu|tadi)\b")
# "setengah tahun", "separuh hari": a time, no share
_SPAN_OF_TIME = compiled(r"^ (?:hari|pekan|minggu|bulan|tahun|jam|abad|mati|lebih (?:hari|tahun))\b")

_CLAUSE_END = re.compile(r"[,;]\s")
# Characters in which the words bear on a quantity: a clause of some ten words before it, a short one behind.
_BOUND_BEFORE, _BOUND_AFTER = 60, 30
_PAST_REACH, _PAST_AFTER_REACH = 90, 60
_REPLACED_REACH = 220  # characters from the instrument that is replaced to its share
_TO_REACH = 60
_FROM_REACH = 12
_TIME_REACH = 20


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text[start:end]` counts `value` percent of something; `bound` is that of the printed side, not turned yet."""

    start: int
    end: int
    value: float
    kind: QuantityKind
    bound: Bound
    past: bool
    hypothetical: bool


def find_quantities(text: str, previous: Sentence | None) -> list[Quantity]:
    """The quantities of a sentence in order; `previous` is the sentence before, to which "mereka" may point.

    >>> [(q.value, q.kind, q.bound) for q in find_quantities("Maksimal 25 persen pegawai, tiga dari empat staf", None)]
    [(25.0, 'percent', 'max'), (75.0, 'fraction', 'exact')]
    """
    found = [
        *_in_figures(text),
        *_everybody(text),
        *_out_of(text),
    ]
    if previous is not None and not found and (m := _THEY.match(text)) and _ALL.search(previous.text):
        found.append(read_quantity(text, *m.span(), 100.0, "all"))
    found += [read_quantity(text, *m.span(), 0.0, "nobody") for m in _NOBODY.finditer(text)]
    found = [q for q in found if not (q.value == EVERYBODY and _is_not_yet(text, q.start))]
    if m := _EXAMPLE.search(text):
        found = [replace(q, hypothetical=True) if q.start >= m.start() else q for q in found]
    return sorted(found, key=lambda q: q.start)


def _is_not_yet(text: str, start: int) -> bool:
    return _NOT_YET.search(text, max(0, start - _NOT_YET_REACH), start) is not None


def count_of(word: str) -> int:
    """The number that a digit or number word stands for, with "se" as in "sehari".

    >>> count_of("Tiga"), count_of("4"), count_of("se")
    (3, 4, 1)
    """
    word = word.lower()
    return int(word) if word.isdecimal() else 1 if word == "se" else NUMERALS[word]


def _in_figures(text: str) -> Iterator[Quantity]:
    found = [q for number in find_numbers(text) if (q := _percentage(number, text))]
    alternatives = _alternatives(found, text)
    for quantity in found:
        if not _negated(text, quantity.start):
            yield replace(quantity, hypothetical=True) if quantity.start in alternatives else quantity


def _alternatives(found: Sequence[Quantity], text: str) -> set[int]:
    """Where the percentages start that stand in a row of alternatives: "25 persen, 50 persen dan 100 persen"."""
    rows: list[list[Quantity]] = []
    for a, b in pairwise(found):
        gap, goes_on = text[a.end : b.start], bool(rows) and rows[-1][-1] is a
        if goes_on and (_ALTERNATIVE.match(gap) or _LAST_ALTERNATIVE.match(gap)):
            rows[-1].append(b)
        elif a.value + b.value != 100 and _ALTERNATIVE.match(gap):
            rows.append([a, b])
    of_several = {q.start for q in found if _ROW_BEFORE.search(text, max(0, q.start - _ROW_REACH), q.start)}
    return of_several | {q.start for row in rows if not _TURN.search(text[: row[0].start]) for q in row}


def _everybody(text: str) -> Iterator[Quantity]:
    placed = bool(NAMED.search(text) or find_sides(text))  # "sepenuhnya" alone is of staff only beside a place of work
    for m in _ALL.finditer(text):
        sent = _SENT_TO.search(text, max(0, m.start() - _SENT_REACH), m.start())
        if _OTHER_DEED.match(text, m.end()):
            continue
        if not sent and not _negated(text, m.start()) and (placed or not m["bare"]):
            yield read_quantity(text, *m.span(), 100.0, "all")


def _out_of(text: str) -> Iterator[Quantity]:
    for m in _OUT_OF.finditer(text):
        part, whole = count_of(m["part"] or m["only"]), count_of(m["whole"] or m["of"])
        if 0 < part < whole:
            yield read_quantity(text, *m.span(), round(100 * part / whole, 2), "fraction")
    for m in _PART_OF_IT.finditer(text):
        yield read_quantity(text, *m.span(), _PARTS[m["part"].lower()], "fraction")


def _percentage(number: Span[NumberValue], text: str) -> Quantity | None:
    value = number.value.value
    behind = text[number.end : number.end + _TIME_REACH]
    if _SPAN_OF_TIME.match(behind):
        return None
    if _COUNTED.search(text, max(0, number.start - _TIME_REACH), number.start):
        return None
    if _SAID_BEFORE_AFTER.match(behind) and _SAID_BEFORE.search(text, max(0, number.start - _TIME_REACH), number.start):
        return None
    if number.value.unit == "percent" and value is not None and 0 <= value <= 100:
        return read_quantity(text, number.start, number.end, float(value), "percent")
    if number.value.printed == "fraction" and value is not None and 0 < value < 1:
        return read_quantity(text, number.start, number.end, round(value * 100, 2), "fraction")
    return None


def _negated(text: str, start: int) -> bool:
    return _NEGATED.search(text, max(0, start - _NEGATION_REACH), start) is not None


def read_quantity(text: str, start: int, end: int, value: float, kind: QuantityKind) -> Quantity:
    """The quantity at `text[start:end]` with what the words around it say: its bound, whether past or hypothetical."""
    clause = _CLAUSE_END.split(text[max(0, start - _PAST_REACH) : start])[-1]
    bound = bound_at(text, start, end)
    past = _is_past(text, clause, start, end)
    hypothetical = not _is_once(text, start) and (HYPOTHETICAL.search(clause) is not None or _if_changed(text, start))
    return Quantity(start, end, value, kind, bound, past, hypothetical)


def _if_changed(text: str, start: int) -> bool:
    """Whether the sentence opens with a change that may come, before the quantity at `start` or with it."""
    m = _IF_CHANGED.match(text)
    return m is not None and (m.end() <= start or _WOULD.match(text) is not None)


def _is_once(text: str, start: int) -> bool:
    """Whether the sentence opens with what was so until now, and the quantity stands there."""
    m = _ONCE.match(text)
    return m is not None and start < m.end()


def bound_at(text: str, start: int, end: int) -> Bound:
    """What the words around `text[start:end]` make of the number printed there: "maksimal", "paling sedikit"."""
    before, after = text[max(0, start - _BOUND_BEFORE) : start], text[end : end + _BOUND_AFTER]
    if _MOST.search(before) or _MOST_AFTER.search(after):
        return "max"
    if _LEAST.search(before) or _LEAST_AFTER.search(after):
        return "min"
    return "exact"


def _is_past(text: str, clause: str, start: int, end: int) -> bool:
    """Whether the quantity is the rule before this one, as the clause up to it or the words behind it say."""
    clause = _SINCE_YESTERDAY.sub("", clause)
    if (m := _PAST.search(clause)) and not _NOW.search(clause, m.start()):
        return True
    if _AFTER_ALL.match(text[:start]):
        return True
    if _OF_REPLACED.search(text, max(0, start - _REPLACED_REACH), start) and not _NOW.search(clause):
        return True
    if _is_once(text, start) or _OF_OLD_RULE.search(text, max(0, start - _PAST_REACH), start):
        return True
    if _PAST_AFTER.search(text[end : end + _PAST_AFTER_REACH]):
        return True
    from_there = _FROM.search(text, max(0, start - _FROM_REACH), start)
    return from_there is not None and _TO.match(text, end, end + _TO_REACH) is not None
