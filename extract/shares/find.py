"""`find_shares`: from text to the spans of the field; how it goes about it is told in the package's docstring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.conditions import find_conditions
from extract.document import Sentence, split_sentences
from extract.lexicon import compiled
from extract.shares.conditions import attach_conditions, qualify
from extract.shares.places import Tied, lent_sides, tie, to_shares
from extract.shares.quantities import find_quantities
from extract.shares.splits import find_ratios, find_rotation
from extract.shares.types import Condition, Share
from extract.spans import Span
from extract.workplace import find_sides

# "Kini 75 persen ...": the sentence before told the earlier rule
_FROM_NOW = compiled(r"^\W*(?:kini|sekarang)\b")
# A heading or opening of a list: "Berikut rincian untuk sektor non-esensial:"
_OPENS_LIST = compiled(r":\s?$")
# "- 75 persen ...", "a. 75 persen ...", "(2) 75 persen ..."
_LIST_ITEM = compiled(r"^(?:[-*+o•·]|\(?[a-z0-9]{1,2}[.)])")
# Nobody writes such a sentence (the longest of news have some 600 characters): a table or junk, read in no bounded time
_LONGEST_SENTENCE = 5000


def find_shares(text: str) -> list[Span[Share]]:
    """Every share of staff that `text` prints, in order; pairs that make 100 ("75 persen ... 25 persen") are one span.

    >>> found = find_shares("Pegawai di kantor paling banyak 25 persen.")
    >>> [(s.value.wfh_pct, s.value.bound, s.value.basis) for s in found]
    [(75.0, 'min', 'derived')]
    >>> find_shares("Restoran boleh melayani makan di tempat 25 persen kapasitas.")
    []
    """
    shares: list[Span[Share]] = []
    inherited: tuple[Condition, ...] = ()
    area: tuple[Condition, ...] = ()
    previous: Sentence | None = None
    list_paragraph = -1
    for sentence in split_sentences(text):
        if len(sentence.text) > _LONGEST_SENTENCE:
            previous = None
            continue
        if previous is None or not (_LIST_ITEM.match(sentence.text) or sentence.paragraph == list_paragraph):
            inherited = ()
        found = [qualify(s, sentence, previous, area) for s in _in_sentence(sentence, previous, inherited)]
        if found and _FROM_NOW.match(sentence.text):
            shares = _as_past(shares, previous)
        if found:
            area = tuple(c for c in found[-1].value.conditions if c[0] == "region")
        shares += [s.shift(sentence.start) for s in found]
        if _OPENS_LIST.search(sentence.text):
            inherited = tuple(c.value for c in find_conditions(sentence.text) if c.value[0] != "unit")
            list_paragraph = sentence.paragraph
        previous = sentence
    return shares


def _as_past(shares: list[Span[Share]], previous: Sentence | None) -> list[Span[Share]]:
    """ "... dipatok separuh. Kini 75 persen ...": what the sentence before told is the earlier rule."""
    if previous is None:
        return shares
    return [
        replace(s, value=replace(s.value, past=True)) if previous.start <= s.start < previous.end else s for s in shares
    ]


def _in_sentence(sentence: Sentence, previous: Sentence | None, inherited: tuple[Condition, ...]) -> list[Span[Share]]:
    """The shares of one sentence, with offsets in the sentence."""
    text = sentence.text
    together = previous is not None and previous.paragraph == sentence.paragraph
    around = f"{previous.text} {text}" if previous is not None and together else text
    ratios = find_ratios(text, around)
    tied = _tied(text, previous, around, can_borrow=not ratios)
    rotation = find_rotation(text, previous)
    if any(t.quantity.kind != "all" for t in tied):
        rotation = None  # "setiap Jumat 50 persen": no day at home for everybody
    shares = sorted([*ratios, *to_shares(_strongest(tied, bool(ratios)), text)], key=lambda s: s.start)
    if rotation is None:
        return attach_conditions(shares, sentence, previous, inherited)
    return [rotation, *_on_those_days(shares, rotation)]


def _tied(text: str, previous: Sentence | None, around: str, *, can_borrow: bool) -> list[Tied]:
    """The quantities of a sentence with their places; a sentence without a place may borrow that of the one before."""
    quantities = find_quantities(text, previous)
    sides = find_sides(text)
    if can_borrow and quantities and not sides and previous is not None:
        sides = lent_sides(text, previous)
    return tie(quantities, sides, text, around)


def _strongest(tied: list[Tied], has_ratio: bool) -> list[Tied]:
    """Figures before words: words that gloss a figure or a ratio say nothing new, but may tell the earlier rule."""
    kinds = {t.quantity.kind for t in tied if not t.quantity.past}
    best = "percent" if has_ratio or "percent" in kinds else "fraction"
    if not has_ratio and best not in kinds:
        return tied
    return [t for t in tied if t.quantity.kind == best or (t.quantity.past and t.quantity.kind == "fraction")]


def _on_those_days(shares: Sequence[Span[Share]], rotation: Span[Share]) -> list[Span[Share]]:
    """Everybody at home on those days ("setiap Jumat semua ASN WFH"), beside the rotation over the week."""
    if not rotation.rule.endswith("days"):
        return []
    days = tuple(c.value for c in find_conditions(rotation.text) if c.value[0] == "period")
    days = days or (("period", rotation.text.lower()),)
    return [replace(s, value=replace(s.value, conditions=days)) for s in shares]
