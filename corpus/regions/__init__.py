"""The regions of Indonesia: their codes over time and every way in which newsrooms print their names."""

from corpus.regions.gazetteer import Gazetteer, Level, NameMatch, Region

__all__ = ["Gazetteer", "Level", "NameMatch", "Region"]
