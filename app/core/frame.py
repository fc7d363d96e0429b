"""What the frame around a signed-in page shows of whoever is signed in: holes in a kept piece."""

from flask import Flask, request
from flask_login import current_user
from markupsafe import Markup, escape

from app.core.fragments import fills, piece
from app.core.slots import slot


def init_app(app: Flask) -> None:
    fills("bell", lambda: slot("layout.bell"))
    fills("face", lambda: _drawn("layouts/_face.html"))
    fills("me", lambda: _drawn("layouts/_me.html"))
    fills("name", lambda: escape(current_user.name))
    fills("place", lambda: escape(request.full_path.rstrip("?")))


def _drawn(template: str) -> Markup:
    made_of = {
        "name": current_user.name,
        "picture": current_user.picture,
        "note": current_user.note,
    }
    return piece(template, *made_of.values(), person=made_of)
