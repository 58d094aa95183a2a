import Patterns

/// The words by which statements are told apart, in seven languages and without accents.
///
/// Data only.
enum StatementWords {
    /// A clause that begins with one of them rules something out.
    static let negatives = WordList.set(
        """
        no without zero kein keine keinen keinem keiner keinerlei ohne aucun aucune sans sin ningun ninguna senza niente \
        nessun nessuna sem nenhum nenhuma geen zonder bez zadnych zadnego zadnej brak
        """)
    /// Those of them that a verb may follow: "without sending", "sin pasar".
    static let prepositions = WordList.set("without ohne sans sin senza sem zonder bez")
    /// What may stand before a negative without changing it.
    static let fillers = WordList.set(
        "and or und oder et ou y e o ed en of also auch please bitte aber but mais pero ma maar nor there es gibt il ny a also i"
    )

    /// A clause with one of them says more than that a thing is left out.
    static let finite = WordList.set(
        """
        is are be was were may must can cannot could should shall will would has have need needs needed unless until except if \
        when while during before after but than that which who leaves gets goes stored sent shared \
        darf durfen muss mussen soll sollen kann konnen wird werden wenn falls ausser bis sondern aber wahrend bevor nachdem \
        doit doivent peut peuvent sauf quand si mais pendant avant apres \
        debe deben puede pueden salvo excepto cuando pero sino durante antes despues se \
        deve devono puo possono tranne quando ma durante prima dopo se va vanno \
        devem pode podem exceto quando mas durante depois se \
        mag mogen moet moeten kan kunnen wordt worden behalve als maar tijdens voordat nadat
        """
    ).subtracting(["needed"])

    /// "Only", where it opens or ends a clause.
    static let only = WordList.set(
        "only just nur bloss lediglich ausschliesslich seulement uniquement juste solo solamente unicamente soltanto apenas somente so alleen slechts"
    )
    static let butOnly = WordList.set(
        "but sondern mais sino ma maar instead stattdessen only just nur alleen solo apenas seulement")

    /// A clause that begins with one of them says what must hold.
    static let musts = WordList.set(
        """
        must has have should needs muss mussen soll sollen sollte darf durfen doit doivent devra debe deben tiene tienen deve devono devem \
        tem ha moet moeten mag
        """)
    /// Where or how it runs, at the beginning of a clause.
    static let runs = WordList.set(
        "runs works lauft funktioniert tourne fonctionne marche corre funciona gira funziona roda draait werkt")
    static let never = WordList.set("never nie niemals jamais nunca jamas mai nooit")

    /// What brings something that is done or is, in a relative clause.
    static let relatives = WordList.set(
        "that which where who das die der dem wo womit qui que ou dont che dove donde cui onde waar dat waarmee so")

    /// What only greets or thanks.
    static let talk = WordList.set(
        """
        hi hello hey dear all everyone there folks thanks thank you very much so a lot please cheers best regards sorry \
        hallo guten tag morgen abend moin servus danke vielen dank schon mal im voraus liebe grusse viele mfg zusammen bitte \
        bonjour salut bonsoir merci beaucoup davance d avance cordialement a tous \
        hola buenos dias buenas tardes gracias muchas saludos de antemano un saludo \
        ciao buongiorno salve grazie mille saluti a tutti anticipo in \
        ola oi bom dia boa tarde obrigado obrigada muito desde ja abracos \
        hoi goedendag dag bedankt dank je wel alvast groeten met vriendelijke groet
        """)
    /// Sentences that ask for nothing, by how they begin; only short ones.
    static let talkPhrases = [
        "i have an idea", "i had an idea", "i have this idea", "can you help", "could you help", "can you do",
        "thank you",
        "thanks", "let me know", "hope this", "any help", "is that possible", "is this possible", "how much would",
        "what do you think", "ich habe eine idee", "ich hab eine idee", "ich hatte eine idee", "konnt ihr",
        "konnen sie mir",
        "kannst du mir helfen", "geht das", "ist das moglich", "jai une idee", "pouvez vous", "tu peux maider",
        "est ce possible", "cest possible", "tengo una idea", "me podeis ayudar", "me ayudas", "es posible",
        "ho unidea",
        "mi aiutate", "potete aiutarmi", "e possibile", "tenho uma ideia", "podem me ajudar", "pode me ajudar",
        "e possivel", "ik heb een idee", "kunnen jullie", "kun je", "is dat mogelijk", "im new", "i am new",
        "im not a programmer",
        "ich bin kein programmierer", "ich kenne mich nicht",
    ].map { $0.split(separator: " ").map(String.init) }

    /// How things are done today, at the beginning of a sentence.
    static let today = WordList.set(
        "today currently nowadays heute bisher derzeit aktuell momentan zurzeit aujourdhui actuellement hoy actualmente oggi attualmente hoje atualmente vandaag momenteel"
    )
    static let we = WordList.set(
        "we i wir ich nous je jai nosotros yo noi io nos eu wij we ik das dat that this ca cela eso esto quello questo isso"
    )
    static let she = WordList.set("she he sie er elle il ella el ela ele lei lui zij hij")
    /// What somebody feels or knows, and the program does not.
    static let feels = WordList.set(
        """
        hates loves likes dislikes prefers knows hasst liebt mag kennt deteste adore aime connait odia ama adora prefiere conoce \
        odeia prefere conhece detesta preferisce conosce haat houdt kent
        """)
    /// What brings why something was chosen.
    static let reasons = WordList.set("because since weil denn porque parce car perche pois omdat want")
    static let already = WordList.set("already schon bereits deja ya gia ja al")

    /// A wish, in the middle of a sentence that tells of somebody first: "We are a nursery and want a portal".
    static let wanting = WordList.set(
        """
        want wants need needs looking mochten mochte wollen will brauchen brauche suchen suche hatten voudrions voudrais voulons \
        veux cherchons cherche queremos quiero quisieramos necesitamos necesito buscamos busco vogliamo vorrei vorremmo voglio \
        cerchiamo cerco queremos quero precisamos preciso gostariamos willen wil zoeken zoek
        """)

    /// "Without scripts, if possible": still left out.
    static let ifPossible = [
        "if possible", "wenn moglich", "wenn es geht", "si possible", "si se puede", "si es posible", "se possibile",
        "se possivel", "indien mogelijk", "als het kan",
    ].map { $0.split(separator: " ").map(String.init) }

    /// What may stand beside technologies where nothing else is said.
    static let stackFillers = WordList.set(
        """
        please bitte in with using on and mit und auf en y con avec et e com met or written built made backend frontend front back end \
        database db server als als stack built tech use uses as the a
        """)

    static let isNeeded = [
        "isnt needed", "is not needed", "not needed", "dont need", "do not need", "doesnt need", "no need for",
        "not required",
        "arent needed", "brauchen wir nicht", "brauche ich nicht", "brauchts nicht", "nicht notig", "nicht gebraucht",
        "pas besoin", "pas necessaire", "no hace falta", "no hacen falta", "no necesitamos", "no necesito", "non serve",
        "non servono", "nao precisa", "nao precisamos", "nao e preciso", "niet nodig", "hoeft niet", "hoeven niet",
    ]

    static let nice = [
        "nice to have", "nice-to-have", "would be nice", "would be great", "would be cool", "be a plus", "optional",
        "optionally",
        "maybe later", "bonus", "if there is time", "later maybe", "ware schon", "ware nett", "ware toll", "schon ware",
        "toll ware",
        "nett ware", "vielleicht spater", "vielleicht auch", "spater vielleicht", "optionnel", "en option",
        "facultatif", "serait bien", "serait sympa",
        "plus tard", "peut etre", "opcional", "estaria bien", "seria bueno", "seria genial", "mas adelante",
        "facoltativo",
        "opzionale", "sarebbe bello", "piu avanti", "magari", "seria bom", "seria legal", "mais tarde", "talvez",
        "optioneel",
        "zou leuk zijn", "zou fijn zijn", "zou mooi zijn", "misschien later",
    ].map { Words.split($0).joined(separator: " ") }

    /// "We expect 60 a day", "roles are …", "I run a studio": nothing that the program does.
    static func opensAsBackground(_ words: [String], _ tongue: Tongue) -> Bool {
        let line = words.joined(separator: " ") + " "
        return ResearchWords.list("notwish", tongue).contains { line.hasPrefix($0 + " ") }
    }
}
