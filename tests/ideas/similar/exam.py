"""The exam for similar ideas: what people type who mean an idea that is already there.

Written before any search was, by asking how somebody else would say it, in a hurry; a colleague
would say "that is this idea" of every pair. The search is made to pass the exam, never the exam
to suit the search: a pair that is not found stays.
"""

from typing import NamedTuple

from tests.ideas.similar.board import IDEAS, Idea

__all__ = ["IDEAS", "PARAPHRASES", "Idea", "Paraphrase"]


class Paraphrase(NamedTuple):
    typed: str  # as the title of a new idea, perhaps with a few words of its problem
    meant: str  # the title of the one idea
    misspelt: str = ""  # the words whose letters are wrong; missing accents are not worth a word


PARAPHRASES = [
    # leaving, and being kept
    Paraphrase(
        "retener a los que llaman al call center para marcharse",
        "Ofrecer alternativas en el call center a quien pide la baja",
    ),
    Paraphrase(
        "hacer una contraoferta cuando yaman para cancelar la poliza",
        "Ofrecer alternativas en el call center a quien pide la baja",
        "yaman",
    ),
    Paraphrase(
        "poder confirmar en un formulario que te das de vaja",
        "Confirmar la baja con un formulario",
        "vaja",
    ),
    Paraphrase(
        "anular el seguro por escrito es un lío, que baste con una plantilla en la web",
        "Confirmar la baja con un formulario",
    ),
    Paraphrase(
        "recordarle al cliente que canceló que le queda poco para estar sin seguro",
        "Recordar al cliente que se acerca la fecha de su baja",
    ),
    Paraphrase(
        "que no les pille por sorpresa el ultimo dia de poliza a los que se estan llendo",
        "Recordar al cliente que se acerca la fecha de su baja",
        "llendo",
    ),
    Paraphrase(
        "Reintegro de la prima a los herederos de un difunto",
        "Devolver la prima no disfrutada cuando fallece un asegurado",
    ),
    Paraphrase(
        "si se muere un cliente no seguir covrando a la viuda",
        "Devolver la prima no disfrutada cuando fallece un asegurado",
        "covrando",
    ),
    Paraphrase("averiguar el motibo de las bajas", "Preguntar por qué se van", "motibo"),
    Paraphrase(
        "cuestionario de salida para saber qué les ha hecho cancelar la póliza",
        "Preguntar por qué se van",
    ),
    Paraphrase(
        "consentimiento para contactar con ex clientes en el futuro",
        "Pedir permiso para volver a contactar con quien se marcha",
    ),
    Paraphrase(
        "no molestar a los que se han ido si no kieren saber nada de nosotros",
        "Pedir permiso para volver a contactar con quien se marcha",
        "kieren",
    ),
    Paraphrase(
        "un adios bonito a los que cancelan, con unas lineas de agradecimeinto",
        "Carta de despedida",
        "agradecimeinto",
    ),
    Paraphrase("escribir unas palabras amables a quien nos deja", "Carta de despedida"),
    Paraphrase(
        "qué responde el chatbot a los que piden la baja", "Que el chatbot entienda «me quiero ir»"
    ),
    Paraphrase(
        "que el vot conteste algo util cuando escriben cancelar mi seguro",
        "Que el chatbot entienda «me quiero ir»",
        "vot",
    ),
    Paraphrase(
        "mantener los años que llebaba al que regrese",
        "Mantener la antigüedad si se vuelve antes de seis meses",
        "llebaba",
    ),
    # asking, and being told
    Paraphrase(
        "todas las gestiones online en una sola bentana",
        "Un único sitio online para pedir cualquier gestión",
        "bentana",
    ),
    Paraphrase(
        "acuse de recibo automático de cada solicitud", "Avisar de que la solicitud ha llegado"
    ),
    Paraphrase(
        "mandar un mensage diciendo hemos resivido su peticion",
        "Avisar de que la solicitud ha llegado",
        "mensage resivido",
    ),
    Paraphrase(
        "avisar al cliente de que lo suyo ya está resuelto",
        "Avisar de que la gestión está terminada",
    ),
    Paraphrase(
        "notificar el final de un tramite, que no tengan que preguntar como ba",
        "Avisar de que la gestión está terminada",
        "ba",
    ),
    # money
    Paraphrase(
        "no cortar el servicio de golpe al que debe un recibo",
        "Avisar antes de cortar el servicio por impago",
    ),
    Paraphrase(
        "hablar con los morosos antes de suspenderles la asistensia medica",
        "Avisar antes de cortar el servicio por impago",
        "asistensia",
    ),
    Paraphrase("pagar la deuda a plasos", "Fraccionar la deuda de recibos devueltos", "plasos"),
    Paraphrase("explicar por qué se encarece la prima", "Explicar la subida anual de la prima"),
    # at the clinic, on the telephone, at home
    Paraphrase(
        "saver cuantos tengo delante en la sala de espera",
        "Decir cuánto queda en la sala de espera",
        "saver",
    ),
    Paraphrase("cambiar la ora del medico por internet", "Cambiar la cita desde el móvil", "ora"),
    Paraphrase(
        "que no se enteren los demás de lo que cuento en recepción",
        "Intimidad al dar los datos en recepción",
    ),
    Paraphrase(
        "flehcas y carteles, la jente se pierde por los pasillos",
        "Señalización clara en la clínica",
        "flehcas jente",
    ),
    Paraphrase("entrar a la app sin clave, con el dedo", "Acceder a la app con la huella"),
    Paraphrase(
        "Menú con demasiadas opciones al llamar: pulse 1, pulse 2…", "Menú telefónico más corto"
    ),
    Paraphrase(
        "repetir lo mismo a distintos operadores es un orror",
        "No repetir el caso a cada agente",
        "orror",
    ),
    Paraphrase(
        "juegos y dibujos en hurgencias de niños",
        "Rincón de juegos en urgencias pediátricas",
        "hurgencias",
    ),
    Paraphrase(
        "presupuesto cerrado antes de hacerse un enpaste",
        "Presupuesto dental cerrado",
        "enpaste",
    ),
    Paraphrase(
        "Renovar las medicinas de siempre sin tener que ir al doctor",
        "Renovar la receta de los crónicos sin consulta",
    ),
    # Basque
    Paraphrase(
        "mostradorean lehenengo hitza euskeraz egitea", "Harreran euskaraz agurtzea", "euskeraz"
    ),
    Paraphrase("fisioko ariketak grabatuta, etxean ikusteko", "Errehabilitazioko ariketak bideoan"),
    Paraphrase(
        "etxeko gaixoa artatzen duenari norbaitek dudak argitsea deituz gero",
        "Zaintzaileentzako laguntza-telefonoa",
        "argitsea",
    ),
    Paraphrase(
        "poliza ulertzeko moduan idaztea, denok jakin dezagun zer sinatzen dugun",
        "Aseguruaren baldintzak hizkera errazean",
    ),
    Paraphrase(
        "ospitaleko bisitak iluntzean ere, lanetik datozenentsat",
        "Ospitaleko bisita-ordutegi malguagoa",
        "datozenentsat",
    ),
    Paraphrase(
        "kontsulta osteko dudak nori gadletu",
        "Kontsulta ondoren galderak egiteko aukera",
        "gadletu",
    ),
    # English
    Paraphrase(
        "cover letter for the consulate, proof of insurence",
        "Travel cover letter for visas",
        "insurence",
    ),
    Paraphrase("say beforehand how much it will cost me", "Show the price before the treatment"),
    Paraphrase(
        "call the customers who pay every month and hardly ever come",
        "Follow up with people who never use their cover",
    ),
    Paraphrase(
        "test results nobody can undrestand", "Explain test results in plain words", "undrestand"
    ),
    # Portuguese
    Paraphrase("aprendermos a calçar os sapatos de quem nos liga", "Formar os colegas em empatia"),
    Paraphrase(
        "avizar os pais quando falta uma vacina ao filho",
        "Lembrar as vacinas das crianças",
        "avizar",
    ),
    Paraphrase(
        "poder mudar a data da cobrança no banco", "Escolher o dia em que se paga a mensalidade"
    ),
    Paraphrase(
        "exames ao sábado para quem trabalha a semana inteira", "Marcar exames ao fim de semana"
    ),
]
