"""Layouts: what a signed-in person and a stranger get, and what it weighs."""

import gzip
import re
from pathlib import Path

import pytest

from app.core import navigation
from app.core.navigation import Entry

SCRIPT, WHOLE = 30_000, 75 * 1024  # bytes on the wire, first visit to a reading page
HTML = 5_000  # what a page of twenty rows weighs, compressed


def nav(page, start):
    return page[page.index(start) :].split("</nav>")[0]


def test_the_rail_has_every_place_and_the_phone_at_most_five(site):
    page = site.test_client().get("/blog").text
    rail, phone = nav(page, 'aria-label="Main"'), nav(page, 'class="tabbar"')

    assert rail.count("<li>") == 7
    assert phone.count("<li>") == 5
    assert rail.count('aria-current="page"') == phone.count('aria-current="page"') == 1


def test_what_does_not_fit_the_phones_bar_is_in_its_menu(site):
    page = site.test_client().get("/").text
    menu = page[page.index('class="topbar"') : page.index('class="rail"')]

    assert 'href="/imports"' in menu
    assert 'href="/blog"' not in menu


def test_creating_is_offered_only_when_there_is_something_to_create(site):
    assert "Create" not in site.test_client().get("/").text

    navigation.create(Entry(label="A post", endpoint="blog.posts.new", icon="pencil", key="b"))
    page = site.test_client().get("/").text
    assert page.count('href="/blog/new" data-key="b"') == 2


@pytest.mark.parametrize("theme, said", [("system", ""), ("dark", ' data-theme="dark"')])
def test_the_theme_is_the_readers_or_the_systems(site, bench, theme, said):
    bench.reader.theme = theme

    page = site.test_client().get("/").text

    assert f'<html lang="en"{said}>' in page
    assert page.count(f'value="{theme}" aria-current="true"') == 2
    assert 'action="/theme?_method=PUT"' in page


def test_a_page_asks_nothing_of_another_host_and_holds_nothing_inline(site):
    for path in ("/", "/write", "/patterns", "/gate", "/error/404"):
        page = site.test_client().get(path).text
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page), path
        assert not re.search(r'<script(?![^>]*\bsrc=)|<style|\sstyle="|\son\w+="', page), path


def test_a_first_visit_stays_light(site):
    """By the compressed files a reading page names: styles, scripts, fonts, icons."""
    page = site.test_client().get("/").text
    names = set(re.findall(r"/static/dist/([\w.-]+)", page))
    folder = Path(site.extensions["assets"].target)

    def weight(name):
        squeezed = folder / f"{name}.br"
        return (squeezed if squeezed.exists() else folder / name).stat().st_size

    assert len(names) <= 8
    assert sum(weight(name) for name in names if name.endswith(".js")) <= SCRIPT
    assert sum(map(weight, names)) + max(HTML, len(gzip.compress(page.encode()))) <= WHOLE


def test_a_stranger_at_an_error_sees_no_rail(site, bench):
    bench.reader = None

    page = site.test_client().get("/error/404").text

    assert "The thread breaks off here" in page
    assert 'class="rail"' not in page


@pytest.mark.parametrize("code", [400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503])
def test_every_error_says_what_happened_and_the_way_on(site, code):
    page = site.test_client().get(f"/error/{code}").text
    title = re.search(r"<title>(.+) · WOWista</title>", page)[1]

    assert f"<h1>{title}</h1>" in page
    assert "4f3c" in page
    assert 'href="/"' in page.split('id="main"')[1]


def test_what_had_been_typed_comes_back_with_the_error(site):
    page = site.test_client().get("/error/401?kept=1").text

    assert re.search(r'<textarea[^>]* name="text"[^>]*readonly>What I wrote</textarea>', page)


def test_the_last_resort_needs_no_reader(site):
    """Rendered without a request: nothing can be asked, and nothing is."""
    template = site.jinja_env.get_template("errors/plain.html")

    with site.app_context():
        page = template.render(code=503, kept=[], request_id="4f3c")

    for words in ("No es culpa tuya", "Ez da zure errua", "not your fault", "A culpa não é tua"):
        assert words in page
