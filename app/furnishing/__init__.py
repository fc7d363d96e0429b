"""What fills the house: where one may go, what is drawn where, who listens, what works by itself.

With `app/__init__.py` the only place that sees the whole building. A feature that comes to live
here adds its lines to these lists.
"""

from app.furnishing import doors, navigation, slots
from app.furnishing import hands as hands


def furnish() -> None:
    navigation.furnish()
    doors.furnish()
    slots.furnish()
