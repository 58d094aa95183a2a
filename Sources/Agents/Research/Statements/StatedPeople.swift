import Models
import Patterns

/// Who uses what an idea describes: the people whom its statements name, in its own words.
struct StatedPeople {
    private struct Person {
        let role: String
        let key: String
        /// Where the idea says most plainly what they do.
        var goal: String
        var isActor: Bool
    }

    private var people: [Person] = []
    private let tongue: Tongue

    init(_ statements: [Statement], tongue: Tongue) {
        self.tongue = tongue
        for statement in statements {
            switch statement.kind {
            case .feature, .opening, .condition: read(statement.text)
            case .exclusion, .background, .limit: continue
            }
        }
    }

    /// At most five, those first who do something; empty where the idea names nobody.
    var personas: [UserPersona] {
        let ordered = people.filter(\.isActor) + people.filter { !$0.isActor }
        return ordered.prefix(5).map { person in
            UserPersona(
                role: Clip.text(person.role.capitalisedFirst, 100), goal: Self.goal(person.goal),
                painPoint: Frame.unsaid)
        }
    }

    /// What somebody wants, cut at a word where it is long.
    static func goal(_ text: String) -> String {
        let said = text.capitalisedFirst
        return said.unicodeScalars.count > 200 ? Clip.words(said, 195).trimmingCharacters(" ,;:(") + " …" : said
    }

    private mutating func read(_ text: String) {
        for clause in Self.clauses(of: text) {
            let words = clause.split(whereSeparator: { " /()".contains($0) }).map(String.init)
            let plain = words.map { Words.split($0).joined() }
            for (index, word) in plain.enumerated() where Self.isPerson(word, tongue) && !Self.anybody.contains(word) {
                guard !plain[max(0, index - 2)..<index].contains(where: StatementWords.negatives.contains) else {
                    continue
                }
                // "Guest checkout", "customer accounts": no guest is meant, and no customer.
                let next = index + 1 < plain.count && !words[index].hasSuffix(",") ? plain[index + 1] : ""
                if tongue == .english, !English.isPlural(word), !next.isEmpty, !word.hasPrefix("admin"),
                    word != "staff",
                    !IdeaVocabulary.boundaries.contains(next), !IdeaSentence.isDoing(next),
                    !StatementWords.finite.contains(next),
                    !words[index].hasSuffix("'s"), !words[index].hasSuffix("\u{2019}s")
                {
                    continue
                }
                let start = Self.start(of: index, in: plain, words: words, tongue: tongue)
                let role = words[start...index].map(Self.bare).joined(separator: " ")
                let isActor =
                    plain[..<start].allSatisfy {
                        FunctionWords.determiners.contains($0) || IdeaVocabulary.determiners.contains($0)
                            || $0.allSatisfy(\.isNumber)
                            || FunctionWords.links.contains($0)
                            || ["where", "and", "so", "that", "waar", "only", "i", "a", "o", "as", "os", "gli"]
                                .contains($0)
                    } && index + 1 < plain.count
                guard isActor || Self.isMeant(at: start, in: plain) || Self.namesRoles(text) else { continue }
                add(role, key: Self.key(word), goal: clause, isActor: isActor)
            }
        }
    }

    /// "For parents", "per player", "the customer": no item of a list of data.
    private static func isMeant(at start: Int, in plain: [String]) -> Bool {
        guard start > 0 else { return true }
        let before = plain[start - 1]
        return FunctionWords.determiners.contains(before) || IdeaVocabulary.determiners.contains(before)
            || FunctionWords.links.contains(before) && !["und", "y", "et", "e", "en", "oder"].contains(before)
            || before.allSatisfy(\.isNumber)
            || [
                "for", "to", "by", "per", "from", "with", "only", "where", "a", "an", "the", "pro", "i", "o", "as",
                "os",
            ].contains(before)
    }

    private static func namesRoles(_ text: String) -> Bool {
        Words.split(text, limit: 12).contains {
            ["role", "roles", "rolle", "rollen", "ruoli", "roles", "papeis", "perfiles", "profils", "users"].contains(
                $0)
        }
    }

    private mutating func add(_ role: String, key: String, goal: String, isActor: Bool) {
        if let known = people.firstIndex(where: { $0.key == key }) {
            if isActor, !people[known].isActor {
                people[known].goal = goal
                people[known].isActor = true
            }
            return
        }
        people.append(Person(role: role, key: key, goal: IdeaParts.cleaned(goal), isActor: isActor))
    }

    /// A statement's clauses as far as a reader wants them beside a name: whole where it is short.
    private static func clauses(of text: String) -> [String] {
        guard text.unicodeScalars.count > 160 else { return [text] }
        return IdeaParts.items(of: text)
    }

    /// Singular and plural are the same people, and so are those of both sexes.
    private static func key(_ word: String) -> String {
        let singular = English.singular(of: word)
        return String(Words.stem(singular).prefix(max(4, singular.count - 3)))
    }

    /// Where a compound begins: "warehouse manager", "run leaders".
    private static func start(of index: Int, in plain: [String], words: [String], tongue: Tongue) -> Int {
        guard tongue == .english, index > 0 else { return index }
        let before = plain[index - 1]
        let isBoundary =
            before.isEmpty || words[index - 1].last.map { ",;:.".contains($0) } ?? true
            || IdeaVocabulary.boundaries.contains(before) || IdeaVocabulary.determiners.contains(before)
            || IdeaShape.stopWords.contains(before)
            || before.allSatisfy(\.isNumber) || isPerson(before, tongue) || English.isPlural(before)
            || before.hasSuffix("ly")
            || before.hasSuffix("ing")
        guard !isBoundary else { return index }
        // A verb has somebody before it: "customers pick barber".
        let earlier = index > 1 ? plain[index - 2] : ""
        let opens =
            index == 1 || words[index - 2].hasSuffix(",") || words[index - 2].hasSuffix(":")
            || IdeaVocabulary.determiners.contains(earlier) || ["for", "and", "of", "or", "by"].contains(earlier)
        let isVerb =
            IdeaSentence.isDoing(before) && !["book", "run", "order", "sign", "support", "report"].contains(before)
        return opens && !isVerb ? index - 1 : index
    }

    private static func bare(_ word: String) -> String {
        var text = Substring(word)
        while let first = text.first, !first.isLetter && !first.isNumber { text.removeFirst() }
        while let last = text.last, !last.isLetter && !last.isNumber { text.removeLast() }
        for owned in ["'s", "\u{2019}s"] where text.hasSuffix(owned) { text = text.dropLast(2) }
        return String(text)
    }

    /// Whether a word means people in a language.
    static func isPerson(_ word: String, _ tongue: Tongue) -> Bool {
        if notPeople.contains(word) { return false }
        if named.contains(word) { return true }
        if tongue == .english { return English.isPlural(word) && People.areMeant(by: word) && !places.contains(word) }
        return PeopleWords.isPerson(word, tongue) && word.count > 3 && !PeopleWords.kin.contains(word)
    }

    /// Who is nobody in particular.
    private static let anybody = WordList.set(
        """
        user users people person persons somebody everybody everyone anyone people others man alle jeder jede gente persone \
        personas pessoas gens leute mensen menschen utilisateur utilisateurs usuario usuarios utente utenti nutzer gebruiker \
        gebruikers each one team verein praxis buro kuche chacun equipe familia familias familie equipo time cozinha squadra
        """)
    /// Places and organisations use nothing by themselves.
    private static let places = WordList.set(
        """
        shops salons offices libraries museums schools hospitals hotels restaurants bakeries farms gyms stores studios markets cafes \
        pubs bars banks wards kitchens churches clubs cities businesses companies teams groups firms factories garages hostels \
        households warehouses villages universities communities agencies departments institutions organisations organizations \
        singles practices stables
        """)
    private static let notPeople = WordList.set(
        "stalls wart chart start smart parade waiting feria dealers team verein movers winner winners winnaar winnaars gewinner ganador ganadores vincitore vincitori vencedor gagnant kind kinder jaar paar"
    )
    /// People in the singular, and those whom no list of patterns has.
    private static let named = WordList.set(
        """
        barber barbers customer customers client clients admin admins administrator manager managers accountant accountants picker \
        pickers teacher teachers student students pupil pupils parent parents member members leader leaders driver drivers \
        doctor doctors nurse nurses patient patients vet vets receptionist receptionists owner owners tenant tenants landlord \
        landlords coach coaches player players guest guests visitor visitors volunteer volunteers editor editors author authors \
        reader readers buyer buyers seller sellers supplier suppliers employee employees worker workers technician technicians \
        operator operators supervisor supervisors chef chefs cook cooks waiter waiters librarian librarians trainer trainers \
        instructor instructors organiser organisers organizer organizers treasurer secretary judge judges referee referees host \
        hosts farmer farmers gardener gardeners mechanic mechanics photographer photographers developer developers moderator \
        moderators subscriber subscribers donor donors kid kids child children beekeeper beekeepers dispatcher dispatchers \
        analyst analysts reviewer reviewers applicant applicants candidate candidates attendee attendees staff neighbour \
        neighbours neighbor neighbors resident residents caretaker caretakers \
        friseur friseure kunden kunde kundin kundinnen mitarbeiter mitarbeiterin mitarbeiterinnen praxismanagerin \
        prophylaxekraft imker lieferant lieferanten fahrer lehrer lehrerin eltern erzieher erzieherin mieter vermieter verwalter \
        hausmeister vorstand trainer kassiererin teilnehmer admin administratoren buchhaltung leitung chef chefin meister geselle \
        lehrling gaste patienten arzt arztin schuler spieler mitglieder mitglied kollegen disponent techniker monteur \
        proprietaire voyageur voyageurs locataire client clients cliente clientes agent agents enfant enfants parent parents \
        adherent adherents benevole benevoles prof profs professeur professeurs eleve eleves infirmiere infirmieres medecin \
        medecins patient patients gerant gerante habitant habitants usager usagers \
        veterinario veterinarios recepcionista recepcionistas cliente clientes vecino vecinos socio socios monitor monitores \
        alumno alumnos profesor profesores padres administrador camarero camareros dueno duena paciente pacientes conserje \
        cameriere camerieri cuoco cuochi cliente clienti titolare socio soci genitori insegnante insegnanti alunni paziente \
        pazienti volontari maestro maestri segreteria amministratore corriere \
        aluno alunos professor professores responsavel responsaveis bibliotecaria bibliotecario morador moradores sindico \
        cliente clientes funcionario funcionarios motorista entregador porteiro paciente pacientes medico \
        ouder ouders leidster leidsters kinderen leden lid vrijwilliger vrijwilligers docent docenten leerling leerlingen \
        klant klanten beheerder beheerders eigenaar bewoner bewoners patienten arts speler spelers trainer chauffeur chauffeurs
        """)
}
