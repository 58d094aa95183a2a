import Models
import Patterns

/// The people whom an idea names, in whatever language, with what it says that they do and what troubles them.
struct PeopleOfIdea {
    struct Person: Hashable {
        var role: String
        var does: [String] = []
        var trouble: String?
    }

    private(set) var people: [Person] = []
    private let tongue: Tongue

    init(sentences: [IdeaSentence], tongue: Tongue) {
        self.tongue = tongue
        for sentence in sentences {
            if sentence.kind == .background || sentence.kind == .wish { readNamed(sentence) }
        }
        people = Array(people.filter { !$0.role.isEmpty }.prefix(5))
    }

    /// Personas for the document; empty where the idea names nobody.
    ///
    /// The goals are what those want of whom the idea does not say what they do.
    func personas(wanting goals: [String], trouble: String) -> [UserPersona] {
        people.map { person in
            let wants = goals.isEmpty ? [Frame.notSaidWant(tongue)] : goals
            return UserPersona(
                role: Clip.text(person.role.capitalisedFirst, 100),
                goal: StatedPeople.goal(person.does.isEmpty ? wants : person.does, tongue),
                painPoint: Clip.text(person.trouble?.capitalisedFirst ?? trouble, 200))
        }
    }

    private static let possessives = WordList.set(
        "my our meine meiner meinen meinem mein unser unsere mon ma notre mi mis nuestra nuestro minha meu nossa nosso mia mio nostra nostro mijn onze"
    )

    private func isDeterminer(_ word: String) -> Bool {
        FunctionWords.determiners.contains(word) || IdeaVocabulary.determiners.contains(word)
            || word.allSatisfy(\.isNumber)
    }

    private func isPerson(_ word: String) -> Bool {
        if tongue == .english {
            return People.areMeant(by: word) || PeopleWords.kin.contains(word)
                || PeopleWords.others.contains(word) || People.areMeant(by: English.plural(of: word))
        }
        return PeopleWords.isPerson(word, tongue)
    }

    @discardableResult
    private mutating func add(_ role: String, doing: String) -> Int {
        let stem = Set(Words.split(role).map { String($0.prefix(max(4, $0.count - 2))) })
        let known = people.firstIndex { person in
            !Set(Words.split(person.role).map { String($0.prefix(max(4, $0.count - 2))) }).isDisjoint(with: stem)
        }
        if let known {
            if !doing.isEmpty { people[known].does.append(doing) }
            return known
        }
        // "Hairdressers in Leeds": a place keeps its letters.
        let shown =
            tongue == .english && role.split(separator: " ").last?.first?.isLowercase ?? true
            ? English.singular(of: role) : role
        people.append(Person(role: shown, does: doing.isEmpty ? [] : [doing]))
        return people.count - 1
    }

    // MARK: Who is told of

    /// "Maria, 71, lives alone", "her son Tom", "Je suis coiffeuse à domicile".
    private mutating func readNamed(_ sentence: IdeaSentence) {
        let words = sentence.text.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        guard words.count > 2 else { return }
        let tells = Self.tellsTrouble(plain) ? sentence.text : nil
        // "I am a hairdresser", "Soy profesora de yoga"
        if let after = Self.selfTelling.first(where: { plain.starts(with: $0) })?.count {
            var role: [String] = []
            for index in after..<min(words.count, after + 6) {
                if !role.isEmpty,
                    ["and", "et", "y", "e", "und", "en", "with", "who", "que", "qui", "che"].contains(plain[index])
                {
                    break
                }
                if role.isEmpty, isDeterminer(plain[index]) { continue }
                role.append(words[index].filter { !",.;:".contains($0) })
                if words[index].hasSuffix(",") { break }
            }
            let last = plain.dropFirst(after).prefix(4)
            while let end = role.last,
                isDeterminer(Words.split(end).joined()) || FunctionWords.links.contains(Words.split(end).joined())
            {
                role.removeLast()
            }
            // "We are a clinic": an organisation does nothing by itself.
            let isOfPeople =
                tongue == .english
                ? last.contains { !StatedPeople.isPlace($0) && isPerson($0) }
                    && !last.contains(where: StatedPeople.isPlace) : last.contains(where: isPerson)
            if !role.isEmpty, isOfPeople {
                let place = add(role.joined(separator: " "), doing: "")
                people[place].trouble = people[place].trouble ?? tells
            }
            return
        }
        // "…para a padaria da minha mãe": she is meant by what is told of "her".
        if sentence.kind == .wish,
            let at = plain.prefix(14).indices.dropFirst().first(where: {
                $0 > 0 && Self.possessives.contains(plain[$0 - 1]) && PeopleWords.kin.contains(plain[$0])
            })
        {
            _ = add(words[at].filter(\.isLetter), doing: "")
        }
        // A name, then an age or a verb: "Maria, 71, lives alone".
        let name = words[0].filter(\.isLetter)
        let isName =
            name.first?.isUppercase == true && name.count > 2 && !IdeaShape.stopWords.contains(plain[0])
            && !FunctionWords.determiners.contains(plain[0]) && !FunctionWords.links.contains(plain[0])
            && !People.areMeant(by: plain[0])
        let age = words[0].hasSuffix(",") ? plain[1] : Self.introduces(sentence.text, plain) ? plain[2] : ""
        if isName, age.allSatisfy(\.isNumber), !age.isEmpty {
            let place = add("\(name), \(age)", doing: "")
            people[place].trouble = sentence.text
            return
        }
        // "Her son Tom lives …", "my mother can't …"
        if [
            "my", "her", "his", "our", "their", "meine", "mein", "mon", "ma", "mi", "minha", "meu", "mia", "mio",
            "mijn",
        ]
        .contains(plain[0]), PeopleWords.kin.contains(plain[1]), !words[1].hasSuffix(","),
            !ClauseForm.links(tongue).contains(words[2]),
            !words[1].contains("-")
        {
            let named =
                words.count > 2 && words[2].first?.isUppercase == true && words[2].count > 1 && tongue != .german
            let role = named ? "\(words[1]) \(words[2].filter(\.isLetter))" : words[1].filter(\.isLetter)
            let place = add(role, doing: "")
            if let wants = sentence.clauses.first(where: {
                Words.split($0).contains {
                    ["wants", "needs", "quiere", "veut", "will", "quer", "vuole", "mochte"].contains($0)
                }
            }) {
                people[place].does.append(wants)
            }
            people[place].trouble = people[place].trouble ?? tells
        }
    }

    /// Whether a sentence only says who somebody is: "Maria, 71, lives alone and keeps forgetting her pills".
    static func introduces(_ text: String, _ plain: [String]) -> Bool {
        let words = text.split(separator: " ", maxSplits: 12).map(String.init)
        guard words.count > 2, plain.count > 2 else { return false }
        let wants = WordList.set(
            "needs wants want need should must can will would app site tool quiere necesita veut besoin braucht will mochte precisa quer vuole"
        )
        guard Set(plain).isDisjoint(with: ["too", "also", "auch", "tambien", "aussi", "tambem"]) else { return false }
        let isTold = Set(plain).isDisjoint(with: wants)
        let hasAge = words[0].hasSuffix(",") && words[0].first?.isUppercase == true && plain[1].allSatisfy(\.isNumber)
        // "Sam is 9 and hates homework"
        let isOfAge =
            words[0].first?.isUppercase == true && ["is", "ist", "tiene", "tem", "ha", "a", "heeft"].contains(plain[1])
            && plain[2].allSatisfy(\.isNumber) && !IdeaShape.stopWords.contains(plain[0])
        if hasAge || isOfAge { return isTold }
        let isKin =
            ["my", "her", "his", "our", "meine", "mein", "mon", "ma", "mi", "minha", "meu", "mia", "mio", "mijn"]
            .contains(plain[0]) && PeopleWords.kin.contains(plain[1])
        return isKin && isTold && (tellsTrouble(plain) || plain.prefix(5).contains { states.contains($0) })
    }

    private static let states = WordList.set(
        "is lives works has cant keeps ist hat lebt wohnt est habite vit a es tiene vive vit mora tem ha abita heeft woont"
    )

    static func tellsTrouble(_ words: [String]) -> Bool {
        words.contains { word in
            PeopleWords.troubles.contains { word == $0 || $0.count > 4 && word.hasPrefix($0) }
        }
    }

    private static let selfTelling: [[String]] = [
        ["i", "am"], ["im"], ["i", "run"], ["i", "work", "as"], ["we", "are"], ["were"], ["je", "suis"],
        ["nous", "sommes"],
        ["soy"], ["somos"], ["eu", "sou"], ["sou"], ["nos", "somos"], ["ich", "bin"], ["wir", "sind"], ["sono"],
        ["siamo"], ["io", "sono"], ["ik", "ben"], ["wij", "zijn"], ["ich", "arbeite", "als"],
    ]
}

/// Which words mean people, and which tell of trouble.
///
/// Data only.
enum PeopleWords {
    static func isPerson(_ word: String, _ tongue: Tongue) -> Bool {
        if kin.contains(word) || named[tongue]?.contains(word) ?? false { return true }
        guard word.count > 5, !(notPeople.contains(word)) else { return false }
        return (endings[tongue] ?? []).contains { word.hasSuffix($0) }
    }

    static let kin = WordList.set(
        """
        mother mom mum father dad son daughter wife husband grandma grandpa grandmother grandfather aunt uncle sister brother \
        friend boss neighbour neighbor niece nephew cousin mutter vater sohn tochter frau mann oma opa tante onkel schwester \
        bruder freund freundin chef chefin nachbar nachbarin mere pere fils fille femme mari grandmere soeur frere ami amie \
        patron voisin voisine madre padre hijo hija mujer marido abuela abuelo tia tio hermana hermano amigo amiga jefe jefa \
        vecino vecina mae pai filho filha esposa avo irma irmao chefe vizinho vizinha figlio figlia moglie marito nonna nonno \
        sorella fratello amico amica capo moeder vader zoon dochter vrouw man zus broer baas buurman buurvrouw
        """)
    static let others = WordList.set(
        "office finance accounting warden admin admins manager player parent teacher landlord tenant reception staff kitchen crew team"
    )

    private static let named: [Tongue: Set<String>] = [
        .german: WordList.set(
            """
            leute mitglieder mitglied kunden kunde kundin kundinnen gast gaste eltern kinder kind patienten patient nachbarn \
            freiwillige helfer lehrer lehrerin schuler schulerinnen fahrer fahrerin nutzer nutzerin besucher bewohner mieter \
            vermieter trainer trainerin spieler verein vorstand chef chefin kollegen kollegin team praxis wirt wart \
            bootswart kassenwart hausmeister arzt arztin arzte pfleger pflegerin student studenten studierende teilnehmer \
            verkaufer kaufer bauern bauer imker gartner tierarzt angehorige ehrenamtliche azubi azubis monteur techniker \
            sekretarin buro kuche betreuer therapeut jeder jede alle
            """),
        .french: WordList.set(
            """
            client cliente clients clientes membre membres parent parents enfant enfants eleve eleves prof profs benevole \
            benevoles voisin voisins voisine voisines patient patients medecin medecins gens utilisateur utilisateurs joueur \
            joueurs equipe collegue collegues gerant gerante patron patronne locataire locataires proprietaire proprietaires \
            chef vendeur vendeuse agent agents livreur livreurs adherent adherents bibliothecaire secretaire comptable \
            participant participants animateur coach coachs chacun responsable responsables technicien techniciens
            """),
        .spanish: WordList.set(
            """
            cliente clientes clienta clientas socio socios socia miembro miembros vecino vecinos vecina alumno alumnos alumna \
            profe profes profesor profesores profesora padres ninos usuario usuarios paciente pacientes medico medicos \
            bibliotecaria bibliotecario gente jugador jugadores equipo duena dueno duenos encargado encargada voluntario \
            voluntarios familias abuelos jefe camarero camareros cocinero cocina conductor conductores repartidor monitor \
            monitores inquilino inquilinos propietario administrador responsable tecnico tecnicos entrenador
            """),
        .portuguese: WordList.set(
            """
            cliente clientes membro membros socio socios vizinho vizinhos aluno alunos aluna professor professores professora \
            pais criancas usuario usuarios utilizador paciente pacientes medico medicos pessoal pessoas jogador jogadores \
            equipe time dono dona voluntario voluntarios familia garcom cozinha motorista entregador inquilino \
            morador moradores sindico porteiro tecnico funcionario funcionarios gerente chefe treinador atleta
            """),
        .italian: WordList.set(
            """
            cliente clienti socio soci membro membri vicino vicini alunno alunni professore professori genitori bambini utente \
            utenti paziente pazienti medico medici gente giocatore giocatori squadra volontario volontari titolare cameriere \
            cuoco autista inquilino inquilini proprietario responsabile tecnico allenatore persone
            """),
        .dutch: WordList.set(
            """
            klant klanten lid leden gast gasten ouders kinderen patient patienten buren buurman leerling leerlingen docent \
            gebruiker gebruikers vrijwilliger vrijwilligers bewoner bewoners huurder huurders speler spelers team eigenaar \
            medewerker medewerkers bezoeker bezoekers trainer student studenten mensen chauffeur
            """),
    ]

    private static let endings: [Tongue: [String]] = [
        .german: ["innen", "leute", "wart", "meister", "fuhrer", "leiter", "macher"],
        .french: ["eurs", "euses", "euse", "teur", "trice", "iers", "iere"],
        .spanish: ["adores", "adoras", "istas", "ista", "eros", "eras", "tarios", "taria"],
        .portuguese: ["adores", "adoras", "istas", "ista", "eiros", "eiras", "tarios", "eira", "eiro"],
        .italian: ["atori", "atore", "isti", "ista", "aio"],
        .dutch: ["aars", "aar", "gers"],
    ]
    private static let notPeople = WordList.set(
        "cartera carretera tablero manera numeros enteros primera lista pista pistas revista vista carteira cadeira maneira primeira feira quarteira madeira geladeira torneira fileira premiere maniere lumiere riviere derniere matiere couleurs valeurs erreurs heures ordinateur moteur vecteur secteur facteur capteur capteurs compteur compteurs"
    )

    static let troubles = WordList.set(
        """
        forget forgets forgetting lose loses losing lost waste wastes chaos mess annoying annoyed struggle struggles hard \
        difficult tired sick never always hates paper spreadsheet excel whatsapp manually phone calls nightmare messy slow \
        perds perd galere oublie oublient penible papier vergisst vergesse vergessen verliere verlieren umstandlich zettel \
        zettelwirtschaft chaos nervt muhsam pierdo pierde olvida olvidan papel lio harta harto perco perde esquece papel \
        bagunca carta dimentica perdo foglio vergeet vergeten briefjes rommel
        """)
}

/// Sentences of the document's own, in the language of the idea.
enum Frame {
    /// Stands for what the idea does not say of somebody, where the contract wants a text; no document shows it.
    static let unsaid = "–"

    static func notSaidWant(_ tongue: Tongue) -> String {
        switch tongue {
        case .english: "Use what the features below describe"
        case .german: "Das nutzen, was die Funktionen unten beschreiben"
        case .french: "Se servir de ce que décrivent les fonctions ci-dessous"
        case .spanish: "Usar lo que describen las funciones de abajo"
        case .portuguese: "Usar o que as funções abaixo descrevem"
        case .italian: "Usare ciò che descrivono le funzioni qui sotto"
        case .dutch: "Gebruiken wat de functies hieronder beschrijven"
        case .polish: "Korzystać z tego, co opisują funkcje poniżej"
        case .japanese: "下に書かれた機能を使う"
        }
    }

    /// That a feature comes from a product which the idea is likened to.
    static func assumed(_ text: String, _ analogy: Analogy) -> String {
        let said = text.hasSuffix(".") ? text : text + "."
        let product = analogy.product
        let why =
            switch analogy.tongue {
            case .english: "Assumed, because \(product) works like that."
            case .german: "Angenommen, weil \(product) so funktioniert; zu bestätigen."
            case .french: "Supposé, car \(product) fonctionne ainsi ; à confirmer."
            case .spanish: "Supuesto, porque \(product) funciona así; por confirmar."
            case .portuguese: "Suposto, porque \(product) funciona assim; a confirmar."
            case .italian: "Supposto, perché \(product) funziona così; da confermare."
            case .dutch: "Aangenomen, omdat \(product) zo werkt; te bevestigen."
            case .polish: "Założono, bo tak działa \(product); do potwierdzenia."
            case .japanese: "\(product)がそうなっているための仮定。要確認。"
            }
        return said + " " + why
    }

    /// Who uses it, where the idea names nobody.
    static func somebody(_ tongue: Tongue) -> String {
        switch tongue {
        case .english: "Who uses it"
        case .german: "Wer es benutzt"
        case .french: "Qui s'en sert"
        case .spanish: "Quien lo usa"
        case .portuguese: "Quem usa"
        case .italian: "Chi lo usa"
        case .dutch: "Wie het gebruikt"
        case .polish: "Kto z tego korzysta"
        case .japanese: "使う人"
        }
    }
}
