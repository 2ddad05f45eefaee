"""How the tests of the counts print a count and mark it in its text."""

from __future__ import annotations

from extract.counts import CountValue
from extract.spans import Span


def row(count: CountValue) -> str:
    """`metric population value period`; a "~" behind an approximate value, "-" for a vague one."""
    value = "-" if count.value is None else str(count.value)
    return f"{count.metric} {count.population} {value}{'~' if count.approximate else ''} {count.period}"


def marked(text: str, counts: list[Span[CountValue]]) -> str:
    """The text with its counts in «», each place once."""
    for start, end in sorted({(count.start, count.end) for count in counts}, reverse=True):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text
