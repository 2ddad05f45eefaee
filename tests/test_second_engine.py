"""The second engine is an extra: without it edaran works in full, and says which command gets it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extract.cli import main
from models.ner import Name, find_names
from models.ner.engine import Engine, using
from models.stanza_ner import loading, model
from models.stanza_ner.loading import StanzaError, open_pipeline
from models.stanza_ner.parsing import load_parser

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples" / "articles.jsonl"
WITHOUT = """
import sys
sys.modules["torch"] = sys.modules["stanza"] = None  # an import of them fails, whether they are installed or not
from extract.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_run_needs_neither_stanza_nor_torch(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT, "run", str(SAMPLES), "-o", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    assert (tmp_path / "policies.csv").read_text(encoding="utf-8").count("\n") > 20


@pytest.mark.parametrize("missing", ["stanza", "torch"])
def test_without_stanza_the_command_is_told(missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "find_spec", lambda name: None if name == missing else object())
    for use in (lambda: open_pipeline(tmp_path, "tokenize"), lambda: load_parser(tmp_path)):
        with pytest.raises(StanzaError, match=r"not installed: pip install 'edaran\[stanza\]'"):
            use()


def test_the_engine_that_is_asked_for_reads_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "find_names", lambda sentences, package: [(Name("PER", 0, 4, str(package)),)])
    package = Path("indonesian")
    with using(Engine("stanza", package)):
        assert find_names(["Sari"]) == [(Name("PER", 0, 4, "indonesian"),)]
        with using(Engine()):
            assert find_names(["Pegawai bekerja."]) == [()]
    assert find_names(["Pegawai bekerja."]) == [()]


@pytest.mark.parametrize("options", [["--engine", "stanza"], ["--stanza-dir", "indonesian"]])
def test_a_run_tells_what_the_engine_lacks_before_it_reads(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(loading, "find_spec", lambda name: None)
    out = tmp_path / "out"
    assert main(["run", str(SAMPLES), "-o", str(out), *options]) == 2
    assert "edaran: the engine stanza needs Stanza and PyTorch, which are not installed: pip" in capsys.readouterr().err
    assert not out.exists()


def test_a_package_is_for_stanza_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["run", str(SAMPLES), "-o", str(out), "--engine", "spacy", "--stanza-dir", "indonesian"]) == 2
    assert "--stanza-dir is for --engine stanza" in capsys.readouterr().err
