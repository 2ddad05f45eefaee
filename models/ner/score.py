"""How many names of labelled sentences the model finds, with their exact ends and their kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from spacy.tokens import Doc

from models.ner.corpus import LABELS, LabelledDataError, names, read_sentences
from models.ner.model import load
from models.parts import DataError


def score(files: Sequence[Path]) -> Mapping[str, float]:
    """Number of names, precision, recall and F1 (0 to 1) over all names of labelled files, and the F1 of each kind.

    Raises `DataError` for a file that cannot be read, `models.artefact.ArtefactError` when the model's files are not as
    trained.
    """
    try:
        sentences = [sentence for path in files for sentence in read_sentences(path)]
    except (LabelledDataError, OSError) as error:
        raise DataError(str(error)) from error
    nlp = load()
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    with nlp.memory_zone():
        docs = nlp.pipe(Doc(nlp.vocab, words=list(sentence.tokens)) for sentence in sentences)
        for sentence, doc in zip(sentences, docs, strict=True):
            expected = set(names(sentence.tags))
            found = {(ent.start, ent.end, ent.label_) for ent in doc.ents}
            for counter, spans in ((wanted, expected), (given, found), (right, expected & found)):
                counter.update(label for *_, label in spans)
    scores = {
        "names": float(wanted.total()),
        "precision": _share(right.total(), given.total()),
        "recall": _share(right.total(), wanted.total()),
        "f1": _share(2 * right.total(), given.total() + wanted.total()),
    }
    each = {f"f1_{label.lower()}": _share(2 * right[label], given[label] + wanted[label]) for label in LABELS}
    return scores | each


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
