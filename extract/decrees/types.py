"""The value of a legal instrument that a text mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Instrument = Literal["surat_edaran", "keputusan", "instruksi", "peraturan", "surat", "other"]
Office = Literal["president", "minister", "governor", "regent", "mayor", "regional_secretary", "agency"]
Role = Literal["own", "cited", "amended", "unknown"]
NATIONAL_OFFICES: Final[frozenset[Office]] = frozenset({"president", "minister"})


@dataclass(frozen=True, slots=True)
class Decree:
    """One mention of an instrument. All offsets count characters of the text that was read, end exclusive.

    `issuer` is the office in whose name it is made; None where only "Surat Edaran Nomor ..." is printed. `issuer_text`
    is that office as printed, with its place, and `place` the place alone, unresolved ("Kalimantan Tengah").
    `number` is written as `normalise_number` writes it. `date_span` covers the words of the instrument's own date;
    `date_cue` is the word that makes it the instrument's ("tertanggal", "diteken"). `past` marks background, `draft`
    an instrument that does not exist yet: prepared, awaited, or said not to have come.
    """

    instrument: Instrument
    issuer: Office | None = None
    issuer_text: str | None = None
    place: str | None = None
    number: str | None = None
    number_span: tuple[int, int] | None = None
    date_span: tuple[int, int] | None = None
    date_cue: str | None = None
    title: str | None = None
    title_span: tuple[int, int] | None = None
    role: Role = "unknown"
    role_cue: str | None = None
    past: bool = False
    draft: bool = False
