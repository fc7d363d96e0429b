"""The blog, narrowed to one space: it says to which, and goes on searching there."""

import pytest

from tests.factories import leave, make_post, make_space


@pytest.mark.parametrize("visibility", ["public", "members"])
def test_it_names_the_space_and_leads_there(client, ane, jon, visibility):
    space = make_space(jon, visibility=visibility, members=[ane], name="The counter")
    make_post(jon, title="Within", space=space)
    make_post(jon, title="Without")

    page = client.sign_in(ane).get(f"/blog?space={space.id}").text

    assert "Within" in page and "Without" not in page
    assert f'In <a href="/spaces/{space.id}"><bdi>The counter</bdi></a>' in page
    assert f'<input type="hidden" name="space" value="{space.id}">' in page


def test_it_names_no_space_whose_door_is_shut(client, ane, jon, nerea):
    space = make_space(jon, visibility="members", members=[ane], name="The counter")
    leave(space, ane)
    for who in (ane, nerea):
        page = client.sign_in(who).get(f"/blog?space={space.id}")
        assert page.status_code == 200 and "The counter" not in page.text
