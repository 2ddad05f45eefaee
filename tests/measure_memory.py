"""How much memory a run over a large dump takes: `python tests/measure_memory.py jsonl 2000` (megabytes).

Writes a dump of different articles, 1 of 100 on working from home, runs `edaran run` on it in a process of its own, and
prints the peak of its resident memory. Also `warc`, `csv`, `json`, `parquet` (with packing: `jsonl.gz`).
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # what is measured is this checkout, installed or not

import dumps
import pyarrow as pa
import pyarrow.parquet as pq
from dumps import Given

from corpus.article import Article
from models.relevance import names_covid, names_home_work
from models.relevance.first_filter import OFFICE_TERMS

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "corpus" / "gold"
_ON_HOME_WORK = 0.01
_OFFICE = re.compile("|".join(OFFICE_TERMS), re.IGNORECASE)
_RUN = """
import resource, sys
from extract.cli import main
code = main(["run", sys.argv[1], "-o", sys.argv[2]])
print("peak:", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "MB", file=sys.stderr)
sys.exit(code)
"""


def articles() -> Iterator[Article]:
    """Different articles without end, put together from the sentences of the labelled ones; always the same."""
    lot = random.Random(1)
    given = [json.loads(line)["input"] for path in sorted(GOLD.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    sentences = [one for item in given for one in re.split(r"(?<=\.)\s+", item["text"]) if len(one) > 40]
    plain = [one for one in sentences if not _OFFICE.search(one) and not names_home_work(one) and not names_covid(one)]
    number = 0
    while True:
        number += 1
        parts = lot.sample(plain, 30)
        if lot.random() < _ON_HOME_WORK:
            parts.insert(1, re.sub(r"\d+", lambda _: str(lot.randint(1, 99)), lot.choice(given)["text"]))
        text = "\n\n".join(parts)
        yield Article(f"n{number}", text, f"Berita {number}", f"https://x.example/{number}", "X", "2021-07-05")


def chunks(suffix: str) -> Iterator[bytes]:
    """The bytes of an endless dump, some hundred articles at a time."""
    found = articles()
    filling = "<div><a href='/'>Berita Lain dari Daerah</a></div>\n" * 1000
    first = True
    while True:
        part = [Given(one, b"") for one in islice(found, 100)]
        if suffix == "warc":
            pages = (dumps.page(one.article) + filling.encode() for one in part)
            part = [replace(one, page=page) for one, page in zip(part, pages, strict=True)]
        data = dumps.FORMATS[suffix](part)
        if suffix == "csv" and not first:
            data = data.split(b"\n", 1)[1]
        if suffix == "json":
            data = (b"[" if first else b",") + data.strip()[1:-1]
        yield data
        first = False


def write(path: Path, suffix: str, packing: str, size: int) -> None:
    """A dump of at least `size` bytes before packing."""
    if suffix == "parquet":
        _write_parquet(path, size)
        return
    written = 0
    with path.open("wb") as file:
        for data in chunks(suffix):
            file.write(dumps.PACKINGS[packing](data))
            written += len(data)
            if written >= size:
                break
        if suffix == "json":
            file.write(dumps.PACKINGS[packing](b"]"))


def _write_parquet(path: Path, size: int) -> None:
    found, written = articles(), 0
    schema = pa.schema([(name, pa.string()) for name in dumps.FIELDS])
    with pq.ParquetWriter(path, schema) as writer:
        while written < size:
            rows = dumps.rows([Given(one, b"") for one in islice(found, 20_000)])
            writer.write_table(pa.Table.from_pylist(rows, schema))
            written += sum(len(row["text"]) for row in rows)


def main(name: str, megabytes: str) -> int:
    """Write the dump, run, and print."""
    suffix, _, packing = name.partition(".")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"dump.{name}"
        write(path, suffix, f".{packing}" if packing else "", int(megabytes) * 1_000_000)
        print(f"{path.name}: {path.stat().st_size:,} bytes", flush=True)
        started = time.monotonic()
        command = [sys.executable, "-c", _RUN, path, Path(folder) / "out"]
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        print(f"{time.monotonic() - started:.0f} s")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
