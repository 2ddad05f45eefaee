"""Scores by hand: a small gold file whose right, wrong and missing cells are counted in the comments."""

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from extract.batch import observe_all
from extract.cli import main
from extract.comparing import cited_number, comparable_cell, measure_value
from extract.dataset import read_dataset, to_frames, write_dataset
from extract.error_page import error_page
from extract.evaluate import Evaluation, GoldError, Score, conflict_record, evaluate, read_gold
from extract.schema import SINGLE, ArticleRow, CaseCount, Evidence, Measure, Observation, Reading

GOLD_FILES = sorted((Path(__file__).parents[1] / "corpus" / "gold").glob("*.jsonl"))

TEXT = (
    "Wali Kota Bima meneken SE Nomor 800/15/BKPSDM. Mulai Senin 12 Juli 2021 hanya 25 persen pegawai masuk kantor, "
    "di zona merah 10 persen. Kasus aktif 40 orang, sembuh 12 orang."
)
EMPTY = dict.fromkeys(SINGLE)


def labelled(source_id: str, observations: list[dict[str, Any]], counts: list[dict[str, Any]], **given: Any) -> str:
    article = {"id": source_id, "url": None, "title": None, "published": "2021-07-12", "text": TEXT} | given
    gold = {"relevant": bool(observations), "observations": observations, "case_counts": counts}
    return json.dumps({"id": source_id, "input": article, "gold": gold})


def gold_row(**cells: Any) -> dict[str, Any]:
    return EMPTY | {"region_code": "52.72", "legal_basis": [], "measures": [], "evidence": {}} | cells


def count(metric: str, value: int | None) -> dict[str, Any]:
    return {"metric": metric, "population": "general", "value": value}


def gold_file(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def reading(source_id: str, *observations: dict[str, Any], **more: Any) -> Reading:
    """A reading whose observations have the given cells; `more` are further rows of the reading."""
    rows = tuple(
        Observation(observation_id=f"{source_id}-{number}", article_id=source_id, **cells)
        for number, cells in enumerate(observations, 1)
    )
    status = {"status": "extracted"} if rows else {"status": "irrelevant", "reason": "none"}
    return Reading(ArticleRow(article_id=source_id, source_id=source_id, **status), rows, **more)


def evidence(source_id: str, number: int, row: str, column: str, words: str, *, shift: int = 0) -> Evidence:
    start = TEXT.index(words) + shift
    return Evidence(
        evidence_id=f"{source_id}-e{number}",
        table="observations",
        row_id=row,
        column=column,
        article_id=source_id,
        start=start,
        end=start + len(words),
        text=words,
        rule=f"test.{column}",
    )


def scored(folder: Path, line: str, *readings: Reading) -> Evaluation:
    return evaluate(read_gold([gold_file(folder, line)]), to_frames(readings))


def test_cells_are_counted_by_field(tmp_path: Path) -> None:
    want = gold_row(
        issuer_office="mayor",  # right
        decree_number="800/15/BKPSDM",  # right, printed another way
        wfh_pct=75,  # wrong: 25
        start_date="2021-07-12",  # missing
        legal_basis=["surat_edaran Menteri PANRB 16/2021", "instruksi 7/2021"],  # one right, one missing
        measures=[{"condition_kind": "zone", "condition": "red", "wfh_pct": 90, "wfo_pct": 10}],  # right, from the WFO
    )
    counts = [count("active", 40), count("recovered", 12), count("died", None)]  # one right, one missing, one no value
    got = reading(
        "1",
        {
            "region_code": "52.72",
            "issuer_office": "mayor",
            "decree_number": "800 / 15 / bkpsdm",
            "wfh_pct": 25.0,
            "trigger": "covid19",  # none labelled
            "legal_basis": ("surat_edaran 16 tahun 2021", "peraturan 9/2020"),
        },
        measures=(Measure(observation_id="1-1", measure_no=1, wfo_pct=10, condition_kind="zone", condition="red"),),
        case_counts=(
            CaseCount(article_id="1", count_no=1, metric="active", value=40),
            CaseCount(article_id="1", count_no=2, metric="recovered", value=13),
        ),
    )
    result = scored(tmp_path, labelled("1", [want], counts), got)
    expected = {
        "relevant": Score(1, 1, 1),
        "region_code": Score(1, 1, 1),
        "issuer_office": Score(1, 1, 1),
        "decree_number": Score(1, 1, 1),
        "wfh_pct": Score(0, 1, 1),
        "start_date": Score(0, 0, 1),
        "trigger": Score(0, 1, 0),
        "legal_basis": Score(1, 2, 2),
        "measures": Score(1, 1, 1),
        "case_counts": Score(1, 2, 2),
    }
    assert {name: score for name, score in result.fields.items() if score != Score()} == expected
    assert result.overall == Score(right=6, found=10, gold=10)  # without `relevant`
    assert [(c.field, c.got and c.got.value, c.want and c.want.value) for c in result.conflicts] == [
        ("wfh_pct", "25", "75"),
        ("start_date", None, "2021-07-12"),
        ("trigger", "covid19", None),
        ("legal_basis", "9/2020", None),
        ("legal_basis", None, "7/2021"),
        ("case_counts", "recovered general 13", None),
        ("case_counts", None, "recovered general 12"),
    ]


def test_precision_recall_and_f1() -> None:
    score = Score(right=6, found=8, gold=12)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)
    assert (Score().precision, Score().recall, Score().f1) == (None, None, None)
    assert Score(found=2).f1 == Score(gold=2).f1 == 0


def test_an_article_that_the_run_lacks_misses_every_cell(tmp_path: Path) -> None:
    result = scored(tmp_path, labelled("1", [gold_row(action="impose")], [count("died", 3)]))
    assert result.overall == Score(right=0, found=0, gold=3)
    assert result.fields["relevant"] == Score(0, 0, 1)


def test_what_is_found_in_an_irrelevant_article_is_wrong(tmp_path: Path) -> None:
    result = scored(tmp_path, labelled("1", [], []), reading("1", {"region_code": "52.72", "action": "impose"}))
    assert result.fields["relevant"] == Score(0, 1, 0)
    assert result.overall == Score(0, 2, 0)


def test_unsure_cells_are_not_scored(tmp_path: Path) -> None:
    want = gold_row(action="tighten", wfh_pct=75, unsure=["action", "measures", "legal_basis"])
    want |= {
        "legal_basis": ["surat 4/2020"],
        "measures": [{"condition_kind": "zone", "condition": "red", "wfh_pct": 5}],
    }
    got = reading("1", {"region_code": "52.72", "action": "impose", "wfh_pct": 75})
    assert scored(tmp_path, labelled("1", [want], []), got).overall == Score(right=2, found=2, gold=2)


def test_observations_of_one_region_are_matched_by_their_cells(tmp_path: Path) -> None:
    want = [
        gold_row(target="unit", wfh_pct=100, start_date="2021-07-01"),
        gold_row(target="asn", wfh_pct=50, start_date="2021-07-12"),
    ]
    got = reading(
        "1",
        {"region_code": "52.72", "target": "asn", "wfh_pct": 50, "start_date": "2021-07-12"},
        {"region_code": "52.72", "target": "unit", "wfh_pct": 100, "start_date": "2021-07-02"},
    )
    result = scored(tmp_path, labelled("1", want, []), got)
    assert [(c.field, c.got and c.got.value) for c in result.conflicts] == [("start_date", "2021-07-02")]


def test_observations_of_other_regions_are_not_matched(tmp_path: Path) -> None:
    got = reading("1", {"region_code": "52.06", "action": "impose"})
    result = scored(tmp_path, labelled("1", [gold_row(action="impose")], []), got)
    assert result.fields["region_code"] == Score(0, 1, 1)
    assert result.fields["action"] == Score(0, 1, 1)


def test_evidence_is_followed_into_the_article(tmp_path: Path) -> None:
    row = {"region_code": "52.72", "wfh_pct": 25, "start_date": "2021-07-12"}
    marks = (
        evidence("1", 1, "1-1", "region_code", "Wali Kota Bima"),
        evidence("1", 2, "1-1", "wfh_pct", "25 persen", shift=1),  # leads to other words
    )
    want = gold_row(wfh_pct=75, start_date="2021-07-12", evidence={"wfh_pct": "25 persen pegawai masuk kantor"})
    result = scored(tmp_path, labelled("1", [want], []), reading("1", row, evidence=marks))
    assert result.wrong_offsets == 1
    assert result.coverage == pytest.approx(2 / 3)  # the first day has no evidence
    (conflict,) = result.conflicts
    record = conflict_record(conflict)
    assert record["rule"] == "test.wfh_pct"
    assert record["evidence"] == [{"start": marks[1].start, "end": marks[1].end, "text": "25 persen"}]
    assert record["expected"] == [
        {"start": marks[1].start - 1, "end": marks[1].start + 29, "text": "25 persen pegawai masuk kantor"}
    ]


# --- comparable forms


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("decree_number", "Nomor 05 Tahun 2022", "5/2022"),
        ("decree_number", "800/17 – BKD", "800/17-bkd"),
        ("decree_number", "BKPSMD 870/278/III/2020.", "BKPSMD870/278/iii/2020"),
        ("wfh_pct", 66.667, "66.67"),
        ("wfo_pct", "25", 25.0),
        ("start_date", "2021-07-12T00:00:00", "2021-07-12"),
        ("action", "Impose", "impose"),
        ("trigger", "", None),
    ],
)
def test_values_that_are_the_same(name: str, one: object, other: object) -> None:
    assert comparable_cell(name, one) == comparable_cell(name, other)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("decree_number", "5/2022", "50/2022"),
        ("decree_number", "0800/17/BKD", "800/17/BKD"),  # zeros count, except in the short form
        ("wfh_pct", 75, 75.5),
        ("end_date", "2021-07-12", "2021-07-13"),
        ("target", "asn", None),
        ("wfh_pct", 0, None),  # nobody at home is not the same as nothing said
    ],
)
def test_values_that_differ(name: str, one: object, other: object) -> None:
    assert comparable_cell(name, one) != comparable_cell(name, other)


@pytest.mark.parametrize(
    ("citation", "number"),
    [
        ("surat_edaran Menteri PANRB Nomor 58 Tahun 2020", "58/2020"),
        ("instruksi 7/2021", "7/2021"),
        ("surat_edaran gubernur 443 / 12 / SET", "443/12/set"),
        ("peraturan tahun 2020", "2020"),
        ("instruksi gubernur", None),
        ("", None),
    ],
)
def test_citations_are_compared_by_number(citation: str, number: str | None) -> None:
    assert cited_number(citation) == number


@pytest.mark.parametrize(
    ("kind", "condition", "same_as"),
    [
        ("sector; ppkm_level", "essential; 4", ("sector; ppkm_level", "Essential;4")),
        ("rank", "eselon II", ("rank", "pejabat eselon II")),  # printed words: by kind alone
        ("sector", "perbankan", ("sector", "bank")),
        ("zone", "", ("zone", None)),
    ],
)
def test_measures_that_are_the_same(kind: str, condition: str, same_as: tuple[str, str | None]) -> None:
    one = measure_value({"condition_kind": kind, "condition": condition, "wfh_pct": 50})
    assert one == measure_value({"condition_kind": same_as[0], "condition": same_as[1], "wfo_pct": 50})


def test_measures_that_differ() -> None:
    row = {"condition_kind": "sector", "condition": "essential", "wfh_pct": 50}
    changed = [row | {"condition": "critical"}, row | {"wfh_pct": 75}, row | {"condition_kind": "zone"}]
    assert len({measure_value(r) for r in [row, *changed]}) == 4
    assert measure_value(row | {"condition_kind": "general"}) is None


# --- reading gold


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda path: path.stem)
def test_the_corpus_can_be_read(path: Path) -> None:
    gold = read_gold([path])
    assert len(gold) == len(path.read_text(encoding="utf-8").splitlines())
    assert any(item.answer.decisions for item in gold)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{broken", "gold.jsonl:1: not a labelled article"),
        ('{"input": {"id": "1", "text": "x"}}', "gold.jsonl:1: not a labelled article: 'gold' is missing"),
        ("[", "gold.jsonl:1: not a labelled article: a JSON array; write its elements one a line"),
        ("", "no labelled article"),
    ],
)
def test_bad_gold_is_told_by_line(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(GoldError, match=re.escape(message)):
        read_gold([gold_file(tmp_path, line)])


def test_an_id_may_stand_once(tmp_path: Path) -> None:
    path = gold_file(tmp_path, labelled("1", [], []))
    with pytest.raises(GoldError, match="the id '1' stands twice"):
        read_gold([path, path])


# --- the page


class _Reader(HTMLParser):
    """Gathers the tags of a page and its text by tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.marked: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in {"meta", "br"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "mark":
            self.marked.append(data)


def page_of(folder: Path, line: str, *readings: Reading) -> tuple[str, _Reader]:
    gold = read_gold([gold_file(folder, line)])
    page = error_page(evaluate(gold, to_frames(readings)), gold)
    reader = _Reader()
    reader.feed(page)
    assert not reader._open
    return page, reader


def test_the_page_shows_the_words_that_were_read(tmp_path: Path) -> None:
    marks = (evidence("1", 1, "1-1", "wfh_pct", "25 persen"),)
    want = gold_row(wfh_pct=75, evidence={"wfh_pct": "hanya 25 persen pegawai"})
    page, reader = page_of(
        tmp_path, labelled("1", [want], []), reading("1", {"region_code": "52.72", "wfh_pct": 25}, evidence=marks)
    )
    assert reader.marked == ["hanya ", "25 persen", " pegawai"]
    assert '<mark class="got want">25 persen</mark>' in page
    for cell in ("wfh_pct 52.72", ">25<", ">75<", "test.wfh_pct"):
        assert cell in page


def test_the_page_escapes_everything(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> \"'& \u202e terbalik </div></section>"
    line = labelled(
        "<b>1", [gold_row(action="<i>x")], [], text=hostile, title="<img src=x onerror=y>", url='" onload="'
    )
    page, reader = page_of(tmp_path, line)
    assert not {"script", "b", "i", "img"} & set(reader.tags)
    assert not [name for name, _ in reader.attributes if name.startswith("on")]
    assert html.escape(hostile.replace("\u202e", "\ufffd")) in page


def test_the_page_loads_nothing(tmp_path: Path) -> None:
    page, reader = page_of(tmp_path, labelled("1", [gold_row()], [], url="https://contoh.example/berita"))
    assert not {"src", "href"} & {name for name, value in reader.attributes if not (value or "").startswith("#")}
    assert "@import" not in page
    assert "url(" not in page


def test_a_page_without_errors_has_no_article(tmp_path: Path) -> None:
    page, _ = page_of(tmp_path, labelled("1", [gold_row()], []), reading("1", {"region_code": "52.72"}))
    assert "0 wrong or missing values in 0 articles" in page
    assert TEXT not in page


# --- the command


def test_the_command_scores_a_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = gold_file(tmp_path, labelled("1", [gold_row(action="impose", wfh_pct=75)], []))
    write_dataset([reading("1", {"region_code": "52.72", "action": "impose", "wfh_pct": 25})], tmp_path / "out")
    page, errors = tmp_path / "page.html", tmp_path / "errors.jsonl"
    assert main(["evaluate", str(path), str(tmp_path / "out"), "--html", str(page), "--errors", str(errors)]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"^all cells +0\.667 +0\.667 +0\.667 +3 +3$", printed, re.MULTILINE)
    assert "1 52.72 wfh_pct: got 25, want 75" in printed
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    (record,) = map(json.loads, errors.read_text(encoding="utf-8").splitlines())
    assert (record["article"], record["field"], record["got"], record["want"]) == ("1", "wfh_pct", "25", "75")


def test_the_command_extracts_where_no_run_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Pemerintah Kota Bima mewajibkan 75 persen ASN bekerja dari rumah mulai Senin (12/7/2021)."
    want = gold_row(issuer_office="mayor", wfh_pct=75, start_date="2021-07-12")
    path = gold_file(tmp_path, labelled("1", [want], [], text=text))
    main(["evaluate", str(path)])
    assert re.search(r"^wfh_pct +1\.000 +1\.000 +1\.000 +1 +1$", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.parametrize(("least", "code"), [("0.6", 0), ("0.7", 1)])
def test_the_command_fails_below_the_least_score(tmp_path: Path, least: str, code: int) -> None:
    path = gold_file(tmp_path, labelled("1", [gold_row(action="impose", wfh_pct=75)], []))
    write_dataset([reading("1", {"region_code": "52.72", "action": "impose", "wfh_pct": 25})], tmp_path / "out")
    assert main(["evaluate", str(path), str(tmp_path / "out"), "--min", least]) == code  # two of three cells are right


def test_the_command_tells_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = gold_file(tmp_path, labelled("1", [], []))
    (tmp_path / "empty").mkdir()
    assert main(["evaluate", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl: no such file or folder" in capsys.readouterr().err
    assert main(["evaluate", str(path), str(tmp_path / "empty")]) == 2
    assert "is not the output of a run" in capsys.readouterr().err
    assert main(["evaluate", str(path), "--html", str(tmp_path / "no" / "page.html")]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_a_run_on_disk_scores_as_one_in_memory(tmp_path: Path) -> None:
    gold = read_gold([GOLD_FILES[0]])[:12]
    readings = [outcome.reading for outcome in observe_all(item.article for item in gold)]
    write_dataset(readings, tmp_path)
    assert evaluate(gold, read_dataset(tmp_path)) == evaluate(gold, to_frames(readings))
