"""A package laid out as `stanza.download` lays one out, its models trained on ten sentences of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from stanza.models import lemmatizer, parser, tagger, tokenizer
from stanza.utils.datasets import conllu_to_text, prepare_tokenizer_data

SENTENCES = Path(__file__).with_name("sentences.conllu")
_NETWORK = "--no_pretrain --hidden_dim 48 --char_hidden_dim 32 --char_emb_dim 16 --word_emb_dim 16"
_STEPS = "--max_steps 80 --eval_interval 20 --batch_size 100 --optim adam --lr 0.01"
_BY_HEART = "--dropout 0 --word_dropout 0 --rec_dropout 0"  # ten sentences are to be read as they are labelled
_COMMON = "--mode train --shorthand id_tiny --seed 1 --cpu"


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("stanza")
    train_tokenizer(folder)
    trees = f"--train_file {SENTENCES} --eval_file {SENTENCES} {_COMMON}"
    network = f"{_NETWORK} {_STEPS} {_BY_HEART}"
    tagger.main(f"{trees} {network} {_saved(folder, 'pos')}".split())
    parser.main(f"{trees} {network} {_saved(folder, 'depparse')}".split())
    lemmatizer.main(f"{trees} --dict_only {_saved(folder, 'lemma')}".split())
    models = {name: {"tiny": {}} for name in ("tokenize", "pos", "lemma", "depparse")}
    default = dict.fromkeys(models, "tiny")
    described = {"id": {"lang_name": "Indonesian", **models, "packages": {"default": default}}}
    (folder / "resources.json").write_text(json.dumps(described), encoding="utf-8")
    return folder


def train_tokenizer(folder: Path) -> None:
    text, labels, words = (folder / name for name in ("text.txt", "labels.txt", "words.json"))
    conllu_to_text.main([str(SENTENCES), str(text)])
    prepare_tokenizer_data.main([str(text), str(SENTENCES), "-o", str(labels), "-m", str(words)])
    files = f"--txt_file {text} --label_file {labels} --mwt_json_file {words}"
    dev = f"--dev_txt_file {text} --dev_label_file {labels} --dev_conll_gold {SENTENCES}"
    steps = "--steps 100 --eval_steps 50 --dropout 0 --unit_dropout 0 --feat_dropout 0 --feat_unit_dropout 0"
    tokenizer.main(f"--lang id {files} {dev} {steps} {_COMMON} {_saved(folder, 'tokenize')}".split())


def _saved(folder: Path, processor: str) -> str:
    return f"--save_dir {folder / 'id' / processor} --save_name tiny.pt"
