"""Whose story a sentence tells, in an article that reports the decisions of several regions.

A story begins where the text names a government, and goes on through what its people say ("ujarnya", a name told
before) until another government is named or a paragraph begins that points to none of it. The main region's story is
all that is nobody else's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.lexicon import any_of, compiled, lists
from extract.regions import level_of
from extract.scope import Scoped

_SAYS = any_of(lists("stories")["says"])
# "kata Herman", "ujar Kepala BKPSDM Sutiyo Mardikan": the names behind the verb
_SAID_BY = compiled(rf"\b(?i:{_SAYS})(?:nya)?,? (?P<names>[A-Z][\w.']+(?: [A-Z][\w.']+){{0,8}})", any_case=False)
# "Hendra Usmadi mengatakan": the names before it
_NAMED_SAYS = compiled(
    r"(?P<names>(?:[A-Z][\w.']+,? ){1,5})(?:(?:telah|juga|sudah) )?"
    rf"(?i:{any_of(lists('stories')['telling'])})\b",
    any_case=False,
)
_NAME = compiled(r"\b[A-Z][a-z']{3,}\b", any_case=False)
# Words of a title are nobody's name: "Kepala", "Sekretaris"
_TITLES = frozenset(lists("stories")["titles"])
# "... ujarnya", "Ia menambahkan", "Menurutnya", a quotation: whoever spoke last goes on
_GOES_ON = compiled(
    rf"^\W*(?:[\"\u201c\u2018']|(?:ia|dia|beliau|menurutnya|sebagai gantinya|selain itu|namun)\b)|\b{_SAYS}nya\b"
    r"|^\W*(?:(?:dalam|pada|lewat|melalui) )?(?:kebijakan|aturan|ketentuan|(?:surat )?edaran|instruksi|langkah) "
    r"(?:itu|tersebut|ini)\b"
)
_SUCH = r"(?:kebijakan|aturan|langkah|pola|skema|edaran|hal|ketentuan) (?:yang )?(?:serupa|senada|sama)"
#: "Kebijakan serupa sedang digodok Pemkab B": the rule that was told of another region.
LIKEWISE = compiled(rf"\b{_SUCH}\b")
#: "Hal serupa berlaku di Kota B", "Langkah yang sama ditempuh Pemkab B": and it is made there.
DONE_LIKEWISE = compiled(
    rf"\b{_SUCH} (?:juga |pun )?(?:berlaku|diberlakukan|diterapkan|dilakukan|ditempuh|diambil|dijalankan|dipakai)\b"
)
_OPENING = 25  # characters: "Adapun ", "Lain cerita di " before the place that opens a sentence


@dataclass(frozen=True, slots=True)
class Place:
    """A region named at `start`; `rules` tells that it is a government or its head, named as who decides."""

    start: int
    code: str
    rules: bool
    name: str


@dataclass(frozen=True, slots=True)
class Nameless:
    """An office without a place, "pemkot", and the level of the regions that have one."""

    start: int
    level: str


def whose(
    sentences: Sequence[Scoped],
    places: Sequence[Place],
    offices: Sequence[Nameless],
    main: str,
    neighbours: frozenset[str],
) -> list[str]:
    """For each sentence the code of the region whose story it tells.

    `places` and `offices` are in order; `neighbours` are the regions that may have a story beside `main`.
    """
    owners: list[str] = []
    of_places = {word for place in places for word in place.name.split()}
    speakers: dict[str, str] = {}
    owner, paragraph = main, -1
    for scoped in sentences:
        if scoped.index == 0:  # the headline tells of them all
            owners.append(main)
            continue
        inside = [p for p in places if scoped.sentence.start <= p.start < scoped.sentence.end]
        named = _named(inside, scoped, main, neighbours, owner)
        spoken = None if named else next((speakers[w] for w in _words(scoped.sentence.text) if w in speakers), None)
        levels = {o.level for o in offices if scoped.sentence.start <= o.start < scoped.sentence.end}
        if named or spoken:
            owner = named or spoken or owner
        elif scoped.sentence.paragraph != paragraph and owner != main:
            stays = _GOES_ON.search(scoped.sentence.text) or level_of(owner) in levels - {level_of(main)}
            owner = owner if stays else main
        paragraph = scoped.sentence.paragraph
        owners.append(owner)
        for word in _speakers(scoped.sentence.text, of_places):
            speakers.setdefault(word, owner)
    return owners


def _named(inside: Sequence[Place], scoped: Scoped, main: str, neighbours: frozenset[str], owner: str) -> str | None:
    """The region to which the places of a sentence turn the story; None when they leave it where it is."""
    rulers = [p.code for p in inside if p.rules and (p.code == main or p.code in neighbours)]
    if rulers:
        return owner if owner in rulers else rulers[0]
    codes = [p.code for p in inside]
    if main in codes:
        return main
    known = [p for p in inside if p.code in neighbours]
    opens = known and known[0].start - scoped.sentence.start <= _OPENING
    return known[0].code if opens or (known and len(set(codes)) == 1) else None


def _words(text: str) -> Iterable[str]:
    return (m.group() for m in _NAME.finditer(text))


def _speakers(text: str, places: set[str]) -> list[str]:
    """The names of those who speak in a sentence, word by word."""
    names = [m["names"] for pattern in (_SAID_BY, _NAMED_SAYS) for m in pattern.finditer(text)]
    return [w for name in names for w in _words(name) if w not in _TITLES and w not in places]
