"""How long `edaran --help` takes beside `python -c "import argparse"`: `python benchmarks/starting.py`."""

from __future__ import annotations

import sys

from measuring import cost_of, record

_TIMES = 9
_BESIDE = 3  # `--help` may take so many times as long as argparse alone, and `_MORE` seconds
_MORE = 0.2


def main() -> None:
    """Measure both; each figure is the fastest of a few."""
    argparse = min(cost_of([sys.executable, "-c", "import argparse"]).seconds for _ in range(_TIMES))
    ours = min(cost_of([sys.executable, "-m", "extract", "--help"]).seconds for _ in range(_TIMES))
    record(
        "starting",
        {
            "argparse_seconds": round(argparse, 3),
            "edaran_help_seconds": round(ours, 3),
            "aim_seconds": round(_BESIDE * argparse + _MORE, 3),
        },
    )


if __name__ == "__main__":
    main()
