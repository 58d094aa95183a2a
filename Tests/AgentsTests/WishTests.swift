import Models
import Patterns
import Testing

@testable import Agents

/// What an idea wishes, of whatever kind it is: each wish a feature of its own with a whole heading and a way to see it
/// fulfilled, the people who act in it, the stack and the refusals in their places.
@Suite struct WishTests {
    private func document(_ idea: String) async throws -> RequirementsDoc {
        try await OfflineRun().requirements(for: idea)
    }

    private func names(_ document: RequirementsDoc) -> [String] { document.coreFeatures.map(\.name) }

    @Test(arguments: [
        ("This is not a wiki. It keeps our band's tours, with a map.", "wiki"),
        ("Not another diary app: a clock that strikes every 20 minutes.", "diary"),
        ("Ich will keinen Shop. Ich möchte eine Liste meiner Kakteen mit Fotos.", "shop"),
        ("Ce n'est pas un forum. C'est un carnet de pêche avec la date et le poids.", "forum"),
        ("No quiero un blog. Quiero un registro de mis vuelos con fecha y avión.", "blog"),
        ("To nie jest sklep. To spis książek w naszej szkole.", "sklep"),
    ])
    func `what a program is not is neither its name nor a feature`(idea: String, denied: String) async throws {
        let document = try await document(idea)
        #expect(!document.appName.lowercased().contains(denied), "\(document.appName)")
        #expect(!names(document).contains { $0.lowercased().contains(denied) }, "\(names(document))")
        #expect((document.technicalConstraints ?? "").lowercased().contains(denied))
    }

    @Test(arguments: [
        ("A wiki called Thorn & Daughters for our bakery with recipes, shifts and orders", "Thorn & Daughters"),
        ("Eine Seite namens Hof am Bach, auf der Gäste Zimmer buchen", "Hof am Bach"),
        ("Un site appelé « La Ruche bleue » où les membres publient des recettes", "La Ruche bleue"),
    ])
    func `a given name is whole`(idea: String, name: String) async throws {
        #expect(try await document(idea).appName == name)
    }

    @Test(arguments: [
        "A script that sorts scans into a directory called done and prints what it moved",
        "We use Kotlin. The app counts swifts under the roof.",
        "Une plateforme pour que les potiers de la région vendent leurs bols aux cafés",
        "Nasz klub potrzebuje systemu rezerwacji kortów. Gracz rezerwuje kort.",
        "My brother, my aunt and I run a stall, so I would like a little cash book for the three of us.",
    ])
    func `a name is a phrase and nothing cut`(idea: String) async throws {
        let name = try await document(idea).appName
        #expect(!name.contains("…") && name.split(separator: " ").count <= 9, "\(name)")
        for word in ["done", "Use ", "vendent", "potrzebuje", "My brother"] { #expect(!name.contains(word), "\(name)") }
    }

    @Test(arguments: [
        (
            "A rota: nurses swap shifts, the ward manager approves swaps, and at most 4 nurses are off.",
            ["Nurses", "Ward manager"]
        ),
        ("Un site : les potiers publient leurs bols, un client peut réserver un bol.", ["Potiers", "Client"]),
        ("Mieszkaniec zgłasza awarię, a dozorca oznacza ją jako naprawioną.", ["Mieszkaniec", "Dozorca"]),
        ("司書が本を登録し、利用者は本を予約できる。", ["司書", "利用者"]),
    ])
    func `who does something in it is a persona with a wish of their own`(idea: String, roles: [String]) async throws {
        let people = try await document(idea).targetAudience
        for role in roles { #expect(people.contains { $0.role == role }, "\(people.map(\.role))") }
        #expect(people.allSatisfy { $0.goal != idea }, "\(people)")
    }

    @Test(arguments: [
        (
            "A booking system for saunas: at most 6 guests per hour, a waiting list, free cancelling until 12 hours before",
            2
        ),
        ("It should have a test mode, never delete a file, and move copies into a folder. A tool that sorts scans.", 3),
        ("Gärtner stempeln ein und aus, die Chefin sieht die Stunden und exportiert sie als PDF. Eine App für uns.", 3),
    ])
    func `what is wished in one sentence is parted`(idea: String, count: Int) async throws {
        let document = try await document(idea)
        #expect(document.coreFeatures.count >= count, "\(names(document))")
        #expect(names(document).allSatisfy { !$0.contains("…") }, "\(names(document))")
    }

    @Test(arguments: [
        ("Une appli de courses. Vue obligatoire.", "Vue"), ("A list of my ferns. SwiftUI mandatory.", "SwiftUI"),
        ("Ein Verzeichnis der Glocken. Umsetzung bitte mit Django und PostgreSQL.", "Django"),
        ("Um mapa de fontes. Usar Vue 3 e FastAPI.", "FastAPI"), ("A dice bot. Written in Rust with poise.", "poise"),
        ("A Flask web app where our band keeps its scores.", "Flask"),
    ])
    func `in what it is to be written is the stack, and no feature`(idea: String, name: String) async throws {
        let document = try await document(idea)
        #expect(document.recommendedStack.contains(name), "\(document.recommendedStack)")
        #expect(
            !names(document).contains {
                Words.split($0).prefix(3).contains("mandatory") || $0.hasPrefix("Umsetzung") || $0.hasPrefix("Usar")
                    || $0.hasPrefix("Written")
            })
        #expect(!document.recommendedStack.contains("Next.js"))
    }

    @Test(arguments: [
        ("A notebook that keeps everything only on the device. It syncs between my phone and my laptop.", true),
        ("All ballots are anonymous. The chair sees who voted for what. A ballot app.", true),
        ("Orders can be changed at any time. Orders can never be changed. A shop for tea.", true),
        ("Trainer können Zeiten eintragen. Trainer dürfen keine Zeiten eintragen. Eltern sehen die Zeiten.", true),
        ("Anyone may reserve without signing in. Only signed-in members may reserve. A page for a court.", true),
        ("Un site de réservation de kayaks. Les paiements se font sur place, aucun paiement en ligne.", false),
        ("A sorter that renames files and never overwrites a file.", false),
    ])
    func `what cannot both hold is asked about, and nothing else`(idea: String, isAsked: Bool) async throws {
        let questions = try await OfflineRun().questions(for: idea)
        #expect(questions.contains { $0.options?.count == 2 } == isAsked, "\(questions.map(\.question))")
    }

    @Test(arguments: [
        ("Lehrer können Noten eintragen", Tongue.german), ("Lagerverwaltung für die Bäckerei", .german),
        ("Potrzebuję strony dla schroniska: wolontariusze dodają zwierzęta", .polish),
        ("読書の記録アプリ。ログインなし。", .japanese), ("A fur coat shop", .english), ("Los Angeles pasta map", .english),
    ])
    func `a language shows in few words`(idea: String, tongue: Tongue) {
        #expect(Tongue(idea) == tongue)
    }

    @Test(arguments: [
        "Spis narzędzi. Bez kont, bez reklam. Każdy może wypożyczyć młotek.", "本の一覧アプリ。決済なし。利用者は本を予約できる。",
    ])
    func `what is left out is left out in Polish and Japanese, in their own words`(idea: String) async throws {
        let document = try await document(idea)
        let constraints = document.technicalConstraints ?? ""
        #expect(constraints.contains(Frame.leftOut(Tongue(idea)) + ": "), "\(constraints)")
        #expect(!names(document).contains { $0.contains("Bez kont") || $0.contains("決済") }, "\(names(document))")
        #expect(!document.targetAudience.contains { $0.role == Frame.somebody(.english) })
    }

    @Test(arguments: [
        "Remind me to oil the gate at least once every six weeks.", "An app that calls my aunt at least once a day.",
    ])
    func `how often is no number of things`(idea: String) async throws {
        let said = try await document(idea).coreFeatures.map(\.description).joined()
        #expect(!said.contains("11") && !said.contains("is refused"), "\(said)")
    }

    @Test(arguments: StatedIdeas.all.prefix(20))
    func `each feature can be seen fulfilled`(idea: String) async throws {
        for feature in try await document(idea).coreFeatures {
            let openings = Tongue.allCases.map(CriterionText.opening)
            #expect(
                openings.contains { feature.description.contains($0 + ": ") }, "\(feature.name): \(feature.description)"
            )
        }
    }

    @Test(arguments: [
        ("A log for ringers. Photos some day, but not now.", "Photos"),
        ("Ein Verzeichnis der Orgeln. Irgendwann eine Karte.", "Karte"),
        ("Un carnet de vols pour pilotes. Plus tard, une carte.", "carte"),
        ("Un registro de nidos. Algún día, un mapa.", "mapa"),
        ("Spis uli. Kiedyś może mapa.", "mapa"), ("巣箱の記録アプリ。地図はそのうち欲しい。", "地図"),
    ])
    func `what is for some day is nice to have`(idea: String, word: String) async throws {
        let features = try await document(idea).coreFeatures.filter { $0.name.lowercased().contains(word.lowercased()) }
        #expect(features.contains { $0.priority == .niceToHave }, "\(features)")
    }
}
