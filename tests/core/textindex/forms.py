"""The declared tables: forty pairs of forms of one word in each language, of the words this house
uses, and twenty pairs of words that only look alike. Their score is what we say about stems.
"""

FORMS = {
    "es": """
        reclamación reclamaciones | reclamar reclamaron | llamar llamaron | llamada llamadas
        llamamos llamando | cliente clientes | póliza pólizas | reembolso reembolsos
        reembolsar reembolsaron | cita citas | médico médicos | médica médicas
        enfermera enfermeras | hospital hospitales | urgencia urgencias | receta recetas
        autorización autorizaciones | autorizar autorizado | volante volantes | prueba pruebas
        atención atenciones | atender atendieron | esperar esperando | espera esperas
        queja quejas | opinión opiniones | encuesta encuestas | mejorar mejoramos
        mejora mejoras | cancelar cancelaron | cancelación cancelaciones | baja bajas
        carta cartas | oficina oficinas | gestor gestores | gestión gestiones
        teléfono teléfonos | explicar explicaron | escuchar escuchado | agradecer agradecieron
    """,
    "eu": """
        erreklamazio erreklamazioak | deitu deitzen | dei deiak | bezero bezeroentzat
        bezero bezeroarekin | bezero bezeroek | poliza polizak | poliza polizaren
        hitzordu hitzorduak | hitzordu hitzorduan | mediku medikuak | mediku medikuarengana
        erizain erizainak | ospitale ospitalean | ospitale ospitaletik | larrialdi larrialdiak
        larrialdi larrialdietan | errezeta errezetak | baimen baimenak | proba probak
        arreta arretaren | itxaron itxaroten | itxaronaldi itxaronaldiak | kexa kexak
        kexa kexarik | iritzi iritziak | inkesta inkestetan | hobetu hobetzen
        hobekuntza hobekuntzak | ezeztatu ezeztatzen | gutun gutunak | bulego bulegoetan
        bulego bulegora | kudeatzaile kudeatzaileak | telefono telefonoz | azaldu azaltzen
        entzun entzuten | eskertu eskertzen | familia familiekin | erantzun erantzunak
    """,
    "en": """
        complaint complaints | complain complained | call called | calling calls
        customer customers | policy policies | refund refunds | refunded refunding
        appointment appointments | doctor doctors | nurse nurses | hospital hospitals
        emergency emergencies | prescription prescriptions | prescribe prescribed
        authorise authorised | authorisation authorisations | test tests | wait waiting
        waited waits | answer answers | answered answering | survey surveys
        improve improved | improving improves | improvement improvements | cancel cancelled
        cancellation cancellations | letter letters | office offices | adviser advisers
        phone phoned | explain explained | explaining explains | listen listened
        thank thanked | family families | clinic clinics | apologise apologised | reply replies
    """,
    "pt": """
        reclamação reclamações | reclamar reclamaram | chamar chamaram | chamada chamadas
        cliente clientes | apólice apólices | reembolso reembolsos | reembolsar reembolsaram
        consulta consultas | médico médicos | médica médicas | enfermeira enfermeiras
        hospital hospitais | urgência urgências | receita receitas | autorização autorizações
        autorizar autorizaram | exame exames | atenção atenções | atender atenderam
        esperar esperando | espera esperas | queixa queixas | opinião opiniões
        inquérito inquéritos | melhorar melhoraram | melhoria melhorias | cancelar cancelaram
        carta cartas | balcão balcões | gestor gestores | gestão gestões
        telefone telefones | explicar explicaram | escutar escutaram | agradecer agradeceram
        família famílias | informação informações | seguro seguros | resposta respostas
    """,
}

FALSE_FRIENDS = {
    "es": """
        póliza policía | carta cargo | médico medida | llave llamada | cita ciudad
        opinión opositor | mejor mejilla | receta recibo | volante volumen | prueba pruna
        queja queso | oficina oficio | gestor gesto | baja bajo | cuenta cuento | caso casa
        espera esfera | seguro seguir | hospital hostal | urgencia urna
    """,
    "eu": """
        bezero bezala | etxe etsai | mediku medio | arazo araudi | gutun guzti | kexa keinu
        hitz hiru | osasun osaba | bulego bular | telefono telebista | klinika klima
        aukera aurre | erantzun eraman | zerbitzu zerbait | familia fama | pertsona persiar
        inkesta ingeles | ospitale ospetsu | poliza polita | errezeta erreka
    """,
    "en": """
        call cell | policy police | letter later | office offer | agent agency | listen list
        answer another | customer custom | refund fund | nurse nurture | doctor doctrine
        test testament | wait waist | survey survive | phone phony | clinic cling
        family familiar | reply replica | claim climb | thank tank
    """,
    "pt": """
        carta cargo | cliente clima | espera esporte | ideia idade | caso casa | chamada chama
        apólice apelo | médico medida | receita recibo | exame exato | queixa queijo
        opinião opositor | balcão balde | gestor gesto | seguro seguir | hospital hostil
        família fama | resposta respeito | urgência urna | consulta consumo
    """,
}
