"""The notebooks run from top to bottom, and what is stored in them is what comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from run_notebooks import NOTEBOOKS, executed

_TEXTS = ("text/html", "text/markdown", "text/plain")
_ADDRESS = re.compile(r"0x[0-9a-f]{6,16}")
_MACHINE = re.compile(r"/(?:home|root|tmp|work|Users|usr|private|var)/|[A-Z]:\\")


def code_cells(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cell: nbformat.NotebookNode) -> Iterator[str]:
    """What a cell prints and shows as text, in order; of a picture only that there is one."""
    for output in cell.outputs:
        if output.output_type == "stream":
            yield f"{output.name}: {output.text}"
        else:
            yield from (_ADDRESS.sub("0x", output.data[kind]) for kind in _TEXTS if kind in output.data)
            yield from (kind for kind in output.data if kind.startswith("image/"))


def test_there_are_notebooks() -> None:
    assert [path.name for path in NOTEBOOKS] == ["01_first_steps.ipynb", "02_explore_the_dataset.ipynb"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_outputs_are_those_of_a_fresh_run(path: Path) -> None:
    stored, fresh = code_cells(nbformat.read(path, as_version=4)), code_cells(executed(path))
    for before, after in zip(stored, fresh, strict=True):
        assert list(shown(before)) == list(shown(after)), f"run `make notebooks`; stale output of:\n{before.source}"
    assert [cell.execution_count for cell in stored] == list(range(1, len(stored) + 1))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_tell_nothing_of_the_machine(path: Path) -> None:
    texts = [text for cell in code_cells(nbformat.read(path, as_version=4)) for text in shown(cell)]
    assert [text for text in texts if _MACHINE.search(text)] == []
    assert [text for text in texts if text.startswith("stderr")] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_are_short(path: Path) -> None:
    sources = [cell.source for cell in code_cells(nbformat.read(path, as_version=4))]
    assert max(len(source.splitlines()) for source in sources) <= 25
