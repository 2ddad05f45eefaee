"""Trains the tagger with Stanza's own trainer, on one core in some ten minutes.

The same data give the same weights on one machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from models.artefact import Manifest, write_manifest
from models.ner.corpus import LabelledSentence, names, read_sentences
from models.parts import MissingDataError, TrainingData
from models.stanza_ner.loading import StanzaError, require_stanza
from models.stanza_ner.model import FEATURES, load
from models.stanza_ner.score import score
from models.stanza_ner.stored import FILES, FOLDER, store

_TRAIN, _DEV, _TEST = ("train.txt", "dev.txt", "test.txt")
# Chosen on dev.txt; Stanza's own are for many times as many sentences
_OPTIONS: Final = (
    "--shorthand id_idner --no_pretrain --hidden_dim 128 --word_emb_dim 64 --char_emb_dim 32 --char_hidden_dim 64 "
    "--word_dropout 0.1 --optim adam --lr 0.003 --eval_interval 50 --max_steps 1200 --max_steps_no_improve 500 "
    "--log_step 200 --seed 1234 --cpu"
)


def train(data: TrainingData) -> Manifest:
    """Train on train.txt in the folder `data.ner`, keep what is best on dev.txt, and store it with its scores.

    Raises `MissingDataError` without the folder or without Stanza, `models.ner.corpus.LabelledDataError`, `OSError`.
    """
    if data.ner is None:
        raise MissingDataError("needs the folder of the NER data")
    try:
        require_stanza()
    except StanzaError as missing:
        raise MissingDataError(str(missing)) from missing
    import torch  # noqa: PLC0415

    torch.set_num_threads(1)  # with more, sums are taken in another order and the weights differ
    with TemporaryDirectory() as work:
        store(_trained(data.ner, Path(work)))
    load.cache_clear()
    labelled = [data.ner / part for part in (_TRAIN, _DEV, _TEST)]
    _describe(labelled, {})  # without a manifest nothing is loaded
    return _describe(labelled, {f"{p.stem}_{name}": value for p in labelled[1:] for name, value in score([p]).items()})


def _trained(labelled: Path, work: Path) -> Path:
    from stanza.models import ner_tagger  # noqa: PLC0415

    for part in (_TRAIN, _DEV):
        document = stanza_document(read_sentences(labelled / part))
        (work / f"{part}.json").write_text(json.dumps(document), encoding="utf-8")
    files = f"--train_file {work / _TRAIN}.json --eval_file {work / _DEV}.json --save_dir {work} --save_name tagger.pt"
    ner_tagger.main([*files.split(), *_OPTIONS.split()])
    return work / "tagger.pt"


def _describe(data: Sequence[Path], scores: Mapping[str, float]) -> Manifest:
    does = "people, organisations and places in a sentence of Indonesian news, by Stanza"
    return write_manifest(FOLDER, FOLDER.name, does, FEATURES, data=data, scores=scores, files=FILES)


def bioes(tags: Sequence[str]) -> list[str]:
    """BIO tags in the scheme that Stanza's tagger learns, which also marks a name's end and a name of one token.

    >>> bioes(["O", "B-PER", "I-PER", "B-LOC"])
    ['O', 'B-PER', 'E-PER', 'S-LOC']
    """
    told = ["O"] * len(tags)
    for first, end, label in names(tags):
        inside = [f"I-{label}"] * (end - first - 2)
        told[first:end] = [f"B-{label}", *inside, f"E-{label}"] if end - first > 1 else [f"S-{label}"]
    return told


def stanza_document(sentences: Iterable[LabelledSentence]) -> list[list[dict[str, Any]]]:
    """Sentences as the JSON that Stanza's trainer reads."""
    return [
        [
            {"id": number, "text": token, "ner": tag}
            for number, (token, tag) in enumerate(zip(sentence.tokens, bioes(sentence.tags), strict=True), 1)
        ]
        for sentence in sentences
    ]
