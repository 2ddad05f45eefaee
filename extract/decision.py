"""One decision put together: which share is general, which decree decides, what is cited, which units are meant.

The fields found the candidates; each function here gives one of them its role and says by which rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.patterns import Pattern
from extract.action import Action, find_action
from extract.authority import HEAD_OF_LEVEL, Authority
from extract.closings import Closing, find_closings
from extract.dates import DateValue
from extract.decrees.merge import merge_decrees
from extract.decrees.numbers import comparable
from extract.decrees.types import Decree
from extract.findings import Findings
from extract.legal_basis import find_legal_basis, is_shared_ground
from extract.regions import NATIONAL, level_of
from extract.scope import GOES_ON, Scoped, conceded, is_wish
from extract.shares import Condition, Share
from extract.signals import UNDECIDED
from extract.spans import Span
from extract.stories import DONE_LIKEWISE
from extract.target import Target, find_offices, find_target
from extract.timing import EndKind, Timing, find_timing
from extract.timing.words import WEEKLY
from extract.workplace import HOME, NAMED

_NATIONAL_ISSUERS = frozenset({"minister", "president"})
# "Instruksi itu memberi contoh pembagian": the sentence goes on about the decree cited before it
_GOES_ON = re.compile(
    r"^\W*(?:instruksi|edaran|surat(?:\s+edaran)?|aturan|ketentuan|menurut\s+kementerian|imbauan|kementerian)\s*(?:itu|tersebut|ini|sendiri)?\b",
    re.IGNORECASE,
)
# "kementerian/lembaga, pemerintah daerah, BUMN dan swasta": whose offices are meant, not whose rule is cited
_ADDRESSED = re.compile(
    r"(?:\s*/\s*(?:lembaga|badan)|\s*(?:,|dan|maupun|serta|atau)\s+(?:lembaga|pemerintah\s+daerah|pemda|bumn|bumd|swasta))\b",
    re.IGNORECASE,
)
# "Epidemiolog menilai ...": what those say who decide nothing is no share of the rule
_OUTSIDER = Pattern(
    r"\b(?:epidemiolog|pengamat|pakar|akademisi|peneliti|sosiolog|psikolog|warganet|pemilik\s+(?:warung|kantin|toko))\b"
)
# "Kita ini sedang", "kami": the region speaks of itself although it cites
_OURS = re.compile(
    r"\b(?:kami|kita|pemkot|pemkab|pemprov|pemko|pemda|di\s+lingkungan|pegawainya|asn-nya)\b", re.IGNORECASE
)
# "Semula 50 persen": the rule that this one changes; other background is no measure of more or fewer
# "Pada periode sebelumnya hanya 25 persen ..."
_EARLIER_RULE = re.compile(
    r"^\W*(?:semula|sebelumnya|sebelum\s+ini|awalnya|tadinya|pada\s+awalnya|tahap\s+pertama"
    r"|(?:pada|dalam|di)\s+(?:periode|masa|tahap|aturan|edaran|ketentuan|ppkm|pembatasan|pekan)\s+(?:\w+\s+)?(?:sebelumnya|lalu|terdahulu))\b",
    re.IGNORECASE,
)
_PICKS = re.compile(r"\b(?:artinya|sehingga|maka|jadi|sekarang|kini|saat\s+ini|karena)\b", re.IGNORECASE)
# "Kami masih zona oranye, pegawai masuk semua"
_WE_ARE = re.compile(
    r"\b(?:kami|kita)\s+(?:masih|sudah|sekarang|kini|tetap)\s+(?:di\s+|berada\s+di\s+)?(?:zona|level)\b", re.IGNORECASE
)
_STAFF = re.compile(r"\b(?:asn|pns|pegawai|aparatur)\b", re.IGNORECASE)
# "Penutupan mengacu Pergub ...", "berdasarkan Inmendagri ..."
_RESTS = re.compile(
    r"\b(?:mengacu|merujuk|berdasar\w*|menindaklanjuti|sesuai|mengikuti|berpedoman|dasar(?:nya)?)\b", re.IGNORECASE
)
# "hari jumat", "kamis dan jumat"
_DAY = re.compile(r"\b(?:senin|selasa|rabu|kamis|jum'?at)\b")
_DAYS_ALONE = re.compile(rf"(?:pada |hari ){{0,2}}{_DAY.pattern}(?:(?:, | dan )(?:hari )?{_DAY.pattern}){{0,3}}")
_EVERYBODY, _WORKDAYS = 100.0, 5
_THE_OTHERS = re.compile(r"\W*(?:di\s+luar|selain)\s+(?:itu|mereka|ketentuan)\b", re.IGNORECASE)
_CLOSING = re.compile(r"\b(?:di)?(?:tutup|kunci)\b|\b(?:kantor|dinas|instansi)\s+(?:itu|tersebut)\b", re.IGNORECASE)
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
_ANNOUNCED_BEFORE = 40  # characters before an instrument in which it is said to be the announcement
_ANNOUNCED = re.compile(r"\bdiumumkan\b", re.IGNORECASE)
_STILL = re.compile(
    r"\b(?:disambung|diperpanjang|perpanjang\w*|dilanjutkan|kini|sekarang|menjadi|ditambah)\b", re.IGNORECASE
)
_ON_WORK = re.compile(
    r"\b(?:wf[hoa]|work\s+from|kerja|bekerja|pegawai|asn|aparatur|kedinasan|pns|kehadiran|presensi)\b", re.IGNORECASE
)
_OPENING = 4  # sentences in which an article says what its news is
_BASIS_ORDER = {"stated": 0, "derived": 0, "words": 2, "rotation": 1}


@dataclass(frozen=True, slots=True)
class Decision:
    """One authority's decision with every field resolved, still as spans."""

    findings: Findings
    authority: Authority
    action: Span[Action]
    timing: Timing
    share: Span[Share] | None
    measures: tuple[Span[Share], ...]
    decree: Span[Decree] | None
    legal_basis: tuple[Span[Decree], ...]
    amended: Span[Decree] | None
    units: tuple[Span[str], ...]
    target: Span[Target]


def decide(findings: Findings, authority: Authority) -> list[Decision]:
    """The decisions of one authority in an article; none when its sentences tell no action."""
    closings = find_closings(authority.sentences, findings.dates)
    if closings:
        homes = {c.home.index for c in closings} | {findings.sentence(c.spell).index for c in closings}
        rest = tuple(s for s in authority.sentences if s.index not in homes)
        if not any(_rules_at_large(s, findings) for s in rest):
            decrees = _decrees_in_scope(findings, authority)
            ordered = _deciding([d for d in decrees if d.value.role == "own"], authority, "impose", findings)
            ground = tuple(d for d in find_legal_basis(decrees, ordered, findings) if _rests_on(d, findings))
            return [replace(_closing(findings, authority, c), decree=ordered, legal_basis=ground) for c in closings]
        closed = [_closing(findings, authority, c) for c in closings]
        return [*_decide(findings, replace(authority, sentences=rest)), *closed]
    return _decide(findings, authority)


def _rests_on(decree: Span[Decree], findings: Findings) -> bool:
    """Whether its sentence says that something rests on the instrument: "Penutupan mengacu Pergub ..."."""
    return _RESTS.search(findings.sentence(decree).sentence.text) is not None


def _rules_at_large(scoped: Scoped, findings: Findings) -> bool:
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


def _closing(findings: Findings, authority: Authority, closing: Closing) -> Decision:
    """The rule for offices that are closed over one spell: everybody there at home."""
    home = closing.home.sentence
    value = closing.spell.value
    action: Span[Action] = Span("action", home.start, home.end, home.text, "impose", "closings.home")
    told = find_timing(authority.sentences, _free_dates(findings), "reject", findings.base).announced
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
    target = _target(authority, action, closing.units)
    return Decision(findings, authority, action, timing, share, (), None, (), None, closing.units, target)


def _beside_spell(findings: Findings, closing: Closing) -> Span[Share] | None:
    """The share printed behind the days: "15 hingga 18 Februari dengan hanya 25 persen pegawai yang masuk"."""
    sentence = findings.sentence(closing.spell).sentence
    behind = (s for s in findings.shares if closing.spell.end <= s.start < sentence.end and not s.value.past)
    return next((s for s in behind if s.value.basis in {"stated", "derived"}), None)


def _decide(findings: Findings, authority: Authority) -> list[Decision]:
    shares = _shares_in_scope(findings, authority)
    decrees = _decrees_in_scope(findings, authority)
    decreed = any(d.value.role == "own" and d.value.number and not d.value.draft and not d.value.past for d in decrees)
    action = find_action(authority.sentences, shares, findings.article.title, decreed=decreed) or _told(
        authority.sentences, shares, decrees
    )
    drafted = any(d.value.draft for d in decrees)
    if action is None or _is_open(authority.sentences, action, decreed=decreed, drafted=drafted):
        return []
    decree = _deciding(decrees, authority, action.value, findings)
    strong = {findings.sentence(decree).index} if decree else set()
    timing = find_timing(
        authority.sentences,
        _dates_of_rule(_free_dates(findings), shares),
        action.value,
        findings.base,
        strong=strong,
        past=_past_sentences(findings, shares),
    )
    units = (authority.agency,) if authority.agency else _offices(authority)
    general, measures = _of_offices(*_split(shares, action.value, findings), units)
    if action.value == "impose" and general is not None and general.value.wfh_pct == 0 and not measures:
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
        amended=_amended(decrees, decree, action.value),
        units=units,
        target=_target(authority, action, units),
    )
    return [decision]


def _target(authority: Authority, action: Span[Action], units: Sequence[Span[str]]) -> Span[Target]:
    """Whom the rule addresses: the offices that alone are meant, else what the words say, else the civil servants."""
    if units:
        return Span("target", units[0].start, units[0].end, units[0].text, "unit", units[0].rule)
    told = find_target(authority.sentences)
    return told or Span("target", action.start, action.end, action.text, "asn", action.rule)


def _told(
    sentences: Sequence[Scoped], shares: Sequence[Span[Share]], decrees: Sequence[Span[Decree]]
) -> Span[Action] | None:
    """A rule told without a word of decision ("pegawai bekerja di rumah mulai besok") is in force: `impose`.

    So is one of which only the share ("paling banyak separuh yang duduk di mejanya") or the numbered instrument is
    told.
    """
    for pattern in (NAMED, HOME):
        for scoped in sentences:
            if scoped.topic >= 2 and not scoped.background and (m := pattern.search(scoped.sentence.text)):
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


# --- shares ----------------------------------------------------------------------------------------------------------
def _shares_in_scope(findings: Findings, authority: Authority) -> list[Span[Share]]:
    """Shares in the decision's own sentences; those that only quote a cited decree are left out."""
    indices = {s.index: s for s in authority.sentences}
    kept = []
    for share in findings.shares:
        scoped = indices.get(findings.sentence(share).index)
        if scoped is None or (
            authority.region_code != NATIONAL and _quotes_another(share, scoped, findings, authority)
        ):
            continue
        if scoped.background and (not _EARLIER_RULE.match(scoped.sentence.text) or _names_nation(scoped, findings)):
            continue
        begin, end = conceded(scoped.sentence.text)
        if _by_outsider(scoped, findings):
            continue
        if share.rule == "shares.all_office" and _THE_OTHERS.match(scoped.sentence.text):
            continue  # "Di luar itu, seluruh pegawai masuk seperti biasa"
        if findings.is_over(scoped) or not begin <= share.start - scoped.sentence.start < end:
            continue
        kept.append(replace(share, value=replace(share.value, past=True)) if scoped.background else share)
    return kept


def _by_outsider(scoped: Scoped, findings: Findings) -> bool:
    """Whether somebody who decides nothing says it, here or in a quotation that goes on from the sentence before."""
    if _OUTSIDER.search(scoped.sentence.text):
        return True
    if not scoped.index or scoped.sentence.text[:1] not in {'"', "\u201c"}:
        return False
    before = findings.sentences[scoped.index - 1].sentence
    return before.paragraph == scoped.sentence.paragraph and _OUTSIDER.search(before.text) is not None


def _names_nation(scoped: Scoped, findings: Findings) -> bool:
    return any(
        scoped.sentence.start <= m.start < scoped.sentence.end and m.value.candidates == (NATIONAL,)
        for m in findings.regions
    )


def _quotes_another(share: Span[Share], scoped: Scoped, findings: Findings, authority: Authority) -> bool:
    """Whether the share is one of a ministry's rule that the region cites, not its own."""
    sentence = scoped.sentence
    cited = [d for d in findings.decrees if sentence.start <= d.start < share.start and d.value.role == "cited"]
    national = [
        m
        for m in findings.regions
        if sentence.start <= m.start < share.start
        and m.value.candidates == (NATIONAL,)
        and not _ADDRESSED.match(findings.text.text, m.end)
    ]
    own = [
        m
        for m in findings.regions
        if sentence.start <= m.start < sentence.end and authority.region_code in m.value.candidates
    ]
    if cited or national:
        graded = any(kind in {"zone", "ppkm_level"} for kind, _ in share.value.conditions)
        return graded or not (own or _OURS.search(sentence.text))
    if _GOES_ON.match(sentence.text) and scoped.index:
        before = findings.sentences[scoped.index - 1].sentence
        roles = [d.value.role for d in findings.decrees if before.start <= d.start < before.end]
        return bool(roles) and all(role == "cited" for role in roles)
    return False


def _split(
    shares: Sequence[Span[Share]], action: Action, findings: Findings
) -> tuple[Span[Share] | None, tuple[Span[Share], ...]]:
    """The general share, and those under a condition."""
    now = [s for s in shares if not s.value.past and not s.value.hypothetical]
    head = findings.clean.headline
    if head is not None and any(s.start >= head[1] for s in now):  # the body counts, conditions of the headline do not
        now = [s for s in now if s.start >= head[1] or not s.value.conditions]
    if action in {"end", "reject"}:  # only "100 persen WFO" counts; the old rule's share is not this decision's
        now = [s for s in now if s.value.wfh_pct == 0]
        # "Hari Selasa semua masuk" is of everybody, too
        at_large = [s for s in now if all(kind == "period" for kind, _ in s.value.conditions)]
        best = _best(at_large, findings)
        return (best and replace(best, value=replace(best.value, conditions=())), ())
    if action == "plan":
        now = [s for s in shares if not s.value.past]
    general = _best([s for s in now if not s.value.conditions], findings)
    measures = _distinct([s for s in now if s.value.conditions])
    if (
        general is None
        and len(measures) == 1
        and all(kind in {"ppkm_level", "zone", "period"} for kind, _ in measures[0].value.conditions)
        and not _is_weekly(measures[0])
    ):
        if days := _weekly_days(measures[0], findings):
            return _rotation_of(measures[0], days), tuple(measures)
        return replace(measures[0], value=replace(measures[0].value, conditions=())), ()
    if general is None and len(spell := [m for m in measures if all(_is_dated(c) for c in m.value.conditions)]) == 1:
        general = replace(spell[0], value=replace(spell[0].value, conditions=()))
        measures = [m for m in measures if m is not spell[0]]
    if general is None and (own := next((s for s in now if s.value.conditions and _own_state(s, findings)), None)):
        general = replace(own, value=replace(own.value, conditions=()))
    if general is None and len(states := [m for m in measures if _is_state(m)]) == 1 and not _are_graded(measures):
        general = replace(states[0], value=replace(states[0].value, conditions=()))
        measures = [m for m in measures if m is not states[0]]
    if general is not None and general.value.basis == "rotation":  # "Senin sampai Rabu semua di kantor": its other side
        measures = [m for m in measures if m.value.wfh_pct > 0 or any(k != "period" for k, _ in m.value.conditions)]
    if general is not None:  # "Separuh ASN WFH pada 22-24 November ... Jadi 50 persen yang ke kantor": the same rule
        pct = general.value.wfh_pct
        measures = [m for m in measures if m.value.wfh_pct != pct or not all(map(_is_dated, m.value.conditions))]
    graded = [m for m in measures if all(k in {"ppkm_level", "zone", "region"} for k, _ in m.value.conditions)]
    if general is not None and len(graded) == 1 and graded[0].value.wfh_pct == general.value.wfh_pct:
        measures = [m for m in measures if m is not graded[0]]  # the region's own level, told beside the share
    return general, tuple(measures)


def _offices(authority: Authority) -> tuple[Span[str], ...]:
    """The offices that alone are meant; none where the rule binds firms, whatever office is told to be closed."""
    target = find_target(authority.sentences)
    return () if target is not None and target.value in {"all", "private"} else find_offices(authority.sentences)


def _of_offices(
    general: Span[Share] | None, measures: tuple[Span[Share], ...], units: Sequence[Span[str]]
) -> tuple[Span[Share] | None, tuple[Span[Share], ...]]:
    """Where only offices are meant, the one share told of them ("pegawai kelurahan 100 persen WFH") is the rule's."""
    if units and general is None and len(measures) == 1 and {k for k, _ in measures[0].value.conditions} == {"unit"}:
        return replace(measures[0], value=replace(measures[0].value, conditions=())), ()
    if units and general is not None:  # "pegawai Setda dibagi, separuh ..., separuh lagi bekerja dari rumah"
        pct = general.value.wfh_pct
        same = [m for m in measures if m.value.wfh_pct == pct and {k for k, _ in m.value.conditions} == {"unit"}]
        return general, tuple(m for m in measures if m not in same)
    return general, measures


def _own_state(measure: Span[Share], findings: Findings) -> bool:
    """ "Batam sekarang level 4, artinya WFO kita 25 persen": the region's own level or zone picks one of the list."""
    graded = all(kind in {"ppkm_level", "zone"} for kind, _ in measure.value.conditions)
    words = findings.sentence(measure).sentence.text
    return graded and (_PICKS.search(words) or _WE_ARE.search(words)) is not None


def _is_state(measure: Span[Share]) -> bool:
    """Whether the only condition is a level or zone; the only such one of a rule is the region's own."""
    return all(kind in {"ppkm_level", "zone"} for kind, _ in measure.value.conditions)


def _is_weekly(measure: Span[Share]) -> bool:
    """Whether the share holds on some days of every week: "Setiap Jumat, 50 persen ASN bekerja dari rumah"."""
    return any(
        kind == "period" and re.match(r"(?:se)?tiap\b|tiap-tiap\b|saban\b", value)
        for kind, value in measure.value.conditions
    )


def _weekly_days(measure: Span[Share], findings: Findings) -> int:
    """How many days of every week a share of everybody holds on: "Seluruh pegawai pada hari Jumat bekerja dari rumah".

    None where no "tiap Jumat" in the headline or text says that such days come back.
    """
    value = measure.value.conditions[0][1] if len(measure.value.conditions) == 1 else ""
    if measure.value.wfh_pct != _EVERYBODY or not _DAYS_ALONE.fullmatch(value):
        return 0
    weekly = WEEKLY.search(findings.article.title or "") or WEEKLY.search(findings.text.text)
    return len(_DAY.findall(value)) if weekly else 0


def _rotation_of(measure: Span[Share], days: int) -> Span[Share]:
    """The share over the week of everybody at home on some of its five days."""
    value = replace(measure.value, wfh_pct=_EVERYBODY / _WORKDAYS * days, basis="rotation", conditions=())
    return replace(measure, value=value, rule="shares.rotation_weekly")


def _are_graded(measures: Sequence[Span[Share]]) -> bool:
    """Whether the rule tells more than one level or zone: then none of them is the region's own."""
    return len({c for m in measures for c in m.value.conditions if c[0] in {"ppkm_level", "zone"}}) > 1


def _is_dated(condition: Condition) -> bool:
    """Whether the condition is the rule's own time in force ("selama 12 sampai 17 November"), not some of its days."""
    return condition[0] == "period" and re.search(r"\d", condition[1]) is not None


def _best(shares: Sequence[Span[Share]], findings: Findings) -> Span[Share] | None:
    """Body before headline (codebook: where they differ, the body counts), figures before words, then the first."""
    if not shares:
        return None
    head = findings.clean.headline
    best = min(
        shares,
        key=lambda s: (
            bool(head and head[0] <= s.start < head[1]),
            _BASIS_ORDER[s.value.basis],
            s.rule.endswith(("all_home", "all_office")),
            s.start,
        ),
    )
    if best.value.basis != "derived":
        return best
    # "WFO 25 persen. Adapun 75 persen lainnya WFH.": the home side's own figure, where it is printed too
    same = (s for s in shares if s.value.basis == "stated" and s.value.wfh_pct == best.value.wfh_pct)
    return next((replace(s, value=replace(s.value, bound=best.value.bound)) for s in same), best)


def _distinct(measures: Sequence[Span[Share]]) -> list[Span[Share]]:
    seen: dict[tuple[object, ...], Span[Share]] = {}
    for measure in measures:
        seen.setdefault((measure.value.conditions, measure.value.wfh_pct), measure)
    return list(seen.values())


# --- decrees ---------------------------------------------------------------------------------------------------------
def _decrees_in_scope(findings: Findings, authority: Authority) -> list[Span[Decree]]:
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
    if decree.value.role == "own" and scoped.background and (_EARLIER_RULE.match(told) or GOES_ON.match(told)):
        return replace(decree, value=replace(decree.value, past=True))
    return decree


def _deciding(
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
                and not (d.value.past or d.value.draft or (regional and d.value.issuer in _NATIONAL_ISSUERS))
            ),
            None,
        )
    fitting = [
        d
        for d in decrees
        if not d.value.past
        and not d.value.draft
        and not _denied(d, findings)
        and not (regional and d.value.issuer in _NATIONAL_ISSUERS)
        and not _is_letter_of_agency(d.value, authority)
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


def _is_about_work(decree: Span[Decree], findings: Findings) -> bool:
    """Whether an instrument is on how staff work: of two circulars told, not the one on markets or night hours."""
    title = decree.value.title or findings.sentence(decree).sentence.text
    return _ON_WORK.search(title) is not None


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


def _amended(decrees: Sequence[Span[Decree]], deciding: Span[Decree] | None, action: Action) -> Span[Decree] | None:
    """The instrument that is changed or revoked; for an extension or an end also the old one told as background."""
    own = comparable(deciding.value.number) if deciding and deciding.value.number else None
    numbered = [d for d in decrees if d.value.number and comparable(d.value.number) != own]
    old = [d for d in numbered if d.value.role == "amended"]
    if not old and action in {"extend", "end", "tighten", "relax"}:
        old = [d for d in numbered if d.value.past and d.value.issuer not in _NATIONAL_ISSUERS]
    return old[0] if old else None


def _free_dates(findings: Findings) -> list[Span[DateValue]]:
    """Dates that no decree bears alone: the day of "diteken dan diumumkan pada Minggu" is the statement's too."""
    borne = [d.value.date_span for d in findings.decrees if d.value.date_span and not _is_announced(d, findings)]
    return [d for d in findings.dates if not any(a <= d.start < b or d.start <= a < d.end for a, b in borne)]


def _dates_of_rule(dates: list[Span[DateValue]], shares: Sequence[Span[Share]]) -> list[Span[DateValue]]:
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


def _past_sentences(findings: Findings, shares: Sequence[Span[Share]]) -> set[int]:
    """Sentences whose shares or instruments are all those of an earlier rule: so are their dates."""
    past: dict[int, list[bool]] = {}
    for share in shares:
        past.setdefault(findings.sentence(share).index, []).append(share.value.past)
    for decree in findings.decrees:
        if decree.value.role == "own" and not _STILL.search(findings.sentence(decree).sentence.text):
            past.setdefault(findings.sentence(decree).index, []).append(decree.value.past)
    return {index for index, flags in past.items() if all(flags)}
