"""`find_shares`: from text to the spans of the field; how it goes about it is told in the package's docstring."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from extract.conditions import Kind, find_conditions
from extract.document import Sentence, split_sentences
from extract.lexicon import WEEKDAY, compiled
from extract.shares.conditions import attach_conditions, qualify
from extract.shares.headings import Heading
from extract.shares.places import OTHER_SIDE, Tied, lent_sides, tie, to_shares
from extract.shares.quantities import find_quantities
from extract.shares.splits import chosen_days, find_earlier_rotation, find_ratios, find_rotation, named_days, of_week
from extract.shares.types import EVERYBODY, Condition, Share
from extract.spans import Span
from extract.workplace import Side, find_sides

# "Kini 75 persen ...": the sentence before told the earlier rule
_FROM_NOW = compiled(r"^\W*(?:kini|sekarang)\b")
# "Pengecualian diberikan kepada RSUD. Mereka ...", "Aturan ini tidak berlaku bagi puskesmas. Petugasnya ..."
_EXEMPT = compiled(r"\b(?:pengecualian|(?:ter|di)?kecuali(?:kan)?|tidak (?:berlaku|termasuk|ikut)|dibebaskan)\b")
_THEY = compiled(r"^\W*(?:mereka|petugasnya|pegawainya|semuanya|seluruhnya)\b")
# "WFH penuh", "penuh WFH"
_NAMED_FULLY = compiled(r"\bwf[hoa] penuh$")
_FULLY_REACH = 12
# "Jadi separuh di kantor", "Artinya 25 persen WFO"
_DRAWN = compiled(r"^\W*(?:jadi|artinya|maksudnya|dengan (?:begitu|demikian))\b")
_WEEKDAY = compiled(rf"\b{WEEKDAY}\b")
_THOSE_DAYS = compiled(r"\bhari(?:-hari)? (?:itu|tersebut)$")
_FILLERS = compiled(r"\b(?:para|pejabat) ")
_PEOPLE: Final[frozenset[Kind]] = frozenset({"rank", "group"})
_PARTS_OF_STAFF: Final[frozenset[Kind]] = frozenset({"sector", "zone", "ppkm_level", "rank", "group", "unit"})
# "..., sedangkan eselon II masuk penuh"
_PART_BREAK = compiled(r"[,;:] |\b(?:sedangkan|sementara|adapun|namun|tetapi|tapi|kecuali)\b")
# "Selebihnya tetap di kantor"
# "Yang 40 persen tetap di kantor"
_REST_OPENS = compiled(
    r"^\W*(?:yang (?:\d{1,2} persen (?:lagi |lainnya )?|lagi |lainnya )tetap"
    r"|sisanya|selebihnya|yang lain(?:nya)?|lainnya|pegawai lain(?:nya)?)\b"
)
# "Kuotanya paling banyak 50 persen dari pegawai", "hanya memberi izin kepada maksimal 30 persen pegawainya"
_QUOTA = compiled(
    r"^\W*(?:(?:namun|tetapi|tapi|hanya|adapun),? )?(?:kuota|jatah|porsi)(?:nya)?\b"
    r"|\bmemberi(?:kan)? izin (?:kepada|bagi|untuk)\b"
)
# "Kuotanya 50 persen tiap OPD", "yang WFH pada hari itu paling banyak 50 persen"
_OF_THE_DAY = compiled(
    r"\b(?:kuota|jatah|porsi|jumlah(?:nya)? (?:yang )?wf[ha])\w*|\bhari (?:itu|tersebut)\b"
    r"|\b(?:tiap|setiap|per|masing-masing) (?:opd|skpd|perangkat daerah|dinas|unit)\b|\bdari (?:total|jumlah) pegawai\b"
)
_DAYS_REACH = 2  # sentences between a rotation told by number and the days that it means
_RECENT = 3  # sentences in which a rank named makes "staf" one, too
# Nobody writes such a sentence (the longest of news have some 600 characters): a table or junk, read in no bounded time
_LONGEST_SENTENCE = 5000


def find_shares(text: str) -> list[Span[Share]]:
    """Every share of staff that `text` prints, in order; pairs that make 100 ("75 persen ... 25 persen") are one span.

    >>> found = find_shares("Pegawai di kantor paling banyak 25 persen.")
    >>> [(s.value.wfh_pct, s.value.bound, s.value.basis) for s in found]
    [(75.0, 'min', 'derived')]
    >>> find_shares("Restoran boleh melayani makan di tempat 25 persen kapasitas.")
    []
    """
    shares: list[Span[Share]] = []
    heading = Heading()
    area: tuple[Condition, ...] = ()
    sector: tuple[Condition, ...] = ()
    previous: Sentence | None = None
    recent: deque[tuple[Span[Condition], ...]] = deque(maxlen=_RECENT)
    row: Side | None = None  # the place of work of the last item of a row: "Zona oranye 50 persen. Zona kuning ..."
    places: deque[frozenset[Side]] = deque(maxlen=_RECENT)
    sentences = split_sentences(text)
    for sentence, following in zip_longest(sentences, sentences[1:]):
        if len(sentence.text) > _LONGEST_SENTENCE:
            previous = None
            continue
        heading = heading.over(sentence)
        quota = _only(places) if _QUOTA.search(sentence.text) else None
        found = _in_sentence(sentence, previous, following, heading, recent, row=row, quota=quota)
        if _of_exempt(sentence, previous):
            found = [s for s in found if s.value.conditions]
        found = _qualified(found, sentence, previous, area, sector)
        found = [_restated(s, shares, previous, sentence) for s in found if not _is_vague(s, sentence.text)]
        found = [s for s in found if not _names_examples(s, shares, previous)]
        if found and _FROM_NOW.match(sentence.text):
            shares = _as_past(shares, previous)
        if found:
            area = tuple(c for c in found[-1].value.conditions if c[0] == "region")
        sector = tuple(c for s in found[-1:] for c in s.value.conditions if c[0] == "sector")
        row = found[-1].value.side if found and found[-1].value.conditions else None
        shares += [s.shift(sentence.start) for s in found]
        heading = heading.after(sentence)
        recent.append(find_conditions(sentence.text))
        places.append(frozenset(side.value for side in find_sides(sentence.text)))
        previous = sentence
    shares = _quotas_of_days(shares, sentences)
    return _without_general_days(_as_first_printed([*shares, *_days_told_apart(shares, text)]))


def _quotas_of_days(shares: list[Span[Share]], sentences: Sequence[Sentence]) -> list[Span[Share]]:
    """ "WFH setiap Jumat. ... Kuotanya 50 persen tiap OPD": on those days so many are at home, not everybody."""
    days = next((s for s in shares if _is_everybody_on_days(s)), None)
    if days is None:
        return shares
    at = next((i for i, s in enumerate(sentences) if s.start <= days.start < s.end), 0)
    quotas = [
        share
        for sentence in sentences[at + 1 : at + 1 + _DAYS_REACH + 1]
        if _OF_THE_DAY.search(sentence.text)
        for share in shares
        if sentence.start <= share.start < sentence.end and _is_plain_percentage(share)
    ]
    if len(quotas) != 1:
        return shares
    quota = replace(quotas[0], value=replace(quotas[0].value, conditions=days.value.conditions))
    kept = [s for s in shares if s is not days and not s.rule.endswith("rotation_fixed_days")]
    return [quota if s is quotas[0] else s for s in kept]


def _is_everybody_on_days(share: Span[Share]) -> bool:
    kinds = {kind for kind, _ in share.value.conditions}
    return kinds == {"period"} and share.value.wfh_pct == EVERYBODY and share.value.basis == "words"


def _is_plain_percentage(share: Span[Share]) -> bool:
    value = share.value
    told = value.basis in {"stated", "derived"} and not (value.conditions or value.past or value.hypothetical)
    return told and 0 < value.wfh_pct < EVERYBODY


def _without_general_days(shares: list[Span[Share]]) -> list[Span[Share]]:
    """ "Rabu hari kerja dari rumah ... Setiap Rabu maksimal 50 persen ASN": of those days only the share is told."""
    part = {_gist(*c) for s in shares for c in s.value.conditions if c[0] == "period" and s.value.basis != "words"}
    days = {day for day in part if day}
    if not days:
        return shares
    return [s for s in shares if s.value.basis == "stated" or not _is_of_days(s, days)]


def _is_of_days(share: Span[Share], days: Set[str]) -> bool:
    """Whether it is only the length of those days in the week: "satu hari dalam sepekan" beside "tiap Jumat"."""
    if share.rule.endswith("per_week"):
        return any(share.value.wfh_pct == of_week(len(day.split())) for day in days)
    return share.rule.endswith("fixed_days") and _gist("period", share.text) in days


def _only(places: Iterable[frozenset[Side]]) -> Side | None:
    """The place of work that the last sentences name, where it is one."""
    named = {side for sides in places for side in sides}
    return named.pop() if len(named) == 1 else None


def _of_exempt(sentence: Sentence, previous: Sentence | None) -> bool:
    """ "Pengecualian diberikan kepada RSUD ... Mereka bekerja 100 persen di kantor": told of those exempt."""
    return previous is not None and _THEY.match(sentence.text) is not None and _EXEMPT.search(previous.text) is not None


def _days_told_apart(shares: Sequence[Span[Share]], text: str) -> list[Span[Share]]:
    """The days that a rotation told by number means, where another sentence near it names them.

    "WFH satu hari dalam sepekan ... Hari yang dipilih adalah Jumat."
    """
    rotation = next((s for s in shares if s.rule.endswith(("per_week", "alternate")) and not s.value.past), None)
    if rotation is None or any(kind == "period" for s in shares for kind, _ in s.value.conditions):
        return []
    sentences = split_sentences(text)
    at = next((i for i, s in enumerate(sentences) if s.start <= rotation.start < s.end), 0)
    for sentence in sentences[max(0, at - _DAYS_REACH) : at + _DAYS_REACH + 1]:
        if m := chosen_days(sentence.text):
            day = replace(rotation, start=m.start("days"), end=m.end("days"), text=m["days"]).shift(sentence.start)
            everybody = Share(
                100.0, "home", "words", "exact", _own_words(day), hypothetical=rotation.value.hypothetical
            )
            return [replace(day, value=everybody, rule="shares.on_fixed_days")]
    return []


def _qualified(
    found: Sequence[Span[Share]],
    sentence: Sentence,
    previous: Sentence | None,
    area: tuple[Condition, ...],
    sector: tuple[Condition, ...],
) -> list[Span[Share]]:
    """The shares of a sentence for levels and zones, with the part of the country and the sector told before each."""
    out = []
    for share in found:
        out.append(qualify(share, sentence, previous, [*area, *sector]))
        area = tuple(c for c in out[-1].value.conditions if c[0] == "region") or area
    return out


def _as_first_printed(shares: Sequence[Span[Share]]) -> list[Span[Share]]:
    """The same days or ranks told again in other words ("tiap Jumat", "hari Jumat") bear the words of the first."""
    first: dict[tuple[Kind, str], str] = {}
    out = []
    for share in shares:
        conditions = tuple((kind, _first_print(kind, value, first)) for kind, value in share.value.conditions)
        out.append(replace(share, value=replace(share.value, conditions=conditions)))
    return out


def _first_print(kind: Kind, value: str, first: dict[tuple[Kind, str], str]) -> str:
    if kind == "period" and _THOSE_DAYS.search(value):  # "pada hari itu": the days named last
        return next((words for (k, _), words in reversed(first.items()) if k == "period"), value)
    return first.setdefault((kind, _gist(kind, value)), value)


def _gist(kind: Kind, value: str) -> str:
    """What a printed condition comes down to: the weekdays of a period, a rank without "pejabat"."""
    if kind == "period" and (days := _WEEKDAY.findall(value.lower())):
        return " ".join(sorted(set(days)))
    return _FILLERS.sub("", value) if kind == "rank" else value


def _is_vague(share: Span[Share], text: str) -> bool:
    """ "masuk penuh" without a word for whom: not said of the whole staff, unless it is "WFH penuh"."""
    if share.value.conditions or share.text.lower() != "penuh":
        return False
    return not _NAMED_FULLY.search(text, max(0, share.start - _FULLY_REACH), share.end)


def _restated(
    share: Span[Share], shares: Sequence[Span[Share]], previous: Sentence | None, sentence: Sentence
) -> Span[Share]:
    """ "Sisanya 25 persen di kantor": the other side of the share in the sentence before holds under its conditions.

    So does what the sentence draws from it: "Jadi separuh di kantor, separuh di rumah."
    """
    last = shares[-1] if shares else None
    if last is None or previous is None or not previous.start <= last.start < previous.end:
        return share
    a, b = last.value, share.value
    if b.conditions or not a.conditions or a.wfh_pct != b.wfh_pct:
        return share
    if a.side == b.side and not _DRAWN.match(sentence.text):
        return share
    return replace(share, value=replace(b, conditions=a.conditions))


def _names_examples(share: Span[Share], shares: Sequence[Span[Share]], previous: Sentence | None) -> bool:
    """ "Layanan publik tetap 100 persen di kantor. "Rumah sakit, Samsat, itu semua masuk.": offices of that sector."""
    last = shares[-1].value if shares and previous and previous.start <= shares[-1].start < previous.end else None
    if last is None or share.value.basis != "words" or share.value.wfh_pct != last.wfh_pct:
        return False
    return {kind for kind, _ in share.value.conditions} == {"unit"} and any(k == "sector" for k, _ in last.conditions)


def _as_past(shares: list[Span[Share]], previous: Sentence | None) -> list[Span[Share]]:
    """ "... dipatok separuh. Kini 75 persen ...": what the sentence before told is the earlier rule."""
    if previous is None:
        return shares
    return [
        replace(s, value=replace(s.value, past=True)) if previous.start <= s.start < previous.end else s for s in shares
    ]


def _in_sentence(
    sentence: Sentence,
    previous: Sentence | None,
    following: Sentence | None,
    heading: Heading,
    recent: Iterable[tuple[Span[Condition], ...]],
    *,
    row: Side | None,
    quota: Side | None,
) -> list[Span[Share]]:
    """The shares of one sentence, with offsets in the sentence; `recent` are the conditions of the last sentences.

    `row` is the place of work of the sentence before, if that told a part's share, for one that tells another part's;
    `quota` is that of the sentences before, for one that tells how many may work there.
    """
    text = sentence.text
    together = previous is not None and previous.paragraph == sentence.paragraph
    around = f"{previous.text} {text}" if previous is not None and together else text
    ratios = find_ratios(text, around)
    under = heading.side or (
        _side_of_rest(following) if following and following.paragraph == sentence.paragraph else None
    )
    if under is None and any(c.value[0] in _PARTS_OF_STAFF for c in find_conditions(text)):
        under = row
    under = under or quota
    tied = _tied(text, previous, around, under, can_borrow=not ratios)
    of_now = any(not ratio.value.past for ratio in ratios)  # "Pekan lalu 50:50, sekarang seperempat": glosses nothing
    rotation = find_rotation(text, previous)
    if any(t.quantity.kind != "all" for t in tied):
        rotation = None  # "setiap Jumat 50 persen": no day at home for everybody
    shares = sorted([*ratios, *to_shares(_strongest(tied, of_now, text), text)], key=lambda s: s.start)
    named = [c for conditions in recent for c in conditions]
    inherited = heading.conditions
    if rotation is None:
        return attach_conditions(shares, sentence, previous, inherited, named)
    if rotation.rule.endswith("alternate"):  # "staf satu hari di kantor, satu hari di rumah"
        return attach_conditions([rotation], sentence, previous, inherited, named, only=_PEOPLE)
    before = find_earlier_rotation(text)
    return [*([before] if before else []), rotation, *_on_those_days(shares, rotation, text)]


def _tied(text: str, previous: Sentence | None, around: str, under: Side | None, *, can_borrow: bool) -> list[Tied]:
    """The quantities of a sentence with their places.

    A sentence without a place may borrow that of the one before, an item of a list that of its opening (`under`).
    """
    quantities = find_quantities(text, previous)
    sides = find_sides(text)
    if can_borrow and quantities and not sides and previous is not None:
        sides = lent_sides(text, previous)
    if quantities and not sides and under is not None:
        sides = (Span("side", 0, 0, "", under, "workplace.heading"),)
    lent = previous is not None and bool(sides) and sides[0].start == sides[0].end
    return tie(quantities, sides, text, f"{previous.text} {text}" if lent and previous else around)


def _side_of_rest(following: Sentence) -> Side | None:
    """ "Paling banyak 50 persen pegawai. Selebihnya tetap di kantor.": the rest tells where these are."""
    if not _REST_OPENS.match(following.text):
        return None
    sides = {side.value for side in find_sides(following.text)}
    return OTHER_SIDE[sides.pop()] if len(sides) == 1 else None


def _strongest(tied: list[Tied], has_ratio: bool, text: str) -> list[Tied]:
    """Figures before words: words that gloss a figure or a ratio say nothing new, but may tell the earlier rule.

    Nor do they gloss it where they are told of another part of the staff: "WFH 50 persen, eselon II masuk penuh".
    """
    kinds = {t.quantity.kind for t in tied if not t.quantity.past}
    best = "percent" if has_ratio or "percent" in kinds else "fraction"
    if not has_ratio and best not in kinds:
        return tied
    return [
        t
        for t in tied
        if t.quantity.kind == best
        or (t.quantity.past and t.quantity.kind in {"fraction", "all"})
        or (t.quantity.kind == "all" and _of_a_part(t, tied, text))
    ]


def _of_a_part(everybody: Tied, tied: Sequence[Tied], text: str) -> bool:
    """Whether the clause of "penuh" or "seluruhnya" names a part of the staff, and has no figure of its own."""
    q = everybody.quantity
    left = max((m.end() for m in _PART_BREAK.finditer(text, 0, q.start)), default=0)
    behind = _PART_BREAK.search(text, q.end)
    right = behind.start() if behind else len(text)
    figures = [t.quantity.start for t in tied if t.quantity.kind != "all"]
    if any(left <= at < right or 0 <= at - q.end <= len(" (") for at in figures):  # "masuk penuh, 100 persen"
        return False
    named = (c.value[0] for c in find_conditions(text[left:right]))
    return any(kind in _PARTS_OF_STAFF for kind in named)


def _on_those_days(shares: Sequence[Span[Share]], rotation: Span[Share], text: str) -> list[Span[Share]]:
    """Everybody at home on those days ("setiap Jumat semua ASN WFH"), beside the rotation over the week.

    Named days are told of everybody even without "semua" (codebook, Shares: fixed days give a measure of kind period).
    """
    if not rotation.rule.endswith(("days", "per_week")):
        return []
    spans = [c for c in find_conditions(rotation.text) if c.value[0] == "period"]
    named = tuple(c.value for c in spans) or (() if rotation.rule.endswith("per_week") else _own_words(rotation))
    day = rotation
    if not named and (m := named_days(text)):
        day = replace(rotation, start=m.start("days"), end=m.end("days"), text=m["days"])
        named = _own_words(day)
    if not named:
        return []
    if shares:
        return [replace(s, value=replace(s.value, conditions=named)) for s in shares]
    everybody = replace(rotation.value, wfh_pct=100.0, basis="words", conditions=named)
    return [replace(day, value=everybody, rule="shares.on_fixed_days")]


def _own_words(days: Span[Share]) -> tuple[Condition, ...]:
    return (("period", " ".join(days.text.lower().split()).removeprefix("pada ")),)
