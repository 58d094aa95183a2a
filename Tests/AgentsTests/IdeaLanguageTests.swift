import Agents
import Models
import Testing

/// What every sentence of an idea becomes, in the languages that people write ideas in: a feature, a rule, a size, a
/// place where it runs.
struct IdeaLanguageTests {
    private func document(_ idea: String) async throws -> RequirementsDoc {
        try await OfflineRun().requirements(for: idea)
    }

    private func names(_ document: RequirementsDoc) -> [String] { document.coreFeatures.map(\.name) }

    private func constraints(_ document: RequirementsDoc) -> String { document.technicalConstraints ?? "" }

    @Test(arguments: [
        (
            "A rota for nurses. Managers shouldn't see sick notes.",
            "Rule, as asked: “Managers shouldn't see sick notes”"
        ),
        ("Ein Werkzeug, das Bilder sortiert. Darf nie etwas löschen.", "Regel, wie verlangt: “Darf nie etwas löschen”"),
        (
            "A log for divers. About 40 divers, 300 dives a month.",
            "Size, as told: “About 40 divers, 300 dives a month”"
        ),
        ("A tide board. Should work on iPhone and Android.", "Runs on, as asked: “Should work on iPhone and Android”"),
        (
            "Un jeu de dés avec des salons. Backend en Elixir, front en Svelte.",
            "Réalisé, comme demandé, avec: “Backend en Elixir"
        ),
        ("Una web de recetas de la abuela. En catalán y castellano.", "Idiomas pedidos: “En catalán y castellano”"),
        ("Ein Index für Noten. Muss mit 200.000 Dateien klarkommen.", "Zu messen, wie verlangt: “Muss mit 200.000"),
        (
            "A library in Go that reads GPX, no dependencies outside the standard library.",
            "Left out, as asked: “no dependencies"
        ),
    ])
    func `a bound, a size, a place and a stack are constraints and no features`(
        idea: String, line: String
    ) async throws {
        let document = try await document(idea)
        #expect(constraints(document).contains(line), "\(constraints(document))")
        let quoted = line.split(separator: "“").last.map { $0.filter { $0 != "”" } } ?? ""
        #expect(!names(document).contains { $0.lowercased() == quoted.lowercased() }, "\(names(document))")
    }

    @Test(arguments: [
        ("Tinder for allotment tools", "Tinder"), ("Strava for canal boats. No ads.", "Strava"),
        ("Letterboxd for tram rides", "Letterboxd"), ("Airbnb für Gewächshäuser", "Airbnb"),
        ("un Tinder para gatos de refugio", "Tinder"),
    ])
    func `a likeness is read as what the product is known for, and said to be assumed`(
        idea: String, product: String
    ) async throws {
        let document = try await document(idea)
        #expect(constraints(document).contains("is read as a likeness"), "\(constraints(document))")
        #expect(document.coreFeatures.contains { $0.description.contains(product) })
        for word in ["Video", "Dating", "Date planner", "Stripe"] {
            #expect(!names(document).contains { $0.contains(word) }, "\(names(document))")
            #expect(!document.recommendedStack.contains(word))
        }
    }

    @Test(arguments: [
        "Uma extensão que traduz legendas da Netflix para português",
        "A tool that exports my Strava runs for my coach, as CSV",
    ])
    func `a product that is worked with likens nothing`(idea: String) async throws {
        let document = try await document(idea)
        #expect(!constraints(document).contains("likeness"), "\(constraints(document))")
        #expect(!document.coreFeatures.contains { $0.description.contains("Assumed, because") })
    }

    @Test(arguments: [
        (
            "Eine App für meinen Ruderverein: Mitglieder reservieren Boote, und der Bootswart sieht, welche gesperrt sind",
            ["Mitglieder", "Bootswart"]
        ),
        (
            "Je suis coiffeuse à domicile. Une appli où mes clientes réservent un créneau",
            ["Coiffeuse à domicile", "Clientes"]
        ),
        ("Maria, 71, keeps forgetting her pills. Something that reminds her three times a day.", ["Maria, 71"]),
        ("Um caderno para a padaria da minha mãe: ela vê as encomendas do dia", ["Mãe"]),
    ])
    func `the people whom an idea names are its personas, and nobody else`(
        idea: String, roles: [String]
    ) async throws {
        #expect(try await document(idea).targetAudience.map(\.role) == roles)
    }
}
