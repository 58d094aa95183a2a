import Patterns

/// The wording of criteria.
///
/// Texts only.
enum CriterionText {
    static func of(_ bound: StatedBound, _ tongue: Tongue) -> String {
        switch bound.kind {
        case .measured: measured(bound.quote, tongue)
        case .most:
            most(bound.number, bound.number + 1, bound.unit, tongue).replacing("  ", with: " ").replacing(
                " :", with: tongue == .french ? " :" : ":")
        case .least:
            least(bound.number, bound.number - 1, bound.unit, tongue).replacing("  ", with: " ").replacing(
                " :", with: tongue == .french ? " :" : ":")
        }
    }

    /// What stands before them.
    static func opening(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "Accepted when",
            "Abgenommen, wenn",
            "Accepté quand",
            "Se acepta cuando",
            "Aceito quando",
            "Accettato quando",
            "Aanvaard als")
    }

    /// At a bound that is not to be passed.
    static func most(_ number: Int, _ next: Int, _ unit: String, _ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "\(number) \(unit) is accepted, \(next) is refused with a message that names the limit",
            "\(number) \(unit): geht; \(next): wird mit Hinweis auf die Grenze abgelehnt",
            "\(number) \(unit) : accepté ; \(next) : refusé avec un message qui nomme la limite",
            "\(number) \(unit): se acepta; \(next): se rechaza con un mensaje que nombra el límite",
            "\(number) \(unit): aceito; \(next): recusado com uma mensagem que diz o limite",
            "\(number) \(unit): accettato; \(next): rifiutato con un messaggio che dice il limite",
            "\(number) \(unit): mag; \(next): wordt geweigerd met een melding van de grens")
    }

    /// At a bound that is to be reached.
    static func least(_ number: Int, _ next: Int, _ unit: String, _ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "\(next) is not enough and says so, \(number) \(unit) is",
            "\(next): zu wenig, mit Hinweis; \(number) \(unit): genügt",
            "\(next) : trop peu, avec un message ; \(number) \(unit) : suffit",
            "\(next): no basta, y se dice; \(number) \(unit): basta",
            "\(next): não basta, e diz-se; \(number) \(unit): basta",
            "\(next): non basta, e lo si dice; \(number) \(unit): basta",
            "\(next): te weinig, met een melding; \(number) \(unit): genoeg")
    }

    /// Of what only a measurement shows.
    static func measured(_ quote: String, _ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "a measured run shows “\(quote)”",
            "eine Messung belegt „\(quote)“",
            "une mesure montre « \(quote) »",
            "una medición demuestra «\(quote)»",
            "uma medição mostra «\(quote)»",
            "una misura dimostra «\(quote)»",
            "een meting toont “\(quote)”")
    }

    /// Of what comes again and again.
    static func schedule(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "it is observed at two times in a row, and not in between",
            "zu zwei aufeinanderfolgenden Zeiten beobachtet, dazwischen nicht",
            "observé à deux moments de suite, et pas entre les deux",
            "se observa en dos momentos seguidos y no entre ellos",
            "observa-se em dois momentos seguidos, e não entre eles",
            "si osserva in due momenti di seguito, e non in mezzo",
            "op twee opeenvolgende tijden waargenomen, en niet ertussen")
    }

    /// Of what is done at one time of the day.
    static func hour(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "it is seen to happen at that time, once, and not before",
            "es geschieht beobachtet zu dieser Zeit, einmal und nicht vorher",
            "on voit que cela arrive à cette heure, une fois, et pas avant",
            "se ve que ocurre a esa hora, una vez, y no antes",
            "vê-se que acontece a essa hora, uma vez, e não antes",
            "si vede che accade a quell'ora, una volta, e non prima",
            "het gebeurt zichtbaar op die tijd, één keer, en niet eerder")
    }

    /// Of a number that is stated as it is.
    static func number(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "tried with exactly the number stated, one less and one more: it holds as written only",
            "mit genau der genannten Zahl, einer kleineren und einer größeren versucht: es gilt nur wie geschrieben",
            "essayé avec le nombre exact, un de moins et un de plus : seul vaut ce qui est écrit",
            "probado con el número exacto, uno menos y uno más: solo vale lo escrito",
            "testado com o número exato, um a menos e um a mais: só vale o escrito",
            "provato con il numero esatto, uno in meno e uno in più: vale solo quanto scritto",
            "geprobeerd met precies het genoemde getal, één minder en één meer: alleen wat er staat geldt")
    }

    /// Of what depends on something.
    static func condition(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "with that condition brought about it happens, without it it does not",
            "tritt die Bedingung ein, geschieht es; tritt sie nicht ein, geschieht es nicht",
            "la condition remplie, cela a lieu ; sinon, non",
            "si se da la condición, ocurre; si no, no",
            "se a condição se dá, acontece; se não, não",
            "se la condizione si verifica, accade; altrimenti no",
            "is aan de voorwaarde voldaan, dan gebeurt het; anders niet")
    }

    /// Of what is for some alone.
    static func only(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "whoever or whatever is named passes, everything else is refused",
            "was oder wer genannt ist, geht; alles andere wird abgelehnt",
            "ce ou celui qui est nommé passe, tout le reste est refusé",
            "lo nombrado pasa, todo lo demás se rechaza",
            "o que é nomeado passa, tudo o mais é recusado",
            "ciò che è nominato passa, tutto il resto è rifiutato",
            "wat genoemd is mag, al het andere wordt geweigerd")
    }

    /// Of what must not happen.
    static func prohibition(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "an attempt to do it anyway fails and changes nothing",
            "der Versuch, es doch zu tun, scheitert und ändert nichts",
            "essayer quand même échoue et ne change rien",
            "intentarlo de todos modos falla y no cambia nada",
            "tentar mesmo assim falha e não muda nada",
            "provarci comunque fallisce e non cambia nulla",
            "het toch proberen mislukt en verandert niets")
    }

    /// Of what is left out.
    static func absence(_ tongue: Tongue) -> String {
        Frame.pick(
            tongue, "no page, command or step of the finished program offers or asks for it",
            "keine Seite, kein Befehl und kein Schritt des fertigen Programms bietet oder verlangt es",
            "aucune page, commande ou étape du programme fini ne le propose ni ne le demande",
            "ninguna página, orden ni paso del programa terminado lo ofrece ni lo pide",
            "nenhuma página, comando ou passo do programa pronto o oferece ou pede",
            "nessuna pagina, comando o passo del programma finito lo offre o lo chiede",
            "geen pagina, opdracht of stap van het programma biedt het of vraagt erom")
    }

    static func of(_ act: Act, _ tongue: Tongue) -> String {
        switch act {
        case .reserve:
            Frame.pick(
                tongue, "one attempt succeeds and is shown, a second for the same thing and time is refused",
                "ein Versuch gelingt und wird angezeigt, ein zweiter für dieselbe Sache und Zeit wird abgelehnt",
                "un premier essai réussit et s'affiche, un second pour la même chose au même moment est refusé",
                "un primer intento sale bien y se ve, otro para lo mismo y la misma hora se rechaza",
                "uma primeira tentativa dá certo e aparece, outra para o mesmo e a mesma hora é recusada",
                "un primo tentativo riesce e si vede, un secondo per la stessa cosa e ora viene rifiutato",
                "een eerste poging lukt en is te zien, een tweede voor hetzelfde en dezelfde tijd wordt geweigerd")
        case .notify:
            Frame.pick(
                tongue, "exactly one message goes out for its cause, at the time stated, and none without it",
                "zu ihrem Anlass geht genau eine Nachricht zur genannten Zeit hinaus, ohne ihn keine",
                "un seul message part pour sa cause, au moment dit, et aucun sans elle",
                "por su causa sale un solo aviso, en el momento dicho, y ninguno sin ella",
                "pela sua causa sai um só aviso, no momento dito, e nenhum sem ela",
                "per la sua causa parte un solo avviso, al momento detto, e nessuno senza",
                "voor de aanleiding gaat precies één bericht uit, op de genoemde tijd, en anders geen")
        case .remove:
            Frame.pick(
                tongue, "afterwards it can no longer be found or opened, and everything else is unchanged",
                "danach ist es weder zu finden noch zu öffnen, und alles andere ist unverändert",
                "ensuite on ne peut plus le trouver ni l'ouvrir, et tout le reste est inchangé",
                "después ya no se puede encontrar ni abrir, y todo lo demás sigue igual",
                "depois já não se pode encontrar nem abrir, e o resto continua igual",
                "dopo non si può più trovare né aprire, e tutto il resto è invariato",
                "daarna is het niet meer te vinden of te openen, en al het andere is onveranderd")
        case .export:
            Frame.pick(
                tongue, "the file opens in another program and holds every entry exactly once",
                "die Datei öffnet sich in einem anderen Programm und enthält jeden Eintrag genau einmal",
                "le fichier s'ouvre dans un autre programme et contient chaque entrée une seule fois",
                "el archivo se abre en otro programa y contiene cada entrada una sola vez",
                "o arquivo abre em outro programa e contém cada entrada uma só vez",
                "il file si apre in un altro programma e contiene ogni voce una sola volta",
                "het bestand opent in een ander programma en bevat elke regel precies één keer")
        case .find:
            Frame.pick(
                tongue, "what matches is found, what does not match is left out, and an empty result says so",
                "was passt, wird gefunden, was nicht passt, fehlt, und ein leeres Ergebnis sagt es",
                "ce qui correspond est trouvé, le reste est laissé de côté, et un résultat vide le dit",
                "se encuentra lo que corresponde, lo demás no sale, y un resultado vacío lo dice",
                "encontra-se o que corresponde, o resto não sai, e um resultado vazio o diz",
                "si trova ciò che corrisponde, il resto non esce, e un risultato vuoto lo dice",
                "wat past wordt gevonden, wat niet past ontbreekt, en een leeg resultaat zegt dat")
        case .decide:
            Frame.pick(
                tongue, "the choice is shown to those whom it concerns, and counts once",
                "die Wahl wird denen gezeigt, die sie angeht, und zählt einmal",
                "le choix est montré à ceux qu'il concerne et compte une seule fois",
                "la elección se muestra a quienes afecta y cuenta una sola vez",
                "a escolha é mostrada a quem interessa e conta uma só vez",
                "la scelta si mostra a chi riguarda e conta una sola volta",
                "de keuze is te zien voor wie het aangaat en telt één keer")
        case .compute:
            Frame.pick(
                tongue, "for known input the result is the expected one, worked out by hand beforehand",
                "für bekannte Eingaben kommt das vorher von Hand ermittelte Ergebnis heraus",
                "pour des données connues, le résultat est celui établi à la main auparavant",
                "con datos conocidos sale el resultado calculado antes a mano",
                "com dados conhecidos sai o resultado calculado antes à mão",
                "con dati noti esce il risultato calcolato prima a mano",
                "bij bekende invoer komt het vooraf met de hand bepaalde resultaat")
        case .enter:
            Frame.pick(
                tongue,
                "what was entered is still there after a restart, and an empty or wrong entry is refused with a message",
                "das Eingegebene ist nach einem Neustart noch da, eine leere oder falsche Eingabe wird mit einem Hinweis abgelehnt",
                "ce qui a été saisi est encore là après un redémarrage, une saisie vide ou fausse est refusée avec un message",
                "lo introducido sigue ahí tras reiniciar, y una entrada vacía o errónea se rechaza con un mensaje",
                "o que se introduziu continua lá após reiniciar, e uma entrada vazia ou errada é recusada com uma mensagem",
                "ciò che è stato inserito c'è ancora dopo un riavvio, e una voce vuota o errata viene rifiutata con un messaggio",
                "wat is ingevoerd is er na een herstart nog, en lege of foute invoer wordt met een melding geweigerd")
        case .cancel:
            Frame.pick(
                tongue, "afterwards nothing more of it comes, and a second attempt says that it is done already",
                "danach kommt nichts mehr davon, und ein zweiter Versuch sagt, dass es schon geschehen ist",
                "ensuite plus rien n'arrive, et un second essai dit que c'est déjà fait",
                "después no llega nada más, y un segundo intento dice que ya está hecho",
                "depois não chega mais nada, e uma segunda tentativa diz que já está feito",
                "dopo non arriva più nulla, e un secondo tentativo dice che è già fatto",
                "daarna komt er niets meer, en een tweede poging zegt dat het al gedaan is")
        case .restrict: only(tongue)
        case .synchronise:
            Frame.pick(
                tongue,
                "a change on one side is on the other exactly once, also after the connection was gone in between",
                "eine Änderung auf der einen Seite steht auf der anderen genau einmal, auch wenn die Verbindung dazwischen weg war",
                "un changement d'un côté se retrouve de l'autre une seule fois, même si la connexion a manqué entre-temps",
                "un cambio en un lado está en el otro una sola vez, aunque la conexión faltara entretanto",
                "uma mudança de um lado está no outro uma só vez, mesmo que a ligação tenha faltado entretanto",
                "una modifica da un lato è dall'altro una sola volta, anche se nel frattempo mancava la connessione",
                "een wijziging aan de ene kant staat precies één keer aan de andere, ook als de verbinding tussendoor weg was"
            )
        case .take:
            Frame.pick(
                tongue,
                "a known example comes in with everything that stands in it; a broken or empty one is reported, and the rest goes on",
                "ein bekanntes Beispiel kommt mit allem an, was darin steht; ein kaputtes oder leeres wird gemeldet, der Rest geht weiter",
                "un exemple connu arrive avec tout ce qu'il contient ; un exemple abîmé ou vide est signalé, et le reste continue",
                "un ejemplo conocido entra con todo lo que contiene; uno roto o vacío se señala, y lo demás sigue",
                "um exemplo conhecido entra com tudo o que contém; um estragado ou vazio é assinalado, e o resto continua",
                "un esempio noto entra con tutto ciò che contiene; uno rotto o vuoto viene segnalato, e il resto prosegue",
                "een bekend voorbeeld komt binnen met alles wat erin staat; een kapot of leeg voorbeeld wordt gemeld, de rest gaat door"
            )
        case .control:
            Frame.pick(
                tongue, "brought about on purpose it happens in the time stated, and without its cause it does not",
                "absichtlich herbeigeführt geschieht es in der genannten Zeit, ohne Anlass nicht",
                "provoqué exprès, cela se produit dans le temps dit, et sans cause non",
                "provocado a propósito ocurre en el tiempo dicho, y sin causa no",
                "provocado de propósito acontece no tempo dito, e sem causa não",
                "provocato apposta avviene nel tempo detto, e senza causa no",
                "met opzet uitgelokt gebeurt het binnen de genoemde tijd, en zonder aanleiding niet")
        case .share:
            Frame.pick(
                tongue, "each of those concerned has exactly their part, and the parts together are the whole",
                "jeder, den es angeht, hat genau seinen Teil, und die Teile zusammen sind das Ganze",
                "chaque personne concernée a exactement sa part, et les parts ensemble font le tout",
                "cada persona afectada tiene justo su parte, y las partes juntas son el todo",
                "cada pessoa envolvida tem exatamente a sua parte, e as partes juntas são o todo",
                "ogni persona interessata ha esattamente la sua parte, e le parti insieme sono il tutto",
                "ieder die het aangaat heeft precies zijn deel, en de delen samen zijn het geheel")
        case .make:
            Frame.pick(
                tongue, "made from a known example it holds what the example says, all of it and nothing else",
                "aus einem bekannten Beispiel gemacht, enthält es alles, was darin steht, und nichts sonst",
                "fait à partir d'un exemple connu, il contient tout ce que dit l'exemple et rien d'autre",
                "hecho a partir de un ejemplo conocido contiene todo lo que dice y nada más",
                "feito a partir de um exemplo conhecido contém tudo o que ele diz e nada mais",
                "fatto da un esempio noto contiene tutto ciò che dice e nient'altro",
                "gemaakt uit een bekend voorbeeld bevat het alles wat daarin staat en niets anders")
        case .teach:
            Frame.pick(
                tongue,
                "one of those it is for gets through it alone, and a wrong step is answered with what was wrong",
                "jemand, für den es ist, kommt allein hindurch, und auf einen falschen Schritt folgt, was falsch war",
                "quelqu'un à qui c'est destiné y arrive seul, et une erreur est suivie de son explication",
                "alguien a quien va dirigido llega solo al final, y un paso erróneo recibe su explicación",
                "alguém a quem se destina chega sozinho ao fim, e um passo errado recebe a sua explicação",
                "qualcuno a cui è destinato arriva in fondo da solo, e a un passo sbagliato segue la spiegazione",
                "iemand voor wie het is komt er alleen doorheen, en na een foute stap staat er wat er fout was")
        case .keep:
            Frame.pick(
                tongue,
                "tried under exactly that condition, for as long as it is to last: it goes on, and nothing is lost",
                "unter genau dieser Bedingung und so lange wie verlangt versucht: es geht weiter, und nichts geht verloren",
                "essayé exactement dans cette condition, aussi longtemps que voulu : cela continue et rien ne se perd",
                "probado justo en esa condición y el tiempo pedido: sigue, y nada se pierde",
                "testado exatamente nessa condição e pelo tempo pedido: continua, e nada se perde",
                "provato proprio in quella condizione e per il tempo voluto: prosegue, e nulla va perso",
                "onder precies die voorwaarde en zo lang als gevraagd geprobeerd: het gaat door, en niets gaat verloren"
            )
        case .show:
            Frame.pick(
                tongue, "what is there is shown complete and up to date, and where nothing is there it says so",
                "was da ist, wird vollständig und aktuell gezeigt, und wo nichts ist, steht das da",
                "ce qui existe est montré en entier et à jour, et s'il n'y a rien, c'est dit",
                "lo que hay se muestra completo y al día, y si no hay nada, se dice",
                "o que há é mostrado completo e em dia, e se não há nada, diz-se",
                "ciò che c'è si mostra completo e aggiornato, e se non c'è nulla lo si dice",
                "wat er is wordt volledig en actueel getoond, en als er niets is staat dat er")
        case .other:
            Frame.pick(
                tongue,
                "somebody who did not build it does this from the start and sees the result; wrong input changes nothing",
                "jemand, der es nicht gebaut hat, tut dies von Anfang an und sieht das Ergebnis; falsche Eingaben ändern nichts",
                "quelqu'un qui ne l'a pas construit le fait depuis le début et voit le résultat ; une fausse saisie ne change rien",
                "quien no lo ha hecho lo recorre desde el principio y ve el resultado; una entrada errónea no cambia nada",
                "quem não o fez percorre-o desde o início e vê o resultado; uma entrada errada não muda nada",
                "chi non l'ha costruito lo fa dall'inizio e vede il risultato; un'immissione errata non cambia nulla",
                "iemand die het niet heeft gebouwd doet dit van begin af aan en ziet het resultaat; foute invoer verandert niets"
            )
        }
    }
}
