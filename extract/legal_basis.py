"""`legal_basis`: the instruments that a decision cites as its ground.

`decrees/roles.py` tells which instruments are cited at all; here those are left out that are the ground of something
else (punishment, shops, an earlier rule).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.decrees.numbers import comparable, is_short
from extract.decrees.types import Decree
from extract.findings import Findings
from extract.lexicon import compiled
from extract.scope import Scoped
from extract.spans import Span

_PUNISHES = compiled(
    r"\b(?:hukuman|sanksi|didenda|denda|penegakan|disiplin|yustisi|dijatuhi|diperiksa|melanggar|pelanggaran"
    r"|kendaraan umum|naik angkutan)\b"
)
# What an instrument is about is no use that is made of it: "Perbup 48 tentang penegakan protokol kesehatan"
_SUBJECT = compiled(r"\btentang\b[^.,;]{0,120}")
# "Hal-hal yang belum diatur tetap berpedoman pada ...": an instrument for what this rule leaves out is no ground of it
_THE_REST = compiled(r"\b(?:hal\S*|ketentuan) (?:lain )?yang (?:belum|tidak) diatur\b")
# "Tarif parkir naik berdasarkan ...", "THR dibayar sesuai ...", "Dana bantuan disalurkan sesuai ..."
_OTHER_SUBJECT = compiled(
    r"^\W{0,3}(?:(?:besaran|pemberian|pencairan|pembayaran|penyaluran|kenaikan) )?"
    r"(?:tarif|retribusi|pajak|thr|gaji|tunjangan|dana|anggaran|bantuan|bansos|cuti|pilkada|pemilu"
    r"|pasar|toko|mal|restoran|rumah makan|sekolah|siswa|murid|pelajar|vaksinasi|kendaraan|objek wisata)\b"
)
#: Words of a sentence, or a decree's title, on how staff work.
ON_WORK: Final = compiled(
    r"\b(?:wf[hoa]|work\s+from|(?:be)?kerja|pegawai\w*|asn|aparatur|kedinasan|pns|kehadiran|presensi)\b"
)
# "belum menerima | SE Menpan RB", "tidak mengikuti | SE Gubernur": expressly not followed
_NOT_FOLLOWED = compiled(
    r"\b(?:belum|tidak|tak) (?:menerima|mendapat\w*|membaca|mengetahui|mengacu|merujuk|mengikuti|memakai|menerapkan"
    r"|berpedoman|berdasar\w*|menindaklanjuti)(?: (?:pada|kepada|salinan|isi|adanya)){0,2} $"
)
_NOT_REACH = 50  # characters: the negation, the verb and "salinan isi"
# "UU Nomor 5 Tahun 2014 | tidak mengatur soal itu"
_SILENT = compiled(
    r"^ (?:(?:itu|tersebut|sendiri|memang|pun) ){0,2}(?:tidak|tak|belum) (?:mengatur|menyebut\w*|mengenal|memuat)\b"
)
_SILENT_REACH = 60  # characters: two words and the verb
# "Hal itu sejalan dengan", "Ketentuan tersebut mengacu pada"
_THAT = compiled(r"\W{0,3}(?:hal|ketentuan|larangan|pembatasan|aturan) (?:itu|ini|tersebut)\b")
_REGIONS = r"(?:daerah|wilayah|pemerintah\w{0,10}|pemkab|pemkot|kabupaten|kota)"
_SEVERAL = rf"(?:kedua|ketiga|keempat)(?:nya| {_REGIONS})(?: [\w-]{{2,14}}){{0,2}}"
_FOLLOWS = r"(?:merujuk|mengacu|berpedoman|berpegang|menindaklanjuti|mengikuti|berdasar\w{0,6})"
# "Dasarnya sama, yakni ...", "Kedua pemkab mengacu pada ..."
_SHARED = compiled(rf"\bdasar(?: hukum)?nya (?:juga )?sama\b|\b{_SEVERAL} {_FOLLOWS}\b")


def find_legal_basis(
    decrees: Sequence[Span[Decree]], deciding: Span[Decree] | None, findings: Findings
) -> tuple[Span[Decree], ...]:
    """The numbered instruments of `decrees` that are the ground of the rule that `deciding` makes, in text order."""
    own = deciding.value if deciding and deciding.value.number else None
    return tuple(
        d
        for d in decrees
        if (d.value.role == "cited" or (own and _is_short_ground(d)))
        and d.value.number
        and not (own and _is_same(own, d.value))
        and not _is_of_something_else(d, findings)
    )


def is_shared_ground(text: str) -> bool:
    """Whether a sentence tells the ground of every region that its article is about.

    >>> is_shared_ground("Ketiga daerah itu merujuk Instruksi Mendagri Nomor 1 Tahun 2021.")
    True
    >>> is_shared_ground("Bupati merujuk Instruksi Mendagri Nomor 1 Tahun 2021.")
    False
    """
    return _SHARED.search(text) is not None


def _is_same(own: Decree, other: Decree) -> bool:
    """Whether both are one instrument: "Instruksi Bupati 1/2021" is not the "Instruksi Mendagri 1/2021" it cites."""
    agree = own.issuer is None or other.issuer is None or own.issuer == other.issuer
    same_number = comparable(own.number or "") == comparable(other.number or "")
    return agree and same_number and own.instrument == other.instrument


def _is_short_ground(decree: Span[Decree]) -> bool:
    """ "sesuai ketentuan Surat Edaran nomor 58 tahun 2020": a ministry's short number, its issuer left out."""
    value = decree.value
    return (
        value.role == "unknown"
        and value.issuer is None
        and bool(value.role_cue)
        and value.number is not None
        and is_short(value.number)
    )


def _is_of_something_else(decree: Span[Decree], findings: Findings) -> bool:
    """Whether the instrument is the ground of something else: punishment, traffic, schools, an earlier rule."""
    scoped = findings.sentence(decree)
    return (
        (scoped.background and not _tells_own(scoped, findings))
        or findings.is_over(scoped)
        or (scoped.elsewhere and scoped.topic < 2)
        or _goes_on_elsewhere(scoped, findings)
        or _THE_REST.search(scoped.sentence.text) is not None
        or is_punishment(scoped.sentence.text)
        or _is_on_another_subject(scoped)
        or _is_not_followed(decree, findings.text.text)
    )


def _is_on_another_subject(scoped: Scoped) -> bool:
    """Whether a sentence tells of pay, markets or schools, and not of work."""
    told = _SUBJECT.sub("", scoped.sentence.text)
    return _OTHER_SUBJECT.search(told) is not None and ON_WORK.search(told) is None


def _is_not_followed(decree: Span[Decree], text: str) -> bool:
    """Whether it is said not to have come, not to be followed, or not to tell: by the codebook no ground."""
    if _NOT_FOLLOWED.search(text, max(0, decree.start - _NOT_REACH), decree.start):
        return True
    return _SILENT.search(text[decree.end : decree.end + _SILENT_REACH]) is not None


def is_punishment(text: str) -> bool:
    """Whether a sentence tells how rules are enforced.

    >>> is_punishment("Pelanggar didenda berdasarkan Perwali Nomor 20 Tahun 2020.")
    True
    >>> is_punishment("WFH diatur Perwali Nomor 20 Tahun 2020 tentang penegakan protokol kesehatan.")
    False
    """
    return _PUNISHES.search(_SUBJECT.sub("", text)) is not None


def _goes_on_elsewhere(scoped: Scoped, findings: Findings) -> bool:
    """Whether the sentence goes on about something else: "Jam malam tidak dicabut. Hal itu sejalan dengan [...]"."""
    before = findings.sentences[scoped.index - 1] if scoped.index else None
    elsewhere = before is not None and before.elsewhere and before.topic < 2
    return elsewhere and _THAT.match(scoped.sentence.text) is not None


def _tells_own(scoped: Scoped, findings: Findings) -> bool:
    """Whether the sentence tells an instrument that is in force now: "SE ... yang diteken sehari sebelumnya"."""
    s = scoped.sentence
    return any(s.start <= d.start < s.end and d.value.role == "own" and not d.value.past for d in findings.decrees)
