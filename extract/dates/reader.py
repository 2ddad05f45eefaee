"""From pieces to values: ranges are joined, lengths and open ends told from what is none, and all placed in time.

The patterns here are contexts, the words between two pieces ("24 Maret | sampai dengan | 31 Maret") or around one
("setiap | Jumat"). They are matched at a piece against a bounded stretch, never searched for in the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from extract.dates.pieces import TIME_OF_DAY, Piece, is_hyphenated
from extract.dates.placing import (
    ANYWHERE,
    Bounds,
    month_dates,
    place_day,
    place_day_only,
    place_month,
    place_period,
    place_weekday,
    place_weekend,
    read_year,
    step_of,
    to_date,
)
from extract.dates.quotes import speaking_days
from extract.dates.value import DateValue, end_after
from extract.dates.words import DAYS_OFF, TO, Atom, AtomKind
from extract.spans import Span

_MAX_RANGE: Final = timedelta(days=731)  # a longer one is two dates that a dash happens to join
_MISPRINT_REACH: Final = 60  # days from the base beyond which a contradicting weekday makes a date a misprint
_SIGNED_REACH: Final = timedelta(days=7)  # a day of signing that lies further ahead of the base is a misprint
_WEEK: Final = 7
_LOOK, _LOOK_BACK = 48, 80  # characters of context on either side; in which words before a piece bear on it


# --- contexts ------------------------------------------------------------------------------------------------------
_S = r"\s{1,6}"
_O = r"\s{0,6}"
_ENDS: Final[frozenset[AtomKind]] = frozenset({"day", "weak", "day_only", "weekday", "near", "month", "period"})
_STARTS: Final = _ENDS - {"period"}
_FIGURES: Final[frozenset[AtomKind]] = frozenset({"day", "weak", "day_only"})

# " sampai dengan ", "), hingga tanggal ", " dan selesai ", " - "
_RANGE_GAP = re.compile(
    rf"\s?\)?(?:{_S}{TIME_OF_DAY})?{_O},?{_O}"
    rf"(?:(?P<to>{TO})|(?:(?:dan|serta|lalu){_S})?(?:akan{_S})?(?:selesai|berakhir)(?:{_S}(?:sampai|hingga))?)"
    rf"(?:{_S}(?:dengan|pada|hari|tanggal|tgl\.?|nanti)){{0,3}}{_O}\(?\s?"
)
# "hari ini | dan | besok", "Kamis | dan | Jumat (5/9)": two days that follow each other
_PAIR_GAP = re.compile(rf"\s?\)?{_S}(?:dan|serta){_S}(?:hari{_S})?")
_PAIRED: Final[frozenset[tuple[AtomKind, AtomKind]]] = frozenset(
    {
        ("near", "near"),
        ("near", "day"),
        ("near", "weekday"),
        ("weekday", "day"),
        ("weekday", "weak"),
        ("day", "day"),
        ("weak", "weak"),
        ("weak", "day"),
    }
)
# "Selasa (29/6) hingga | satu pekan", "1 Juli selama | 14 hari"
_FOR_GAP = re.compile(
    rf"\s?\)?(?:{_S}(?:{TIME_OF_DAY}|ini|lalu|kemarin)){{0,2}}{_O},?{_O}"
    rf"(?:hingga|sampai(?:{_S}dengan)?|selama|untuk)(?:{_S}jangka{_S}waktu)?{_S}"
)
# "selama 14 hari, terhitung mulai | 30 Juni"
_FROM_GAP = re.compile(
    rf"{_O}(?:dulu{_O})?[,(]?{_O}(?:yang{_S})?(?:sejak|mulai|dimulai|terhitung|dari|yakni|yaitu)"
    rf"(?:{_S}(?:sejak|mulai|dari|pada|hari|tanggal)){{0,3}}{_S}"
)
# "sudah | dua hari, sejak Selasa": the time gone by
_PASSED_BEFORE = re.compile(rf"(?<!\w)(?:sudah|telah|setelah|sesudah|usai|baru){_S}$")
# "dari dua hari sepekan kini tinggal | satu hari, yaitu Jumat": a day of every week
# "dua hari dalam | sepekan, yakni Kamis dan Jumat"
_WEEKLY_BEFORE = re.compile(
    r"(?<!\w)(?:dalam|per|setiap|tiap)\s{1,6}$|(?:lima|5)\s{1,6}hari\s{1,6}kerja[^.;\n]{0,80}$|(?<!\w)(?:sepekan|seminggu|jatah|tinggal|cukup)(?!\w)[^.;\n]{0,40}$"
)
# "14 hari | sejak ditetapkan", "dua pekan | mulai besok"
_FROM_AFTER = re.compile(rf"{_O},?{_O}(?:sejak|mulai|dimulai|terhitung)(?!\w)")
# "28 Agustus | lalu", "25 Januari | mendatang"
_PAST_AFTER = re.compile(rf"\s?\)?{_S}(?:yang{_S}lalu|lalu|silam|kemarin|tahun{_S}lalu)(?!\w)")
_FUTURE_AFTER = re.compile(rf"\s?\)?{_S}(?:mendatang|nanti|depan|yang{_S}akan{_S}datang|tahun{_S}depan)(?!\w)")
# "mulai | Senin", "akan dibuka | Senin"; "telah berlaku mulai | Senin" is past again
_FUTURE_BEFORE = re.compile(
    rf"(?<!\w)(?:mulai|dimulai|hingga|sampai|akan|bakal|rencananya|nanti|paling{_S}lambat|selambatnya|kembali{_S}pada)(?!\w)"
)
_PAST_BEFORE = re.compile(r"(?<!\w)(?:sudah|telah|sejak|tadi|kemarin|sempat|kata|ujar|ucap|jelas|ungkap)(?:nya)?(?!\w)")
_SENTENCE_END = re.compile(r"[.!?;\"\n]")
_COUNTED_SO_FAR = re.compile(rf"(?:^|[.!?\"\n]\s{{0,3}})(?:hingga|sampai|per){_S}(?:hari{_S})?$")
_TIME_AFTER = re.compile(rf"{_S}{TIME_OF_DAY}(?!\w)")
# a timetable or a custom is no date: "setiap Jumat", "salat Jumat", "Senin-Kamis pukul 07.30"
_LIKE = r"seperti|layaknya|bak|ibarat|bagai(?:kan)?"  # "lengang seperti | hari Minggu"
_NO_DAY_BEFORE = re.compile(
    rf"(?<!\w)(?:setiap|tiap|saban|salat|shalat|sholat|ibadah|pasar|malam|{_LIKE}){_S}(?:hari{_S})?$"
)
_NO_DAY_AFTER = re.compile(
    rf"{_S}(?:agung|putih|abu|berkah|bersih|pertama|perdana)(?!\w)|[^.\n]{{0,15}}(?<!\w)(?:pukul|jam|pkl)(?!\w)"
)
# "mulai | Senin hingga Kamis" are days of one week, "Senin-Kamis" alone is a timetable
_WEEKDAYS_LEAD = re.compile(
    rf"(?<!\w)(?:mulai|sejak|terhitung|selama|pada|dari|berlaku|tutup|ditutup|dirumahkan){_S}(?:hari{_S})?$"
)
# "di kantor pada Senin hingga Rabu, | sedangkan pada Kamis dan Jumat ...": the days of every week
_OTHER_DAYS = re.compile(
    rf"[^.;\n(]{{0,40}}?,?{_S}(?:sedangkan|sementara|adapun|lalu|kemudian|dan|serta)(?:{_S}(?:pada|untuk|hari|khusus)){{0,3}}{_S}"
    r"(?:senin|selasa|rabu|kamis|jum'?at)(?!\w|\s?\()"
)
# "pukul 08.00-15.00 pada | Senin sampai Kamis"
_HOURS_BEFORE = re.compile(r"(?<!\w)(?:pukul|pkl\.?|jam)\s{0,2}\d(?:[^.;\n]|[.](?=\d)){0,30}$")
# "Senin, Rabu, dan Jumat" is a timetable too
_LIST_GAP = re.compile(rf"{_O}(?:,{_O}(?:(?:dan|serta|atau){_S})?|(?:dan|serta|atau){_S}|[/&]{_O})")
# "tiga hari, yaitu Selasa|, Rabu, dan Kamis"
_WEEKDAYS_GO_ON = re.compile(rf"{_LIST_GAP.pattern}(?:hari{_S})?(?:senin|selasa|rabu|kamis|jum'?at)(?!\w)")
# "Mei" and "Juli" are also names of people: without a year or one of these words before it they are left alone
_LONE_MONTHS: Final = re.compile(r"januari|februari|agustus|september|oktober|november|desember")
_MONTH_LEAD = re.compile(
    rf"(?<!\w)(?:pada|sejak|hingga|sampai|selama|mulai|sepanjang|per|dari|untuk|terakhir|pertama|kedua|ketiga|jelang){_S}$"
)
# A length is a duration of its own after these: "selama sepekan", "diperpanjang dua pekan".
_FOR_LEAD = re.compile(
    rf"(?<!\w)(?:selama|hingga|sampai(?:{_S}dengan)?|untuk|jangka{_S}waktu(?:nya)?|masa|durasi(?:nya)?|lamanya)(?:{_S}(?:sekitar|kurang{_S}lebih|masa))?{_S}$"
)
_CLOSED_LEAD = re.compile(
    r"(?<!\w)(?:wfh|wfa|dirumahkan|tutup|ditutup|libur|diliburkan|kosong|dikosongkan|diperpanjang|perpanjang|memperpanjang|"
    rf"berlaku|diberlakukan|rumah|home){_S}$"
)
# "dua kali sebulan", "usia 50 hari", "setelah dua pekan", "dua-tiga hari", "2 atau 3 pekan": no length of time to come
_NO_LENGTH_BEFORE = re.compile(
    r"(?<!\w)(?:setiap|tiap|saban|per|setelah|sesudah|usai|pasca|sejak|sudah|telah|hampir|nyaris|beberapa|kali|jeda|usia|umur|"
    rf"berusia|berumur|atas|bawah|baru|sebelum|ke|h|kurun|hari){_O}$|\w\s?-\s?$|\d{_S}$"
    rf"|(?<!\w)(?:\d{{1,2}}|satu|dua|tiga|empat|lima){_S}(?:atau|hingga|sampai){_S}$"
)
# "pada | satu hari": of each day
_WITHIN_BEFORE = re.compile(rf"(?<!\w)(?:dalam{_S}(?:waktu{_S})?|pada{_S})$")
# "beberapa | minggu lalu"
_SEVERAL_BEFORE = re.compile(rf"(?<!\w)(?:beberapa|sekian|sejumlah){_S}$")
# "tanggal 5 | setiap bulan"
_EVERY_AFTER = re.compile(rf"{_S}(?:setiap|tiap|saban){_S}bulan")
# "satu hari masuk, satu hari di rumah" is a rota
_ROTA_AFTER = re.compile(
    rf"{_S}(?:saja{_S})?(?:masuk|di{_S}(?:rumah|kantor)|bekerja|wfh|wfo|tidak|tak|tanpa|ditiadakan|dihapus|sekaligus|(?:menjadi|jadi){_S}(?:satu|dua|tiga|empat|\d))(?!\w)"
)
# "surat yang diteken pada | 13 November 2021": not a day to come
_SIGNED_LEAD = re.compile(
    r"(?<!\w)(?:diteken|ditandatangani|tertanggal|bertanggal|diterbitkan|dikeluarkan|ditetapkan|diundangkan|terbit)"
    rf"(?:{_S}(?:pada|tanggal|tgl\.?|per)){{0,2}}{_S}$"
)
_TO_COME = re.compile(r"(?<!\w)(?:akan|bakal|segera|rencananya|baru|belum|nanti|paling)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the pieces of one text. `anchors` are its full dates, which stand in for a missing base."""

    text: str
    folded: str
    base: date | None
    anchors: list[tuple[int, date]]
    spoken: dict[int, date]  # of "besok" in a quote, by its offset: the day of the statement

    def spans(self, pieces: list[Piece]) -> Iterator[Span[DateValue]]:
        """One span for every date, range, duration and open end."""
        day: date | None = None  # the last day told, for "hari itu juga"
        index = 0
        while index < len(pieces):
            span, index = self._next(pieces, index, day)
            if span is not None:
                yield span
                day = self._told_day(span.value) or day

    def _told_day(self, value: DateValue) -> date | None:
        """The single day that a value states, unless it is still to come: what "hari itu juga" can point to."""
        single = value.kind in {"day", "weekday", "relative"} and value.start == value.end
        return value.start if single and not (self.base and value.start and value.start > self.base) else None

    def _next(self, pieces: list[Piece], index: int, day: date | None) -> tuple[Span[DateValue] | None, int]:
        """The span that begins with the piece at `index`, and the index of the first piece after it."""
        piece = pieces[index]
        if index + 1 < len(pieces):
            following = pieces[index + 1]
            if self._is_timetable(piece, following):
                return None, self._timetable_end(pieces, index + 1)
            begins_range = index + 2 < len(pieces) and self._joins(following, pieces[index + 2])
            span = (
                self._range(piece, following)
                or self._pair(piece, following)
                or self._counted(piece, following, begins_range, day)
            )
            if span is not None:
                return span, index + 2
        return self._single(piece, day), index + 1

    # --- two pieces ---
    def _is_timetable(self, left: Piece, right: Piece) -> bool:
        """Weekdays alone that follow each other as in "Senin, Rabu dan Jumat", "setiap Senin hingga Kamis"."""
        if {left.kind, right.kind} != {"weekday"}:
            return False
        if _LIST_GAP.fullmatch(self.folded, left.end, right.start):
            return True
        if not _RANGE_GAP.fullmatch(self.folded, left.end, right.start):
            return False
        of_one_week = right.atom.when != "" or self._before(left, _WEEKDAYS_LEAD)
        hours = (
            self._before(left, _HOURS_BEFORE) or self._after(right, _NO_DAY_AFTER) or self._after(right, _OTHER_DAYS)
        )
        return hours or not of_one_week or self._before(left, _NO_DAY_BEFORE)

    def _timetable_end(self, pieces: list[Piece], index: int) -> int:
        """The index after the last weekday of the list that the piece at `index` belongs to."""
        while index + 1 < len(pieces) and self._is_timetable(pieces[index], pieces[index + 1]):
            index += 1
        return index + 1

    def _joins(self, left: Piece, right: Piece) -> bool:
        """Whether the two are the ends of one range, by what stands between them."""
        if left.kind not in _STARTS or right.kind not in _ENDS or not (left.firm or right.firm):
            return False
        gap = _RANGE_GAP.fullmatch(self.folded, left.end, right.start)
        if gap is None or not gap["to"] or gap["to"] != "-":
            return gap is not None
        # a dash joins like with like; "25 Maret 2020 - Senin" is the end of a date line
        return left.kind == right.kind or {left.kind, right.kind} <= _FIGURES

    def _range(self, left: Piece, right: Piece) -> Span[DateValue] | None:
        """The range from one piece to the next, or None when they are not its ends."""
        if not self._joins(left, right):
            return None
        ends = self._ends(left, right)
        if ends is None:
            return None
        start, end = ends
        value = DateValue(
            "range", start.start, end.end,
            year_printed=start.year_printed or end.year_printed,
            month_printed=start.month_printed or end.month_printed,
            weekday=left.weekday,
            plausible=start.plausible and end.plausible,
            start_span=left.span, end_span=right.span,
        )  # fmt: skip
        return self._span(left.start, right.end, value, _RANGE_RULES.get(left.kind, "range"))

    def _pair(self, left: Piece, right: Piece) -> Span[DateValue] | None:
        """Two days told one after the other, "hari ini dan besok", as a range; None when they are not neighbours."""
        if (left.kind, right.kind) not in _PAIRED or not _PAIR_GAP.fullmatch(self.folded, left.end, right.start):
            return None
        if not (left.firm and right.firm) or self._before(left, _NO_DAY_BEFORE):
            return None
        end = self._dates(right)
        if end.start is None:
            return None
        start = self._dates(left, Bounds(first=end.start - timedelta(days=1), last=end.start - timedelta(days=1)))
        if left.kind == "weekday" and end.start.weekday() == ((left.atom.weekday or 0) + 1) % _WEEK:
            start = replace(start, start=end.start - timedelta(days=1))
        if start.start is None or end.start - start.start != timedelta(days=1):
            return None
        value = replace(
            end, kind="range", start=start.start, weekday=left.weekday, plausible=start.plausible and end.plausible,
            start_span=left.span, end_span=right.span,
        )  # fmt: skip
        return self._span(left.start, right.end, value, "range_pair")

    def _ends(self, left: Piece, right: Piece) -> tuple[DateValue, DateValue] | None:
        """Both ends; the one that is surer of its year places the other. None when the end lies before the start."""
        by_right = self._dates(right)
        by_left = self._dates(left)
        pairs = [
            (self._dates(left, Bounds(last=by_right.end)), by_right) if by_right.end else None,
            (by_left, self._dates(right, Bounds(first=by_left.start))) if by_left.start else None,
        ]
        if left.atom.year or left.kind == "near" or (left.kind == "day_only" and right.kind == "day_only"):
            pairs.reverse()
        whole = [
            (pair[0].start, pair[1].end, pair) for pair in pairs
            if pair and pair[0].start and pair[1].end and timedelta(0) <= pair[1].end - pair[0].start <= _MAX_RANGE
        ]  # fmt: skip
        if not whole:
            return (by_left, by_right) if by_left.start is None and by_right.start is None else None
        if left.kind == "weekday" and (left.atom.when or (by_left.forward and right.kind == "day_only")):
            return whole[-1][2]  # "Selasa besok sampai tanggal 20": the weekday is the surer one
        if left.atom.year or right.atom.year or left.kind == "near":
            return whole[0][2]
        near = self._near(left.start) or whole[0][0]
        return min(whole, key=lambda one: (one[1] - one[0], max(one[0] - near, near - one[1])))[2]

    def _counted(self, left: Piece, right: Piece, begins_range: bool, told: date | None) -> Span[DateValue] | None:
        """A range with a start and a length: "mulai Selasa (29/6) hingga satu pekan", "14 hari terhitung 16 Maret"."""
        ends: frozenset[AtomKind] = frozenset({"day", "weak", "day_only", "weekday", "near"})
        if not (left.firm and right.firm):
            return None
        if left.kind in ends and right.kind == "duration" and _FOR_GAP.fullmatch(self.folded, left.end, right.start):
            day, length = left, right
        elif left.kind == "duration" and right.kind in ends and not begins_range:
            if self._before(left, _PASSED_BEFORE) or (right.kind == "weekday" and self._before(left, _WEEKLY_BEFORE)):
                return None
            pointing = right.atom.rule == "same_day"
            timetable = right.kind == "weekday" and _WEEKDAYS_GO_ON.match(self.folded, right.end)
            untold = pointing and told is None
            if timetable or untold or not _FROM_GAP.fullmatch(self.folded, left.end, right.start):
                return None
            day, length = right, left
        else:
            return None
        first = self._dates(day)
        if day.atom.rule == "same_day":  # "selama 14 hari terhitung hari itu"
            first = replace(first, start=told, end=told)
        value = _length(first, length.atom)
        try:
            end = end_after(value.start, value) if value.start else None
        except ValueError:
            return None
        value = replace(value, kind="range", end=end, start_span=day.span, end_span=length.span, forward=True)
        return self._span(left.start, right.end, value, "range_duration")

    # --- one piece ---
    def _single(self, piece: Piece, day: date | None) -> Span[DateValue] | None:
        """The span of a piece that belongs to no other, or None when it is no date after all."""
        atom, rule = piece.atom, piece.atom.rule
        if atom.kind == "end":
            return self._span(piece.start, piece.end, DateValue("event" if rule.startswith("event") else "open"), rule)
        if atom.kind == "duration":
            return self._duration(piece)
        if not piece.firm or is_hyphenated(self.folded, piece) or not self._is_date(piece):
            return None
        value = self._dates(piece)
        if value.year_printed and value.start is None:  # "29 Februari 2021"
            return None
        if atom.kind == "near" and rule in _FROM_TOLD_DAY and (day or rule == "same_day"):
            there = day and day + timedelta(days=_offset(atom))
            value = replace(value, start=there, end=there)
        if atom.split and value.kind == "range":
            ends = (piece.start if piece.start == atom.start else atom.start, atom.split[0]), (atom.split[1], atom.end)
            value = replace(value, start_span=ends[0], end_span=ends[1])
        if atom.kind == "period":
            rule = f"{_PARTS.get(rule, '')}{_STEPS.get(step_of(atom.when), '')}{atom.unit}"
        elif atom.kind == "month":
            rule = f"{_PARTS.get(atom.unit, '')}month"
        return self._span(piece.start, piece.end, value, rule)

    def _is_date(self, piece: Piece) -> bool:
        """Whether a weekday or month alone is a date here, and no timetable, name or custom."""
        atom = piece.atom
        if atom.kind == "weekday":
            return not (self._before(piece, _NO_DAY_BEFORE) or self._after(piece, _NO_DAY_AFTER))
        if atom.kind == "month" and not atom.year and not atom.unit:
            word = self.folded[piece.start : piece.end]
            return _LONE_MONTHS.match(word) is not None or self._before(piece, _MONTH_LEAD)
        if atom.kind == "period":
            return not self._before(piece, _SEVERAL_BEFORE)
        return not (atom.kind == "day_only" and self._after(piece, _EVERY_AFTER))

    def _duration(self, piece: Piece) -> Span[DateValue] | None:
        """A length of time to come; rule "duration" after "selama" or before "ke depan", else "duration_bare"."""
        atom = piece.atom
        led = self._before(piece, _FOR_LEAD)
        ahead = atom.when == "forward" or self._after(piece, _FROM_AFTER)
        if not (led or ahead):
            doubtful = atom.when == "after" or self._before(piece, _WITHIN_BEFORE)
            closed = self._before(piece, _CLOSED_LEAD)
            if doubtful or (atom.rule in {"duration_one", "duration_hours"} and not closed):
                return None
        if not led and self._after(piece, _ROTA_AFTER):
            return None
        if self._before(piece, _NO_LENGTH_BEFORE) or (atom.when == "after" and not led):
            return None
        value = replace(_length(DateValue("duration"), atom), forward=True if ahead else None)
        return self._span(piece.start, piece.end, value, "duration" if led or ahead else "duration_bare")

    def _dates(self, piece: Piece, bounds: Bounds = ANYWHERE) -> DateValue:
        """What a piece states, placed in time; a piece with a year of its own is not moved by `bounds`."""
        atom = piece.atom
        if atom.kind in {"day", "weak", "days", "weak_days"}:
            return self._calendar_day(piece, bounds)
        if atom.kind == "day_only":
            return self._day_only(piece, bounds)
        if atom.kind == "weekday":
            return self._weekday(piece, bounds)
        if atom.kind == "month":
            return self._month(piece, bounds)
        if atom.kind == "period" and self.base is not None:
            start, end = place_period(atom.unit, step_of(atom.when), self.base)
            if atom.rule == "akhir" and atom.unit == "week":
                start, end = place_weekend(atom.when, self.base)
            return DateValue("relative", start, end, forward=_DIRECTIONS.get(step_of(atom.when)))
        offset = _offset(atom)
        base = self.spoken.get(piece.start, self.base)
        day = None if atom.rule == "same_day" or base is None else base + timedelta(days=offset)
        forward = (False if atom.rule == "this_day" else None) if not offset else offset > 0
        return DateValue("relative", day, day, weekday=piece.weekday, forward=forward)

    def _calendar_day(self, piece: Piece, bounds: Bounds) -> DateValue:
        """One day, or two days of one month, with the month printed."""
        atom = piece.atom
        first, last, month = atom.day or 1, atom.last or atom.day or 1, atom.month or 1
        near, forward = self._near(piece.start), self._points(piece)
        year = read_year(atom.year, month, last, near) if atom.year else None
        end = to_date(year, month, last) if year else place_day(last, month, near, bounds, forward)
        start = to_date(end.year, month, first) if end else None
        value = DateValue(
            "range" if atom.last else "day", start, end,
            year_printed=year is not None, month_printed=True, weekday=piece.weekday, forward=forward,
        )  # fmt: skip
        unreadable = atom.year is not None and year is None and atom.rule != "named"  # "5 Juli 2500 orang" has no year
        plausible = not unreadable and _fits_weekday(value, near) and not self._is_signed_ahead(piece, value)
        return replace(value, plausible=plausible)

    def _is_signed_ahead(self, piece: Piece, value: DateValue) -> bool:
        """Whether the day is a misprint because something was signed on it that has not come yet."""
        if self.base is None or value.start is None or value.start <= self.base + _SIGNED_REACH:
            return False
        before = self.folded[max(0, piece.start - _LOOK) : piece.start]
        signed = _SIGNED_LEAD.search(before)
        return signed is not None and not _TO_COME.search(_SENTENCE_END.split(before)[-1])

    def _day_only(self, piece: Piece, bounds: Bounds) -> DateValue:
        atom = piece.atom
        forward = _points_ahead(atom.when)
        end = place_day_only(atom.last or atom.day or 1, self._near(piece.start), bounds, forward)
        start = end.replace(day=atom.day or 1) if end else None
        return DateValue("range" if atom.last else "day", start, end, weekday=piece.weekday, forward=forward)

    def _weekday(self, piece: Piece, bounds: Bounds) -> DateValue:
        """A weekday alone; "Senin pekan depan" is that of the week after the base's."""
        weekday, when = piece.weekday or 0, piece.atom.when
        if self.folded.startswith(" itu", piece.end) and (told := self._day_told_before(piece.start, weekday)):
            return DateValue("weekday", told, told, weekday=weekday)
        step = step_of(when)
        if self.base is not None and bounds is ANYWHERE and (when == "ini" or when.startswith(("pekan", "minggu"))):
            day: date | None = place_period("week", step, self.base)[0] + timedelta(days=weekday)
            return DateValue("weekday", day, day, weekday=weekday, forward=_DIRECTIONS.get(step))
        forward = _DIRECTIONS.get(step) if when else self._points_from_context(piece)
        if self.base is None and bounds is ANYWHERE and not when:
            day = self._day_told_before(piece.start, weekday)
            return DateValue("weekday", day, day, weekday=weekday, forward=forward)
        day = place_weekday(weekday, self.base, bounds, forward, strict=bool(when))
        return DateValue("weekday", day, day, weekday=weekday, forward=forward)

    def _month(self, piece: Piece, bounds: Bounds) -> DateValue:
        atom, month = piece.atom, piece.atom.month or 1
        near, forward = self._near(piece.start), self._points(piece)
        year = read_year(atom.year, month, 1, near) if atom.year else None
        dates = month_dates(year, month) if year else place_month(month, near, bounds, forward)
        start, end = dates or (None, None)
        return DateValue("month", start, end, year_printed=year is not None, month_printed=True, forward=forward)

    # --- context ---
    def _near(self, position: int) -> date | None:
        """The day to place a date without a year by: the base, or the full date that stands closest in the text."""
        if self.base is not None or not self.anchors:
            return self.base
        after = bisect_left(self.anchors, (position, date.min))
        return min(self.anchors[max(0, after - 1) : after + 1], key=lambda anchor: abs(anchor[0] - position))[1]

    def _day_told_before(self, position: int, weekday: int) -> date | None:
        """The day of "Jumat" in a text that told "Jumat (27/3/2020)" before; None if it told several or none."""
        days = {day for at, day in self.anchors if at < position and day.weekday() == weekday}
        return days.pop() if len(days) == 1 else None

    def _points(self, piece: Piece) -> bool | None:
        """Where the words after a date point: "28 Agustus lalu", "25 Januari mendatang"."""
        if _PAST_AFTER.match(self.folded, piece.end):
            return False
        return True if _FUTURE_AFTER.match(self.folded, piece.end) else None

    def _points_from_context(self, piece: Piece) -> bool | None:
        """Where the sentence points a weekday alone: ahead after "mulai", "akan"; back after "telah", "sejak"."""
        before = self.folded[max(0, piece.start - _LOOK) : piece.start]
        until = before.endswith(("hingga ", "sampai "))
        if _COUNTED_SO_FAR.search(before) or (until and self._after(piece, _TIME_AFTER)):
            return False  # "Hingga Senin malam tercatat 40 pasien"
        clause = _SENTENCE_END.split(before)[-1]
        if _PAST_BEFORE.search(clause):
            return False
        return True if _FUTURE_BEFORE.search(clause) else None

    def _before(self, piece: Piece, context: re.Pattern[str]) -> bool:
        return context.search(self.folded[max(0, piece.start - _LOOK_BACK) : piece.start]) is not None

    def _after(self, piece: Piece, context: re.Pattern[str]) -> bool:
        return context.match(self.folded, piece.end) is not None

    def _span(self, start: int, end: int, value: DateValue, rule: str) -> Span[DateValue]:
        return Span("date", start, end, self.text[start:end], value, rule)


_OFFSETS: Final = {"two_days_ago": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "in_two_days": 2}
_FROM_TOLD_DAY: Final = frozenset({"same_day", "days_before", "days_after"})  # counted from the last day told
_RANGE_RULES: Final = {"near": "range_relative", "weekday": "range_weekday", "month": "range_month"}
_PARTS: Final = {"awal": "early_", "pertengahan": "mid_", "medio": "mid_", "akhir": "late_", "penghujung": "late_"}
_STEPS: Final = {-1: "last_", 0: "this_", 1: "next_"}
_DIRECTIONS: Final = {-1: False, 1: True}


def _offset(atom: Atom) -> int:
    """The days from the base, or from the last day told, to the day of "besok" or "dua hari sebelumnya"."""
    return _OFFSETS.get(atom.rule) or DAYS_OFF.get(atom.rule, 0) * (atom.count or 0)


def _fits_weekday(value: DateValue, near: date | None) -> bool:
    """False for a misprint: a contradicting weekday, and a day far from the base."""
    if value.weekday_agrees is not False or near is None or value.start is None:
        return True
    return abs((value.start - near).days) <= _MISPRINT_REACH


def _points_ahead(when: str) -> bool | None:
    return _DIRECTIONS.get(step_of(when))


def _length(value: DateValue, atom: Atom) -> DateValue:
    """The value with the length that a duration prints."""
    count = atom.count or 0
    if atom.unit == "month":
        return replace(value, months=count)
    return replace(value, days=count * (7 if atom.unit == "week" else 1), working_days=atom.working)


def read_pieces(text: str, folded: str, pieces: list[Piece], base: date | None) -> list[Span[DateValue]]:
    """One span for every date, range, duration and open end that the pieces of a text make; see `find_dates`."""
    return list(_Reader(text, folded, base, _anchors(pieces), speaking_days(folded, pieces, base)).spans(pieces))


def _anchors(pieces: list[Piece]) -> list[tuple[int, date]]:
    """Where in the text a full date stands, in order."""
    anchors = []
    for piece in pieces:
        atom = piece.atom
        year = read_year(atom.year, 1, 1, None) if atom.year else None
        if year and atom.month and (day := to_date(year, atom.month, atom.last or atom.day or 1)):
            anchors.append((piece.start, day))
    return anchors
