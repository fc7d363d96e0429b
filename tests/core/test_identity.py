"""What seems to tell who somebody is, and what only looks like it."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.identity import LETTERS, Found, Kind, covered, find

IS_ONE = [
    # documents, with the letter that proves them
    ("La clienta con DNI 12345678Z llamó dos veces.", Kind.DOCUMENT, "12345678Z"),
    ("dni:12345678z", Kind.DOCUMENT, "12345678z"),
    ("DNI 12345678-Z", Kind.DOCUMENT, "12345678-Z"),
    ("DNI 12345678 Z.", Kind.DOCUMENT, "12345678 Z"),
    ("DNI 12.345.678-Z", Kind.DOCUMENT, "12.345.678-Z"),
    ("DNI-12345678Z", Kind.DOCUMENT, "12345678Z"),
    ("**12345678Z**", Kind.DOCUMENT, "12345678Z"),
    ("_12345678Z_", Kind.DOCUMENT, "12345678Z"),
    ("(00000000T)", Kind.DOCUMENT, "00000000T"),
    ("NIE X1234567L", Kind.DOCUMENT, "X1234567L"),
    ("NIE y-1234567-x", Kind.DOCUMENT, "y-1234567-x"),
    ("NIE Z1234567R, de Getxo", Kind.DOCUMENT, "Z1234567R"),
    ("https://gestor.es/ver?dni=12345678Z", Kind.DOCUMENT, "12345678Z"),
    # accounts, with their remainder
    ("cuenta ES91 2100 0418 4502 0005 1332", Kind.ACCOUNT, "ES91 2100 0418 4502 0005 1332"),
    ("ES9121000418450200051332 gracias", Kind.ACCOUNT, "ES9121000418450200051332"),
    ("es91-2100-0418-4502-0005-1332", Kind.ACCOUNT, "es91-2100-0418-4502-0005-1332"),
    ("PT50 0002 0123 1234 5678 9015 4", Kind.ACCOUNT, "PT50 0002 0123 1234 5678 9015 4"),
    ("IBAN:DE89370400440532013000.", Kind.ACCOUNT, "DE89370400440532013000"),
    ("GB82 WEST 1234 5698 7654 32", Kind.ACCOUNT, "GB82 WEST 1234 5698 7654 32"),
    # cards, with their last digit
    ("tarjeta 4111 1111 1111 1111", Kind.CARD, "4111 1111 1111 1111"),
    ("4111111111111111", Kind.CARD, "4111111111111111"),
    ("5500-0000-0000-0004 caduca en mayo", Kind.CARD, "5500-0000-0000-0004"),
    ("3782 822463 10005", Kind.CARD, "3782 822463 10005"),
    ("6759 6498 2643 8453", Kind.CARD, "6759 6498 2643 8453"),
    # telephones of people
    ("Llamad al 612 345 678", Kind.PHONE, "612 345 678"),
    ("su móvil es 612345678.", Kind.PHONE, "612345678"),
    ("612 34 56 78", Kind.PHONE, "612 34 56 78"),
    ("612-345-678", Kind.PHONE, "612-345-678"),
    ("tel. 612.345.678", Kind.PHONE, "612.345.678"),
    ("Tel.944231234", Kind.PHONE, "944231234"),
    ("94 423 12 34", Kind.PHONE, "94 423 12 34"),
    ("944 23 12 34", Kind.PHONE, "944 23 12 34"),
    ("(94) 423 12 34", Kind.PHONE, "(94) 423 12 34"),
    ("722 11 22 33", Kind.PHONE, "722 11 22 33"),
    ("+34 612 345 678", Kind.PHONE, "+34 612 345 678"),
    ("0034612345678", Kind.PHONE, "0034612345678"),
    ("+34612345678", Kind.PHONE, "+34612345678"),
    ("+351 912 345 678", Kind.PHONE, "+351 912 345 678"),
    ("telemóvel 912 345 678", Kind.PHONE, "912 345 678"),
    ("21 345 67 89", Kind.PHONE, "21 345 67 89"),
    ("telefone 213456789", Kind.PHONE, "213456789"),
    ("+33 6 12 34 56 78", Kind.PHONE, "+33 6 12 34 56 78"),
    ("+44 (20) 7946 0958", Kind.PHONE, "+44 (20) 7946 0958"),
    ("612\u00a0345\u00a0678", Kind.PHONE, "612\u00a0345\u00a0678"),
    # addresses that are no colleague's
    ("escribid a maite.lopez@gmail.com", Kind.EMAIL, "maite.lopez@gmail.com"),
    ("[su correo](mailto:ana+imq@hotmail.es)", Kind.EMAIL, "ana+imq@hotmail.es"),
    ("_ana@correo.eus_", Kind.EMAIL, "_ana@correo.eus"),
    ("ANA@EMPRESA.CO.UK,", Kind.EMAIL, "ANA@EMPRESA.CO.UK"),
    ("ana@notcasa.eus", Kind.EMAIL, "ana@notcasa.eus"),
    # policies, near their word
    ("la póliza 12345678", Kind.POLICY, "12345678"),
    ("Póliza nº 1234567890", Kind.POLICY, "1234567890"),
    ("número de poliza: 123456789", Kind.POLICY, "123456789"),
    ("polizaren zenbakia 12345678", Kind.POLICY, "12345678"),
    ("apólice n.º 12345678", Kind.POLICY, "12345678"),
    ("policy number is 12345678", Kind.POLICY, "12345678"),
    ("póliza 612345678", Kind.POLICY, "612345678"),
]

IS_NONE = [
    "",
    "Nadie contesta los lunes.",
    "12345678A",  # not its letter
    "DNI sin letra no se da",
    "X1234567A",
    "El 25/11/2026 a las 9:04",
    "2026-11-25 10:15:30",
    "20261125T101530",
    "Entre 2019 y 2026, 2019-2020 y 2021/2022",
    "2019 2020 2021 2022",
    "1.234.567,89 €",
    "600.000.000 €",
    "600 000 000 de personas",
    "612 345 678 €",
    "612 345 678 euros de prima",
    "€ 612 345 678",
    "612.345.678",  # an amount, where nobody speaks of telephones
    "213456789",
    "Cuesta 12.345 € y 45,50 € más",
    "El 87 % de 12345678 llamadas",
    "ticket #612345678",
    "Llama al 900 123 456, es gratis",
    "901 12 34 56",
    "800 123 456",
    "El 112 y el 016",
    "ISBN 978-84-376-0494-7",
    "192.168.10.25",
    "255.255.255.0",
    "4111 1111 1111 1112",  # not its last digit
    "4111111111111111111111",
    "1234 5678 9012 3452",  # nobody's card begins so
    "0000 0000 0000 0000",
    "ES91 2100 0418 4502 0005 1333",
    "ESTO ES 9121 UNA FRASE LARGA QUE NO ES NADA",
    "[Ane Etxeberria](/people/612345678)",
    "[la entrada](/blog/12345678)",
    "![una puerta](/pictures/4111111111111111aaaabbbbccccdddd)",
    "https://intranet.casa.eus/blog/612345678",
    "https://es.wikipedia.org/w/index.php?oldid=4111111111111111",
    "ane@casa.eus",
    "ane.etxeberria@bilbao.casa.eus",
    "ane@demo.test y ane@example.com",
    "@ane",
    "ane@",
    "ane@localhost",
    "10 @ 2.50",
    "La póliza cubre 24 meses y 1500 euros",
    "12345678 llamadas",
    "La póliza se firmó\n\nHubo 12345678 llamadas",
    "versión 1.2.3.4567",
    "a4b5c6d7e8f9a0b1",
    "5f0c1d2e-9a3b-4c5d-8e7f-612345678abc",
    "9:00-14:00 y 16:00-19:00",
    "Suelo 94, techo 95, media 94,5",
    "2.5.9",
    "•••••••••",
]


def kinds_and_words(text, **given):
    return [(one.kind, one.of(text)) for one in find(text, ours=["casa.eus"], **given)]


@pytest.mark.parametrize(("text", "kind", "words"), IS_ONE, ids=[one[0] for one in IS_ONE])
def test_what_tells_who_somebody_is_is_found_where_it_stands(text, kind, words):
    assert kinds_and_words(text) == [(kind, words)]


@pytest.mark.parametrize("text", IS_NONE)
def test_what_only_looks_like_it_is_left_alone(text):
    assert kinds_and_words(text) == []


@pytest.mark.parametrize("text", [one[0] for one in IS_ONE])
def test_what_was_covered_is_not_found_again(text):
    after = covered(text, find(text))

    assert find(after) == [] and len(after) == len(text)


def test_several_are_found_in_their_order_and_covered_alone():
    text = "Ana, 12345678Z, 612 345 678, ana@gmail.com. Volvió el 25/11/2026."

    assert [kind for kind, _ in kinds_and_words(text)] == [Kind.DOCUMENT, Kind.PHONE, Kind.EMAIL]
    assert (
        covered(text, find(text))
        == "Ana, •••••••••, ••• ••• •••, •••@•••••.•••. Volvió el 25/11/2026."
    )


def test_a_company_may_say_what_its_policies_look_like():
    text = "Lo dice en AB-123456, y 12345678 no es nada."

    assert kinds_and_words(text, policy="AA-999999") == [(Kind.POLICY, "AB-123456")]
    assert kinds_and_words("La póliza 12345678", policy="") == []
    assert kinds_and_words("POL(1)9", policy="POL(9)*") == []


@given(st.integers(0, 99_999_999))
def test_every_document_is_known_by_its_letter_and_by_no_other(number):
    right = LETTERS[number % 23]
    text = f"Vino con {number:08}{right} en la mano"

    assert find(text) == [Found(9, 18, Kind.DOCUMENT)]
    for wrong in set(LETTERS) - {right}:
        assert find(f"Vino con {number:08}{wrong}") == []


@given(st.integers(0, 10**20 - 1))
def test_every_spanish_account_is_known(number):
    code = f"{number:020}"
    check = 98 - int(code + "142800") % 97
    text = f"En ES{check:02}{code}."

    assert [one.kind for one in find(text)] == [Kind.ACCOUNT]


@given(st.text(alphabet="0123456789 .-+@/()[]abXZ€\n", max_size=80))
def test_whatever_is_written_places_are_real_and_apart(text):
    found = find(text)

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len(covered(text, found)) == len(text)


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "6 ", "a@", "a.", "+34 ", "ES91 ", "](/", "12.345.678", "póliza "]
)
def test_the_longest_text_takes_no_time(piece):
    begun = time.perf_counter()
    find((piece * 100_000)[:100_000])
    assert time.perf_counter() - begun < 1
