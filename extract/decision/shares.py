"""Which share is the general rule of a decision, and which hold under a condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.patterns import Pattern
from extract.action import Action
from extract.authority import Authority
from extract.findings import Findings
from extract.lexicon import WORKDAY
from extract.regions import NATIONAL
from extract.scope import EARLIER_RULE, Scoped, conceded
from extract.shares import EVERYBODY, Condition, Share, of_week
from extract.spans import Span
from extract.timing.words import WEEKLY

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
    # "Ia menyarankan pemerintah daerah tidak terburu-buru memanggil semua pegawai"
    r"|\b(?:menyarankan|mengusulkan|mendesak|berharap)\s+(?:agar\s+)?"
    r"(?:pemerintah|pemda|pemkab|pemkot|pemprov|bupati|wali\s+kota|gubernur)\b"
)
# "Kita ini sedang", "kami": the region speaks of itself although it cites
_OURS = re.compile(
    r"\b(?:kami|kita|pemkot|pemkab|pemprov|pemko|pemda|di\s+lingkungan|pegawainya|asn-nya)\b", re.IGNORECASE
)
_PICKS = re.compile(r"\b(?:artinya|sehingga|maka|jadi|sekarang|kini|saat\s+ini|karena)\b", re.IGNORECASE)
# "Kami masih zona oranye, pegawai masuk semua"
_WE_ARE = re.compile(
    r"\b(?:kami|kita)\s+(?:masih|sudah|sekarang|kini|tetap)\s+(?:di\s+|berada\s+di\s+)?(?:zona|level)\b", re.IGNORECASE
)
# "hari jumat", "kamis dan jumat"
_DAY = re.compile(rf"\b{WORKDAY}\b")
_DAYS_ALONE = re.compile(rf"(?:pada |hari ){{0,2}}{_DAY.pattern}(?:(?:, | dan )(?:hari )?{_DAY.pattern}){{0,3}}")
_JAVA_BALI = frozenset({"31", "32", "33", "34", "35", "36", "51"})  # codes of the provinces
# "OPD lain | 100 persen di kantor", "kantor lainnya tetap masuk | seratus persen": no share of the rule's offices
_OTHER_OFFICES = re.compile(
    r"\b(?:opd|skpd|dinas|kantor|instansi|badan|bagian)(?:-\w+)?\s+(?:yang\s+)?"
    r"(?:lain(?:nya)?|selain\s+(?:itu|\w+\s+\w+\s+(?:itu|tersebut)))\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_OTHERS_REACH = 70  # characters
_THE_OTHERS = re.compile(r"\W*(?:di\s+luar|selain)\s+(?:itu|mereka|ketentuan)\b", re.IGNORECASE)
_BASIS_ORDER = {"stated": 0, "derived": 0, "words": 2, "rotation": 1}


def shares_in_scope(findings: Findings, authority: Authority) -> list[Span[Share]]:
    """Shares in the decision's own sentences; those that only quote a cited decree are left out."""
    indices = {s.index: s for s in authority.sentences}
    kept = []
    for share in findings.shares:
        scoped = indices.get(findings.sentence(share).index)
        if scoped is None or (
            authority.region_code != NATIONAL
            and authority.agency is None
            and _quotes_another(share, scoped, findings, authority)
        ):
            continue
        if scoped.background and (not EARLIER_RULE.match(scoped.sentence.text) or _names_nation(scoped, findings)):
            continue
        begin, end = conceded(scoped.sentence.text)
        if _by_outsider(scoped, findings):
            continue
        if share.rule == "shares.all_office" and _THE_OTHERS.match(scoped.sentence.text):
            continue  # "Di luar itu, seluruh pegawai masuk seperti biasa"
        before = findings.text.text[max(scoped.sentence.start, share.start - _OTHERS_REACH) : share.start]
        if share.value.wfh_pct == 0 and _OTHER_OFFICES.search(before):
            continue
        if findings.is_over(scoped) and not share.value.past:
            continue
        if not begin <= share.start - scoped.sentence.start < end:
            continue
        own = _of_own_part(share, authority.region_code)
        if own is not None:
            kept.append(replace(own, value=replace(own.value, past=True)) if scoped.background else own)
    return kept


def _of_own_part(share: Span[Share], region_code: str) -> Span[Share] | None:
    """A region's share without the part of the country that it lies in; None for the other part.

    "Padang Panjang, yang masuk PPKM darurat luar Jawa-Bali, menetapkan 75 persen": only a national rule parts there.
    """
    parts = {value for kind, value in share.value.conditions if kind == "region"}
    if region_code == NATIONAL or not parts:
        return share
    if ("java_bali" if region_code[:2] in _JAVA_BALI else "outside_java_bali") not in parts:
        return None
    conditions = tuple(c for c in share.value.conditions if c[0] != "region")
    return replace(share, value=replace(share.value, conditions=conditions))


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


def split(
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


def of_offices(
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

    0 where no "tiap Jumat" in the headline or text says that such days come back.
    """
    value = measure.value.conditions[0][1] if len(measure.value.conditions) == 1 else ""
    if measure.value.wfh_pct != EVERYBODY or not _DAYS_ALONE.fullmatch(value):
        return 0
    weekly = WEEKLY.search(findings.article.title or "") or WEEKLY.search(findings.text.text)
    return len(_DAY.findall(value)) if weekly else 0


def _rotation_of(measure: Span[Share], days: int) -> Span[Share]:
    """The share over the week of everybody at home on some of its five days."""
    value = replace(measure.value, wfh_pct=of_week(days), basis="rotation", conditions=())
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
