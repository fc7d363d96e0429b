"""What every answer tells the browser to refuse, whatever the answer is."""

import pytest

from app import create_app
from app.core.headers import POLICY
from config import TestConfig


@pytest.mark.parametrize(
    ("path", "status"), [("/healthz", 200), ("/nowhere", 303), ("/static/none.css", 404)]
)
def test_on_every_status(client, ane, path, status):
    answer = client.get(path)

    assert answer.status_code == status
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert {"Cookie", "HX-Request"} <= set(answer.vary)
    assert answer.headers["X-Request-ID"]


def test_the_policy_has_no_unsafe_word():
    assert "unsafe" not in POLICY
    assert "*" not in POLICY


def test_tls_is_remembered_where_there_is_tls(app, client):
    assert "Strict-Transport-Security" not in client.get("/healthz").headers

    class Config(TestConfig):
        SQLALCHEMY_DATABASE_URI = app.config["SQLALCHEMY_DATABASE_URI"]
        TLS = True

    safe = create_app(Config)
    with safe.app_context():
        assert "Strict-Transport-Security" in safe.test_client().get("/healthz").headers
