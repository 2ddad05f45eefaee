"""An article as a piece of HTML with the words behind its cells in colour, for notebooks and web pages.

Colour is not the only sign: a small label behind the words names what they support, and holding the pointer over them
shows the columns and the rules. `extract.explain` does the same for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from extract.explain import Segment, printable, segments
from extract.schema import Evidence


class Group(NamedTuple):
    """Columns that share a colour: `label` by column, a pale `fill` for dark words, and a `line` under them."""

    name: str
    fill: str
    line: str
    labels: dict[str, str]


_REGION = ("region_code", "region_name", "region_level", "province_code", "province_name", "iso_3166_2", "bps_code")
_DECREE = ("instrument", "decree_number", "decree_date", "decree_title", "legal_basis", "amends")
_SHARE = ("wfh_pct", "wfo_pct", "pct_basis", "pct_bound")
_COUNT = ("metric", "population", "value", "approximate", "period", "as_of")

# Lines are the colours of Okabe and Ito, told apart with any kind of colour vision; fills are tints of them
GROUPS = (
    Group(
        "who",
        "#d3e8f5",
        "#0072b2",
        dict.fromkeys(_REGION, "region") | {"issuer_office": "issuer", "issuer_name": "name"},
    ),
    Group(
        "what",
        "#f6dcea",
        "#cc79a7",
        {name: name for name in ("action", "target", "unit_name", "exceptions", "trigger")},
    ),
    Group("share", "#c9ebdf", "#009e73", dict.fromkeys(_SHARE, "share") | {"condition": "condition"}),
    Group(
        "when",
        "#fbf3b5",
        "#b8a500",
        {"announced_date": "announced", "start_date": "start", "end_date": "end", "end_kind": "end"},
    ),
    Group("decree", "#f9e3b8", "#e69f00", {name: name.removeprefix("decree_") for name in _DECREE}),
    Group("count", "#f8d5c2", "#d55e00", dict.fromkeys(_COUNT, "count")),
)
_GROUP_OF = {column: group for group in GROUPS for column in group.labels}
_OTHER = Group("other", "#e6e6e6", "#767676", {})
_TEXT = "white-space:pre-wrap;max-width:46em;line-height:1.9;font-family:Georgia,serif"
_MARK = "background:{fill};color:#111;border-bottom:2px solid {line};padding:1px 2px;border-radius:2px"
_LABEL = "font:600 0.68em sans-serif;color:{line};margin-left:2px;filter:brightness(0.75)"


def highlight(text: str, evidence: Iterable[Evidence]) -> str:
    """The article's `text` as an HTML fragment with all its `evidence` marked; what is not ours in it is escaped.

    >>> from extract import observe
    >>> text = "Pemkot Bogor <b>memberlakukan</b> WFH bagi 75 persen ASN."
    >>> page = highlight(text, observe(text).evidence)
    >>> "&lt;b&gt;" in page, "<b>" in page, ">Pemkot Bogor</mark>" in page
    (True, False, True)
    """
    spans = list(evidence)
    parts = [_marked(text, segment, spans) for segment in segments(len(text), spans)]
    return f'<div style="{_TEXT}">{"".join(parts)}</div>'


def _marked(text: str, segment: Segment, spans: Sequence[Evidence]) -> str:
    words = escape(printable(text[segment.start : segment.end]))
    if not segment.columns:
        return words
    rules = {e.column: e.rule for e in spans if e.start <= segment.start and segment.end <= e.end}
    hint = escape("\n".join(f"{column}: {rules[column]}" for column in segment.columns))
    group = _GROUP_OF.get(segment.columns[0], _OTHER)
    mark = f'<mark style="{_MARK.format(fill=group.fill, line=group.line)}" title="{hint}">{words}</mark>'
    # A span that is cut in two by a shorter one inside it is labelled once, behind its last piece
    ending = {e.column for e in spans if e.end == segment.end}
    labels = ", ".join(dict.fromkeys(_label(column) for column in segment.columns if column in ending))
    return f'{mark}<span style="{_LABEL.format(line=group.line)}">{labels}</span>' if labels else mark


def _label(column: str) -> str:
    return _GROUP_OF.get(column, _OTHER).labels.get(column, column)
