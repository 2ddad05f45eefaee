"""The command `edaran`: run, inspect, explain, regions, evaluate.

The commands on finished datasets are in `commands.py`, `models` is in `learned.py`.

Exit codes: 0 when there is a result, also one with warnings; 1 when `evaluate` stays below `--min`; 2 when nothing
could be read, no such region is known, or the command was put wrongly.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from extract.commands import add_dataset_commands, day
from extract.errors import CommandError
from extract.learned import add_models_command

# Whatever else a command needs it imports itself: `edaran --help` must not wait for pandas

if TYPE_CHECKING:
    import pandas as pd

    from corpus.article import Article
    from corpus.readers import FieldMap
    from models.ner.engine import Engine

_FIELDS = ("text", "title", "url", "published", "id", "outlet")
_DESCRIPTION = "Reads Indonesian news and writes a dataset of regional work-from-home policies."
_INPUT = "a dump: a file, a folder, a pattern in quotes or a URL; plain, .gz, .zst or .zip"
_ARTICLES_NAMED = 5
_CONFLICTS_PRINTED = 30


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
        print("edaran: stopped; `edaran run` goes on where it was when it is started again", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("edaran", description=_DESCRIPTION)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="read dumps and write the dataset")
    run.add_argument("input", nargs="+", metavar="INPUT", help=_INPUT)
    run.add_argument("-o", "--out", required=True, metavar="OUT", help="the folder to write, or a URL of one")
    run.add_argument(
        "--work",
        type=Path,
        metavar="FOLDER",
        help="for a URL: the folder to make the dataset in; default: a temporary one",
    )
    run.add_argument(
        "--workers", type=_count, metavar="N", help="processes of this machine; default: one for each core"
    )
    run.add_argument("--cluster", metavar="ADDRESS", help="scheduler of a Dask cluster, as tcp://10.0.0.5:8786")
    _add_engine_options(run)
    run.add_argument(
        "--min-confidence",
        type=_probability,
        default=0.0,
        metavar="P",
        help="leave cells empty whose confidence is below, as 0.9; a decision goes with its region",
    )
    _add_field_options(run)
    run.set_defaults(command=_run)

    inspect = commands.add_parser("inspect", help="show what a dump is understood to be, on its first ten articles")
    inspect.add_argument("input", nargs="+", metavar="INPUT", help=_INPUT)
    _add_field_options(inspect)
    inspect.set_defaults(command=_inspect)

    explain = commands.add_parser("explain", help="show one article with the words behind every cell")
    explain.add_argument("file", metavar="FILE", help="a .txt or .html file, or a dump")
    explain.add_argument("--article", metavar="ID", help="which article of a dump: its source_id or article_id")
    explain.add_argument(
        "--published", type=day, metavar="DATE", help="day of publication, as 2021-06-28, where the file does not say"
    )
    _add_field_options(explain)
    explain.set_defaults(command=_explain)

    regions = commands.add_parser(
        "regions", help="look a region up by name, alias or code", usage="edaran regions [-h] NAME"
    )
    regions.add_argument("name", nargs="+", metavar="NAME", help="one name, for example Malra, Kota Bogor or 53.71")
    regions.set_defaults(command=_regions)

    _add_evaluate(commands)
    add_dataset_commands(commands)
    add_models_command(commands)
    return parser


def _add_evaluate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    evaluate = commands.add_parser(
        "evaluate",
        help="score the extraction, or the output of a run, against labelled articles",
        usage="edaran evaluate [-h] [--html FILE] [--errors FILE] [--min F1] GOLD [GOLD ...] [OUT]",
    )
    evaluate.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="GOLD",
        help="labelled articles (.jsonl); OUT, a folder at the end, is a run to score instead of extracting now",
    )
    evaluate.add_argument("--html", type=Path, metavar="FILE", help="write a page of the errors in context")
    evaluate.add_argument("--errors", type=Path, metavar="FILE", help="write the errors, one JSON object a line")
    evaluate.add_argument("--min", type=float, metavar="F1", help="exit with 1 when F1 over all cells is lower")
    evaluate.set_defaults(command=_evaluate)


def _probability(text: str) -> float:
    """A confidence, for argparse."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def _count(text: str) -> int:
    """A number of workers, for argparse."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1")
    return int(text)


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


def _add_engine_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("who reads the names of people")
    group.add_argument("--engine", choices=("spacy", "stanza"), help="default: spacy; stanza needs edaran[stanza]")
    group.add_argument(
        "--stanza-dir",
        type=Path,
        metavar="DIR",
        help="the folder of Stanza's Indonesian package, which then cuts the tokens for --engine stanza",
    )


def _engine(options: argparse.Namespace) -> Engine:
    """The engine that was asked for, loaded: what it lacks is told before the run begins."""
    from models.artefact import ArtefactError  # noqa: PLC0415
    from models.ner.engine import Engine  # noqa: PLC0415
    from models.stanza_ner.loading import StanzaError  # noqa: PLC0415

    if options.stanza_dir and options.engine == "spacy":
        raise CommandError("--stanza-dir is for --engine stanza")
    package = options.stanza_dir.resolve() if options.stanza_dir else None
    engine = Engine("stanza" if package else options.engine or "spacy", package)
    if engine.name != "spacy":  # the default has nothing to lack, and loads where it is needed
        try:
            engine.load()
        except (ArtefactError, StanzaError) as error:
            raise CommandError(str(error)) from error
    return engine


def _field_map(options: argparse.Namespace) -> FieldMap | None:
    from corpus.readers import FieldMap  # noqa: PLC0415

    named = {name: getattr(options, f"{name}_field") for name in _FIELDS}
    given = {name: field for name, field in named.items() if field}
    return FieldMap(**given) if given else None


def _run(options: argparse.Namespace) -> int:
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # Arrow's own keeps some 70 MB of what it has freed

    from corpus.readers import InputError  # noqa: PLC0415
    from extract.batch import run  # noqa: PLC0415
    from extract.batch.progress import shown  # noqa: PLC0415
    from extract.summary import print_problems, print_summary  # noqa: PLC0415
    from models.artefact import ArtefactError  # noqa: PLC0415

    engine = _engine(options)
    try:
        with shown() as progress:
            summary = run(
                options.input,
                options.out,
                work=options.work,
                fields=_field_map(options),
                processes=options.workers or len(os.sched_getaffinity(0)),
                cluster=options.cluster,
                engine=engine,
                min_confidence=options.min_confidence,
                progress=progress,
            )
    except (ArtefactError, InputError) as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(
            f"cannot write {options.out}: {error.strerror or error}; the same command goes on with what is done"
        ) from error
    print_problems(summary, sys.stderr)
    if not summary.read_any:
        told = f"{summary.out}/articles.csv says why" if summary.files else f"{summary.out} is as it was"
        raise CommandError(f"no article could be read; {told}")
    print_summary(summary, sys.stdout)
    return 0


def _inspect(options: argparse.Namespace) -> int:
    from rich.console import Console  # noqa: PLC0415

    from corpus.readers import InputError  # noqa: PLC0415
    from extract.inspection import inspect, print_inspection  # noqa: PLC0415

    readable = True
    for given in options.input:
        try:
            found = inspect(given, _field_map(options))
        except InputError as error:
            raise CommandError(str(error)) from error
        print_inspection(given, found, Console(highlight=False))
        readable = readable and bool(found.articles)
    if not readable:
        raise CommandError("not every input has an article that can be read")
    return 0


def _explain(options: argparse.Namespace) -> int:
    from rich.console import Console  # noqa: PLC0415

    from extract.explain import explain  # noqa: PLC0415
    from extract.observations import observe_article  # noqa: PLC0415

    article = _article(options.file, options.article, _field_map(options))
    if options.published:
        article = replace(article, published=options.published.isoformat())
    explain(article, observe_article(article), Console(highlight=False))
    return 0


def _article(path: str, wanted: str | None, fields: FieldMap | None) -> Article:
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
    from extract.lookup import describe, find, unknown  # noqa: PLC0415

    name = " ".join(options.name)
    regions = find(name)
    if not regions:
        raise CommandError(unknown(name))
    for region in regions:
        print("\n".join(describe(region)))
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from extract.error_page import error_page  # noqa: PLC0415
    from extract.evaluate import (  # noqa: PLC0415
        GoldError,
        conflict_line,
        conflict_record,
        evaluate,
        print_evaluation,
        read_gold,
    )
    from extract.explain import printable  # noqa: PLC0415

    out = options.paths[-1] if options.paths[-1].is_dir() else None
    try:
        gold = read_gold(options.paths[:-1] if out else options.paths)
    except GoldError as error:
        raise CommandError(str(error)) from error
    frames = _frames(out) if out else _extracted([item.article for item in gold])
    if not frames["articles"]["source_id"].isin([item.article.source_id for item in gold]).any():
        raise CommandError(f"{out}: has none of the labelled articles; they are joined by source_id")
    evaluation = evaluate(gold, frames)
    print_evaluation(evaluation, sys.stdout)
    for conflict in evaluation.conflicts[:_CONFLICTS_PRINTED]:
        print(f"  {printable(conflict_line(conflict))}")
    if len(evaluation.conflicts) > _CONFLICTS_PRINTED:
        print(f"  ... and {len(evaluation.conflicts) - _CONFLICTS_PRINTED} more: see --errors and --html")
    if options.html:
        _write(options.html, error_page(evaluation, gold))
    if options.errors:
        records = (json.dumps(conflict_record(conflict), ensure_ascii=False) for conflict in evaluation.conflicts)
        _write(options.errors, "".join(f"{record}\n" for record in records))
    return int(options.min is not None and (evaluation.overall.f1 or 0.0) < options.min)


def _extracted(articles: list[Article]) -> dict[str, pd.DataFrame]:
    """Read the articles now; what fails is told on stderr and counts as not found."""
    from extract.batch import observe_all  # noqa: PLC0415
    from extract.dataset import to_frames  # noqa: PLC0415

    outcomes = list(observe_all(articles))
    for outcome in outcomes:
        if outcome.problem:
            print(outcome.problem, file=sys.stderr)
    return to_frames(outcome.reading for outcome in outcomes)


def _frames(out: Path) -> dict[str, pd.DataFrame]:
    from extract.dataset import read_dataset  # noqa: PLC0415

    try:
        return read_dataset(out)
    except FileNotFoundError as error:
        raise CommandError(f"{out} is not the output of a run: {error.filename} is missing") from error
    except (KeyError, ValueError) as error:
        raise CommandError(f"{out} is not the output of a run: {error}") from error


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise CommandError(f"cannot write {path}: {error.strerror or error}") from error
