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
            "Un site où les clubs publient leurs matchs et où les joueurs choisissent un poste",
            ["Les clubs publient leurs matchs", "Les joueurs choisissent un poste"]
        ),
        (
            "Una página donde los socios publican rutas y donde los guías responden preguntas",
            ["Los socios publican rutas", "Los guías responden preguntas"]
        ),
        (
            "Ein Dienst, in dem man Rezepte sammelt und in dem man Einkäufe plant",
            ["Rezepte sammeln", "Einkäufe planen"]
        ),
        (
            "Ein Programm, das Rechnungen sortiert und Mahnungen schickt",
            ["Rechnungen sortieren", "Mahnungen schicken"]
        ),
        (
            "The rowing club needs something better. Rowers log their outings. The coach checks them.",
            ["Rowers log their outings", "Coach checks them"]
        ),
        (
            "A valve controller. If the pressure falls, it closes the valve and warns the keeper.",
            ["If the pressure falls, it closes the valve and warns the keeper"]
        ),
    ])
    func `what is said with one opening again, or on one condition, is read whole`(
        idea: String, expected: [String]
    ) async throws {
        let names = try await document(idea).coreFeatures.map(\.name)
        for name in expected { #expect(names.contains(name), "\(names)") }
    }

    @Test(arguments: [
        ("Una web del club: reservar pistas y anotar resultados, sin anuncios y con un máximo de 3 reservas", "3", "4"),
        ("Un site où les voisins réservent le four, avec au plus 6 pains par famille", "6", "7"),
        ("A page where guests book a sauna for up to 2 hours with at most 5 people per booking", "5", "6"),
        ("Eine Seite, auf der Gäste Boote buchen, höchstens 8 Boote pro Tag", "8", "9"),
        ("Un sito dove i soci prenotano il campo, massimo 4 persone per campo", "4", "5"),
    ])
    func `a bound is tried at its number and one beyond`(idea: String, number: String, next: String) async throws {
        let constraints = try await document(idea).technicalConstraints ?? ""
        let line = constraints.split(separator: "\n").first { line in
            Tongue.allCases.contains { line.contains(ClauseRole.rule.label($0) + ": ") }
        }
        let words = Words.split(line.map(String.init) ?? "")
        #expect(words.contains(number) && words.contains(next), "\(constraints)")
    }

    @Test(arguments: [
        ("A command line tool that sorts photos and prints a list, no ads", Tongue.english),
        ("Eine Seite, auf der Vereine ihre Termine eintragen und Helfer sich melden. Keine Werbung.", .german),
        ("Un site où les écoles publient des menus et où les parents votent, sans publicité", .french),
        ("Una web donde los vecinos publican avisos y el alcalde responde, sin publicidad", .spanish),
        ("Un sito dove i soci propongono gite e il presidente conferma, senza pubblicità", .italian),
    ])
    func `every feature says how it is accepted, and labels are in the idea's language`(
        idea: String, tongue: Tongue
    ) async throws {
        let document = try await document(idea)
        for feature in document.coreFeatures {
            #expect(feature.description.contains(CriterionText.opening(tongue) + ": "), "\(feature)")
        }
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
        let document = try await document("Ein Bot, der jeden Abend Wetterwerte schickt und Stürme meldet")
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

    @Test func `a statement's numbers, times and conditions give its criteria`() {
        func text(_ statement: String, _ tongue: Tongue = .english, isRule: Bool = false) -> String {
            AcceptanceCriteria(statement, tongue: tongue, isRule: isRule).text
        }
        #expect(text("Others reserve it for up to 9 days").contains("9 days is accepted, 10 is refused"))
        #expect(text("At least two referees sign", isRule: true).contains("1 is not enough"))
        #expect(text("Answers in under 3 seconds").contains("measured"))
        #expect(text("Wakes every 20 minutes").contains("two times in a row"))
        #expect(text("If the door opens, it beeps").contains("condition"))
        #expect(text("Die Liste um 6 Uhr ausgeben", .german).contains("zu dieser Zeit"))
        #expect(text("more than 4 people meet").contains("is refused") == false)
    }
}
