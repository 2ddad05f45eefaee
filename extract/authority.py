"""Who decides, and for which region.

Every mention of a region votes for it: an office ("Wali Kota Kupang") more than a bare name, the headline and the lead
more than the body, a sentence about working from home more than one about schools; a cited decree's issuer and the
dateline hardly at all. The region with most votes decides. One told beside it, with a decision of its own, is another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extract.action import find_action
from extract.findings import Findings
from extract.lexicon import WEEKDAY
from extract.regions import NATIONAL, OfficeMention, RegionMention, find_regions, level_of
from extract.scope import Scoped
from extract.spans import Span
from extract.stories import DONE_LIKEWISE, LIKEWISE, Nameless, Place, whose
from extract.workplace import NAMED

Office = Literal["president", "minister", "governor", "regent", "mayor", "regional_secretary", "agency", "other"]

HEAD_OF_LEVEL: dict[str, Office] = {
    "national": "minister",
    "province": "governor",
    "regency": "regent",
    "city": "mayor",
}
_LEVEL_OF_OFFICE = {office: level for level, office in HEAD_OF_LEVEL.items()} | {"president": "national"}
_HEADS = frozenset({"president", "minister", "governor", "regent", "mayor", "regional_secretary"})
# Words that make a mention the object or the model of a decision, not its maker: "meminta Pemkot", "seperti Pemkab"
_EARLY = 5
_HEADING_WORDS = 8
# "Sebaliknya, Pemprov Jawa Tengah memberlakukan WFH": the province above decides too, and otherwise
_CONTRAST = re.compile(
    r"^\W*(?:sementara|sedangkan|sebaliknya|berbeda|adapun|lain\s+halnya|di\s+sisi\s+lain)\b", re.IGNORECASE
)
# "Pemprov Jawa Tengah | juga mengeluarkan edaran bagi pegawainya", "Sekda Jateng | mengatakan ASN pemprov ...": it
# rules for its own staff, beside the city's rule
_STAFF_WORD = r"(?:asn|pns|pegawai|aparatur|staf)"
_FOR_ITS_OWN = re.compile(
    r"\s+(?:juga|turut|ikut)\s+(?:menerapkan|memberlakukan|menetapkan|mengatur)\b"
    rf"|[^.;\n]{{0,80}}\b(?:bagi|untuk|kepada)\s+(?:para\s+|seluruh\s+)?{_STAFF_WORD}-?nya\b"
    rf"|[^.;\n]{{0,80}}\b{_STAFF_WORD}\s+(?:di\s+(?:lingkungan|lingkup)\s+)?pemprov\b",
    re.IGNORECASE,
)
_FROM_THERE = re.compile(r"\W*dari\s+(?:(?:kota|kabupaten)\s+)?", re.IGNORECASE)
# "Di | Banjarmasin", "Sementara di Kota | Bontang", "Untuk Kabupaten | Kudus"
_AT_PLACE = re.compile(
    r"\W*(?:(?:sementara|sedangkan|adapun|lalu|kemudian)\s+)?(?:di|untuk)\s+(?:(?:wilayah|daerah)\s+)?(?:(?:kota|kabupaten)\s+)?$",
    re.IGNORECASE,
)
_STAYS = frozenset({"action.stay_in", "action.as_usual"})
# "kata Hidayat di Kompleks Parlemen, Senayan, | Jakarta Pusat |, Jumat (20/6)": where it was said
_SAID_AT = re.compile(r"\bdi\s+(?:[A-Z][\w.'-]{1,20},?\s+){0,6}$")
_SAID_ON = re.compile(rf",\s{{1,3}}(?:hari\s+)?{WEEKDAY}\b", re.IGNORECASE)
_SAID_REACH = 80  # characters
_REACH = 3  # sentences from the government named to its decision
# "KABUPATEN BONE": the level before the name in a heading
_LEVEL_WORD = re.compile(r"^(?:kabupaten|kab\.?|kota|provinsi|pemkab|pemkot|pemprov)\s+", re.IGNORECASE)
_OPENING_REACH = 25  # characters: "Adapun ", "Lain cerita di " before the place that opens a paragraph
# "..., sedangkan Pemkot B": what stands before is of another
_TURN = re.compile(r"\b(?:sedangkan|sementara|adapun|namun|tetapi|tapi)\b", re.IGNORECASE)
# "Kantor Wilayah (Kanwil) Kementerian Agama", "Kanwil Kemenag"
_REGIONAL_OFFICE = re.compile(
    r"\b(?:Kantor\s+Wilayah(?:\s+\(Kanwil\))?|Kanwil)\s+(?=Kemen|DJP|BPN|Direktorat|Ditjen|Badan|BPK|BPS)"
)
# "Kantor Kementerian Agama Kota X", "Kemenag Kabupaten Y": of that city or regency
_LOCAL_OFFICE = re.compile(
    r"\b(?:Kantor\s+(?:Kementerian\s+Agama|Kemenag|Pertanahan|BPN)|Kemenag)\s+(?=(?:Kota|Kabupaten|Kab\.)\s)"
)
_OFFICE_REACH = 60  # characters from such an office to its region
_NOT_MAKER = re.compile(
    r"\b(?:kepada|meminta|minta|bersama|dengan|seperti|mengikuti|menyusul|dari|ke|arah|bagi|antara|imbau|mengimbau|mendesak|desak|tunggu|menunggu|sesuai|surat|edaran|instruksi|keputusan|"
    r"peraturan|untuk)\s+(?:para\s+)?$",
    re.IGNORECASE,
)
# A national rule that a region follows, waits for or cites
_FOLLOWED = re.compile(
    r"\b(?:menindaklanjuti|sesuai|berdasarkan|mengacu|merujuk|mengikuti|menunggu|menanti|tindak\s+lanjut|turunan|dasar\w*|arahan|instruksi|imbauan|usul\w*|surat|edaran|izin\w*|koordinasi|kebijakan)\b"
    r"[^.;\n]{0,60}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Authority:
    """A region that decides, the words that show it, and the sentences that tell its decision."""

    region_code: str
    mention: Span[RegionMention]
    sentences: tuple[Scoped, ...]
    votes: float
    agency: Span[str] | None = None  # a ministry's regional office that decides for its own staff


def find_authorities(findings: Findings) -> list[Authority]:
    """The regions that decide in this article, the main one first; empty when no authority can be told."""
    levels = _levels(findings)
    if office := _regional_office(findings, levels):
        return [office]
    votes: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, Span[RegionMention]]] = {}
    for mention in findings.regions:
        code = _resolved(mention.value, levels)
        if code is None:
            continue
        weight = _weight(mention, findings)
        votes[code] += weight
        if weight > 0 and (code not in best or weight > best[code][0]):
            best[code] = (weight, mention)
    for mention in find_regions(findings.article.title or ""):
        code = _resolved(mention.value, levels)
        if code in best:
            votes[code] += 4.0 * _cue_weight(mention.value)
    votes = {code: v for code, v in votes.items() if code in best}
    _count_nameless(votes, findings)
    votes = {code: v for code, v in votes.items() if _is_more_than_dateline(code, findings, levels)}
    if not votes:
        return []
    main = max(votes, key=lambda c: (votes[c], -best[c][1].start))
    others = _others(findings, main, levels, best)
    codes = frozenset(other.region_code for other in others)
    owners = _owners(findings, main, codes, levels)
    taken = {s.index for other in others for s in other.sentences} | _foreign(findings, main, codes, levels)
    own = tuple(s for s in findings.sentences if s.index not in taken and owners[s.index] == main)
    return [Authority(main, best[main][1], own, votes[main]), *others]


def _regional_office(findings: Findings, levels: dict[str, float]) -> Authority | None:
    """A ministry's regional office that opens the article ("Kanwil Kemenag Lampung ..."): the province's, an agency."""
    for scoped in findings.sentences[:3]:
        s = scoped.sentence
        for m in (*_REGIONAL_OFFICE.finditer(s.text), *_LOCAL_OFFICE.finditer(s.text)):
            at = s.start + m.end()
            # behind "Kanwil Kemenag" a bare name ("NTB") is taken for a part of the office's
            named = (r.shift(at) for r in find_regions(findings.text.text[at : at + _OFFICE_REACH]))
            for mention in (*findings.regions, *named):
                code = _resolved(mention.value, levels)
                near = 0 <= mention.start - at < _OFFICE_REACH
                if m.re is _REGIONAL_OFFICE:  # "Kanwil Kemenag Bengkulu": the province's, not the city's
                    code = next((c for c in mention.value.candidates if "." not in c and c != NATIONAL), code)
                if near and code and code != NATIONAL and ("." in code) == (m.re is _LOCAL_OFFICE):
                    name = findings.text.text[s.start + m.start() : mention.end]
                    unit = " ".join(re.sub(r"\s*\([^)]{0,20}\)", "", name).split())
                    agency = Span("unit", s.start + m.start(), mention.end, name, unit, "authority.regional_office")
                    return Authority(code, mention, findings.sentences, _cue_weight(mention.value), agency)
    return None


def _count_nameless(votes: dict[str, float], findings: Findings) -> None:
    """ "Gubernur Rofiqoh menghendaki ...": an office without a place speaks for the likeliest region of its level, and
    a region's own office early in the article speaks against the ministry."""
    regional = 0
    for office in findings.offices:
        scoped = findings.sentence(office)
        level = _level_of(office.value)
        if office.value.office not in _HEADS or scoped.background or level in {None, "national"}:
            continue
        regional += scoped.index < _EARLY
        codes = [code for code in votes if level_of(code) == level]
        if not office.value.candidates and codes:
            votes[max(codes, key=lambda c: votes[c])] += 1.5 + 0.5 * scoped.topic
    if regional and NATIONAL in votes:
        votes[NATIONAL] *= 0.4 if regional > 1 else 0.6


def _is_more_than_dateline(code: str, findings: Findings, levels: dict[str, float]) -> bool:
    """Whether the text itself names the region, or a government or office of its level without a place.

    "JAKARTA - BKN memberlakukan WFA bagi pegawainya": the dateline tells where it was written, not who decides.
    """
    named = [m for m in findings.regions if _resolved(m.value, levels) == code]
    if any(m.value.cue != "dateline" and not _is_where_it_was_said(m, findings) for m in named):
        return True
    level = level_of(code)
    nameless = [
        o.value for o in findings.offices if not o.value.candidates and o.value.office not in {"agency", "other"}
    ]
    return any(_level_of(office) in {level, None} for office in nameless)


def _level_of(office: OfficeMention) -> str | None:
    return office.level or (_LEVEL_OF_OFFICE.get(office.office) if office.office else None)


def place_of(mention: RegionMention, findings: Findings) -> str | None:
    """The code of a place; a bare name that two regions bear takes the level that the article names more often."""
    return _resolved(mention, _levels(findings))


def _levels(findings: Findings) -> dict[str, float]:
    """How often each level of government is named, early mentions more; it settles bare names ("Bogor")."""
    levels: dict[str, float] = defaultdict(float)
    size = len(findings.text.text) or 1
    for office in findings.offices:
        level = _level_of(office.value)
        if level:
            levels[level] += 2.0 if office.start < size / 4 else 1.0
    for mention in findings.regions:
        if mention.value.level and mention.value.cue not in {"dateline", None}:
            levels[mention.value.level] += 1.0 if mention.start < size / 4 else 0.5
    return levels


def _resolved(mention: RegionMention, levels: dict[str, float]) -> str | None:
    if not mention.candidates:
        return None
    if len(mention.candidates) == 1:
        return mention.candidates[0]
    return max(mention.candidates, key=lambda c: (levels[level_of(c)], -mention.candidates.index(c)))


def _cue_weight(mention: RegionMention) -> float:
    if mention.office in _HEADS or (mention.cue or "").startswith(("pem", "wakil")):
        return 3.0
    if mention.cue == "dprd":  # a council asks; it does not decide
        return 0.5
    if mention.office == "agency":
        return 2.0
    if mention.cue == "dateline":
        return 0.3
    return 1.2 if mention.level else 0.7


def _weight(mention: Span[RegionMention], findings: Findings) -> float:
    scoped = findings.sentence(mention)
    weight = _cue_weight(mention.value) * (1.0 + 0.5 * scoped.topic)
    weight *= 3.0 if scoped.index < 2 else 1.7 if scoped.index < 5 else 1.0
    if scoped.background or _is_where_it_was_said(mention, findings):
        weight *= 0.3
    if any(d.start <= mention.start < d.end and d.value.role in {"cited", "amended"} for d in findings.decrees):
        return 0.0
    before = findings.text.text[max(scoped.sentence.start, mention.start - 70) : mention.start]
    if mention.value.candidates == (NATIONAL,):
        weight *= 0.25 if _FOLLOWED.search(before) or scoped.background or scoped.index > 4 else 0.8
    elif _NOT_MAKER.search(before):
        weight *= 0.5
    return weight


def _is_where_it_was_said(mention: Span[RegionMention], findings: Findings) -> bool:
    """Whether a place without an office only tells where somebody spoke: "... di Senayan, Jakarta Pusat, Jumat"."""
    if mention.value.office is not None or _cue_weight(mention.value) >= 2.0:
        return False
    text = findings.text.text
    before = text[max(0, mention.start - _SAID_REACH) : mention.start]
    return _SAID_ON.match(text, mention.end) is not None and _SAID_AT.search(before) is not None


# --- regions beside the main one -------------------------------------------------------------------------------------
def _others(
    findings: Findings, main: str, levels: dict[str, float], best: dict[str, tuple[float, Span[RegionMention]]]
) -> list[Authority]:
    mentions: dict[str, list[Span[RegionMention]]] = defaultdict(list)
    for mention in findings.regions:
        code = _resolved(mention.value, levels)
        if (
            code
            and code not in {main, NATIONAL}
            and (not _above(code, main) or _rules_beside(mention, findings))
            and (
                _cue_weight(mention.value) >= 3.0
                or _with_head(mention, code, findings)
                or _opens_story(mention, code, findings)
                or _has_own_share(mention, findings)
                or _is_its_heading(mention, findings)
            )
        ):
            mentions[code].append(mention)
    others = []
    owners = _owners(findings, main, frozenset(mentions), levels)
    for code, own in mentions.items():
        for mention in own:
            if block := _decision(mention, code, findings, owners, levels):
                told = _section(block, code, findings, levels) or block
                others.append(Authority(code, mention, told, best[code][0] if code in best else 0.0))
                break
    return sorted(others, key=lambda a: a.mention.start)


def _owners(findings: Findings, main: str, neighbours: frozenset[str], levels: dict[str, float]) -> list[str]:
    """For each sentence the region whose story it tells (`extract.stories`)."""
    if not neighbours:
        return [main] * len(findings.sentences)
    places = [
        Place(
            m.start,
            code,
            _cue_weight(m.value) >= 3.0 and not _is_object(m, findings, findings.sentence(m)),
            m.value.name,
        )
        for m in findings.regions
        if m.value.cue != "dateline" and (code := _resolved(m.value, levels)) and code != NATIONAL
    ]
    offices = [
        Nameless(o.start, level)
        for o in findings.offices
        if not o.value.candidates and (level := _level_of(o.value)) is not None
    ]
    return whose(findings.sentences, places, offices, main, neighbours)


def _section(
    block: tuple[Scoped, ...], code: str, findings: Findings, levels: dict[str, float]
) -> tuple[Scoped, ...] | None:
    """All that stands under a heading that names the region ("Kabupaten Bone Bolango"), up to the next heading."""
    heading = next((s for s in reversed(findings.sentences[: block[0].index + 1]) if _is_heading(s)), None)
    if heading is None or not _names_only(heading, code, findings, levels):
        return None
    behind = findings.sentences[heading.index + 1 :]
    stops = (s.index for s in behind if _is_heading(s) or _is_of_another(s, code, findings, levels))
    ends = next(stops, len(findings.sentences))
    return findings.sentences[heading.index : ends] if block[-1].index < ends else None


def _is_of_another(scoped: Scoped, code: str, findings: Findings, levels: dict[str, float]) -> bool:
    """Whether a sentence names other governments, and not that of the region."""
    s = scoped.sentence
    makers = [m.value for m in findings.regions if s.start <= m.start < s.end and _cue_weight(m.value) >= 3.0]
    codes = {_resolved(maker, levels) for maker in makers}
    return bool(codes) and code not in codes


def _is_heading(scoped: Scoped) -> bool:
    """Whether the line is a heading between paragraphs: a few words, capitalised, with no stop at their end."""
    text = scoped.sentence.text
    words = text.split()
    return scoped.index > 0 and len(words) <= _HEADING_WORDS and text[-1:].isalnum() and words[-1][:1].isupper()


def _foreign(findings: Findings, main: str, others: frozenset[str], levels: dict[str, float]) -> set[int]:
    """Sentences about another region's government, up to the end of their paragraph or until the main region returns;
    and those that name only a region with a decision of its own ("Maros memilih tetap ngantor")."""
    foreign: set[int] = set()
    paragraph = -1
    for scoped in findings.sentences[1:]:
        inside = [m for m in findings.regions if scoped.sentence.start <= m.start < scoped.sentence.end]
        codes = {_resolved(m.value, levels) for m in inside}
        makers = {
            _resolved(m.value, levels)
            for m in inside
            if _cue_weight(m.value) >= 3.0 and not _is_object(m, findings, scoped)
        }
        if codes & others and main not in codes:
            foreign.add(scoped.index)
        if main in codes:
            paragraph = -1
        elif makers - {None, NATIONAL} and not any(_above(code, main) for code in makers if code):
            paragraph = scoped.sentence.paragraph
        if scoped.sentence.paragraph == paragraph:
            foreign.add(scoped.index)
    return foreign


def _is_object(mention: Span[RegionMention], findings: Findings, scoped: Scoped) -> bool:
    before = findings.text.text[max(scoped.sentence.start, mention.start - 40) : mention.start]
    # "Dari Mojokerto, Bupati menyampaikan ...": where its news comes from
    return _NOT_MAKER.search(before) is not None and _FROM_THERE.fullmatch(before) is None


def _is_its_heading(mention: Span[RegionMention], findings: Findings) -> bool:
    """ "WAY KANAN": the region's name, with or without its level, is all that the heading says."""
    scoped = findings.sentence(mention)
    bare = _LEVEL_WORD.sub("", scoped.sentence.text.strip()).casefold()
    return _is_heading(scoped) and bare == _LEVEL_WORD.sub("", mention.text.strip()).casefold()


def _with_head(mention: Span[RegionMention], code: str, findings: Findings) -> bool:
    """ "Sedangkan di Kota Batu, Wali Kota Dewanita mengatur ...": the head, without the place, is just behind it."""
    head = HEAD_OF_LEVEL.get(level_of(code))
    return any(
        o.value.office == head and not o.value.candidates and 0 <= o.start - mention.end < 12 for o in findings.offices
    )


def _opens_story(mention: Span[RegionMention], code: str, findings: Findings) -> bool:
    """ "Sragen lebih longgar. Bupati Kusuma memilih ...": the place opens the paragraph, its head speaks further on."""
    scoped = findings.sentence(mention)
    at = scoped.sentence
    follows = scoped.index > 0 and findings.sentences[scoped.index - 1].sentence.paragraph == at.paragraph
    if follows or mention.start - at.start > _OPENING_REACH:
        return False
    head = HEAD_OF_LEVEL.get(level_of(code))
    return any(
        o.value.office == head
        and (not o.value.candidates or code in o.value.candidates)
        and findings.sentence(o).sentence.paragraph == at.paragraph
        for o in findings.offices
    )


def _has_own_share(mention: Span[RegionMention], findings: Findings) -> bool:
    """ "Di Banjarmasin, kantor diisi 25 persen. Di Banjarbaru, ... 50 persen": a place that opens its own share."""
    s = findings.sentence(mention).sentence
    return (
        "." in (mention.value.candidates or ("",))[0]
        and _AT_PLACE.match(findings.text.text[s.start : mention.start]) is not None
        and any(mention.end <= share.start < s.end and not share.value.past for share in findings.shares)
    )


def _rules_beside(mention: Span[RegionMention], findings: Findings) -> bool:
    """Whether the province above is told to rule for itself: "Sebaliknya, Pemprov ...", "... juga menerapkan"."""
    s = findings.sentence(mention).sentence
    behind = findings.text.text[mention.end : s.end]
    return _CONTRAST.match(s.text) is not None or _FOR_ITS_OWN.match(behind) is not None


def _above(code: str, main: str) -> bool:
    """Whether `code` is the province of the main region: its rule is a ground, not a neighbour's decision."""
    return "." not in code and main.startswith(code)


def _decision(
    mention: Span[RegionMention], code: str, findings: Findings, owners: Sequence[str], levels: dict[str, float]
) -> tuple[Scoped, ...] | None:
    """The sentences around `mention` that tell a decision of its own, or None when they tell none."""
    first = findings.sentence(mention)
    if first.background or first.index < 1 or _is_object(mention, findings, first):
        return None
    block = _story(first, code, findings, owners, levels)
    near = [s for s in block if first.index - _REACH <= s.index <= first.index + _REACH]
    told = any(near[0].sentence.start <= s.start < near[-1].sentence.end for s in findings.shares)
    if told and _told_of_another(mention, first, findings):
        return None
    shares = [s for s in findings.shares if any(b.sentence.start <= s.start < b.sentence.end for b in block)]
    action = find_action(block, shares)
    stays = action is not None and action.rule in _STAYS  # "Bupati X menyatakan aparatnya tetap masuk kantor"
    if not (told or stays) and not any(NAMED.search(s.sentence.text) or LIKEWISE.search(s.sentence.text) for s in near):
        return None
    told = any(not s.value.past and not s.value.hypothetical for s in shares)
    decided = (
        told
        or any(DONE_LIKEWISE.search(b.sentence.text) or _has_own_spell(b, findings) for b in near)
        or (action is not None and (action.value != "impose" or action.rule in {"action.impose", "action.decree"}))
    )
    return tuple(block) if decided else None


def _has_own_spell(scoped: Scoped, findings: Findings) -> bool:
    """ "Di Kota A, kerja dari rumah dimulai 23 Maret dan berakhir 3 April": from when to when it is in force there."""
    if scoped.background or not NAMED.search(scoped.sentence.text):
        return False
    inside = (d.value for d in findings.dates if scoped.sentence.start <= d.start < scoped.sentence.end)
    return any(d.start and d.end and d.start < d.end for d in inside)


def _story(
    first: Scoped, code: str, findings: Findings, owners: Sequence[str], levels: dict[str, float]
) -> list[Scoped]:
    """The sentences before and behind `first` that tell the region's story, too."""
    block = [first]
    for scoped in findings.sentences[first.index + 1 :]:
        beside = scoped.sentence.paragraph == first.sentence.paragraph and not _is_of_another(
            scoped, code, findings, levels
        )
        if owners[scoped.index] != code and not (beside and owners[first.index] != code):
            break
        block.append(scoped)
    for scoped in reversed(findings.sentences[1 : first.index]):
        if owners[scoped.index] != code:
            break
        block.insert(0, scoped)
    return block


def _told_of_another(mention: Span[RegionMention], first: Scoped, findings: Findings) -> bool:
    """Whether the sentence tells its shares of a government before: "Pemkot A 75 persen, sedangkan Pemkot B"."""
    inside = [s.start for s in findings.shares if first.sentence.start <= s.start < first.sentence.end]
    makers = [
        m.start
        for m in findings.regions
        if first.sentence.start <= m.start < mention.start
        and _cue_weight(m.value) >= 3.0
        and m.value.candidates != mention.value.candidates
    ]
    if not inside or not makers or max(inside) > mention.start:
        return False
    gap = findings.text.text[max(inside) : mention.start]
    return min(makers) < max(inside) and _TURN.search(gap) is not None


def _names_only(scoped: Scoped, code: str, findings: Findings, levels: dict[str, float]) -> bool:
    """ "Keputusan berbeda disiapkan di Depok.": the sentence before names that region alone and opens its story."""
    inside: Sequence[Span[RegionMention]] = [
        m for m in findings.regions if scoped.sentence.start <= m.start < scoped.sentence.end
    ]
    return bool(inside) and all(_resolved(m.value, levels) == code for m in inside)
