"""Policies as records of CoronaNet (Cheng et al., Nature Human Behaviour 4, 2020), one CSV file.

The columns are those of its released event data that a work-from-home rule can fill, with its own words as values
(codebook at https://www.coronanet-project.org/codebook.html); `coronanet_columns.csv` says how each is filled.
CoronaNet records updates of a policy under the policy's first id: so does this file. A `plan` or `reject` is no policy
there and is left out; policies for other reasons than COVID-19 are, too.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files
from pathlib import Path

from extract.dataset import Dataset
from extract.oxcgrt import closing
from extract.policies.lives import RULES
from extract.publish.files import finished
from extract.schema import LIST_SEPARATOR, Measure, Policy

_LEVELS = {
    "national": ("National", "One or more countries, but not all countries", "National Government"),
    "province": ("Provincial", "One or more provinces within one or more countries", "Provincial/State Government"),
    "regency": ("Other (e.g., county)", "Other geographic unit within one or more countries", "Other (e.g., county)"),
    "city": ("Municipal", "One or more cities within one or more countries", "Municipal Government"),
}
_END_TOLD = "The policy has a clear end date"
_END_OPEN = "The policy has an unlimited time span (e.g. recommendation to wash one's hands; passing of a legal bill)"
_STAFF = {"asn": "civil servants", "private": "private companies", "all": "civil servants and private companies"}
_LEVEL_OF_UPDATE = {"tighten": "Strengthening", "relax": "Relaxing"}
_SEPARATOR = " ; "  # between links, as in its releases
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@cache
def column_names() -> tuple[str, ...]:
    """The columns of the file, in the order of CoronaNet's releases."""
    text = files(__package__).joinpath("coronanet_columns.csv").read_text(encoding="utf-8")
    return tuple(row["column"] for row in csv.DictReader(text.splitlines()))


def write_coronanet(dataset: Dataset, path: Path) -> int:
    """Write the COVID-19 policies of a dataset as records of CoronaNet; returns how many there are."""
    links = _links(dataset)
    first = _first_of_chain(dataset.joined.policies)
    records = [
        _record(policy, first[policy.policy_id], links[policy.policy_id], dataset.joined.measures[policy.policy_id])
        for policy in dataset.joined.policies
        if policy.trigger == "covid19" and policy.action in RULES | {"end"}
    ]
    with finished(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, column_names(), lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows({name: _defused(value) for name, value in record.items()} for record in records)
    return len(records)


def _links(dataset: Dataset) -> dict[str, list[str]]:
    links: dict[str, list[str]] = defaultdict(list)
    for reading in dataset.readings:
        for observation in reading.observations:
            if observation.policy_id and reading.article.url:
                links[observation.policy_id].append(reading.article.url)
    return links


def _first_of_chain(policies: tuple[Policy, ...]) -> dict[str, str]:
    """The first policy of each one's chain of followers."""
    before = {p.superseded_by: p.policy_id for p in sorted(policies, key=_by_day, reverse=True) if p.superseded_by}
    first: dict[str, str] = {}
    for policy in policies:
        start, seen = policy.policy_id, {policy.policy_id}
        while (earlier := before.get(start)) and earlier not in seen:
            seen.add(earlier)
            start = earlier
        first[policy.policy_id] = start
    return first


def _by_day(policy: Policy) -> tuple[str, str]:
    return str(policy.in_force_from or policy.start_date or policy.announced_date or ""), policy.policy_id


def _record(policy: Policy, first: str, links: list[str], measures: tuple[Measure, ...]) -> dict[str, str]:
    level, place, enforcer = _LEVELS[policy.region_level or "national"]
    update = first != policy.policy_id
    ends = policy.action == "end"
    city = policy.region_name or "" if policy.region_level in {"regency", "city"} else ""
    firms = policy.target == "private"
    asked = closing(policy, measures).c2 == 1
    return {
        "record_id": policy.policy_id,
        "policy_id": first,
        "entry_type": "update" if update else "new_entry",
        "update_type": ("End of Policy" if ends else "Change of Policy") if update else "",
        "update_level": _LEVEL_OF_UPDATE.get(policy.action or "", ""),
        "description": _description(policy),
        "date_announced": str(policy.announced_date or ""),
        "date_start": str(policy.in_force_from or policy.start_date or ""),
        "date_end": str(policy.in_force_to or ""),
        "date_end_spec": "" if ends else (_END_TOLD if policy.in_force_to else _END_OPEN),
        "country": "Indonesia",
        "ISO_A3": "IDN",
        "ISO_A2": "ID",
        "init_country_level": level,
        "domestic_policy": "1",
        "province": policy.province_name or "",
        "ISO_L2": policy.iso_3166_2 or "" if policy.province_code else "",
        "city": city,
        "type": f"Restriction and Regulation of {'Businesses' if firms else 'Government Services'}",
        "type_text": _shares(policy),
        "target_init_same": "Yes",
        "target_country": "Indonesia",
        "target_geog_level": place,
        "target_province": policy.province_name or "",
        "target_city": city,
        "target_other": policy.unit_name or "",
        "target_who_what": "All Residents (Citizen Residents + Foreign Residents)",
        "target_who_gen": "No special population targeted",
        "compliance": "Voluntary/Recommended but No Penalties" if asked else "Mandatory (Unspecified/Implied)",
        "enforcer": enforcer,
        "link": _SEPARATOR.join(sorted(set(links))),
        "date_updated": str(policy.last_reported or ""),
    }


def _description(policy: Policy) -> str:
    """A sentence: what is ruled for whom, from when to when, by which decree."""
    staff = policy.unit_name or _STAFF.get(policy.target or "", "staff")
    what = f"{policy.action}, {_shares(policy)}{' of ' if policy.wfh_pct is not None else ': '}{staff}"
    days = f", {policy.in_force_from} to {policy.in_force_to or 'an open end'}" if policy.in_force_from else ""
    decree = " ".join(part for part in (policy.instrument, policy.decree_number) if part)
    return f"{policy.region_name}: {what}{days}{f' ({decree})' if decree else ''}.".replace(LIST_SEPARATOR, ", ")


def _shares(policy: Policy) -> str:
    return "work from home" if policy.wfh_pct is None else f"work from home for {policy.wfh_pct:g} percent"


def _defused(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
