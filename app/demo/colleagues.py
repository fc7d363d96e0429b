"""The rest of the company: those who read more than they write, and without whom no group would be
large enough to be asked anything.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.core.fields import folded
from app.demo.company import DOMAIN
from app.demo.deeds import Cast, Deed, days_ago
from app.people.models import Person

DAYS = 60  # ago: right after those who found the house
SEED = 7  # the same people each time
LOCATIONS = ("Bilbao", "Vitoria-Gasteiz", "San Sebastián-Donostia", "Bilbao", "Ordizia")


def deeds(
    told: dict[str, Any], *, password_hash: str, places: dict[str, int], cast: Cast, now: datetime
) -> Iterator[Deed]:
    """`told` is `colleagues.yaml`; `places` knows units and locations by their names by then."""
    moment = days_ago(DAYS, now)
    for number, given in enumerate(everybody(told)):
        join = partial(_join, given, number, password_hash=password_hash, places=places, cast=cast)
        yield Deed(moment + timedelta(seconds=number), join)


def everybody(told: dict[str, Any]) -> list[dict[str, str]]:
    """Who they are: name, email, unit and job of each."""
    dice, taken, people = random.Random(SEED), set[str](), []
    for unit in told["units"]:
        for number in range(unit["people"]):
            name = _name(told, dice, taken)
            first, last = folded(name).split()[:2]
            job = unit["jobs"][number % len(unit["jobs"])]
            email = f"{first}.{last}.c@{DOMAIN}"
            people.append({"name": name, "email": email, "unit": unit["unit"], "job": job})
    return people


def _name(told: dict[str, Any], dice: random.Random, taken: set[str]) -> str:
    """One that nobody has yet: the first two words of it are their address."""
    while True:
        first, (last, other) = dice.choice(told["first"]), dice.sample(told["last"], 2)
        if f"{first} {last}" not in taken:
            taken.add(f"{first} {last}")
            return f"{first} {last} {other}"


def _join(
    given: dict[str, str],
    number: int,
    *,
    password_hash: str,
    places: dict[str, int],
    cast: Cast,
) -> None:
    person = Person.join(
        given["name"],
        given["email"],
        by=next(iter(cast.values())),
        password_hash=password_hash,
        language="es",
    )
    person.job, person.unit_id = given["job"], places[given["unit"]]
    person.speaks = "es" if number % 3 else "eu es"
    person.location_id = places[LOCATIONS[number % len(LOCATIONS)]]
