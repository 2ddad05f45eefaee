"""Who is exempt from the rule, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicon import compiled
from extract.scope import Scoped
from extract.spans import Span

_LEAST, _MOST = 4, 160  # characters of a clause that names somebody; a longer one tells more than that

# "kecuali pejabat struktural", "terkecuali bagi ...", "tidak berlaku bagi ..."
_EXCEPT = compiled(
    r"\b(?:(?:ter)?kecuali(?: (?:bagi|untuk|para|mereka))?|tidak berlaku (?:bagi|untuk)) "
    rf"(?P<who>[^.;\n]{{{_LEAST},{_MOST}}})"
)
# "Tenaga kesehatan dan Satpol PP dikecualikan", "RSUD tidak ikut diatur"
_EXEMPTED = compiled(r" (?:(?:di|ter)kecualikan\b|tidak (?:ikut )?(?:masuk hitungan|ikut diatur|ikut\b))")
# The clause up to there
_CLAUSE_BEFORE = re.compile(r"[^.;\n\"]*$")
# Leave to go out or to travel is no exemption from the rule
_NOT_STAFF = compiled(r"\b(?:keperluan|keadaan|mendesak|membeli|meninggal|sakit keras|izin|urusan|darurat)\b")


def find_exceptions(sentences: Sequence[Scoped]) -> Span[str] | None:
    """The first clause that exempts staff or offices; None without one.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> find_exceptions(scope(Text("Semua ASN WFH kecuali tenaga kesehatan."))).value
    'tenaga kesehatan'
    """
    for scoped in sentences:
        if scoped.background:
            continue
        text = scoped.sentence.text
        for start, end in filter(None, (_behind(text), _before(text))):
            who = text[start:end].strip(" ,\"'")
            if who and not _NOT_STAFF.search(who):
                at = scoped.sentence.start + text.index(who, start)
                return Span("exceptions", at, at + len(who), who, " ".join(who.split()), "exceptions.clause")
    return None


def _behind(text: str) -> tuple[int, int] | None:
    """Where the clause behind "kecuali" stands."""
    m = _EXCEPT.search(text)
    return m.span("who") if m else None


def _before(text: str) -> tuple[int, int] | None:
    """Where the clause before "dikecualikan" stands."""
    for m in _EXEMPTED.finditer(text):
        clause = _CLAUSE_BEFORE.search(text, max(0, m.start() - _MOST), m.start())
        if clause and clause.end() - clause.start() >= _LEAST:
            return clause.span()
    return None
