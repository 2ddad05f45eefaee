"""In whose name the rule is made: the head of the region, its secretary, an agency, a minister."""

from __future__ import annotations

from collections.abc import Sequence

from extract.authority import HEAD_OF_LEVEL, Authority, Office
from extract.decrees.types import Decree
from extract.findings import Findings
from extract.lexicon import compiled
from extract.scope import Scoped
from extract.spans import Span

# "Sekretaris Daerah", "Sekda", "Sekdako"
_SEKDA = r"(?:sekretaris (?:daerah|kota|kabupaten|provinsi)|sekda(?:ko|kab|prov)?|sekkot|sekkab|sekprov)"
# "Plt Sekda", "Pelaksana Tugas (Plt) Sekda"
_ACTING = r"(?:(?:plt|plh|pj|pelaksana tugas|pelaksana harian|penjabat)\b[.\s()\w]{0,8}\s{0,6})?"
# "menerbitkan edaran", "meneken surat", "memperpanjang ketentuan dalam surat edaran"
_ISSUE = (
    r"(?:menerbitkan|mengeluarkan|meneken|menandatangani|melayangkan|membuat|menyebarkan|mengirimkan?|memutuskan lewat"
    r"|memperpanjang|memperbarui|mengubah|merevisi|mencabut)"
)
_DECREE = r"(?:surat edaran|edaran|se\b|surat|instruksi|keputusan)"
# "diteken Sekda", "dengan tanda tangan Sekda"
_ISSUED = (
    r"(?:diteken|ditandatangani|dikeluarkan|diterbitkan|dibubuhi tanda tangan|dengan tanda tangan|tanda tangan"
    r"|bertanda tangan|dibuat|ditetapkan)"
)
# "Sekda Banten Zamhuri menerbitkan surat edaran", but not "Sekda mengatakan Bupati sudah mengeluarkan ..."
_HIS_NAME = (
    r"(?: (?!(?:mengatakan|menyebut\w*|menjelaskan|menyampaikan|mengungkapkan|bahwa|bupati|wali|walikota|gubernur)\b)"
    r"[\w()\"'.,-]{1,25}){0,8}?"
)
_SECRETARY_ISSUES = rf"\b{_SEKDA}\b{_HIS_NAME} (?:telah |sudah |juga )?{_ISSUE} (?:\w+ ){{0,2}}?{_DECREE}"
# "Penanda tangannya ialah Sekda"
_SECRETARY_IS_SIGNER = rf"\bpenanda\s?tangan(?:nya)? (?:ialah |adalah |yakni )?{_SEKDA}\b"
# "surat edaran yang diteken Sekda Halbar"
_ISSUED_BY_SECRETARY = rf"\b{_ISSUED} (?:oleh )?{_ACTING}{_SEKDA}\b"
# "Lewat surat bernomor 800/1, Sekretaris Daerah meminta"
_SECRETARY_BY_LETTER = rf"\b(?:lewat|melalui|dalam) surat (?:ber)?nomor[^,;\n]{{3,60}}, {_ACTING}{_SEKDA}\b"
# "yang ia tandatangani atas nama sendiri selaku Sekda"
_SECRETARY_FOR_HIMSELF = rf"\batas nama sendiri (?:selaku|sebagai) {_SEKDA}\b"
_SIGNED_BY_SECRETARY = compiled(
    _SECRETARY_ISSUES, _SECRETARY_IS_SIGNER, _ISSUED_BY_SECRETARY, _SECRETARY_BY_LETTER, _SECRETARY_FOR_HIMSELF
)
# "atas nama wali kota", "a.n. Bupati": in the head's name, whoever signs
_IN_NAME_OF = compiled(r"\b(?:atas nama|a\.?\s?n\.?|mewakili) (?:gubernur|bupati|wali\s?kota)\b")
# "Keputusan itu diambil masing-masing kepala dinas"
_BY_HEADS = compiled(
    r"\b(?:keputusan|kebijakan|penutupan|langkah)(?:nya)?(?: (?:itu|ini|tersebut))? di\w+ "
    r"(?:oleh )?(?:masing-masing )?(?:kepala|pimpinan) (?:dinas|badan|kantor|opd|instansi|perangkat daerah)\b"
)
# "Kepala Dishub Rembang, Sutiyo, memutuskan kantornya tutup"; '"Saya putuskan seluruh pegawai ..."' of such a head
_HEAD_CLOSES = compiled(
    r"\b(?:kepala|kadis|camat|lurah|direktur|sekretaris) (?!daerah|kota|kabupaten)[a-z]+\b[^.;\n]{0,90}?"
    r"\b(?:memutuskan|menutup|menginstruksikan|meliburkan|memerintahkan|menetapkan|merumahkan)\b"
)
# "Sekretariat DPRD Kabupaten X menutup kantor": the office itself
_OFFICE_CLOSES = compiled(
    r"\b(?:sekretariat dprd|dinas|badan|inspektorat|kantor camat|kecamatan|kelurahan)\b[^.,;\n]{0,90}? "
    r"(?:menutup|menghentikan|meniadakan|mengosongkan|mempekerjakan)(?: sementara)? "
    r"(?:kantor|kegiatan|aktivitas|pelayanan|layanan|pegawai|staf|seluruh)"
    # "Inspektorat Kabupaten X menerapkan WFH bagi 75 persen pegawainya"
    r"|\b(?:sekretariat dprd|dinas|badan|inspektorat|kecamatan|kelurahan)\b[^.,;\n]{0,60}? "
    r"(?:menerapkan|memberlakukan|membatasi|menjalankan)\b[^.;\n]{0,80}\b(?:pegawai|staf|karyawan)nya\b"
)
_SAYS_HIMSELF = compiled(
    r"\b(?:saya|kami) (?:putuskan|tutup|ambil keputusan|rumahkan|instruksikan)\b|\bkeputusan kami\b"
)
_BY_OFFICE = compiled(
    r"\bkeputusan (?:itu|ini|tersebut) diambil (?:sendiri )?oleh (?:dinas|badan|kantor|opd|instansi)\b"
)
# "Wali Kota memerintahkan kantor itu ditutup", "penutupan diperintahkan Bupati"
_RULER = (
    r"(?:gubernur|bupati|wali\s?kota|wawali|wabup|sekda|sekretaris (?:daerah|kota|kabupaten)|kepala daerah"
    r"|pem(?:kot|kab|prov|ko|da)|pemerintah (?:kota|kabupaten|provinsi))"
)
_RULER_CLOSES = compiled(
    rf"\b{_RULER}\b[^.;\n]{{0,60}}?\b(?:memerintahkan|menutup|memutuskan|menginstruksikan|meminta|melalui|menetapkan)\b"
    r"|\b(?:diperintahkan|perintah|instruksi|arahan|atas permintaan|ditutup|diambil)(?: oleh| dari)? (?:\w+ )?"
    rf"{_RULER}\b"
)
_OPENING = 6  # sentences that tell who decides
_SIGNATURE_REACH = 2  # sentences between the instrument and the words that say who signed it

# "Camat Sungai Tebelian", "Sekretaris DPRD", "Lurah X", "Kadinsos", "Direktur RSUD"
_HEAD_OF_OFFICE = compiled(
    r"\b(?:(?:Camat|Lurah|Sekwan|Kadis|Kadin[a-z]+|Kepala (?:Dinas|Badan|UPTD?|Puskesmas|Kantor|Inspektorat)) "
    r"(?=[A-Z])|Sekretaris (?:DPRD|Dewan)\b|Direktur (?:RSUD|PDAM|Perumda)\b)",
    any_case=False,
)
# "Saya putuskan setelah lapor ke pak bupati": told of it, not its maker
_TOLD_TO = compiled(
    r"\b(?:(?:me|di)?lapor\w*|konsultasi|berkonsultasi|tembusan\w*|memberi tahu|izin)(?: \w+){0,2}? "
    r"(?:(?:ke|kepada|dengan|dari) )?(?:pak |bapak |ibu |bu )?$"
)
_TOLD_REACH = 50  # characters: "melaporkan hal itu kepada bapak "


def find_issuer(
    findings: Findings, authority: Authority, decree: Span[Decree] | None, level: str, *, unit: bool = False
) -> Span[Office]:
    """The office in whose name the rule is made: the head of its level, unless the secretary made it in his own name.

    The codebook's rule: who explains the rule to the press is not its issuer; "atas nama wali kota" is the mayor's. An
    agency decides only for its own staff (`unit`), and only where no head of government opens the article beside it.
    """
    head = HEAD_OF_LEVEL[level]
    if authority.agency is not None:
        return _at(authority.agency, "agency", "issuer.regional_office")
    if level == "national":
        office: Office = "president" if authority.mention.value.office == "president" else "minister"
        return _at(authority.mention, office, "issuer.national")
    own_head = authority.mention.value.cue == "agency" or _decides_for_own_office(findings, authority)
    by_heads = any(_BY_HEADS.search(s.sentence.text) for s in authority.sentences if not s.background)
    by_heads = by_heads or (unit and _closed_by_head(authority.sentences))
    if unit and (by_heads or (own_head and not _head_opens(findings))):
        return _at(authority.mention, "agency", "issuer.agency")
    by_decree = _by_decree(decree, head, authority, findings) if decree is not None else None
    return by_decree or _at(authority.mention, head, "issuer.head_of_region")


def _closed_by_head(sentences: Sequence[Scoped]) -> bool:
    """Whether the head of an office closes it or sends its staff home himself, and no head of government does."""
    told = [s.sentence.text for s in sentences if not s.background]
    if any(_RULER_CLOSES.search(text) for text in told):
        return False
    own = any(_HEAD_CLOSES.search(text) or _BY_OFFICE.search(text) or _OFFICE_CLOSES.search(text) for text in told)
    return own or any(_SAYS_HIMSELF.search(text) for text in told)


def _decides_for_own_office(findings: Findings, authority: Authority) -> bool:
    """Whether the head of an office that is no government speaks, and no government is named: a camat, a secretary."""
    if authority.mention.value.cue not in {None, "kabupaten", "kota", "dprd", "setda"}:
        return False
    return any(_HEAD_OF_OFFICE.search(s.sentence.text) for s in authority.sentences if not s.background)


def _head_opens(findings: Findings) -> bool:
    return any(
        mention.value.office not in {None, "agency", "other"}
        and findings.sentence(mention).index < _OPENING
        and not _TOLD_TO.search(findings.text.text, max(0, mention.start - _TOLD_REACH), mention.start)
        for mention in findings.offices
    )


def _by_decree(decree: Span[Decree], head: Office, authority: Authority, findings: Findings) -> Span[Office] | None:
    """The issuer that the decree bears or, where it bears none, the secretary who signed it."""
    issuer = decree.value.issuer
    if issuer == "regional_secretary" and _IN_NAME_OF.search(findings.sentence(decree).sentence.text):
        return None  # "surat Sekretaris Daerah atas nama Bupati"
    if issuer is None:
        return _signed_by_secretary(authority.sentences, findings.sentence(decree))
    if issuer in {"regional_secretary", head}:
        return _at(decree, "regional_secretary" if issuer == "regional_secretary" else head, "issuer.decree")
    return None


def _signed_by_secretary(sentences: Sequence[Scoped], at: Scoped) -> Span[Office] | None:
    if any(_IN_NAME_OF.search(s.sentence.text) for s in sentences):
        return None
    for scoped in sentences:
        if scoped.background or abs(scoped.index - at.index) > _SIGNATURE_REACH:
            continue
        if m := _SIGNED_BY_SECRETARY.search(scoped.sentence.text):
            start = scoped.sentence.start + m.start()
            end = start + len(m.group())
            return Span("issuer_office", start, end, m.group(), "regional_secretary", "issuer.signed_by_secretary")
    return None


def _at(words: Span[object], office: Office, rule: str) -> Span[Office]:
    return Span("issuer_office", words.start, words.end, words.text, office, rule)
