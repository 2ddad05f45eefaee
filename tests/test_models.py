"""The learned parts: each is described, whole and measurable, and the first filter loses no labelled article."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.cli import main
from extract.evaluate import read_gold
from models.artefact import verified
from models.parts import FOLDER, PARTS, manifest_of, size_of
from models.relevance import names_home_work
from models.relevance.model import load, relevance
from models.relevance.train import fit, labelled

GOLD = Path(__file__).parents[1] / "corpus" / "gold"
_MOST_BYTES = 25_000_000


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_whole(part: str) -> None:
    folder = FOLDER / part
    manifest = verified(folder, manifest_of(part).features)
    assert manifest.part == part and manifest.does and manifest.date and manifest.data and manifest.scores
    assert {path.name for path in folder.iterdir()} >= {"train.py", "score.py", "CARD.md", *manifest.files}


def test_all_parts_together_are_small() -> None:
    assert sum(map(size_of, PARTS)) < _MOST_BYTES


def test_no_part_is_a_pickle() -> None:
    suffixes = {Path(name).suffix for part in PARTS for name in manifest_of(part).files}
    assert not suffixes & {".pkl", ".pickle", ".joblib", ".pt"}


def test_the_command_lists_the_parts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models"]) == 0
    told = capsys.readouterr().out
    assert [line.split(":")[0] for line in told.splitlines() if not line.startswith(" ")] == list(PARTS)


def test_the_command_scores_a_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "score", "relevance", "--data", str(GOLD / "trial_ad.jsonl")]) == 0
    told = dict(line.split() for line in capsys.readouterr().out.splitlines())
    assert told["articles"] == "42"
    assert float(told["f1"]) > 0.9


@pytest.mark.parametrize(
    ("name", "file", "told"),
    [("weather", "x.jsonl", "no learned part 'weather'"), ("relevance", "x.jsonl", "x.jsonl: no such file")],
)
def test_the_command_tells_what_it_cannot_score(
    name: str, file: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "score", name, "--data", str(tmp_path / file)]) == 2
    assert told in capsys.readouterr().err


def test_the_first_filter_loses_no_relevant_article() -> None:
    relevant = [item.article for item in read_gold(sorted(GOLD.glob("*.jsonl"))) if item.answer.relevant]
    lost = [article.source_id for article in relevant if not names_home_work(f"{article.title or ''}\n{article.text}")]
    assert len(relevant) > 400
    assert lost == []


def test_fitting_twice_gives_the_same_weights() -> None:
    examples = labelled([GOLD / "trial_x.jsonl", GOLD / "trial_y.jsonl"])
    weights = fit(examples)
    assert weights == fit(examples)
    assert weights != load()
    told = [relevance(example.signals, example.words, weights) >= 0.5 for example in examples]
    assert sum(p == example.relevant for p, example in zip(told, examples, strict=True)) >= len(examples) - 4


def test_no_region_is_among_the_words() -> None:
    known = load().words
    assert len(known) > 300
    assert not {"bogor", "surabaya", "kupang", "bandung", "medan"} & known.keys()


def test_words_are_not_worse_than_signals_alone() -> None:
    scores = manifest_of("relevance").scores
    for group in ("regions", "outlets"):
        assert scores[f"{group}_with_words_f1"] >= scores[f"{group}_signals_f1"]
        assert scores[f"{group}_with_words_log_loss"] <= scores[f"{group}_signals_log_loss"]
