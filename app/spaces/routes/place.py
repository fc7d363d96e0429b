"""The space a page is in: found, judged, and drawn around what the page is about."""

from typing import Any

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from app.core.access import me, reader
from app.core.db import HIGHEST, is_writing, load
from app.people.models import Person, Reader
from app.spaces import policy, queries
from app.spaces.forms import WordsForm
from app.spaces.models import Standing


def standing(number: int) -> Standing:
    """How whoever asks stands to it; 404 where they do not know of it. While writing the space
    is held until the block ends, so that of two who decide one sees what the other has done.
    """
    who: Person | Reader = me() if is_writing() else reader()
    if number > HIGHEST:
        abort(404)
    if is_writing():
        load(queries.visible_to(who), number)
    return queries.standing(who, number) or abort(404)


def page(
    template: str,
    place: Standing,
    /,
    *,
    here: str,
    status: int = 200,
    asks: WordsForm | None = None,
    **more: Any,
) -> ResponseReturnValue:
    """`here` is the tab one is at."""
    who = reader()
    may = {
        "see_in": policy.see_in(who, place),
        "run": policy.run(who, place),
        "see_members": policy.see_members(who, place),
        "join": not place.is_in and policy.join(who, place),
        "ask": policy.ask(who, place),
        "leave": place.is_in and policy.leave(who, place),
        "invite": policy.invite(who, place),
        "write": policy.write(who, place.space, place.role),
    }
    asks = asks or WordsForm(formdata=None)
    return render_template(
        template, place=place, space=place.space, may=may, here=here, asks=asks, **more
    ), status
