"""Letters: HTML with its plain twin, in the language of whoever reads them.

Without SMTP_URL a letter is a file in the folder MAIL, which any mail program opens; so the
house runs with no mail server, and tests read what people would. Only the worker sends.
"""

import hashlib
import os
import smtplib
import ssl
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, parseaddr
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit

from flask import current_app, render_template

from app.core import clock
from app.core.fields import line
from app.core.i18n import speaking
from app.core.outbox import Hopeless, Unreachable

PATIENCE = 20.0  # seconds a mail server has for each answer

NO_HEADERS: Mapping[str, str] = MappingProxyType({})

NEVER = {550, 551, 553}  # no such mailbox: asking again will not make one


class Post(EmailPolicy):
    """Lines end as the post has it. An address in a header stands there whole: folded as words are,
    a long one would be encoded, and no mail program finds the way any more.
    """

    def fold_binary(self, name: str, value: Any) -> bytes:
        if name in WHOLE:
            return f"{name}: {value}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


WHOLE = {"List-Unsubscribe"}
POST = Post(linesep="\r\n")


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Whom a letter is written to, and how they read it."""

    address: str
    name: str = ""
    language: str = "es"
    zone: str = ""


@dataclass(frozen=True, kw_only=True)
class Enclosure:
    """A file that a letter carries."""

    name: str
    kind: str  # "text/calendar"
    content: bytes
    params: Mapping[str, str]  # of its kind: the charset of a text, say


def send(
    to: Reader,
    template: str,
    *,
    key: str,
    headers: Mapping[str, str] = NO_HEADERS,
    enclosed: Iterable[Enclosure] = (),
    **values: Any,
) -> None:
    """Write a letter and hand it over. `template` names `mail/<template>.html` and `.txt`.

    `key` is the errand's: the same letter sent again has the same Message-ID, and the same file.
    Raises Unreachable when the server does not answer, Hopeless when it knows no such mailbox.
    """
    letter = write(to, template, key=key, enclosed=enclosed, **values)
    for header, value in headers.items():
        letter[header] = value
    if url := current_app.config["SMTP_URL"]:
        _hand_over(letter, url)
    else:
        _put_away(letter, key)


def write(
    to: Reader, template: str, *, key: str, enclosed: Iterable[Enclosure] = (), **values: Any
) -> EmailMessage:
    """The letter itself. Its subject is the block `subject` of the plain template."""
    import css_inline

    values |= {"name": to.name, "site": current_app.config["SITE_URL"]}
    with speaking(to.language, to.zone):
        plain = current_app.jinja_env.get_template(f"mail/{template}.txt")
        subject = line("".join(plain.blocks["subject"](plain.new_context(values))))
        text = render_template(plain, **values)
        html = render_template(f"mail/{template}.html", **values, subject=subject)

    letter = EmailMessage(policy=POST)
    sender_name, sender = parseaddr(current_app.config["MAIL_FROM"])
    letter["From"] = Address(line(sender_name), addr_spec=sender)
    letter["To"] = Address(line(to.name), addr_spec=to.address)
    letter["Subject"] = subject
    letter["Date"] = format_datetime(clock.now())
    letter["Message-ID"] = f"<{_name(key)}@{urlsplit(current_app.config['SITE_URL']).hostname}>"
    letter["Auto-Submitted"] = "auto-generated"  # nobody's absence note need answer
    letter.set_content(text)
    inlined = css_inline.inline(html, keep_at_rules=True, load_remote_stylesheets=False)
    letter.add_alternative(inlined, subtype="html")
    for file in enclosed:
        main, _, sub = file.kind.partition("/")
        letter.add_attachment(
            file.content, maintype=main, subtype=sub, filename=file.name, params=dict(file.params)
        )
    letter["Content-Language"] = to.language  # of the whole: set before, it would go with the text
    return letter


def address(endpoint: str, **values: Any) -> str:
    """Where a page is, from the outside: by the configuration, whoever asked for the letter."""
    site = urlsplit(current_app.config["SITE_URL"])
    places = current_app.url_map.bind(
        site.netloc, script_name=site.path or "/", url_scheme=site.scheme
    )
    return places.build(endpoint, values, force_external=True)


def _put_away(letter: EmailMessage, key: str) -> None:
    """A letter is there whole or not at all, and the same one once."""
    folder = Path(current_app.config["MAIL"])
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(prefix=".unfinished-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(bytes(letter))
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, folder / f"{_name(key)}.eml")
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(unfinished)
        raise


def _hand_over(letter: EmailMessage, url: str) -> None:
    try:
        with _connected(url) as server:
            server.send_message(letter)
    except smtplib.SMTPRecipientsRefused as refused:
        code, said = next(iter(refused.recipients.values()))
        if code in NEVER:
            raise Hopeless(f"The mail server says {code}: {_read(said)}") from None
        raise Unreachable(f"The mail server says {code}: {_read(said)}") from None
    except (OSError, smtplib.SMTPException) as error:
        raise Unreachable(f"The mail server does not take it: {_read(error)}") from None


def _connected(url: str) -> smtplib.SMTP:
    """smtps:// is encrypted from the start; smtp:// as soon as the server can; never a password
    in the clear. Raises OSError or SMTPException.
    """
    parts, tls = urlsplit(url), ssl.create_default_context()
    host, name = parts.hostname or "localhost", unquote(parts.username or "")
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, parts.port or 465, timeout=PATIENCE, context=tls
        )
    else:
        server = smtplib.SMTP(host, parts.port or 25, timeout=PATIENCE)
    try:
        server.ehlo()
        if parts.scheme == "smtp" and server.has_extn("starttls"):
            server.starttls(context=tls)
            server.ehlo()
        if name:
            if parts.scheme == "smtp" and not isinstance(server.sock, ssl.SSLSocket):
                raise smtplib.SMTPException("it offers no TLS, and a password is not sent without")
            server.login(name, unquote(parts.password or ""))
    except BaseException:
        server.close()
        raise
    return server


def _name(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def _read(said: object) -> str:
    words = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
    return line(words)[:200]
