"""One browser with one person behind it, who notices everything that goes wrong."""

from axe_playwright_python.sync_playwright import Axe
from sqlalchemy import select

from app.core.db import aside, db, writing
from app.demo import PASSWORD
from app.people import queries
from app.people.models import Person, SignIn, Theme

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def window(width):
    return {"width": width, "height": 844 if width < 600 else 900}


def light(dark):
    return "dark" if dark else "light"


class Visitor:
    def __init__(
        self,
        house,
        chromium,
        keys,
        role,
        *,
        width=1280,
        dark=False,
        language="es",
        script=True,
        touch=False,
    ):
        """`role` is what stands before @demo.test, or nothing for a stranger."""
        self.house, self.complaints, self.asked = house, [], []
        self.width, self.language = width, language
        self.chromium, self.keys = chromium, keys
        if role:
            self.prefer(role, language)
            if role not in keys:
                with_key = Visitor(house, chromium, keys, "")
                with_key.sign_in(role)
                keys[role] = with_key.context.storage_state()
                with_key.close()
        self.context = chromium.new_context(
            base_url=house.address,
            storage_state=keys[role] if role else None,
            viewport=window(width),
            color_scheme=light(dark),
            locale={"es": "es-ES", "eu": "eu-ES", "en": "en-GB", "pt": "pt-PT"}[language],
            reduced_motion="reduce",
            java_script_enabled=script,
            has_touch=touch,
        )
        self.page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def go(self, path):
        """Open a page; the answer's status."""
        return self.page.goto(path).status

    def turn(self, *, width, dark):
        """The same page in another window and another light."""
        self.width = width
        self.page.set_viewport_size(window(width))
        self.page.emulate_media(color_scheme=light(dark))

    def axe(self):
        """What axe-core finds wrong with the page, one line each."""
        found = Axe().run(self.page, options={"runOnly": RULES}).response["violations"]
        return [
            f"{rule['id']}: {node['target']} {node['failureSummary']}"
            for rule in found
            for node in rule["nodes"]
        ]

    def spills(self):
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )

    def strangers(self):
        """Addresses asked for that are not ours."""
        return [url for url in self.asked if not url.startswith((self.house.address, "data:"))]

    def close(self):
        self.context.close()

    def _heard(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def prefer(self, role, language):
        """From now on the house speaks this language with them."""
        with self.house.app_context():
            with writing():
                person = queries.by_email(f"{role}@demo.test")
                person.prefer(language=language, theme=Theme.SYSTEM, time_zone="")
            db.session.remove()

    def sign_in(self, role, page=None):
        """Through the form, by keyboard or not: it is one line and the Enter key."""
        page = page or self.page
        page.goto("/sign-in")
        page.fill("#email", f"{role}@demo.test")
        page.fill("#password", PASSWORD)
        page.locator("#password").press("Enter")
        page.wait_for_url(self.house.address + "/")

    def end_sessions(self, role):
        """As if the time of every sign-in of theirs had run out."""
        with self.house.app_context():
            with aside() as connection:
                mine = select(Person.id).where(Person.email == f"{role}@demo.test")
                rows = SignIn.__table__
                connection.execute(rows.delete().where(rows.c.person_id.in_(mine)))
            db.session.remove()
        self.keys.pop(role, None)
