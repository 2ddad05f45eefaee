"""Whom the rule addresses: civil servants, private firms, both, or one office alone (and which)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from extract.lexicon import GAP, STAFF, any_of, compiled, lists
from extract.scope import Scoped
from extract.spans import Span

Target = Literal["asn", "private", "all", "unit"]

_LISTS: Final = lists("target")

# "karyawan swasta", "dunia usaha", "perusahaan di ..."
_PRIVATE = (
    r"(?:(?:(?:perusahaan|karyawan|perkantoran|kantor|pekerja|sektor|pegawai|usaha|badan usaha|pihak) )?swasta"
    r"|dunia usaha|perusahaan (?:swasta|di)|pelaku usaha)"
)
_PUBLIC = any_of(_LISTS["public"])
# "kantor pemerintah maupun swasta", "tidak hanya milik pemkot tetapi juga swasta"
_PUBLIC_AND_PRIVATE = (
    rf"\b{_PUBLIC}\b[^.;\n]{{0,60}}\b(?:maupun|dan|serta|juga|ataupun|atau|hingga|termasuk|,){GAP}"
    rf"(?:\w+ ){{0,3}}?{_PRIVATE}\b"
)
# "swasta dan ASN"
_PRIVATE_AND_PUBLIC = rf"\b{_PRIVATE}\b[^.;\n]{{0,40}}\b(?:maupun|dan|serta|juga|ataupun) (?:\w+ ){{0,2}}{_PUBLIC}\b"
# "perusahaan swasta juga diminta"
_PRIVATE_TOO = (
    rf"\b{_PRIVATE}\b[^.;\n]{{0,60}}\b(?:ikut|juga|turut|pun|didorong|diminta|diwajibkan|wajib|diimbau|dianjurkan)\b"
)
# "sektor non-esensial" is a word of the rules for firms
_NON_ESSENTIAL = r"\bsektor non[\s-]{0,2}esensial\b"
_BOTH = compiled("|".join((_PUBLIC_AND_PRIVATE, _PRIVATE_AND_PUBLIC, _PRIVATE_TOO, _NON_ESSENTIAL)))
# "swasta kita serahkan", "sifatnya hanya imbauan", "tidak memerintahkan hal yang sama"
_EXEMPTED = compiled(rf"\b{any_of(_LISTS['exempted'])}\b")
# "swasta", "perusahaan"
_FIRM = compiled(r"\bswasta\b|\bperusahaan\b")
# "ASN", "pegawai pemkot", "perkantoran milik pemerintah"
_OWN_STAFF = compiled(
    r"\b(?:asn|pns|aparatur|opd|skpd|pegawai (?:pem\w+|negeri|daerah)|instansi pemerintah\w*"
    r"|(?:per)?kantor(?:an)? (?:milik )?pemerintah\w*|pemerintah maupun|pegawai)\b"
)
# "pegawai Pemkab": words that name civil servants beyond doubt
_GOVERNMENT_SECTOR = compiled(r"\b(?:asn|pns|opd|skpd|pegawai (?:pemkot|pemkab|pemprov|pemerintah)|aparatur sipil)\b")


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
            target: Target = "all" if _staff_named(sentences) else "private"
            return Span("target", at + m.start(), at + m.end(), m.group(), target, "target.private")
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
    return not any(_FIRM.search(s.sentence.text) and not _EXEMPTED.search(s.sentence.text) for s in sentences)


# A word of a name: "Pencatatan", "dan" between two, "PP"
_NAME = r"(?:[A-Z][\w.'-]+|dan|PP)"
# "Dinas Kependudukan dan Pencatatan Sipil", "Sekretariat Daerah Provinsi Jawa Barat", "Pengadilan Negeri Kendal"
_UNIT = compiled(rf"\b(?:{any_of(_LISTS['units'])}|Kejaksaan \w+|Pengadilan \w+)\b(?: {_NAME}){{0,8}}", any_case=False)
_JOINT_AT_END = compiled(r" dan$", any_case=False)
# The office is the subject of the rule: "kantor ... ditutup", "pegawai Dinas X bekerja dari rumah"
_CLOSED = compiled(
    r"\b(?:ditutup|tutup|dikunci|lockdown|disegel sementara|menutup|penutupan|dikosongkan|sterilisasi|disterilkan)\b"
)
# "pegawai di lingkungan ", "ASN dan non-ASN kantor "
_STAFF_OF = compiled(
    rf"\b(?:{STAFF}|non-pns)\b"
    r"(?: (?:dan non-?(?:pns|asn)|di|lingkungan|lingkup|kantor|pada|bekerja|dari|rumah)){0,4} $"
)
_STAFF_REACH = 60  # characters before the name: "pegawai dan non-PNS di lingkungan kantor "


def find_units(scoped: Scoped) -> list[Span[str]]:
    """Offices that a sentence puts at home by name: their staff work from home, or the office is closed.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> [u.value for u in find_units(scope(Text("Kantor Dinas Sosial ditutup tiga hari."))[0])]
    ['Dinas Sosial']
    """
    words, at = scoped.sentence.text, scoped.sentence.start
    closed = _CLOSED.search(words) is not None
    units = []
    for m in _UNIT.finditer(words):
        name = _JOINT_AT_END.sub("", m.group())
        if " " not in name:  # "Setda", "BKPSDM" alone: one of many, or the speaker's
            continue
        if closed or _STAFF_OF.search(words, max(0, m.start() - _STAFF_REACH), m.start()):
            units.append(Span("unit", at + m.start(), at + m.start() + len(name), name, name, "target.unit"))
    return units
