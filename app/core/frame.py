"""What the frame around a signed-in page shows of whoever is signed in: holes in a kept piece."""

from flask import Flask, request
from markupsafe import Markup, escape

from app.core.asking import reader
from app.core.fragments import fills, piece
from app.core.slots import slot


def init_app(app: Flask) -> None:
    fills("bell", lambda: slot("layout.bell"))
    fills("face", lambda: _drawn("layouts/_face.html"))
    fills("me", lambda: _drawn("layouts/_me.html"))
    fills("name", lambda: escape(reader().name))
    fills("place", lambda: escape(request.full_path.rstrip("?")))


def _drawn(template: str) -> Markup:
    person = reader()
    made_of = {"name": person.name, "picture": person.picture, "note": person.note}
    return piece(template, *made_of.values(), person=made_of)
