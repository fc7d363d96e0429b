"""What the owner was told."""

from app.core.db import db, writing
from app.notifications import unsubscribing
from app.notifications.models import Delivery, Kind, Notification
from tests.factories import make_comment, make_post
from tests.scene.base import Address, Scene


def notification(scene: Scene) -> Address:
    """Of the owner, on whose post somebody commented; whatever they wish for by now."""
    make_comment(on=make_post(scene.owner), by=scene.chief)
    told = db.session.query(Delivery).filter_by(fact="CommentWritten")
    number, owner = told.order_by(Delivery.id.desc()).first().id, scene.owner.id
    with writing():
        mine = Notification(delivery_id=number, person_id=owner, kind=Kind.MINE)
        db.session.add(mine)
    return {"number": mine.id}


def long_ago(scene: Scene) -> Address:
    """When somebody read it all."""
    return {"at": "2020-01-01T08:00:00"}


def last_letter(scene: Scene) -> Address:
    return {"token": unsubscribing.address(scene.owner.id).rpartition("/")[2]}
