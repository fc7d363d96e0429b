"""Modules that work by themselves once they are there: they register kinds, listen to facts, do
errands and jobs. Importing them is all there is to do.
"""

# ruff: noqa: F401
import app.activity.errands
import app.activity.listeners
import app.admin.letters
import app.admin.listeners
import app.admin.subjects
import app.ambassadors.errands
import app.ambassadors.listeners
import app.ambassadors.subjects
import app.arrivals.errands
import app.arrivals.subjects
import app.attachments.listeners
import app.audit.listeners
import app.audit.sealing
import app.blog.expiry
import app.blog.readership
import app.blog.subjects
import app.catalogue.subjects
import app.committee.closing
import app.committee.errands
import app.committee.subjects
import app.conversation.subjects
import app.events.errands
import app.events.listeners
import app.events.subjects
import app.following.listeners
import app.ideas.errands
import app.ideas.subjects
import app.imports.expiry
import app.imports.subjects
import app.initiatives.errands
import app.initiatives.subjects
import app.moderation.subjects
import app.notifications.errands
import app.notifications.expansion
import app.notifications.hushing
import app.notifications.listeners
import app.people.letters.errands
import app.people.listeners
import app.people.subjects
import app.search.errands
import app.search.listeners
import app.spaces.subjects
import app.survey.errands
import app.survey.subjects
import app.thanks.subjects
import app.threads.listeners
