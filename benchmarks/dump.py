"""A dump for measuring: `python benchmarks/dump.py 1000000 dump.jsonl` (also `.csv`, `.parquet`).

Articles of some 2.5 KB, put together from paragraphs of the labelled ones and the samples. 5 in 1000 are whole articles
on working from home, their figures drawn anew so that no two are copies; the others are paragraphs that name neither
working from home nor COVID-19. The same number of articles gives the same file.
"""

from __future__ import annotations

import csv
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from models.relevance import names_covid, names_home_work
from models.relevance.first_filter import OFFICE_TERMS

CORPUS = Path(__file__).parents[1] / "corpus"
FIELDS = ("id", "url", "title", "published", "outlet", "text")
SHARE_RELEVANT = 0.005
_LENGTH = 2050  # characters; with the other fields some 2.5 KB a line
_OUTLETS = ("Kabar Timur", "Harian Muara", "Suara Lereng", "Warta Teluk", "Pos Pesisir")
_FIRST_DAY = datetime(2020, 3, 1)
_MINUTES = 1_000_000  # from the first day on: nearly two years
_ROWS = 20_000  # of Parquet at a time


def articles(count: int, relevant: float = SHARE_RELEVANT) -> Iterator[dict[str, str]]:
    """`count` different articles, as records of a dump; `relevant` is the share of those on working from home."""
    lot = random.Random(1)
    given = list(_given())
    rules = [text for text in given if names_home_work(text)]
    paragraphs = sorted({part for text in given for part in re.split(r"\n+", text) if len(part) > 80})
    plain = [part for part in paragraphs if not _may_be_relevant(part)]
    for number in range(1, count + 1):
        parts = [_with_other_figures(lot.choice(rules), lot)] if lot.random() < relevant else []
        length = sum(map(len, parts))
        while length < _LENGTH:
            parts.append(lot.choice(plain))
            length += len(parts[-1]) + 2
        day = _FIRST_DAY + timedelta(minutes=lot.randrange(_MINUTES))
        yield {
            "id": str(number),
            "url": f"https://berita.example/{day:%Y/%m/%d}/{number}/kabar-dari-daerah",
            "title": f"Kabar {number}: {' '.join(lot.choice(plain).split()[:6])}",
            "published": f"{day:%Y-%m-%dT%H:%M:%S}+07:00",
            "outlet": lot.choice(_OUTLETS),
            "text": "\n\n".join(parts),
        }


def _given() -> Iterator[str]:
    for path in sorted((CORPUS / "gold").glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            yield json.loads(line)["input"]["text"]
    for line in (CORPUS / "samples" / "articles.jsonl").open(encoding="utf-8"):
        yield json.loads(line)["text"]


def _may_be_relevant(paragraph: str) -> bool:
    """Whether an article with this paragraph may pass the first filter, whatever stands in its others."""
    office = any(term in paragraph.lower() for term in OFFICE_TERMS)
    return office or names_home_work(paragraph) or names_covid(paragraph)


def _with_other_figures(text: str, lot: random.Random) -> str:
    """The article with other shares and counts; days and decree numbers stay readable."""
    return re.sub(r"\b[1-9]\d(?= (?:persen|kasus|orang|pegawai))", lambda _: str(lot.randint(10, 99)), text)


def write(path: Path, records: Iterable[dict[str, str]]) -> None:
    """Write records as the suffix of `path` says."""
    if path.suffix == ".parquet":
        _write_parquet(path, iter(records))
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        if path.suffix == ".csv":
            writer = csv.DictWriter(file, FIELDS)
            writer.writeheader()
            writer.writerows(records)
        else:
            file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _write_parquet(path: Path, records: Iterator[dict[str, str]]) -> None:
    schema = pa.schema([(name, pa.string()) for name in FIELDS])
    with pq.ParquetWriter(path, schema) as writer:
        while rows := list(islice(records, _ROWS)):
            writer.write_table(pa.Table.from_pylist(rows, schema))


if __name__ == "__main__":
    target = Path(sys.argv[2])
    write(target, articles(int(sys.argv[1])))
    print(f"{target}: {target.stat().st_size:,} bytes")
