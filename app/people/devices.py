"""Which device a session is on, in words its owner knows it by."""

from app.core.i18n import N_, gettext

# In this order: most browsers also claim to be the ones below them.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Vivaldi": "Vivaldi",
    "FxiOS": "Firefox",
    "Firefox": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "CrOS": "ChromeOS",
    "Windows": "Windows",
    "Mac OS X": "Mac",
    "Linux": "Linux",
}
UNKNOWN = N_("A browser we don’t know")


def in_words(agent: str) -> str:
    """«Firefox on Windows»: roughly right is enough to tell one's own devices apart."""
    browser, system = _first(BROWSERS, agent), _first(SYSTEMS, agent)
    if browser and system:
        return gettext("%(browser)s on %(system)s", browser=browser, system=system)
    return browser or system or gettext(UNKNOWN)


def coarse(agent: str) -> str:
    """The little of it that `in_words` reads: no version, no model, nothing to know a person by."""
    signs = (_sign(BROWSERS, agent), _sign(SYSTEMS, agent))
    return " ".join(sign for sign in signs if sign)


def _sign(names: dict[str, str], agent: str) -> str:
    return next((sign for sign in names if sign in agent), "")


def _first(names: dict[str, str], agent: str) -> str:
    return names.get(_sign(names, agent), "")
