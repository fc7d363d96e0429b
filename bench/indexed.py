"""What the index holds of a crowd: a row of each text, and the words that stand in them."""

from typing import Any

from sqlalchemy import Connection, select

from app.core.textindex.models import KnownWord
from app.core.textindex.stems import stems
from app.core.textindex.words import words as parted
from bench.filling import Rows


def indexed(kind: str, number: int, title: str, text: str) -> dict[str, Any]:
    """A row of the index, as the verbs would have put it in."""
    in_title, in_text = list(parted(title)), list(parted(text))
    return {
        "kind": kind,
        "number": number,
        "title": " ".join(word.plain for word in in_title),
        "title_stems": " ".join(stem for word in in_title for stem in stems(word, "es")),
        "text": " ".join(word.plain for word in in_text),
        "text_stems": " ".join(stem for word in in_text for stem in stems(word, "es")),
        "authors": "",
        "at": None,
        "is_said": kind == "comment",
    }


class Vocabulary:
    """Every word that stands in the index, in the order in which it was first heard."""

    def __init__(self, connection: Connection) -> None:
        self._heard: dict[str, bool] = dict.fromkeys(
            connection.scalars(select(KnownWord.word)), True
        )  # whether it was known before

    def listening(self, rows: Rows) -> Rows:
        """The rows as they are; their words are heard on the way."""
        for row in rows:
            for word in f"{row['title']} {row['text']}".split():
                self._heard.setdefault(word, False)
            yield row

    def new(self) -> Rows:
        """Rows of the words that were not known."""
        return ({"word": word} for word, is_known in self._heard.items() if not is_known)
