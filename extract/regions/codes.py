"""What a Kemendagri code tells about its region."""

from __future__ import annotations

#: The code of the nation, whose rules are a ministry's.
NATIONAL = "00"


def level_of(code: str) -> str:
    """Level of government of a Kemendagri code: cities are numbered from 71.

    >>> level_of("32.71"), level_of("32"), level_of("00")
    ('city', 'province', 'national')
    """
    if code == NATIONAL:
        return "national"
    if "." not in code:
        return "province"
    return "city" if int(code.split(".")[1]) >= 71 else "regency"
