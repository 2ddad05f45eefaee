"""One spelling for quotes, dashes, spaces and line ends, with the way back to the text as it was given.

Scraped articles spell the same character in many ways: curly quotes, six kinds of dash, no-break spaces, letters in two
Unicode forms, left-over HTML. `normalise` writes them one way; `Mapped.to_source` says where each stretch came from.

>>> page = normalise("WFH\\u00a0\\u201c50\\u2013 75&nbsp;persen\\u201d\\r\\n\\r\\nBogor")
>>> page.text
'WFH "50- 75 persen"\\nBogor'
>>> page.to_source(8, 18)
(8, 23)
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

Edit = tuple[int, int, str]
"""Start, end (exclusive) and what is to stand there instead."""


class Piece(NamedTuple):
    """`length` characters of a text from `start` on, and the stretch of the source that they stand for.

    Where the two lengths are the same, characters correspond one to one; elsewhere the piece is one indivisible whole
    (an accent composed with its letter, an entity, a run of spaces).
    """

    start: int
    length: int
    source_start: int
    source_length: int


_piece_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text made from a source by replacements and deletions; `pieces` are in order and cover all of `text`."""

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, source: str) -> Mapped:
        """The source itself, unchanged."""
        return cls(source, (Piece(0, len(source), 0, len(source)),) if source else ())

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the source of `text[start:end]`; what was deleted inside the stretch lies inside the answer.

        An empty stretch gives an empty one. Raises `IndexError` when the offsets are outside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{start}:{end} is outside a text of {len(self.text)} characters")
        if start == end:
            at = self._source_of(start).start if start < len(self.text) else self._source_end()
            return at, at
        return self._source_of(start).start, self._source_of(end - 1).stop

    def _source_of(self, at: int) -> range:
        piece = self.pieces[bisect_right(self.pieces, at, key=_piece_start) - 1]
        if piece.length == piece.source_length:
            offset = piece.source_start + at - piece.start
            return range(offset, offset + 1)
        return range(piece.source_start, piece.source_start + piece.source_length)

    def _source_end(self) -> int:
        return self.pieces[-1].source_start + self.pieces[-1].source_length if self.pieces else 0

    def edited(self, edits: Iterable[Edit]) -> Mapped:
        """The text with the edits made; they are in order, not empty and do not overlap."""
        builder = _Builder(self)
        for start, end, replacement in edits:
            builder.copy_until(start)
            builder.replace_until(end, replacement)
        if not builder.cursor:
            return self
        builder.copy_until(len(self.text))
        return builder.build()


class _Builder:
    """Writes an edited text from left to right; each piece of the old one is looked at once."""

    def __init__(self, old: Mapped) -> None:
        self.cursor = 0
        self._old = old
        self._index = 0
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    def copy_until(self, end: int) -> None:
        pieces = self._old.pieces
        self._parts.append(self._old.text[self.cursor : end])
        while self.cursor < end:
            while pieces[self._index].start + pieces[self._index].length <= self.cursor:
                self._index += 1
            piece = pieces[self._index]
            stop = min(end, piece.start + piece.length)
            length = stop - self.cursor
            if piece.length == piece.source_length:
                self._add(length, piece.source_start + self.cursor - piece.start, length)
            else:
                self._add(length, piece.source_start, piece.source_length)
            self.cursor = stop

    def replace_until(self, end: int, replacement: str) -> None:
        if replacement:
            source_start, source_end = self._old.to_source(self.cursor, end)
            self._parts.append(replacement)
            self._add(len(replacement), source_start, source_end - source_start)
        self.cursor = end

    def _add(self, length: int, source_start: int, source_length: int) -> None:
        last = self._pieces[-1] if self._pieces else None
        if (
            last is not None
            and length == source_length
            and last.length == last.source_length
            and last.source_start + last.length == source_start
        ):
            self._pieces[-1] = last._replace(length=last.length + length, source_length=last.length + length)
        else:
            self._pieces.append(Piece(self._length, length, source_start, source_length))
        self._length += length

    def build(self) -> Mapped:
        return Mapped("".join(self._parts), tuple(self._pieces))


# One character for one: these never move an offset.
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u301d\u301e\u301f"  # “ ” „ ‟ « » ″ ‶ 〝 〞 〟
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bb\u02bc\u00b4\u0060"  # ‘ ’ ‚ ‛ ‹ › ′ ʻ ʼ ´ `
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\u02d7"  # ‐ ‑ ‒ – — ― − ﹘ ﹣ ˗
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # ５０ -> 50
_LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # half an emoji cannot be written as UTF-8
_ONE_TO_ONE: dict[int, str] = {
    **_LONE_SURROGATES,
    **_FULL_WIDTH,
    **dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"'),
    **dict.fromkeys(map(ord, _SINGLE_QUOTES), "'"),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _LINE_ENDS), "\n"),
}

# &amp; &#8220; &#xA0;
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ENTITY_DEPTH = 2  # "&amp;nbsp;" was escaped twice on its way

_BREAKING_TAGS = "p|br|div|li|ul|ol|h[1-6]|tr|td|th|table|tbody|thead|section|article|blockquote|figure|figcaption|hr"
_INLINE_TAGS = "a|abbr|b|center|em|font|i|iframe|img|ins|small|span|strike|strong|sub|sup|u|amp-[a-z]{2,20}"
_TAG = re.compile(
    rf"<!--[^<>]{{0,500}}-->"
    rf"|<(?P<code>script|style|noscript)\b[^<>]{{0,500}}>[^<]{{0,5000}}</(?P=code)>"
    rf"|</?(?P<breaking>{_BREAKING_TAGS})\b[^<>]{{0,1000}}>"
    rf"|</?(?:{_INLINE_TAGS})\b[^<>]{{0,1000}}>",
    re.IGNORECASE,
)
# Zero-width and direction marks, soft hyphen, variation selectors, control characters.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_DROPPED = re.compile(rf"[{_INVISIBLE}\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]+")
_TWO_QUOTES = re.compile("''")  # ‘’Kami siap,’’ ujarnya
_SPACE_RUN = re.compile(r"\s{2,}|\A\s|\s\Z")
_NOT_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


def normalise(source: str) -> Mapped:
    r"""Write the characters of `source` one way: NFC, straight quotes, `-`, single spaces, one `\n` between paragraphs.

    Entities and HTML tags go, block tags leave a line break; invisible characters go; full-width letters and digits
    become plain ones. Nothing else is changed, and no word is lost.
    """
    page = Mapped.of(source)
    page = Mapped(source.translate(_ONE_TO_ONE), page.pieces)
    for _ in range(_ENTITY_DEPTH):
        if "&" in page.text:
            page = page.edited(_entities(page.text))
    if "<" in page.text:
        page = page.edited((*match.span(), "\n" if match["breaking"] else "") for match in _TAG.finditer(page.text))
    page = page.edited((*match.span(), "") for match in _DROPPED.finditer(page.text))
    if "''" in page.text:
        page = page.edited((*match.span(), '"') for match in _TWO_QUOTES.finditer(page.text))
    if not unicodedata.is_normalized("NFC", page.text):
        page = page.edited(_compositions(page.text))
    return page.edited(_spaces(page.text))


def _entities(text: str) -> Iterator[Edit]:
    for match in _ENTITY.finditer(text):
        character = html.unescape(match[0])
        if character != match[0]:
            yield *match.span(), character.translate(_ONE_TO_ONE)


def _compositions(text: str) -> Iterator[Edit]:
    """Edits that make the text NFC, each as short as possible."""
    for run in _NOT_ASCII.finditer(text):
        for start, end in _clusters(text, *run.span()):
            cluster = text[start:end]
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                yield start, end, composed


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run where no character composes with the one before it."""
    for at in range(start + 1, end):
        if unicodedata.combining(text[at]):
            continue
        before = unicodedata.normalize("NFC", text[start:at])[-1]
        if unicodedata.is_normalized("NFC", before + text[at]):
            yield start, at
            start = at
    yield start, end


def _spaces(text: str) -> Iterator[Edit]:
    for match in _SPACE_RUN.finditer(text):
        start, end = match.span()
        at_edge = start == 0 or end == len(text)
        yield start, end, "" if at_edge else "\n" if "\n" in match[0] else " "
