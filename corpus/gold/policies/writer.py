"""Writes `articles.jsonl`: two to five short articles on each decision of `decisions.csv`, with what each one tells.

Run `python -m corpus.gold.policies.writer > corpus/gold/policies/articles.jsonl`. Everything is chosen by a hash of the
article's name, so the same tables give the same file. Articles of one decision differ in outlet, day, length, the cells
that they tell, and how they put them; some misprint the decree's number or a day. The articles of `written.jsonl` were
written by hand and are taken as they are.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import random
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.regions import Gazetteer

FOLDER = Path(__file__).parent
_PHRASES: dict[str, dict[str, list[str]]] = tomllib.loads((FOLDER / "phrases.toml").read_text(encoding="utf-8"))
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
_HEADS = {"mayor": "Wali Kota", "regent": "Bupati", "governor": "Gubernur"}
_GOVERNMENTS = {
    "mayor": ("Pemerintah Kota", "Pemkot"),
    "regent": ("Pemerintah Kabupaten", "Pemkab"),
    "governor": ("Pemerintah Provinsi", "Pemprov"),
}
_INSTRUMENTS = {
    "surat_edaran": "Surat Edaran",
    "keputusan": "Keputusan",
    "instruksi": "Instruksi",
    "peraturan": "Peraturan",
}

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A written article and the cells that it tells, as a careful reader takes them."""

    title: str
    text: str
    published: dt.date
    outlet: str
    cells: dict[str, Any]


def decisions() -> list[Row]:
    """The decisions, as they stand in the table."""
    with (FOLDER / "decisions.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def records(draw: str = "") -> Iterator[dict[str, Any]]:
    """Every article with its labels, by decision; another `draw` gives other articles on the same decisions."""
    for decision in decisions():
        for number in range(1, int(decision["articles"]) + 1):
            name = f"{decision['decision']}-{number}"
            told = _Writer(decision, number, draw).write()
            yield {
                "id": name,
                "decision": decision["decision"],
                "input": {
                    "id": name,
                    "outlet": told.outlet,
                    "title": told.title,
                    "published": told.published.isoformat(),
                    "text": told.text,
                },
                "gold": told.cells,
            }


class _Writer:
    """Puts one article together; its random choices hang on the article's name alone."""

    def __init__(self, decision: Row, number: int, draw: str = "") -> None:
        self._row = decision
        self._number = number
        self._random = random.Random(f"{decision['decision']}/{number}{draw}")
        region = Gazetteer.load().region(decision["region_code"])
        self._region = region
        self._place = region.short_name
        announced = dt.date.fromisoformat(decision["announced_date"])
        # the first article comes out on the day, others up to three days later
        late = 0 if number == 1 else self._random.choice([0, 0, 1, 1, 2, 3])
        self._published = announced + dt.timedelta(days=late)
        self._announced = announced
        self._cells: dict[str, Any] = {
            "region_code": region.code,
            "region_name": region.name,
            "region_level": region.level,
            "issuer_office": decision["issuer_office"],
            "action": decision["action"],
            "target": decision["target"],
            "trigger": decision["trigger"],
        }
        if decision["unit_name"]:
            self._cells["unit_name"] = decision["unit_name"]
        self._full = number == 1

    def write(self) -> Told:
        """The article: lead, rule, decree, who told it, and what else an outlet adds."""
        action = self._row["action"]
        share = self._share()
        lead_start = action in {"impose", "tighten", "relax", "end"} and self._chance(0.6 if action != "end" else 1)
        first = self._first_day() if lead_start and self._row["start_date"] else ""
        lead = (
            self._pick("lead", action).format(**self._names(), F=first, S=share).replace(" .", ".").replace("  ", " ")
        )
        if "semua pegawai kembali" in lead:  # nobody is at home any more, and the article says so
            self._cells |= {"wfh_pct": 0, "wfo_pct": 100, "pct_bound": "exact"}
        ruled = share and action not in {"plan", "end", "reject"}
        rule = [self._pick("share_sentence", "any").format(S=share)] if ruled else []
        rule += self._period(bool(first))
        paragraphs = [lead, " ".join(rule)]
        paragraphs += self._decree()
        paragraphs.append(self._told())
        paragraphs.append(self._pick("context", self._row["trigger"]))
        paragraphs += self._random.sample(_PHRASES["filler"]["any"], self._random.choice([0, 1, 1, 2]))
        if self._chance(0.5) and not any(sentence in paragraphs for sentence in _PHRASES["told"]["nobody"]):
            paragraphs[-1] += " " + self._pick("told", "nobody")
        if self._chance(0.6):
            paragraphs.append(self._pick("outlets", "ends"))
        body = "\n\n".join(p[0].upper() + p[1:] for p in paragraphs if p)
        outlet = self._outlet()
        dateline = f"{self._place.upper()}, {outlet.upper()} - " if self._chance(0.7) else ""
        title = self._pick("title", action).format(**self._names())
        if self._row["issuer_name"] in body:
            self._cells["issuer_name"] = self._row["issuer_name"]
        return Told(title, dateline + body, self._published, outlet, self._cells)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _pick(self, table: str, key: str) -> str:
        return self._random.choice(_PHRASES[table][key])

    def _outlet(self) -> str:
        """Another outlet for every article of a decision."""
        names = list(_PHRASES["outlets"]["names"])
        random.Random(self._row["decision"]).shuffle(names)
        return names[self._number - 1]

    def _names(self) -> dict[str, str]:
        office = self._row["issuer_office"]
        head = f"{_HEADS[office]} {self._place}"
        if self._chance(0.7):
            head += f" {self._row['issuer_name']}"
        government = f"{self._random.choice(_GOVERNMENTS[office])} {self._place}"
        return {"G": government, "O": head, "R": self._region.name if self._chance(0.5) else self._place}

    def _share(self) -> str:
        """The clause of the share; empty where the article leaves it out."""
        staff = self._pick("staff", self._row["target"]).format(U=self._row["unit_name"])
        if self._row["action"] == "end":
            return ""
        if not self._row["wfh_pct"]:
            return self._pick("share", "none").format(K=staff) if self._row["action"] == "impose" else ""
        if not self._full and self._chance(0.12) and self._row["action"] != "plan":
            return self._pick("share", "none").format(K=staff)
        home = int(self._row["wfh_pct"])
        bound = self._row["pct_bound"]
        if not self._full and self._chance(0.04):  # another share than the circular has
            home = {50: 75, 75: 50}.get(home, home)
        style = self._random.choice(["home", "home", "office", "words"] if home < 100 else ["home", "words"])
        words = {50: "half", 75: "quarter", 100: "whole"}.get(home)
        if bound == "min":
            style = "most"
        elif style == "words":
            style = words or "home"
        self._cells |= {"wfh_pct": home, "wfo_pct": 100 - home, "pct_bound": bound}
        return self._pick("share", style).format(K=staff, n=home, o=100 - home)

    def _first_day(self) -> str:
        start = self._start()
        return f"mulai {self._day(start)}"

    def _start(self) -> dt.date:
        """The first day; now and then a later article has it wrong by a day."""
        if "start_date" not in self._cells:
            wrong = not self._full and self._chance(0.05) and self._row["action"] != "end"
            start = dt.date.fromisoformat(self._row["start_date"]) + dt.timedelta(days=int(wrong))
            self._cells["start_date"] = start.isoformat()
        return dt.date.fromisoformat(self._cells["start_date"])

    def _period(self, has_start: bool) -> list[str]:
        """The days in force, or one of them, or neither."""
        row = self._row
        if row["action"] in {"plan", "reject", "end"}:
            return []
        if row["end_kind"] == "open":
            self._cells["end_kind"] = "open"
            start = [] if has_start else [self._pick("period", "start").format(F=self._first_day())]
            return [*start, self._pick("period", "open")]
        tells_end = self._full or self._chance(0.7)
        tells_start = has_start or self._full or self._chance(0.75)
        if not tells_end:
            return [] if has_start or not tells_start else [self._pick("period", "start").format(F=self._first_day())]
        end = dt.date.fromisoformat(row["end_date"])
        self._cells |= {"end_date": end.isoformat(), "end_kind": "date"}
        if not tells_start or (has_start and self._chance(0.6)):
            word = self._random.choice(["hingga", "sampai", "sampai dengan"])
            return [self._pick("period", "end").format(E=f"{word} {self._day(end)}")]
        return [self._pick("period", "both").format(P=self._both(end))]

    def _both(self, end: dt.date) -> str:
        """Both days, or the first and how long it lasts."""
        start = self._start()
        days = (end - start).days + 1
        if self._row["end_kind"] == "duration" and days % 7 == 0:
            self._cells["end_kind"] = "duration"
            return f"selama {days} hari mulai {self._day(start)}"
        to = self._random.choice(["hingga", "sampai", "sampai dengan"])
        if (start.year, start.month) == (end.year, end.month):
            return f"mulai {start.day} {to} {end.day} {MONTHS[end.month - 1]} {end.year}"
        return f"mulai {start.day} {MONTHS[start.month - 1]} {to} {end.day} {MONTHS[end.month - 1]} {end.year}"

    def _day(self, day: dt.date) -> str:
        """A day as outlets print it, with or without weekday and year."""
        month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
        forms = [
            f"{day.day} {month} {day.year}",
            f"{weekday} ({day.day}/{day.month}/{day.year})",
            f"{weekday} ({day.day}/{day.month})",
            f"{weekday}, {day.day} {month} {day.year}",
            f"{day.day} {month}",
        ]
        return self._random.choice(forms)

    def _decree(self) -> list[str]:
        row = self._row
        if not row["decree_number"] or not (self._full or self._chance(0.6)):
            return []
        number = row["decree_number"]
        if not self._full and self._chance(0.15):
            number = self._misprint(number)
        self._cells |= {"instrument": row["instrument"], "decree_number": number}
        kind = _INSTRUMENTS[row["instrument"]]
        instrument = f"{kind} {_HEADS[row['issuer_office']]} {self._place} Nomor {self._printed(number)}"
        sentences = []
        if row["decree_date"] and self._chance(0.5):
            signed = dt.date.fromisoformat(row["decree_date"])
            self._cells["decree_date"] = signed.isoformat()
            day = f"{signed.day} {MONTHS[signed.month - 1]} {signed.year}"
            sentences.append(self._pick("decree", "signed").format(N=instrument, D=day))
        else:
            sentences.append(self._pick("decree", "own").format(N=instrument))
        if row["amends"] and self._chance(0.6):
            self._cells["amends"] = row["amends"]
            sentences.append(self._pick("decree", "amends").format(A=f"{kind} Nomor {self._printed(row['amends'])}"))
        return [" ".join(sentences)]

    def _printed(self, number: str) -> str:
        """ "Nomor 4 Tahun 2021" for an instruction or a regulation, the bare number for a circular."""
        by_year = self._row["instrument"] in {"instruksi", "peraturan"} and number.count("/") == 1
        return number.replace("/", " Tahun ") if by_year else number

    def _misprint(self, number: str) -> str:
        """Two neighbouring figures change places, or one is wrong."""
        places = [i for i, char in enumerate(number[:-5]) if char.isdigit()] or [0]
        place = self._random.choice(places)
        other = str((int(number[place]) + self._random.randint(1, 8)) % 10) if number[place].isdigit() else "1"
        return number[:place] + other + number[place + 1 :]

    def _told(self) -> str:
        """Who told it, with the day or without."""
        if not self._full and self._chance(0.3):
            self._cells["announced_date"] = self._published.isoformat()
            return self._pick("told", "nobody")
        told = self._announced
        day = f"{WEEKDAYS[told.weekday()]} ({told.day}/{told.month}/{told.year})"
        self._cells["announced_date"] = self._announced.isoformat()
        kind = self._random.choice(["head", "aide"])
        aide = self._random.choice(_PHRASES["outlets"]["aides"])
        return self._pick("told", kind).format(**self._names(), T=day, aide=aide)


if __name__ == "__main__":
    for record in records():
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
