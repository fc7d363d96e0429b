"""Pieces of pages that are the same for many people: drawn once, and kept for the next reader.

    {{ piece("blog/_card.html", card, level, card=card, level=level) }}

A piece is kept by everything it is made of: its template, what it is given as its key, and the
language, time zone and day it is told in. It shows nothing else: inside of one neither `reader()`
nor `can` can be asked, so that nobody sees what was drawn for another. What differs from one
answer to the next, such as the token of a form, is a hole that is filled in for each.

Where the key is a row, the row was read for this reader a moment ago: who may not see a thing
never comes to ask for its piece. `lasting()` also saves the queries: its pieces are of the whole
house and last until anything is decided (see `docs/decisions/speed.md`).
"""

import re
import secrets
from collections.abc import Callable, Hashable
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from flask import Flask, current_app, g, has_request_context, render_template, request, session
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from app.core.asking import reader
from app.core.i18n import here_and_now, is_speaking
from app.core.shelf import Shelf

ROOM = 16 * 1024 * 1024  # characters a process keeps; the least recently shown go first

A_ROW = 2_000  # characters, about

Pieces = list[str]  # text and names of holes by turns, beginning and ending with text

_mark = secrets.token_hex(16)  # nobody can write a hole into a text of theirs
_holes = re.compile(f"{_mark}([a-z]+);")
_drawing: ContextVar[bool] = ContextVar("drawing", default=False)


class _Answer(NamedTuple):
    """What each piece of an answer asks: a page has thirty, so it is looked up once for them."""

    shelf: Shelf
    told_in: tuple[Hashable, ...]  # what the filters of every template ask: language, zone, day
    version: int  # what the reader's pages are made from; nothing while something is being changed
    filled: dict[str, Markup]  # the holes, as far as they were drawn


def init_app(app: Flask) -> None:
    app.extensions["fragments"] = Shelf(ROOM)
    app.jinja_env.globals.update(piece=piece, hole=hole, csrf_token=csrf_token)
    if app.debug:  # whoever changes a template or a style sees it at once
        app.before_request(lambda: shelf().clear())


def shelf() -> Shelf:
    return current_app.extensions["fragments"]


def is_drawing() -> bool:
    return _drawing.get()


def may_keep() -> bool:
    """Whether what is read for this answer may be shown to the next who asks. An answer to a
    change knows only the version from before itself, and a letter none.
    """
    return bool(_answer().version)


def piece(
    template: str,
    /,
    *key: Hashable,
    read: Callable[[], dict[str, Any]] | None = None,
    **context: Any,
) -> Markup:
    """The piece, from the shelf or newly drawn. `key` is all that its context is made of.

    `read` gives more of the context, where making it ready is worth saving too.
    """
    answer = _answer()
    whole = (template, answer.told_in, key)
    return _kept(answer, whole, lambda: _rendered(template, context | (read() if read else {})))


def lasting(template: str, /, *key: Hashable, read: Callable[[], dict[str, Any]]) -> Markup:
    """The same for a piece of the whole house, which everybody who asks with this key may see.

    `read` does its queries, if nothing is kept that was drawn since the last decision. An answer
    that may not keep always draws.
    """
    answer = _answer()
    if not answer.version:
        return _filled(answer, _drawn(lambda: _rendered(template, read())))
    whole = (template, answer.told_in, answer.version, key)
    return _kept(answer, whole, lambda: _rendered(template, read()))


def drawn(template: str, /, **context: Any) -> Markup:
    """Drawn for this answer alone, where others are shown a kept piece."""
    return Markup(render_template(template, **context))


def rows(name: str, /, *key: Hashable, read: Callable[[], Any], by: Hashable | None = None) -> Any:
    """What was read for everybody, from the shelf while nothing has been decided since; or, where
    it says what it lasts `by`, while that is the same (`core/stamps.stamps_of`).

    Only for what all who come this far may see: that they may, the caller has asked before.
    Nobody changes the list or what is in it.
    """
    shelf_, _, version, _ = _answer()
    if not version:
        return read()
    whole = (name, by or version, key)
    found = shelf_.get(whole)
    if found is None:
        found = read()
        shelf_.put(whole, found, weight=(len(found) + 1) * A_ROW)
    return found


def frozen(name: str, /, *key: Hashable, read: Callable[[], Any], weight: int) -> Any:
    """What never changes again, from the shelf: its key says all there is to know of it. Nobody
    changes anything in it. `weight` is in characters, about.
    """
    whole = (name, key)
    found = shelf().get(whole)
    if found is None:
        found = read()
        shelf().put(whole, found, weight=weight)
    return found


def hole(name: str) -> Markup:
    """What differs from answer to answer: a place to be filled in, while a piece is drawn."""
    return Markup(f"{_mark}{name};") if is_drawing() else _fill(name)


def csrf_token() -> str:
    """What every form of a template asks for."""
    return hole("token")


def fills(name: str, draw: Callable[[], str]) -> None:
    """Say, at start-up, what fills the holes of that name: once for each answer that has one."""
    _fillers[name] = draw


def _answer() -> _Answer:
    """Letters follow one another, each to a reader of its own: they are told anew."""
    known = g.get("pieces")
    if known is None or is_speaking():
        is_page, version = has_request_context(), 0
        if is_page and request.method in ("GET", "HEAD"):
            version = getattr(reader(), "data_version", 0)
        known = _Answer(shelf(), here_and_now()[:3], version, {})
        if is_page and not is_speaking():
            g.pieces = known
    return known


def _kept(answer: _Answer, key: Hashable, draw: Callable[[], str]) -> Markup:
    pieces = answer.shelf.get(key)
    if pieces is None:
        pieces = _drawn(draw)
        answer.shelf.put(key, pieces, weight=sum(map(len, pieces)))
    return _filled(answer, pieces)


def _drawn(draw: Callable[[], str]) -> Pieces:
    with _only_what_all_may_see():
        return _holes.split(draw())


def _filled(answer: _Answer, pieces: Pieces) -> Markup:
    if len(pieces) == 1:
        return Markup(pieces[0])
    shown = pieces.copy()
    if is_drawing():
        shown[1::2] = [hole(name) for name in pieces[1::2]]
    else:
        filled = answer.filled  # once: a frame has a dozen holes, most of them the same
        shown[1::2] = [filled.get(name) or _fill(name) for name in pieces[1::2]]
    return Markup("".join(shown))


@contextmanager
def _only_what_all_may_see():
    token = _drawing.set(True)
    try:
        yield
    finally:
        _drawing.reset(token)


def _rendered(template: str, context: dict[str, Any]) -> str:
    """Without what Flask gives every template: a request and a session are one person's."""
    return current_app.jinja_env.get_template(template).render(context)


def _token() -> str:
    """The session's token against forgery. It is good for as long as the session, so it is signed
    once and not for every page.
    """
    raw = session.get("csrf_token")
    signed = raw and shelf().get(("token", raw))
    if not signed:
        signed = generate_csrf()
        shelf().put(("token", session["csrf_token"]), signed, weight=len(signed))
    return signed


_fillers: dict[str, Callable[[], str]] = {"token": _token}


def _fill(name: str) -> Markup:
    filled = _answer().filled
    if name not in filled:
        filled[name] = Markup(_fillers[name]())
    return filled[name]
