import JSON
import Models
import Patterns
import Testing

@testable import Agents

/// What a person said stays in the requirements, whatever pattern is near; and the document is in their words.
@Suite struct IdeaKeepingTests {
    private func document(_ idea: String) async throws -> RequirementsDoc {
        try await OfflineRun().requirements(for: idea)
    }

    /// All of a document but the line that repeats the idea.
    private func text(_ document: RequirementsDoc) -> String {
        let constraints = (document.technicalConstraints ?? "").split(separator: "\n").filter {
            !$0.contains("Brief: “")
        }
        return (document.coreFeatures.map { "\($0.name) \($0.description)" } + constraints.map(String.init))
            .joined(separator: "\n")
    }

    @Test(arguments: [
        (
            "A bulletin tool in which everybody can draft a note and choose recipients by street; only scheduling in the "
                + "first version. Recipients answer by post.",
            ["draft a note", "choose recipients", "answer by post"]
        ),
        (
            "CRM for piano tuners. Just reminders for now. Each tuner photographs the piano's serial number.",
            ["photographs the piano"]
        ),
        (
            "Booking for a sauna club, only scheduling at first. The janitor locks rooms for repairs. Guests rate the towels.",
            ["locks rooms", "rate the towels"]
        ),
        (
            "A recipe blog where only aunts can publish, with a list of pans for each dish. Cousins print the dishes.",
            ["aunts can publish", "Cousins print the dishes"]
        ),
    ])
    func `a limit of the first version takes away what a pattern adds, and nothing that was said`(
        idea: String, said: [String]
    ) async throws {
        let text = text(try await document(idea)).lowercased()
        for words in said { #expect(text.contains(words.lowercased()), "\(words) in \(text)") }
    }

    @Test(arguments: [
        "A shop for my weaving where nothing is sold: visitors reserve pieces, and the weaver calls them.",
        "An online shop without selling: people leave used books, others take them.",
    ])
    func `a pattern whose subject the idea rules out is not taken`(idea: String) async throws {
        let document = try await document(idea)
        #expect(OwnWords.areIn(document), "\(document.technicalConstraints ?? "")")
        #expect(!document.coreFeatures.contains { $0.name.contains("Checkout") || $0.name.contains("catalogue") })
    }

    @Test(arguments: [
        "An app where anyone can post recipes for everyone", "A blog for anybody who knits, just comments for now",
        "A free tool for people to write newsletters, only scheduling at first",
    ])
    func `nobody in particular gives no name`(idea: String) async throws {
        let name = try await document(idea).appName
        for word in ["Anyone", "Anybody", "Everyone", "People"] { #expect(!name.contains(word), "\(name)") }
    }

    @Test(arguments: [
        (
            "Ein anonymes Brett für Schüler, ohne Anmeldung. Jeder sieht nur seine eigenen Einträge.", Tongue.german,
            "Angenommen, da niemand gefragt wurde"
        ),
        (
            "Une appli gratuite pour le jardin partagé, sans compte. Chacun voit ses propres récoltes et paie 3 euros.",
            Tongue.french, "Supposé, faute de réponse"
        ),
        (
            "Una pizarra sin registro para el barrio. Cada uno ve sus propios avisos.", Tongue.spanish,
            "Supuesto, pues no se preguntó"
        ),
    ])
    func `what was assumed about a conflict stands in the idea's language`(
        idea: String, tongue: Tongue, opening: String
    ) async throws {
        let lines = (try await document(idea).technicalConstraints ?? "").split(separator: "\n")
        let assumed = lines.filter { $0.contains(opening) }
        for line in assumed {
            for words in ["Which holds", "The idea", "Nobody is", "What comes first"] {
                #expect(!line.contains(words), "\(line)")
            }
        }
        #expect(!assumed.isEmpty, "\(lines)")
    }

    @Test func `every conflict has a question and two ways in every language, and an answer in each is understood`() {
        let conflicts: [IdeaConflict] =
            ProjectPattern.Topic.allCases.map { .topic($0) } + [
                .anonymousAccounts, .offlineLive, .onlyMeShared, .serverlessShared, .ownWithoutAccounts,
                .onlySomeWithoutAccounts, .forgottenKept, .freePaid, .moreThanLimit, .scriptless("React"),
            ]
        for conflict in conflicts {
            for tongue in Tongue.allCases {
                let (question, options) = (conflict.question(in: tongue), conflict.options(in: tongue))
                #expect(options.count == 2 && Set(options).count == 2, "\(conflict) \(tongue)")
                #expect(tongue == .english || question != conflict.question, "\(conflict) \(tongue)")
                #expect(conflict.leavesOut(options[0]) && !conflict.leavesOut(options[1]), "\(conflict) \(tongue)")
            }
        }
    }
}
