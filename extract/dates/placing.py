"""Calendar arithmetic of dates that are not printed whole: which year "28/9" has, which day "Senin depan" is.

Nothing here looks at a text. `near` is the day that a date without a year is placed by, `forward` the direction that
the words point to (True ahead, False back, None neither).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_DAY: Final = timedelta(days=1)
_SLIP_REACH: Final = 200  # days from the base within which a misprinted year must fall to be repaired


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a date has to lie when it is one end of a range: not before `first`, not after `last`."""

    first: date | None = None
    last: date | None = None

    def allow(self, day: date) -> bool:
        """Whether the day lies within."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


ANYWHERE: Final = Bounds()


def to_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the year has no such day.

    >>> to_date(2021, 2, 29) is None
    True
    """
    return date(year, month, day) if 1 <= year <= 9999 and day <= monthrange(year, month)[1] else None


def choose(days: Iterable[date | None], near: date | None, bounds: Bounds, forward: bool | None) -> date | None:
    """The one of `days` nearest to `near` (within bounds: to the bound), on the side told; ties to the past."""
    if bounds.first or bounds.last:
        near, forward = bounds.last or bounds.first, None
    if near is None:
        return None
    chosen: date | None = None
    for day in days:
        if day is None or not bounds.allow(day) or (forward is not None and day != near and (day > near) != forward):
            continue
        if chosen is None or (abs(day - near), day) < (abs(chosen - near), chosen):
            chosen = day
    return chosen


def _slips(printed: str) -> set[str]:
    """What one slip of the finger may have made `printed` of: a digit too many or too few, a wrong or swapped one."""
    if len(printed) == 5:
        return {printed[:at] + printed[at + 1 :] for at in range(5)}
    if len(printed) == 3:
        return {printed[:at] + digit + printed[at:] for at in range(4) for digit in "0123456789"}
    swapped = {printed[:at] + printed[at + 1] + printed[at] + printed[at + 2 :] for at in range(len(printed) - 1)}
    wrong = {printed[:at] + digit + printed[at + 1 :] for at in range(len(printed)) for digit in "0123456789"}
    return swapped | wrong


def read_year(printed: str, month: int, day: int, near: date | None) -> int | None:
    """A printed year. A slip is repaired when only one repair falls near the base; None when it cannot be read.

    >>> read_year("21", 7, 12, None), read_year("20020", 3, 21, date(2020, 3, 22)), read_year("3456", 3, 21, None)
    (2021, 2020, None)
    """
    if len(printed) == 2:
        return 2000 + int(printed) if int(printed) < 60 else 1900 + int(printed)
    if len(printed) == 4 and 1900 <= int(printed) < 2100:
        return int(printed)
    if near is None:
        return None
    years = {int(one) for one in _slips(printed) if len(one) == 4 and 1900 <= int(one) < 2100}
    days = (to_date(year, month, day) for year in years)
    fitting = [one.year for one in days if one and abs((one - near).days) <= _SLIP_REACH]
    return fitting[0] if len(fitting) == 1 else None


def place_day(day: int, month: int, near: date | None, bounds: Bounds, forward: bool | None) -> date | None:
    """A day and month without a year.

    >>> place_day(28, 12, date(2021, 1, 3), ANYWHERE, None)
    datetime.date(2020, 12, 28)
    """
    around = bounds.last or bounds.first or near
    years = range(around.year - 4, around.year + 5) if around else ()  # 29 February comes every fourth year
    return choose((to_date(year, month, day) for year in years), near, bounds, forward)


def place_day_only(day: int, near: date | None, bounds: Bounds, forward: bool | None) -> date | None:
    """A day without a month ("tanggal 5").

    >>> place_day_only(11, date(2021, 1, 12), ANYWHERE, False)
    datetime.date(2021, 1, 11)
    """
    around = bounds.last or bounds.first or near
    if around is None:
        return None
    months = [divmod(around.year * 12 + around.month - 1 + step, 12) for step in (-1, 0, 1)]
    return choose((to_date(year, month + 1, day) for year, month in months), near, bounds, forward)


def place_weekday(
    weekday: int, near: date | None, bounds: Bounds, forward: bool | None, strict: bool = False
) -> date | None:
    """A weekday alone: the last one, or the next when the words point ahead; `strict` leaves out `near` itself.

    >>> place_weekday(0, date(2021, 6, 23), ANYWHERE, True), place_weekday(0, date(2021, 6, 23), ANYWHERE, None)
    (datetime.date(2021, 6, 28), datetime.date(2021, 6, 21))
    """
    around = bounds.last or bounds.first or near
    if around is None:
        return None
    ahead = forward is True if bounds is ANYWHERE else bounds.first is not None
    distance = (weekday - around.weekday()) % 7 if ahead else -((around.weekday() - weekday) % 7)
    if strict and distance == 0:
        distance = 7 if ahead else -7
    return around + _DAY * distance


def month_dates(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month; months below 1 and above 12 are of the years beside.

    >>> month_dates(2020, 13)
    (datetime.date(2021, 1, 1), datetime.date(2021, 1, 31))
    """
    year, month = divmod(year * 12 + month - 1, 12)
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


def place_month(month: int, near: date | None, bounds: Bounds, forward: bool | None) -> tuple[date, date] | None:
    """First and last day of a month without a year; at a range's end the month may hold the range's other end.

    >>> place_month(3, date(2020, 3, 18), Bounds(first=date(2020, 3, 18)), None)
    (datetime.date(2020, 3, 1), datetime.date(2020, 3, 31))
    """
    around = bounds.last or bounds.first or near
    if around is None:
        return None
    months = [month_dates(year, month) for year in (around.year - 1, around.year, around.year + 1)]
    if any(first <= around <= last for first, last in months) and not (bounds.first or bounds.last):
        return month_dates(around.year, month)
    end = 0 if bounds.last else 1
    chosen = choose((dates[end] for dates in months), near, bounds, forward)
    return month_dates(chosen.year, month) if chosen else None


def place_period(unit: str, step: int, base: date) -> tuple[date, date]:
    """First and last day of the week, month or year that is `step` units from the base's own; weeks begin on Monday.

    >>> place_period("week", 1, date(2021, 6, 23))
    (datetime.date(2021, 6, 28), datetime.date(2021, 7, 4))
    """
    if unit == "week":
        monday = base - _DAY * base.weekday() + _DAY * (7 * step)
        return monday, monday + _DAY * 6
    if unit == "month":
        return month_dates(base.year, base.month + step)
    return date(base.year + step, 1, 1), date(base.year + step, 12, 31)


def step_of(when: str) -> int:
    """-1, 0 or 1 for the words "lalu", "ini" (or none) and "depan".

    >>> step_of("pekan lalu"), step_of(""), step_of("mendatang")
    (-1, 0, 1)
    """
    if when.endswith(("lalu", "silam", "kemarin")):
        return -1
    return 0 if when.endswith("ini") or not when else 1


def place_weekend(when: str, base: date) -> tuple[date, date]:
    """Saturday and Sunday of "akhir pekan lalu"; the coming ones for "mendatang", next week's for "depan".

    >>> place_weekend("mendatang", date(2021, 6, 22)), place_weekend("lalu", date(2021, 6, 22))[0]
    ((datetime.date(2021, 6, 26), datetime.date(2021, 6, 27)), datetime.date(2021, 6, 19))
    """
    step = 0 if when.endswith("datang") and base.weekday() < 5 else step_of(when)
    _, sunday = place_period("week", step, base)
    return sunday - _DAY, sunday


def months_after(start: date, months: int) -> date:
    """The last day of a period of whole months.

    >>> months_after(date(2020, 3, 17), 1), months_after(date(2021, 1, 31), 1)
    (datetime.date(2020, 4, 16), datetime.date(2021, 2, 28))
    """
    first, last = month_dates(start.year, start.month + months)
    return last if start.day > last.day else first + _DAY * (start.day - 2)


def working_days_after(start: date, days: int) -> date:
    """The last of so many Mondays to Fridays from `start` on.

    >>> working_days_after(date(2021, 7, 3), 5)
    datetime.date(2021, 7, 9)
    """
    while start.weekday() > 4:
        start += _DAY
    weeks, rest = divmod(days - 1, 5)
    weekend = 2 if start.weekday() + rest > 4 else 0
    return start + _DAY * (weeks * 7 + rest + weekend)
