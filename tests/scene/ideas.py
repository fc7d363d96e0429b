"""Ideas of the owner."""

from app.ideas.weekly import ENDING
from tests.factories import make_idea, withdraw_idea
from tests.factories.ideas import (
    ask_evaluator,
    make_batch,
    make_group,
    make_template,
    merge,
    save_view,
    write_note,
)
from tests.scene.base import Address, Scene


def idea(scene: Scene) -> Address:
    return {"number": make_idea(scene.owner).id}


def withdrawn_idea(scene: Scene) -> Address:
    return {"number": withdraw_idea(make_idea(scene.owner), by=scene.owner).id}


def merged_idea(scene: Scene) -> Address:
    one, other = make_idea(scene.owner), make_idea(scene.owner)
    merge(one, other, by=scene.chief)
    return {"number": one.id}


def idea_with_another_in_it(scene: Scene) -> Address:
    one, other = make_idea(scene.owner), make_idea(scene.owner)
    merge(one, other, by=scene.chief)
    return {"number": other.id}


def idea_group(scene: Scene) -> Address:
    return {"number": make_group(make_idea(scene.owner), by=scene.chief).id}


def grouped_idea(scene: Scene) -> Address:
    idea = make_idea(scene.owner)
    return {"number": make_group(idea, by=scene.chief).id, "idea": idea.id}


def evaluated_idea(scene: Scene) -> Address:
    """The owner is asked to evaluate it; the note is the chief's."""
    idea = make_idea(scene.chief)
    ask_evaluator(idea, scene.owner, by=scene.chief)
    return {"number": idea.id, "note": write_note(idea, scene.chief).id}


def note_of_an_evaluator(scene: Scene) -> Address:
    idea = make_idea(scene.chief)
    ask_evaluator(idea, scene.owner, by=scene.chief)
    return {"number": idea.id, "note": write_note(idea, scene.owner).id}


def idea_and_somebody(scene: Scene) -> Address:
    idea = make_idea(scene.owner)
    ask_evaluator(idea, scene.owner, by=scene.chief)
    return {"number": idea.id, "person": scene.owner.id}


def last_week_of_ideas(scene: Scene) -> Address:
    return {"token": ENDING.address(scene.owner.id).rpartition("/")[2]}


def column(scene: Scene) -> Address:
    make_idea(scene.owner)
    return {"verdict": "new"}


def several_ideas(scene: Scene) -> Address:
    ideas = [make_idea(scene.owner) for _ in range(2)]
    return {"do": "decline", "ideas": " ".join(f"{one.id}:{one.version}" for one in ideas)}


def idea_batch(scene: Scene) -> Address:
    return {"number": make_batch(make_idea(scene.owner), by=scene.chief).id}


def answer_template(scene: Scene) -> Address:
    return {"number": make_template(scene.chief).id}


def shared_view(scene: Scene) -> Address:
    view = save_view(scene.chief, "Ours", is_shared=True)
    return {"number": view.id, "slug": view.slug}


def view_of_the_chief(scene: Scene) -> Address:
    return {"number": save_view(scene.chief, "Mine").id}


def extended(scene: Scene) -> Address:
    """The table with all its columns."""
    make_idea(scene.owner)
    return {"form": "extended"}
