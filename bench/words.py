"""What the planted people are called and what they say: believable Spanish, endlessly varied.

Nothing here is random in the sense of different each time: the same number says the same thing.
"""

# ruff: noqa: E501 (sentences are easier to read whole)

import random
from functools import cache

NAMES = [
    "Ainhoa",
    "Aitor",
    "Alba",
    "Amaia",
    "Ana",
    "Andoni",
    "Ane",
    "Arantxa",
    "Asier",
    "Begoña",
    "Beñat",
    "Carlos",
    "Carmen",
    "Clara",
    "Daniel",
    "Elena",
    "Eneko",
    "Garazi",
    "Gorka",
    "Idoia",
    "Iker",
    "Irati",
    "Itziar",
    "Javier",
    "Jon",
    "Jorge",
    "Josu",
    "Julen",
    "Koldo",
    "Laura",
    "Leire",
    "Lucía",
    "Luis",
    "Maider",
    "Maite",
    "Marta",
    "Mikel",
    "Miren",
    "Naiara",
    "Nerea",
    "Nora",
    "Oihane",
    "Olatz",
    "Pablo",
    "Patxi",
    "Pilar",
    "Rosa",
    "Sara",
    "Sergio",
    "Unai",
    "Uxue",
    "Xabier",
    "Yolanda",
]
SURNAMES = [
    "Aguirre",
    "Agirre",
    "Alonso",
    "Arana",
    "Arregi",
    "Azkue",
    "Barrena",
    "Bilbao",
    "Castro",
    "Díaz",
    "Echeverría",
    "Elorza",
    "Etxeberria",
    "Fernández",
    "Gabilondo",
    "Garay",
    "García",
    "Gómez",
    "Goñi",
    "Guerra",
    "Ibarra",
    "Iglesias",
    "Iriarte",
    "Larrañaga",
    "López",
    "Lasa",
    "Martín",
    "Mendizábal",
    "Montes",
    "Moreno",
    "Muñoz",
    "Navarro",
    "Olano",
    "Ortega",
    "Otegi",
    "Pérez",
    "Prieto",
    "Ramos",
    "Romero",
    "Ruiz",
    "Sáez",
    "Salaberria",
    "Sánchez",
    "Santos",
    "Soto",
    "Ugarte",
    "Urrutia",
    "Vega",
    "Vidal",
    "Zabala",
    "Zubia",
]
JOBS = """Asesora de atención al cliente|Gestor de reembolsos|Enfermera coordinadora|Analista de datos
Técnico de autorizaciones|Responsable de oficina|Médica de urgencias|Agente comercial
Administrativa de recepción|Coordinador de citas""".replace("\n", "|").split("|")

WHO = """Una clienta de Gasteiz|Un padre con dos hijos|La señora que llama cada lunes|Un autónomo recién llegado
Una pareja que espera su primer hijo|Un cliente de toda la vida|Una mutualista jubilada|El hijo de una paciente
Una empresa pequeña de Eibar|Un estudiante que cambia de ciudad""".replace("\n", "|").split("|")
DID = """nos contó que tardó tres llamadas en conseguir su cita|agradeció que le devolviéramos la llamada el mismo día
no entendió la carta sobre el copago|pidió que alguien le explicara el volante sin prisas
encontró la aplicación más clara que hace un año|esperó cuarenta minutos en recepción
recibió el reembolso antes de lo prometido|se perdió entre dos edificios del hospital
quiso hablar con la misma persona de la última vez|echó de menos un aviso antes de la prueba""".replace(
    "\n", "|"
).split("|")
THEN = """Lo hablamos con el equipo y cambiamos el primer párrafo de la carta.|Desde entonces llamamos nosotros la víspera.
Ahora hay un cartel en la entrada y una persona que acompaña.|Todavía no sabemos cómo resolverlo, pero ya lo medimos.
La solución costó una tarde y nadie la había pedido antes.|Lo probaremos un mes en dos oficinas y contaremos el resultado.
Aprendimos a preguntar antes de explicar.|Quien la atendió apuntó su nombre y volvió a escribirle.
Con un recordatorio sencillo, las ausencias bajaron a la mitad.|Merece la pena contarlo a las demás oficinas.""".replace(
    "\n", "|"
).split("|")
TITLES = """Lo que aprendimos de una llamada|La carta que nadie entendía|Diez minutos en recepción|Volver a llamar
El volante que llegó tarde|Una cita a la primera|Escuchar antes de explicar|Cuando el reembolso se adelanta
La sala de espera, vista desde la silla|Un aviso la víspera""".replace("\n", "|").split("|")
PLACES = [
    "Bilbao",
    "Donostia",
    "Gasteiz",
    "Iruña",
    "Eibar",
    "Durango",
    "Barakaldo",
    "Irun",
    "Tolosa",
    "Getxo",
]
SAID = """Nos pasó lo mismo en {place}, y llamar la víspera fue lo que más ayudó.|¡Qué buena idea! ¿Podemos probarla en {place}?
Gracias por contarlo con tanta claridad.|En {place} lo medimos durante un mes: las quejas bajaron un tercio.
¿Quién lo llevaría en {place}? Me apunto.|Yo añadiría una hoja con letra grande para las personas mayores.
Coincido, aunque en {place} el problema empieza antes, en la centralita.|Lo comparto con mi equipo de {place} esta misma tarde.""".replace(
    "\n", "|"
).split("|")
TAGS = [
    "esperas",
    "citas",
    "reembolsos",
    "teléfono",
    "cartas",
    "recepción",
    "digital",
    "urgencias",
    "mayores",
    "familias",
    "empresas",
    "accesibilidad",
]


def name(number: int) -> str:
    """One of some 130,000 names."""
    luck = random.Random(number)
    return f"{luck.choice(NAMES)} {luck.choice(SURNAMES)} {luck.choice(SURNAMES)}"


def job(number: int) -> str:
    return JOBS[number % len(JOBS)]


def title(number: int) -> str:
    return f"{TITLES[number % len(TITLES)]} ({PLACES[number // 10 % len(PLACES)]}, {number})"


def paragraphs(number: int) -> list[str]:
    """Three or four paragraphs of two or three sentences."""
    luck = random.Random(number)
    return [
        " ".join(
            f"{luck.choice(WHO)} {luck.choice(DID)}. {luck.choice(THEN)}"
            for _ in range(luck.randint(1, 2))
        )
        for _ in range(luck.randint(3, 4))
    ]


@cache
def remarks() -> list[str]:
    """Everything a comment may say: few enough to be made ready once."""
    return sorted({one.format(place=place) for one in SAID for place in PLACES})
