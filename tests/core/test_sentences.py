"""Whole sentences with a name and a title in them, whatever people call themselves"""

import pytest
from markupsafe import Markup, escape

from app.core.sentences import name, sentence, thing
from tests.naughty import NAUGHTY

SAYS = "%(actor)s published %(title)s"


def test_a_name_stands_out_and_a_title_leads_somewhere(app):
    said = sentence(SAYS, actor=name("Ane"), title=thing("Twelve rings", "/blog/7"))

    assert said == Markup(
        '<b dir="auto">Ane</b> published '
        '<a class="thing" dir="auto" href="/blog/7">Twelve rings</a>'
    )


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_whatever_is_put_in_is_only_text(app, naughty):
    said = sentence(
        SAYS + ": %(detail)s", actor=name(naughty), title=thing(naughty, "/x"), detail=naughty
    )

    assert said.count("<") == 4 and said.count('"') == 8  # ours: a name and a link
    assert said.count(str(escape(naughty))) == 3


def test_the_sentence_itself_is_no_html_either(app):
    assert sentence("<b>%(title)s</b>", title="x") == "&lt;b&gt;x&lt;/b&gt;"


def test_an_address_does_not_leave_its_quotes(app):
    assert 'href="/x&#34; onclick=&#34;"' in thing("x", '/x" onclick="')


def test_a_part_nobody_gave_is_a_mistake(app):
    with pytest.raises(KeyError):
        sentence(SAYS, title="x")
