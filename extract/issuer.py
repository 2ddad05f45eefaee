"""In whose name the rule is made: the head of the region, its secretary, an agency, a minister; and the person's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.regions import Gazetteer
from extract.authority import HEAD_OF_LEVEL, Authority, Office
from extract.decree_types import Decree
from extract.findings import Findings
from extract.scope import Scoped
from extract.spans import Span

_SEKDA = r"(?:sekretaris\s+(?:daerah|kota|kabupaten|provinsi)|sekda(?:ko|kab|prov)?|sekkot|sekkab|sekprov)"
_ISSUE = r"(?:menerbitkan|mengeluarkan|meneken|menandatangani|melayangkan|membuat|menyebarkan|mengirimkan?|memutuskan\s+lewat)"
_ISSUED = r"(?:diteken|ditandatangani|dikeluarkan|diterbitkan|dibubuhi\s+tanda\s+tangan|dengan\s+tanda\s+tangan|tanda\s+tangan|bertanda\s+tangan|dibuat|ditetapkan)"
_DECREE = r"(?:surat\s+edaran|edaran|se\b|surat|instruksi|keputusan)"
# "Sekda Banten Zamhuri menerbitkan surat edaran", "surat edaran yang diteken Sekda Halbar"
_SIGNED_BY_SECRETARY = re.compile(
    rf"\b{_SEKDA}\b(?:\s+[\w()\"'.,-]{{1,25}}){{0,8}}?\s+(?:telah\s+|sudah\s+|juga\s+)?{_ISSUE}\s+(?:\w+\s+){{0,2}}?{_DECREE}"
    rf"|\bpenanda\s?tangan(?:nya)?\s+(?:ialah\s+|adalah\s+|yakni\s+)?{_SEKDA}\b|\b{_ISSUED}\s+(?:oleh\s+)?(?:(?:plt|plh|pj|pelaksana\s+tugas|pelaksana\s+harian|penjabat)\b[.\s()\w]{{0,8}}\s*)?{_SEKDA}\b",
    re.IGNORECASE,
)
_IN_NAME_OF = re.compile(r"\b(?:atas\s+nama|a\.?\s?n\.?|mewakili)\s+(?:gubernur|bupati|wali\s?kota)\b", re.IGNORECASE)
_TITLES = r"(?:(?:h|hj|dr|drs|dra|ir|prof|kh|tgh|st|rd|tb|hm|ust|jenderal|letjen|mayjen|irjen|komjen|brigjen|kombes|pol|purn)\b\.?\s*)*"
# "Wali Kota Kupang, Jefri Riwu Kore": capitalised words behind the office
_NAME = re.compile(rf"^[\s,:]{{0,3}}(?i:{_TITLES})(?P<name>[A-Z][\w'.-]+(?:\s+(?:[A-Z][\w'.-]*|bin|binti)){{0,4}})")
_NO_NAME = re.compile(
    r"^(?:Nomor|No|NOMOR|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Provinsi|Kota|Kabupaten|Tahun|Dalam|Dan|Pemerintah|RI|Tentang|COVID|Covid|WFH|ASN)\b"
)


def find_issuer(findings: Findings, authority: Authority, decree: Span[Decree] | None, level: str) -> Span[Office]:
    """The office in whose name the rule is made: the head of its level, unless the secretary made it in his own name.

    The codebook's rule: who explains the rule to the press is not its issuer; "atas nama wali kota" is the mayor's.
    """
    head = HEAD_OF_LEVEL[level]
    if authority.agency is not None:
        return Span(
            "issuer_office",
            authority.agency.start,
            authority.agency.end,
            authority.agency.text,
            "agency",
            "issuer.regional_office",
        )
    if level == "national":
        office: Office = "president" if authority.mention.value.office == "president" else "minister"
        return _at(authority.mention, office, "issuer.national")
    if decree is not None:
        if decree.value.issuer == "regional_secretary":
            return Span("issuer_office", decree.start, decree.end, decree.text, "regional_secretary", "issuer.decree")
        if decree.value.issuer == head:
            return Span("issuer_office", decree.start, decree.end, decree.text, head, "issuer.decree")
        if decree.value.issuer is None and (
            signed := _signed_by_secretary(authority.sentences, findings.sentence(decree))
        ):
            return signed
    return _at(authority.mention, head, "issuer.head_of_region")


def _signed_by_secretary(sentences: Sequence[Scoped], at: Scoped) -> Span[Office] | None:
    if any(_IN_NAME_OF.search(s.sentence.text) for s in sentences):
        return None
    for scoped in sentences:
        if (
            abs(scoped.index - at.index) <= 2
            and not scoped.background
            and (m := _SIGNED_BY_SECRETARY.search(scoped.sentence.text))
        ):
            start = scoped.sentence.start + m.start()
            return Span(
                "issuer_office",
                start,
                start + len(m.group()),
                m.group(),
                "regional_secretary",
                "issuer.signed_by_secretary",
            )
    return None


def _at(mention: Span[object], office: Office, rule: str) -> Span[Office]:
    return Span("issuer_office", mention.start, mention.end, mention.text, office, rule)


def find_issuer_name(findings: Findings, authority: Authority, office: Office) -> Span[str] | None:
    """The issuer's name as printed behind the office, without titles; None where it is not printed there."""
    text = findings.text.text
    indices = {s.index for s in authority.sentences}
    for mention in findings.offices:
        value = mention.value
        if (
            value.office != office
            or (value.cue or "").startswith(("wakil", "pem"))
            or findings.sentence(mention).index not in indices
        ):
            continue
        m = _NAME.match(text[mention.end : mention.end + 90])
        if m and not _NO_NAME.match(m["name"]) and not Gazetteer.load().lookup(m["name"]):
            start = mention.end + m.start("name")
            name = m["name"].rstrip(".,'-")
            return Span("issuer_name", start, start + len(name), name, " ".join(name.split()), "issuer.name")
    return None
