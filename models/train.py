"""Fits the learned parts on labelled articles: `python -m models.train corpus/gold/*.jsonl`.

Needs scikit-learn (in the development environment). The same input gives the same weights, to the digits stored.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from corpus.article import Article
from extract.findings import find_all
from extract.signals import count_signals
from models.relevance import ARTEFACT, Signals, Weights, relevance

#: Beyond these a count says nothing more.
MOST = {
    "named": 4.0,
    "named_public": 3.0,
    "named_maker": 2.0,
    "home_public": 4.0,
    "office_public": 3.0,
    "private": 2.0,
    "school": 3.0,
    "length": 6.0,
}


def labelled(paths: Iterable[Path]) -> list[tuple[Signals, bool]]:
    """Signals and label of every article in gold files (JSON lines with "input" and "gold")."""
    pairs = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            given = item["input"]
            article = Article(
                str(given["id"]), given["text"], given.get("title"), given.get("url"), None, given.get("published")
            )
            pairs.append((count_signals(find_all(article)), bool(item["gold"]["relevant"])))
    return pairs


def fit_relevance(pairs: Sequence[tuple[Signals, bool]]) -> Weights:
    """A ridge-penalised logistic fit."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    names = [f.name for f in fields(Signals)]
    rows = [[min(float(asdict(s)[n]), MOST.get(n, 1.0)) for n in names] for s, _ in pairs]
    model = LogisticRegression(C=1.0, max_iter=1000).fit(rows, [label for _, label in pairs])
    weights = {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True)}
    return Weights(round(float(model.intercept_[0]), 3), weights, MOST)


def main() -> None:
    """Fit on the gold files named on the command line and write the artefact."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    paths = parser.parse_args().gold
    pairs = labelled(paths)
    weights = fit_relevance(pairs)
    wrong = sum((relevance(signals, weights) >= 0.5) != label for signals, label in pairs)
    ARTEFACT.write_text(json.dumps(asdict(weights), indent=1) + "\n", encoding="utf-8")
    print(f"relevance: {len(pairs)} articles, {wrong} wrong on the training set; wrote {ARTEFACT.name}")


if __name__ == "__main__":
    main()
