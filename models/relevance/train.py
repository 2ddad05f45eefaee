"""Fits and calibrates the relevance score on labelled articles; needs scikit-learn (in the development environment).

The score with the words of the opening is compared with the signals alone, on articles of other regions and of other
outlets than those it was fitted on; `manifest.json` tells both.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from extract.evaluate import Labelled, read_gold
from extract.findings import Findings, find_all
from extract.signals import count_signals, opening
from models.artefact import Manifest, write_manifest
from models.parts import TrainingData
from models.relevance.model import FEATURES, FOLDER, WEIGHTS, Signals, Weights, lead_words, relevance
from models.relevance.score import figures

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
# A word is known from so many articles of so many provinces on: no region, no outlet, no story has one of its own
_LEAST_ARTICLES, _LEAST_PROVINCES = 10, 6
_COMMON = 0.9  # what stands in more of them tells nothing
_WORDS_SCALE = 4.0  # of words against signals in the ridge penalty
_INVERSE_PENALTY = 3.0
_FOLDS = 10
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled article as the score sees it; `province` and `outlet` part the folds."""

    signals: Signals
    words: frozenset[str]
    relevant: bool
    province: str
    outlet: str


def train(data: TrainingData) -> Manifest:
    """Fit on the gold files and store weights and manifest; its scores are those on held-out folds."""
    examples = labelled(data.gold)
    scores: dict[str, float] = {"articles": float(len(examples)), "relevant": float(sum(e.relevant for e in examples))}
    for name, group in (("regions", lambda e: e.province), ("outlets", lambda e: e.outlet)):
        for kind, words in (("signals", False), ("with_words", True)):
            told = held_out(examples, group, words=words)
            reached = figures([(p, e.relevant) for p, e in zip(told, examples, strict=True)])
            scores |= {f"{name}_{kind}_{figure}": reached[figure] for figure in ("f1", "log_loss")}
    weights = fit(examples)
    (FOLDER / WEIGHTS).write_text(json.dumps(asdict(weights), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return write_manifest(
        FOLDER,
        "relevance",
        "Does an article report a government's decision on working from home?",
        FEATURES,
        data=data.gold,
        scores=scores,
        files=[WEIGHTS],
    )


def labelled(paths: Iterable[Path]) -> list[Example]:
    """Every article of gold files, as the score sees it."""
    return [_example(item, find_all(item.article)) for item in read_gold(paths)]


def _example(item: Labelled, findings: Findings) -> Example:
    """The province is that of the decision; of an article without one, the province that it names most."""
    deciding = [code for decision in item.answer.decisions for code in decision.values("region_code")]
    named = Counter(code for region in findings.regions for code in region.value.candidates[:1])
    code = deciding[0] if deciding else max(named, key=lambda name: (named[name], name), default="")
    host = urlsplit(item.article.url or "").hostname
    return Example(
        signals=count_signals(findings),
        words=lead_words(opening(findings)),
        relevant=item.answer.relevant,
        province=code[:2],
        outlet=host or item.article.source_id,
    )


def fit(examples: Sequence[Example], *, words: bool = True) -> Weights:
    """A ridge-penalised logistic fit, calibrated on folds of other regions (Platt).

    The line that Platt's method fits through held-out scores is multiplied into the weights.
    """
    plain = _fit_plain(examples, words)
    held_out = np.zeros((len(examples), 1))
    for rest, fold in _folds(examples, lambda e: e.province):
        weights = _fit_plain([examples[i] for i in rest], words)
        held_out[fold, 0] = [_log_odds(relevance(examples[i].signals, examples[i].words, weights)) for i in fold]
    line = LogisticRegression(C=np.inf).fit(held_out, [e.relevant for e in examples])
    slope, offset = float(line.coef_[0][0]), float(line.intercept_[0])
    return Weights(
        bias=round(slope * plain.bias + offset, _DIGITS),
        signals={name: round(slope * weight, _DIGITS) for name, weight in plain.signals.items()},
        words={word: round(slope * weight, _DIGITS) for word, weight in plain.words.items()},
        most=MOST,
    )


def held_out(examples: Sequence[Example], group: Callable[[Example], str], *, words: bool) -> list[float]:
    """The score of each example by weights that were fitted without the examples of its group."""
    told = [0.0] * len(examples)
    for rest, fold in _folds(examples, group):
        weights = fit([examples[i] for i in rest], words=words)
        for i in fold:
            told[i] = relevance(examples[i].signals, examples[i].words, weights)
    return told


def _folds(examples: Sequence[Example], group: Callable[[Example], str]) -> Iterator[tuple[list[int], list[int]]]:
    groups = [group(example) for example in examples]
    folds = GroupKFold(min(_FOLDS, len(set(groups)))).split(examples, groups=groups)
    yield from ((list(map(int, rest)), list(map(int, fold))) for rest, fold in folds)


def _fit_plain(examples: Sequence[Example], words: bool) -> Weights:
    known = _vocabulary(examples) if words else frozenset()
    vectors = DictVectorizer()
    rows = vectors.fit_transform([_features(example, known) for example in examples])
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=2000).fit(rows, [e.relevant for e in examples])
    fitted = dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return Weights(
        bias=float(model.intercept_[0]),
        signals={name: fitted[f"signal {name}"] for name in (f.name for f in fields(Signals))},
        words={word: fitted[f"word {word}"] * _WORDS_SCALE for word in sorted(known)},
        most=MOST,
    )


def _features(example: Example, known: frozenset[str]) -> dict[str, float]:
    signals = {
        f"signal {name}": min(float(value), MOST.get(name, 1.0)) for name, value in asdict(example.signals).items()
    }
    words = example.words & known
    return signals | {f"word {word}": _WORDS_SCALE / len(words) ** 0.5 for word in words}


def _vocabulary(examples: Sequence[Example]) -> frozenset[str]:
    articles: Counter[str] = Counter()
    provinces: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for word in example.words:
            articles[word] += 1
            provinces[word].add(example.province)
    return frozenset(
        word
        for word, number in articles.items()
        if _LEAST_ARTICLES <= number < _COMMON * len(examples) and len(provinces[word]) >= _LEAST_PROVINCES
    )


def _log_odds(probability: float) -> Any:
    return np.log(probability / (1 - probability))
