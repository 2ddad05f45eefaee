"""The trained network as stored files, and the names that it finds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Model

from models.artefact import verified
from models.ner import Name, network  # noqa: F401  (network registers the layer that config.cfg names)
from models.ner.features import PLACES, VERSION
from models.ner.tokens import Token, tokenize

FOLDER: Final = Path(__file__).parent
CONFIG: Final = FOLDER / "config.cfg"
WEIGHTS: Final = FOLDER / "weights.npz"
ACTIONS: Final = FOLDER / "actions.json"
#: What belongs to the artefact, as its manifest lists it.
FILES: Final = tuple(path.name for path in (CONFIG, WEIGHTS, ACTIONS, PLACES))

_BATCH: Final = 64  # sentences


def find_names(sentences: Sequence[str]) -> list[tuple[Name, ...]]:
    """What `models.ner.find_names` promises."""
    cut = [tokenize(sentence) for sentence in sentences]
    found: list[tuple[Name, ...]] = []
    nlp = load()
    with nlp.memory_zone():  # or the words of all articles would stay in memory
        docs = (Doc(nlp.vocab, words=[token.text for token in tokens]) for tokens in cut)
        for sentence, tokens, doc in zip(sentences, cut, nlp.pipe(docs, batch_size=_BATCH), strict=True):
            found.append(tuple(_name(ent.label_, tokens[ent.start : ent.end], sentence) for ent in doc.ents))
    return found


def _name(label: str, tokens: Sequence[Token], sentence: str) -> Name:
    start, end = tokens[0].start, tokens[-1].end
    return Name(label, start, end, sentence[start:end])


@cache
def load() -> Language:
    """The trained pipeline, read once per process. Raises `models.artefact.ArtefactError`."""
    verified(FOLDER, VERSION)
    config = load_config(CONFIG)
    nlp = load_model_from_config({part: config[part] for part in ("nlp", "components")}, auto_fill=True)
    ner: Any = nlp.get_pipe("ner")
    sample = Example.from_dict(Doc(nlp.vocab, words=["kata"]), {})  # tells the layers their sizes
    ner.initialize(lambda: [sample], nlp=nlp, labels=json.loads(ACTIONS.read_text(encoding="utf-8")))
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        for key, node, parameter in _parameters(ner.model):
            node.set_param(parameter, stored[key].astype("float32"))
    return nlp


def store(nlp: Language) -> None:
    """Write the weights of a trained pipeline, and what its transitions are. Half precision costs no name."""
    ner: Any = nlp.get_pipe("ner")
    weights: dict[str, Any] = {
        key: node.get_param(parameter).astype("float16") for key, node, parameter in _parameters(ner.model)
    }
    np.savez_compressed(WEIGHTS, **weights)
    ACTIONS.write_text(json.dumps(ner.label_data, indent=1) + "\n", encoding="utf-8")
    load.cache_clear()


def _parameters(model: Model[Any, Any]) -> Iterable[tuple[str, Model[Any, Any], str]]:
    """Every weight of a network with a key that tells where it is."""
    for place, node in enumerate(model.walk()):
        for parameter in node.param_names:
            if node.has_param(parameter):
                yield f"{place}.{node.name}.{parameter}", node, parameter
