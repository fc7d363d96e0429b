"""Drafting a wave: with the questions of the last one, or with those the house began with."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from app.core.db import db
from app.survey import queries, thresholds
from app.survey.models import Dimension, Item, ItemKind, Wave
from app.survey.thresholds import Thresholds

KEPT = ("asker", "contact", "months", "bands")


def draft(name: str) -> Wave:
    """A new draft, in `writing()`."""
    before = queries.last_wave()
    wave = Wave(name=name, **_settled(before))
    for column, answers in _thresholds(before)._asdict().items():
        setattr(wave, column, answers)
    wave.items = [Item(position=nth, **one) for nth, one in enumerate(_asked(before), start=1)]
    db.session.add(wave)
    db.session.flush()
    return wave


def _settled(before: Wave | None) -> dict[str, Any]:
    if before is None:
        return {"bands": instrument()["bands"]}
    return {name: getattr(before, name) for name in KEPT}


def _thresholds(before: Wave | None) -> Thresholds:
    """Those of the last one, raised to what the house asks by now."""
    house = thresholds.house()
    return house if before is None else thresholds.of(before).raised_to(house)


def _asked(before: Wave | None) -> list[dict[str, Any]]:
    if before is None:
        return [
            one
            | {
                "kind": ItemKind(one["kind"]),
                "dimension": one["dimension"] and Dimension(one["dimension"]),
            }
            for one in instrument()["items"]
        ]
    names = ("code", "kind", "dimension", "asks", "name", "step")
    return [{name: getattr(item, name) for name in names} for item in before.items]


@cache
def instrument() -> dict[str, Any]:
    """What the house asks until HR asks otherwise: items, and bands of the index."""
    return json.loads((Path(__file__).parent / "instrument.json").read_text())
