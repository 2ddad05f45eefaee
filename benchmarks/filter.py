"""What was chosen for reading and for the first filter, and against what: `python benchmarks/filter.py 20000`.

Microseconds of processor time for an article, one thread, on the same dump. DuckDB is measured where it is installed.
"""

from __future__ import annotations

import io
import json
import os
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec

os.environ["POLARS_MAX_THREADS"] = "1"

import msgspec
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pj
from measuring import dump_of, record

from models.relevance import names_covid, names_home_work
from models.relevance.first_filter import COVID_TERMS, HOME_WORK_TERMS, OFFICE_TERMS
from models.relevance.scan import may_be_relevant

_REPEATED = 3


def main(count: int) -> None:
    """Measure all."""
    source = dump_of(count)
    data = source.read_bytes()
    lines = data.splitlines()
    decoder = msgspec.json.Decoder()
    records = [json.loads(line) for line in lines]
    texts = [f"{record['title']}\n{record['text']}" for record in records]
    column, arrow = pl.Series(texts), pa.array(texts)
    terms = [*HOME_WORK_TERMS, *COVID_TERMS, *OFFICE_TERMS]
    pattern = "|".join(term.replace(".", r"\.").replace(" ", r"[\s-]+") for term in terms)
    single = pj.ReadOptions(use_threads=False, block_size=1 << 23)
    steps: dict[str, Callable[[], object]] = {
        "read: msgspec, a line at a time": lambda: [decoder.decode(line) for line in lines],
        "read: json, a line at a time": lambda: [json.loads(line) for line in lines],
        "read: polars.read_ndjson": lambda: pl.read_ndjson(io.BytesIO(data)),
        "read: pyarrow.json": lambda: pj.read_json(pa.BufferReader(data), single),
        "filter: edaran (Polars, one pattern)": lambda: may_be_relevant(texts),
        "filter: Polars, contains_any": lambda: column.str.to_lowercase().str.contains_any(terms),
        "filter: Arrow, RE2": lambda: pc.match_substring_regex(arrow, pattern, ignore_case=True),
        "filter: Python, exact": lambda: [names_home_work(text) or names_covid(text) for text in texts],
    }
    if find_spec("duckdb"):
        import duckdb  # noqa: PLC0415 - no dependency

        database = duckdb.connect(config={"threads": 1})
        table = pa.table({"text": arrow})
        database.register("given", table)
        query = "SELECT count(*) FROM given WHERE regexp_matches(text, ?, 'i')"
        steps["read: DuckDB, read_json"] = lambda: database.execute(
            "SELECT sum(length(text)) FROM read_json(?, format = 'newline_delimited')", [str(source)]
        ).fetchall()
        steps["filter: DuckDB, RE2"] = lambda: database.execute(query, [pattern]).fetchall()
    record("filter", {name: round(_least(step) / len(lines) * 1e6, 2) for name, step in sorted(steps.items())})


def _least(step: Callable[[], object]) -> float:
    found = []
    for _ in range(_REPEATED):
        began = time.process_time()
        step()
        found.append(time.process_time() - began)
    return min(found)


if __name__ == "__main__":
    main(int(sys.argv[1]))
