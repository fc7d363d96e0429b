"""What stands in closed spaces is their members': no role goes round it. In the one that is `left`
everybody is, follows it, and is told of what is published in it, before they go.
"""

from app.core import outbox
from app.core.db import db, writing
from app.following.models import Following
from app.people.models import Person
from tests.factories import leave, make_comment, make_picture, make_post, make_space
from tests.factories.events import answer, date_of, make_event
from tests.hidden.base import MARK, NOBODY, word

INSIDE = (
    *("title", "text", "tag", "cover", "comment"),
    *("event", "event-text", "event-place", "event-cover"),
)
HIDDEN = {
    "hidden-space-name": NOBODY,
    "hidden-space-about": NOBODY,
    **{f"{name}-space-{one}": NOBODY for name in ("hidden", "members", "left") for one in INSIDE},
}
KINDS = {"space": "hidden-space-name"}


def hide(scene):
    """`scene.spaces` are the three of them."""
    scene.spaces = [_space(scene, name) for name in ("hidden", "members", "left")]
    outbox.drain()  # they are told of it before they go
    leave_all(scene, scene.spaces[2])
    return {number for space in scene.spaces for number in (space.id, *space.inside)}


def leave_all(scene, space):
    for who, one in scene.people.items():
        if who != "owner":
            leave(space, one)


def addresses(scene):
    for space in scene.spaces:
        yield from (f"/blog?space={space.id}", f"/activity?space={space.id}")
        yield from (f"/spaces/new?within={space.id}", f"/blog/new?space={space.id}")
        yield f"/events/new?space={space.id}"
    yield from (f"/{place}?tag={word('left-space-tag')}" for place in ("blog", "search"))
    yield f"/spaces?q={MARK[:5]}"


def _space(scene, name):
    owner, is_left = scene.owner, name == "left"
    visibility = "members" if name == "members" else "hidden"
    others = [one for who, one in scene.people.items() if who != "owner"]
    space = make_space(
        owner,
        visibility=visibility,
        name=word("hidden-space-name") if name == "hidden" else f"The {name} room",
        members=others if is_left else [],
        about_html=word("hidden-space-about") if name == "hidden" else "",
    )
    if is_left:
        with writing():
            for one in others:
                Following.follow("space", space.id, by=db.session.get_one(Person, one.id))
    post = make_post(
        owner,
        title=word(f"{name}-space-title"),
        text=word(f"{name}-space-text"),
        tags=[word(f"{name}-space-tag")],
        cover=make_picture(owner, alt=word(f"{name}-space-cover")),
        space=space,
    )
    said = make_comment(word(f"{name}-space-comment"), on=post, by=owner)
    event = make_event(
        owner,
        title=word(f"{name}-space-event"),
        text=word(f"{name}-space-event-text"),
        place=word(f"{name}-space-event-place"),
        cover=make_picture(owner, alt=word(f"{name}-space-event-cover")).key,
        cover_alt=word(f"{name}-space-event-cover"),
        space=space.id,
    )
    date = date_of(event)
    for one in scene.people.values() if is_left else [owner]:
        answer(date, one)  # whoever goes keeps no seat in sight
    space.inside = (post.id, said.id, event.id, date.id)
    return space
