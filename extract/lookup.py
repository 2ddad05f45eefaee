"""The gazetteer for the eye: what `edaran regions NAME` prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from corpus.regions import Gazetteer, Region
from corpus.regions.gazetteer import read_table

_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")
_INDENT = " " * 7  # the width of a code and two blanks
_LONGEST_NAME = 100


def find(name: str) -> list[Region]:
    """The regions that a name, alias or code means, likeliest first; each with its later selves.

    >>> [(region.code, region.name) for region in find("kupang")]
    [('53.71', 'Kota Kupang'), ('53.01', 'Kabupaten Kupang')]
    >>> [(region.code, region.valid_from and region.valid_from.isoformat()) for region in find("91.01")]
    [('91.01', None), ('93.01', '2022-07-25')]
    """
    gazetteer = Gazetteer.load()
    if _CODE.fullmatch(name.strip()):
        found = [region for region in gazetteer if region.code == name.strip()]
    else:
        found = gazetteer.lookup(name) or [r for r in gazetteer if r.name.lower() == name.strip().lower()]
    return [period for region in found for period in _periods(region)]


def describe(region: Region) -> Iterator[str]:
    """A region in a few lines: code, name, level, province, other codes, period, aliases.

    >>> print(next(describe(find("53.71")[0])))
    53.71  Kota Kupang: city, Nusa Tenggara Timur; ISO ID-NT, BPS 5371
    """
    province = Gazetteer.load().province_of(region)
    places = [region.level, province.name if province and province != region else None]
    codes = [f"ISO {region.iso_3166_2}", f"BPS {region.bps_code}" if region.bps_code else None]
    yield f"{region.code:<5}  {region.name}: {', '.join(filter(None, places))}; {', '.join(filter(None, codes))}"
    if days := period(region):
        yield f"{_INDENT}valid {days}" + (f", then {region.successor}" * bool(region.successor))
    if names := aliases(region):
        yield f"{_INDENT}also {', '.join(names)}"


def period(region: Region) -> str:
    """From when to when a region exists; empty when it always does.

    >>> period(find("Papua Barat Daya")[0])
    'from 2022-12-08'
    """
    days = [f"from {region.valid_from}" if region.valid_from else None]
    days += [f"until {region.valid_to}" if region.valid_to else None]
    return " ".join(filter(None, days))


def aliases(region: Region) -> list[str]:
    """Other names of a region, in the order of the alias table.

    >>> "Kukar" in aliases(find("Kabupaten Kutai Kartanegara")[0])
    True
    """
    return _aliases().get(region.code, [])


def similar(name: str) -> list[str]:
    """Names and aliases spelled much like `name`, the most similar first, at most five.

    >>> similar("Semrang")[0]
    'Semarang'
    """
    names = {printed.lower(): printed for region in Gazetteer.load() for printed in (region.name, region.short_name)}
    names |= {alias.lower(): alias for known in _aliases().values() for alias in known}
    return [names[match] for match in get_close_matches(name.lower()[:_LONGEST_NAME], names, n=5, cutoff=0.7)]


def unknown(name: str) -> str:
    """What is said of a name that no region has.

    >>> unknown("Ibu Kota Nusantaraa")
    "no region is called 'Ibu Kota Nusantaraa'"
    """
    names = similar(name)
    return f"no region is called {name[:_LONGEST_NAME]!r}" + (f"; similar: {', '.join(names)}" if names else "")


def _periods(region: Region) -> Iterator[Region]:
    yield region
    while region.successor:
        region = Gazetteer.load().region(region.successor)
        yield region


@cache
def _aliases() -> dict[str, list[str]]:
    """Names by code. A region that changed its code has the same names under both; official names are left out."""
    found: dict[str, list[str]] = {}
    for row in read_table("aliases.csv"):
        if row["kind"] != "official":
            for code in row["codes"].split():
                for period in _periods(Gazetteer.load().region(code)):
                    found.setdefault(period.code, []).append(row["alias"])
    return found
