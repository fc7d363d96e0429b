"""/admin: whoever finds a door open comes in."""


def test_the_overview_leads_where_one_may_go(client, iker):
    page = client.sign_in(iker).get("/admin").get_data(as_text=True)
    assert 'href="/imports"' in page


def test_who_finds_no_door_is_refused(client, ane):
    assert client.sign_in(ane).get("/admin").status_code == 403
