"""Which engine reads names: the model of this folder (spaCy), or the second engine (`models.stanza_ner`).

with using(Engine("stanza")):
    reading = extract.observe(text)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from models.ner import Name

EngineName = Literal["spacy", "stanza"]
ENGINES: Final[tuple[EngineName, ...]] = get_args(EngineName)


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine by name. `package` is for Stanza alone: the folder of its Indonesian package, which cuts the tokens."""

    name: EngineName = "spacy"
    package: Path | None = None

    def load(self) -> None:
        """Load the models now rather than with the first sentence.

        Raises `models.artefact.ArtefactError`, and `models.stanza_ner.loading.StanzaError` with the command that gets
        what is missing.
        """
        self.find_names([""])

    def find_names(self, sentences: Sequence[str]) -> list[tuple[Name, ...]]:
        """The names in each sentence, in the order of the text; raises as `load` does."""
        # An engine is imported where names are sought: its libraries take seconds
        if self.name == "stanza":
            from models.stanza_ner import model as stanza  # noqa: PLC0415

            return stanza.find_names(sentences, self.package)
        from models.ner import model  # noqa: PLC0415

        return model.find_names(sentences)


DEFAULT: Final = Engine()
_chosen: ContextVar[Engine] = ContextVar("engine", default=DEFAULT)


@contextmanager
def using(engine: Engine) -> Iterator[None]:
    """Inside, `models.ner.find_names` asks this engine."""
    before = _chosen.set(engine)
    try:
        yield
    finally:
        _chosen.reset(before)


def chosen() -> Engine:
    """The engine that is asked here."""
    return _chosen.get()
