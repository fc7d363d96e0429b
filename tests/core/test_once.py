"""A form sent twice makes one thing."""

import pytest

from app.core.db import writing
from app.core.once import AnotherBody, made_by, remember

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
