import Models
import Patterns

/// Who uses what an idea describes: the people who do something in it, or for whom it is said to be.
struct StatedPeople {
    private struct Person {
        let role: String
        let key: String
        var goals: [String]
    }

    private var people: [Person] = []
    private let tongue: Tongue

    init(_ statements: [Statement], wishes: [Wish], tongue: Tongue) {
        self.tongue = tongue
        for wish in wishes {
            for clause in [wish.clause] + wish.rules { readActor(clause, of: wish) }
        }
        for statement in statements {
            for role in PersonRole.listed(in: statement.text, tongue) { add(role, goal: nil) }
            switch statement.kind {
            case .feature, .opening, .condition: readMeant(statement.text)
            case .exclusion, .background, .limit: continue
            }
        }
    }

    /// At most five; empty where the idea names nobody.
    func personas(wanting goals: [String]) -> [UserPersona] {
        people.prefix(5).map { person in
            UserPersona(
                role: Clip.text(person.role.capitalisedFirst, 100),
                goal: Self.goal(person.goals.isEmpty ? goals : person.goals, tongue),
                painPoint: Frame.unsaid)
        }
    }

    /// What somebody wants: as many of their deeds as fit.
    static func goal(_ deeds: [String], _ tongue: Tongue) -> String {
        var text = ""
        for deed in deeds {
            let next = text.isEmpty ? deed.capitalisedFirst : text + "; " + deed
            if next.unicodeScalars.count > 180 { break }
            text = next
        }
        return text.isEmpty ? Clip.text(deeds.first?.capitalisedFirst ?? Frame.unsaid, 200) : text
    }

    /// "Patients should book online", "only the dungeon master may change it".
    private mutating func readActor(_ clause: String, of wish: Wish) {
        let only = ResearchWords.set("onlysome", tongue)
        var said = WishTitle.withoutWelcome(IdeaOpening.without(clause), tongue)
        if tongue != .japanese, let first = said.split(separator: " ").first, only.contains(Words.split(first).joined())
        {
            said = String(said.dropFirst(first.count)).trimmingSpaces
        }
        let deed = WishDeed(said, tongue)
        guard let who = deed.who, !deed.isDenied else { return }
        let last = tongue == .english ? Words.split(who).last ?? "" : Words.split(who).first ?? ""
        let kinds = DeedKind.all(in: deed.text, tongue)
        let isKnown = Words.split(who).contains {
            Self.isPerson($0, tongue) || Self.isPerson(English.plural(of: $0), tongue)
        }
        guard tongue == .japanese || isKnown || acts(deed, kinds), !Self.anybody.contains(last),
            !Self.things.contains(last), !Self.places.contains(last),
            who.split(separator: " ").count <= 4
        else { return }
        add(who, goal: WishTitle.shortened(deed.text, tongue))
    }

    /// Whether only people do such a thing; what shows, lasts or vanishes may be anything.
    private func acts(_ deed: WishDeed, _ kinds: [DeedKind]) -> Bool {
        guard let first = Words.split(deed.text, limit: 1).first else { return false }
        let verb = tongue == .german ? Words.split(deed.text).last ?? first : first
        let isShown = [
            "show", "zeig", "anzeig", "affich", "montr", "muestr", "mostr", "toon", "pokaz", "be", "is", "are", "list",
            "enth",
            "conten",
        ].contains { verb.hasPrefix($0) }
        guard !isShown else { return false }
        let own = DeedKind.all(in: verb, tongue)
        return !own.isEmpty && own != [.notify] || deed.hasModal && !kinds.isEmpty && kinds != [.notify]
    }

    /// "For our ringers", "pour des randonneurs": whom it is for.
    private mutating func readMeant(_ text: String) {
        let words = text.split(whereSeparator: { " /()".contains($0) }).map(String.init)
        let plain = words.map { Words.split($0).joined() }
        for index in plain.indices.dropLast() where Self.fors.contains(plain[index]) {
            var next = index + 1
            while next < plain.count - 1, ClauseForm.isDeterminer(plain[next]) || plain[next].allSatisfy(\.isNumber) {
                next += 1
            }
            for place in next..<min(next + (tongue == .english ? 3 : 1), plain.count) {
                if place > next, words[place - 1].hasSuffix(",") { break }
                guard Self.isPerson(plain[place], tongue), !words[place].hasSuffix("'s"),
                    !Self.anybody.contains(plain[place])
                else { continue }
                // "For customer accounts": no customer is meant.
                if tongue == .english, !English.isPlural(plain[place]), place + 1 < plain.count,
                    !words[place].hasSuffix(",")
                {
                    break
                }
                let role = words[next...place].map { $0.trimmingCharacters(",.;:!?\"“”") }.joined(separator: " ")
                add(role, goal: nil)
                break
            }
        }
    }

    private static let fors = WordList.set("for fur pour para per voor dla")

    private mutating func add(_ role: String, goal: String?) {
        let key = Self.key(Words.split(role).last ?? role)
        if let known = people.firstIndex(where: { $0.key == key }) {
            if let goal, !people[known].goals.contains(goal) { people[known].goals.append(goal) }
            return
        }
        people.append(Person(role: role, key: key, goals: goal.map { [$0] } ?? []))
    }

    /// Singular and plural are the same people, and so are those of both sexes.
    private static func key(_ word: String) -> String {
        let singular = English.singular(of: word)
        return String(Words.stem(singular).prefix(max(4, singular.count - 3)))
    }

    /// Whether a word means an organisation or a place, in either number.
    static func isPlace(_ word: String) -> Bool { places.contains(word) || places.contains(English.plural(of: word)) }

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
        gebruikers whoever wer quien quem chi kto qui each one team verein praxis buro kuche chacun equipe familia familias familie equipo time cozinha squadra
        """)
    /// What is worked with, and does nothing by itself.
    private static let things = WordList.set(
        """
        app apps program tool site page it system data daten datos dados file files card cards game bot extension seite programm \
        anwendung aplicacion aplicacao application appli outil limit score list liste aplikacja strona message messages error errors
        """)
    /// Places and organisations use nothing by themselves.
    private static let places = WordList.set(
        """
        shops salons offices libraries museums schools hospitals hotels restaurants bakeries farms gyms stores studios markets cafes \
        pubs bars banks wards kitchens churches clubs cities businesses companies teams groups firms factories garages hostels \
        households warehouses villages universities communities agencies departments institutions organisations organizations \
        singles practices clinics surgeries stables parishes theatres theaters museums choirs bands associations cooperatives
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
