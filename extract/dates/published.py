"""The day of publication: from the dump's metadata, the address, the date line or the text, the first that tells it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from typing import Final, Literal
from urllib.parse import urlsplit

from corpus.outlets import ZONES, find_outlet
from extract.dates.find import find_dates
from extract.dates.placing import to_date
from extract.dates.value import DateValue
from extract.dates.words import valid_day
from extract.spans import Span

PublishedFrom = Literal["metadata", "url", "dateline", "text"]

_YEARS: Final = range(1995, 2100)  # no Indonesian news site is older; "1970-01-01" is a date that is missing
_PLAIN: Final = str.maketrans("‐‑‒–—−‘’`“”", "------'''\"\"")
_HEAD: Final = 1500  # characters at the beginning in which a date line is looked for
_LINE: Final = 60  # characters; what stands before a date on its line is no longer
_BODY: Final = 50_000  # characters in which statements are looked for
_SAID_REACH: Final = 120  # characters between a verb of saying and its date
_MAX_YEARS: Final = 3  # a text that prints more years than this is no news of one of them
_CLOCK_REACH: Final = timedelta(days=60)  # a head dated so long after every statement prints the day of the crawl

# "2021-06-28T18:10:00+07:00", "2021-06-28 18:10", "20210628T181000Z"
_STAMP: Final = 60  # characters; a printed moment is no longer
_YEAR_IN_STAMP = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISO = re.compile(r"\d{4}(?:-\d{2}-\d{2}(?:[T\s]|$)|\d{4}T)")
# "2021-06-28", "2021-06-28T18:10:00+07:00": forms of which nothing but the day matters
_DAY_SHOWN = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[+-](?:0[1-9]|1\d):[0-5]\d)?)?", re.ASCII
)
# "2021-06-28 18:24:00 UTC", "2021-06-28 18:24 WIB"
_ISO_PRINTED = re.compile(r"(\d{4}-\d{2}-\d{2}(?:[T\s]\d{2}:\d{2}(?::\d{2})?)?)(?:\.\d{1,9})?\s?(Z|UTC|GMT)?")
_DIGITS: Final = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
_SINCE_1970: Final = {10: 1, 13: 1000}  # digits of the moment: parts of a second
_ZONE = re.compile(r"\b(?:WIB|WITA|WIT)\b")
# "/2021/06/28/", but not "/2021/06/28-pegawai-positif", where a month and a headline stand; "/2021-6-28-wfh";
# "/20210628/", "/20210628182435-20-660412"
_URL_DAYS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?=[/.]|$)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    # "/14/07/2021/" of outlets that write the day first
    re.compile(r"(?<!\d)(?P<day>\d{2})([/-])(?P<month>\d{2})\2(?P<year>\d{4})(?=[/.]|$)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:\d{4}|\d{6})?(?!\d)"),
)
# "", "Kompas Pagi - ", "Diterbitkan pada ", "KUPANG, "
_HEAD_BEFORE = re.compile(r"(?:[\w .:|,/()-]{0,50}[|:,/(-]\s{0,3})?(?:\w{4,14}\s(?:on\s|pada\s)?)?")
# " - 15:58 WIB", ", pukul 06.00"
_CLOCK_AFTER = re.compile(r"\)?[\s,|-]{0,5}(?:(?:pukul|jam)\s)?\d{1,2}[.:]\d{2}(?!\d)")
_LINE_END = re.compile(r"\s{0,3}(?:\n|$)")
# "KUPANG, 28 September 2020| - "
_DASH_AFTER = re.compile(r"\s?\)?\s{1,3}[-|]{1,2}\s")
_SAID = re.compile(
    r"(?<!\w)(?:kata|ujar|ucap|tutur|ungkap|jelas|tegas|terang|papar|imbuh|tandas|pungkas|keterangan|dikonfirmasi|"
    r"dihubungi|ditemui|mengatakan|menjelaskan|menyebutkan|menyebut|menyatakan|menegaskan|mengungkapkan|menuturkan)"
    r"(?:nya)?(?!\w)"
)
# "Tahun 2020", "443/025/SE/2021", "11-25 Januari 2021"
_YEAR_PRINTED = re.compile(r"(?<![\d.,])20[0-3]\d(?![\d.,]\d|\d)")
# "mulai Senin (28/6/2021)", "hingga ..." tell of days to come
_AHEAD = re.compile(
    r"(?<!\w)(?:mulai|dimulai|hingga|sampai|dengan|terhitung|besok|lusa|akan|bakal|depan|berakhir|berlaku|efektif|sejak|"
    r"rencananya|menjadi)(?:\s(?:pada|hari|tanggal|tgl|dari)){0,2}[\s,(]{1,3}$"
)


@dataclass(frozen=True, slots=True)
class Published:
    """The day that an article was published, and where that was read; both None when nothing tells it.

    `source`: "metadata" (the dump's own field), "url", "dateline" (the line at the head of the text that prints it) or
    "text" (the latest day on which somebody is quoted).
    """

    date: date | None
    source: PublishedFrom | None


def resolve_base(
    text: str,
    published: str | None = None,
    url: str | None = None,
    *,
    cleaned: str | None = None,
    outlet: str | None = None,
) -> Published:
    r"""The day of publication, from the first that tells it: the metadata, the URL, the head of the text, the text.

    `published` is as the dump has it: ISO 8601, RFC 2822, seconds or milliseconds since 1970, or as printed ("Senin, 28
    Juni 2021 18:24"). A moment in UTC is turned into the day that it was at the outlet: in the zone of the outlet where
    it is known by `url` or its name `outlet`, else in the only zone that the text prints (WIB, WITA or WIT), else in
    WIB. Any other moment keeps its printed day. What is in none of these forms is left to `dateparser`. `text` is raw,
    for its date line; in `cleaned`, the same without page furniture, statements are looked for, so that no caption or
    list of headlines dates the article.

    >>> resolve_base("", published="2021-06-27T18:30:00Z")
    Published(date=datetime.date(2021, 6, 28), source='metadata')
    >>> resolve_base("Apel dimulai pukul 07.30 WIT.", published="2021-06-27T15:30:00Z").date
    datetime.date(2021, 6, 28)
    >>> resolve_base("", published="10/21/2025 20:43").date, resolve_base("", published="2 hari lalu").date
    (datetime.date(2025, 10, 21), None)
    >>> resolve_base("", url="https://berita.example/read/2021/06/28/18243591/wfh")
    Published(date=datetime.date(2021, 6, 28), source='url')
    >>> resolve_base("Rabu, 25 Maret 2020 - 15:58 WIB\nPALEMBANG - Pegawai bekerja di rumah.").source
    'dateline'
    >>> resolve_base('"Separuh saja," kata Rosa, Senin (28/6/2021).')
    Published(date=datetime.date(2021, 6, 28), source='text')
    """
    if published and (day := _shown(published) or _from_metadata(published, lambda: _zone(text, url, outlet))):
        return Published(day, "metadata")
    if day := _from_url(url or ""):
        return Published(day, "url")
    day, end = _from_head(text[:_HEAD].translate(_PLAIN))
    body = text[end:_BODY] if cleaned is None else cleaned[:_BODY]
    told = _from_statements(body.translate(_PLAIN))
    if day and (told is None or day - told < _CLOCK_REACH):
        return Published(day, "dateline")
    return Published(told, "text" if told else None)


def _sane(day: date | None) -> date | None:
    return day if day is not None and day.year in _YEARS else None


def _shown(published: str) -> date | None:
    """The day of an ISO date, or of a moment in ISO form that is not in UTC: the commonest forms, read at once."""
    if not (shown := _DAY_SHOWN.fullmatch(published)):
        return None
    try:
        return _sane(date.fromisoformat(shown[1]))
    except ValueError:  # "2021-02-30"
        return None


def _zone(text: str, url: str | None, outlet: str | None) -> tzinfo:
    """The time zone of the newsroom, as well as it can be told."""
    if found := find_outlet(url, outlet):
        return found.zone
    printed = set(_ZONE.findall(text[:_BODY]))
    return ZONES[printed.pop()] if len(printed) == 1 else ZONES["WIB"]


def _from_metadata(published: str, zone: Callable[[], tzinfo]) -> date | None:
    """The day of a formal or printed date and time; `zone` gives the one in which a moment in UTC becomes a day."""
    printed = published.strip()
    digits = printed.removesuffix(".0")  # of a table whose column of moments has gaps
    if digits.isdecimal():
        stamp = _from_digits(digits)
    elif _ISO.match(printed):
        stamp = _from_iso(printed)
    else:
        stamp = _from_mail(printed)
        if stamp is None:  # it is printed for readers
            for span in find_dates(printed.translate(_PLAIN)):
                if _is_full_day(span):
                    return span.value.start
            stamp = _from_any_format(printed)
    if stamp is None:
        return None
    if stamp.utcoffset() == timedelta(0) and stamp.year in _YEARS:
        stamp = stamp.astimezone(zone())
    return _sane(stamp.date())


def _from_digits(printed: str) -> datetime | None:
    """A moment in digits alone: "20210628", "20210628182435", "1624878000" seconds or milliseconds since 1970."""
    form = _DIGITS.get(len(printed))
    try:
        if form:
            return datetime.strptime(printed, form)
        seconds = int(printed) / _SINCE_1970[len(printed)]
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, KeyError):  # no such day; too few or too many digits
        return None


def _from_iso(printed: str) -> datetime | None:
    """A moment that opens with an ISO date; of one with a tail of its own ("... 18:24 WIB") the day and time."""
    try:
        return datetime.fromisoformat(printed)
    except ValueError:
        match = _ISO_PRINTED.match(printed)
    try:
        return datetime.fromisoformat(match[1] + ("+00:00" if match[2] else "")) if match else None
    except ValueError:  # "2021-13-01"
        return None


def _from_mail(printed: str) -> datetime | None:
    try:
        return parsedate_to_datetime(printed)
    except ValueError:
        return None


def _from_any_format(printed: str) -> datetime | None:
    """A moment in one of the many formats that `dateparser` knows: "10/21/2025 20:43", "28-Jun-2021 6:24 PM".

    Day, month and year must all be printed. The month comes first only where it must, because the other reading is no
    date. Ages such as "2 hari lalu" are not read: the day that they count from is not known.
    """
    if len(printed) > _STAMP or not _YEAR_IN_STAMP.search(printed):
        return None
    import dateparser  # noqa: PLC0415 - slow to load, and needed only for metadata in rare formats

    try:
        stamp = dateparser.parse(
            printed,
            languages=["id", "en"],
            settings={
                "DATE_ORDER": "DMY",
                "PREFER_LOCALE_DATE_ORDER": False,
                "PARSERS": ["absolute-time"],
                "REQUIRE_PARTS": ["day", "month", "year"],
            },
        )
    except (ValueError, OverflowError):  # a zone or a year out of range
        return None
    return stamp if isinstance(stamp, datetime) else None


def _is_full_day(span: Span[DateValue]) -> bool:
    """Whether the span is one day with its year printed, in the time of the web."""
    return span.value.kind == "day" and span.value.year_printed and _sane(span.value.start) is not None


def _from_url(url: str) -> date | None:
    """The first day in the path of a URL."""
    try:
        path = urlsplit(url).path
    except ValueError:  # no URL at all ("http://[")
        return None
    for pattern in _URL_DAYS:
        for match in pattern.finditer(path):
            year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
            if year in _YEARS and valid_day(day, month) and (found := to_date(year, month, day)):
                return found
    return None


def _from_head(head: str) -> tuple[date | None, int]:
    """The day of a date line and where it ends; None and 0 without one.

    It is a short line that ends with a date, a date with a time of day, or "KUPANG, 3 Mei 2021 - ".
    """
    for span in find_dates(head):
        before = head[head.rfind("\n", 0, span.start) + 1 : span.start].lstrip()
        if not _is_full_day(span) or len(before) > _LINE or not _HEAD_BEFORE.fullmatch(before):
            continue
        if any(after.match(head, span.end) for after in (_CLOCK_AFTER, _LINE_END, _DASH_AFTER)):
            return span.value.start, span.end
    return None, 0


def _from_statements(text: str) -> date | None:
    """The latest day, with its weekday or after a verb of saying, on which something was said or done.

    Where only days without a year are told, the year is one that the text prints elsewhere, even in a decree's number,
    and in which every such day falls on its printed weekday.
    """
    spans = find_dates(text)
    if full := [span.value.start for span in spans if _is_full_day(span) and _is_told(text, span) and span.value.start]:
        return max(full)
    years = {int(year) for year in _YEAR_PRINTED.findall(text)} & set(_YEARS)
    latest = [day for year in sorted(years)[-_MAX_YEARS:] if (day := _latest_in(text, year))]
    return latest[0] if len(latest) == 1 else None


def _is_told(text: str, span: Span[DateValue]) -> bool:
    """Whether a day is one of a statement or event, and not of something to come."""
    if not span.value.plausible:
        return False
    before = text[max(0, span.start - _SAID_REACH) : span.start].lower()
    if span.text.lower().startswith("hari ini"):
        return True
    return _AHEAD.search(before) is None and (span.value.weekday is not None or _SAID.search(before) is not None)


def _latest_in(text: str, year: int) -> date | None:
    """The latest told day without a year, if the weekdays of all of them fit this year."""
    spans = find_dates(text, date(year, 7, 2))  # the middle of the year: the nearest year is this one for every day
    told = [
        span.value
        for span in spans
        if span.value.kind == "day" and span.value.weekday is not None and _is_told(text, span)
    ]
    days = [value.start for value in told if value.start and not value.year_printed]
    return max(days, default=None) if all(value.weekday_agrees for value in told) else None
