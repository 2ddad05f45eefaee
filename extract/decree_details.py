"""What stands behind an instrument's number: its date, its title, who issued it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.decree_offices import read_issuer, tidy
from extract.decree_types import Decree

_WINDOW: Final = 220  # characters behind an instrument in which its date may stand
_TITLE_CUE: Final = re.compile(r"[\s,]{0,4}(?:tentang|perihal|mengenai|ihwal)\s?:?\s{1,3}", re.IGNORECASE)
# A title ends at punctuation, and at words that go on with the sentence: "... sistem kerja diberlakukan kepada semua".
# A short bracket ("(WFH)") and the comma of a list ("BUMN, BUMD dan", "level 3, 2 dan") belong to it.
_TITLE: Final = re.compile(
    r"(?:\s?\([A-Za-z0-9-][A-Za-z0-9 -]{0,24}\)(?=\s\w)|,(?=\s(?:[A-Z]{2,8}|(?:[Ll]evel\s)?\d),?\s(?:dan|serta)\s)"
    r"|(?!,|;|[.!?](?:\s|[\"']|$)|[\"()\n]"
    r"|\s(?:yang|itu|tersebut|ini|tanggal|tertanggal|bertanggal|(?:di)?berlaku(?:kan)?|dinyatakan|mengatur|menyebutkan"
    r"|memuat|menegaskan|menjadi|telah|sudah|jadwal)\b)[\s\S]){3,300}",
    re.IGNORECASE,
)
_DANGLING: Final = re.compile(r"[\s,]{0,4}(?:dan|serta|maupun|juga)?\s{0,3}\Z", re.IGNORECASE)
# "tentang Perubahan Kedua atas [SE Nomor ...]": the title goes on through the instrument that it amends
_AMENDING_TITLE: Final = re.compile(r"(?:perubahan|pencabutan|perpanjangan)\b[^.;]{0,40}\Z", re.IGNORECASE)

_MONTH: Final = (
    r"(?:januari|jan|februari|pebruari|feb|maret|mar|april|apr|mei|juni|jun|juli|jul|agustus|agu|ags|agt"
    r"|september|sept|sep|oktober|okt|november|nopember|nov|desember|des)"
)
_DAY: Final = (
    r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s{0,2},?\s{1,3})?"  # "Kamis, "
    r"(?:\(\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,5})?\)"  # "(17/2/2022)", "(1/9)"
    rf"|\(?\d{{1,2}}\s{{1,3}}{_MONTH}\.?(?:\s{{1,3}}\d{{4,5}})?(?!\w)\)?"  # "20 Maret 2020", "21 Maret 20020"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{4,5}(?!\w))"  # "12-7-2021"
)
_SIGNING: Final = (
    r"(?:ditandatangani|diteken|diterbitkan|dikeluarkan|ditetapkan|dibuat|disahkan|terbit|keluar|menandatangani|meneken"
    r"|menerbitkan|mengeluarkan)(?:nya)?"
)
# "tertanggal 12 Juli 2021", ", tanggal 17 Maret 2020", "bertanggal ...", "per tanggal ...", "tgl. ..."
_DATED: Final = re.compile(
    rf"[\s,(]{{0,4}}(?:(?:per|pada)\s{{1,3}})?(?P<cue>(?:ter|ber)?tanggal|tgl\.?)\s{{0,2}}:?\s{{1,3}}(?P<day>{_DAY})",
    re.IGNORECASE,
)
# "yang diteken Hartadi pada 16 Februari 2022", "yang terbit Kamis (17/2/2022)", "terbit tanggal 11 Mei"
_SIGNED: Final = re.compile(
    r"[\s,]{0,4}(?:(?:yang|itu|tersebut|telah|sudah|baru|resmi|dan)\s{1,3}){0,4}"
    rf"(?P<cue>{_SIGNING})(?P<gap>[^!?;:\"\n]{{0,80}}?)\s(?P<day>{_DAY})",
    re.IGNORECASE,
)
_SIGNED_BEFORE: Final = re.compile(rf"(?<!\w)(?P<cue>{_SIGNING})(?!\w)[^.;]{{0,60}}\Z", re.IGNORECASE)
_ON_DAY: Final = re.compile(
    rf"[\s,]{{0,4}}pada\s{{1,3}}(?:hari\s{{1,3}})?(?:tanggal\s{{1,3}})?(?P<day>{_DAY})", re.IGNORECASE
)
# Dates behind these are of something else: "diterbitkan dan berlaku mulai 5 Mei"
_OTHER_DAY: Final = re.compile(
    r"\b(?:berlaku|mulai|hingga|sampai|terhitung|sejak|selama|menggantikan|ujar|kata|dikutip|diterima)\b|\.\s+[A-Z][a-z]",
    re.IGNORECASE,
)
# "SE Nomor ... yang dikeluarkan Wali Kota Padang"
_ISSUED_BY: Final = re.compile(
    r"[\s,]{0,4}yang\s{1,3}(?:dikeluarkan|diterbitkan|ditandatangani|diteken|dibuat)"
    r"(?:\s{1,3}(?:langsung\s{1,3})?oleh)?(?=\s)",
    re.IGNORECASE,
)
# "... diteken Sekda Ali atas nama Wali Kota": the codebook's issuer is the one in whose name it is signed
_IN_NAME_OF: Final = re.compile(r"[^.;!?\n]{0,60}?\s(?:atas nama|a\.n\.|an\.)(?=\s)", re.IGNORECASE)


def read_details(text: str, decree: Decree, mention: tuple[int, int], around: tuple[int, int]) -> tuple[Decree, int]:
    """Add title, date and issuer that stand behind a mention, and tell where they end.

    `mention` are its offsets; `around` are where its sentence starts and where the next mention does. The returned
    offset counts from the start of `text`.
    """
    (start, at), (left, stop) = mention, around
    decree = _issued_by(text, decree, at)
    for _ in range(3):
        dated = None if decree.date_span else find_date(text, at, stop)
        title = None if decree.title else _title(text, at, stop)
        if dated:
            decree = replace(decree, date_span=dated.span("day"), date_cue=cue_of(dated))
            at = dated.end()
        elif title:
            decree = replace(decree, title=tidy(text[title[0] : title[1]]), title_span=title)
            at = title[1]
        else:
            break
    if decree.date_span is None and (day := _ON_DAY.match(text, at, stop)):
        verb = _SIGNED_BEFORE.search(text, max(left, start - 100), start)
        if verb:  # "Gubernur menandatangani SE Nomor 11410 Tahun 2025 pada Senin (1/9)"
            return replace(decree, date_span=day.span("day"), date_cue=cue_of(verb)), day.end()
    return decree, at


def find_date(text: str, at: int, stop: int) -> re.Match[str] | None:
    """The date phrase of an instrument that ends at `at`: groups `day` (its words) and `cue`."""
    end = min(stop, at + _WINDOW)
    dated = _DATED.match(text, at, end)
    if dated:
        return dated
    signed = _SIGNED.match(text, at, end)
    return signed if signed and not _OTHER_DAY.search(signed["gap"]) else None


def cue_of(dated: re.Match[str]) -> str:
    """The word that makes a date the instrument's, in lower case."""
    return str(dated["cue"]).lower()


def _issued_by(text: str, decree: Decree, at: int) -> Decree:
    by = _ISSUED_BY.match(text, at)
    issuer = read_issuer(text, by.end()) if by and decree.issuer is None else None
    if issuer is None:
        return decree
    principal = _IN_NAME_OF.match(text, issuer.end)
    issuer = (principal and read_issuer(text, principal.end())) or issuer
    return replace(decree, issuer=issuer.office, issuer_text=issuer.text, place=issuer.place)


def _title(text: str, at: int, stop: int) -> tuple[int, int] | None:
    """Offsets of the title behind "tentang"; it may name the instrument that it amends, not one joined to it."""
    cue = _TITLE_CUE.match(text, at)
    body = cue and _TITLE.match(text, cue.end())
    if not body:
        return None
    start, end = body.span()
    if start <= stop < end and not _AMENDING_TITLE.search(text, start, stop):
        end = stop
    dangling = _DANGLING.search(text, max(start, end - 12), end)
    end = dangling.start() if dangling else end
    return (start, end) if start < end else None
