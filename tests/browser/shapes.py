"""In which sizes, lights and languages a page is looked at, and by whom."""

from collections.abc import Iterator
from itertools import cycle, product

from tests.browser.pages import Page

WIDTHS, DARKNESS, LANGUAGES = (320, 390, 768, 1280), (True, False), ("es", "eu", "en", "pt")


def combinations(page: Page, nth: int) -> Iterator[dict]:
    """On a phone in the dark and on a desk in the light; and every third page once more, in turn,
    otherwise.
    """
    languages, roles = cycle(LANGUAGES), cycle(page.roles)
    for _ in range(nth):
        next(languages)
        next(roles)
    shapes = [(390, True), (1280, False)]
    if nth % 3 == 0:
        shapes.append(((320, False), (768, True), (320, True), (768, False))[nth % 4])
    for width, dark in shapes:
        yield {"role": next(roles), "language": next(languages), "width": width, "dark": dark}


def everything(page: Page) -> Iterator[dict]:
    """Each is opened once, and then turned through every width and light."""
    for role, language in product(page.roles, LANGUAGES):
        yield {"role": role, "language": language}
