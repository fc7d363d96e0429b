"""/admin/people: the accounts of the house, and whom to trust with something."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Row
from sqlalchemy.exc import IntegrityError

from app.admin import queries
from app.admin.forms.people import AccountForm, AccountsForm, NewPersonForm
from app.admin.standing import standing
from app.core import once
from app.core.access import authorize, me, reader
from app.core.db import Overtaken, load, writing
from app.core.hypermedia import say, view
from app.core.i18n import gettext
from app.people import policy, sessions
from app.people import queries as people
from app.people.forms import DirectoryForm
from app.people.letters import queries as letters
from app.people.models import AddressChange, Person, Reader
from app.people.models.reader import STRICT

bp = Blueprint("people", __name__, url_prefix="/people")


@bp.get("")
def index() -> ResponseReturnValue:
    authorize(policy.look_after)
    form = AccountsForm(request.args) if reader().is_admin else DirectoryForm(request.args)
    wanted, after = {"state": None} | form.wanted, form.beginning
    return view(
        "admin/people/index.html",
        part="admin/people/_accounts.html",
        form=form,
        wanted=wanted,
        after=after,
        people=queries.accounts(reader(), **wanted, after=after),
        count=queries.count(reader(), **wanted),
    )


@bp.get("/new")
def new() -> ResponseReturnValue:
    authorize(policy.administer)
    return _new(NewPersonForm(formdata=None))


@bp.post("")
def create() -> ResponseReturnValue:
    authorize(policy.administer)
    form = NewPersonForm()
    if not form.validate():
        return _new(form, 422)

    number = _open(form) or _open(form)  # again: it may have been this very form, sent twice
    if number is None:
        form.is_somebody_elses()
        return _new(form, 422)
    say(gettext("%(name)s has an account now, and a letter to come in with.", name=form.name.data))
    return redirect(url_for("admin.people.show", number=number), code=303)


@bp.get("/<int:number>")
def show(number: int) -> ResponseReturnValue:
    authorize(policy.look_at, person := _account(number))
    if not person.is_active and not policy.administer(reader()):
        abort(404)
    return render_template(
        "admin/people/show.html",
        person=person,
        standing=standing(reader(), person),
        sessions=len(people.open_sessions(_as_reader(person))) if reader().is_admin else 0,
    )


@bp.get("/<int:number>/edit")
def edit(number: int) -> ResponseReturnValue:
    authorize(policy.administer)
    person = _account(number)
    known = dict(person._mapping)
    return _edit(AccountForm(person.unit_id, person.id, formdata=None, data=known), person)


@bp.put("/<int:number>")
def update(number: int) -> ResponseReturnValue:
    authorize(policy.administer)
    person = _account(number)
    form = AccountForm(person.unit_id, person.id)
    if not form.validate():
        return _edit(form, person, 422)
    address = (form.email.data or "").lower()
    is_new = address != person.email
    if is_new and not sessions.is_fresh(reader().verified_at):
        form.must_be_confirmed()
        return _edit(form, person, 422, is_stale=True)
    if is_new and letters.is_taken(address):
        form.is_somebody_elses()
        return _edit(form, person, 422)
    if is_new and not person.is_active:
        form.nobody_can_agree()
        return _edit(form, person, 422)

    try:
        with writing():
            authorize(policy.administer)
            who = load(people.visible_to(me()), number, version=form.version.data)
            who.correct(**form.said, by=me())
            if is_new:
                AddressChange.prescribe(who, address, by=me(), asks_old=bool(STRICT & who.roles))
            is_moved = who.email == address
    except Overtaken:
        theirs = _account(number)
        form.face(theirs)
        return _edit(form, theirs, 409, theirs=theirs)
    except IntegrityError:
        form.is_somebody_elses()
        return _edit(form, person, 422)
    say(
        gettext("Saved.")
        if is_moved
        else gettext("Saved. The address changes with a letter’s yes.")
    )
    return redirect(url_for("admin.people.show", number=number), code=303)


def _open(form: NewPersonForm) -> int | None:
    """The number of the account this form has made; None where the address has one already."""
    try:
        with writing():
            authorize(policy.administer)
            number = once.made_by(form.once.data, reader().id)
            if number is None:
                newcomer = Person.join(**form.said, by=me())
                newcomer.invite(by=me())
                number = newcomer.id
                once.remember(form.once.data, reader().id, number)
    except IntegrityError:
        return None
    return number


def _account(number: int) -> Row:
    return queries.account(number) or abort(404)


def _as_reader(person: Row) -> Reader:
    return Reader(person.id, person.name, people.roles_in(person.roles))


def _new(form: NewPersonForm, status: int = 200) -> ResponseReturnValue:
    return render_template("admin/people/new.html", form=form), status


def _edit(
    form: AccountForm,
    person: Row,
    status: int = 200,
    *,
    theirs: Row | None = None,
    is_stale: bool = False,
) -> ResponseReturnValue:
    context = {"form": form, "person": person, "theirs": theirs, "is_stale": is_stale}
    return render_template("admin/people/edit.html", **context), status
