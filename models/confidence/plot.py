"""Draws the reliability plot: `python -m models.confidence.plot docs/reliability.svg`; needs matplotlib.

It also prints what stays of cells from some confidence on. Both are of trials that the weights were not fitted on.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import matplotlib as mpl

mpl.use("svg")
from matplotlib import pyplot as plt

from models.confidence.calibration import bins, expected_calibration_error
from models.confidence.model import FOLDER
from models.confidence.outcomes import OUTCOMES, read_outcomes
from models.confidence.score import Told
from models.confidence.train import held_out

LEAST = (0.0, 0.5, 0.7, 0.9, 0.95)


def draw(cells: Told, rows: Told, path: Path) -> None:
    """Write the plot of both; the same data give the same bytes."""
    plt.rcParams.update({"svg.hashsalt": "reliability", "font.size": 9})
    figure, axes = plt.subplots(1, 2, figsize=(8, 4), layout="constrained")
    for axis, name, told in zip(axes, ("cells", "rows"), (cells, rows), strict=True):
        parts = bins(told)
        axis.plot([0, 1], [0, 1], color="0.7", linewidth=1)
        axis.plot([p.confidence for p in parts], [p.right for p in parts], marker="o", color="tab:blue")
        axis.set(xlim=(0.4, 1), ylim=(0.4, 1), xlabel="confidence", ylabel="share that is right")
        axis.set_title(f"{len(told)} {name}: calibration error {expected_calibration_error(parts):.3f}")
    figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)


def what_stays(cells: Told) -> Iterator[str]:
    """Lines of a Markdown table: from each confidence on, how many cells stay and how many of them are right."""
    yield "| cells from | stay | right of them | right cells that stay |"
    yield "| --- | --- | --- | --- |"
    right = sum(is_right for _, is_right in cells)
    for least in LEAST:
        kept = [is_right for p, is_right in cells if p >= least]
        shares = (len(kept) / len(cells), sum(kept) / len(kept), sum(kept) / right)
        yield f"| {least:g} | {' | '.join(f'{share:.3f}' for share in shares)} |"


def main() -> None:
    """Draw the plot to the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, metavar="FILE", help="the SVG file to write")
    cells, rows = held_out(read_outcomes(FOLDER / OUTCOMES))
    draw(cells, rows, parser.parse_args().out)
    print("\n".join(what_stays(cells)))


if __name__ == "__main__":
    main()
