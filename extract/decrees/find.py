"""`find_decrees`: from text to the spans of the field; how it goes about it is told in the package's docstring."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final, Literal, NamedTuple, cast

from corpus.patterns import Pattern
from extract.decrees.details import cue_of, find_act, find_date, find_date_before_number, find_later_date, read_details
from extract.decrees.numbers import NumberAt, read_number, read_shared
from extract.decrees.offices import BRACKET, Issuer, form, key, read_issuer, read_place, read_subject, rows, skip
from extract.decrees.roles import sentence_bounds, with_roles
from extract.decrees.types import NATIONAL_OFFICES, Decree, Instrument, Office
from extract.spans import Span

# "Nomor:", "No.", "bernomor :", "Nomornya", "nomor surat", "Nomer"
_LABEL: Final = re.compile(
    r"(?<![\w/])(?:(?:ber)?nom[oe]r(?:nya)?(?:\s{1,2}surat)?|no)(?![\w/])\s{0,3}[.:]{0,2}\s{0,3}", re.IGNORECASE
)
# Between an instrument and its number: "dengan Nomor", "yang bernomor", "tersebut bernomor", ", Nomor", "(Nomor"
_LINK: Final = re.compile(
    r"\s{0,2},?\s{1,3}\(?(?:(?:dengan|yang|itu|tersebut|ini|tadi|dimaksud|sebelumnya|terbaru|baru|bersama|resmi|RI"
    r"|Republik Indonesia)\s{1,3}){0,2}",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(r"\s{1,3}")
_ANAPHOR: Final = re.compile(r"\s{1,3}(?:itu|tersebut|ini|tadi|dimaksud|yang sama)(?!\w)", re.IGNORECASE)
_TITLED: Final = re.compile(r"\s{1,3}(?:tentang|perihal)\s", re.IGNORECASE)
# "sudah menerbitkan edaran", "lewat sebuah SE", "tertuang dalam SE": a bare word that is an instrument by its verb
_ISSUING: Final = re.compile(
    r"(?<!\w)(?:menerbitkan|terbitkan|mengeluarkan|keluarkan|menandatangani|meneken|teken|membuat|menyiapkan|siapkan"
    r"|disiapkan|menyusun|menyebar(?:kan)?|mengirim(?:kan)?|kirim|lewat|melalui|menunggu|tunggu|menanti|draft?|konsep"
    r"|rancangan|sebuah|(?:tertuang|termuat|dituangkan|diatur|tertulis|tercantum)\s{1,3}(?:ke\s{1,3})?(?:dalam|di|pada))"
    r"\s{1,3}(?:\w{1,12}\s{1,3})?\Z",
    re.IGNORECASE,
)
# numbers of other things: "laporan polisi Nomor LP/12/V/2021", "surat tugas Nomor 800/12/2021"
_OTHER_NUMBER: Final = re.compile(
    r"(?<!\w)(?:telepon|telp|hp|whatsapp|wa|hotline|rekening|perkara|putusan|laporan polisi|pelat|nik|nip|ktp"
    r"|surat\s{1,2}(?:tugas|perintah|keterangan|jalan|izin|kuasa|dokter|kabar|undangan|rekomendasi|jaminan))(?!\w)",
    re.IGNORECASE,
)
_SIGNS_REACH: Final = 20  # characters: "menandatangani "
_REACH: Final = 60  # characters between such a word and its number
_SUBJECT: Final = 120  # characters from an office to what it issues
# "41 surat edaran", "beberapa edaran" are many, and none of them the article's
_MANY: Final = re.compile(
    r"(?<!\w)(?:\d{1,3}|dua|tiga|empat|lima|beberapa|sejumlah|berbagai|banyak|puluhan|setiap)\s{1,3}\Z", re.IGNORECASE
)
# "edarannya sudah terbit"
_IS_OUT: Final = re.compile(
    r"\s{1,3}(?:itu\s{1,3})?(?:(?:sudah|telah|baru|resmi|pun|juga)\s{1,3}){0,2}(?:terbit|keluar|turun|ada|beredar|berlaku|sampai"
    r"|(?:(?:kita|kami|saya)\s{1,3}|di)(?:teken|tandatangani|terbitkan|keluarkan|kirim|sebar|edarkan|bagikan))(?:kan)?(?!\w)",
    re.IGNORECASE,
)
# "instruksinya sudah saya tanda tangani tadi pagi", "SK-nya diteken kemarin": of any kind, its day told
_IS_SIGNED: Final = re.compile(
    r"\s{1,3}(?:itu\s{1,3})?(?:(?:sudah|telah|baru|resmi|pun|juga|saya|kami|kita|ia|dia|beliau)\s{1,3}){0,3}"
    r"(?:di)?(?:teken|tanda\s?tangani)(?!\w)",
    re.IGNORECASE,
)
# "wali kota sudah tanda tangan [instruksinya]", "Bupati meneken [edarannya]"
# and "lewat [instruksinya]"
_SIGNS: Final = re.compile(
    r"(?<!\w)(?:tanda\s?tangan(?:i)?|menandatangani|teken|meneken|lewat|melalui|mengeluarkan|menerbitkan)\s{1,3}\Z",
    re.IGNORECASE,
)
# "Lewat [instruksi] yang ia keluarkan", "menandatangani [surat edaran] tersebut"
_ISSUED_SO: Final = re.compile(
    r"\s{1,3}yang\s{1,3}(?:ia|dia|beliau|dirinya)\s{1,3}(?:keluarkan|teken|terbitkan|tanda\s?tangani)(?!\w)",
    re.IGNORECASE,
)
# "surat edarannya menyusul": there is none yet
_COMING: Final = re.compile(r"\s{1,3}(?:baru\s{1,3})?menyusul(?!\w)", re.IGNORECASE)
# "SE yang diteken Sekda"
_MADE_BY: Final = re.compile(
    r"\s{1,3}yang\s{1,3}(?:(?:sudah|telah|baru)\s{1,3})?(?:diteken|ditandatangani|diterbitkan|dikeluarkan)(?!\w)",
    re.IGNORECASE,
)
# "surat yang ditandatangani [Plt Gubernur]"
_SIGNED_BY: Final = re.compile(
    r"\s{1,3}yang\s{1,3}(?:(?:sudah|telah|baru)\s{1,3})?(?:diteken|ditandatangani|diterbitkan|dikeluarkan|dikirim)"
    r"(?:\s{1,3}(?:langsung\s{1,3})?oleh)?(?=\s)",
    re.IGNORECASE,
)
# "surat imbauan dikirim", "surat pemberitahuan sudah disebar"
_IS_SENT: Final = re.compile(
    r"\s{1,3}(?:itu\s{1,3})?(?:(?:sudah|telah|juga|pun|langsung)\s{1,3}){0,2}"
    r"di(?:kirim|sebar|edarkan|layangkan|teken|tandatangani|terbitkan|keluarkan|bagikan)(?:kan)?(?!\w)",
    re.IGNORECASE,
)
# "menindaklanjutinya dengan [surat] kepada para kepala OPD", "melayangkan [surat] ke seluruh camat"
_SENDING: Final = re.compile(
    r"(?<!\w)(?:menindaklanjuti(?:nya)?\s{1,3}dengan|mengirim(?:kan)?|melayangkan|menyebar(?:kan)?|mengedarkan|menerbitkan)\s{1,3}\Z",
    re.IGNORECASE,
)
_TO_OFFICES: Final = re.compile(
    r"\s{1,3}(?:kepada|ke|untuk)\s{1,3}(?:(?:para|seluruh|semua|setiap|tiap)\s{1,3})?"
    r"(?:kepala|pimpinan|opd|perangkat|camat|dinas|instansi|perusahaan|pengusaha|pengelola)(?!\w)",
    re.IGNORECASE,
)
# "melalui [surat] yang dikirim ke seluruh OPD", "lewat [surat] bertanggal 2 Oktober", "melalui [surat bupati] kepada
# semua kepala dinas"
_BY_LETTER: Final = re.compile(r"(?<!\w)(?:lewat|melalui|dalam)\s{1,3}\Z", re.IGNORECASE)
_SENT_OR_DATED: Final = re.compile(
    r"\s{1,3}(?:yang\s{1,3}(?:(?:sudah|telah)\s{1,3})?di(?:kirim|sebar|edarkan)(?:kan)?|(?:ber|ter)tanggal)(?!\w)",
    re.IGNORECASE,
)
# "SE Nomor 7/2021 | yang menggantikan | SE Nomor 6/2021 diteken 2 Mei"
_RELATIVE: Final = re.compile(r",?\s{1,3}yang\s{1,3}(?:sekaligus\s{1,3})?me[a-z]{4,20}\s{1,3}", re.IGNORECASE)
_WHICH: Final = re.compile(r",?\s{1,3}yang\s", re.IGNORECASE)
_YEAR_NUMBER: Final = 9  # characters of the shortest "5 th 2021"
_BACK: Final = 12  # mentions that a later "edaran itu" may mean

_Needs = Literal["alone", "context", "office", "formal", "number"]


class _Head(NamedTuple):
    instrument: Instrument
    issuer: Office | None
    needs: _Needs


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention while it is read; `kept` is False for words that only point back ("edaran itu").

    `may_be_first` marks those that may also be an instrument not told before ("menandatangani edarannya", "SE yang
    diteken Sekda").
    """

    start: int
    end: int
    decree: Decree
    rule: str
    kept: bool = True
    may_be_first: bool = False


@dataclass(slots=True)
class _Reader:
    """The text and the offsets where its sentences start."""

    text: str
    bounds: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.bounds = sentence_bounds(self.text)

    def sentence(self, at: int) -> int:
        return max(0, bisect_right(self.bounds, at) - 1)

    def sentence_start(self, at: int) -> int:
        return self.bounds[self.sentence(at)]

    def sentence_end(self, at: int) -> int:
        after = self.sentence(at) + 1
        return self.bounds[after] if after < len(self.bounds) else len(self.text)


@cache
def _heads() -> tuple[Pattern, dict[str, _Head]]:
    instruments = sorted(rows("instruments.csv"), key=lambda row: -len(row["alias"]))
    table = {
        key(r["alias"]): _Head(
            cast(Instrument, r["instrument"]), cast(Office | None, r["issuer"] or None), cast(_Needs, r["needs"])
        )
        for r in instruments
    }
    words = "|".join(form(r["alias"]) for r in instruments if r["case"] == "any")
    short = "|".join(form(r["alias"]) for r in instruments if r["case"] == "exact")
    # never inside "023/SE/2021", "SE-Bali", "Satpol PP", "surat-menyurat"
    pattern = (
        rf"(?<![\w/-])(?<!\d\.)(?<![Pp]ol )(?<!POL )"
        rf"(?:(?P<words>(?i:{words}))(?P<nya>(?i:nya))?(?![\w-])|(?P<short>{short})(?P<its>-nya)?(?![\w/-]))"
    )
    return Pattern(pattern, flags=0), table


def find_decrees(text: str) -> list[Span[Decree]]:
    """Every mention of a legal instrument in a cleaned text, in order.

    A span runs from the instrument's word to the end of its number (without one: of its issuer). Words that only point
    back ("edaran itu", "surat tersebut") are no mentions, but a date told of them is given to the instrument meant.

    >>> [span] = find_decrees("Aturan itu tertuang dalam SE Bupati Sigi Nomor 800/12/BKPSDM tanggal 3 Mei 2021.")
    >>> span.text, span.value.number, span.value.issuer, span.value.role
    ('SE Bupati Sigi Nomor 800/12/BKPSDM', '800/12/BKPSDM', 'regent', 'own')
    >>> find_decrees("Hubungi nomor telepon 0411-555/12 dan bawa surat dokter.")
    []
    """
    reader = _Reader(text)
    found = _with_first_told(_with_loose_numbers(reader, _mentions(reader)))
    kept = [f for f in found if f.kept]
    spans: list[Span[Decree]] = []
    ends: list[int] = []
    for i, mention in enumerate(kept):
        stop = kept[i + 1].start if i + 1 < len(kept) else len(text)
        left = reader.sentence_start(mention.start)
        decree, end = read_details(text, mention.decree, (mention.start, mention.end), (left, stop))
        if spans and (outer := _dated_outside(text, spans[-1], mention, decree)):
            spans[-1] = replace(spans[-1], value=outer)
            decree = replace(decree, date_span=None, date_cue=None)
        words = text[mention.start : mention.end]
        spans.append(Span("decree", mention.start, mention.end, words, decree, mention.rule))
        ends.append(end)
    return _with_later_dates(reader, with_roles(text, spans, ends), [f for f in found if not f.kept])


def _dated_outside(text: str, before: Span[Decree], mention: _Found, decree: Decree) -> Decree | None:
    """The instrument before a mention with the date of its own issue, where the mention only tells what it is about.

    In "SE Nomor 7/2021 tentang Perubahan atas SE Nomor 6/2021 yang diteken 2 Mei" the first one was signed then, and so
    in "SE Nomor 7/2021 yang menggantikan SE Nomor 6/2021 diteken 2 Mei".
    """
    titled = before.value.title_span
    inside = titled is not None and titled[0] <= mention.start < titled[1]
    relative = _RELATIVE.fullmatch(text, before.end, mention.start) and not _WHICH.match(text, mention.end)
    if not (inside or relative) or before.value.date_span or (decree.date_cue or "tanggal").endswith("tanggal"):
        return None
    return replace(before.value, date_span=decree.date_span, date_cue=decree.date_cue)


def _mentions(reader: _Reader) -> list[_Found]:
    """The instruments by their words, without those inside another one: "Instruksi Wali Kota (Inwal) Nomor 12"."""
    found: list[_Found] = []
    for m in _heads()[0].finditer(reader.text):
        if not found or m.start() >= found[-1].end:
            found += _with_shared_year(reader.text, _mention(reader, m))
    return found


def _with_shared_year(text: str, found: _Found) -> list[_Found]:
    """A mention, or one for each number of "SE Menteri PANRB Nomor 16 dan 18 Tahun 2021"."""
    at = found.decree.number_span
    numbers = read_shared(text, at[0]) if at else []
    if not numbers:
        return [found]
    start = found.start
    mentions = []
    for number in numbers:
        decree = replace(found.decree, number=number.number, number_span=(number.start, number.end))
        mentions.append(_Found(start, number.end, decree, "number_shared"))
        start = numbers[len(mentions)].start if len(mentions) < len(numbers) else number.end
    return mentions


def _with_first_told(found: list[_Found]) -> list[_Found]:
    """Keep "menandatangani edarannya" where no instrument of this kind was told before that it can point to."""
    out: list[_Found] = []
    told: set[Instrument] = set()
    for mention in found:
        pointed = (
            {mention.decree.instrument} if mention.decree.instrument != "surat" else told
        )  # "surat itu" is of any kind
        first = mention.may_be_first and not pointed & told
        out.append(replace(mention, kept=True, rule="first_told") if first else mention)
        if out[-1].kept and mention.decree.issuer not in NATIONAL_OFFICES:  # a ministry's is another instrument
            told.add(mention.decree.instrument)
    return out


def _mention(reader: _Reader, m: re.Match[str]) -> _Found:
    """Read what stands from the instrument's word on: brackets, issuer, place, number."""
    text = reader.text
    head = _heads()[1][key(m["words"] or m["short"])]
    end = skip(BRACKET, text, m.end())
    issuer = read_issuer(text, end)
    decree = Decree(head.instrument, head.issuer)
    subject = None if issuer or head.issuer else _national_subject(reader, m.start())
    if issuer:
        end = issuer.end
        decree = replace(decree, issuer=issuer.office, issuer_text=issuer.text, place=issuer.place)
    elif head.issuer or head.needs == "number":  # "Perwali Manado Nomor", "Perda Kabupaten Gowa Nomor"
        end, place = read_place(text, end)
        decree = replace(decree, place=place)
    elif subject:
        decree = replace(decree, issuer=subject.office, issuer_text=subject.text)
    number = _number(text, end)
    if number and _plausible(number, head, issuer):
        decree = replace(decree, number=number.number, number_span=(number.start, number.end))
        return _Found(m.start(), number.end, decree, "subject" if subject else "number")
    anaphor = _ANAPHOR.match(text, end) is not None
    signed = _SIGNS.search(text, max(0, m.start() - _SIGNS_REACH), m.start()) is not None
    possessive = bool(m["nya"] or m["its"]) and not issuer
    alone = _stands_alone(text, m.start(), head, issuer) or _is_letter_sent(text, m, end)
    made = (_IS_OUT if possessive else _MADE_BY).match(text, end) is not None and head.needs == "context"
    if possessive and head.needs == "office":
        made = _IS_SIGNED.match(text, end) is not None and find_date(text, end, reader.sentence_end(end)) is not None
    if possessive and head.needs in {"office", "context"}:
        made = made or signed
    if signed and (_ISSUED_SO.match(text, end) or (anaphor and head.needs != "formal")):
        return _Found(m.start(), end, decree, "bare", kept=False, may_be_first=True)
    coming = _COMING.match(text, end) is not None
    alone, made = alone and not coming, made and not coming
    rule, kept = "issuer" if issuer else "bare", alone and not (anaphor or possessive)
    return _Found(m.start(), end, decree, rule, kept, not kept and not anaphor and (made or (alone and possessive)))


def _national_subject(reader: _Reader, start: int) -> Issuer | None:
    """The ministry of "Menteri PANRB menerbitkan SE Nomor ..."; what a region's head issues is its own without that."""
    left = max(reader.sentence_start(start), start - _SUBJECT)
    subject = read_subject(reader.text, left, start)
    return subject if subject and subject.office in NATIONAL_OFFICES else None


def _number(text: str, at: int) -> NumberAt | None:
    """The number that belongs to what ends at `at`, with "Nomor" before it or without."""
    link = _LINK.match(text, at)
    for start in (link.end(), at) if link else (at,):
        label = _LABEL.match(text, start)
        if label:
            return read_number(text, label.end())
    blank = _BLANK.match(text, at)
    return read_number(text, blank.end(), labelled=False) if blank else None


def _plausible(number: NumberAt, head: _Head, issuer: Issuer | None) -> bool:
    """Whether it is a decree's number: "instruksi nomor 1: pakai masker" and "surat nomor 5" are not."""
    if "/" in number.number:
        return True
    return issuer is not None or head.needs in {"alone", "context", "number"} or len(number.number) >= _YEAR_NUMBER


def _stands_alone(text: str, start: int, head: _Head, issuer: Issuer | None) -> bool:
    """Whether an instrument without a number is a mention, by what its kind needs."""
    if head.needs == "office":
        return issuer is not None
    issuing = _ISSUING.search(text, max(0, start - 40), start) is not None
    if head.needs in {"alone", "number"}:
        many = _MANY.search(text, max(0, start - 12), start) is not None
        return head.needs == "alone" and (issuing or issuer is not None or not many)
    if head.needs == "context":
        return issuer is not None or issuing
    # "Keputusan Gubernur tentang" is a decree, "keputusan gubernur untuk ..." the wish of a person
    return issuer is not None and (issuing or _TITLED.match(text, issuer.end) is not None)


def _is_letter_sent(text: str, m: re.Match[str], end: int) -> bool:
    """Whether a letter without number and office is one that a government sends or its head has signed."""
    word = (m["words"] or "").lower()
    if not word.startswith("surat ") and word != "surat":
        return False
    signed = _SIGNED_BY.match(text, end)
    if signed and read_issuer(text, signed.end()):
        return True
    if word != "surat" and _IS_SENT.match(text, end):
        return True
    to_offices = _TO_OFFICES.match(text, end) is not None
    if _BY_LETTER.search(text, max(0, m.start() - 20), m.start()):
        return to_offices or _SENT_OR_DATED.match(text, end) is not None
    return to_offices and _SENDING.search(text, max(0, m.start() - 40), m.start()) is not None


def _with_loose_numbers(reader: _Reader, found: list[_Found]) -> list[_Found]:
    """Give numbers that stand apart to their instrument: "edarannya ada. Nomornya 800/3156", "dan No. 50/2020"."""
    text, out, waiting = reader.text, [], iter(found)
    following = next(waiting, None)
    for label in _LABEL.finditer(text):
        while following and following.start <= label.start():
            out.append(following)
            following = next(waiting, None)
        if out and label.start() < out[-1].end:
            continue
        number = read_number(text, label.end())
        left = max(reader.sentence_start(label.start()), label.start() - _REACH)
        if number and "/" in number.number and not _OTHER_NUMBER.search(text, left, number.start):
            _attach(reader, out, label.start(), number)
    return [*out, *([following] if following else []), *waiting]


def _attach(reader: _Reader, found: list[_Found], start: int, number: NumberAt) -> None:
    """Add a number that stands apart: to the instrument before it, as a further one of its kind, or alone."""
    head = found[-1] if found else None
    distance = reader.sentence(start) - reader.sentence(head.start) if head else None
    numbered = replace(Decree("other"), number=number.number, number_span=(number.start, number.end))
    if head is None or distance is None or distance > 1:
        if number.number.count("/") >= 2:
            found.append(_Found(start, number.end, numbered, "number_alone"))
        return
    of_head = head.decree
    if head.decree.number:  # a further one of its kind shares neither date nor title: "SE No. 19/2020 dan No. 50/2020"
        of_head = Decree(of_head.instrument, of_head.issuer, of_head.issuer_text, of_head.place)
    elif distance == 0:  # "Edaran Bupati tertanggal 17 Maret 2020 nomor 800/11", "SE tentang jam kerja Nomor 800/11"
        left = reader.sentence_start(start)
        of_head, _ = read_details(reader.text, of_head, (head.start, head.end), (left, start))
        if of_head.date_span is None and (dated := find_date_before_number(reader.text, head.end, start)):
            of_head = replace(of_head, date_span=dated.span("day"), date_cue=cue_of(dated))
    decree = replace(of_head, number=number.number, number_span=(number.start, number.end))
    at = start
    if head.decree.number is None and distance == 0:
        at = found.pop().start
    if distance and head.decree.number is None and not head.kept:
        found[-1] = replace(head, may_be_first=False)
    rule = "number_next" if head.kept and head.decree.number is None and distance else "number_apart"
    found.append(_Found(at, number.end, decree, rule))


def _with_later_dates(reader: _Reader, mentions: list[Span[Decree]], pointers: list[_Found]) -> list[Span[Decree]]:
    """Give the date of "edaran bertanggal 2 Agustus itu" to the last instrument before it that it can mean."""
    out = _with_dates_of_pronouns(reader, mentions)
    starts = [mention.start for mention in out]
    for pointer in pointers:
        end = skip(_ANAPHOR, reader.text, pointer.end)
        dated = find_date(reader.text, end, reader.sentence_end(pointer.start))
        before = bisect_right(starts, pointer.start)
        target = next((i for i in range(before - 1, max(-1, before - _BACK), -1) if _meant(out[i], pointer)), None)
        left = reader.sentence_start(pointer.start)
        act = find_act(reader.text, (left, pointer.start), (end, reader.sentence_end(pointer.start)))
        day, cue = (dated.span("day"), cue_of(dated)) if dated else act or (None, None)
        if day and target is not None and out[target].value.date_span is None:
            value = replace(out[target].value, date_span=day, date_cue=cue)
            out[target] = replace(out[target], value=value)
    return out


def _with_dates_of_pronouns(reader: _Reader, mentions: list[Span[Decree]]) -> list[Span[Decree]]:
    """Give the date of "Menteri menandatanganinya pada 2 Mei" to the instrument of the sentence before it."""
    out = []
    for i, mention in enumerate(mentions):
        decree = mention.value
        at = reader.sentence_end(mention.end)
        following = next((m.start for m in mentions[i + 1 : i + _BACK] if m.start >= at), len(reader.text))
        stop = min(reader.sentence_end(at), following)
        open_ = decree.date_span is None and decree.role in {"own", "unknown"} and not decree.draft
        dated = find_later_date(reader.text, at, stop) if open_ and at < stop else None
        if dated:
            decree = replace(decree, date_span=dated.span("day"), date_cue=cue_of(dated))
        out.append(replace(mention, value=decree))
    return out


def _meant(mention: Span[Decree], pointer: _Found) -> bool:
    """Whether a word that points back can mean a mention: of the same kind, and neither cited nor replaced."""
    same_kind = pointer.decree.instrument in {"surat", mention.value.instrument}
    return same_kind and mention.value.role in {"own", "unknown"} and not mention.value.draft
