"""What the tests of writing have in common: a filled-in form, and what came of it."""

import html
import re

from sqlalchemy import func, select

from app.blog.models import Post
from app.core.db import db


def written(**given):
    """A form as a browser sends it."""
    typed = {
        "title": "The chair nobody takes",
        "text": "It stands *behind the door*.",
        "tags": "waiting room, chairs",
        "language": "en",
        "cover": "",
        "cover_alt": "",
        "draft": "",
        "draft_version": "",
    }
    return typed | given


def given_back(page):
    """What the button of an error page sends again."""
    form = page.text.partition('id="kept"')[2].partition("</form>")[0]
    fields = re.findall(r'<(?:input|textarea)[^>]* name="([^"]+)"[^>]*>', form)
    values = [
        re.search(rf'name="{name}"[^>]*?(?: value="([^"]*)"|>([^<]*)</textarea>)', form)
        for name in fields
    ]
    return {
        name: html.unescape(value[1] or value[2] or "")
        for name, value in zip(fields, values, strict=True)
    }


def posts():
    return db.session.scalar(select(func.count(Post.id)))


def post_of(answer):
    return db.session.get_one(Post, int(answer.location.rpartition("/")[2]))
