"""What `extract.counts.find` yields and what its parts hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Metric = Literal["confirmed", "active", "recovered", "died", "suspected", "close_contact"]
Population = Literal["general", "asn", "officials", "health_workers", "students", "other"]
Period = Literal["cumulative", "new", "current"]

STOCKS: Final = ("active", "suspected", "close_contact")
"""Metrics that are a stock on a day: their period is `current` unless the text says that they are new."""


@dataclass(frozen=True, slots=True)
class CountValue:
    """One COVID-19 count as the article states it.

    `value` is empty for "puluhan" and the like. `part` is 0, but in a count told once for several places
    ("masing-masing 21 kasus") the rows are numbered from 1 in the order of the places.
    """

    metric: Metric
    population: Population
    value: int | None
    approximate: bool
    period: Period
    part: int = 0


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that may be a count."""

    start: int
    end: int
    value: int | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """One amount with the words that may belong to it, left and right, inside its clause."""

    amount: Amount
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Cue:
    """What a clause says of the people that it counts; a weak cue is only "kasus"."""

    metric: Metric
    start: int
    end: int
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun behind an amount: where it ends, the population that it names, and whether the amount counts people.

    `identified` when it says who of the people before they are: "10 di antaranya tenaga kesehatan".
    """

    end: int
    population: Population | None
    counted: bool
    identified: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """What was told last; later clauses without a cue go on with it. `counted` when it had an amount."""

    metric: Metric
    population: Population | None = None
    new: bool = False
    value: int | None = None
    counted: bool = False

    def holds(self, value: int | None) -> bool:
        """Whether `value` people can be a part of these."""
        return self.value is None or (value or 0) <= self.value


@dataclass(frozen=True, slots=True)
class Story:
    """The counts of the sentences just before, oldest first, and how many sentences without any came since."""

    told: tuple[Topic, ...]
    last: tuple[Topic, ...]  # those of the last sentence that told any
    age: int = 0

    def whole(self, value: int | None, *, new: bool = False) -> Topic | None:
        """The last topic of which `value` people can be a part; of a part of "the new ones", the last new one."""
        fitting = [topic for topic in reversed(self.told) if topic.holds(value)]
        fresh = [topic for topic in fitting if topic.new] if new else []
        return next(iter(fresh or fitting), None)


@dataclass(frozen=True, slots=True)
class Draft:
    """A count before repetitions are dropped. `silent` when its sentence does not say of what time it is."""

    amount: Amount
    value: CountValue
    start: int
    end: int
    rule: str
    sentence: int
    silent: bool = False
