"""The demo company as it is written down: who works there, and what they have to say.

People and places are in `company.yaml`; their ideas, events, initiatives and thanks each in a file
of that name; every post is a file of `posts/`, its talk on top.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from typing import Any

import yaml

from app.core.i18n import N_

HERE = Path(__file__).parent
DOMAIN = "demo.test"  # of every address: nobody can receive mail there
PASSWORD = "enamorar al cliente 2026"

Proposed = dict[str, list[dict[str, Any]]]  # ideas, and groups of them

# Whom a visitor may be, and what the sign-in page and the terminal call them.
ACCOUNTS = {
    "embajador@demo.test": N_("Ambassador"),
    "gobierno@demo.test": N_("CX governance"),
    "escucha@demo.test": N_("Listening team"),
    "rrhh@demo.test": N_("HR"),
    "empleado@demo.test": N_("Employee"),
    "admin@demo.test": N_("Administration"),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """One comment or answer. `after` is hours from its post; reactions are kind → who."""

    by: str
    after: float
    says: str
    reactions: dict[str, list[str]] = field(default_factory=dict)
    order: dict[str, str] = field(default_factory=dict)  # who reported it, who hid it, and why
    answers: "list[Told]" = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Article:
    """A post and its talk. `days` is how long ago it was published, at `hour` (UTC)."""

    title: str
    by: str
    hour: time
    text: str
    days: int = 0
    language: str = "es"
    tags: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)  # terms of the catalogue, by their addresses
    space: str = ""  # where it stands, by its short name; the whole house, else
    cover: str = ""
    alt: str = ""
    reactions: dict[str, list[str]] = field(default_factory=dict)
    comments: list[Told] = field(default_factory=list)
    with_: list[str] = field(default_factory=list)  # who writes it as well
    edited: str = ""  # what was changed a day later; until then its last paragraph was missing
    featured: int = 0  # days it still stands first
    asks: int = 0  # days its readers still have to say they read it
    confirmed: list[str] = field(default_factory=list)
    due: int = 0  # days until it is published
    returned: str = ""  # where its space looks at it first: what whoever runs it missed

    @property
    def earlier(self) -> str:
        """What it said before it was edited, if it was."""
        return self.text.rpartition("\n\n")[0] if self.edited else self.text

    def talk(self) -> Iterator[tuple[Told, Told | None]]:
        """Every comment, and every answer with the comment it answers."""
        for comment in self.comments:
            yield comment, None
            for answer in comment.answers:
                yield answer, comment


def facts() -> dict[str, Any]:
    """`company.yaml`: the company's name, its locations, its tree of units, its people."""
    return _read((HERE / "company.yaml").read_text())


def colleagues() -> dict[str, Any]:
    """`colleagues.yaml`: what the names of the others are made of, and where they work."""
    return _read((HERE / "colleagues.yaml").read_text())


def answers() -> dict[str, Any]:
    """`answers.yaml`: how each unit answers the survey, and what is remarked."""
    return _read((HERE / "answers.yaml").read_text())


def ideas() -> Proposed:
    """`ideas.yaml`: what was proposed, who stands behind it, what was decided; and which ideas are
    analysed together.
    """
    told: Proposed = _read((HERE / "ideas.yaml").read_text())
    return told


def events() -> list[dict[str, Any]]:
    """`events.yaml`: what takes place in a quarter, and who comes."""
    told: list[dict[str, Any]] = _read((HERE / "events.yaml").read_text())["events"]
    return told


def initiatives() -> list[dict[str, Any]]:
    """`initiatives.yaml`: what ambassadors did, what came of it, and what has changed since."""
    told: list[dict[str, Any]] = _read((HERE / "initiatives.yaml").read_text())["initiatives"]
    return told


def thanks() -> list[dict[str, Any]]:
    """`thanks.yaml`: who thanked whom, for which habit, and for what."""
    told: list[dict[str, Any]] = _read((HERE / "thanks.yaml").read_text())["thanks"]
    return told


def templates() -> dict[str, Any]:
    """`templates.yaml`: what governance answers often, and how it looks at the ideas."""
    told: dict[str, Any] = _read((HERE / "templates.yaml").read_text())
    return told


def sittings() -> list[dict[str, Any]]:
    """`sittings.yaml`: what the committee looked at together, and what it looks at next."""
    told: list[dict[str, Any]] = _read((HERE / "sittings.yaml").read_text())["sittings"]
    return told


def ambassadors() -> dict[str, Any]:
    """`ambassadors.yaml`: what they know, who was put forward, and who asks them for help."""
    told: dict[str, Any] = _read((HERE / "ambassadors.yaml").read_text())
    return told


def articles() -> list[Article]:
    return [_article(path) for path in sorted((HERE / "posts").glob("*.md"))]


def art(name: str) -> Path:
    return HERE / "art" / f"{name}.webp"


def _article(path: Path) -> Article:
    _, head, text = path.read_text().split("---\n", 2)
    given = _read(head)
    comments = [_told(comment) for comment in given.pop("comments", [])]
    hour = time.fromisoformat(given.pop("hour"))
    given["with_"] = given.pop("with", [])
    return Article(hour=hour, text=text.strip(), comments=comments, **given)


def _told(given: dict[str, Any]) -> Told:
    answers = [_told(answer) for answer in given.pop("answers", [])]
    return Told(answers=answers, **given)


def _read(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
