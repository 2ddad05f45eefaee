"""How likely a candidate plays a role: a logistic score for each role over hashed features.

The fitted roles are stored as one NPZ without pickles; the probability of one candidate costs some
microseconds, and fields that did not ship have no weights.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.artefact import verified
from models.roles.features import FEATURES, columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = Path(__file__).parent
WEIGHTS = "weights.npz"
SHIPPED: Final[Mapping[str, float]] = {"start_date": 0.95, "end_date": 0.7}
"""The fields in which rules and the learned part together read unseen articles better than rules alone, and the
probability from which the learned part is followed (`CARD.md`)."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The fitted roles of one field: `weights` has a row for each role, `bias` a number."""

    names: tuple[str, ...]
    bias: NDArray[np.float32]
    weights: NDArray[np.float32]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """How likely a candidate with these features has each role; they sum to 1 where a field has several."""
        return self.at(columns(features))

    def at(self, found: Sequence[int]) -> dict[str, float]:
        """The same for features given as their columns, each once.

        A vector of ones is brought to length one, so that a long text is no surer than a short one.
        """
        scores = [
            float(sum(row[list(found)].tolist())) / math.sqrt(len(found) or 1) + float(bias)
            for row, bias in zip(self.weights, self.bias, strict=True)
        ]
        each = [1 / (1 + math.exp(-score)) for score in scores]
        whole = sum(each) if len(each) > 1 else 1.0
        return {name: p / whole for name, p in zip(self.names, each, strict=True)}


@cache
def load() -> dict[str, Roles]:
    """The stored roles by field. Raises `ArtefactError` when they are missing, altered or fitted to other features."""
    import numpy as np  # noqa: PLC0415

    verified(FOLDER, FEATURES)
    with np.load(FOLDER / WEIGHTS, allow_pickle=False) as stored:
        fields = sorted({key.partition("/")[0] for key in stored.files})
        return {
            field: Roles(
                tuple(str(name) for name in stored[f"{field}/names"]),
                stored[f"{field}/bias"].astype(np.float32),
                stored[f"{field}/weights"].astype(np.float32),
            )
            for field in fields
        }
