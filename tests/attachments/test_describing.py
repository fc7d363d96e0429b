import pytest

from app.attachments.describing import undescribed
from app.core.markdown import render

KEY = "a" * 32


@pytest.mark.parametrize(
    "text, silent",
    [
        ("No picture", 0),
        (f"![](/pictures/{KEY})", 1),
        (f"![  ](/pictures/{KEY}) ![A door](/pictures/{KEY}) ![](/pictures/{KEY}/small)", 2),
        ("![](https://elsewhere.example/a.png)", 0),
        ("`![](nothing)`", 0),
    ],
)
def test_pictures_that_say_nothing_are_counted(text, silent):
    assert undescribed(render(text).html) == silent
