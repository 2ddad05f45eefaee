"""The command `edaran models`: which parts are learned, on what, how well; and their scores on labelled files."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from extract.errors import CommandError

# Whatever else the command needs it imports itself: `edaran --help` must not wait for it


def add_models_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `models` to the parser of `edaran`."""
    models = commands.add_parser("models", help="list the learned parts, or score one on labelled data")
    models.set_defaults(command=_list)
    actions = models.add_subparsers(metavar="ACTION")
    score = actions.add_parser("score", help="measure a learned part on labelled files")
    score.add_argument("name", metavar="NAME", help="a part, as `edaran models` lists them")
    score.add_argument(
        "--data", nargs="+", required=True, type=Path, metavar="FILE", help="labelled files, as the part's card says"
    )
    score.set_defaults(command=_score)


def _list(_: argparse.Namespace) -> int:
    from models.artefact import ArtefactError  # noqa: PLC0415
    from models.parts import PARTS, manifest_of, size_of  # noqa: PLC0415

    try:
        parts = [(manifest_of(part), size_of(part)) for part in PARTS]
    except ArtefactError as error:
        raise CommandError(str(error)) from error
    for manifest, size in parts:
        print(f"{manifest.part}: {manifest.does}")
        print(f"  features version {manifest.features}, fitted {manifest.date}, {size / 1000:,.0f} KB")
        print(f"  data: {', '.join(manifest.data)}")
        print(f"  scores: {_figures(manifest.scores)}")
    return 0


def _score(options: argparse.Namespace) -> int:
    from models.artefact import ArtefactError  # noqa: PLC0415
    from models.parts import PARTS, DataError, scorer  # noqa: PLC0415

    if options.name not in PARTS:
        raise CommandError(f"there is no learned part {options.name!r}; there are {', '.join(PARTS)}")
    try:
        scores = scorer(options.name)(options.data)
    except (ArtefactError, DataError) as error:
        raise CommandError(str(error)) from error
    for name, value in scores.items():
        print(f"{name:24} {_figure(value)}")
    return 0


def _figures(scores: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {_figure(value)}" for name, value in scores.items())


def _figure(value: float) -> str:
    """A number of things as such, anything else with four digits.

    >>> _figure(494.0), _figure(0.9803)
    ('494', '0.9803')
    """
    return f"{value:.0f}" if value > 1 and value.is_integer() else f"{value:.4f}"
