"""How much one may send. Little, unless a view says otherwise by name."""

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app, request
from werkzeug.routing import IntegerConverter, Map

from app.core.asking import reader
from app.core.db import HIGHEST

MB = 1024 * 1024
LARGEST_OF_A_STRANGER = 25 * MB  # whose session ended over a text with a picture: both come back


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = Number
    app.before_request(_measure)


class Number(IntegerConverter):
    """A number in an address. One that no key can have is a 404, not an error of the database."""

    def __init__(self, map: Map, **given: Any) -> None:
        super().__init__(map, **{"max": HIGHEST, **given})


def accepts(megabytes: int) -> Callable[[Callable], Callable]:
    """Mark a view that takes files of up to so many megabytes in all."""

    def mark(view: Callable) -> Callable:
        view.accepts = megabytes * MB  # type: ignore[attr-defined]
        return view

    return mark


def _measure() -> None:
    """Before anybody, CSRF included, looks into the form."""
    view = current_app.view_functions.get(request.endpoint or "")
    if allowed := getattr(view, "accepts", None):
        known = reader().is_authenticated
        request.max_content_length = allowed if known else min(allowed, LARGEST_OF_A_STRANGER)
