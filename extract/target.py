"""Whom the rule addresses: civil servants, private firms, or both; single offices are `extract/units.py`'s."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from extract.lexicon import GAP, STAFF, any_of, compiled, lists
from extract.scope import Scoped
from extract.spans import Span
from extract.workplace import find_sides

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
# "perusahaan", "pelaku usaha", "pengelola perkantoran": whoever employs
_EMPLOYER = any_of(_LISTS["employers"])
# "mengimbau perusahaan", "meminta kepada seluruh pelaku usaha", "menyurati para pimpinan industri"
_ASKS_FIRMS = rf"\b{any_of(_LISTS['asks'])} (?:\w+ ){{0,4}}?{_EMPLOYER}\b"
# "edaran ditujukan kepada pimpinan perusahaan", "berlaku juga bagi pihak swasta", "mengikat semua tempat usaha"
_HOLDS_FOR_FIRMS = (
    r"\b(?:ditujukan|diimbau|diimbaukan|berlaku|diberlakukan|mengikat|menyasar)\b (?:\w+ ){0,5}?"
    rf"{_EMPLOYER}\b"
)
# "untuk swasta ketentuannya sama", "bagi perusahaan juga begitu"
_SAME_FOR_FIRMS = rf"\b(?:untuk|bagi) (?:\w+ )?{_EMPLOYER}\b[^.;\n]{{0,50}}\b(?:sama|serupa|begitu|demikian)\b"
# "perusahaan wajib mengikuti", "perkantoran swasta bisa beroperasi dengan 25 persen"
_FIRMS_MUST = (
    rf"\b{_EMPLOYER} (?:non-?esensial |esensial )?"
    r"(?:juga |pun |turut |ikut )?(?:harus|wajib|mesti|hanya boleh|dibatasi|diminta|diwajibkan) "
    r"(?:patuh|mematuhi|mengikuti|menerapkan|mengatur|membatasi|batasi|menyesuaikan|mempekerjakan|memberlakukan|wfh)\b"
    r"|\b(?:per)?kantor(?:an)? swasta\b[^.;\n]{0,80}\b(?:beroperasi|dibatasi)\b"
)
# "tempat kerja, baik milik pemerintah maupun perusahaan"
_PUBLIC_OR_FIRMS = rf"\b{_PUBLIC}\b[^.;\n]{{0,30}}\bmaupun (?:milik )?perusahaan\b"
# "hotel dan kantor notaris diminta menyesuaikan jumlah karyawannya dengan porsi yang sama"
_SAME_SHARE = r"\bkaryawan(?:nya)?\b[^.;\n]{0,30}\b(?:porsi|persentase|ketentuan|aturan) (?:yang )?sama\b"
# "edaran yang ditujukan kepada para pimpinan perusahaan": to nobody else
_TO_FIRMS = compiled(
    rf"\b(?:ditujukan|berisi imbauan|berisi permintaan) (?:khusus )?(?:kepada|bagi|untuk) (?:\w+ ){{0,3}}?{_EMPLOYER}\b"
    # "mengeluarkan imbauan kepada pimpinan perusahaan agar ..."
    rf"|\bmengeluarkan imbauan (?:kepada|bagi) (?:\w+ ){{0,2}}?{_EMPLOYER}\b"
)
# "berlaku bagi seluruh SKPD"
_TO_STAFF = compiled(
    r"\b(?:berlaku|diberlakukan|ditujukan|mengikat) (?:bagi|untuk|kepada|terhadap) (?:seluruh|semua|setiap) "
    r"(?:opd|skpd|skpa|perangkat daerah|organisasi perangkat)\b"
)
# "sektor non-esensial", "perkantoran nonesensial" are words of the rules for firms
_NON_ESSENTIAL = r"\b(?:sektor|perkantoran|kantor|tempat kerja|usaha)(?: yang)? non[\s-]{0,2}esensial\b"
_BOTH = compiled(
    _PUBLIC_AND_PRIVATE,
    _PRIVATE_AND_PUBLIC,
    _PRIVATE_TOO,
    _ASKS_FIRMS,
    _HOLDS_FOR_FIRMS,
    _SAME_FOR_FIRMS,
    _FIRMS_MUST,
    _PUBLIC_OR_FIRMS,
    _SAME_SHARE,
    _NON_ESSENTIAL,
)
# "Perusahaan diimbau melakukan hal yang sama": the rule of the sentence before
_FIRMS_LIKEWISE = compiled(
    rf"\b{_EMPLOYER} (?:juga |pun |turut )?(?:diimbau|dihimbau|diminta|dianjurkan|didorong) (?:untuk )?"
    r"(?:(?:melakukan|menerapkan|mengambil|mengikuti) (?:hal|langkah|aturan|kebijakan|pola|porsi) (?:yang )?"
    r"(?:sama|serupa)\b|(?:mengikuti|menyesuaikan)(?=[.,;\"]))"
)
# "Baik instansi pemerintah maupun perusahaan", "Sasarannya bukan hanya ASN, tetapi juga karyawan swasta"
_WHOM = compiled(
    r"^\W*(?:(?:kali ini|kini),? )?(?:baik|(?:bukan|tidak) (?:hanya|cuma|saja)|sasaran(?:nya)?"
    r"|berlaku|(?:ini|itu) (?:juga )?berlaku"
    r"|(?:aturan|ketentuan|kebijakan|edaran) (?:ini|itu|tersebut))\b"
)
# "meski cara membaginya diserahkan kepada manajemen": conceded, no exemption
_CONCEDED = compiled(r"\b(?:meski(?:pun)?|walau(?:pun)?|kendati(?:pun)?)\b[^.;\n]{0,160}")
# "swasta kita serahkan", "sifatnya hanya imbauan", "tidak memerintahkan hal yang sama"
_EXEMPTED = compiled(rf"\b{any_of(_LISTS['exempted'])}\b")
# "swasta", "perusahaan", and the trades that a rule for sectors lists: "pasar modal, perhotelan"
_FIRM = compiled(
    r"\b(?:swasta|perusahaan|pelaku usaha|pengusaha|pabrik|pasar modal|perhotelan|hotel|perbankan|orientasi ekspor)\b"
)
# "pegawai pada sektor nonesensial", "instansi pemerintah sektor nonesensial"
_OF_STAFF = compiled(
    rf"\b(?:{STAFF}|instansi(?: pemerintah)?|kantor pemerintahan)(?: (?:asn|pada|di|yang|dalam|bekerja))*\W{{1,2}}$"
)
# "perusahaan | sektor nonesensial"
_OF_FIRM = compiled(r"\b(?:perusahaan|industri|pabrik|usaha)(?: (?:pada|di|yang|dalam|bergerak))* $")
_STAFF_REACH = 60  # characters before a sector in which its staff are named
# "ASN", "pegawai pemkot", "perkantoran milik pemerintah"
_OWN_STAFF = compiled(
    r"\b(?:asn|pns|aparatur|opd|skpd|pegawai (?:pem\w+|negeri|daerah)|instansi(?: pemerintah\w*|(?=,| dan| maupun))"
    r"|(?:per)?kantor(?:an)? (?:milik )?pemerintah\w*|(?:baik|milik) pemerintah\w*|pemerintah maupun|pegawai"
    r"|kementerian(?:\s?/\s?|,? (?:dan )?)(?:lembaga|pemerintah daerah))\b"
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
    ruled = False  # whether the sentence before is about the rule
    if alone := _firms_alone(sentences) or _staff_alone(sentences):
        return alone
    for scoped in sentences:
        words, at = scoped.sentence.text, scoped.sentence.start
        goes_on, ruled = ruled, not scoped.background and scoped.topic >= 2
        if goes_on and not scoped.background and (m := _FIRMS_LIKEWISE.search(words)):
            return Span("target", at + m.start(), at + m.end(), m.group(), "all", "target.private")
        if scoped.background or not (
            scoped.topic >= 2 or (scoped.topic and find_sides(words)) or (goes_on and _WHOM.match(words))
        ):
            continue
        if (
            (m := _BOTH.search(words))
            and not _EXEMPTED.search(_CONCEDED.sub(" ", words))
            and not _sector_of_staff(m, sentences)
        ):
            sectors = "esensial" in m.group().lower()  # such a rule binds every place of work
            sectors = sectors and not _OF_FIRM.search(words, max(0, m.start() - _STAFF_REACH), m.start())
            target: Target = "all" if sectors or _staff_named(sentences) else "private"
            return Span("target", at + m.start(), at + m.end(), m.group(), target, "target.private")
        if staff is None and (m := _GOVERNMENT_SECTOR.search(words)):
            staff = Span("target", at + m.start(), at + m.end(), m.group(), "asn", "target.staff")
    return staff


def _firms_alone(sentences: Sequence[Scoped]) -> Span[Target] | None:
    """ "edaran yang ditujukan kepada pimpinan perusahaan": whoever else is named, it is for firms."""
    for scoped in sentences:
        words, at = scoped.sentence.text, scoped.sentence.start
        ruled = not scoped.background and scoped.topic >= 2
        if ruled and (m := _TO_FIRMS.search(words)) and not _OWN_STAFF.search(words):
            return Span("target", at + m.start(), at + m.end(), m.group(), "private", "target.private")
    return None


def _staff_alone(sentences: Sequence[Scoped]) -> Span[Target] | None:
    """ "Instruksi itu berlaku bagi seluruh SKPD, kecamatan hingga pemerintah desa": for nobody else."""
    for scoped in sentences:
        words, at = scoped.sentence.text, scoped.sentence.start
        if not scoped.background and (m := _TO_STAFF.search(words)) and not _FIRM.search(words):
            return Span("target", at + m.start(), at + m.end(), m.group(), "asn", "target.staff")
    return None


def _staff_named(sentences: Sequence[Scoped]) -> bool:
    """Whether civil servants or public offices are addressed anywhere; else the rule is for firms alone."""
    return any(_OWN_STAFF.search(s.sentence.text) for s in sentences if s.topic >= 1 and not s.background)


def _sector_of_staff(m: re.Match[str], sentences: Sequence[Scoped]) -> bool:
    """Whether the "sektor non-esensial" found is one of government offices: no private firm is named anywhere."""
    if "esensial" not in m.group().lower():
        return False
    if _OF_STAFF.search(m.string, max(0, m.start() - _STAFF_REACH), m.start()):
        return True
    told = [s.sentence.text for s in sentences if not s.background]
    firms = any(_FIRM.search(text) and not _EXEMPTED.search(text) for text in told)
    return not firms and any(_GOVERNMENT_SECTOR.search(text) for text in told)
