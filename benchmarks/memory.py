"""The largest process of a run, at a tenth and at the whole of a dump: `python benchmarks/memory.py 1000000`."""

from __future__ import annotations

import sys

from measuring import dump_of, edaran, folder, record


def main(count: int) -> None:
    """Measure both."""
    peaks = []
    for articles in (count // 10, count):
        with folder() as out:
            peaks.append(edaran(dump_of(articles), out / "out").peak)
    record(
        f"memory_{count}",
        {
            "peak_mb_tenth": round(peaks[0]),
            "peak_mb": round(peaks[1]),
            "ratio": round(peaks[1] / peaks[0], 2),
        },
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
