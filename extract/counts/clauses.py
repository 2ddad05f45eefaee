"""One clause of a COVID-19 report: its amounts, the nouns behind them and the cues that say what became of the people.

Everything here looks only at the words themselves; what a clause takes over from those before it is decided in
`extract.counts.sentences`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from extract.counts.types import Amount, Cue, Metric, Noun, Population, Zone
from extract.counts.words import (
    ACTIVE_VERB,
    AMONG_AT,
    AMOUNTS_TO,
    APART,
    AT_OFFICE_AT,
    AUXILIARY_AT,
    AVERAGE,
    BASE,
    CASE,
    CASES_AT,
    CIRCLE,
    CLAUSE,
    CUE,
    ENDS_AT,
    FOREIGN_AT,
    LIGHT,
    MAY,
    MET_AT,
    NEGATED,
    NOT_CASES,
    NOUN_IN,
    NOUNS_AT,
    OF_AT,
    OFFICE,
    PATIENTS,
    RATE_AT,
    REMAINS_AT,
    RESIDENTS,
    SAID_THAT,
    SAYS,
    SMALL_BOUND,
    STRENGTH,
    TOTAL_CASES_AT,
    TREATS,
    UPON,
    WHERE,
    WHERE_OR_WHEN,
    WHO,
    WORD,
)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of the sentence `text[start:end]`, in which `amounts` stand."""

    text: str
    start: int
    end: int
    amounts: Sequence[Amount]
    all_caps: bool

    def spans(self) -> Iterator[tuple[int, int]]:
        """Where each clause starts and ends."""
        start = self.start
        for match in CLAUSE.finditer(self.text, self.start, self.end):
            if match.end() > start:
                yield start, match.start()
                start = match.end()
        yield start, self.end

    def _inside(self, start: int, end: int) -> Sequence[Amount]:
        """The amounts that begin between two places."""
        first, last = (bisect_left(self.amounts, place, key=lambda amount: amount.start) for place in (start, end))
        return self.amounts[first:last]

    def zones(self, start: int, end: int) -> Iterator[Zone]:
        """Each amount of a clause with its share of the words; a base amount ("dari 45 pegawai") has none."""
        inside = [a for a in self._inside(start, end) if not FOREIGN_AT.match(self.text, a.end, end)]
        counts = [a for a in inside if not self._is_base(a, start)]
        backward = len(counts) > 1 and self.cue(start, counts[0].start) and not self.cue(counts[-1].end, end)
        for index, amount in enumerate(counts):
            left = counts[index - 1].end if index else start
            right = counts[index + 1].start if index + 1 < len(counts) else end
            if len(counts) > 1:
                left, right = (left, amount.end) if backward else (left if index == 0 else amount.start, right)
            yield Zone(amount, left, right)

    def _is_base(self, amount: Amount, start: int) -> bool:
        based = BASE.search(self.text, max(start, amount.start - 40), amount.start)
        if based is None:
            return False
        before = self.text[start : based.start()].strip(' "')
        opens = based[0].lower().startswith("dari") and (not before or SAID_THAT.search(before))
        return not (
            (opens and CASES_AT.match(self.text, amount.end))
            or ("total" in based[0].lower() and TOTAL_CASES_AT.match(self.text, amount.end))
        )

    def base(self, start: int, end: int) -> Population | None:
        """The people of whom a clause tells a part: "dari 250 pegawai yang dites", "tes terhadap 312 pegawai"."""
        for amount in self._inside(start, end):
            near = (max(start, amount.start - 40), amount.start)
            if BASE.search(self.text, *near) or UPON.search(self.text, *near):
                nouns = NOUNS_AT.match(self.text, amount.end, end)
                return self.named(amount.end, nouns.end()) if nouns else None
        return None

    # -- nouns ----------------------------------------------------------------------------------------------------

    def noun(self, zone: Zone, *, listed: bool) -> Noun:
        """What the amount counts; `listed` when a count stands before it in the same list."""
        end, amount = zone.amount.end, zone.amount
        if of := OF_AT.match(self.text, end, zone.right):
            end = next((a.end for a in self.amounts if a.start == of.end()), end)
            if FOREIGN_AT.match(self.text, end, zone.right):
                return Noun(end, None, counted=False)  # "18 dari 27 kecamatan"
        if nouns := NOUNS_AT.match(self.text, end, zone.right):
            end = nouns.end()
        among = AMONG_AT.match(self.text, end, zone.right) or AMONG_AT.match(self.text, amount.end, zone.right)
        if among:
            end = max(end, among.end())
        population = self.named(amount.end, end) or self.circle(end, min(zone.right, end + 80))
        if nouns and population is None and RESIDENTS.search(nouns["nouns"]):
            population = "general"
        counted = bool(nouns or among) or self._counts_alone(zone, listed=listed)
        return Noun(end, population, counted, identified=bool(among and among["noun"]))

    def named(self, start: int, end: int) -> Population | None:
        """The first population that is more than "orang"."""
        nouns = (population_of(WHO, match) for match in NOUN_IN.finditer(self.text, start, end))
        return next((population for population in nouns if population != "general"), None)

    def circle(self, start: int, end: int) -> Population | None:
        """The people of "di lingkungan pemkot", "dari kalangan ASN", "di kantor itu"."""
        if AT_OFFICE_AT.match(self.text, start, end):
            return "asn"
        if match := CIRCLE.search(self.text, start, end):
            return population_of({**WHERE, **WHO}, match)
        office = OFFICE.search(self.text, start, end)
        return "asn" if office and not MET_AT.search(self.text, start, office.start()) else None

    def bearer(self, start: int, end: int) -> Population | None:
        """The people a clause speaks of: "jumlah PNS yang terpapar", not the head of an agency who speaks."""
        for noun in NOUN_IN.finditer(self.text, start, end):
            cue = CUE.search(self.text, noun.end(), end)
            population = population_of(WHO, noun)
            speaks = cue and SAYS.search(self.text, noun.end(), cue.start())
            if population != "general" and cue and not speaks and self.is_joined(noun.end(), cue.start()):
                return population
        return self.circle(start, end)

    def _counts_alone(self, zone: Zone, *, listed: bool) -> bool:
        """ "206 sembuh", "13.635 sudah pulih", "mencapai 954", "positif di Batam 40", "Kalimantan Utara 4"."""
        end = zone.amount.end
        cue = CUE.search(self.text, end, zone.right)
        if AUXILIARY_AT.match(self.text, end, zone.right) or (cue and not self.text[end : cue.start()].strip()):
            return True
        if not ENDS_AT.match(self.text, end, zone.right):
            return False
        before = self.cue(zone.left, zone.amount.start)
        subject = before is not None and self.is_light(before.end, zone.amount.start)
        goes_on = listed and self.is_light(zone.left, zone.amount.start)
        return bool(subject or goes_on or AMOUNTS_TO.search(self.text, zone.left, zone.amount.start))

    def is_bound(self, amount: Amount) -> bool:
        """ "lebih dari 2 orang": a small bound belongs to a rule, not to a report."""
        bound = SMALL_BOUND.search(self.text, max(self.start, amount.start - 20), amount.start)
        return bool(bound and amount.value is not None and amount.value < 10)

    def is_rate(self, zone: Zone, noun_end: int) -> bool:
        """ "20 kasus per hari", "15 orang setiap kasus", "rata-rata 100 orang"."""
        rate = RATE_AT.match(self.text, noun_end, zone.right)
        return bool(rate or AVERAGE.search(self.text, zone.left, zone.amount.start))

    # -- cues -----------------------------------------------------------------------------------------------------

    def own_cue(self, zone: Zone, noun_end: int) -> Cue | None:
        """The cue of the amount's own clause, if nothing between them makes the amount something else."""
        treats = TREATS.search(self.text, max(zone.left, zone.amount.start - 30), zone.amount.start)
        cue = self._stated_cue(zone, noun_end)
        if treats and cue is None and not self._are_in_care(treats, zone.amount.end, noun_end):
            return None
        if treats and (cue is None or cue.metric == "confirmed"):
            return Cue("active", treats.start(), treats.end())
        return cue

    def _are_in_care(self, treats: re.Match[str], start: int, end: int) -> bool:
        """Whether "merawat 45 pasien" tells of the ill: not of room for them, nor of whoever "remains"."""
        if MAY.search(self.text, max(self.start, treats.start() - 20), treats.start()):
            return False
        return not REMAINS_AT.match(treats[0]) or PATIENTS.search(self.text, start, end) is not None

    def _stated_cue(self, zone: Zone, noun_end: int) -> Cue | None:
        right = self.cue(zone.amount.end, zone.right)
        if right and (right.start < noun_end or self.is_joined(noun_end, right.start)):
            if right.weak and (left := self._left_cue(zone)) and not left.weak:
                return left
            return right
        if self.is_tested(zone.amount.end, zone.right) and not right:
            return None
        return self._left_cue(zone)

    def _left_cue(self, zone: Zone) -> Cue | None:
        left = self.cue(zone.left, zone.amount.start)
        return left if left and self.is_joined(left.end, zone.amount.start) else None

    def cue(self, start: int, end: int) -> Cue | None:
        """The strongest cue between two places; of "positif" and "dirawat" the later one."""
        cues: list[tuple[str, re.Match[str]]] = [
            (m.lastgroup or "", m)
            for m in CUE.finditer(self.text, start, end)
            if not NEGATED.search(self.text, max(start, m.start() - 24), m.start())
        ]
        for name in STRENGTH:
            for group, match in cues:
                if group == name:
                    return Cue(cast(Metric, name), match.start(), match.end())
        if cues:
            group, match = cues[-1]
            return Cue("active" if group == "holding" else "confirmed", match.start(), match.end())
        case = CASE.search(self.text, start, end)
        return Cue("confirmed", case.start(), case.end(), weak=True) if case else None

    # -- the words between ----------------------------------------------------------------------------------------

    def is_tested(self, start: int, end: int) -> bool:
        """Whether people there were tested, vaccinated and the like."""
        return NOT_CASES.search(self.text, start, end) is not None

    def is_joined(self, start: int, end: int) -> bool:
        """Whether the words between an amount and a cue let the one be about the other."""
        words = [m.group() for m in WORD.finditer(self.text, start, end)]
        if len(words) > 14 or self.is_tested(start, end):
            return False
        return not any(w.lower() in APART or (w not in LIGHT and ACTIVE_VERB.match(w)) for w in words)

    def is_light(self, start: int, end: int) -> bool:
        """Whether only names and words of amount stand there."""
        start = max(start, self.text.rfind(":", start, end) + 1)
        words = [m.group() for m in WORD.finditer(self.text, start, end)]
        names = not self.all_caps
        return len(words) <= 14 and all(w.lower() in LIGHT or (names and w[0].isupper()) for w in words)

    def is_bare(self, start: int, end: int) -> bool:
        """Whether nothing more is said of the amount than where and when."""
        rest = self.text[start:end].strip(" \n\"'.:")
        named = bool(rest) and rest[0].isupper() and not self.all_caps
        return not rest or named or WHERE_OR_WHEN.match(rest) is not None


def population_of(table: dict[str, str], match: re.Match[str]) -> Population:
    """The population of the noun that a pattern found, by a table of the lexicon."""
    return cast(Population, table[" ".join(match["noun"].lower().split())])
