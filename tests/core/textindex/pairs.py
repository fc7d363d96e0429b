"""Forms of one word that a search should join, and words that only look alike.

The score on these lists is what we say about stemming, instead of a promise.
"""

JOINED = {
    "es": """
        canción canciones | cancion canciones | mejorar mejoraron | mejora mejoras
        mejorando mejorar | cliente clientes | clienta clientas | médico médicos
        medico médicas | reunión reuniones | reunion reunión | atención atenciones
        llamada llamadas | llamar llamaron | llamamos llamar | espera esperas
        esperar esperando | queja quejas | baja bajas | cancelación cancelaciones
        cancelar cancelaron | cancelado cancelar | encuesta encuestas | cita citas
        teléfono teléfonos | recepción recepciones | urgencia urgencias | oficina oficinas
        digital digitales | opinión opiniones | carta cartas | póliza polizas
        gestor gestores | familiar familiares | idea ideas | escuchar escuchamos
        agradecer agradecimos | proponer proponemos | embajador embajadoras | hospital hospitales
    """,
    "eu": """
        bilera bilerak | bilera bileran | bilera bilerara | bilera bileretan
        bilera bilerarekin | bilera bilerako | bileren bilera | etxe etxea
        etxe etxean | etxe etxetik | etxe etxera | etxe etxeko | etxea etxeetan
        lan lana | lan lanean | lan lanetik | lan lanera | lanaren lan
        bezero bezeroa | bezero bezeroak | bezero bezeroei | bezero bezeroekin
        bezero bezeroaren | bezeroarentzat bezeroa | bezero bezerorik | bezeroek bezeroa
        mediku medikua | mediku medikuari | mediku medikuarekin | medikuen medikua
        medikurik mediku | klinika klinikan | klinika klinikatik | klinika klinikara
        klinika klinikak | klinikako klinika | osasun osasuna | osasun osasunaren
        inkesta inkestak | inkesta inkestan | inkesta inkesten | ideia ideiak
        ideia ideien | ideia ideiarekin | telefono telefonoz | telefono telefonoa
        telefonoaren telefono | erantzun erantzuna | erantzun erantzunak | arazo arazoak
        arazo arazorik | arazo arazoen | hitz hitzak | hitz hitzez | hitz hitzekin
        kexa kexak | kexa kexarik | aukera aukerak | aukera aukeren | galdera galderak
        galdera galderei | kultura kulturak | kulturaren kultura | paper paperak
        paper paperean | zerbitzu zerbitzua | zerbitzu zerbitzuak | zerbitzuetan zerbitzu
        bulego bulegoan | bulego bulegotik | bulego bulegora | bulego bulegoetan
        hobetu hobetzen | hobetu hobetuko | deitu deitzen | entzun entzuten
        pertsona pertsonak | pertsona pertsonei | pertsonekin pertsona | gutun gutuna
        gutun gutunak | itxaron itxaroten | urte urteak | urte urtean | urte urtetik
        herri herriak | herri herrian | herri herriko | Bilbo Bilbon | Bilbo Bilbotik
        Donostia Donostian | Gasteiz Gasteizen | enbaxadore enbaxadoreak | eskerrak eskerrik
        familia familiak | familia familiarekin | ospitale ospitalea | ospitale ospitaletik
    """,
    "en": """
        customer customers | meeting meetings | improve improved | improving improves
        call calls | called calling | complaint complaints | idea ideas
        cancel cancelled | cancellation cancellations | survey surveys | clinic clinics
        waiting waited | answer answered | letter letters | policy policies
        family families | listen listening | propose proposed | office offices
        thank thanks | happy happier | agent agents | phone phones
    """,
    "pt": """
        reunião reuniões | reuniao reuniões | cliente clientes | atenção atenções
        atencao atenções | melhorar melhoraram | melhoria melhorias | médico médicos
        médica medicas | chamada chamadas | chamar chamaram | canção canções
        ideia ideias | inquérito inquéritos | queixa queixas | espera esperas
        cancelar cancelaram | carta cartas | telefone telefones | hospital hospitais
        opinião opiniões | digital digitais | escutar escutamos | família familias
    """,
}

# Written down after the Basque stemmer was finished, and not looked at while it was made.
UNSEEN_BASQUE = """
    ordu orduak | ordu orduan | ordu orduetan | egun egunak | egun egunean | egun eguneko
    eguna egunero | aste astean | hilabete hilabeteak | jende jendea | jende jendearekin
    seme semea | alaba alabak | alaba alabarekin | lagun laguna | lagun lagunekin
    lagundu laguntzen | lagundu laguntza | mezu mezuak | mezu mezuan | kontratu kontratua
    kontratu kontratuaren | baja bajak | baja bajan | erizain erizaina | erizain erizainak
    gaixo gaixoa | gaixo gaixoen | ospitaleratu ospitaleratze | hitzordu hitzordua
    hitzordu hitzorduak | webgune webgunean | aplikazio aplikazioa | aplikazio aplikazioan
    arreta arretaren | arreta arretarekin | esperientzia esperientziak
    esperientzia esperientziaren | talde taldea | talde taldeko | talde taldearentzat
    hobekuntza hobekuntzak | irribarre irribarrea | izen izena | izen izenez | leku lekuan
    leku lekutik | Ordizia Ordizian | Vitoria Vitoriara | zuzendari zuzendariak
    zuzendari zuzendariarekin | langile langileak | langile langileei | agur agurra
    eskatu eskatzen | eskaera eskaerak | erabili erabiltzen | ikusi ikusten | iritzi iritziak
"""

UNSEEN_BASQUE_APART = """
    bilera bila | galdera galdu | sarrera sarri | irteera irten | eskola esku | haur hau
    aste astun | esku eskuin | gela geldi | denbora denda | auzo auzi | euskara eusko
    mahai maha | lege legar | kale kalte | hiri hirugarren | zahar zahi | berri bero
    ekintza ekarri | egoera egon | datu data | kontu konta | gaixo gaitz | behar beheko
    etorri eten | hasiera hasi | aldaketa alde | arreta arrain | agiri agur | eskaera eskari
    ordain ordu | txartel txar | sendagile sendo | gorputz gorri | bihotz bihar
    buru burdin | hanka hande | begi behi | lagun lagin | urgentzia urgel
"""

# Other words: who looks for one should not be shown the other.
APART = {
    "es": """
        caso casa | baja bajo | carta cargo | médico medida | llave llamada | cita ciudad
        opinión opositor | mejor mejilla | póliza policía | cuenta cuento
    """,
    "eu": """
        bezero bezala | etxe etsai | lan laster | mediku medio | herri hezur | arazo araudi
        gutun guzti | urte urrun | kexa keinu | hitz hiru | osasun osaba | bulego bular
        telefono telebista | klinika klima | kultura kutxa | paper papagai | aukera aurre
        erantzun eraman | zerbitzu zerbait | familia fama | pertsona persiar | galdera galtza
        inkesta ingeles | ospitale ospetsu | ideia idazki
    """,
    "en": """
        call cell | policy police | customer custom | letter later | office offer | agent agency
        listen list | answer another
    """,
    "pt": """
        carta cargo | caso casa | cliente clima | chamada chama | espera esporte | ideia idade
    """,
}


def pairs(table):
    """The pairs of a table: two words each, parted by a bar or the end of a line."""
    return [tuple(pair.split()) for pair in table.replace("\n", "|").split("|") if pair.strip()]
