import Agents
import Foundation
import JSON
import Models
import Testing

/// Cases 8, 9 and 10: what is demanded stands in the document, what is not said does not, and what cannot be written is
/// not written.
struct HonestIdeaTests {
    let run = OfflineRun()

    private func refusal(_ document: RequirementsDoc) -> String? {
        OfflineAgents.codeRefusal(for: ProjectSnapshot(title: "T", requirements: document))
    }

    @Test(arguments: [
        "Go", "Vue", "SvelteKit", "Django", "Spring Boot", "Laravel", "C#", "Ruby on Rails", "Elixir", "Brainfuck",
    ])
    func `a demanded stack stands in the document and is refused aloud`(stack: String) async throws {
        let document = try await run.requirements(for: "A CRM for dog walkers", ["tech_stack": [.string(stack)]])
        #expect(document.recommendedStack == [stack])
        let refusal = try #require(self.refusal(document))
        #expect(refusal.contains(stack))
        #expect(refusal.contains("model"))
        #expect(OfflineAgents.plannedFiles(for: ProjectSnapshot(title: "T", requirements: document)).isEmpty)
    }

    @Test(arguments: [
        ("A CRM for dog walkers in Go", "Go"), ("A booking site for barbers, built with Spring Boot", "Spring Boot"),
        ("A wiki for a school in Django", "Django"), ("A shop for candles with a Vue frontend", "Vue"),
        ("An inventory for a bakery in C#", "C#"), ("A forum for beekeepers using Laravel", "Laravel"),
    ])
    func `a stack in the idea's words is kept, and nothing of ours stands beside it`(idea: String, stack: String)
        async throws
    {
        let document = try await run.requirements(for: idea)
        #expect(document.recommendedStack.contains(stack), "\(document.recommendedStack)")
        #expect(
            !document.recommendedStack.contains { ["Next.js", "Flask", "React"].contains($0) },
            "\(document.recommendedStack)")
        #expect(refusal(document)?.contains(stack) == true)
    }

    @Test(arguments: [
        "A place where neighbours swap tools, no selling", "A marketplace for used books without buying or selling",
        "A club site for climbers, no money involved",
    ])
    func `where nothing is to be sold nobody pays, charges or earns`(idea: String) async throws {
        let document = try await run.requirements(for: idea)
        let said =
            document.coreFeatures.map { "\($0.name) \($0.description)" }
            + document.targetAudience.map { "\($0.goal) \($0.painPoint)" }
            + (document.technicalConstraints ?? "").split(separator: "\n").map(String.init)
            .filter { !$0.contains("Left out") && !$0.contains("Brief:") }
        for word in ["commission", "payment", "fees", "price", "checkout", "deals", "sold", "sell"] {
            #expect(!said.contains { $0.lowercased().contains(word) }, "\(word): \(said)")
        }
    }

    @Test(arguments: [
        ("an app", "Manage clients and follow-ups", "CRM"), ("an app", "Sell products online", "Shop"),
        ("an app", "Track personal goals", "Habit"),
        ("an app for my dog school", "Just scheduling for MVP", "Pet Care"),
        ("something for our club", "Everything, payments included", "Club"),
    ])
    func `an answer that was offered gives what it says, and no other product`(
        idea: String, answer: String, pattern: String
    ) async throws {
        let answers = try await run.questions(for: idea).enumerated().map { index, question in
            ClarificationResponse(
                questionID: question.id, answer: index == 0 ? answer : question.options?.first ?? "Anybody")
        }
        let document = try await run.requirements(for: idea, skipping: false, answers: answers)
        let constraints = document.technicalConstraints ?? ""
        #expect(constraints.contains("the pattern “\(pattern)"), "\(constraints)")
    }

    @Test(arguments: ["Next.js", "React", "FastAPI", "Flask", "HTML", "Swift", "Next.js 15", "TypeScript"])
    func `what can be written is written`(stack: String) async throws {
        let document = try await run.requirements(
            for: "A CRM for dog walkers", ["tech_stack": [.string(stack), "PostgreSQL"]])
        #expect(refusal(document) == nil)
    }

    @Test(arguments: [
        ("A command line tool in Rust that reads a CSV and prints its errors as JSON", "a command line tool", "Rust"),
        ("Firmware for an ESP32 that blinks a lamp when the door opens", "firmware", "ESP32"),
        ("A Discord bot that greets new members and rolls dice", "a bot", ""),
        ("A browser extension that hides comments on YouTube", "an extension", ""),
        ("A Telegram bot that reminds our choir of rehearsals", "a bot", ""),
        ("A CLI in Go that renames photos by their date", "a command line tool", "Go"),
        ("A desktop app in Tauri that previews fonts", "a desktop program", "Tauri"),
        ("A tower defense in Godot with penguins", "a game", "Godot"),
        ("A web scraper that collects prices of used bikes every night", "a program that works through data", ""),
    ])
    func `a shape without a template gives the idea's own sentences, a roadmap and a plain refusal`(
        idea: String, shape: String, stack: String
    ) async throws {
        let document = try await run.requirements(for: idea)
        let constraints = try #require(document.technicalConstraints)
        #expect(constraints.contains("Made offline from the idea's own sentences (\(shape))"), "\(constraints)")
        #expect(stack.isEmpty || document.recommendedStack.contains(stack), "\(document.recommendedStack)")
        #expect(!document.recommendedStack.contains("Next.js"))
        #expect(refusal(document)?.contains(shape) == true)
        let project = ProjectSnapshot(title: "T", requirements: document)
        #expect(OfflineAgents.plannedFiles(for: project).isEmpty)
        let roadmap = try await OfflineRun(project: project).document(LearningRoadmap.self, from: .roadmap)
        #expect(roadmap.modules.contains { $0.title.contains(document.coreFeatures[0].name) })
        let architecture = try await OfflineRun(project: project).document(WireframeSpec.self, from: .wireframe)
        #expect(architecture.siteMap.allSatisfy { $0.components.isEmpty })
    }

    @Test func `each sentence is traced to a feature, and what was not taken up is listed`() async throws {
        let idea =
            "A booking app for a barber. Every Friday the fish must be fed automatically. No deposits. My brother has one too."
        let document = try await run.requirements(for: idea)
        let constraints = try #require(document.technicalConstraints)
        #expect(
            document.coreFeatures.contains {
                $0.description.hasPrefix("Every Friday the fish must be fed automatically")
            })
        #expect(constraints.contains("Background: “My brother has one too”"))
        #expect(constraints.contains("Left out, as asked: “No deposits”"))
        #expect(constraints.contains("Made offline from the pattern “Booking” (similarity 0."))
    }

    @Test(arguments: [
        "Log that I took my pill. One tap, nothing else", "One tap, nothing else", "Count my coffees. That's all.",
        "A page with a button that plays a gong, and nothing else",
    ])
    func `nothing else is one must-have`(idea: String) async throws {
        let document = try await run.requirements(for: idea)
        #expect(document.coreFeatures.count == 1, "\(document.coreFeatures.map(\.name))")
        #expect(document.coreFeatures.first?.priority == .mustHave)
        #expect(try await run.questions(for: idea).allSatisfy { !$0.question.contains("first version") })
    }

    @Test(arguments: [
        ("A CRM for dog walkers. No payments, no deals", ["payment", "deal", "invoice"]),
        ("A CRM for dog walkers without invoices or deals", ["invoice", "deal"]),
        ("A recipe collection for my family, no meal planning and no shopping lists", ["shopping list"]),
        ("A forum for beekeepers. It does not need moderators. No badges.", ["badge"]),
    ])
    func `what is ruled out is in no feature`(idea: String, words: [String]) async throws {
        let document = try await run.requirements(for: idea)
        for feature in document.coreFeatures {
            let text = (feature.name + " " + feature.description).lowercased()
            for word in words { #expect(!text.contains(word), "\(feature.name): \(feature.description)") }
        }
    }

    @Test(arguments: [
        // The pattern's word for an appointment.
        ("No more missed appointments for my barber shop", "ooking"),
        ("We have no overview of our orders; a shop for soap", "rder"),
    ])
    func `trouble of today rules nothing out`(idea: String, word: String) async throws {
        let document = try await run.requirements(for: idea)
        #expect(document.coreFeatures.contains { ($0.name + $0.description).contains(word) })
        #expect(document.technicalConstraints?.contains("Left out") == false)
    }

    @Test(arguments: [
        ("A shop for candles with no payments. Customers pay with PayPal.", "payments"),
        ("An anonymous forum where people sign up with an account", "anonymous"),
        ("A notebook that works offline and shows changes of my team in real-time", "without a connection"),
        ("A diary just for me that I share with friends and comment on", "alone"),
        ("A timer, nothing else. It should also send reminders and show charts.", "nothing else"),
        ("A dashboard in Django and Rails", "Django and Rails"),
    ])
    func `a contradiction is asked about, and the answer settles it`(idea: String, about: String) async throws {
        let question = try #require(try await run.questions(for: idea).first)
        #expect(question.question.contains(about), "\(question.question)")
        #expect(question.options?.count == 2)
        for option in question.options ?? [] {
            let document = try await run.requirements(
                for: idea, skipping: false, answers: [ClarificationResponse(questionID: question.id, answer: option)])
            #expect(document.technicalConstraints?.contains("Decided: \(question.question) \(option)") == true)
            #expect(document.technicalConstraints?.contains("Assumed") == false)
        }
        let unasked = try await run.requirements(for: idea)
        #expect(unasked.technicalConstraints?.contains("Assumed, as nobody was asked") == true)
    }

    @Test func `the answer to a contradiction decides`() async throws {
        let idea = "A shop for candles with no payments. Customers pay with PayPal."
        for (answer, isThere) in [
            ("Without payments", false), ("With payments", true), ("with, please", true), ("drop them", false),
        ] {
            let document = try await run.requirements(
                for: idea, skipping: false, answers: [ClarificationResponse(questionID: "q1", answer: answer)])
            #expect(
                document.coreFeatures.contains { $0.description.lowercased().contains("payment") } == isThere,
                "\(answer)")
        }
    }

    @Test func `an answer's words reach the document whole, and what it rules out is left out`() async throws {
        let long =
            "Scheduling first. "
            + String(repeating: "The old ledger stays on the shelf behind the counter. ", count: 30) + "No deals."
        let document = try await run.requirements(
            for: "A CRM for dog walkers", skipping: false,
            answers: [ClarificationResponse(questionID: "q1", answer: long)])
        let constraints = try #require(document.technicalConstraints)
        #expect(constraints.contains(long.trimmingCharacters(in: .whitespaces)))
        #expect(!document.coreFeatures.contains { $0.name.contains("Deal") })
        let people = try await run.requirements(
            for: "A CRM", skipping: false,
            answers: [
                ClarificationResponse(questionID: "q1", answer: "Everything"),
                ClarificationResponse(questionID: "q2", answer: "Cat sitters, no invoices"),
            ])
        #expect(people.elevatorPitch.contains("cat sitters"))
        #expect(!people.coreFeatures.contains { $0.name.contains("Invoices") })
    }

    @Test func `a document says what made it, beside it`() async throws {
        for (idea, pattern) in [("A CRM for dog walkers", "crm"), ("A Discord bot that rolls dice", nil)] {
            let input: JSONObject = ["user_idea": .string(idea), "skip_clarification": true]
            guard case .document(let json, let madeBy) = try await run.outcome(of: .research, input) else {
                throw UnexpectedOutcome()
            }
            #expect(madeBy.maker == "offline")
            #expect(madeBy.pattern == pattern)
            #expect(madeBy.similarity.map { (0...1).contains($0) } == true)
            #expect(json["made_by"] == nil)
        }
    }
}
