"""What a table of people can say, and what is to be decided about it as a whole."""

from app.core.i18n import N_
from app.core.remarks import Remark, remark
from app.imports.mapping import Choice, Field, Setup

FIELDS = (
    Field(
        name="email",
        words=N_("Email"),
        called=(
            *("e-mail", "mail", "correo", "correo electrónico", "dirección de correo", "usuario"),
            *("correo corporativo", "email corporativo", "email address", "work email", "login"),
            *("helbide elektronikoa", "posta elektronikoa", "posta", "eposta", "e-posta"),
            *("endereço eletrónico", "endereço de email", "correio", "correio eletrónico", "upn"),
        ),
    ),
    Field(
        name="name",
        words=N_("Full name"),
        called=(
            *("nombre completo", "nombre y apellidos", "persona", "empleado", "empleada"),
            *("full name", "display name", "employee", "izen-abizenak", "izen abizenak"),
            *("izen osoa", "nome completo", "colaborador", "nome e apelido"),
        ),
    ),
    Field(
        name="given",
        words=N_("First name"),
        called=(
            *("nombre", "nombre de pila", "first name", "given name", "izena", "nome"),
            *("nome próprio", "forename"),
        ),
    ),
    Field(
        name="surnames",
        words=N_("Surnames"),
        called=(
            *("apellidos", "apellido", "surname", "last name", "family name", "abizenak"),
            *("abizena", "apelido", "apelidos", "sobrenome"),
        ),
    ),
    Field(
        name="surname2",
        words=N_("Second surname"),
        called=(
            *("segundo apellido", "apellido 2", "apellido2", "second surname"),
            *("bigarren abizena", "segundo apelido"),
        ),
    ),
    Field(
        name="unit",
        words=N_("Unit"),
        called=(
            *("unidad", "unidad organizativa", "departamento", "área", "equipo", "department"),
            *("team", "area", "unitatea", "saila", "taldea", "unidade", "equipa"),
        ),
    ),
    Field(
        name="location",
        words=N_("Location"),
        called=(
            *("centro", "centro de trabajo", "ubicación", "lugar", "sede", "localidad", "ciudad"),
            *("site", "office", "city", "kokalekua", "kokapena", "lantokia", "zentroa"),
            *("local", "local de trabalho", "localização", "cidade"),
        ),
    ),
    Field(
        name="job",
        words=N_("Job"),
        called=(
            *("puesto", "puesto de trabajo", "cargo", "función", "job title", "title", "position"),
            *("lanpostua", "kargua", "função", "posto"),
        ),
    ),
    Field(
        name="language",
        words=N_("Language"),
        called=("idioma", "lengua", "hizkuntza", "língua", "lang"),
    ),
    Field(
        name="number",
        words=N_("Employee number"),
        called=(
            "employee number",
            *("número de empleado", "número de empleada", "nº empleado", "n.º de empleado"),
            *("num empleado", "código de empleado", "matrícula", "id empleado", "employee id"),
            *("employee no", "staff number", "langile zenbakia", "langilearen zenbakia"),
            *("número de colaborador", "número mecanográfico", "nº mecanográfico", "nº"),
        ),
    ),
)

REFUSE, CREATE, EMPTY = "refuse", "create", "empty"
UNKNOWN = {
    REFUSE: N_("Refuse the row"),
    CREATE: N_("Make it"),
    EMPTY: N_("Leave it out: new people have none, the others keep theirs"),
}
YES = "yes"

CHOICES = (
    Choice(
        name="units",
        words=N_("When a unit is not here"),
        options=UNKNOWN,
        hint=N_("A unit within another is written as a path: Oficinas > Bilbao."),
    ),
    Choice(name="locations", words=N_("When a location is not here"), options=UNKNOWN),
    Choice(
        name="gone",
        words=N_("Who is here and not in the table"),
        options={"": N_("Stays"), YES: N_("Is to be closed, after a look at the list")},
        hint=N_(
            "Their sessions end at once; what they wrote stays. You are never closed yourself."
        ),
    ),
    Choice(
        name="invite",
        words=N_("Invitations"),
        options={"": N_("Nobody is written to yet"), YES: N_("Invite the new people by mail now")},
        hint=N_("People come without a password: the invitation lets them choose one."),
    ),
)


def lacks(setup: Setup) -> Remark | None:
    """Without an address and a name nobody comes in."""
    if "email" not in setup.mapping:
        return remark(N_("Say below which column holds the email."))
    if not {"name", "given"} & set(setup.mapping):
        return remark(N_("Say below which column holds the name."))
    return None
