import Models
import Patterns
import Testing

@testable import Agents

/// How people write ideas: what comes before the wish, what is said by the way, what is torn apart by a comma.
struct IdeaKindTests {
    private func document(_ idea: String) async throws -> RequirementsDoc {
        try await OfflineRun().requirements(for: idea)
    }

    private func names(_ document: RequirementsDoc) -> [String] { document.coreFeatures.map(\.name) }

    @Test(arguments: [
        ("Quiero una web para el club de ajedrez donde los socios apuntan sus partidas", ["quiero"]),
        ("Vorrei un'app per il mio orto con le date di semina", ["vorrei"]),
        ("Je voudrais un site pour notre chorale : dates des concerts, partitions à télécharger", ["voudrais", "je"]),
        ("Gostaria de um aplicativo para o time de futsal, com placar e artilheiros", ["gostaria"]),
        ("Ich hätte gern eine Seite für unsere Imkerei, auf der Kunden Honig vorbestellen", ["ich", "hätte", "gern"]),
        (
            "hey so basically i need something for my tattoo studio: a waiting list, deposits and aftercare mails",
            ["hey", "so", "basically"]
        ),
        (
            "Für unseren Ruderclub brauche ich eine Bootsreservierung, bei der man Schäden melden kann",
            ["brauche", "ich"]
        ),
    ])
    func `what opens a wish is in no name`(idea: String, openings: [String]) async throws {
        let document = try await document(idea)
        let name = document.appName.lowercased().split(separator: " ").map(String.init)
        for word in openings { #expect(!name.contains(word), "\(document.appName)") }
        for feature in names(document) {
            let first = feature.lowercased().split(separator: " ").first.map(String.init) ?? ""
            #expect(!openings.contains(first), "\(feature)")
        }
    }

    @Test(arguments: [
        (
            "Rails app for our bike club: rides, members, kit orders. We don't want Vue or any other framework.",
            "Rails", "Vue"
        ),
        (
            "A booking page for a sauna in Svelte instead of Angular: slots, vouchers, a waiting list", "Svelte",
            "Angular"
        ),
        ("A ticket tracker for our school. Django because that's what we know. No PHP.", "Django", "PHP"),
        (
            "Ein Lagerprogramm für Ersatzteile in Elixir, kein Java bitte: Regale, Entnahmen, Nachbestellung", "Elixir",
            "Java"
        ),
    ])
    func `a technology that is refused is not in the stack, and the one that is wanted is`(
        idea: String, wanted: String, refused: String
    ) async throws {
        let document = try await document(idea)
        #expect(document.recommendedStack.contains(wanted), "\(document.recommendedStack)")
        #expect(!document.recommendedStack.contains(refused), "\(document.recommendedStack)")
        for feature in names(document) { #expect(!feature.contains("because"), "\(feature)") }
    }

    @Test(arguments: [
        (
            "My aunt has a flower stall and she writes everything into a book. She needs: a list of standing orders, which stems to buy on Monday. She hates computers. We already have a card terminal.",
            ["hates", "already", "writes"]
        ),
        (
            "A lending list for our makerspace: who has which tool, when it is due back. My brother said NFTs but I don't think we need those.",
            ["think", "brother"]
        ),
    ])
    func `what is said by the way is no feature`(idea: String, words: [String]) async throws {
        for feature in names(try await document(idea)) {
            for word in words { #expect(!feature.lowercased().contains(word), "\(feature)") }
        }
    }

    @Test func `a service in FastAPI whose records are named is written, and says what it keeps of them`() async throws
    {
        let project = try await OfflineRun.project(
            for: "REST API only in FastAPI: boats, skippers, charters. No frontend.")
        for file in ["app/routers/boats.py", "app/routers/skippers.py", "app/routers/charters.py"] {
            #expect(project.files[file]?.isEmpty == false, "\(project.files.keys.sorted())")
        }
        let constraints = project.requirements?.technicalConstraints ?? ""
        #expect(constraints.contains("keeps boats, skippers and charters in SQLite"), "\(constraints)")
    }

    @Test(arguments: [
        "REST API only in Go: boats, skippers, charters. No frontend.",
        "A FastAPI service without a frontend that turns addresses into coordinates.",
    ])
    func `a service that no template keeps is refused as before`(idea: String) async throws {
        let project = try await OfflineRun.project(for: idea)
        #expect(project.files.isEmpty, "\(project.files.keys.sorted())")
        #expect(OfflineAgents.codeRefusal(for: project)?.contains("No code was written") ?? false)
    }

    @Test func `a channel makes nothing a chat`() async throws {
        let document = try await document(
            "Um site para reservar quadras de tênis, com horários livres e confirmação por WhatsApp")
        #expect(!(document.technicalConstraints ?? "").contains("pattern “Chat”"))
    }

    @Test(arguments: [
        ("We're a bell foundry. Customers must see how far their bell is.", "Bell foundry"),
        ("Symfony please: a key register for a castle - keys, holders, returns", "Key register"),
        ("Python please. A script that renames scans by their date.", "Script"),
        ("Ein Raspberry-Projekt, das die Bienenwaage abliest und bei Schwarmstimmung warnt", "Bienenwaage"),
    ])
    func `a name is of the thing, not of who speaks or what it is written in`(idea: String, name: String) async throws {
        let shown = try await document(idea).appName
        #expect(shown.contains(name), "\(shown)")
    }

    @Test func `a number of things is no feature`() async throws {
        let document = try await document(
            "Locker hire for a swimming pool: 140 lockers, rent one for a season, report a broken lock")
        #expect(!names(document).contains { $0.hasPrefix("140") }, "\(names(document))")
    }

    @Test(arguments: [
        ("Una web donde los socios anoten material prestado (cuerdas, cascos...) y cuándo lo devuelven", "cascos"),
        ("What we need: a log of each patient's exercises (which, how often!!), and a weekly summary", "how often"),
    ])
    func `brackets are not torn apart`(idea: String, inside: String) async throws {
        for feature in names(try await document(idea)) where feature.contains("(") || feature.contains(inside) {
            #expect(feature.count { $0 == "(" } == feature.count { $0 == ")" }, "\(feature)")
        }
    }

    @Test func `what somebody sees stands with the seeing, in German`() async throws {
        let document = try await document(
            "Wir sind ein Segelverein. Wichtig ist, dass der Hafenmeister sieht, welche Boje frei ist. Gäste sollen ihre Ankunft melden."
        )
        #expect(names(document).contains("Der Hafenmeister sieht, welche Boje frei ist"), "\(names(document))")
        #expect(document.appName == "Segelverein")
    }

    @Test func `a sentence that only wishes is nice to have, in German as well`() async throws {
        let document = try await document(
            "Ein Programm für die Foodcoop, das Bestellungen sammelt. Eine Übersicht der Ausgaben wäre schön.")
        let nice = document.coreFeatures.filter { $0.priority == .niceToHave }.map(\.name)
        #expect(nice.contains { $0.contains("Ausgaben") }, "\(names(document))")
        #expect(!names(document).contains { $0.lowercased().hasPrefix("wäre") })
    }

    @Test(arguments: [
        "Una plataforma para intercambiar semillas de huerto entre vecinos",
        "Tauschbörse für Gartenpflanzen im Dorf, ohne Geld",
        "Um site para doar brinquedos usados entre creches",
        "Un site pour se prêter des livres entre voisins",
    ])
    func `things that are passed on become neither a garden nor a shop`(idea: String) async throws {
        let document = try await document(idea)
        for feature in names(document) {
            for word in ["payment", "Payment", "Seller", "Harvest", "Checkout", "Bed", "deals"] {
                #expect(!feature.contains(word), "\(feature)")
            }
        }
        #expect(!document.recommendedStack.contains("Stripe"))
    }

    @Test(arguments: [
        ("Un'app per dividere le spese di casa tra coinquilini", "Finance", "spese"),
        (
            "Um aplicativo para o nosso salão de beleza: agendar horários, lembrar o cliente, cancelar agendamentos",
            "Booking", "agendar"
        ),
        (
            "Eine App, mit der Patienten Termine buchen und absagen können. Die Praxis sieht den Kalender.", "Booking",
            "termine"
        ),
        ("Un'app per un canile: schede dei cani, richieste di adozione e turni", "Pet", "adozione"),
    ])
    func `a foreign idea keeps its own sentences and language, also where a pattern is near`(
        idea: String, pattern: String, word: String
    ) async throws {
        let document = try await document(idea)
        let constraints = document.technicalConstraints ?? ""
        #expect(constraints.hasPrefix("- " + Frame.ownWords(Tongue(idea))), "\(constraints)")
        #expect(!constraints.contains("pattern “\(pattern)"), "\(constraints)")
        let texts = ProductTexts.of(Tongue(idea))
        let origins = [String(texts.frame("derived").prefix(6)), texts.frame("assumed")]
        #expect(
            document.coreFeatures.allSatisfy { feature in
                feature.priority == .mustHave || origins.contains(where: feature.description.contains)
            }, "\(names(document))")
        #expect(names(document).contains { $0.lowercased().contains(word) }, "\(names(document))")
    }

    @Test(arguments: [
        (
            "A field diary that works without a server and syncs between the rangers' phones: sightings, photos",
            "without a server"
        ),
        ("A repair shop page without login where every customer sees their own previous repairs", "sign in"),
        ("Eine Bücherei ohne Anmeldung, aber jeder Leser soll seine früheren Ausleihen sehen", "sich anmelden"),
    ])
    func `what cannot be had together is asked about`(idea: String, says: String) async throws {
        let questions = try await OfflineRun().questions(for: idea)
        #expect(questions.contains { $0.question.contains(says) }, "\(questions.map(\.question))")
    }

    @Test func `where the idea names no technology, the one that stands there is called a suggestion`() async throws {
        let document = try await document("A Twitch bot that counts how often the streamer says sorry")
        #expect(document.technicalConstraints?.contains("names no technology") ?? false)
        let named = try await self.document("A Twitch bot in Rust that counts how often the streamer says sorry")
        #expect(!(named.technicalConstraints?.contains("names no technology") ?? true))
    }
}
