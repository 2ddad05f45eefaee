"""Fits the learned parts anew: `python -m models.train corpus/gold/*.jsonl --ner FOLDER` (`make models`).

Needs the development environment. The same data give the same weights, to the digits stored. A part whose data are not
given is left as it is.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from models.parts import PARTS, MissingDataError, TrainingData, trainer


def main() -> None:
    """Fit the parts named by `--part`, or all, on the given data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="labelled articles (.jsonl)")
    parser.add_argument("--ner", type=Path, metavar="FOLDER", help="the folder of the NER data")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be repeated")
    options = parser.parse_args()
    data = TrainingData(tuple(options.gold), options.ner)
    for part in PARTS:
        if part in (options.part or PARTS):
            try:
                manifest = trainer(part)(data)
            except MissingDataError as missing:
                print(f"{part}: left as it is: {missing}")
            else:
                print(f"{part}: {', '.join(f'{name} {value:g}' for name, value in manifest.scores.items())}")


if __name__ == "__main__":
    main()
