"""What the search knows of an idea."""

from datetime import datetime
from typing import TYPE_CHECKING

from app.core import textindex


class Found:
    if TYPE_CHECKING:
        id: int
        title: str
        problem: str
        change: str
        audience: str
        language: str
        created_at: datetime

        @property
        def is_open(self) -> bool: ...

        @property
        def made_by(self) -> list[int]: ...

    def be_found(self) -> None:
        """By what it says today, or not at all."""
        if self.is_open:
            textindex.put_many([self.as_found])
        else:
            textindex.remove("idea", self.id)

    @property
    def as_found(self) -> textindex.Entry:
        return textindex.Entry(
            kind="idea",
            number=self.id,
            title=self.title,
            text=" ".join([self.problem, self.change, self.audience]),
            language=self.language,
            authors=self.made_by,
            at=self.created_at,
        )
