"""What the roles are called."""

from app.core.i18n import N_
from app.people.models import Role

WORDS = {
    Role.AMBASSADOR: N_("Ambassador"),
    Role.GOVERNANCE: N_("CX governance"),
    Role.LISTENER: N_("Listening team"),
    Role.HR: N_("HR"),
    Role.ADMIN: N_("Administration"),
}
