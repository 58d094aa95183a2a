import Patterns

/// Conflicts in the language of the idea.
extension IdeaConflict {
    func question(in tongue: Tongue) -> String {
        guard tongue != .english else { return question }
        switch self {
        case .opposed(let one, let other): return ResearchTexts.say("opposed", tongue, ["a": one, "b": other])
        case .topic(let topic):
            let name = Self.name(topic, tongue)
            return Frame.pick(
                tongue, question,
                "Die Idee schließt „\(name)“ aus und verlangt es zugleich. Was gilt?",
                "L'idée exclut « \(name) » et le demande aussi. Que retenir ?",
                "La idea excluye «\(name)» y también lo pide. ¿Qué vale?",
                "A ideia exclui «\(name)» e também o pede. O que vale?",
                "L'idea esclude «\(name)» e allo stesso tempo lo chiede. Che cosa vale?",
                "Het idee sluit “\(name)” uit en vraagt er ook om. Wat geldt?")
        case .anonymousAccounts:
            return Frame.pick(
                tongue, question,
                "Die Leute sollen anonym sein, und die Idee spricht von Konten. Was gilt?",
                "Les gens doivent rester anonymes, et l'idée parle de comptes. Que retenir ?",
                "La gente ha de ser anónima, y la idea habla de cuentas. ¿Qué vale?",
                "As pessoas devem ser anónimas, e a ideia fala de contas. O que vale?",
                "Le persone devono restare anonime, e l'idea parla di account. Che cosa vale?",
                "Mensen moeten anoniem blijven, en het idee spreekt van accounts. Wat geldt?")
        case .offlineLive:
            return Frame.pick(
                tongue, question,
                "Es soll ohne Verbindung gehen und Änderungen anderer sofort zeigen. Was geht vor?",
                "Cela doit marcher sans connexion et montrer aussitôt les changements des autres. Que faire passer d'abord ?",
                "Ha de funcionar sin conexión y mostrar al momento los cambios de otros. ¿Qué va primero?",
                "Deve funcionar sem ligação e mostrar logo as mudanças dos outros. O que vem primeiro?",
                "Deve funzionare senza connessione e mostrare subito le modifiche degli altri. Che cosa viene prima?",
                "Het moet zonder verbinding werken en wijzigingen van anderen meteen tonen. Wat gaat voor?")
        case .onlyMeShared:
            return Frame.pick(
                tongue, question,
                "Es ist für dich allein, und die Idee spricht von anderen, die mitmachen. Was gilt?",
                "C'est pour toi seul, et l'idée parle d'autres qui participent. Que retenir ?",
                "Es solo para ti, y la idea habla de otros que participan. ¿Qué vale?",
                "É só para ti, e a ideia fala de outros que participam. O que vale?",
                "È solo per te, e l'idea parla di altri che partecipano. Che cosa vale?",
                "Het is voor jou alleen, en het idee spreekt van anderen die meedoen. Wat geldt?")
        case .serverlessShared:
            return Frame.pick(
                tongue, question,
                "Es soll ohne Server gehen und Geräte mehrerer Leute im Gleichstand halten. Was geht vor?",
                "Cela doit se passer de serveur et garder les appareils de plusieurs personnes à jour. Que faire passer d'abord ?",
                "Ha de funcionar sin servidor y mantener al día los aparatos de varias personas. ¿Qué va primero?",
                "Deve funcionar sem servidor e manter em dia os aparelhos de várias pessoas. O que vem primeiro?",
                "Deve fare a meno di un server e tenere allineati i dispositivi di più persone. Che cosa viene prima?",
                "Het moet zonder server werken en apparaten van meerdere mensen gelijk houden. Wat gaat voor?")
        case .ownWithoutAccounts:
            return Frame.pick(
                tongue, question,
                "Niemand soll sich anmelden, und alle sollen sehen, was ihnen gehört. Woran erkennt es, wer jemand ist?",
                "Personne ne se connecte, et chacun voit ce qui est à lui. Comment savoir qui est qui ?",
                "Nadie inicia sesión, y cada cual ve lo suyo. ¿Cómo se sabe quién es quién?",
                "Ninguém inicia sessão, e cada um vê o que é seu. Como se sabe quem é quem?",
                "Nessuno accede, e ognuno vede ciò che è suo. Come si sa chi è chi?",
                "Niemand meldt zich aan, en iedereen ziet wat van hem is. Hoe weet het wie iemand is?")
        case .onlySomeWithoutAccounts:
            return Frame.pick(
                tongue, question,
                "Niemand soll sich anmelden, und nur manche dürfen etwas tun. Woran erkennt es, wer sie sind?",
                "Personne ne se connecte, et seuls certains peuvent faire quelque chose. Comment les reconnaître ?",
                "Nadie inicia sesión, y solo algunos pueden hacer algo. ¿Cómo se sabe quiénes son?",
                "Ninguém inicia sessão, e só alguns podem fazer algo. Como se sabe quem são?",
                "Nessuno accede, e solo alcuni possono fare qualcosa. Come si sa chi sono?",
                "Niemand meldt zich aan, en alleen sommigen mogen iets doen. Hoe weet het wie zij zijn?")
        case .forgottenKept:
            return Frame.pick(
                tongue, question,
                "Was geschrieben wird, soll gelöscht und später auch nachgesehen werden. Was gilt?",
                "Ce qui est écrit doit être effacé, et consulté plus tard aussi. Que retenir ?",
                "Lo escrito ha de borrarse y también consultarse después. ¿Qué vale?",
                "O que se escreve deve ser apagado e também consultado depois. O que vale?",
                "Ciò che si scrive va cancellato e anche consultato dopo. Che cosa vale?",
                "Wat geschreven wordt moet worden gewist en later ook worden opgezocht. Wat geldt?")
        case .freePaid:
            return Frame.pick(
                tongue, question,
                "Es soll kostenlos sein, und die Idee nennt auch einen Preis. Was gilt?",
                "Cela doit être gratuit, et l'idée nomme aussi un prix. Que retenir ?",
                "Ha de ser gratis, y la idea también nombra un precio. ¿Qué vale?",
                "Deve ser grátis, e a ideia também indica um preço. O que vale?",
                "Deve essere gratis, e l'idea indica anche un prezzo. Che cosa vale?",
                "Het moet gratis zijn, en het idee noemt ook een prijs. Wat geldt?")
        case .moreThanLimit:
            return Frame.pick(
                tongue, question,
                "Die Idee sagt „sonst nichts“ und nennt danach mehr. Was gilt?",
                "L'idée dit « rien d'autre » et en nomme plus ensuite. Que retenir ?",
                "La idea dice «nada más» y luego nombra más. ¿Qué vale?",
                "A ideia diz «mais nada» e depois indica mais. O que vale?",
                "L'idea dice «nient'altro» e poi indica altro. Che cosa vale?",
                "Het idee zegt “verder niets” en noemt daarna meer. Wat geldt?")
        case .stacks(let names):
            let list = Frame.list(names, tongue)
            return Frame.pick(
                tongue, question,
                "Die Idee nennt \(list), die dieselbe Arbeit tun. Was soll es sein?",
                "L'idée nomme \(list), qui font le même travail. Lequel prendre ?",
                "La idea nombra \(list), que hacen el mismo trabajo. ¿Cuál ha de ser?",
                "A ideia indica \(list), que fazem o mesmo trabalho. Qual deve ser?",
                "L'idea indica \(list), che fanno lo stesso lavoro. Quale deve essere?",
                "Het idee noemt \(list), die hetzelfde werk doen. Welke moet het zijn?")
        case .scriptless(let name):
            return Frame.pick(
                tongue, question,
                "Es soll ohne JavaScript gehen, und \(name) besteht daraus. Was gilt?",
                "Cela doit marcher sans JavaScript, et \(name) en est fait. Que retenir ?",
                "Ha de funcionar sin JavaScript, y \(name) está hecho con él. ¿Qué vale?",
                "Deve funcionar sem JavaScript, e \(name) é feito dele. O que vale?",
                "Deve funzionare senza JavaScript, e \(name) ne è fatto. Che cosa vale?",
                "Het moet zonder JavaScript werken, en \(name) bestaat eruit. Wat geldt?")
        }
    }

    /// The first is the one that leaves something out.
    func options(in tongue: Tongue) -> [String] {
        guard tongue != .english else { return options }
        func two(
            _ german: String, _ french: String, _ spanish: String, _ portuguese: String, _ italian: String,
            _ dutch: String
        )
            -> [String]
        {
            if tongue == .polish || tongue == .japanese {
                return options.map { ResearchTexts.translated($0, tongue) }
            }
            return Frame.pick(tongue, "", german, french, spanish, portuguese, italian, dutch).split(separator: "|")
                .map(String.init)
        }
        switch self {
        case .topic(let topic):
            let name = Self.name(topic, tongue)
            return two(
                "Ohne \(name)|Mit \(name)", "Sans \(name)|Avec \(name)", "Sin \(name)|Con \(name)",
                "Sem \(name)|Com \(name)", "Senza \(name)|Con \(name)", "Zonder \(name)|Met \(name)")
        case .anonymousAccounts:
            return two(
                "Anonym, ohne Konten|Mit Konten", "Anonyme, sans comptes|Avec des comptes",
                "Anónimo, sin cuentas|Con cuentas",
                "Anónimo, sem contas|Com contas", "Anonimo, senza account|Con account",
                "Anoniem, zonder accounts|Met accounts")
        case .offlineLive:
            return two(
                "Zuerst ohne Verbindung|Zuerst sofortige Änderungen",
                "D'abord sans connexion|D'abord les changements en direct",
                "Primero sin conexión|Primero los cambios al momento",
                "Primeiro sem ligação|Primeiro as mudanças na hora",
                "Prima senza connessione|Prima le modifiche in diretta",
                "Eerst zonder verbinding|Eerst directe wijzigingen")
        case .onlyMeShared:
            return two(
                "Nur für mich|Mit anderen", "Seulement pour moi|Avec d'autres", "Solo para mí|Con otros",
                "Só para mim|Com outros",
                "Solo per me|Con altri", "Alleen voor mij|Met anderen")
        case .serverlessShared:
            return two(
                "Ohne Server|Im Gleichstand, über einen Server", "Sans serveur|À jour, par un serveur",
                "Sin servidor|Al día, con un servidor", "Sem servidor|Em dia, por um servidor",
                "Senza server|Allineati, con un server", "Zonder server|Gelijk, via een server")
        case .ownWithoutAccounts:
            return two(
                "Über einen Link oder eine Nummer, die jeder behält, ohne Konten|Mit Konten",
                "Par un lien ou un numéro que chacun garde, sans comptes|Avec des comptes",
                "Por un enlace o un número que cada cual guarda, sin cuentas|Con cuentas",
                "Por um link ou um número que cada um guarda, sem contas|Com contas",
                "Con un link o un numero che ognuno conserva, senza account|Con account",
                "Via een link of een nummer dat ieder bewaart, zonder accounts|Met accounts")
        case .onlySomeWithoutAccounts:
            return two(
                "Über einen Link oder einen Code, den sie bekommen, ohne Konten|Mit Konten",
                "Par un lien ou un code qu'on leur donne, sans comptes|Avec des comptes",
                "Por un enlace o un código que reciben, sin cuentas|Con cuentas",
                "Por um link ou um código que recebem, sem contas|Com contas",
                "Con un link o un codice che ricevono, senza account|Con account",
                "Via een link of een code die zij krijgen, zonder accounts|Met accounts")
        case .forgottenKept:
            return two(
                "Gelöscht und nirgends aufbewahrt|Aufbewahrt für die, die nachsehen dürfen",
                "Effacé, et gardé nulle part|Gardé, pour ceux qui peuvent le consulter",
                "Borrado, y no se guarda en ningún sitio|Guardado, para quienes puedan consultarlo",
                "Apagado, e não guardado em lado nenhum|Guardado, para quem o possa consultar",
                "Cancellato, e non conservato da nessuna parte|Conservato, per chi può consultarlo",
                "Gewist, en nergens bewaard|Bewaard, voor wie het mag opzoeken")
        case .freePaid:
            return two(
                "Kostenlos|Gegen Bezahlung", "Gratuit|Payant", "Gratis|De pago", "Grátis|Pago", "Gratis|A pagamento",
                "Gratis|Tegen betaling")
        case .moreThanLimit:
            return two(
                "Sonst nichts|Alles, was genannt ist", "Rien d'autre|Tout ce qui est nommé",
                "Nada más|Todo lo nombrado",
                "Mais nada|Tudo o que é indicado", "Nient'altro|Tutto ciò che è indicato",
                "Verder niets|Alles wat genoemd is")
        case .scriptless(let name):
            return two(
                "Ohne JavaScript|Mit \(name)", "Sans JavaScript|Avec \(name)", "Sin JavaScript|Con \(name)",
                "Sem JavaScript|Com \(name)", "Senza JavaScript|Con \(name)", "Zonder JavaScript|Met \(name)")
        case .stacks(let names): return names
        case .opposed(let one, let other): return [one, other]
        }
    }

    private static func name(_ topic: ProjectPattern.Topic, _ tongue: Tongue) -> String {
        let names =
            switch topic {
            case .records: "Aufzeichnungen|données|registros|registos|dati|gegevens"
            case .scheduling: "Termine|agenda|agenda|agenda|agenda|agenda"
            case .payments: "Zahlungen|paiements|pagos|pagamentos|pagamenti|betalingen"
            case .messaging: "Nachrichten|messages|mensajes|mensagens|messaggi|berichten"
            case .notifications: "Erinnerungen|rappels|avisos|avisos|promemoria|herinneringen"
            case .accounts: "Konten|comptes|cuentas|contas|account|accounts"
            case .search: "Suche|recherche|búsqueda|pesquisa|ricerca|zoeken"
            case .reviews: "Bewertungen|avis|valoraciones|avaliações|valutazioni|beoordelingen"
            case .maps: "Karte|carte|mapa|mapa|mappa|kaart"
            case .reports: "Auswertungen|rapports|informes|relatórios|resoconti|rapporten"
            case .files: "Dateien|fichiers|archivos|ficheiros|file|bestanden"
            case .offline:
                "Betrieb ohne Verbindung|usage hors ligne|uso sin conexión|uso sem ligação|uso offline|gebruik zonder verbinding"
            case .sharing: "Teilen|partage|compartir|partilha|condivisione|delen"
            case .assistant: "Vorschläge|suggestions|sugerencias|sugestões|suggerimenti|suggesties"
            case .administration: "Freigaben|validations|aprobaciones|aprovações|approvazioni|goedkeuringen"
            case .privacy: "Datenschutz|vie privée|privacidad|privacidade|privacy|privacy"
            case .languages: "Sprachen|langues|idiomas|idiomas|lingue|talen"
            case .gamification: "Spielpunkte|points de jeu|puntos de juego|pontos de jogo|punti di gioco|spelpunten"
            }
        let all = names.split(separator: "|").map(String.init)
        if tongue == .polish || tongue == .japanese { return ResearchTexts.translated(label(topic), tongue) }
        guard all.count == 6 else { return topic.rawValue }
        return Frame.pick(tongue, topic.rawValue, all[0], all[1], all[2], all[3], all[4], all[5])
    }
}
