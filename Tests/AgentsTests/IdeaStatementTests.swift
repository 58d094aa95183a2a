import Models
import Patterns
import Testing

@testable import Agents

/// That each statement of an idea is held, in its language, with a way to see that it is fulfilled.
@Suite struct IdeaStatementTests {
    private func document(_ idea: String) async throws -> RequirementsDoc {
        try await OfflineRun().requirements(for: idea)
    }

    @Test(arguments: [
        (
            "Una web del club: reservar pistas y anotar resultados, sin anuncios y con un máximo de 3 reservas por socio",
            "3", "4"
        ),
        ("Una web para el huerto: los vecinos reservan riego, máximo 2 turnos por vecino", "2", "3"),
        ("Un site où les voisins réservent le four, avec au plus 6 pains par famille", "6", "7"),
        ("A page where guests book a sauna for up to 2 hours with at most 5 people per booking", "5", "6"),
        ("Eine Seite, auf der Gäste Boote buchen, höchstens 8 Boote pro Tag", "8", "9"),
        ("Un sito dove i soci prenotano il campo, massimo 4 persone per campo", "4", "5"),
    ])
    func `a bound is tried at its number and one beyond`(idea: String, number: String, next: String) async throws {
        let words = Words.split(try await document(idea).json.serialized)
        #expect(words.contains(number) && words.contains(next), "\(words)")
    }

    @Test(arguments: [
        ("A command line tool that sorts photos and prints a list, no ads", Tongue.english),
        ("Eine Seite, auf der Vereine ihre Termine eintragen und Helfer sich melden. Keine Werbung.", .german),
        ("Un site où les écoles publient des menus et où les parents votent, sans publicité", .french),
        ("Una web donde los vecinos publican avisos y el alcalde responde, sin publicidad", .spanish),
        ("Un sito dove i soci propongono gite e il presidente conferma, senza pubblicità", .italian),
    ])
    func `labels are in the idea's language`(
        idea: String, tongue: Tongue
    ) async throws {
        let document = try await document(idea)
        let constraints = document.technicalConstraints ?? ""
        #expect(constraints.contains(Frame.ownWords(tongue)), "\(constraints)")
        #expect(constraints.contains(Frame.leftOut(tongue) + ": "), "\(constraints)")
        if tongue != .english {
            for text in ["as asked", "Accepted when", "From “", "The idea names"] {
                #expect(!constraints.contains(text), "\(constraints)")
            }
        }
    }

    @Test func `later agents see features without how they are accepted`() async throws {
        let document = try await document(
            "Ein Bot, der jeden Abend Wetterwerte schickt und höchstens 3 Meldungen pro Tag sendet")
        let blueprint = Blueprint(document)
        #expect(document.coreFeatures.contains { $0.description.contains("Abgenommen, wenn: ") })
        #expect(!blueprint.features.contains { $0.description.contains("Abgenommen") })
        #expect(OwnWords.areIn(document))
        #expect(OwnWords.shape(of: document) == .bot)
    }

    @Test(arguments: [
        ("Un'app per prenotare visite, niente pagamenti online", "pagamenti online"),
        ("An app for booking tours, no online payments", "payments"),
    ])
    func `what is ruled out online is no wish for a program without a connection`(
        idea: String, phrase: String
    ) async throws {
        let reading = IdeaReading(idea)
        #expect(!reading.refusals.isOffline)
        #expect(reading.refusals.refused.contains { $0.contains(phrase) }, "\(reading.refusals.refused)")
    }

    @Test func `what is spared is not ruled out`() async throws {
        let asked = try await OfflineRun().questions(
            for: "A command line tool that sorts files by size and never deletes a file")
        #expect(!asked.contains { $0.question.contains("files") }, "\(asked)")
        #expect(IdeaReading("Helpers without a car share rides. No ads.").refusals.refused == ["ads"])
        #expect(IdeaReading("Der Bot meldet Fälle nach 3 Tagen ohne Reaktion an die Leitung").refusals.refused.isEmpty)
        #expect(!IdeaReading("Firmware für eine Pumpe. Wenn kein WLAN da ist, blinkt sie rot.").refusals.isOffline)
    }

    @Test(arguments: [
        ("A diary for a scout group with no accounts, where only leaders can read entries", "only some people"),
        ("A board where posts are deleted after 3 days and the chair can search the archive", "looked up later"),
    ])
    func `statements that cannot both hold are asked about`(idea: String, part: String) async throws {
        let asked = try await OfflineRun().questions(for: idea).map(\.question)
        #expect(asked.contains { $0.contains(part) }, "\(asked)")
    }

    @Test(arguments: [
        (
            "Customers cancel up to 2 hours before via a link", Tongue.english,
            "2 hours before is accepted, 1 is refused"
        ),
        ("Max 25 people per run, then a waiting list", .english, "25 people is accepted, 26 is refused"),
        ("At least two referees sign", .english, "two referees is accepted"),
        ("Dagen ruilen (max 2 per maand, minstens 48 uur van tevoren)", .dutch, "48 uur van tevoren: mag; 47"),
        ("Gäste buchen höchstens 8 Boote pro Tag", .german, "8 Boote: wird angenommen; 9"),
        ("Professores podem reservar até 30 exemplares", .portuguese, "30 exemplares: aceito; 31"),
        ("Zwischen zwei Diensten müssen mindestens 11 Stunden liegen", .german, "11 Stunden: wird angenommen; 10"),
    ])
    func `a bound that is certain gives its criterion, in its direction`(
        statement: String, tongue: Tongue, says: String
    ) {
        let text = AcceptanceCriteria(statement, tongue: tongue).text ?? ""
        #expect(text.contains(says.replacing("two referees", with: "2 referees")), "\(text)")
    }

    @Test(arguments: [
        "If wifi isn't reachable buffer up to 96 readings in flash", "Must run at least 6 months on two AA cells",
        "Picks peaks with signal-to-noise above 3", "Posts a summary at 10:00", "Answers in under 3 seconds",
        "Personal data (name, email) must be hashed", "Runs on 8 GB RAM", "Wakes every 20 minutes", "Discount codes",
    ])
    func `what has to be measured or only read gets no criterion`(statement: String) {
        #expect(AcceptanceCriteria(statement, tongue: .english).text == nil)
    }
}
