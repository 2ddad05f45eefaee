"""Does an article report a government's decision on working from home?

First a cheap filter on words, then a score from what the fields found. The score is a logistic one; its weights are few,
readable and fitted on the gold corpus.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

#: Words without which an article cannot be about working from home. Plain strings: any engine can scan for them.
HOME_WORK_TERMS = (
    "wfh", "work from", "work form", "working from", "wfa", "wfo", "flexible work", "fwa", "dari rumah", "di rumah", "dirumahkan", "rumahkan", "tempat tinggal",
    "kediaman", "ngantor", "berkantor", "masuk kantor", "w.f.h",
)
#: Words of a COVID-19 report, which gives case counts also where it tells of no rule.
COVID_TERMS = ("covid", "corona", "korona", "pandemi", "terkonfirmasi")

_HOME_WORK = re.compile("|".join(re.escape(t).replace(r"\ ", r"[\s-]+") for t in HOME_WORK_TERMS), re.IGNORECASE)
_COVID = re.compile("|".join(COVID_TERMS), re.IGNORECASE)


def names_home_work(text: str) -> bool:
    """Whether the text holds any word that an article about working from home must hold.

    >>> names_home_work("Harga cabai naik"), names_home_work("ASN Bogor WFH")
    (False, True)
    """
    return _HOME_WORK.search(text) is not None


def names_covid(text: str) -> bool:
    """Whether the text may be a COVID-19 report.

    >>> names_covid("Kasus COVID-19 bertambah")
    True
    """
    return _COVID.search(text) is not None


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for a decision in one article, counted over its cleaned text without background."""

    sentences: int  # that name working from home
    staff_sentences: int  # that name it together with civil servants or a government
    early: bool  # whether one of those stands in the headline or the first four sentences
    maker: bool  # whether a government is named in a sentence about the rule
    action: bool  # whether words of a decision are there
    detail: int  # how many of share, date, decree are told
    private: bool  # whether a company or a private adviser is the subject


_BIAS = -4.2
_WEIGHTS = {"sentences": 0.25, "staff_sentences": 0.9, "early": 1.6, "maker": 1.8, "action": 1.5, "detail": 0.7, "private": -2.5}


def relevance(signals: Signals) -> float:
    """Probability, 0 to 1, that the article reports a government's decision.

    >>> relevance(Signals(4, 3, True, True, True, 2, False)) > 0.9
    True
    >>> relevance(Signals(5, 0, True, False, False, 1, True)) < 0.1
    True
    """
    counts = {"sentences": min(signals.sentences, 4), "staff_sentences": min(signals.staff_sentences, 3), "detail": signals.detail}
    flags = {"early": signals.early, "maker": signals.maker, "action": signals.action, "private": signals.private}
    score = _BIAS + sum(_WEIGHTS[name] * float(value) for name, value in {**counts, **flags}.items())
    return 1 / (1 + math.exp(-score))
