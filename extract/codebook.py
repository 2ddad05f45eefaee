"""The published columns as a page of documentation, made from the models that check every row.

`python -m extract.codebook` prints `docs/columns.md`; a test holds the stored page to it. `edaran export OUT codebook`
writes it beside a dataset, as Markdown and as HTML.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import escape

from extract.schema import KEYS, TABLES, Column, columns

_HEAD = """# Columns

Every table of a run, column by column. This page is made from `extract.schema` by `python -m extract.codebook`; change
the model there, not this page.

Each table comes as `<table>.csv` and `<table>.parquet`. Dates are ISO 8601, percentages are numbers from 0 to 100, an
empty cell means that the article does not say. A list is one cell, joined with `; `. In CSV, load codes such as `53.71`
as text; `extract.dataset.read_dataset` does that and gives every column its type. A column with * is never empty.
"""
_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc}
th,td{padding:.3rem .5rem;text-align:left;vertical-align:top}
code{background:#f3f3f3;padding:0 .2rem}"""
_CODE = re.compile(r"`([^`]*)`")


def markdown() -> str:
    """The whole page.

    >>> [line for line in markdown().splitlines() if line.startswith("| `relevance`")]
    ['| `relevance` | number | How likely the article reports a regional WFH policy | |']
    """
    return "\n".join([_HEAD, *(line for table in TABLES for line in _section(table))])


def html() -> str:
    """The same page as HTML that needs nothing else; headings are linked from the top.

    >>> "<td><code>end_date</code></td><td>date</td><td>Last day in force</td>" in html()
    True
    """
    title, *text = _HEAD.strip().split("\n\n")
    links = " ".join(f'<a href="#{table}">{table}</a>' for table in TABLES)
    parts = [f"<h1>{title.removeprefix('# ')}</h1>", *(f"<p>{_marked(block)}</p>" for block in text), f"<p>{links}</p>"]
    for table in TABLES:
        parts.append(f'<h2 id="{table}">{table}</h2><p>{_marked(_meaning(table))}</p><table>')
        parts.append("<tr><th>column</th><th>type</th><th>meaning</th><th>values</th></tr>")
        parts += [f"<tr>{''.join(f'<td>{_marked(text)}</td>' for text in _cells(c))}</tr>" for c in columns(table)]
        parts.append("</table>")
    head = f'<meta charset="utf-8"><title>Columns</title><style>{_STYLE}</style>'
    return "\n".join(["<!doctype html>", f'<html lang="en"><head>{head}</head><body>', *parts, "</body></html>"]) + "\n"


def _marked(text: str) -> str:
    """Escaped, with words between backquotes as code."""
    return _CODE.sub(r"<code>\1</code>", escape(text))


def _meaning(table: str) -> str:
    meaning = " ".join((TABLES[table].__doc__ or "").split("\n\n")[0].split())
    return f"{meaning} Key: {', '.join(f'`{column}`' for column in KEYS[table])}."


def _section(table: str) -> Iterator[str]:
    yield f"## `{table}`\n"
    yield f"{_meaning(table)}\n"
    yield "| column | type | meaning | values |"
    yield "| --- | --- | --- | --- |"
    yield from (f"| {' | '.join(_cells(column))}".rstrip() + " |" for column in columns(table))
    yield ""


def _cells(column: Column) -> tuple[str, str, str, str]:
    name = f"`{column.name}`" + (" *" if column.required else "")
    return name, column.kind, column.description, ", ".join(f"`{value}`" for value in column.values)


if __name__ == "__main__":
    sys.stdout.write(markdown())
