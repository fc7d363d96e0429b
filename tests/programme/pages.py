"""What stands in the tables of the programme."""

import re
from html import unescape

TABLES = {"stages", "categories", "quarters", "units", "outcomes"}


def words(html):
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", html, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def table(answer, name):
    """{heading of a row: what its cells say}."""
    found = re.search(rf'<table[^>]*id="{name}-table".*?</table>', answer.text, re.S)[0]
    rows = {}
    for row in re.findall(r"<tr\b.*?</tr>", found, re.S):
        heading, *cells = (words(cell) for cell in re.findall(r"<t[hd]\b.*?</t[hd]>", row, re.S))
        rows[heading] = cells
    return rows


def links(answer, name, row):
    """Where the figures of a row lead."""
    found = re.search(rf'<table[^>]*id="{name}-table".*?</table>', answer.text, re.S)[0]
    for line in re.findall(r"<tr\b.*?</tr>", found, re.S):
        if words(re.search(r"<th\b.*?</th>", line, re.S)[0]) == row:
            return [unescape(url) for url in re.findall(r'<td[^>]*><a href="([^"]+)"', line)]
    raise AssertionError(f"no row {row}")
