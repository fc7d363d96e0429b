"""/survey/waves/<number>/items: what a draft asks, one question after the other."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.survey import asking, policy, queries
from app.survey.forms import ItemChangeForm, NewItemForm, differences
from app.survey.models import Item, Wave
from app.survey.wording import ASKED

bp = Blueprint("items", __name__, url_prefix="/waves/<int:number>/items")


@bp.get("/new")
def new(number: int) -> ResponseReturnValue:
    wave = load(queries.waves(reader()), number)
    authorize(policy.edit, wave)
    return _new(wave, NewItemForm(formdata=None), 200)


@bp.post("")
def create(number: int) -> ResponseReturnValue:
    wave = load(queries.waves(reader()), number)
    authorize(policy.edit, wave)
    form = NewItemForm()
    if not form.validate():
        return _new(wave, form, 422)

    try:
        with writing():
            wave = load(queries.waves(me()), number)
            authorize(policy.edit, wave)
            item = asking.add(wave, **form.said).id
    except asking.TooMany:
        form.has_no_room()
        return _new(load(queries.waves(reader()), number), form, 422)
    say(gettext("It is asked at the end: move it to where it belongs."))
    return redirect(place(number, item), code=303)


@bp.get("/<int:item>/edit")
def edit(number: int, item: int) -> ResponseReturnValue:
    wave = load(queries.waves(reader()), number)
    authorize(policy.edit, wave)
    asked = load(queries.items_of(number), item)
    return _edit(wave, asked, ItemChangeForm.standing(asked), 200)


@bp.put("/<int:item>")
def update(number: int, item: int) -> ResponseReturnValue:
    wave = load(queries.waves(reader()), number)
    authorize(policy.edit, wave)
    asked = load(queries.items_of(number), item)
    form = ItemChangeForm.of(asked)
    if not form.validate():
        return _edit(wave, asked, form, 422)

    try:
        with writing():
            wave = load(queries.waves(me()), number)
            authorize(policy.edit, wave)
            asked = load(queries.items_of(number), item, version=form.version.data)
            asked.change(**form.said)
    except Overtaken:
        wave, asked = load(queries.waves(reader()), number), load(queries.items_of(number), item)
        form.face(asked)
        return _edit(wave, asked, form, 409)
    say(gettext("Saved."))
    return redirect(place(number, item), code=303)


def place(number: int, item: int) -> str:
    """Where it stands on the desk."""
    return url_for("survey.waves.show", number=number, _anchor=f"item-{item}")


def _new(wave: Wave, form: NewItemForm, status: int) -> ResponseReturnValue:
    return render_template("survey/items/new.html", wave=wave, form=form), status


def _edit(wave: Wave, item: Item, form: ItemChangeForm, status: int) -> ResponseReturnValue:
    rival = differences(ItemChangeForm.standing(item), form) if status == 409 else []
    return render_template(
        "survey/items/edit.html",
        wave=wave,
        item=item,
        form=form,
        rival=rival,
        is_overtaken=status == 409,
        **ASKED,
    ), status
