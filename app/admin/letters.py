"""Letters about roles, to those who hold them. Whom it happened to has a letter of their own."""

from collections.abc import Iterable
from enum import StrEnum

from app.admin import queries
from app.core import clock, mail, outbox
from app.core.i18n import N_
from app.people.models import Person, Role
from app.people.roles import WORDS

KIND = "admin.role"


class News(StrEnum):
    PROPOSED = "proposed"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"


def tell_of(news: News, person: Person, role: Role, *, by: Person, to: Iterable[int]) -> None:
    """Inside `writing()`: one errand for each, so that none is told twice."""
    moment = clock.now().isoformat()
    about = {"news": news.value, "person": person.id, "role": role.value, "by": by.id}
    outbox.put_many(
        KIND,
        [
            (f"{KIND}:{news}:{person.id}:{role}:{moment}:{number}", about | {"to": number})
            for number in to
        ],
    )


@outbox.handles(KIND, N_("Word of somebody else’s role"))
def write(errand: outbox.Errand) -> None:
    about = errand.payload
    known = queries.correspondents([about["to"], about["person"], about["by"]])
    to = known[about["to"]]
    if not to.is_active:
        return  # gone in the meantime: what the house does is no business of theirs

    is_proposed = about["news"] == News.PROPOSED
    mail.send(
        mail.Reader(address=to.email, name=to.name, language=to.language, zone=to.time_zone),
        "admin/role",
        key=errand.key,
        news=about["news"],
        person=known[about["person"]].name,
        by=known[about["by"]].name,
        themself=about["by"] == about["person"],
        role=WORDS[Role(about["role"])],
        where=mail.address("admin.proposals.index")
        if is_proposed
        else mail.address("people.profiles.show", number=about["person"]),
    )
