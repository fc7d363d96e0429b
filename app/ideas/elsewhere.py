"""What other platforms call the states of an idea, beside what the team's table knows."""

from app.core.fields import slug
from app.ideas import triage
from app.ideas.models import Verdict
from app.ideas.triage import Answer

ALSO = {
    Verdict.NEW: (
        *("new", "opened", "backlog", "to do", "todo", "received", "abierta", "recibida"),
        *("aberta", "recebida", "irekia", "jasota"),
    ),
    Verdict.ANALYSE: (
        *("accepted", "approved", "in review", "reviewing", "aceptada", "aprobada", "en revisión"),
        *("aceite", "aprovada", "em revisão", "onartua", "onartuta", "berrikusten"),
    ),
    Verdict.IN_PROGRESS: (
        *("doing", "in development", "en desarrollo", "en progreso", "iniciada", "em progresso"),
        *("em desenvolvimento", "iniciado", "martxan", "garatzen", "hasita"),
    ),
    Verdict.DONE: (
        *("done", "complete", "launched", "released", "live", "terminada", "lanzada", "concluída"),
        *("concluído", "implementado", "lançada", "amaituta", "bukatuta", "osatuta"),
    ),
    Verdict.DECLINED: (
        *("closed", "duplicate", "duplicated", "archived", "cerrada", "duplicada", "archivada"),
        *("fechada", "rejeitada", "recusada", "arquivada", "itxita", "baztertuta", "ukatuta"),
        *("errefusatuta", "bikoiztuta"),
    ),
}
WORDS = {slug(said): verdict for verdict, many in ALSO.items() for said in many}


def understood(words: str) -> Answer | None:
    """What those words mean; None where nobody here knows. The team's own meaning goes first."""
    found = triage.understood(words)
    if found is None and (verdict := WORDS.get(slug(words))):
        return Answer(verdict)
    return found
