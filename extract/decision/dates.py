"""Which dates of an article may be those of a decision's days and of its statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.dates import DateValue
from extract.decrees.types import Decree
from extract.findings import Findings
from extract.shares import Share
from extract.spans import Span

_ANNOUNCED_BEFORE = 40  # characters before an instrument in which it is said to be the announcement
_ANNOUNCED = re.compile(r"\bdiumumkan\b", re.IGNORECASE)
_STILL = re.compile(
    r"\b(?:disambung|diperpanjang|perpanjang\w*|dilanjutkan|kini|sekarang|menjadi|ditambah)\b", re.IGNORECASE
)


def free_dates(findings: Findings) -> list[Span[DateValue]]:
    """Dates that no decree bears alone: the day of "diteken dan diumumkan pada Minggu" is the statement's too."""
    borne = [d.value.date_span for d in findings.decrees if d.value.date_span and not _is_announced(d, findings)]
    return [d for d in findings.dates if not any(a <= d.start < b or d.start <= a < d.end for a, b in borne)]


def dates_of_rule(dates: list[Span[DateValue]], shares: Sequence[Span[Share]]) -> list[Span[DateValue]]:
    """Without the days of a measure: "Pada 4 sampai 7 September porsinya 75 persen" beside a share for all the time."""
    now = [s.value for s in shares if not s.value.past and not s.value.hypothetical]
    if all(value.conditions for value in now):
        return dates
    periods = {printed for value in now for kind, printed in value.conditions if kind == "period"}
    return [d for d in dates if " ".join(d.text.lower().split()) not in periods]


def _is_announced(decree: Span[Decree], findings: Findings) -> bool:
    """Whether it is said to be the announcement: "diumumkan lewat SE yang diteken Senin"; then it was made known so."""
    if decree.value.date_span is None:
        return False
    bears = (decree.value.date_cue or "").endswith("tanggal")
    left = decree.start if bears else max(0, decree.start - _ANNOUNCED_BEFORE)
    return _ANNOUNCED.search(findings.text.text, left, decree.value.date_span[0]) is not None


def past_sentences(findings: Findings, shares: Sequence[Span[Share]]) -> set[int]:
    """Sentences whose shares or instruments are all those of an earlier rule: so are their dates."""
    past: dict[int, list[bool]] = {}
    for share in shares:
        past.setdefault(findings.sentence(share).index, []).append(share.value.past)
    for decree in findings.decrees:
        if decree.value.role == "own" and not _STILL.search(findings.sentence(decree).sentence.text):
            past.setdefault(findings.sentence(decree).index, []).append(decree.value.past)
    return {index for index, flags in past.items() if all(flags)}
