"""Who may do what with a wave. What a group's figures may say, `suppression` decides for all."""

from app.people.models import Person, Reader
from app.survey.models import Wave


def manage(person: Person | Reader) -> bool:
    """Draft waves, open and close them, publish: HR alone, and no role goes round the gate."""
    return person.is_hr


def edit(person: Person | Reader, wave: Wave) -> bool:
    """What it asks, whom and under which thresholds is frozen when it opens."""
    return manage(person) and wave.is_draft


def run(person: Person | Reader, wave: Wave) -> bool:
    """Remind people of it, and close it."""
    return manage(person) and wave.is_open


def publish(person: Person | Reader, wave: Wave) -> bool:
    """With words of its own, which may be changed afterwards."""
    return manage(person) and wave.is_counted


def see_results(person: Person | Reader, wave: Wave) -> bool:
    """The whole and one's own unit, once they are published; HR from closing on."""
    return wave.is_published or (manage(person) and wave.is_counted)


def see_record(person: Person | Reader, wave: Wave) -> bool:
    """How it kept what it promised: everybody, once it is published; HR from opening on."""
    return wave.is_published or (manage(person) and not wave.is_draft)
