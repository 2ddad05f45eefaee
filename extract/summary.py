"""What a run prints at its end: the problems, the decisions found, and where the files are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from extract.batch import ERROR_LOG, RunSummary
from extract.explain import printable
from extract.schema import TABLES, ArticleRow, Observation

_BOUND_SIGNS = {"min": "≥", "max": "≤"}
_GAP = "  "
# Heading and the least width that still tells something; together they fit into 80 columns
_COLUMNS = {"region": 12, "action": 7, "WFH %": 6, "from - to": 23, "decree": 8, "article": 10}


def print_problems(summary: RunSummary, stream: TextIO) -> None:
    """Print how much could not be read, and the first of it, a line each."""
    if not summary.warnings:
        return
    print(f"{counted(summary.warnings, 'warning')}:", file=stream)
    for problem in summary.problems:
        print(f"  {printable(str(problem))}", file=stream)
    if left := summary.warnings - len(summary.problems):
        print(f"  ... and {left} more: see status 'rejected' in articles.csv", file=stream)


def print_summary(summary: RunSummary, stream: TextIO) -> None:
    """Print the decisions found, as wide as the terminal, the totals, and the files."""
    console = Console(file=stream, highlight=False)
    if summary.decisions:
        heading, *lines = _decisions(summary.decisions, console.width)
        _print(console, heading, style="bold")
        for line in lines:
            _print(console, line)
    if left := summary.observations - len(summary.decisions):
        _print(console, f"... and {left} more in observations.csv")
    if summary.decisions:
        _print(console, "")
    for line in _totals(summary):
        _print(console, line)


def _print(console: Console, line: str, style: str = "") -> None:
    """A line as it is: no markup, no breaking."""
    console.print(Text(line, style=style), soft_wrap=True)


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(2, "case count")
    ('1 article', '2 case counts')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def share(observation: Observation) -> str:
    """The WFH share in percent with its bound, or nothing.

    >>> share(Observation(observation_id="a-1", article_id="a", wfh_pct=75, pct_bound="min"))
    '≥75'
    """
    if observation.wfh_pct is None:
        return ""
    return f"{_BOUND_SIGNS.get(observation.pct_bound or '', '')}{observation.wfh_pct:g}"


def period(observation: Observation) -> str:
    """First and last day; "open" for an end that is expressly left open.

    >>> import datetime as dt
    >>> period(Observation(observation_id="a-1", article_id="a", start_date=dt.date(2020, 9, 28), end_kind="open"))
    '2020-09-28 - open'
    """
    start = str(observation.start_date or "")
    end = observation.end_date or (observation.end_kind if observation.end_kind in {"open", "event"} else None)
    return f"{start} - {end}".strip() if end else start


def _decisions(decisions: Iterable[tuple[Observation, ArticleRow]], room: int) -> Iterator[str]:
    """The lines of a table that is `room` cells wide, or as wide as `_COLUMNS` needs at least."""
    rows = [tuple(_COLUMNS), *(_line(observation, article) for observation, article in decisions)]
    return aligned(rows, list(_COLUMNS.values()), room)


def aligned(rows: Sequence[Sequence[str]], least: Sequence[int], room: int) -> Iterator[str]:
    """The rows as lines of a table that is `room` cells wide, or as wide as the `least` widths of its columns need.

    >>> list(aligned([("id", "article"), ("S-024", "Instruksi Baru Wali Kota Tidore")], [4, 8], 24))
    ['id     article', 'S-024  Instruksi Baru W…']
    """
    wanted = [max(map(cell_len, cells)) for cells in zip(*rows, strict=True)]
    widths = fit(wanted, least, room - len(_GAP) * (len(wanted) - 1))
    for row in rows:
        yield _GAP.join(_cut(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()


def fit(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths of columns that together take no more than `room`, cut where there is most above the least width.

    >>> fit([10, 50, 5], [8, 20, 8], 60)
    [10, 45, 5]
    >>> fit([10, 50, 5], [8, 20, 8], 10)
    [8, 20, 5]
    """
    widths = list(wanted)
    while sum(widths) > room:
        above, widest = max(
            (width - low, column) for column, (width, low) in enumerate(zip(widths, least, strict=True))
        )
        if above <= 0:
            break
        widths[widest] -= 1
    return widths


def _cut(cell: str, width: int) -> str:
    return set_cell_size(cell, width) if cell_len(cell) <= width else set_cell_size(cell, width - 1) + "…"


def _line(observation: Observation, article: ArticleRow) -> tuple[str, ...]:
    """The cells under `_COLUMNS`."""
    source = ": ".join(filter(None, [article.outlet, article.title])) or article.source_id
    cells = (
        observation.region_name or "",
        observation.action or "",
        share(observation),
        period(observation),
        observation.decree_number or "",
        source,
    )
    return tuple(printable(" ".join(cell.split())) for cell in cells)


def _totals(summary: RunSummary) -> Iterator[str]:
    statuses = ", ".join(f"{number} {status}" for status, number in sorted(summary.statuses.items()))
    yield f"{counted(summary.articles, 'article')}: {statuses}"
    policies = f"{summary.policies} {'policy' if summary.policies == 1 else 'policies'}"
    observations, counts = counted(summary.observations, "observation"), counted(summary.case_counts, "case count")
    yield f"{policies}, {observations}, {counts}, {counted(summary.warnings, 'warning')}"
    names = [table for table in TABLES if f"{table}.csv" in summary.files]
    yield f"files in {summary.out}/: {', '.join(names)}, each as .csv and .parquet"
    if ERROR_LOG in summary.files:
        yield f"tracebacks of failed extractions: {summary.out}/{ERROR_LOG}"
