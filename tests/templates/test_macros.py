"""Macros: arguments in, HTML out, and what is wrong is said where it is wrong."""

import re
from types import SimpleNamespace

import pytest

from app.core.samples import SampleForm


@pytest.fixture
def drawn(site):
    """`drawn("forms", "field", form.title, hint="…")` is what the macro draws."""
    with site.test_request_context("/"):

        def draw(family, macro, *given, **named):
            module = site.jinja_env.get_template(f"components/{family}.html").make_module(
                {"reader": None}
            )
            return str(getattr(module, macro)(*given, **named))

        yield draw


def test_a_wrong_field_says_so_to_eyes_and_to_screen_readers(drawn):
    html = drawn("forms", "field", SampleForm.refused().title, hint="At most 120 letters.")
    control = re.search(r"<input[^>]*>", html)[0]

    assert 'aria-invalid="true"' in control
    described = re.search(r'aria-describedby="([^"]+)"', control)[1].split()
    assert described == ["refused-title-hint", "refused-title-error"]
    assert all(f'id="{id}"' in html for id in described)


def test_a_field_in_order_is_not_said_to_be_wrong(drawn):
    html = drawn("forms", "field", SampleForm().title)

    assert "aria-invalid" not in html
    assert "aria-describedby" not in html


def test_the_summary_leads_to_each_field_and_counts(drawn):
    html = drawn("forms", "errors", SampleForm.refused())

    assert "3 things need another look." in html
    for field in ("title", "text", "when"):
        assert f'href="#refused-{field}"' in html
    assert 'tabindex="-1"' in html


def test_a_form_in_order_has_no_summary(drawn):
    assert drawn("forms", "errors", SampleForm()).strip() == ""


def test_a_press_works_without_a_script_and_can_be_undone(drawn):
    html = drawn("forms", "press", "Follow", "/follow", "#it", undo=True, pressed=True)

    assert 'action="/follow?_method=DELETE"' in html
    assert 'hx-delete="/follow"' in html
    assert 'aria-pressed="true"' in html
    assert 'name="csrf_token"' in html


def test_words_of_people_are_text_never_html(drawn):
    person = SimpleNamespace(name="<b>Ane</b>", picture=None)

    for html in (drawn("people", "person", person), drawn("notes", "toast", "<b>Ane</b>")):
        assert "<b>Ane" not in html
        assert "&lt;b&gt;Ane" in html


@pytest.mark.parametrize(
    "name, initials", [("Leire Goñi", "LG"), ("Ane", "A"), ("Jon Ander Ruiz", "JA"), ("", "")]
)
def test_without_a_picture_a_face_is_initials(drawn, name, initials):
    html = drawn("people", "face", SimpleNamespace(name=name, picture=None))

    assert re.search(r">(\w*)</span>", html)[1] == initials


def test_a_face_with_a_picture_is_the_picture(drawn):
    html = drawn("people", "face", SimpleNamespace(name="Ane", picture="ab" * 16), "l")

    assert f'src="/people/pictures/{"ab" * 16}" alt=""' in html


def test_the_editor_is_a_text_area_before_it_is_anything_else(drawn):
    html = drawn("editor", "editor", SampleForm().text, preview_url="/preview")

    assert re.search(r"<markdown-toolbar[^>]* hidden>", html)
    assert 'name="preview" value="1"' in html
    assert 'hx-post="/preview"' in html
    assert 'data-dialog="picture"' not in html


def test_pages_go_both_ways_only_where_there_are_any(drawn):
    assert drawn("lists", "pager").strip() == ""
    assert "Newer" not in drawn("lists", "pager", older="/?before=3")
