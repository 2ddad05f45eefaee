"""For whom a share of staff holds: the conditions of its clause, of its list, of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from extract.conditions import ORDER, Kind, find_conditions
from extract.document import Sentence
from extract.lexicon import OFFICES, STAFF, any_of, compiled, lists
from extract.shares.places import ADJACENT
from extract.shares.types import Condition, Share
from extract.spans import Span
from extract.workplace import find_sides

# Every office alike is no condition: "di setiap OPD", "tiap unit kerja", "lingkup Dinas X"
_EVERY = compiled(
    r"\b(?:(?:se)?tiap|tiap-tiap|masing-masing|seluruh|semua|di lingkungan|lingkup"
    r"|antara lain|kepala|pimpinan) (?:\w+ )?$"
)
_EVERY_REACH = 40  # characters before the condition: two words
# "selain zona merah", "di luar sektor kritikal", "kecuali bagi ibu hamil": those for whom the share does not hold, up
# to the comma; "Selain itu ..." and "selain menerapkan ..." go on, "di luar Jawa" is a part of the country
_BUT = compiled(
    r"\b(?:selain|di luar|(?:ter)?kecuali|dikecualikan(?= bagi| untuk))\b"
    r"(?! (?:itu\b|me\w+kan\b|ber\w+|(?:pulau |wilayah )?jawa\b))[^,;:.\n]{0,80}"
)
_EXCEPTING = compiled(r"(?:ter)?kecuali\b")
# "WFH 50 persen diprioritaskan bagi ibu hamil", "ASN, termasuk pejabat eselon III": who comes first or is meant too,
# while the share is of all
_AMONG_OTHERS = compiled(
    r"\b(?:(?:(?:di|mem)?prioritas\w*|di?utama\w+|mengutamakan|terutama|utamanya)"
    rf"|(?:{STAFF}|\)),? termasuk)\b[^;:.\n]{{0,120}}"
)
# "ASN dan tenaga honorer", "baik PNS, PPPK maupun tenaga kontrak": the staff at large
_WITH_ALL_STAFF = compiled(
    rf"(?:\b{STAFF}(?: negeri(?: sipil)?)?|\baparatur sipil negara|\))"
    r"(?:,| dan| serta| maupun| hingga| atau| termasuk| juga)+ (?:para |juga )?$"
    r"|\bbaik [^.;\n]{0,50}$|\b(?:mulai )?dari [^,.;\n]{0,40} (?:sampai|hingga) (?:(?:tenaga|pegawai) )?$"
)
_ALL_STAFF_AFTER = compiled(rf"^(?:,| dan| serta| maupun)+ (?:para )?(?:{STAFF}|aparatur sipil negara)\b")
_STAFF_REACH = 60  # characters before a group that hold "aparatur sipil negara (ASN) dan "
# "Eselon II masuk penuh, staf cukup 30 persen": beside a rank "staf" is one too; PNS are a group beside honorary staff
_PLAIN_STAFF = compiled(r"\b(?:staf(?:nya)?|pelaksana)(?! (?:ahli|khusus|tugas|harian)\b)\b")
_CIVIL_SERVANTS = compiled(r"\b(?:pns|pegawai negeri sipil)\b")
# "BPBD dan RSUD masuk 100 persen": examples, of what the sentence before names
_MEMBERS = compiled(rf"\b{any_of(lists('shares/words')['members'])}\b")
# "Kantor semacam itu hanya boleh diisi 25 persen", "Di sana staf 25 persen", "Untuk yang satu ini ..."
_POINTS_BACK = compiled(
    r"^\W*(?:itu|di sana|di situ|di sini|untuk yang (?:satu )?(?:itu|ini)"
    r"|(?:kehadiran )?mereka(?= (?:tetap|wajib|harus|masuk|bekerja (?:\d|seratus|penuh)))"
    rf"|{any_of([*OFFICES, 'sektor', 'kelompok', 'pegawai', 'mereka'])} (?:semacam )?(?:itu|ini|tersebut))\b"
)
# "... Sekretariat Daerah. ... Di sana hanya 10 persen": the office named last, some sentences before
_THERE = compiled(r"^\W*(?:di|ke) (?:sana|situ)\b")
# "Buton sudah level 2.": how the region stands, no part of its staff
_OWN_STATE = compiled(
    r"\b(?:sudah|kini|masih|telah|turun|naik|masuk|berstatus|berada|ditetapkan|kembali)\b[^.;\n]{0,30}\b(?:level|zona)\b"
)
# "Sedangkan Dinas X 50 persen": no more the sector of the sentence before
_CONTRAST = compiled(r"^\W*(?:sedangkan|adapun|sementara|namun|tetapi|tapi|lain halnya|berbeda|selain)\b")
# A share in the sentence before: its conditions are that share's. "75 persen", "50:50"
_HAS_SHARE = compiled(r"%|\bpersen\b|\b\d\d\s?[:-]\s?\d\d\b")
# Between a share and a condition behind it another clause: "25 persen di kantor dan di zona merah ...", or the exempt:
# "semua pegawai WFH kecuali puskesmas"
_CLAUSE_BREAK = compiled(
    r"[,;:]|\b(?:dan|sedangkan|sementara|(?:ter)?kecuali|dikecualikan|selain|di luar|tidak (?:termasuk|berlaku))\b"
)
# ... but "100 persen dan masuk sektor kritikal" says whose it is, and so does a bracket: "25 persen (di zona merah)"
_SAYS_WHOSE = compiled(r"\bdan (?:yang )?(?:masuk|termasuk|tergolong|dikategorikan)\b")
# "75 persen, khusus di zona merah": behind the last share of a sentence
_ADDED = compiled(r",(?= (?:di|pada|untuk|bagi|khusus(?:nya)?) )")
_IN_BRACKETS = compiled(r"\((?:untuk|bagi|khusus|di|pada) [^()]{0,120}$")
# "OPD yang WFO 25 persen, meliputi Dinas A dan Bagian B": the offices for which the share holds are listed behind
_SOME_OFFICES = compiled(rf"\b{any_of(OFFICES)} (?:yang|dengan)\b[^.;\n]{{0,80}}$")
_LISTED_BEHIND = compiled(
    r"^[^.;:\n]{0,60}?\b(?:meliputi|mencakup|terdiri (?:dari|atas)|antara lain|di antaranya|yakni|yaitu)\b:? "
    r"(?P<names>(?-i:[A-Z])[^.;:\n\"\u201d]{3,300})"
)
# Between two offices of a list: ", ", " dan ", " (Setda), Inspektorat, BKPSDM, dan "
_LIST_GAP = compiled(
    r"[^\n]{0,40}?(?:,| dan| serta| kemudian|\))"
    r"(?:(?-i: [A-Z][^\s,;.]{0,30}| \([^()]{0,30}\)|,| dan| serta| kemudian)){0,30} ?"
)
# "demikian pula ibu hamil": the share just told holds for them too
_LIKEWISE = compiled(
    r"^[^.;\n]{0,40}?,? (?:demikian|begitu) (?:pula|juga)(?: (?:dengan|untuk|bagi|halnya|pegawai|asn|para|yang))* $"
)
_PAUSE = compiled(r"[,;]")
_BRACKET_REACH = 200  # characters between a share and a condition in the bracket behind it
_SOME_REACH = 120  # characters before a share that hold "OPD yang melaksanakan tugas kedinasan di kantor ..."
_CLOSING_REACH = 20  # characters behind a share in which a condition closes its clause: "50 persen di zona merah, ..."
_OPENING_REACH = 40  # characters: a condition that starts here opens its sentence ("Golongan kedua, OPD esensial, ...")
# "Juru bicara Dinas X", "Menurut Sekretaris Dinas X", "disampaikan kepada camat": no part of the staff
_SPEAKER = compiled(
    r"\b(?:juru bicara|jubir|humas|sekretaris|kepala|kabid|kabag|plt|plh|menurut|dari|kepada|oleh)(?: \w+)? $"
)
# "Pejabat eselon II Pemkot menyebut ..."
_SAYS = compiled(rf"\b{any_of(lists('exceptions')['says_before'])}\b")
# "Maksimal 50 persen tiap OPD": the staff at large, whatever the sentence before was about
_EVERY_OFFICE = compiled(
    r"\b(?:tiap|setiap|masing-masing|seluruh|semua) (?:opd|skpd|perangkat daerah|organisasi perangkat daerah)\b"
)
# "..., sedangkan ASN lain 50 persen", "pegawai lainnya": others than those named before
_TURNS = compiled(r"\b(?:sedangkan|sementara|adapun)\b")
_OTHER_STAFF = compiled(
    rf"\b{any_of([*OFFICES, 'bagian', 'bidang', 'pegawai', 'asn', 'staf', 'pns', 'yang'])} "
    r"(?:lain(?:nya)?|selebihnya)\b"
)
# "RSUD, puskesmas dan BPBD yang tergolong sektor kritikal": examples, too
_CLASSED = compiled(r"\byang (?:masuk|termasuk|tergolong|dikategorikan)(?: \w+){0,2} $")
_SECTOR_JOINT = len(" dan sektor ")  # two sectors no further apart are joined: "sektor esensial dan kritikal"

_SCALES: Final[dict[Kind, tuple[str, ...]]] = {
    "ppkm_level": ("1", "2", "3", "4"),
    "zone": ("green", "yellow", "orange", "red"),
}
_GRADES: Final = frozenset(_SCALES)
# "di luar sektor esensial dan kritikal"
_BUT_NON_ESSENTIAL: Final = ({"essential"}, {"essential", "critical"})
_PARTS: Final[frozenset[Kind]] = frozenset({"sector", "zone", "ppkm_level"})
_NOT_WITHIN: Final[frozenset[Kind]] = frozenset({"rank", "group", "unit"})  # "25 persen pejabat eselon II ..."
_CARRIED: Final[frozenset[Kind]] = frozenset({"sector", "region", "ppkm_level"})
_FRAME: Final[frozenset[Kind]] = frozenset({"ppkm_level", "zone", "region", "period"})  # hold for a whole sentence
_LISTED: Final[frozenset[Kind]] = frozenset(
    {"unit", "rank", "group", "period"}
)  # values of one kind are one condition together


def attach_conditions(
    shares: Sequence[Span[Share]],
    sentence: Sentence,
    previous: Sentence | None,
    inherited: tuple[Condition, ...],
    recent: Sequence[Span[Condition]],
    *,
    only: frozenset[Kind] = frozenset(ORDER),
) -> list[Span[Share]]:
    """The shares of a sentence with their conditions, one for each combination ("level 3 dan 4" gives two).

    `inherited` are the conditions of the heading of the list that the sentence stands in, `recent` those that the
    last sentences named; conditions of other kinds than `only` are not looked at.
    """
    if not shares:
        return []
    out: list[Span[Share]] = []
    named = [c for c in _conditions(sentence.text, recent, shares) if c.value[0] in only]
    carried = inherited
    for i, share in enumerate(shares):
        left = shares[i - 1].end if i else None
        right = shares[i + 1].start if i + 1 < len(shares) else len(sentence.text)
        own = _of_clause(named, sentence.text, share, left, right)
        own = _of_previous(own, sentence, previous)
        if not own and _THERE.match(sentence.text):
            own = [c.value for c in recent if c.value[0] == "unit"][-1:]
        kinds = {kind for kind, _ in own}
        goes_on = not out or bool(kinds & _GRADES)
        own += [c for c in carried if c[0] not in kinds and (goes_on or c in inherited)]
        if not inherited and own:
            carried = tuple(c for c in own if c[0] in _CARRIED)
        likewise = [
            c.value for c in named if c.start >= share.end and _LIKEWISE.match(sentence.text[share.end : c.start])
        ]
        sets = [*_combinations(own), *((c,) for c in likewise)]
        out += [replace(share, value=replace(share.value, conditions=c)) for c in sets]
    return out


def qualify(
    share: Span[Share], sentence: Sentence, previous: Sentence | None, carried: Sequence[Condition]
) -> Span[Share]:
    """A share for a level or zone takes the sector of the sentence before it and the part of the country of the list.

    `carried` are the part of the country that the last share has, and the sector of the shares in the sentence before.
    """
    own = share.value.conditions
    kinds = {kind for kind, _ in own}
    if not kinds & _GRADES:
        return share
    area = [c for c in carried if c[0] == "region"]
    added: list[Condition] = [] if "region" in kinds else area
    if "sector" not in kinds and previous is not None and previous.paragraph == sentence.paragraph:
        before = [c.value for c in find_conditions(previous.text)]
        sectors = [c for c in before if c[0] == "sector"] or [c for c in carried if c[0] == "sector"]
        added = [*added, *sectors[-1:]]
        if "region" not in kinds and not area:
            added += [c for c in before if c[0] == "region"][:1]
    return replace(share, value=replace(share.value, conditions=_combinations([*own, *added])[0]))


def _conditions(text: str, recent: Sequence[Span[Condition]], shares: Sequence[Span[Share]]) -> list[Span[Condition]]:
    """The conditions named in a sentence, without those that only say for whom the share does not hold.

    In "WFH 50 persen, kecuali OPD pelayanan yang masuk 100 persen" those excepted have a share of their own.
    """
    excluded = [
        m.span()
        for m in _BUT.finditer(text)
        if not (_EXCEPTING.match(m.group()) and any(m.start() < s.start < m.end() for s in shares))
    ]
    added = [m.span() for m in _AMONG_OTHERS.finditer(text)]
    kept, out = [], []
    for c in find_conditions(text):
        if any(start <= c.start < end for start, end in excluded):
            out.append(c)
        elif c.value[0] in _LISTED and any(start <= c.start < end for start, end in added):
            continue
        elif c.value[0] in {"rank", "group"} or not _EVERY.search(text, max(0, c.start - _EVERY_REACH), c.start):
            kept.append(c)
    kept = [c for c in kept if not (c.value[0] == "group" and _is_at_large(text, c))]
    return sorted([*kept, *_others(out), *_opposed(text, kept, recent)], key=lambda c: c.start)


def _others(excluded: Sequence[Span[Condition]]) -> list[Span[Condition]]:
    """The zones, levels or sectors that are left: "selain zona merah dan oranye" are green and yellow."""
    found: list[Span[Condition]] = []
    sectors = [c for c in excluded if c.value[0] == "sector"]
    if sectors and {c.value[1] for c in sectors} in _BUT_NON_ESSENTIAL:
        found.append(replace(sectors[0], value=("sector", "non_essential")))
    for kind, values in _SCALES.items():
        named = [c for c in excluded if c.value[0] == kind]
        left = [v for v in values if v not in {c.value[1] for c in named}]
        found += [replace(named[0], value=(kind, v)) for v in left if named]
    return found


def _is_at_large(text: str, group: Span[Condition]) -> bool:
    """Whether the group is only named beside all the others: "ASN dan tenaga honorer"."""
    before, after = text[max(0, group.start - _STAFF_REACH) : group.start], text[group.end : group.end + _STAFF_REACH]
    return _WITH_ALL_STAFF.search(before) is not None or _ALL_STAFF_AFTER.search(after) is not None


def _opposed(text: str, named: Sequence[Span[Condition]], recent: Sequence[Span[Condition]]) -> list[Span[Condition]]:
    """ "staf" beside a rank, "PNS" beside honorary staff: named in this sentence or in the last ones."""
    around = [*named, *recent]
    found: list[Span[Condition]] = []
    if any(c.value[0] == "rank" for c in around):
        found += [_span(m, "rank") for m in _PLAIN_STAFF.finditer(text)]
    if any(c.value[0] == "group" and c.rule == "conditions.temporary" for c in around):
        found += [_span(m, "group") for m in _CIVIL_SERVANTS.finditer(text)]
    return [c for c in found if not any(n.start <= c.start < n.end for n in named)]


def _span(m: re.Match[str], kind: Kind) -> Span[Condition]:
    return Span("condition", m.start(), m.end(), m.group(), (kind, m.group().lower()), f"conditions.{kind}")


def _of_clause(
    named: Sequence[Span[Condition]], text: str, share: Span[Share], left: int | None, right: int
) -> list[Condition]:
    """Conditions of the share's own words: before it (from the share before, at `left`), else in it, else behind it."""
    before = [
        c
        for c in named
        if (left or 0) <= c.start < share.start
        and (left is None or not _closes(text, left, c.start, share.start))
        and (c.value[0] in _FRAME or not _is_of_others(text, c, share.start))
    ]
    everybody = share.rule.startswith("shares.all")  # "seluruh tenaga honorer", "semua staf": whom it says is counted
    before = [c for i, c in enumerate(before) if not _is_taken(c, before[i + 1 :], text)]
    inside = [c for c in named if share.start <= c.start < share.end and (everybody or c.value[0] not in _NOT_WITHIN)]
    if everybody and any(c.value[0] in _NOT_WITHIN for c in inside):
        return _distinct(inside, text)
    if everybody and " " in share.text and (whose := _groups_of_all(named, text, share, right)):
        return _distinct(whose, text)
    last = right == len(text)
    after = [c for c in named if share.end <= c.start < right and _joins(text[share.end : c.start], last=last)]
    return _distinct(before or inside or after, text) or _offices_behind(text, share)


def _groups_of_all(
    named: Sequence[Span[Condition]], text: str, share: Span[Share], right: int
) -> list[Span[Condition]]:
    """ "seluruh ASN dan honorer yang hamil bekerja dari rumah": whom "seluruh" counts, named before the place."""
    sides = [share.end + side.start for side in find_sides(text[share.end :])]
    ends = min([*sides, right])
    return [c for c in named if c.value[0] == "group" and share.end <= c.start < ends]


def _offices_behind(text: str, share: Span[Share]) -> list[Condition]:
    """ "OPD yang WFO 25 persen, meliputi Dinas A dan Bagian B": the listed offices."""
    if not _SOME_OFFICES.search(text, max(0, share.start - _SOME_REACH), share.start):
        return []
    listed = _LISTED_BEHIND.match(text[share.end :])
    return [("unit", " ".join(listed["names"].rstrip(' ,"').lower().split()))] if listed else []


def _is_taken(condition: Span[Condition], later: Sequence[Span[Condition]], text: str) -> bool:
    """Whether a place stands before the next of the same kind: "honorer dirumahkan, PNS masuk 50 persen"."""
    following = next((c for c in later if c.value[0] == condition.value[0] and c.value[0] in _LISTED), None)
    return following is not None and bool(find_sides(text[condition.end : following.start]))


def _is_of_others(text: str, condition: Span[Condition], share: int) -> bool:
    """Whether those named only speak, or have had their clause before the share ("Eselon II masuk, ASN lain 50")."""
    if condition.value[0] in _LISTED and _SPEAKER.search(text, max(0, condition.start - _EVERY_REACH), condition.start):
        return True
    gap = text[condition.end : share]
    if condition.value[0] in _LISTED and _SAYS.search(gap):
        return True
    return _OTHER_STAFF.search(gap) is not None or _TURNS.search(gap) is not None


def _closes(text: str, left: int, condition: int, share: int) -> bool:
    """Whether a condition between two shares is the first's: "50 persen di zona merah, 25 persen di zona kuning"."""
    behind, ahead = text[left:condition], text[condition:share]
    return len(behind) < _CLOSING_REACH and not _PAUSE.search(behind) and _PAUSE.search(ahead) is not None


def _joins(gap: str, *, last: bool) -> bool:
    """Whether a condition behind the share belongs to it: "25 persen di zona merah", not one in the next clause."""
    if len(gap) > _BRACKET_REACH:
        return False
    if _IN_BRACKETS.search(gap):
        return True
    return len(gap) < ADJACENT and not _CLAUSE_BREAK.search(_SAYS_WHOSE.sub("", _ADDED.sub("", gap) if last else gap))


def _whole_lists(conditions: Sequence[Span[Condition]], text: str) -> list[Span[Condition]]:
    """Offices of one list as it is printed, with those between that no word list knows."""
    out: list[Span[Condition]] = []
    for c in conditions:
        if out and c.value[0] == out[-1].value[0] == "unit" and _LIST_GAP.fullmatch(text, out[-1].end, c.start):
            words = text[out[-1].start : c.end]
            out[-1] = replace(out[-1], end=c.end, text=words, value=("unit", " ".join(words.lower().split())))
        else:
            out.append(c)
    return out


def _distinct(conditions: Sequence[Span[Condition]], text: str) -> list[Condition]:
    """The conditions that are not merely another's explanation.

    Of two sectors named for one share the first is meant ("sektor esensial yang memberi pelayanan publik"), unless they
    are joined; offices behind a sector are its examples ("sektor kritikal seperti rumah sakit").
    """
    kept: list[Span[Condition]] = []
    whole = _whole_lists(conditions, text)
    for i, c in enumerate(whole):
        kind = c.value[0]
        if kind == "unit" and any(_CLASSED.search(text, c.end, later.start) for later in whole[i + 1 :]):
            continue
        after_sector = any(k.value[0] == "sector" for k in kept)
        if after_sector and (kind == "unit" or (kind == "sector" and c.start - kept[-1].end > _SECTOR_JOINT)):
            continue
        kept.append(c)
    graded = any(c.value[0] in _GRADES for c in kept)
    return [c.value for c in kept if not (graded and c.value[0] == "unit")]


def _of_previous(own: list[Condition], sentence: Sentence, previous: Sentence | None) -> list[Condition]:
    """The share's own conditions or, where it has none or only offices, the last of the sentence before."""
    if previous is None:
        return own
    asks = all(kind == "unit" for kind, _ in own) if own else _leans_on(sentence, previous)
    return (_last_condition(previous, sentence) if asks else []) or own


def _leans_on(sentence: Sentence, previous: Sentence) -> bool:
    """Whether the sentence goes on with the part of the staff that the sentence before is about."""
    return (
        _MEMBERS.search(sentence.text) is not None
        or _POINTS_BACK.match(sentence.text) is not None
        or len(previous.text) < ADJACENT
        or _opens_with_condition(previous)
    )


def _opens_with_condition(previous: Sentence) -> bool:
    """ "Golongan kedua, OPD esensial, ...": the sentence before is about a part of the staff from its first words."""
    return any(c.start < _OPENING_REACH and c.value[0] in _PARTS for c in find_conditions(previous.text))


def _last_condition(previous: Sentence, sentence: Sentence) -> list[Condition]:
    """ "Lain halnya instansi kritikal. BPBD dan RSUD masuk 100 persen.": the list stands for the sector before it."""
    if previous.paragraph != sentence.paragraph or _HAS_SHARE.search(previous.text) or _CONTRAST.match(sentence.text):
        return []
    if _OTHER_STAFF.search(sentence.text, 0, _OPENING_REACH):  # "Bagian lain WFH 50 persen"
        return []
    if _EVERY_OFFICE.search(sentence.text):
        return []
    any_kind = _POINTS_BACK.match(sentence.text) is not None
    if not any_kind and _OWN_STATE.search(previous.text):
        return []
    return [c for c in _distinct(find_conditions(previous.text), previous.text) if any_kind or c[0] in _PARTS][-1:]


def _combinations(conditions: Iterable[Condition]) -> list[tuple[Condition, ...]]:
    """One combination for each value of a kind that is named twice ("level 3 dan 4"), kinds in the codebook's order."""
    combined: list[tuple[Condition, ...]] = [()]
    unique = dict.fromkeys(conditions)
    for kind in ORDER:
        values = [c for c in unique if c[0] == kind]
        if kind in _LISTED and len(values) > 1:
            values = [(kind, ", ".join(value for _, value in values))]
        if values:
            combined = [(*c, value) for c in combined for value in values]
    return combined
