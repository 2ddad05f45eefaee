"""COVID-19 counts that an article states: how many, of whom, and what became of them.

An Indonesian news sentence lists counts as short clauses ("sembuh 44 orang, meninggal tiga orang"). The reader cuts a
sentence into clauses, finds in each the number, the people and the cue, and lets a clause without a cue go on with the
topic of the clause before. Amounts that are no counts (beds, vaccinations, tests, percentages, limits in a rule) are
left out. The words are in `counts.toml`, the patterns in `count_words.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, cast

from extract.count_words import (
    A_CASE,
    ACTIVE_VERB,
    AMONG_AT,
    AMOUNTS_TO,
    APART,
    AUXILIARY_AT,
    BACK,
    BASE,
    CASE,
    CIRCLE,
    CLAUSE,
    CONDITION,
    CONTEXT,
    CUE,
    CUMULATIVE,
    EACH_BEFORE,
    ENDS_AT,
    FOREIGN_AT,
    IGNORED,
    LIGHT,
    LISTED,
    LONGEST,
    NAMES_END,
    NEGATED,
    NEW,
    NOT_CASES,
    NOUN_IN,
    NOUNS_AT,
    OF_AT,
    ONE,
    OTHER_EVENT,
    PARENTHESIS,
    PATIENTS,
    RATE_AT,
    REFERS,
    REGION_TURN,
    RESIDENTS,
    SENTENCE_END,
    SMALL_BOUND,
    STANDS_AT,
    STRENGTH,
    TODAY,
    TREATS,
    WHERE,
    WHERE_OR_WHEN,
    WHO,
    WORD,
)
from extract.numbers import NumberValue, find_numbers
from extract.spans import Span

Metric = Literal["confirmed", "active", "recovered", "died", "suspected", "close_contact"]
Population = Literal["general", "asn", "officials", "health_workers", "students", "other"]
Period = Literal["cumulative", "new", "current"]

STOCKS: Final = ("active", "suspected", "close_contact")
"""Metrics that are a stock on a day: their period is `current` unless the text says that they are new."""


@dataclass(frozen=True, slots=True)
class CountValue:
    """One COVID-19 count as the article states it.

    `value` is empty for "puluhan" and the like. `part` is 0, but in a count told once for several places
    ("masing-masing 21 kasus") the rows are numbered from 1 in the order of the places.
    """

    metric: Metric
    population: Population
    value: int | None
    approximate: bool
    period: Period
    part: int = 0


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number that may be a count."""

    start: int
    end: int
    value: int | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class _Cue:
    """What a clause says of the people that it counts; a weak cue is only "kasus"."""

    metric: Metric
    start: int
    end: int
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Topic:
    """What the list so far is about; later clauses without a cue go on with it."""

    metric: Metric
    population: Population | None = None
    new: bool = False
    value: int | None = None
    counted: bool = False


@dataclass(frozen=True, slots=True)
class _Draft:
    """A count before repetitions are dropped."""

    amount: _Amount
    value: CountValue
    start: int
    end: int
    rule: str
    sentence: int


@dataclass(frozen=True, slots=True)
class _Zone:
    """One amount with the words that may belong to it, left and right, inside its clause."""

    amount: _Amount
    left: int
    right: int


def find_counts(text: str) -> list[Span[CountValue]]:
    """All COVID-19 counts in `text` (a cleaned article), in order; a count told again is given once.

    The span covers the number, its noun and the cue in the same clause.

    >>> report = "Kasus Covid-19: 69 orang positif, sembuh 44 orang, sedangkan yang meninggal tiga orang."
    >>> [(c.value.metric, c.value.value, c.text) for c in find_counts(report)]
    [('confirmed', 69, '69 orang positif'), ('recovered', 44, 'sembuh 44 orang'), ('died', 3, 'meninggal tiga orang')]
    >>> find_counts("Bila ada 3 kasus positif Covid-19, kantor ditutup. Tempat tidur terisi 80 persen.")
    []
    """
    if not CONTEXT.search(text):
        return []
    masked = _mask(text)
    amounts = _amounts(masked)
    begins = [amount.start for amount in amounts]
    drafts: list[_Draft] = []
    carried: _Topic | None = None
    for number, (start, end) in enumerate(_sentences(masked)):
        inside = amounts[bisect_left(begins, start) : bisect_left(begins, end)]
        found, carried = _Sentence(masked, start, end, number=number, amounts=inside, carried=carried).read()
        drafts.extend(found)
    return [
        Span("count", draft.start, draft.end, text[draft.start : draft.end], draft.value, draft.rule)
        for draft in _without_repetitions(drafts)
    ]


def _mask(text: str) -> str:
    """The text, equally long, without bracketed abbreviations and dates and without names that carry a cue word."""

    def blank(match: re.Match[str]) -> str:
        inside = match.group()
        keeps = CUE.search(inside) and any(n.value.unit is None for n in find_numbers(inside))
        return inside if keeps else " " * len(inside)

    named = IGNORED.sub(lambda match: "_" * len(match.group()), text)
    return PARENTHESIS.sub(blank, named)


def _amounts(text: str) -> list[_Amount]:
    """Whole numbers without a unit, vague amounts, and "seorang" in a list."""
    found = [
        _Amount(n.start, n.end, None if n.value.value is None else int(n.value.value), n.value.approximate)
        for n in find_numbers(text)
        if _is_whole(n.value)
    ]
    found.extend(_Amount(m.start(), m.end(), 1, False) for m in ONE.finditer(text))
    return sorted(found, key=lambda amount: amount.start)


def _is_whole(number: NumberValue) -> bool:
    if number.unit is not None or number.printed == "fraction" or number.low is not None:
        return False
    return number.value is None or (number.value > 0 and number.value.is_integer())


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end, following in [*((m.start(), m.end()) for m in SENTENCE_END.finditer(text)), (len(text), len(text))]:
        for piece in range(start, end, LONGEST):
            yield piece, min(piece + LONGEST, end)
        start = following


class _Sentence:
    """Reads the counts of one sentence from the left, clause by clause."""

    def __init__(
        self, text: str, start: int, end: int, *, number: int, amounts: Sequence[_Amount], carried: _Topic | None
    ) -> None:
        self.text, self.start, self.end, self.number = text, start, end, number
        self.amounts, self.carried = amounts, carried
        self.all_caps = text[start:end].isupper()
        self.topic: _Topic | None = None
        self.drafts: list[_Draft] = []
        self.waiting: list[tuple[_Zone, Population | None]] = []

    def read(self) -> tuple[list[_Draft], _Topic | None]:
        """The counts of the sentence, and the topic with which the next one may go on."""
        if OTHER_EVENT.search(self.text, self.start, self.end):
            return [], None
        condition = CONDITION.search(self.text, self.start, self.end)
        limit = condition.start() if condition else self.end
        for start, end in self._clauses():
            if start < limit:
                self._read_clause(start, end)
        if not self.drafts:
            self._read_parts()
        kept = [draft for draft in self.drafts if self._is_told(draft)]
        return kept, self.topic or self.carried

    def _clauses(self) -> Iterator[tuple[int, int]]:
        start = self.start
        for match in CLAUSE.finditer(self.text, self.start, self.end):
            if match.end() > start:
                yield start, match.start()
                start = match.end()
        yield start, self.end

    def _read_clause(self, start: int, end: int) -> None:
        zones = list(self._zones(start, end))
        if not zones:
            self._read_topic(start, end)
        for zone in zones:
            self._read_zone(zone)

    def _zones(self, start: int, end: int) -> Iterator[_Zone]:
        """Each amount of a clause with its share of the words; a base amount ("dari 45 pegawai") has none."""
        inside = [a for a in self.amounts if start <= a.start < end and not FOREIGN_AT.match(self.text, a.end, end)]
        counts = [a for a in inside if not BASE.search(self.text, max(start, a.start - 40), a.start)]
        backward = len(counts) > 1 and self._cue(start, counts[0].start) and not self._cue(counts[-1].end, end)
        for index, amount in enumerate(counts):
            left = counts[index - 1].end if index else start
            right = counts[index + 1].start if index + 1 < len(counts) else end
            if len(counts) > 1:
                left, right = (left, amount.end) if backward else (left if index == 0 else amount.start, right)
            yield _Zone(amount, left, right)

    def _read_topic(self, start: int, end: int) -> None:
        """A clause without an amount: it names the topic of the next ones, or tells of those before it."""
        cue = self._cue(start, end)
        if cue is None:
            if WORD.search(self.text, start, end):
                self.waiting.clear()
            return
        population = self._bearer(start, end)
        if self._is_light(start, cue.start):
            self._settle(cue.metric, new=TODAY.search(self.text, self.start, self.end) is not None)
        new = NEW.search(self.text, start, end) is not None
        before = self.topic.population if self.topic else None
        self.topic = _Topic(cue.metric, population or before, new)

    def _read_zone(self, zone: _Zone) -> None:
        noun_end, population, counted = self._people(zone)
        if not counted or self._is_bound(zone.amount) or RATE_AT.match(self.text, noun_end, zone.right):
            return
        cue = self._own_cue(zone, noun_end)
        metric, rule = self._metric(zone, noun_end, cue)
        if metric is None:
            if self.topic is None and self._may_wait(zone, noun_end):
                self.waiting.append((zone, population))
            return
        new = self._is_new(zone, cue)
        if cue is None or not cue.weak or rule == "cue":
            self._settle(metric, new=new)
        who = population or self._inherited(zone, noun_end)
        self._add(zone, noun_end, population=who, metric=metric, new=new, cue=cue, rule=rule)

    def _people(self, zone: _Zone) -> tuple[int, Population | None, bool]:
        """Where the counted noun ends, the population that it names if any, and whether the amount counts people."""
        end, amount = zone.amount.end, zone.amount
        if of := OF_AT.match(self.text, end, zone.right):
            end = next((a.end for a in self.amounts if a.start == of.end()), end)
        if nouns := NOUNS_AT.match(self.text, end, zone.right):
            end = nouns.end()
        among = AMONG_AT.match(self.text, end, zone.right) or AMONG_AT.match(self.text, amount.end, zone.right)
        if among:
            end = max(end, among.end())
        population = self._named(amount.end, end) or self._circle(end, min(zone.right, end + 80))
        if nouns and population is None and RESIDENTS.search(nouns["nouns"]):
            population = "general"
        counted = bool(nouns or among) or self._counts_without_noun(zone)
        return end, population, counted

    def _named(self, start: int, end: int) -> Population | None:
        """The first population that is more than "orang"."""
        nouns = (_population(WHO, match) for match in NOUN_IN.finditer(self.text, start, end))
        return next((population for population in nouns if population != "general"), None)

    def _circle(self, start: int, end: int) -> Population | None:
        """The people of "di lingkungan pemkot", "dari kalangan ASN"."""
        match = CIRCLE.search(self.text, start, end)
        return _population({**WHERE, **WHO}, match) if match else None

    def _counts_without_noun(self, zone: _Zone) -> bool:
        """ "206 sembuh", "13.635 sudah pulih", "mencapai 954", "Kalimantan Utara 4"."""
        end = zone.amount.end
        cue = CUE.search(self.text, end, zone.right)
        if AUXILIARY_AT.match(self.text, end, zone.right) or (cue and not self.text[end : cue.start()].strip()):
            return True
        if not ENDS_AT.match(self.text, end, zone.right):
            return False
        before = self._cue(zone.left, zone.amount.start)
        adjacent = before and not WORD.search(self.text, before.end, zone.amount.start)
        listed = self.topic is not None and self.topic.counted and self._is_light(zone.left, zone.amount.start)
        return bool(adjacent or listed or AMOUNTS_TO.search(self.text, zone.left, zone.amount.start))

    def _is_bound(self, amount: _Amount) -> bool:
        """ "lebih dari 2 orang": a small bound belongs to a rule, not to a report."""
        bound = SMALL_BOUND.search(self.text, max(self.start, amount.start - 20), amount.start)
        return bool(bound and amount.value is not None and amount.value < 10)

    def _own_cue(self, zone: _Zone, noun_end: int) -> _Cue | None:
        """The cue of the amount's own clause, if nothing between them makes the amount something else."""
        if treats := TREATS.search(self.text, max(zone.left, zone.amount.start - 30), zone.amount.start):
            return _Cue("active", treats.start(), treats.end())
        right = self._cue(zone.amount.end, zone.right)
        if right and (right.start < noun_end or self._is_joined(noun_end, right.start)):
            if right.weak and (left := self._left_cue(zone)) and not left.weak:
                return left
            return right
        if NOT_CASES.search(self.text, zone.amount.end, zone.right) and not right:
            return None
        return self._left_cue(zone)

    def _left_cue(self, zone: _Zone) -> _Cue | None:
        left = self._cue(zone.left, zone.amount.start)
        return left if left and self._is_joined(left.end, zone.amount.start) else None

    def _metric(self, zone: _Zone, noun_end: int, cue: _Cue | None) -> tuple[Metric | None, str]:
        if cue and not cue.weak:
            return cue.metric, "cue"
        if cue and not (self.topic and self._refers(zone)):
            return cue.metric, "case"
        light = self._is_light(zone.left, zone.amount.start)
        bare = self._is_bare(noun_end, zone.right) or bool(AMONG_AT.match(self.text, zone.amount.end, zone.right))
        blocked = NOT_CASES.search(self.text, zone.amount.end, zone.right)
        if blocked or not bare:
            return None, ""
        if self.topic and (light or cue):
            return self.topic.metric, "carried"
        if self.carried and light and BACK.search(self.text, zone.left, noun_end):
            return self.carried.metric, "carried_over"
        return (cue.metric, "case") if cue else (None, "")

    def _refers(self, zone: _Zone) -> bool:
        """ "dengan tambahan 43 kasus", "totalnya 300 kasus": more of what the clause before told."""
        return bool(
            REFERS.search(self.text, zone.left, zone.amount.start) and self._is_light(zone.left, zone.amount.start)
        )

    def _cue(self, start: int, end: int) -> _Cue | None:
        """The strongest cue between two places; of "positif" and "dirawat" the later one."""
        cues: list[tuple[str, re.Match[str]]] = [
            (m.lastgroup or "", m)
            for m in CUE.finditer(self.text, start, end)
            if not NEGATED.search(self.text, max(start, m.start() - 24), m.start())
        ]
        for name in STRENGTH:
            for group, match in cues:
                if group == name:
                    return _Cue(cast(Metric, name), match.start(), match.end())
        if cues:
            group, match = cues[-1]
            return _Cue("active" if group == "holding" else "confirmed", match.start(), match.end())
        case = CASE.search(self.text, start, end)
        return _Cue("confirmed", case.start(), case.end(), weak=True) if case else None

    def _is_joined(self, start: int, end: int) -> bool:
        """Whether the words between an amount and a cue let the one be about the other."""
        words = [m.group().lower() for m in WORD.finditer(self.text, start, end)]
        if len(words) > 14 or NOT_CASES.search(self.text, start, end):
            return False
        return not any(w in APART or (w not in LIGHT and ACTIVE_VERB.match(w)) for w in words)

    def _is_light(self, start: int, end: int) -> bool:
        """Whether only names and words of amount stand there."""
        start = max(start, self.text.rfind(":", start, end) + 1)
        words = [m.group() for m in WORD.finditer(self.text, start, end)]
        names = not self.all_caps
        return len(words) <= 14 and all(w.lower() in LIGHT or (names and w[0].isupper()) for w in words)

    def _is_bare(self, start: int, end: int) -> bool:
        """Whether nothing more is said of the amount than where and when."""
        rest = self.text[start:end].strip(" \n\"'.:")
        named = bool(rest) and rest[0].isupper() and not self.all_caps
        return not rest or named or WHERE_OR_WHEN.match(rest) is not None

    def _may_wait(self, zone: _Zone, noun_end: int) -> bool:
        """Whether the cue may still come: "12 ASN dan 5 perawat positif"."""
        blocked = NOT_CASES.search(self.text, zone.left, zone.right)
        return not blocked and self._is_light(zone.left, zone.amount.start) and self._is_bare(noun_end, zone.right)

    def _settle(self, metric: Metric, *, new: bool) -> None:
        """Give the waiting amounts the metric that has come."""
        waiting, self.waiting = self.waiting, []
        last: Population | None = None
        for zone, population in waiting:
            noun_end, _, _ = self._people(zone)
            shares = EACH_BEFORE.search(self.text, zone.left, zone.amount.start)
            last = population or (last if shares else None)
            who = last or "general"
            self._add(zone, noun_end, population=who, metric=metric, new=new, cue=None, rule="coordinated")

    def _bearer(self, start: int, end: int) -> Population | None:
        """The people a clause speaks of: "jumlah PNS yang terpapar", not the head of an agency who speaks."""
        for noun in NOUN_IN.finditer(self.text, start, end):
            cue = CUE.search(self.text, noun.end(), end)
            population = _population(WHO, noun)
            if population != "general" and cue and self._is_joined(noun.end(), cue.start()):
                return population
        return self._circle(start, end)

    def _inherited(self, zone: _Zone, noun_end: int) -> Population:
        """Whose count it is when its own noun is only "orang"."""
        if bearer := self._bearer(zone.left, zone.amount.start):
            return bearer
        plain = PATIENTS.search(self.text, zone.amount.end, noun_end) is None
        if self.topic and self.topic.population and plain:
            return self.topic.population
        turned = REGION_TURN.search(self.text, self.start, zone.amount.start)
        if self.topic is None and self.carried and self.carried.population and plain and not turned:
            smaller = self.carried.value is None or (zone.amount.value or 0) <= self.carried.value
            return self.carried.population if smaller else "general"
        return "general"

    def _is_new(self, zone: _Zone, cue: _Cue | None) -> bool:
        clause = (zone.left, zone.right)
        if NEW.search(self.text, *clause):
            return True
        if CUMULATIVE.search(self.text, *clause):
            return False
        if TODAY.search(self.text, self.start, zone.right):
            return True
        goes_on = cue is None or cue.weak or (self.topic is not None and not self.topic.counted)
        return bool(self.topic and self.topic.new and goes_on and not STANDS_AT.search(self.text, *clause))

    def _add(
        self,
        zone: _Zone,
        noun_end: int,
        *,
        population: Population,
        metric: Metric,
        new: bool,
        cue: _Cue | None,
        rule: str,
    ) -> None:
        amount = zone.amount
        period: Period = "new" if new else "current" if metric in STOCKS else "cumulative"
        start = min(amount.start, cue.start) if cue else amount.start
        end = max(noun_end, cue.end) if cue else noun_end
        count = CountValue(metric, population, amount.value, amount.approximate, period)
        draft = _Draft(amount, count, start, end, rule, self.number)
        times = self._times(amount)
        if times > 1:
            self.drafts.extend(replace(draft, value=replace(count, part=i), rule="each") for i in range(1, times + 1))
        else:
            self.drafts.append(draft)
        inherits = None if population == "general" else population
        self.topic = _Topic(metric, inherits, new, amount.value, counted=True)

    def _times(self, amount: _Amount) -> int:
        """How many rows "masing-masing 21 kasus" gives: one for each place named before, or each share of the sum."""
        each = EACH_BEFORE.search(self.text, max(self.start, amount.start - 40), amount.start)
        if not each:
            return 1
        if names := NAMES_END.search(self.text[max(self.start, each.start() - 300) : each.start()]):
            return len(LISTED.findall(names[1])) + 1
        earlier = [a.value for a in self.amounts if a.end <= each.start() and a.value]
        total, share = (earlier[-1] if earlier else 0), amount.value or 0
        return total // share if share and total % share == 0 and 1 < total // share <= 10 else 1

    def _read_parts(self) -> None:
        """A sentence that only breaks the last count down ("dua di dinas A, satu di dinas B") and adds up to it."""
        whole = self.carried
        people = [a for a in self.amounts if NOUNS_AT.match(self.text, a.end, self.end)]
        if not whole or not whole.counted or len(people) < 2 or sum(a.value or 0 for a in people) != whole.value:
            return
        for amount in people:
            nouns = cast(re.Match[str], NOUNS_AT.match(self.text, amount.end, self.end))
            population = self._named(amount.end, nouns.end()) or whole.population or "general"
            period: Period = "new" if whole.new else "current" if whole.metric in STOCKS else "cumulative"
            count = CountValue(whole.metric, population, amount.value, amount.approximate, period)
            self.drafts.append(_Draft(amount, count, amount.start, nouns.end(), "parts", self.number))

    def _is_told(self, draft: _Draft) -> bool:
        """A single person is a count only in a list, as a case of the day, or as a death or recovery."""
        if draft.value.value != 1 or draft.value.part or draft.value.metric in ("died", "recovered"):
            return True
        return len(self.drafts) > 1 or A_CASE.search(self.text, draft.amount.end, draft.end) is not None


def _population(table: dict[str, str], match: re.Match[str]) -> Population:
    """The population of the noun that a pattern found, by a table of the lexicon."""
    return cast(Population, table[" ".join(match["noun"].lower().split())])


def _without_repetitions(drafts: Sequence[_Draft]) -> list[_Draft]:
    """The counts without those told again in another sentence; a vague amount gives way to the exact one."""
    told_in: dict[tuple[Metric, Population, int | None], int] = {}
    kept: list[_Draft] = []
    for draft in drafts:
        count = draft.value
        if told_in.setdefault((count.metric, count.population, count.value), draft.sentence) == draft.sentence:
            kept.append(draft)
    exact = {(d.value.metric, d.value.population) for d in kept if d.value.value is not None}
    return [d for d in kept if d.value.value is not None or (d.value.metric, d.value.population) not in exact]
