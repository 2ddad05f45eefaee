"""The rows that edaran publishes: one frozen model for each table of the codebook.

The models are the only place where a column's name, type, place, allowed values and description are written down. The
CSV header, the Parquet schema and the documentation are all made from `columns`.

A value is checked when a row is made, so a row that exists is a row that may be published:

>>> Measure(observation_id="a-1", measure_no=1, wfh_pct=75, wfo_pct=25, condition_kind="sector", condition="essential")
Measure(observation_id='a-1', measure_no=1, wfh_pct=75.0, wfo_pct=25.0, pct_bound=None, condition_kind='sector', \
condition='essential')
>>> Measure(observation_id="a-1", measure_no=1, wfh_pct=75, wfo_pct=30, condition_kind="general")
Traceback (most recent call last):
...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Measure
  Value error, wfh_pct 75 and wfo_pct 30 do not add up to 100 [type=value_error, ...]
...
"""

from __future__ import annotations

import datetime as dt
import re
import types
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Annotated, Any, Literal, Self, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    Base64Bytes,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo

from corpus.language import Language

RegionLevel = Literal["national", "province", "regency", "city"]
IssuerOffice = Literal["president", "minister", "governor", "regent", "mayor", "regional_secretary", "agency", "other"]
Instrument = Literal["surat_edaran", "keputusan", "instruksi", "peraturan", "surat", "other"]
Action = Literal["impose", "extend", "tighten", "relax", "end", "reject", "plan"]
Target = Literal["asn", "private", "all", "unit"]
PctBasis = Literal["stated", "derived", "words", "rotation"]
PctBound = Literal["exact", "max", "min", "range"]
EndKind = Literal["date", "duration", "open", "event"]
Trigger = Literal[
    "covid19", "air_pollution", "holiday_traffic", "unrest", "disaster", "efficiency", "energy", "event", "other"
]
ConditionKind = Literal["sector", "ppkm_level", "zone", "region", "rank", "group", "unit", "period", "general"]
Metric = Literal["confirmed", "active", "recovered", "died", "suspected", "close_contact"]
Population = Literal["general", "asn", "officials", "health_workers", "students", "other"]
Period = Literal["cumulative", "new", "current"]
PublishedFrom = Literal["metadata", "url", "dateline", "text"]
Status = Literal["extracted", "irrelevant", "duplicate", "rejected"]
EvidenceTable = Literal["articles", "observations", "measures", "case_counts"]

Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False), AfterValidator(partial(round, ndigits=2))]
Probability = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), AfterValidator(partial(round, ndigits=4))]
Number = Annotated[int, Field(ge=1)]
Offset = Annotated[int, Field(ge=0)]
Count = Annotated[int, Field(ge=0, lt=2**63)]
OxcgrtC2 = Annotated[int, Field(ge=0, le=3)]
OxcgrtFlag = Annotated[int, Field(ge=0, le=1)]
RegionCode = Annotated[str, Field(pattern=r"^[0-9]{2}(\.[0-9]{2})?$")]  # 53, 53.71
AreaCode = Annotated[str, Field(pattern=r"^[0-9]{2}(\.[0-9]{2}){0,2}$")]  # down to the kecamatan: 53.71.01
ProvinceCode = Annotated[str, Field(pattern=r"^[0-9]{2}$")]
BpsCode = Annotated[str, Field(pattern=r"^[0-9]{2}([0-9]{2})?$")]  # 53, 5371
IsoCode = Annotated[str, Field(pattern=r"^ID(-[A-Z]{2})?$")]  # ID-NT; ID for the country

LIST_SEPARATOR = "; "
CONDITION_KINDS: tuple[str, ...] = get_args(ConditionKind)
"""Condition kinds in the order in which a compound condition joins them."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_FREE_TEXT: dict[str, JsonValue] = {"free_text": True}
_PERCENT_SLACK = 0.02  # 33.33 and 66.67 are printed rounded


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


class Row(BaseModel):
    """A row of a published table.

    An empty string is the same as no value. Half a surrogate pair, which JSON can smuggle in and UTF-8 cannot write,
    becomes U+FFFD.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _tidy(cls, value: object) -> object:
        return without_surrogates(value) or None if isinstance(value, str) else value


class ArticleRow(Row):
    """One input article, also one that gave nothing; then `reason` says why."""

    article_id: str = Field(description="Key: a hash of the article's content")
    source_id: str = Field(description="The article's id in the dump")
    source_path: str | None = Field(
        default=None, description="The file that the article came from", json_schema_extra=_FREE_TEXT
    )
    url: str | None = Field(
        default=None, description="Address of the article, as in the dump", json_schema_extra=_FREE_TEXT
    )
    outlet: str | None = Field(
        default=None, description="The outlet that published the article", json_schema_extra=_FREE_TEXT
    )
    title: str | None = Field(
        default=None,
        description="Headline, as in the dump; in CSV an apostrophe stands before what a spreadsheet would run",
        json_schema_extra=_FREE_TEXT,
    )
    published: dt.date | None = Field(default=None, description="Day of publication")
    published_from: PublishedFrom | None = Field(default=None, description="Where the day of publication was read")
    language: Language | None = Field(
        default=None,
        description="Language of the text, ISO 639-1; empty for others, where too few words tell, and where the article"
        " names neither working from home nor COVID-19",
    )
    relevance: Probability | None = Field(
        default=None, description="How likely the article reports a regional WFH policy"
    )
    status: Status = Field(description="What became of the article")
    reason: str | None = Field(
        default=None, description="Why the article gave no observation", json_schema_extra=_FREE_TEXT
    )
    duplicate_of: str | None = Field(
        default=None, description="article_id of the article that says the same and stays: `reason` tells how nearly"
    )
    content_id: str | None = Field(
        default=None,
        description="A hash of title and text without page furniture: exact copies have the same; empty where the"
        " article names neither working from home nor COVID-19, or could not be read",
    )

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if (self.status == "duplicate") != (self.duplicate_of is not None):
            raise ValueError("duplicate_of is filled for the status 'duplicate' and only for it")
        if self.status != "extracted" and self.reason is None:
            raise ValueError(f"an article with the status {self.status!r} needs a reason")
        if self.published is None and self.published_from is not None:
            raise ValueError("published_from without published")
        return self


class Decision(Row):
    """The cells of a decision, as one article reports them or as all reports of it agree."""

    region_code: RegionCode | None = Field(default=None, description="Kemendagri code of the region; 00 is Indonesia")
    region_name: str | None = Field(default=None, description="Official name of the region")
    region_level: RegionLevel | None = Field(default=None, description="Level of the region")
    province_code: ProvinceCode | None = Field(
        default=None, description="Kemendagri code of the province on the policy's date"
    )
    province_name: str | None = Field(default=None, description="Name of the province on the policy's date")
    iso_3166_2: IsoCode | None = Field(default=None, description="ISO 3166-2 code of the province")
    bps_code: BpsCode | None = Field(default=None, description="BPS (statistics office) code of the region")
    issuer_office: IssuerOffice | None = Field(default=None, description="Office in whose name the rule is made")
    issuer_name: str | None = Field(
        default=None,
        description="The issuer's name as printed, without titles and degrees",
        json_schema_extra=_FREE_TEXT,
    )
    instrument: Instrument | None = Field(default=None, description="Kind of the deciding instrument")
    decree_number: str | None = Field(
        default=None, description="Number of the deciding instrument", json_schema_extra=_FREE_TEXT
    )
    decree_date: dt.date | None = Field(default=None, description="The date that the instrument bears")
    decree_title: str | None = Field(
        default=None, description="What stands after 'tentang'", json_schema_extra=_FREE_TEXT
    )
    legal_basis: tuple[str, ...] = Field(
        default=(),
        description="Instruments cited as ground, each as instrument, issuer and number",
        json_schema_extra=_FREE_TEXT,
    )
    amends: str | None = Field(
        default=None,
        description="Number of the instrument that is extended, changed or revoked",
        json_schema_extra=_FREE_TEXT,
    )
    action: Action | None = Field(default=None, description="What the decision does")
    target: Target | None = Field(default=None, description="Whose work it rules")
    unit_name: str | None = Field(
        default=None, description="The office or offices, when target is 'unit'", json_schema_extra=_FREE_TEXT
    )
    wfh_pct: Percent | None = Field(default=None, description="General share working from home, in percent")
    wfo_pct: Percent | None = Field(default=None, description="General share working from the office, in percent")
    pct_basis: PctBasis | None = Field(default=None, description="How the WFH share is stated")
    pct_bound: PctBound | None = Field(default=None, description="Whether the WFH share is exact or a bound")
    exceptions: str | None = Field(default=None, description="Who is exempt, as printed", json_schema_extra=_FREE_TEXT)
    announced_date: dt.date | None = Field(
        default=None,
        description="The day the decision was made public: as told, else the day of publication, then without evidence",
    )
    start_date: dt.date | None = Field(default=None, description="First day in force")
    end_date: dt.date | None = Field(default=None, description="Last day in force")
    end_kind: EndKind | None = Field(default=None, description="How the end is stated")
    trigger: Trigger | None = Field(
        default=None,
        description="Why the policy was made; from March 2020 to 2022 `covid19` where no other cause is told",
    )
    confidence: Probability | None = Field(
        default=None,
        description="How likely the decision is real and its key cells right, as far as filled: region_code, action, "
        "wfh_pct, start_date, end_date",
    )

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _check_shares(self.wfh_pct, self.wfo_pct)
        if self.wfh_pct is None and (self.pct_basis or self.pct_bound not in {None, "range"}):
            raise ValueError("pct_basis and pct_bound need a wfh_pct")
        if self.start_date and self.end_date and self.end_date < self.start_date:
            raise ValueError(f"end_date {self.end_date} is before start_date {self.start_date}")
        if self.region_code and self.region_level and self.region_level not in _levels_of(self.region_code):
            raise ValueError(f"region_code {self.region_code} is not of the level {self.region_level!r}")
        return self


class _ObservationKeys(Row):
    observation_id: str = Field(description="Key")
    article_id: str = Field(description="The article that reports the decision")
    policy_id: str | None = Field(default=None, description="The policy that this report was joined to")


# pydantic takes the fields of the last base first, so that the keys lead the published columns
class Observation(Decision, _ObservationKeys):
    """One article's report of one policy decision for one region."""


class _PolicyKey(Row):
    policy_id: str = Field(description="Key: region, first day in force, and a number where there are several")


class Policy(Decision, _PolicyKey):
    """One policy decision by one authority for one region, joined from all articles that report it."""

    in_force_from: dt.date | None = Field(
        default=None, description="First day in force: `start_date`, else as the rules of lives derive it"
    )
    in_force_to: dt.date | None = Field(
        default=None,
        description="Last day in force: as told, or the day before the policy that followed; empty where nobody tells",
    )
    n_articles: Number = Field(description="How many articles report it, copies of an article included")
    first_reported: dt.date | None = Field(default=None, description="Day of the first report")
    last_reported: dt.date | None = Field(default=None, description="Day of the last report")
    sources: tuple[str, ...] = Field(
        default=(), description="Outlets that report it, or hosts of their pages", json_schema_extra=_FREE_TEXT
    )
    conflicts: tuple[str, ...] = Field(default=(), description="Columns on which the reports disagree")
    superseded_by: str | None = Field(default=None, description="policy_id of the policy that follows it")


class PanelDay(Row):
    """One region on one day on which a rule is in force, the region's own or one that it inherits."""

    region_code: RegionCode = Field(description="Kemendagri code of the region on that day; 00 is Indonesia")
    date: dt.date = Field(description="The day")
    region_name: str = Field(description="Official name of the region")
    bps_code: BpsCode | None = Field(default=None, description="BPS (statistics office) code of the region")
    wfh_pct: Percent | None = Field(
        default=None, description="Share working from home in force, in percent; empty where no report gives one"
    )
    pct_bound: PctBound | None = Field(default=None, description="Whether the share is exact or a bound")
    target: Target | None = Field(default=None, description="Whose work the rule in force rules")
    source_policy_id: str | None = Field(default=None, description="The policy in force; empty where there is none")
    inherited_from: RegionCode | None = Field(
        default=None, description="The province or nation whose rule it is, where the region has none of its own"
    )
    c2: OxcgrtC2 = Field(description="OxCGRT C2, workplace closing: 0 none, 1 recommended, 2 some, 3 all but essential")
    c2_flag: OxcgrtFlag | None = Field(
        default=None, description="OxCGRT flag of C2: 0 targeted to a part of the region, 1 general; empty for C2 0"
    )
    assumed: bool = Field(
        default=False,
        description="Whether the rule is only taken to go on: nobody tells its end, nobody reports it still",
    )


class Measure(Row):
    """One share under one condition of an observation; `condition_kind` may be compound ("sector; ppkm_level")."""

    observation_id: str = Field(description="The observation that the measure belongs to")
    measure_no: Number = Field(description="Number of the measure within its observation, from 1")
    wfh_pct: Percent | None = Field(default=None, description="Share working from home under the condition, in percent")
    wfo_pct: Percent | None = Field(
        default=None, description="Share working from the office under the condition, in percent"
    )
    pct_bound: PctBound | None = Field(default=None, description="Whether the WFH share is exact or a bound")
    condition_kind: str = Field(description="What the share depends on: one or more of " + ", ".join(CONDITION_KINDS))
    condition: str | None = Field(
        default=None, description="The condition itself, one part for each kind", json_schema_extra=_FREE_TEXT
    )

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _check_shares(self.wfh_pct, self.wfo_pct)
        if self.wfh_pct is None and self.wfo_pct is None:
            raise ValueError("a measure needs a share")
        kinds = self.condition_kind.split(LIST_SEPARATOR)
        if unknown := [kind for kind in kinds if kind not in CONDITION_KINDS]:
            raise ValueError(f"unknown condition_kind {unknown[0]!r}")
        if kinds != sorted(set(kinds), key=CONDITION_KINDS.index):
            raise ValueError(f"condition_kind {self.condition_kind!r} is not in the codebook's order")
        return self


class CaseCount(Row):
    """One COVID-19 count that an article states."""

    article_id: str = Field(description="The article that states the count")
    count_no: Number = Field(description="Number of the count within its article, from 1")
    region_code: AreaCode | None = Field(default=None, description="Kemendagri code of the area counted")
    metric: Metric = Field(description="What is counted")
    population: Population = Field(default="general", description="Among whom")
    value: Count | None = Field(default=None, description="The count; empty for 'puluhan'")
    approximate: bool = Field(default=False, description="Whether the article gives the count as approximate")
    period: Period | None = Field(default=None, description="Since the beginning, newly added, or at the moment")
    as_of: dt.date | None = Field(default=None, description="The day of the count")

    @model_validator(mode="after")
    def _has_value(self) -> Self:
        if self.value is None and not self.approximate:
            raise ValueError("only an approximate count may go without a value")
        return self


class Evidence(Row):
    """One text span that supports one cell of another table: `source_text[start:end] == text`."""

    evidence_id: str = Field(description="Key")
    table: EvidenceTable = Field(description="Table of the cell")
    row_id: str = Field(description="Key of the row: see `measure_id` and `count_id` for keys of two columns")
    column: str = Field(description="Column of the cell")
    article_id: str = Field(description="The article that the span stands in")
    start: Offset = Field(description="First character of the span in the article's text as it was given")
    end: Offset = Field(description="The character after the span")
    text: str = Field(description="The span, character for character")
    rule: str = Field(description="The pattern or model that read it")
    confidence: Probability | None = Field(
        default=None, description="How likely the cell is right; empty for columns without labelled examples"
    )

    @model_validator(mode="after")
    def _points_to_a_cell(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"the span {self.start} to {self.end} is not as long as its text")
        if self.column not in TABLES[self.table].model_fields:
            raise ValueError(f"the table {self.table} has no column {self.column!r}")
        return self


TABLES: dict[str, type[Row]] = {
    "policies": Policy,
    "panel": PanelDay,
    "articles": ArticleRow,
    "observations": Observation,
    "measures": Measure,
    "case_counts": CaseCount,
    "evidence": Evidence,
}
"""Every table of a run, by name, in the order in which they are written."""
KEYS: dict[str, tuple[str, ...]] = {
    "policies": ("policy_id",),
    "panel": ("region_code", "date"),
    "articles": ("article_id",),
    "observations": ("observation_id",),
    "measures": ("observation_id", "measure_no"),
    "case_counts": ("article_id", "count_no"),
    "evidence": ("evidence_id",),
}
"""The columns that together name a row, by table."""
REFERENCES: dict[str, dict[str, str]] = {
    "policies": {"superseded_by": "policies"},
    "panel": {"source_policy_id": "policies"},
    "articles": {"duplicate_of": "articles"},
    "observations": {"article_id": "articles", "policy_id": "policies"},
    "measures": {"observation_id": "observations"},
    "case_counts": {"article_id": "articles"},
    "evidence": {"article_id": "articles"},
}
"""Columns that hold the key of another table's row, by table: the table that they refer to."""


SINGLE = (
    "issuer_office",
    "instrument",
    "decree_number",
    "decree_date",
    "action",
    "target",
    "wfh_pct",
    "wfo_pct",
    "pct_bound",
    "announced_date",
    "start_date",
    "end_date",
    "end_kind",
    "trigger",
)
"""The columns of an observation with one value each that gold labels tell; names and titles have no gold."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article gave: its own row and the rows read out of it.

    `fingerprint` is what near copies are found by (`corpus.duplicates`), for articles that name working from home.
    """

    article: ArticleRow
    observations: tuple[Observation, ...] = ()
    measures: tuple[Measure, ...] = ()
    case_counts: tuple[CaseCount, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    fingerprint: Base64Bytes = b""

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows for one of `TABLES`; none for those that are made from all readings."""
        rows: tuple[Row, ...] = (self.article,) if table == "articles" else getattr(self, table, ())
        return rows


def observation_id(article_id: str, number: int) -> str:
    """Key of an article's n-th observation.

    >>> observation_id("e29713c46e8dcbc7", 1)
    'e29713c46e8dcbc7-1'
    """
    return f"{article_id}-{number}"


def evidence_id(article_id: str, number: int) -> str:
    """Key of an article's n-th piece of evidence.

    >>> evidence_id("e29713c46e8dcbc7", 12)
    'e29713c46e8dcbc7-e12'
    """
    return f"{article_id}-e{number}"


def measure_id(observation: str, number: int) -> str:
    """`row_id` by which evidence refers to a measure.

    >>> measure_id("e29713c46e8dcbc7-1", 2)
    'e29713c46e8dcbc7-1#2'
    """
    return f"{observation}#{number}"


def count_id(article_id: str, number: int) -> str:
    """`row_id` by which evidence refers to a case count.

    >>> count_id("e29713c46e8dcbc7", 3)
    'e29713c46e8dcbc7#3'
    """
    return f"{article_id}#{number}"


Kind = Literal["string", "date", "number", "integer", "boolean", "list"]
_KINDS: dict[type, Kind] = {str: "string", dt.date: "date", float: "number", int: "integer", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column as its table's model declares it.

    `values` are the allowed ones, empty when any is allowed; `required` columns are never empty; `free_text` columns
    hold words from outside that nothing is joined or sliced by, so that CSV may defuse them for spreadsheets.
    `minimum`, `maximum` and `pattern` bound the values; None where nothing does.
    """

    name: str
    kind: Kind
    description: str
    values: tuple[str, ...] = ()
    required: bool = False
    free_text: bool = False
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of one of `TABLES`, in their published order.

    >>> [column.name for column in columns("measures")]
    ['observation_id', 'measure_no', 'wfh_pct', 'wfo_pct', 'pct_bound', 'condition_kind', 'condition']
    >>> columns("case_counts")[7]
    Column(name='period', kind='string', description='Since the beginning, newly added, or at the moment', \
values=('cumulative', 'new', 'current'), required=False, free_text=False, minimum=None, maximum=None, pattern=None)

    Raises `KeyError` for a table that does not exist.
    """
    return columns_of(TABLES[table])


def columns_of(model: type[Row]) -> tuple[Column, ...]:
    """The columns of a model that is no table of a run."""
    return tuple(_column(name, info) for name, info in model.model_fields.items())


def _column(name: str, info: Any) -> Column:
    kind, values, optional = _unwrap(info.annotation)
    extra = info.json_schema_extra or {}
    required, free_text = not optional and kind != "list", bool(extra.get("free_text", False))
    return Column(
        name, kind, info.description, values, required, free_text, *_bounds([*info.metadata, info.annotation])
    )


def _bounds(declared: Sequence[Any]) -> tuple[float | None, float | None, str | None]:
    """Minimum, maximum and pattern that an annotation such as `Percent | None` declares."""
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    for item in declared:
        if get_origin(item) is not None or isinstance(item, FieldInfo):
            least, most, form = _bounds(item.metadata if isinstance(item, FieldInfo) else get_args(item))
        else:
            above = getattr(item, "lt", None)
            least, most = getattr(item, "ge", None), getattr(item, "le", above and above - 1)
            form = getattr(item, "pattern", None)
        minimum = minimum if least is None else least
        maximum = maximum if most is None else most
        pattern = pattern if form is None else form
    return minimum, maximum, pattern


def _unwrap(annotation: Any) -> tuple[Kind, tuple[str, ...], bool]:
    """Kind, allowed values and optionality of an annotation such as `Annotated[float, ...] | None`."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        (inner,) = (argument for argument in arguments if argument is not type(None))
        kind, values, _ = _unwrap(inner)
        return kind, values, True
    if origin is Annotated:
        return _unwrap(arguments[0])
    if origin is Literal:
        return "string", arguments, False
    if origin is tuple:
        return "list", (), False
    return _KINDS[annotation], (), False


def _check_shares(wfh: float | None, wfo: float | None) -> None:
    if wfh is not None and wfo is not None and abs(wfh + wfo - 100) > _PERCENT_SLACK:
        raise ValueError(f"wfh_pct {wfh:g} and wfo_pct {wfo:g} do not add up to 100")


def _levels_of(region_code: str) -> tuple[str, ...]:
    if region_code == "00":
        return ("national",)
    return ("province",) if len(region_code) == 2 else ("regency", "city")
