"""What part an instrument plays in an article: its own news, the ground that it cites, or the rule that it changes.

The words that tell are rows of `cues.csv`, each with an example. Meanings there:

- `own`: the article's authority puts the instrument out, or its rules are reported from it;
- `weak`: says so only when nothing stronger stands nearby ("dalam SE ...");
- `cited`: the instrument comes before the article's own ("menindaklanjuti");
- `ground`: either ("berdasarkan SE ..."): its own one, unless the article has another or another level issued it;
- `amended`: the instrument is extended, changed or revoked;
- `continued`: so too, but another authority's is only followed ("menyambung Instruksi Mendagri");
- `past`, `draft`: the instrument is background, or does not exist yet.

The column `side` says where the cue stands: somewhere `before` the instrument or `after` it in its clause, or directly
before it (`direct`), for words that mean something else further away ("melanjutkan WFH lewat SE ..." changes none).
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Final, Literal, NamedTuple

from corpus.patterns import Pattern
from extract.decrees.numbers import comparable, is_short
from extract.decrees.types import NATIONAL_OFFICES, Decree, Role
from extract.document import split_sentences
from extract.spans import Span

Level = Literal["national", "province", "local"]

#: What another instrument is followed by is said in one breath: not '"sesuai kebutuhan," bunyi [SE ...]'.
_OF_CLAUSE: Final = frozenset({"cited", "ground"})
_QUOTE_ENDS: Final = re.compile(r"[,.]\s?[\"”]\s")
_GOING_ON: Final = frozenset({"number_shared", "number_next"})  # rules of mentions that go on about the one before
_NEAR: Final = 60  # characters between a cue of time or preparation and its instrument
_FAR: Final = 160  # characters between a verb and its instrument: "menerbitkan ... yang ditujukan kepada ... lewat SE"
_CLAUSE: Final = 240  # characters between an instrument and what is said of it
_LEAD: Final = 400  # the opening of an article, which names the authority
_LOCAL_OFFICES: Final = frozenset({"regent", "mayor"})
# "SE Kepala BKN", "SE Satgas Penanganan Covid-19": agencies of the nation; a task force may be a region's as well
_NATIONAL_AGENCY: Final = re.compile(r"(?<!\w)(?:bkn|badan kepegawaian negara|bnpb|lan|kasn)(?!\w)", re.IGNORECASE)
_TASK_FORCE: Final = re.compile(r"(?<!\w)(?:satgas|satuan tugas|gugus tugas)(?!\w)", re.IGNORECASE)

# Words that show whose news an article is.
_LEVEL_WORDS: Final[dict[Level, Pattern]] = {
    "local": Pattern(r"(?<!\w)(?:bupati|wabup|pemkab|wali ?kota|wawali|pemkot|pemko)(?!\w)"),
    "province": Pattern(r"(?<!\w)(?:gubernur|wagub|pemprov|pemda diy|sekdaprov)(?!\w)"),
    "national": Pattern(r"(?<!\w)(?:menteri|menpan|mendagri|kemenpan|kemendagri|kementerian)(?!\w)"),
}
_MONTH: Final = (
    r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
    r"|pekan|minggu|bulan|tahun|hari|senin|selasa|rabu|kamis|jumat|sabtu)"
)
# "yang terbit April lalu", "yang keluar beberapa hari sebelumnya", "Oktober 2020 silam"
_PAST_TIME: Final = re.compile(
    rf"(?<!\w){_MONTH}(?: \d{{4}})?,? (?:lalu|silam|sebelumnya|kemarin)(?!\w)", re.IGNORECASE
)
# "edaran itu sudah dibagikan Sabtu pekan lalu": a new one, too, is handed out some days before it is told
_HANDED_OUT: Final = re.compile(
    r"(?<!\w)(?:dibagikan|dikirim(?:kan)?|disebar(?:kan)?|diedarkan|beredar|disampaikan|diteruskan)(?!\w)",
    re.IGNORECASE,
)
# "Kamis (2/4) | pekan lalu"
_LAST_WEEK: Final = re.compile(r"[\s,)]{0,3}(?:pekan|minggu) (?:lalu|kemarin)(?!\w)", re.IGNORECASE)
# "Sejak 21 Maret, pegawai memang bekerja di rumah berdasarkan SE ..."
_SINCE: Final = re.compile(r"\W{0,3}sejak (?:tanggal )?(?:\d|pertengahan|awal|akhir)", re.IGNORECASE)
# "SE lama", "edaran sebelumnya"
_OLD: Final = re.compile(r"\s{1,3}(?:lama|terdahulu|sebelumnya|yang lama)(?!\w)", re.IGNORECASE)
# "SE A dan SE B", "SE A, SE B, serta SE C", also with a date in brackets or a colon list
_JOINED: Final = re.compile(r"[\s,;()]{0,4}(?:dan|serta|maupun|juga|dan juga)?\s{0,3}\Z", re.IGNORECASE)
# a list told in sentences: "Berikutnya SE ...", "Ketiga, Peraturan ...", "Selain itu ada Perda ...", "3. Keputusan ..."
_LISTED: Final = re.compile(
    r"\W{0,3}(?:\d{1,2}|[a-h])\s?[.)]\s{1,3}\Z"
    r"|\W{0,3}(?:berikutnya|selanjutnya|kedua|ketiga|keempat|kemudian|lalu|selain itu|juga)\W{1,3}"
    r"(?:(?:ada|juga|adalah|ialah)\s)?\Z",
    re.IGNORECASE,
)
_THIS_ONE: Final = re.compile(r"\s{1,3}(?:itu|tersebut|ini|tadi)(?!\w)", re.IGNORECASE)
# what may stand between an instrument and a passive that is said of it: a short gap, or a relative clause
_SUBJECT_GAP: Final = re.compile(
    r"(?:[^.!?;,]{0,30}|,? (?:yang|tentang|tanggal)\b[^.!?;,]{0,200}|[^.!?;,]{0,30},)\Z", re.IGNORECASE
)


# "sehari sebelumnya" tells a day, and no earlier rule
_DAY_BEFORE: Final = re.compile(r"(?<!\w)(?:sehari|hari|pekan|minggu|bulan)\s{1,3}\Z", re.IGNORECASE)
# "meneruskan SE bupati kepada camat" hands it on; "meneruskan SE bupati" lets it go on
_HANDED_ON: Final = re.compile(r"[^.;,]{0,60}?\s(?:kepada|ke)\s", re.IGNORECASE)
# The ministry for civil servants' circulars of 2020 on working from home. News often leave their issuer out.
_MINISTRY: Final = frozenset(f"{n}/2020" for n in (19, 34, 50, 54, 57, 58, 67))
_ACTIVE: Final = frozenset({"menerbitkan", "mengeluarkan", "meneken", "menandatangani", "menetapkan"})


# "WFH diterapkan setelah Menteri PANRB menerbitkan SE ..."
_AFTER_ACT: Final = re.compile(r"(?<!\w)(?:setelah|sesudah|usai|seiring|karena|lantaran|begitu)(?!\w)", re.IGNORECASE)


# "... Bupati menindaklanjutinya dengan WFH"
_TAKEN_UP: Final = re.compile(
    r"(?<!\w)(?:menindaklanjutinya|(?:menindaklanjuti|merujuk|mengikuti|berdasarkan|atas dasar)\s{1,3}"
    r"(?:(?:surat|edaran|aturan|instruksi|ketentuan|kebijakan)\s{1,3}){0,2}(?:itu|tersebut))(?!\w)",
    re.IGNORECASE,
)


class _Cue(NamedTuple):
    meaning: str
    start: int
    end: int
    text: str


@cache
def _patterns(side: str) -> dict[str, Pattern]:
    words: dict[str, list[str]] = {}
    with resources.files("extract.decrees").joinpath("cues.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["side"] == side:
                words.setdefault(row["meaning"], []).append(row["cue"])
    return {meaning: _alternation(cues) for meaning, cues in words.items()}


def _alternation(cues: list[str]) -> Pattern:
    """One pattern for all cues, the longest first; `*` stands for any ending, a blank for any white space."""
    forms = [re.escape(cue).replace(r"\*", r"\w{0,8}").replace(r"\ ", r"\s{1,3}") for cue in cues]
    return Pattern(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)")


def _nearest(text: str, meanings: Sequence[str], start: int, end: int) -> _Cue | None:
    """The last cue of these meanings in text[start:end], the longer of two that end together."""
    found = [
        _Cue(meaning, m.start(), m.end(), m.group())
        for meaning in meanings
        if meaning in _patterns("before")
        for m in _patterns("before")[meaning].finditer(text, max(0, start), max(0, end))
        if meaning not in _OF_CLAUSE or not _QUOTE_ENDS.search(text, m.end(), end)
    ]
    return max(found, key=lambda cue: (cue.end, -cue.start), default=None)


def _directly(text: str, start: int, end: int) -> _Cue | None:
    """The cue that stands directly before an instrument: "meneruskan [SE ...]", not "meneruskan WFH lewat [SE ...]"."""
    for meaning, pattern in _patterns("direct").items():
        for m in pattern.finditer(text, max(start, end - _NEAR), end):
            if _DIRECT_GAP.fullmatch(text, m.end(), end):
                handed_on = m.group().lower().startswith("meneruskan") and _HANDED_ON.match(text, end)
                return None if handed_on else _Cue(meaning, m.start(), m.end(), m.group())
    return None


def _following(text: str, meaning: str, start: int, end: int) -> _Cue | None:
    m = _patterns("after")[meaning].search(text, start, end)
    return _Cue(meaning, m.start(), m.end(), m.group()) if m else None


# between a direct cue and its instrument: "meneruskan isi [SE ...]"
_DIRECT_GAP: Final = re.compile(r"\s{1,3}(?:(?:isi|aturan|ketentuan|pada|atas|dari|dengan)\s{1,3}){0,2}", re.IGNORECASE)


class _Context(NamedTuple):
    """The text around one instrument that may say something of it: `left`..instrument..`right`."""

    text: str
    left: int
    start: int
    end: int
    right: int


def sentence_bounds(text: str) -> list[int]:
    """Offsets at which sentences start, ascending; a line break before a lower-case word does not start one.

    >>> sentence_bounds("Satu ini. Dua\\nitu. Tiga.")
    [0, 10, 19]
    """
    starts = [s.start for s in split_sentences(text)]
    return [at for at in starts if at == 0 or not (text[at - 1] == "\n" and text[at].islower())] or [0]


def article_level(text: str) -> Level | None:
    """Whose news a text is, from the offices that it names; those in its opening count twice. None: it names none.

    >>> article_level("Bupati Sigi meneruskan surat gubernur kepada Pemkab.")
    'local'
    """
    counts = {
        level: len(words.findall(text)) + len(words.findall(text, 0, _LEAD)) for level, words in _LEVEL_WORDS.items()
    }
    if not any(counts.values()):
        return None
    if counts["national"] > 2 * (counts["local"] + counts["province"]):
        return "national"
    if not counts["local"] + counts["province"]:
        return None
    return "province" if counts["province"] >= counts["local"] else "local"


def with_roles(text: str, mentions: Sequence[Span[Decree]], ends: Sequence[int]) -> list[Span[Decree]]:
    """Fill `role`, `role_cue`, `past`, `draft` of mentions in text order; `ends[i]` is where mention i's title ends."""
    level = article_level(_outside(text, mentions))
    bounds = sentence_bounds(text)
    roled: list[Span[Decree]] = []
    for i, mention in enumerate(mentions):
        context = _context(text, bounds, mentions, ends, i)
        cue = _role_cue(context)
        if mention.rule == "subject" and level != "national":
            cue = _ground_before(context)
        value = _with_cue(context, mention.value, cue, level)
        if mention.rule == "subject" and level != "national" and cue is None:
            value = replace(value, role="unknown")  # told for itself, as news from elsewhere
        if roled and _tells_number_of(context, mention, roled[-1].value):
            cited = roled[-1].value
            value = replace(value, role="cited", role_cue=cited.role_cue, issuer=cited.issuer)
            roled.append(replace(mention, value=value))
            continue
        joined = _goes_on(context, ends[i - 1]) if roled else None
        if cue is None and roled and (joined is not None or mention.rule in _GOING_ON):
            value = _like(value, roled[-1].value, joined)
        roled.append(replace(mention, value=value))
    return _settle(roled, level)


def _tells_number_of(context: _Context, mention: Span[Decree], before: Decree) -> bool:
    """Whether a number is that of the cited instrument before it: "mengikuti SE menteri. SE Nomor 16 tersebut ..."."""
    cited = before.role == "cited" and before.issuer in NATIONAL_OFFICES and before.number is None
    same = cited and before.instrument == mention.value.instrument
    points = _THIS_ONE.match(context.text, mention.end) is not None
    return same and points and mention.value.number is not None and mention.value.issuer is None


def _goes_on(context: _Context, end_before: int) -> str | None:
    """The words by which an instrument goes on with the list that the one before it, ending at `end_before`, began."""
    if context.left == end_before:
        joined = _JOINED.match(context.text, context.left, context.start)
    elif context.start - end_before < _FAR:
        joined = _LISTED.match(context.text, context.left, context.start)
    else:
        joined = None
    return joined.group().strip(" ,;()\n") if joined else None


def _like(decree: Decree, before: Decree, joined: str | None) -> Decree:
    """The same role as the instrument before it in a list; what another authority issued stays cited."""
    role = decree.role if decree.role == "cited" else before.role
    cue = before.role_cue or (joined or None if role == "cited" else None)
    return replace(decree, role=role, role_cue=cue, past=decree.past or before.past)


def _outside(text: str, mentions: Sequence[Span[Decree]]) -> str:
    """The text without the instruments, whose issuers say nothing of whose news it is."""
    pieces, at = [], 0
    for mention in mentions:
        pieces.append(text[at : mention.start])
        at = max(at, mention.end)
    return " ".join([*pieces, text[at:]])


def _context(text: str, bounds: list[int], mentions: Sequence[Span[Decree]], ends: Sequence[int], i: int) -> _Context:
    start = mentions[i].start
    at = bisect_right(bounds, start) - 1
    # a date or a title may hold a full stop, so the sentence of the end is looked for from the instrument's own end
    after = bisect_right(bounds, max(mentions[i].end, ends[i]) - 1)
    right = bounds[after] if after < len(bounds) else len(text)
    left = bounds[at]
    inside = i > 0 and ends[i - 1] > start  # an instrument within the title of another one
    if i > 0 and not inside:
        left = max(left, ends[i - 1])
    elif i > 0:
        left = max(left, mentions[i - 1].end)
    if i + 1 < len(mentions):
        right = min(right, max(mentions[i + 1].start, ends[i]))
    return _Context(text, left, start, ends[i], right)


def _role_cue(context: _Context) -> _Cue | None:
    text, left, start, end, right = context
    passive = _following(text, "amended", end, min(right, end + _CLAUSE))
    if passive and _SUBJECT_GAP.match(text, end, passive.start):
        return passive
    if direct := _directly(text, left, start):
        return direct
    from_ = max(left, start - _FAR)
    strong = _nearest(text, ("own", "cited", "ground", "amended"), from_, start)
    if strong:
        return strong
    rule = _following(text, "cited", end, min(right, end + _NEAR))
    return (
        rule
        or _nearest(text, ("weak",), max(left, start - 20), start)
        or _following(text, "own", end, min(right, end + _CLAUSE))
    )


def _ground_before(context: _Context) -> _Cue | None:
    """What makes a ministry's act the ground of the article's own: "setelah Menteri PANRB menerbitkan [SE ...]"."""
    text, left, start, _, _ = context
    after = _AFTER_ACT.search(text, left, start) or _TAKEN_UP.search(text, context.end, context.end + _CLAUSE)
    if after:
        return _Cue("cited", after.start(), after.end(), after.group())
    return _nearest(text, ("cited", "ground"), left, start)


def _with_cue(context: _Context, decree: Decree, cue: _Cue | None, level: Level | None) -> Decree:
    text, left, start, end, right = context
    number_at = decree.number_span[0] if decree.number_span else start
    past = (
        _is_past(text, max(left, start - _NEAR), start)
        or _OLD.search(text, start, number_at) is not None  # "edaran sebelumnya bernomor ..."
        or _following(text, "past", end, min(right, end + _NEAR)) is not None
        or _is_past_time(context, decree)
        or _OLD.match(text, end, right) is not None
        or (cue is not None and cue.meaning == "ground" and _SINCE.match(text, left, start) is not None)
    )
    if decree.issuer is None and _is_ministrys(decree, cue):
        decree = replace(decree, issuer="minister")
    draft = decree.number is None and (
        _nearest(text, ("draft",), max(left, start - _NEAR), start) is not None
        or (cue is not None and cue.meaning == "draft")
        or _following(text, "draft", end, min(right, end + _NEAR)) is not None
    )
    meaning = cue.meaning if cue else "own" if _is_signed(decree) else None
    role = _role(decree, "own" if draft else meaning, level)
    return replace(decree, role=role, role_cue=cue.text or None if cue else None, past=past, draft=draft)


def _is_signed(decree: Decree) -> bool:
    """Whether it is said when the instrument was signed: "Surat edaran bupati sudah diteken tadi pagi"."""
    return decree.date_cue is not None and not decree.date_cue.endswith(("tanggal", "tarikh", "tgl", "tgl.", "per"))


def _is_past(text: str, start: int, end: int) -> bool:
    cue = _nearest(text, ("past",), start, end)
    return cue is not None and not (cue.text.lower() == "sebelumnya" and _DAY_BEFORE.search(text, start, cue.start))


def _is_past_time(context: _Context, decree: Decree) -> bool:
    """Whether the instrument is told of a time gone by; "diteken Kamis (2/4) pekan lalu" only tells which Thursday."""
    lately = _LAST_WEEK.match(context.text, context.end) if decree.date_span else None
    at = lately.end() if lately else context.end
    past = _PAST_TIME.search(context.text, at, min(context.right, at + _NEAR))
    return past is not None and not _HANDED_OUT.search(context.text, at, past.start())


def _is_ministrys(decree: Decree, cue: _Cue | None) -> bool:
    """Whether "sesuai SE Nomor 58 Tahun 2020" is the ministry's; not where somebody is said to have signed it."""
    known = decree.instrument == "surat_edaran" and decree.number is not None and comparable(decree.number) in _MINISTRY
    return known and not (cue is not None and cue.text.lower() in _ACTIVE)


def _role(decree: Decree, meaning: str | None, level: Level | None) -> Role:
    """A cue's meaning in view of who issued the instrument. "ground" stays open: `_settle` decides on it."""
    another = of_another_authority(decree, level)
    if meaning == "continued":
        return "cited" if another else "amended"
    if meaning == "amended":
        # "SE 01/2022, perubahan ketiga atas SE 23/2021" of a ministry changes nothing of the region's own
        return "unknown" if another else "amended"
    if another or meaning == "cited":
        return "cited"
    if meaning in {"own", "weak"}:
        return "own"
    return "unknown"


def of_another_authority(decree: Decree, level: Level | None) -> bool:
    """Whether an instrument of this issuer is another authority's than the one whose news an article of `level` is."""
    if decree.issuer in NATIONAL_OFFICES:
        return level != "national"
    if decree.issuer == "governor":
        return level == "local"
    if decree.issuer in _LOCAL_OFFICES:
        return level == "province"
    if decree.issuer == "agency" and _NATIONAL_AGENCY.search(decree.issuer_text or ""):
        return level in {"local", "province"}
    return level not in {None, "national"} and decree.instrument == "peraturan" and decree.issuer is None


def _settle(mentions: list[Span[Decree]], level: Level | None) -> list[Span[Decree]]:
    """Decide what single sentences leave open: the instruments told as ground, and the only candidate."""
    own = {_identity(m.value) for m in mentions if m.value.role == "own" and m.value.number and not m.value.past}
    ground = _patterns("before")["ground"]
    settled = []
    for mention in mentions:
        decree = mention.value
        if decree.role == "unknown" and decree.role_cue and ground.fullmatch(decree.role_cue):
            others = len(own) > (_identity(decree) in own)
            settled.append(replace(mention, value=replace(decree, role=_ground_role(decree, others))))
        else:
            settled.append(mention)
    return _inherit_amended(_only_candidate(settled, level))


def _ground_role(decree: Decree, has_other_own: bool) -> Role:
    if has_other_own and not decree.past:
        return "cited"
    if decree.issuer == "agency" and decree.place is None and _TASK_FORCE.search(decree.issuer_text or ""):
        return "cited"
    if decree.issuer is None and decree.number and is_short(decree.number):
        return "unknown"  # "sesuai SE Nomor 58 Tahun 2020": a ministry's as likely as the region's
    return "own"


def _only_candidate(mentions: list[Span[Decree]], level: Level | None) -> list[Span[Decree]]:
    """Without any own instrument, the only numbered one of the article's own level is its own."""
    if any(m.value.role == "own" and m.value.number for m in mentions):
        return mentions
    open_ = {_identity(m.value) for m in mentions if m.value.role == "unknown" and m.value.number}
    if len(open_) != 1:
        return mentions
    return [
        replace(m, value=replace(m.value, role="own"))
        if m.value.number
        and m.value.role == "unknown"
        and m.value.role_cue is None
        and not of_another_authority(m.value, level)
        and not is_short(m.value.number)
        else m
        for m in mentions
    ]


def _inherit_amended(mentions: list[Span[Decree]]) -> list[Span[Decree]]:
    """What a cited instrument amends is not amended by the region: "SE Menpan 1/2022, perubahan atas SE 23/2021"."""
    out: list[Span[Decree]] = []
    for mention in mentions:
        decree = mention.value
        if (
            decree.role == "amended"
            and decree.issuer is None
            and decree.number
            and is_short(decree.number)
            and out
            and out[-1].value.role == "cited"
            and mention.start - out[-1].end < _FAR
        ):
            decree = replace(decree, role="unknown")
        out.append(replace(mention, value=decree))
    return out


def _identity(decree: Decree) -> str:
    return comparable(decree.number) if decree.number else ""
