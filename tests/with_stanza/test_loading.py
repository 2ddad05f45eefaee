"""Models are opened from a folder, as weights alone; what is missing is said with the command that gets it."""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path

import pytest
import stanza
import torch

from models.stanza_ner.loading import StanzaError, open_pipeline, weights_alone


class Attack:
    """What a file does that runs code when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.touch, (self.path,)  # type: ignore[return-value]


@pytest.fixture
def copy(package: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(package, tmp_path / "package"))


def test_a_package_is_opened_from_its_folder(package: Path) -> None:
    pipeline = open_pipeline(package, "tokenize,pos")
    assert isinstance(pipeline, stanza.Pipeline)
    assert sorted(pipeline.processors) == ["pos", "tokenize"]


def test_a_folder_without_models_is_told_with_the_command(tmp_path: Path) -> None:
    with pytest.raises(StanzaError, match=r"no Indonesian models .* python -c .*stanza\.download\('id', model_dir="):
        open_pipeline(tmp_path, "tokenize")


@pytest.mark.parametrize("gone", ["id/pos/tiny.pt", "id/pos"])
def test_a_missing_model_is_told_with_the_command(copy: Path, gone: str) -> None:
    path = copy / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(StanzaError, match=r"lacks a model for tokenize,pos .*stanza\.download\('id'"):
        open_pipeline(copy, "tokenize,pos")


def test_a_processor_that_the_package_has_not_is_told(package: Path) -> None:
    with pytest.raises(StanzaError, match=r"lacks a model for tokenize,ner"):
        open_pipeline(package, "tokenize,ner")


@pytest.mark.filterwarnings("ignore:Detected pickle protocol")
@pytest.mark.parametrize("protocol", [2, 4])
def test_a_file_that_runs_code_is_refused(copy: Path, tmp_path: Path, protocol: int) -> None:
    (copy / "id" / "tokenize" / "tiny.pt").write_bytes(pickle.dumps(Attack(tmp_path / "ran"), protocol))
    with pytest.raises(StanzaError, match="no file of weights and was not opened"):
        open_pipeline(copy, "tokenize")
    assert not (tmp_path / "ran").exists()


def test_weights_alone_whatever_a_caller_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "1")
    path = tmp_path / "attack.pt"
    torch.save(Attack(tmp_path / "ran"), path)
    with weights_alone(), pytest.raises(pickle.UnpicklingError):
        torch.load(path, weights_only=False)
    assert not (tmp_path / "ran").exists()
    assert os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] == "1"
    assert "TORCH_FORCE_WEIGHTS_ONLY_LOAD" not in os.environ
