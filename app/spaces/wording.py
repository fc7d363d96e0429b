"""What the choices about a space are called."""

from app.core.i18n import N_
from app.spaces.models import Colour, Joining, Visibility

VISIBILITIES = {
    Visibility.PUBLIC: N_("Public: everybody reads what is in it"),
    Visibility.MEMBERS: N_("Members only: everybody knows of it, members read what is in it"),
    Visibility.HIDDEN: N_("Hidden: nobody knows of it but its members"),
}
JOININGS = {
    Joining.OPEN: N_("Anybody comes in"),
    Joining.REQUEST: N_("One asks, and is let in"),
    Joining.INVITE: N_("By invitation"),
}
COLOURS = {
    Colour.CORAL: N_("Coral"),
    Colour.TEAL: N_("Teal"),
    Colour.AMBER: N_("Amber"),
    Colour.LEAF: N_("Green"),
    Colour.SKY: N_("Blue"),
}
