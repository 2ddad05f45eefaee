"""OxCGRT indicator C2, "workplace closing", of a policy in force, and its flag.

The scale is that of the Oxford COVID-19 Government Response Tracker (Hale et al., Nature Human Behaviour 5, 2021;
codebook at https://github.com/OxCGRT/covid-policy-dataset): 0 no measures; 1 recommend closing or working from home, or
open with significant changes; 2 require it for some sectors or categories of workers; 3 require it for all but
essential workplaces. The flag is 1 for a rule for the whole jurisdiction and 0 for one for a part of it. Its
interpretation guide does not count an employer who sends the own staff home, which is why one office alone is 0.

| who | what is ruled | C2 |
| --- | --- | --- |
| one office (`unit`) | anything | 0 |
| anybody | nobody has to be at home (`wfh_pct` 0) | 0 |
| anybody | at home "at most" so many (`pct_bound` `max`) | 1 |
| civil servants (`asn`) | a share, or no share told | 2 |
| firms (`private`) | by a circular, a letter or words alone: they are asked | 1 |
| `all` | by a circular, a letter or words alone: its civil servants must | 2 |
| firms, or `all` | by an instruction, a decision or a regulation | 2 |
| the same | and the share, or that of the non-essential sector, is 100 | 3 |

A circular (*surat edaran*) is no legislation in the sense of UU 12/2011 and binds those under its author, not firms.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from extract.schema import LIST_SEPARATOR, Measure, Policy

_BINDING: Final = frozenset({"keputusan", "instruksi", "peraturan"})
_PLACES: Final = frozenset({"zone", "region", "unit"})
_ALL: Final = 100.0


@dataclass(frozen=True, slots=True)
class Closing:
    """C2 and its flag; None where there is nothing to flag."""

    c2: int
    flag: int | None

    @property
    def strictness(self) -> tuple[int, int]:
        """By which closings are ordered: a general one goes before a targeted one of the same code."""
        return self.c2, self.flag or 0


def closing(policy: Policy, measures: Iterable[Measure] = ()) -> Closing:
    """C2 of a policy while it is in force.

    >>> closing(Policy(policy_id="a", n_articles=1, action="impose", target="asn", wfh_pct=75))
    Closing(c2=2, flag=1)
    >>> closing(Policy(policy_id="a", n_articles=1, target="all", instrument="instruksi", wfh_pct=100)).c2
    3
    """
    given = tuple(measures)
    c2 = _c2(policy, given)
    return Closing(c2, _flag(policy, given) if c2 else None)


def _c2(policy: Policy, measures: tuple[Measure, ...]) -> int:
    if policy.target == "unit" or policy.wfh_pct == 0:
        return 0
    if policy.pct_bound == "max":
        return 1
    if policy.target not in {"private", "all"}:
        return 2
    if policy.instrument not in _BINDING:
        return 1 if policy.target == "private" else 2
    return 3 if policy.wfh_pct == _ALL or any(_closes_the_rest(m) for m in measures) else 2


def _closes_the_rest(measure: Measure) -> bool:
    return measure.condition_kind == "sector" and measure.condition == "non_essential" and measure.wfh_pct == _ALL


def _flag(policy: Policy, measures: tuple[Measure, ...]) -> int:
    """0 when shares are told for zones, places or offices alone."""
    kinds = [set(measure.condition_kind.split(LIST_SEPARATOR)) for measure in measures]
    return 0 if policy.wfh_pct is None and kinds and all(kind & _PLACES for kind in kinds) else 1
