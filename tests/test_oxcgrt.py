"""OxCGRT's C2 and its flag, by the table in `extract.oxcgrt`."""

from __future__ import annotations

from typing import Any

import pytest

from extract.oxcgrt import Closing, closing
from extract.schema import Measure, Policy

ASN = {"target": "asn"}
ALL = {"target": "all"}
FIRMS = {"target": "private"}
CIRCULAR = {"instrument": "surat_edaran"}
DECISION = {"instrument": "keputusan"}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (ASN | {"wfh_pct": 75}, 2),
        (ASN, 2),
        (ASN | {"wfh_pct": 100}, 2),  # civil servants are one category of workers
        (ASN | {"wfh_pct": 50, "pct_bound": "max"}, 1),
        (ASN | {"wfh_pct": 75, "pct_bound": "min"}, 2),
        (ASN | {"wfh_pct": 0}, 0),
        ({"wfh_pct": 50}, 2),  # whose work is ruled is not told
        ({"target": "unit", "unit_name": "Disdukcapil", "wfh_pct": 100}, 0),
        (FIRMS | CIRCULAR | {"wfh_pct": 100}, 1),
        (FIRMS | {"wfh_pct": 50}, 1),
        (FIRMS | DECISION | {"wfh_pct": 50}, 2),
        (FIRMS | DECISION | {"wfh_pct": 100}, 3),
        (ALL | CIRCULAR | {"wfh_pct": 100}, 2),
        (ALL | DECISION | {"wfh_pct": 75}, 2),
        (ALL | DECISION | {"wfh_pct": 100}, 3),
        (ALL | {"instrument": "peraturan", "wfh_pct": 100}, 3),
    ],
)
def test_c2(cells: dict[str, Any], expected: int) -> None:
    found = closing(Policy.model_validate({"policy_id": "a", "n_articles": 1, **cells}))
    assert found == Closing(expected, 1 if expected else None)


def measure(kind: str, condition: str, share: float) -> Measure:
    return Measure(observation_id="a-1", measure_no=1, wfh_pct=share, condition_kind=kind, condition=condition)


@pytest.mark.parametrize(
    ("cells", "measures", "expected"),
    [
        (ALL | DECISION, [measure("sector", "non_essential", 100)], Closing(3, 1)),
        (ALL | DECISION, [measure("sector", "essential", 50)], Closing(2, 1)),
        (ALL | CIRCULAR, [measure("sector", "non_essential", 100)], Closing(2, 1)),
        (ASN, [measure("zone", "red", 75), measure("zone", "orange", 50)], Closing(2, 0)),
        (ASN, [measure("zone", "red", 75), measure("rank", "staf", 50)], Closing(2, 1)),
        (ASN | {"wfh_pct": 50}, [measure("zone", "red", 75)], Closing(2, 1)),
        (ASN, [measure("sector; region", "essential; java_bali", 50)], Closing(2, 0)),
    ],
)
def test_shares_under_a_condition(cells: dict[str, Any], measures: list[Measure], expected: Closing) -> None:
    assert closing(Policy.model_validate({"policy_id": "a", "n_articles": 1, **cells}), measures) == expected
