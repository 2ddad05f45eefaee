"""`edaran run`, end to end, against Polars reading and filtering the same file: `python benchmarks/scan.py 1000000`.

Polars lowers the case, looks for the same terms and counts; edaran also reads out the relevant articles, joins them to
policies and writes every table. `SUFFIX` may be jsonl, csv or parquet.
"""

from __future__ import annotations

import sys
from pathlib import Path

from measuring import cost_of, dump_of, edaran, folder, record

_POLARS = """
import sys
import polars as pl
from models.relevance.first_filter import COVID_TERMS, HOME_WORK_TERMS, OFFICE_TERMS, STAFF_TERMS

path = sys.argv[1]
scan = {"jsonl": pl.scan_ndjson, "csv": pl.scan_csv, "parquet": pl.scan_parquet}[path.rsplit(".", 1)[1]]
text = pl.concat_str(["title", "text"], separator="\\n", ignore_nulls=True).str.to_lowercase()
named = text.str.contains_any([*HOME_WORK_TERMS, *COVID_TERMS])
office = text.str.contains_any(OFFICE_TERMS) & text.str.contains_any(STAFF_TERMS)
print(scan(path).filter(named | office).select("id", "url", "title").collect(engine="streaming").height)
"""


def main(count: int, suffix: str = "jsonl") -> None:
    """Measure both, one after the other."""
    source = dump_of(count, suffix)
    _warm(source)
    polars = cost_of([sys.executable, "-c", _POLARS, source])
    with folder() as out:
        ours = edaran(source, out / "out")
    record(
        f"scan_{suffix}_{count}",
        {
            "articles": count,
            "bytes": source.stat().st_size,
            "polars_seconds": round(polars.seconds, 1),
            "edaran_seconds": round(ours.seconds, 1),
            "ratio": round(ours.seconds / polars.seconds, 2),
            "peak_mb": round(ours.peak),
        },
    )


def _warm(source: Path) -> None:
    """Read the file once, so that both find it in the system's cache, or neither."""
    with source.open("rb") as file:
        while file.read(1 << 24):
            pass


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
