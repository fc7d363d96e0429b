"""Who is in the scene, how its things are asked for, and what is said of their absence."""

import io
import re
from collections.abc import Callable
from itertools import count
from types import FunctionType, ModuleType
from typing import Any, ClassVar

from tests.factories import make_people, picture_file

# What differs from one answer to the next: numbers of requests, and tokens made at a second.
PASSING = re.compile(r"\b[0-9a-f]{12}\b|csrf_token\W+value=\S+|X-CSRFToken\S+ \S+")

Address = dict[str, Any]

ROLES = ("employee", "ambassador", "governance", "listener", "hr", "admin")

_numbers = count(1)


def fresh() -> int:
    """A number for a name that no other scene has given."""
    return next(_numbers)


class Scene:
    makers: ClassVar[dict[str, Callable[["Scene"], Address]]] = {}

    def __init__(self) -> None:
        roles = {role: [] if role == "employee" else [role] for role in ROLES}
        self.owner, self.chief, *others = make_people(
            ("Olatz", []),
            ("Garazi", ["governance"]),
            *((role.title(), trusted) for role, trusted in roles.items()),
        )
        self.chief_number = self.chief.id
        self.people = {"owner": self.owner} | dict(zip(ROLES, others, strict=True))

        self._made: dict[str, Address] = {}

    @classmethod
    def learn(cls, module: ModuleType) -> None:
        """The things of a feature: every function of its module that has a public name."""
        for name, made in vars(module).items():
            if isinstance(made, FunctionType) and made.__module__ == module.__name__:
                if name.startswith("_"):
                    continue
                assert name not in cls.makers, f"{name} is in two modules"
                cls.makers[name] = made

    def address(self, thing: str, *, anew: bool = False) -> Address:
        """What leads to a thing of this name, made at its first call or at each."""
        if anew or thing not in self._made:
            self._made[thing] = self.makers[thing](self)
        return self._made[thing]


def upload() -> tuple[io.BytesIO, str]:
    return picture_file()


def elsewhere(address: Address) -> Address:
    """The same door to a thing that is not there."""
    absent = {"number": 2**31 - 2, "draft": 2**31 - 2, "key": "0" * 32}
    return address | {name: value for name, value in absent.items() if name in address}


def words(answer: Any) -> str:
    """What is said, but for the address asked for and the number of the request."""
    asked = [answer.request.full_path.rstrip("?"), answer.request.path]
    said = answer.text
    for path in asked:
        said = said.replace(path, "PATH")
    return PASSING.sub("", said)
