"""A form sent twice makes one thing."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import worker
from app.core.db import db, writing
from app.core.once import AnotherBody, FormKey, made_by, remember

KEY = "0123456789abcdef0123456789abcdef"


def sent(app, **form):
    return app.test_request_context(method="POST", data=form)


def test_what_was_made_is_found_again_by_the_same_form(app, ane):
    with sent(app, text="Hello", csrf_token="one"), writing():
        assert made_by(KEY, ane.id) is None
        remember(KEY, ane.id, 7)

    with sent(app, text="Hello", csrf_token="another"), writing():
        assert made_by(KEY, ane.id) == 7


def test_the_same_key_with_other_words_is_refused(app, ane):
    with sent(app, text="Hello"), writing():
        remember(KEY, ane.id, 7)

    with sent(app, text="Good bye"), writing(), pytest.raises(AnotherBody):
        made_by(KEY, ane.id)


def test_a_key_is_its_persons_own(app, ane, jon):
    with sent(app, text="Hello"), writing():
        remember(KEY, ane.id, 7)

    with sent(app, text="Hello"), writing():
        assert made_by(KEY, jon.id) is None


def test_the_same_words_sent_elsewhere_are_no_repetition(app, ane):
    with sent(app, text="Hello"), writing():
        remember(KEY, ane.id, 7)

    elsewhere = app.test_request_context("/elsewhere", method="POST", data={"text": "Hello"})
    with elsewhere, writing(), pytest.raises(AnotherBody):
        made_by(KEY, ane.id)


def test_the_worker_forgets_it_after_a_week_and_not_before(app, ane):
    old, young = KEY, KEY[::-1]
    with sent(app, text="Hello"), writing():
        remember(old, ane.id, 7)
        remember(young, ane.id, 8)
        db.session.flush()
        for key, days in ((old, 8), (young, 6)):
            row = db.session.get_one(FormKey, (ane.id, key))
            row.created_at -= timedelta(days=days)

    worker.sweep()

    assert list(db.session.scalars(select(FormKey.key))) == [young]
