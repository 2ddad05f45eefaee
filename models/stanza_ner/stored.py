"""The trained tagger as plain files, and as the folder that Stanza opens.

Stanza keeps a model as a pickle. Here its weights are an NPZ file and all else (sizes, vocabularies) is JSON; for
Stanza they are put together again in a folder that is gone once it has read them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np

FOLDER: Final = Path(__file__).parent
WEIGHTS: Final = FOLDER / "weights.npz"
OPTIONS: Final = FOLDER / "options.json"
#: What belongs to the artefact, as its manifest lists it.
FILES: Final = (WEIGHTS.name, OPTIONS.name)
_NAME: Final = "edaran"
_RESOURCES: Final = {
    "id": {"lang_name": "Indonesian", "ner": {_NAME: {}}, "packages": {"default": {"ner": _NAME}}},
}
_OF_THIS_MACHINE: Final = ("_file", "_dir", "_name")  # options of the trainer that are paths where it ran
_NUMBERED: Final = "with whole numbers as keys"  # JSON has none


def store(trained: Path) -> None:
    """Keep what Stanza's trainer has written: weights in half precision, and no path of this machine."""
    import torch  # noqa: PLC0415

    state = torch.load(trained, weights_only=True)
    np.savez_compressed(WEIGHTS, **{name: value.half().numpy() for name, value in state.pop("model").items()})
    config = {name: value for name, value in state["config"].items() if not name.endswith(_OF_THIS_MACHINE)}
    told = json.dumps(_plain({**state, "config": config}), ensure_ascii=False, separators=(",", ":"))
    OPTIONS.write_text(told + "\n", encoding="utf-8")


@contextmanager
def unpacked() -> Iterator[Path]:
    """A folder as `stanza.download` leaves one, with the stored tagger; it is gone afterwards."""
    import torch  # noqa: PLC0415

    state = json.loads(OPTIONS.read_text(encoding="utf-8"), object_hook=_numbered)
    with np.load(WEIGHTS, allow_pickle=False) as weights:
        state["model"] = {name: torch.from_numpy(weights[name]) for name in weights.files}
    with TemporaryDirectory() as folder:
        path = Path(folder, "id", "ner", f"{_NAME}.pt")
        path.parent.mkdir(parents=True)
        torch.save(state, path)
        Path(folder, "resources.json").write_text(json.dumps(_RESOURCES), encoding="utf-8")
        yield Path(folder)


def _plain(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    if value and all(isinstance(key, int) for key in value):
        return {_NUMBERED: {str(key): _plain(item) for key, item in value.items()}}
    return {key: _plain(item) for key, item in value.items()}


def _numbered(read: dict[str, Any]) -> dict[Any, Any]:
    return {int(key): value for key, value in read[_NUMBERED].items()} if set(read) == {_NUMBERED} else read
