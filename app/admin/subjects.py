"""Units, locations and settings, as whoever works on any subject knows them."""

from app.admin.house import queries
from app.core.settings import Setting
from app.facts.subjects import Subject, register
from app.people.models import Location, Unit

register(
    Subject(
        kind="unit",
        model=Unit,
        title=Unit.name,
        visible_to=queries.units_seen_by,
        card="admin/units/_card.html",
        endpoint="admin.units.show",
    )
)
register(
    Subject(
        kind="location",
        model=Location,
        title=Location.name,
        visible_to=queries.locations_seen_by,
        card="admin/locations/_card.html",
        endpoint="admin.locations.show",
    )
)
register(
    Subject(
        kind="setting",
        model=Setting,
        title=Setting.name,
        visible_to=queries.settings_seen_by,
        card="admin/settings/_card.html",
        endpoint="admin.settings.show",
    )
)
