"""What stands behind an instrument's number: its date, its title, who issued it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.decrees.offices import read_issuer, skip, tidy
from extract.decrees.types import Decree

_WINDOW: Final = 220  # characters behind an instrument in which its date may stand
_BEFORE: Final = 160  # characters before it
_TITLE_CUE: Final = re.compile(r"[\s,]{0,4}(?:tentang|perihal|mengenai|ihwal)\s?:?\s{1,3}", re.IGNORECASE)
# A title ends at punctuation, and at words that go on with the sentence: "... sistem kerja diberlakukan kepada semua".
# A short bracket ("(WFH)"), the comma of a list ("BUMN, BUMD dan", "level 3, 2 dan") and one before "Bagi" are in it.
_GOES_ON_WITH: Final = r",(?=\s(?-i:Bagi|Dalam|Di|Pada|Selama)\s)"
_IN_BRACKETS: Final = rf"\s?\([A-Za-z0-9-][A-Za-z0-9 -]{{0,24}}\)(?:{_GOES_ON_WITH}|(?=\s\w))"
_LIST_COMMA: Final = r",(?=\s(?:[A-Z]{2,8}|(?:[Ll]evel\s)?\d),?\s(?:dan|serta)\s)"
_TITLE: Final = re.compile(
    rf"(?:{_IN_BRACKETS}|{_LIST_COMMA}"
    r"|(?!,|;|[.!?](?:\s|[\"']|$)|[\"()\n]"
    r"|\s(?:yang|itu|tersebut|ini|tanggal|tertanggal|bertanggal|(?:di)?berlaku(?:kan)?|dinyatakan|mengatur|menyebutkan"
    r"|memuat|menegaskan|menjadi|telah|sudah|resmi|dicabut|diganti|diubah|jadwal"
    r"|diteken|ditanda\s?tangani|diterbitkan|dikeluarkan)\b)[\s\S]){3,300}",
    re.IGNORECASE,
)
_DANGLING: Final = re.compile(r"[\s,]{0,4}(?:dan|serta|maupun|juga|per|pada)?\s{0,3}\Z", re.IGNORECASE)
# "tentang Perubahan Kedua atas [SE Nomor ...]": the title goes on through the instrument that it amends
_AMENDING_TITLE: Final = re.compile(r"(?:perubahan|pencabutan|perpanjangan)\b[^.;]{0,40}\Z", re.IGNORECASE)

_MONTH: Final = (
    r"(?:januari|jan|februari|pebruari|feb|maret|mar|april|apr|mei|juni|jun|juli|jul|agustus|agu|ags|agt"
    r"|september|sept|sep|oktober|okt|november|nopember|nov|desember|des)"
)
_WEEKDAY: Final = r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)"
_DAY: Final = (
    rf"(?:hari\s{{1,3}}ini,\s)?(?:{_WEEKDAY}\s{{0,2}},?\s{{1,3}})?"  # "Kamis, ", "hari ini, Senin "
    r"(?:\(\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,5})?\)"  # "(17/2/2022)", "(1/9)"
    rf"|\(?\d{{1,2}}\s{{1,3}}{_MONTH}(?:\.(?=\s\d))?(?:\s{{1,3}}\d{{4,5}})?(?!\w)\)?"  # "20 Maret 2020"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{4,5}(?!\w))"  # "12-7-2021"
)
# A day told from another one: "hari yang sama", "tanggal 11 kemarin", "sehari sebelumnya", "hari Rabu", "Senin lalu"
_TOLD_DAY: Final = (
    r"(?:(?:hari|tanggal)\s{1,3}(?:yang\s{1,3}sama|itu(?:\s{1,3}juga)?|ini)|tanggal\s{1,3}\d{1,2}(?:\s{1,3}(?:kemarin|lalu))?"
    r"|kemarin|tadi\s{1,3}(?:pagi|siang|sore|malam)|(?:pagi|siang|sore)\s{1,3}tadi|(?:sehari|(?:satu|dua|tiga|\d)\s{1,3}hari)\s{1,3}(?:sebelumnya|(?:yang\s{1,3})?lalu)"
    rf"|(?:hari\s{{1,3}})?{_WEEKDAY}(?:\s{{1,3}}(?:pekan\s{{1,3}})?(?:lalu|kemarin))?)(?![\w/])"
)
_ACTIVE: Final = r"(?:menandatangani|meneken|menerbitkan|mengeluarkan|menetapkan)"
_SIGNING: Final = (
    rf"(?:(?:ditanda\s?tangani|diteken|diterbitkan|dikeluarkan|ditetapkan|dibuat|disahkan|diundangkan|terbit|keluar|{_ACTIVE}"
    r"|tanda\s?tangani|teken|terbitkan|keluarkan|tetapkan)(?:nya)?|(?:di)?bubuhi\s{1,3}tanda\s{1,3}tangan(?:nya)?)"
)
# What may stand between an instrument and what is said of it: a name, "mengenai hal itu", "yang sudah", "itu ia"
_NAME: Final = r"(?:\s{1,3}(?-i:[A-Z])[\w.'-]{0,24},?){0,6}"
# "yang diteken wali kota pada hari yang sama"
_HEAD: Final = r"(?:\s{1,3}(?:bupati|wali\s?kota|gubernur|sekda|menteri))?"
_ABOUT_IT: Final = re.compile(
    r"\s{1,3}(?:mengenai|tentang|soal|terkait|perihal)\s{1,3}(?:(?:hal|aturan|ketentuan|kebijakan)\s{1,3})?(?:itu|tersebut|ini)(?!\w)",
    re.IGNORECASE,
)
_LINK: Final = (
    r"(?:(?:yang|itu|tersebut|ini|sendiri|telah|sudah|baru(?:\s{1,3}saja)?|mulai|akhirnya|rupanya|ternyata|kemudian|resmi|dan|ia|dia|beliau|kami|saya|langsung|(?:menurut|kata)\s{1,3}(?:dia|nya),)"
    r"\s{1,3}){0,5}"
)
# "yang memuat ketentuan tersebut [diteken]", "bagi semua pegawai [diterbitkan]", "berisi jadwal dan [diteken]"
_NOT_SIGNED: Final = r"(?:yang|akan|bakal|segera|belum|tidak)\s"
_RELATIVE: Final = rf"yang\s{{1,3}}(?!{_SIGNING}\s|{_NOT_SIGNED})[a-z]{{3,20}}"
_SAYS_OF_IT: Final = (
    rf"(?:,?\s{{1,3}}(?:{_RELATIVE}|(?:untuk|bagi|kepada)\s{{1,3}}[a-z]{{3,15}})(?:(?!\s{_NOT_SIGNED})[^.;:!?\"\n]){{0,90}}?,?\s{{1,3}}"
    r"(?:(?:itu|tersebut|ini|telah|sudah|baru|resmi)\s{1,3}){0,3}"
    rf"|\s{{1,3}}(?:me|ber)[a-z]{{3,15}}(?:(?!\s{_NOT_SIGNED})[^.;:!?\"\n]){{0,90}}?\s(?:dan|serta)\s{{1,3}}"
    r"|\s{1,3}\([^()\d\n]{2,40}\)\s{1,3})"
)
# "tertanggal 12 Juli 2021", ", tanggal 17 Maret 2020", "yang bertanggal ...", "per tanggal ...", "tgl. ..."
_DATED: Final = re.compile(
    rf"(?:{_SAYS_OF_IT}(?=(?:ter|ber)tanggal)|[\s,(]{{0,4}}(?:(?:per|pada|yang|itu|dengan)\s{{1,3}}){{0,2}})"
    r"(?P<cue>(?:ter|ber)?tanggal|(?:ter|ber)tarikh|bertitimangsa|tgl\.?|per)\s{0,2}:?\s{1,3}"
    rf"(?P<day>{_DAY}|(?:hari\s{{1,3}}ini|kemarin)(?!\w))",
    re.IGNORECASE,
)
# "tanggal 19 Juni 2020 | nomor"
_BEFORE_NUMBER: Final = re.compile(
    rf"(?<!\w)(?P<cue>(?:ter|ber)?tanggal)\s{{1,3}}(?P<day>{_DAY})[\s,]{{1,4}}\Z", re.IGNORECASE
)
# "yang diteken Hartadi pada 16 Februari 2022", "yang terbit Kamis (17/2/2022)", "terbit tanggal 11 Mei"
_SIGNED: Final = re.compile(
    rf"(?:{_SAYS_OF_IT}|(?:{_NAME}[\s,]{{0,4}}|[\s,]{{0,4}}){_LINK})(?P<cue>{_SIGNING})(?P<gap>[^!?;:\"\n]{{0,110}}?)\s(?P<day>{_DAY})",
    re.IGNORECASE,
)
# "yang terbit tanggal 11 kemarin", "yang ia tanda tangani sehari sebelumnya": only names and places may stand between
_SIGNED_TOLD: Final = re.compile(
    rf"(?:{_SAYS_OF_IT}|(?:{_NAME}[\s,]{{0,4}}|[\s,]{{0,4}}){_LINK})(?P<cue>{_SIGNING})(?:\s{{1,3}}(?:oleh|di|pada|dan\s{{1,3}}diumumkan))?"
    rf"{_HEAD}{_NAME}(?:\s{{1,3}}(?:pada|di|sejak))?\s{{1,3}}(?P<day>{_TOLD_DAY})",
    re.IGNORECASE,
)
_NOT_YET: Final = r"(?<!akan\s)(?<!bakal\s)(?<!segera\s)(?<!belum\s)(?<!tidak\s)"
_SIGNED_BEFORE: Final = re.compile(rf"(?<!\w){_NOT_YET}(?P<cue>{_SIGNING})(?!\w)[^.;]{{0,60}}\Z", re.IGNORECASE)
# "menandatangani SE ... pada Senin (1/9)"; a weekday or a day told from another one also stands alone: "menerbitkan
# SE ..., Senin (1/9)", "meneken surat edaran baru pagi tadi"
_ON_DAY: Final = re.compile(
    rf"[\s,]{{0,4}}(?:(?:itu|tersebut)\s{{1,3}})?pada\s{{1,3}}(?:hari\s{{1,3}})?(?:tanggal\s{{1,3}})?(?P<day>{_DAY}|{_WEEKDAY}\s{{1,3}}(?:pekan|minggu)\s{{1,3}}lalu(?!\w))"
    rf"|\s{{1,3}}(?:(?:baru|itu|tersebut)\s{{1,3}})?(?P<told>{_TOLD_DAY}|{_DAY})(?=\s{{0,2}}(?:[.,\n]|\Z))"
    rf"|,\s{{1,3}}(?:hari\s{{1,3}})?(?P<alone>{_WEEKDAY}\s{{0,2}},?\s{{1,3}}{_DAY})(?=\s{{0,2}}(?:[.,\n]|\Z))",
    re.IGNORECASE,
)
# "Gubernur, Jumat (2/7/2021), menetapkan [Instruksi ...]"
_DAY_THEN_VERB: Final = re.compile(
    rf"(?<!\w)(?P<day>{_DAY})\s?,?\s{{1,3}}(?:(?:resmi|sudah|telah|akhirnya|juga)\s{{1,3}})?(?P<cue>{_ACTIVE})\s[^.;]{{0,40}}\Z",
    re.IGNORECASE,
)
# "menandatangani aturannya Senin lalu (17/3/2025), yaitu [Surat Edaran ...]"
_VERB_THEN_DAY: Final = re.compile(
    rf"(?<!\w){_NOT_YET}(?P<cue>{_ACTIVE})(?!\w)[^.;]{{0,40}}?\s(?P<day>{_DAY}|{_WEEKDAY}\s{{1,3}}lalu\s{{1,3}}\([\d/-]{{3,10}}\))"
    r"[\s,]{1,4}(?:yaitu|yakni|berupa|melalui|lewat|dengan)\s{1,3}\Z",
    re.IGNORECASE,
)
# "Perintah bertanggal 17 Januari 2021 itu berbentuk [Instruksi ...]"
_DATED_THEN: Final = re.compile(
    rf"(?<!\w)(?P<cue>(?:ter|ber)tanggal)\s{{1,3}}(?P<day>{_DAY})[^.;,]{{0,30}}?\s(?:berbentuk|berupa|ialah|adalah)\s{{1,3}}\Z",
    re.IGNORECASE,
)
# "Diteken Bupati Sigi pada Senin (5/7/2021), [SE ...]"
_SIGNED_THEN: Final = re.compile(
    rf"\W{{0,3}}(?P<cue>{_SIGNING})(?!\w)[^.;:!?\"\n]{{0,80}}?\s(?P<day>{_DAY}),\s{{1,3}}\Z", re.IGNORECASE
)
# "Pada Senin (5/7/2021), Bupati Sigi Irwan meneken [SE ...]": the sentence begins with the day and has no other verb
_DAY_FIRST: Final = re.compile(
    rf"\W{{0,3}}(?:pada\s{{1,3}})?(?:hari\s{{1,3}})?(?:tanggal\s{{1,3}})?(?P<day>{_DAY})\s?,?"
    rf"(?P<gap>(?:[^.;:!?\"\n]|(?<=\s[A-Z])\.){{0,80}}?)\s(?P<cue>{_ACTIVE}|(?:keluar|terbit)(?:lah)?)\s[^.;]{{0,40}}\Z",
    re.IGNORECASE,
)
_OTHER_VERB: Final = re.compile(r"(?<!\w)(?:(?:me|ber|ter|di)[a-z]{4,}|akan|bakal|segera|belum)(?!\w)")
# Dates behind these are of something else: "diterbitkan dan berlaku mulai 5 Mei", "menyebutkan batasnya, yaitu 24 Mei"
_OTHER_DAY: Final = re.compile(
    r"\b(?:berlaku|mulai|hingga|sampai|terhitung|sejak|selama|menggantikan|ujar|kata|dikutip|diterima|menyebut\w*|memuat"
    r"|mengatur|menegaskan|meminta|mewajibkan|memerintahkan|membatasi|batas\w*|tenggat\w*|agar|supaya|bahwa)\b"
    r"|(?<!\ba\.n)(?<!\ban)(?<!\bPlt)(?<!\bPj)\.\s+[A-Z][a-z]",  # a new sentence, no "a.n. Bupati"
    re.IGNORECASE,
)
# "Menteri menandatanganinya pada ...", "naskahnya ditandatangani ...", "aturan tersebut diteken ..."
_POINTING: Final = re.compile(
    rf"(?<!\w){_NOT_YET}(?:(?P<verb>{_ACTIVE}nya)|(?:naskah|dokumen|aturan|ketentuan|regulasi)(?:nya|\s{{1,3}}(?:itu|tersebut|ini)))(?!\w)",
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
    at = skip(_ABOUT_IT, text, at)
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
    if decree.date_span is None and (act := find_act(text, (left, start), (at, stop))):
        day, cue = act
        return replace(decree, date_span=day, date_cue=cue), day[1]
    if decree.date_span is None and (before := _date_before(text, left, start)):
        decree = replace(decree, date_span=before.span("day"), date_cue=cue_of(before))
    return decree, at


def find_act(text: str, before: tuple[int, int], after: tuple[int, int]) -> tuple[tuple[int, int], str] | None:
    """The day and the verb around an instrument: "Gubernur menandatangani [SE Nomor 7] pada Senin (1/9)".

    `before` are the offsets from the start of its sentence to the instrument, `after` those behind it.
    """
    day = _ON_DAY.match(text, *after)
    verb = day and _SIGNED_BEFORE.search(text, max(before[0], before[1] - 100), before[1])
    return (day.span(day.lastgroup or "day"), cue_of(verb)) if day and verb else None


def _date_before(text: str, left: int, start: int) -> re.Match[str] | None:
    """The day on which a sentence that begins at `left` says that the instrument at `start` was issued."""
    near = max(left, start - _BEFORE)
    beside = (
        _DAY_THEN_VERB.search(text, near, start)
        or _VERB_THEN_DAY.search(text, near, start)
        or _DATED_THEN.search(text, near, start)
    )
    if beside or start - left > _BEFORE:
        return beside
    if signed := _SIGNED_THEN.match(text, left, start):
        return signed
    first = _DAY_FIRST.match(text, left, start)
    return first if first and not _OTHER_VERB.search(first["gap"]) else None


def find_date(text: str, at: int, stop: int) -> re.Match[str] | None:
    """The date phrase of an instrument that ends at `at`: groups `day` (its words) and `cue`."""
    end = min(stop, at + _WINDOW)
    dated = _DATED.match(text, at, end)
    if dated:
        return dated
    signed = _SIGNED.match(text, at, end)
    if signed and not _OTHER_DAY.search(signed["gap"]):
        return signed
    return _SIGNED_TOLD.match(text, at, end)


def find_date_before_number(text: str, at: int, number: int) -> re.Match[str] | None:
    """The date between an instrument that ends at `at` and its number's label: "SE tanggal 2 Mei 2020 nomor"."""
    return _BEFORE_NUMBER.search(text, at, number)


def find_later_date(text: str, at: int, stop: int) -> re.Match[str] | None:
    """The date in a sentence that goes on about an instrument by a pronoun or "naskahnya", from `at` on.

    >>> find_later_date("Bupati menandatanganinya di Palu pada 2 Mei 2020.", 0, 49)["day"]
    '2 Mei 2020'
    """
    for words in _POINTING.finditer(text, at, stop):
        dated = find_date(text, words.start("verb") if words["verb"] else words.end(), stop)
        if dated:
            return dated
    return None


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
