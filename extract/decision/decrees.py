"""Which instrument makes a decision, and which it changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.action import Action
from extract.authority import HEAD_OF_LEVEL, Authority
from extract.decrees.merge import merge_decrees
from extract.decrees.numbers import comparable
from extract.decrees.types import NATIONAL_OFFICES, Decree
from extract.findings import Findings
from extract.legal_basis import ON_WORK, is_punishment, is_shared_ground
from extract.regions import NATIONAL, level_of
from extract.scope import EARLIER_RULE, GOES_ON
from extract.spans import Span

_REGIONAL_HEADS = frozenset(HEAD_OF_LEVEL.values()) - NATIONAL_OFFICES
_MADE = frozenset(
    {
        "",
        "lewat",
        "melalui",
        "tertuang",
        "dituangkan",
        "termuat",
        "diatur",
        "dalam",
        "menerbitkan",
        "mengeluarkan",
        "meneken",
        "menandatangani",
        "yakni",
        "yaitu",
    }
)
_NONE_MADE = re.compile(
    r"\b(?:tanpa|(?:tidak|belum|tak)\s+(?:ada|me\w+|perlu|lewat|punya))\s+(?:\w+\s+)?$", re.IGNORECASE
)


def decrees_in_scope(findings: Findings, authority: Authority) -> list[Span[Decree]]:
    """The instruments of the decision's own sentences, and grounds that all regions of the article share."""
    indices = {s.index for s in authority.sentences}
    found = [
        d
        for d in findings.decrees
        if findings.sentence(d).index in indices
        or (d.value.role == "cited" and is_shared_ground(findings.sentence(d).sentence.text))
    ]
    return merge_decrees([_as_past(d, findings) for d in found])


def _as_past(decree: Span[Decree], findings: Findings) -> Span[Decree]:
    """ "Sebelumnya, aturan serupa diterapkan melalui Surat Edaran ...": that of the rule before."""
    scoped = findings.sentence(decree)
    told = scoped.sentence.text
    if decree.value.role == "own" and scoped.background and (EARLIER_RULE.match(told) or GOES_ON.match(told)):
        return replace(decree, value=replace(decree.value, past=True))
    return decree


def deciding(
    decrees: Sequence[Span[Decree]], authority: Authority, action: Action, findings: Findings
) -> Span[Decree] | None:
    """The instrument that makes this rule: one said to be its own, with a number before one without."""
    regional = authority.region_code != NATIONAL
    if action in {"plan", "reject"}:
        return next(
            (
                d
                for d in decrees
                if d.value.role == "own"
                and d.value.number
                and not (d.value.past or d.value.draft or (regional and d.value.issuer in NATIONAL_OFFICES))
            ),
            None,
        )
    fitting = [
        d
        for d in decrees
        if not d.value.past
        and not d.value.draft
        and not _denied(d, findings)
        and not (regional and d.value.issuer in NATIONAL_OFFICES)
        and not _is_letter_of_agency(d.value, authority)
        and not _is_of_another_region(d, authority, findings)
        and not _punishes(d, findings)
    ]
    if not any(d.value.role == "own" and d.value.number for d in fitting):
        alone = not any(d.value.role == "own" for d in fitting)
        fitting = [_as_own(d, authority, findings, alone=alone) for d in fitting]
    fitting.sort(key=lambda d: not _is_about_work(d, findings))
    for numbered in (True, False):
        for role in ("own", "unknown"):
            for d in fitting:
                if (
                    d.value.role == role
                    and bool(d.value.number) == numbered
                    and (role == "own" or not _beside_cited(d, decrees))
                ):
                    return d
    return None


def _is_letter_of_agency(decree: Decree, authority: Authority) -> bool:
    """A task force's or an agency's letter beside the rule ("dan surat Satgas ...") does not make it."""
    letter = decree.instrument == "surat" and decree.role == "unknown"
    return letter and decree.issuer == "agency" and authority.agency is None


def _is_of_another_region(decree: Span[Decree], authority: Authority, findings: Findings) -> bool:
    """ "Kabupaten Dompu punya Instruksi Bupati Dompu Nomor 3": named after another region than the one that decides."""
    value = decree.value
    if value.place is None or value.issuer not in _REGIONAL_HEADS:
        return False
    end = value.number_span[0] if value.number_span else decree.end
    named = [m.value.candidates for m in findings.regions if decree.start <= m.start < end]
    return bool(named) and not any(authority.region_code in candidates for candidates in named)


def _punishes(decree: Span[Decree], findings: Findings) -> bool:
    """ "Pelanggar didenda berdasarkan Perwali Nomor 20": the ground of a fine, not the rule on work."""
    text = findings.sentence(decree).sentence.text
    return is_punishment(text) and ON_WORK.search(text) is None


def _is_about_work(decree: Span[Decree], findings: Findings) -> bool:
    """Whether an instrument is on how staff work: of two circulars told, not the one on markets or night hours."""
    title = decree.value.title or findings.sentence(decree).sentence.text
    return ON_WORK.search(title) is not None


def _denied(decree: Span[Decree], findings: Findings) -> bool:
    """ "Pemkot tidak membuat edaran baru", "tanpa surat edaran": there is no such instrument."""
    return _NONE_MADE.search(findings.text.text, max(0, decree.start - 45), decree.start) is not None


def _as_own(decree: Span[Decree], authority: Authority, findings: Findings, *, alone: bool) -> Span[Decree]:
    """A cited instrument that is the region's own all the same.

    A city's circular in an article on its province is that city's, if nothing says that it is followed; and one that
    bears the region's name is its rule even where the rule "follows" it ("mengikuti SE Bupati Badung Nomor ..."), when
    no other instrument is said to be its own (`alone`).
    """
    value = decree.value
    own_head = value.issuer == HEAD_OF_LEVEL[level_of(authority.region_code)]
    titled = value.issuer is None and value.title_span is not None  # "SE No. 800/03 tentang ... di lingkungan Pemkot X"
    if value.role != "cited" or not (own_head or titled) or not value.number:
        return decree
    end = value.title_span[1] if titled and value.title_span else decree.end
    named = alone and any(
        authority.region_code in m.value.candidates for m in findings.regions if decree.start <= m.start < end
    )
    if named or (value.role_cue or "").lower() in _MADE:
        return replace(decree, value=replace(value, role="own"))
    return decree


def _beside_cited(decree: Span[Decree], decrees: Sequence[Span[Decree]]) -> bool:
    """Whether the mention is what a cited decree changes ("SE Menpan 1/2022, perubahan ketiga atas SE 23/2021")."""
    return any(d.value.role == "cited" and 0 <= decree.start - d.end < 80 for d in decrees)


def amended(decrees: Sequence[Span[Decree]], deciding: Span[Decree] | None, action: Action) -> Span[Decree] | None:
    """The instrument that is changed or revoked; for an extension or an end also the old one told as background."""
    own = comparable(deciding.value.number) if deciding and deciding.value.number else None
    numbered = [d for d in decrees if d.value.number and comparable(d.value.number) != own]
    old = [d for d in numbered if d.value.role == "amended"]
    if not old and action in {"extend", "end", "tighten", "relax"}:
        old = [d for d in numbered if d.value.past and d.value.issuer not in NATIONAL_OFFICES]
    return old[0] if old else None
