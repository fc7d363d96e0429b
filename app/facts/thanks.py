"""What can happen when somebody thanks somebody."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.people.models import Person
    from app.thanks.models import Thanks

# The habits every house begins with, by what they are called in the house's own language. One that
# governance adds later is told by its own name.
HABITS = {
    "Tu nombre, siempre visible": N_("Your name, always visible"),
    "Sonríe y mira a los ojos": N_("Smile and look people in the eye"),
    "El saludo y la despedida de la casa": N_("Our greeting and our farewell"),
    "Pregunta su nombre y úsalo": N_("Ask their name and use it"),
    "Ponte en su lugar": N_("Put yourself in their place"),
    "Explica las ventajas digitales": N_("Explain the digital advantages"),
    "Cumple lo que prometes": N_("Keep your follow-up promises"),
}


class ToSomebody:
    """It is told of whoever is thanked, and leads to the thanks."""

    person: "Person"

    @property
    def thread(self) -> "Person":
        return self.person


@dataclass(frozen=True, kw_only=True)
class Thanked(ToSomebody, Fact):
    says = N_("%(actor)s thanked %(title)s. Habit: %(habit)s")
    says_you = N_("You thanked %(title)s. Habit: %(habit)s")
    words = {"habit": HABITS}
    audited = False

    thanks: "Thanks"
    person: "Person"
    habit: str


@dataclass(frozen=True, kw_only=True)
class ThanksWithdrawn(ToSomebody, Fact):
    says = N_("%(actor)s withdrew their thanks to %(title)s")
    says_you = N_("You withdrew your thanks to %(title)s")
    audited = False
    news = False
    undoes = Thanked

    thanks: "Thanks"
    person: "Person"


@dataclass(frozen=True, kw_only=True)
class ThanksHidden(Fact):
    """By whoever was thanked: it stays between them."""

    says = N_("%(actor)s keeps some thanks out of sight: %(title)s")
    says_you = N_("You keep some thanks out of sight: %(title)s")
    audited = False
    news = False

    thanks: "Thanks"


@dataclass(frozen=True, kw_only=True)
class ThanksShown(Fact):
    says = N_("%(actor)s lets everybody see some thanks again: %(title)s")
    says_you = N_("You let everybody see some thanks again: %(title)s")
    audited = False
    news = False
    undoes = ThanksHidden

    thanks: "Thanks"
