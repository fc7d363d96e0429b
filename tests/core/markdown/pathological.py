"""Texts that ask a Markdown parser for more work than they are long, in families.

The families are those known from the suites of CommonMark's parsers, and some that only
this parser minds. Each takes a size in characters and returns a text of about that size.
"""

from collections.abc import Callable


def repeated(piece: str, *, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + piece * (size // len(piece)) + after


def around(opening: str, heart: str, closing: str) -> Callable[[int], str]:
    def text(size: int) -> str:
        times = size // (len(opening) + len(closing))
        return opening * times + heart + closing * times

    return text


def stairs(step: Callable[[int], str]) -> Callable[[int], str]:
    """Step after step, each a little longer than the one before."""

    def text(size: int) -> str:
        steps: list[str] = []
        length = 0
        while length < size:
            steps.append(step(len(steps)))
            length += len(steps[-1])
        return "".join(steps)

    return text


FAMILIES: dict[str, Callable[[int], str]] = {
    "nested strong emphasis": around("*a **a ", "b", " a** a*"),
    "emphasis closers without openers": repeated("a_ "),
    "emphasis openers without closers": repeated("_a "),
    "stars that might close": repeated("a* "),
    "stars that might open": repeated("*a "),
    "a run of stars": repeated("*"),
    "a run of underscores": repeated("_"),
    "stars of many lengths": repeated("***a **b *c "),
    "mismatched openers and closers": repeated("*a_ "),
    "three kinds, mismatched": repeated("*a_ ~~b "),
    "strike openers without closers": repeated("~~a "),
    "a run of tildes": repeated("a~"),
    "link closers without openers": repeated("a]"),
    "link openers without closers": repeated("[a"),
    "link openers and emphasis closers": repeated("[ a_"),
    "emphasis across links": repeated("**x [a*b**c*](d)"),
    "bracket, parenthesis": repeated("[ (]("),
    "picture, bracket, parenthesis": repeated("![[]()"),
    "nested brackets": around("[", "a", "]"),
    "nested pictures": around("![", "a", "](u)"),
    "nested parentheses in one link": around("(", "a", ")"),
    "one link, many parentheses": repeated("(", before="[a]("),
    "one link, many escapes": repeated("\\(", before="[a]("),
    "one link, a long title": repeated('"a', before="[a](b "),
    "unclosed links, pointed": repeated("[a](<b"),
    "unclosed links": repeated("[a](b"),
    "well-formed links": repeated("[a](/b) "),
    "well-formed pictures": repeated("![a](/b) "),
    "reference definitions": stairs(lambda n: f"[{n}]: /u\n"),
    "definitions of one reference": repeated("[a]: /u\n"),
    "references to nothing": repeated("[a][b] "),
    "definitions in one line": repeated("[a]: "),
    "nested block quotes": repeated("> ", after="a"),
    "nested block quotes, tight": repeated(">", after="a"),
    "block quotes, ever deeper": stairs(lambda n: ">" * n + " a\n"),
    "emphasis in a deep block quote": around(">", "", "a*"),
    "nested lists": stairs(lambda n: "    " * n + "* a\n"),
    "nested lists, two spaces": stairs(lambda n: "  " * n + "* a\n"),
    "lists in one line": repeated("- ", after="x"),
    "numbers in one line": repeated("1. ", after="x"),
    "empty lines in nested lists": around("- ", "x", "\n"),
    "lists in block quotes": repeated("> - ", after="x"),
    "lists of lists of quotes": repeated("- > 1. ", after="x"),
    "ever more indentation": stairs(lambda n: " " * n + "a\n"),
    "a flat list": repeated("* a\n"),
    "a loose list": repeated("* a\n\n"),
    "backticks of growing length": stairs(lambda n: "e" + "`" * n),
    "a run of backticks": repeated("`"),
    "backticks, unclosed": repeated("`a``b"),
    "fences, unclosed": repeated("```\na\n\n", before="~~~~\n"),
    "fences of growing length": stairs(lambda n: "`" * (n + 3) + "\na\n"),
    "a fence with a long name": repeated("a ", before="```{"),
    "a fence in a fence": around("```\n", "a\n", "```\n"),
    "code, indented": repeated("    a\n"),
    "code, indented, with gaps": repeated("    a\n\n"),
    "unclosed comments": repeated("<!--", before="</"),
    "unclosed declarations": repeated("<!A "),
    "unclosed instructions": repeated("<?"),
    "unclosed character data": repeated("<![CDATA["),
    "many less-than signs": repeated("<"),
    "many less-than signs, apart": repeated("< "),
    "many greater-than signs, apart": repeated("a > "),
    "tags that hardly match": repeated('<a b="c'),
    "tags with many attributes": repeated('b="c" ', before="<a "),
    "nested tags": around("<b>", "a", "</b>"),
    "nested divisions": around("<div>", "a", "</div>"),
    "unclosed divisions": repeated("<div>\n"),
    "unclosed pointed addresses": repeated("<http://a"),
    "pointed e-mail addresses": repeated("<a@b.c> "),
    "half e-mail addresses": repeated("a@"),
    "bare addresses": repeated("http://a.es/b "),
    "one long bare address": repeated("a(b)", before="http://a.es/"),
    "bare addresses, glued": repeated("http://"),
    "dots after a www": repeated("a.", before="www."),
    "www upon www": repeated("www."),
    "entities": repeated("&amp;"),
    "unfinished entities": repeated("&#"),
    "ampersands": repeated("&"),
    "colons that might be pictures": repeated(":a"),
    "a run of colons": repeated(":"),
    "smiles": repeated(":smile:"),
    "backslashes": repeated("\\"),
    "escaped stars": repeated("\\*"),
    "a table with many pipes": repeated("|", before="a|b\n-|-\n"),
    "a table with many columns": lambda size: "|a" * (size // 4) + "\n" + "|-" * (size // 4),
    "a table with many rows": repeated("|a|b|\n", before="|a|b|\n|-|-|\n"),
    "almost tables": repeated("aaa\rbbb\n-\v\n"),
    "table heads only": repeated("a|b\n-|-\n\n"),
    "pipes and backticks": repeated("`|", before="a|b\n-|-\n"),
    "pipes and backslashes": repeated("\\|", before="a|b\n-|-\n"),
    "headings": repeated("# a\n"),
    "a heading of hashes": repeated("#", before="# ", after=" a"),
    "a heading ended by hashes": repeated(" #", before="# a"),
    "underlined headings": repeated("a\n=\n\n"),
    "almost rules": repeated("* * ", after="a"),
    "almost rules of dashes": repeated("- - -\t", after="a"),
    "spaces": repeated(" ", before="a", after="b"),
    "spaces at line ends": repeated("a   \n"),
    "tabs": repeated("\t", after="a"),
    "line ends": repeated("\n", before="a", after="b"),
    "one long word": repeated("a"),
    "nothing at all": repeated("\0"),
    "place marks": repeated("\x02klzzwxh:0\x03"),
    "place marks without bounds": repeated("klzzwxh:0 "),
}
