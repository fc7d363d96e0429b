"""Ambassadors without JavaScript: put forward, named, said goodbye to; and asked from a phone."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def person(visit):
    """`person("gobierno")` is somebody's page in a browser that runs no script."""
    visitors = []

    def sit_down(role, **how):
        visitors.append(visit(role, script=False, language="en", **how))
        return visitors[-1].page

    yield sit_down
    assert [one.strangers() for one in visitors] == [[]] * len(visitors)
    assert [one.spills() for one in visitors] == [0] * len(visitors)


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def link(page, name):
    return page.get_by_role("link", name=name, exact=True)


def test_somebody_is_put_forward_named_and_said_goodbye_to(person):
    employee, governance = person("empleado"), person("gobierno")
    employee.goto("/ambassadors")
    link(employee, "Put a colleague forward").click()
    employee.get_by_label("Their name").fill("Lucía Cañas")
    employee.get_by_label("Why?").fill("She answers the telephone as if it were her own.")
    button(employee, "Send it").click()
    expect(employee.locator("main")).to_contain_text("Waits for governance")

    governance.goto("/ambassadors")
    governance.get_by_role("link", name=re.compile("nominations? wait")).click()
    link(governance, "Lucía Cañas Villaverde").click()
    link(governance, "Name them ambassador").click()
    governance.get_by_label("Unit they coach").select_option(label="Call Center")
    button(governance, "Name them").click()
    if "confirmation" in governance.url:
        pytest.fail("the password was typed a moment ago")
    expect(governance.locator("main")).to_contain_text("Coaches")

    employee.goto("/ambassadors?q=lucia")
    expect(employee.locator(".directory")).to_contain_text("Lucía Cañas Villaverde")

    link(governance, "Say goodbye").click()
    button(governance, "Say goodbye").click()
    expect(governance.locator("main")).to_contain_text("Thank them")
    governance.get_by_label("Words of thanks").fill("Thank you, Lucía, for every call.")
    button(governance, "Say goodbye").click()
    expect(governance.locator("main")).to_contain_text("Thank you, Lucía, for every call.")

    employee.goto("/ambassadors?q=lucia")
    expect(employee.locator("main")).to_contain_text("No ambassador like that")


def test_help_is_asked_from_a_phone_taken_and_answered(person):
    asker, ambassador = person("empleado", width=320), person("embajador", width=390)
    ambassador.goto("/ambassadors")
    asker.goto("/ambassadors?q=leire")
    asker.locator(".directory a").first.click()
    link(asker, "Ask for help").click()
    asker.get_by_label("What do you need?").fill("short")
    button(asker, "Send it").click()
    expect(asker.locator("main")).to_contain_text("Between 10 and 600 letters.")
    asker.get_by_label("What do you need?").fill("How do you greet somebody who is late again?")
    button(asker, "Send it").click()
    expect(asker.locator("main")).to_contain_text("Waits for an ambassador")

    ambassador.goto("/ambassadors")
    ambassador.get_by_role("link", name=re.compile("requests? waits? for you")).click()
    ambassador.get_by_role("link", name=re.compile("How do you greet")).click()
    button(ambassador, "I take care of it").click()
    ambassador.get_by_label("Your answer").fill("As if they were early.")
    button(ambassador, "Answer").click()

    asker.reload()
    expect(asker.locator("main")).to_contain_text("As if they were early.")
    button(asker, "I have what I needed").click()
    expect(asker.locator("main")).to_contain_text("It is closed")
