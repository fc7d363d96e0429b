"""Ideas that say the same in other words: by word forms, slips of the finger, and meaning."""

from app.ideas.similar.finding import Likeness, alike, similar

__all__ = ["Likeness", "alike", "similar"]
