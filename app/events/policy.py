"""Who may do what with an event. Which ones one sees is in `queries.visible_to`."""

from app.events.models import Attendance, Event, Minutes, Occurrence, Photo
from app.people.models import Person, Reader


def announce(person: Person | Reader) -> bool:
    """Ambassadors and governance log what takes place."""
    return person.is_ambassador or person.is_governance


def organise(person: Person | Reader, event: Event) -> bool:
    """Look after it: whoever organises it, and governance."""
    return event.is_shown and (event.is_organised_by(person.id) or person.is_governance)


def edit(person: Person | Reader, event: Event) -> bool:
    return organise(person, event) and not event.is_cancelled


def move(person: Person | Reader, occurrence: Occurrence) -> bool:
    """One date alone, until it begins."""
    return edit(person, occurrence.event) and not occurrence.has_begun


def copy(person: Person | Reader, event: Event) -> bool:
    """Whoever may announce one may begin with one they see."""
    return event.is_shown and announce(person)


def cancel(person: Person | Reader, event: Event) -> bool:
    """Pressing twice changes nothing, and is no offence."""
    return organise(person, event)


def see_people(person: Person | Reader, event: Event) -> bool:
    """Who comes, by name, and what they answered."""
    return organise(person, event)


def answer(person: Person | Reader, occurrence: Occurrence) -> bool:
    """Join, or say perhaps: as long as it takes answers."""
    return occurrence.takes_answers


def decline(person: Person | Reader, occurrence: Occurrence) -> bool:
    """Say no, and leave a seat to others, until it begins."""
    return occurrence.event.is_shown and not occurrence.is_off and not occurrence.has_begun


def comment(person: Person | Reader, event: Event) -> bool:
    return event.is_shown


def see_attendance(person: Person | Reader, event: Event) -> bool:
    """Who came, beside who said yes; and taking the list of all that out."""
    return organise(person, event)


def count(person: Person | Reader, occurrence: Occurrence) -> bool:
    """Say of others that they are there, or were: as soon as the doors are open, and after."""
    return organise(person, occurrence.event) and not occurrence.is_off and occurrence.has_opened


def hang_poster(person: Person | Reader, occurrence: Occurrence) -> bool:
    """Make the code anew by which one says that one is there, and print it."""
    return organise(person, occurrence.event) and not occurrence.is_off


def check_in(person: Person | Reader, occurrence: Occurrence) -> bool:
    """Say of oneself that one is there. The code is asked for beside that."""
    return occurrence.takes_check_ins


def take_back(person: Person | Reader, attendance: Attendance) -> bool:
    """Say that one is not: what one said oneself. What an organiser counted, they look after."""
    return attendance.person_id == person.id and attendance.is_their_own_word


def write_minutes(person: Person | Reader, occurrence: Occurrence) -> bool:
    return organise(person, occurrence.event) and not occurrence.is_off and occurrence.has_begun


def look_back(person: Person | Reader, occurrence: Occurrence) -> bool:
    """What its minutes said before."""
    return organise(person, occurrence.event)


def read_minutes(person: Person | Reader, occurrence: Occurrence, minutes: Minutes | None) -> bool:
    """Whoever sees the event; of those that were taken away, its organisers."""
    return minutes is not None and (minutes.is_shown or look_back(person, occurrence))


def add_photo(person: Person | Reader, occurrence: Occurrence, was_there: bool) -> bool:
    """Its organisers, and whoever was there; after it began."""
    is_on = occurrence.event.is_shown and not occurrence.is_off and occurrence.has_begun
    return is_on and (was_there or organise(person, occurrence.event))


def remove_photo(person: Person | Reader, event: Event, photo: Photo) -> bool:
    return event.is_shown and (photo.person_id == person.id or organise(person, event))


def put_photo_back(person: Person | Reader, event: Event, photo: Photo) -> bool:
    """Whoever took their own out; what an organiser took out, an organiser puts back."""
    by_themselves = photo.person_id == person.id and photo.removed_by in (None, person.id)
    return event.is_shown and (by_themselves or organise(person, event))


def answer_feedback(person: Person | Reader, occurrence: Occurrence, is_asked: bool) -> bool:
    """Say how it was, change that or take it back: whoever was there, for two weeks."""
    return is_asked and occurrence.takes_feedback


def read_feedback(person: Person | Reader, event: Event) -> bool:
    """The words, as far as the house shows them to anybody."""
    return organise(person, event)
