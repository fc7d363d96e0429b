"""What features draw into others' pages."""

from app.activity import slots as activity
from app.admin import slots as admin
from app.ambassadors import slots as ambassadors
from app.arrivals import slots as arrivals
from app.blog import slots as blog
from app.catalogue import slots as catalogue
from app.committee import slots as committee
from app.conversation import slots as conversation
from app.core.slots import fill
from app.demo import slots as demo
from app.events import slots as events
from app.feeds import slots as feeds
from app.following import slots as following
from app.ideas import slots as ideas
from app.initiatives import slots as initiatives
from app.moderation import slots as moderation
from app.notifications import slots as notifications
from app.people import slots as people
from app.programme import slots as programme
from app.search import slots as search
from app.survey import slots as survey
from app.thanks import slots as thanks
from app.threads import slots as threads


def furnish() -> None:
    fill("account.tabs", feeds.tab)
    fill("activity.ways", thanks.way)
    fill("home.aside", events.next_dates)
    fill("home.aside", catalogue.habit_of_the_week)
    fill("home.aside", blog.talk)
    fill("admin.person.actions", people.letters_to)
    fill("home.aside", people.new_faces)
    fill("home.lead", blog.latest)
    fill("home.next", survey.call)
    fill("home.next", ideas.waiting)
    fill("home.next", initiatives.unanswered)
    fill("home.next", blog.unfinished)
    fill("ideas.ways", committee.way)
    fill("imports.actions", arrivals.taking_out)
    fill("admin.people.actions", arrivals.many_at_once)
    fill("imports.actions", blog.taking_out)
    fill("layout.search", search.box)
    fill("layout.search_way", search.way)
    fill("editor.audience", notifications.audience)
    fill("layout.bell", notifications.bell)
    fill("layout.foot", notifications.watch)
    fill("account.tabs", notifications.tab)
    fill("people.ways", thanks.way)
    fill("person.actions", thanks.thank)
    fill("person.actions", admin.way_to_the_account)
    fill("person.sections", ambassadors.on_page_of)
    fill("person.sections", thanks.received_by)
    fill("person.actions", programme.dossier)
    fill("person.sections", blog.written_by)
    fill("person.sections", events.organised_by)
    fill("person.sections", initiatives.owned_by)
    fill("talk.form", conversation.form)
    fill("thing.head", following.button)
    fill("thing.actions", ideas.propose)
    fill("thing.actions", initiatives.carry_out)
    fill("thing.actions", committee.put_on)
    fill("thing.actions", threads.way)
    fill("thing.actions", moderation.report)
    fill("thing.hidden", moderation.why)
    fill("thing.foot", conversation.comments)
    fill("thing.thread", threads.thread)
    fill("thing.reactions", conversation.reactions)
    fill("space.actions", blog.write_in)
    fill("space.sections", events.next_in)
    fill("space.sections", blog.latest_in)
    fill("space.posts", blog.posts_in)
    fill("space.activity", activity.in_space)
    fill("sign_in.foot", demo.ways_in)
