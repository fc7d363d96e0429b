"""The addresses posts had on the site they come from, by its rules."""

import re
from datetime import datetime
from posixpath import dirname, splitext
from typing import Any
from urllib.parse import unquote, urlsplit

from app.blog.site import Name, Site, is_sane
from app.core.fields import slug

# Jekyll's own styles: https://jekyllrb.com/docs/permalinks/#built-in-formats
STYLES = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}
LONGEST_ADDRESS = 400


def shown_at(site: Site, place: str, head: dict[str, Any], date: datetime | None, said: str) -> str:
    """The path of this post on its site, or ""; `date` is on the site's clock, and `said` the
    slug its head gives it, or nothing."""
    given = next(
        (head[key] for key in ("permalink", "url", "path") if isinstance(head.get(key), str)), ""
    )
    if "://" in given:
        return path_of(given)
    pattern = STYLES.get(given, given) if given else _pattern(site, place)
    values = _values(site, place, head, date, said, site.name_of(place))
    path = re.sub(r":(\w+)", lambda match: values.get(match[1].lower(), ""), pattern)
    return path_of(re.sub(r"/{2,}", "/", f"{'' if given else site.prefix}/{path}"))


def _pattern(site: Site, place: str) -> str:
    if site.kind == "jekyll":
        wanted = site.config.get("permalink")
        wanted = wanted if isinstance(wanted, str) else "date"
        return STYLES.get(wanted, wanted if ":" in wanted else STYLES["date"])
    section = place.removeprefix(site.root).removeprefix("content/").split("/")[0]
    patterns = site.config.get("permalinks") if site.kind == "hugo" else None
    for inner in (patterns, patterns.get("page") if isinstance(patterns, dict) else None):
        if isinstance(inner, dict) and isinstance(inner.get(section), str):
            return inner[section]
    return "/:folders/:slugorfilename/"


def _values(
    site: Site, place: str, head: dict[str, Any], date: datetime | None, said: str, name: Name
) -> dict[str, str]:
    inside = dirname(place.removeprefix(site.root))
    folders = [part for part in inside.split("/") if part]
    if splitext(place)[0].rpartition("/")[2].partition(".")[0] == "index":
        folders = folders[:-1]
    file = name.stem if site.kind != "hugo" else _as_hugo(name)
    values = {"filename": file, "title": said or file, "slug": said or file}
    values["slugorfilename"] = values["slug"]
    if site.kind == "hugo" and isinstance(head.get("title"), str):
        values["title"] = slug(head["title"], 200)
        values["slug"] = said or values["title"]
    if site.kind == "jekyll":
        above = folders[: folders.index("_posts")] if "_posts" in folders else []
        words = [*above, *_categories(head)]
        values["categories"] = "/".join(slug(word, 80) for word in words)
    else:
        folders = folders[1:] if folders[:1] == ["content"] else folders
        values["section"] = folders[0] if folders else ""
        values["sections"] = values["folders"] = "/".join(folders)
    if date:
        values |= {
            "year": f"{date:%Y}",
            "short_year": f"{date:%y}",
            "month": f"{date:%m}",
            "i_month": str(date.month),
            "day": f"{date:%d}",
            "i_day": str(date.day),
            "y_day": f"{date:%j}",
            "yearday": str(int(f"{date:%j}")),
            "hour": f"{date:%H}",
            "minute": f"{date:%M}",
            "second": f"{date:%S}",
        }
    return values


def path_of(address: str) -> str:
    """The path of an old address, as this house would hear it; "" when it has none."""
    if not is_sane(address):
        return ""
    parts = urlsplit(address.strip())
    path = unquote(parts.path)
    if parts.query or not path.strip("/") or len(path) >= LONGEST_ADDRESS:
        return ""
    return "".join(sign for sign in "/" + path.lstrip("/") if sign.isprintable())


def _categories(head: dict[str, Any]) -> list[str]:
    for key in ("categories", "category"):
        given = head.get(key)
        if isinstance(given, str):
            return given.split() if key == "categories" else [given]
        if isinstance(given, list):
            return [word for word in given if isinstance(word, str)]
    return []


def _as_hugo(name: Name) -> str:
    """Hugo keeps a date in the name of a file, and writes names small, with hyphens."""
    stem = f"{name.date}-{name.stem}" if name.date else name.stem
    return re.sub(r"\s+", "-", stem.lower())
