"""Similar ideas while one types the title of a new one."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MEANT = "Que la carta de baja diga cuándo termina todo"
TYPED = "cuando me marcho, que el eskrito me diga el ultimo dia"


def top(locator):
    return locator.evaluate("field => field.getBoundingClientRect().top")


@pytest.mark.parametrize("width", [390, 1280])
def test_they_come_below_the_title_and_nothing_moves_under_the_hand(visit, width):
    visitor = visit("empleado", language="es", width=width)
    visitor.go("/ideas/new")
    page = visitor.page
    title = page.locator("#title")
    title.click()
    before = top(title)
    title.press_sequentially(TYPED)

    found = page.locator("#similar-found")
    expect(found.get_by_role("link", name=MEANT)).to_be_visible()
    expect(found.get_by_role("button", name=f"Apoyar esta en su lugar: {MEANT}")).to_be_visible()
    expect(title).to_be_focused()
    expect(title).to_have_value(TYPED)
    assert top(title) == before
    said = page.locator("#similar-said")
    expect(said).to_contain_text("algo parecido")
    said.evaluate("line => { line.dataset.heard = 'once' }")

    title.press_sequentially(".")
    with page.expect_response("**/ideas/similar?*"):
        pass
    expect(said).to_have_attribute("data-heard", "once")
    expect(said.locator("xpath=.")).to_contain_text("algo parecido")
    assert visitor.strangers() == [] and visitor.complaints == []


def test_by_keyboard_alone_one_supports_the_other_instead(visit, new_idea):
    """One of its own: whoever supports it once is not offered it again."""
    meant = "Un paraguas prestado para quien sale con lluvia"
    new_idea(meant)
    visitor = visit("empleado", language="es")
    visitor.go("/ideas/new")
    page = visitor.page
    page.locator("#title").focus()
    page.keyboard.type("que nos presten paraguas si hay lluvia al salir")
    button = page.get_by_role("button", name=f"Apoyar esta en su lugar: {meant}")
    expect(button).to_be_visible()

    for _ in range(12):  # each of those that are found has its link and its button
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            break
    expect(button).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name=meant, level=1)).to_be_visible()
