"""The life of an idea without JavaScript, from its first sentence to its answer; and by keys."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def person(visit):
    """`person("gobierno")` is somebody's page in a browser that runs no script."""
    visitors = []

    def sit_down(role):
        visitors.append(visit(role, script=False, language="en"))
        return visitors[-1].page

    yield sit_down
    assert [one.strangers() for one in visitors] == [[]] * len(visitors)


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def propose(page, title, path="/ideas/new"):
    page.goto(path)
    page.get_by_label("Title").fill(title)
    page.locator("#problem").fill("People come back to ask, and it is **our** silence.")
    button(page, "Propose it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return int(re.search(r"/ideas/(\d+)", page.url).group(1))


def test_somebody_proposes_others_stand_behind_it_and_governance_answers(person):
    author, friend, governs = person("empleado"), person("embajador"), person("gobierno")
    number = propose(author, "Say that it is done")

    friend.goto(f"/ideas/{number}")
    button(friend, "Sponsor it").click()
    expect(friend.locator("main")).to_contain_text("You sponsor it")

    governs.goto(f"/ideas/{number}")
    governs.get_by_role("link", name="Owner and evaluators…").click()
    governs.get_by_label("Look for somebody by name").fill("Gorka Agirre")
    button(governs, "Search").last.click()
    button(governs, "Make owner").click()
    expect(governs.locator("main")).to_contain_text("Owner")

    governs.goto(f"/ideas/{number}")
    governs.get_by_label("A note for those who work on it").fill("How many come back?")
    button(governs, "Leave the note").click()
    expect(governs.locator("main")).to_contain_text("How many come back?")

    governs.goto(f"/ideas/{number}/score/edit")
    for name in ("value", "reach", "effort"):
        governs.locator(f"input[name={name}]").nth(3 if name != "effort" else 1).check()
    button(governs, "Save the score").click()
    expect(governs.locator("main")).to_contain_text("8")

    governs.get_by_role("link", name="Answer officially…").click()
    governs.locator("#answer").fill("It goes out **the same day**.")
    button(governs, "Publish the answer").click()

    author.goto(f"/ideas/{number}")
    expect(author.get_by_role("heading", name="Official answer")).to_be_visible()
    expect(author.locator("main")).not_to_contain_text("How many come back?")


def test_what_was_said_leads_to_an_idea_and_both_pages_say_so(person, places):
    page = person("empleado")
    number = propose(page, "Out of a post", f"/ideas/new?from=post:{places['post']}")

    thread = page.get_by_role("navigation", name="The thread")
    expect(thread.get_by_role("link").first).to_be_visible()
    thread.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(f"/blog/{places['post']}$"))
    expect(page.get_by_role("navigation", name="The thread")).to_contain_text("Out of a post")

    page.goto(f"/ideas/{number}")
    page.get_by_text("The ties of this thread").click()
    button(page, "Untie").click()
    expect(page.get_by_role("status")).to_contain_text("no longer tied")
    expect(page.get_by_role("navigation", name="The thread")).to_have_count(0)


def test_two_of_a_kind_become_one_and_two_again(person):
    page = person("gobierno")
    first, second = propose(page, "A sign at the door"), propose(page, "A larger sign at the door")

    page.goto(f"/ideas/{second}/merging/new?q={first}")
    page.locator(f"input[name=to][value='{first}']").check()
    button(page, "Merge").click()
    page.goto(f"/ideas/{second}")
    expect(page.locator("main")).to_contain_text("Merged into:")

    button(page, "Take them apart").first.click()
    page.goto(f"/ideas/{second}")
    expect(page.locator("main")).not_to_contain_text("Merged into:")


def test_by_keys_alone_one_supports_an_idea_and_no_longer(visit, new_idea):
    visitor = visit("empleado", language="en")
    visitor.go(f"/ideas/{new_idea('Supported by keys')}")
    page = visitor.page
    press = page.locator("[id$='-support'] button").first
    before = press.inner_text()
    for _ in range(60):
        page.keyboard.press("Tab")
        if press.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(press).not_to_have_text(before)
    page.keyboard.press("Enter")
    expect(press).to_have_text(before)
    assert visitor.complaints == []
