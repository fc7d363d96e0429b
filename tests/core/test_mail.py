"""Letters, read by a parser that is not ours, from a folder and from a real mail server."""

import re
import socket
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from jinja2 import ChoiceLoader, DictLoader

from app.core import mail
from app.core.outbox import Hopeless, Unreachable

ANE = mail.Reader(address="ane@example.com", name="Ane Etxeberria", language="eu")

LETTERS = {
    "mail/tests/hello.txt": (
        '{% extends "mail/layout.txt" %}'
        "{% block subject %}{{ _('Administration') }}: {{ thing }}{% endblock %}"
        "{% block body %}{{ name }}, {{ where }}{% endblock %}"
    ),
    "mail/tests/hello.html": (
        '{% extends "mail/layout.html" %}'
        '{% block body %}<h1>{{ name }}</h1><p><a class="go" href="{{ where }}">{{ thing }}</a></p>'
        "{% endblock %}"
    ),
}


@pytest.fixture(autouse=True)
def letters(app, tmp_path, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL", str(tmp_path / "mail"))
    loaders = ChoiceLoader([DictLoader(LETTERS), app.jinja_env.loader])
    monkeypatch.setattr(app.jinja_env, "loader", loaders)
    yield tmp_path / "mail"
    app.jinja_env.cache.clear()


def send(to=ANE, key="hello:1", thing="Begoña & co"):
    mail.send(to, "tests/hello", key=key, thing=thing, where=mail.address("home.home.index"))


def read(path: Path):
    return message_from_bytes(path.read_bytes(), policy=policy.default)


def test_a_letter_has_two_twins_in_its_readers_language(letters):
    send()
    (file,) = letters.glob("*.eml")
    letter = read(file)
    assert letter["To"] == "Ane Etxeberria <ane@example.com>"
    assert letter["Subject"] == "Administrazioa: Begoña & co"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Content-Language"] == "eu"
    assert not letter.defects
    plain, html = letter.get_body(["plain"]), letter.get_body(["html"])
    assert "Ane Etxeberria, https://wowista.test/" in plain.get_content()
    assert 'href="https://wowista.test/"' in html.get_content()
    assert "Begoña &amp; co" in html.get_content()
    assert "Begoña & co" in letter["Subject"] and "&amp;" not in plain.get_content()


def test_it_asks_nobody_else_for_anything_and_is_dressed_line_by_line(letters):
    send()
    html = read(next(letters.glob("*.eml"))).get_body(["html"]).get_content()
    assert not re.search(r"<(img|link|script|iframe)|url\(|@import", html)
    assert re.search(r'<a class="go"[^>]* style="[^"]*background', html)
    assert "prefers-color-scheme: dark" in html


def test_the_same_errand_is_the_same_letter_once(letters):
    send()
    first = read(next(letters.glob("*.eml")))["Message-ID"]
    send()
    assert [read(file)["Message-ID"] for file in letters.glob("*")] == [first]
    send(key="hello:2")
    assert len(list(letters.glob("*"))) == 2


@pytest.mark.parametrize(
    "naughty", ["Ane\r\nBcc: all@example.com", 'A", <x@y.z>', "Ñ" * 300, "🙂\x00"]
)
def test_a_name_or_a_title_adds_no_header(letters, naughty):
    send(to=mail.Reader(address="ane@example.com", name=naughty), thing=naughty)
    letter = read(next(letters.glob("*.eml")))
    assert letter["Bcc"] is None
    assert [one.addr_spec for one in letter["To"].addresses] == ["ane@example.com"]


def test_a_folder_that_cannot_be_written_is_an_error_and_leaves_nothing(letters):
    letters.write_text("in the way")
    with pytest.raises(OSError, match="exists"):
        send()


class Postbox:
    """A mail server in a thread: keeps what it takes, refuses whom it is told to."""

    def __init__(self):
        self.taken, self.answers = [], {}

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.taken.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 Taken"


@pytest.fixture
def postbox(app, monkeypatch):
    box = Postbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    monkeypatch.setitem(app.config, "SMTP_URL", f"smtp://127.0.0.1:{port}")
    yield box
    server.stop()


def test_a_mail_server_takes_it_as_it_is(postbox, letters):
    send()
    ((sender, to, content),) = postbox.taken
    assert sender.startswith("wowista@") and to == ["ane@example.com"]
    assert message_from_bytes(content, policy=policy.default)["Subject"].startswith("Administra")
    assert not letters.exists()


def test_a_mailbox_that_does_not_exist_is_hopeless_and_a_full_one_is_not(postbox):
    postbox.answers["ane@example.com"] = "550 No such mailbox"
    with pytest.raises(Hopeless, match="550"):
        send()
    postbox.answers["ane@example.com"] = "452 Mailbox full"
    with pytest.raises(Unreachable, match="452"):
        send()


def test_a_server_that_is_down_is_unreachable(app, monkeypatch):
    monkeypatch.setitem(app.config, "SMTP_URL", "smtp://127.0.0.1:1")
    with pytest.raises(Unreachable):
        send()


def test_a_server_that_says_nothing_is_not_waited_for_for_ever(app, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = mute.getsockname()[1]
        monkeypatch.setitem(app.config, "SMTP_URL", f"smtp://127.0.0.1:{port}")
        monkeypatch.setattr(mail, "PATIENCE", 0.3)
        with pytest.raises(Unreachable, match="timed out"):
            send()


def test_a_password_is_not_sent_in_the_clear(postbox, app, monkeypatch):
    url = app.config["SMTP_URL"].replace("smtp://", "smtp://user:secret@")
    monkeypatch.setitem(app.config, "SMTP_URL", url)
    with pytest.raises(Unreachable, match="TLS"):
        send()
    assert postbox.taken == []
