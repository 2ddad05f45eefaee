"""The person who issues a rule: the name beside the office, without titles and degrees.

Rules find where a name stands beside an office: behind it ("Plt. Bupati Alor, Drs. H. Yohanis Ndapa, M.Si."), over a
place, brackets or a clause between them, or before it ("Yohanis Ndapa selaku Bupati Alor"). There the names model
(`models.ner`) is asked, about that sentence alone, whether a person stands there, and where the name begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from corpus.regions import Gazetteer
from extract.authority import Authority, Office
from extract.document import Sentence
from extract.findings import Findings
from extract.lexicon import GAP, any_of, compiled, lists
from extract.spans import Span
from models.ner import Name, find_names

_LISTS: Final = lists("issuer_name")
# "Drs. H. ", "Brigjen TNI (Purn) "
_TITLES = rf"(?:\(?(?i:{any_of(_LISTS['titles'])})\b\.?\)?,?{GAP}){{0,8}}"
# A word of a name: "Ndapa", "Ma'ruf", "R."; behind a longer word a stop ends the sentence: "Bupati Wihaji. BATANG -"
_PART = r"(?:[A-Z]\.|[A-Z][\w'’-]+)"
_NAME = rf"(?:{_PART}|I)(?: (?:{_PART}|(?:bin|binti|van|de|al)\b)){{0,4}}"
# ", S.Sos., M.Si", " SE"
_DEGREE = rf"(?:(?:[A-Z][A-Za-z]{{0,4}}\.){{1,3}}[A-Z][A-Za-z]{{0,4}}\b\.?|{any_of(_LISTS['degrees'])}\b\.?)"
_DEGREES_AT_END = compiled(rf"(?:,? {_DEGREE}){{1,6}}$", any_case=False)
_TITLES_AT_START = compiled(rf"^{_TITLES}", any_case=False)
_NO_NAME = compiled(rf"^{any_of(_LISTS['no_names'])}\b", any_case=False)
# "Kadinsos P3AKB Anisatul": the rest of the office
_ABBREVIATION_AT_START = compiled(r"^(?:[A-Z][A-Z\d]{3,9} )+(?=[A-Z][a-z])", any_case=False)
# "Rizal Hermanto Bersama Forkopimda"
_NAME_ENDS = compiled(rf" {any_of(_LISTS['name_ends'])}\b", any_case=False)
# "JakartaPramono Anungmenyambut": the page lost the blanks beside a link, so that nobody can tell where the name begins
_GLUED = compiled(r"[a-z][A-Z]", any_case=False)
_NOT_HOLDER = compiled(rf"\b{any_of(_LISTS['not_holder'])} (?:(?:dari|sang) )?$")
_NOT_HOLDER_REACH: Final = 24  # characters
# Cues of a deputy ("wakil_bupati"), a whole government ("pemkab") or ministry: who is named there is another
_NOT_HEAD: Final = ("wakil", "pem", "kementerian")

# --- behind the office -----------------------------------------------------------------------------------------------
# "(Kalbar)", "(PANRB)", "(Wako)"
_BRACKETS = compiled(r"\s{0,3}\([^()\n]{1,40}\)")
# " yang baru dilantik,", " dua periode,"
_CLAUSE = compiled(r",? (?:yang|dua|tiga|periode|terpilih|definitif|petahana|asal|termuda)\b[^,.;:\n\"]{0,60},")
_BEFORE_PLACE: Final = 3  # characters between the office and its place: ", "
_LINKS: Final = 4  # brackets, places and clauses between an office and its holder
# "Republik Indonesia (RI)", "Bapak"
_BEHIND = compiled(
    rf"[\s,:]{{0,3}}(?:(?:Republik|RI|Indonesia)\b ?){{0,2}}(?:bernama )?{_TITLES}(?P<name>{_NAME})", any_case=False
)
_REACH: Final = 120  # characters: titles and five words
# --- before the office -----------------------------------------------------------------------------------------------
# "Yohanis Ndapa, S.H., selaku ", "Yohanis Ndapa yang juga menjabat "
_HOLDS = r"(?:selaku|sebagai|yang (?:juga |kini |saat ini ){0,2}(?:menjabat|adalah|merupakan)?(?: sebagai| selaku)?)"
_BEFORE = compiled(rf"(?P<name>{_NAME})(?:,? {_DEGREE}){{0,4}}(?:,? {_HOLDS}|,) $", any_case=False)
# "Sekda Alor Daud Beri, Bupati ...": who stands before the comma is named by another role
_OTHER_ROLE = compiled(rf"\b{any_of(_LISTS['other_roles'])}\b[^,.;\n\"]{{0,60}}$")
# "Kepala Kanwil Kemenag", "Kepala Kantor Wilayah Kementerian Hukum dan HAM Provinsi"
_HEAD_OF_REGIONAL_OFFICE = compiled(
    r"\bKepala (?:Kantor Wilayah|Kanwil)(?: \(Kanwil\))?"
    r"(?: (?:Kementerian (?:[A-Z]\w+ dan )?[A-Z]\w+|Kemen\w+|DJP|BPN))?(?: Provinsi)?",
    any_case=False,
)
_REGION_REACH: Final = 40  # characters: the longest name of a province
_HEADLINE_WORDS: Final = 4
_WINDOW: Final = 300  # characters on each side of a name that the model reads; few sentences are longer
_HEADLINE_SMALL: Final = 0.15  # share of its words that a headline prints small: "di", "dan"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the holder of an office is named, beside it: the offsets of the name as the rules cut it."""

    start: int
    end: int
    before: bool  # the name stands before the office, so that its end is sure, else its start

    @property
    def sure(self) -> int:
        """A character of the name, wherever it is cut."""
        return self.end - 1 if self.before else self.start


#: Says which part of a sentence is the name at a place in it, as offsets into the text; None for no name.
Cut = Callable[[Sentence, Place], tuple[int, int] | None]


def cut_by_rules(sentence: Sentence, place: Place) -> tuple[int, int] | None:
    """All capitalised words."""
    return place.start, place.end


def cut_by_model(sentence: Sentence, place: Place) -> tuple[int, int] | None:
    """The person that the names model finds there."""
    person = _person_at(sentence, place)
    if person is None:
        return None
    start, end = sentence.start + person.start, sentence.start + person.end
    return (start, place.end) if place.before else (place.start, end)


def cut_by_both(sentence: Sentence, place: Place) -> tuple[int, int] | None:
    """Behind an office all capitalised words; before it, where much else stands, the person that the model finds.

    "Di Kota Pariaman, Wali Kota ...", "Wartawan Antara, Bupati ..." name nobody.
    """
    return cut_by_model(sentence, place) if place.before else cut_by_rules(sentence, place)


def find_issuer_name(
    findings: Findings, authority: Authority, office: Office, cut: Cut = cut_by_both
) -> Span[str] | None:
    """The issuer's name as printed beside the office, without titles; None where it is not printed there.

    Of several, the first; for a single word, a later one that holds it ("Bupati Yohanis", "Bupati Yohanis Ndapa").
    """
    first: Span[str] | None = None
    for sentence, place in _places(findings, authority, office):
        name = _name(findings.text.text, cut(sentence, place))
        if name is None:
            continue
        if first is None and " " in name.value:
            return name
        first = first or name
        if " " in name.value and first.value in name.value.split():
            return name
    return first


def _places(findings: Findings, authority: Authority, office: Office) -> Iterator[tuple[Sentence, Place]]:
    """The places where a holder of the office may be named, in the order of the text."""
    for start, end in _offices(findings, authority, office):
        sentence = findings.text.sentence_at(start)
        if _is_headline(sentence, findings.article.title):
            continue
        if _NOT_HOLDER.search(findings.text.text, max(sentence.start, start - _NOT_HOLDER_REACH), start):
            continue
        place = _behind(findings, sentence, end) or _before(findings.text.text, sentence, start)
        if place is not None:
            yield sentence, place


def _offices(findings: Findings, authority: Authority, office: Office) -> Iterator[tuple[int, int]]:
    """Offsets of the words that name the office: the region's, or one without a place in a sentence on its decision."""
    inside = {s.index for s in authority.sentences}
    for mention in findings.offices:
        found = mention.value
        if found.office != office or found.cue.startswith(_NOT_HEAD) or (office == "agency" and not found.title):
            continue
        if (
            authority.region_code in found.candidates
            if found.candidates
            else findings.sentence(mention).index in inside
        ):
            yield mention.start, mention.end
    if authority.agency is not None:
        for m in _HEAD_OF_REGIONAL_OFFICE.finditer(findings.text.text):
            behind = findings.text.text[m.end() : m.end() + _REGION_REACH]
            region = next((name.end for name in Gazetteer.load().find(behind) if name.start <= 1), 0)
            yield m.start(), m.end() + region


def _is_headline(sentence: Sentence, title: str | None) -> bool:
    """Whether every word is capital, so that capitals tell no name: "Gubernur Pramono Cabut Kebijakan WFH"."""
    return _reads_as_headline(sentence.text, title)


@lru_cache(1)  # asked of every office in a sentence
def _reads_as_headline(text: str, title: str | None) -> bool:
    words = [word for word in text.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    same = text.casefold().split() == (title or "").casefold().split()
    return same or (len(words) >= _HEADLINE_WORDS and small <= len(words) * _HEADLINE_SMALL)


def _behind(findings: Findings, sentence: Sentence, at: int) -> Place | None:
    text = findings.text.text
    for _ in range(_LINKS):
        region = next((r for r in findings.regions if r.start <= at + _BEFORE_PLACE and r.end > at), None)
        link = _BRACKETS.match(text, at, sentence.end) or _CLAUSE.match(text, at, sentence.end)
        if region is not None and text[at : region.start].strip(" ,") == "":
            at = region.end
        elif link is not None:
            at = link.end() - link.group().endswith(",")
        else:
            break
    m = _BEHIND.match(text[at : min(at + _REACH, sentence.end)])
    if m is None or _NO_NAME.match(m["name"]):
        return None
    return Place(at + m.start("name"), at + m.end("name"), before=False)


def _before(text: str, sentence: Sentence, at: int) -> Place | None:
    start = max(sentence.start, at - _REACH)
    m = _BEFORE.search(text[start:at])
    if m is None or _NO_NAME.match(m["name"]) or _OTHER_ROLE.search(text[start : start + m.end("name")]):
        return None
    return Place(start + m.start("name"), start + m.end("name"), before=True)


def _person_at(sentence: Sentence, place: Place) -> Name | None:
    """The person that the names model finds at a place; its offsets are into the sentence."""
    sure = place.sure - sentence.start
    first = max(0, sentence.text.rfind(" ", 0, max(0, sure - _WINDOW)) + 1)
    (names,) = find_names([sentence.text[first : sure + _WINDOW]])
    found = next((n for n in names if n.label == "PER" and n.start <= sure - first < n.end), None)
    return found and replace(found, start=found.start + first, end=found.end + first)


def _name(text: str, cut: tuple[int, int] | None) -> Span[str] | None:
    """The name in a cut, without titles and degrees; None for a region, glued words, or when nothing is left."""
    if cut is None:
        return None
    start, end = cut
    words = text[start:end]
    if m := _TITLES_AT_START.match(words):
        start, words = start + m.end(), words[m.end() :]
    if m := _ABBREVIATION_AT_START.match(words):
        start, words = start + m.end(), words[m.end() :]
    if m := _NAME_ENDS.search(words):
        words = words[: m.start()]
    words = _DEGREES_AT_END.sub("", words).rstrip(".,'’- ")
    if not words or _GLUED.search(words) or Gazetteer.load().lookup(words):
        return None
    return Span("issuer_name", start, start + len(words), words, " ".join(words.split()), "issuer_name.beside_office")
