"""What a table of ideas can say: the same columns going out and coming in. The first three are the
governance team's own table; all of them are its extended form.
"""

from app.core.i18n import N_
from app.core.remarks import Remark, remark
from app.ideas import triage
from app.imports.mapping import Field, Setup

FIELDS = (
    Field(
        name="title",
        words=N_("Idea"),
        called=(
            *("title", "name", "idea title", "subject", "summary", "título", "titulo de la idea"),
            *("nombre", "asunto", "ideia", "izenburua", "izena", "nome"),
        ),
    ),
    Field(
        name="verdict",
        words=N_("Analyse?"),
        called=(
            *("analizar", "analyse", "analyze", "analisar", "aztertu", "status", "state", "stage"),
            *("estado", "situación", "egoera", "decisión", "decision", "veredicto", "verdict"),
        ),
    ),
    Field(name="area", words=N_("Area"), called=("área", "arloa")),
    Field(
        name="target",
        words=N_("In which year"),
        called=("año", "en qué año", "target year", "urtea", "ano"),
    ),
    Field(
        name="text",
        words=N_("Description"),
        called=(
            *("descripción", "description", "body", "text", "content", "details", "detalle"),
            *("texto", "contenido", "cuerpo", "deskribapena", "azalpena", "descrição"),
        ),
    ),
    Field(
        name="change",
        words=N_("What would change"),
        called=("qué cambiaría", "zer aldatuko litzatekeen", "o que mudaria", "solution"),
    ),
    Field(
        name="audience",
        words=N_("For whom"),
        called=("para quién", "norentzat", "para quem", "audience", "target audience"),
    ),
    Field(name="kind", words=N_("Kind"), called=("tipo", "clase", "mota", "type")),
    Field(
        name="reason",
        words=N_("Reason for a no"),
        called=("motivo", "motivo del no", "reason", "arrazoia", "razão", "por qué no"),
    ),
    Field(
        name="reconsider",
        words=N_("What would make us change our minds"),
        called=("qué nos haría cambiar de opinión", "reconsiderar"),
    ),
    Field(
        name="result",
        words=N_("What came of it"),
        called=(
            *("result", "outcome", "resultado", "en qué ha quedado", "zer lortu den", "emaitza"),
            *("no que deu",),
        ),
    ),
    Field(
        name="words",
        words=N_("Words to its author"),
        called=("palabras al autor", "mensaje", "comentario al autor"),
    ),
    Field(
        name="answer",
        words=N_("Official answer"),
        called=("respuesta oficial", "erantzun ofiziala", "resposta oficial", "respuesta"),
    ),
    Field(
        name="group",
        words=N_("Analysed together"),
        called=("analizar juntas", "grupo", "group", "taldea", "se analiza con"),
    ),
    Field(
        name="analysis",
        words=N_("Description of the group"),
        called=("descripción del grupo", "group description", "análisis", "analysis"),
    ),
    Field(
        name="supports",
        words=N_("Supports"),
        called=(
            *("supporters", "votes", "vote count", "likes", "points", "apoyos", "votos"),
            *("apoyos anteriores", "me gusta", "puntos", "babesak", "botoak", "apoios"),
        ),
    ),
    Field(
        name="value",
        words=N_("Value for the customer"),
        called=("valor", "valor para el cliente", "value"),
    ),
    Field(name="reach", words=N_("Reach"), called=("alcance", "irismena")),
    Field(name="effort", words=N_("Effort"), called=("esfuerzo", "ahalegina", "esforço")),
    Field(
        name="owner",
        words=N_("Owner"),
        called=("responsable", "arduraduna", "responsável", "assignee", "assigned to"),
    ),
    Field(
        name="owner_email",
        words=N_("Owner’s email"),
        called=("owner email", "correo de la persona responsable", "correo del responsable"),
    ),
    Field(
        name="target_on",
        words=N_("Wanted by"),
        called=("para cuándo", "due date", "due", "fecha objetivo", "plazo"),
    ),
    Field(
        name="author",
        words=N_("Author"),
        called=(
            *("autor", "autora", "autor/a", "created by", "submitted by", "creator", "user"),
            *("proposed by", "propuesta por", "quién", "egilea", "nork", "usuario", "propone"),
        ),
    ),
    Field(
        name="author_email",
        words=N_("Author’s email"),
        called=(
            *("author email", "email", "e-mail", "mail", "correo", "correo electrónico"),
            *("correo del autor", "user email", "posta elektronikoa"),
        ),
    ),
    Field(
        name="customer",
        words=N_("Heard from a customer"),
        called=("lo dijo un cliente", "de un cliente", "from a customer"),
    ),
    Field(
        name="tags",
        words=N_("Tags"),
        called=("etiquetas", "etiketak", "labels", "palabras clave", "keywords", "categories"),
    ),
    Field(
        name="terms",
        words=N_("Touchpoints, segments and the like"),
        called=("touchpoints", "procesos", "segmentos", "momentos", "catálogo"),
    ),
    Field(name="language", words=N_("Language"), called=("idioma", "hizkuntza", "língua", "lang")),
    Field(
        name="proposed_on",
        words=N_("Proposed on"),
        called=(
            *("date", "created", "created at", "creation date", "created on", "submitted on"),
            *("fecha", "fecha de alta", "fecha de creación", "creada", "data", "sortze data"),
        ),
    ),
    Field(
        name="since",
        words=N_("In this state since"),
        called=(
            *("status changed", "status changed at", "state since", "decided on"),
            *("fecha de estado", "fecha de decisión"),
        ),
    ),
)
SCORE = N_("Score")  # goes out alone: it follows from the three before it
OWN_HEADING = {
    "title": triage.IDEA,
    "verdict": triage.ANALYSE,
    "text": triage.DESCRIPTION,
}


def lacks(setup: Setup) -> Remark | None:
    """Without a title nothing comes in."""
    if "title" not in setup.mapping:
        return remark(N_("Say below which column holds the title of the ideas."))
    return None


def is_ours(setup: Setup) -> bool:
    """The team's own table, and what goes out of here: its texts are what they say, not HTML."""
    return triage.ANALYSE in setup.columns
