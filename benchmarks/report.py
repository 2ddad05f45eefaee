"""`docs/performance.md`, made from `results.json`: `python benchmarks/report.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measuring import RESULTS

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
_TITLES = {
    "extraction": "Reading articles on one core, articles a second of processor time",
    "filter": "Reading and the first filter, microseconds an article",
    "scan": "A whole run against Polars reading and filtering the same file",
    "memory": "The largest process",
    "scaling": "Workers",
    "sizes": "Growing dumps, and a hundred million articles as projected from them",
    "starting": "`edaran --help`",
    "stopping": "A run killed (SIGKILL) at random moments and started again, against one undisturbed",
}


def page(results: dict[str, Any]) -> str:
    """The page as Markdown."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    machine = results["machine"]
    yield "# How fast it is"
    yield ""
    yield f"Measured on a machine with {machine['cores']} cores, Python {machine['python']}, by the scripts in"
    yield "`benchmarks/` (`make bench`), each of which says what it measures. `benchmarks/report.py` makes this page of"
    yield "`benchmarks/results.json`."
    for name, told in results.items():
        if name == "machine":
            continue
        yield from [
            "",
            f"## {_TITLES.get(name.split('_')[0], name)} (`{name}`)",
            "",
            "| what | value |",
            "| --- | --- |",
        ]
        yield from (f"| {key.replace('_', ' ')} | {_value(value)} |" for key, value in told.items())
        if name == "sizes":
            yield from ["", "![Seconds against articles, both on logarithmic scales](sizes.svg)"]


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_value, value)) or "none"
    return f"{value:,}" if isinstance(value, int) else str(value)


if __name__ == "__main__":
    PAGE.write_text(page(json.loads(RESULTS.read_text())), encoding="utf-8")
