"""Every page, looked at by everybody, in every size, light and language."""

from itertools import product

import pytest
from flask import Flask

from tests.browser.no_pages import NO_PAGES
from tests.browser.pages import ONLY_IN_AN_EMPTY_HOUSE, PAGES
from tests.browser.shapes import DARKNESS, WIDTHS, combinations, everything

pytestmark = pytest.mark.browser


def name(page, how):
    shape = [str(how["width"]), "dark" if how["dark"] else "light"] if "width" in how else []
    return "-".join([page.path, how["role"] or "stranger", how["language"], *shape])


def visits(of):
    found = [(page, how) for nth, page in enumerate(PAGES) for how in of(page, nth)]
    return pytest.mark.parametrize("page, how", found, ids=[name(*one) for one in found])


def test_every_page_is_in_the_list(house: Flask):
    asked = {rule.endpoint for rule in house.url_map.iter_rules() if "GET" in rule.methods}
    listed = {page.endpoint for page in PAGES}
    assert listed | NO_PAGES | ONLY_IN_AN_EMPTY_HOUSE == asked
    assert not listed & NO_PAGES


@visits(combinations)
def test_a_page_is_right_for_whoever_looks(page, how, visit, places):
    look(visit(**how), page.path.format(**places), page.status)


@pytest.mark.long
@visits(lambda page, nth: everything(page))
def test_a_page_is_right_in_every_way(page, how, visit, places):
    visitor = visit(**how)
    assert visitor.go(page.path.format(**places)) == page.status
    for width, dark in product(WIDTHS, DARKNESS):
        visitor.turn(width=width, dark=dark)
        look_at(visitor, page.status)


@pytest.mark.parametrize("width, dark", [(390, True), (1280, False)])
def test_the_first_page_of_an_empty_house(width, dark, empty_house, chromium):
    from tests.browser.visitor import Visitor

    visitor = Visitor(empty_house, chromium, {}, "", width=width, dark=dark)
    look(visitor, "/welcome", 200)
    visitor.close()


def look(visitor, path, status):
    assert visitor.go(path) == status
    look_at(visitor, status)


def look_at(visitor, status):
    page = visitor.page
    assert page.title().strip(" ·").removesuffix("WOWista").strip(" ·")
    assert page.locator("h1:visible").count() == 1
    assert page.locator("main").count() == 1
    assert page.locator("html").get_attribute("lang") == visitor.language
    assert visitor.axe() == []
    assert visitor.spills() <= 0
    if visitor.width <= 390:
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert visitor.spills() <= 0, "with text of 200 %"
        page.evaluate("document.documentElement.style.fontSize = ''")
    assert_skippable(page)
    assert visitor.strangers() == []
    # Chromium says of a page that is an error that it is one.
    assert [said for said in visitor.complaints if status == 200 or str(status) not in said] == []


def assert_skippable(page):
    skip = page.locator("a.skip")
    if skip.count() == 0:
        assert page.locator("nav").count() == 0  # there is nothing to skip
        return
    skip.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null")
