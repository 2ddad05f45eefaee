"""The commands that work on finished datasets: merge, export, changes, query. Each is thin: it calls one function."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from extract.errors import CommandError

# Whatever else a command needs it imports itself: `edaran --help` must not wait for it

if TYPE_CHECKING:
    from extract.dataset import Dataset

T = TypeVar("T")

FORMATS = {
    "xlsx": "edaran.xlsx",
    "excel-csv": "excel",
    "sqlite": "edaran.sqlite",
    "coronanet": "coronanet.csv",
    "codebook": "codebook",
    "panel": "panel_full.csv",
}
"""What `export` writes, with the name of the file or folder in the dataset's folder."""


def day(text: str) -> dt.date:
    """A day given on the command line, for argparse."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2021-06-28") from error


def add_dataset_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands of this file to the parser of `edaran`."""
    merge = commands.add_parser("merge", help="join the datasets of several runs")
    merge.add_argument("folders", nargs="+", type=Path, metavar="OUT", help="folders that runs have written")
    merge.add_argument("-o", "--out", required=True, type=Path, metavar="NEW", help="the folder to write")
    merge.set_defaults(command=_merge)

    export = commands.add_parser("export", help="write a dataset as workbook, database, CoronaNet records ...")
    export.add_argument("folder", type=Path, metavar="OUT", help="a folder that a run has written")
    export.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    export.add_argument("-o", "--out", type=Path, metavar="PATH", help="where to write, if not into OUT")
    full = export.add_argument_group("for panel: every region on every day, also days without a rule")
    full.add_argument("--from", dest="first", type=day, metavar="DATE", help="first day, as 2020-03-01")
    full.add_argument("--to", dest="last", type=day, metavar="DATE", help="last day")
    full.add_argument("--region", action="append", default=[], metavar="CODE", help="only this region; may be repeated")
    export.set_defaults(command=_export)

    changes = commands.add_parser("changes", help="tell what changed between two releases of a dataset")
    changes.add_argument("old", type=Path, metavar="OLD", help="the folder of the earlier release")
    changes.add_argument("new", type=Path, metavar="NEW", help="the folder of the later one")
    changes.add_argument("-o", "--out", type=Path, metavar="FILE", help="the table to write; default: NEW/changes.csv")
    changes.add_argument("--table", action="append", metavar="TABLE", help="only this table; may be repeated")
    changes.set_defaults(command=_changes)

    query = commands.add_parser(
        "query",
        help="tell what was in force in a region on a day, and why",
        usage="edaran query [-h] OUT NAME --on DATE",
    )
    query.add_argument("folder", type=Path, metavar="OUT", help="a folder that a run has written")
    query.add_argument("name", nargs="+", metavar="NAME", help="one region, for example kota bogor or 53.71")
    query.add_argument("--on", required=True, type=day, metavar="DATE", help="the day, as 2021-07-01")
    query.set_defaults(command=_query)


def _merge(options: argparse.Namespace) -> int:
    from extract.merge import merge  # noqa: PLC0415

    dataset = _written(options.out, lambda: merge(options.folders, options.out))
    counts = {table: sum(1 for _ in dataset.rows(table)) for table in ("articles", "observations", "policies")}
    print(", ".join(f"{number} {table}" for table, number in counts.items()))
    print(f"files in {options.out}")
    return 0


def _export(options: argparse.Namespace) -> int:
    path: Path = options.out or options.folder / FORMATS[options.format]
    _spare_datasets(path)
    if options.format != "panel" and (options.first or options.last or options.region):
        raise CommandError("--from, --to and --region are for the format panel")
    if unknown := [code for code in options.region if not _is_region(code)]:
        raise CommandError(f"no region has the code {', '.join(unknown)}; `edaran regions NAME` tells codes")
    for file in _written(path, lambda: _exported(options, path)):
        print(file)
    return 0


def _exported(options: argparse.Namespace, path: Path) -> list[Path]:
    if options.format == "codebook":
        return _codebook(path)
    dataset = _dataset(options.folder)
    if options.format == "xlsx":
        from extract.publish.spreadsheet import write_workbook  # noqa: PLC0415

        write_workbook(dataset, path)
    elif options.format == "excel-csv":
        from extract.publish.spreadsheet import write_excel_csv  # noqa: PLC0415

        write_excel_csv(dataset, path)
    elif options.format == "sqlite":
        from extract.publish.database import write_database  # noqa: PLC0415

        return list(write_database(dataset, path))
    elif options.format == "coronanet":
        from extract.publish.coronanet import write_coronanet  # noqa: PLC0415

        write_coronanet(dataset, path)
    else:
        _full_panel(dataset, path, options)
    return [path]


def _codebook(folder: Path) -> list[Path]:
    from extract.codebook import html, markdown  # noqa: PLC0415
    from extract.publish.files import finished  # noqa: PLC0415

    pages = {folder / "codebook.md": markdown(), folder / "codebook.html": html()}
    for path, text in pages.items():
        with finished(path) as part:
            part.write_text(text, encoding="utf-8")
    return list(pages)


def _full_panel(dataset: Dataset, path: Path, options: argparse.Namespace) -> None:
    from extract.panel import full_panel  # noqa: PLC0415
    from extract.publish.files import finished  # noqa: PLC0415
    from extract.schema import columns  # noqa: PLC0415
    from extract.table_files import write_csv  # noqa: PLC0415

    if not options.first or not options.last or options.last < options.first:
        raise CommandError("the full panel needs its days: --from 2020-03-01 --to 2022-06-30")
    with finished(path) as part:
        write_csv(columns("panel"), full_panel(dataset.joined, options.first, options.last, options.region), part)


def _changes(options: argparse.Namespace) -> int:
    from extract.publish.changes import DEFAULT_TABLES, write_changes  # noqa: PLC0415
    from extract.schema import TABLES  # noqa: PLC0415

    tables = options.table or DEFAULT_TABLES
    if unknown := [table for table in tables if table not in TABLES]:
        raise CommandError(f"there is no table {unknown[0]!r}; there are {', '.join(TABLES)}")
    path: Path = options.out or options.new / "changes.csv"
    _spare_datasets(path)
    old, new = _dataset(options.old), _dataset(options.new)
    counts = _written(path, lambda: write_changes(old, new, path, tables))
    print(", ".join(f"{counts[kind]} {kind}" for kind in ("added", "changed", "withdrawn")) + f": {path}")
    return 0


def _query(options: argparse.Namespace) -> int:
    from extract.explain import printable  # noqa: PLC0415
    from extract.lookup import find, period, unknown  # noqa: PLC0415
    from extract.query import answer, print_answer  # noqa: PLC0415

    name = " ".join(options.name)
    found = find(name)
    if not found:
        raise CommandError(unknown(name))
    regions = [region for region in found if region.holds_on(options.on)]
    if not regions:
        periods = ", ".join(f"{region.name} ({region.code}) {period(region)}" for region in found)
        raise CommandError(f"no such region on {options.on}: {periods}; ask for a day in that time")
    dataset = _dataset(options.folder)
    for region in regions:
        for line in print_answer(answer(dataset, region, options.on), dataset):
            print(printable(line))
    return 0


def _spare_datasets(path: Path) -> None:
    """Refuse to write over a file of a dataset, or `<table>.csv` into the folder of one."""
    from extract.datapackage import FILE_NAME  # noqa: PLC0415
    from extract.fingerprints import FINGERPRINTS  # noqa: PLC0415
    from extract.schema import TABLES  # noqa: PLC0415

    own = {FILE_NAME, FINGERPRINTS, *(f"{table}.{suffix}" for table in TABLES for suffix in ("csv", "parquet"))}
    if path.name in own and (path.parent / FILE_NAME).exists():
        raise CommandError(f"{path} is a file of the dataset itself; give another name with -o")
    if (path / FILE_NAME).exists():
        raise CommandError(f"{path} is the folder of a dataset; give another place with -o")


def _is_region(code: str) -> bool:
    from corpus.regions import Gazetteer  # noqa: PLC0415

    try:
        Gazetteer.load().region(code)
    except KeyError:
        return False
    return True


def _dataset(folder: Path) -> Dataset:
    from extract.merge import read_dataset_of  # noqa: PLC0415

    return read_dataset_of(folder)


def _written(path: Path, write: Callable[[], T]) -> T:
    try:
        return write()
    except OSError as error:
        raise CommandError(f"cannot write {path}: {error.strerror or error}") from error
