"""The address by which somebody ends the letters about what is new, without signing in."""

from app.core.unsubscribing import Ending, headers

__all__ = ["address", "headers", "whose"]

_ending = Ending("unsubscribe", "notifications.unsubscribing.show")
address, whose = _ending.address, _ending.whose
