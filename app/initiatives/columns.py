"""What a table of initiatives can say: the same columns going out and coming in."""

from app.catalogue.categories import CATEGORIES
from app.core.i18n import N_
from app.core.remarks import Remark, remark
from app.imports.mapping import Choice, Field, Setup

FIELDS = (
    Field(
        name="title",
        words=N_("Initiative"),
        called=(
            *("initiative", "title", "name", "iniciativa", "título", "nombre", "acción"),
            *("actividad", "activity", "ekimena", "izenburua", "izena", "jarduera", "ação"),
            *("atividade", "nome"),
        ),
    ),
    Field(
        name="category",
        words=N_("Category"),
        called=("categoría", "tipo", "type", "kategoria", "mota", "categoria"),
    ),
    Field(
        name="starts_on",
        words=N_("First day"),
        called=(
            *("first day", "start", "start date", "date", "day", "began", "primer día"),
            *("fecha", "día", "inicio", "fecha de inicio", "lehen eguna", "hasiera"),
            *("hasiera data", "data", "eguna", "primeiro dia", "início", "data de início", "dia"),
        ),
    ),
    Field(
        name="ends_on",
        words=N_("Last day"),
        called=(
            *("last day", "end", "end date", "ended", "último día", "fin", "fecha de fin"),
            *("azken eguna", "amaiera", "amaiera data", "último dia", "fim", "data de fim"),
        ),
    ),
    Field(
        name="hours",
        words=N_("Hours of work"),
        called=(
            *("hours of work", "hours", "horas de trabajo", "horas", "lan orduak", "orduak"),
            *("horas de trabalho", "horas dedicadas"),
        ),
    ),
    Field(
        name="reached",
        words=N_("People reached"),
        called=(
            *("people reached", "reached", "people", "personas a las que llegó", "personas"),
            *("personas alcanzadas", "alcance", "zenbat lagunengana iritsi den", "lagunak"),
            *("pessoas a quem chegou", "pessoas", "pessoas alcançadas"),
        ),
    ),
    Field(
        name="result",
        words=N_("What came of it"),
        called=(
            *("what came of it", "result", "outcome", "en qué ha quedado", "resultado"),
            *("zer lortu den", "emaitza", "no que deu"),
        ),
    ),
    Field(
        name="unit",
        words=N_("Unit"),
        called=(
            *("unidad", "unidad organizativa", "departamento", "área", "department", "area"),
            *("unitatea", "saila", "unidade"),
        ),
    ),
    Field(
        name="owner",
        words=N_("Owner"),
        called=(
            *("responsable", "embajador", "embajadora", "ambassador", "arduraduna"),
            *("enbaxadorea", "responsável", "embaixador", "embaixadora", "persona", "person"),
        ),
    ),
    Field(
        name="email",
        words=N_("Owner’s email"),
        called=(
            *("owner’s email", "owner email", "email", "e-mail", "mail", "correo"),
            *("correo electrónico", "correo de la persona responsable"),
            *("posta elektronikoa", "arduradunaren posta elektronikoa"),
            *("e-mail da pessoa responsável", "endereço eletrónico"),
        ),
    ),
    Field(
        name="tags",
        words=N_("Tags"),
        called=("etiquetas", "etiketak", "labels", "palabras clave"),
    ),
    Field(name="language", words=N_("Language"), called=("idioma", "hizkuntza", "língua", "lang")),
    Field(
        name="text",
        words=N_("How it went"),
        called=(
            *("how it went", "description", "details", "cómo fue", "descripción", "detalle"),
            *("nola joan zen", "deskribapena", "azalpena", "como correu", "descrição"),
        ),
    ),
)

REFUSE, EMPTY, MINE, LEAVE, ADD = "refuse", "empty", "mine", "leave", "add"

CHOICES = (
    Choice(
        name="category",
        words=N_("When a row names no category"),
        options={REFUSE: N_("Refuse the row")} | {one.value: CATEGORIES[one] for one in CATEGORIES},
    ),
    Choice(
        name="units",
        words=N_("When a unit is not here"),
        options={REFUSE: N_("Refuse the row"), EMPTY: N_("Bring it in without a unit")},
        hint=N_("A unit within another is written as a path: Oficinas > Bilbao."),
    ),
    Choice(
        name="owners",
        words=N_("When nobody here is who a row names as its owner"),
        options={REFUSE: N_("Refuse the row"), MINE: N_("You look after it")},
        hint=N_("Only governance brings in what others look after: else all of it becomes yours."),
    ),
    Choice(
        name="alike",
        words=N_("When one of that title, day, owner and unit is here, and says something else"),
        options={
            LEAVE: N_("Leave it as it is here, and the row out"),
            ADD: N_("Bring the row in as another one"),
        },
    ),
)


def lacks(setup: Setup) -> Remark | None:
    """Without a title and a day nothing comes in."""
    if "title" not in setup.mapping:
        return remark(N_("Say below which column holds the title of the initiatives."))
    if "starts_on" not in setup.mapping:
        return remark(N_("Say below which column holds the first day."))
    return None
