"""What a field finds: a span of text, the value that it states, and the rule that read it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

Value = TypeVar("Value", covariant=True)  # noqa: PLC0105


@dataclass(frozen=True, slots=True)
class Span(Generic[Value]):
    """One piece of a text and what it says.

    `start` and `end` are character offsets into the text that the field was given, end exclusive.
    `value` is typed by the field (`DateValue`, `Decree`, ...) and is never parsed again.
    `rule` names the pattern that fired; it ends up in the `rule` column of the `evidence` table.

    >>> span = Span("date", 6, 10, "28/9", None, "day_month")
    >>> span.shift(100).start
    106
    """

    label: str
    start: int
    end: int
    text: str
    value: Value
    rule: str
    score: float = 1.0

    def shift(self, by: int) -> Span[Value]:
        """The same span in a text that starts `by` characters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)
