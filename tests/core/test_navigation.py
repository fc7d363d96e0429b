"""Navigation: what was added, in order, to whom it is allowed, and where one is."""

import pytest
from flask import Flask
from flask_login import LoginManager, UserMixin

from app.core import navigation
from app.core.navigation import Entry


class Reader(UserMixin):
    id = 1
    is_governance = False


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr(navigation, "_places", {})
    monkeypatch.setattr(navigation, "_makings", {})
    app = Flask(__name__)
    signed_in = {"reader": Reader()}
    LoginManager(app).request_loader(lambda request: signed_in["reader"])
    app.extensions["signed_in"] = signed_in
    for rule, endpoint in [
        ("/", "home.index"),
        ("/blog", "blog.posts.index"),
        ("/blog/1", "blog.posts.show"),
        ("/blog/drafts", "blog.drafts.index"),
        ("/elsewhere", "elsewhere.index"),
    ]:
        app.add_url_rule(rule, endpoint, lambda: "")
    return app


def add(label, endpoint, **given):
    navigation.add(Entry(label=label, endpoint=endpoint, icon="home", **given))


def labels(entries):
    return [entry.label for entry in entries]


def test_the_rail_shows_only_what_exists_in_its_order(site):
    add("Blog", "blog.posts.index", order=20)
    add("Home", "home.index", order=10)
    navigation.create(Entry(label="A post", endpoint="blog.posts.new", icon="pencil", key="b"))

    with site.test_request_context("/"):
        assert labels(navigation.navigation()) == ["Home", "Blog"]
        assert labels(navigation.creations()) == ["A post"]


def test_starting_twice_adds_nothing_twice(site):
    add("Blog", "blog.posts.index")
    add("Blog", "blog.posts.index")

    with site.test_request_context("/"):
        assert labels(navigation.navigation()) == ["Blog"]


def test_a_place_is_shown_to_whom_it_is_allowed(site):
    add("Triage", "triage.index", allowed=lambda reader: reader.is_governance)

    with site.test_request_context("/"):
        assert not navigation.navigation()
    site.extensions["signed_in"]["reader"].is_governance = True
    with site.test_request_context("/"):
        assert labels(navigation.navigation()) == ["Triage"]


def test_strangers_are_shown_nothing(site):
    add("Blog", "blog.posts.index")
    site.extensions["signed_in"]["reader"] = None

    with site.test_request_context("/"):
        assert not navigation.navigation()


@pytest.mark.parametrize(
    "path, here",
    [
        ("/blog", ["Blog"]),
        ("/blog/1", ["Blog"]),
        ("/blog/drafts", ["Drafts"]),
        ("/", ["Home"]),
        ("/elsewhere", []),
    ],
)
def test_one_is_where_the_place_leads_closest(site, path, here):
    add("Home", "home.index")
    add("Blog", "blog.posts.index")
    add("Drafts", "blog.drafts.index")

    with site.test_request_context(path):
        nearest = navigation.place_here()
        assert labels(one for one in navigation.navigation() if one.endpoint == nearest) == here


def test_a_place_has_the_pages_of_its_neighbours(site):
    add("Blog", "blog.posts.index")
    add("Administration", "admin.overview.index", beside=("elsewhere",))

    with site.test_request_context("/elsewhere"):
        assert navigation.place_here() == "admin.overview.index"
