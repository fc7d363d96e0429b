"""A kept text as it is read elsewhere: its links say where this house is."""

from urllib.parse import urlsplit

import nh3

# What the renderer lets through; here it comes from the store, and is measured once more.
TAGS = {
    *("p", "br", "hr", "blockquote", "pre", "code", "ul", "ol", "li"),
    *("h2", "h3", "h4", "h5", "h6", "em", "strong", "del", "a", "img"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
ATTRIBUTES = {
    "*": set[str](),
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
}


def outside(html: str, site: str) -> str:
    """`site` is the address of the house, as it is configured."""
    root = urlsplit(site)
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
        url_relative=("rewrite_with_base", f"{root.scheme}://{root.netloc}/"),
    )
