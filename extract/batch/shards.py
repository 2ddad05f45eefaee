"""Shards: the pieces of a run's inputs that one worker reads, each with a key that tells everything it depends on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from corpus.readers import FieldMap
from corpus.readers.pieces import Piece, pieces
from extract import __version__
from models.ner.engine import DEFAULT, Engine

_LEAST, _MOST = 256_000, 16_000_000  # bytes of a shard
_SHARDS = 64  # of a small input, so that all workers have some
_MOST_PIECES = 1000
_CODE = ("corpus", "extract", "models")
_NO_CODE = frozenset({"gold", "samples", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Shard:
    """Some pieces of one input that follow each other. `given` is the number of the input among those of the run."""

    given: int
    pieces: tuple[Piece, ...]
    key: str

    @property
    def size(self) -> int:
        """Bytes of its pieces."""
        return sum(piece.size for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Planner:
    """Cuts inputs to shards of some `size` bytes.

    What lies in `out`, a folder or URL, is no input unless it is named itself. `engine` reads the names in them.
    """

    fields: FieldMap
    size: int
    out: str
    engine: Engine = DEFAULT

    def shards(self, inputs: Sequence[str | Path]) -> Iterator[Shard]:
        """The shards of all inputs in the order of their records."""
        for number, given in enumerate(inputs):
            held: list[Piece] = []
            for piece in pieces(given, self.fields, self.size, without=self.out):
                full = sum(one.size for one in held) + piece.size > self.size or len(held) == _MOST_PIECES
                if held and (full or piece.part):
                    yield self.shard(number, held)
                    held = []
                held.append(piece)
            if held:
                yield self.shard(number, held)

    def joined(self, shards: Sequence[Shard]) -> Shard:
        """One shard of several that follow each other."""
        held: list[Piece] = []
        for piece in (piece for shard in shards for piece in shard.pieces):
            if held and piece.follows(held[-1]):
                held[-1] = held[-1].joined(piece)
            else:
                held.append(piece)
        return self.shard(shards[0].given, held)

    def shard(self, given: int, held: Sequence[Piece]) -> Shard:
        """The shard of some pieces."""
        depends = [code_digest(), asdict(self.fields), asdict(self.engine), given, [asdict(piece) for piece in held]]
        told = json.dumps(depends, sort_keys=True, default=str)  # a path as text
        key = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return Shard(given, tuple(held), key)


def shard_bytes(total: int | None) -> int:
    """A good size of shards for inputs of `total` bytes, None where that is not known.

    >>> shard_bytes(100_000), shard_bytes(100_000_000), shard_bytes(None)
    (256000, 1562500, 16000000)
    """
    return _MOST if total is None else min(max(_LEAST, total // _SHARDS), _MOST)


@cache
def code_digest() -> str:
    """A digest of this version: its number, code, word lists and models."""
    digest = hashlib.sha256(__version__.encode())
    for package in _CODE:
        for name, data in sorted(_contents(files(package))):
            digest.update(f"{package}/{name}\0".encode() + data)
    return digest.hexdigest()


def _contents(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            if entry.name not in _NO_CODE:
                yield from _contents(entry, f"{name}/")
        elif not entry.name.endswith(".pyc"):
            yield name, entry.read_bytes()
