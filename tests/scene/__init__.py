"""A house where everything is somebody else's: what a walk through all its doors meets.

The owner made every thing in it. What there is of a feature stands in that feature's module
here: each of its functions makes one thing anew, and answers with what the address of a route
needs to lead there. A module that is added is found by itself.
"""

from tests.features import modules
from tests.scene.base import ROLES, Address, Scene, elsewhere, upload, words

for _module in modules(__name__):
    Scene.learn(_module)

__all__ = ["ROLES", "Address", "Scene", "elsewhere", "upload", "words"]
