r"""Read dumps of news as they lie on disk: JSON, CSV, Parquet, WARC, saved pages and text, plain, packed or remote.

    for record in read("dump.jsonl.gz"):
        if isinstance(record, Reject):
            print(record.source_path, record.line, record.reason)

Every record of the input gives exactly one `Article` or one `Reject`; a file that cannot be read, or not to its end,
gives one `Reject` more. Records are read one at a time, none longer than `limits.LONGEST_RECORD` bytes. Only what
concerns a whole input (it is missing, of an unknown kind, has no such field) is an error, `InputError`.

A format is one file of this package; `sources` says which files an input names, `streams` unfolds them, `encoding`
tells how they write characters, `fields` what their fields mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.article import Article, Reject
from corpus.parts import join_parts
from corpus.readers import delimited, html_page, json_lines, parquet, text_file, warc
from corpus.readers.fields import FieldMap
from corpus.readers.formats import Format, Layout
from corpus.readers.problems import BrokenFileError, InputError
from corpus.readers.records import Record, record
from corpus.readers.sources import Source, is_single, sources

__all__ = [
    "FORMATS",
    "Article",
    "BrokenFileError",
    "FieldMap",
    "InputError",
    "Layout",
    "Record",
    "Reject",
    "layout_of",
    "read",
    "read_source",
]

FORMATS: tuple[Format, ...] = tuple(
    module.FORMAT for module in (json_lines, delimited, parquet, warc, html_page, text_file)
)
BY_SUFFIX = {suffix: form for form in FORMATS for suffix in form.suffixes}


def read(given: str | Path, fields: FieldMap | None = None) -> Iterator[Record]:
    """Read the articles of one input.

    `given` is a file, a folder, a pattern such as `dump/*.jsonl`, or the URL of one of them (any that fsspec knows);
    every file may be compressed (`.gz`, `.zst`) or lie in a `.zip`. `fields` names the dump's fields where they are
    not the usual ones.

    An article's `source_id` is the dump's id; without one it is the file's stem for pages and texts, the record's id
    in a WARC file, and "L12" for line or row 12. Text stays as given, line ends included; of a page it is what
    `corpus.pages.read_page` finds.

    Raises `InputError` before the first record when the input is missing, or is a single file that is of an unknown
    kind or lacks a text or the fields that were named. A file among several that is so is a `Reject`.
    """
    fields = fields or FieldMap()
    found = sources(given)
    if not is_single(given):
        return join_parts(one for source in found for one in read_source(source, fields))
    source = next(found)
    try:
        layout = layout_of(source, fields)
    except InputError:
        raise
    except (BrokenFileError, OSError) as error:
        return iter([reject(source, error)])
    return join_parts(_records(source, layout, fields))


def read_source(source: Source, fields: FieldMap) -> Iterator[Record]:
    """The records of one file; whatever is wrong with it is a `Reject`."""
    try:
        layout = layout_of(source, fields)
    except (InputError, BrokenFileError, OSError) as error:
        yield reject(source, error)
        return
    yield from _records(source, layout, fields)


def layout_of(source: Source, fields: FieldMap) -> Layout:
    """How a file is written. Raises `InputError` for its kind or fields, `BrokenFileError`, `OSError`."""
    form = _format(source)
    layout = form.look(source)
    if layout.names and (missing := fields.missing(layout.names)):
        raise InputError(
            f"{source.path}: has no field {', '.join(map(repr, missing))}; its fields are {_listed(layout)}"
        )
    if layout.names and "text" not in fields.chosen(layout.names):
        raise InputError(
            f"{source.path}: has no field for the text; its fields are {_listed(layout)}: "
            "name the one with the articles: --text-field NAME, in Python FieldMap(text=NAME)"
        )
    return layout


def _format(source: Source) -> Format:
    if source.raw is None:
        raise BrokenFileError(source.problem or "cannot be opened")
    suffix, _ = source.kind
    if suffix not in BY_SUFFIX:
        known = ", ".join(f".{one}" for one in sorted(BY_SUFFIX))
        raise InputError(
            f"{source.path}: cannot read {f'.{suffix}' if suffix else 'a file without suffix'}; give {known} "
            "(also .gz, .zst or in a .zip), or a folder of them"
        )
    return BY_SUFFIX[suffix]


def _listed(layout: Layout) -> str:
    return ", ".join(map(repr, layout.names))


def _records(source: Source, layout: Layout, fields: FieldMap) -> Iterator[Record]:
    try:
        for raw in _format(source).read(source, layout):
            yield record(raw, source, fields)
    except (BrokenFileError, OSError) as error:
        yield reject(source, error)


def reject(source: Source, error: Exception) -> Reject:
    """What tells of a file that cannot be read, or not to its end."""
    reason = f"cannot be opened: {error.strerror or error}" if isinstance(error, OSError) else str(error)
    return Reject(source.stem, source.path, None, reason.removeprefix(f"{source.path}: "))
