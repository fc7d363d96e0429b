"""Before a post goes out that seems to tell who a customer is, its writer is asked."""

import logging

import pytest
from sqlalchemy import select

from app.blog.models import Post
from app.core import settings
from app.core.db import Base, db, writing
from tests.blog.writing import post_of, posts, written
from tests.factories import make_post

TOLD = "La clienta, 12345678Z, llamó dos veces."


@pytest.fixture
def here(client, ane):
    return client.sign_in(ane)


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
def test_the_form_comes_back_with_what_was_found_and_nothing_lost(here, htmx):
    answer = here.post("/blog", data=written(text=TOLD, title="Dos llamadas"), htmx=htmx)

    assert answer.status_code == 422 and posts() == 0
    assert "<mark>12345678Z</mark>" in answer.text and "an identity document" in answer.text
    assert TOLD in answer.text and 'value="Dos llamadas"' in answer.text
    assert 'value="cover"' in answer.text and 'value="keep"' in answer.text
    assert 'type="hidden" value="cover"' not in answer.text  # it is asked anew each time


def test_one_press_covers_it_and_publishes(here):
    data = written(text=TOLD, title="Llamó el 612 345 678", discretion="cover")

    post = post_of(here.post("/blog", data=data))

    assert post.title == "Llamó el ••• ••• •••"
    assert post.text == "La clienta, •••••••••, llamó dos veces."
    assert "12345678Z" not in post.html


def test_whoever_says_it_is_no_customers_publishes_it_as_it_is(here):
    assert post_of(here.post("/blog", data=written(text=TOLD, discretion="keep"))).text == TOLD


def test_another_word_is_no_button(here):
    for odd in ("", "yes", "COVER"):
        assert here.post("/blog", data=written(text=TOLD, discretion=odd)).status_code == 422


def test_pressing_twice_makes_one_post(here):
    data = written(text=TOLD, discretion="cover", once="a" * 32)

    first, second = (here.post("/blog", data=data) for _ in range(2))

    assert first.location == second.location and posts() == 1


def test_other_faults_are_told_in_the_same_breath(here):
    answer = here.post("/blog", data=written(text=TOLD, title=""))

    assert answer.status_code == 422
    assert "Give it a title" in answer.text and "<mark>12345678Z</mark>" in answer.text


def test_an_edit_is_asked_about_what_is_new_in_it_alone(here, ane):
    post = make_post(ane, text=TOLD)
    address = f"/blog/{post.id}"
    one_more = f"{TOLD} Vive en el 644 123 123."

    same = here.put(address, data=written(text=f"{TOLD} Y volvió.", version=post.version))
    version = db.session.get_one(Post, post.id).version
    asked = here.put(address, data=written(text=one_more, version=version))
    covered = here.put(address, data=written(text=one_more, version=version, discretion="cover"))

    assert same.status_code == 303
    assert asked.status_code == 422 and "<mark>644 123 123</mark>" in asked.text
    assert "<mark>12345678Z" not in asked.text
    assert covered.status_code == 303
    assert db.session.get_one(Post, post.id).text == f"{TOLD} Vive en el ••• ••• •••."


def test_colleagues_may_be_written_to(here):
    text = "Escribid a ane@casa.eus y a jon@wowista.test"
    assert here.post("/blog", data=written(text=text)).status_code == 422

    with writing():
        settings.put("own_mail_domains", "otra.eus, @casa.eus")

    assert here.post("/blog", data=written(text=text)).status_code == 303


def test_the_house_says_what_its_policies_look_like(here):
    text = "Lo dice la póliza 12345678 y la AB-999"
    with writing():
        settings.put("policy_numbers", "AA-999")

    page = here.post("/blog", data=written(text=text)).text

    assert "<mark>AB-999</mark>" in page and "<mark>12345678" not in page


def test_a_draft_is_nobodys_business(here, ane):
    page = here.post("/drafts/post", data=written(text=TOLD, discretion="keep"))
    assert page.status_code == 303
    assert TOLD in here.get(page.location).text
    assert here.post("/blog", data=written(text=TOLD)).status_code == 422


def test_the_preview_says_so_quietly(here):
    shown = here.post("/blog/preview", data={"text": TOLD}, htmx=True).text

    assert "<mark>12345678Z</mark>" in shown and "<button" not in shown
    assert "<mark>" not in here.post("/blog/preview", data={"text": "Nadie llamó"}, htmx=True).text


def test_what_was_found_is_written_down_nowhere(here, ane, caplog):
    """Refused and covered, it is in no row of any table and in no line of any log."""
    caplog.set_level(logging.DEBUG)
    here.post("/blog", data=written(text=TOLD))
    here.post("/blog", data=written(text=TOLD, discretion="cover"))

    assert "12345678Z" not in caplog.text
    for table in Base.metadata.sorted_tables:
        for row in db.session.execute(select(table)):
            assert "12345678" not in repr(row), table.name
