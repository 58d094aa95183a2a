import Agents
import JSON
import Models
import TestSupport
import Testing

struct ResearchAgentTests {
    let run = OfflineRun()

    private func text(of document: RequirementsDoc) -> String { document.json.serialized.lowercased() }

    @Test func `a CRM for dog walkers is about dogs, walks and clients`() async throws {
        let document = try await run.requirements(for: "A CRM for dog walkers")
        #expect(document.appName == "Dog Walker CRM")
        #expect(document.elevatorPitch.contains("dog walkers"))
        #expect(document.targetAudience.first?.role == "Dog walker")
        let names = document.coreFeatures.map(\.name)
        #expect(names.contains("Dog records"))
        #expect(names.contains("Walk schedule"))
        #expect(names.contains("Client book"))
        #expect(document.recommendedStack.contains("Next.js"))
    }

    @Test func `it asks what the first version of a CRM for dog walkers shall cover`() async throws {
        let questions = try await run.questions(for: "A CRM for dog walkers")
        #expect(questions.map(\.id) == ["q1"])
        #expect(questions.first?.options?.first == "Just scheduling for MVP")
    }

    @Test(arguments: ["an app", "", "?", "a website", "アプリ", "something cool"])
    func `an idea that says next to nothing is asked about`(idea: String) async throws {
        let questions = try await run.questions(for: idea)
        #expect((1...3).contains(questions.count))
        #expect(questions.allSatisfy { ($0.options ?? []).count >= 2 })
    }

    @Test func `an idea that says it all is not asked about`() async throws {
        let idea = "A booking app where patients reserve dentist slots, pay a deposit and get SMS reminders"
        #expect(try await run.questions(for: idea).isEmpty)
    }

    @Test func `just scheduling removes payments`() async throws {
        let idea = "A CRM for dog walkers"
        let whole = try await run.requirements(for: idea)
        #expect(text(of: whole).contains("payment"))
        let answer = ClarificationResponse(questionID: "q1", answer: "Just scheduling for MVP")
        let limited = try await run.requirements(for: idea, skipping: false, answers: [answer])
        for word in ["payment", "invoice", "stripe", "pipeline"] {
            #expect(!text(of: limited).contains(word), "\(word)")
        }
        #expect(limited.coreFeatures.contains { $0.name.contains("schedule") && $0.priority == .mustHave })
        #expect(limited.coreFeatures.count < whole.coreFeatures.count)
        #expect(limited.coreFeatures.count >= 3)
    }

    @Test func `what the idea rules out is left out, what it puts off comes last`() async throws {
        let document = try await run.requirements(for: "An online shop for candles without payments, reviews later")
        #expect(!document.coreFeatures.contains { $0.name.contains("checkout") })
        #expect(!document.recommendedStack.contains("Stripe"))
        #expect(document.coreFeatures.first { $0.name == "Customer reviews" }?.priority == .niceToHave)
    }

    @Test func `privacy, place, platform and technology shape the document`() async throws {
        let document = try await run.requirements(
            for: "A GDPR compliant iPhone app for nurses in Berlin to log shifts offline")
        let constraints = try #require(document.technicalConstraints)
        #expect(constraints.contains("GDPR"))
        #expect(constraints.contains("Berlin"))
        // In the idea's own sentence, as no pattern is near.
        #expect(
            document.coreFeatures.contains { $0.priority == .mustHave && $0.description.contains("shifts offline") })
        #expect(document.recommendedStack.contains("SwiftUI"))
        #expect(document.elevatorPitch.contains("nurses"))
        let python = try await run.requirements(for: "A dashboard for beekeepers in FastAPI with PostgreSQL")
        #expect(python.recommendedStack.starts(with: ["FastAPI", "PostgreSQL"]))
    }

    @Test func `the request's stack and audience win`() async throws {
        let document = try await run.requirements(
            for: "A CRM for dog walkers", ["tech_stack": ["Flask", "SQLite"], "target_audience": "cat sitters"])
        #expect(document.recommendedStack == ["Flask", "SQLite"])
        #expect(document.appName == "Cat sitter CRM" || document.appName == "Cat Sitter CRM")
        #expect(document.elevatorPitch.contains("cat sitters"))
    }

    @Test func `no two ideas give the same document, and each names its idea`() async throws {
        var seen: [String: String] = [:]
        for (_, idea) in Ideas.all {
            let document = try await run.requirements(for: idea)
            let json = document.json.serialized
            #expect(seen[json] == nil, "\(idea) and \(seen[json] ?? "")")
            seen[json] = idea
            #expect(document.technicalConstraints?.contains(idea) == true)
        }
    }

    @Test func `audience and things of an idea stand in its features`() async throws {
        let expected: [(String, [String])] = [
            ("An online shop for handmade candles", ["handmade candle"]),
            ("A social network for amateur astronomers", ["amateur astronomers"]),
            ("A job board for marine biologists", ["marine biologists"]),
            ("Reserve tennis courts by the hour", ["tennis court"]),
            ("A workout log for powerlifters", ["powerlifters"]),
            ("A blog about mountain huts", ["mountain hut"]),
        ]
        for (idea, words) in expected {
            let document = try await run.requirements(for: idea)
            let features = document.coreFeatures.map { $0.name + $0.description }.joined().lowercased()
            for word in words {
                #expect(
                    (document.appName + document.elevatorPitch).lowercased().contains(word),
                    "\(idea): \(document.elevatorPitch)")
                #expect(features.contains(word), "\(idea): \(word)")
            }
        }
    }

    @Test(arguments: [
        ("my barber still uses a paper diary and I always get double-booked", "Barber Booking"),
        ("my grandma knits socks and wants to sell them on the internet", "Sock Shop"),
        ("Analytics dashboard for a chain of bakeries", "Bakery Dashboard"),
        ("Keep count of the reagents and pipettes in a chemistry lab", "Reagent Inventory"),
        ("recipe app", "Open Recipes"), ("Build a reading habit with daily goals and streaks", "Reading Habits"),
        ("five of us are going to Japan and can't agree on anything", "Japan Travel"),
        ("🏃‍♀️ running log with pace and weekly mileage", "Pace Fitness"),
        ("somewhere hobby birdwatchers can follow each other", "Hobby Birdwatcher Social Network"),
        ("Let patients of a physio reserve slots, no payments, no accounts", "Patient Booking"),
    ])
    func `an app is named by a noun of its idea`(idea: String, name: String) async throws {
        #expect(try await OfflineRun().requirements(for: idea).appName == name)
    }

    @Test func `free, freelance, MVP and what is made by hand are told apart`() async throws {
        let freelance = try await OfflineRun().requirements(for: "A CRM for freelance interior designers")
        #expect(!(freelance.technicalConstraints ?? "").contains("Free to use"))
        #expect(!freelance.elevatorPitch.contains("interiors"))
        let only = try await OfflineRun().requirements(for: "A CRM for dog walkers. Just scheduling for MVP")
        #expect(!(only.technicalConstraints ?? "").contains("Made for MVP"))
        let shop = try await OfflineRun().requirements(for: "webshop for hand made soaps")
        #expect(shop.elevatorPitch.contains("hand made soaps"))
        let farmers = try await OfflineRun().requirements(for: "Farmers sell surplus vegetables directly to cafes")
        #expect(farmers.elevatorPitch.contains("surplus vegetables with"))
    }

    @Test func `the same idea gives the same document`() async throws {
        let first = try await run.requirements(for: "Track tools lent out on construction sites")
        let second = try await run.requirements(for: "Track tools lent out on construction sites")
        #expect(first == second)
    }

    @Test func `odd ideas give valid documents`() async throws {
        var text = RandomText(seed: 5)
        for _ in 0..<Rounds.oddInputs {
            let idea = text.idea()
            let answers =
                Bool.random(using: &text.random) ? [ClarificationResponse(questionID: "q1", answer: text.idea())] : []
            let document = try await run.requirements(for: idea, answers: answers)
            #expect(document.coreFeatures.contains { $0.priority == .mustHave })
            #expect(!document.recommendedStack.isEmpty)
            #expect(!document.json.serialized.contains("{who}"))
        }
    }

    @Test func `a cancelled task ends with cancelled`() async throws {
        let task = Task {
            // An agent that is quick would have ended before.
            while !Task.isCancelled { await Task.yield() }
            return try await OfflineRun().outcome(of: .research, ["user_idea": "A CRM"])
        }
        task.cancel()
        await #expect(throws: AgentError.cancelled) { try await task.value }
    }
}
