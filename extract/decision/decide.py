"""`decide`: the decisions of one authority in an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.action import Action, find_action
from extract.authority import Authority
from extract.closings import find_closings
from extract.decision.closed import closing_rule, rests_on, rules_at_large
from extract.decision.dates import dates_of_rule, free_dates, past_sentences
from extract.decision.decrees import amended, deciding, decrees_in_scope
from extract.decision.shares import of_offices, shares_in_scope, split
from extract.decision.types import Decision
from extract.decision.whom import offices_of, target_of
from extract.decrees.types import Decree
from extract.findings import Findings
from extract.legal_basis import find_legal_basis
from extract.lexicon import compiled
from extract.scope import Scoped, is_wish
from extract.shares import Share
from extract.signals import UNDECIDED
from extract.spans import Span
from extract.stories import DONE_LIKEWISE
from extract.timing import find_timing
from extract.workplace import HOME, NAMED

_OPENING = 4  # sentences in which an article says what its news is
# "dua ASN kedapatan berbelanja saat | WFH", "pada masa | kerja dari rumah", "wajib melapor selama | WFH": only when
_ONLY_WHEN = compiled(r"\b(?:pada|dalam|selama|saat|ketika|kala|waktu|semasa)(?: (?:masa|periode|jam|hari|sedang))? $")
_WHEN_REACH = 20  # characters
# "mengingatkan | bekerja dari rumah | bukan kesempatan berlibur": a reminder to those at home
_NO_HOLIDAY = compiled(r"[^.;\n]{0,60}\bbukan (?:\w+ ){0,2}(?:ber)?libur(?:an)?\b")


def decide(findings: Findings, authority: Authority) -> list[Decision]:
    """The decisions of one authority in an article; none when its sentences tell no action."""
    closings = find_closings(authority.sentences, findings.dates)
    if closings:
        homes = {c.home.index for c in closings} | {findings.sentence(c.spell).index for c in closings}
        rest = tuple(s for s in authority.sentences if s.index not in homes)
        if not any(rules_at_large(s, findings) for s in rest):
            decrees = decrees_in_scope(findings, authority)
            ordered = deciding([d for d in decrees if d.value.role == "own"], authority, "impose", findings)
            ground = tuple(d for d in find_legal_basis(decrees, ordered, findings) if rests_on(d, findings))
            return [replace(closing_rule(findings, authority, c), decree=ordered, legal_basis=ground) for c in closings]
        closed = [closing_rule(findings, authority, c) for c in closings]
        return [*_decide(findings, replace(authority, sentences=rest)), *closed]
    return _decide(findings, authority)


def _decide(findings: Findings, authority: Authority) -> list[Decision]:
    shares = shares_in_scope(findings, authority)
    decrees = decrees_in_scope(findings, authority)
    decreed = any(d.value.role == "own" and d.value.number and not d.value.draft and not d.value.past for d in decrees)
    action = find_action(authority.sentences, shares, findings.article.title, decreed=decreed) or _told(
        authority.sentences, shares, decrees
    )
    drafted = any(d.value.draft for d in decrees)
    if action is None or _is_open(authority.sentences, action, decreed=decreed, drafted=drafted):
        return []
    decree = deciding(decrees, authority, action.value, findings)
    strong = {findings.sentence(decree).index} if decree else set()
    timing = find_timing(
        authority.sentences,
        dates_of_rule(free_dates(findings), shares),
        action.value,
        findings.base,
        strong=strong,
        past=past_sentences(findings, shares),
    )
    units = (authority.agency,) if authority.agency else offices_of(authority)
    general, measures = of_offices(*split(shares, action.value, findings), units)
    if action.value == "impose" and general is not None and general.value.wfh_pct == 0 and not measures:
        if timing.end is not None:  # "WFH pada Jumat saja, Senin sudah masuk semua": a refusal has no days
            general = None
        else:
            action = replace(action, value="reject", rule="action.reject_by_share")  # "Kami 100 persen WFO"
    decision = Decision(
        findings=findings,
        authority=authority,
        action=action,
        timing=timing,
        share=general,
        measures=measures,
        decree=decree,
        # what a refusal names is expressly not followed, so it is no ground (codebook, Decree)
        legal_basis=() if action.value == "reject" else find_legal_basis(decrees, decree, findings),
        amended=amended(decrees, decree, action.value),
        units=units,
        target=target_of(authority, action, units),
    )
    return [decision]


def _told(
    sentences: Sequence[Scoped], shares: Sequence[Span[Share]], decrees: Sequence[Span[Decree]]
) -> Span[Action] | None:
    """A rule told without a word of decision ("pegawai bekerja di rumah mulai besok") is in force: `impose`.

    So is one of which only the share ("paling banyak separuh yang duduk di mejanya") or the numbered instrument is
    told.
    """
    for pattern in (NAMED, HOME):
        for scoped in sentences:
            m = next((m for m in pattern.finditer(scoped.sentence.text) if not _in_passing(scoped, m)), None)
            if scoped.topic >= 2 and not scoped.background and m:
                start = scoped.sentence.start + m.start()
                return Span("action", start, start + len(m.group()), m.group(), "impose", "action.told")
    for scoped in sentences:
        if not scoped.background and (m := DONE_LIKEWISE.search(scoped.sentence.text)):
            start = scoped.sentence.start + m.start()
            return Span("action", start, start + len(m.group()), m.group(), "impose", "action.likewise")
    now: list[Span[Share] | Span[Decree]] = [s for s in shares if not s.value.past and not s.value.hypothetical]
    now += [d for d in decrees if d.value.role == "own" and d.value.number and not (d.value.past or d.value.draft)]
    if not now:
        return None
    return Span("action", now[0].start, now[0].end, now[0].text, "impose", "action.told")


def _in_passing(scoped: Scoped, m: re.Match[str]) -> bool:
    """Whether home work is named only as the time of something else, or in a reminder to those at home."""
    text = scoped.sentence.text
    return (
        _ONLY_WHEN.search(text, max(0, m.start() - _WHEN_REACH), m.start()) is not None
        or _NO_HOLIDAY.match(text, m.end()) is not None
    )


def _is_open(sentences: Sequence[Scoped], action: Span[Action], *, decreed: bool, drafted: bool) -> bool:
    """Whether nothing is decided: "belum memutuskan", "masih membahas" alone give no observation (codebook, Action).

    A draft under way is a plan, though it is still talked about; what a council wishes for is none.
    """
    undecided = [s for s in sentences if UNDECIDED.search(s.sentence.text)]
    if action.rule == "action.told" and not decreed and (undecided or is_wish(sentences[0].sentence.text)):
        return True
    if decreed or action.value in {"reject", "end", "extend"} or action.rule == "action.draft":
        return False
    if action.value == "plan" and drafted:
        return False
    return any(s in undecided for s in sentences[:_OPENING])
