import Models
import Testing

@testable import Agents
@testable import Patterns

/// What belongs to a kind of product is derived in the idea's own language, and says where it comes from.
@Suite struct ProductKindTests {
    @Test(arguments: Tongue.allCases)
    func everyLanguageHasEveryText(_ tongue: Tongue) {
        let texts = ProductTexts.of(tongue)
        for kind in ProductKind.all + Array(ProductKind.ofShape.values) {
            for id in kind.must + kind.should + kind.nice {
                #expect(ProductKind.parts[id] != nil, "\(kind.id) \(id)")
                #expect(texts.features[id]?.criteria.count == 2, "\(tongue) \(id)")
            }
            for person in kind.people { #expect(texts.people[person] != nil, "\(tongue) \(person)") }
            #expect(texts.things[kind.usualThing] != nil, "\(tongue) \(kind.usualThing)")
        }
        for kind in ProductKind.all {
            #expect(texts.names[kind.id] != nil, "\(tongue) \(kind.id)")
            #expect(!(texts.cues[kind.id] ?? []).isEmpty, "\(tongue) \(kind.id)")
        }
        for (id, thing) in ProductKind.things {
            #expect(texts.things[id] != nil, "\(tongue) \(id)")
            for field in thing.fields { #expect(texts.fields[field] != nil, "\(tongue) \(field)") }
        }
        for key in ["derived", "assumed", "first"] { #expect(!texts.frame(key, "x").isEmpty, "\(tongue) \(key)") }
    }

    @Test(arguments: [
        ("Online-Buchung für meine Katzenpension", "booking", "stay"),
        ("un site pour réserver des terrains de padel", "booking", "court"),
        ("app para repartir gastos con mis compañeros de piso", "shared-costs", "expense"),
        ("uma escala de voluntários para o banco alimentar", "shifts", "shift"),
        ("elenco dei vini della mia cantina", "collection", "wine"),
        ("uitleen voor de boeken van onze bieb", "lending", "book"),
        ("aplikacja do podlewania roślin", "care", "plant"),
        ("町内会の備品の貸し出し", "lending", "item"),
        ("spare parts inventory for a garage", "inventory", "part"),
    ])
    func aKindAndItsThingAreGuessed(_ idea: String, _ kind: String, _ thing: String) throws {
        let guess = try #require(ProductGuess(Statement.all(in: idea), text: idea))
        #expect(guess.kind.id == kind)
        #expect(guess.thingID == thing)
    }

    @Test(arguments: [
        ("Buchungsseite für meine Hundepension", "Abgeleitet aus", "Angenommen, steht nicht in der Idee"),
        ("aplikacja do rezerwacji kortów tenisowych", "Wynika z", "Założenie"),
        ("una app para controlar los gastos del piso compartido", "Se deduce de", "Supuesto"),
    ])
    func aShortIdeaGetsWhatSuchAProductNeeds(_ idea: String, _ derived: String, _ assumed: String) async throws {
        let document = try await OfflineRun().requirements(for: idea)
        #expect((4...8).contains(document.coreFeatures.count), "\(document.coreFeatures.map(\.name))")
        for feature in document.coreFeatures {
            let origin = feature.priority == .mustHave ? derived : assumed
            #expect(feature.description.contains(origin), "\(feature)")
            #expect(AcceptanceCriteria.without(feature.description) != feature.description, "\(feature)")
            #expect(!feature.description.contains("{"), "\(feature)")
        }
        #expect(Set(document.coreFeatures.map(\.priority)).count > 1)
    }

    @Test func whatIsRuledOutIsNotDerived() async throws {
        let idea = "Ein Forum für unseren Verein, ohne Bewertungen und ohne Benachrichtigungen"
        let document = try await OfflineRun().requirements(for: idea)
        #expect(
            !document.coreFeatures.contains { $0.name.contains("Bewertung") }, "\(document.coreFeatures.map(\.name))")
    }

    @Test(arguments: [
        ("opens a valve below 30%", "at 29% it happens, at 30% it does not"),
        (
            "sends an alert when more than 1000 euros are spent",
            "at 1000 euros it does not happen, at 1001 euros it does"
        ),
        ("each café orders until 16:00", "at 15:59 it still works, at 16:00 it is over"),
        ("shifts need between 3 and 12 people", "3 and 12 are accepted, 2 and 13 are refused"),
    ])
    func aNumberIsTriedOnBothSides(_ clause: String, _ expected: String) {
        let criteria = StatedThreshold.criteria(in: clause, .english)
        #expect(criteria.contains(expected), "\(criteria)")
    }

    @Test(arguments: [
        ("Sheet music PDFs", false), ("Never the", false), ("One of three visit", false), ("Pet", false),
        ("Small pottery studio", false), ("Members", true), ("IT agent", true), ("Receptionists", true),
    ])
    func onlyPeopleArePersonas(_ role: String, _ can: Bool) {
        #expect(PersonRole.canBe(role, .english) == can)
    }

    @Test func germanNeverIsNotPolish() {
        #expect(
            Tongue("Wir verleihen Räder. Ein Rad darf nie doppelt vergeben sein, bis sie jemand freigibt.") == .german)
    }

    @Test func whatSomebodyMaySeeLimitsNoProgram() {
        #expect(!IdeaReading("A choir page where members answer. Guests see the dates but nothing else.").isMinimal)
        #expect(IdeaReading("One button that logs a coffee. Nothing else.").isMinimal)
    }

    @Test func whatAToolDoesIsKeptBesideWhatToolsNeed() async throws {
        let idea = "Node CLI that converts Markdown notes to a static HTML site, watch mode included"
        let document = try await OfflineRun().requirements(for: idea)
        #expect(
            document.coreFeatures.contains { $0.name.hasPrefix("Convert Markdown") },
            "\(document.coreFeatures.map(\.name))")
    }
}
