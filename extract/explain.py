"""One article in the terminal, with the words behind every cell.

With colours, the words are coloured by column; without (a pipe, a file, `NO_COLOR`), they stand in brackets with the
names of their columns behind: `berlaku [mulai 29 Juni]{start_date}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.article import Article
from extract.schema import (
    LIST_SEPARATOR,
    CaseCount,
    Evidence,
    Measure,
    Observation,
    Reading,
    Row,
    count_id,
    measure_id,
)

# Colours of both light and dark terminals, told apart with ease; used again from the first when they run out
_PALETTE = ("green", "magenta", "cyan", "yellow", "blue", "red", "bright_green", "bright_magenta", "bright_cyan")
# Escape codes in an article must not reach the terminal; one character for one, so that offsets hold
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"\s+")
_KEYS = {"observation_id", "article_id", "policy_id", "measure_no", "count_no"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article and the columns that its words support, none for plain text."""

    start: int
    end: int
    columns: tuple[str, ...]


def explain(article: Article, reading: Reading, console: Console) -> None:
    """Print the article with its evidence, a legend, and a table of every filled cell with its words and rule."""
    _print_line(console, reading.article.title or article.title or "", style="bold")
    colours = {
        column: _PALETTE[number % len(_PALETTE)]
        for number, column in enumerate(dict.fromkeys(e.column for e in sorted(reading.evidence, key=_place)))
    }
    coloured = console.color_system is not None and not console.no_color
    text = Text()
    for segment in segments(len(article.text), reading.evidence):
        words = printable(article.text[segment.start : segment.end])
        if not segment.columns:
            text.append(words)
        elif coloured:
            text.append(words, style=f"bold {colours[segment.columns[0]]}")
        else:
            text.append(f"[{words}]{{{', '.join(segment.columns)}}}")
    console.print(text, soft_wrap=True)
    if coloured and colours:
        console.print(Text.assemble("\n", *_legend(colours)))
    row = reading.article
    _print_line(console, f"\n{row.status}" + (f": {row.reason}" if row.reason else ""))
    for table, row_id, published_row in _published(reading):
        _print_line(console, f"\n{table} {row_id}", style="bold")
        console.print(_cells(published_row, [e for e in reading.evidence if (e.table, e.row_id) == (table, row_id)]))


def segments(length: int, evidence: Iterable[Evidence]) -> list[Segment]:
    """Cut a text of `length` characters where the columns that its words support change.

    Of several columns, that with the shortest span comes first.

    >>> from types import SimpleNamespace as Span
    >>> spans = [Span(start=2, end=7, column="a"), Span(start=5, end=7, column="b")]
    >>> [(s.start, s.end, s.columns) for s in segments(9, spans)]
    [(0, 2, ()), (2, 5, ('a',)), (5, 7, ('b', 'a')), (7, 9, ())]
    """
    spans = sorted(evidence, key=lambda e: (e.end - e.start, e.column))
    cuts = sorted({0, length, *(e.start for e in spans), *(e.end for e in spans)})
    found: list[Segment] = []
    for start, end in pairwise(cuts):
        names = tuple(dict.fromkeys(e.column for e in spans if e.start <= start and end <= e.end))
        if found and found[-1].columns == names:
            found[-1] = Segment(found[-1].start, end, names)
        else:
            found.append(Segment(start, end, names))
    return found


def printable(text: str) -> str:
    """The text with U+FFFD for every character that could steer a terminal; its length stays the same.

    >>> printable("Kota \\x1b[31mBogor\\r\\n")
    'Kota �[31mBogor \\n'
    """
    return _CONTROL.sub("\ufffd", text.replace("\r\n", " \n"))


def _place(evidence: Evidence) -> tuple[int, int, str]:
    return evidence.start, evidence.end, evidence.column


def _print_line(console: Console, line: str, style: str = "") -> None:
    console.print(Text(printable(line), style=style), soft_wrap=True)


def _legend(colours: dict[str, str]) -> Iterator[Text | str]:
    for column, colour in colours.items():
        yield Text(column, style=f"bold {colour}")
        yield "  "


def _published(reading: Reading) -> Iterator[tuple[str, str, Observation | Measure | CaseCount]]:
    """Every row with its table and with the `row_id` by which evidence refers to it."""
    for observation in reading.observations:
        yield "observations", observation.observation_id, observation
        for measure in reading.measures:
            if measure.observation_id == observation.observation_id:
                yield "measures", measure_id(measure.observation_id, measure.measure_no), measure
    for count in reading.case_counts:
        yield "case_counts", count_id(count.article_id, count.count_no), count


def _cells(row: Row, evidence: Sequence[Evidence]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading, whole in (("column", True), ("value", False), ("words", False), ("rule", True)):
        table.add_column(heading, no_wrap=whole, overflow="fold")
    for name, value in _filled(row):
        spans = [e for e in evidence if e.column == name]
        words = " … ".join(dict.fromkeys(_SPACES.sub(" ", printable(e.text)) for e in spans))
        rules = ", ".join(dict.fromkeys(e.rule for e in spans))
        table.add_row(*(Text(cell) for cell in (name, printable(value), words, rules)))
    return table


def _filled(row: Row) -> Iterator[tuple[str, str]]:
    for name in type(row).model_fields:
        value = getattr(row, name)
        if name in _KEYS or value is None or value == ():
            continue
        if isinstance(value, tuple):
            value = LIST_SEPARATOR.join(value)
        yield name, f"{value:g}" if isinstance(value, float) else str(value)
