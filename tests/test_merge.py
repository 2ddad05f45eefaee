"""Datasets do not depend on the order of their dumps, nor on whether these were read together."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

from corpus.article import Article
from extract.batch import RUN_LOG, observe_all, run
from extract.cli import main
from extract.copies import COPY, NEAR_COPY, Settled
from extract.dataset import read_dataset, write_dataset
from extract.errors import DatasetError
from extract.merge import merge, read_readings
from extract.schema import TABLES, Reading

ROOT = Path(__file__).parents[1]
POLICIES = ROOT / "corpus" / "gold" / "policies"
RULE = "Pemkot Bogor meminta 75 persen ASN bekerja dari rumah mulai Selasa (29/6) hingga satu pekan ke depan."


def dump() -> list[str]:
    """The samples, articles on decisions, a record that breaks off, one that stands twice, and a copy that is older."""
    samples = (ROOT / "corpus" / "samples" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    told = (POLICIES / "written.jsonl").read_text(encoding="utf-8").splitlines()
    told += (POLICIES / "articles.jsonl").read_text(encoding="utf-8").splitlines()[:40]
    lines = samples + [json.dumps(json.loads(line)["input"]) for line in told]
    copy = json.loads(lines[60]) | {"id": "copy", "published": "2020-01-02"}
    return [*lines, lines[50], json.dumps(copy), '{"id": "broken", "text": "Pemkot', *near_copies(lines)]


def near_copies(lines: Sequence[str]) -> list[str]:
    """Every third article once more, longer and from another day, some of them earlier than the article itself."""
    records = [json.loads(line) for line in lines[::3]]
    return [
        json.dumps(
            record
            | {"id": f"near{n}", "title": f"Lain {n}", "text": f"{record['text']}\n\nWarga diminta tetap tenang."}
            | {"published": f"202{n % 3}-01-02"}
        )
        for n, record in enumerate(records)
    ]


def write(path: Path, lines: Sequence[str]) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != RUN_LOG}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders of runs: `both` halves, both the other way `round`, and each half."""
    folder = tmp_path_factory.mktemp("runs")
    lines = dump()
    random.Random(6).shuffle(lines)
    a, b = write(folder / "a.jsonl", lines[:55]), write(folder / "b.jsonl", lines[55:])
    run([a, b], folder / "both")
    run([b, a], folder / "round")
    run([a], folder / "half_a")
    run([b], folder / "half_b")
    return folder


def test_the_order_of_dumps_is_of_no_account(runs: Path) -> None:
    assert content(runs / "both") == content(runs / "round")


def test_the_order_of_records_is_of_no_account(runs: Path, tmp_path: Path) -> None:
    for name in "ab":
        lines = (runs / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        write(tmp_path / f"{name}.jsonl", lines[::-1])
    run([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], tmp_path / "out")
    expected, found = read_dataset(runs / "both"), read_dataset(tmp_path / "out")
    for table in TABLES:
        wanted = expected[table]
        if table == "articles":  # the dumps lie in another folder; an unreadable record is named by its line
            keep = ["article_id", "status", "duplicate_of", "content_id"]
            read = [
                frame[frame["status"] != "rejected"][keep].reset_index(drop=True) for frame in (wanted, found[table])
            ]
            pd.testing.assert_frame_equal(*read)
        else:
            pd.testing.assert_frame_equal(found[table], wanted)


def test_two_halves_merged_are_the_whole(runs: Path, tmp_path: Path) -> None:
    merge([runs / "half_a", runs / "half_b"], tmp_path / "one")
    merge([runs / "half_b", runs / "half_a"], tmp_path / "other")
    assert content(tmp_path / "one") == content(runs / "both")
    assert content(tmp_path / "other") == content(runs / "both")


def test_a_part_that_is_merged_again_changes_nothing(runs: Path, tmp_path: Path) -> None:
    merge([runs / "both", runs / "half_a"], tmp_path)
    assert content(tmp_path) == content(runs / "both")


def test_merging_into_one_of_the_folders(runs: Path, tmp_path: Path) -> None:
    merge([runs / "half_a"], tmp_path)
    merge([tmp_path, runs / "half_b"], tmp_path)
    assert content(tmp_path) == content(runs / "both")


def test_what_is_read_back_is_what_was_written(runs: Path, tmp_path: Path) -> None:
    write_dataset(read_readings(runs / "both"), tmp_path)
    assert content(tmp_path) == content(runs / "both")


def test_csv_to_pandas_to_csv_loses_nothing(runs: Path, tmp_path: Path) -> None:
    before = read_dataset(runs / "both")
    for table, frame in before.items():
        frame.to_csv(tmp_path / f"{table}.csv", index=False)
    # pandas prints booleans and whole shares in its own way, the values are the same
    for table, frame in before.items():
        again = pd.read_csv(tmp_path / f"{table}.csv", dtype="string", keep_default_na=False, na_values=[""])
        for column in frame:
            kind = frame[column].dtype
            texts = again[column].map({"True": True, "False": False}) if kind == "boolean" else again[column]
            pd.testing.assert_series_equal(texts.astype(kind), frame[column])


def test_the_command(runs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", str(runs / "half_a"), str(runs / "half_b"), "-o", str(tmp_path)]) == 0
    assert "policies" in capsys.readouterr().out
    assert content(tmp_path) == content(runs / "both")


def test_a_folder_that_is_no_dataset(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DatasetError, match=r"articles\.parquet is missing"):
        merge([tmp_path], tmp_path / "out")
    assert main(["merge", str(tmp_path), "-o", str(tmp_path / "out")]) == 2
    assert "is not the output of a run" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_table_that_is_broken(runs: Path, tmp_path: Path) -> None:
    merge([runs / "half_a"], tmp_path)
    (tmp_path / "evidence.parquet").write_bytes(b"PAR1")
    with pytest.raises(DatasetError, match=r"evidence\.parquet: cannot be read"):
        read_readings(tmp_path)


def test_a_dataset_of_another_version(runs: Path, tmp_path: Path) -> None:
    merge([runs / "half_a"], tmp_path)
    frame = pd.read_parquet(tmp_path / "articles.parquet").drop(columns="content_id")
    frame.to_parquet(tmp_path / "articles.parquet")
    with pytest.raises(DatasetError, match="no column 'content_id'"):
        read_readings(tmp_path)


# --- copies ----------------------------------------------------------------------------------------------------------
def observed(article: Article) -> Reading:
    (outcome,) = observe_all([article])
    return outcome.reading


def statuses(*articles: Article) -> dict[str, tuple[str, str | None]]:
    """Status and original of each article, by source_id, after copies are settled."""
    settled = Settled(outcome.reading for outcome in observe_all(articles))
    ids = {reading.article.article_id: reading.article.source_id for reading in settled}
    return {r.article.source_id: (r.article.status, ids.get(r.article.duplicate_of or "")) for r in settled}


def test_the_copy_that_came_out_first_stays() -> None:
    late = Article("late", RULE, published="2021-06-30")
    early = Article("early", RULE, published="2021-06-28")
    undated = Article("undated", RULE)
    expected = {"early": ("extracted", None), "late": ("duplicate", "early"), "undated": ("duplicate", "early")}
    assert statuses(late, early, undated) == statuses(undated, late, early) == expected


def test_the_copy_that_stays_has_the_observation() -> None:
    articles = [Article("late", RULE, published="2021-06-30"), Article("early", RULE, published="2021-06-28")]
    settled = Settled(outcome.reading for outcome in observe_all(articles))
    assert {r.article.source_id: len(r.observations) for r in settled} == {"late": 0, "early": 1}


def test_settling_twice_changes_nothing() -> None:
    articles = [Article(name, RULE, published=f"2021-06-{day}") for name, day in (("a", 30), ("b", 28), ("c", 29))]
    once = list(Settled(outcome.reading for outcome in observe_all([*articles, articles[0]])))
    assert list(Settled(once)) == once


def test_a_near_copy_follows_its_original() -> None:
    first, older = (Article(name, RULE, published=f"2021-06-{day}") for name, day in (("a", 29), ("b", 28)))
    near = Article("c", f"{RULE} Warga diminta tenang.", "Lain", published="2021-06-30")
    assert statuses(first, near)["c"] == ("duplicate", "a")
    settled = statuses(first, older, near)
    assert settled == {"a": ("duplicate", "b"), "b": ("extracted", None), "c": ("duplicate", "b")}
    reasons = {r.article.source_id: r.article.reason for r in Settled(map(observed, [near, first, older]))}
    assert reasons == {"a": COPY, "b": None, "c": NEAR_COPY}


def test_a_near_copy_of_a_copy_is_one_of_the_first() -> None:
    """Else an article that two dumps hold back would be needed, unread, when they are merged."""
    parts = [" ".join(f"hal{letter}{other}" for other in "abcdefghijkl") for letter in "abcdefghijklmnopqr"]
    long, middle, short = (
        Article(str(day), f"{RULE} {' '.join(parts[part])}", published=f"2021-06-{day}")
        for day, part in ((28, slice(0, 10)), (29, slice(4, 14)), (30, slice(8, 18)))
    )
    assert statuses(long, short)["30"] == ("extracted", None)
    expected = {"28": ("extracted", None), "29": ("duplicate", "28"), "30": ("duplicate", "28")}
    assert statuses(long, middle, short) == statuses(short, middle, long) == expected
