"""From an article as it was scraped to its own words: characters written one way, page furniture taken out.

>>> page = clean("HOME › DAERAH\\nPemkot Sorong Atur WFH Pegawai\\n\\nSorong – Pegawai masuk bergiliran mulai Senin.\\n"
...              "Baca juga: Harga Ikan Naik\\nMereka digilir per pekan. (bay/red)\\nEditor: Sinta")
>>> print(page.text)
Pemkot Sorong Atur WFH Pegawai
Sorong - Pegawai masuk bergiliran mulai Senin.
Mereka digilir per pekan.
>>> page.headline
(0, 30)
>>> [dropped.rule for dropped in page.dropped]
['breadcrumb', 'read_also', 'initials_inline', 'byline']

The rules are data (`corpus.furniture`, for single outlets `corpus.outlets`); the rest is structure: what a headline, a
paragraph and a list look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from corpus.characters import Edit, Mapped, Piece, normalise
from corpus.furniture import Furniture, Scope, load
from corpus.headlines import (
    headline_end,
    in_title_case,
    is_bullet,
    is_numbered,
    is_prose,
    is_rule_heading,
    is_rule_item,
)
from corpus.outlets import Outlet, find_outlet, host_of
from corpus.paragraphs import mended

_GUARDED_SHARE = 0.3  # no rule takes the rest of a page before this share of it
_SENTENCE = re.compile(r"[^.!?\n]{30,400}\.(?=[\"')]{0,2}(?: |$))")
_LOWER_WORD = re.compile(r"(?<![\w'-])[a-z]{3,}(?![\w'-])")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the source that was taken out, and the rule that says why.

    What the rule `publication_date` drops is worth reading: it is the date that the page prints.
    """

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Clean:
    """A cleaned article. All offsets are characters, end exclusive.

    `text` has one paragraph to a line; `headline` is the headline's place in it; `dropped` is in the order of the
    source.
    """

    text: str
    pieces: tuple[Piece, ...]
    dropped: tuple[Dropped, ...]
    headline: tuple[int, int] | None

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the article as given of `text[start:end]`.

        A stretch from which furniture was taken contains that furniture in the source. Raises `IndexError` when the
        offsets are outside the text.
        """
        return Mapped(self.text, self.pieces).to_source(start, end)


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    rule: str | None = None  # why it goes
    kept: bool = False  # the headline: no rule may take it

    def drop(self, rule: str) -> None:
        if not self.kept and self.rule is None:
            self.rule = rule

    @property
    def open(self) -> bool:
        return self.rule is None and not self.kept


@lru_cache(1)  # an article is cleaned to be compared with others and, right after, to be read
def clean(text: str, title: str | None = None, url: str | None = None, outlet: str | None = None) -> Clean:
    """Normalise the characters of an article and take the page furniture out.

    `title` is the headline as the dump gives it: that line is kept once, wherever it stands. `url`, or failing that the
    name `outlet`, tells the outlet: its own rules (`corpus.outlets`) are applied beside the general ones, and a line
    with nothing but its name goes. Any text is accepted, also an empty one.
    """
    furniture = _furniture(find_outlet(url, outlet))
    page = mended(normalise(text), text, furniture)
    lines = _split(page.text)
    headline = _titled_line(lines, title)
    for line in lines:
        if line.open and (rule := furniture.line_rule(line.text)):
            line.drop(rule)
    _drop_outlet_name(lines, url)
    _drop_blocks(lines, furniture)
    _drop_to_end(lines, furniture)
    headline = headline or _first_headline(lines, title)
    _drop_kickers(lines, headline)
    _drop_names(lines)
    _drop_repeated(lines, headline)
    _drop_related_lists(lines)
    _drop_after_last_paragraph(lines)
    cuts = sorted([*_line_cuts(lines), *_inline_cuts(lines, furniture)])
    cleaned = page.edited(_edits(page.text, lines, cuts))
    return Clean(
        text=cleaned.text,
        pieces=cleaned.pieces,
        dropped=tuple(Dropped(*page.to_source(cut.start, cut.end), cut.rule) for cut in cuts),
        headline=_headline_span(cleaned.text, headline, title),
    )


@cache
def _furniture(outlet: Outlet | None) -> Furniture:
    return load().joined_by(outlet.rules) if outlet and outlet.rules else load()


def _split(text: str) -> list[_Line]:
    lines, start = [], 0
    for line in text.split("\n") if text else []:
        lines.append(_Line(start, start + len(line), line))
        start += len(line) + 1
    return lines


def _from(lines: list[_Line], start: int) -> Iterator[_Line]:
    """The lines from `start` on, without a copy: pages with very many lines stay linear."""
    return (lines[at] for at in range(start, len(lines)))


_FOLDED = re.compile(r"[\W_]+")


def _folded(text: str) -> str:
    """Letters and digits only: two printings of a headline compare equal."""
    return _FOLDED.sub("", text).casefold()


# -- headline -------------------------------------------------------------------------------------------------------


def _titled_line(lines: list[_Line], title: str | None) -> _Line | None:
    """The first line that is the title, or the title without the outlet's name behind it; it will be kept."""
    wanted = _folded(normalise(title).text) if title else ""
    if not wanted:
        return None
    for line in lines:
        if 0.6 * len(wanted) <= len(line.text) <= 3 * len(wanted):
            found = _folded(line.text)
            if found and wanted.startswith(found) and len(found) >= 0.6 * len(wanted):
                line.kept = True
                return line
    return None


def _first_headline(lines: list[_Line], title: str | None) -> _Line | None:
    """The first line above the article that reads like a headline; with a title, it must share half its words."""
    wanted = set(title.casefold().split()) if title else set()
    for line in lines:
        if line.rule:
            continue
        words = line.text.split()
        if is_bullet(line.text) or (is_prose(line.text) and not _is_loud_headline(line.text)):
            return None
        alike = not wanted or len(wanted & set(line.text.casefold().split())) >= 0.5 * len(wanted)
        if len(words) >= 4 and alike:
            line.kept = True
            return line
    return None


def _headline_span(text: str, headline: _Line | None, title: str | None) -> tuple[int, int] | None:
    if headline is not None:
        start = 0 if text.startswith(headline.text) else text.find("\n" + headline.text) + 1
        return start, start + len(headline.text)
    wanted = normalise(title).text if title else ""
    if wanted and text.startswith(wanted):  # the whole article in one paragraph
        return 0, len(wanted)
    return None


# -- lines ----------------------------------------------------------------------------------------------------------


def _drop_outlet_name(lines: list[_Line], url: str | None) -> None:
    labels = set((host_of(url) or "").split(".")) - {"", "www", "com", "co", "id", "m", "amp", "news"}
    for line in lines:
        folded = _folded(line.text) if line.open and len(line.text) < 60 else ""
        if folded and any(folded in {label, f"{label}com", f"{label}id", f"{label}coid"} for label in labels):
            line.drop("outlet_name")


def _drop_blocks(lines: list[_Line], furniture: Furniture) -> None:
    """A heading such as "Berita Terkait" takes the headlines below it along."""
    for at, line in enumerate(lines):
        rule = furniture.match(Scope.BLOCK, line.text) if line.open else None
        if rule:
            line.drop(rule)
            for item in _items(lines, at + 1, furniture):
                item.drop(rule)


def _items(lines: list[_Line], start: int, furniture: Furniture) -> Iterator[_Line]:
    """The lines of a list of headlines that starts at `start`: up to the next paragraph or section heading."""
    numbered = start < len(lines) and is_numbered(lines[start].text)
    for line in _from(lines, start):
        if line.kept or (is_rule_item(line.text) and not in_title_case(line.text)):
            return
        if (is_prose(line.text) and not _is_teaser(line.text)) or (is_numbered(line.text) and not numbered):
            return
        if any(furniture.match(scope, line.text) for scope in (Scope.BLOCK, Scope.TO_END)):
            return
        yield line


def _is_teaser(line: str) -> bool:
    """A headline that is a question or an exclamation, or the opening of another article, broken off."""
    return _is_loud_headline(line) or line.endswith(("...", "…"))


def _is_loud_headline(line: str) -> bool:
    return line.endswith(("?", "!", "?'", "!'")) and len(line.split()) <= 18 and '"' not in line


def _drop_to_end(lines: list[_Line], furniture: Furniture) -> None:
    """A comment prompt takes all below it, but stops at a paragraph; early on a page it takes headlines only."""
    total = sum(len(line.text) for line in lines if not line.rule)
    seen = 0
    for at, line in enumerate(lines):
        rule = furniture.match(Scope.TO_END, line.text) if line.open else None
        if rule:
            line.drop(rule)
            late = seen >= _GUARDED_SHARE * total
            for item in _remarks(lines, at + 1) if late else _items(lines, at + 1, furniture):
                item.drop(rule)
        seen += 0 if line.rule else len(line.text)


def _remarks(lines: list[_Line], start: int) -> Iterator[_Line]:
    for line in _from(lines, start):
        if line.kept or (len(line.text.split()) >= 15 and line.text.endswith((".", '."'))):
            return
        yield line


def _drop_kickers(lines: list[_Line], headline: _Line | None) -> None:
    """The section's name and the like above the headline ("VIRUS CORONA", "Palu Hari Ini")."""
    longest = 5 if headline else 3
    for line in lines:
        if line is headline or is_prose(line.text):
            return
        if len(line.text.split()) <= longest and len(line.text) <= 45 and (headline or "," not in line.text):
            line.drop("kicker")


# "Sinta Dewi," on a line of its own
_NAME = re.compile(r"[A-Z][\w.']{1,20}(?: [A-Z][\w.']{0,20}){0,2},?")


def _drop_names(lines: list[_Line]) -> None:
    """Authors' names under the date or byline, one to a line."""
    for above, line in pairwise(lines):
        named = line.open and _NAME.fullmatch(line.text) and not is_prose(line.text)
        if named and above.rule in {"publication_date", "byline", "authors"}:
            line.drop("authors")


def _drop_repeated(lines: list[_Line], headline: _Line | None) -> None:
    """The headline printed again, and any headline printed twice; lines of rules may well be the same twice."""
    seen = {_folded(headline.text)} if headline else set()
    for line in lines:
        if not line.open or is_bullet(line.text) or len(line.text) > 300:
            continue
        folded = _folded(line.text)
        if folded in seen:
            line.drop("repeated")
        elif len(line.text.split()) >= 5 and not is_prose(line.text) and not _is_of_rules(line.text):
            seen.add(folded)


def _is_of_rules(line: str) -> bool:
    return is_rule_item(line) or is_rule_heading(line)


def _drop_related_lists(lines: list[_Line]) -> None:
    """A run of bullets that are headlines, where no sentence leads up to a list."""
    before: _Line | None = None
    at = 0
    while at < len(lines):
        run = _bullets(lines, at)
        leads = before is not None and (before.text.endswith((":", ";")) or not is_prose(before.text))
        if run and before is not None and not leads and all(_is_linked_headline(line.text) for line in run):
            for line in run:
                line.drop("related_list")
        if run or not lines[at].rule:
            before = run[-1] if run and not run[-1].rule else before if run else lines[at]
        at += max(len(run), 1)


def _bullets(lines: list[_Line], start: int) -> list[_Line]:
    run: list[_Line] = []
    for line in _from(lines, start):
        if not line.open or not is_bullet(line.text):
            break
        run.append(line)
    return run


def _is_linked_headline(line: str) -> bool:
    ends_like_one = not line.endswith((".", ";", ":", ","))
    return ends_like_one and len(line.split()) >= 4 and in_title_case(line) and not is_rule_item(line)


def _drop_after_last_paragraph(lines: list[_Line]) -> None:
    """What stands behind the last paragraph and is none: names, places, headlines; lists that it leads up to stay."""
    last = max((at for at, line in enumerate(lines) if not line.rule and is_prose(line.text)), default=None)
    if last is None:
        return
    total = sum(len(line.text) for line in lines if not line.rule)
    if sum(len(line.text) for line in lines[: last + 1] if not line.rule) < _GUARDED_SHARE * total:
        return
    final = lines[last].text
    listed = final.endswith((":", ";", ",")) or is_bullet(final) or is_numbered(final)
    for line in lines[last + 1 :]:
        if line.rule:
            listed = False
        elif not (listed and _belongs_to_list(line.text)) and not is_rule_item(line.text):
            line.drop("trailing")


def _belongs_to_list(line: str) -> bool:
    return is_bullet(line) or is_numbered(line) or not in_title_case(line)


# -- inside lines ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class _Cut:
    start: int
    end: int
    rule: str


def _line_cuts(lines: list[_Line]) -> Iterator[_Cut]:
    return (_Cut(line.start, line.end, line.rule) for line in lines if line.rule)


def _inline_cuts(lines: list[_Line], furniture: Furniture) -> Iterator[_Cut]:
    for line in lines:
        if line.open:
            found = _cuts_in(line.text, furniture)
            yield from (_Cut(line.start + cut.start, line.start + cut.end, cut.rule) for cut in found)


def _cuts_in(text: str, furniture: Furniture) -> list[_Cut]:
    """Furniture inside one line, first come first served, without overlaps."""
    tail = _tail(text, furniture)
    end = tail.start if tail else len(text)
    found = [_Cut(*match.span(), str(match.lastgroup)) for match in furniture.find(Scope.INLINE, text[:end].rstrip())]
    titles = [(match, str(match.lastgroup)) for match in furniture.find(Scope.INLINE_TITLE, text)]
    for at, (match, rule) in enumerate(titles):
        following = titles[at + 1][0].start() if at + 1 < len(titles) else len(text)
        found.append(_Cut(match.start(), min(headline_end(text, match.end()), following, max(end, match.end())), rule))
    cuts: list[_Cut] = []
    for cut in sorted(found):
        if cut.end <= end and (not cuts or cut.start >= cuts[-1].end):
            cuts.append(cut)
    if tail and (not cuts or cuts[-1].end <= tail.start):
        cuts.append(tail)
    return cuts


def _tail(text: str, furniture: Furniture) -> _Cut | None:
    """The end of a page whose line breaks were lost: from the first label behind the last sentence of prose."""
    labels = list(furniture.find(Scope.INLINE_TAIL, text))
    if not labels:
        return None
    prose_end = max((match.end() for match in _SENTENCE.finditer(text) if _is_plain(match[0])), default=0)
    earliest = max(prose_end, _GUARDED_SHARE * len(text))
    label = next((label for label in labels if label.start() >= earliest), None)
    return _Cut(label.start(), len(text), str(label.lastgroup)) if label else None


def _is_plain(sentence: str) -> bool:
    return len(_LOWER_WORD.findall(sentence)) >= 4


# -- putting together -----------------------------------------------------------------------------------------------


def _edits(text: str, lines: list[_Line], cuts: list[_Cut]) -> Iterator[Edit]:
    """The cuts, each with the space or line break that would be left over; runs of dropped lines as one edit."""
    start = end = -1
    for cut in cuts:
        cut_start, cut_end = cut.start, cut.end
        if end >= 0 and not text[end:cut_start].strip():
            end = cut_end
            continue
        if end >= 0:
            yield from _tidy(text, start, end)
        start, end = cut_start, cut_end
    if end >= 0:
        yield from _tidy(text, start, end)


def _tidy(text: str, start: int, end: int) -> Iterator[Edit]:
    """Widen a cut over the blanks on both sides and leave the one that is needed."""
    while start > 0 and text[start - 1] in " \n":
        start -= 1
    while end < len(text) and text[end] in " \n":
        end += 1
    if start == 0 or end == len(text):
        yield start, end, ""
        return
    yield start, end, "\n" if "\n" in text[start:end] else " "
