"""Which passwords are good enough, and how they are kept (NIST SP 800-63B-4, OWASP)."""

import pytest
from argon2 import extract_parameters

from app.people import passwords
from app.people.passwords import ABOUT_YOU, TOO_COMMON, TOO_LONG, TOO_PLAIN, TOO_SHORT

GOOD = None


@pytest.mark.parametrize(
    "password, reason",
    [
        # length alone, in characters and not in bytes
        ("", TOO_SHORT),
        ("Tr0ub4dor&3!", TOO_SHORT),
        ("catorce letras", TOO_SHORT),
        ("quince letras ñ", GOOD),
        ("a" * 7 + "bcdefghi" * 15, GOOD),
        ("horma zaharra " * 9 + "xyz", TOO_LONG),
        # no rules of composition: any Unicode, any case, digits alone, spaces
        ("839201748261930", GOOD),
        ("todo en minúsculas", GOOD),
        ("ΟΛΑ ΚΕΦΑΛΑΙΑ ΕΔΩ", GOOD),
        ("猫が好きな人は静かに笑うことが多い", GOOD),
        ("🌊🎈🍋🚲🎻🧵🌵🐌🦉🍞🧂🔔🪁🧭🫖", GOOD),
        ("\u05e2\u05d1\u05e8\u05d9\u05ea " * 2 + "shalom", GOOD),
        ("un mostrador con flores", GOOD),
        # the most used, whatever their dress
        ("passwordpassword", TOO_COMMON),
        ("Password Password", TOO_COMMON),
        ("Contraseña-12345", TOO_COMMON),
        ("correct horse battery staple", TOO_COMMON),
        # saying one thing over and over
        ("aaaaaaaaaaaaaaaaaaaa", TOO_PLAIN),
        ("kaixokaixokaixokaixo", TOO_PLAIN),
        ("kaixo kaixo kaixo kaixo", TOO_PLAIN),
        ("🙂" * 15, TOO_PLAIN),
        # made of oneself, or of the house
        ("ane.etxaniz@example.com", ABOUT_YOU),
        ("ane.etxaniz2026", ABOUT_YOU),
        ("Ane Etxaniz 1987", ABOUT_YOU),
        ("EtxanizAne-2026!", ABOUT_YOU),
        ("wowista 20262026", ABOUT_YOU),
        ("ane etxaniz mira el mar", GOOD),
    ],
)
def test_a_new_password_is_long_and_not_the_first_guess(password, reason):
    email = "ane.etxaniz@example.com"
    assert passwords.why_not(password, name="Ane Etxaniz", email=email) == reason


def test_nobody_is_told_off_for_a_name_they_do_not_have():
    assert passwords.why_not("ane.etxaniz2026", name="", email="") is GOOD


def test_a_hash_is_argon2id_at_the_floor_of_owasp_or_above():
    kept = extract_parameters(passwords.hashed("un mostrador con flores"))

    assert kept.type.name == "ID"
    assert kept.memory_cost >= 19 * 1024 and kept.time_cost >= 2


def test_a_hash_matches_its_password_alone():
    kept = passwords.hashed("un mostrador con flores")

    assert passwords.matches(kept, "un mostrador con flores")
    assert not passwords.matches(kept, "Un mostrador con flores")
    assert not passwords.matches(kept, "un mostrador con flores ")
    assert not passwords.matches(None, "un mostrador con flores")
    assert not passwords.matches(None, "nobody has this password")
    assert not passwords.matches("", "")
    assert not passwords.matches("not a hash", "not a hash")


def test_the_most_used_ones_are_listed_as_they_are_compared():
    assert all(word == passwords._bare(word) and len(word) >= 15 for word in passwords.COMMON)
