"""Regions and the offices that speak for them: "Pemkot Semarang", "Plh Sekda Provinsi Kepri", "warga Bogor".

`find_regions` finds places and says what the words around them tell about their level; `find_offices` finds the
authorities, with or without a place. Names come from `corpus.regions`, offices from `cues.py`, word lists from
`words.toml`. Which of the regions in an article decides is not said here.
"""

from __future__ import annotations

from extract.regions.codes import NATIONAL, level_of
from extract.regions.find import OfficeMention, RegionMention, find_offices, find_regions

__all__ = ["NATIONAL", "OfficeMention", "RegionMention", "find_offices", "find_regions", "level_of"]
