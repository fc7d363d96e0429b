"""Links and pictures of a text from elsewhere."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blog import code, links, site
from tests.imports.trees import HUGO, JEKYLL, ZOLA, tree


def led(text, files, place):
    opened = tree(files)
    there = site.of(opened, zone=site.UTC, language="es")
    return links.lead(
        text,
        opened,
        there,
        place,
        address_of=lambda name: f"/old/{name.rpartition('/')[2].partition('.')[0]}/",
        key_of=lambda name: name.rpartition("/")[2].replace(".", "-"),
    )


POST = "_posts/2019-05-01-que-irse-sea-facil.md"
SALA = "content/post/sala/index.md"


@pytest.mark.parametrize(
    ("text", "files", "place", "there"),
    [
        ("![a](/assets/mesa.png)", JEKYLL, POST, "![a](/pictures/mesa-png)"),
        ("![a]( assets/mesa.png 'b')", JEKYLL, POST, "![a]( /pictures/mesa-png 'b')"),
        ("![](mesa.png)", JEKYLL, POST, "![](/pictures/mesa-png)"),
        ("![a](../assets/mesa.png?v=2#x)", JEKYLL, POST, "![a](/pictures/mesa-png)"),
        ("![a](https://old.example.com/assets/mesa.png)", JEKYLL, POST, "![a](/pictures/mesa-png)"),
        ("![a]({{ site.url }}/assets/mesa.png)", JEKYLL, POST, "![a](/pictures/mesa-png)"),
        ("![a]({{ '/assets/mesa.png' | relative_url }})", JEKYLL, POST, "![a](/pictures/mesa-png)"),
        ("![a][1]\n\n[1]: /assets/mesa.png", JEKYLL, POST, "![a][1]\n\n[1]: /pictures/mesa-png"),
        ("<img alt='b' src=\"/assets/mesa.png\"/>", JEKYLL, POST, "![b](/pictures/mesa-png)"),
        (
            "[![a](/assets/mesa.png)](/assets/mesa.png)",
            JEKYLL,
            POST,
            "[![a](/pictures/mesa-png)](/pictures/mesa-png)",
        ),
        ("![a](sala.png)", HUGO, SALA, "![a](/pictures/sala-png)"),
        ("[a](../voz.md)", HUGO, SALA, "[a](/old/voz/)"),
        ('[a]({{< ref "post/voz.md" >}})', HUGO, SALA, "[a](/old/voz/)"),
        ("[a](@/blog/outra.md#x)", ZOLA, "content/blog/2021-01-05-o-balcao.md", "[a](/old/outra/)"),
        ("[a](../voz/)", HUGO, SALA, "[a](/old/voz/)"),
        ("[a](/elsewhere/)", HUGO, SALA, "[a](/elsewhere/)"),
        ("[a](https://example.com/x.md)", HUGO, SALA, "[a](https://example.com/x.md)"),
        ("[a](mailto:ane@example.com)", HUGO, SALA, "[a](mailto:ane@example.com)"),
        ("[a](#there)", HUGO, SALA, "[a](#there)"),
        ("`![a](sala.png)`", HUGO, SALA, "`![a](sala.png)`"),
        ("```\n![a](sala.png)\n```\n", HUGO, SALA, "```\n![a](sala.png)\n```\n"),
        ("before<!--more-->after", HUGO, SALA, "beforeafter"),
    ],
)
def test_where_a_link_leads(text, files, place, there):
    assert led(text, files, place).text == there


def test_what_could_not_be_led_is_said(app):
    found = led(
        "![a](no.png) ![b](https://example.com/b.png) {% post_url 2019-05-01-x %}"
        ' {{< figure src="x" >}} <iframe></iframe>',
        HUGO,
        SALA,
    )
    assert [str(remark) for remark in found.remarks] == [
        "This picture was not found: no.png.",
        "Pictures of other sites are not shown: https://example.com/b.png.",
        "These tags were kept as they were typed: post_url, figure.",
        "This is not shown here: iframe.",
    ]


def test_what_can_be_seen_in_a_picture_comes_along():
    found = led("![Empty,\nat eight](sala.png)", HUGO, SALA)
    assert found.pictures == {"content/post/sala/sala.png": "Empty, at eight"}


@given(st.text(st.sampled_from("`~\n ab>![]()"), max_size=80))
def test_nothing_is_lost_between_code_and_words(text):
    assert code.outside(text, lambda part: part) == text


@pytest.mark.parametrize(
    "text",
    [
        "`" * 100_000,
        "` `` " * 20_000,
        "![" * 50_000,
        "![a](" * 20_000,
        "](" * 50_000,
        "](" + "(" * 99_000,
        "](a(b)" * 16_000,
        "<img " + "src=" * 24_000,
        "<img " * 20_000,
        "{{ site." * 12_000,
        "{{ '" * 25_000,
        "{{< ref " * 12_000,
        "{:" * 50_000,
        "<!--" * 25_000,
        "<!-- " + " " * 90_000,
        "[" * 100_000,
        "[a]:" * 25_000,
        "![a](" + " " * 90_000,
        "\n" * 100_000,
    ],
    ids=lambda text: text[:6],
)
def test_no_text_takes_long(text):
    began = time.perf_counter()
    led(text, HUGO, SALA)
    assert time.perf_counter() - began < 3
