"""More training sentences: people beside their office, as the labelled news hardly names them and ours always does.

"Gubernur Jawa Timur Sari Wulan", "Sari Wulan, Bupati Alor,": in a long run of capitals only the office and the place
tell where the name begins. Each sentence with a person gets a copy in which offices, places, titles and degrees stand
beside the people, outside of the name, and in which some words of their names are blends of two others, so that names
must be told by where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import Final

from models.ner.corpus import LabelledSentence, names
from models.ner.features import known_places

_OFFICES: Final = (
    *("Bupati", "Wali Kota", "Walikota", "Gubernur", "Wakil Bupati", "Wakil Wali Kota", "Wakil Gubernur", "Sekda"),
    *("Plt Bupati", "Plh Wali Kota", "Pj Gubernur", "Penjabat (Pj) Bupati", "Sekretaris Daerah", "Ketua DPRD"),
    *("Kepala Dinas Sosial", "Kepala BKPSDM", "Kepala Dinas Kesehatan", "Kabag Humas Setda", "Juru Bicara Pemkot"),
)
_TITLES: Final = ("H", "Hj", "Drs", "Dr", "Ir", "dr", "Drs H", "Dr H", "Prof", "KH", "Brigjen TNI (Purn)", "Irjen Pol")
_DEGREES: Final = ("SE", "SH", "M.Si", "S.Sos", "MM", "S.H", "M.M", "S.Pd", "SH , MH", "SE , M.Si", "S.T , M.T")
_BLENDED: Final = 0.4  # share of name words that become blends
_TITLED, _WITH_DEGREE, _PLACED = 0.25, 0.15, 0.8  # shares of people with a title, a degree, and of offices with a place

_Tagged = list[tuple[str, str]]


def with_offices(sentences: Sequence[LabelledSentence], seed: int = 0) -> Iterator[LabelledSentence]:
    """A copy of each sentence that names people, with their offices; the same for the same seed."""
    random = Random(seed)
    places = sorted(known_places())
    words = [word for sentence in sentences for word in _words_of_people(sentence)]
    for sentence in sentences:
        people = [(start, end) for start, end, label in names(sentence.tags) if label == "PER"]
        if not people:
            continue
        tagged: _Tagged = []
        done = 0
        for start, end in people:
            tagged += zip(sentence.tokens[done:start], sentence.tags[done:start], strict=True)
            tagged += _beside_office(sentence.tokens[start:end], random, places, words)
            done = end
        tagged += zip(sentence.tokens[done:], sentence.tags[done:], strict=True)
        tokens, tags = zip(*tagged, strict=True)
        yield LabelledSentence(tokens, tags)


def _words_of_people(sentence: LabelledSentence) -> Iterable[str]:
    for start, end, label in names(sentence.tags):
        if label == "PER":
            yield from (word for word in sentence.tokens[start:end] if len(word) > 3 and word.isalpha())


def _beside_office(
    name: Sequence[str], random: Random, places: Sequence[tuple[str, ...]], words: Sequence[str]
) -> _Tagged:
    office = random.choice(_OFFICES).split()
    if random.random() < _PLACED:
        office += random.choice(places)
    titles = random.choice(_TITLES).split() if random.random() < _TITLED else []
    degrees = [",", *random.choice(_DEGREES).split()] if random.random() < _WITH_DEGREE else []
    person = [_blend(word, random, words) for word in name]
    tagged = [(person[0], "B-PER"), *((word, "I-PER") for word in person[1:])]
    inner = [*_outside(titles), *tagged, *_outside(degrees)]
    match random.randrange(4):
        case 0:  # "Bupati Alor, Sari Wulan, "
            return [*_outside([*office, ","]), *inner, *_outside([","])]
        case 1:  # "Sari Wulan, Bupati Alor, "
            return [*inner, *_outside([",", *office, ","])]
        case _:  # "Bupati Alor Sari Wulan"
            return [*_outside(office), *inner]


def _outside(words: Iterable[str]) -> _Tagged:
    return [(word, "O") for word in words]


def _blend(word: str, random: Random, words: Sequence[str]) -> str:
    """The beginning of one name word and the end of another: "Sar" of Sari, "lan" of Wulan."""
    if random.random() >= _BLENDED or not word.isalpha():
        return word
    first, last = random.choice(words), random.choice(words)
    return first[: (len(first) + 1) // 2] + last[len(last) // 2 :].lower()
