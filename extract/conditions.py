"""Under which condition a share holds: a sector, a PPKM level, a zone, a part of the country, a rank, a group, a unit.

The codebook's kinds, in its order; values are its closed words where it has them, the printed words otherwise.
"""

from __future__ import annotations

import re
from typing import Literal

from extract.spans import Span

Kind = Literal["sector", "ppkm_level", "zone", "region", "rank", "group", "unit", "period"]
ORDER: tuple[Kind, ...] = ("sector", "ppkm_level", "zone", "region", "rank", "group", "unit", "period")

_SECTOR_WORD = r"(?:sektor|instansi|bidang|usaha|kegiatan|perkantoran|layanan|kantor|pekerja(?:an)?|unit|opd|skpd|pegawai|industri|pada)"
# "sektor non-esensial", "non esensial", "nonesensial"
_NON_ESSENTIAL = r"\bnon[\s-]{0,3}es+ensial\b|\btidak\s+es+ensial\b"
# "sektor esensial", "instansi esensial" (but not the "esensial" of "non-esensial")
_ESSENTIAL = (
    rf"\b{_SECTOR_WORD}(?:\s+(?:yang|bersifat|pemerintah(?:an)?))?\s+es+ensial\b|(?<!non[\s-])(?<!non)\bes+ensial\b"
)
# "sektor kritikal", "instansi kritis"
_CRITICAL = r"\bkritikal\b|\bsektor\s+kritis\b"
# "pelayanan publik", "berhadapan langsung dengan warga", "layanannya tidak bisa ditunda"
_PUBLIC_SERVICE = (
    r"\b(?:pe)?layanan\s+(?:publik|umum|masyarakat|langsung)\b"
    r"|\b(?:melayani|dilayani)\s+(?:(?:publik|masyarakat|warga)\s+(?:secara\s+)?langsung|(?:secara\s+)?langsung)\b"
    r"|\b(?:instansi|skpd|opd|unit|kantor|dinas|petugas|lembaga|perangkat\s+daerah)\s+(?:kerja\s+)?yang\s+(?:tugasnya\s+|bertugas\s+)?(?:melayani|mengurus\s+pelayanan)\s+(?:publik|masyarakat|warga)\b"
    r"|\bpelayanan\s+(?:publik|masyarakat)\b"
    r"|\b(?:berhadapan|bersentuhan|berhubungan|bersinggungan)\s+(?:langsung\s+)?dengan\s+(?:publik|masyarakat|warga)\b"
    r"|\bpelayanan\s+(?:kepada|terhadap|untuk|bagi)\s+(?:publik|masyarakat|warga)\b|\blayanan(?:nya)?\s+(?:yang\s+)?tidak\s+(?:bisa|dapat)\s+ditunda\b"
    r"|\b(?:kantor|instansi|unit|opd|dinas|petugas|skpd)\s+(?:teknis\s+)?pelayanan\b(?!\s+(?:teknis|administrasi))"
)
# "pelayanan administrasi", "pelayanan kependudukan": a named service that is no closed word
_OTHER_SERVICE = (
    r"\b(?:pe)?layanan\s+(?P<service>administrasi|kependudukan|perizinan|kesehatan|pendidikan|keuangan|pajak|terpadu)\b"
)
# "level 4", "level empat", "level III", "PPKM level 2 dan 3"
_LEVEL_NUMBER = r"(?:[1-4]|satu|dua|tiga|empat|iv|i{1,3})"
_LEVEL = (
    rf"\blevel\s+(?P<levels>{_LEVEL_NUMBER}\b(?:\s*(?:,|dan|&|serta|/|atau)\s*(?:level\s+)?{_LEVEL_NUMBER}\b){{0,3}})"
)
# "zona merah", "risiko tinggi", "zona kuning dan hijau"
_COLOUR = r"(?:merah|o?ranye|oren|orange|kuning|hijau|hitam)"
_ZONE = (
    rf"\b(?:zona|wilayah|status|berstatus|kawasan|daerah)\s+(?P<zones>{_COLOUR}\b(?:\s*(?:,|dan|atau|serta|/)\s*(?:zona\s+)?{_COLOUR}\b){{0,3}})"
    r"|\b(?:ber)?risiko\s+(?P<risk>tinggi|sedang|rendah)\b"
    r"|\b(?P<free>(?:tidak|belum)\s+(?:ada\s+kasus|terdampak)|tanpa\s+kasus)\b"
)
# "luar Jawa-Bali", "Jawa dan Bali"
_OUTSIDE = r"\bluar\s+(?:pulau\s+|wilayah\s+)?jawa\b(?:\s*(?:-|dan|/|,)\s*(?:pulau\s+)?bali\b)?"
_JAVA_BALI = r"\bjawa\s*(?:-|dan|/|,)\s*(?:pulau\s+)?bali\b"
# "eselon II", "pejabat struktural", "kepala dinas"
_RANK = (
    r"\b(?:pejabat\s+)?eselon\s+(?:i{1,3}v?|iv|[1-4])\b(?:\s*(?:,|dan|hingga|sampai)\s*(?:eselon\s+)?(?:i{1,3}v?|iv|[1-4])\b){0,3}"
    r"|\bpejabat\s+(?:struktural|administrator|pengawas|pimpinan\s+tinggi|fungsional|eselon)\b|\bcamat\s+dan\s+lurah\b"
)
# "berusia di atas 50 tahun", "ibu hamil", "komorbid"
_GROUP = (
    r"\b(?:berusia|berumur|usia|umur)\s+(?:di\s+atas\s+)?\d{2}\s+tahun(?:\s+ke\s+atas)?\b|\b(?:ibu|pegawai|yang|sedang)\s+hamil\b|\bmenyusui\b"
    r"|\bkomorbid\b|\bpenyakit\s+(?:penyerta|bawaan|kronis)\b|\blansia\b|\bdisabilitas\b"
)
# "kantor kecamatan dan kantor kelurahan", "Dinas Kesehatan", "SKPD yang pegawainya positif lebih dari 2 orang"
_OFFICE_KIND = r"(?:kecamatan|kelurahan|desa|puskesmas|rsud|samsat|upt(?:d)?|cabang\s+dinas|balai|rumah\s+sakit|disdukcapil|dukcapil|satpol\s+pp|bpbd|damkar)"
_UNIT = (
    rf"\b(?:unit\s+pelayanan\s+teknis|kantor\s+{_OFFICE_KIND}|{_OFFICE_KIND})\b(?:\s*,\s*(?:dan\s+)?(?:kantor\s+)?{_OFFICE_KIND}\b){{0,6}}"
    rf"(?:\s*,?\s+(?:dan|serta)\s+(?:kantor\s+)?{_OFFICE_KIND}\b)?"
    r"|\b(?:skpd|opd|kantor|instansi|unit\s+kerja|perangkat\s+daerah|dinas)\s+(?:semacam|yang)\s+(?:pegawainya|memiliki|terdapat|ada|ditemukan|terpapar|seperti)\b[^.,;\n]{0,60}"
    r"|\b(?:Dinas|Badan|Bagian|Inspektorat|Sekretariat)\s+[A-Z][a-z]{3,}\b"
)
# "setiap Jumat", "tiap Kamis", "pada November", "4-7 September 2023", "Desember"
_MONTH = r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
_DAY = r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)"
_PERIOD = (
    rf"\b(?:se?tiap|tiap-tiap|saban)\s+(?:hari\s+)?{_DAY}\b(?:\s*(?:,|dan)\s*{_DAY}\b){{0,3}}"
    rf"|\b(?:pada|selama|khusus|untuk|bulan)\s+\d{{1,2}}\s*(?:-|hingga|sampai)\s*\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?\b"
    rf"|\bhari\s+{_DAY}\b|\b(?:pada|selama|khusus|untuk|kalau|bulan)\s+(?:bulan\s+)?{_MONTH}\b(?!\s+\d)|^\W*{_MONTH}\s+(?:itu|ini|nanti)\b"
)

_PATTERN = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in (
            ("non_essential", _NON_ESSENTIAL),
            ("public_service", _PUBLIC_SERVICE),
            ("other_service", _OTHER_SERVICE),
            ("essential", _ESSENTIAL),
            ("critical", _CRITICAL),
            ("ppkm_level", _LEVEL),
            ("zone", _ZONE),
            ("outside_java_bali", _OUTSIDE),
            ("java_bali", _JAVA_BALI),
            ("rank", _RANK),
            ("group", _GROUP),
            ("period", _PERIOD),
        )
    ),
    re.IGNORECASE,
)
_UNIT_PATTERN = re.compile(
    _UNIT.replace("|\\b(?:Dinas", "|(?-i:\\b(?:Dinas").replace("[a-z]{3,}\\b", "[a-z]{3,}\\b)"), re.IGNORECASE
)
_SECTORS = {"non_essential", "essential", "critical", "public_service"}
_LEVELS = {"satu": "1", "dua": "2", "tiga": "3", "empat": "4", "i": "1", "ii": "2", "iii": "3", "iv": "4"}
_COLOURS = {
    "merah": "red",
    "hitam": "red",
    "oranye": "orange",
    "ranye": "orange",
    "oren": "orange",
    "orange": "orange",
    "kuning": "yellow",
    "hijau": "green",
}
_RISKS = {"tinggi": "red", "sedang": "orange", "rendah": "yellow"}


def find_conditions(text: str) -> list[Span[tuple[Kind, str]]]:
    """Conditions named in `text`, in order; "level 3 dan 4" gives two spans over the same words.

    >>> [c.value for c in find_conditions("Sektor non-esensial di luar Jawa-Bali, PPKM level 3 dan 4")]
    [('sector', 'non_essential'), ('region', 'outside_java_bali'), ('ppkm_level', '3'), ('ppkm_level', '4')]
    >>> [c.value for c in find_conditions("kantor kecamatan dan kantor kelurahan")]
    [('unit', 'kantor kecamatan dan kantor kelurahan')]
    """
    found: list[Span[tuple[Kind, str]]] = []
    for m in _PATTERN.finditer(text):
        for kind, value in _read(m):
            found.append(
                Span("condition", m.start(), m.end(), m.group(), (kind, value), f"conditions.{m.lastgroup or kind}")
            )
    taken = [(s.start, s.end) for s in found]
    for m in _UNIT_PATTERN.finditer(text):
        if not any(a < m.end() and m.start() < b for a, b in taken):
            found.append(
                Span("condition", m.start(), m.end(), m.group(), ("unit", _words(m.group())), "conditions.unit")
            )
    return sorted(found, key=lambda s: s.start)


def _read(m: re.Match[str]) -> list[tuple[Kind, str]]:
    groups = {k for k, v in m.groupdict().items() if v}
    if sector := groups & _SECTORS:
        return [("sector", sector.pop())]
    if "other_service" in groups:
        return [("sector", _words(m.group()))]
    if "ppkm_level" in groups:
        return [("ppkm_level", _LEVELS.get(n, n)) for n in re.findall(rf"\b{_LEVEL_NUMBER}\b", m["levels"].lower())]
    if "zone" in groups:
        if m["risk"]:
            return [("zone", _RISKS[m["risk"].lower()])]
        if m["free"]:
            return [("zone", "green")]
        return [("zone", _COLOURS[c]) for c in re.findall(_COLOUR, m["zones"].lower())]
    for region in ("outside_java_bali", "java_bali"):
        if region in groups:
            return [("region", region)]
    kinds: tuple[Kind, ...] = ("rank", "group", "period")
    return [(kind, _words(m.group())) for kind in kinds if kind in groups]


def _words(printed: str) -> str:
    return re.sub(
        r"^\W*(?:(?:pada|selama|khusus|untuk|kalau|bulan)\s+)+|\s+(?:itu|ini|nanti)$|^\W+",
        "",
        " ".join(printed.lower().split()),
    )
