import Patterns

/// Verbs that ideas are told with, without accents.
///
/// Data only.
enum VerbLists {
    static let infinitives: [Tongue: [String]] = [
        .spanish: WordList.list(
            """
            abrir aceptar activar actualizar adjuntar agendar agregar alertar almacenar alquilar analizar anadir anotar anunciar \
            apagar aparecer apuntar archivar asignar avisar ayudar bajar bloquear borrar buscar calcular calificar cambiar \
            cancelar capturar cargar cerrar clasificar cobrar coger colaborar comentar comer comparar compartir completar \
            comprar comprobar conectar confirmar consultar contar contener contestar controlar convertir convocar copiar coordinar \
            corregir crear cubrir cuidar cumplir dejar deber descargar describir desactivar detectar dibujar dividir donar \
            editar elegir eliminar encender encontrar ensenar enterar entrar entregar entrenar enviar escanear escoger \
            escribir escuchar esperar evitar explicar exportar fichar filtrar firmar funcionar ganar generar gestionar girar \
            grabar guardar hablar hacer importar imprimir indicar informar iniciar inscribir intercambiar introducir invitar \
            jugar lanzar leer limitar limpiar llamar llegar llenar llevar mandar manejar marcar medir mejorar mirar modificar \
            mostrar mover necesitar notificar ofrecer olvidar ordenar organizar pagar parar participar pasar pedir perder \
            permitir pintar planificar poder poner preguntar prestar procesar programar proponer proteger publicar puntuar \
            quedar querer quitar reaccionar recargar rechazar recibir recoger recomendar reconocer recordar reducir regalar \
            registrar regresar rellenar renombrar renovar reparar repartir repetir reproducir reservar resolver responder \
            resumir retirar retrasar reunir revisar sacar salir seguir seleccionar separar sincronizar soportar subir sugerir \
            sumar tener terminar tocar tomar trabajar traducir traer transformar usar utilizar vender ver verificar viajar \
            votar volver saber validar rastrear vigilar sembrar regar podar pesar ver poder tener dar ser ir venir decir oir reir vivir estar haber
            """),
        .portuguese: WordList.list(
            """
            abrir aceitar acessar acompanhar adicionar agendar ajudar alertar alugar analisar anotar anunciar apagar aparecer \
            aprovar armazenar arquivar atribuir atualizar avaliar avisar baixar bloquear buscar cadastrar calcular cancelar \
            capturar carregar classificar cobrar colaborar coletar colocar comentar comer comparar compartilhar comprar \
            completar conectar conferir confirmar conseguir consultar contar controlar converter convidar coordenar copiar \
            corrigir criar cuidar curtir dar deixar desativar descarregar descobrir desenhar detectar dever digitalizar digitar \
            dividir doar editar emprestar encaixar encomendar encontrar entrar entregar enviar escanear escolher escrever \
            esperar esquecer evitar excluir exibir explicar exportar falar faltar fazer fechar filtrar funcionar ganhar gastar \
            gerar gerenciar gerir gravar guardar imprimir importar indicar informar iniciar inscrever jogar juntar lancar lembrar \
            ler levar ligar limitar listar mandar marcar medir melhorar modificar montar mostrar mover mudar notificar oferecer \
            organizar ouvir pagar parar participar passar pedir pegar perder perguntar permitir planejar poder postar precisar \
            preencher processar procurar programar propor publicar puxar quebrar querer reagir receber recolher recomendar \
            reconhecer recusar registrar remarcar remover renomear renovar repetir reservar resolver responder resumir retirar \
            reunir revisar rodar saber sair salvar seguir selecionar separar servir sincronizar somar subir sugerir tirar tocar \
            tomar trabalhar traduzir transformar trazer trocar usar utilizar validar vender ver verificar virar visualizar votar
            """),
        .italian: WordList.list(
            """
            accedere accendere accettare aggiornare aggiungere aiutare allegare analizzare annotare annullare aprire archiviare \
            arrivare ascoltare aspettare assegnare attivare avvisare avere bloccare calcolare cambiare cancellare cantare \
            caricare cercare chiamare chiedere chiudere classificare collegare commentare comprare condividere confermare \
            confrontare consegnare consigliare consultare contare controllare convertire copiare correggere creare dare \
            decidere descrivere dimenticare dire disegnare dividere dovere elencare eliminare entrare esportare estrarre evitare \
            fare filtrare firmare fornire funzionare generare gestire giocare guardare importare imparare indicare informare \
            iniziare inserire inviare invitare iscrivere lasciare lavorare leggere limitare mandare mangiare marcare memorizzare \
            mettere misurare modificare mostrare muovere noleggiare notificare offrire ordinare organizzare ottenere pagare \
            parlare partecipare passare perdere permettere pianificare portare potere prenotare prendere prestare preparare \
            programmare proporre proteggere provare pubblicare raccogliere raccomandare raccontare registrare regalare restituire \
            ricevere richiedere riconoscere ricordare ridurre rifiutare rimandare rimuovere rinnovare riparare ripetere \
            riprodurre risolvere rispondere ritirare salvare sapere scambiare scannerizzare scansionare scaricare scegliere \
            scrivere segnalare segnare seguire selezionare sincronizzare smettere sommare sostituire spegnere spostare stampare \
            suggerire suonare superare tenere togliere tradurre trasformare trovare usare utilizzare vedere vendere verificare \
            visualizzare volere votare
            """),
        .french: WordList.list(
            """
            accepter acceder acheter activer adapter adopter afficher aider ajouter alerter aller analyser annoncer annuler \
            appeler apprendre archiver arreter arriver arroser assigner associer attendre attribuer avertir bloquer cacher \
            calculer capturer changer charger chercher choisir classer cliquer cocher collecter commander commenter comparer \
            completer compter confirmer connaitre consulter contenir controler convertir coordonner copier corriger couper creer \
            cuisiner decider decouvrir decrire definir demander deposer deplacer deposer dessiner detecter devoir diffuser dire \
            distribuer diviser donner durer echanger ecouter ecrire editer effacer emprunter encaisser enregistrer entrer envoyer \
            estimer eteindre eviter executer expliquer exporter extraire faire fermer filtrer finir fonctionner fournir gagner \
            garder generer gerer importer imprimer indiquer informer inscrire installer inviter jouer lancer lire lister livrer \
            louer manger marcher marquer masquer mesurer mettre modifier montrer nettoyer noter notifier oublier ouvrir \
            parler partager participer passer payer perdre permettre planifier poser poster pouvoir prendre preparer presenter \
            preter prevenir previsualiser produire programmer proposer proteger publier puncher quitter ranger rappeler recevoir \
            rechercher recommander reconnaitre recuperer reduire refuser regarder regrouper relancer remettre remplacer remplir \
            rendre renommer renouveler repartir reparer repeter repondre reprendre reserver resoudre respecter rester resumer \
            retirer retrouver reunir revenir saisir sauvegarder sauver savoir scanner selectionner separer servir signaler \
            signer simuler sortir suggerer suivre supprimer surveiller synchroniser telecharger tenir tester tirer toucher \
            tourner traduire traiter transformer travailler trier trouver utiliser valider vendre venir verifier visualiser \
            voir voter vouloir
            """),
        .german: WordList.list(
            """
            aendern andern analysieren anlegen antworten arbeiten archivieren aufnehmen aufraumen ausgeben auslosen auslesen \
            auswahlen auswerten bauen bearbeiten beantworten bekommen benachrichtigen benutzen berechnen bestatigen bestellen \
            bestimmen bewegen bewerten bezahlen bieten bitten bleiben brauchen bringen buchen darstellen decken dokumentieren \
            drehen drucken drucken durchsuchen durfen einfugen eintragen empfangen empfehlen entfernen entscheiden erfassen \
            erhalten erinnern erkennen erklaren erlauben ermitteln erstellen erzeugen exportieren fahren fehlen filtern finden \
            fotografieren fragen fuhren funktionieren fullen geben gehen gehoren gewinnen giessen greifen haben halten heissen \
            helfen herunterladen hochladen holen horen importieren informieren kaufen kennen kochen kommen konnen kontrollieren \
            konvertieren kopieren korrigieren kosten kummern laden lassen laufen legen leihen lernen lesen lieben liefern listen \
            loschen losen machen malen markieren melden merken messen mieten mitteilen mussen nachschauen nehmen nennen notieren \
            nutzen offnen ordnen organisieren packen pflegen planen posten prufen raten reagieren rechnen regeln reichen \
            reparieren reservieren retten sagen sammeln scannen schalten schauen schicken schieben schliessen schneiden schreiben \
            schutzen sehen senden setzen signalisieren simulieren singen sollen sortieren sparen speichern sperren spielen \
            sprechen springen starten stehen stellen steuern stoppen streichen suchen synchronisieren tauschen teilen testen \
            tippen tracken tragen treffen trennen trainieren uberprufen ubersetzen ubertragen uberwachen umrechnen umwandeln \
            verbinden verbrauchen vereinbaren verfolgen vergeben vergessen vergleichen verkaufen verlieren vermeiden vermieten \
            vermitteln verraten verschicken verschieben versenden verstecken verteilen verwalten verwenden vorschlagen wahlen \
            warnen warten wechseln werfen werten wetten wiederholen wissen wollen zahlen zahlen zeichnen zeigen zuordnen \
            zusammenfassen
            """),
        .dutch: WordList.list(
            """
            aanbieden aanmelden aanmaken aanpassen aantonen aanvragen accepteren afspreken afvinken antwoorden beantwoorden \
            beheren bekijken berekenen bestellen betalen bevestigen bewaren bewerken bieden bijhouden boeken brengen delen \
            doen doorgeven downloaden draaien drukken filteren gebruiken geven halen helpen herinneren hebben houden huren \
            importeren inplannen inschrijven instellen invoeren invullen kiezen kijken kopen koppelen krijgen laten leiden lenen \
            leren leveren lezen luisteren maken meldden melden meten moeten nemen noteren omzetten onthouden ontvangen openen \
            ophalen opslaan opnemen oplossen organiseren overnemen plaatsen plannen printen proberen regelen registreren \
            reageren repareren reserveren ruilen scannen schrijven selecteren slaan spelen starten stellen stoppen stemmen \
            sturen synchroniseren tekenen tellen terugbrengen toevoegen tonen tracken uitlenen uitnodigen uploaden \
            vergelijken verhuren verkopen verplaatsen versturen vertalen verwijderen vinden volgen voorstellen vragen waarschuwen \
            waterven weergeven weten wijzigen willen winnen worden zeggen zetten zien zoeken
            """),
    ]

    /// Forms that no rule makes.
    static let irregular: [Tongue: Set<String>] = [
        .spanish: WordList.set(
            """
            es son esta estan hay ha han tiene tienen tenga tengan puede pueden pueda puedan quiere quieren quiera quieran \
            va van vaya vayan hace hacen haga hagan dice dicen diga digan digo pone ponen ponga pongan sale salen salga salgan \
            viene vienen venga vengan ve ven vea vean da dan de den sabe saben sepa sepan pide piden pida pidan sigue siguen \
            siga sigan elige eligen elija elijan cuenta cuentan cuente cuenten muestra muestran muestre muestren encuentra \
            encuentran encuentre encuentren recuerda recuerdan recuerde recuerden juega juegan juegue jueguen pierde pierden \
            pierda pierdan piensa piensan prueba prueban pruebe prueben cierra cierran cierre cierren mide miden mida midan \
            vuelve vuelven vuelva vuelvan devuelve devuelven devuelva devuelvan resuelve resuelven riega riegan riegue mueve \
            mueven mueva muevan convierte convierten convierta recoge recogen recoja recojan escoge escogen coge cogen coja \
            ofrece ofrecen ofrezca traduce traducen traduzca reproduce reconoce reconocen reconozca aparece aparecen envia envian \
            envie envien avise avisen debe deben deberia deberian tendria sea sean sugiere sugieren sugiera repite repiten \
            enciende encienden encienda leo lee leen lea lean cae caen oye oyen trae traen traiga compruebe comprueba prefiere \
            despierta suena suenan suene huele duele corrige corrigen funciona tengo puedo quiero necesito hago voy doy pongo apunto
            """),
        .portuguese: WordList.set(
            """
            e sao esta estao ha tem tenha tenham pode podem possa possam quer querem queira vai vao va faz fazem faca facam \
            diz dizem diga poe poem ponha sai saem saia vem venha venham ve veem veja vejam da dao de deem sabe sabem saiba \
            pede pedem peca pecam segue seguem siga sigam escolhe escolhem escolha escolham perde perdem perca traz trazem \
            traga le leem leia leiam deve devem deveria precisa precisam seja sejam sugere sugerem sugira repete repetem mede \
            medem meca serve servem recebe recebem receba traduz produz reduz ouve ouvem consegue conseguem consiga some somem \
            cai caem compartilha descobre descobrem propoe liga desliga quero preciso esqueco vejo faco tenho posso
            """),
        .italian: WordList.set(
            """
            e sono ha hanno abbia abbiano puo possono possa possano vuole vogliono voglia va vanno vada vadano fa fanno faccia \
            facciano dice dicono dica pone pongono da danno dia diano sa sanno sappia sceglie scelgono scelga tiene tengono \
            tenga viene vengono venga deve devono debba debbano raccoglie raccolgono toglie tolgono spegne spengono \
            accende accendono legge leggono scrive scrivono mette mettono mi sia siano manca mancano piace finisce finiscono \
            finisca propone propongono traduce traducono riduce riconosce riconoscono esce escono esca rimane rimangono muove \
            muovono cerca cerchi cerchino segnala segnalano
            """),
        .french: WordList.set(
            """
            est sont soit soient a ont ait aient peut peuvent puisse puissent veut veulent veuille va vont aille fait font \
            fasse fassent dit disent dise met mettent mette prend prennent prenne apprend apprennent vient viennent vienne \
            tient tiennent tienne previent previennent previenne voit voient voie sait savent sache doit doivent recoit \
            recoivent recoive ecrit ecrivent ecrive lit lisent lise suit suivent suive sort sortent sert servent ouvre ouvrent \
            offre offrent decouvre decouvrent repond repondent reponde perd perdent perde rend rendent vend vendent vende attend \
            attendent permet permettent permette connait connaissent reconnait reconnaissent envoie envoient appelle appellent \
            rappelle rappellent achete achetent gere gerent repete repetent complete paie paient paye essaie essaient nettoie \
            nettoient affiche affichent choisit choisissent remplit remplissent traduit traduisent produit inscrit inscrivent \
            inscrive eteint faut suggere veux voudrais ai suis avons sommes pesent pese leve levent jette voudrait pourrait pourraient devrait devraient aimerais \
            aimerait preleve change changent echange echangent partage partagent range recharge
            """),
        .german: WordList.set(
            """
            ist sind war hat haben kann konnen konnten soll sollen sollte sollten muss mussen darf durfen will wollen mag wird \
            werden wurde gibt geben nimmt nehmen sieht sehen liest lesen tragt fahrt halt lasst lauft schlagt wahlt gilt hilft \
            trifft spricht vergisst misst weiss wissen bekommt empfiehlt empfangt ladt rat wirft bricht stirbt tritt geht steht \
            braucht findet meldet sendet leiht verleiht entscheidet arbeitet wartet bewertet bittet offnet zeichnet rechnet \
            ordnet streamt scannt filtert sammelt erinnert steuert speichert verwaltet wechselt heisst schaltet rettet giesst \
            behalt enthalt erhalt vergibt wirkt kommt bleibt klappt lauft fullt verrat fangt hangt
            """),
        .dutch: WordList.set(
            """
            is zijn was heeft hebben kan kunnen moet moeten mag mogen wil willen wordt worden gaat gaan doet doen ziet zien \
            staat staan geeft krijgt komt komen weet houdt vindt wijst zegt laat leest leent biedt ontvangt slaat
            """),
    ]

    /// Forms that are, far more often, a preposition or the like: "para", "como".
    static let smallWordsToo = WordList.set("e a de da den do para como entre sobre mi come uno una o i dos des")

    static let separable = WordList.list(
        "ab an auf aus bei ein fest her herunter hin hoch los mit nach um vor weg weiter wieder zu zuruck zusammen unter uber"
    )
    static let separableDutch = WordList.list("aan af bij door in mee na om op over terug toe uit voor weg")

    /// What stands between a subject and its verb, or before a verb: "se", "le", "nicht".
    static let clitics = WordList.set(
        "se lo le les me te nos no ne n si ci non nao mi ti vi li nicht niet sich zich y en ya tambien aussi auch ook l m"
    )
}
