"""`find_timing`: from text to the spans of the field; how it goes about it is told in the package's docstring."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from extract.action import Action
from extract.dates import DateValue, end_after
from extract.scope import Scoped, within
from extract.spans import Span
from extract.timing import words

EndKind = Literal["date", "duration", "open", "event"]

_MAX_AGE = timedelta(days=45)  # news tells a decision within weeks; an older date is of something else
_MAX_AHEAD = timedelta(days=400)  # no rule begins more than a year away; what does is a misprint
_BACK_EARLY = timedelta(days=30)  # a return to the office may be told some weeks after it
_EXTENDED_EARLY = timedelta(days=20)  # the extension of a rule that ran out some weeks ago
# a month can be an end: "hingga akhir Mei"
_MONTH_RULES: Final = frozenset({"month", "late_month", "late_this_month", "late_this_year"})
# a month can be a start: "mulai Januari", "mulai bulan depan"
_FIRST_DAY_MONTHS: Final = frozenset({"month", "early_month", "next_month", "early_next_month"})
_BEFORE_DATE, _AFTER_DATE = 90, 90  # characters that are read around a date
_SPEAKER_REACH, _DOER_REACH, _OTHER_REACH = 85, 60, 50  # characters before a date for a speaker, a verb, another event

# Weights of a date: the topic of its sentence (0 to 3) and what is added for the rest.
_STRONG, _ELSEWHERE = 1.0, 2.5  # the sentence tells the instrument; the sentence is about something else
_RANGE = 1.0  # "3-5 Agustus" needs no other word
_CUE, _CUE_WEAK_START, _CUE_WEAK_END = 1.0, 0.2, 0.3
_CUE_OF_RULE = 1.6  # words that only a rule has ("terhitung", "kita berlakukan sampai"): also in a sentence of its own
_ENOUGH = 1.5  # below this no date is taken for a day in force
# sentences between a first day and the length counted from it; one that names WFH; one that is said of the rule
_NEAR, _NEAR_HOME, _NEAR_RULE = 2, 5, 4

# Weights of a statement's date.
_PUBLISHED, _SPEAKER_BY_DATE, _SPEAKER, _QUOTE, _WEEKDAY = 7.0, 4.0, 3.0, 0.6, 1.0
_BY_TOPIC, _RELATIVE, _AGO, _OF_OTHER = 0.4, -2.0, -0.5, -2.5
_PER_SENTENCE = 0.12  # what each sentence further down costs
_ENOUGH_SAID = 0.5


@dataclass(frozen=True, slots=True)
class Timing:
    """The dates of one decision, each with the words that give it; a computed end points to the words it came from."""

    start: Span[date] | None = None
    end: Span[date] | None = None
    end_kind: Span[EndKind] | None = None
    announced: Span[date] | None = None


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date with its sentence and the words around it; `strong`: the sentence tells the decision's own instrument."""

    span: Span[DateValue]
    scoped: Scoped
    before: str
    after: str
    strong: bool
    inherited: int = 0  # the topic of the sentence before, which an elliptic one goes on with
    until: bool = False  # an end that is no date follows at once: "mulai Rabu | sampai masa tanggap darurat berakhir"

    @property
    def weight(self) -> float:
        """How surely the sentence speaks of the decision."""
        return (
            max(self.scoped.topic, self.inherited)
            + (_STRONG if self.strong else 0.0)
            - (_ELSEWHERE if self.scoped.elsewhere else 0.0)
        )


_Starts = list[tuple[float, Span[date], _Dated]]
_Ends = list[tuple[float, Span[date], Span[EndKind]]]


def find_timing(
    sentences: Sequence[Scoped],
    dates: Sequence[Span[DateValue]],
    action: Action,
    published: date | None,
    *,
    strong: Set[int] = frozenset(),
    past: Set[int] = frozenset(),
) -> Timing:
    """The dates of one decision, from its own sentences; `dates` without those that a decree bears.

    `strong` are the indices of sentences that tell its own instrument, `past` of those that tell only an earlier rule.
    `published` is the day of publication, against which misprints are told and which dates the statement at worst.
    """
    dated = _in_sentences(sentences, dates, strong, past)
    if any(words.WEEKLY.search(s.sentence.text) for s in sentences):
        dated = [d for d in dated if not _is_custom(d)]
    announced = _announced(dated, published, sentences[0].index if sentences else 0)
    if action == "reject":
        return Timing(announced=announced)
    start, end, end_kind = _in_force(dated, action, announced.value if announced else published)
    return Timing(start, end, end_kind, announced)


def _in_sentences(
    sentences: Sequence[Scoped], dates: Sequence[Span[DateValue]], strong: Set[int], past: Set[int]
) -> list[_Dated]:
    dated = []
    topic = 0  # of the sentence before
    for scoped in sentences:
        found = [d for d in within(dates, scoped) if d.value.plausible and not _is_turn(d, scoped)]
        inherited = topic if any(_is_elliptic(d, scoped) for d in found) else 0
        if not scoped.background and scoped.index not in past:
            for d, following in zip(found, [*found[1:], None], strict=False):
                until = following is not None and _is_joined(d, following, scoped)
                dated.append(replace(_dated(d, scoped, scoped.index in strong), inherited=inherited, until=until))
        topic = 0 if scoped.background or scoped.elsewhere else max(scoped.topic, topic - 1, inherited)
    return dated


def _is_turn(d: Span[DateValue], scoped: Scoped) -> bool:
    """Whether a day is one of a rota told as an example: "Yang hari ini masuk, besok dia kerja dari rumah"."""
    if d.value.kind == "weekday" and words.TURN_EXAMPLE.match(scoped.sentence.text):
        return True
    return d.rule in {"today", "tomorrow"} and words.TURNS.search(scoped.sentence.text) is not None


def _is_elliptic(d: Span[DateValue], scoped: Scoped) -> bool:
    """Whether a sentence is hardly more than a period: "Mulai Kamis (8/7) sampai tanggal 20 Juli"."""
    s = scoped.sentence
    before, after = s.text[: d.start - s.start], s.text[d.end - s.start :].partition('"')[0]
    if d.value.kind == "duration" and not scoped.elsewhere:  # "Selama 14 hari dulu": of what was said before
        return (
            before.strip(' "').lower() in {"", "selama"}
            and len(after.split()) <= words.LENGTH_ALONE
            and d.rule == "duration"
        )
    if d.value.kind != "range" or scoped.elsewhere:
        return False
    few = len(before.split()) <= words.ELLIPTIC_WORDS and len(after.split()) <= words.ELLIPTIC_WORDS
    return few and not words.NEW_SENTENCE.search(s.text)


def _is_joined(d: Span[DateValue], following: Span[DateValue], scoped: Scoped) -> bool:
    """Whether an event or an open end follows a day at once."""
    gap = scoped.sentence.text[d.end - scoped.sentence.start : following.start - scoped.sentence.start]
    return following.value.kind in {"event", "open"} and not gap.strip(" ),")


def _dated(span: Span[DateValue], scoped: Scoped, strong: bool) -> _Dated:
    s = scoped.sentence
    before = s.text[max(0, span.start - s.start - _BEFORE_DATE) : span.start - s.start]
    after = s.text[span.end - s.start : span.end - s.start + _AFTER_DATE]
    return _Dated(span, scoped, before, after, strong)


def _is_custom(d: _Dated) -> bool:
    """Whether a weekday alone is one of every week, in an article that tells one: "WFH pada hari Jumat"."""
    alone = d.span.value.kind == "weekday" and d.span.value.forward is None
    if alone and words.AT_HOME.search(d.before):  # "tidak mengikuti WFH Jumat"
        return True
    return alone and words.ON_DAY.search(d.before) is not None and not words.SAID.search(d.scoped.sentence.text)


# --- in force --------------------------------------------------------------------------------------------------------
def _in_force(
    dated: Sequence[_Dated], action: Action, told: date | None
) -> tuple[Span[date] | None, Span[date] | None, Span[EndKind] | None]:
    """The first and last day; `told` is the day of the statement, against which misprints are told."""
    starts: _Starts = []
    ends: _Ends = []
    for d in dated:
        if not _is_earlier(d):
            _add_range(d, starts, ends)
            _add_month(d, told, starts, ends)
            _add_day(d, action, starts, ends)
    starts, ends = _without_old_term(starts, ends)
    start = _best_start(starts, action, told)
    if action == "end":
        return start, None, None
    end = _best_end(ends, start) or _computed(dated, start, starts)
    return (start, *end) if end else (start, None, _no_end(dated))


def _without_old_term(starts: _Starts, ends: _Ends) -> tuple[_Starts, _Ends]:
    """Without the term that another one goes on with on the next day: "15-29 Mei ... mulai 30 Mei hingga 12 Juni"."""
    firsts = {span.value for _, span, _ in starts}
    old = {end.value for _, end, _ in ends if end.value + timedelta(days=1) in firsts}
    if not old or not any(end.value > max(old) for _, end, _ in ends):
        return starts, ends
    last = max(old)
    return [s for s in starts if s[1].value > last], [e for e in ends if e[1].value > last]


def _is_earlier(d: _Dated) -> bool:
    """Whether the date is the earlier rule's: "semula 4 Januari", but not behind "semula ..., kini".

    So is one that is extended then: "21-30 Juni, lalu diperpanjang".
    """
    earlier = words.EARLIER.search(d.before)
    told_before = earlier is not None and not words.NOW.search(d.before, earlier.start())
    if words.BACK_AFTER.search(d.before):
        return False
    if words.LOOKED_UNTIL.search(d.before):
        return True
    return told_before or words.THEN_EXTENDED.match(d.after) is not None


def _add_range(d: _Dated, starts: _Starts, ends: _Ends) -> None:
    """ "3-5 Agustus": both days in force; two months ("Maret-Mei") only behind a word for a first day."""
    value = d.span.value
    of_rule = words.RULE_STARTS.search(d.before) is not None and d.weight >= 0
    if value.kind != "range" or not value.start or (d.weight < 1 and not of_rule):
        return
    if d.span.rule == "range_month" and not words.START.search(d.before):
        return
    weight = d.weight + (_CUE_OF_RULE if of_rule and d.weight < 1 else _RANGE)
    starts.append((weight, _as_date(d, value.start, value.start_span, "start_of_range"), d))
    gone_by = bool(value.days or value.months) and words.GONE_BY.search(d.before)
    if value.end and value.end >= value.start and not gone_by:
        kind: EndKind = "duration" if value.days or value.months else "date"
        last = _as_date(d, value.end, value.end_span, "end_of_range")
        ends.append((weight, last, _as_kind(d, kind, value.end_span)))


def _add_month(d: _Dated, told: date | None, starts: _Starts, ends: _Ends) -> None:
    """A month: "mulai Januari 2026" gives its first day, "selama November" both, unless it is over when it is told."""
    value = d.span.value
    if value.kind not in {"month", "relative"} or not value.start or not value.end:
        return
    if d.span.rule not in _FIRST_DAY_MONTHS:
        return
    if words.FROM_MONTH.search(d.before) and d.weight >= 2:
        starts.append((d.weight, _as_date(d, value.start, None, "month_word"), d))
    elif words.ALL_MONTH.search(d.before) and d.weight >= 3 and (told is None or value.end >= told):
        starts.append((d.weight, _as_date(d, value.start, None, "whole_month"), d))
        ends.append((d.weight, _as_date(d, value.end, None, "whole_month"), _as_kind(d, "date", None)))


def _add_day(d: _Dated, action: Action, starts: _Starts, ends: _Ends) -> None:
    """One day (or a month, as an end), by the word before it: "mulai Senin", "hingga 31 Maret"."""
    value = d.span.value
    if value.kind not in {"day", "weekday", "relative", "month"} or not value.start or not value.end:
        return
    one_day = value.start == value.end
    done = words.DONE_UNTIL.search(d.before) is not None
    told = d.weight >= (3 if d.span.rule == "late_this_month" else 2) or done  # "diberi waktu sampai akhir bulan"
    if value.forward is False:  # "Sampai Kamis sore tercatat ..."; but "mulai diterapkan Senin (18/10) lalu" is a start
        begun = words.START_DONE.search(d.before) or (d.scoped.topic == 3 and words.START.search(d.before))
        since = value.kind in {"relative", "weekday"} and (
            (words.SINCE.search(d.before) and (d.scoped.topic == 3 or words.FIRST_DAY.match(d.after)))
            or words.WE_BEGAN.search(d.before)
        )
        if one_day and ((value.kind == "day" and begun) or since):
            starts.append((d.weight + _CUE, _as_date(d, value.start, None, "start_word"), d))
    elif one_day and words.BACK_AFTER.search(d.before):
        ends.append((d.weight + _CUE, _as_date(d, value.end, None, "end_word"), _as_kind(d, "date", None)))
    elif value.kind == "day" and one_day and words.DAY_OF_HOME.match(d.after):
        starts.append((d.weight + _CUE, _as_date(d, value.start, None, "day_of_home"), d))
        ends.append((d.weight + _CUE, _as_date(d, value.end, None, "day_of_home"), _as_kind(d, "date", None)))
    elif words.OPEN_AGAIN.match(d.after):
        return  # "ditutup hingga Senin kembali dibuka": not the last day
    elif words.END.search(d.before) and (one_day or (d.span.rule in _MONTH_RULES and told)):
        ran_out = action == "extend" and words.RUNS_OUT.search(d.before)
        cue = _CUE_WEAK_END if words.END_WEAK.search(d.before) or ran_out else _CUE
        cue = _CUE_OF_RULE if done and 0 <= d.weight < 1 else cue
        ends.append((d.weight + cue, _as_date(d, value.end, None, "end_word"), _as_kind(d, "date", None)))
    elif one_day and (cue := _start_cue(d, action)):
        starts.append((d.weight + cue, _as_date(d, value.start, None, "start_word"), d))


def _start_cue(d: _Dated, action: Action) -> float:
    """How strongly the words around a date make it a first day; 0 when they do not."""
    if words.OTHER_STARTS.match(d.after):
        return 0.0
    still = words.STILL_TODAY.search(d.before) and not words.UNDER_WAY.search(d.before)
    if words.RULE_STARTS.search(d.before) or (d.until and words.START.search(d.before)):
        return _CUE_OF_RULE if 0 <= d.weight < 1 else _CUE
    if still and d.span.value.kind == "relative":
        opens = words.OPENS_TODAY.match(d.before) and words.RULED_THEN.match(d.after) and d.scoped.topic == 3
        return _CUE if opens else 0.0
    if _is_first_day(d) or (action == "end" and _is_first_day_back(d)):
        return _CUE
    named = d.scoped.topic == 3 or (action == "end" and d.scoped.topic == 2)
    if not named or d.span.rule == "same_day" or not words.START_WEAK.search(d.before):
        return 0.0
    other = words.SAID.search(d.before[-_DOER_REACH:]) or words.SIGNED_ON.search(d.before)
    return 0.0 if other else _CUE_WEAK_START


def _is_first_day_back(d: _Dated) -> bool:
    return words.BACK_ON.search(d.before) is not None or words.ALL_BACK_THEN.match(d.after) is not None


def _is_first_day(d: _Dated) -> bool:
    """Whether the words before or behind a date make it the first day."""
    before = words.START.search(d.before) or words.STARTS_HOME.search(d.before) or words.BEGAN_TO.search(d.before)
    return bool(before or words.FIRST_DAY.match(d.after) or words.STARTS_HOME_THEN.match(d.after))


def _best_start(starts: _Starts, action: Action, told: date | None) -> Span[date] | None:
    fitting = [(w, s) for w, s, d in starts if w > _ENOUGH and _can_start(s.value, d, action, told)]
    return max(fitting, key=lambda c: (c[0], -c[1].start))[1] if fitting else None


def _can_start(day: date, d: _Dated, action: Action, told: date | None) -> bool:
    """Whether the day can be the first of a rule with that action, told on that day."""
    if action == "extend" and words.EARLIER_START.search(d.before) and not words.COUNTED_FROM.search(d.before):
        return False  # "berjalan sejak 3 Mei" is the old rule's first day
    if told is None:
        return True
    if d.span.value.kind == "weekday" and day < told and not words.START.search(d.before):
        return False  # "boleh bekerja dari mana saja pada Kamis": of every week, or of one to come
    early = {"end": _BACK_EARLY, "extend": _EXTENDED_EARLY}.get(action, _MAX_AHEAD)
    return told - early <= day <= told + _MAX_AHEAD


def _best_end(ends: _Ends, start: Span[date] | None) -> tuple[Span[date], Span[EndKind]] | None:
    fitting = [e for e in ends if e[0] > _ENOUGH and (start is None or e[1].value >= start.value)]
    if not fitting:
        return None
    _, end, kind = max(fitting, key=lambda e: (e[2].value == "date", e[0], -e[1].start))
    return end, kind


def _computed(
    dated: Sequence[_Dated], start: Span[date] | None, starts: _Starts
) -> tuple[Span[date], Span[EndKind]] | None:
    """A printed length of time makes the end: "selama 14 hari", counted from the first day."""
    if start is None:
        return None
    home = next((d.scoped.index for _, s, d in starts if s.start == start.start), -1)
    lengths = [d for d in dated if _is_length(d, home)]
    if not lengths:
        return None
    d = min(lengths, key=lambda d: (abs(d.scoped.index - home), d.span.start))
    end = end_after(start.value, d.span.value)
    return _as_date(d, end, None, "end_by_duration"), _as_kind(d, "duration", None)


def _is_length(d: _Dated, home: int) -> bool:
    """Whether a date is a length of time of the rule; `home` is the sentence of its first day."""
    if d.span.value.kind != "duration" or d.scoped.elsewhere or d.span.value.forward is False:
        return False
    if words.PART_OF_WEEK.match(d.after) or words.GONE_BY.search(d.before) or words.OF_A_GROUP.search(d.before):
        return False
    if (
        d.span.rule in {"duration", "duration_bare"}
        and words.OF_RULE.search(d.before)
        and 0 <= d.scoped.index - home <= _NEAR_RULE
    ):
        return True
    if d.weight < (1 if d.scoped.index == home else 2):
        return False
    if d.span.rule == "duration_bare" and not (words.CLOSED.match(d.after) or words.OF_RULE.search(d.before)):
        return d.scoped.index == home  # "satu hari" in passing, not "selama 14 hari"
    named = d.weight >= 3 and d.span.value.days != 1  # a day of a rota: "sehari masuk, sehari berikutnya di rumah"
    return abs(d.scoped.index - home) <= (_NEAR_HOME if named else _NEAR)


def _no_end(dated: Sequence[_Dated]) -> Span[EndKind] | None:
    """No last day: until further notice, or until something else ends."""
    opens = [d for d in dated if d.span.value.kind == "open" or _is_reviewed_then(d)]
    joined = {d.scoped.index for d in dated if d.until and words.START.search(d.before)}
    surer = max((_certainty(d) for d in opens if d.span.rule != "open_condition"), default=-1.0)
    events = [d for d in dated if d.span.value.kind == "event" and (_lasts(d) or d.scoped.index in joined)]
    for d in events:  # "bekerja dari rumah sampai banjir surut" is more than "bergantung kondisi"
        if _certainty(d) + _is_its_time(d) > surer:
            return _as_kind(d, "event", None)
    if surely := next((d for d in opens if _certainty(d) >= 1), None):
        return _as_kind(surely, "open", None)
    if events:
        return _as_kind(events[0], "event", None)
    return next((_as_kind(d, "open", None) for d in opens if not d.scoped.elsewhere), None)


def _is_reviewed_then(d: _Dated) -> bool:
    """Whether the rule is looked at again in some month or week to come, which is no last day of it."""
    value = d.span.value
    return value.kind in {"month", "relative"} and value.start != value.end and bool(words.REVIEWED_THEN.match(d.after))


def _lasts(d: _Dated) -> bool:
    """Whether something that ends is said to be the time of the rule: "WFH selama Ramadan", "berlaku selama PPKM"."""
    if not d.scoped.elsewhere and (
        words.IN_FORCE.search(d.before) or (d.scoped.topic and words.THIS.fullmatch(d.before))
    ):
        return True  # "porsi itu dipakai sepanjang ...", '"Sampai asapnya reda saja"', '"Ini sampai BBM kembali ada"'
    if d.scoped.topic and _is_its_time(d):
        return True
    named = words.AT_HOME.search(d.before) is not None or words.LASTS.search(d.scoped.sentence.text) is not None
    return named and _certainty(d) >= 2


def _is_its_time(d: _Dated) -> bool:
    """Whether the event is what the rule is in force until: "berlaku sejak ditetapkan sampai berakhirnya PPKM"."""
    return words.IN_FORCE_UNTIL.search(d.before) is not None


def _certainty(d: _Dated) -> float:
    """How surely the sentence of an open end speaks of the rule."""
    return d.scoped.topic - (1.5 if d.scoped.elsewhere else 0)


# --- made public -----------------------------------------------------------------------------------------------------
def _announced(dated: Sequence[_Dated], published: date | None, first: int) -> Span[date] | None:
    """The day of the statement; `first` is the sentence with which the story of the decision begins."""
    candidates = [
        (_statement(d) - _PER_SENTENCE * (d.scoped.index - first), _as_date(d, day, None, "announced"))
        for d in dated
        if (day := _one_day(d.span.value)) and _can_be_told(day, published)
    ]
    fitting = [c for c in candidates if c[0] > _ENOUGH_SAID]
    return max(fitting, key=lambda c: (c[0], -c[1].start))[1] if fitting else None


def _one_day(value: DateValue) -> date | None:
    one = value.kind in {"day", "weekday", "relative"} and value.start == value.end
    return value.start if one else None


def _can_be_told(day: date, published: date | None) -> bool:
    return published is None or published - _MAX_AGE <= day <= published


def _statement(d: _Dated) -> float:
    """How surely a date is that of the statement: "kata Bima, Senin (28/6/2021)"."""
    if words.ANNOUNCED.search(d.before):
        return _PUBLISHED
    if words.START.search(d.before) or words.END.search(d.before) or words.FIRST_DAY.match(d.after):
        return 0.0
    text = d.scoped.sentence.text
    said = words.SAID.search(text) is not None
    if _is_of_else(d, said=said):
        return 0.0
    score = _BY_TOPIC * d.scoped.topic
    if said:
        score += _SPEAKER_BY_DATE if words.SAID.search(d.before[-_SPEAKER_REACH:]) else _SPEAKER
    score += _QUOTE if '"' in text else 0.0
    score += _WEEKDAY if d.span.value.weekday is not None else 0.0
    score += _RELATIVE if d.span.value.kind == "relative" else 0.0
    score += _AGO if d.span.value.forward is False else 0.0
    score += _OF_OTHER if words.OTHER_DAY.search(d.before[-_OTHER_REACH:]) else 0.0
    return score


def _is_of_else(d: _Dated, *, said: bool) -> bool:
    """Whether the words around a day, in a sentence where somebody speaks or nobody does, make it no statement's."""
    value = d.span.value
    if words.TOOK_PART.search(d.before) or words.HANDED_OUT.search(d.before):
        return True
    if value.kind == "weekday":
        quoted = words.QUOTED.match(d.after) is not None and not words.SAID.search(d.before)
        return not said or quoted or words.TOLD_OF.search(d.before) is not None
    if value.kind != "day":
        return False
    # "tanggal 17 nanti"; "Keputusan tanggal 20 Maret 2020 tentang ..."
    return bool(value.forward) or (not said and value.weekday is None)


def _as_date(d: _Dated, value: date, at: tuple[int, int] | None, rule: str) -> Span[date]:
    start, end = at or (d.span.start, d.span.end)
    return Span("date", start, end, _printed(d, start, end), value, f"timing.{rule}+dates.{d.span.rule}")


def _as_kind(d: _Dated, kind: EndKind, at: tuple[int, int] | None) -> Span[EndKind]:
    start, end = at or (d.span.start, d.span.end)
    return Span("end_kind", start, end, _printed(d, start, end), kind, f"timing.{kind}")


def _printed(d: _Dated, start: int, end: int) -> str:
    offset = d.scoped.sentence.start
    return d.scoped.sentence.text[start - offset : end - offset]
