"""Where people work: the words that put staff at home or in the office.

Every other part that asks "is this about working from home?" asks here, so that a new way to say it is added once.
"""

from __future__ import annotations

import re
from typing import Literal

from extract.spans import Span

Side = Literal["home", "office"]

# "bekerja", "berkerja" (a common slip), "kerja", "mengerjakan tugas", "melaksanakan tugas kedinasan", "berdinas", "bertugas"
_WORK = (
    r"(?:ber?kerja|kerja(?:nya)?|mempekerjakan|bekerjanya|tugas(?:nya)?|dikerjakan|pekerjaan(?:nya)?|pekerjaannya|berdinas|"
    r"bertugas|kedinasan|dinas|beraktivitas|aktivitas|berkegiatan|piket|ngantor)"
)
# "dari rumah", "di rumah masing-masing", "dari tempat tinggalnya", "dari kediaman"
_HOME_PLACE = (
    r"(?:rumah|tempat\s+tinggal|kediaman)(?:nya)?(?!\s+(?:sakit|makan|ibadah|dinas|tahanan|jabatan|pompa|duka))\b"
)
_OFFICE_PLACE = r"(?:kantor(?:nya)?(?!-kantor|\s+(?:pem[kp]\w+|dinas|bupati|wali|gubernur|kecamatan|kelurahan|camat|desa|pemerintah))|tempat\s+kerja(?:nya)?|tempat\s+tugas(?:nya)?|unit\s+kerja(?:nya)?)\b"

# "WFH", "W.F.H", "WFH-nya"
_WFH = r"\bw\.?f\.?h\b"
# "work from home", also with the slips that editors leave: "work form home", "work from homw", "work at home"
_WORK_FROM_HOME = r"\bwork(?:ing)?[\s-]+(?:from|form|fron|at|for)[\s-]+hom[ew]\b"
# "WFA", "work from anywhere", "flexible working arrangement", "FWA": at home is allowed
_WORK_FROM_ANYWHERE = (
    r"\bw\.?f\.?a\b|\bwork[\s-]+from[\s-]+any\s?where\b|\bfwa\b|\bflexible\s+work(?:ing)?(?:\s+arrangements?)?\b"
)
# "bekerja dari rumah", "tugas kedinasan di tempat tinggalnya", "kerja mereka di rumah", "pekerjaan kedinasan di rumah"
_WORK_AT_HOME = rf"\b{_WORK}(?:\s+(?:kedinasan|pegawai|asn|mereka|secara|penuh|saja|dulu|sementara|masing-masing|daring|staf|pns)){{0,3}}\s+(?:dari|di)\s+{_HOME_PLACE}"
# "mempekerjakan 75 persen ASN dari rumah", "menyelesaikan pekerjaannya dari rumah"
_WORK_THEM_AT_HOME = rf"\b(?:(?:mem)?pekerja(?:kan|annya|an)|ber?kerja|kerja|tugas(?:nya)?)\s+(?:(?!kantor|sisanya|selebihnya)[\w()%.-]{{1,15}}\s+){{1,5}}?(?:dari|di)\s+{_HOME_PLACE}"
# "berkantor dari rumah", "ngantor di rumah"
_OFFICE_AT_HOME = rf"\b(?:ber|nge?)kantor\s+(?:dari|di)\s+{_HOME_PLACE}"
# "dirumahkan", "merumahkan pegawai": at home on full pay, where a government does it
_SENT_HOME = r"\b(?:di|me|kita\s+|kami\s+)rumahkan\b"
# "75 persennya di rumah", "separuh di rumah", "tetap di rumah", "berada di rumah", "giliran di rumah", "dari rumah"
_AT_HOME = rf"\b(?:di|dari)\s+{_HOME_PLACE}"

# "WFO", "work from office", "work form office"
_WFO = r"\bw\.?f\.?o\b|\bwork(?:ing)?[\s-]+(?:from|form|in|at)[\s-]+(?:the\s+)?office\b"
# "masuk kantor", "bekerja di kantor", "hadir di kantor", "datang ke kantor", "ngantor", "berkantor", "berdinas di kantor"
_AT_OFFICE = rf"\b(?:di|ke|dari)\s+{_OFFICE_PLACE}|\b(?:ber|nge?|se)kantor\b(?!\s+(?:dari|di)\s+rumah)|\bmasuk\s+(?:kantor|kerja|dinas)\b|\bkantor\s+(?:hanya|cuma)\b"
# "porsi kehadiran", "jumlah kehadiran pegawai", "yang hadir", "boleh masuk", "yang masuk", "diisi 25 persen pegawai"
_PRESENT = (
    r"\bkehadiran\b|\b(?:yang|boleh|tetap|wajib|harus|cukup|diizinkan|diperbolehkan|bisa|hanya|cuma|semua|pegawai|asn|staf|karyawan|petugas|pns|persen|%|separuh|setengah|sepertiga|seperempat|bergiliran|bergantian)\s+(?:hadir|masuk|datang)\b"
    r"(?!\s+(?:akal|daftar|zona|kategori|level|kelompok|dalam\s+(?:kategori|daftar|zona)|sebagai|ke\s+(?:rumah|zona|wilayah)|wilayah|angin))"
    r"|\b(?:beroperasi|berjalan)\b(?=[^.;\n]{0,70}\b(?:pegawai|asn|staf|karyawan)\b)"
    r"|\b(?:di|ter)isi\b(?=[^.;\n]{0,60}\b(?:pegawai|asn|pns|staf|karyawan|orang\s+di\s+kantor)\b)|\b(?:kantor|ruang\s+kerja|perkantoran)\b[^.,;\n]{0,50}\b(?:di|ter)isi\b"
)

HOME = re.compile(
    "|".join(
        [
            _WFH,
            _WORK_FROM_HOME,
            _WORK_FROM_ANYWHERE,
            _OFFICE_AT_HOME,
            _WORK_AT_HOME,
            _WORK_THEM_AT_HOME,
            _SENT_HOME,
            _AT_HOME,
        ]
    ),
    re.IGNORECASE,
)
OFFICE = re.compile("|".join([_WFO, _AT_OFFICE, _PRESENT]), re.IGNORECASE)
#: Home or office work said so plainly that the words alone name such a rule ("di rumah" or "di kantor" alone do not).
NAMED = re.compile(
    "|".join(
        [
            _WFO,
            _WFH,
            _WORK_FROM_HOME,
            _WORK_FROM_ANYWHERE,
            _OFFICE_AT_HOME,
            _WORK_AT_HOME,
            _WORK_THEM_AT_HOME,
            _SENT_HOME,
        ]
    ),
    re.IGNORECASE,
)


# "belajar di rumah", "isolasi mandiri di rumah", "ibadah di rumah": at home, but not at work
_NOT_AT_WORK = re.compile(
    r"\b(?:belajar|pembelajaran|isolasi|isoman|karantina|(?:ber)?ibadah|(?:ber)?diam|salat|shalat|sekolah|siswa|murid|kuliah|perawatan|dirawat)"
    r"(?:\s+\w{1,15}){0,2}\s*$",
    re.IGNORECASE,
)


# "tidak boleh masuk kantor", "tidak perlu datang ke kantor": kept out of the office, so at home
_KEPT_OUT = re.compile(
    r"\b(?:tidak|tak|jangan|dilarang|nggak|enggak)\s+(?:(?:boleh|perlu|usah|harus|lagi|diperbolehkan|diizinkan|diwajibkan|datang|masuk|hadir|bekerja)\s+){0,3}$",
    re.IGNORECASE,
)


def find_sides(text: str) -> list[Span[Side]]:
    """The places in `text` that say "at home" or "in the office", in order; a repeated gloss is its own span.

    >>> [(s.value, s.text) for s in find_sides("WFO paling banyak 25 persen, yang bekerja di rumah 75 persen")]
    [('office', 'WFO'), ('home', 'bekerja di rumah')]
    """

    def place(side: Side, start: int) -> Side:
        return "home" if side == "office" and _KEPT_OUT.search(text, max(0, start - 40), start) else side

    patterns: tuple[tuple[Side, re.Pattern[str]], ...] = (("home", HOME), ("office", OFFICE))
    found = [
        Span("side", m.start(), m.end(), m.group(), place(side, m.start()), f"workplace.{side}")
        for side, pattern in patterns
        for m in pattern.finditer(text)
        if not _NOT_AT_WORK.search(text, max(0, m.start() - 40), m.start())
    ]
    return sorted(found, key=lambda s: (s.start, -s.end))


def mentions_home_work(text: str) -> bool:
    """Whether the text names working from home or WFO at all (not merely "di rumah").

    >>> mentions_home_work("Siswa belajar di rumah"), mentions_home_work("ASN mulai work form home")
    (False, True)
    """
    return NAMED.search(text) is not None
