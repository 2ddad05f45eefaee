"""Opens models with Stanza: from a folder on this machine, as weights alone, without a word on stderr.

PyTorch's files are pickles. Stanza (1.15 and later) reads them with `weights_only=True`, which refuses any file that
would run code; here PyTorch is told to refuse such a file whatever it is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from pickle import UnpicklingError
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import stanza

INSTALL: Final = "pip install 'edaran[stanza]'"
_FORCE: Final = "TORCH_FORCE_WEIGHTS_ONLY_LOAD"
_NEVER: Final = "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"


class StanzaError(Exception):
    """Stanza, or a model for it, is not there or cannot be read; the message says which command gets it."""


def open_pipeline(folder: Path, processors: str, **options: Any) -> stanza.Pipeline:
    """`stanza.Pipeline("id")` on the models in `folder`, which holds Stanza's `resources.json`; nothing is downloaded.

    `processors` are Stanza's names with a comma between; `options` go to the pipeline. Raises `StanzaError`.
    """
    stanza = require_stanza()
    from stanza.pipeline.core import LanguageNotDownloadedError, UnsupportedProcessorError  # noqa: PLC0415

    if not (folder / "resources.json").is_file() or not (folder / "id").is_dir():
        raise StanzaError(f"{folder} holds no Indonesian models of Stanza; {_download(folder)}")
    try:
        with weights_alone():
            return stanza.Pipeline(
                "id",
                dir=str(folder),
                processors=processors,
                download_method=None,
                use_gpu=False,
                logging_level="ERROR",
                **options,
            )
    except (FileNotFoundError, LanguageNotDownloadedError, UnsupportedProcessorError, KeyError) as error:
        raise StanzaError(f"{folder} lacks a model for {processors} ({error}); {_download(folder)}") from error
    except UnpicklingError as error:
        raise StanzaError(
            f"a model in {folder} is no file of weights and was not opened; {_download(folder)}"
        ) from error


def require_stanza() -> Any:
    """The module `stanza`. Raises `StanzaError` with the command that installs it."""
    if find_spec("stanza") is None or find_spec("torch") is None:
        raise StanzaError(f"the engine stanza needs Stanza and PyTorch, which are not installed: {INSTALL}")
    import stanza  # noqa: PLC0415

    return stanza


@contextmanager
def weights_alone() -> Iterator[None]:
    """Inside, `torch.load` refuses every file that holds more than weights, whatever its caller asks for."""
    before = {name: os.environ.pop(name, None) for name in (_FORCE, _NEVER)}
    os.environ[_FORCE] = "1"
    try:
        yield
    finally:
        del os.environ[_FORCE]
        os.environ.update({name: value for name, value in before.items() if value is not None})


def _download(folder: Path) -> str:
    return f"get them with: python -c \"import stanza; stanza.download('id', model_dir={str(folder)!r})\""
