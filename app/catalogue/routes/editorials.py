"""/catalogue/editorials/<about>/<language>: what is written about the strategy, by governance."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from app.catalogue import policy, queries
from app.catalogue.forms.editorials import EditorialForm
from app.catalogue.models import Editorial, Kind
from app.catalogue.models.editorial import WOWISTA
from app.catalogue.speaking import CATALOGUES
from app.core.access import authorize, me, reader
from app.core.db import HIGHEST, Overtaken, load, writing
from app.core.hypermedia import say
from app.core.i18n import LANGUAGES, gettext

bp = Blueprint("editorials", __name__, url_prefix="/catalogue/editorials")


@bp.get("/<int:number>")
def by_number(number: int) -> ResponseReturnValue:
    """The address by which anything knows it; the page it stands on is led to."""
    editorial = load(queries.visible_editorials(reader()), number)
    return redirect(_place(editorial.about))


@bp.get("/<about>/<language>/edit")
def edit(about: str, language: str) -> ResponseReturnValue:
    authorize(policy.govern)
    place, theirs = _place(about, language), queries.editorial_at(about, language)
    name = "" if theirs else _name(about)
    form = EditorialForm(formdata=None, obj=theirs, **({} if theirs else {"title": name}))
    if theirs is None:
        form.version.data = 0
    return _page(about, language, form, place)


@bp.put("/<about>/<language>")
def update(about: str, language: str) -> ResponseReturnValue:
    authorize(policy.govern)
    place = _place(about, language)
    form = EditorialForm()
    if "preview" in request.form:
        shown = form.text.rendered.html if form.text.validate(form) else None
        return _page(about, language, form, place, preview=shown)
    if stands := queries.editorial_at(about, language):
        form.has_stood(stands.title, stands.text)
    if not form.validate():
        return _page(about, language, form, place, status=422)

    try:
        with writing():
            authorize(policy.govern)
            editorial = queries.editorial_at(about, language)
            if (editorial.version if editorial else 0) != form.version.data:
                raise Overtaken
            editorial = editorial or Editorial(about=about, language=language)
            editorial.write(form.title.data, form.text.data, form.text.rendered, by=me())
    except (Overtaken, IntegrityError):  # or somebody began it in the same moment
        theirs = queries.editorial_at(about, language)
        form.face(theirs)
        return _page(about, language, form, place, theirs=theirs, status=409)
    say(gettext("Saved: everybody can read it."))
    return redirect(place, code=303)


def _place(about: str, language: str = "es") -> str:
    """The page a text stands on; 404 where there is no such page or language."""
    if language not in LANGUAGES:
        abort(404)
    if about == WOWISTA:
        return url_for("catalogue.overview.index")
    if about in set(Kind):
        return url_for("catalogue.terms.index", kind=about)
    term = load(queries.visible_terms(reader()), _term(about))
    return url_for("catalogue.terms.show", kind=term.kind.value, word=term.slug)


def _term(about: str) -> int:
    word, _, number = about.partition("-")
    if word != "term" or not (number.isascii() and number.isdigit() and len(number) <= 10):
        abort(404)
    if about != f"term-{int(number)}" or int(number) > HIGHEST:
        abort(404)
    return int(number)


def _name(about: str) -> str:
    """What it is about, as a title to begin with."""
    if about == WOWISTA:
        return "WOWista"
    if about in set(Kind):
        return gettext(CATALOGUES[Kind(about)])
    return load(queries.visible_terms(reader()), _term(about)).name


def _page(
    about: str,
    language: str,
    form: EditorialForm,
    place: str,
    *,
    theirs: Editorial | None = None,
    preview: str | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    return render_template(
        "catalogue/editorials/edit.html",
        about=about,
        spoken=language,
        form=form,
        place=place,
        theirs=theirs,
        preview=preview,
        name=_name(about),
        is_overtaken=status == 409,
    ), status
