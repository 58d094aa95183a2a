import Models
import Testing

@testable import Agents
@testable import Patterns

/// What a wish asks for has ways to see that it is fulfilled, and a product of a known kind its records.
@Suite struct CapabilityTests {
    @Test(arguments: Tongue.allCases)
    func everyLanguageHasTheCapabilities(_ tongue: Tongue) {
        let all = Capability.all(tongue)
        #expect(all.count > 300)
        #expect(Set(all.map(\.id)).count == all.count)
        for capability in all {
            #expect(capability.criteria.count == 2, "\(tongue) \(capability.id)")
            for criterion in capability.criteria {
                #expect((10...140).contains(criterion.count), "\(tongue) \(capability.id): \(criterion)")
                #expect(
                    !criterion.hasSuffix(".") && !criterion.contains("|"), "\(tongue) \(capability.id): \(criterion)")
            }
        }
    }

    @Test(arguments: [
        ("Users can block and report others", Tongue.english),
        ("a seat map where guests choose", .english),
        ("transcripts and an RSS feed", .english),
        ("comments and attachments", .english),
        ("Warteliste für freie Plätze", .german),
        ("Fotos hochladen", .german),
        ("les membres paient leur cotisation", .french),
        ("recordatorios por SMS", .spanish),
        ("lista de espera", .portuguese),
        ("pagamento con carta", .italian),
        ("wachtlijst", .dutch),
        ("przypomnienia SMS", .polish),
        ("カレンダーで予約", .japanese),
    ])
    func aWishThatManyHaveIsKnown(_ clause: String, _ tongue: Tongue) {
        #expect(Capability.criteria(of: clause, tongue).count == 2)
    }

    @Test(arguments: [
        "importance of the committee", "our basketball club", "the United States", "Sam and Alex",
    ])
    func whatNobodyAsksAProgramForIsNot(_ clause: String) {
        #expect(Capability.criteria(of: clause, .english).isEmpty)
    }

    @Test(arguments: [
        (
            "A website for our garden club: waiting list, who comes to which session, prices and fees",
            ["Waiting list", "Who comes to which session", "Prices", "Fees"]
        ),
        (
            "A recipe website where I can scale servings and print a shopping list",
            ["Scale servings", "Print a shopping list"]
        ),
        (
            "A parents' council website with news, a calendar and a contact form",
            ["News", "A calendar", "A contact form"]
        ),
        (
            "A tandem platform: people create a profile, are matched by language and level; users can block and report others",
            ["People create a profile", "People are matched by language and level", "Block and report others"]
        ),
        (
            "Eine Seite für den Gartenverein: Parzellen verwalten, Warteliste, Wasserzähler ablesen",
            [
                "Parzellen verwalten", "Warteliste", "Wasserzähler ablesen",
            ]
        ),
        (
            "A clinic tool: the receptionist books and moves appointments",
            ["The receptionist books and moves appointments"]
        ),
        ("A command line tool that finds duplicate photos and moves them to a folder", ["Find duplicate photos"]),
    ])
    func eachWishIsAFeatureOfItsOwn(_ idea: String, _ wishes: [String]) async throws {
        let names = try await OfflineRun().requirements(for: idea).coreFeatures.map(\.name)
        for wish in wishes { #expect(names.contains(wish), "\(names)") }
    }

    @Test(arguments: [
        ("An app where neighbours lend each other tools, with reminders when something is overdue", "tool"),
        ("A bakery site where customers pre-order bread for Saturday", "bread"),
        ("A simple inventory for a bike workshop: spare parts, stock, order list", "part"),
    ])
    func whoDoesItIsNotWhatItIsDoneWith(_ idea: String, _ thing: String) throws {
        let guess = try #require(ProductGuess(Statement.all(in: idea), text: idea))
        #expect(guess.thingID == thing)
    }

    @Test func anAppThatBuildMeAsksForIsNotForOnePerson() async throws {
        let document = try await OfflineRun().requirements(
            for: "Build me a shift planner for the volunteers of our food bank")
        #expect(!document.targetAudience.contains { $0.role.contains("me") }, "\(document.targetAudience)")
    }

    @Test func whatStaysOnTheDeviceIsSharedWithNobody() async throws {
        let document = try await OfflineRun().requirements(
            for: "A habit tracker that works offline and never sends data anywhere")
        let text = document.coreFeatures.map(\.name).joined() + (document.technicalConstraints ?? "")
        #expect(!text.contains("Share with a friend") && !text.contains("synchronised later"), "\(text)")
    }

    @Test func everyKindHasItsRecordsAndViews() throws {
        for (id, _) in ProductKind.things { #expect(ProductRecords.example(of: id) != nil, "\(id)") }
        for kind in ProductKind.all {
            for id in kind.must + kind.should + kind.nice {
                #expect(ProductRecords.view(of: id, in: kind.id) != nil, "\(kind.id) \(id)")
            }
        }
    }

    @Test(arguments: [
        ("A todo list", ["Todo"], "todos"),
        (
            "An app where neighbours lend each other tools, with reminders when something is overdue",
            ["Tool", "Loan"], "tools"
        ),
    ])
    func aProductOfAKnownKindHasCodeOfItsOwn(_ idea: String, _ types: [String], _ page: String) async throws {
        let project = try await OfflineRun.project(for: idea)
        let code = project.files["src/lib/types.ts"] ?? ""
        for type in types { #expect(code.contains("export interface \(type) {"), "\(code)") }
        #expect(project.files["src/app/\(page)/page.tsx"] != nil, "\(project.files.keys.sorted())")
        #expect(project.requirements?.technicalConstraints?.contains("The offline code keeps \(page)") == true)
        let routes = project.architecture?.siteMap.map(\.path) ?? []
        #expect(routes.contains("/\(page)"), "\(routes)")
    }
}
