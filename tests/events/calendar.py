"""Reading a page of the calendar as somebody sees it."""

import re
from datetime import datetime

NOW = datetime(2026, 11, 23, 9)  # a Monday, 10:00 in Madrid


def plain(html):
    """The words of a piece of a page, each piece of air one space."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def cells(page):
    """The days of a month: (day of the month, words in it), in order."""
    table = re.search(r'<table class="month".*?</table>', page, re.DOTALL)[0]
    found = re.findall(r"<td[^>]*>(.*?)</td>", table, re.DOTALL)
    return [(int(re.search(r">(\d+)<", one)[1]), plain(one)) for one in found]


def cell(page, day):
    """The words in a day of the month that is shown."""
    days = cells(page)
    first = [number for number, _ in days].index(1)
    return days[first + day - 1][1]


def titles(page):
    """What stands in the list, in order."""
    found = re.findall(r'<li id="date-\d+">(.*?)</li>', page, re.DOTALL)
    return [plain(re.search(r"<h3>(.*?)</h3>", one, re.DOTALL)[1]) for one in found]


def week(page):
    """The words of each day of a week."""
    found = re.search(r'<ol class="week">(.*?)</ol>', page, re.DOTALL)[1]
    return [plain(one) for one in re.split(r"<h2", found)[1:]]
