"""Both engines on the same labelled sentences: `python -m models.stanza_ner.compare TEST.txt` prints CARD.md's table.

Each reads in a process of its own, on one thread. Speed is the best of three readings; memory is the most that the
process took. The first engine reads without PyTorch, as it does where the extra is not installed.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from models.ner.corpus import read_sentences
from models.parts import size_of

Tagger = Callable[[Sequence[Sequence[str]]], list[list[tuple[int, int, str]]]]
_PARTS: Final = {"spaCy": "ner", "Stanza": "stanza_ner"}
_READINGS: Final = 3
_ROWS: Final = {
    "F1": "{f1:.3f}",
    "precision, recall": "{precision:.3f}, {recall:.3f}",
    "F1 of people, organisations, places": "{f1_per:.3f}, {f1_org:.3f}, {f1_loc:.3f}",
    "sentences a second": "{speed:.0f}",
    "seconds to load": "{load:.1f}",
    "model on disk, MB": "{disk:.1f}",
    "memory, MB": "{memory:.0f}",
}


def measure(engine: str, test: Path) -> dict[str, float]:
    """What one engine reaches and costs, in this process."""
    sentences = list(read_sentences(test))
    tokens = [sentence.tokens for sentence in sentences]
    start = time.perf_counter()
    tag = _spacy() if engine == "spaCy" else _stanza()
    tag(tokens[:1])
    loaded = time.perf_counter()
    times = []
    for _ in range(_READINGS):
        begun = time.perf_counter()
        found = tag(tokens)
        times.append(time.perf_counter() - begun)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    from models.ner.score import figures  # noqa: PLC0415

    costs = {"speed": len(tokens) / min(times), "load": loaded - start, "memory": memory}
    return {**figures(sentences, found), **costs, "disk": size_of(_PARTS[engine]) / 1e6}


def _spacy() -> Tagger:
    sys.modules["torch"] = None  # type: ignore[assignment]
    from models.ner.score import tag  # noqa: PLC0415

    return tag


def _stanza() -> Tagger:
    import torch  # noqa: PLC0415

    from models.stanza_ner.model import tag  # noqa: PLC0415

    torch.set_num_threads(1)
    return tag


def main() -> None:
    """Print the table, or with `--engine` the figures of one engine as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("test", type=Path, help="labelled sentences, such as test.txt")
    parser.add_argument("--engine", choices=_PARTS)
    options = parser.parse_args()
    if options.engine:
        print(json.dumps(measure(options.engine, options.test)))
        return
    measured = [_measured(engine, options.test) for engine in _PARTS]
    print(f"| | {' | '.join(_PARTS)} |\n|{' --- |' * (len(_PARTS) + 1)}")
    for name, form in _ROWS.items():
        print(f"| {name} | {' | '.join(form.format(**figures) for figures in measured)} |")


def _measured(engine: str, test: Path) -> Any:
    command = [sys.executable, "-m", __spec__.name, str(test), "--engine", engine]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
