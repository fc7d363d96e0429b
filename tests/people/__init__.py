"""How people come in, what they see of one another, and what they keep to themselves."""


def enter(client, person, password, **more):
    """Through the door itself, with the password."""
    return client.post("/sign-in", data={"email": person.email, "password": password, **more})
