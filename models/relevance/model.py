"""How likely an article reports a government's decision, from what the fields found in it.

The score is a logistic one; its weights are few and readable, and fitted on the gold corpus (`models.relevance.train`).
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.artefact import verified

FOLDER = Path(__file__).parent
WEIGHTS = "weights.json"
#: Version of `Signals`: count it up when a signal is added, goes, or means something else, then train anew.
FEATURES = 1


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for a decision in one article, counted over its cleaned text without background."""

    named: int  # sentences that name working from home
    named_public: int  # those of them beside civil servants or a government
    named_maker: int  # those of them beside an authority
    home_public: int  # sentences that put civil servants at home in any words
    office_public: int  # sentences that say who of them is in the office
    early: bool  # one of these stands in the headline or the first sentences
    maker: bool  # an authority is named in a sentence about the rule
    action: bool  # the words of a decision are there
    share: bool  # a share of staff is told
    decree: bool  # an instrument of its own is told
    private: int  # opening sentences about a company, an adviser, a survey, a crime
    undecided: bool  # "belum memutuskan", "masih membahas"
    school: int  # opening sentences about pupils and schools
    length: float  # sentences of the article, in dozens: a long story names everything once


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted logistic score: `bias`, one weight for each signal, and the most that a count may be."""

    bias: float
    weights: dict[str, float]
    most: dict[str, float]


@cache
def load() -> Weights:
    """The stored weights. Raises `ArtefactError` when they are missing, altered or fitted to other signals."""
    verified(FOLDER, FEATURES)
    stored = json.loads((FOLDER / WEIGHTS).read_text(encoding="utf-8"))
    return Weights(stored["bias"], stored["weights"], stored["most"])


def relevance(signals: Signals, weights: Weights | None = None) -> float:
    """Probability, 0 to 1, that the article reports a government's decision.

    >>> relevance(Signals(4, 3, 2, 3, 2, True, True, True, True, True, 0, False, 0, 1.0)) > 0.9
    True
    >>> relevance(Signals(5, 0, 0, 0, 0, False, False, False, True, False, 2, False, 1, 2.0)) < 0.2
    True
    """
    fitted = weights or load()
    score = fitted.bias + sum(
        w * min(float(getattr(signals, name)), fitted.most.get(name, 1.0)) for name, w in fitted.weights.items()
    )
    return 1 / (1 + math.exp(-score))
