"""The page one writes an idea on."""

from typing import Any

from flask.typing import ResponseReturnValue

from app.catalogue import queries as catalogue
from app.core.access import reader
from app.core.hypermedia import view
from app.drafts import queries as drafts
from app.facts import origins
from app.ideas.forms import EditIdeaForm, IdeaForm, NewIdeaForm
from app.ideas.models import ORIGINS, Idea
from app.ideas.wording import TEMPLATES


def new(
    form: NewIdeaForm, status: int = 200, preview: Any = None, **more: Any
) -> ResponseReturnValue:
    begun = [] if form.draft.data or form.is_submitted() else drafts.unfinished(reader(), "idea")
    thing = origins.of(form.came_from.data, reader(), kinds=ORIGINS)
    origin = origins.told(thing) if thing else None
    more = {"begun": begun, "origin": origin} | more
    return editor("ideas/ideas/new.html", form, status, preview, **more)


def edit(
    idea: Idea, form: EditIdeaForm, status: int = 200, preview: Any = None, **more: Any
) -> ResponseReturnValue:
    fresh = not (form.draft.data or form.is_submitted())
    begun = drafts.about(reader(), "idea", idea.id) if fresh else None
    return editor("ideas/ideas/edit.html", form, status, preview, idea=idea, begun=begun, **more)


def overtaken(idea: Idea, form: EditIdeaForm) -> ResponseReturnValue:
    """Both versions on one screen: theirs stands, mine is still in the form."""
    form.face(idea)
    tags = catalogue.tags_of("idea", idea.id)
    return edit(idea, form, 409, rival={"idea": idea, "tags": tags})


def editor(
    page: str, form: IdeaForm, status: int, preview: Any, **more: Any
) -> ResponseReturnValue:
    more = {"idea": None, "rival": None, "origin": None, "similar": None} | more
    more["templates"] = TEMPLATES
    part = "ideas/ideas/_editor.html"
    return view(page, part=part, status=status, form=form, preview=preview, **more)
