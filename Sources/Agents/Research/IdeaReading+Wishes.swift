import Patterns

// What shall be there and what not: topics, platforms, technologies, demands.
extension IdeaReading {
    mutating func readTopics() {
        var limited = false
        for (index, word) in words.enumerated() {
            if word.opensClause || IdeaVocabulary.refusals.contains(word.lower) { limited = false }
            // "Only members can read" says who, and not what the first version does.
            let saysWho = words[(index + 1)...].prefix(2).contains { Self.isPeople($0.lower) }
            if IdeaVocabulary.limits.contains(word.lower), !saysWho { limited = true }
            guard let topic = Self.topic(of: word.lower) else { continue }
            // "No subscription" and "no social login" rule out one way of paying and of signing in.
            let before = index > 0 ? words[index - 1].lower : ""
            if refusals.positions.contains(index),
                ["subscription", "subscriptions", "abo", "abos", "abonnement", "assinatura", "abbonamento"].contains(
                    word.lower)
                    || topic == .accounts && ["social", "google", "facebook", "apple"].contains(before)
            {
                continue
            }
            // "for translation agencies" asks for no translations.
            // A text message is sent by telephone.
            if topic == .messaging, index > 0, words[index - 1].lower == "text" { continue }
            if audience.contains(where: { Words.split($0).contains(word.lower) }) { continue }
            let isRefused = refusals.positions.contains(index)
            let nearby = words[max(0, index - 1)...min(words.count - 1, index + 1)].map(\.lower)
            // "no payments, reviews later": what stands beside "later" is only put off; so is all after "maybe later".
            let clause = words[..<index].lastIndex(where: \.opensClause) ?? 0
            let isPutOff = zip(words[clause..<index], words[clause..<index].dropFirst()).contains {
                $0.lower == "maybe" && IdeaVocabulary.postponements.contains($1.lower)
            }
            if isPutOff || nearby.contains(where: { IdeaVocabulary.postponements.contains($0) }) {
                postponed.insert(topic)
            } else if isRefused, [.files, .records].contains(topic), index > 0, refusals.positions.contains(index - 1),
                !IdeaVocabulary.determiners.contains(words[index - 1].lower)
            {
                // "No config files" rules out one kind of file.
                continue
            } else if isRefused, topic == .files, Self.uploading.contains(word.lower) {
                // "Nothing is uploaded": files stay where they are.
                continue
            } else if isRefused, isPartlyRefused(at: index) {
                continue
            } else if isRefused {
                refused.insert(topic)
            } else {
                wanted.insert(topic)
                if limited { only.insert(topic) }
            }
        }
        if refusals.isOffline { wanted.insert(.offline) }
        if refusesTrade { refused.insert(.payments) }
        // A recording is no record, and a streak no board of leaders.
        bothWays = wanted.intersection(refused).subtracting([.records, .gamification])
        // "no payments … takes payments": until somebody is asked, the refusal is what was meant.
        wanted.subtract(refused)
        wanted.subtract(postponed)
        only.subtract(refused)
    }

    /// "No login for customers", "no PayPal": one kind of the thing, or the thing for some, is left out.
    func isPartlyRefused(at index: Int) -> Bool {
        let methods: Set<String> = [
            "paypal", "stripe", "klarna", "card", "cards", "credit", "cash", "invoice", "invoices", "kreditkarte",
            "kreditkarten",
            "rechnung", "carte", "cartes", "tarjeta", "tarjetas", "carta", "cartao",
        ]
        if methods.contains(words[index].lower) { return true }
        // "On delivery, no payment online": one way of paying.
        if Self.topic(of: words[index].lower) == .payments {
            let behind = words[(index + 1)...].prefix(3).map(\.lower)
            let isOnline =
                behind.prefix(2).contains { ["online", "app", "site"].contains($0) }
                || zip(behind, behind.dropFirst()).contains {
                    ["en", "em", "in", "im"].contains($0)
                        && ["ligne", "linea", "linha", "netz", "internet"].contains($1)
                }
                || index > 0 && words[index - 1].lower == "online"
            let isElsewhere = words.indices.contains {
                !refusals.positions.contains($0) && Self.topic(of: words[$0].lower) == .payments
            }
            if isOnline, isElsewhere { return true }
        }
        if index > 0, !words[index].opensClause, methods.contains(words[index - 1].lower) { return true }
        // "Login by name, no passwords": there is another way in.
        if Self.passwords.contains(words[index].lower),
            words.indices.contains(where: {
                !refusals.positions.contains($0) && Self.topic(of: words[$0].lower) == .accounts
            })
        {
            return true
        }
        let isForSome: Set<String> = ["for", "fur", "pour", "para", "per", "voor"]
        guard index + 2 < words.count, !words[index + 1].opensClause, isForSome.contains(words[index + 1].lower) else {
            return false
        }
        return words[(index + 2)...].prefix(2).contains {
            StatedPeople.isPerson($0.lower, Tongue(of: words.map(\.lower)))
        }
    }

    private static let uploading = WordList.set("upload uploads uploaded uploading hochgeladen hochladen")
    private static let passwords = WordList.set(
        "password passwords passwort passworter passwortern contrasena contrasenas senha senhas wachtwoord wachtwoorden"
    )

    mutating func readPlatforms() {
        let known: [(String, Platform)] = [
            ("ios", .ios), ("iphone", .ios), ("ipad", .ios), ("android", .android), ("desktop", .desktop),
            ("mac", .desktop),
            ("windows", .desktop), ("mobile", .mobile), ("phone", .mobile), ("phones", .mobile),
            ("smartphone", .mobile),
            ("cli", .commandLine),
            ("web", .web), ("website", .web), ("browser", .web),
        ]
        for word in words {
            guard let platform = known.first(where: { $0.0 == word.lower })?.1, !platforms.contains(platform) else {
                continue
            }
            platforms.append(platform)
        }
    }

    mutating func readTechnologies() {
        // Compared without dots and dashes, "Next.js" being "next js" here.
        let line = SpokenLine(text)
        for (phrase, name) in IdeaVocabulary.technologies where !technologies.contains(name) {
            guard line.says(phrase) else { continue }
            // "express yourself", "react to posts" and "rust removal" are no technologies.
            if IdeaVocabulary.ambiguousTechnologies.contains(phrase), !line.says(phrase + " app"),
                !isWrittenAsName(phrase)
            {
                continue
            }
            technologies.append(name)
        }
        // Names that words are split in, or that are words.
        for (written, name) in [("C++", "C++"), ("C#", "C#"), (".NET", ".NET")] where text.contains(written) {
            technologies.append(name)
        }
        for (index, word) in words.enumerated() where index > 0 {
            if word.text == "Go", word.opensSentence,
                index + 1 >= words.count || words[index + 1].lower == "please"
                    || words[index + 1].opensSentence, !technologies.contains("Go")
            {
                technologies.append("Go")
            }
            guard ["Go", "C", "R", "D"].contains(word.text), !word.opensClause else { continue }
            let after = text.firstRange(of: word.text + "+") != nil || text.firstRange(of: word.text + "#") != nil
            let next = index + 1 < words.count ? words[index + 1].lower : ""
            let isKind =
                word.text == "Go"
                && ["library", "program", "tool", "service", "backend", "cli", "module", "package", "server", "bot"]
                    .contains(next)
            if ["in", "using", "with", "en", "mit", "avec"].contains(words[index - 1].lower) || isKind, !after,
                !technologies.contains(word.text)
            {
                technologies.append(word.text)
            }
        }
        technologies += namedBesides()
        // "SvelteKit" is more than Svelte, "Spring Boot" more than Spring.
        for (more, less) in [
            ("SvelteKit", "Svelte"), ("Spring Boot", "Spring"), ("React Native", "React"), ("ASP.NET", ".NET"),
        ]
        where technologies.contains(more) { technologies.removeAll { $0 == less } }
        technologies.removeAll(where: isTechnologyRefused)
    }

    /// "We don't want React", "instead of PHP", "anything but Java": named to be left out, and nowhere else.
    private func isTechnologyRefused(_ name: String) -> Bool {
        let phrases = [name] + IdeaVocabulary.technologies.filter { $0.name == name }.map(\.words)
        var isNamed = false
        for phrase in phrases.map({ Words.split($0) }) where !phrase.isEmpty && phrase.count <= words.count {
            for start in 0...(words.count - phrase.count)
            where words[start..<start + phrase.count].map(\.lower) == phrase {
                isNamed = true
                if !refusals.positions.contains(start), !isSetAside(at: start) { return false }
            }
        }
        return isNamed
    }

    private func isSetAside(at index: Int) -> Bool {
        let before = words[max(0, index - 3)..<index].map(\.lower).joined(separator: " ")
        return [
            "instead of", "rather than", "anything but", "away from", "other than", "not", "statt", "anstatt",
            "en vez de",
            "en lugar de", "au lieu de", "invece di", "em vez de", "nicht", "bloss kein",
        ].contains { before == $0 || before.hasSuffix(" " + $0) }
    }

    /// Names that no list has, where the wording shows that something is to be written in them: "a Roc backend",
    /// "written in Odin", "In Mojo, please".
    private func namedBesides() -> [String] {
        var names: [String] = []
        for (index, word) in words.enumerated() {
            guard word.text.first?.isUppercase == true, word.lower.utf8.count > 1, !isOrdinary(word.lower) else {
                continue
            }
            let before = index > 0 ? words[index - 1].lower : ""
            let earlier = index > 1 ? words[index - 2].lower : ""
            let after = index + 1 < words.count && !words[index + 1].opensClause ? words[index + 1].lower : ""
            let isSide =
                ["frontend", "backend", "please", "bitte"].contains(after)
                && (!word.opensSentence || after == "backend" || after == "frontend" || after == "please")
            let isIn =
                ["in", "with", "using"].contains(before)
                && ["written", "built", "made", "programmed", "coded", "implemented"].contains(earlier)
            let isSentence =
                ["in", "using", "with", "en", "mit", "avec", "con", "em", "met"].contains(before)
                && words[index - 1].opensSentence
                && (index + 1 == words.count || words[index + 1].opensSentence
                    || ["and", "und", "et", "y", "e", "avec", "con", "mit", "please"].contains(after))
            if isSide || isIn || isSentence, !names.contains(word.text), !technologies.contains(word.text),
                !technologies.contains(where: { Words.split($0).contains(word.lower) })
            {
                names.append(word.text)
            }
        }
        return names
    }

    /// Whether a word with a capital is one of every day: a place, a month, a language that people speak.
    private func isOrdinary(_ word: String) -> Bool {
        IdeaShape.stopWords.contains(word) || IdeaVocabulary.boundaries.contains(word)
            || IdeaVocabulary.languages.contains { $0.lowercased() == word } || IdeaVocabulary.placeNames.contains(word)
            || ["api", "web", "pdf", "csv", "json", "html", "sms", "nothing", "everything"].contains(word)
    }

    /// Whether a word stands with a capital inside a sentence, or after "in", "with" or "using".
    private func isWrittenAsName(_ word: String) -> Bool {
        words.enumerated().contains { index, candidate in
            guard candidate.lower == word else { return false }
            // "Svelte frontend", "Airflow please", "Jupyter notebook"
            let after = index + 1 < words.count ? words[index + 1].lower : ""
            // "python library": no snake has one.
            if ["python", "rust", "swift", "java", "ruby", "perl", "bash", "lua", "elixir", "scala", "julia"].contains(
                word),
                ["library", "package", "script", "cli", "bot", "module", "crate", "gem", "backend", "program"]
                    .contains(after)
            {
                return true
            }
            // "Python."
            if candidate.opensSentence, index > 0, candidate.text.first?.isUppercase == true,
                index + 1 >= words.count || words[index + 1].opensSentence
            {
                return true
            }
            // "Python + DuckDB."
            if candidate.opensSentence, candidate.text.first?.isUppercase == true,
                IdeaVocabulary.technologies.contains(where: {
                    $0.words == after && !IdeaVocabulary.ambiguousTechnologies.contains($0.words)
                })
            {
                return true
            }
            if candidate.text.first?.isUppercase == true,
                ["frontend", "backend", "please", "plugin", "app", "script", "program", "firmware"].contains(after)
            {
                return true
            }
            // "Flask and SQLite, please"
            // "Flask because that's what we know"
            if candidate.opensSentence, candidate.text.first?.isUppercase == true,
                ["because", "since", "weil", "denn", "porque", "parce", "car", "perche", "pois"].contains(after)
            {
                return true
            }
            if candidate.opensSentence, candidate.text.first?.isUppercase == true, index + 2 < words.count,
                ["and", "with", "und", "et", "y", "e", "plus", "mit", "avec", "con"].contains(after),
                IdeaVocabulary.technologies.contains(where: { $0.words == words[index + 2].lower })
            {
                return true
            }
            guard index > 0 else { return false }
            let before = words[index - 1].lower
            let isTitled = candidate.text.first?.isUppercase == true && !candidate.opensSentence
            return isTitled
                || ["in", "with", "using", "and", "on", "en", "mit", "avec", "con", "com", "em", "met"].contains(before)
        }
    }

    mutating func readDemands() {
        let known: [(String, String)] = [
            ("gdpr", "GDPR: a record of processing, export and deletion on request, data kept in the EU"),
            ("hipaa", "HIPAA: access log, encryption at rest and in transit, agreements with every processor"),
            ("coppa", "COPPA: a parent's consent before data of a child is kept"),
            ("anonymous", "People can take part without a name; nothing that identifies them is stored"),
            ("anonymously", "People can take part without a name; nothing that identifies them is stored"),
            ("encrypted", "Content is encrypted on the device before it is stored"),
            ("encryption", "Content is encrypted on the device before it is stored"),
            ("private", "Private by default: nothing is public until its owner says so"),
            ("privacy", "Privacy first: no third-party tracking, and only the data that a feature needs"),
            ("self-hosted", "Runs on the owner's own server from one container, without outside services"),
            ("offline", "Everything needed daily works without a connection and is synchronised later"),
            ("accessible", "WCAG 2.2 AA, checked with a screen reader and with the keyboard alone"),
            ("kids", "Made for children: plain words, no advertising, a parent's consent for accounts"),
            ("children", "Made for children: plain words, no advertising, a parent's consent for accounts"),
            ("open-source", "Open source from the first commit, with a licence and a contribution guide"),
            ("multilingual", "All texts come from a catalogue, so that languages can be added without code"),
            ("realtime", "Changes reach other people within one second"),
            ("real-time", "Changes reach other people within one second"),
        ]
        let spoken = Set(words.flatMap { [$0.lower] + $0.lower.split(separator: "-").map(String.init) })
        for (word, demand) in known where spoken.contains(word) && !demands.contains(demand) { demands.append(demand) }
        let line = SpokenLine(words: words.map(\.lower))
        if ["for free", "free app", "free to use", "free of charge", "free and open"].contains(where: line.says) {
            demands.append("Free to use; costs must stay near zero for a small number of users")
        }
        let languages = IdeaVocabulary.languages.filter { spoken.contains($0.lowercased()) }
        if languages.count > 1 { demands.append("All texts in \(English.list(languages))") }
        if let place = readPlace() { demands.append("Made for \(place) first: local currency, formats and language") }
    }

    /// "in Berlin", "around South America": a place that is known, or that people are said to be in.
    private func readPlace() -> String? {
        let prepositions = ["in", "around", "near", "across", "for"]
        for (index, word) in words.enumerated() where prepositions.contains(word.lower) && index > 0 {
            var start = index + 1
            if start < words.count, words[start].lower == "the" { start += 1 }
            let names = words[start...].prefix(3).prefix { $0.text.first?.isUppercase == true && !$0.opensClause }
            guard let first = names.first else { continue }
            let place = names.map(\.text).joined(separator: " ")
            let isKnown =
                IdeaVocabulary.placeNames.contains(first.lower)
                || names.count > 1 && ["south", "north", "east", "west", "new", "san", "los"].contains(first.lower)
            let isOfPeople = word.lower != "for" && Self.isPeople(words[index - 1].lower)
            let isTechnology = names.contains { name in IdeaVocabulary.technologies.contains { $0.name == name.text } }
            let isLanguage = names.contains { IdeaVocabulary.languages.contains($0.text) }
            if isKnown || isOfPeople && !isTechnology && !isLanguage { return Clip.text(place, 60) }
        }
        return nil
    }

    static func topic(of word: String) -> ProjectPattern.Topic? {
        topicByStem[Words.stem(word)] ?? topicByStem[word]
    }

    private static let topicByStem: [String: ProjectPattern.Topic] = {
        var topics: [String: ProjectPattern.Topic] = [:]
        for (topic, words) in IdeaVocabulary.topics {
            for word in words.split(separator: " ") { topics[Words.stem(String(word))] = topic }
        }
        // The stem of "comment" is that of "coming", too.
        topics["com"] = nil
        topics["comments"] = topics[Words.stem("message")]
        topics["comment"] = topics["comments"]
        return topics
    }()
}
