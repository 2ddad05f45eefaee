"""What a dump is understood to be, before a long run: its files, their fields, and its first articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.text import Text

from corpus.article import Article, Reject
from corpus.language import language_of
from corpus.readers import FieldMap, InputError, Layout, layout_of, read, read_source
from corpus.readers.problems import BrokenFileError
from corpus.readers.sources import Source, sources
from extract.dates import resolve_base
from extract.explain import printable
from extract.summary import aligned
from models.relevance import names_home_work

ARTICLES = 10
"""How many articles are shown."""
_REJECTS = 10
_LAYOUTS = 5
# Heading and the least width that still tells something
_COLUMNS = {"id": 8, "published": 21, "lang": 4, "characters": 10, "WFH": 3, "article": 10}
_FIELDS = ("id", "url", "title", "published", "outlet", "text")


@dataclass(frozen=True, slots=True)
class FileLayout:
    """How one file is written, and which of its fields is which; `problem` says why that cannot be told."""

    path: str
    compression: str | None
    layout: Layout | None
    fields: dict[str, str]
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the beginning of an input holds. `kinds` counts its files by suffix; `layouts` are the different ones."""

    kinds: dict[str, int]
    layouts: tuple[FileLayout, ...]
    articles: tuple[Article, ...]
    rejects: tuple[Reject, ...]


def inspect(given: str | Path, fields: FieldMap | None = None) -> Inspection:
    """Look at an input as `corpus.readers.read` would read it, up to `ARTICLES` articles.

    Raises `corpus.readers.InputError` as `read` does.
    """
    read(given, fields)  # raises what concerns the whole input
    names = fields or FieldMap()
    kinds: Counter[str] = Counter()
    layouts: dict[object, FileLayout] = {}
    articles: list[Article] = []
    rejects: list[Reject] = []
    for source in sources(given):
        suffix, compression = source.kind
        kinds[".".join(["", *filter(None, [suffix, compression])])] += 1
        if len(articles) >= ARTICLES or len(rejects) >= _REJECTS:
            continue
        file = _file_layout(source, names)
        layouts.setdefault((file.layout, file.compression, file.problem), file)
        for record in islice(read_source(source, names), ARTICLES - len(articles)):
            if isinstance(record, Article):
                articles.append(record)
            else:
                rejects.append(record)
    return Inspection(dict(sorted(kinds.items())), tuple(layouts.values()), tuple(articles), tuple(rejects))


def _file_layout(source: Source, names: FieldMap) -> FileLayout:
    try:
        layout = layout_of(source, names)
    except (InputError, BrokenFileError, OSError) as error:
        return FileLayout(source.path, source.kind[1], None, {}, str(error))
    return FileLayout(source.path, source.kind[1], layout, names.chosen(layout.names))


def print_inspection(given: str | Path, found: Inspection, console: Console) -> None:
    """Print an inspection as it is understood: no words of the dump are run or rendered."""
    files = ", ".join(f"{number} {suffix or 'without suffix'}" for suffix, number in found.kinds.items())
    _line(console, f"{given}: {files}", "bold")
    for file in found.layouts[:_LAYOUTS]:
        for line in _layout_lines(file):
            _line(console, line)
    if len(found.layouts) > _LAYOUTS:
        _line(console, f"... and {len(found.layouts) - _LAYOUTS} other layouts")
    if found.articles:
        heading, *lines = aligned(
            [tuple(_COLUMNS), *map(_cells, found.articles)], list(_COLUMNS.values()), console.width
        )
        _line(console, heading, "bold")
        for line in lines:
            _line(console, line)
    for reject in found.rejects:
        where = reject.source_path if reject.line is None else f"{reject.source_path}:{reject.line}"
        _line(console, f"rejected: {where}: {reject.reason}")
    if not found.articles:
        _line(console, "no article could be read")


def _line(console: Console, text: str, style: str = "") -> None:
    console.print(Text(printable(text), style=style), soft_wrap=True)


def _layout_lines(file: FileLayout) -> Iterator[str]:
    if file.layout is None:
        yield f"  {file.path}: {file.problem}"
        return
    layout = file.layout
    delimiter = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}.get(layout.delimiter or "")
    parts = [layout.format, file.compression, layout.encoding, delimiter and f"delimited by {delimiter}"]
    yield f"  {', '.join(filter(None, parts))} ({file.path})"
    if layout.format in {"HTML", "WARC"}:
        yield "    title, date, outlet, address and text as the page tells them"
    elif layout.format != "text":
        yield from _field_lines(layout.names, file.fields)


def _field_lines(names: Iterable[str], fields: dict[str, str]) -> Iterator[str]:
    for field in _FIELDS:
        yield f"    {field:<10} {fields.get(field, '-')}"
    unused = [name for name in names if name not in fields.values()]
    if unused:
        yield f"    not used: {', '.join(unused)}"


def _cells(article: Article) -> tuple[str, ...]:
    day = resolve_base("", article.published, article.url)
    cells = (
        article.source_id,
        f"{day.date} ({day.source})" if day.date else "",
        language_of(article.text) or "",
        f"{len(article.text):,}",
        "yes" if names_home_work(f"{article.title or ''}\n{article.text}") else "no",
        ": ".join(filter(None, [article.outlet, article.title or article.text[:60]])),
    )
    return tuple(printable(" ".join(cell.split())) for cell in cells)
