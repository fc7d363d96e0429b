"""What kind of site a tree of files was, and what follows from it.

Jekyll keeps posts in `_posts`, Hugo and Zola below `content`; anything else is a folder of
Markdown files, each of them a post. From the kind follows
what is a post, what its name says, and where its pictures lie.
"""

import re
from dataclasses import dataclass, field
from posixpath import dirname, normpath, splitext
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from app.blog import front_matter
from app.core.decoding import decoded
from app.core.i18n import N_
from app.core.remarks import Remark, Unreadable, remark
from app.imports.tree import Tree

MARKDOWN = {".md", ".markdown", ".mdown", ".mkd", ".mkdn"}
OTHER_TEXT = {".html", ".htm", ".rst", ".adoc", ".org", ".textile", ".mdx"}
PICTURES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"}
LONGEST_CONFIG = 64_000  # characters

CONFIGS = [
    "_config.yml",
    "_config.yaml",
    *(f"{name}.{kind}" for name in ("hugo", "config") for kind in ("toml", "yaml", "yml")),
    *(f"config/_default/{name}.{kind}" for name in ("hugo", "config") for kind in ("toml", "yaml")),
]
UTC = ZoneInfo("UTC")
NAME_WITH_DATE = re.compile(r"(?P<date>\d{4}-\d{1,2}-\d{1,2})(?:T[\d-]+)?[-_](?P<rest>.+)")
LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?", re.IGNORECASE)

A_PAGE = N_("It is a page of the site, not a post.")
A_DRAFT = N_("It is a draft.")
NOT_MARKDOWN = N_("Only Markdown files are read.")


@dataclass(frozen=True)
class Name:
    """What the name of a file says: `2019-05-01-title.es.md`."""

    stem: str
    date: str = ""
    language: str = ""


@dataclass(frozen=True)
class Site:
    kind: str  # "jekyll", "hugo", "zola" or "plain"
    root: str = ""  # the folder of the site inside the tree, with its `/`
    zone: ZoneInfo = UTC
    language: str = "es"
    config: dict[str, Any] = field(default_factory=dict)
    authors: dict[str, Any] = field(default_factory=dict)  # Jekyll's `_data/authors.yml`

    @property
    def needs_dates(self) -> bool:
        """Whether a file without a date is a page like "About us"."""
        return self.kind in {"hugo", "zola"} and bool(self.config)

    def posts(self, tree: Tree) -> tuple[list[str], list[tuple[str, Remark]]]:
        """The files that are posts, and what else people may have taken for one, and why not."""
        posts, left_out = [], list(tree.left_out)
        for name in tree.names:
            kind = splitext(name)[1].lower()
            if kind not in MARKDOWN | OTHER_TEXT or not name.startswith(self.root):
                continue
            if reason := self._why_not(name.removeprefix(self.root)):
                if kind in MARKDOWN or reason.words != A_PAGE:
                    left_out.append((name, reason))
            elif kind in OTHER_TEXT:
                if self.kind != "plain":
                    left_out.append((name, remark(NOT_MARKDOWN)))
            else:
                posts.append(name)
        return posts, left_out

    def _why_not(self, name: str) -> Remark | None:
        folders = name.split("/")[:-1]
        if self.kind == "jekyll" and "_drafts" in folders:
            return remark(A_DRAFT)
        if self.kind == "jekyll" and "_posts" not in folders:
            return remark(A_PAGE)
        if self.kind in {"hugo", "zola"}:
            is_section = name.rpartition("/")[2].startswith("_index.")
            if folders[:1] != ["content"] or is_section:
                return remark(A_PAGE)
        return None

    def name_of(self, place: str) -> Name:
        folder, _, file = place.rpartition("/")
        stem, language = splitext(file)[0], ""
        before, dot, after = stem.rpartition(".")
        if dot and self.kind != "jekyll" and LANGUAGE.fullmatch(after) and before:
            stem, language = before, after
        if stem == "index" and folder:
            stem = folder.rpartition("/")[2]  # a bundle: the post and its pictures, in a folder
        if found := NAME_WITH_DATE.fullmatch(stem):
            return Name(found["rest"], found["date"], language)
        return Name(stem, "", language)

    def section_language(self, place: str) -> str:
        """`content/eu/…` says its language, where the site has several."""
        first = place.removeprefix(self.root).removeprefix("content/").partition("/")[0]
        several = self.config.get("languages")
        return first if isinstance(several, dict) and first.lower() in several else ""

    @property
    def prefix(self) -> str:
        """The path below which the whole site was."""
        for key in ("baseurl", "base_url"):
            if isinstance(given := self.config.get(key), str):
                return urlsplit(given).path.rstrip("/") if is_sane(given) else ""
        return ""

    def is_ours(self, url: str) -> bool:
        """Whether a full address lies on the site the files come from."""
        for key in ("url", "baseurl", "base_url"):
            if isinstance(given := self.config.get(key), str) and "://" in given:
                return is_sane(given) and urlsplit(given).netloc == urlsplit(url).netloc
        return False

    def near(self, place: str, path: str) -> list[str]:
        """The names a link may mean, likeliest first: seen from the file, or from the site."""
        if path.startswith("@/"):
            return [f"{self.root}content/{path[2:]}"]  # Zola
        beside, bundle = dirname(place), splitext(place)[0]
        if path.startswith("/"):
            path = path.removeprefix(self.prefix).lstrip("/")
            roots = ["static", "", "assets", "content", "public"]
        else:
            roots = ["static", "", "content", "assets", "assets/images", "assets/img", "images"]
        tried = [] if path.startswith("/") else [f"{beside}/{path}", f"{bundle}/{path}"]
        tried += [f"{self.root}{root}/{path}" for root in roots]
        return [normpath(name.lstrip("/")) for name in tried]


def of(tree: Tree, *, zone: ZoneInfo, language: str) -> Site:
    """The site a tree holds; `zone` and `language` are the house's, where it says nothing."""
    found = min(
        (name for name in tree.names if any(_is_config(name, config) for config in CONFIGS)),
        key=lambda name: (name.count("/"), name),
        default="",
    )
    root = next((found.removesuffix(config) for config in CONFIGS if _is_config(found, config)), "")
    config = _settings(tree, found)
    folders = {folder for name in tree.names for folder in name.split("/")[:-1]}
    if found.rpartition("/")[2].startswith("_config.") or (folders & {"_posts", "_drafts"}):
        kind = "jekyll"
    elif any(name.startswith(f"{root}content/") for name in tree.names):
        kind = "zola" if "base_url" in config else "hugo"
    else:
        kind, root = "plain", ""
    said = next(
        (
            config[key]
            for key in ("lang", "locale", "defaultcontentlanguage", "default_language")
            if _word(config, key)
        ),
        config.get("languagecode"),
    )
    return Site(
        kind=kind,
        root=root,
        zone=_zone(config.get("timezone")) or zone,
        language=said[:2].lower() if isinstance(said, str) and LANGUAGE.match(said) else language,
        config=config,
        authors=_settings(tree, f"{root}_data/authors.yml"),
    )


def _is_config(name: str, config: str) -> bool:
    return name == config or name.endswith(f"/{config}")


def _settings(tree: Tree, name: str) -> dict[str, Any]:
    """A site's own settings, or nothing: posts are worth reading without them."""
    if name not in tree:
        return {}
    try:
        text = decoded(tree.read(name))[0]
        parse = front_matter.parse_toml if name.endswith(".toml") else front_matter.parse_yaml
        return parse(text, longest=LONGEST_CONFIG) or {}
    except Unreadable:
        return {}


def _zone(name: Any) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except Exception:  # of a wrong name, by its kind of wrongness
        return None


def is_sane(url: str) -> bool:
    """Whether `urlsplit` takes it at all."""
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def _word(values: dict[str, Any], key: str) -> bool:
    return isinstance(values.get(key), str)
