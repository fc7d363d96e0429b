"""What a file says in HTML, said in Markdown."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.html import to_markdown, without_comments


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("one<br>two", "one  \ntwo"),
        ("<b>now</b> and <EM>then</EM>", "**now** and *then*"),
        ('<a class="x" href="/guide?a=1&amp;b=2">the guide</a>', "[the guide](</guide?a=1&b=2>)"),
        ("<a href=/b?x=1>bare</a> <a href='/p'>p</a>", "[bare](</b?x=1>) [p](</p>)"),
        ("press <kbd>Ctrl</kbd>", "press `Ctrl`"),
        ("<div align='center'>words</div>", "words"),
        ("<h3 id='x'>Why</h3>", "### Why"),
        ("<details><summary>More</summary>words</details>", "**More**\n\nwords"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ("a < b and Map<string>", "a < b and Map<string>"),
    ],
)
def test_it_is_said_in_markdown(html, markdown):
    assert to_markdown(html).text.strip() == markdown


def test_a_note_to_oneself_was_never_shown():
    assert without_comments("before <!-- a\n`note` --> after <!-- open") == (
        "before  after <!-- open"
    )


def test_a_table():
    html = "<table><tr><th>Who</th><th>n</th></tr><tr><td>Ane | Jon</td><td>2</td></tr></table>"
    assert to_markdown(html).text.strip() == "| Who | n |\n| --- | --- |\n| Ane \\| Jon | 2 |"


def test_what_cannot_be_shown_is_named():
    said = to_markdown("see <iframe src='https://video.test'></iframe> <script>x()</script>!")
    assert said.text == "see  !"
    assert said.unshown == ["iframe", "script"]


@given(st.text(alphabet="<>/abtrdhiflm!-=\"' \n|", max_size=300))
def test_nothing_raises(text):
    to_markdown(text)


@pytest.mark.parametrize(
    "piece", ["<!--", "<table", "<a href=", "<a href=''>", "<b>", "<li", "</", "<h1>", "<td>"]
)
def test_the_time_grows_with_the_length_alone(piece):
    def spent(length):
        text = piece * (length // len(piece))
        began = time.process_time()
        to_markdown(text)
        return time.process_time() - began

    spent(1_000)
    assert spent(200_000) < 3, "quadratic: it would take minutes"
