"""The rule for offices that are closed for some days: everybody there at home."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extract.action import Action
from extract.authority import Authority
from extract.closings import Closing
from extract.decision.dates import free_dates
from extract.decision.types import Decision
from extract.decision.whom import target_of
from extract.decrees.types import Decree
from extract.findings import Findings
from extract.scope import Scoped
from extract.shares import Share
from extract.spans import Span
from extract.timing import EndKind, Timing, find_timing
from extract.workplace import NAMED

_STAFF = re.compile(r"\b(?:asn|pns|pegawai|aparatur)\b", re.IGNORECASE)
# "Penutupan mengacu Pergub ...", "berdasarkan Inmendagri ..."
_RESTS = re.compile(
    r"\b(?:mengacu|merujuk|berdasar\w*|menindaklanjuti|sesuai|mengikuti|berpedoman|dasar(?:nya)?)\b", re.IGNORECASE
)
_CLOSING = re.compile(r"\b(?:di)?(?:tutup|kunci)\b|\b(?:kantor|dinas|instansi)\s+(?:itu|tersebut)\b", re.IGNORECASE)


def rests_on(decree: Span[Decree], findings: Findings) -> bool:
    """Whether its sentence says that something rests on the instrument: "Penutupan mengacu Pergub ..."."""
    return _RESTS.search(findings.sentence(decree).sentence.text) is not None


def rules_at_large(scoped: Scoped, findings: Findings) -> bool:
    """Whether a sentence beside the closings puts the staff at large at home, or tells a share of them."""
    words = scoped.sentence.text
    if any(
        scoped.sentence.start <= s.start < scoped.sentence.end
        and not s.value.past
        and s.value.basis in {"stated", "derived"}
        for s in findings.shares
    ):
        return True
    return (
        not scoped.background
        and NAMED.search(words) is not None
        and _STAFF.search(words) is not None
        and not _CLOSING.search(words)
    )


def closing_rule(findings: Findings, authority: Authority, closing: Closing) -> Decision:
    """The rule for offices that are closed over one spell: everybody there at home."""
    home = closing.home.sentence
    value = closing.spell.value
    action: Span[Action] = Span("action", home.start, home.end, home.text, "impose", "closings.home")
    told = find_timing(authority.sentences, free_dates(findings), "reject", findings.base).announced
    start, end = (
        Span(
            "date",
            closing.spell.start,
            closing.spell.end,
            closing.spell.text,
            day,
            f"closings.spell+dates.{closing.spell.rule}",
        )
        for day in (value.start or date.min, value.end or date.max)
    )
    kind: EndKind = "duration" if value.days or value.months else "date"
    timing = Timing(start, end, Span("end_kind", end.start, end.end, end.text, kind, f"timing.{kind}"), told)
    told_there = [s for s in findings.shares if home.start <= s.start < home.end and not s.value.past]
    share = next((s for s in told_there if s.value.wfh_pct == 100), told_there[0] if told_there else None)
    share = _beside_spell(findings, closing) or share
    if share is not None:  # "Di BPKAD separuh pegawai WFH": the office is the decision's own
        share = replace(share, value=replace(share.value, conditions=()))
    target = target_of(authority, action, closing.units)
    return Decision(findings, authority, action, timing, share, (), None, (), None, closing.units, target)


def _beside_spell(findings: Findings, closing: Closing) -> Span[Share] | None:
    """The share printed behind the days: "15 hingga 18 Februari dengan hanya 25 persen pegawai yang masuk"."""
    sentence = findings.sentence(closing.spell).sentence
    behind = (s for s in findings.shares if closing.spell.end <= s.start < sentence.end and not s.value.past)
    return next((s for s in behind if s.value.basis in {"stated", "derived"}), None)
