"""Joins the mentions of one instrument in an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extract.decrees.numbers import comparable, is_short
from extract.decrees.types import Decree, Role
from extract.spans import Span

# A mention that tells more of the role wins: what is changed or cited is said on purpose, "own" is said often.
_ROLE_ORDER: tuple[Role, ...] = ("amended", "own", "cited", "unknown")


def merge_decrees(spans: Iterable[Span[Decree]]) -> list[Span[Decree]]:
    """Join repeated mentions of an instrument: one span each, in the order of first mention.

    Mentions are one instrument when their numbers compare equal (a short number such as "5/2022" also needs the same
    kind and no contrary issuer), or, both without a number, when kind, issuer, place, role and `draft` are the same.
    The article's own instrument told without a number ("menerbitkan surat edaran") is its only own numbered one of that
    kind, if there is just one. The offsets are the first mention's, of those with a number if any has; issuer, place,
    date and title come from the first mention that has them.

    >>> from extract.decrees.find import find_decrees
    >>> text = "SE Nomor 800/7/Org terbit. Surat Edaran Bupati Alor Nomor 800/7/ORG tertanggal 3 Mei 2021."
    >>> [(m.text, m.value.issuer) for m in merge_decrees(find_decrees(text))]
    [('SE Nomor 800/7/Org', 'regent')]
    """
    merged: list[Span[Decree]] = []
    places: dict[object, list[int]] = {}  # where mentions that may be the same stand in `merged`
    for span in spans:
        like = places.setdefault(_bucket(span.value), [])
        at = next((i for i in like if same_instrument(merged[i].value, span.value)), None)
        if at is None:
            like.append(len(merged))
            merged.append(span)
        else:
            merged[at] = replace(merged[at], value=_join(merged[at].value, span.value))
    return _own_words_joined(_letters_named(merged))


def _letters_named(merged: list[Span[Decree]]) -> list[Span[Decree]]:
    """ "menerbitkan surat edaran ... Surat bernomor 272 itu": the letter told by its number alone is the edaran.

    It is, if the article puts out one instrument without a number, and no other one of that kind has a number.
    """
    open_ = [m.value for m in merged if m.value.role == "own" and not (m.value.number or m.value.past or m.value.draft)]
    kinds = {decree.instrument for decree in open_} - {"surat", "other"}
    numbered = {m.value.instrument for m in merged if m.value.number and m.value.role == "own"}
    if len(kinds) != 1 or kinds & numbered:
        return merged
    [kind] = kinds
    return [
        replace(m, value=replace(m.value, instrument=kind, role="own")) if _is_bare_letter(m.value) else m
        for m in merged
    ]


def _is_bare_letter(decree: Decree) -> bool:
    of_none = decree.issuer is None and decree.role in {"own", "unknown"}
    return decree.instrument == "surat" and decree.number is not None and of_none


def _own_words_joined(merged: list[Span[Decree]]) -> list[Span[Decree]]:
    current = [m.value.role == "own" and not m.value.past and not m.value.draft for m in merged]
    numbered: dict[str, list[int]] = {}
    for i, span in enumerate(merged):
        if current[i] and span.value.number:
            numbered.setdefault(span.value.instrument, []).append(i)
    out: list[Span[Decree] | None] = list(merged)
    for i, span in enumerate(merged):
        likely = numbered.get(span.value.instrument, [])
        if not current[i] or span.value.number or len(likely) != 1:
            continue
        target = out[likely[0]]
        if target and _issuers_agree(target.value, span.value):
            out[likely[0]] = replace(target, value=_join(target.value, span.value))
            out[i] = None
    return [span for span in out if span]


def _issuers_agree(one: Decree, other: Decree) -> bool:
    return one.issuer is None or other.issuer is None or one.issuer == other.issuer


def same_instrument(one: Decree, other: Decree) -> bool:
    """Whether two mentions of one article are the same instrument.

    >>> same_instrument(Decree("surat_edaran", number="05/2022"), Decree("surat_edaran", number="5/2022"))
    True
    >>> same_instrument(Decree("instruksi", number="2/2023"), Decree("surat_edaran", number="2/2023"))
    False
    """
    if one.number is None or other.number is None:
        return one.number == other.number and _unnumbered_key(one) == _unnumbered_key(other)
    if comparable(one.number) != comparable(other.number):
        return False
    if not is_short(one.number):
        return True
    return one.instrument == other.instrument and _issuers_agree(one, other)


def _bucket(decree: Decree) -> object:
    return comparable(decree.number) if decree.number else _unnumbered_key(decree)


def _unnumbered_key(decree: Decree) -> tuple[object, ...]:
    return decree.instrument, decree.issuer, decree.place, decree.role, decree.draft


def _join(first: Decree, later: Decree) -> Decree:
    role_from = min((first, later), key=lambda decree: _ROLE_ORDER.index(decree.role))
    issuer_from = first if first.issuer else later
    date_from = first if first.date_span else later
    title_from = first if first.title else later
    return replace(
        first,
        instrument=later.instrument if first.instrument in {"other", "surat"} else first.instrument,
        issuer=issuer_from.issuer,
        issuer_text=issuer_from.issuer_text,
        place=first.place or later.place,
        date_span=date_from.date_span,
        date_cue=date_from.date_cue,
        title=title_from.title,
        title_span=title_from.title_span,
        role=role_from.role,
        role_cue=role_from.role_cue,
        past=first.past and later.past,
    )
