"""A believable company of a few hundred people, planted only through the real verbs."""

from app.demo.company import DOMAIN, PASSWORD
from app.demo.planting import NotHere, plant

__all__ = ["DOMAIN", "PASSWORD", "NotHere", "plant"]
