"""One sentence of a COVID-19 report: its counts from the left, clause by clause.

A clause without a cue of its own goes on with the topic of the clause before, a part ("dua di antaranya") with the last
whole that it fits into, and an amount at the head of a list waits for the cue that comes behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from extract.counts.clauses import Clauses
from extract.counts.types import (
    STOCKS,
    Amount,
    CountValue,
    Cue,
    Draft,
    Metric,
    Noun,
    Period,
    Population,
    Story,
    Topic,
    Zone,
)
from extract.counts.words import (
    A_CASE,
    ADDED,
    ALL_STAFF,
    AMONG_AT,
    AND_NOUN_AT,
    BACK,
    CAME_FROM_AT,
    CAME_TO_AT,
    CONDITION,
    CUMULATIVE,
    DAILY,
    DAY,
    EACH_BEFORE,
    HELPERS,
    LISTED,
    NAMES_END,
    NEW,
    NOUNS_AT,
    OF_TOTAL,
    PATIENTS,
    PEAK,
    REFERS,
    REGION_TURN,
    RESULT_AT,
    SO_FAR,
    STANDS_AT,
    SUM_ALONE,
    THE_NEW,
    THE_SAME_AT,
    TODAY,
    UPON,
    WAS_AT,
    WENT_HOME,
    WORD,
)

_LASTS: Final = 2  # sentences without a count, such as a quotation, after which a story is forgotten
_REMEMBERED: Final = 12  # counts; no breakdown reaches further back


class Sentence:
    """Reads the counts of one sentence.

    `story` is what the sentences before it told, `tested` the people whom they counted last, ill or not.
    """

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        *,
        number: int,
        amounts: Sequence[Amount],
        story: Story | None,
        tested: Population | None,
    ) -> None:
        self.text, self.start, self.end, self.number = text, start, end, number
        self.amounts, self.story, self.tested = amounts, story, tested
        self.clauses = Clauses(text, start, end, amounts, text[start:end].isupper())
        self.topic: Topic | None = None
        self.told: list[Topic] = []
        self.fronted: Population | None = None  # "Dari kalangan nakes, 12 orang positif"
        self.back: int | None = None  # where a clause such as "Di antara mereka," starts
        self.drafts: list[Draft] = []
        self.waiting: list[tuple[Zone, Population | None]] = []

    def read(self) -> tuple[list[Draft], Story | None]:
        """The counts of the sentence, and the story with which the next one may go on."""
        conditions = (m.start() for m in CONDITION.finditer(self.text, self.start, self.end) if not m["said"])
        limit = next(conditions, self.end)
        for start, end in self.clauses.spans():
            if start < limit:
                self._read_clause(start, end)
        if all(draft.rule == "carried_over" for draft in self.drafts):
            self._read_parts()
        return [draft for draft in self.drafts if self._is_told(draft)], self._told_on()

    def counted_people(self) -> Population | None:
        """Who were counted last, ill or not: "903 ASN menjalani tes cepat". Those who did the work are not meant."""
        nouns = [nouns for amount in self.amounts if (nouns := NOUNS_AT.match(self.text, amount.end, self.end))]
        if not nouns or HELPERS.search(nouns[-1]["nouns"]):
            return None
        return self.clauses.named(nouns[-1].start(), nouns[-1].end())

    def _told_on(self) -> Story | None:
        """The story so far. Other people counted in between end it: "dua di antaranya" would be of them."""
        before = self.story.told if self.story else ()
        if self.told:
            return Story((*before, *self.told)[-_REMEMBERED:], tuple(self.told))
        others = any(NOUNS_AT.match(self.text, amount.end, self.end) for amount in self.amounts)
        if self.story is None or (others and not self.drafts) or self.story.age >= _LASTS:
            return None
        return replace(self.story, age=self.story.age + 1)

    # -- clauses --------------------------------------------------------------------------------------------------

    def _read_clause(self, start: int, end: int) -> None:
        self.fronted = self.clauses.base(start, end) or self.fronted
        zones = list(self.clauses.zones(start, end))
        if not zones:
            self._read_topic(start, end)
        for zone in zones:
            self._read_zone(zone)

    def _read_topic(self, start: int, end: int) -> None:
        """A clause without an amount: it names the topic of the next ones, or tells of those before it."""
        cue = self.clauses.cue(start, end)
        if cue is None:
            if WORD.search(self.text, start, end):
                self.waiting.clear()
            self.fronted = self.clauses.circle(start, end) or self.fronted
            if self.back is None and BACK.search(self.text, start, end):
                self.back = start
            return
        population = self.clauses.bearer(start, end)
        coordinated = AND_NOUN_AT.match(self.text, start, cue.start) and self.clauses.is_joined(start, cue.start)
        if coordinated or self.clauses.is_light(start, cue.start):
            self._settle(cue.metric, new=TODAY.search(self.text, self.start, self.end) is not None)
        new = NEW.search(self.text, start, end) is not None
        before = self.topic.population if self.topic else None
        self._set_topic(Topic(cue.metric, population or before, new))

    def _set_topic(self, topic: Topic) -> None:
        self.topic = topic
        self.told.append(topic)

    def _read_zone(self, zone: Zone) -> None:
        noun = self.clauses.noun(zone, listed=self.topic is not None and self.topic.counted)
        if not noun.counted or self.clauses.is_bound(zone.amount) or self.clauses.is_rate(zone, noun.end):
            return
        cue = self.clauses.own_cue(zone, noun.end)
        metric, rule = self._metric(zone, noun, cue)
        if metric is None:
            if self.topic is None and self._may_wait(zone, noun.end):
                self.waiting.append((zone, noun.population))
            return
        new = self._is_new(zone, cue)
        if cue is None or not cue.weak or rule == "cue":
            self._settle(metric, new=new)
        if metric == "active" and THE_SAME_AT.match(self.text, noun.end, self.end):
            return  # "Dua staf tersebut kini menjalani isolasi": they have been counted
        named = self.clauses.named(zone.amount.end, noun.end) if metric == "close_contact" else noun.population
        who = named or (self._added_up() if rule == "summed" else self._inherited(zone, noun.end, metric))
        self._add(zone, noun.end, population=who, metric=metric, new=new, cue=cue, rule=rule)

    # -- what became of them --------------------------------------------------------------------------------------

    def _metric(self, zone: Zone, noun: Noun, cue: Cue | None) -> tuple[Metric | None, str]:
        if self._is_of_suspects(zone, cue):
            return None, ""
        if self._went_home(zone, cue):
            return "recovered", "cue"
        if cue and not cue.weak:
            return cue.metric, "cue"
        light = self.clauses.is_light(zone.left, zone.amount.start)
        refers = light and REFERS.search(self.text, zone.left, zone.amount.start)
        if cue and not (self.topic and refers):
            return cue.metric, "case"
        return self._carried(zone, noun, cue, light=bool(light))

    def _carried(self, zone: Zone, noun: Noun, cue: Cue | None, *, light: bool) -> tuple[Metric | None, str]:
        """The metric of an amount that goes on with what was told; `light` when nothing else stands before it."""
        bare = noun.identified or self.clauses.is_bare(noun.end, zone.right)
        upon = UPON.search(self.text, max(self.start, zone.amount.start - 40), zone.amount.start)
        if not bare or upon or self.clauses.is_tested(zone.left, zone.right):
            return None, ""
        if self.topic and (light or cue):
            return self.topic.metric, "carried"
        if summed := self._sums_up(zone, noun):
            return summed, "summed"
        if light and (back := self._of_before(zone, noun.end)):
            return back, "carried_over"
        return (cue.metric, "case") if cue else (None, "")

    def _whole_of(self, zone: Zone) -> Topic | None:
        """What was told last, if the amount is a part of it: "satu di antaranya"."""
        if not AMONG_AT.match(self.text, zone.amount.end, zone.right):
            return None
        return self.topic or (self.story.told[-1] if self.story else None)

    def _is_of_suspects(self, zone: Zone, cue: Cue | None) -> bool:
        """Whether these are suspects in care or found healthy, who are told as suspects and no more.

        "3 pasien dalam pengawasan, satu di antaranya dirawat"; "ODP selesai dipantau, 210 orang dinyatakan sehat".
        """
        if cue is None:
            return False
        whole = self._whole_of(zone) if cue.metric == "active" else self.topic
        healthy = cue.metric == "recovered" and "sehat" in self.text[cue.start : cue.end].lower()
        return bool(whole and whole.metric == "suspected" and (cue.metric == "active" or healthy))

    def _went_home(self, zone: Zone, cue: Cue | None) -> bool:
        """Whether these are patients sent home: "15 pasien positif, 9 di antaranya sudah pulang"."""
        if cue or not WENT_HOME.search(self.text, zone.amount.end, zone.right):
            return False
        whole = self._whole_of(zone)
        return whole is not None and whole.metric in ("confirmed", "active")

    def _sums_up(self, zone: Zone, noun: Noun) -> Metric | None:
        """The metric of a bare addition or sum: "Kemarin bertambah tiga orang", "Jumlah kumulatif menjadi 689"."""
        start = self.start if zone.amount is self.amounts[0] else zone.left
        alone = SUM_ALONE.fullmatch(self.text, start, zone.amount.start)
        if not alone or not self.story or noun.population is not None:
            return None
        metrics = {topic.metric for topic in self.story.last}
        added = NEW.search(self.text, zone.left, zone.amount.start)
        grows = added or self.story.last[-1].value is None or (zone.amount.value or 0) >= self.story.last[-1].value
        return metrics.pop() if grows and len(metrics) == 1 else None

    def _of_before(self, zone: Zone, noun_end: int) -> Metric | None:
        """The metric of the story that the clause goes back to; a bare addition after a list of several is of cases."""
        start = zone.left if self.back is None else self.back
        if not self.story or not BACK.search(self.text, start, noun_end) or self._is_of_others(zone, start):
            return None
        if PEAK.search(self.text, start, zone.amount.start):
            return self.story.told[-1].metric
        several = len({topic.metric for topic in self.story.last}) > 1
        if several and ADDED.search(self.text, zone.left, zone.amount.start):
            return "confirmed"
        new = NEW.search(self.text, start, zone.amount.start) is not None
        if OF_TOTAL.search(self.text, start, zone.amount.start):
            return max(self.story.told, key=lambda topic: topic.value or 0).metric
        whole = self.story.whole(zone.amount.value, new=new) or self.story.told[-1]
        return whole.metric

    def _is_of_others(self, zone: Zone, start: int) -> bool:
        """Whether these are people met, or the strength of the staff: "Mereka sempat rapat dengan 20 orang"."""
        met = self.text.startswith("dengan", zone.left) and not self.clauses.is_light(start, zone.left)
        return met or ALL_STAFF.search(self.text, self.start, zone.amount.start) is not None

    def _may_wait(self, zone: Zone, noun_end: int) -> bool:
        """Whether the cue may still come: "12 ASN dan 5 perawat positif"."""
        light = self.clauses.is_light(zone.left, zone.amount.start)
        return (
            light and self.clauses.is_bare(noun_end, zone.right) and not self.clauses.is_tested(zone.left, zone.right)
        )

    def _settle(self, metric: Metric, *, new: bool) -> None:
        """Give the waiting amounts the metric that has come."""
        waiting, self.waiting = self.waiting, []
        last: Population | None = None
        for zone, population in waiting:
            noun_end = self.clauses.noun(zone, listed=False).end
            shares = EACH_BEFORE.search(self.text, zone.left, zone.amount.start)
            last = population or (last if shares else None)
            who = last or "general"
            self._add(zone, noun_end, population=who, metric=metric, new=new, cue=None, rule="coordinated")

    # -- whose and when -------------------------------------------------------------------------------------------

    def _inherited(self, zone: Zone, noun_end: int, metric: Metric) -> Population:
        """Whose count it is when its own noun is only "orang"; close contacts of the staff need not be staff."""
        if bearer := self.clauses.bearer(zone.left, zone.amount.start):
            return bearer
        found = RESULT_AT.match(self.text, self.start, zone.amount.start) and self.topic is None
        base = self.fronted or (self.tested if found else None)
        if base and not PATIENTS.search(self.text, zone.left, noun_end):
            return base
        if metric == "close_contact" or PATIENTS.search(self.text, zone.amount.end, noun_end):
            return "general"
        if self.topic and self.topic.population:
            return self.topic.population
        goes_back = self.topic is None or (not self.topic.counted and BACK.search(self.text, self.start, zone.left))
        if not goes_back or not self.story or self._turns_to_region(zone):
            return "general"
        whole = self.story.whole(zone.amount.value)
        return (whole.population if whole else None) or "general"

    def _added_up(self) -> Population:
        """Whose sum it is: that of the people before, where all of them are the same."""
        people = {topic.population for topic in self.story.told} if self.story else set()
        return (people.pop() if len(people) == 1 else None) or "general"

    def _turns_to_region(self, zone: Zone) -> bool:
        """Whether the sentence has left the people of the one before: "kasus positif di kota ini 40 orang"."""
        back = BACK.search(self.text, zone.left, zone.amount.start)
        cases = PATIENTS.search(self.text, zone.left, zone.amount.start) and not back
        return bool(cases or REGION_TURN.search(self.text, self.start, zone.amount.start))

    def _is_new(self, zone: Zone, cue: Cue | None) -> bool:
        clause = (zone.left, zone.right)
        if NEW.search(self.text, *clause):
            return True
        if self._earlier(zone.amount):
            return DAILY.search(self.text, self.start, zone.left) is not None
        if CUMULATIVE.search(self.text, *clause):
            return False
        if self.back is not None and THE_NEW.search(self.text, self.back, zone.left):
            return True
        # "Kemarin kasus aktif mencapai 61 orang": as it stands on that day
        stands = cue is not None and cue.metric in STOCKS and STANDS_AT.search(self.text, *clause)
        of_day = TODAY.search(self.text, self.start, zone.right) or DAY.search(self.text, self.start, zone.left)
        if of_day and not stands:
            return True
        # "sembuh 108 (bertambah 96), meninggal 20": what is in brackets does not go on
        aside = self.drafts and ")" in self.text[self.drafts[-1].end : zone.amount.start]
        turned = aside or REGION_TURN.search(self.text, *clause)
        listed = self.clauses.is_light(zone.left, zone.amount.start) and not turned
        goes_on = cue is None or cue.weak or listed or (self.topic is not None and not self.topic.counted)
        return bool(self.topic and self.topic.new and goes_on and not STANDS_AT.search(self.text, *clause))

    def _add(
        self,
        zone: Zone,
        noun_end: int,
        *,
        population: Population,
        metric: Metric,
        new: bool,
        cue: Cue | None,
        rule: str,
    ) -> None:
        amount = zone.amount
        period: Period = "new" if new else "current" if metric in STOCKS else "cumulative"
        start = min(amount.start, cue.start) if cue else amount.start
        end = max(noun_end, cue.end) if cue else noun_end
        count = CountValue(metric, population, amount.value, amount.approximate, period)
        said = CUMULATIVE.search(self.text, zone.left, zone.right) or SO_FAR.search(self.text, zone.left, amount.start)
        draft = Draft(amount, count, start, end, rule, self.number, silent=not said and (cue is None or cue.weak))
        if earlier := self._earlier(amount):
            self.drafts.append(self._before(earlier, draft))
        times = self._times(amount)
        if times > 1:
            self.drafts.extend(replace(draft, value=replace(count, part=i), rule="each") for i in range(1, times + 1))
        else:
            self.drafts.append(draft)
        if (not new or metric in STOCKS) and (earlier := self._previous(amount, noun_end)):
            self.drafts.append(self._before(earlier, draft))
        inherits = None if population == "general" else population
        self._set_topic(Topic(metric, inherits, new, amount.value, counted=True))

    def _earlier(self, amount: Amount) -> Amount | None:
        """What the count was before, told beside what it is: "dari 12 orang pada akhir Agustus menjadi 73 orang"."""
        at = bisect_left(self.amounts, amount.start, key=lambda other: other.start)
        before = self.amounts[at - 1]
        if not at or before.value in (None, amount.value) or any(draft.amount == before for draft in self.drafts[-1:]):
            return None
        came_from = CAME_FROM_AT.search(self.text, max(self.start, before.start - 30), before.start)
        came_to = CAME_TO_AT.fullmatch(self.text, before.end, amount.start)
        return before if came_from and came_to else None

    def _previous(self, amount: Amount, noun_end: int) -> Amount | None:
        """What the count was before, told behind it: "menjadi 8 orang dari sebelumnya 14 orang"."""
        at = bisect_left(self.amounts, amount.end, key=lambda other: other.start)
        follows = at < len(self.amounts) and WAS_AT.fullmatch(self.text, noun_end, self.amounts[at].start)
        return self.amounts[at] if follows else None

    def _before(self, earlier: Amount, draft: Draft) -> Draft:
        """The count of an earlier day, of the people of `draft`."""
        nouns = NOUNS_AT.match(self.text, earlier.end, self.end)
        count = replace(draft.value, value=earlier.value, approximate=earlier.approximate)
        end = nouns.end() if nouns else earlier.end
        return Draft(earlier, count, earlier.start, end, "earlier", self.number)

    # -- shares and parts -----------------------------------------------------------------------------------------

    def _times(self, amount: Amount) -> int:
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
        whole = self.story.told[-1] if self.story else None
        people = [a for a in self.amounts if self._nouns(a)]
        if not whole or not whole.counted or len(people) < 2 or sum(a.value or 0 for a in people) != whole.value:
            return
        if self.drafts and not AMONG_AT.match(self.text, people[-1].end, self.end):
            return
        self.drafts.clear()  # "Enam orang bertugas di dinas A, tiga lainnya di dinas B": not the three alone
        for amount in people:
            nouns = cast(re.Match[str], self._nouns(amount))
            population = self.clauses.named(amount.end, nouns.end()) or whole.population or "general"
            period: Period = "new" if whole.new else "current" if whole.metric in STOCKS else "cumulative"
            count = CountValue(whole.metric, population, amount.value, amount.approximate, period)
            self.drafts.append(Draft(amount, count, amount.start, nouns.end(), "parts", self.number))

    def _nouns(self, amount: Amount) -> re.Match[str] | None:
        """What an amount of people stands before: "orang", "pegawai", "lainnya"."""
        at = (self.text, amount.end, self.end)
        return NOUNS_AT.match(*at) or AMONG_AT.match(*at)

    def _is_told(self, draft: Draft) -> bool:
        """A single person is a count only in a list, as a case of the day, or as a death or recovery."""
        if draft.value.value != 1 or draft.value.part or draft.value.metric in ("died", "recovered"):
            return True
        return len(self.drafts) > 1 or A_CASE.search(self.text, draft.amount.end, draft.end) is not None
