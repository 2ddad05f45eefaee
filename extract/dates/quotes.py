"""The day on which a quote was spoken: "Mulai besok" in it counts from there, not from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from extract.dates.pieces import Piece
from extract.dates.placing import ANYWHERE, place_day, read_year, to_date

_REACH: Final = 900  # characters of a paragraph before a word that are looked through for the quote it stands in
_TO_END: Final = 400  # characters from the word to the end of its quote
_TO_DAY: Final = 140  # characters from the end of the quote to the day of the statement
_PIECES: Final = 6  # date expressions after the word among which that day is looked for
_MAX_AGE: Final = timedelta(days=4)  # a quote is news for no longer
_MARKS: Final = '"\u201c\u201d'
_QUOTE_END = re.compile(rf"[{_MARKS}\n]")
# '," kata Bima', '" ujarnya', '," sebut Sekda'
_SAYS = re.compile(
    rf"[{_MARKS}],?\s{{0,3}}(?:kata|ujar|ucap|tutur|ungkap|jelas|tegas|terang|papar|imbuh|tandas|beber|sebut|tambah|lanjut"
    r"|sambung|pungkas)(?:nya)?(?!\w)"
)


def speaking_days(folded: str, pieces: Sequence[Piece], base: date | None) -> dict[int, date]:
    """For each relative day ("besok") in a quote whose speaker is dated, by its offset: the day of the statement.

    "Mulai besok," kata Bima, Senin (5/7), published on 6 July, begins on 6 July.
    """
    days: dict[int, date] = {}
    for index, piece in enumerate(pieces):
        if piece.kind == "near" and piece.atom.rule != "same_day" and _in_quote(folded, piece.start):
            day = _statement_day(folded, piece, pieces[index + 1 : index + 1 + _PIECES], base)
            if day is not None:
                days[piece.start] = day
    return days


def _in_quote(folded: str, at: int) -> bool:
    """Whether a quote is open at an offset, by the marks before it in its paragraph."""
    begin = max(0, at - _REACH)
    paragraph = folded.rfind("\n", begin, at) + 1
    if not paragraph and begin:
        return False  # the paragraph begins too far away to tell
    return sum(folded.count(mark, paragraph, at) for mark in _MARKS) % 2 == 1


def _statement_day(folded: str, piece: Piece, following: Sequence[Piece], base: date | None) -> date | None:
    end = _QUOTE_END.search(folded, piece.end, piece.end + _TO_END)
    if end is None or not _SAYS.match(folded, end.start()):
        return None
    for after in following:
        if after.start < end.start():
            continue
        near = after.kind in {"day", "weak"} and after.firm and after.start - end.start() <= _TO_DAY
        if not near or "\n" in folded[end.start() : after.start]:
            return None
        return _recent(after, base)
    return None


def _recent(piece: Piece, base: date | None) -> date | None:
    """The day that a piece prints, if a quote of that day is news on the day of publication."""
    atom = piece.atom
    if atom.day is None or atom.month is None:
        return None
    year = read_year(atom.year, atom.month, atom.day, base) if atom.year else None
    day = to_date(year, atom.month, atom.day) if year else place_day(atom.day, atom.month, base, ANYWHERE, None)
    return day if day is not None and (base is None or base - _MAX_AGE <= day <= base) else None
