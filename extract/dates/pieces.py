"""Atoms joined to pieces: "besok", "Kamis" and "26/03/2020" become "besok, Kamis (26/03/2020)".

A piece is what one date is printed as. What only looks like one ("1/2", "24/7", "minggu" for a week) is left out here
or marked as not firm, because here its neighbours are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from extract.dates.words import DAYS_OFF, TO, Atom, AtomKind

_S = r"\s{1,6}"
_O = r"\s{0,6}"
_LOOK: Final = 48  # characters of context before a piece
TIME_OF_DAY: Final = r"(?:dini hari|pagi|siang|sore|petang|malam|subuh|tadi)"

CALENDAR: Final[frozenset[AtomKind]] = frozenset({"day", "days", "weak", "weak_days", "day_only"})
_WEAK: Final[frozenset[AtomKind]] = frozenset({"weak", "weak_days"})

# "Senin (", "Senin malam, ", "besok, ", "hari Senin tanggal "
_HEAD_GAP = re.compile(rf"{_O}(?:{TIME_OF_DAY}\s?){{0,2}}[,:]?{_O}[(\[]?{_O}(?:(?:tanggal|tgl\.?|hari){_S}){{0,2}}")
# "(13/5) esok"
_TAIL_GAP = re.compile(r"\s?\)?\s{1,4}")
# "Kamis sampai | Sabtu (22-24/10)", "Selasa dan | Rabu, 16 dan 17 April"
_WEEKDAYS_GAP = re.compile(rf"{_O}(?:{TO}|dan){_O}(?:hari{_S})?")
_CLOSING = re.compile(r"\s?\)")
# what makes bare figures a date: "tanggal 5/7", "hingga 15/7"
_DATE_LEAD = re.compile(rf"(?<!\w)(?:mulai|sejak|terhitung|hingga|sampai(?:{_S}dengan)?|s\.?/?d\.?){_O}$")
_TANGGAL_LEAD = re.compile(rf"(?<!\w)(?:tanggal|tgl\.?){_O}$")
# "Nomor 12/7/2021", "No: 5-3-2021"
_NUMBER_LEAD = re.compile(r"(?<!\w)(?:nomor|nomer|no\.?)\s{0,3}:?\s{0,3}$")
_HYPHENATED = re.compile(r"\w-$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One atom with what stands around it: "besok, Kamis (26/03/2020)".

    `atom` is the part that says the most, `weekday` the printed one. A piece that is not `firm` (bare figures, "28/6")
    is a date only as one end of a range whose other end is firm.
    """

    start: int
    end: int
    atom: Atom
    weekday: int | None = None
    firm: bool = True

    @property
    def kind(self) -> AtomKind:
        """The kind of its atom."""
        return self.atom.kind

    @property
    def span(self) -> tuple[int, int]:
        """Its offsets."""
        return self.start, self.end


def join(text: str, folded: str, atoms: list[Atom]) -> list[Piece]:
    """The pieces that the atoms of a text make; `folded` is the text in lower case.

    >>> from extract.dates.words import scan
    >>> text = "Mulai besok, Kamis (26/03/2020)."
    >>> [text[piece.start : piece.end] for piece in join(text, text.lower(), scan(text.lower()))]
    ['besok, Kamis (26/03/2020)']
    """
    pieces: list[Piece] = []
    index = 0
    while index < len(atoms):
        stop = _head_end(folded, atoms, index)
        piece = _piece(folded, atoms[index : stop + 1])
        index = stop + 1
        if index < len(atoms) and piece.kind in CALENDAR and _is_tail(folded, piece, atoms[index]):
            piece = replace(piece, end=atoms[index].end, firm=True)
            index += 1
        if not _is_number(folded, piece) and not _is_week(text, piece):
            pieces.append(piece)
    return pieces


def _head_end(folded: str, atoms: list[Atom], index: int) -> int:
    """The index of the atom that closes the run of weekdays and day words that begins at `index`."""
    stop = index
    while stop + 1 < len(atoms) and atoms[stop].kind in {"weekday", "near"}:
        this, following = atoms[stop], atoms[stop + 1]
        if this.rule in DAYS_OFF:  # "tiga hari sebelumnya, 27 Juli" stays two: the words tell that it is no day of now
            break
        if _weekdays_before_days(atoms, stop):
            gap = _WEEKDAYS_GAP
        elif following.kind in CALENDAR or {this.kind, following.kind} == {"weekday", "near"}:
            gap = _HEAD_GAP
        else:
            break
        if not gap.fullmatch(folded, this.end, following.start):
            break
        stop += 1
    return stop


def _weekdays_before_days(atoms: list[Atom], index: int) -> bool:
    """Whether two weekdays and two days follow, as in "Kamis sampai Sabtu (22-24/10/2020)"."""
    kinds = [atom.kind for atom in atoms[index : index + 3]]
    return kinds[:2] == ["weekday", "weekday"] and kinds[2:] in (["days"], ["weak_days"])


def _piece(folded: str, run: list[Atom]) -> Piece:
    """One piece of a run of atoms: the calendar date wins over "besok", and that over the weekday."""
    core = next((atom for atom in run if atom.kind in CALENDAR), None)
    core = core or next((atom for atom in run if atom.kind == "near"), run[0])
    weekday = next((atom.weekday for atom in run if atom.weekday is not None), None)
    start, end = run[0].start, run[-1].end
    bracket = "(" in folded[max(start, run[-1].start - 12) : run[-1].start]
    closing = _CLOSING.match(folded, end)
    if bracket and closing:
        end = closing.end()
    firm = core.kind not in _WEAK or len(run) > 1 or _stands_as_date(folded, core)
    return Piece(start, end, core, weekday, firm)


def _stands_as_date(folded: str, atom: Atom) -> bool:
    """Whether bare figures without a weekday are a date: not a fraction ("1/2"), a page, or "24/7"."""
    before = folded[max(0, atom.start - _LOOK) : atom.start]
    if _TANGGAL_LEAD.search(before):
        return True
    day, month = atom.day or 0, atom.month or 0
    if (day, month) == (24, 7) or (atom.last is None and day < month <= 10):
        return False
    return before.endswith("(") or _DATE_LEAD.search(before) is not None


def _is_tail(folded: str, piece: Piece, atom: Atom) -> bool:
    """Whether a day word repeats the date before it, as in "Rabu (13/5) esok"."""
    repeats = atom.rule in {"today", "tomorrow", "yesterday"}
    return repeats and _TAIL_GAP.fullmatch(folded, piece.end, atom.start) is not None


def _is_number(folded: str, piece: Piece) -> bool:
    """Whether the figures are a decree's or another number: "Nomor 12/7/2021", "H-14 Mei"."""
    before = folded[max(0, piece.start - 12) : piece.start]
    return folded[piece.start].isdecimal() and _NUMBER_LEAD.search(before) is not None


def _is_week(text: str, piece: Piece) -> bool:
    """Whether "minggu" is the week: a weekday alone is read only from "Minggu" or "hari Minggu" in running text."""
    word = text[piece.start : piece.end]
    return piece.kind == "weekday" and (word.startswith("minggu") or word.startswith("MINGGU"))


def is_hyphenated(folded: str, piece: Piece) -> bool:
    """Whether the figures hang on a word or number before them ("H-14 Mei", "1421-28/9"), and so are no date."""
    return (
        folded[piece.start].isdecimal()
        and _HYPHENATED.search(folded[max(0, piece.start - 2) : piece.start]) is not None
    )
