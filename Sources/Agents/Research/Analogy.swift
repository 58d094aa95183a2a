import Patterns

/// "Strava for dog walkers": a product that somebody names so as not to describe it, and whom or what it is wanted for.
struct Analogy: Sendable, Hashable {
    /// As its makers write it: "Strava".
    let product: String
    /// "dog walkers".
    let object: String
    /// What people know it for, said of the object.
    let features: [Known]
    /// What sort of program it is: "activity log".
    let kind: String
    /// Whether only its way of working is meant, never what it is about: what matches singles matches roommates.
    let lendsWay: Bool
    let tongue: Tongue
    /// Whether what the product is known for is written in no words of the idea's language.
    let isUntranslated: Bool

    struct Known: Sendable, Hashable {
        let name: String
        let text: String
    }

    /// What an idea begins with or says; nil where it names no such product.
    init?(_ sentence: String, tongue: Tongue? = nil) {
        let words = sentence.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        for (index, word) in plain.enumerated() where index < 12 {
            // "It translates Netflix subtitles" likens nothing: only what opens an idea does.
            guard plain[..<index].allSatisfy(Self.opens) else { return nil }
            for length in [2, 1] where index + length <= plain.count {
                let name = length == 1 ? word : word + " " + plain[index + 1]
                guard let known = AnalogyTable.products[name],
                    let object = Self.object(in: words, plain, after: index + length, before: index)
                else { continue }
                self.init(known, object: object, tongue: tongue ?? Tongue(sentence))
                return
            }
        }
        return nil
    }

    private init(_ known: AnalogyTable.Product, object: String, tongue: Tongue) {
        self.tongue = tongue
        product = known.name
        self.object = object
        kind = known.kind
        lendsWay = known.lendsWay && !Self.isCourtship(object)
        let spoken = tongue == .english ? known.features : AnalogyTable.translated[known.family]?[tongue] ?? []
        isUntranslated = tongue != .english && spoken.isEmpty
        features = spoken.map { line in
            let parts = line.split(separator: "|", maxSplits: 1).map {
                String($0).replacing("{y}", with: object).trimmingSpaces
            }
            return Known(name: parts[0].capitalisedFirst, text: parts.count > 1 ? parts[1] : parts[0])
        }
    }

    /// What follows "for", or stands before "style".
    private static func object(in words: [String], _ plain: [String], after: Int, before: Int) -> String? {
        guard after < plain.count else { return nil }
        var start = after
        // "Uber-artige App für …", "a Strava clone for …"
        while start < plain.count, start < after + 3,
            [
                "clone", "style", "like", "app", "alternative", "but", "aber", "mais", "pero", "artige", "basically",
                "just",
            ]
            .contains(plain[start])
        {
            start += 1
        }
        guard start + 1 < plain.count,
            ["for", "fur", "para", "pra", "pour", "per", "voor", "of", "de", "der", "von"].contains(plain[start])
        else { return nil }
        if ["of", "de", "der", "von"].contains(plain[start]), before > 3 { return nil }
        start += 1
        while start < plain.count - 1,
            FunctionWords.determiners.contains(plain[start]) || ["the", "my", "our", "a", "an"].contains(plain[start])
        {
            start += 1
        }
        var object: [String] = []
        for index in start..<min(words.count, start + 5) {
            let ends = words[index].last.map { ",.;:!?".contains($0) } ?? false
            if index > start,
                [
                    "that", "which", "who", "where", "with", "so", "but", "qui", "que", "che", "where", "mit", "con",
                    "avec", "com", "donde", "wo", "and", "y", "et", "und", "e", "in", "a", "pero", "mais", "aber",
                ].contains(plain[index])
            {
                break
            }
            var word = words[index]
            while let last = word.last, ",.;:!?".contains(last) { word.removeLast() }
            object.append(word)
            if ends { break }
        }
        return object.isEmpty ? nil : object.joined(separator: " ")
    }

    private static func opens(_ word: String) -> Bool {
        FunctionWords.determiners.contains(word) || IdeaVocabulary.determiners.contains(word)
            || openings.contains(word) || word.isEmpty
    }

    private static let openings = WordList.set(
        """
        i we want need would like something basically kind sort of app site website clone version open source self hosted \
        build make me us please hey hi so just think it is its be it's free simple local ich wir will wollen mochte mochten hatte gern \
        so etwas wie art eine ein je on veux voudrais voudrions nous un une comme genre sorte type quiero queremos necesito \
        algo como tipo especie quero queria queremos preciso vorrei voglio come una specie wil graag soort een zoals idea \
        idee idea: imagine imagina imaginez stell dir vor pense
        """)

    private static func isCourtship(_ object: String) -> Bool {
        Words.split(object).contains {
            [
                "singles", "single", "lovers", "dating", "love", "gays", "lesbians", "queers", "seniors", "widows",
                "christians", "vegans", "romantics", "liebe", "amour", "amor", "celibataires", "solteros", "solteiros",
            ].contains($0)
        }
    }
}

/// Products that people name as examples, and what they are known for.
///
/// Data only. `{y}` stands for whom or what the idea wants it for.
enum AnalogyTable {
    struct Product: Sendable {
        let name: String
        /// The first of those that work alike.
        let family: String
        let kind: String
        let lendsWay: Bool
        let features: [String]
    }

    static let products: [String: Product] = {
        var products: [String: Product] = [:]
        for block in data.split(separator: "\n\n") {
            let lines = block.split(separator: "\n").map(String.init)
            guard let head = lines.first else { continue }
            let parts = head.split(separator: "/").map { String($0).trimmingSpaces }
            guard parts.count == 3 else { continue }
            let names = parts[0].split(separator: ",").map { String($0).trimmingSpaces }
            for name in names {
                products[Words.split(name).joined(separator: " ")] = Product(
                    name: name, family: names[0], kind: parts[1], lendsWay: parts[2] == "way",
                    features: Array(lines.dropFirst()))
            }
        }
        return products
    }()

    /// The same in other languages, for the products that are named most; a line is a name.
    static let translated: [String: [Tongue: [String]]] = [
        "Tinder": [
            .german: [
                "Profile: {y}", "Wischen: gefällt oder weiter", "Treffer, wenn beide wollen", "Chat nach dem Treffer",
            ],
            .french: [
                "Profils : {y}", "Balayer pour aimer ou passer", "Un match quand les deux aiment",
                "Discussion après le match",
            ],
            .spanish: [
                "Perfiles: {y}", "Deslizar para elegir o pasar", "Coincidencia cuando ambos quieren",
                "Chat tras la coincidencia",
            ],
            .portuguese: [
                "Perfis: {y}", "Deslizar para curtir ou passar", "Match quando os dois curtem",
                "Conversa depois do match",
            ],
            .italian: [
                "Profili: {y}", "Scorrere per scegliere o passare", "Intesa quando entrambi vogliono",
                "Chat dopo l'intesa",
            ],
        ],
        "Airbnb": [
            .german: [
                "Angebote: {y}, mit Bildern, Preis und Regeln", "Suche nach Ort und Zeit",
                "Buchen, der Anbieter bestätigt", "Bewertung von beiden Seiten",
            ],
            .french: [
                "Annonces : {y}, avec photos, prix et règles", "Recherche par lieu et dates",
                "Réserver, le propriétaire confirme", "Avis des deux côtés",
            ],
            .spanish: [
                "Anuncios: {y}, con fotos, precio y reglas", "Buscar por lugar y fechas", "Reservar, el dueño confirma",
                "Opiniones de ambos lados",
            ],
            .portuguese: [
                "Anúncios: {y}, com fotos, preço e regras", "Busca por lugar e datas", "Reservar, o dono confirma",
                "Avaliação dos dois lados",
            ],
            .italian: [
                "Annunci: {y}, con foto, prezzo e regole", "Ricerca per luogo e date",
                "Prenotare, il proprietario conferma", "Recensioni da entrambe le parti",
            ],
        ],
        "Uber": [
            .german: [
                "Sofort anfragen: {y}, mit Preis vorab", "Wer in der Nähe und frei ist, nimmt an",
                "Auf der Karte verfolgen", "Bewertung von beiden Seiten",
            ],
            .french: [
                "Demander tout de suite : {y}, prix connu d'avance", "Qui est proche et libre accepte",
                "Suivre sur la carte", "Notes des deux côtés",
            ],
            .spanish: [
                "Pedir al momento: {y}, con precio por adelantado", "Acepta quien está cerca y libre",
                "Seguir en el mapa", "Valoración de ambos lados",
            ],
            .portuguese: [
                "Pedir na hora: {y}, com preço antes", "Aceita quem está perto e livre", "Acompanhar no mapa",
                "Avaliação dos dois lados",
            ],
            .italian: [
                "Chiedere subito: {y}, con prezzo prima", "Accetta chi è vicino e libero", "Seguire sulla mappa",
                "Voto da entrambe le parti",
            ],
        ],
        "Strava": [
            .german: [
                "Aufzeichnen: {y}, mit Strecke und Zeit", "Was andere getan haben, mit Lob und Kommentaren",
                "Herausforderungen über Wochen",
            ],
            .french: [
                "Enregistrer : {y}, avec trajet et temps", "Ce que les autres ont fait, avec encouragements",
                "Défis sur plusieurs semaines",
            ],
            .spanish: [
                "Registrar: {y}, con ruta y tiempo", "Lo que hicieron los demás, con ánimos y comentarios",
                "Retos de varias semanas",
            ],
            .portuguese: [
                "Registrar: {y}, com rota e tempo", "O que os outros fizeram, com aplausos e comentários",
                "Desafios de várias semanas",
            ],
            .italian: [
                "Registrare: {y}, con percorso e tempo", "Ciò che hanno fatto gli altri, con elogi e commenti",
                "Sfide di più settimane",
            ],
        ],
        "Duolingo": [
            .german: ["Kurze Lektionen: {y}", "Wiederholen, wenn es Zeit ist", "Tage in Folge"],
            .french: ["Leçons courtes : {y}", "Répéter au bon moment", "Jours d'affilée"],
            .spanish: ["Lecciones cortas: {y}", "Repetir en el momento justo", "Días seguidos"],
            .portuguese: ["Lições curtas: {y}", "Repetir na hora certa", "Dias seguidos"],
            .italian: ["Lezioni brevi: {y}", "Ripetere al momento giusto", "Giorni di fila"],
        ],
        "Vinted": [
            .german: ["Angebote: {y}, mit Bildern, Zustand und Preis", "Suchen und filtern", "Den Verkäufer fragen"],
            .french: ["Annonces : {y}, avec photos, état et prix", "Chercher et filtrer", "Écrire au vendeur"],
            .spanish: ["Anuncios: {y}, con fotos, estado y precio", "Buscar y filtrar", "Preguntar al vendedor"],
            .portuguese: ["Anúncios: {y}, com fotos, estado e preço", "Buscar e filtrar", "Perguntar ao vendedor"],
            .italian: ["Annunci: {y}, con foto, stato e prezzo", "Cercare e filtrare", "Chiedere al venditore"],
        ],
    ]

    private static let data = """
        Tinder, Bumble / Match / way
        Profiles of {y}|Each of {y} has a card with pictures and a few lines that say what matters for the choice.
        Swipe to like or pass|One card at a time is shown; one gesture likes it, another passes on.
        A match when both like|Only where the liking is mutual do the two sides learn of each other.
        Chat after a match|Two who matched write to each other; nobody else can.

        Strava / Activity Log / way
        Record an outing|{y} record when, where and how long they were out; the route is kept.
        Feed of outings|What those whom one follows did lately, newest first, with praise and comments.
        Challenges|A common goal over weeks, with how far each taker has come.

        Airbnb / Rentals / way
        Listings of {y}|An owner describes one with pictures, price and rules.
        Search by place and dates|Who looks for {y} sees what is free there and then.
        Book for dates|A request that the owner accepts or declines; what is booked is free for nobody else.
        Reviews by both sides|After the stay both say how it was.

        Uber, Lyft / On Demand / way
        Request now|Somebody asks for {y} where they are, and sees the price beforehand.
        Match with the nearest provider|Who is near and free gets the request and takes it or leaves it.
        Follow on a map|Until they arrive, the way and the time left are shown.
        Rate afterwards|Both sides rate each other.

        Uber Eats, DoorDash, Deliveroo, Rappi, iFood / Delivery / way
        Offers nearby|What there is of {y} nearby, with prices and times.
        Order and follow|An order is placed and followed until it is at the door.
        Tasks for couriers|A courier sees what is to be fetched and brought.

        Netflix, Disney+ / Streaming / topic
        Catalogue of {y}|Rows by kind, with a picture and a few lines each.
        Play and go on|What was begun goes on where it was left.
        Suggestions|What to watch next, from what was watched.

        Spotify / Player / topic
        Library of {y}|To be searched, played and kept.
        Lists|Lists of one's own, to be shared.
        Suggestions|New things, from what was played.

        Duolingo / Lessons / topic
        Short lessons in {y}|A few minutes each, from easy to hard.
        Repetition at the right time|What was wrong comes back sooner.
        Streak|Days in a row are counted, and kept up by a reminder.

        Goodreads, Letterboxd, Untappd, Vivino / Log / way
        Log of {y}|What one had, when, with a rating and a few words.
        List of what is wanted|What one means to get to.
        What friends had|The ratings of those whom one follows.

        Tripadvisor, Yelp / Reviews / way
        Places for {y}|Each with address, pictures and what it offers.
        Ratings and reviews|Stars and words by those who were there.
        Search nearby|What is near, best first.

        Trello, Asana, Jira, Notion / Board / topic
        Board with columns|What is to be done for {y}, moved from column to column.
        Cards with details|Who does it, until when, with notes and files.

        Kickstarter, GoFundMe / Crowdfunding / way
        Campaigns|A goal, a date and a story for each of {y}.
        Pledge|Somebody promises an amount, taken only when the goal is met.
        Updates|What became of it, told to those who pledged.

        LinkedIn, Xing / Network / topic
        Profiles|What each of {y} does and has done.
        Contacts|Who knows whom, by mutual consent.
        Openings|What is wanted and offered among {y}.

        Instagram, Pinterest / Pictures / way
        Post a picture|With a line and tags.
        Feed|Pictures of those whom one follows.
        Likes and comments|Under each picture.

        Reddit, Stack Overflow, Stackoverflow, Quora / Questions / topic
        Ask and answer|Questions of {y}, and answers to them.
        Votes|The best answers rise.
        Topics|What one wants to read of.

        Discord, Slack / Rooms / topic
        Rooms by topic|Where {y} write to each other.
        Mentions and notices|Who is called learns of it.

        Shazam / Recogniser / way
        Recognise {y}|A recording or a picture goes in, the likely name comes out, with how sure it is.
        History|What was recognised, when and where.

        Pokemon Go, Pokémon Go, Geocaching / Hunt / way
        Find {y} on a map|What is near is shown on a map of where one is.
        Collect on the spot|Being there is what counts.
        Collection|What was found, and what is still missing.

        Wordle / Puzzle / way
        One puzzle a day about {y}|The same for everybody.
        Guess with hints|Each guess shows what was right.
        Share the result|Without giving it away.

        Vinted, eBay, Ebay, Depop, Craigslist, Leboncoin, Wallapop, OLX, Kleinanzeigen, Etsy / Market / topic
        Offers of {y}|With pictures, state and price.
        Search and filter|By kind, place and price.
        Ask the seller|Messages beside the offer.

        BlaBlaCar / Shared Rides / way
        Offer a ride|From where to where, when, and how many can come.
        Find and join|Who goes the same way asks to come along.
        Share the cost|What each pays is said beforehand.

        Calendly, Doodle, Doctolib / Appointments / topic
        Free times|When somebody can be booked.
        Book a time|One that is taken is gone for everybody else.
        Reminder|Before it begins.

        Splitwise, Tricount / Shared Costs / topic
        Enter what was paid|By whom, for whom.
        Who owes whom|The fewest payments that settle it.

        Waze, Google Maps / Map / way
        Map of {y}|What is where, now.
        Report on the way|Who sees something marks it for the others.

        Twitch, YouTube, TikTok / Video / topic
        Channels of {y}|With what they show, live or kept.
        Follow|To learn when something is new.

        GitHub / Versions / way
        Versions of {y}|Who changed what, and how it was before.
        Proposals|A change is proposed, discussed and taken in.

        Shopify, Amazon / Shop / topic
        Catalogue of {y}|With price and stock.
        Basket and order|What is chosen is ordered.

        Wikipedia / Reference / way
        Articles about {y}|Which readers can mend.
        History|Who changed what.

        BeReal / Moments / way
        One moment a day for {y}|At a time that nobody knows beforehand.
        Friends only|Who posts sees what others posted.
        """
}
