"""Readings on disk come back as they were, in the order of the published rows."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import corpus
from extract.batch import RUN_LOG, observe_all, run
from extract.dataset import read_dataset, write_dataset
from extract.fingerprints import FINGERPRINTS
from extract.schema import TABLES, ArticleRow, Evidence, Reading
from extract.store import ReadingStore, encoded, lean

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples" / "articles.jsonl"


def reading(article_id: str, text: str = "x") -> Reading:
    evidence = Evidence(
        evidence_id=f"{article_id}-e1", table="observations", row_id="b-1", column="region_code",
        article_id=article_id, start=0, end=len(text), text=text, rule="regions.city",
    )  # fmt: skip
    article = ArticleRow(article_id=article_id, source_id="7", status="extracted")
    return Reading(article, evidence=(evidence,), fingerprint=text.encode() + b"\xff")


@given(
    ids=st.lists(st.text("0123456789abcdef-", min_size=1, max_size=6), max_size=40, unique=True),
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9),
    held=st.integers(0, 10_000),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_readings_come_back_sorted_and_unchanged(tmp_path: Path, ids: list[str], text: str, held: int) -> None:
    readings = [reading(one, text) for one in ids]
    with ReadingStore(tmp_path, held) as store:
        for one in readings:
            store.add(encoded(one))
        assert len(store) == len(ids)
        for _ in range(2):
            assert list(store) == sorted(readings, key=lambda r: r.article.article_id)
            assert list(store.lean()) == list(map(lean, store))
    assert list(tmp_path.iterdir()) == []


def test_tables_are_the_same_from_disk_and_from_memory(tmp_path: Path) -> None:
    readings = [outcome.reading for outcome in observe_all(corpus.read(SAMPLES))]
    with ReadingStore(tmp_path, held=10_000) as store:
        for one in readings:
            store.add(encoded(one))
        write_dataset(store, tmp_path / "disk")
    write_dataset(readings, tmp_path / "memory")
    for file in (tmp_path / "memory").iterdir():
        assert file.read_bytes() == (tmp_path / "disk" / file.name).read_bytes(), file.name


def test_a_run_leaves_nothing_but_its_tables(tmp_path: Path) -> None:
    lines = (json.dumps({"id": n, "text": f"Berita {n} tentang cuaca."}) for n in range(30))
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    run([tmp_path / "a.jsonl"], tmp_path / "out")
    tables = {f"{table}{suffix}" for table in TABLES for suffix in (".csv", ".parquet")}
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*tables, "datapackage.json", FINGERPRINTS, RUN_LOG}
    assert len(read_dataset(tmp_path / "out")["articles"]) == 30
