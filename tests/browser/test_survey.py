"""The one honest minute, from the call on the first page to one's own result."""

from math import dist

import pytest
from playwright.sync_api import expect
from sqlalchemy import delete, select

from app.core.db import db, writing
from app.survey.models import Receipt, Sealed
from app.survey.radial import CENTRE, RADIUS
from tests.browser.test_keyboard import tab_to
from tests.browser.test_pages import look_at

pytestmark = pytest.mark.browser

# The rates of the text itself, in Spanish, which has the most words: 115 words are read in 26
# seconds, and eleven answers given by tap take 18; the words of both scales take 5.
A_WORD, A_TAP, SCALES = 26 / 115, 18 / 11, 5
A_MINUTE = 60

GIVEN = {"q1": 4, "q2": 5, "q3": 4, "q4": 3, "q5": 5, "q6": 2, "q7": 5, "q8": 4, "q9": 3, "q10": 4}
GIVEN |= {"q12": 9}
INDEX = 75


@pytest.fixture(autouse=True)
def nobody_remembers(house):
    """What was answered here is gone afterwards, so that whoever comes next may answer."""
    piles = {Receipt: Receipt.digest, Sealed: Sealed.id}
    with house.app_context():
        before = {pile: list(db.session.scalars(select(key))) for pile, key in piles.items()}
        db.session.remove()
        yield
        with writing(shown=False):
            for pile, key in piles.items():
                db.session.execute(delete(pile).where(key.not_in(before[pile])))
        db.session.remove()


class Thumb:
    """Whoever has the telephone in one hand: every tap is counted, and must be easy to hit."""

    def __init__(self, page):
        self.page, self.taps = page, 0

    def tap(self, target):
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert min(box["width"], box["height"]) >= 44, target
        target.click()
        self.taps += 1


def option(page, code, value):
    return page.locator(f"input[name='answer-{code}'][value='{value}']")


def words(locator):
    return sum(len(text.split()) for text in locator.all_inner_texts())


def fill_in(page):
    for code, value in GIVEN.items():
        option(page, code, value).check()


def send(page, name="See my result"):
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("#deletion-code")).to_be_visible()


def picture_says(page):
    """The numbers at the ends of the axes, and how far out their knots are."""
    lines = page.locator("svg.radial text").all_text_contents()
    numbers = dict(zip(lines[::2], lines[1::2], strict=True))
    places = page.locator("svg.radial .knot").evaluate_all(
        "all => all.map(one => [one.cx.baseVal.value, one.cy.baseVal.value])"
    )
    return numbers, [round(dist(place, CENTRE) / RADIUS * 100) for place in places]


def test_the_whole_minute_on_a_phone(visit):
    """From the tap on the call, eleven answers, and the tap that sends: what must be read for it
    is the notice, "In the last four weeks…" and the eleven questions (the remark is optional, and
    what is folded or small is for whoever wonders): in all, at most sixty seconds.
    """
    visitor = visit("empleado", width=390)
    page, thumb = visitor.page, Thumb(visitor.page)
    visitor.go("/")
    call = page.locator("#home-survey").get_by_role("link")
    call.scroll_into_view_if_needed()
    call.click()  # the clock starts
    page.wait_for_url("**/survey")

    asked = page.locator("fieldset.ask")
    read = words(page.locator("#survey-notice p").first) + words(page.locator(".survey-part h2"))
    read += words(asked.locator("legend"))
    for code, value in GIVEN.items():
        thumb.tap(option(page, code, value))
    thumb.tap(page.get_by_role("button", name="Ver mi resultado"))
    expect(page.get_by_text(f"{INDEX} de 100.")).to_be_visible()

    assert asked.count() == 0 and thumb.taps == len(GIVEN) + 1 == 12
    assert 140 < read < 160, "the notice has 42 words, the questions 107, and there are five more"
    assert read * A_WORD + SCALES + thumb.taps * A_TAP <= A_MINUTE
    assert visitor.complaints == []


@pytest.mark.parametrize("width, dark", [(390, True), (1280, False), (320, False), (768, True)])
def test_every_page_of_it_is_right(visit, width, dark):
    language = {390: "es", 1280: "en", 320: "eu", 768: "pt"}[width]
    visitor = visit("empleado", width=width, dark=dark, language=language)
    page = visitor.page
    visitor.go("/survey")
    look_at(visitor, 200)
    page.locator("#survey-notice summary").click()
    expect(page.locator(".foreseen")).to_be_visible()
    look_at(visitor, 200)

    fill_in(page)
    page.locator("#remark").fill("12345678Z, 612 345 678")
    page.locator("form[data-survey] .btn").last.click()
    expect(page.locator("#discretion mark").first).to_be_visible()
    look_at(visitor, 422)
    for code, value in GIVEN.items():
        expect(option(page, code, value)).to_be_checked()

    page.locator("#discretion button").first.click()
    expect(page.locator("#deletion-code")).to_be_visible()
    look_at(visitor, 200 if not visitor.complaints else 422)

    for path in ("/survey", "/survey/withdrawal"):
        visitor.complaints.clear()
        visitor.go(path)
        look_at(visitor, 200)
    page.fill("#code", "nonsense")
    page.locator("main form button").click()
    expect(page.locator("#code-error")).to_be_visible()
    look_at(visitor, 422)


def test_the_picture_equals_the_table(visit):
    visitor = visit("empleado", width=390, language="en")
    visitor.go("/survey")
    fill_in(visitor.page)
    send(visitor.page)

    table = visitor.page.locator("table.profile tbody")
    names = [text.split(":")[0] for text in table.locator("th").all_inner_texts()]
    values = table.locator("td").all_inner_texts()
    numbers, knots = picture_says(visitor.page)
    assert numbers == dict(zip(names, values, strict=True))
    assert knots == [int(value) for value in values]
    described = visitor.page.locator("svg.radial")
    assert described.get_attribute("role") == "img"
    assert all(
        visitor.page.locator(f"#{name}").text_content()
        for name in described.get_attribute("aria-labelledby").split()
    )


def test_by_keyboard_alone(visit):
    visitor = visit("embajador", language="en")
    page = visitor.page
    visitor.go("/")
    tab_to(page, page.locator("#home-survey").get_by_role("link"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/survey")
    tab_to(page, page.locator("#survey-notice summary"))
    page.keyboard.press("Enter")
    expect(page.locator(".foreseen")).to_be_visible()
    for code, value in GIVEN.items():
        first = option(page, code, 0 if code == "q12" else 1)
        tab_to(page, first)
        page.keyboard.press("Space")
        for _ in range(value - (0 if code == "q12" else 1)):
            page.keyboard.press("ArrowRight")
        expect(option(page, code, value)).to_be_checked()
    tab_to(page, page.get_by_role("button", name="See my result"))
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{INDEX} out of 100.")).to_be_visible()

    tab_to(page, page.get_by_role("button", name="Delete my answer"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your answer is gone")
    assert visitor.complaints == []


def test_without_a_script(visit):
    visitor = visit("gobierno", language="en", width=390, script=False)
    page = visitor.page
    visitor.go("/")
    page.locator("#home-survey").get_by_role("link").click()
    expect(page.locator("progress")).to_be_hidden()
    fill_in(page)
    send(page)
    expect(page.get_by_text(f"{INDEX} out of 100.")).to_be_visible()
    code = page.locator("#deletion-code").input_value()

    visitor.go("/survey")
    expect(page.get_by_text("You have answered already.")).to_be_visible()
    page.get_by_role("link", name="Delete my answer").click()
    page.get_by_label("Your code").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Delete my answer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your answer is gone")


def test_the_thread_and_the_bar_grow_with_each_answer(visit):
    visitor = visit("escucha", language="en", width=390)
    page = visitor.page
    visitor.go("/survey")
    bar = page.locator("progress")
    expect(bar).to_have_js_property("max", 11)
    thread = "one => getComputedStyle(one, '::after').backgroundColor"
    first, second = page.locator("fieldset.ask").nth(0), page.locator("fieldset.ask").nth(1)
    assert first.evaluate(thread) == second.evaluate(thread)
    option(page, "q1", 4).check()
    expect(bar).to_have_js_property("value", 1)
    assert first.evaluate(thread) != second.evaluate(thread)
    option(page, "q1", "na").check()
    expect(bar).to_have_js_property("value", 1)
    option(page, "q2", 4).check()
    expect(bar).to_have_js_property("value", 2)


def test_who_goes_back_and_sends_it_again_has_one_answer_and_one_code(visit):
    visitor = visit("empleado", language="en")
    page = visitor.page
    visitor.go("/survey")
    fill_in(page)
    send(page)
    code = page.locator("#deletion-code").input_value()
    page.reload()  # the browser asks for the post once more
    expect(page.locator("#deletion-code")).to_have_value(code)
    expect(page.get_by_text("Thank you. Look at your result now")).to_be_visible()


def test_the_code_is_copied_and_the_result_printed(visit):
    visitor = visit("empleado", language="en")
    page = visitor.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.go("/survey")
    fill_in(page)
    send(page)
    code = page.locator("#deletion-code").input_value()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == code

    page.emulate_media(media="print")
    for gone in (".rail", "main button"):
        for one in page.locator(gone).all():
            expect(one).to_be_hidden()
    for there in ("svg.radial", "table.profile", "#deletion-code", ".next"):
        expect(page.locator(there)).to_be_visible()


def test_the_figures_are_printed_though_they_are_folded_away(visit, places):
    page = visit("rrhh").page
    page.goto(f"/survey/waves/{places['wave']}/results")
    table = page.locator("#questions-table")
    expect(table).not_to_be_visible()
    page.emulate_media(media="print")
    expect(table).to_be_visible()
    assert table.evaluate("it => it.checkVisibility({contentVisibilityAuto: true})")
