"""What a page weighs on the wire, asked of the browser itself. People's pictures count apart."""

import pytest

pytestmark = pytest.mark.browser

KB = 1024


class Scales:
    """What came in since they were last emptied: (address, kind, bytes on the wire)."""

    def __init__(self, page):
        self.asked, self.came = {}, []
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.responseReceived", self._answered)
        wire.on("Network.loadingFinished", self._ended)

    def empty(self):
        self.came.clear()

    @property
    def house(self):
        return [one for one in self.came if "/pictures/" not in one[0]]

    def weigh(self, kind=None):
        return sum(size for _, its, size in self.house if kind in (None, its))

    def _answered(self, said):
        self.asked[said["requestId"]] = (said["response"]["url"], said["type"])

    def _ended(self, said):
        if said["requestId"] in self.asked:
            self.came.append((*self.asked[said["requestId"]], said["encodedDataLength"]))


@pytest.mark.parametrize(
    "path", ["/", "/blog", "/blog/{post}", "/people", "/events", "/thanks", "/outcomes"]
)
def test_a_reading_page_is_light(visit, places, path):
    visitor = visit("empleado", width=390)
    scales = Scales(visitor.page)

    visitor.page.goto(path.format(**places), wait_until="networkidle")
    assert scales.weigh() <= 75 * KB, sorted(scales.house, key=lambda one: -one[2])
    assert scales.weigh("Script") <= 30 * KB
    assert len(scales.house) <= 10
    assert scales.weigh("Font") > 0, "the scales do not work"

    scales.empty()
    visitor.page.goto(path.format(**places), wait_until="networkidle")
    assert scales.weigh() <= 6 * KB, scales.house
