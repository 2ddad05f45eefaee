"""The command `edaran`: run, explain, regions.

Exit codes: 0 when there is a result, also one with warnings; 1 when `regions` knows no such name; 2 when nothing could
be read or the command was put wrongly.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

# Whatever else a command needs it imports itself: `edaran --help` must not wait for pandas

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.readers import FieldMap

_FIELDS = ("text", "title", "url", "published", "id", "outlet")
_DESCRIPTION = "Reads Indonesian news and writes a dataset of regional work-from-home policies."
_PLAIN_PROGRESS_EVERY = 1000
_ARTICLES_NAMED = 5


class CommandError(Exception):
    """What was asked cannot be done; the message says why and what to do instead."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the given arguments (default: those of the process) and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without "≥" shows "?" rather than a traceback
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except CommandError as error:
        print(f"edaran: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # `edaran ... | head`: the reader has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("edaran: stopped; nothing was written", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("edaran", description=_DESCRIPTION)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="read dumps and write the dataset")
    run.add_argument(
        "input", nargs="+", type=Path, metavar="INPUT", help="a .jsonl, .csv, .tsv or .txt file or a folder"
    )
    run.add_argument("-o", "--out", required=True, type=Path, metavar="OUT", help="the folder to write")
    _add_field_options(run)
    run.set_defaults(command=_run)

    explain = commands.add_parser("explain", help="show one article with the words behind every cell")
    explain.add_argument("file", type=Path, metavar="FILE", help="a .txt file, or a dump")
    explain.add_argument("--article", metavar="ID", help="which article of a dump: its source_id or article_id")
    explain.add_argument(
        "--published", type=_date, metavar="DATE", help="day of publication, as 2021-06-28, where the file does not say"
    )
    _add_field_options(explain)
    explain.set_defaults(command=_explain)

    regions = commands.add_parser("regions", help="look a region up by name, alias or code")
    regions.add_argument("name", nargs="+", metavar="NAME", help="for example Malra, 'Kota Bogor' or 53.71")
    regions.set_defaults(command=_regions)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when asked for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from extract import __version__  # noqa: PLC0415

        print(f"edaran {__version__}")
        parser.exit()


def _add_field_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("names of the dump's fields, where they are not the usual ones")
    for name in _FIELDS:
        group.add_argument(f"--{name}-field", metavar="FIELD", help=f"field or column that holds the {name}")


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2021-06-28") from error


def _field_map(options: argparse.Namespace) -> FieldMap | None:
    from corpus.readers import FieldMap  # noqa: PLC0415

    named = {name: getattr(options, f"{name}_field") for name in _FIELDS}
    given = {name: field for name, field in named.items() if field}
    return FieldMap(**given) if given else None


def _run(options: argparse.Namespace) -> int:
    from corpus.readers import InputError  # noqa: PLC0415
    from extract.batch import run  # noqa: PLC0415
    from extract.summary import print_problems, print_summary  # noqa: PLC0415

    try:
        with _progress() as progress:
            summary = run(options.input, options.out, fields=_field_map(options), progress=progress)
    except InputError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(f"cannot write {options.out}: {error.strerror or error}") from error
    print_problems(summary, sys.stderr)
    if not summary.read_any:
        raise CommandError(f"no article could be read; {options.out / 'articles.csv'} says why")
    print_summary(summary, sys.stdout)
    return 0


@contextmanager
def _progress() -> Iterator[Callable[[int], None]]:
    """A counter on stderr: live in a terminal, a line now and then elsewhere."""
    if not sys.stderr.isatty():
        yield _plain_progress
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status("reading") as status:
        yield lambda done: status.update(f"{done} articles") if done % 10 == 0 else None


def _plain_progress(done: int) -> None:
    if done % _PLAIN_PROGRESS_EVERY == 0:
        print(f"{done} articles", file=sys.stderr)


def _explain(options: argparse.Namespace) -> int:
    from rich.console import Console  # noqa: PLC0415

    from extract.explain import explain  # noqa: PLC0415
    from extract.observations import observe_article  # noqa: PLC0415

    article = _article(options.file, options.article, _field_map(options))
    if options.published:
        article = replace(article, published=options.published.isoformat())
    explain(article, observe_article(article), Console(highlight=False))
    return 0


def _article(path: Path, wanted: str | None, fields: FieldMap | None) -> Article:
    """The article of `path` that was asked for by source_id or article_id, or its only one."""
    from corpus.article import Reject  # noqa: PLC0415
    from corpus.readers import InputError, read  # noqa: PLC0415

    articles: list[Article] = []
    try:
        for record in read(path, fields):
            if isinstance(record, Reject):
                if wanted in {None, record.source_id}:
                    raise CommandError(f"{path}: {record.source_id} could not be read: {record.reason}")
            elif wanted in {record.source_id, record.article_id}:
                return record
            elif len(articles) < _ARTICLES_NAMED:
                articles.append(record)
    except InputError as error:
        raise CommandError(str(error)) from error
    if wanted is None and len(articles) == 1:
        return articles[0]
    names = ", ".join(article.source_id for article in articles) or "none"
    missing = f"no article {wanted!r}" if wanted else "several articles, say which with --article"
    raise CommandError(f"{path}: {missing}; the first are: {names}")


def _regions(options: argparse.Namespace) -> int:
    from extract.lookup import describe, find, similar  # noqa: PLC0415

    name = " ".join(options.name)
    regions = find(name)
    for region in regions:
        print("\n".join(describe(region)))
    if regions:
        return 0
    names = similar(name)
    print(
        f"edaran: no region is called {name!r}" + (f"; similar: {', '.join(names)}" if names else ""), file=sys.stderr
    )
    return 1
