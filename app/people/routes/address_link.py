"""/address: saying yes to another address, or «this was not me», by the links of two letters."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.core.access import public
from app.core.db import writing
from app.people.letters import opening, queries
from app.people.models import Link, Purpose

bp = Blueprint("address_link", __name__, url_prefix="/address")

ENDS = (Purpose.NEW_ADDRESS, Purpose.OLD_ADDRESS)


@bp.get("/<token>")
@public
def show(token: str) -> ResponseReturnValue:
    return opening.take(token, "people.address_link.edit")


@bp.get("")
@public
def edit() -> ResponseReturnValue:
    """What is asked, or how far it is: whoever said yes comes back here."""
    link = opening.link(*ENDS)
    if link is None or not _is_told(link):
        return opening.gone(None)
    return render_template(
        "people/address_link/edit.html",
        link=link,
        change=link.change,
        is_old_end=link.purpose is Purpose.OLD_ADDRESS,
    )


@bp.put("")
@public
def update() -> ResponseReturnValue:
    """Yes. With the last yes the address is another, unless somebody has taken it meanwhile."""
    try:
        return _agree()
    except IntegrityError:  # taken in the very moment: now it can be seen
        return _agree()


@bp.delete("")
@public
def destroy() -> ResponseReturnValue:
    """The old end says that this was not them."""
    was_asked_inside = False
    with writing(shown=False):
        link = opening.link(Purpose.OLD_ADDRESS)
        is_in_time = link is not None and link.opens and _is_pending(link)
        if link and link.change and is_in_time:
            was_asked_inside = link.change.was_asked_inside
            link.change.object()
    if not is_in_time:
        return opening.gone(None)
    opening.forget()
    return render_template("people/address_link/stopped.html", was_asked_inside=was_asked_inside)


def _agree() -> ResponseReturnValue:
    is_taken = False
    with writing():
        link = opening.link(*ENDS)
        is_asked = link is not None and link.opens and _is_asked(link)
        if link and link.change and is_asked:
            is_taken = queries.is_taken(link.change.address)
            if is_taken:
                link.change.take_back(by=link.person)
            else:
                link.change.agree(link)
    if is_taken:
        return render_template("people/address_link/taken.html"), 409
    if not is_asked:
        return opening.gone(None)
    return redirect(url_for("people.address_link.edit"), code=303)


def _is_told(link: Link) -> bool:
    """Done, or still to be decided. Of what was stopped or came too late nothing is told."""
    is_done = link.change is not None and link.change.done_at is not None
    return is_done or (_is_pending(link) and (link.opens or link.used_at is not None))


def _is_pending(link: Link) -> bool:
    return link.change is not None and link.change.is_pending


def _is_asked(link: Link) -> bool:
    """Of the old end no yes is asked where the administration wants the change: it may say no."""
    change = link.change
    is_of_weight = link.purpose is Purpose.NEW_ADDRESS or (change is not None and change.asks_old)
    return _is_pending(link) and is_of_weight
