"""Whom the rule addresses: civil servants, private firms, both, or one office alone (and which)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from extract.scope import Scoped
from extract.spans import Span

Target = Literal["asn", "private", "all", "unit"]

_PRIVATE = r"(?:(?:perusahaan|karyawan|perkantoran|kantor|pekerja|sektor|pegawai|usaha|badan\s+usaha|pihak)\s+)?swasta|dunia\s+usaha|perusahaan\s+(?:swasta|di)|pelaku\s+usaha"
_PUBLIC = r"(?:pemerintah\w*|asn|aparatur|pns|pegawai\s+negeri|pemkot|pemkab|pemprov|negeri|instansi|opd|bumn|bumd)"
# "kantor pemerintah maupun swasta", "tidak hanya milik pemkot tetapi juga swasta", "BUMN, BUMD dan swasta"
_BOTH = re.compile(
    rf"\b{_PUBLIC}\b[^.;\n]{{0,60}}\b(?:maupun|dan|serta|juga|ataupun|atau|hingga|termasuk|,)\s*(?:\w+\s+){{0,3}}?(?:{_PRIVATE})\b"
    rf"|\b(?:{_PRIVATE})\b[^.;\n]{{0,40}}\b(?:maupun|dan|serta|juga|ataupun)\s+(?:\w+\s+){{0,2}}{_PUBLIC}\b"
    rf"|\b(?:{_PRIVATE})\b[^.;\n]{{0,60}}\b(?:ikut|juga|turut|pun|didorong|diminta|diwajibkan|wajib|diimbau|dianjurkan)\b"
    r"|\bsektor\s+non[\s-]{0,2}esensial\b",
    re.IGNORECASE,
)
# What takes private firms out again: "swasta kita serahkan", "sifatnya hanya imbauan", "tidak memerintahkan hal yang sama"
_EXEMPTED = re.compile(
    r"\b(?:serahkan|diserahkan|hanya\s+(?:bersifat\s+)?imbauan|tidak\s+(?:memerintahkan|mewajibkan|diwajibkan|termasuk|berlaku|menyentuh|mengatur)|belum\s+(?:menyentuh|berlaku|diatur)|"
    r"sekadar\s+berharap|menyusun\s+aturan\s+(?:internal\s+)?sendiri|dikecualikan|uang|bank|omzet|rumah\s+sakit\s+swasta|sekolah\s+swasta|pemantau\s+swasta|kampus\s+swasta|situs)\b",
    re.IGNORECASE,
)
_OWN_STAFF = re.compile(
    r"\b(?:asn|pns|aparatur|opd|skpd|pegawai\s+(?:pem\w+|negeri|daerah)|instansi\s+pemerintah\w*|(?:per)?kantor(?:an)?\s+(?:milik\s+)?pemerintah\w*|pemerintah\s+maupun|pegawai)\b",
    re.IGNORECASE,
)
_GOVERNMENT_SECTOR = re.compile(
    r"\b(?:asn|pns|opd|skpd|pegawai\s+(?:pemkot|pemkab|pemprov|pemerintah)|aparatur\s+sipil)\b", re.IGNORECASE
)


def find_target(sentences: Sequence[Scoped]) -> Span[Target] | None:
    """Whether private firms are addressed besides the government's own staff; units are found by `find_units`.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> find_target(scope(Text("WFH 75 persen berlaku bagi kantor pemerintah maupun swasta."))).value
    'all'
    """
    staff: Span[Target] | None = None
    for scoped in sentences:
        words, at = scoped.sentence.text, scoped.sentence.start
        if scoped.background or scoped.topic < 2:
            continue
        if (m := _BOTH.search(words)) and not _EXEMPTED.search(words) and not _sector_of_staff(m, sentences):
            return Span(
                "target",
                at + m.start(),
                at + m.end(),
                m.group(),
                "all" if _staff_named(sentences) else "private",
                "target.private",
            )
        if staff is None and (m := _GOVERNMENT_SECTOR.search(words)):
            staff = Span("target", at + m.start(), at + m.end(), m.group(), "asn", "target.staff")
    return staff


def _staff_named(sentences: Sequence[Scoped]) -> bool:
    """Whether civil servants or public offices are addressed anywhere; else the rule is for firms alone."""
    return any(_OWN_STAFF.search(s.sentence.text) for s in sentences if s.topic >= 1 and not s.background)


def _sector_of_staff(m: re.Match[str], sentences: Sequence[Scoped]) -> bool:
    """Whether the "sektor non-esensial" found is one of government offices: no private firm is named anywhere."""
    if "esensial" not in m.group().lower():
        return False
    return not any(
        re.search(r"\bswasta\b|\bperusahaan\b", s.sentence.text, re.IGNORECASE)
        and not _EXEMPTED.search(s.sentence.text)
        for s in sentences
    )


_NAME = r"(?:[A-Z][\w.'-]+|dan|PP)"
# "Dinas Kependudukan dan Pencatatan Sipil", "Sekretariat Daerah Provinsi Jawa Barat", "Kantor Kapanewon Pengasih"
_UNIT = re.compile(
    rf"\b(?:Dinas|Badan|Sekretariat|Setda|Bagian|Biro|Inspektorat|Kantor\s+Wilayah|Kanwil|Kapanewon|Kalurahan|Kelurahan|Kecamatan|UPTD?|RSUD|BPBD|BKPSDM|BKD|DPRD|Satpol\s+PP|Disdukcapil|Dispendukcapil|Diskominfo|"
    rf"Dishub|Dinkes|Bappeda|Bapenda|DPMPTSP|PDAM|Kejaksaan\s+\w+|Pengadilan\s+\w+|Balai)\b(?:\s+{_NAME}){{0,8}}"
)
# The office is the subject of the rule: "kantor ... ditutup", "pegawai Dinas X bekerja dari rumah"
_CLOSED = re.compile(
    r"\b(?:ditutup|tutup|dikunci|lockdown|disegel\s+sementara|menutup|penutupan|dikosongkan|sterilisasi|disterilkan)\b",
    re.IGNORECASE,
)
_STAFF_OF = re.compile(
    r"\b(?:pegawai|asn|pns|staf|karyawan|non-pns)\b(?:\s+(?:dan\s+non-?(?:pns|asn)|di|lingkungan|lingkup|kantor|pada|bekerja|dari|rumah)){0,4}\s+$",
    re.IGNORECASE,
)


def find_units(scoped: Scoped) -> list[Span[str]]:
    """Offices that a sentence puts at home by name: their staff work from home, or the office is closed.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> [u.value for u in find_units(scope(Text("Kantor Dinas Sosial ditutup tiga hari."))[0])]
    ['Dinas Sosial']
    """
    words, at = scoped.sentence.text, scoped.sentence.start
    units = []
    for m in _UNIT.finditer(words):
        name = re.sub(r"\s+dan$", "", m.group())
        if " " not in name:  # "Setda", "BKPSDM" alone: one of many, or the speaker's
            continue
        if _CLOSED.search(words) or _STAFF_OF.search(words, max(0, m.start() - 60), m.start()):
            units.append(Span("unit", at + m.start(), at + m.start() + len(name), name, name, "target.unit"))
    return units
