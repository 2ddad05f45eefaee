"""The labelled articles: what the trials that are parted by region and outlet share with the others."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

FOLDER = Path(__file__).parents[1] / "corpus" / "gold"
# In the order in which they were written: dev and samples, then the trials T to Z, AA to AZ, BA and on
FILES = sorted((path.stem for path in FOLDER.glob("*.jsonl")), key=lambda name: (len(name), name))
# Written when nearly every regency and city had had its turn: each takes those that had decided seldom
LATER = tuple(FILES[FILES.index("trial_ai") :])
EARLIER = tuple(name for name in FILES if name not in LATER)
APART = ("trial_z", "trial_aa", "trial_ab", "trial_ac", "trial_ad", "trial_ae", "trial_af", "trial_ag", "trial_ah")
# Used in two files before they were compared: regencies and cities that decide in both, and invented names of outlets
SHARED_TOWNS = {
    "17.02",  # Rejang Lebong
    "33.07",  # Wonosobo
    "33.73",  # Kota Salatiga
    "35.72",  # Kota Blitar
    "35.75",  # Kota Pasuruan
    "52.72",  # Kota Bima
    "94.01",  # Nabire
}
SHARED_OUTLETS = {
    "babelkini.example",
    "baliwarta.example",
    "banuaupdate.example",
    "batasutara.example",
    "butonraya.example",
    "cenderawasihkini.example",
    "detakjatim.example",
    "isenmulang.example",
    "kaltengraya.example",
    "khatulistiwapos.example",
    "lampungterkini.example",
    "lembahbaliemnews.example",
    "lombokpagi.example",
    "nusakini.example",
    "pantura24.example",
    "riaupesisir.example",
    "selatanpapua.example",
}
# Two later trials of 39 outlets share more than a quarter of the names that were invented for them: all that they share
OFTEN_SHARED = {
    "trial_am": {
        "bisnisharian.example",
        "bolakita.example",
        "gayasehat.example",
        "gumisasak.example",
        "hulondalo.example",
        "kantorberitanusa.example",
        "kepalaburungpos.example",
        "lembahbaliemnews.example",
        "priangankini.example",
        "radarreog.example",
    },
    "trial_at": {
        "bisnisnusantara.example",
        "bonepos.example",
        "flobamorapos.example",
        "kabarkei.example",
        "khatulistiwapost.example",
        "lansekmanih.example",
        "masambanews.example",
        "pasundanraya.example",
        "priangankini.example",
        "singkilraya.example",
        "warta-aparatur.example",
    },
}


@cache
def gold(name: str) -> tuple[dict[str, Any], ...]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def towns(name: str) -> set[str]:
    """The regencies and cities that decide; a province or the nation is told of by many."""
    return {o["region_code"] for item in gold(name) for o in item["gold"]["observations"] if "." in o["region_code"]}


def outlets(name: str) -> set[str]:
    return {host.removeprefix("www.") for host in _hosts(name)}


def _hosts(name: str) -> Iterator[str]:
    for item in gold(name):
        if url := item["input"].get("url"):
            yield urlsplit(url).hostname or ""


@pytest.mark.parametrize("name", APART)
def test_trials_are_parted_by_region_and_outlet(name: str) -> None:
    others = [other for other in EARLIER if other != name]
    assert towns(name) & set().union(*map(towns, others)) <= SHARED_TOWNS
    assert outlets(name) & set().union(*map(outlets, others)) <= SHARED_OUTLETS


@pytest.mark.parametrize("name", LATER)
def test_later_trials_take_regions_and_outlets_that_were_seldom_used(name: str) -> None:
    others = [other for other in FILES if other != name]
    files = Counter(town for other in others for town in towns(other))
    assert max(files[town] for town in towns(name)) <= 4
    shared = outlets(name) & set().union(*map(outlets, others))
    assert len(shared) <= len(outlets(name)) / 4 or shared == OFTEN_SHARED.get(name)


def test_every_article_has_its_own_id() -> None:
    ids = [item["input"]["id"] for name in FILES for item in gold(name)]
    assert len(ids) == len(set(ids))


def test_every_province_decides_somewhere() -> None:
    codes = {o["region_code"][:2] for name in FILES for item in gold(name) for o in item["gold"]["observations"]}
    assert len(codes - {"00"}) == 38
