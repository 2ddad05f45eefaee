"""Who is exempt from the rule, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.scope import Scoped
from extract.spans import Span

# "kecuali pejabat struktural", "terkecuali bagi ...", "tidak berlaku bagi ..."
_EXCEPT = re.compile(
    r"\b(?:ter)?kecuali(?:\s+(?:bagi|untuk|para|mereka))?\s+(?P<who>[^.;\n]{4,160})|\btidak\s+berlaku\s+(?:bagi|untuk)\s+(?P<whom>[^.;\n]{4,160})",
    re.IGNORECASE,
)
# "Tenaga kesehatan dan Satpol PP dikecualikan", "RSUD tidak ikut diatur"
_EXEMPTED = re.compile(
    r"(?P<who>[^.;\n\"]{4,160}?)\s+(?:di|ter)kecualikan\b|(?P<whom>[^.;\n\"]{4,160}?)\s+tidak\s+(?:ikut\s+)?(?:masuk\s+hitungan|ikut\s+diatur|ikut\b)",
    re.IGNORECASE,
)
# Leave to go out or to travel is no exemption from the rule
_NOT_STAFF = re.compile(
    r"\b(?:keperluan|keadaan|mendesak|membeli|meninggal|sakit\s+keras|izin|urusan|darurat)\b", re.IGNORECASE
)


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
        for pattern in (_EXCEPT, _EXEMPTED):
            if (m := pattern.search(scoped.sentence.text)) is None:
                continue
            group = "who" if m["who"] else "whom"
            who = m[group].strip(" ,\"'")
            if who and not _NOT_STAFF.search(who):
                start = scoped.sentence.start + m.start(group) + m[group].index(who)
                return Span("exceptions", start, start + len(who), who, " ".join(who.split()), "exceptions.clause")
    return None
