"""Every pair of text and ground, in both themes, by the formula of WCAG 2.2.

Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
Contrast ratio:     https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parent.parent / "app/static/css/tokens.css"
TEXT, CONTROL = 4.5, 3.0  # success criteria 1.4.3 and 1.4.11

GROUNDS = ["paper", "surface", "sunk"]
STATES = ["teal", "amber", "leaf", "sky"]
PAIRS = [
    *[(ink, ground, TEXT) for ink in ("ink", "soft", "coral-deep") for ground in GROUNDS],
    *[("edge", ground, CONTROL) for ground in GROUNDS],
    *[("coral", ground, CONTROL) for ground in GROUNDS],  # lines, icons, focus, large text
    *[("on-coral", fill, TEXT) for fill in ("fill", "fill-deep")],
    *[(state, ground, TEXT) for state in STATES for ground in ("paper", "surface")],
    *[(state, f"{state}-wash", TEXT) for state in STATES],
    *[("ink", f"{state}-wash", TEXT) for state in [*STATES, "coral"]],
    ("coral-deep", "coral-wash", TEXT),
    ("paper", "ink", TEXT),  # toasts
    *[("ink", f"heat-{step}", TEXT) for step in (1, 2, 3)],
    *[("on-heat", f"heat-{step}", TEXT) for step in (4, 5)],
]


def tokens(theme: str) -> dict[str, str]:
    """Every colour of the file as `#RRGGBB`, in one theme."""
    found = {}
    for name, value in re.findall(r"--([\w-]+):\s*([^;]+);", TOKENS.read_text()):
        if both := re.fullmatch(r"light-dark\((#\w+),\s*(#\w+)\)", value):
            value = both[1] if theme == "light" else both[2]
        if re.fullmatch(r"#\w{3}", value):
            value = "#" + "".join(2 * digit for digit in value[1:])
        if re.fullmatch(r"#\w{6}", value):
            found[name] = value
    return found


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_on_known_pairs():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text, ground, least", PAIRS)
def test_it_can_be_read(theme, text, ground, least):
    colours = tokens(theme)

    assert contrast(colours[text], colours[ground]) >= least
