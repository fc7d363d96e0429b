"""What HR sends from the desk."""

from datetime import timedelta

from app.core.calendar import today

NUMBERS = ("months", "least", "detail", "distribution")


def filled(wave, **changed):
    """The form of a wave as it stands, with what is changed of it; None leaves a field out."""
    sent = {name: str(getattr(wave, name)) for name in ("version", *NUMBERS)}
    for name in ("name", "asker", "contact", "informed_how", "assessment"):
        sent[name] = getattr(wave, name)
    for name in ("closes_on", "informed_on"):
        sent[name] = getattr(wave, name).isoformat() if getattr(wave, name) else ""
    for nth, band in enumerate(wave.bands):
        if nth:
            sent[f"band{nth}_from"] = str(band["from"])
        for part in ("name", "says"):
            sent |= {f"band{nth}_{part}_{code}": said for code, said in band[part].items()}
    sent |= {"units": wave.units, "roles": wave.roles}
    return {name: value for name, value in (sent | changed).items() if value is not None}


def in_days(number):
    return (today() + timedelta(days=number)).isoformat()
