"""How likely an article reports a government's decision, from what the fields found in it and the words of its opening.

The score is a logistic one over counts (`Signals`) and over the words and pairs of words of the first sentences. Its
weights are plain JSON, fitted and calibrated on the gold corpus (`models.relevance.train`).
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from models.artefact import verified

FOLDER = Path(__file__).parent
WEIGHTS = "weights.json"
#: Version of `Signals` and `lead_words`: count it up when one of them changes its meaning, then train anew.
FEATURES = 2
#: So many sentences, from the headline on, are the opening whose words count.
LEAD = 8
#: From this relevance on an article is read for observations. Not from 0.5: a decision that is passed over costs a
#: whole row, and of what is read only an action of a government becomes one.
RELEVANT = 0.25
_WORD = re.compile(r"[^\W\d_]+|\d+")


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
    """A fitted logistic score: `bias`, the weights of signals and of lead words, and the most that a count may be."""

    bias: float
    signals: dict[str, float]
    words: dict[str, float]
    most: dict[str, float]


def lead_words(lead: str) -> frozenset[str]:
    """The words of an opening, and its pairs of neighbouring words, in small letters; any number is "0".

    >>> sorted(lead_words("WFH 50 persen"))
    ['0', '0 persen', 'persen', 'wfh', 'wfh 0']
    """
    words = ["0" if word.isdigit() else word for word in _WORD.findall(lead.lower())]
    return frozenset(words) | {f"{first} {second}" for first, second in pairwise(words)}


@cache
def load() -> Weights:
    """The stored weights. Raises `ArtefactError` when they are missing, altered or fitted to other features."""
    verified(FOLDER, FEATURES)
    return Weights(**json.loads((FOLDER / WEIGHTS).read_text(encoding="utf-8")))


def relevance(signals: Signals, words: frozenset[str], weights: Weights | None = None) -> float:
    """Probability, 0 to 1, that an article with these signals and these `lead_words` reports a government's decision.

    >>> told = Signals(4, 3, 2, 3, 2, True, True, True, True, True, 0, False, 0, 1.0)
    >>> relevance(told, lead_words("ASN Kota Bogor WFH")) > 0.9
    True
    >>> survey = Signals(5, 0, 0, 0, 0, False, False, False, True, False, 2, False, 1, 2.0)
    >>> relevance(survey, lead_words("Survei: karyawan suka WFH")) < 0.2
    True
    """
    fitted = weights or load()
    score = fitted.bias + sum(
        weight * min(float(getattr(signals, name)), fitted.most.get(name, 1.0))
        for name, weight in fitted.signals.items()
    )
    known = [fitted.words[word] for word in sorted(words & fitted.words.keys())]
    if known:
        score += sum(known) / math.sqrt(len(known))  # a long opening says no more than a short one
    return 1 / (1 + math.exp(-score))
