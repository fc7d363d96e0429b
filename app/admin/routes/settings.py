"""/admin/settings: what the house lets its administration choose."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.admin import policy
from app.admin.forms.settings import setting_form
from app.admin.house import queries
from app.admin.tuning import tune
from app.core import settings
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import gettext
from app.core.settings import Declared, Setting

bp = Blueprint("settings", __name__, url_prefix="/settings")


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(policy.arrange)
    return _page(200)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    """Where one that was changed stands on the page of all of them."""
    row = load(queries.settings_seen_by(reader()), number)
    return redirect(url_for(".index", _anchor=f"setting-{row.name}"), code=303)


@bp.put("/<string:name>")
def update(name: str) -> ResponseReturnValue:
    authorize(policy.arrange)
    setting = _named(name)
    form = setting_form(setting)
    if not form.validate():
        return _page(422, form=form, name=name)
    return _tuned(setting, form.value.data, form)


@bp.delete("/<string:name>")
def destroy(name: str) -> ResponseReturnValue:
    """Back to its default."""
    authorize(policy.arrange)
    return _tuned(_named(name), None, setting_form(_named(name)))


def _tuned(setting: Declared, value: Any, form: Any) -> ResponseReturnValue:
    try:
        with writing():
            authorize(policy.arrange)
            row = settings.of(setting.name)
            if form.version.data != (row.version if row else 0):
                raise Overtaken
            if tune(setting, value, by=me()).version != form.version.data + 1:
                raise Overtaken  # there was no row to hold, and then there was
    except (Overtaken, IntegrityError):  # of two who change it for the first time one inserts
        row = settings.of(setting.name)
        form.version.data, form.version.raw_data = (row.version if row else 0), None
        return _page(409, form=form, name=setting.name)
    say(gettext("Saved: %(setting)s", setting=gettext(setting.words)))
    return redirect(url_for(".index", _anchor=f"setting-{setting.name}"), code=303)


def _named(name: str) -> Declared:
    """What is declared without a family is the house's own, and nobody's to change."""
    setting = settings.named(name)
    return setting if setting and setting.family else abort(404)


def _page(status: int, *, form: Any = None, name: str = "") -> ResponseReturnValue:
    """Every setting by its family; `form` is the one that was sent back, of the setting `name`."""
    rows = settings.rows()
    families: dict[str, list[dict[str, Any]]] = {}
    for setting in settings.declared():
        if not setting.family:
            continue
        shown = _shown(setting, rows)
        if setting.name == name:
            shown["form"] = form
        families.setdefault(setting.family, []).append(shown)
    who = queries.names(row.changed_by for row in rows.values() if row.changed_by)
    return render_template(
        "admin/settings/index.html",
        families=families,
        who=who,
        overtaken=name if status == 409 else "",
        refused=form,
    ), status


def _shown(setting: Declared, rows: Mapping[str, Setting]) -> dict[str, Any]:
    row = rows.get(setting.name)
    value = setting.read(row.value if row else None)
    version = row.version if row else 0
    return {
        "setting": setting,
        "row": row,
        "value": said(setting, value),
        "default": said(setting, setting.default),
        "is_default": value == setting.default,
        "version": version,
        "form": setting_form(setting, formdata=None, data={"value": value, "version": version}),
    }


def said(setting: Declared, value: Any) -> str:
    """A value as somebody reads it."""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if value in setting.choices:
        return gettext(setting.choices[value])
    return str(value)
