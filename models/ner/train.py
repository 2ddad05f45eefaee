"""Trains the names model anew (`make models NER=FOLDER`, where FOLDER holds train.txt, dev.txt and test.txt).

What is learned, and how, stands in `config.cfg`; it was chosen by training on train.txt and scoring on dev.txt, as
`python -m models.ner.train FOLDER` does without storing anything. What is stored was trained on both, and scored on
test.txt. The same data and the same versions of the libraries give the same weights.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import DIR_MODEL_LAST
from spacy.training.loop import train as run_training
from spacy.util import load_config, registry

from models.artefact import Manifest, write_manifest
from models.ner.augment import with_offices
from models.ner.corpus import names, read_sentences
from models.ner.features import VERSION, write_places
from models.ner.model import CONFIG, FILES, FOLDER, store
from models.ner.score import score
from models.parts import MissingDataError, TrainingData

_TRAIN, _DEV, _TEST = ("train.txt", "dev.txt", "test.txt")


def labelled_sentences(paths: list[str], offices: bool) -> Callable[[Language], Iterator[Example]]:
    """The sentences of files as spaCy wants them for training; with `offices`, also what `augment` makes of them."""

    def examples(nlp: Language) -> Iterator[Example]:
        sentences = [sentence for path in paths for sentence in read_sentences(Path(path))]
        for sentence in [*sentences, *(with_offices(sentences) if offices else ())]:
            gold = Doc(nlp.vocab, words=list(sentence.tokens))
            gold.ents = tuple(Span(gold, start, end, label) for start, end, label in names(sentence.tags))
            yield Example(Doc(nlp.vocab, words=list(sentence.tokens)), gold)

    return examples


registry.readers("edaran.LabelledSentences.v1", func=labelled_sentences)


def train(data: TrainingData) -> Manifest:
    """Train on train.txt and dev.txt of the NER data, store the artefact, and score it on test.txt.

    spaCy's progress goes to the standard error. Raises `MissingDataError` without the folder or one of its files.
    """
    folder = data.ner
    files = [folder / name for name in (_TRAIN, _DEV, _TEST)] if folder else []
    if not files or not all(path.is_file() for path in files):
        raise MissingDataError(f"it needs a folder with {_TRAIN}, {_DEV} and {_TEST} (see its card)")
    *learned_from, test = files
    write_places()
    store(trained(learned_from, test))
    _describe(files, {})  # without a manifest the model is not loaded
    return _describe(files, {f"test_{name}": value for name, value in score([test]).items()})


def trained(learned_from: Sequence[Path], scored_on: Path, **changes: object) -> Language:
    """A pipeline trained by `config.cfg` with changes to its [training], its weights averaged over the run."""
    paths = {"paths.train": [str(path) for path in learned_from], "paths.dev": [str(scored_on)]}
    training = {f"training.{name}": value for name, value in changes.items()}
    nlp = init_nlp(load_config(CONFIG, overrides=paths | training))
    with TemporaryDirectory() as folder:
        run_training(nlp, Path(folder), stdout=sys.stderr, stderr=sys.stderr)
        return spacy.load(Path(folder) / DIR_MODEL_LAST)


def _describe(files: Sequence[Path], scores: Mapping[str, float]) -> Manifest:
    does = "people, organisations and places in a sentence of Indonesian news"
    return write_manifest(FOLDER, "ner", does, VERSION, data=files, scores=scores, files=FILES)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    trained([folder / _TRAIN], folder / _DEV)
