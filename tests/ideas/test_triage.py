"""What people write under «¿Analizar?»."""

from typing import NamedTuple

import pytest

from app.ideas.models import Verdict
from app.ideas.triage import Answer, understood, verdict

pytestmark = pytest.mark.alone

ANALYSE = Verdict.ANALYSE


class Decided(NamedTuple):
    verdict: Verdict
    area: str | None
    target: int | None


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("SI\u0301 (2021)", Answer(ANALYSE, "", 2021)),
        ("SI\u0301 (Fidelizacio\u0301n)", Answer(ANALYSE, "Fidelización")),
        ("Sí.", Answer(ANALYSE)),
        ("No.", Answer(Verdict.DECLINED)),
        ("SI 2021", Answer(ANALYSE, "", 2021)),
        ("Sí, 2021.", Answer(ANALYSE, "", 2021)),
        ("En estudio (CXE)", Answer(ANALYSE, "CXE")),
        ("Hecho (2020)", Answer(Verdict.DONE)),
        ("Hecha (en la app)", Answer(Verdict.DONE, inside="en la app")),
        ("Ya en curso (2021)", Answer(Verdict.IN_PROGRESS)),
        ("No (coste)", Answer(Verdict.DECLINED, inside="coste")),
        *((f"SÍ ({one})", Answer(ANALYSE, "CXE", 2022)) for one in (
            "CXE, 2022", "CXE; 2022", "2022, CXE", "CXE 2022", "2022 CXE", " 2022 ;CXE ",
        )),
        ("SÍ (Siniestros, salud, 2022)", Answer(ANALYSE, "Siniestros, salud", 2022)),
        ("SÍ (CXE (Bilbao))", Answer(ANALYSE, "CXE (Bilbao)")),
        ("SÍ (CXE2022)", Answer(ANALYSE, "CXE2022")),
        ("SÍ (Plan 1850)", Answer(ANALYSE, "Plan 1850")),
        *((one, None) for one in ("SÍ CXE", "quizás", "quizás (2021)", "2021", "(2021)", ".",
                                  "Pendiente (CXE)", "SÍ (CXE")),
    ],
)  # fmt: skip
def test_an_answer_is_read_as_people_write_it(app, words, answer):
    assert understood(words) == answer


def test_what_stands_in_brackets_is_of_one_column():
    no = Answer(Verdict.DECLINED, inside="coste")
    assert (no.beside("reason"), no.beside("result"), no.beside("words")) == ("coste", "", "")


@pytest.mark.parametrize(
    "row",
    [
        Decided(ANALYSE, "Horizonte 2030", None),
        Decided(ANALYSE, "2030, Horizonte", None),
        Decided(ANALYSE, "Horizonte 2030", 2031),
        Decided(ANALYSE, "CXE", None),
        Decided(ANALYSE, None, 2022),
    ],
)
def test_what_goes_out_comes_in(app, row):
    assert understood(verdict(row)) == Answer(row.verdict, row.area or "", row.target)
