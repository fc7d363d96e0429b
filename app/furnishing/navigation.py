"""Where one may go, and what one may make."""

from app.admin import policy as admin_policy
from app.blog import policy as blog_policy
from app.core import navigation
from app.core.i18n import N_
from app.core.navigation import Entry
from app.events import policy as events_policy
from app.imports import policy as imports_policy
from app.initiatives import policy as initiatives_policy
from app.programme import policy as programme_policy
from app.survey import policy as survey_policy


def furnish() -> None:
    navigation.add(Entry(label=N_("Home"), endpoint="home.home.index", icon="home", order=0))
    navigation.add(Entry(label=N_("Blog"), endpoint="blog.posts.index", icon="article", order=20))
    navigation.add(
        Entry(
            label=N_("Ideas"),
            beside=("committee", "outcomes"),
            endpoint="ideas.ideas.index",
            icon="bulb",
            order=25,
        )
    )
    navigation.add(
        Entry(label=N_("Events"), endpoint="events.events.index", icon="calendar-event", order=28)
    )
    navigation.add(
        Entry(
            label=N_("Initiatives"),
            endpoint="initiatives.initiatives.index",
            icon="rocket",
            order=60,
        )
    )
    navigation.add(
        Entry(label=N_("Spaces"), endpoint="spaces.spaces.index", icon="layout-grid", order=30)
    )
    navigation.add(
        Entry(
            label=N_("Are you a WOWista?"),
            short=N_("Survey"),
            endpoint="survey.answer.new",
            icon="heart",
            order=35,
        )
    )
    navigation.add(
        Entry(
            label=N_("Waves"),
            endpoint="survey.waves.index",
            icon="chart-line",
            order=36,
            allowed=survey_policy.manage,
        )
    )
    navigation.add(
        Entry(label=N_("Strategy"), endpoint="catalogue.overview.index", icon="flag", order=70)
    )
    navigation.add(
        Entry(
            label=N_("Ambassadors"),
            endpoint="ambassadors.directory.index",
            icon="heart-handshake",
            order=75,
        )
    )
    navigation.add(
        Entry(
            label=N_("Programme"),
            endpoint="programme.overview.index",
            icon="chart-line",
            order=76,
            allowed=programme_policy.read,
        )
    )
    navigation.add(
        Entry(
            label=N_("Programme"),
            endpoint="programme.coverage.index",
            icon="chart-line",
            order=76,
            allowed=programme_policy.read_without_figures,
        )
    )
    navigation.add(
        Entry(label=N_("People"), endpoint="people.profiles.index", icon="users", order=80)
    )
    navigation.add(
        Entry(
            label=N_("Approvals"),
            endpoint="blog.reviews.index",
            icon="eye",
            order=85,
            allowed=blog_policy.has_reviews,
        )
    )
    navigation.add(
        Entry(
            label=N_("Administration"),
            short=N_("Admin"),
            beside=("audit", "imports"),
            endpoint="admin.overview.index",
            icon="settings",
            order=95,
            allowed=admin_policy.enter,
        )
    )
    navigation.create(
        Entry(label=N_("An idea"), endpoint="ideas.ideas.new", icon="bulb", order=10, key="i")
    )
    navigation.create(
        Entry(label=N_("A blog post"), endpoint="blog.posts.new", icon="pencil", order=20, key="b")
    )
    navigation.create(
        Entry(
            label=N_("An event"),
            endpoint="events.events.new",
            icon="calendar-event",
            order=30,
            key="e",
            allowed=events_policy.announce,
        )
    )
    navigation.create(
        Entry(
            label=N_("An initiative"),
            endpoint="initiatives.initiatives.new",
            icon="rocket",
            order=35,
            key="l",
            allowed=initiatives_policy.log,
        )
    )
    navigation.create(
        Entry(
            label=N_("A thank-you"),
            endpoint="thanks.thanks.new",
            icon="heart",
            order=50,
            key="t",
        )
    )
    navigation.create(
        Entry(
            label=N_("Something from files"),
            endpoint="imports.imports.new",
            icon="upload",
            order=90,
            allowed=imports_policy.begin,
        )
    )
