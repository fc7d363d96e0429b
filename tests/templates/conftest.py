"""A bench: the real layouts, macros, styles and scripts, with a stand-in for every feature."""

import os
import threading

import pytest
from flask import Flask, jsonify, render_template, request
from flask_login import AnonymousUserMixin, LoginManager, UserMixin, current_user
from flask_wtf import CSRFProtect
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from werkzeug.serving import make_server

from app.core import assets, fragments, frame, headers, hypermedia, i18n, navigation
from app.core.navigation import Entry
from app.core.samples import SampleForm
from config import TestConfig

PLACES = {
    "/": "home.index",
    "/blog": "blog.posts.index",
    "/activity": "activity.lines.index",
    "/people": "people.directory.index",
    "/bell": "notifications.notifications.index",
    "/spaces": "spaces.index",
    "/imports": "imports.imports.index",
}


class Leire(UserMixin):
    id = 1
    name = "Leire Goñi"
    picture = None
    note = "Donostia"
    theme = "system"
    language = "en"

    def count(self, name):
        return 0


class Somebody(AnonymousUserMixin):
    language = "en"


class Bench:
    """What the stand-in server is told to answer, and what it was sent."""

    def __init__(self):
        self.drafts, self.pictures = [], []
        self.draft_status = self.picture_status = 200
        self.reader = Leire()


@pytest.fixture
def bench():
    return Bench()


@pytest.fixture
def site(bench, monkeypatch):
    monkeypatch.setattr(navigation, "_places", {})
    monkeypatch.setattr(navigation, "_makings", {})
    app = Flask("app")
    app.config.from_object(TestConfig)
    app.config.update(SECRET_KEY="of the bench", WTF_CSRF_ENABLED=True, SERVER_NAME=None)
    app.jinja_env.undefined = StrictUndefined
    here = os.path.join(os.path.dirname(__file__), "pages")
    app.jinja_loader = ChoiceLoader([FileSystemLoader(here), app.jinja_loader])
    door = LoginManager(app)
    door.anonymous_user = Somebody
    door.request_loader(lambda _: bench.reader)
    CSRFProtect(app)
    for part in (i18n, assets, headers, navigation, hypermedia, fragments, frame):
        part.init_app(app)
    app.jinja_env.globals.update(
        reader=lambda: current_user._get_current_object(), slot=lambda name, *about: ""
    )
    _routes(app, bench)
    for order, (path, endpoint) in enumerate(PLACES.items()):
        label = endpoint.split(".")[0].title()
        navigation.add(Entry(label=label, endpoint=endpoint, icon="home", order=order))
        app.add_url_rule(path, endpoint, lambda: render_template("reading.html"))
    return app


def _routes(app, bench):
    for rule, endpoint, method in [
        ("/me", "people.profile.show", "GET"),
        ("/theme", "people.theme.update", "PUT"),
        ("/account/preferences", "people.preferences.edit", "GET"),
        ("/sign-in", "people.sign_in.new", "GET"),
        ("/sign-in", "people.sign_in.destroy", "DELETE"),
        ("/people/pictures/<key>", "people.picture.show", "GET"),
        ("/blog/new", "blog.posts.new", "GET"),
    ]:
        app.add_url_rule(rule, endpoint, lambda **_: "", methods=[method])

    @app.get("/patterns")
    def patterns():
        forms = {"form": SampleForm(), "refused": SampleForm.refused()}
        return render_template("patterns/index.html", **forms)

    @app.route("/write", methods=["GET", "POST"])
    def write():
        form = SampleForm()
        form.is_submitted() and form.validate()
        return render_template("writing.html", form=form)

    @app.post("/preview")
    def preview():
        return f"<h2>{request.form['text'][:40]}</h2>"

    @app.post("/draft")
    def draft():
        if bench.draft_status != 200:
            return jsonify(message=""), bench.draft_status
        bench.drafts.append(request.form.to_dict())
        version = len(bench.drafts)
        return jsonify(saved_at="2026-11-25T08:41:00Z", url="/draft/1", version=version)

    @app.post("/pictures")
    def pictures():
        if bench.picture_status != 200:
            return jsonify(message="That weighs too much."), bench.picture_status
        bench.pictures.append(request.files["picture"].filename)
        return jsonify(key="ab" * 16, url="/pictures/" + "ab" * 16)

    @app.post("/support", endpoint="support.create")
    def support():
        hypermedia.say("Supported.")
        return hypermedia.done("_press.html", otherwise="/write", pressed=True)

    @app.delete("/support", endpoint="support.destroy")
    def unsupport():
        return hypermedia.done("_press.html", otherwise="/write", pressed=False)

    @app.get("/error/<int:code>")
    def error(code):
        told = {"error": {"code": code}, "request_id": "4f3c", "again": ""}
        kept = [("text", "text", "What I wrote")] if request.args.get("kept") else []
        return render_template("errors/page.html", kept=kept, **told), code

    @app.get("/gate")
    def gate():
        return render_template("gate.html")


@pytest.fixture
def open_page(site, chromium):
    """`open_page("/write", width=390)` opens a browser there; its complaints fail the test."""
    server = make_server("127.0.0.1", 0, site, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    opened, complaints = [], []

    def open_(path, width=1280, **how):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **how)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if _bad(line) else None)
        page.goto(f"http://127.0.0.1:{server.server_port}{path}")
        opened.append(context)
        return page

    yield open_
    for context in opened:
        context.close()
    server.shutdown()
    thread.join(timeout=10)
    server.server_close()
    assert complaints == []


def _bad(line):
    return line.type in ("error", "warning") and "the server responded with" not in line.text
