"""The errors of an evaluation as one self-contained web page: each wrong cell beside the words that it was read from.

The page loads nothing and runs nothing. Whatever comes from an article is escaped, and characters that could turn the
direction of the text or hide in it are shown as U+FFFD.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from corpus.article import Article
from extract.evaluate import Conflict, Evaluation, Labelled, Score
from extract.explain import printable

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --got: #ffc9c0; --want: #c3ecc6; --both: #ffe7a0; }
@media (prefers-color-scheme: dark) { :root { --got: #7d2f26; --want: #1f5c2b; --both: #6b5410; } }
body { font: 15px/1.55 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
table { border-collapse: collapse; font-size: .88rem; }
th, td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
section { border-top: 2px solid var(--line); margin-top: 2rem; padding-top: .5rem; }
section > div { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 62rem) { section > div { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.errors { align-self: start; overflow-x: auto; }
.errors .rule { overflow-wrap: anywhere; }
mark { color: inherit; border-radius: .2em; padding: 0 .1em; }
mark.got, .key.got { background: var(--got); } mark.want, .key.want { background: var(--want); }
mark.got.want { background: var(--both); }
sup { font-size: .7em; } .key { padding: 0 .4em; border-radius: .2em; } .rule { font-family: ui-monospace, monospace; }
""".strip()
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class _Mark:
    """Words of an article that an error is about: what it was read from ("got"), or what the coders marked ("want")."""

    start: int
    end: int
    number: int
    kind: str


def error_page(evaluation: Evaluation, gold: Iterable[Labelled]) -> str:
    """An HTML page with the table of scores and every article that has an error, in the order of `gold`."""
    conflicts: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in evaluation.conflicts:
        conflicts[conflict.article].append(conflict)
    articles = [item.article for item in gold if item.article.source_id in conflicts]
    sections = "".join(_section(article, conflicts[article.source_id]) for article in articles)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>Errors of the extraction</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
        f"<h1>Errors of the extraction</h1>\n{_scores(evaluation)}"
        f"<p>{len(evaluation.conflicts)} wrong or missing values in {len(articles)} articles. "
        '<span class="key got">read from here</span> <span class="key want">marked by the coders</span></p>\n'
        f"{sections}</body>\n</html>\n"
    )


def _scores(evaluation: Evaluation) -> str:
    head = "".join(f'<th class="number">{name}</th>' for name in ("precision", "recall", "F1", "gold", "found"))
    rows = [_score_row(name, score) for name, score in evaluation.fields.items()]
    rows.append(_score_row("all cells", evaluation.overall))
    return f"<table>\n<tr><th>field</th>{head}</tr>\n{''.join(rows)}</table>\n"


def _score_row(name: str, score: Score) -> str:
    ratios = ("-" if v is None else f"{v:.3f}" for v in (score.precision, score.recall, score.f1))
    cells = "".join(f'<td class="number">{cell}</td>' for cell in (*ratios, score.gold, score.found))
    return f"<tr><td>{_escaped(name)}</td>{cells}</tr>\n"


def _section(article: Article, conflicts: Sequence[Conflict]) -> str:
    """One article: its text with the words marked, and beside it what was got and wanted."""
    anchor = f"a{article.article_id}"
    marks = [
        _Mark(words.start, words.end, number, kind)
        for number, conflict in enumerate(conflicts, 1)
        for kind, cell in (("got", conflict.got), ("want", conflict.want))
        for words in (cell.words if cell else ())
    ]
    marked = {mark.number for mark in marks}
    rows = "".join(_row(conflict, number, anchor, number in marked) for number, conflict in enumerate(conflicts, 1))
    return (
        f'<section id="{anchor}">\n<h2>{_escaped(article.title or article.source_id)}</h2>\n'
        f"<p>{_escaped(' | '.join(filter(None, [article.source_id, article.published, article.url])))}</p>\n"
        f'<div>\n<div class="text" lang="id" dir="ltr">{_marked_text(article.text, marks, anchor)}</div>\n'
        '<div class="errors"><table>\n<tr><th></th><th>field</th><th>got</th><th>want</th><th>rule</th></tr>\n'
        f"{rows}</table></div>\n</div>\n</section>\n"
    )


def _row(conflict: Conflict, number: int, anchor: str, marked: bool) -> str:
    got, want = (_escaped(cell.value) if cell else "" for cell in (conflict.got, conflict.want))
    where = f'<a href="#{anchor}-{number}">{number}</a>' if marked else str(number)
    name = " ".join(filter(None, [conflict.field, conflict.region_code]))
    rules = "<br>".join(_escaped(rule) for rule in conflict.rules)
    return (
        f"<tr><td>{where}</td><td>{_escaped(name)}</td><td>{got}</td><td>{want}</td>"
        f'<td class="rule">{rules}</td></tr>\n'
    )


def _marked_text(text: str, marks: Sequence[_Mark], anchor: str) -> str:
    """The text, cut where the marks on it change; each error's number stands where its first mark ends."""
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    ends: dict[int, int] = {}
    for mark in marks:
        ends.setdefault(mark.number, mark.end)
    parts = []
    for start, end in pairwise(cuts):
        words = _escaped(text[start:end])
        kinds = sorted({m.kind for m in marks if m.start <= start and end <= m.end})
        parts.append(f'<mark class="{" ".join(kinds)}">{words}</mark>' if kinds else words)
        here = [number for number, last in ends.items() if last == end]
        parts += [f'<sup id="{anchor}-{number}">{number}</sup>' for number in here]
    return "".join(parts)


def _escaped(text: str) -> str:
    return escape(printable(text), quote=True)
