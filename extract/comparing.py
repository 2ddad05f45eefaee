"""The forms in which two values of a table are the same, as the codebook compares them.

Decree numbers are compared without case, blanks and kinds of dash; of citations their numbers; of measures the share
and the condition, where the codebook has closed words for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from extract.decrees.numbers import comparable

LIST = re.compile(r"\s*;\s*")
"""What joins a list inside a cell."""
_CLOSED_SECTORS = frozenset({"non_essential", "essential", "critical", "public_service"})
_CLOSED_KINDS = frozenset({"ppkm_level", "zone", "region"})
_YEAR = re.compile(r"[0-9]{4}")
_AROUND_SEPARATORS = re.compile(r"\s*([/\u2010-\u2015-])\s*")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article that support a value; `rule` read them, and is None where a coder marked them."""

    start: int
    end: int
    text: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in comparable form and the words behind it."""

    value: str
    words: tuple[Words, ...] = ()


def comparable_cell(name: str, value: object) -> str | None:
    """The form in which two values of a column are the same; None for an empty cell.

    >>> comparable_cell("decree_number", "No. 05/2022"), comparable_cell("wfh_pct", 75.0), comparable_cell("action", "")
    ('5/2022', '75', None)
    """
    if value is None or value == "":
        return None
    if name == "decree_number":
        return comparable(str(value)) or None
    if name.endswith("_pct"):
        return _percent(value)
    if name.endswith("_date"):
        return str(value)[:10]
    return str(value).strip().casefold()


def _percent(value: Any) -> str:
    return f"{round(float(value), 2):g}"


def cited_number(citation: str) -> str | None:
    """The number that ends a citation, in comparable form; None for a citation without one.

    >>> cited_number("surat_edaran Menteri PANRB Nomor 58 Tahun 2020"), cited_number("instruksi gubernur")
    ('58/2020', None)
    """
    words = _AROUND_SEPARATORS.sub(r"\1", citation).split()
    last = words[-1:]
    if len(words) > 2 and words[-2].casefold() == "tahun" and _YEAR.fullmatch(words[-1]) and _has_digit(words[-3]):
        last = words[-3:]
    return (comparable(" ".join(last)) or None) if any(map(_has_digit, last)) else None


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)


def measure_value(row: Mapping[str, Any]) -> str | None:
    """A measure as its conditions and its WFH share; None for a general one, which is the observation's own.

    Conditions without closed words (rank, group, unit, period, other sectors) count by their kind alone.

    >>> measure_value({"condition_kind": "sector; ppkm_level", "condition": "essential; 4", "wfo_pct": 50})
    'sector essential, ppkm_level 4: wfh 50'
    >>> measure_value({"condition_kind": "unit", "condition": "kecamatan", "wfh_pct": 25})
    'unit: wfh 25'
    """
    kinds = LIST.split(str(row.get("condition_kind") or "").casefold())
    if kinds in ([""], ["general"]):
        return None
    printed = LIST.split(str(row.get("condition") or "").casefold())
    conditions = [
        f"{kind} {value}" if kind in _CLOSED_KINDS or (kind == "sector" and value in _CLOSED_SECTORS) else kind
        for kind, value in zip_longest(kinds, printed[: len(kinds)], fillvalue="")
    ]
    share = comparable_cell("wfh_pct", row.get("wfh_pct"))
    if share is None and (office := comparable_cell("wfo_pct", row.get("wfo_pct"))) is not None:
        share = _percent(100 - float(office))
    return f"{', '.join(conditions)}: wfh {share or '?'}"


def count_value(row: Mapping[str, Any]) -> str | None:
    """A case count as metric, population and value; None for one without a value ("puluhan").

    >>> count_value({"metric": "died", "population": "general", "value": 3})
    'died general 3'
    """
    value = row.get("value")
    return None if value is None else f"{row['metric']} {row['population']} {int(value)}"
