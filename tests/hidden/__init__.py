"""What is hidden in the house, and from whom: a marked word in each place, put there by a scene's
owner. A feature says so in its own module here, which is found by itself:

    HIDDEN           places, and the roles beside the owner's that may find each
    KINDS            kinds of subject, and one of those places; None where all see all of them
    hide(scene)      puts it there; the numbers of the things it is in
    addresses(scene) the ways a list of it is narrowed, if there are any
"""

from app.core import outbox
from tests.features import modules
from tests.hidden.base import GOVERNANCE, MARK, word

_features = list(modules(__name__))

HIDDEN = {place: who for feature in _features for place, who in feature.HIDDEN.items()}
KINDS = {kind: place for feature in _features for kind, place in feature.KINDS.items()}
NOT_FOR_ITS_OWNER = {
    place for feature in _features for place in getattr(feature, "NOT_FOR_ITS_OWNER", ())
}


def hide(scene):
    """All of it; `scene.numbers` are the numbers of the things there are."""
    scene.numbers = {scene.owner.id}
    for feature in _features:
        scene.numbers |= feature.hide(scene)
        outbox.drain()


def addresses(scene):
    for feature in _features:
        yield from getattr(feature, "addresses", lambda _: ())(scene)


__all__ = [
    "GOVERNANCE",
    "HIDDEN",
    "KINDS",
    "MARK",
    "NOT_FOR_ITS_OWNER",
    "addresses",
    "hide",
    "word",
]
