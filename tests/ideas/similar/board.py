"""The idea board of the exam: what employees of a health insurer propose, in four languages.

A title, and under it the problem in one sentence. Many are neighbours on purpose (waiting rooms,
calls back, letters): whoever means one must not be handed the other.
"""

from typing import NamedTuple


class Idea(NamedTuple):
    title: str
    problem: str
    language: str


SPANISH = """
Ofrecer alternativas en el call center a quien pide la baja
    Cuando alguien llama para irse se tramita sin más: nadie mira si otra modalidad le convendría.
Un único sitio online para pedir cualquier gestión
    Cada trámite tiene su formulario escondido en una página distinta y la gente acaba llamando.
Confirmar la baja con un formulario
    Quien se va tiene que mandar una carta firmada; bastaría con que rellenara cuatro datos.
Recordar al cliente que se acerca la fecha de su baja
    La pidió hace meses, llega el día y se entera cuando ya no le atienden en la consulta.
Devolver la prima no disfrutada cuando fallece un asegurado
    La familia sigue viendo recibos y tiene que reclamar lo pagado de más en pleno duelo.
Preguntar por qué se van
    Tramitamos la salida sin anotar la razón y luego no sabemos qué arreglar.
Pedir permiso para volver a contactar con quien se marcha
    Más de la mitad no quiere que le escribamos después y no guardamos lo que nos dijo.
Carta de despedida
    Lo último que recibe un cliente de muchos años es un escrito administrativo sin cariño.
Que el chatbot entienda «me quiero ir»
    El asistente de la web contesta con la lista de centros a quien escribe que nos deja.
Avisar de que la solicitud ha llegado
    El cliente nos manda algo, no sabe si alguien lo tiene y llama para asegurarse.
Avisar de que la gestión está terminada
    Resolvemos lo que pidió y no se lo contamos: sigue esperando noticias nuestras.
Avisar antes de cortar el servicio por impago
    Un cargo rechazado por el banco deja sin médico a familias que ni sabían que debían algo.
Fraccionar la deuda de recibos devueltos
    Quien no puede abonar de una vez tres meses pendientes prefiere irse.
Recuperar a antiguos clientes al año de su marcha
    Muchos volverían si alguien se acordara de ellos, pero nadie les llama.
Mantener la antigüedad si se vuelve antes de seis meses
    Quien regresa empieza de cero, con carencias, aunque estuviera veinte años con nosotros.
Explicar las carencias antes de firmar
    Mucha gente descubre en el parto o en la cirugía que todavía no tiene derecho.
Cambiar de modalidad sin contratar de nuevo
    Para pasar a un producto más barato hay que anular y volver a rellenar el cuestionario de salud.
Pausar el seguro durante una estancia en el extranjero
    Estudiantes y desplazados pagan un año entero sin poder usar nada.
Sacar a un solo miembro de la póliza familiar
    Si un hijo se independiza hay que rehacer el contrato de todos.
Alta del recién nacido desde el hospital
    Los padres tienen que venir a la oficina con los papeles en los primeros días del bebé.
Explicar la subida anual de la prima
    La renovación trae un importe nuevo y ninguna razón.
Llamada de bienvenida al mes de entrar
    Contratan y no vuelven a saber de nosotros hasta que llega el primer problema.
Premiar a quien lleva muchos años con nosotros
    Las ofertas son siempre para los nuevos y los fieles se sienten tontos.
Certificado para la declaración de la renta en un clic
    Cada primavera miles de personas llaman para pedir el mismo documento de Hacienda.
Facturas de autónomos descargables
    Quien trabaja por su cuenta las necesita cada trimestre y se las enviamos a mano.
Decir cuánto queda en la sala de espera
    No se sabe si faltan dos personas o diez, y nadie se atreve a ir al baño.
Llamar al paciente por un número y no por su apellido
    En la sala de espera todo el mundo se entera de quién entra en psiquiatría.
Enchufes y agua en la sala de espera
    Quien acompaña pasa dos horas sin poder cargar el teléfono ni beber.
Cambiar la cita desde el móvil
    Para pasarla de martes a jueves hay que telefonear en horario de oficina.
Recordatorio de cita por SMS
    Uno de cada diez no se presenta porque se le olvidó.
Lista de espera para huecos que quedan libres
    Si alguien anula esa misma mañana la consulta se queda vacía y otros aguardan semanas.
Citas a última hora de la tarde
    Quien trabaja hasta las siete tiene que pedir permiso en la empresa para venir.
Agrupar varias pruebas en la misma mañana
    Una persona viene tres días seguidos por tres cosas que caben en uno.
Pedir especialista sin pasar por medicina general
    Para una revisión de la vista hacen falta dos visitas.
Avisar si la consulta lleva retraso
    El médico va una hora tarde y el paciente lo descubre cuando ya ha llegado.
Saludar y presentarse en recepción
    Muchos comentarios dicen que quien atiende no levanta la mirada del ordenador.
Chapa con el nombre bien visible
    El cliente no sabe con quién ha hablado y luego no puede agradecer ni reclamar.
Un segundo mostrador en hora punta
    A las nueve la cola llega hasta la calle y dentro hay una sola persona atendiendo.
Intimidad al dar los datos en recepción
    Se cuenta el motivo de la visita en voz alta, con otros cinco detrás escuchando.
Chaquetas azules en la entrada de todas las clínicas
    Donde hay una persona que recibe y acompaña, los nervios desaparecen.
Señalización clara en la clínica
    Los pacientes dan vueltas buscando radiología y llegan tarde.
Plano de la clínica junto con la cita
    Quien viene por primera vez no sabe por qué puerta entrar.
Aparcamiento gratis la primera hora
    El parking cuesta más que el copago y la gente discute en la barrera.
Plazas de coche reservadas para embarazadas
    En el último trimestre hay que andar desde la otra punta del garaje.
Aparcabicis a la puerta de las oficinas
    Quien viene pedaleando la ata a una farola.
Acceder a la app con la huella
    Cada vez hay que teclear una contraseña de doce signos y muchos desisten.
Recuperar la contraseña sin llamar
    Si se olvida la clave, el único remedio es el teléfono.
Letra más grande en la app
    Con la vista cansada no se leen los botones.
Tarjeta sanitaria en el móvil
    Se deja en casa y en el centro concertado no aceptan otra cosa.
Resultados de los análisis en la app
    Hay que volver al centro solo a por un papel que ya está en el ordenador.
Ver las radiografías desde casa
    Damos un CD y ya nadie tiene dónde meterlo.
Acceso de los padres a la cuenta de sus hijos
    Para ver el informe del pequeño hay que crearle un correo.
Chat con el médico para dudas pequeñas
    Por una pregunta de un minuto se ocupa una consulta entera.
Videoconsulta sin instalar nada
    La mitad no consigue poner en marcha el programa y pierde su hora.
Reembolso de facturas con una foto
    Hay que enviar los originales por correo certificado y esperar.
Decir en qué punto está el reembolso
    Pasan las semanas y no se sabe si falta un papel o si ya se ha abonado.
Autorizar las pruebas al momento
    El volante espera tres días un sello que se concede siempre.
Dejar de mandar cartas en papel
    Gastamos en sellos y muchas vuelven por dirección desconocida.
Escribir las cartas en lenguaje claro
    Citamos artículos de la ley y nadie sabe si tiene que hacer algo.
Cuadro médico impreso para quien lo pida
    Hay clientes sin internet que no encuentran a su dermatólogo.
Revisar dirección y teléfono en cada visita
    Los datos están viejos y los mensajes van a quien no toca.
Elegir el menú durante el ingreso
    La bandeja vuelve llena porque a todos se les sirve lo mismo.
Sillón cama para quien acompaña por la noche
    Las familias duermen en una silla de plástico.
Menos ruido en planta de madrugada
    Los carros y las conversaciones del pasillo despiertan a los enfermos.
Wifi en las habitaciones
    Quien pasa una semana en el hospital no puede hablar con los suyos por vídeo.
Entregar por escrito las instrucciones del alta hospitalaria
    Vuelven a casa sin saber qué pastillas tomar ni cuándo quitar los puntos.
Llamar a casa dos días después de una operación
    Las dudas sobre la herida acaban en urgencias.
Informar a la familia durante la cirugía
    Esperan cuatro horas en un pasillo sin que salga nadie.
Menú telefónico más corto
    Hay que escuchar siete posibilidades y teclear cuatro veces hasta hablar con una persona.
Devolver la llamada en vez de hacer esperar
    Diez minutos de música y al final se corta.
Cumplir cuando prometemos llamar más tarde
    En el estudio del cliente misterioso, de cada diez promesas se olvidan cuatro.
No repetir el caso a cada agente
    Si se corta o le pasan con otra sección, el cliente empieza su historia desde el principio.
Ayudar a los mayores con la app
    Se les manda a lo digital y nadie les enseña cómo.
Línea directa para mayores de 75 años
    La máquina que pide que digan su consulta no les comprende.
Rincón de juegos en urgencias pediátricas
    Los críos esperan entre adultos enfermos y sin nada con que entretenerse.
Explicar el orden de atención en urgencias
    Se enfadan al ver que pasa antes alguien que ha llegado después.
Tiempo de espera de urgencias en la web
    Se podría ir al centro menos lleno si se supiera de antemano.
Teléfono de pediatría por la noche
    Con fiebre a las tres de la mañana los padres salen corriendo sin necesidad.
Presupuesto dental cerrado
    Se empieza por una caries y la cuenta crece en cada visita.
Recordar la limpieza de boca anual
    Está incluida y casi nadie la usa.
Receta electrónica válida en cualquier farmacia
    Hay boticas que no la leen y el cliente tiene que volver a por un papel.
Renovar la receta de los crónicos sin consulta
    Cada mes hay que pedir hora para la misma pastilla de la tensión.
Llevar los medicamentos a domicilio
    Quien no puede salir de casa depende de un vecino.
Contar qué ha cambiado gracias a las encuestas
    La gente responde y nunca sabe si ha servido de algo.
Pedir perdón cuando nos equivocamos
    Se corrige el fallo y nadie dice que lo siente.
"""

BASQUE = """
Harreran euskaraz agurtzea
    Lehen hitza gaztelaniaz egiten diogu bezeroari, euskalduna izan arren.
Euskaraz artatzen duten medikuen zerrenda
    Ez dago jakiterik zein espezialistak dakien hizkuntza, eta familiek galdetzen ibili behar dute.
Gutunak bi hizkuntzetan bidaltzea
    Euskara aukeratu arren, idatziak gaztelania hutsean iristen dira etxera.
Hitzorduak autobusaren ordutegira egokitzea
    Herri txikietatik datozenek ordubete itxaron behar izaten dute hurrengo autobusa arte.
Umeei odola ateratzeko txoko lasaia
    Haurrak negarrez sartzen dira, eta gelan ez dago lasaitzen dituen ezer.
Zaintzaileentzako laguntza-telefonoa
    Etxean gaixo bat zaintzen duenak ez daki nori deitu zalantza bat duenean.
Langile berriei bezeroaren ahotsa entzunaraztea
    Hasi berri direnek ez dute inoiz dei bat bera ere entzun.
Kexei pertsona batek erantzutea, ez makina batek
    Haserre dagoenak erantzun automatikoa jasotzen du, izenik eta sinadurarik gabe.
Jaioberrien gurasoentzako gida
    Guraso berriek ez dakite zein azterketa egin behar zaizkion umeari lehen hilabeteetan.
Errehabilitazioko ariketak bideoan
    Etxera iritsi orduko ahaztu egiten zaie fisioterapeutak erakutsitakoa.
Aseguruaren baldintzak hizkera errazean
    Polizaren letra txikia ez du inork ulertzen, ezta guk geuk ere batzuetan.
Kontsulta ondoren galderak egiteko aukera
    Atetik irtendakoan sortzen dira zalantzak, eta orduan ez dago inor erantzuteko.
Ospitaleko bisita-ordutegi malguagoa
    Senideak lanetik irteten direnerako, amaituta egoten da sartzeko garaia.
Txanda-pantaila itxarongelan gorrentzat
    Entzumen-arazoak dituztenek ez dute beren izena entzuten deitzen dietenean.
Urte askoko bezeroei urteurrenean eskerrak ematea
    Hogei urte gurekin egin eta inork ez die ezer esaten.
"""

ENGLISH = """
Tell expats which doctors speak English
    People who have just moved here choose at random and cannot explain their symptoms.
Travel cover letter for visas
    Whoever goes abroad needs a document for the embassy and waits a week for it.
A quiet room for patients with autism
    Noise and bright lights make a simple check-up unbearable.
Let customers rate each call with one tap
    The survey comes three days later, when nobody remembers the conversation.
Show the price before the treatment
    Co-payments come as a surprise on the next bill.
Follow up with people who never use their cover
    Those who hardly see a doctor hear from us only when the premium goes up.
Vegetarian and halal meals on the ward
    Families bring food from home because nothing on the tray can be eaten.
One contact for families with a serious diagnosis
    After bad news they deal with six departments and start again each time.
Explain test results in plain words
    The document is full of Latin and abbreviations, so people search the web and worry.
Step-free entrance at the San Sebastián branch
    The ramp is at the back door and is locked after five.
"""

PORTUGUESE = """
Atendimento em português no centro de chamadas
    Quem veio de Portugal tem de explicar os sintomas numa língua que ainda não domina.
Explicar a apólice a quem acaba de chegar ao país
    Os recém-chegados assinam sem perceber o que está incluído.
Enviar o cartão de saúde no dia da adesão
    Demora três semanas e entretanto ninguém os atende nos centros convencionados.
Mensagem de parabéns no aniversário
    Só escrevemos aos clientes para cobrar ou para pedir papéis.
Lembrar as vacinas das crianças
    As famílias perdem a conta das doses e só reparam quando a escola pergunta.
Transporte para os tratamentos de hemodiálise
    Os doentes vão três vezes por semana e pagam o táxi do seu bolso.
Formar os colegas em empatia
    Nas chamadas difíceis respondemos com o regulamento, sem escutar o cliente.
Marcar exames ao fim de semana
    Muita gente adia porque teria de faltar ao trabalho.
Segunda opinião médica sem burocracia
    Pedem-se cinco documentos a quem acabou de receber uma má notícia.
Escolher o dia em que se paga a mensalidade
    Quem recebe o ordenado no dia 5 não tem saldo no dia 1.
"""


def _read(board: str, language: str) -> list[Idea]:
    lines = [line.strip() for line in board.strip().splitlines()]
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return [Idea(title, problem, language) for title, problem in pairs]


IDEAS = [
    *_read(SPANISH, "es"),
    *_read(BASQUE, "eu"),
    *_read(ENGLISH, "en"),
    *_read(PORTUGUESE, "pt"),
]
