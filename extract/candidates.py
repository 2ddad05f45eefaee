"""Candidates of a role with what a learned part is told of each: the dates of a text, its shares, instruments, numbers.

The fields found the spans; here each is given its features, strings that describe it, its words and its sentence
(`models.roles.features`). What the rules made of a candidate is no feature: the model must be able to differ from them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, Generic, Literal

from extract.dates import DateValue
from extract.findings import Findings
from extract.numbers import NumberValue, find_numbers
from extract.scope import Scoped, within
from extract.shares import Share
from extract.spans import Span, Value
from extract.workplace import NAMED
from models.roles.features import bag, bucket, tokens, window

_DAYS: Final = (-400, -60, -30, -15, -8, -4, -2, -1, 0, 1, 2, 4, 7, 10, 14, 21, 31, 60, 120, 400)
_PLACES: Final = (0, 1, 2, 3, 5, 8, 12)  # of a sentence in its article
_MANY: Final = 4  # beyond this a number of things says nothing more
_NEAR: Final = 3  # sentences to the nearest one that names working from home
_LEAD: Final = 3  # sentences
_QUOTES: Final = '"\u201c\u201d'


@dataclass(frozen=True, slots=True)
class Candidate(Generic[Value]):
    """A span that may play a role, and its features."""

    span: Span[Value]
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a date expression prints: the only `one`, the `first` or the `last`; `computed` from a length."""

    date: date
    edge: Literal["one", "first", "last"]
    computed: bool = False


@dataclass(frozen=True)
class Candidates:
    """The candidates of one article; offsets are into `findings.clean.text`."""

    findings: Findings

    def days(self, sentences: Sequence[Scoped]) -> Iterator[Candidate[Day]]:
        """Every day that the sentences print; of a period its first and its last."""
        published = self.findings.base
        for scoped in sentences:
            inside = within(self.findings.dates, scoped)
            for order, found in enumerate(inside):
                value = found.value
                if not value.plausible:
                    continue
                common = (*self._of_date(found, order, len(inside)), *self._around(found, scoped))
                for day, at in _days_of(value):
                    start, end = at or (found.start, found.end)
                    words = self.findings.text.text[start:end]
                    own = (*_of_day(day, published, common), f"kind={value.kind}", f"{day.edge}={value.kind}")
                    yield Candidate(Span("date", start, end, words, day, found.rule), (*common, *own))

    @cached_property
    def _told(self) -> dict[date, list[int]]:
        """Which dates name each day; no more of them than are told apart."""
        told: dict[date, list[int]] = {}
        for index, found in enumerate(self.findings.dates):
            for day in {day for day in (found.value.start, found.value.end) if day is not None}:
                if len(naming := told.setdefault(day, [])) < _MANY:
                    naming.append(index)
        return told

    def _of_date(self, found: Span[DateValue], order: int, together: int) -> Iterator[str]:
        yield f"rule={found.rule}"
        yield f"weekday={found.value.weekday is not None}"
        yield f"forward={found.value.forward}"
        yield f"together={min(together, _MANY)}"
        yield f"order={min(order, _MANY)}"
        for decree in self.findings.decrees:
            at = decree.value.date_span
            if at is not None and at[0] <= found.start < at[1]:
                yield f"decree={decree.value.role} {decree.value.past} {decree.value.date_cue}"
        days = {day for day in (found.value.start, found.value.end) if day is not None}
        same = {index for day in days for index in self._told[day]}
        yield f"told={min(len(same), _MANY)}"

    def shares(self, sentences: Sequence[Scoped]) -> Iterator[Candidate[Share]]:
        """Every share of staff in the sentences."""
        everything = self.findings.shares
        printed = any(s.value.basis in {"stated", "derived"} for s in everything)
        for scoped in sentences:
            for share in within(everything, scoped):
                value = share.value
                own = [
                    f"rule={share.rule}",
                    f"side={value.side}",
                    f"basis={value.basis} {printed}",
                    f"bound={value.bound}",
                    f"past={value.past}",
                    f"hypothetical={value.hypothetical}",
                    f"wfh={value.wfh_pct:g}",
                    f"order={min(bisect_left(everything, share.start, key=_start), _MANY)}",
                    f"all={min(len(everything), _MANY)}",
                    f"alike={min(sum(s.value.wfh_pct == value.wfh_pct for s in everything), _MANY)}",
                    f"conditions={len(value.conditions)} {any(s.value.conditions for s in everything)}",
                    *(f"condition={kind}" for kind, _ in value.conditions),
                    *(f"in={word}" for word in tokens(share.text)),
                ]
                if scoped.index:
                    before = self.findings.sentences[scoped.index - 1].sentence.text
                    own += [f"P={word}" for word in tokens(before)]
                yield Candidate(share, (*own, *self._around(share, scoped)))

    def numbers(self) -> Iterator[Candidate[NumberValue]]:
        """Every whole number without a unit in the article: it may count cases."""
        for number in find_numbers(self.findings.text.text):
            value = number.value
            if value.unit is not None or value.value is None or value.value <= 0 or value.value != int(value.value):
                continue
            scoped = self.findings.sentence(number)
            own = [f"size={bucket(value.value, (1, 2, 5, 10, 30, 100, 300, 1000))}"]
            if scoped.index:
                before = self.findings.sentences[scoped.index - 1].sentence.text
                own += [f"P={word}" for word in tokens(before)]
            yield Candidate(number, (*own, *self._around(number, scoped)))

    def around(self, spans: Sequence[Span[Value]], sentences: Sequence[Scoped]) -> Iterator[Candidate[Value]]:
        """Spans of any field in the sentences, by their rule, their words and their sentence alone."""
        for scoped in sentences:
            for span in within(spans, scoped):
                yield Candidate(span, (f"rule={span.rule}", *self._around(span, scoped)))

    def article(self, sentences: Sequence[Scoped]) -> tuple[str, ...]:
        """Features of all that is told of one decision, for what no single span says: whom it addresses, what it does.

        The words of the headline (`H`), of the opening (`L`) and the rest (`B`), those of sentences about working from
        home once more (`T`), without background.
        """
        features: set[str] = set(bag("H", self.findings.article.title or ""))
        for scoped in sentences:
            if not scoped.background and (scoped.topic or scoped.index < _LEAD):
                features.update(self.sentence(scoped))
        return tuple(sorted(features))

    @staticmethod
    def sentence(scoped: Scoped) -> Iterator[str]:
        """What one sentence adds to the features of an article."""
        words = scoped.sentence.text
        place = "L" if scoped.index < _LEAD else "B"
        yield from (f"{place}={word}" for word in tokens(words))
        yield from bag("W", words)
        if scoped.topic >= 2:
            yield from bag("T", words)

    def _around(self, span: Span[object], scoped: Scoped) -> tuple[str, ...]:
        s = scoped.sentence
        return (*window(s.text, span.start - s.start, span.end - s.start), *self._places[scoped.index])

    @cached_property
    def _places(self) -> list[tuple[str, ...]]:
        """Features of every sentence: what it is about, where it stands, how far from home work it is."""
        sentences = self.findings.sentences
        named = [s.index for s in sentences if NAMED.search(s.sentence.text)]
        return [tuple(self._place(s, named)) for s in sentences]

    def _place(self, scoped: Scoped, named: Sequence[int]) -> Iterator[str]:
        sentences, headline = self.findings.sentences, self.findings.clean.headline
        yield f"topic={scoped.topic} {scoped.background}"
        yield f"topic={scoped.topic}"
        yield f"background={scoped.background}"
        yield f"elsewhere={scoped.elsewhere}"
        yield f"staff={scoped.staff}"
        yield f"place={bucket(scoped.index, _PLACES)}"
        yield f"quarter={4 * scoped.index // len(sentences)}"
        yield f"near={min([_NEAR, *(abs(scoped.index - at) for at in named)])}"
        yield f"quoted={any(mark in scoped.sentence.text for mark in _QUOTES)}"
        yield f"headline={headline is not None and scoped.sentence.start < headline[1]}"
        if scoped.index:
            before = sentences[scoped.index - 1]
            yield f"before={before.topic} {before.background} {before.sentence.paragraph == scoped.sentence.paragraph}"


def _days_of(value: DateValue) -> Iterator[tuple[Day, tuple[int, int] | None]]:
    """The days of a date expression, one or the first and the last, with the place of their own words."""
    if value.start is not None:
        yield Day(value.start, "one" if value.start == value.end else "first"), value.start_span
    if value.end is not None and value.start != value.end:
        yield Day(value.end, "last", computed=bool(value.days or value.months)), value.end_span


def _of_day(day: Day, published: date | None, common: Sequence[str]) -> Iterator[str]:
    """How far a day lies from publication, alone and with the word before the date."""
    yield f"edge={day.edge}"
    if published is not None:
        days = (day.date - published).days
        before = next(f for f in common if f.startswith("b1="))
        far, sign = bucket(days, _DAYS), (days > 0) - (days < 0)
        yield from (f"days={far}", f"days={far} {day.edge}", f"days={far} {before}", f"sign={sign} {before}")


def _start(span: Span[object]) -> int:
    return span.start
