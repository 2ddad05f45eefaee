"""Why the policy was made: COVID-19, dirty air, holiday traffic, unrest, disaster, thrift, energy, an event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Literal, get_args

from corpus.patterns import Pattern
from extract.lexicon import any_of, compiled, lists
from extract.scope import Scoped
from extract.spans import Span
from extract.workplace import HOME, NAMED, OFFICE

Trigger = Literal[
    "covid19", "air_pollution", "holiday_traffic", "unrest", "disaster", "efficiency", "energy", "event", "other"
]

_LISTS: Final = lists("trigger")
# Words that need more than a list: "demo" and no "demokrasi", no "badan penanggulangan bencana daerah", no "energik"
_SPECIAL: Final[dict[str, str]] = {
    "unrest": r"demo\b|kondusi\w+ keamanan|(?:menjelang|jelang) aksi\b|aksi (?=\d|mahasiswa|buruh|lanjutan|unjuk)",
    "disaster": r"(?<!penanggulangan\s)bencana(?! (?:daerah|non-?\s?alam))",
    "covid19": r"bencana non-?\s?alam",  # so its law calls the epidemic
    "energy": r"(?:harga|pasokan) minyak(?! goreng)|energi(?!k)",
    "other": r"(?:gedung|kantor) (?:\w+ ){0,3}terbakar",  # "Gedung Setda terbakar"
    "event": r"ktt\b|pon [xvi]+|sail \w+",  # "KTT ASEAN", "PON XX", "Sail Tidore"
}


def _cause(trigger: str) -> str:
    """The words of a trigger, as beginnings of words."""
    return "|".join(filter(None, (any_of(_LISTS[trigger]), _SPECIAL.get(trigger))))


# `energy` first: "menghemat BBM" is no saving of money alone
_TRIGGERS: Final[list[Trigger]] = sorted(
    (trigger for trigger in get_args(Trigger) if trigger in _LISTS), key=lambda trigger: trigger != "energy"
)
_CAUSES = compiled(*(rf"(?P<{trigger}>\b(?:{_cause(trigger)}))" for trigger in _TRIGGERS))
# "masker", "cuci tangan"
_IMPLIED = compiled(rf"\b{any_of(_LISTS['implied'])}\b")
# The cause said as one: "untuk menekan polusi"
_BECAUSE = compiled(rf"\b{any_of(_LISTS['because'])}\b[^.;\n]{{0,60}}$")
_BECAUSE_REACH = 90  # characters before a cause in which such a word can stand
# "udara" alone, where nothing else is said
_AIR = compiled(r"\budara\b")

_LAST_WAVE = date(2022, 4, 1)  # until then a feast was a reason for its infections, not for its traffic
_FEAST = compiled(r"lebaran|idul|libur|nyepi|natal|nataru|tahun baru|festival|karnaval|kirab|pawai|mtq|kongres|porprov")
_RARE_THEN: Final = frozenset({"energy", "efficiency", "event"})  # no causes of home work in the pandemic, as a rule
_PANDEMIC = (date(2020, 3, 1), date(2022, 12, 31))

# How much a naming is worth: by how surely its sentence speaks of working from home (`Scoped.topic`), ...
_BY_TOPIC: Final = {3: 3.0, 2: 1.5, 1: 0.7, 0: 0.7}
_LEAD, _IN_LEAD = 4, 2.0  # ... twice in the first sentences,
_IN_BACKGROUND = 0.3  # ... less where an earlier rule is told,
_AS_CAUSE = 2.0  # ... and twice behind "untuk", "karena".
_ASIDE = 0.7  # the weight of a naming far from the rule: "warga diingatkan memakai masker sebab pandemi"
_IN_TITLE = 4.0
_IN_PANDEMIC = 3.0  # for COVID-19 in those years, whatever else is named


def find_trigger(
    sentences: Sequence[Scoped], title: str | None = None, day: date | None = None
) -> Span[Trigger] | None:
    """The trigger that the lead and the sentences about the rule name most, as causes above all; None without any.

    `day` is the article's: in the pandemic years masks and tests imply `covid19` where nothing else is said.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> find_trigger(scope(Text("Pemkot Depok memberlakukan WFH demi menekan polusi udara."))).value
    'air_pollution'
    """
    in_pandemic = day is not None and _PANDEMIC[0] <= day <= _PANDEMIC[1]
    votes: dict[Trigger, float] = {}
    first: dict[Trigger, Span[Trigger]] = {}
    namings = list(_namings(sentences, day))
    for span, weight in namings:
        votes[span.value] = votes.get(span.value, 0.0) + weight
        first.setdefault(span.value, span)
    if not votes:
        told = _of_headline(sentences, title or "")
        return told or (_implied(sentences) if in_pandemic else _air(sentences))
    for m in _CAUSES.finditer(title or ""):
        if _name(m) in votes:
            votes[_name(m)] += _IN_TITLE
    if in_pandemic and any(s.value == "covid19" and weight > _ASIDE for s, weight in namings):
        votes["covid19"] += _IN_PANDEMIC
    # a fire is the cause only where nobody set it: "gedung yang terbakar dalam kericuhan"
    return first[max(votes, key=lambda trigger: (trigger != "other", votes[trigger], -first[trigger].start))]


def _namings(sentences: Sequence[Scoped], day: date | None) -> Iterator[tuple[Span[Trigger], float]]:
    """Every cause that a sentence names, with its weight."""
    for scoped in sentences:
        text = scoped.sentence.text
        weight = _BY_TOPIC[scoped.topic]
        weight *= _IN_LEAD if scoped.index < _LEAD else 1.0
        weight *= _IN_BACKGROUND if scoped.background else 1.0
        for m in _CAUSES.finditer(text):
            if day is not None and day < _LAST_WAVE and _FEAST.match(m.group()):
                continue
            because = _BECAUSE.search(text, max(0, m.start() - _BECAUSE_REACH), m.start())
            in_waves = day is not None and _PANDEMIC[0] <= day < _LAST_WAVE
            told_as_cause = because or scoped.index < _LEAD or scoped.topic >= 3
            if in_waves and _name(m) in _RARE_THEN and not told_as_cause:
                continue  # "bahan bakar dipastikan cukup"
            yield _span(scoped, m, _name(m), _name(m)), weight * (_AS_CAUSE if because else 1.0)


def _air(sentences: Sequence[Scoped]) -> Span[Trigger] | None:
    """ "Tangerang Raya satu hamparan udara dengan Jakarta": the air is named, nothing else is."""
    return _first(sentences, _AIR, "air_pollution", "air")


def _of_headline(sentences: Sequence[Scoped], title: str) -> Span[Trigger] | None:
    """The cause that the headline alone names, with the words of the rule that it stands over."""
    m = _CAUSES.search(title)
    return _first(sentences, NAMED, _name(m), "headline", HOME) if m else None


def _implied(sentences: Sequence[Scoped]) -> Span[Trigger] | None:
    """COVID-19 between the lines; in those years working from home itself needed no other reason."""
    return (
        _first(sentences, _IMPLIED, "covid19", "implied")
        or _first(sentences, NAMED, "covid19", "pandemic_years", HOME)
        or _first(sentences, OFFICE, "covid19", "pandemic_years")
    )


def _first(
    sentences: Sequence[Scoped],
    pattern: Pattern,
    trigger: Trigger,
    rule: str,
    other: Pattern | None = None,
) -> Span[Trigger] | None:
    """The first match in the first sentence that has one, of `pattern` or else of `other`."""
    for scoped in sentences:
        text = scoped.sentence.text
        if m := pattern.search(text) or (other and other.search(text)):
            return _span(scoped, m, trigger, rule)
    return None


def _span(scoped: Scoped, m: re.Match[str], trigger: Trigger, rule: str) -> Span[Trigger]:
    at = scoped.sentence.start
    return Span("trigger", at + m.start(), at + m.end(), m.group(), trigger, f"trigger.{rule}")


def _name(m: re.Match[str]) -> Trigger:
    return next(trigger for trigger in _TRIGGERS if m.lastgroup == trigger)
