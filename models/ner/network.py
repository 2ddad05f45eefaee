"""The layer that turns `features` into vectors, registered with spaCy so that `config.cfg` can name it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, with_array

from models.ner.features import NAMES, token_features

_Keys = npt.NDArray[np.uint64]


def embed_features(width: int, columns: dict[str, dict[str, int]]) -> Model[list[Doc], list[Any]]:
    """Vectors of `width` from the features named in `columns`, each hashed into `rows` vectors of its own `width`."""
    if unknown := set(columns) - set(NAMES):
        raise ValueError(f"config.cfg names unknown features: {', '.join(sorted(unknown))}; known are {NAMES}")
    used: list[str] = [name for name in NAMES if name in columns]
    tables: list[Model[Any, Any]] = [
        HashEmbed(columns[name]["width"], columns[name]["rows"], column=number, seed=number + 1)
        for number, name in enumerate(used)
    ]
    mix = Maxout(width, sum(columns[name]["width"] for name in used), nP=3, normalize=True, dropout=0.0)
    return chain(_feature_keys(used), with_array(chain(concatenate(*tables), mix)))


def _feature_keys(used: list[str]) -> Model[list[Doc], list[_Keys]]:
    """The features of each token as 64-bit keys, one column each."""
    places = [NAMES.index(name) for name in used]

    def keys(doc: Doc) -> _Keys:
        rows = token_features([token.text for token in doc])
        # the name goes into the key: a prefix is not a suffix
        table = [[get_string_id(f"{NAMES[at]}={row[at]}") for at in places] for row in rows]
        return np.array(table, dtype=np.uint64).reshape(len(rows), len(places))

    def forward(model: object, docs: list[Doc], is_train: bool) -> tuple[list[_Keys], Callable[[Any], list[Any]]]:
        return [keys(doc) for doc in docs], lambda gradient: []

    return Model("name_features", forward)


registry.architectures("edaran.NameFeatures.v1", func=embed_features)
