"""Headings and list openings: the conditions that they set for the items under them.

"Berikut rincian untuk sektor esensial:" opens a list; "A. Kantor Pemerintahan Sektor Esensial" and, under it, "1. Jawa
dan Bali" are headings of lines that tell one share for each level.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from extract.conditions import Kind, find_conditions
from extract.document import Sentence
from extract.lexicon import any_of, compiled, lists
from extract.shares.types import Condition
from extract.workplace import Side, find_sides

# A heading or opening of a list: "Berikut rincian untuk sektor non-esensial:"
_OPENS_LIST = compiled(r":\s?$")
# "Berikut rinciannya untuk kantor sektor non-esensial.", with the lists in the lines below
_ANNOUNCES = compiled(r"^\W*(?:berikut|inilah|simak) [^\n]{0,150}\bsektor\b[^\n]{0,40}\.$")
# "- 75 persen ...", "a. 75 persen ...", "(2) 75 persen ..."
_LIST_ITEM = compiled(r"^(?:[-*+•·]|o |\(?[a-z0-9]{1,2}[.)])")
# "Di semua daerah, WFO maksimal 100 persen": an item that holds wherever
_EVERYWHERE = compiled(
    r"^\W*(?:(?:di|untuk|pada|bagi) )?(?:semua|seluruh|setiap|tiap) "
    r"(?:daerah|wilayah|level|zona|provinsi|kabupaten|kota)\b"
)
# What a heading may hold besides its condition: a label, "kantor pemerintahan", "wilayah"; a sentence holds more
_LABEL = compiled(r"^\W*(?:[a-z0-9]{1,2}[.)] ?)?")
_HAS_FIGURE = compiled(r"%|\bpersen\b")
# "3. Zona merah", "b) Sektor esensial"
_NUMBERED = compiled(r"^\W{0,2}(?P<label>\d{1,2}|[a-zA-Z])[.)]")
_FILLER = compiled(rf"\b{any_of(lists('shares/words')['heading'])}\b|[^\w\s]")
_LONGEST_HEADING = 100  # characters
# Kinds that head lists, those that head others first
_RANKED: Final[tuple[Kind, ...]] = ("sector", "region", "ppkm_level", "zone")
_GRADES: Final = frozenset({"ppkm_level", "zone"})
_SHORT_ITEM = 40  # words of a line that is all that stands under its title: "WFO 100 persen, dengan protokol ketat"


@dataclass(frozen=True, slots=True)
class Heading:
    """The conditions that hold for the items of a list; `paragraph` is that of its opening or of its last item.

    `side` is the place of work that the opening names: "Berikut ketentuan WFO:". `bare` holds until an item stands
    under the title. `label` is the kind of its label ("1" of "3. Zona merah"), `own` the number of its own conditions.
    """

    conditions: tuple[Condition, ...] = ()
    paragraph: int = -1
    titled: bool = False
    side: Side | None = None
    bare: bool = False
    label: str = ""
    own: int = 0

    def over(self, sentence: Sentence) -> Heading:
        """This heading where the sentence is an item under it, else none.

        An item is marked as one, stands in the paragraph of the last one or, under a title, names a level, zone or
        region itself.
        """
        if not self.conditions and self.side is None:
            return _NONE
        if self._leads(sentence) and _is_title(sentence):
            return self
        if self.titled and _kind_of_label(sentence) == self.label != "" and not _HAS_FIGURE.search(sentence.text):
            return _NONE  # "4. Kegiatan belajar mengajar", behind "3. Zona merah"
        marked = _LIST_ITEM.match(sentence.text) is not None
        names = self.titled and any(c.value[0] in _RANKED[1:] for c in find_conditions(sentence.text))
        names = names or (self.titled and _EVERYWHERE.match(sentence.text) is not None)
        alone = self.bare and self._leads(sentence) and len(sentence.text.split()) <= _SHORT_ITEM
        if marked or names or alone or sentence.paragraph == self.paragraph:
            return replace(self, paragraph=sentence.paragraph if self.titled else self.paragraph, bare=False)
        return _NONE

    def after(self, sentence: Sentence) -> Heading:
        """The heading that holds behind the sentence, which may open a list or be a title itself.

        >>> from extract.document import split_sentences
        >>> lines = split_sentences("A. Kantor Sektor Esensial\\n1. Jawa dan Bali")
        >>> Heading().after(lines[0]).after(lines[1]).conditions
        (('sector', 'essential'), ('region', 'java_bali'))
        """
        named = tuple(c.value for c in find_conditions(sentence.text) if c.value[0] != "unit")
        titles = bool(self.conditions) and _is_title(sentence)  # "Jawa dan Bali:", under a sector
        if _ANNOUNCES.match(sentence.text) or (_OPENS_LIST.search(sentence.text) and not titles):
            sides = {side.value for side in find_sides(sentence.text)}
            return Heading(named, sentence.paragraph, side=sides.pop() if len(sides) == 1 else None)
        if not _is_title(sentence):
            return self
        label = _kind_of_label(sentence)
        beside = label and label == self.label  # "3. Zona merah" stands beside "2. Sektor esensial"
        above = self.conditions[: -self.own] if beside else self.conditions
        kept = _above({kind for kind, _ in named}, above) if self.titled or self._leads(sentence) else ()
        return Heading((*kept, *named), sentence.paragraph, titled=True, bare=True, label=label, own=len(named))

    def _leads(self, sentence: Sentence) -> bool:
        """Whether the sentence is the line behind this opening: "Untuk sektor nonesensial:", then "Jawa dan Bali"."""
        return sentence.paragraph - self.paragraph in {1, 2}  # a blank line may stand between


_NONE: Final = Heading()


def _above(kinds: set[Kind], conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """The conditions that a title of these kinds stands under: those of other kinds, up to the first of one of its own.

    Under a new sector the regions are told anew, but the region above it holds on. Levels and zones head nothing.
    """
    first = next((i for i, (kind, _) in enumerate(conditions) if kind in kinds), len(conditions))
    return tuple(c for c in conditions[:first] if c[0] not in _GRADES)


def _kind_of_label(sentence: Sentence) -> str:
    """ "1" for a number, "a" or "A" for a letter, nothing without a label."""
    m = _NUMBERED.match(sentence.text)
    if m is None:
        return ""
    return "1" if m["label"].isdecimal() else "a" if m["label"].islower() else "A"


def _is_title(sentence: Sentence) -> bool:
    """Whether the line names a condition and hardly anything else."""
    text = sentence.text
    if len(text) > _LONGEST_HEADING:
        return False
    named = find_conditions(text)
    if not named or any(c.value[0] not in _RANKED for c in named):
        return False
    rest = text
    for c in sorted(named, key=lambda c: c.start, reverse=True):
        rest = f"{rest[: c.start]} {rest[max(c.end, c.start) :]}" if c.end <= len(rest) else rest[: c.start]
    return not _FILLER.sub(" ", _LABEL.sub("", rest, count=1)).strip()
