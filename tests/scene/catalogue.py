"""Terms, editorials and tags."""

from app.catalogue.queries import tag_at
from tests.factories import make_editorial, make_post, make_term, withdraw
from tests.scene.base import Address, Scene, fresh


def catalogue(scene: Scene) -> Address:
    return {"kind": "moments"}


def no_catalogue(scene: Scene) -> Address:
    return {"kind": "planets"}


def term(scene: Scene) -> Address:
    return {"number": make_term(f"Moment {fresh()}", by=scene.chief).id}


def term_by_name(scene: Scene) -> Address:
    name = f"Moment {fresh()}"
    make_term(name, by=scene.chief)
    return {"kind": "touchpoints", "word": name.replace(" ", "-").lower()}


def no_term(scene: Scene) -> Address:
    return {"kind": "touchpoints", "word": "nobody-added-this"}


def editorial(scene: Scene) -> Address:
    return {"about": "moments", "language": "eu"}


def no_editorial(scene: Scene) -> Address:
    return {"about": "planets", "language": "eu"}


def written_editorial(scene: Scene) -> Address:
    return {"number": make_editorial("segments", by=scene.chief).id}


def tag(scene: Scene) -> Address:
    word = f"tag {fresh()}"
    make_post(scene.owner, tags=[word])
    return {"number": tag_at(word.replace(" ", "-")).id}


def tag_by_name(scene: Scene) -> Address:
    word = f"tag {fresh()}"
    make_post(scene.owner, tags=[word])
    return {"word": word.replace(" ", "-")}


def hidden_tag(scene: Scene) -> Address:
    word = f"hidden {fresh()}"
    withdraw(make_post(scene.owner, tags=[word]), scene.owner)
    return {"number": tag_at(word.replace(" ", "-")).id}


def hidden_tag_by_name(scene: Scene) -> Address:
    word = f"hidden {fresh()}"
    withdraw(make_post(scene.owner, tags=[word]), scene.owner)
    return {"word": word.replace(" ", "-")}
