"""Trains the model with Stanza's own trainers: `python -m models.stanza_ner.train LABELLED TEXT... --work FOLDER`.

LABELLED is a folder with `train.txt`, `dev.txt` and `test.txt` (the format of `models.ner.corpus`), TEXT are files of
articles in JSON Lines for the character models. The steps are `forward` and `backward` (the character models), then
`names` (the tagger on top of them); `--step` runs one of them. Takes half an hour on one core; the same input gives the
same weights on one machine.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from models.ner.corpus import LabelledSentence, read_sentences
from models.stanza_ner.names import MODEL, RESOURCES

#: What the character models are called in `resources.json`, by the direction in which Stanza's trainer reads.
CHARACTER_MODELS: Final = {"forward": "forward_charlm", "backward": "backward_charlm"}
_TEXT_NAME: Final = "news"
_SEED: Final = 1234
# "188.45/1211", "work-from-home" stay whole, as in the labelled sentences; any other mark is a token
_TOKEN: Final = re.compile(r"\w+(?:[-./:]\w+)*|\S")
# Sizes and learning rates were chosen on dev.txt; the defaults are for a thousand times as much text
_TEXT_OPTIONS: Final = (
    "--char_emb_dim 48 --char_hidden_dim 192 --batch_size 20 --bptt_size 100 --epochs 6 --cutoff 5 --eval_steps -1 "
    "--report_steps 500 --max_grad_norm 0.5 --no_checkpoint --cpu"
)
_NAMES_OPTIONS: Final = (
    "--charlm --no_pretrain --hidden_dim 128 --word_emb_dim 64 --char_emb_dim 32 --char_hidden_dim 64 "
    "--word_dropout 0.1 --optim adam --lr 0.003 --eval_interval 50 --max_steps 1500 --max_steps_no_improve 400 "
    "--log_step 100 --cpu"
)
# Options of a trainer that are paths on the machine where it ran
_OF_THIS_MACHINE: Final = ("_file", "_dir", "_name")
_EDGES: Final = {("B", True): "B", ("B", False): "S", ("I", True): "I", ("I", False): "E"}


def bioes(tags: Sequence[str]) -> list[str]:
    """BIO tags in the scheme that Stanza's tagger learns, which also marks a name's end and a name of one token.

    >>> bioes(["O", "B-PER", "I-PER", "B-LOC"])
    ['O', 'B-PER', 'E-PER', 'S-LOC']
    """
    told = []
    for tag, following in zip(tags, [*tags[1:], "O"], strict=True):
        edge, _, label = tag.partition("-")
        goes_on = following == f"I-{label}"
        told.append(tag if not label else f"{_EDGES[edge, goes_on]}-{label}")
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


def paragraphs(articles: Iterable[Path]) -> Iterator[str]:
    """Every paragraph once, its tokens with a blank between: so the tagger hands them to a character model."""
    seen: set[str] = set()
    for path in articles:
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            for paragraph in article.get("input", article)["text"].splitlines():
                told = " ".join(_TOKEN.findall(paragraph))
                if told and told not in seen:
                    seen.add(told)
                    yield told


def train_text(direction: str, labelled: Path, articles: Sequence[Path], work: Path) -> None:
    """Train the character model of one direction on the articles and `train.txt`; it stops by what `dev.txt` says."""
    from stanza.models import charlm  # noqa: PLC0415

    files = {"train": work / "text.txt", "dev": work / "text-dev.txt"}
    for part, path in files.items():
        lines = [" ".join(sentence.tokens) for sentence in read_sentences(labelled / f"{part}.txt")]
        more = paragraphs(articles) if part == "train" else ()
        path.write_text("".join(f"{line}\n" for line in (*lines, *more)), encoding="utf-8")
    charlm.main(
        f"--{direction} --train_file {files['train']} --eval_file {files['dev']} --shorthand id_{_TEXT_NAME} "
        f"--save_dir {work} --save_name {direction}.pt --seed {_SEED} {_TEXT_OPTIONS}".split()
    )
    _store(work / f"{direction}.pt", RESOURCES / "id" / CHARACTER_MODELS[direction] / f"{_TEXT_NAME}.pt")


def train_names(labelled: Path, work: Path) -> None:
    """Train the tagger on `train.txt`; the weights that are best on `dev.txt` are kept."""
    from stanza.models import ner_tagger  # noqa: PLC0415

    for part in ("train", "dev"):
        document = stanza_document(read_sentences(labelled / f"{part}.txt"))
        (work / f"{part}.json").write_text(json.dumps(document), encoding="utf-8")
    models = " ".join(
        f"--charlm_{direction}_file {RESOURCES / 'id' / name / f'{_TEXT_NAME}.pt'}"
        for direction, name in CHARACTER_MODELS.items()
    )
    ner_tagger.main(
        f"--train_file {work / 'train.json'} --eval_file {work / 'dev.json'} --shorthand id_{MODEL} --charlm_shorthand "
        f"id_{_TEXT_NAME} {models} --save_dir {work} --save_name names.pt --seed {_SEED} {_NAMES_OPTIONS}".split()
    )
    _store(work / "names.pt", RESOURCES / "id" / "ner" / f"{MODEL}.pt")


def _store(trained: Path, path: Path) -> None:
    """Keep the weights in half the space and without the paths of this machine; read and written as weights alone."""
    import torch  # noqa: PLC0415

    state = torch.load(trained, weights_only=True)
    options, weights = "config", "model"
    if "config" not in state:  # a character model
        state, options, weights = state["model"], "args", "state_dict"
    state[options] = {name: value for name, value in state[options].items() if not name.endswith(_OF_THIS_MACHINE)}
    state[weights] = {
        name: value.half() if value.is_floating_point() else value for name, value in state[weights].items()
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(state, path)


def write_resources() -> None:
    """Describe the models in `resources.json`, as Stanza does with a folder that it has downloaded."""
    needed = [{"model": name, "package": _TEXT_NAME} for name in CHARACTER_MODELS.values()]
    described = {
        "id": {
            "lang_name": "Indonesian",
            "ner": {MODEL: {"dependencies": needed}},
            **{name: {_TEXT_NAME: {}} for name in CHARACTER_MODELS.values()},
            "packages": {"default": {"ner": MODEL}},
        }
    }
    (RESOURCES / "resources.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Train what was asked for and describe it."""
    import torch  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("text", nargs="+", type=Path)
    parser.add_argument("--work", required=True, type=Path, help="folder for what only the training needs")
    parser.add_argument("--step", choices=(*CHARACTER_MODELS, "names"), help="only this step")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)  # with more, sums are taken in another order and the weights differ
    for direction in CHARACTER_MODELS:
        if options.step in {None, direction}:
            train_text(direction, options.labelled, sorted(options.text), options.work)
    if options.step in {None, "names"}:
        train_names(options.labelled, options.work)
        write_resources()


if __name__ == "__main__":
    main()
