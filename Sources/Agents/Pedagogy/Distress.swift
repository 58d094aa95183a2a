import Patterns

/// Somebody who writes that they may hurt themselves: a person is what they need, and no word about code.
///
/// The words are known in the languages whose questions the mentor knows a little. Whoever is taken for such a person by
/// mistake has lost nothing; so no care is spared on being sure.
enum Distress {
    /// What to say to it, in its language; nil where nothing of it says so.
    static func answer(to question: String) -> String? {
        let words = Words.split(question, limit: 2_000)
        let line = " " + words.joined(separator: " ") + " "
        return tongues.first { tongue in
            tongue.signs.contains { sign in
                let parts = sign.split(separator: "*").map { $0.split(separator: " ").map(String.init) }
                return parts.count > 1 ? holds(words[...], parts[...]) : holds(line, sign)
            } || tongue.alone.contains(words.joined(separator: " "))
        }?.answer
    }

    /// A sign is none where it has an object: who cuts himself a slice of a list is not hurt.
    private static func holds(_ line: String, _ sign: String) -> Bool {
        line.ranges(of: " \(sign) ").contains { found in
            let next = line[found.upperBound...].prefix { $0 != " " }
            return !(cuts.contains(sign) && objects.contains(String(next)))
        }
    }

    /// The parts in this order, with at most four words between two of them.
    private static func holds(_ words: ArraySlice<String>, _ parts: ArraySlice<[String]>) -> Bool {
        guard let part = parts.first, words.count >= part.count else { return parts.isEmpty }
        return words.indices.contains { start in
            guard words[start...].starts(with: part) else { return false }
            let rest = words.dropFirst(start - words.startIndex + part.count)
            guard let next = parts.dropFirst().first else { return true }
            return holds(rest.prefix(4 + next.count), parts.dropFirst())
        }
    }

    private static let cuts: Set<String> = [
        "cut myself", "cutting myself", "cortarme", "tagliarmi", "me cortar", "cortar me", "mezelf snijden",
    ]
    private static let objects: Set<String> = [
        "a", "an", "the", "some", "this", "that", "off", "short", "loose", "out", "un", "una", "uno", "el", "la", "um",
        "uma", "o", "een",
    ]

    private struct Tongue: Sendable {
        /// As `Words.split` folds them: small letters without accents and apostrophes.
        ///
        /// A `*` stands for up to four words.
        let signs: [String]
        /// Signs where they are all that is written.
        var alone: Set<String> = []
        let answer: String
    }

    private static let tongues = [
        Tongue(
            signs: [
                "kill myself", "killing myself", "end my life", "ending my life", "take my life", "take my own life",
                "taking my own life", "i want to die", "i just want to die", "want to die myself", "i wanna die",
                "me want to die", "wish i was dead", "wish i were dead", "wish i could die", "i should be dead",
                "better off dead", "better off without me", "hurt myself", "hurting myself", "harm myself",
                "harming myself", "cut myself", "cutting myself", "self harm", "selfharm", "suicidal",
                "commit suicide", "thinking about suicide", "thinking of suicide", "dont want to live",
                "do not want to live", "dont want to be alive", "do not want to be alive", "no reason to live",
                "no point in living", "unalive myself", "kill himself", "kill herself", "hurt himself", "hurt herself",
                "ending it all", "end it all", "want it all to end", "want it all to be over",
                "not want to be here anymore",
                "dont want to be here anymore", "dont want to be here any more", "not want to be here any more",
                "dont wanna be here anymore", "dont wanna live", "dont want to exist", "not want to exist",
                "dont want to wake up", "tired of living", "tired of being alive", "cant go on living",
                "rather be dead",
                "unaliving myself", "drown myself", "hang myself", "shoot myself", "gonna kms", "wanna kms", "imma kms",
                "want to kms", "going to kms", "about to kms", "i will kms", "ill kms", "i might kms", "i should kms",
                "might as well kms",
            ],
            alone: [
                "kms"
            ],
            answer: """
                What you write matters more than any code, and I am glad that you wrote it. I am a program and cannot be \
                there for you; a person can. Please tell somebody near you now: a friend, your family, a teacher, whoever \
                is in reach. If you or somebody else may get hurt, call your local emergency number (112 in Europe, 911 \
                in North America, 999 in the United Kingdom). You need not be alone with this. The code can wait.
                """),
        Tongue(
            signs: [
                "mich umbringen", "bringe mich um", "bring mich um", "mich toten", "mich selbst toten",
                "mir das leben nehmen", "mir das leben zu nehmen", "mein leben beenden", "ich will sterben",
                "ich mochte sterben", "ich mochte nur noch sterben", "ich will nur noch sterben", "sterben will",
                "sterben mochte", "will nicht mehr leben", "mochte nicht mehr leben", "nicht mehr leben will",
                "nicht mehr leben mochte", "lieber tot", "tot sein", "mich verletzen", "mich selbst verletzen",
                "mich selbst zu verletzen", "mir etwas antun", "mir was antun", "mir etwas anzutun", "mich ritzen",
                "ritze mich", "selbstmord", "suizid", "suizidgedanken", "selbstmordgedanken",
                "bringe * mich * um", "bring * mich * um", "bringe ich mich um", "mich * umzubringen",
                "tote mich selbst",
                "will nicht mehr hier sein", "will nicht mehr da sein", "mochte nicht mehr da sein", "allem ein ende",
                "alldem ein ende",
                "mit dem leben schluss", "nicht mehr am leben sein", "ich hange mich auf", "mich aufhangen",
            ],
            answer: """
                Was du schreibst, ist wichtiger als jeder Code, und es ist gut, dass du es schreibst. Ich bin ein Programm \
                und kann nicht für dich da sein; ein Mensch kann es. Bitte sag es jetzt jemandem in deiner Nähe: einer \
                Freundin, einem Freund, deiner Familie, einer Lehrkraft. Wenn du oder jemand anderes in Gefahr ist, ruf den \
                Notruf (112 in Europa). Du musst damit nicht allein sein. Der Code kann warten.
                """),
        Tongue(
            signs: [
                "me tuer", "me suicider", "envie de mourir", "je veux mourir", "je voudrais mourir",
                "jai envie den finir", "en finir avec la vie", "mettre fin a mes jours", "plus envie de vivre",
                "ne veux plus vivre", "veux plus vivre", "plus de raison de vivre", "me faire du mal", "me mutiler",
                "me scarifier", "mieux mort", "mieux morte", "suicidaire", "penser au suicide", "pense au suicide",
                "idees suicidaires",
                "en finir avec tout", "je veux en finir", "envie den finir", "envie de en finir",
                "ne veux plus etre la",
                "veux plus etre la", "veux plus exister", "comment je me tue", "me pendre", "fatigue de vivre",
            ],
            answer: """
                Ce que tu écris compte plus que n'importe quel code, et c'est bien de l'avoir écrit. Je suis un programme et \
                je ne peux pas être là pour toi ; une personne le peut. Parles-en maintenant à quelqu'un près de toi : un \
                ami, une amie, ta famille, un enseignant. Si toi ou quelqu'un d'autre est en danger, appelle le numéro \
                d'urgence (112 en Europe). Tu n'as pas à rester seul avec cela. Le code peut attendre.
                """),
        Tongue(
            signs: [
                "matarme", "me quiero matar", "suicidarme", "me quiero suicidar", "quiero morir", "quiero morirme",
                "me quiero morir", "quitarme la vida", "no quiero vivir", "no quiero vivir mas", "ya no quiero vivir",
                "no quiero seguir viviendo", "acabar con mi vida", "terminar con mi vida", "hacerme dano",
                "lastimarme", "cortarme", "autolesionarme", "estaria mejor muerto", "estaria mejor muerta", "suicidio",
                "pensamientos suicidas",
                "acabar con todo esto", "no quiero estar aqui mas", "no quiero estar mas aqui",
                "ya no quiero estar aqui",
                "como me mato", "no quiero existir", "cansado de vivir", "cansada de vivir", "ahorcarme",
            ],
            answer: """
                Lo que escribes importa más que cualquier código, y está bien que lo hayas escrito. Soy un programa y no \
                puedo acompañarte; una persona sí. Por favor, cuéntaselo ahora a alguien que tengas cerca: una amiga, un \
                amigo, tu familia, un profesor. Si tú u otra persona está en peligro, llama al número de emergencias de \
                tu país (112 en Europa, 911 en gran parte de América). No tienes que estar a solas con esto. El código \
                puede esperar.
                """),
        Tongue(
            signs: [
                "uccidermi", "ammazzarmi", "suicidarmi", "mi voglio uccidere", "mi voglio ammazzare", "voglio morire",
                "vorrei morire", "vorrei essere morto", "vorrei essere morta", "togliermi la vita", "non voglio vivere",
                "non voglio piu vivere", "farmi del male", "farmi male", "farla finita", "tagliarmi", "suicidio",
                "pensieri suicidi",
                "come mi uccido", "come mi ammazzo", "non voglio piu esserci", "non voglio piu esistere",
                "stanco di vivere",
                "stanca di vivere", "impiccarmi",
            ],
            answer: """
                Quello che scrivi conta più di qualsiasi codice, ed è bene che tu l'abbia scritto. Sono un programma e non \
                posso esserti vicino; una persona sì. Per favore, parlane adesso con qualcuno vicino a te: un'amica, un \
                amico, la famiglia, un insegnante. Se tu o qualcun altro è in pericolo, chiama il numero di emergenza (112 \
                in Europa). Non devi restare da solo con questo. Il codice può aspettare.
                """),
        Tongue(
            signs: [
                "me matar", "matar me", "suicidar me", "me suicidar", "quero morrer", "queria morrer",
                "queria estar morto", "queria estar morta", "tirar a minha vida", "tirar minha vida",
                "acabar com a minha vida", "acabar com minha vida", "nao quero viver", "nao quero mais viver",
                "ja nao quero viver", "me machucar", "magoar me", "me cortar", "cortar me", "me mutilar",
                "pensamentos suicidas",
                "como me mato", "nao quero mais estar aqui", "nao quero estar mais aqui", "nao quero existir",
                "cansado de viver", "cansada de viver", "acabar com tudo isto", "me enforcar",
            ],
            answer: """
                O que você escreve importa mais do que qualquer código, e foi bom ter escrito. Sou um programa e não posso \
                estar ao seu lado; uma pessoa pode. Por favor, fale agora com alguém perto de você: uma amiga, um amigo, a \
                família, um professor. Se você ou outra pessoa estiver em perigo, ligue para o número de emergência (112 \
                em Portugal, 192 ou 190 no Brasil). Você não precisa ficar só com isso. O código pode esperar.
                """),
        Tongue(
            signs: [
                "zelfmoord", "mezelf doden", "mezelf van kant maken", "mezelf iets aandoen", "mezelf pijn doen",
                "mezelf snijden", "ik wil dood", "wil niet meer leven", "niet meer wil leven", "ik wil sterven",
                "een einde aan mijn leven",
                "hoe maak ik mezelf dood", "mezelf ophangen", "wil er niet meer zijn", "wil niet meer hier zijn",
                "een einde maken aan mijn leven", "maak er een einde aan",
            ],
            answer: """
                Wat je schrijft is belangrijker dan welke code ook, en het is goed dat je het schrijft. Ik ben een programma \
                en kan er niet voor je zijn; een mens kan dat wel. Vertel het nu aan iemand in je buurt: een vriend, \
                vriendin, familie, een docent. Ben jij of is iemand anders in gevaar, bel dan het alarmnummer (112 in \
                Europa). Je hoeft hier niet alleen mee te blijven. De code kan wachten.
                """),
        Tongue(
            signs: [
                "убить себя", "убью себя", "покончить с собой", "покончу с собой", "хочу умереть", "не хочу жить",
                "не хочу больше жить", "причинить себе вред", "самоубийство", "самоубийстве", "резать себя",
                "режу себя",
                "убиться", "наложить на себя руки", "свести счеты с жизнью", "свести счёты с жизнью",
                "не хочу существовать",
                "не хочу больше быть здесь", "повеситься", "устал жить", "устала жить",
            ],
            answer: """
                То, что вы пишете, важнее любого кода, и хорошо, что вы это написали. Я программа и не могу быть рядом, а \
                человек может. Пожалуйста, расскажите об этом сейчас кому-нибудь рядом: другу, близким, учителю. Если вам \
                или кому-то грозит опасность, позвоните в службу спасения (112). Вы не обязаны оставаться с этим \
                наедине. Код подождёт.
                """),
    ]
}
