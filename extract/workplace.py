"""Where people work: the words that put staff at home or in the office.

Every other part that asks "is this about working from home?" asks here, so that a new way to say it is added once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from corpus.patterns import Pattern
from extract.lexicon import GAP, REMEMBERED, STAFF, any_of, compiled, lists
from extract.spans import Span

Side = Literal["home", "office"]

_LISTS: Final = lists("workplace")

# --- at home ---------------------------------------------------------------------------------------------------------
# "di rumah masing-masing", "dari tempat tinggalnya", "dari kediaman"; no "rumah sakit"
_HOME_PLACE = rf"(?:rumah|tempat tinggal|kediaman)(?:nya)?(?! {any_of(_LISTS['no_home'])})\b"
# "di rumah", "dari rumah": also "75 persennya di rumah", "giliran di rumah"
_AT_HOME = rf"\b(?:di|dari) {_HOME_PLACE}"
# "WFH", "W.F.H", "WFH-nya"
_WFH = r"\bw\.?f\.?h\b"
# "work from home", also with the slips that editors leave: "work form home", "work from homw", "work at home"
_WORK_FROM_HOME = r"\bwork(?:ing)?[\s-]{1,6}(?:from|form|fron|at|for)[\s-]{1,6}hom[ew]\b"
# "WFA", "work from anywhere": at home is allowed
_WORK_FROM_ANYWHERE = (
    # ("ASNwork from anywhere(WFA)", "work from anywhereini": words set in italics are glued in many dumps)
    r"\bw\.?f\.?a\b|work[\s-]{1,6}from[\s-]{1,6}any\s?where"
    r"|\b(?:be)?kerja (?:dari|di) (?:mana saja|mana pun|manapun)\b"
)
# "FWA", "flexible working arrangement": likewise
_FLEXIBLE_WORK = r"\bfwa\b|\bflexible work(?:ing)?(?: arrangements?)?\b"
# "bekerja dari rumah", "tugas kedinasan di tempat tinggalnya", "kerja mereka di rumah"
# ("dirumah" is a slip of many editors)
_WORK_AT_HOME = (
    rf"\b{any_of(_LISTS['work'])}(?: {any_of(_LISTS['work_details'])}){{0,3}} "
    # "dari mes atau rumah"
    rf"(?:(?:dari |di )(?:\w+ (?:atau|maupun) )?|di(?=rumah)){_HOME_PLACE}"
)
# The verbs that take an object: "mempekerjakan", "menyelesaikan pekerjaannya", "kerja"
_WORK_THEM = r"(?:(?:mem)?pekerja(?:kan|annya|an)|ber?kerja|kerja|tugas(?:nya)?)"
# "75 persen ASN", any words but those that turn to the other side
_THEM = r"(?:(?!kantor|sisanya|selebihnya)[\w()%.-]{1,15} ){1,5}?"
# "mempekerjakan 75 persen ASN dari rumah"
_WORK_THEM_AT_HOME = rf"\b{_WORK_THEM} {_THEM}(?:dari|di) {_HOME_PLACE}"
# "berkantor dari rumah", "ngantor di rumah"
_OFFICE_AT_HOME = rf"\b(?:berk|ngek?|ng)antor (?:dari|di) {_HOME_PLACE}"
# "dirumahkan", "merumahkan pegawai": at home on full pay, where a government does it
_SENT_HOME = r"\b(?:di|me|kita |kami )rumahkan\b"

# --- in the office ---------------------------------------------------------------------------------------------------
# "WFO", "work from office", "work form office"
_WFO = r"\bw\.?f\.?o\b|\bwork(?:ing)?[\s-]{1,6}(?:from|form|in|at)[\s-]{1,6}(?:the )?office\b"
# "kantornya", but not "kantor-kantor", "kantor bupati"
_OFFICE = rf"kantor(?:nya)?(?!-kantor| {any_of(_LISTS['no_office'])})"
# "di kantor", "dari tempat tugasnya", "ke unit kerja"
_AT_OFFICE = rf"\b(?:di|ke|dari) (?:{_OFFICE}|(?:tempat kerja|tempat tugas|unit kerja)(?:nya)?)\b"
# "ngantor", "berkantor", "sekantor", but not "berkantor dari rumah"
_IN_OFFICE = r"\b(?:berk|ngek?|ng|sek)antor\b(?! (?:dari|di) rumah)"
# "masuk kantor", "masuk kerja"; "kantor hanya 25 persen"
_ENTERS = r"\bmasuk (?:kantor|kerja|bekerja|dinas|penuh)\b|\bhadir penuh\b|\bkantor (?:hanya|cuma)\b"
# "jumlah kehadiran pegawai", "yang hadir", "boleh masuk", "25 persen masuk"; not "masuk akal"
_PRESENT = (
    rf"\bkehadiran\b|\b{any_of(_LISTS['attending'])} (?:hadir|masuk|datang)\b"
    rf"(?! {any_of(_LISTS['no_attendance'])})"
    # "puskesmas masuk 100 persen", "semuanya masuk, 100 persen"
    r"|\b(?:masuk|hadir)\b"
    r"(?=,? (?:hanya |cuma |maksimal )?(?:\d{1,3}\s?(?:persen|%)|seratus persen|semua\b|seluruhnya))"
    # "seluruh pegawai masih masuk seperti biasa"
    r"|\b(?:tetap|masih) masuk\b(?! akal)"
    # "puskesmas tetap bekerja 100 persen"
    r"|\btetap (?:bekerja|bertugas|beroperasi)(?= (?:100|seratus) ?(?:persen|%))"
    # "setiap kantor menghadirkan pegawai tidak lebih dari 50 persen"
    rf"|\bmenghadirkan\b(?= (?:\w+ ){{0,2}}{STAFF}\b)"
    # "pegawai diminta masuk 100 persen"
    r"|\b(?:diminta|diwajibkan|diharuskan|mesti) (?:masuk|hadir)\b(?= (?:penuh|semua|\d|seratus|maksimal|minimal))"
)
# "yang piket maksimal 40 persen": on duty, where no home is named beside it
_ON_DUTY = (
    r"(?<!selain\s)(?<!kecuali\s)\b(?:(?:yang|petugas|staf|pegawai) (?:ber)?piket|piket pegawai)\b"
    r"(?! (?:dari|di) rumah)"
)
# "kantor beroperasi dengan 25 persen pegawai"
_RUNS = rf"\b(?:beroperasi|berjalan)\b(?=[^.;\n]{{0,70}}\b{STAFF}\b)"
# "sektor esensial beroperasi 100 persen", "kritikal boleh beroperasi 100 persen"
_SECTOR_RUNS = r"(?:(?<=sial\s)|(?<=ikal\s))(?:boleh |dapat |bisa |tetap )?beroperasi(?= (?:maksimal |penuh )?\d)"
_PERCENT = r"(?:\d{1,3}\s?(?:persen|%)|(?:seratus|(?:dua|lima|tujuh) puluh(?: lima)?) persen)"
_OPERATES = r"\b(?:(?:ber|di)?operasi(?:onal|kan)?|berjalan|buka|berkegiatan|berproduksi)"
_MAY = r"\b(?:dibatasi|dibolehkan|diperbolehkan|diizinkan|boleh|dapat)"
# "penuh ", "dengan kapasitas staf maksimal ", "dengan jumlah pegawai "
_SO_MUCH = (
    r"(?:(?:dengan|penuh|secara|pembatasan|pengaturan|kapasitas|jumlah|staf|pegawai|karyawan|pekerja|kehadiran|maksimal"
    r"|paling banyak|hingga|sampai|sebesar|sebanyak) ){0,6}"
)
# "sektor esensial seperti energi dan perbankan tetap dapat beroperasi 100 persen": up to another place
_NAMED_SECTOR_RUNS = (
    r"\bsektor (?:yang (?:bersifat )?)?(?:non[\s-]{0,2})?(?:es{1,2}ensial|kritikal|kritis)\b"
    r"(?:(?!\bwf[ho]\b|\bkantor|\brumah\b(?! sakit)|persen|%|;|\bsektor\b)[^.\n]){0,180}?"
    rf"(?:{_OPERATES}(?= {_SO_MUCH}{_PERCENT})|{_MAY}(?= {_SO_MUCH}{_PERCENT}{GAP}(?:\([^)]{{0,30}}\){GAP})?"
    rf"(?:dari )?(?:(?:total|jumlah|kapasitas) )?{STAFF}))"
)
# "diisi 25 persen pegawai", "ruang kerja hanya terisi separuh"
_FILLED = (
    rf"\b(?:di|ter)isi\b(?=[^.;\n]{{0,60}}\b(?:{STAFF}(?:nya)?|orang di kantor)\b)"
    r"|\b(?:kantor|ruang kerja|perkantoran)\b[^.,;\n]{0,50}\b(?:di|ter)isi\b"
)

# "boleh mempekerjakan 50 persen karyawannya", but not "mempekerjakan 75 persen ASN dari rumah"
_EMPLOYS = (
    r"\b(?:mem|di)pekerjakan\b"
    rf"(?= {_SO_MUCH}(?:{_PERCENT}|separuh|setengah|seperempat|seluruh|semua)\b(?![^.;\n]{{0,60}}\b(?:rumah|wf[ha])\b))"
)

# "hanya boleh menghadirkan paling banyak 50 persen karyawan"
_BRINGS_IN = (
    r"(?<!dilarang\s)\bmenghadirkan\b"
    rf"(?= {_SO_MUCH}{_PERCENT}{GAP}(?:\([^)]{{0,30}}\){GAP})?(?:dari )?(?:(?:total|jumlah) )?{STAFF})"
)

_NAMED_HOME = (
    _WFH,
    _WORK_FROM_HOME,
    _WORK_FROM_ANYWHERE,
    _FLEXIBLE_WORK,
    _OFFICE_AT_HOME,
    _WORK_AT_HOME,
    _WORK_THEM_AT_HOME,
    _SENT_HOME,
)
#: Words that put people at home, "di rumah" among them.
HOME: Final = compiled(*_NAMED_HOME, _AT_HOME)
#: Words that put people in the office.
OFFICE: Final = compiled(
    _WFO,
    _AT_OFFICE,
    _IN_OFFICE,
    _ENTERS,
    _PRESENT,
    _ON_DUTY,
    _RUNS,
    _SECTOR_RUNS,
    _NAMED_SECTOR_RUNS,
    _FILLED,
    _EMPLOYS,
    _BRINGS_IN,
)
#: Home or office work said so plainly that the words alone name such a rule ("di rumah" or "di kantor" alone do not).
NAMED: Final = compiled(_WFO, *_NAMED_HOME)

# "belajar di rumah", "isolasi mandiri di rumah", "ibadah di rumah": at home, but not at work
_NOT_AT_WORK = compiled(
    rf"\b{any_of(_LISTS['not_work'])}(?: \w{{1,15}}){{0,2}}{GAP}$",
    # "memiliki APAR di rumah", "menyediakan alat pemadam api ringan di rumah"
    rf"\b(?:memiliki|menyediakan|punya) (?:(?-i:[A-Z]{{3,6}})|alat|bendera|kotak|tempat sampah)"
    rf"(?: [\w()]{{1,15}}){{0,4}}{GAP}$",
)
# "tidak boleh masuk kantor", "tidak perlu datang ke kantor": kept out of the office, so at home
_KEPT_OUT = compiled(rf"\b(?:tidak|tak|jangan|dilarang|nggak|enggak) (?:{any_of(_LISTS['allowed'])} ){{0,3}}$")
# "siswa masuk": for the office only right before the word, since "hotel bukan karantina boleh diisi karyawan" is staff
_NOT_STAFF_THERE = compiled(rf"\b{any_of(_LISTS['not_work'])}{GAP}$")
_REACH = 60  # characters before a place in which such a word can bear on it: some words


@lru_cache(REMEMBERED)
def find_sides(text: str) -> tuple[Span[Side], ...]:
    """The places in `text` that say "at home" or "in the office", in order; a repeated gloss is its own span.

    >>> [(s.value, s.text) for s in find_sides("WFO paling banyak 25 persen, yang bekerja di rumah 75 persen")]
    [('office', 'WFO'), ('home', 'bekerja di rumah')]
    """
    sides: tuple[tuple[Side, Pattern, Pattern], ...] = (
        ("home", HOME, _NOT_AT_WORK),
        ("office", OFFICE, _NOT_STAFF_THERE),
    )
    found = [
        Span("side", m.start(), m.end(), m.group(), _place(side, text, m.start()), f"workplace.{side}")
        for side, pattern, unless in sides
        for m in pattern.finditer(text)
        if not unless.search(text, max(0, m.start() - _REACH), m.start())
    ]
    return tuple(sorted(found, key=lambda s: (s.start, -s.end)))


def _place(side: Side, text: str, start: int) -> Side:
    """Where the words at `start` put the staff: kept out of the office they are at home."""
    kept_out = side == "office" and _KEPT_OUT.search(text, max(0, start - _REACH), start)
    return "home" if kept_out else side
