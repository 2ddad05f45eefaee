"""What a row accepts and refuses."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extract.schema import (
    TABLES,
    ArticleRow,
    CaseCount,
    Evidence,
    Measure,
    Observation,
    Reading,
    columns,
    count_id,
    evidence_id,
    measure_id,
    observation_id,
)

# The codebook's tables, column by column: the header of a CSV file is what people's scripts rely on
HEADERS = {
    "policies": "policy_id region_code region_name region_level province_code province_name iso_3166_2 bps_code "
    "issuer_office issuer_name instrument decree_number decree_date decree_title legal_basis amends action target "
    "unit_name wfh_pct wfo_pct pct_basis pct_bound exceptions announced_date start_date end_date end_kind trigger "
    "confidence in_force_from in_force_to n_articles first_reported last_reported sources conflicts superseded_by",
    "panel": "region_code date region_name bps_code wfh_pct pct_bound target source_policy_id inherited_from c2 "
    "c2_flag assumed",
    "articles": "article_id source_id source_path url outlet title published published_from language relevance status "
    "reason duplicate_of content_id",
    "observations": "observation_id article_id policy_id region_code region_name region_level province_code "
    "province_name iso_3166_2 bps_code issuer_office issuer_name instrument decree_number decree_date decree_title "
    "legal_basis amends action target unit_name wfh_pct wfo_pct pct_basis pct_bound exceptions announced_date "
    "start_date end_date end_kind trigger confidence",
    "measures": "observation_id measure_no wfh_pct wfo_pct pct_bound condition_kind condition",
    "case_counts": "article_id count_no region_code metric population value approximate period as_of",
    "evidence": "evidence_id table row_id column article_id start end text rule confidence",
}


def observation(**cells: Any) -> Observation:
    return Observation(observation_id="a-1", article_id="a", **cells)


def measure(**cells: Any) -> Measure:
    given = {"observation_id": "a-1", "measure_no": 1, "wfh_pct": 50, "condition_kind": "general"}
    return Measure.model_validate(given | cells)


def count(**cells: Any) -> CaseCount:
    return CaseCount.model_validate({"article_id": "a", "count_no": 1, "metric": "died", "value": 3} | cells)


def article(**cells: Any) -> ArticleRow:
    return ArticleRow.model_validate({"article_id": "a", "source_id": "7", "status": "extracted"} | cells)


def evidence(**cells: Any) -> Evidence:
    span = {"article_id": "a", "start": 4, "end": 8, "text": "Bima", "rule": "regions.city"}
    cell = {"evidence_id": "a-e1", "table": "observations", "row_id": "a-1", "column": "region_code"}
    return Evidence.model_validate(cell | span | cells)


def test_tables_are_the_codebooks() -> None:
    assert {table: " ".join(column.name for column in columns(table)) for table in TABLES} == HEADERS


def test_every_column_is_described() -> None:
    described = [column for table in TABLES for column in columns(table)]
    assert all(column.description for column in described)
    assert not any(column.description.endswith(".") for column in described)


@pytest.mark.parametrize(
    ("table", "name", "kind", "required"),
    [
        ("observations", "region_code", "string", False),
        ("observations", "legal_basis", "list", False),
        ("observations", "wfh_pct", "number", False),
        ("observations", "start_date", "date", False),
        ("observations", "article_id", "string", True),
        ("measures", "measure_no", "integer", True),
        ("case_counts", "approximate", "boolean", True),
        ("case_counts", "value", "integer", False),
        ("evidence", "start", "integer", True),
    ],
)
def test_column_kinds(table: str, name: str, kind: str, required: bool) -> None:
    (column,) = (column for column in columns(table) if column.name == name)
    assert (column.kind, column.required) == (kind, required)


def test_allowed_values_are_listed() -> None:
    (level,) = (column for column in columns("observations") if column.name == "region_level")
    assert level.values == ("national", "province", "regency", "city")


def test_only_words_from_outside_are_free_text() -> None:
    free = {f"{table}.{column.name}" for table in TABLES for column in columns(table) if column.free_text}
    assert {"articles.title", "articles.url", "observations.decree_title", "measures.condition"} <= free
    assert not free & {"evidence.text", "articles.source_id", "articles.article_id", "observations.region_code"}


def test_unknown_table() -> None:
    with pytest.raises(KeyError):
        columns("polices")


@pytest.mark.parametrize(
    "cells",
    [
        {"wfh_pct": 75, "wfo_pct": 25},
        {"wfh_pct": 66.67, "wfo_pct": 33.33},
        {"wfh_pct": 66.666666, "wfo_pct": 33.333333},
        {"wfh_pct": 0},
        {"pct_bound": "range"},
        {"region_code": "00", "region_level": "national"},
        {"region_code": "53", "region_level": "province"},
        {"region_code": "53.71", "region_level": "city"},
        {"region_code": "53.04", "region_level": "regency"},
        {"region_code": "53.71"},
        {"iso_3166_2": "ID-NT", "bps_code": "5371", "province_code": "53"},
        {"start_date": "2021-06-29", "end_date": "2021-06-29"},
        {"end_date": "2021-06-29"},
        {"confidence": 1},
        {"legal_basis": ["surat_edaran minister 58/2020", "instruksi minister 1/2021"]},
    ],
)
def test_observation_accepts(cells: dict[str, Any]) -> None:
    made = observation(**cells)
    assert {name for name in cells if getattr(made, name) in {None, ()}} == set()


@pytest.mark.parametrize(
    "cells",
    [
        {"wfh_pct": 101},
        {"wfh_pct": -1},
        {"wfo_pct": float("nan")},
        {"wfh_pct": 75, "wfo_pct": 30},
        {"pct_bound": "min"},
        {"pct_basis": "stated", "wfo_pct": 50},
        {"region_code": "5371"},
        {"region_code": "53.7"},
        {"region_code": "\u0665\u0663"},  # Arabic digits are digits too, but no code
        {"region_code": "53.71\n"},
        {"region_code": "53", "region_level": "city"},
        {"region_code": "00", "region_level": "province"},
        {"region_code": "53.71", "region_level": "province"},
        {"iso_3166_2": "NT"},
        {"bps_code": "537"},
        {"action": "introduce"},
        {"target": "ASN"},
        {"start_date": "2021-06-29", "end_date": "2021-06-28"},
        {"start_date": "29/6/2021"},
        {"confidence": 1.1},
        {"wfh": 75},
        {"legal_basis": "58/2020"},
    ],
)
def test_observation_refuses(cells: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        observation(**cells)


@pytest.mark.parametrize(
    "cells",
    [
        {"condition_kind": "sector", "condition": "non_essential"},
        {"condition_kind": "sector; ppkm_level; region", "condition": "non_essential; 3; java_bali"},
        {"wfh_pct": None, "wfo_pct": 25},
    ],
)
def test_measure_accepts(cells: dict[str, Any]) -> None:
    measure(**cells)


@pytest.mark.parametrize(
    "cells",
    [
        {"wfh_pct": None},
        {"measure_no": 0},
        {"condition_kind": ""},
        {"condition_kind": "colour"},
        {"condition_kind": "ppkm_level; sector"},
        {"condition_kind": "sector; sector"},
        {"condition_kind": "sector, zone"},
        {"wfo_pct": 60},
    ],
)
def test_measure_refuses(cells: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        measure(**cells)


@pytest.mark.parametrize(
    "cells",
    [{"value": 0}, {"value": None, "approximate": True}, {"region_code": "53.71.01"}, {"as_of": dt.date(2021, 6, 28)}],
)
def test_count_accepts(cells: dict[str, Any]) -> None:
    count(**cells)


@pytest.mark.parametrize(
    "cells",
    [{"value": None}, {"value": -1}, {"value": 1.5}, {"value": 2**63}, {"metric": "positive"}, {"period": "daily"}],
)
def test_count_refuses(cells: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        count(**cells)


@pytest.mark.parametrize(
    "cells",
    [
        {"status": "irrelevant", "reason": "no word about working from home"},
        {"status": "duplicate", "reason": "same text and title", "duplicate_of": "b"},
        {"published": "2021-06-28", "published_from": "url"},
    ],
)
def test_article_accepts(cells: dict[str, Any]) -> None:
    article(**cells)


@pytest.mark.parametrize(
    "cells",
    [
        {"status": "irrelevant"},
        {"status": "rejected", "reason": ""},
        {"status": "duplicate", "reason": "same text and title"},
        {"duplicate_of": "b"},
        {"published_from": "url"},
        {"source_id": ""},
    ],
)
def test_article_refuses(cells: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        article(**cells)


@pytest.mark.parametrize(
    "cells",
    [
        {"start": -1, "end": 3},
        {"start": 8, "end": 4},
        {"end": 9},
        {"end": 4, "text": ""},
        {"table": "policies"},
        {"column": "region"},
        {"table": "measures"},
        {"rule": ""},
    ],
)
def test_evidence_refuses(cells: dict[str, Any]) -> None:
    evidence()
    with pytest.raises(ValidationError):
        evidence(**cells)


def test_rows_cannot_be_changed() -> None:
    row = observation(wfh_pct=50)
    with pytest.raises(ValidationError):
        setattr(row, "wfh_pct", 60)  # noqa: B010 - mypy knows that it cannot be assigned


def test_an_empty_string_is_no_value() -> None:
    assert article(title="", url="").title is None


def test_half_a_surrogate_pair_is_replaced() -> None:
    assert article(title="Bima \ud83d").title == "Bima \ufffd"


def test_a_reading_gives_its_rows_by_table() -> None:
    reading = Reading(article(), (observation(),), (measure(),), (count(),), (evidence(),))
    assert [reading.rows(table) for table in TABLES] == [
        (),  # policies and panel are made from all readings
        (),
        (article(),),
        (observation(),),
        (measure(),),
        (count(),),
        (evidence(),),
    ]


@given(st.sampled_from(["e29713c46e8dcbc7", "e29713c46e8dcbc7-2"]), st.integers(1, 99), st.integers(1, 99))
def test_ids_of_one_table_never_meet(article_id: str, first: int, second: int) -> None:
    for make in (observation_id, evidence_id, measure_id, count_id):
        assert (make(article_id, first) == make(article_id, second)) == (first == second)
        assert make("e29713c46e8dcbc7", first) != make("e29713c46e8dcbc7-2", second)


@given(st.floats(0, 100))
def test_a_share_and_its_rest_always_fit(wfh: float) -> None:
    made = observation(wfh_pct=wfh, wfo_pct=100 - wfh)
    assert made.wfh_pct == pytest.approx(wfh, abs=0.005)
