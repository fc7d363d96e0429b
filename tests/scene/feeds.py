"""Channels of the owner, and addresses nobody was given."""

from app.core.db import db, writing
from app.feeds.models import Channel
from app.people.models import Person
from tests.scene.base import Address, Scene
from tests.scene.catalogue import tag_by_name
from tests.scene.people import letter


def letter_about_a_tag(scene: Scene) -> Address:
    return letter(scene) | tag_by_name(scene)


def letter_about_a_space(scene: Scene) -> Address:
    return letter(scene) | {"number": 1}


def channel(scene: Scene) -> Address:
    """One of the owner's."""
    number = scene.owner.id
    with writing():
        channel, _ = Channel.open("Reader", by=db.session.get_one(Person, number))
    return {"number": channel.id}
