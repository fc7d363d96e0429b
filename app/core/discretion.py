"""Asking before a text goes out that seems to tell who a customer is.

A form that is `Discreet` comes back with what was found, and two ways on: to cover it, or to say
that it is nobody's. What was found is never written down: not in a fact, not in a log.
"""

import re
from typing import Any, NamedTuple

from flask import current_app
from wtforms import Field, ValidationError

from app.core import identity, settings
from app.core.fields import words
from app.core.i18n import N_, gettext
from app.core.identity import Kind

COVER, KEEP = "cover", "keep"  # what the two buttons say
BLANKS = re.compile(r"\s+")
AROUND = 32  # characters shown before and after what was found

KINDS = {
    Kind.DOCUMENT: N_("an identity document"),
    Kind.ACCOUNT: N_("a bank account"),
    Kind.CARD: N_("a payment card"),
    Kind.PHONE: N_("a telephone number"),
    Kind.EMAIL: N_("an email address"),
    Kind.POLICY: N_("a policy number"),
}

settings.declare(
    "own_mail_domains",
    str,
    "",
    N_("Email domains of the company"),
    family=N_("Customers’ data in texts"),
    help=N_(
        "With spaces between them. Whoever writes an address of another domain is asked"
        " whether it is a customer’s."
    ),
)
settings.declare(
    "policy_numbers",
    str,
    identity.POLICY,
    N_("What a policy number looks like"),
    family=N_("Customers’ data in texts"),
    help=N_(
        "With spaces between the shapes: 9 is any digit, A any letter, and the rest is itself,"
        " as in AB-999999. A shape of digits alone counts only after the word “policy”."
    ),
)


class Seen(NamedTuple):
    """Something that was found, with what stands around it."""

    kind: str
    before: str
    words: str
    after: str


def seen(text: str, *, stood: str = "") -> list[Seen]:
    """What in a text may tell who somebody is; what stood there before was decided then."""
    return [
        Seen(
            gettext(KINDS[one.kind]),
            _before(text[: one.start]),
            one.of(text),
            _after(text[one.end :]),
        )
        for one in _found(text)
        if one.of(text) not in stood
    ]


def tells(text: str) -> bool:
    """Whether there is anything of it in a text, for whoever cannot ask about each."""
    return bool(_found(text))


def covered(text: str, *, stood: str = "") -> str:
    """The text with all of it under dots."""
    found = [one for one in _found(text) if one.of(text) not in stood]
    return identity.covered(text, found)


class DiscretionField(Field):
    """Which of the two buttons was pressed. Refused, `found` is what the writer is asked about."""

    def __init__(self, **given: Any) -> None:
        super().__init__("", **given)
        self.found: list[Seen] = []
        self.stood = ""

    def pre_validate(self, form: Any) -> None:
        if self.data == KEEP:
            return
        for name in form.looked_through:
            self.found += seen(words(form[name].data), stood=self.stood)
        if self.found:
            raise ValidationError(gettext("This seems to tell who a customer is."))


class Discreet:
    """What a form of people's words is, beside being a form; `looked_through` names its fields."""

    looked_through: tuple[str, ...] = ("text",)

    discretion = DiscretionField()

    def has_stood(self, *texts: str) -> None:
        """What was published already is not asked about again."""
        self.discretion.stood = "\n".join(texts)

    def validate(self, extra_validators: Any = None) -> bool:
        if self.discretion.data == COVER:
            for name in self.looked_through:
                field = self[name]  # type: ignore[index]
                field.data = covered(words(field.data), stood=self.discretion.stood)
        return super().validate(extra_validators)  # type: ignore[misc]


def _before(text: str) -> str:
    """The last whole words before a place, and whether there is more."""
    near = text[-AROUND:]
    if len(text) > AROUND:
        near = "… " + near.partition(" ")[2]
    return BLANKS.sub(" ", near)


def _after(text: str) -> str:
    near = text[:AROUND]
    if len(text) > AROUND:
        near = near.rpartition(" ")[0] + " …"
    return BLANKS.sub(" ", near)


def _found(text: str) -> list[identity.Found]:
    ours = settings.get("own_mail_domains").replace(",", " ").split()
    letters = current_app.config["MAIL_FROM"].rpartition("@")[2].strip(" >")
    return identity.find(text, ours=[*ours, letters], policy=settings.get("policy_numbers"))
