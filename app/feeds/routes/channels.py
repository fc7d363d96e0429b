"""/feeds: my channels, a new one, and closing one."""

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Row

from app.catalogue.categories import CATEGORIES
from app.core.access import me, reader
from app.core.db import load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.mail import address
from app.core.once import made_by, remember
from app.feeds import queries
from app.feeds.forms import ChannelForm
from app.feeds.models import MOST, Channel
from app.people import queries as people

bp = Blueprint("channels", __name__)


@bp.get("")
def index() -> ResponseReturnValue:
    return _page(ChannelForm(formdata=None), 200)


@bp.post("")
def create() -> ResponseReturnValue:
    """The answer says the address, this once: it is kept nowhere."""
    form = ChannelForm()
    if not form.validate():
        return _page(form, 422)

    token = ""
    with writing(shown=False):
        owner = load(people.visible_to(reader()), reader().id)  # one form of theirs at a time
        if made_by(form.once.data, owner.id) is None:
            if queries.count(owner) >= MOST:
                words = gettext("You have %(n)s channels: close one you no longer read.", n=MOST)
                form.name.errors = [words]
            else:
                channel, token = Channel.open(form.name.data, by=me())
                remember(form.once.data, owner.id, channel.id)
    if form.errors:
        return _page(form, 422)
    if not token:  # the same form again: what it made is there, and its address was said
        return redirect(url_for("feeds.channels.index"), code=303)
    return _page(ChannelForm(formdata=None), 200, name=form.name.data, token=token)


@bp.delete("/<int:number>")
def destroy(number: int) -> ResponseReturnValue:
    load(queries.visible_to(reader()), number)
    with writing(shown=False):
        load(queries.visible_to(me()), number).close(by=me())
    say(gettext("The channel is closed: its address leads nowhere from now on."))
    return redirect(url_for("feeds.channels.index"), code=303)


def _page(
    form: ChannelForm, status: int, *, name: str = "", token: str = ""
) -> ResponseReturnValue:
    spaces = queries.spaces(reader()) if token else []
    return render_template(
        "feeds/channels/index.html",
        form=form,
        channels=queries.mine(reader()),
        name=name,
        whole=address("feeds.reading.whole", token=token) if token else "",
        by_tag=address("feeds.reading.tag", token=token, word="…") if token else "",
        by_space=[
            (row.name, address("feeds.reading.space", token=token, number=row.id)) for row in spaces
        ],
        calendars=_calendars(token, spaces) if token else {},
    ), status


def _calendars(token: str, spaces: list[Row]) -> dict[str, Any]:
    """Where each calendar is: one's own, the whole one, and its parts by what they are called."""
    unit = queries.unit(reader().unit_id or 0)
    of_unit = [(unit.name, "feeds.calendars.unit", {"number": unit.id})] if unit else []
    parts: list[tuple[str, str, dict[str, Any]]] = [
        *(
            (gettext(words), "feeds.calendars.category", {"code": code.value})
            for code, words in CATEGORIES.items()
        ),
        *of_unit,
        *((row.name, "feeds.calendars.space", {"number": row.id}) for row in spaces),
    ]
    mine = address("feeds.calendars.mine", token=token)
    whole = address("feeds.calendars.whole", token=token)
    return {
        "mine": mine,
        "whole": whole,
        "subscribe_mine": _subscribing(mine),
        "subscribe_whole": _subscribing(whole),
        "parts": [(words, address(view, token=token, **where)) for words, view, where in parts],
    }


def _subscribing(address: str) -> str:
    """The same, as it opens a calendar that subscribes to it, and does not copy it once."""
    return f"webcal:{address.partition(':')[2]}"
