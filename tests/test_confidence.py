"""The confidence of cells and rows: what it is of, that it is calibrated, and what is left of sure cells."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extract
from extract.cli import main
from extract.confidence import FOLLOWS, SCORED, CellKey, cell_confidences, only_sure
from extract.dataset import read_dataset
from extract.schema import Reading
from models.confidence.calibration import bins, expected_calibration_error
from models.confidence.model import FOLDER
from models.confidence.outcomes import OUTCOMES, read_outcomes, write_outcomes
from models.confidence.score import figures
from models.parts import manifest_of

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples" / "articles.jsonl"
TEXT = (
    "Wali Kota Bima menerbitkan Surat Edaran Nomor 800/15/BKPSDM/2021. Sebanyak 75 persen ASN bekerja dari rumah mulai "
    "Senin (12/7/2021) hingga 20 Juli 2021. Sampai Minggu tercatat 120 kasus positif Covid-19 dan 4 orang meninggal."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return extract.observe(TEXT, published="2021-07-11")


def test_scored_cells_have_a_confidence(reading: Reading) -> None:
    assert all(0 < (row.confidence or 0) < 1 for row in reading.observations)
    assert len(reading.case_counts) == 2
    for e in reading.evidence:
        scored = e.table != "observations" or FOLLOWS.get(e.column, e.column) in SCORED
        area = (e.table, e.column) == ("case_counts", "region_code")
        assert (e.confidence is not None) == (scored and not area), e.column


def test_a_cell_that_follows_has_the_confidence_of_its_cell(reading: Reading) -> None:
    told = {e.column: e.confidence for e in reading.evidence if e.table == "observations"}
    assert told["region_name"] == told["province_code"] == told["region_code"]
    assert told["pct_basis"] == told["wfh_pct"]


def test_everything_is_sure_enough_for_nothing(reading: Reading) -> None:
    assert only_sure(reading, 0.0) == reading


def test_nothing_is_sure_enough_for_everything(reading: Reading) -> None:
    left = only_sure(reading, 1.0)
    assert (left.observations, left.measures, left.case_counts, left.evidence) == ((), (), (), ())
    assert left.article.reason == "no decision with a confidence of 1"


@given(st.floats(0, 1))
def test_what_is_left_is_sure(reading: Reading, least: float) -> None:
    sure = {key for key, p in cell_confidences(reading).items() if p >= least}
    left = only_sure(reading, least)
    for row in left.observations:
        filled = {column for column in SCORED if getattr(row, column) not in (None, ())}
        assert {CellKey("observations", row.observation_id, column) for column in filled} <= sure
        assert "region_code" in filled
    cells = {(e.row_id, e.column) for e in left.evidence}
    assert cells <= {(e.row_id, e.column) for e in reading.evidence}
    assert all(e.confidence is None or e.confidence >= least - 1e-4 for e in left.evidence)


def test_the_command_drops_unsure_cells(tmp_path: Path) -> None:
    for name, least in (("all", "0"), ("sure", "0.95")):
        assert main(["run", str(SAMPLES), "-o", str(tmp_path / name), "--min-confidence", least]) == 0
    every, sure = (read_dataset(tmp_path / name) for name in ("all", "sure"))
    assert 0 < sure["observations"]["start_date"].count() < every["observations"]["start_date"].count()
    assert sure["evidence"]["confidence"].min() >= 0.95
    assert every["evidence"]["confidence"].min() < 0.95


@pytest.mark.parametrize("least", ["1.5", "-1", "sure"])
def test_a_confidence_is_a_probability(least: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["run", str(SAMPLES), "-o", str(tmp_path), "--min-confidence", least])
    assert "is not a number from 0 to 1" in capsys.readouterr().err


def test_calibration_error() -> None:
    right = [(0.8, i < 8) for i in range(10)]
    assert expected_calibration_error(bins(right, 1)) == pytest.approx(0)
    assert expected_calibration_error(bins([(0.9, False), (0.9, True)], 1)) == pytest.approx(0.4)
    assert figures(right, right)["rows_ece"] > 0.1  # ten bins of one


def test_the_stored_confidence_is_calibrated() -> None:
    scores = manifest_of("confidence").scores
    assert scores["cells_ece"] <= 0.05
    assert scores["rows_ece"] <= 0.05


def test_outcomes_are_stored_and_read(tmp_path: Path) -> None:
    outcomes = read_outcomes(FOLDER / OUTCOMES)
    assert len(outcomes) == manifest_of("confidence").scores["cells"]
    write_outcomes(outcomes, tmp_path / OUTCOMES)
    assert (tmp_path / OUTCOMES).read_bytes() == (FOLDER / OUTCOMES).read_bytes()
