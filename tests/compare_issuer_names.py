"""Who issues a rule, read by rules, by the names model, and by both: the table in `models/ner/CARD.md`.

    python tests/compare_issuer_names.py [PART]...      # a part with a "!" behind it also shows the errors

Reads `corpus/gold/issuer_names.csv` (half of it held back) and the names in `corpus/gold/samples.jsonl`.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from corpus.article import Article
from extract import issuer_name
from extract.observations import observe_article

GOLD = Path(__file__).parents[1] / "corpus" / "gold"
CUTS = {"rules": issuer_name.cut_by_rules, "model": issuer_name.cut_by_model, "both": issuer_name.cut_by_both}


def labelled(part: str) -> Iterator[tuple[Article, list[tuple[str | None, str | None]]]]:
    """Articles with the region and the issuer's name of each observation."""
    if part == "samples":
        for line in (GOLD / "samples.jsonl").read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            given = item["input"]
            article = Article(given["id"], given["text"], given["title"], given["url"], None, given["published"])
            yield article, [(o["region_code"], o["issuer_name"]) for o in item["gold"]["observations"]]
        return
    with (GOLD / "issuer_names.csv").open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            if row["part"] == part:
                yield Article(str(number), row["text"], published="2021-07-05"), [(None, row["issuer_name"] or None)]


def compare(part: str, cut: str, errors: bool) -> str:
    """Precision, recall and F1 of one way to cut names on one part of the labelled texts."""
    right = given = wanted = 0
    find = issuer_name.find_issuer_name
    with patch("extract.rows.find_issuer_name", lambda *args: find(*args, cut=CUTS[cut])):
        for article, expected in labelled(part):
            left = list(expected)
            wanted += sum(name is not None for _, name in expected)
            for row in observe_article(article).observations:
                key = next((k for k in left if k[0] in {None, row.region_code}), None)
                if key is not None:
                    left.remove(key)
                given += row.issuer_name is not None
                right += key is not None and row.issuer_name is not None and row.issuer_name == key[1]
                if errors and (key is None or row.issuer_name != key[1]):
                    print(f"  {cut}: {row.issuer_name!r}, expected {key and key[1]!r}: {article.text[:300]!r}")
    figures = (right / given, right / wanted, 2 * right / (given + wanted))
    return f"{part:12} {cut:6} {' '.join(f'{figure:.3f}' for figure in figures)}  of {wanted} names"


if __name__ == "__main__":
    for part in sys.argv[1:] or ("development", "held_back", "samples"):
        for cut in CUTS:
            print(compare(part.removesuffix("!"), cut, part.endswith("!")), flush=True)
