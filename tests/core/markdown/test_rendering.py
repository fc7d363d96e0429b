"""What people write, and what becomes of it."""

import pytest

from app.core.markdown import VERSION, render, safe

KEY = "0123456789abcdef0123456789abcdef"
LINK = 'rel="nofollow noopener noreferrer"'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>"),
        ("H~2~O and ~this~", "<p>H~2~O and ~this~</p>"),
        ("a_long_name", "<p>a_long_name</p>"),
        ("a < b && c > d", "<p>a &lt; b &amp;&amp; c &gt; d</p>"),
        ("call <name> &copy; & co", "<p>call &lt;name&gt; © &amp; co</p>"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        (":smile: :+1: 10:30:45 :nobody:", "<p>😄 👍 10:30:45 :nobody:</p>"),
        ("```python\nx = '<b>'\n```", "<pre><code>x = '&lt;b&gt;'\n</code></pre>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("- a\n\n1. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("[a](https://b.es)", f'<p><a href="https://b.es" {LINK}>a</a></p>'),
        ("[a](/ideas/7)", f'<p><a href="/ideas/7" {LINK}>a</a></p>'),
        ("<a@b.es>", f'<p><a href="mailto:a@b.es" {LINK}>a@b.es</a></p>'),
        ("a@b.es", "<p>a@b.es</p>"),
        (
            "see https://b.es/c?d=1&e=2.",
            f'<p>see <a href="https://b.es/c?d=1&amp;e=2" {LINK}>https://b.es/c?d=1&amp;e=2</a>.</p>',
        ),
        ("[a](javascript:b) c", "<p>a c</p>"),
        ("[*a*](//b.es) c", "<p><em>a</em> c</p>"),
        ("[a](b) [c](#d)", "<p>a c</p>"),
        ("# a\n\n## b", "<h2>a</h2>\n<h3>b</h3>"),
        ("### a\n\n###### b\n\n### c", "<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>"),
        (
            "".join(f"{'#' * n} {n}\n\n" for n in range(1, 7)),
            "\n".join(f"<h{min(n + 1, 6)}>{n}</h{min(n + 1, 6)}>" for n in range(1, 7)),
        ),
        (
            f'![a *b*](/pictures/{KEY} "c")',
            f'<p><img alt="a *b*" src="/pictures/{KEY}" title="c" loading="lazy"></p>',
        ),
        (f"![a](/pictures/{KEY}/small)", None),
        ("before ![a *b*](https://c.es/d.png) after", "<p>before a *b* after</p>"),
        ("![](https://c.es/d.png)", "<p></p>"),
        ("[![a](https://c.es/d.png)](/x)", f'<p><a href="/x" {LINK}>a</a></p>'),
    ],
)
def test_markdown(text, html):
    rendered = render(text)
    if html is None:
        html = f'<p><img alt="a" src="/pictures/{KEY}/small" loading="lazy"></p>'
    assert rendered.html == html
    assert rendered.version == VERSION


def test_a_table_is_aligned_by_attribute():
    assert render("a | b | c\n:-|-:|:-:\n1 | 2 | `|`").html == (
        '<table>\n<thead>\n<tr>\n<th align="left">a</th>\n<th align="right">b</th>\n'
        '<th align="center">c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="left">1</td>\n'
        '<td align="right">2</td>\n<td align="center"><code>|</code></td>\n</tr>\n'
        "</tbody>\n</table>"
    )


def test_one_text_knows_nothing_of_the_one_before():
    assert "<a " in render("[a]: https://b.es\n\n[a]").html
    assert render("[a]").html == "<p>[a]</p>"


def test_only_what_was_rendered_is_shown_as_it_is():
    assert f"{safe(render('*a*').html)}" == "<p><em>a</em></p>"
    assert safe("<p>a</p>").__html__() == "<p>a</p>"
