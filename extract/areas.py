"""Of which area a case count is: the place told beside it, else the region that the article is about.

News breaks a province's new cases down by regency, and ends a report of a city with the nation's figures. A count is of
the place named just before it ("Balikpapan sebanyak 153 kasus, Samarinda 113 kasus"), or just behind it with "di" or
"dari" ("131 orang di Jakarta"); a further count of the same sentence goes on about the same place.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.authority import Authority, find_authorities, place_of
from extract.counts import CountValue
from extract.findings import Findings
from extract.lexicon import compiled
from extract.regions import NATIONAL, RegionMention
from extract.spans import Span

# "secara nasional", "di Indonesia", "di Tanah Air"
_NATION = compiled(r"\b(?:secara nasional|di (?:seluruh )?indonesia|indonesia (?:mencatat|menembus)|di tanah air)\b")
# "Pemerintah melaporkan kasus Covid-19 bertambah", "kasus Covid-19 di Indonesia": how a report on the nation opens
_OF_NATION = compiled(
    r"\bpemerintah (?:pusat )?(?:melaporkan|mencatat|mengumumkan)\b"
    r"|\b(?:kasus|pasien)(?: [\w-]{1,15}){0,3} (?:di )?indonesia\b"
)
_OPENING = 2  # sentences
# "131 orang positif di Jakarta": the words between a count and the place behind it
_BEHIND = compiled(r"^[^.;,\n]{0,25}\b(?:di|dari|asal|untuk)(?: (?:provinsi|wilayah|daerah))?[ \"(]{0,2}$")
_NO_PLACE = frozenset({"dateline", "dprd"})
_SPEAKERS = ("wakil", "gubernur", "bupati", "wali_kota", "sekda")


def find_areas(
    findings: Findings, counts: Sequence[Span[CountValue]], main: Authority | None
) -> list[tuple[str, Span[object]] | None]:
    """For each of `counts` (in order) the code of its area and the words that tell it; None where no area is told.

    `main` is the authority whose decision the article reports, None where it reports none.
    """
    about = _about(findings, main) if counts else None
    areas: list[tuple[str, Span[object]] | None] = []
    told: list[tuple[str, Span[object]]] = []  # in the sentence of the count before
    for at, count in enumerate(counts):
        sentence = findings.sentence(count).sentence
        before = findings.sentence(counts[at - 1]).sentence if at else None
        start = counts[at - 1].end if before == sentence else sentence.start
        end = min(counts[at + 1].start, sentence.end) if at + 1 < len(counts) else sentence.end
        if before != sentence and not (before and before.paragraph == sentence.paragraph and len(told) == 1):
            told = []  # a breakdown by place ends with its sentence, a report on one place with its paragraph
        if own := _behind(findings, count, end, main) or _before(findings, start, count, main):
            told = [*told, own] if before == sentence else [own]
        areas.append(told[-1] if told else about)
    return areas


def _about(findings: Findings, main: Authority | None) -> tuple[str, Span[object]] | None:
    """What the article as a whole reports on: the region that decides in it, else the nation if it opens on it."""
    if main is not None:
        return main.region_code, main.mention
    for scoped in findings.sentences[:_OPENING]:
        if m := _OF_NATION.search(scoped.sentence.text):
            at = scoped.sentence.start + m.start()
            return NATIONAL, Span("region", at, at + len(m.group()), m.group(), None, "areas.nation")
    authorities = find_authorities(findings)
    return (authorities[0].region_code, authorities[0].mention) if authorities else None


def _behind(
    findings: Findings, count: Span[CountValue], end: int, main: Authority | None
) -> tuple[str, Span[object]] | None:
    for mention in _places(findings, count.start, end):
        if mention.start >= count.end and _BEHIND.search(findings.text.text[count.end : mention.start]):
            return _coded(mention, findings, main)
    return None


def _before(
    findings: Findings, start: int, count: Span[CountValue], main: Authority | None
) -> tuple[str, Span[object]] | None:
    """The place nearest before the count, or the nation where it is told there."""
    nation = None
    for m in _NATION.finditer(findings.text.text, start, count.end):
        nation = Span("region", m.start(), m.end(), m.group(), None, "areas.nation")
    places = _places(findings, start, count.end)
    if nation is not None and (not places or places[-1].start < nation.start):
        return NATIONAL, nation
    return _coded(places[-1], findings, main) if places else None


def _places(findings: Findings, start: int, end: int) -> list[Span[RegionMention]]:
    """The places named in a stretch of text; who speaks there is none of them."""
    return [
        mention
        for mention in findings.regions
        if start <= mention.start < end
        and mention.value.cue not in _NO_PLACE
        and not (mention.value.cue or "").startswith(_SPEAKERS)
    ]


def _coded(mention: Span[RegionMention], findings: Findings, main: Authority | None) -> tuple[str, Span[object]] | None:
    if main is not None and main.region_code in mention.value.candidates:
        return main.region_code, mention
    code = place_of(mention.value, findings)
    return (code, mention) if code else None
