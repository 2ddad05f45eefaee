"""What a decision does: impose, extend, tighten, relax, end, reject or plan working from home.

Each action has its words. A word counts by where it stands (headline, lead, body) and by what its sentence is about;
words about an earlier rule do not count. Tighter or looser is read off the shares first: more or fewer at home than
before.
"""

from __future__ import annotations

from extract.action.find import find_action
from extract.action.words import Action

__all__ = ["Action", "find_action"]
