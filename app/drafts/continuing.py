"""Which forms may have drafts, and where one goes on with them."""

from dataclasses import dataclass
from typing import Any

from flask import abort, request, url_for
from werkzeug.datastructures import MultiDict

from app.core.access import reader
from app.core.db import load
from app.core.forms import Form
from app.drafts import queries
from app.drafts.models import Begun, Draft


@dataclass(frozen=True)
class Drafted:
    """A form: the endpoint where a new one goes on, and the one where an edit does."""

    form: str
    new: str
    edit: str


_drafted: dict[str, Drafted] = {}


def register(drafted: Drafted) -> None:
    _drafted[drafted.form] = drafted


def named(form: str) -> Drafted:
    """404 for a form that keeps no drafts."""
    return _drafted.get(form) or abort(404)


def address(draft: Draft | Begun) -> str:
    """The page where its writer goes on."""
    drafted = named(draft.form)
    if draft.about is None:
        return url_for(drafted.new, draft=draft.id)
    return url_for(drafted.edit, number=draft.about, draft=draft.id)


def gone_on_with(kind: type[Form]) -> Any:
    """The form as its writer left it, if the address names their draft."""
    number = request.args.get("draft", type=int)
    if number is None:
        return None
    draft = load(queries.visible_to(reader()), number)
    form: Any = kind(MultiDict(draft.fields))
    form.draft.data = url_for("drafts.drafts.update", number=draft.id)
    form.draft_version.data = draft.version
    return form
