"""The command, and the batch behind it."""

import csv
import datetime as dt
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from rich.console import Console

import extract
from corpus import Article, Reject
from extract import observations
from extract.batch import ERROR_LOG, RUN_LOG, observe_all, observing
from extract.cli import main
from extract.copies import COPY, NEAR_COPY, Settled
from extract.dataset import read_dataset
from extract.explain import explain
from extract.schema import ArticleRow, CaseCount, Evidence, Measure, Observation, Reading, observation_id

ROOT = Path(__file__).parents[1]
BIMA = (
    "Pemerintah Kota Bima menerapkan kerja dari rumah bagi 75 persen ASN mulai Senin (12/7/2021). "
    "Aturan itu tertuang dalam Surat Edaran Nomor 800/15/BKPSDM/2021."
)
DOMPU = "Bupati Dompu meminta 50 persen ASN bekerja dari rumah hingga 20 Juli 2021 karena kasus Covid-19 naik."


def span(article: Article, number: int, column: str, words: str) -> Evidence:
    start = article.text.index(words)
    return Evidence.model_validate(
        {
            "evidence_id": f"{article.article_id}-e{number}",
            "table": "observations",
            "row_id": observation_id(article.article_id, 1),
            "column": column,
            "article_id": article.article_id,
            "start": start,
            "end": start + len(words),
            "text": words,
            "rule": f"test.{column}",
        }
    )


def canned(article: Article) -> Reading:
    """Reads one policy from an article with a percentage, nothing from another, and fails when it is told to."""
    if "RUSAK" in article.text:
        raise ZeroDivisionError("a field is broken")
    row = {"article_id": article.article_id, "source_id": article.source_id, "title": article.title}
    if not (share := re.search("([0-9]+) persen", article.text)):
        return Reading(ArticleRow.model_validate(row | {"status": "irrelevant", "reason": "no share"}))
    observed = Observation(
        observation_id=observation_id(article.article_id, 1),
        article_id=article.article_id,
        region_code="52.72",
        region_name="Kota Bima",
        region_level="city",
        action="impose",
        wfh_pct=float(share[1]),
        pct_bound="min",
        start_date=dt.date(2021, 7, 12),
        end_kind="open",
    )
    measure = Measure(observation_id=observed.observation_id, measure_no=1, wfh_pct=100, condition_kind="zone")
    count = CaseCount(article_id=article.article_id, count_no=1, metric="died", value=3)
    evidence = (
        span(article, 1, "wfh_pct", share[0]),
        span(article, 2, "pct_bound", share[0]),
        span(article, 3, "start_date", share[0].split()[1]),
    )
    return Reading(
        ArticleRow.model_validate(row | {"status": "extracted"}), (observed,), (measure,), (count,), evidence
    )


@pytest.fixture
def _canned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observing, "observe_article", canned)
    monkeypatch.setattr(observations, "observe_article", canned)


def dump(path: Path, *records: dict[str, Any] | str) -> Path:
    lines = (record if isinstance(record, str) else json.dumps(record) for record in records)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def articles(out: Path) -> list[dict[str, str]]:
    with (out / "articles.csv").open(encoding="utf-8", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["source_id"])


def run(*arguments: object) -> int:
    return main(["run", *map(str, arguments)])


# ---- run


@pytest.mark.usefixtures("_canned")
def test_run_writes_the_dataset_and_tells_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = dump(
        tmp_path / "berita.jsonl",
        {"id": "1", "title": "ASN Bima WFH", "text": BIMA},
        {"id": "2", "text": "Cuaca Bima hari ini cerah."},
    )
    assert run(source, "-o", tmp_path / "out") == 0
    printed = capsys.readouterr().out
    for expected in [
        "Kota Bima",
        "impose",
        "≥75",
        "2021-07-12 - open",
        "ASN Bima WFH",
        "1 case count",
        "observations,",
    ]:
        assert expected in printed
    assert "2 articles: 1 extracted, 1 irrelevant" in printed
    assert [row["status"] for row in articles(tmp_path / "out")] == ["extracted", "irrelevant"]
    assert read_dataset(tmp_path / "out")["observations"]["wfh_pct"].tolist() == [75]


@pytest.mark.usefixtures("_canned")
def test_run_takes_many_inputs_and_other_field_names(tmp_path: Path) -> None:
    one = dump(tmp_path / "a.jsonl", {"kode": 1, "naskah": BIMA, "kepala": "Satu"})
    two = dump(tmp_path / "b.jsonl", {"kode": 2, "naskah": DOMPU, "kepala": "Dua"})
    options = ["--text-field", "naskah", "--id-field", "kode", "--title-field", "kepala"]
    assert run(one, two, "-o", tmp_path / "out", *options) == 0
    assert [(row["source_id"], row["title"]) for row in articles(tmp_path / "out")] == [("1", "Satu"), ("2", "Dua")]


@pytest.mark.usefixtures("_canned")
def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    source = dump(tmp_path / "berita.jsonl", {"id": 2, "text": DOMPU}, {"id": 1, "text": BIMA})
    for out in ("one", "two"):
        run(source, "-o", tmp_path / out)
    for file in (tmp_path / "one").iterdir():
        assert file.name == RUN_LOG or file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


@pytest.mark.usefixtures("_canned")
def test_rejects_are_rows_and_warnings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = dump(tmp_path / "berita.jsonl", {"id": 1, "text": BIMA}, "{broken", {"id": 3, "text": None})
    assert run(source, "-o", tmp_path / "out") == 0
    printed = capsys.readouterr()
    assert "2 warnings:" in printed.err
    assert f"{source}:2: " in printed.err
    assert f"{source}:3: " in printed.err
    assert "2 warnings" in printed.out
    assert sorted(row["status"] for row in articles(tmp_path / "out")) == ["extracted", "rejected", "rejected"]
    assert all(row["reason"] for row in articles(tmp_path / "out") if row["status"] == "rejected")


@pytest.mark.usefixtures("_canned")
def test_only_the_first_warnings_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = dump(tmp_path / "berita.jsonl", {"id": 1, "text": BIMA}, *["{broken"] * 25)
    assert run(source, "-o", tmp_path / "out") == 0
    printed = capsys.readouterr().err
    assert printed.count(str(source)) == 20
    assert "and 5 more" in printed
    assert len({row["article_id"] for row in articles(tmp_path / "out")}) == 26


@pytest.mark.usefixtures("_canned")
def test_a_failing_article_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = dump(tmp_path / "berita.jsonl", {"id": 1, "text": "RUSAK WFH"}, {"id": 2, "text": BIMA})
    assert run(source, "-o", tmp_path / "out") == 0
    broken, good = articles(tmp_path / "out")
    assert (broken["status"], good["status"]) == ("rejected", "extracted")
    assert broken["reason"] == "extraction failed: ZeroDivisionError: a field is broken"
    assert f"{source}:1: extraction failed: ZeroDivisionError" in capsys.readouterr().err
    assert "Traceback" in (tmp_path / "out" / ERROR_LOG).read_text()
    run(dump(source, {"id": 2, "text": BIMA}), "-o", tmp_path / "out")
    assert not (tmp_path / "out" / ERROR_LOG).exists()


@pytest.mark.usefixtures("_canned")
def test_many_decisions_are_not_all_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = (f"Kota Bima WFH 75 persen. {' '.join(f'kata{n}x{word}' for word in range(30))}" for n in range(35))
    source = dump(tmp_path / "berita.jsonl", *({"id": n, "text": text} for n, text in enumerate(texts)))
    run(source, "-o", tmp_path / "out")
    printed = capsys.readouterr().out
    assert printed.count("Kota Bima") == 30
    assert "and 5 more in observations.csv" in printed


@pytest.mark.usefixtures("_canned")
def test_no_line_of_the_summary_is_wider_than_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    run(dump(tmp_path / "berita.jsonl", {"id": 1, "title": "ASN " * 50, "text": BIMA}), "-o", tmp_path / "out")
    table = [line for line in capsys.readouterr().out.splitlines() if "Kota Bima" in line]
    assert len(table) == 1
    assert len(table[0]) <= 72


def test_a_missing_input_stops_the_run_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(observing, "observe_article", lambda article: pytest.fail("must not be read"))
    good = dump(tmp_path / "berita.jsonl", {"id": 1, "text": BIMA})
    assert run(good, tmp_path / "hilang.jsonl", "-o", tmp_path / "out") == 2
    assert "hilang.jsonl" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_only_rejects(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(dump(tmp_path / "berita.jsonl", "{broken"), "-o", tmp_path / "out") == 2
    assert "no article could be read" in capsys.readouterr().err
    assert [row["status"] for row in articles(tmp_path / "out")] == ["rejected"]


@pytest.mark.usefixtures("_canned")
def test_an_output_folder_that_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = dump(tmp_path / "berita.jsonl", {"id": 1, "text": BIMA})
    assert run(source, "-o", source) == 2
    assert "cannot write" in capsys.readouterr().err
    assert json.loads(source.read_text())["id"] == 1


@pytest.mark.parametrize(
    "arguments",
    [[], ["run"], ["run", "a.jsonl"], ["baca"], ["run", "-o", "out"], ["explain", "a", "--published", "29/6"]],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: edaran" in capsys.readouterr().err


def test_evidence_is_what_stands_in_the_dump(tmp_path: Path) -> None:
    curly = f"\u201c{BIMA}\u201d".replace(" ", "\u00a0", 3)
    texts = {"1": BIMA, "2": curly, "3": "Kabar daerah\r\n\r\n" + BIMA.replace("75 ", "75  ").replace(". ", ".\r\n")}
    for key, text in texts.items():
        assert run(dump(tmp_path / f"{key}.jsonl", {"id": key, "text": text}), "-o", tmp_path / "out") == 0
        spans = read_dataset(tmp_path / "out")["evidence"].to_dict("records")
        assert spans
        assert [text[span["start"] : span["end"]] for span in spans] == [span["text"] for span in spans]


def test_every_piece_of_evidence_belongs_to_a_filled_cell(tmp_path: Path) -> None:
    assert run(dump(tmp_path / "berita.jsonl", {"id": 1, "text": BIMA}), "-o", tmp_path / "out") == 0
    tables = read_dataset(tmp_path / "out")
    (row,) = tables["observations"].to_dict("records")
    supported = {span["column"] for span in tables["evidence"].to_dict("records") if span["table"] == "observations"}
    assert {"region_code", "wfh_pct", "decree_number"} <= supported
    assert not [column for column in supported if row[column] is pd.NA or row[column] != row[column]]


def test_an_article_end_to_end(tmp_path: Path) -> None:
    record = {"id": 1, "text": BIMA, "published": "2021-07-12"}
    assert run(dump(tmp_path / "berita.jsonl", record), "-o", tmp_path / "out") == 0
    (row,) = read_dataset(tmp_path / "out")["observations"].to_dict("records")
    assert (row["region_code"], row["wfh_pct"], row["decree_number"]) == ("52.72", 75, "800/15/BKPSDM/2021")
    assert str(row["start_date"].date()) == "2021-07-12"


# ---- the stream of readings


def test_duplicates() -> None:
    first = Article("1", BIMA, title="WFH", published="2021-06-28")
    later, other = Article("2", BIMA, title="WFH", published="2021-06-29"), Article("4", DOMPU)
    records = [later, first, Article("3", BIMA, title="Lain"), first, other]
    read = [outcome.reading for outcome in observe_all(records)]
    assert [reading.article.status == "duplicate" for reading in read] == [False, False, False, True, False]
    rows = {reading.article.article_id: reading.article for reading in Settled(read)}
    found = [rows[record.article_id] for record in (first, later, records[2], other)]
    found.append(rows[f"{first.article_id}-2"])
    assert [row.reason for row in found] == [None, COPY, NEAR_COPY, None, COPY]
    assert [row.duplicate_of for row in found] == [
        None, first.article_id, first.article_id, None, first.article_id
    ]  # fmt: skip


def test_a_duplicate_gives_no_observation() -> None:
    outcomes = list(observe_all([Article("1", BIMA, published=day) for day in ("2021-06-28", "2021-06-29")]))
    assert [len(outcome.reading.observations) for outcome in outcomes] == [1, 0]


@pytest.mark.usefixtures("_canned")
def test_records_stream() -> None:
    def endless() -> Iterator[Article]:
        number = 0
        while True:
            number += 1
            yield Article(str(number), f"{BIMA} {number}")

    stream = observe_all(endless())
    assert [next(stream).reading.article.source_id for _ in range(3)] == ["1", "2", "3"]


@pytest.mark.usefixtures("_canned")
def test_article_ids_are_unique_and_stable() -> None:
    records: list[Article | Reject] = [
        Reject("L1", "x/a.jsonl", 1, "no text"),
        Reject("L1", "x/b.jsonl", 1, "no text"),
        Article("1", BIMA),
    ]
    ids = [outcome.reading.article.article_id for outcome in observe_all([*records, *records])]
    again = [outcome.reading.article.article_id for outcome in observe_all([*records, *records])]
    assert len(set(ids)) == 6
    assert ids == again
    (moved,) = observe_all([Reject("L1", "elsewhere/a.jsonl", 1, "no text")])
    assert moved.reading.article.article_id == ids[0]


# ---- explain


@pytest.mark.usefixtures("_canned")
def test_explain_marks_the_words_and_lists_the_cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bima.txt").write_text(BIMA)
    assert main(["explain", str(tmp_path / "bima.txt")]) == 0
    printed = capsys.readouterr().out
    assert "bagi [75 ]{pct_bound, wfh_pct}[persen]{start_date, pct_bound, wfh_pct} ASN" in printed
    assert re.search(r"wfh_pct +75 +75 persen +test\.wfh_pct", printed)
    assert re.search(r"region_name +Kota Bima *\n", printed)
    assert "\x1b" not in printed


@pytest.mark.usefixtures("_canned")
def test_explain_in_colour_and_without() -> None:
    article = Article("1", BIMA)
    for no_color, coloured in ((False, True), (True, False)):
        console = Console(force_terminal=True, color_system="standard", no_color=no_color, width=100, record=True)
        with console.capture() as capture:
            explain(article, canned(article), console)
        assert ("{start_date" not in capture.get()) is coloured
        assert bool(re.search("\x1b\\[[0-9;]*3[0-9]m", capture.get())) is coloured


@pytest.mark.usefixtures("_canned")
def test_explain_keeps_escape_codes_from_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = dump(tmp_path / "a.jsonl", {"id": 1, "title": "\x1b]0;x\x07", "text": f"\x1b[2J[bold]{BIMA}"})
    assert main(["explain", str(source)]) == 0
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert "\x07" not in printed
    assert "[2J[bold]Pemerintah" in printed


@pytest.mark.usefixtures("_canned")
def test_explain_windows_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = dump(tmp_path / "a.jsonl", {"id": 1, "text": f"Pengumuman\r\n{BIMA}"})
    assert main(["explain", str(source)]) == 0
    assert "Pengumuman \nPemerintah" in capsys.readouterr().out


@pytest.mark.usefixtures("_canned")
def test_explain_one_of_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = dump(tmp_path / "a.jsonl", {"id": "x1", "text": BIMA}, {"id": "x2", "text": DOMPU})
    assert main(["explain", str(source), "--article", "x2"]) == 0
    assert "Bupati Dompu" in capsys.readouterr().out
    assert main(["explain", str(source)]) == 2
    assert "x1, x2" in capsys.readouterr().err
    assert main(["explain", str(source), "--article", "x3"]) == 2
    assert "no article 'x3'" in capsys.readouterr().err


def test_explain_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(tmp_path / "hilang.txt")]) == 2
    assert "hilang.txt" in capsys.readouterr().err
    assert main(["explain", str(dump(tmp_path / "a.jsonl", "{broken"))]) == 2
    assert "could not be read" in capsys.readouterr().err


def test_explain_takes_the_day_of_publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Article] = []

    def record(article: Article) -> Reading:
        seen.append(article)
        return canned(article)

    monkeypatch.setattr(observations, "observe_article", record)
    (tmp_path / "bima.txt").write_text(BIMA)
    assert main(["explain", str(tmp_path / "bima.txt"), "--published", "2021-07-09"]) == 0
    assert [article.published for article in seen] == ["2021-07-09"]


# ---- regions


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Malra", "81.02  Kabupaten Maluku Tenggara: regency, Maluku"),
        ("kota bogor", "32.71  Kota Bogor: city, Jawa Barat"),
        ("53.71", "53.71  Kota Kupang"),
        ("Jabar", "32     Jawa Barat: province"),
        ("indonesia", "00     Indonesia: national"),
        ("91.01", "valid until 2022-07-24, then 93.01"),
        ("Kabupaten Kutai Kartanegara", "Kukar"),
    ],
)
def test_regions(name: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regions", *name.split()]) == 0
    assert expected in capsys.readouterr().out


def test_a_name_with_two_regions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regions", "bima"]) == 0
    printed = capsys.readouterr().out
    assert "Kota Bima" in printed
    assert "Kabupaten Bima" in printed


@pytest.mark.parametrize(("name", "hint"), [("Semrang", "Semarang"), ("99.99", ""), ("x" * 10_000, "")])
def test_no_such_region(name: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regions", name]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert hint in printed.err


# ---- the command and the package as such


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"edaran {extract.__version__}\n"


def test_help_does_not_wait_for_anything_heavy() -> None:
    code = "import sys, extract.cli; extract.cli._parser().format_help(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"pandas", "pyarrow", "spacy", "rich", "pydantic", "dateparser", "ahocorasick"} & set(loaded)


def test_a_terminal_without_the_signs() -> None:
    command = [sys.executable, "-m", "extract", "regions", "Semrang\u2265"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.usefixtures("_canned")
def test_observe_one_text() -> None:
    reading = extract.observe(BIMA, title="ASN Bima WFH", published=dt.date(2021, 7, 9))
    assert [observation.wfh_pct for observation in reading.observations] == [75]


def test_observe_wants_a_text() -> None:
    with pytest.raises(TypeError, match="text must be a string, not Article"):
        extract.observe(Article("1", BIMA))  # type: ignore[arg-type]


@pytest.mark.usefixtures("_canned")
def test_frames_of_articles() -> None:
    frames = extract.to_frames([Article("1", BIMA), Article("2", BIMA), Reject("3", "a.jsonl", 3, "no text")])
    assert frames["articles"].set_index("source_id")["status"].to_dict() == {
        "1": "extracted",
        "2": "duplicate",
        "3": "rejected",
    }
    assert frames["observations"]["region_code"].tolist() == ["52.72"]


def test_a_day_of_publication_that_breaks_the_reader_stops_no_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = observing.resolve_base

    def broken(text: str, published: str | None, url: str | None, **more: Any) -> Any:
        if published == "pecah":
            raise ZeroDivisionError("a day is broken")
        return sound(text, published, url, **more)

    monkeypatch.setattr(observing, "resolve_base", broken)
    monkeypatch.setattr(observations, "resolve_base", broken)
    days = {"1": "pecah", "2": "pecah", "3": None}
    articles = [Article(key, "Harga cabai naik.", published=day) for key, day in days.items()]
    outcomes = list(observe_all(articles))
    assert [o.reading.article.status for o in outcomes] == ["rejected", "rejected", "irrelevant"]
    assert all("a day is broken" in (o.reading.article.reason or "") for o in outcomes[:2])


def test_an_unreadable_day_of_publication_is_a_warning() -> None:
    articles = [Article("1", "Harga cabai naik.", published=day) for day in ("entah kapan", "2021-06-28", " ")]
    problems = [outcome.problem for outcome in observe_all(articles[:1])]
    assert [problem.reason for problem in problems if problem] == [
        "published: 'entah kapan' is no date; give it as 2021-06-28"
    ]
    assert [outcome.problem for article in articles[1:] for outcome in observe_all([article])] == [None, None]
