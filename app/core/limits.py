"""How much one may send. Little, unless a view says otherwise by name."""

from collections.abc import Callable

from flask import Flask, current_app, request

MB = 1024 * 1024


def init_app(app: Flask) -> None:
    app.before_request(_measure)


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
        request.max_content_length = allowed
