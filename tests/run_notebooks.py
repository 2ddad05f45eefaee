"""Runs the notebooks from top to bottom: `python tests/run_notebooks.py` stores what comes out (`make notebooks`)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
_SECONDS_PER_CELL = 300
# What the machine adds to a notebook and nobody wants to see in a diff
_NO_METADATA = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with fresh outputs, run in its own folder on this source tree; the file is not changed.

    Raises `nbclient.exceptions.CellExecutionError` when a cell fails.
    """
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=_SECONDS_PER_CELL,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    client.execute(env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)})
    notebook.metadata = nbformat.from_dict(_NO_METADATA)
    return notebook


def main() -> None:
    """Run every notebook and store it with its outputs."""
    for path in NOTEBOOKS:
        nbformat.write(executed(path), path)
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
