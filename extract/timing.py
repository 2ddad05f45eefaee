"""Which date is which: the first and last day in force, how the end is told, and the day the decision was made public.

`dates.py` reads what is printed; here each date gets its role from the words before it ("mulai", "hingga", "kata ...,
Senin (28/6)") and from what its sentence is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from extract.action import Action
from extract.dates import DateValue, end_after
from extract.scope import Scoped
from extract.spans import Span

EndKind = Literal["date", "duration", "open", "event"]

_LINK = r"(?:\s+(?:berlaku|berlangsung|berjalan|pada|dari|tanggal|tgl|hari|besok|lusa|efektif|mulai|sejak|dengan|dini|esok|kemarin|hidup|jalan|dijalankan|diterapkan|diberlakukan|dilaksanakan|ini|itu|tersebut|pekan|depan|akhir|awal|bulan|batas|waktu)){0,4}"
_OPEN = r"[\s,(\"'-]{0,4}$"
# "mulai Selasa", "terhitung sejak tanggal", "berlaku efektif", "dimulai pada"
_START = re.compile(
    rf"\b(?:mulai|terhitung|sejak|efektif(?:nya)?|berlaku|dimulai|dari|tmt|per|rentang|selama|periode)\b{_LINK}{_OPEN}",
    re.IGNORECASE,
)
# "dijalankan Senin", "menerapkan WFH pada Senin": a weaker word, only where the sentence names working from home
_START_WEAK = re.compile(
    rf"\b(?:dijalankan|diterapkan|diberlakukan|dilaksanakan|diterapkannya|dilakukan|masuk|pada|kantor)\b{_LINK}{_OPEN}",
    re.IGNORECASE,
)
# "Senin (23/3/2020) menjadi hari pertama"
_FIRST_DAY = re.compile(
    r"^\W{0,3}\s*(?:(?:ini|itu|juga)\s+){0,2}(?:(?:menjadi|merupakan|adalah)\s+hari\s+(?:pertama|perdana)|(?:langsung\s+|sudah\s+|mulai\s+)(?:jalan|berjalan|hidup|efektif|dijalankan|diberlakukan|berlaku|diterapkan|dilaksanakan))\b",
    re.IGNORECASE,
)
# "hingga 31 Maret", "sampai dengan tanggal", "berakhir pada", "digeser menjadi 21 April"
_END = re.compile(
    rf"\b(?:hingga|sampai|s\.?\s?d\.?|s/d|berakhir(?:nya)?|selesai|habis|rampung|digeser\s+menjadi|diperpanjang\s+menjadi|menjadi|tuntas|akhir|(?:garis\s+akhir|batas(?:\s+waktu)?|tenggat|akhir)nya(?:,?\s+(?:yaitu|yakni|adalah|ialah|menjadi))?)\b{_LINK}{_OPEN}",
    re.IGNORECASE,
)
# The statement: "kata Bima, Senin (28/6/2021)", "saat dikonfirmasi", "dalam keterangan tertulis"
_SAID = re.compile(
    r"\b(?:kata|ujar|ucap|ungkap|tutur|tegas|jelas|terang|imbuh|papar|tandas|beber|sebut|sambung|lanjut|tambah|pesan|pungkas)(?:nya)?\b"
    r"|\bmeng(?:atakan|ungkapkan|umumkan|imbau|aku|onfirmasi|ingatkan|uraikan)\b|\bmen(?:yebut(?:kan)?|jelaskan|uturkan|yampaikan|egaskan|erangkan|yatakan|jawab|ambahkan|yampaikannya)\b"
    r"|\bmem(?:astikan|benarkan|aparkan|beberkan|peringatkan|inta)\b|\bmer(?:inci)\b|\b(?:di)(?:konfirmasi|hubungi|temui|jumpai|wawancarai|sampaikan|tanya)\b|\bketerangan\w*\b|\bsiaran\s+pers\b|"
    r"\bjumpa\s+pers\b|\b(?:usai|seusai|selepas|di\s+sela(?:-sela)?|dalam\s+rapat|rapat|tayangan\s+video|kepada\s+wartawan|kepada\s+(?:awak\s+)?media|memimpin)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\b(?:di|meng|peng)umum(?:kan|an)(?:nya)?\b[^.;\n]{0,70}$", re.IGNORECASE)
# The day of something else: a death, a meeting, cases of a day, a road check
_OTHER_DAY = re.compile(
    r"\b(?:tercatat|mencatat|tambahan|kasus|meninggal|positif|data|per|gempa|mengguncang|banjir|terjadi|peristiwa|kebakaran|unjuk\s+rasa|demonstrasi|hingga|sampai|sejak|mulai|terakhir|sebelumnya|lalu|kemarin\s+lusa)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
# The old rule's dates: "semula dijadwalkan 4 Januari", "yang semestinya habis 13 Mei", "terakhir dijalankan 1 Mei"
_BEFORE = re.compile(
    r"\b(?:semula|(?:se)?mestinya|seharusnya|sedianya|sebelumnya|awalnya|tadinya|terakhir\s+(?:kali|di\w+|ber\w+)|setelah|sesudah|usai|selepas|sebelum)\b[^.,;\n]{0,45}$",
    re.IGNORECASE,
)
_MAX_AGE = timedelta(days=45)
_MAX_AHEAD = timedelta(days=400)


_NOW = re.compile(r"\b(?:sekarang|kini|menjadi|disambung|diperpanjang|digeser|ditambah)\b", re.IGNORECASE)
_MONTH_ENDS = frozenset({"month", "late_month", "late_this_year"})
# A rule is said to last as long as something else: "berlaku selama PPKM", "Selama PPKM mikro cukup 25 persen"
_LASTS = re.compile(
    r"\b(?:berlaku|berlangsung|diterapkan|diberlakukan|dilaksanakan|ini\s+selama|hingga|sampai|berjalan|mengikuti)\b|\bpersen\b|%|^\W*selama\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Timing:
    """The dates of one decision, each with the words that give it; a computed end points to the words it came from."""

    start: Span[date] | None = None
    end: Span[date] | None = None
    end_kind: Span[EndKind] | None = None
    announced: Span[date] | None = None


@dataclass(frozen=True, slots=True)
class _Dated:
    span: Span[DateValue]
    scoped: Scoped
    before: str
    after: str
    strong: bool

    @property
    def weight(self) -> float:
        """How surely the sentence speaks of the decision."""
        return self.scoped.topic + (1.0 if self.strong else 0.0) - (2.5 if self.scoped.elsewhere else 0.0)


def find_timing(
    sentences: Sequence[Scoped],
    dates: Sequence[Span[DateValue]],
    action: Action,
    published: date | None,
    strong: Set[int] = frozenset(),
    past: Set[int] = frozenset(),
) -> Timing:
    """The dates of one decision, from its own sentences; `dates` without those that a decree bears.

    `strong` are the indices of sentences that tell its own instrument, `past` of those that tell only an earlier rule.
    `published` is the day of publication, against which misprints are told and which dates the statement at worst.
    """
    dated = _in_sentences(sentences, dates, strong, past)
    announced = _announced(dated, published)
    if action == "reject":
        return Timing(announced=announced)
    start, end, end_kind = _in_force(dated, action, announced.value if announced else published)
    return Timing(start, end, end_kind, announced)


def _in_sentences(
    sentences: Sequence[Scoped], dates: Sequence[Span[DateValue]], strong: Set[int], past: Set[int]
) -> list[_Dated]:
    out = []
    for scoped in sentences:
        s = scoped.sentence
        if scoped.background or scoped.index in past:
            continue
        for d in dates:
            if s.start <= d.start < s.end and d.value.plausible:
                out.append(
                    _Dated(
                        d,
                        scoped,
                        s.text[: d.start - s.start][-90:],
                        s.text[d.end - s.start :][:60],
                        scoped.index in strong,
                    )
                )
    return out


# --- in force --------------------------------------------------------------------------------------------------------
def _in_force(
    dated: list[_Dated], action: Action, told: date | None
) -> tuple[Span[date] | None, Span[date] | None, Span[EndKind] | None]:
    starts: list[tuple[float, Span[date], _Dated]] = []
    ends: list[tuple[float, Span[date], Span[EndKind]]] = []
    for d in dated:
        value = d.span.value
        if (old := _BEFORE.search(d.before)) and not _NOW.search(d.before, old.start()):
            continue
        if (
            value.kind == "range"
            and value.start
            and d.weight >= 1
            and (d.span.rule != "range_month" or _START.search(d.before))
        ):
            begin = value.start_span or (d.span.start, d.span.end)
            starts.append((d.weight + 1.0, _as_date(d, value.start, begin, "start_of_range"), d))
            if value.end and value.end >= value.start:
                kind: EndKind = "duration" if value.days or value.months else "date"
                finish = value.end_span or (d.span.start, d.span.end)
                ends.append((d.weight + 1.0, _as_date(d, value.end, finish, "end_of_range"), _as_kind(d, kind, finish)))
        elif value.kind in {"day", "weekday", "relative", "month"} and value.start and value.end:
            if _END.search(d.before) and (value.start == value.end or (d.span.rule in _MONTH_ENDS and d.weight >= 2)):
                ends.append(
                    (d.weight + _cue_weight(d), _as_date(d, value.end, None, "end_word"), _as_kind(d, "date", None))
                )
            elif value.start == value.end and (cue := _start_cue(d, action)):
                starts.append((d.weight + cue, _as_date(d, value.start, None, "start_word"), d))
    start = _best_start(starts, action, told)
    end, kind_of_end = _best_end(ends, start)
    if end is None and start is not None and (computed := _computed(dated, start, starts)):
        end, kind_of_end = computed
    if end is None:
        kind_of_end = _no_end(dated)
    if action == "end":
        end, kind_of_end = None, None
    return start, end, kind_of_end


def _start_cue(d: _Dated, action: Action) -> float:
    """How strongly the words around a date make it a first day; 0 when they do not."""
    if _START.search(d.before) or _FIRST_DAY.match(d.after):
        return 1.0
    named = d.scoped.topic == 3 or (action == "end" and d.scoped.topic == 2)
    if named and d.span.rule != "same_day" and _START_WEAK.search(d.before) and not _SAID.search(d.before[-30:]):
        return 0.2
    return 0.0


def _cue_weight(d: _Dated) -> float:
    return 0.3 if re.search(r"\b(?:menjadi|akhir)\b\W*$", d.before, re.IGNORECASE) else 1.0


def _best_start(starts: list[tuple[float, Span[date], _Dated]], action: Action, told: date | None) -> Span[date] | None:
    fitting = [
        (w, s, d)
        for w, s, d in starts
        if w > 1.5 and (told is None or told - _MAX_AHEAD <= s.value <= told + _MAX_AHEAD)
    ]
    if action == "end" and told is not None:  # the day that work at home began is told too; it is no day back
        fitting = [(w, s, d) for w, s, d in fitting if s.value >= told - timedelta(days=30)]
    if action == "extend":  # "berjalan sejak 3 Mei" is the old rule's first day, unless the extension's own is printed
        fitting = [
            (w, s, d)
            for w, s, d in fitting
            if not re.search(r"\b(?:sejak|semula)\b\W*(?:\w+\W+){0,2}$", d.before, re.IGNORECASE)
            and (told is None or s.value >= told - timedelta(days=20))
        ]
    if not fitting:
        return None
    return max(fitting, key=lambda c: (c[0], -c[1].start))[1]


def _best_end(
    ends: list[tuple[float, Span[date], Span[EndKind]]], start: Span[date] | None
) -> tuple[Span[date] | None, Span[EndKind] | None]:
    fitting = [e for e in ends if e[0] > 1.5 and (start is None or e[1].value >= start.value)]
    if not fitting:
        return None, None
    best = max(fitting, key=lambda e: (e[2].value == "date", e[0], -e[1].start))
    return best[1], best[2]


def _computed(
    dated: list[_Dated], start: Span[date], starts: list[tuple[float, Span[date], _Dated]]
) -> tuple[Span[date], Span[EndKind]] | None:
    """A printed length of time makes the end: "selama 14 hari", counted from the first day."""
    lengths = [
        d
        for d in dated
        if d.span.value.kind == "duration"
        and d.weight >= 2
        and not d.scoped.elsewhere
        and d.span.value.forward is not False
    ]
    home = next((d.scoped.index for _, s, d in starts if s.start == start.start), -1)
    for d in sorted(lengths, key=lambda d: (abs(d.scoped.index - home), d.span.start)):
        if d.span.rule == "duration_bare" and d.scoped.index != home:
            continue  # "satu hari" in passing, not "selama 14 hari"
        if abs(d.scoped.index - home) <= 2:
            return _as_date(d, end_after(start.value, d.span.value), None, "end_by_duration"), _as_kind(
                d, "duration", None
            )
    return None


def _no_end(dated: list[_Dated]) -> Span[EndKind] | None:
    """No last day: until further notice, or until something else ends."""
    for kind, least in (("open", 1.0), ("event", 2.0)):
        for d in dated:
            if (
                d.span.value.kind == kind
                and d.scoped.topic - (1.5 if d.scoped.elsewhere else 0) >= least
                and (kind == "open" or _LASTS.search(d.scoped.sentence.text))
            ):
                return _as_kind(d, "open" if kind == "open" else "event", None)
    return next(
        (_as_kind(d, "open", None) for d in dated if d.span.value.kind == "open" and not d.scoped.elsewhere), None
    )


# --- made public -----------------------------------------------------------------------------------------------------
def _announced(dated: list[_Dated], published: date | None) -> Span[date] | None:
    candidates: list[tuple[float, Span[date]]] = []
    for d in dated:
        value = d.span.value
        if value.kind not in {"day", "weekday", "relative"} or value.start is None or value.start != value.end:
            continue
        if published and not published - _MAX_AGE <= value.start <= published + timedelta(days=1):
            continue
        candidates.append((_statement(d) - 0.12 * d.scoped.index, _as_date(d, value.start, None, "announced")))
    fitting = [c for c in candidates if c[0] > 0.5]
    return max(fitting, key=lambda c: (c[0], -c[1].start))[1] if fitting else None


def _statement(d: _Dated) -> float:
    if _ANNOUNCED.search(d.before):
        return 7.0
    if _START.search(d.before) or _END.search(d.before) or _FIRST_DAY.match(d.after):
        return 0.0
    words = d.scoped.sentence.text
    score = 0.4 * d.scoped.topic
    if _SAID.search(words):
        score += 4.0 if _SAID.search(d.before[-60:]) else 3.0
    if '"' in words:
        score += 0.6
    if d.span.value.weekday is not None:
        score += 1.0
    if d.span.value.kind == "relative":
        score -= 2.0
    if _OTHER_DAY.search(d.before[-50:]):
        score -= 2.5
    return score


def _as_date(d: _Dated, value: date, at: tuple[int, int] | None, rule: str) -> Span[date]:
    start, end = at or (d.span.start, d.span.end)
    offset = d.scoped.sentence.start
    return Span(
        "date",
        start,
        end,
        d.scoped.sentence.text[start - offset : end - offset],
        value,
        f"timing.{rule}+dates.{d.span.rule}",
    )


def _as_kind(d: _Dated, kind: EndKind, at: tuple[int, int] | None) -> Span[EndKind]:
    start, end = at or (d.span.start, d.span.end)
    offset = d.scoped.sentence.start
    return Span("end_kind", start, end, d.scoped.sentence.text[start - offset : end - offset], kind, f"timing.{kind}")
