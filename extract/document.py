"""An article made ready for reading: cleaned text, its sentences, and the day that it was published."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

_ABBREVIATIONS = frozenset(
    tomllib.loads(Path(__file__).with_name("document.toml").read_text(encoding="utf-8"))["abbreviations"]
)
# A stop, question or exclamation mark, the quotes or brackets that close with it, then white space; or a stop with no
# space where a new sentence plainly begins ("tegasnya.Pegawai"), which scraped pages are full of.
_BOUNDARY = re.compile(
    r"[.!?]{1,3}[\"')\]]{0,3}(?=\s)|(?<=[a-z0-9%)])[.!?](?=[\"']?[A-Z][a-z])|(?<=[a-z])[.!?][\"'](?=[A-Z][a-z])|\n"
)
_ENUMERATOR = re.compile(r"(?:^|\n)[ \t]{0,3}(?:[a-z]|\d{1,2}|[IVX]{1,4})$")  # "a. Level 4: WFH 75 persen" opens a line
_LAST_WORD = re.compile(r"[\w.]{1,12}$")
_IN_NUMBER = re.compile(
    r"\d\S{0,30}/[^\s/]{1,12}$|\d/\S{0,30}$"
)  # "188.45/1211/Bag.Hukum/2020": inside a decree's number
# "Nomor 440/01/VII. Di ...", "eselon II. Selanjutnya ...", "level IV. Kantor ...": the sentence ends with a numeral
_NUMBER_ENDS = re.compile(
    r"\d\S{0,30}/[^\s/]{1,12}$|\b(?:level|eselon|golongan|tahap|jilid|gelombang|kelas)\s{1,3}[IVX]{1,4}$", re.IGNORECASE
)
_STARTS_LOW = re.compile(r"\s*[\"'(]?[a-z]")
_ARTICLES = 4  # texts of which the sentences are remembered: several fields ask for those of one article


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its offsets in the cleaned text, its words, and its place in the article."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str


@lru_cache(_ARTICLES)
def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Sentences of a cleaned text, where a line break always ends one.

    >>> [s.text for s in split_sentences('Plt. Sekda, H. Bangkit, menyebut 1.848 kasus. "Banyak," katanya.Ia pulang.')]
    ['Plt. Sekda, H. Bangkit, menyebut 1.848 kasus.', '"Banyak," katanya.', 'Ia pulang.']
    """
    sentences: list[Sentence] = []
    paragraph = start = 0

    def close(end: int) -> None:
        left = start + len(text[start:end]) - len(text[start:end].lstrip())
        body = text[left:end].rstrip()
        if body:
            sentences.append(Sentence(len(sentences), paragraph, left, left + len(body), body))

    for boundary in _BOUNDARY.finditer(text):
        if boundary.group() == "\n":
            close(boundary.start())
            paragraph += 1
            start = boundary.end()
            continue
        if boundary.start() < start or _inside(text, boundary):
            continue
        close(boundary.end())
        start = boundary.end()
    close(len(text))
    return tuple(sentences)


def _inside(text: str, boundary: re.Match[str]) -> bool:
    """Whether the mark belongs to the middle of a sentence: an abbreviation, or a lower-case word follows."""
    if _STARTS_LOW.match(text, boundary.end(), boundary.end() + 4):
        return True
    if not boundary.group().startswith("."):
        return False
    if _ENUMERATOR.search(text, max(0, boundary.start() - 6), boundary.start()):
        return True
    glued = text[boundary.end() : boundary.end() + 1].strip() != ""
    if glued and _IN_NUMBER.search(text, max(0, boundary.start() - 40), boundary.start()):
        return True
    if not glued and _NUMBER_ENDS.search(text, max(0, boundary.start() - 40), boundary.start()):
        return False
    word = _LAST_WORD.search(text, max(0, boundary.start() - 12), boundary.start())
    return word is not None and (
        word.group().lower() in _ABBREVIATIONS
        or (
            len(word.group()) <= 2
            and word.group().isupper()
            and text[boundary.end() : boundary.end() + 3].strip()[:1].isupper()
        )
    )


@dataclass(frozen=True)
class Text:
    """A cleaned text with its sentences, and where a character stands in them."""

    text: str
    headline_end: int = 0

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return split_sentences(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at `offset` (the one before, for a character between two)."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]
