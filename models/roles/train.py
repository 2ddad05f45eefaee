"""Fits the roles that ship on labelled articles; needs scikit-learn (in the development environment)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Final

import numpy as np

from models.artefact import Manifest, write_manifest
from models.parts import TrainingData
from models.roles.examples import TASKS, Example, Task, labelled, read_examples
from models.roles.features import COLUMNS, FEATURES
from models.roles.model import FOLDER, SHIPPED, WEIGHTS, Roles
from models.roles.score import figures

_LOOSE: Final = 30.0  # inverse strength of the penalty for candidates, which are many
_TIGHT: Final = 3.0  # and for whole articles, which are few
_DIGITS: Final = 3
_CLOSE: Final = 1e-3  # the fit stops when it gains less
_NEVER: Final = -20.0
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def train(data: TrainingData) -> Manifest:
    """Fit on the gold files and store weights and manifest; its scores are those on the same articles."""
    tasks = [task for task in TASKS if task.name in SHIPPED]
    examples = read_examples(data.gold, tasks)
    fitted = {task.name: fit(task, examples) for task in tasks}
    _store(fitted)
    return write_manifest(
        FOLDER,
        "roles",
        "Which date is the first or last day in force?",
        FEATURES,
        data=data.gold,
        scores={f"fitted_{name}": value for name, value in figures(examples, fitted).items()},
        files=[WEIGHTS],
    )


def fit(task: Task, examples: Iterable[Example]) -> Roles:
    """One ridge-penalised logistic fit for each role of a task, against all its other roles."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    pairs = list(labelled(task, examples))
    ends = np.cumsum([0, *(len(found) for found, _ in pairs)])
    lengths = np.repeat([len(found) for found, _ in pairs], [len(found) for found, _ in pairs])
    matrix = csr_matrix(
        (1 / np.sqrt(lengths), np.concatenate([found for found, _ in pairs]), ends), shape=(len(pairs), COLUMNS)
    )
    bias, weights = [], []
    for name in task.roles:
        is_role = [role == name for _, role in pairs]
        if not any(is_role):  # a role that no article shows
            bias.append(_NEVER)
            weights.append(np.zeros(COLUMNS))
            continue
        model = LogisticRegression(
            C=_TIGHT if task.balanced else _LOOSE,
            class_weight="balanced" if task.balanced else None,
            solver="liblinear",
            random_state=0,
            tol=_CLOSE,
        ).fit(matrix, is_role)
        bias.append(round(float(model.intercept_[0]), _DIGITS))
        weights.append(np.round(model.coef_[0], _DIGITS))
    return Roles(tuple(task.roles), np.array(bias, np.float32), np.array(weights, np.float32))


def _store(fitted: dict[str, Roles]) -> None:
    """Write the roles of all fields as one NPZ, byte for byte the same for the same roles: no clock, no compression."""
    arrays = {
        f"{field}/{name}": array
        for field, roles in sorted(fitted.items())
        for name, array in (
            ("names", np.array(roles.names)),
            ("bias", roles.bias),
            ("weights", roles.weights.astype(np.float16)),
        )
    }
    with zipfile.ZipFile(FOLDER / WEIGHTS, "w") as file:
        for name, array in arrays.items():
            stored = BytesIO()
            np.save(stored, array, allow_pickle=False)
            info = zipfile.ZipInfo(f"{name}.npy", _EPOCH)
            file.writestr(info, stored.getvalue())
