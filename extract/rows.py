"""The normaliser: a decision's spans become typed rows, and every filled cell its evidence in the text as given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from corpus.regions import Gazetteer, Region
from extract.areas import find_areas
from extract.authority import Authority
from extract.counts import CountValue
from extract.decision import Decision
from extract.decrees.types import Decree
from extract.exceptions import find_exceptions
from extract.findings import Findings
from extract.issuer import find_issuer
from extract.issuer_name import find_issuer_name
from extract.schema import (
    LIST_SEPARATOR,
    ArticleRow,
    CaseCount,
    Evidence,
    EvidenceTable,
    Measure,
    Observation,
    Reading,
    count_id,
    evidence_id,
    measure_id,
    observation_id,
)
from extract.shares import Share
from extract.spans import Span
from extract.trigger import find_trigger

# "berlaku sejak ditetapkan", "efektif mulai tanggal edaran itu diteken"
_THE_DECREE = (
    r"(?:surat\s+edaran|edaran|surat|se|instruksi|keputusan|aturan|pengumuman|maklumat)(?:\s+(?:itu|ini|tersebut))?\s+"
)
_SINCE_SIGNED = re.compile(
    r"\b(?:(?:masa\s+)?berlaku(?:nya)?|efektif|dipedomani|diterapkan|dilaksanakan)"
    rf"\s+(?:sejak|mulai|pada|terhitung)\s+(?:(?:sejak|mulai|tanggal|saat|hari)\s+){{0,2}}(?:{_THE_DECREE})?"
    r"(?:di)?(?:tetapkan|tanda\s?tangani|teken|terbitkan|terbit|keluarkan|keluar|undangkan)(?:nya)?\b"
    # "Kapan mulai efektif? "Sejak tanggal ditetapkan," jawabnya"
    r"|^\W*(?:sejak|terhitung|mulai)\s+(?:tanggal\s+|saat\s+)?di(?:tetapkan|tanda\s?tangani|teken|terbitkan)(?=[,.\"\u201d])",
    re.IGNORECASE,
)


# The file that read a span, for rules that a field names without it
_FIELD = {"region": "regions", "decree": "decrees", "count": "counts", "date": "dates", "share": "shares"}


class RowBuilder:
    """Collects the rows of one article; keys and evidence are numbered in the order of writing."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._id = findings.article.article_id
        self.observations: list[Observation] = []
        self.measures: list[Measure] = []
        self.case_counts: list[CaseCount] = []
        self.evidence: list[Evidence] = []

    def reading(self, row: ArticleRow) -> Reading:
        """Everything collected, with the article's own row."""
        return Reading(
            row, tuple(self.observations), tuple(self.measures), tuple(self.case_counts), tuple(self.evidence)
        )

    def add_observation(self, decision: Decision) -> None:
        """Add a decision's observation and its measures, each cell with its evidence."""
        key = observation_id(self._id, len(self.observations) + 1)
        cells = _Cells()
        _region(cells, decision)
        _decree(cells, decision)
        _what(cells, decision)
        _share(cells, decision.share)
        _when(cells, decision)
        keys = {"observation_id": key, "article_id": self._id}
        self.observations.append(Observation.model_validate({**keys, **cells.values}))
        for column, span in cells.spans:
            self._add_evidence("observations", key, column, span)
        for number, share in enumerate(decision.measures, 1):
            self._add_measure(key, number, share)

    def add_counts(self, counts: Sequence[Span[CountValue]], authority: Authority | None) -> None:
        """Add the case counts of the article, each of its area; `authority` is the one that the article is about."""
        areas = find_areas(self._findings, counts, authority)
        for number, (count, area) in enumerate(zip(counts, areas, strict=True), 1):
            v = count.value
            self.case_counts.append(
                CaseCount(
                    article_id=self._id,
                    count_no=number,
                    region_code=area[0] if area else None,
                    metric=v.metric,
                    population=v.population,
                    value=v.value,
                    approximate=v.approximate,
                    period=v.period,
                )
            )
            key = count_id(self._id, number)
            if area is not None:
                self._add_evidence("case_counts", key, "region_code", area[1])
            for column in ("metric", "population", "value", "approximate", "period"):
                if column != "value" or v.value is not None:
                    self._add_evidence("case_counts", key, column, count)

    def _add_measure(self, key: str, number: int, share: Span[Share]) -> None:
        v = share.value
        self.measures.append(
            Measure(
                observation_id=key,
                measure_no=number,
                wfh_pct=v.wfh_pct,
                wfo_pct=v.wfo_pct,
                pct_bound=v.bound,
                condition_kind=LIST_SEPARATOR.join(kind for kind, _ in v.conditions),
                condition=LIST_SEPARATOR.join(value for _, value in v.conditions),
            )
        )
        for column in ("wfh_pct", "wfo_pct", "pct_bound", "condition_kind", "condition"):
            self._add_evidence("measures", measure_id(key, number), column, share)

    def _add_evidence(self, table: EvidenceTable, row: str, column: str, span: Span[object]) -> None:
        start, end = self._findings.clean.to_source(span.start, span.end)
        self.evidence.append(
            Evidence(
                evidence_id=evidence_id(self._id, len(self.evidence) + 1),
                table=table,
                row_id=row,
                column=column,
                article_id=self._id,
                start=start,
                end=end,
                text=self._findings.article.text[start:end],
                rule=span.rule if "." in span.rule else f"{_FIELD[span.label]}.{span.rule}",
            )
        )


class _Cells:
    """Values of one observation by column, and the spans that support them."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.spans: list[tuple[str, Span[object]]] = []

    def put(self, column: str, value: object, *spans: Span[object]) -> None:
        if value is None or value == ():
            return
        self.values[column] = value
        self.spans += [(column, span) for span in spans]


def _region(cells: _Cells, decision: Decision) -> None:
    day = _policy_date(decision)
    region = region_on(decision.authority.region_code, day)
    mention = decision.authority.mention
    cells.put("region_code", region.code, mention)
    cells.put("region_name", region.name, mention)
    cells.put("region_level", region.level, mention)
    if province := Gazetteer.load().province_of(region):
        cells.put("province_code", province.code, mention)
        cells.put("province_name", province.name, mention)
    cells.put("iso_3166_2", region.iso_3166_2, mention)
    cells.put("bps_code", region.bps_code, mention)


def region_on(code: str, day: date | None) -> Region:
    """The region that `code` means on `day`: Papua's regencies changed province and code in 2022.

    A region that an article names before its law (a plan, a misdated page) stays what it is today.
    """
    gazetteer = Gazetteer.load()
    try:
        return gazetteer.region(code, on=day)
    except KeyError:
        return gazetteer.region(code)


def _policy_date(decision: Decision) -> date | None:
    timing = decision.timing
    return next((s.value for s in (timing.start, timing.announced) if s), decision.findings.base)


def _decree(cells: _Cells, decision: Decision) -> None:
    authority, findings, decree = decision.authority, decision.findings, decision.decree
    level = region_on(authority.region_code, None).level
    issuer = find_issuer(findings, authority, decree, level, unit=bool(decision.units))
    cells.put("issuer_office", issuer.value, issuer)
    if name := find_issuer_name(findings, authority, issuer.value):
        cells.put("issuer_name", name.value, name)
    if decree is not None:
        cells.put("instrument", decree.value.instrument, decree)
        if decree.value.number and decree.value.number_span:
            cells.put("decree_number", decree.value.number, _part(decree, decree.value.number_span, findings))
        if decree.value.title and decree.value.title_span:
            cells.put("decree_title", decree.value.title, _part(decree, decree.value.title_span, findings))
        if signed := _decree_date(decision, decree):
            cells.put("decree_date", signed.value, signed)
    cells.put("legal_basis", tuple(_as_basis(d.value) for d in decision.legal_basis), *decision.legal_basis)
    if decision.amended is not None:
        cells.put("amends", decision.amended.value.number, decision.amended)


def _part(decree: Span[Decree], at: tuple[int, int], findings: Findings) -> Span[object]:
    return Span("decree", at[0], at[1], findings.text.text[at[0] : at[1]], None, decree.rule)


def _as_basis(decree: Decree) -> str:
    return " ".join(part for part in (decree.instrument, decree.issuer_text, decree.number) if part)


def _decree_date(decision: Decision, decree: Span[Decree]) -> Span[date] | None:
    """The day that the deciding instrument bears, as `dates` reads it there; None for a misprint."""
    if decree.value.date_span is None:
        return None
    start, end = decree.value.date_span
    for found in decision.findings.dates:
        if found.start < end and start < found.end and found.value.start and found.value.plausible:
            rule = f"decrees.{decree.value.date_cue or 'date'}+dates.{found.rule}"
            return Span("date", found.start, found.end, found.text, found.value.start, rule)
    return None


def _what(cells: _Cells, decision: Decision) -> None:
    sentences = list(decision.authority.sentences)
    cells.put("action", decision.action.value, decision.action)
    units = decision.units
    cells.put("target", decision.target.value, *(units or (decision.target,)))
    if units:
        cells.put("unit_name", LIST_SEPARATOR.join(u.value for u in units), *units)
    if exceptions := find_exceptions(sentences):
        cells.put("exceptions", LIST_SEPARATOR.join(e.value for e in exceptions), *exceptions)
    if trigger := find_trigger(
        list(decision.findings.sentences), decision.findings.article.title, _policy_date(decision)
    ):
        cells.put("trigger", trigger.value, trigger)


def _share(cells: _Cells, share: Span[Share] | None) -> None:
    if share is None:
        return
    cells.put("wfh_pct", share.value.wfh_pct, share)
    cells.put("wfo_pct", share.value.wfo_pct, share)
    cells.put("pct_basis", share.value.basis, share)
    cells.put("pct_bound", share.value.bound, share)


def _from_decree(cells: _Cells, decision: Decision) -> Span[date] | None:
    """ "berlaku sejak ditetapkan": the decree's own date is the first day, where it is printed."""
    signed = cells.values.get("decree_date")
    if (
        not isinstance(signed, date)
        or decision.action.value == "reject"
        or (decision.timing.end and decision.timing.end.value < signed)
    ):
        return None
    for scoped in decision.authority.sentences:
        if m := _SINCE_SIGNED.search(scoped.sentence.text):
            at = scoped.sentence.start
            return Span("date", at + m.start(), at + m.end(), m.group(), signed, "timing.since_signed")
    return None


def _when(cells: _Cells, decision: Decision) -> None:
    timing, published = decision.timing, decision.findings.published
    if timing.announced:
        cells.put("announced_date", timing.announced.value, timing.announced)
    elif published.source in {"metadata", "url", "dateline"}:
        cells.put("announced_date", published.date)
    elif told := next(
        (
            d
            for d in decision.findings.dates
            if d.value.kind == "day" and d.value.start == published.date and d.value.weekday is not None
        ),
        None,
    ):
        cells.put("announced_date", published.date, told)
    start = timing.start or _from_decree(cells, decision)
    if start:
        cells.put("start_date", start.value, start)
    if timing.end:
        cells.put("end_date", timing.end.value, timing.end)
    if timing.end_kind:
        cells.put("end_kind", timing.end_kind.value, timing.end_kind)
