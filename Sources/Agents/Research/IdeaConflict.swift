import Patterns

/// Two wishes of one idea that cannot both hold; asked about, and settled by the answer.
enum IdeaConflict: Sendable, Hashable {
    /// Wanted and refused.
    case topic(ProjectPattern.Topic)
    case anonymousAccounts
    case offlineLive
    case onlyMeShared
    /// No server, and several people's devices in step.
    case serverlessShared
    /// Nobody signs in, and everybody sees what is theirs.
    case ownWithoutAccounts
    /// Nobody signs in, and only some may do something.
    case onlySomeWithoutAccounts
    /// Gone after a while, and looked up later.
    case forgottenKept
    /// For nothing, and for money.
    case freePaid
    /// "Nothing else", and then more.
    case moreThanLimit
    case stacks([String])
    /// Two sentences of the idea of which one denies what the other says; the one that leaves something out first.
    case opposed(String, String)
    /// No scripts, and something that is made of them.
    case scriptless(String)

    /// In English.
    var question: String {
        switch self {
        case .topic(let topic):
            "The idea rules out \(Self.label(topic)) and asks for them as well. Which holds?"
        case .anonymousAccounts: "People shall be anonymous, and the idea speaks of accounts. Which holds?"
        case .offlineLive: "It shall work without a connection, and show changes of others at once. What comes first?"
        case .onlyMeShared: "It is for you alone, and the idea speaks of others who take part. Which holds?"
        case .serverlessShared:
            "It is to work without a server, and to keep several people's devices in step. What comes first?"
        case .ownWithoutAccounts:
            "Nobody is to sign in, and everybody is to see what is theirs. How does it know who somebody is?"
        case .onlySomeWithoutAccounts:
            "Nobody is to sign in, and only some people may do something. How does it know who they are?"
        case .forgottenKept:
            "What is written is to be deleted, and to be looked up later as well. Which holds?"
        case .freePaid: "It is to be free, and the idea names a price as well. Which holds?"
        case .moreThanLimit: "The idea says “nothing else”, and names more after that. Which holds?"
        case .opposed(let one, let other): ResearchTexts.say("opposed", .english, ["a": one, "b": other])
        case .scriptless(let name):
            "It is to work without JavaScript, and \(name) is made of it. Which holds?"
        case .stacks(let names): "The idea names \(English.list(names)), which do the same work. Which one shall it be?"
        }
    }

    /// The first is the one that leaves something out.
    var options: [String] {
        switch self {
        case .topic(let topic): ["Without \(Self.label(topic))", "With \(Self.label(topic))"]
        case .anonymousAccounts: ["Anonymous, without accounts", "With accounts"]
        case .offlineLive: ["Without a connection first", "Live changes first"]
        case .onlyMeShared: ["Only for me", "With others"]
        case .serverlessShared: ["Without a server", "In step, through a server"]
        case .ownWithoutAccounts: ["By a link or a number that each of them keeps, without accounts", "With accounts"]
        case .onlySomeWithoutAccounts: ["By a link or a code that they are given, without accounts", "With accounts"]
        case .forgottenKept: ["Deleted, and not kept anywhere", "Kept, for those who may look it up"]
        case .freePaid: ["Free", "For a price"]
        case .moreThanLimit: ["Nothing else", "All that is named"]
        case .stacks(let names): names
        case .opposed(let one, let other): [one, other]
        case .scriptless(let name): ["Without JavaScript", "With \(name)"]
        }
    }

    /// Whether an answer leaves out what is in dispute.
    func leavesOut(_ answer: String) -> Bool {
        let said = Words.split(answer).joined(separator: " ")
        for tongue in Tongue.allCases {
            for (index, option) in options(in: tongue).enumerated()
            where Words.split(option).joined(separator: " ") == said {
                return index == 0
            }
        }
        if self == .ownWithoutAccounts || self == .onlySomeWithoutAccounts,
            !Set(Words.split(answer, limit: 60)).isDisjoint(with: [
                "link", "number", "code", "links", "codes", "ticket",
            ])
        {
            return true
        }
        return !Set(Words.split(answer, limit: 60)).isDisjoint(
            with: [
                "without", "no", "not", "none", "neither", "only", "nothing", "first", "former", "drop", "leave",
                "ohne",
                "keine", "kein", "nur", "sans", "aucun", "seulement", "sin", "solo", "ningun", "senza", "nessun", "sem",
                "nenhum", "zonder", "geen", "alleen",
            ])
    }

    static func label(_ topic: ProjectPattern.Topic) -> String {
        CommonFeatures.labels[topic] ?? topic.rawValue
    }
}

extension IdeaReading {
    /// What cannot both hold and is not yet decided, the gravest first.
    var conflicts: [IdeaConflict] {
        var conflicts = ProjectPattern.Topic.allCases.filter(bothWays.contains).map(IdeaConflict.topic)
        let spoken = Set(words.map(\.lower))
        let line = SpokenLine(text)
        let isAnonymous = [
            "anonymous", "anonymously", "anonym", "anonyme", "anonima", "anonimo", "anonimos", "anonimas", "anoniem",
        ].contains(where: line.says)
        let isNamed = [
            "real name", "real names", "verified profile", "verified profiles", "klarnamen", "klarname", "vrai nom",
            "nombre real", "nome real", "nome vero", "echte naam",
        ].contains(where: line.says)
        if isAnonymous, wanted.contains(.accounts) || isNamed { conflicts.append(.anonymousAccounts) }
        let isLive =
            !spoken.isDisjoint(with: ["realtime", "real-time", "live", "instantly", "multiplayer", "echtzeit"])
            || [
                "real time", "at once", "at the same moment", "at the same time", "right away", "the same second",
                "tiempo real", "temps reel", "tempo reale", "tempo real",
            ].contains(where: line.says) || line.says("live")
        let isOffline =
            wanted.contains(.offline) || ResearchWords.list("nointernet", .english).contains(where: line.says)
            || line.says("offline first") || line.says("works offline")
            || ["only offline", "offline only", "nur offline", "solo offline"].contains(where: line.says)
        if isOffline, isLive { conflicts.append(.offlineLive) }
        if refusesServer, sharesAmongDevices || isLive { conflicts.append(.serverlessShared) }
        if refused.contains(.accounts), tellsWhoseIs { conflicts.append(.ownWithoutAccounts) }
        if refused.contains(.accounts), refusesAccounts, onlySomeMay, !tellsWhoseIs {
            conflicts.append(.onlySomeWithoutAccounts)
        }
        if isForgotten, looksBack { conflicts.append(.forgottenKept) }
        if isFree, namesPrice { conflicts.append(.freePaid) }
        if loginBothWays { conflicts.append(.topic(.accounts)) }
        let isOwn = [
            "only for me", "just for me", "only for myself", "just for myself", "for me alone", "only me",
        ]
        .contains(where: line.says)
        if isOwn, !wanted.isDisjoint(with: [.sharing, .messaging, .accounts, .administration]) {
            conflicts.append(.onlyMeShared)
        }
        // What another conflict asks about already is not asked twice.
        if conflicts.isEmpty { conflicts += Opposition.all(in: text, isForeign ? Tongue(text) : .english) }
        if namesMoreThanLimit { conflicts.append(.moreThanLimit) }
        if refusesScripts, let name = technologies.first(where: Self.scripted.contains) {
            conflicts.append(.scriptless(name))
        }
        for layer in Self.layers {
            let named = technologies.filter(layer.contains)
            if named.count > 1 { conflicts.append(.stacks(named)) }
        }
        return conflicts.filter { !settled.contains($0) }
    }

    /// Whether things go from one to another without being sold, in other languages than English.
    var passesThingsOn: Bool {
        words.contains { word in
            Self.passing.contains(word.lower)
                || ["intercambi", "tausch", "prestar", "verleih", "scambi", "doaca", "echange"].contains {
                    word.lower.hasPrefix($0)
                }
        }
    }

    private static let passing: Set<String> = [
        "trueque", "prestamo", "prestarse", "regalar", "donar", "troc", "preter", "prete", "pretent", "donner",
        "leihen",
        "ausleihen", "verschenken", "spenden", "baratto", "prestito", "regalare", "donare", "troca", "trocar",
        "emprestar",
        "emprestimo", "doar", "doacao", "doacoes", "ruilen", "lenen",
    ]

    private var refusesServer: Bool {
        refusals.refused.contains { phrase in
            Words.split(phrase).contains {
                ["server", "servers", "backend", "servidor", "serveur", "cloud"].contains($0)
            }
        }
    }

    /// "Sync between the officers' laptops", "everybody's phones in step".
    private var sharesAmongDevices: Bool {
        words.contains {
            [
                "sync", "syncs", "synced", "synchronise", "synchronize", "synchronised", "synchronisiert", "sincroniza",
                "sincronizar", "synchroniser", "sincronizzare", "shared",
            ].contains($0.lower)
        }
    }

    /// "Every visitor sees their own repairs", "jeder soll seine früheren Bestellungen sehen".
    private var tellsWhoseIs: Bool {
        let everybody: Set<String> = [
            "every", "each", "everybody", "everyone", "jeder", "jede", "jedes", "cada", "chaque", "chacun", "ogni",
            "ognuno",
            "todos", "tutti", "users", "members", "people", "visitors", "customers", "guests", "players",
        ]
        let theirs: Set<String> = [
            "own", "previous", "past", "earlier", "seine", "seinen", "ihre", "eigene", "eigenen", "propias", "propios",
            "anteriores", "propres", "anciennes", "anciens", "precedents", "precedentes", "propri", "proprie",
            "precedenti",
            "passate", "proprios", "proprias",
        ]
        return words.enumerated().contains { index, word in
            everybody.contains(word.lower)
                && words[(index + 1)...].prefix(8).prefix { !$0.opensSentence }.contains { theirs.contains($0.lower) }
        }
    }

    /// Accounts, or the way to one: "no sign-up", "sin registro".
    var refusesAccounts: Bool {
        refused.contains(.accounts)
            || refusals.refused.contains { phrase in
                !Set(Words.split(phrase)).isDisjoint(with: Self.waysIn)
            }
    }

    private static let waysIn = WordList.set(
        """
        sign signup registration login logins password passwords account accounts anmeldung registrierung benutzerkonten \
        benutzerkonto konto konten passwort passworter inscription compte comptes motdepasse registro cuenta cuentas \
        contrasena contrasenas registrazione conto account cadastro conta contas senha registratie wachtwoord
        """)

    /// "Only members can read", "nur Mitglieder dürfen", "seuls les membres".
    private var onlySomeMay: Bool {
        let only = AcceptanceCriteria.only.union(["seuls", "seules", "soli", "sole"])
        return words.enumerated().contains { index, word in
            only.contains(word.lower)
                && words[(index + 1)...].prefix(3).contains {
                    People.areMeant(by: $0.lower) || PeopleWords.isPerson($0.lower, Tongue(of: words.map(\.lower)))
                }
        }
    }

    /// "Deleted after 24 hours", "nichts wird gespeichert", "sin guardar".
    private var isForgotten: Bool {
        let gone = [
            "delet", "vanish", "disappear", "expire", "geloscht", "loscht", "verschwind", "supprim", "effac", "borra",
            "elimina",
            "cancella", "apaga",
        ]
        return words.enumerated().contains { index, word in
            gone.contains(where: word.lower.hasPrefix)
                && words[(index + 1)...].prefix(8).prefix { !$0.opensSentence }.contains {
                    StatedBound.times.contains($0.lower)
                }
        }
    }

    /// "What was written last year", "ein Archiv", "l'historique".
    private var looksBack: Bool {
        let line = SpokenLine(text)
        return [
            "last year", "last month", "past year", "years ago", "history of all", "archive", "full history",
            "everything that was",
            "archiv", "letzten jahres", "letztes jahr", "alles nachlesen", "annee derniere", "archives",
            "historique complet",
            "ano pasado", "historial completo", "archivo historico", "anno scorso", "archivio", "storico completo",
            "ano passado",
        ].contains(where: line.says)
    }

    private var isFree: Bool {
        let line = SpokenLine(text)
        return [
            "is free", "be free", "for free", "free of charge", "free forever", "stays free", "free app", "kostenlos",
            "gratis", "gratuit", "gratuito", "gratuita",
        ]
        .contains(where: line.says) || words.prefix(3).contains { $0.lower == "free" }
    }

    /// "Costs 5 dollars a month", "3 euros", "a subscription".
    private var namesPrice: Bool {
        let currencies: Set<String> = [
            "dollar", "dollars", "euro", "euros", "pounds", "pound", "francs", "cents", "eur", "usd",
        ]
        let line = SpokenLine(text)
        let isMonthly = ResearchWords.list("monthly", .english).contains(where: line.says)
        let costs =
            isMonthly
            || ["costs", "cost", "kostet", "cuesta", "coute", "costa", "custa", "charge", "charges", "price"]
                .contains(where: line.says)
        let isSum = zip(words, words.dropFirst()).contains {
            $0.lower.allSatisfy(\.isNumber) && currencies.contains($1.lower)
        }
        return isSum && costs || text.contains("€") && costs || text.contains("$") && costs || line.says("subscription")
    }

    /// "No accounts, but every ringer signs in": the verb is another word than the thing that was ruled out.
    private var loginBothWays: Bool {
        let line = SpokenLine(text)
        return refused.contains(.accounts) && !bothWays.contains(.accounts)
            && ["signs in", "sign in with", "logs in", "log in with", "own password", "with a password", "with a pin"]
                .contains(where: line.says)
    }

    private var refusesScripts: Bool {
        let line = SpokenLine(text)
        return ["without", "no", "ohne", "kein", "sans", "sin", "senza", "sem", "zonder", "geen"].contains {
            line.says($0 + " javascript") || line.says($0 + " js")
        }
    }

    private static let scripted: Set<String> = [
        "React", "Next.js", "Vue", "Nuxt", "Svelte", "SvelteKit", "Angular", "SolidJS",
    ]

    private static let layers: [Set<String>] = [
        ["Next.js", "Vue", "Nuxt", "Svelte", "SvelteKit", "Angular", "Remix", "SolidJS"],
        ["FastAPI", "Flask", "Django", "Rails", "Laravel", "Spring Boot", "Express", "NestJS", "ASP.NET", "Phoenix"],
        ["Flutter", "React Native"],
    ]

    /// Whether a wish follows the sentence that says "nothing else".
    private var namesMoreThanLimit: Bool {
        guard Self.isLimit(text) else { return false }
        let sentences = IdeaSentence.all(in: text)
        guard let limit = sentences.firstIndex(where: { Self.isLimit($0.text) }) else { return false }
        return sentences[(limit + 1)...].contains { sentence in
            let words = Words.split(sentence.text, limit: 40)
            return sentence.kind == .wish
                && words.contains {
                    ["should", "must", "also", "can", "and", "plus"].contains($0) || IdeaSentence.isDoing($0)
                }
        }
    }

    /// The idea as the answer to a conflict makes it.
    mutating func settle(_ conflict: IdeaConflict, answer: String?) {
        let leavesOut = answer.map(conflict.leavesOut) ?? true
        settled.insert(conflict)
        switch conflict {
        case .topic(let topic):
            if leavesOut {
                wanted.remove(topic)
                refused.insert(topic)
            } else {
                refused.remove(topic)
                wanted.insert(topic)
                refusals.allow { phrase in Words.split(phrase).contains { Self.topic(of: $0) == topic } }
            }
            bothWays.remove(topic)
        case .opposed(let one, let other): opposedLosers.insert(leavesOut ? other : one)
        case .anonymousAccounts:
            if leavesOut {
                wanted.remove(.accounts)
                refused.insert(.accounts)
            } else {
                demands.removeAll { $0.hasPrefix("People can take part without a name") }
            }
        case .offlineLive:
            if leavesOut {
                demands.removeAll { $0.hasPrefix("Changes reach other people") }
            } else {
                wanted.remove(.offline)
                demands.removeAll { $0.hasPrefix("Everything needed daily works without a connection") }
            }
        case .serverlessShared:
            if leavesOut {
                demands.removeAll { $0.hasPrefix("Changes reach other people") }
            } else {
                refusals.allow { phrase in
                    Words.split(phrase).contains { ["server", "servers", "backend", "cloud"].contains($0) }
                }
            }
        case .ownWithoutAccounts:
            if !leavesOut {
                refused.remove(.accounts)
                wanted.insert(.accounts)
                refusals.allow { phrase in Words.split(phrase).contains { Self.topic(of: $0) == .accounts } }
            }
        case .onlySomeWithoutAccounts:
            if !leavesOut {
                refused.remove(.accounts)
                wanted.insert(.accounts)
                refusals.allow { phrase in Words.split(phrase).contains { Self.topic(of: $0) == .accounts } }
            }
        case .freePaid, .forgottenKept: break
        case .scriptless(let name): if leavesOut { technologies.removeAll { $0 == name } }
        case .onlyMeShared:
            guard leavesOut else { return }
            let others: Set<ProjectPattern.Topic> = [.sharing, .messaging, .accounts, .administration]
            wanted.subtract(others)
            refused.formUnion(others)
        case .moreThanLimit:
            isMinimal = leavesOut
        case .stacks(let names):
            let said = Words.split(answer ?? names.first ?? "", limit: 60).joined(separator: " ")
            let chosen = names.filter { said.contains(Words.split($0).joined(separator: " ")) }
            guard let kept = chosen.first ?? names.first else { return }
            technologies.removeAll { names.contains($0) && $0 != kept }
        }
    }
}

extension RefusedPhrases {
    mutating func allow(_ isAllowed: (String) -> Bool) { refused.removeAll(where: isAllowed) }
}
