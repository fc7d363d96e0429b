"""What changed between two texts, so that it can be read: by paragraphs, and in them by words.

Pure: two texts in, and out come paragraphs, each with what stayed, what came and what went.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

PARAGRAPHS = re.compile(r"\n\s*\n")
WORDS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 1_200  # of one paragraph: beyond them it is shown whole, before and after
MOST_PARAGRAPHS = 1_000  # of a text: the same
ALIKE = 0.3  # of two paragraphs that are shown as one that was changed
AROUND = 1  # paragraphs that stayed, beside one that changed

SAME, CAME, WENT = "same", "came", "went"

Part = tuple[str, str]  # how it fared, and the words


@dataclass(frozen=True)
class Paragraph:
    parts: tuple[Part, ...]

    @property
    def is_changed(self) -> bool:
        return any(kind != SAME for kind, _ in self.parts)


@dataclass(frozen=True)
class Skipped:
    """So many paragraphs stayed as they were."""

    count: int


def between_lines(old: str, new: str) -> Paragraph:
    """Of a title, or of words on one line."""
    return Paragraph(tuple(_of_words(old, new)))


def between(old: str, new: str) -> list[Paragraph]:
    """Of two texts, every paragraph."""
    before, after = _paragraphs(old), _paragraphs(new)
    if max(len(before), len(after)) > MOST_PARAGRAPHS:
        before, after = [old], [new]
    found: list[Paragraph] = []
    matcher = SequenceMatcher(None, before, after)
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "equal":
            found += [Paragraph(((SAME, words),)) for words in before[i:i_end]]
        else:
            found += _replaced(before[i:i_end], after[j:j_end])
    return found


def shortened(paragraphs: list[Paragraph]) -> list[Paragraph | Skipped]:
    """Those that changed with what stands around them; of the rest only how many they are."""
    near = {
        place + step
        for place, one in enumerate(paragraphs)
        if one.is_changed
        for step in range(-AROUND, AROUND + 1)
    }
    shown: list[Paragraph | Skipped] = []
    for place, one in enumerate(paragraphs):
        if place in near:
            shown.append(one)
        elif shown and isinstance(last := shown[-1], Skipped):
            shown[-1] = Skipped(last.count + 1)
        else:
            shown.append(Skipped(1))
    return shown


def _paragraphs(text: str) -> list[str]:
    return [one.strip("\n") for one in PARAGRAPHS.split(text) if one.strip()]


def _replaced(before: list[str], after: list[str]) -> Iterator[Paragraph]:
    """Some paragraphs instead of others: each beside the one that stands where it stood."""
    for old, new in zip_longest(before, after):
        if old is None:
            yield Paragraph(((CAME, new),))
        elif new is None:
            yield Paragraph(((WENT, old),))
        else:
            parts = tuple(_of_words(old, new))
            kept = sum(len(words) for kind, words in parts if kind == SAME)
            if kept >= ALIKE * max(len(old), len(new)):
                yield Paragraph(parts)
            else:
                yield Paragraph(((WENT, old),))
                yield Paragraph(((CAME, new),))


def _of_words(old: str, new: str) -> Iterator[Part]:
    if old == new:
        yield SAME, old
        return
    before, after = WORDS.findall(old), WORDS.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        yield WENT, old
        yield CAME, new
        return
    matcher = SequenceMatcher(str.isspace, before, after)  # what stands everywhere anchors nothing
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        went, came = "".join(before[i:i_end]), "".join(after[j:j_end])
        if kind == "equal":
            yield SAME, went
            continue
        if went:
            yield WENT, went
        if came:
            yield CAME, came
