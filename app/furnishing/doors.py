"""The rooms of the administration, as they stand on its first page."""

from app.admin import doors, waiting
from app.admin import policy as admin_policy
from app.audit import policy as audit_policy
from app.core.i18n import N_
from app.imports import policy as imports_policy
from app.moderation import queries as moderation
from app.people import policy as people_policy


def furnish() -> None:
    doors.add(
        doors.Door(
            label=N_("Units"),
            hint=N_("How the house is divided, and how many work where."),
            endpoint="admin.units.index",
            icon="list",
            allowed=admin_policy.arrange,
            order=40,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Accounts and roles"),
            hint=N_("Who may come in, and what each of them is trusted with."),
            endpoint="admin.people.index",
            icon="users",
            allowed=people_policy.look_after,
            order=10,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Locations"),
            hint=N_("The places where people work, and what they are called."),
            endpoint="admin.locations.index",
            icon="map-pin",
            allowed=admin_policy.arrange,
            order=45,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Settings"),
            hint=N_("What the house lets you choose, and who chose it last."),
            endpoint="admin.settings.index",
            icon="settings",
            allowed=admin_policy.arrange,
            order=80,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Outbox"),
            hint=N_("What waits to be sent, what could not be, and who sends it."),
            endpoint="admin.outbox.index",
            icon="mail",
            allowed=admin_policy.arrange,
            waiting=waiting.parked,
            order=85,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Jobs"),
            hint=N_("What is done by the clock, and how it went."),
            endpoint="admin.jobs.index",
            icon="clock",
            allowed=admin_policy.arrange,
            waiting=waiting.failed,
            order=90,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Roles that take two"),
            hint=N_("Who is proposed for HR or the listening team, and who agrees."),
            endpoint="admin.proposals.index",
            icon="heart-handshake",
            allowed=admin_policy.join_in,
            waiting=waiting.proposals,
            order=15,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Moderation"),
            hint=N_("What somebody thinks should not stand here, and what was decided."),
            endpoint="moderation.cases.index",
            icon="flag",
            allowed=lambda person: person.is_governance,
            waiting=moderation.waiting,
            order=20,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Imports"),
            hint=N_("What came from files, and what became of each of them."),
            endpoint="imports.imports.index",
            icon="upload",
            allowed=lambda person: (
                (person.is_governance or person.is_admin) and imports_policy.begin(person)
            ),
            order=70,
        )
    )
    doors.add(
        doors.Door(
            label=N_("Audit"),
            hint=N_("Who did what, and when. Nobody can change it."),
            endpoint="audit.entries.index",
            icon="history",
            allowed=audit_policy.read,
            order=90,
        )
    )
