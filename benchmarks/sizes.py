"""Runs of growing size, a plot of them, and what a hundred million articles would take: `python benchmarks/sizes.py`.

The projection is from two measured coefficients, the seconds of a start and of an article.
"""

from __future__ import annotations

import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from measuring import dump_of, edaran, folder, record

SIZES = (10_000, 100_000, 1_000_000)
_PLOT = Path(__file__).parents[1] / "docs" / "sizes.svg"
_FAR = 100_000_000


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Measure, fit and plot."""
    costs = []
    for count in sizes:
        with folder() as out:
            costs.append(edaran(dump_of(count), out / "out"))
    seconds = [cost.seconds for cost in costs]
    # relative errors count alike at every size
    slope, start = np.polyfit(sizes, seconds, 1, w=[1 / value for value in seconds])
    record(
        "sizes",
        {
            "articles": list(sizes),
            "seconds": [round(value, 1) for value in seconds],
            "peak_mb": [round(cost.peak) for cost in costs],
            "microseconds_an_article": round(slope * 1e6, 1),
            "start_seconds": round(float(start), 1),
            "projected_articles": _FAR,
            "projected_hours": round((slope * _FAR + start) / 3600, 2),
        },
    )
    figure, axes = plt.subplots(figsize=(6, 4))
    axes.loglog(sizes, seconds, "o-", label="measured")
    axes.loglog([sizes[-1], _FAR], [seconds[-1], slope * _FAR + start], "--", label="projected")
    axes.set(xlabel="articles", ylabel="seconds")
    axes.legend()
    figure.tight_layout()
    figure.savefig(_PLOT, metadata={"Date": None})


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
