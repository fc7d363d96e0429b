import io
from itertools import count

from PIL import Image
from werkzeug.datastructures import FileStorage

from app.attachments.receiving import keep, receive
from app.core.db import db, writing
from app.people.models import Person

_shade = count(1)


def picture_file(colour=None, *, size=(64, 36), kind="PNG", name="photo.png"):
    """An upload: (file, name), of a colour nobody else's picture has."""
    shade = next(_shade)
    image = Image.new("RGB", size, colour or (shade % 256, shade // 256, 90))
    file = io.BytesIO()
    image.save(file, kind)
    file.seek(0)
    return file, name


def make_picture(owner, alt="A row of empty chairs", **given):
    """A picture brought in by its owner, used nowhere yet."""
    file, name = picture_file(**given)
    received = receive(FileStorage(file, name), by=owner)
    with writing():
        return keep(received, alt=alt, by=db.session.get_one(Person, owner.id))
