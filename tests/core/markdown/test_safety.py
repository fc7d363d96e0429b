"""Nothing of what people write can act in another person's page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.markdown import Refused, Rendered, render
from app.core.markdown.renderer import clean
from tests.core.markdown.allowed import inspect, objections
from tests.core.markdown.vectors import ADDRESSES, HTML, LINKS, MARKDOWN

VECTORS = HTML + MARKDOWN + [link.format(address) for link in LINKS for address in ADDRESSES]
PIECES = st.sampled_from(
    [
        *"*_~`[]()<>!#|:-+&\\\"'\n\t =./aeñ\x02\x03\u2028\ud800\U0001f600",
        *("1. ", "    ", "```", "](", "[a]: ", "|-|-|\n", "&#", ":smile:"),
        *("<script>", "<svg onload=a>", "javascript:", "http://", "www."),
        "/pictures/0123456789abcdef0123456789abcdef",
    ]
)


def test_there_are_many_vectors():
    assert len(set(VECTORS)) > 800


@pytest.mark.parametrize("vector", HTML + MARKDOWN)
def test_what_is_written_does_not_act(vector):
    assert objections(render(vector).html) == []


@pytest.mark.parametrize("link", LINKS)
def test_addresses_lead_nowhere_but_to_the_web_the_mail_and_the_house(link):
    for address in ADDRESSES:
        assert objections(render(link.format(address)).html) == [], address


@pytest.mark.parametrize("vector", HTML)
def test_tags_are_shown_as_they_were_typed(vector):
    """The first wall alone: no element but Markdown's own."""
    assert set(inspect(render(vector).html).tags) <= {"p", "br", "blockquote", "a", "code"}


@pytest.mark.parametrize("vector", VECTORS)
def test_the_second_wall_would_hold_alone(vector):
    html = vector.encode("utf-8", "replace").decode()
    assert objections(clean(html)) == []
    assert objections(clean(f"<table><tr><td>{html}</table>")) == []
    assert objections(clean(f"<blockquote><ul><li>{html}")) == []


@pytest.mark.parametrize("vector", VECTORS)
def test_cleaning_what_is_clean_changes_nothing(vector):
    """Else a browser, which parses once more, might see what the sanitiser did not."""
    once = clean(vector.encode("utf-8", "replace").decode())
    assert clean(once) == once


def test_the_inspector_objects():
    """It is the judge of all of the above, so it is judged here."""
    assert objections("<p>a</p>") == []
    for bad in (
        "<script>",
        "</form>",
        "<p id=a>",
        "<p onclick=a>",
        '<a href="/a">',
        '<a rel="nofollow noopener noreferrer" href="javascript:a">',
        '<a rel="nofollow noopener noreferrer" href="//a.es">',
        "<img src=/a.png>",
        "<td align=x>",
        "<!-- a -->",
        "<!doctype html>",
        "<?a>",
    ):
        assert objections(bad), bad


@given(st.text() | st.lists(PIECES | st.text(max_size=3), max_size=60).map("".join))
@settings(deadline=None, max_examples=150)
def test_any_text_is_rendered_or_refused(text):
    first, second = _outcome(text), _outcome(text)
    assert first == second
    if isinstance(first, Rendered):
        assert objections(first.html) == []
        assert clean(first.html) == first.html


def _outcome(text):
    try:
        return render(text)
    except Refused as refused:
        return refused.reason
