"""What a date expression states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from extract.dates.placing import months_after, working_days_after

DateKind = Literal["day", "range", "duration", "open", "month", "weekday", "relative", "event"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """What a date expression states. Dates are inclusive; None is what could not be told.

    `kind`:
    - "day" (`start` == `end`), "range", "month" (first and last day of it);
    - "duration": `days` or `months` long, no dates; "weekday" (a weekday alone) and "relative" ("besok", "pekan depan")
      are placed from the base and are None without one;
    - "open" (no end set) and "event" (until something is over): the span's `rule` says which.

    A "range" whose end was computed has `days` or `months`; `start_span` and `end_span` are the offsets of its two
    ends. `weekday` is the printed one, 0 is Monday. `forward` is True where the words point ahead ("ke depan", "mulai
    Senin"), False where they point back, None where they do neither. `plausible` is False for a date that its context
    contradicts (a misprint): it must not be used.
    """

    kind: DateKind
    start: date | None = None
    end: date | None = None
    days: int | None = None
    months: int | None = None
    working_days: bool = False
    year_printed: bool = False
    month_printed: bool = False
    weekday: int | None = None
    forward: bool | None = None
    plausible: bool = True
    start_span: tuple[int, int] | None = None
    end_span: tuple[int, int] | None = None

    @property
    def weekday_agrees(self) -> bool | None:
        """Whether the printed weekday is that of `start`; None when either is missing."""
        return None if self.weekday is None or self.start is None else self.start.weekday() == self.weekday


def end_after(start: date, value: DateValue) -> date:
    """The last day, inclusive, of a period of `value`'s length that begins on `start`.

    `start` is the first day; working days count Monday to Friday; a month ends the day before the same day of the next
    month. Raises `ValueError` when the value has no length, or the end is out of `datetime`'s range.

    >>> end_after(date(2021, 6, 29), DateValue("duration", days=7))
    datetime.date(2021, 7, 5)
    >>> end_after(date(2021, 7, 1), DateValue("duration", days=5, working_days=True))
    datetime.date(2021, 7, 7)
    >>> end_after(date(2020, 3, 17), DateValue("duration", months=1))
    datetime.date(2020, 4, 16)
    """
    if not (value.days or value.months):
        raise ValueError(f"a {value.kind} without a length has no end")
    days = value.days or 0
    try:
        if value.months:
            return months_after(start, value.months)
        return working_days_after(start, days) if value.working_days else start + timedelta(days=days - 1)
    except OverflowError as error:
        raise ValueError(f"{days} days after {start} is no date") from error
