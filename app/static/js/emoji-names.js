// Emoji by their names: in the order of LANGUAGES, with commas between several. Loaded with the first ":".
export const LANGUAGES = ["es", "eu", "en", "pt"];
export const EMOJI = `
😀|sonrisa,contento|irribarre,pozik|grin,smile|sorriso,contente
😄|risa,alegría|barre,poza|laugh,joy|riso,alegria
😂|llorar de risa,carcajada|barrez lehertu|tears of joy,lol|chorar a rir,gargalhada
🙂|sonriente,amable|irribarretsu,atsegin|smiling,kind|sorridente,simpático
😉|guiño|keinu|wink|piscadela
😊|feliz,ruborizado|zoriontsu|happy,blush|feliz,corado
😍|enamorado,ojos de corazón|maitemindu|in love,heart eyes|apaixonado
🥰|cariño,amor|maitasun,bihotzak|adore,hearts face|carinho,amor
😘|beso,muxu|muxu,musu|kiss|beijo
😎|guay,gafas de sol|eguzkitako betaurrekoak,bikain|cool,sunglasses|fixe,óculos de sol
🤔|pensar,duda|pentsatu,zalantza|thinking,hmm|pensar,dúvida
🤗|abrazo|besarkada|hug|abraço
🤩|ilusión,estrellas en los ojos|liluratuta,izarrak|starry eyes,wow|deslumbrado,uau
😅|alivio,uf|lasaitu,uf|phew,relieved laugh|alívio,ufa
😌|calma,tranquilo|lasai|calm,relieved|calma,tranquilo
😮|sorpresa,asombro|harridura|surprised,wow face|surpresa
😢|triste,lágrima|triste,malko|sad,tear|triste,lágrima
😭|llorar,llanto|negar|crying,sob|chorar,pranto
😤|empeño,resoplar|tematuta|determined,huff|empenho,bufar
😡|enfado,rabia|haserre|angry|zangado,raiva
😴|dormir,sueño|lo|sleep|dormir,sono
🤒|enfermo,fiebre|gaixo,sukarra|ill,fever|doente,febre
🤕|herido,venda|zauritu|hurt,bandage|ferido
😷|mascarilla|maskara|mask|máscara
🥳|fiesta,celebrar|festa,ospatu|party,celebrate|festa,celebrar
🙃|al revés,ironía|buruz behera,ironia|upside down,irony|ao contrário,ironia
🙄|paciencia,ojos en blanco|begiak zuri|eye roll|revirar os olhos
😬|apuro,uy|estu,ai|grimace,awkward|aflito,ui
🥹|emoción,emocionado|hunkituta|moved,touched|comovido,emoção
🫶|corazón con las manos|bihotza eskuekin|heart hands|coração com as mãos
👍|me gusta,vale,bien|gustuko,ados,ondo|thumbs up,like,ok|gosto,boa,fixe
👎|no me gusta,mal|ez dut gustuko|thumbs down,dislike|não gosto,mau
👏|aplauso,bravo,gracias,enhorabuena|txalo,bravo,zorionak|applause,clap,bravo,congratulations|aplauso,palmas,bravo,parabéns
🙌|bien hecho,manos arriba,viva|eskuak gora,bejondeizula|raised hands,hooray|mãos no ar,viva
🙏|gracias,por favor,rezar|eskerrik asko,mesedez|thanks,please,pray|obrigado,obrigada,por favor
🤝|acuerdo,apretón de manos,trato|akordio,bostekoa|handshake,deal|acordo,aperto de mão
💪|fuerza,ánimo|indarra,aupa|strength,muscle|força,ânimo
👋|hola,saludo,adiós|kaixo,agur|hello,wave,bye|olá,adeus
✌️|victoria,paz|garaipena,bakea|victory,peace|vitória,paz
🤞|suerte,dedos cruzados|zortea,hatzak gurutzatuta|fingers crossed,luck|sorte,dedos cruzados
👌|perfecto,ok|primeran|perfect,ok hand|perfeito
👉|señalar,mira|begira,erakutsi|point,look right|apontar,olha
✍️|escribir,firmar|idatzi,sinatu|writing,sign|escrever,assinar
👂|oído,escuchar|belarri,entzun|ear,listen|ouvido,ouvir
👀|ojos,mirar|begiak,begiratu|eyes,look|olhos,olhar
🧠|cerebro,idea|burmuina|brain|cérebro
👶|bebé|haurtxo|baby|bebé
👵|abuela,mayor|amona,adineko|grandmother,old woman|avó,idosa
👴|abuelo|aitona|grandfather,old man|avô,idoso
👩‍⚕️|médica,doctora|medikua|doctor,woman doctor|médica,doutora
🧑‍💻|ordenador,teletrabajo|ordenagailua,telelana|technologist,remote work|computador,teletrabalho
👥|equipo,personas|taldea,jendea|team,people|equipa,pessoas
👨‍👩‍👧|familia|familia|family|família
❤️|corazón,amor,rojo|bihotza,maitasuna,gorria|heart,love,red|coração,amor,vermelho
🧡|corazón naranja|bihotz laranja|orange heart|coração laranja
💛|corazón amarillo|bihotz horia|yellow heart|coração amarelo
💚|corazón verde|bihotz berdea|green heart|coração verde
💙|corazón azul|bihotz urdina|blue heart|coração azul
💜|corazón morado|bihotz morea|purple heart|coração roxo
💔|corazón roto,disgusto|bihotz hautsia|broken heart|coração partido
💖|corazón brillante,enamorar|bihotz distiratsua|sparkling heart|coração brilhante
🎉|fiesta,confeti,enhorabuena|festa,konfetia,zorionak|party popper,congratulations,tada|festa,confetes,parabéns
🎂|tarta,cumpleaños|tarta,urtebetetzea|cake,birthday|bolo,aniversário
🎁|regalo|oparia|present,gift|presente,prenda
🎈|globo|globoa|balloon|balão
🏆|trofeo,premio|garaikurra,saria|trophy,prize|troféu,prémio
🥇|oro,primero|urrea,lehena|gold medal,first|ouro,primeiro
🏅|medalla|domina|medal|medalha
⭐|estrella|izarra|star|estrela
🌟|estrella brillante,wow|izar distiratsua,wow|glowing star,wow|estrela brilhante,uau
✨|brillo,magia|distira,magia|sparkles,magic|brilho,magia
🔥|fuego|sua|fire|fogo
💡|idea,bombilla|ideia,bonbilla|idea,light bulb|ideia,lâmpada
🚀|cohete,lanzar|suziria,abiatu|rocket,launch|foguetão,lançar
🎯|diana,objetivo|itua,helburua|target,goal|alvo,objetivo
📈|subir,gráfico,mejora|gora,grafikoa,hobekuntza|chart up,growth|subir,gráfico,melhoria
📉|bajar,caída|behera,jaitsiera|chart down,drop|descer,queda
📊|barras,datos,encuesta|barrak,datuak,inkesta|bar chart,data,survey|barras,dados,inquérito
✅|hecho,correcto,listo|eginda,zuzen|done,check,yes|feito,certo,pronto
❌|no,error,cruz|ez,gurutzea,akatsa|no,cross,error|não,erro,cruz
⚠️|aviso,cuidado|oharra,kontuz|warning,careful|aviso,cuidado
❓|pregunta|galdera|question|pergunta
❗|importante,exclamación|garrantzitsua|important,exclamation|importante,exclamação
💬|comentario,hablar|iruzkina,hitz egin|comment,speech|comentário,falar
📣|altavoz,anuncio|bozgorailua,iragarkia|megaphone,announcement|megafone,anúncio
🔔|campana,recordar|txilina,gogoratu|bell,reminder|sino,lembrar
📌|chincheta,fijar|txintxeta,finkatu|pin|alfinete,fixar
📎|clip,adjunto|klipa,eranskina|paperclip,attachment|clipe,anexo
📅|calendario,fecha|egutegia,data|calendar,date|calendário,data
⏰|reloj,despertador,hora|ordularia,iratzargailua|alarm,clock|relógio,despertador
⏳|espera,reloj de arena|itxaron,harea-erlojua|waiting,hourglass|espera,ampulheta
📞|teléfono,llamada|telefonoa,deia|telephone,call|telefone,chamada
📱|móvil|mugikorra|mobile,phone|telemóvel
✉️|carta,correo|gutuna,posta|letter,mail|carta,correio
📧|email,correo electrónico|eposta|email|email
💻|portátil,ordenador|eramangarria|laptop,computer|portátil,computador
📝|nota,apuntar|oharra,apuntatu|memo,note|nota,apontar
📚|libros,aprender|liburuak,ikasi|books,learn|livros,aprender
🔍|lupa,buscar|lupa,bilatu|magnifier,search|lupa,procurar
🔒|candado,privado|giltzarrapoa,pribatua|lock,private|cadeado,privado
🔑|llave,clave|giltza,gakoa|key|chave
🛠️|herramientas,arreglar|tresnak,konpondu|tools,fix|ferramentas,arranjar
🧩|pieza,puzle|pieza,puzzlea|puzzle,piece|peça,puzzle
🤖|robot,automático|robota|robot,bot|robô,automático
🏠|casa,hogar|etxea|house,home|casa,lar
🏥|hospital,clínica|ospitalea,klinika|hospital,clinic|hospital,clínica
🚑|ambulancia,urgencias|anbulantzia,larrialdiak|ambulance,emergency|ambulância,urgências
🩺|estetoscopio,consulta|estetoskopioa,kontsulta|stethoscope|estetoscópio,consulta
💊|pastilla,medicina|pilula,botika|pill,medicine|comprimido,medicamento
🦷|diente,dentista|hortza,dentista|tooth,dentist|dente,dentista
♿|accesible,silla de ruedas|irisgarria,gurpil-aulkia|accessible,wheelchair|acessível,cadeira de rodas
☕|café,pausa|kafea,etenaldia|coffee,break|café,pausa
🍰|pastel,postre|pastela,postrea|dessert,slice of cake|fatia de bolo,sobremesa
🍎|manzana,salud|sagarra,osasuna|apple,health|maçã,saúde
🌱|brote,crecer|kimua,hazi|seedling,grow|rebento,crescer
🌳|árbol|zuhaitza|tree|árvore
🌸|flor,primavera|lorea,udaberria|blossom,flower,spring|flor,primavera
🌍|mundo,tierra|mundua,lurra|world,earth|mundo,terra
☀️|sol|eguzkia|sun|sol
🌧️|lluvia|euria|rain|chuva
☂️|paraguas|aterkia|umbrella|guarda-chuva
🌈|arcoíris|ostadarra|rainbow|arco-íris
⚽|fútbol,balón|futbola,baloia|football,ball|futebol,bola
🚲|bici,bicicleta|bizikleta|bike,bicycle|bicicleta
🎵|música|musika|music|música
📷|foto,cámara|argazkia,kamera|photo,camera|fotografia,câmara
🐑|oveja|ardia|sheep|ovelha`.trim().split("\n").map((row) => row.split("|"));
