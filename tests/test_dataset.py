"""Readings to files and back."""

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.dataset import read_dataset, to_frames, write_dataset
from extract.fingerprints import FINGERPRINTS
from extract.schema import TABLES, ArticleRow, CaseCount, Evidence, Measure, Observation, Reading, columns


def observation(number: int = 1, **cells: Any) -> Observation:
    return Observation.model_validate({"observation_id": f"b-{number}", "article_id": "b"} | cells)


def reading(article_id: str = "b", **rows: Any) -> Reading:
    cells = {"article_id": article_id, "source_id": "7", "status": "extracted"} | rows.pop("article", {})
    return Reading(ArticleRow.model_validate(cells), **rows)


def evidence(text: str) -> Evidence:
    return Evidence(
        evidence_id="b-e1",
        table="observations",
        row_id="b-1",
        column="region_code",
        article_id="b",
        start=0,
        end=len(text),
        text=text,
        rule="regions.city",
    )


FULL = reading(
    article={"title": "Bima kembali ke kantor", "published": dt.date(2021, 6, 28), "published_from": "metadata"},
    observations=(
        observation(
            region_code="52.72",
            region_level="city",
            legal_basis=("surat_edaran minister 58/2020", "instruksi minister 1/2021"),
            wfh_pct=66.67,
            wfo_pct=33.33,
            start_date=dt.date(2021, 6, 29),
            confidence=0.8125,
        ),
    ),
    measures=(Measure(observation_id="b-1", measure_no=1, wfh_pct=75, condition_kind="zone", condition="red"),),
    case_counts=(
        CaseCount(article_id="b", count_no=1, metric="died", value=3),
        CaseCount(article_id="b", count_no=2, metric="active", approximate=True),
    ),
    evidence=(evidence("Kota Bima"),),
)


def lines(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_has_every_table_twice_and_nothing_else(tmp_path: Path) -> None:
    files = write_dataset([FULL], tmp_path / "new" / "out").files
    assert sorted(files) == sorted((tmp_path / "new" / "out").iterdir())
    tables = {f"{table}.{suffix}" for table in TABLES for suffix in ("csv", "parquet")}
    assert {file.name for file in files} == tables | {"datapackage.json", FINGERPRINTS}


def test_csv_prints_cells_plainly(tmp_path: Path) -> None:
    write_dataset([FULL], tmp_path)
    (row,) = lines(tmp_path, "observations")
    assert row["region_code"] == "52.72"
    assert (row["wfh_pct"], row["wfo_pct"], row["confidence"]) == ("66.67", "33.33", "0.8125")
    assert row["start_date"] == "2021-06-29"
    assert row["end_date"] == ""
    assert row["legal_basis"] == "surat_edaran minister 58/2020; instruksi minister 1/2021"
    assert lines(tmp_path, "measures")[0]["wfh_pct"] == "75"
    counts = lines(tmp_path, "case_counts")
    assert [(count["value"], count["approximate"]) for count in counts] == [("3", "false"), ("", "true")]


def test_csv_bytes(tmp_path: Path) -> None:
    write_dataset([reading(article={"title": 'Kata "libur", kata\u00e9\nwarga'})], tmp_path)
    content = (tmp_path / "articles.csv").read_bytes()
    assert content.startswith(b"article_id,source_id,source_path,url,outlet,title,published,")
    assert b'\nb,7,,,,"Kata ""libur"", kata\xc3\xa9\nwarga",,,,,extracted,,,\n' in content
    assert b"\r" not in content


def test_a_run_without_articles_has_headers(tmp_path: Path) -> None:
    write_dataset([], tmp_path)
    assert (tmp_path / "measures.csv").read_text() == (
        "observation_id,measure_no,wfh_pct,wfo_pct,pct_bound,condition_kind,condition\n"
    )
    assert pq.read_table(tmp_path / "measures.parquet").num_rows == 0


@pytest.mark.parametrize("text", ["=1+1", "+62 811", "-5 persen", "@wali", "\tkata", "\rkata", "'=1", "''@x"])
def test_formulas_are_defused_and_come_back(tmp_path: Path, text: str) -> None:
    given = reading(article={"title": text}, observations=(observation(exceptions=text, decree_title=text),))
    write_dataset([given], tmp_path)
    assert lines(tmp_path, "articles")[0]["title"] == f"'{text}"
    assert lines(tmp_path, "observations")[0]["exceptions"] == f"'{text}"
    assert pq.read_table(tmp_path / "articles.parquet")["title"].to_pylist() == [text]
    assert read_dataset(tmp_path)["articles"]["title"].tolist() == [text]


@pytest.mark.parametrize("text", ["'Cuti' = libur", "5-10 orang", "'kutip", "A=B"])
def test_harmless_text_is_left_alone(tmp_path: Path, text: str) -> None:
    write_dataset([reading(article={"title": text})], tmp_path)
    assert lines(tmp_path, "articles")[0]["title"] == text


@pytest.mark.parametrize("text", ["=75%", "-", "kata\rdia", "kata\r\n\r\ndia", " 75 persen ", "NA", '"', "\x00"])
def test_evidence_is_the_source_character_for_character(tmp_path: Path, text: str) -> None:
    write_dataset([reading(evidence=(evidence(text),))], tmp_path)
    assert lines(tmp_path, "evidence")[0]["text"] == text
    assert read_dataset(tmp_path)["evidence"]["text"].tolist() == [text]


def test_a_source_id_is_never_changed(tmp_path: Path) -> None:
    write_dataset([reading(article={"source_id": "-0012.50"})], tmp_path)
    assert lines(tmp_path, "articles")[0]["source_id"] == "-0012.50"
    assert read_dataset(tmp_path)["articles"]["source_id"].tolist() == ["-0012.50"]


def test_rows_are_sorted_by_article_and_keep_their_order_within_one(tmp_path: Path) -> None:
    many = reading("b", observations=tuple(observation(n) for n in range(1, 12)))
    write_dataset([reading("c"), many, reading("a")], tmp_path / "one")
    write_dataset([reading("a"), reading("c"), many], tmp_path / "two")
    assert [row["article_id"] for row in lines(tmp_path / "one", "articles")] == ["a", "b", "c"]
    numbered = [row["observation_id"] for row in lines(tmp_path / "one", "observations")]
    assert numbered == [f"b-{n}" for n in range(1, 12)]
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_files_of_an_earlier_run_are_replaced(tmp_path: Path) -> None:
    write_dataset([reading("a"), reading("b")], tmp_path)
    write_dataset([reading("c")], tmp_path)
    assert [row["article_id"] for row in lines(tmp_path, "articles")] == ["c"]


def test_a_run_that_fails_leaves_the_earlier_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_dataset([reading("a")], tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    def full_disk(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(pq.ParquetWriter, "write_table", full_disk)
    with pytest.raises(OSError, match="no space"):
        write_dataset([reading("b")], tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OSError):
        write_dataset([], tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_parquet_is_typed_and_described(tmp_path: Path) -> None:
    write_dataset([FULL], tmp_path)
    observations = pq.read_schema(tmp_path / "observations.parquet")
    counts = pq.read_schema(tmp_path / "case_counts.parquet")
    assert observations.field("start_date").type == pa.date32()
    assert observations.field("wfh_pct").type == pa.float64()
    assert observations.field("region_code").type == pa.string()
    assert counts.field("value").type == pa.int64()
    assert counts.field("approximate").type == pa.bool_()
    assert observations.field("start_date").metadata == {b"description": b"First day in force"}
    assert observations.names == [column.name for column in columns("observations")]


def test_frames_are_typed() -> None:
    frames = to_frames([FULL])
    observations = frames["observations"]
    assert list(frames) == list(TABLES)
    assert observations.loc[0, "start_date"] == pd.Timestamp(2021, 6, 29)
    assert observations.loc[0, "region_code"] == "52.72"
    assert observations["end_date"].isna().all()
    assert observations["wfh_pct"].dtype == "float64"
    assert frames["case_counts"]["value"].dtype == "Int64"
    assert frames["case_counts"]["value"].sum() == 3
    assert frames["case_counts"]["approximate"].tolist() == [False, True]


def test_frames_of_nothing_have_the_same_types() -> None:
    full, empty = to_frames([FULL]), to_frames([])
    assert all((full[table].dtypes == empty[table].dtypes).all() for table in TABLES)


def test_a_folder_without_a_table(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_dataset(tmp_path)


# Anything that UTF-8 can write; a cell that is empty is None
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@given(
    title=st.none() | _TEXTS,
    span=_TEXTS,
    shares=st.lists(st.integers(0, 10_000).map(lambda n: n / 100), max_size=3),
    value=st.integers(0, 2**63 - 1),
    day=st.none() | st.dates(),
    flag=st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_what_is_written_is_read_back(  # noqa: PLR0917
    tmp_path: Path,
    title: str | None,
    span: str,
    shares: list[float],
    value: int,
    day: dt.date | None,
    flag: bool,
) -> None:
    readings = [
        reading(
            article={"title": title, "published": day},
            observations=tuple(observation(n, wfh_pct=pct, decree_title=title) for n, pct in enumerate(shares, 1)),
            case_counts=(CaseCount(article_id="b", count_no=1, metric="died", value=value, approximate=flag),),
            evidence=(evidence(span),),
        )
    ]
    write_dataset(readings, tmp_path)
    back = read_dataset(tmp_path)
    for table, frame in to_frames(readings).items():
        pd.testing.assert_frame_equal(back[table], frame)
