"""The stored form of a learned part: plain files, and a manifest that says what they are and proves it.

A part is a folder of `models/` with its code, its files of weights (JSON, NPZ, spaCy's own; never a pickle) and
`manifest.json`. The manifest holds a checksum of every file and the version of the features that the weights were
fitted to, so that weights of another version are an error that says so, not a wrong number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

MANIFEST = "manifest.json"


class ArtefactError(Exception):
    """A learned part whose files are missing, altered, or fitted to other features; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a part is: `features` is the version of what goes into it, `data` what it was fitted on (name and SHA-256),
    `scores` what it reached, `files` the SHA-256 of each of its files by path in the folder, `date` the day since which
    these files are what they are."""

    part: str
    does: str
    features: int
    data: Mapping[str, str]
    scores: Mapping[str, float]
    files: Mapping[str, str]
    date: str = ""


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(
    folder: Path,
    part: str,
    does: str,
    features: int,
    *,
    data: Iterable[Path],
    scores: Mapping[str, float],
    files: Iterable[str],
) -> Manifest:
    """Describe the files (paths in `folder`) of a part that was fitted on `data`; `scores` get four digits.

    Fitting that gives the same files again leaves their date as it was.
    """
    checksums = {name: checksum(folder / name) for name in sorted(files)}
    manifest = Manifest(
        part=part,
        does=does,
        features=features,
        data={path.name: checksum(path) for path in sorted(data)},
        scores={name: round(value, 4) for name, value in scores.items()},
        files=checksums,
        date=_date(folder, checksums),
    )
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1) + "\n", encoding="utf-8")
    return manifest


def _date(folder: Path, checksums: Mapping[str, str]) -> str:
    try:
        earlier = read_manifest(folder)
    except ArtefactError:
        earlier = None
    return earlier.date if earlier and earlier.files == checksums else date.today().isoformat()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a part. Raises `ArtefactError` when there is none, or it cannot be read."""
    path = folder / MANIFEST
    try:
        return Manifest(**json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise ArtefactError(f"{path} is missing: run `make models`, or install edaran anew") from None
    except (ValueError, TypeError) as error:
        raise ArtefactError(f"{path} is no manifest ({error}): run `make models`, or install edaran anew") from error


def verified(folder: Path, features: int) -> Manifest:
    """The manifest of a part whose files are as they were fitted, to `features` of this version.

    Raises `ArtefactError` otherwise. Call it once before the files are loaded.
    """
    manifest = read_manifest(folder)
    if manifest.features != features:
        raise ArtefactError(
            f"{folder.name} was fitted to version {manifest.features} of its features, "
            f"the code has version {features}: run `make models`"
        )
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.is_file() or checksum(path) != expected:
            state = "altered" if path.is_file() else "missing"
            raise ArtefactError(f"{path} is {state}: run `make models`, or install edaran anew")
    return manifest
