"""`find_action`: from text to the spans of the field; how it goes about it is told in the package's docstring."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from corpus.patterns import possible
from extract.action import words
from extract.action.words import Action
from extract.conditions import find_conditions
from extract.lexicon import REMEMBERED
from extract.scope import Scoped, conceded
from extract.shares import EVERYBODY, Share
from extract.spans import Span
from extract.workplace import NAMED, find_sides

# How much one telling of an action is worth. "memberlakukan" stands in every article, also where the news is that the
# rule goes on, so an imposition has to be told several times to outweigh one "memperpanjang".
_WEIGHT: Final[dict[Action, float]] = {
    "reject": 1.5,
    "end": 1.4,
    "plan": 1.25,
    "extend": 1.5,
    "tighten": 1.6,
    "relax": 1.2,
    "impose": 0.6,
}
_LEAD, _TOP = 2, 5  # sentences: headline and first sentence; the paragraphs that tell the news
_IN_LEAD, _IN_TOP, _IN_BODY = 3.0, 2.0, 1.0
_IN_TITLE = 3.0
_DOUBTED = 0.3  # what is left of a telling that another fact speaks against
_AT_HOME_NOW = 2.0  # for an imposition: somebody is at home under this rule
_BEFORE_PRINTED = 3.0  # for a change: the share of the rule before stands in the text
_LEVELS: Final = frozenset({"ppkm_level", "zone"})
_OFFICES: Final = frozenset({"unit", "sector"})
_UNREAL_REACH = 120  # characters before the words in which an "if" bears on them
_CONJUNCTION = 9  # characters: "meski", "kendatipun", which opens a concession
_OBJECT_REACH = 40  # characters behind "memperpanjang" in which its object begins

_Match = tuple[Action, str, re.Match[str]]  # an action, the name of its words, and where they stand


def find_action(
    sentences: Sequence[Scoped], shares: Sequence[Span[Share]], title: str | None = None, *, decreed: bool = False
) -> Span[Action] | None:
    """The action that the sentences of one decision tell, with the words that tell it; None when nothing is decided.

    `shares` are the shares of that decision, the earlier rule's among them; `decreed` says that its instrument is out.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> find_action(scope(Text("Wali Kota memutuskan memperpanjang masa WFH bagi ASN.")), []).value
    'extend'
    """
    votes, best = _count(sentences)
    _weigh_plan(votes, sentences, decreed)
    _weigh_shares(votes, best, sentences, shares)
    _weigh_change(votes, shares)
    _weigh_title(votes, title or "")
    planned = votes.get("plan", 0.0) > sum(vote for action, vote in votes.items() if action != "plan")
    if not planned and (changed := _by_shares(shares)):
        return changed
    if not votes:
        return None
    return best[max(votes, key=lambda action: (votes[action], -best[action].start))]


def _count(sentences: Sequence[Scoped]) -> tuple[dict[Action, float], dict[Action, Span[Action]]]:
    """The votes for each action, and the words that tell it best."""
    votes: dict[Action, float] = {}
    best: dict[Action, tuple[float, Span[Action]]] = {}
    for span, weight in _tellings(sentences):
        votes[span.value] = votes.get(span.value, 0.0) + weight
        if span.value not in best or weight > best[span.value][0]:
            best[span.value] = (weight, span)
    return votes, {action: span for action, (_, span) in best.items()}


def _weigh_plan(votes: dict[Action, float], sentences: Sequence[Scoped], decreed: bool) -> None:
    """A plan is doubted where the rule is decided or its instrument is out."""
    decided = "impose" in votes and any(
        words.DECIDED.search(s.sentence.text) for s in sentences if s.topic == 3 and not s.background
    )
    for doubt in (decided, decreed):
        if doubt and "plan" in votes:
            votes["plan"] *= _DOUBTED


def _weigh_shares(
    votes: dict[Action, float],
    best: dict[Action, Span[Action]],
    sentences: Sequence[Scoped],
    shares: Sequence[Span[Share]],
) -> None:
    """Where somebody is at home under this rule, it is not refused or over.

    A share told as a plan decides nothing, nor one before the refusal: "WFH dua hari sepekan belum diterapkan".
    """
    refused = [
        (s.sentence.start, s.sentence.start + m.end())
        for s in sentences
        for action, name, m in _matches(s)
        if action == "reject" and name not in words.STAYS
    ]
    now = [
        s
        for s in shares
        if not (s.value.past or s.value.hypothetical or any(start <= s.start < end for start, end in refused))
    ]
    if not any(s.value.wfh_pct > 0 for s in now):
        return
    _weigh_return(votes, best, sentences, now)
    everybody_back = any(s.value.wfh_pct == 0 and not s.value.conditions for s in now)
    for action in votes.keys() & ({"reject"} if everybody_back else {"reject", "end"}):
        votes[action] *= _DOUBTED
    planned = [s.sentence for s in sentences if any(action == "plan" for action, _, _ in _matches(s))]
    decided = [s for s in now if s.value.wfh_pct > 0 and not any(p.start <= s.start < p.end for p in planned)]
    if decided and votes and ("impose" in votes or votes.keys() <= {"reject", "end"}):
        votes["impose"] = votes.get("impose", 0.0) + _AT_HOME_NOW
        told = decided[0]
        best.setdefault("impose", Span("action", told.start, told.end, told.text, "impose", "action.impose_by_share"))


def _weigh_return(
    votes: dict[Action, float],
    best: dict[Action, Span[Action]],
    sentences: Sequence[Scoped],
    now: Sequence[Span[Share]],
) -> None:
    """The return of some to the office, the others staying at home, relaxes: "kembali berkantor selang sehari".

    Further down than the first sentence a return may be one of a rota: "yang masuk Senin kembali ke kantor pada Rabu".
    """
    back = best.get("end")
    if back is None or back.rule != "action.back" or "extend" in votes or back.start >= sentences[0].sentence.end:
        return
    if any(0 < s.value.wfh_pct < EVERYBODY and not s.value.conditions for s in now):
        votes["relax"] = votes.get("relax", 0.0) + votes.pop("end")
        best.setdefault("relax", Span("action", back.start, back.end, back.text, "relax", "action.partly_back"))


def _weigh_change(votes: dict[Action, float], shares: Sequence[Span[Share]]) -> None:
    """Words of more or fewer at home weigh more where the share of the rule before is printed.

    "Lebih ketat dibandingkan aturan PPKM mikro ... Jika dulu kantor WFH 50 persen, kini dipilah menurut sektor."
    """
    if any(s.value.past and not s.value.hypothetical for s in shares):
        for action in votes.keys() & {"tighten", "relax"}:
            votes[action] += _BEFORE_PRINTED


def _weigh_title(votes: dict[Action, float], title: str) -> None:
    for action in votes:
        if any(pattern.search(title) for pattern in words.PATTERNS[action].values()):
            votes[action] += _IN_TITLE * _WEIGHT[action]


def _by_shares(shares: Sequence[Span[Share]]) -> Span[Action] | None:
    """More or fewer at home than the rule before, where both figures are printed for staff at large."""
    at_large = [s for s in shares if not s.value.hypothetical and not s.value.conditions]
    now = next((s for s in at_large if not s.value.past), None)
    # "Turun ke level 2, porsi WFH dari 50 persen menjadi 25 persen": the region's own level
    old = (s for s in shares if s.value.past and all(kind in _LEVELS for kind, _ in s.value.conditions))
    before = next((s for s in old if not s.value.hypothetical), None)
    if now is None or before is None or now.value.wfh_pct == before.value.wfh_pct:
        return None
    figures = any(not s.value.past and s.value.basis in {"stated", "derived"} for s in shares)
    if figures and now.value.basis == "words" and now.rule.startswith("shares.all"):
        return None
    more = now.value.wfh_pct > before.value.wfh_pct
    action: Action = "tighten" if more else "end" if now.value.wfh_pct == 0 else "relax"
    return Span("action", now.start, now.end, now.text, action, f"action.{action}_by_share")


def _tellings(sentences: Sequence[Scoped]) -> Iterator[tuple[Span[Action], float]]:
    """Every place where a sentence about the rule tells an action, with its weight."""
    for scoped in sentences:
        text = scoped.sentence.text
        if scoped.background or scoped.topic < 1 or (scoped.elsewhere and not NAMED.search(text)):
            continue
        for action, name, m in _matches(scoped):
            start = scoped.sentence.start + m.start()
            span = Span("action", start, start + len(m.group()), m.group(), action, f"action.{name}")
            yield span, _weight(scoped, action, m)


def _matches(scoped: Scoped) -> tuple[_Match, ...]:
    """What the sentence tells; where it does not name the rule, only in words that need no more."""
    return _read(scoped.sentence.text, plain=scoped.topic < 2)


@lru_cache(REMEMBERED)
def _read(sentence: str, *, plain: bool) -> tuple[_Match, ...]:
    if not possible(sentence) & words.BITS:
        return ()
    begin, end = conceded(sentence)
    text = " " * begin + sentence[begin : end + _CONJUNCTION]
    return tuple(
        (action, name, m)
        for action, patterns in words.PATTERNS.items()
        for name, pattern in patterns.items()
        if not plain or name in words.PLAIN
        if (m := pattern.search(text)) and not _taken_back(action, name, text, m)
    )


def _weight(scoped: Scoped, action: Action, m: re.Match[str]) -> float:
    place = _IN_LEAD if scoped.index < _LEAD else _IN_TOP if scoped.index < _TOP else _IN_BODY
    behind = scoped.sentence.text[m.end() : m.end() + _OBJECT_REACH]
    doubt = _DOUBTED if action == "extend" and words.OTHER_EXTENDED.match(behind) else 1.0
    return place * _WEIGHT[action] * doubt


def _taken_back(action: Action, name: str, text: str, m: re.Match[str]) -> bool:
    """Whether the words around a match take back what it tells: of some staff only, conditional, or until then."""
    if action == "extend" and words.IF_NEEDED.match(text, m.end()):
        return True
    if name == "over" and words.UNTIL.search(m.group()):
        return True
    if name == "back" and _is_not_back(text, m):
        return True
    if action == "reject" and _of_some(name, text, m):
        return True
    if name == "impose" and (words.NOT_IMPOSED.search(text, 0, m.start()) or _is_no_work(text, m)):
        return True
    return _unreal(action, text, m.start())


def _is_not_back(text: str, m: re.Match[str]) -> bool:
    """Whether a return is called off, was only planned, or is told as what comes behind this rule."""
    planned = words.DROPPED.search(text, m.end()) or words.SHOULD_HAVE.search(text, 0, m.start())
    others = words.OTHER_OFFICES.search(text, 0, m.start())
    return planned is not None or others is not None or words.AFTER_IT.match(text) is not None


def _is_no_work(text: str, m: re.Match[str]) -> bool:
    """Whether what is ordered at home is no work: "memerintahkan ASN memiliki alat pemadam di rumah"."""
    if not m.group().lower().endswith((" di rumah", " dari rumah")):
        return False
    if words.OF_THOSE_AT_HOME.search(text, 0, m.start()):
        return True
    return not any(s.value == "home" and s.start < m.end() <= s.end for s in find_sides(text))


def _of_some(name: str, text: str, m: re.Match[str]) -> bool:
    """Whether a refusal is of some staff only: "petugas tetap masuk", "WFH tidak berlaku bagi pegawai puskesmas"."""
    if name == "stay_in" and (_some_stay(text) or not words.ANYBODY.search(text)):
        return True
    if name in {"wfh_not", "not_applied"} and words.FOR_OTHERS.match(text, m.end()):
        return True
    if name == "no_wfh" and words.FOR_OTHER_OFFICES.match(text, m.end()):
        return True
    if m.group().lower().startswith("tidak ikut") and any(
        c.value[0] in _OFFICES for c in find_conditions(text[: m.start()])
    ):
        return True  # "Kantor pelayanan, seperti puskesmas, tidak ikut WFA"
    return bool(words.FOR_SOME.match(text) or words.SOME.search(_clause(text, m.start())))


def _clause(text: str, end: int) -> str:
    return words.PAUSE.split(text[:end])[-1]


def _some_stay(text: str) -> bool:
    """ "Staf di rumah, kepala dinas tetap masuk": only some stay, or others are at home in the same breath."""
    first = next((s for s in find_sides(text) if s.value == "home"), None)
    at_home = first is not None and not words.NEGATION.search(text[: first.start])
    return at_home or words.SOME.search(text) is not None


def _unreal(action: Action, text: str, start: int) -> bool:
    left = max(0, start - _UNREAL_REACH)
    once = words.ONCE_SO.match(text)
    if action != "plan" and (words.UNREAL.search(text, left, start) or (once and once.end() <= start)):
        return True
    return action not in {"plan", "reject"} and words.IDEA.search(text, left, start) is not None
