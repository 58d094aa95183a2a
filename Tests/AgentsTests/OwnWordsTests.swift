import Models
import Patterns
import Testing

@testable import Agents

/// Kinds of ideas that no pattern is for, or that tell more than a pattern knows.
struct OwnWordsTests {
    let run = OfflineRun()

    /// What stands in the document besides the idea itself.
    private func claims(_ document: RequirementsDoc) -> String {
        (document.coreFeatures.map(\.name) + document.targetAudience.map { $0.role + $0.painPoint }
            + document.recommendedStack).joined(separator: "\n").lowercased()
    }

    private func isOwn(_ document: RequirementsDoc) -> Bool {
        OwnWords.areIn(document)
    }

    @Test(arguments: [
        ("Ein Verzeichnis der Kirchenuhren im Bezirk mit Baujahr und Uhrmacher", "Uhrmacher"),
        ("Une application pour accorder un piano droit et noter l'humidité de la pièce", "piano droit"),
        ("Una página para que los vecinos avisen de baches en la calle del barrio", "avisen"),
        ("Un programma per gestire le chiavi del condominio e chi le ha prese", "chiavi"),
        ("Um site para a associação de apicultores: quem tem enxames, onde estão. Sem vendas.", "enxames"),
        ("Een website voor een volkstuin: wie geeft wanneer water, wat is er gezaaid. Geen chat.", "gezaaid"),
        ("A repair evening in our village hall: visitors bring a lamp, a volunteer mends it, nobody pays.", "mends it"),
    ])
    func `an idea that is far from every pattern keeps its own words`(idea: String, word: String) async throws {
        let document = try await run.requirements(for: idea)
        #expect(isOwn(document), "\(document.technicalConstraints ?? "")")
        #expect(
            document.coreFeatures.contains { ($0.name + $0.description).contains(word) },
            "\(document.coreFeatures.map(\.name))")
        for other in ["stripe", "payments", "singles", "conversation", "cart"] {
            #expect(!claims(document).contains(other))
        }
    }

    @Test(arguments: [
        ("Un juego de navegador en el que una rana salta", "a game"),
        ("Une extension Chrome qui compte les mots", "an extension"),
        ("Eine Browsererweiterung, die Preise in Franken umrechnet", "an extension"),
        ("Ein Kommandozeilenprogramm in Go, das Zeilen in CSV-Dateien sortiert", "a command line tool"),
        (
            "Every night at 03:00 load the tide readings from an FTP server into BigQuery",
            "a program that works through data"
        ),
        ("A REST API for lighthouses, no user interface", "a service without pages"),
        ("A Kubernetes operator in Go that rotates certificates", "a tool for running servers"),
        ("A Rust library that reads tide tables", "a library or a tool for programmers"),
        ("An Alexa skill that reads the bus times", "a program for a watch or a speaker"),
    ])
    func `a shape is read in other languages and other words`(idea: String, shape: String) async throws {
        let document = try await run.requirements(for: idea)
        #expect(OwnWords.shape(of: document)?.phrase == shape, "\(document.technicalConstraints ?? "")")
        #expect(!document.recommendedStack.contains("Next.js"), "\(document.recommendedStack)")
    }

    @Test(arguments: [
        ("A lamp timer. Keine Datenbank.", "datenbank"), ("Un sito per le prove. Niente pagamenti.", "pagamenti"),
        ("Una web para turnos de riego. Sin anuncios ni cuentas.", "cuentas"),
        ("Un site pour un club de voile, pas d'amendes", "amendes"),
        ("A hearing test. It must not record anything.", "record anything"),
        ("A tram quiz. It should never mention names.", "names"),
        ("A tide clock with no ads, accounts or chat.", "accounts"),
        ("A pantry list. Nobody should pay.", "nobody should pay"),
    ])
    func `what is ruled out in any language is no feature and is said`(idea: String, word: String) async throws {
        let document = try await run.requirements(for: idea)
        for feature in document.coreFeatures { #expect(!feature.name.lowercased().contains(word), "\(feature.name)") }
        let lines = (document.technicalConstraints ?? "").split(separator: "\n").filter { !$0.contains("Brief:") }
        let openings = Tongue.allCases.flatMap { [Frame.leftOut($0), ClauseRole.rule.label($0)] }
        #expect(lines.contains { line in line.lowercased().contains(word) && openings.contains(where: line.contains) })
    }

    @Test(arguments: [
        ("Elm frontend and a Haskell backend (Servant) for a chess club", ["Elm", "Haskell", "Servant"]),
        ("Firmware for an nRF52840 in Rust (Embassy) that counts bees", ["nRF52840", "Rust", "Embassy"]),
        ("Train a model that tells birds apart in Python with PyTorch", ["Python", "PyTorch"]),
        ("A tide clock for the hall. Written in Roc.", ["Roc"]), ("A club site for rowers. En Laravel.", ["Laravel"]),
        ("A Go library that parses GPX tracks", ["Go"]), ("A kiln log. Flask and SQLite please.", ["Flask", "SQLite"]),
    ])
    func `demanded technologies are kept`(idea: String, stack: [String]) async throws {
        let document = try await run.requirements(for: idea)
        for name in stack { #expect(document.recommendedStack.contains(name), "\(document.recommendedStack)") }
    }

    @Test func `what a pattern adds to an idea that tells all is at most nice to have`() async throws {
        let document = try await run.requirements(
            for:
                "Support desk for 12 launderettes: customers scan a code on a machine, a technician gets a ticket and must react within 4 hours. Owners see which machines fail most."
        )
        let must = document.coreFeatures.filter { $0.priority == .mustHave }.map(\.name)
        #expect(
            must.contains { $0.contains("Owners see which machines fail most") }, "\(must)")
        #expect(document.technicalConstraints?.contains("the pattern “Help Desk”") == true)
        for added in ["Answer library", "Customer list"] {
            #expect(document.coreFeatures.first { $0.name == added }.map { $0.priority == .niceToHave } ?? true)
        }
    }

    @Test func `an answer in the person's own words is taken up`() async throws {
        let idea = "my choir's sheet music"
        let answers = try await run.questions(for: idea).prefix(1).map {
            ClarificationResponse(
                questionID: $0.id, answer: "Singers lend each other the scores. The librarian sees who has which part.")
        }
        let document = try await run.requirements(for: idea, skipping: false, answers: Array(answers))
        #expect(
            document.coreFeatures.contains {
                $0.name.contains("lend each other the scores") && $0.priority == .mustHave
            })
        #expect(document.technicalConstraints?.contains("Not taken up: “Singers") == false)
    }

    @Test(arguments: [
        ("A log that works offline only and syncs in real time with all others", "without a connection"),
        ("A shared list. It is free forever and costs 3 euros a month", "free"),
        ("A ring log. No accounts, but every ringer signs in with their own password", "accounts"),
    ])
    func `contradictions in other words are asked about`(idea: String, about: String) async throws {
        #expect(try await run.questions(for: idea).contains { $0.question.contains(about) })
    }

    @Test func `the roadmap of a program without pages speaks of none`() async throws {
        let requirements = try await run.requirements(for: "Firmware for an STM32 that opens a valve")
        let project = ProjectSnapshot(title: "T", requirements: requirements)
        let roadmap = try await OfflineRun(project: project).document(LearningRoadmap.self, from: .roadmap)
        #expect(!roadmap.json.serialized.contains("first page"))
    }
}
