"""Counted waves, with figures as they are written down at closing."""

from sqlalchemy import select

from app.core.db import db, writing
from app.core.markdown import Rendered
from app.people.models import Person
from app.survey.models import Dimension, Group, Remark, Wave
from app.survey.suppression import Hidden
from tests.factories.people import make_person
from tests.factories.survey import open_wave

ITEMS = [f"q{n}" for n in range(1, 11)]


def change(before, by, arrow=None, half=3):
    return {"before": before, "by": by, "low": by - half, "high": by + half, "arrow": arrow}


def score(mean, half=3.0, changed=None):
    return {"mean": mean, "low": mean - half, "high": mean + half, "change": changed}


def asked(n, shares=(60, 25, 15), distribution=None, capped=None):
    low, high = max(shares[0] - 9, 0), min(shares[0] + 9, 100)
    return {
        "n": list(n),
        "shares": None if capped else list(shares),
        "interval": None if capped else [low, high],
        "capped": capped,
        "not_mine": 3,
        "distribution": distribution,
    }


def figures(n=40, mean=67.1, *, invited=60, tier=None, changed=None):
    """What is written down of a group of so many: as much as its size allows."""
    tier = tier or ("distribution" if n >= 30 else "detail" if n >= 10 else "score")
    band = [n, n] if n >= 20 else [10, 19] if n >= 10 else [5, 9]
    told = {
        "n": band,
        "invited": invited,
        "rate": round(n / invited, 2) if n >= 20 else None,
        "tier": tier,
        "index": score(mean, changed=changed),
        "dimensions": {},
        "items": {},
        "recommend": None,
        "alpha": None,
    }
    if tier == "score":
        return told
    for nth, name in enumerate(Dimension):
        told["dimensions"][name.value] = score(mean - 18 + 7 * nth)
    spread = [6, 11, 23, 38, 22] if tier == "distribution" else None
    told["items"] = {code: asked(band, distribution=spread) for code in ITEMS}
    told["recommend"] = {
        "n": band,
        "score": 18,
        "low": 11,
        "high": 25,
        "shares": [42, 34, 24],
        "capped": None,
        "change": None,
    }
    told["alpha"] = 0.81 if tier == "distribution" else None
    return told


def counted_wave(told, *, published=True, by=None, html="", **given):
    """A wave of everybody who is there, counted: `told` are figures, or a reason to hide it, by
    the name of the group. The whole is "Everybody".
    """
    wave = open_wave(by=by, **given)
    number, who = wave.id, (by or make_person("Rosa", "hr")).id
    with writing():
        wave = db.session.get_one(Wave, number)
        wave.stop(by=None)
        for group in db.session.scalars(select(Group).where(Group.wave_id == number)):
            said = told.get(group.name or "Everybody", Hidden.FEW)
            group.hidden = said if isinstance(said, Hidden) else None
            group.figures = None if isinstance(said, Hidden) else said
        wave.close(answered=40, unread=0)
        if published:
            rendered = Rendered(html=html, excerpt="", words=0)
            wave.publish("", rendered, by=db.session.get_one(Person, who))
    return db.session.get_one(Wave, number)


def remark(wave, text, group=None):
    with writing():
        whole = db.session.scalars(
            select(Group.id).where(Group.wave_id == wave.id, Group.parent_id.is_(None))
        ).one()
        db.session.add(Remark(wave_id=wave.id, group_id=group or whole, text=text))
