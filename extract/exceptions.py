"""Who is exempt from the rule, as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from extract.lexicon import any_of, compiled, lists
from extract.scope import Scoped
from extract.spans import Span

_LISTS: Final = lists("exceptions")
_LEAST, _MOST = 4, 200  # characters of a clause that names somebody; a longer one tells more than that
_LONGEST_SENTENCE = 5000  # characters; what is longer is a table or junk
_RULE_REACH = 6  # sentences after one on the rule in which an exemption is from it

# "bagi", "untuk para", "adalah"
_FOR = r"(?: (?:bagi|untuk|kepada|pada|terhadap|hanya|adalah|ialah|yakni|yaitu|para))"
# "kecuali pejabat struktural", "dikecualikan bagi ...", "pengecualian diberikan kepada ...", "tidak berlaku bagi ..."
_EXCEPT = compiled(
    rf"\b(?:(?:ter)?kecuali{_FOR}{{0,2}}"
    rf"|(?:(?:di|ter)kecualikan|pengecualian(?: \w+){{0,2}}|tidak (?:berlaku|diberlakukan|diterapkan)){_FOR}{{1,2}}) "
    rf"(?P<who>[^.;:\n\"\u201c\u201d]{{{_LEAST},{_MOST}}})"
)
# "Tenaga kesehatan dan Satpol PP dikecualikan", "RSUD tidak ikut diatur"
_EXEMPTED = compiled(
    r" (?:(?:bakal|akan|dipastikan|juga|tetap|otomatis) )?"
    rf"(?:(?:di|ter)kecualikan\b(?!{_FOR})|tidak (?:ikut )?(?:masuk hitungan|ikut diatur|ikut\b|termasuk yang\b))"
)
# The clause up to there
_CLAUSE_BEFORE = compiled(r"[^.;:?\n\"\u201c\u201d]*$")
# "Ia menambahkan, ", "Namun, ", "Kepala BKD menyebut "
_OPENING = compiled(
    rf"^.*\b{any_of(_LISTS['says_before'])}\b,?|^\W*{any_of(_LISTS['openings'])}\b,?"
    r"|^\W*(?:apabila|jika|kalau|bila) [^,]{1,30},"
)
# "..., kata Sekda", "..., sehingga", "... tetap masuk seperti biasa"
_CLOSING = compiled(
    rf",? (?:{any_of(_LISTS['says_after'])}) (?=\w)|,? {any_of(_LISTS['says_after'])}$"
    r"|,? (?:sehingga|karena|agar|supaya|tetapi|namun|sedangkan|sementara)\b"
    r"|,? (?:yang )?(?:tetap|harus|wajib|diwajibkan|diminta) (?:tetap )?"
    r"(?:masuk|bekerja|berkantor|ngantor|wfo|hadir|penuh|melaksanakan)\b"
    r"|, (?:bekerja|menjalani|melaksanakan|wf[hoa])\b"
)
_STAFF = compiled(rf"\b{any_of(_LISTS['exempt'])}\b")
_OTHERS = compiled(rf"\b{any_of(_LISTS['others'])}\b")
# "Pejabat yang", "kantor lain"; "tidak berlaku bagi ASN di lingkup Pemkot" refuses the rule to all
_NOBODY_NAMED = compiled(
    r"\byang$|^(?:semua )?\w+ (?:lain|lainnya)$|^semua instansi$"
    r"|^(?:para |semua |seluruh )?(?:asn|pns|pegawai) (?:di )?"
    r"(?:lingkup|lingkungan|pemkot|pemkab|pemprov|kota|kabupaten)\b"
)


def find_exceptions(sentences: Sequence[Scoped]) -> list[Span[str]]:
    """The clauses that exempt staff or offices, each once, in order.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> text = Text("Semua ASN WFH kecuali tenaga kesehatan. Camat dan lurah juga dikecualikan.")
    >>> [e.value for e in find_exceptions(scope(text))]
    ['tenaga kesehatan', 'Camat dan lurah']
    """
    found: dict[str, Span[str]] = {}
    rule = -_RULE_REACH - 1  # the last sentence on the rule
    for scoped in sentences:
        if scoped.topic >= 2:
            rule = scoped.index
        if scoped.background or scoped.index - rule > _RULE_REACH or len(scoped.sentence.text) > _LONGEST_SENTENCE:
            continue
        for start, end in _clauses(scoped.sentence.text):
            at, words = scoped.sentence.start + start, scoped.sentence.text[start:end]
            value = " ".join(words.split())
            found.setdefault(value.lower(), Span("exceptions", at, at + len(words), words, value, "exceptions.clause"))
    return list(found.values())


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentence names those exempt: behind "kecuali", before "dikecualikan"."""
    spans = [m.span("who") for m in _EXCEPT.finditer(text)]
    for m in _EXEMPTED.finditer(text):
        clause = _CLAUSE_BEFORE.search(text, max(0, m.start() - _MOST), m.start())
        if clause and not any(a < m.start() < b for a, b in spans):
            spans.append(clause.span())
    for start, end in sorted(spans):
        at = _trimmed(text, start, end)
        words = text[slice(*at)]
        if len(words) >= _LEAST and _STAFF.search(words) and not (_OTHERS.search(words) or _NOBODY_NAMED.search(words)):
            yield at


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause without its speaker, its connective and what goes on behind it."""
    while m := _OPENING.match(text[start:end]):
        start += m.end()
        if not m.group().strip():
            break
    if m := _CLOSING.search(text[start:end]):
        end = start + m.start()
    words = text[start:end]
    start += len(words) - len(words.lstrip(" ,'\u2018"))
    return start, start + len(text[start:end].rstrip(" ,'\u2019-"))
