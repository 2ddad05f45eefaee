"""Under which condition a share holds: a sector, a PPKM level, a zone, a part of the country, a rank, a group, a unit.

The codebook's kinds, in its order; values are its closed words where it has them, the printed words otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from extract.lexicon import GAP, MONTH, OFFICES, REMEMBERED, STAFF, WEEKDAY, any_of, compiled, lists
from extract.spans import Span

Kind = Literal["sector", "ppkm_level", "zone", "region", "rank", "group", "unit", "period"]
ORDER: Final[tuple[Kind, ...]] = ("sector", "ppkm_level", "zone", "region", "rank", "group", "unit", "period")

_LISTS: Final = lists("conditions")


def _row(item: str, joint: str, most: int) -> str:
    """An item and up to `most` more like it behind a joint: "merah, oranye dan kuning"."""
    return rf"{item}\b(?:{GAP}{joint}{GAP}{item}\b){{0,{most}}}"


# --- sectors ---------------------------------------------------------------------------------------------------------
# "sektor non-esensial", "non esensial", "nonesensial", "tidak esensial"
_NON_ESSENTIAL = r"\bnon[\s-]{0,3}es{1,2}ensial\b|\btidak es{1,2}ensial\b"
# "sektor esensial", "instansi yang esensial" (but not the "esensial" of "non-esensial")
_ESSENTIAL = (
    rf"\b{any_of(_LISTS['sectors'])}(?: (?:yang|bersifat|pemerintah(?:an)?))? es{{1,2}}ensial\b"
    r"|(?<!non[\s-])(?<!non)\bes{1,2}ensial\b"
)
# "sektor kritikal", "sektor kritis"
_CRITICAL = r"\bkritikal\b|\bsektor kritis\b"
_PEOPLE = r"(?:publik|masyarakat|warga)"
# "layanan publik", "pelayanan kepada masyarakat"
_SERVES = (
    r"\b(?:pe)?layanan (?:publik|umum|masyarakat|langsung)\b"
    rf"|\bpelayanan (?:kepada|terhadap|untuk|bagi) {_PEOPLE}\b"
)
# "melayani masyarakat secara langsung", "melayani langsung"
_SERVES_DIRECTLY = (
    rf"\b(?:melayani|dilayani) (?:{_PEOPLE} (?:secara )?langsung|(?:secara )?langsung)\b"
    rf"|\blangsung melayani {_PEOPLE}\b"
)
# "instansi yang tugasnya melayani publik", "OPD yang mengurus pelayanan masyarakat"
_SERVING_OFFICE = (
    rf"\b{any_of([*OFFICES, 'petugas', 'lembaga', 'perangkat daerah'])} (?:kerja |pemerintah(?:an)? )?"
    r"yang (?:tugasnya |bertugas )?"
    rf"(?:(?:secara )?langsung )?(?:melayani|mengurus pelayanan) {_PEOPLE}\b"
)
# "berhadapan langsung dengan warga"
_MEETS_PEOPLE = rf"\b(?:berhadapan|bersentuhan|berhubungan|bersinggungan) (?:langsung )?dengan {_PEOPLE}\b"
# "layanannya tidak bisa ditunda"
_CANNOT_WAIT = r"\blayanan(?:nya)? (?:yang )?tidak (?:bisa|dapat) ditunda\b"
# "unit pelayanan", but not "unit pelayanan teknis", which is a kind of office
_SERVICE_OFFICE = rf"\b{any_of([*OFFICES, 'petugas'])} (?:teknis )?pelayanan\b(?! (?:teknis|administrasi))"
# "yang pelayanan, 100 persen masuk"
_THOSE_SERVING = (
    r"\byang (?:di )?(?:bagian |bidang |unit )?pelayanan\b(?=,? (?:tetap |harus |wajib )?(?:\d|masuk|penuh|seratus))"
)
_PUBLIC_SERVICE = (
    _THOSE_SERVING,
    _SERVES,
    _SERVES_DIRECTLY,
    _SERVING_OFFICE,
    _MEETS_PEOPLE,
    _CANNOT_WAIT,
    _SERVICE_OFFICE,
)
# "tidak bersentuhan langsung dengan warga", "non-pelayanan publik"
_NOT_SERVING = compiled(r"\b(?:tidak|tak|bukan|tanpa|non)[\s-]{1,3}(?:\w{2,14} )?$")
_NEGATION_REACH = 24  # characters: the negation and a verb ("tidak memberikan ")
# "pelayanan administrasi", "pelayanan kependudukan": a named service that is no closed word
_OTHER_SERVICE = rf"\b(?:pe)?layanan {any_of(_LISTS['services'])}\b"
# "perangkat daerah nonpelayanan", "OPD non pelayanan publik"
_NO_SERVICE = rf"\bnon[\s-]{{0,2}}pelayanan\b(?: {_PEOPLE}\b)?"
# "administrasi pemerintahan dan layanan dukungan pimpinan": the offices without public service of the 2024 rules
_BACK_OFFICE = (
    r"\b(?:layanan )?administrasi pemerintah(?:an)?\b(?: (?:dan|serta|maupun) (?:layanan )?dukungan pimpinan\b)?"
    r"|\b(?:layanan )?dukungan pimpinan\b"
)
# "tenaga kesehatan 100 persen", "nakes wajib masuk penuh"; elsewhere they are those exempt
_HEALTH_STAFF = r"\b(?:tenaga (?:kesehatan|medis)|nakes|paramedis)\b(?= (?:\w+ ){0,3}?(?:\d|penuh\b|seratus\b|semua))"

# --- levels, zones, parts of the country -----------------------------------------------------------------------------
# "4", "empat", "III"
_LEVEL_NUMBER = any_of(_LISTS["levels"])
# "level 4", "PPKM level 2 dan 3"
_LEVEL = rf"\blevel (?P<levels>{_row(_LEVEL_NUMBER, rf'(?:,(?: dan)?|dan|&|serta|/|atau){GAP}(?:level )?', 3)})"
_COLOUR = any_of(_LISTS["zones"])
# "zona merah", "zona kuning dan hijau", "berstatus oranye"
_COLOURED = (
    r"\b(?:(?:ber)?zona|wilayah|status|berstatus|kawasan|daerah) "
    rf"(?P<zones>{_row(_COLOUR, rf'(?:,(?: dan)?|dan|atau|serta|/){GAP}(?:zona )?', 3)})"
)
# "risiko tinggi", "berisiko sedang"
_RISK = rf"\b(?:be)?risiko (?P<risk>{any_of(_LISTS['risks'])})\b"
# "daerah yang belum terdampak", "tanpa kasus": green
_FREE = r"\b(?P<free>(?:tidak|belum) (?:ada kasus|terdampak)|tanpa kasus)\b"
# "Di zona merah 25 persen, kalau oranye 50 persen, dan hijau 100 persen"
# "Yang oranye sama kuning, 50 persen WFH", "Hijau, silakan masuk semua"
_BEFORE_SHARE = (
    rf"\b(?P<bare>{_COLOUR})(?= (?:(?:hanya|cukup|maksimal|paling banyak) )?\d{{1,3}}{GAP}(?:persen|%))"
    rf"|(?:^\W{{0,3}}(?:(?:kalau|jika|bila|untuk|sedangkan) )?|\byang )"
    rf"(?P<alone>{_row(_COLOUR, r'(?:,|dan|sama|serta|atau)', 3)})(?=,)"
)
_ZONE = "|".join((_COLOURED, _RISK, _FREE, _BEFORE_SHARE))
# "luar Jawa-Bali", "luar Pulau Jawa"
_OUTSIDE = rf"\bluar (?:pulau |wilayah )?jawa\b(?:{GAP}(?:-|dan|/|,){GAP}(?:pulau )?bali\b)?"
# "Jawa dan Bali"
_JAVA_BALI = rf"\bjawa{GAP}(?:-|dan|/|,){GAP}(?:pulau )?bali\b"

# --- parts of the staff ----------------------------------------------------------------------------------------------
# "II", "3"
_GRADE = r"(?:i{1,3}v?|iv|[1-4])"
# "eselon II", "pejabat eselon III dan IV", "pejabat struktural", "camat dan lurah"
_RANK = (
    rf"\b(?:pejabat )?eselon {_row(_GRADE, rf'(?:,(?: dan)?|dan|hingga|sampai|serta|maupun){GAP}(?:eselon )?', 3)}"
    r"|\bpejabat (?:struktural|administrator|pengawas|pimpinan tinggi|fungsional|eselon)\b|\bcamat dan lurah\b"
    r"|\bgolongan (?:i{1,3}|iv)\b(?: dan (?:golongan )?(?:i{1,3}|iv)\b)?(?: ke (?:atas|bawah)\b)?"
    r"|\bstaf pelaksana\b|\bnon[- ]?eselon\b"
)
# "kepala dinas wajib masuk 100 persen", "pimpinan OPD WFO penuh"; not "kepala OPD wajib mengatur jadwal masuk"
_HEAD = rf"(?:kepala|pimpinan) {any_of(['dinas', 'badan', 'bagian', 'bidang', 'opd', 'skpd', 'perangkat daerah'])}"
_ARRANGES = any_of(
    ["mengatur", "membagi", "menyusun", "menentukan", "menetapkan", "memastikan", "membuat", "menjadwalkan"]
)
_HEADS = (
    rf"\b{_row(_HEAD, r'(?:,|dan|serta|maupun|hingga)', 3)}"
    rf"(?= (?:(?!{_ARRANGES}\b)\w+ ){{0,3}}?"
    r"(?:masuk|wfo|hadir|berkantor|ngantor|100|seratus|penuh|melaksanakan wfo|tidak (?:ikut|termasuk))\b)"
)
# "berusia di atas 50 tahun", "usia 50 tahun ke atas"
_AGED = r"\b(?:berusia|berumur|(?:usia|umur)(?:nya)?) (?:di atas |lebih dari |minimal )?\d{2} tahun(?: ke atas)?\b"
# "ibu hamil", "komorbid", "penyakit bawaan"
_FRAIL = (
    r"\b(?:ibu|pegawai|wanita|perempuan|yang|sedang|asn) hamil\b|\bmenyusui\b|\bkomorbid\b|\blansia\b|\bdisabilitas\b"
    r"|\b(?:sedang|tengah) mengandung\b"
    r"|\bpenyakit (?:penyerta|bawaan|kronis)\b"
)
# "tenaga honorer", "pegawai kontrak"; "ASN dan tenaga honorer" are the staff at large
_TEMPORARY = r"\b(?:(?:tenaga|pegawai) (?:honorer|kontrak|harian lepas)|honorer|thl)\b"
# "ASN perempuan", "pegawai laki-laki"
_SEX = rf"\b(?:{STAFF}|aparatur) (?:perempuan|wanita|pria|laki-laki)\b(?! hamil)"
# "pegawai yang berdomisili di luar kota"
_FROM_AFAR = (
    rf"\b(?:{STAFF}|mereka) (?:yang )?(?:berdomisili|bertempat tinggal|tinggal|berumah|rumahnya) (?:berada )?"
    r"(?:di )?luar "
    r"(?:kota|kabupaten|daerah|provinsi|pulau|wilayah|(?-i:[A-Z])\w+)(?-i:(?: (?!WF)[A-Z]\w+){0,3})"
)
_GROUP = (_AGED, _FRAIL, _SEX, _FROM_AFAR)

# --- units -----------------------------------------------------------------------------------------------------------
_UNIT_KIND = any_of(_LISTS["unit_kinds"])
# "kantor kecamatan dan kantor kelurahan", "RSUD, puskesmas, dan damkar", "unit pelayanan teknis"
_UNIT_KINDS = (
    rf"\b(?:unit pelayanan teknis|kantor {_UNIT_KIND}|{_UNIT_KIND})\b"
    rf"(?:{GAP},{GAP}(?:dan )?(?:kantor )?{_UNIT_KIND}\b){{0,6}}(?:{GAP},? (?:dan|serta) (?:kantor )?{_UNIT_KIND}\b)?"
)
# "SKPD yang pegawainya positif lebih dari 2 orang"
_SUCH_OFFICES = (
    r"\b(?:skpd|opd|(?:per)?kantor(?:an)?|instansi|unit kerja|perangkat daerah|dinas) (?:semacam|yang) "
    r"(?:pegawainya|memiliki|terdapat|ada|ditemukan|terpapar|seperti)\b[^.,;\n]{0,60}?"
    r"(?= (?:boleh|wajib|harus|dapat|bisa|tetap|cukup|hanya|menerapkan|melaksanakan|wf[hoa])\b|[.,;\n]|$)"
)
# "Dinas Kesehatan", "Bagian Umum", in capitals; Seram Bagian Barat is a regency
_NAMED_UNIT = (
    r"(?-i:\b(?:Dinas|Badan|Bagian(?! (?:Barat|Timur|Utara|Selatan|Tengah)\b)|Biro|Inspektorat|Sekretariat)"
    r" [A-Z][a-z]{3,}\b)"
)
_UNIT = compiled(_UNIT_KINDS, _SUCH_OFFICES, _NAMED_UNIT)

# --- periods ---------------------------------------------------------------------------------------------------------
_DURING = r"(?:pada|selama|khusus|untuk|kalau|bulan)"
_PERIOD = (
    # "setiap Jumat", "tiap Kamis dan Jumat"
    rf"\b(?:(?:se)?tiap|tiap-tiap|saban) (?!minggu\b)(?:hari )?{_row(WEEKDAY, r'(?:,|dan)', 3)}",
    # "pada 4-7 September 2023"
    rf"\b(?:pada|selama|khusus|untuk|bulan) \d{{1,2}}{GAP}(?:-|hingga|sampai){GAP}\d{{1,2}} {MONTH}(?: \d{{4}})?\b",
    # "hari Jumat"
    rf"\bhari {WEEKDAY}\b",
    # "pada November", "kalau Desember"
    rf"\b{_DURING} (?:bulan )?{MONTH}\b(?! \d)",
    # "Desember nanti ..."
    rf"^\W*{MONTH} (?:itu|ini|nanti)\b",
)
# What a printed period is stripped of: "pada November nanti" is "november"
_PERIOD_FRAME = compiled(rf"^\W*(?:{_DURING} )+| (?:itu|ini|nanti)$|^\W+")

# In order: at one place the first that fits wins, so that "non-esensial" is not read as "esensial".
_PATTERNS: Final[dict[str, tuple[str, ...]]] = {
    "non_essential": (_NON_ESSENTIAL,),
    "public_service": _PUBLIC_SERVICE,
    "other_service": (_NO_SERVICE, _BACK_OFFICE, _OTHER_SERVICE, _HEALTH_STAFF),
    "essential": (_ESSENTIAL,),
    "critical": (_CRITICAL,),
    "ppkm_level": (_LEVEL,),
    "zone": (_ZONE,),
    "outside_java_bali": (_OUTSIDE,),
    "java_bali": (_JAVA_BALI,),
    "rank": (_RANK, _HEADS),
    "group": _GROUP,
    "temporary": (_TEMPORARY,),
    "period": _PERIOD,
}
_ANY = compiled(*(f"(?P<{name}>{pattern})" for name, patterns in _PATTERNS.items() for pattern in patterns))
#: Values of the codebook's closed words, by the kind that they belong to.
_CLOSED: Final[dict[str, Kind]] = {
    "non_essential": "sector",
    "public_service": "sector",
    "essential": "sector",
    "critical": "sector",
    "outside_java_bali": "region",
    "java_bali": "region",
}
#: Kinds whose value is the printed words.
_PRINTED: Final[dict[str, Kind]] = {
    "other_service": "sector",
    "rank": "rank",
    "group": "group",
    "temporary": "group",
    "period": "period",
}


@lru_cache(REMEMBERED)
def find_conditions(text: str) -> tuple[Span[tuple[Kind, str]], ...]:
    """Conditions named in `text`, in order; "level 3 dan 4" gives two spans over the same words.

    >>> [c.value for c in find_conditions("Sektor non-esensial di luar Jawa-Bali, PPKM level 3 dan 4")]
    [('sector', 'non_essential'), ('region', 'outside_java_bali'), ('ppkm_level', '3'), ('ppkm_level', '4')]
    >>> [c.value for c in find_conditions("kantor kecamatan dan kantor kelurahan")]
    [('unit', 'kantor kecamatan dan kantor kelurahan')]
    """
    found = [
        _span(m, name, value)
        for m in _ANY.finditer(text)
        for name in [str(m.lastgroup)]
        if not (name == "public_service" and _NOT_SERVING.search(text, max(0, m.start() - _NEGATION_REACH), m.start()))
        for value in _read(m, name)
    ]
    return tuple(sorted([*found, *_units(text, found)], key=lambda s: s.start))


def _span(m: re.Match[str], name: str, value: tuple[Kind, str]) -> Span[tuple[Kind, str]]:
    return Span("condition", m.start(), m.end(), m.group(), value, f"conditions.{name}")


def _units(text: str, found: list[Span[tuple[Kind, str]]]) -> list[Span[tuple[Kind, str]]]:
    """Offices that are the condition themselves, where none of the conditions found stands in their words."""
    units: list[Span[tuple[Kind, str]]] = []
    i = 0  # the first condition that ends behind the unit's first character; both run from left to right
    for m in _UNIT.finditer(text):
        if text[max(0, m.start() - 1) : m.start()] == "/" or text[m.end() : m.end() + 1] == "/":
            continue  # of a number: "440/112/BPBD/2021"
        while i < len(found) and found[i].end <= m.start():
            i += 1
        if i == len(found) or found[i].start >= m.end():
            units.append(_span(m, "unit", ("unit", _printed(m.group()))))
    return units


def _read(m: re.Match[str], name: str) -> list[tuple[Kind, str]]:
    if name in _CLOSED:
        return [(_CLOSED[name], name)]
    if name == "ppkm_level":
        levels = re.findall(rf"\b{_LEVEL_NUMBER}\b", m["levels"].lower())
        return [("ppkm_level", _LISTS["levels"][level]) for level in levels]
    if name == "zone":
        return [("zone", zone) for zone in _zones(m)]
    return [(_PRINTED[name], _printed(m.group()))]


def _zones(m: re.Match[str]) -> list[str]:
    if m["risk"]:
        return [_LISTS["risks"][m["risk"].lower()]]
    if m["free"]:
        return ["green"]
    return [_LISTS["zones"][colour] for colour in re.findall(_COLOUR, (m["zones"] or m["bare"] or m["alone"]).lower())]


def _printed(words: str) -> str:
    return _PERIOD_FRAME.sub("", " ".join(words.lower().split()))
