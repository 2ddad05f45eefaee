"""`find_counts`: from text to the spans of the field; how it goes about it is told in the package's docstring."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from corpus.patterns import Pattern
from extract.counts.sentences import Sentence
from extract.counts.types import Amount, CountValue, Draft, Metric, Population, Story
from extract.counts.words import (
    ASIDE,
    CONTEXT,
    CUE,
    DISEASE,
    IGNORED,
    LONGEST,
    NEW,
    ONE,
    OTHER_EVENT,
    PARENTHESIS,
    PLUS,
    SENTENCE_END,
    SUMS_UP,
    SURE,
)
from extract.numbers import NumberValue, find_numbers
from extract.spans import Span

# What a count is of where the disease is not named: "41 kasus baru", "377 pasien", "18 ODP"
_CASES = Pattern(
    r"\b(?:kasus|pasien|positif|terkonfirmasi|sembuh|diisolasi|kematian|meninggal|dirawat|odp|pdp|suspek|reaktif"
    r"|dalam pemantauan|dalam pengawasan)\b",
)


def find_counts(text: str, *, known: bool = False) -> list[Span[CountValue]]:
    """All COVID-19 counts in `text` (a cleaned article), in order; a count told again is given once.

    The span covers the number, its noun and the cue in the same clause. A text that names no sign of the disease gives
    none, so any article may be handed in; `known` says that it is of the disease without naming it ("41 kasus baru").

    >>> report = "Kasus Covid-19: 69 orang positif, sembuh 44 orang, sedangkan yang meninggal tiga orang."
    >>> [(c.value.metric, c.value.value, c.text) for c in find_counts(report)]
    [('confirmed', 69, '69 orang positif'), ('recovered', 44, 'sembuh 44 orang'), ('died', 3, 'meninggal tiga orang')]
    >>> find_counts("Bila ada 3 kasus positif Covid-19, kantor ditutup. Tempat tidur terisi 80 persen.")
    []
    """
    named = CONTEXT.search(text) is not None
    if not (known or named):
        return []
    masked = _mask(text)
    amounts = _amounts(masked)
    begins = [amount.start for amount in amounts]
    other_deaths = OTHER_EVENT.search(masked) is not None
    drafts: list[Draft] = []
    story: Story | None = None
    people: Population | None = None
    for number, (start, end) in enumerate(_sentences(masked)):
        if _is_of_other_event(masked, start, end, doubtful=other_deaths and story is None):
            story = None
            continue
        if not named and story is None and not _CASES.search(masked, start, end):
            continue
        inside = amounts[bisect_left(begins, start) : bisect_left(begins, end)]
        sentence = Sentence(masked, start, end, number=number, amounts=inside, story=story, tested=people)
        found, story = sentence.read()
        people = sentence.counted_people() if inside else people
        drafts.extend(found)
    drafts = _with_additions(_with_parts_of_new(drafts), masked)
    return [
        Span("count", draft.start, draft.end, text[draft.start : draft.end], draft.value, draft.rule)
        for draft in _without_repetitions(drafts)
    ]


def _is_of_other_event(text: str, start: int, end: int, *, doubtful: bool) -> bool:
    """Whether a sentence counts the victims of an accident and the like.

    It does when it names one and not the disease's cases. In an article that names one anywhere (`doubtful`), the dead
    and those in care are of the disease only where the sentence says so.
    """
    if DISEASE.search(text, start, end):
        return False
    if OTHER_EVENT.search(text, start, end):
        return True
    return doubtful and not SURE.search(text, start, end)


def _mask(text: str) -> str:
    """The text, equally long, without bracketed abbreviations and dates and without names that carry a cue word."""

    def blank(match: re.Match[str]) -> str:
        inside = match.group()
        says = CUE.search(inside) or NEW.search(inside)
        counts = PLUS.search(inside) or (says and any(_is_whole(n.value) for n in find_numbers(inside)))
        return inside if counts else " " * len(inside)

    def blank_aside(match: re.Match[str]) -> str:
        return match.group() if find_numbers(match.group()) else " " * len(match.group())

    named = IGNORED.sub(lambda match: "_" * len(match.group()), text)
    return ASIDE.sub(blank_aside, PARENTHESIS.sub(blank, named))


def _amounts(text: str) -> list[Amount]:
    """Whole numbers without a unit, vague amounts, "seorang" in a list, and additions such as "(+82)"."""
    found = [
        Amount(n.start, n.end, None if n.value.value is None else int(n.value.value), n.value.approximate)
        for n in find_numbers(text)
        if _is_whole(n.value)
    ]
    found.extend(Amount(m.start(), m.end(), 1, False) for m in ONE.finditer(text))
    found.extend(Amount(m.start(), m.end(), int(m.group().replace(".", "")), False) for m in PLUS.finditer(text))
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


def _with_parts_of_new(drafts: Sequence[Draft]) -> list[Draft]:
    """Cases by place are new where they break down a new count: "486 kasus baru. Banggai menyumbang 121 kasus".

    The whole is the smallest count of cases before them that the places together fit into.
    """
    dated: list[Draft] = []
    for _, group in groupby(drafts, key=lambda draft: draft.sentence):
        sentence = list(group)
        total = sum(draft.value.value or 0 for draft in sentence)
        places = all(draft.silent and _is_of_cases(draft) and draft.value.value for draft in sentence)
        wholes = [d for d in dated if _is_of_cases(d) and (d.value.value or 0) >= total]
        whole = min(wholes, key=lambda draft: draft.value.value or 0, default=None)
        if places and whole and whole.value.period == "new":
            sentence = [replace(draft, value=replace(draft.value, period="new")) for draft in sentence]
        dated.extend(sentence)
    return dated


def _is_of_cases(draft: Draft) -> bool:
    return draft.value.metric == "confirmed" and draft.value.population == "general"


def _with_additions(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """An amount is new where the sentence adds it up: "tiga kematian sehingga total kematian 48 orang"."""
    dated = list(drafts)
    for at, (draft, following) in enumerate(pairwise(drafts)):
        one, total = draft.value, following.value
        alike = (one.metric, one.population, draft.sentence) == (total.metric, total.population, following.sentence)
        alike = alike and draft.rule != "earlier"
        grows = one.value is not None and total.value is not None and one.value < total.value
        if alike and grows and SUMS_UP.search(text, draft.amount.end, following.amount.start):
            dated[at] = replace(draft, value=replace(one, period="new"))
    return dated


def _without_repetitions(drafts: Sequence[Draft]) -> list[Draft]:
    """The counts without those told again in another sentence; a vague amount gives way to the exact one."""
    told_in: dict[tuple[Metric, Population, int | None], int] = {}
    kept: list[Draft] = []
    for draft in drafts:
        count = draft.value
        if told_in.setdefault((count.metric, count.population, count.value), draft.sentence) == draft.sentence:
            kept.append(draft)
    exact = {(d.value.metric, d.value.population) for d in kept if d.value.value is not None}
    return [d for d in kept if d.value.value is not None or (d.value.metric, d.value.population) not in exact]
