"""The text of an idea on another platform: HTML from its beginning to its end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.bodies import is_html, to_markdown

pytestmark = pytest.mark.alone


@pytest.mark.parametrize(
    ("body", "markdown"),
    [
        (
            '<div class="jive">\n<p>Nobody&nbsp;knows <strong>when</strong>\nit comes.</p>'
            "<p>So they call &amp; call.</p></div>",
            "Nobody knows **when** it comes.\n\nSo they call & call.",
        ),
        (
            "<ul><li>by call centre</li><li>by app<ul><li>on a phone</li></ul></li></ul><p>End</p>",
            "- by call centre\n- by app\n  - on a phone\n\nEnd",
        ),
        ("<ul><li><p>one</p></li><li class=x> <p class=y># two</p> </li></ul>",
         "- one\n- \\# two"),
        ("<ol><li>one</li><li>two<ul><li>more</li></ul></li></ol>", "1. one\n2. two\n   - more"),
        ("<p><b><i>Now </i></b>or <a href='https://a.test?x=1&amp;y=2'>never</a></p>",
         "***Now*** or [never](<https://a.test?x=1&y=2>)"),
        ("one<br>two<br/><br />three", "one  \ntwo\n\nthree"),
        ("<blockquote><p>It hurts</p><p>twice</p></blockquote><p>A customer</p>",
         "> It hurts\n>\n> twice\n\nA customer"),
        ("<p>see</p><script>alert(1)</script><img src='x' alt='A queue'><iframe>x</iframe>",
         "see\n\nA queue"),
        ("<p class=MsoNormal>Hola<o:p></o:p></p><p><b><span lang=ES>y</span></b> <st1:City "
         'w:st="on">Bilbao</st1:City><![if !x]> <?xml:namespace prefix = o />fin<![endif]></p>',
         "Hola\n\n**y** Bilbao fin"),
        ("<!DOCTYPE html><html><head><title>Untitled</title><meta charset=utf-8></head>"
         "<body><header>Hola</header><main>a &lt;b&gt; Map<string> 2 <3</main></body></html>",
         "Hola\n\na <b> Map<string> 2 <3"),
        ("<p><a href=https://x.es/a>aquí</a>, <a class=c href=/b?x=1&amp;y=2 id=d><span>allí</span>"
         "</a> <mailto:ane@x.es></p>",
         "[aquí](<https://x.es/a>), [allí](</b?x=1&y=2>) <mailto:ane@x.es>"),
        ("<p># uno</p><p>#dos</p>- x<br>&nbsp; &gt; y<div><b>2021. Fue</b> - así</div>"
         "<p>--- 1.5 </p><p>1. a<ul><li>+ b</ul><p>**no**, -3 y 1.5</p><p>[a]: b</p><pre># c</pre>",
         "\\# uno\n\n\\#dos\n\n\\- x  \n\\> y\n\n**2021\\. Fue** - así\n\n\\--- 1.5\n\n"
         "1\\. a\n\n- \\+ b\n\n**no**, -3 y 1.5\n\n\\[a]: b\n\n```\n# c\n```"),
        ("<pre>a\n  b</pre><p>2 &lt; 3</p>", "```\na\n  b\n```\n\n2 < 3"),
    ],
)  # fmt: skip
def test_a_body_becomes_clean_markdown(body, markdown):
    assert is_html(body) and to_markdown(body) == markdown


@pytest.mark.parametrize("text", ["2 < 3 and 4 > 1", "Map<string>", "a <b", "", "* one\n* two"])
def test_what_people_type_is_no_html(text):
    assert not is_html(text)


@given(st.text(alphabet="<>/abpreulioq&;-=\"' \n`", max_size=300))
def test_nothing_raises(text):
    to_markdown(text)


@pytest.mark.parametrize(
    "piece",
    [
        "<ul><li>",
        "<pre>",
        "<blockquote>",
        "<b> ",
        "<img alt=",
        "</ul>",
        "&#",
        "<p>a</p>",
        "<o:p",
        "<a href=x",
        "<html>",
        "<head>",
        "- ",
        "&nbsp;",
        "<p>1",
        "<a href=" + "x" * 3_000,
    ],
)
def test_the_time_grows_with_the_length_alone(piece):
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    to_markdown(text)
    assert time.process_time() - began < 3, "quadratic: it would take minutes"
