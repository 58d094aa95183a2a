import Patterns

/// The technologies that an idea names to be used, in its order; what it rejects, or leaves behind, is none of them.
struct StatedStack {
    private(set) var technologies: [String] = []

    private let tongue: Tongue

    init(_ statements: [Statement], tongue: Tongue) {
        self.tongue = tongue
        for statement in statements {
            switch statement.kind {
            case .feature, .opening, .condition, .limit:
                // "WordPress I know, but I don't want it": denied as a whole.
                if Self.endsDenied(Words.split(statement.text)) { continue }
                for clause in Self.clauses(of: statement.text) { read(clause) }
            case .exclusion, .background: continue
            }
        }
        for (more, less) in Self.more where technologies.contains(more) { technologies.removeAll { $0 == less } }
    }

    /// "SvelteKit" is more than Svelte.
    private static let more = [
        ("SvelteKit", "Svelte"), ("Spring Boot", "Spring"), ("React Native", "React"), ("ASP.NET", ".NET"),
        ("Node.js", "JavaScript"), ("LoRaWAN", "LoRa"), ("Kotlin Multiplatform", "Kotlin"),
        ("Compose Multiplatform", "Compose"),
    ]

    /// Services that the idea says it works with: "payments with Mercado Pago".
    static func services(in statements: [Statement]) -> [String] {
        let said = statements.filter { $0.kind != .exclusion && $0.kind != .background }.map { SpokenLine($0.text) }
        return ResearchWords.list("service", .english).filter { name in
            said.contains { $0.says(Words.split(name).joined(separator: " ")) }
        }
    }

    /// Between commas and brackets.
    private static func clauses(of text: String) -> [String] {
        text.split(whereSeparator: { ",;()[]".contains($0) }).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    }

    private mutating func read(_ clause: String) {
        let words = clause.split(whereSeparator: { " /+&:".contains($0) }).map(String.init)
        // "Next.js" is two words to whoever compares, and one to whoever writes.
        let parts = words.enumerated().flatMap { index, word in Words.split(word).map { (index, $0) } }
        let plain = parts.map(\.1)
        guard !Self.endsDenied(plain) else { return }
        var found: [(place: Int, name: String)] = []
        for (phrase, name) in IdeaVocabulary.technologies + Self.further {
            let wanted = phrase.split(separator: " ").map(String.init)
            guard wanted.count <= plain.count else { continue }
            for start in 0...(plain.count - wanted.count) where Array(plain[start..<start + wanted.count]) == wanted {
                guard !isRejected(at: start, in: plain) else { continue }
                let isAmbiguous = IdeaVocabulary.ambiguousTechnologies.contains(phrase) || Self.short.contains(phrase)
                let written = words[parts[start].0]
                guard !isAmbiguous || Self.isMeant(phrase, written, at: start, in: plain) else { continue }
                var full = name
                // "Windows Server 2019"
                if phrase == "windows server", start + 2 < plain.count, plain[start + 2].allSatisfy(\.isNumber) {
                    full += " " + plain[start + 2]
                }
                found.append((start, full))
            }
        }
        for (index, word) in words.enumerated() {
            // The dot of ".NET" belongs to it.
            let bare = word.trimmingCharacters(",;:!?\"“”„")
            let written = bare.hasPrefix(".NET") ? bare : bare.trimmingCharacters(",.;:!?\"“”„")
            let place = parts.firstIndex { $0.0 >= index } ?? plain.count
            for name in ["C++", "C#", "F#", ".NET"]
            where written == name || written == name + "." || written.hasPrefix(name + "-") {
                if !isRejected(at: place, in: plain) { found.append((place, name)) }
            }
            if ["Go", "go", "C", "R", "D"].contains(written), place < plain.count,
                isLetterMeant(written, at: place, in: plain)
            {
                found.append((place, written == "go" ? "Go" : written))
            }
        }
        found += named(in: words)
        do {
            for name in ResearchWords.list("library", .english) {
                let wanted = Words.split(name)
                guard !wanted.isEmpty, wanted.count <= plain.count else { continue }
                for start in 0...(plain.count - wanted.count) where Array(plain[start..<start + wanted.count]) == wanted
                {
                    let written = words[parts[start].0]
                    // Small letters are the name's own only beside a language: "in Rust with serenity".
                    let isWritten = written.contains { $0.isUppercase } || name.first?.isLowercase == true
                    let isBeside =
                        start > 0 && Self.prepositions.union(["and", "und", "e", "et", "y"]).contains(plain[start - 1])
                        || wanted.count > 1
                    guard isWritten, isBeside, !isRejected(at: start, in: plain) else { continue }
                    found.append((start, name))
                }
            }
        }
        for (_, name) in found.sorted(by: { $0.place < $1.place }) where !technologies.contains(name) {
            technologies.append(name)
        }
    }

    /// Names that no list has, where the wording shows that it is written in them: "written in Odin", "a Roc backend".
    private func named(in words: [String]) -> [(place: Int, name: String)] {
        let plain = words.map { Words.split($0).joined() }
        return words.indices.compactMap { index in
            let written = words[index].trimmingCharacters(".,;:!?\"“”„'")
            guard written.first?.isUppercase == true, written.count > 1,
                !IdeaVocabulary.placeNames.contains(plain[index]),
                !IdeaVocabulary.languages.contains(where: { $0.lowercased() == plain[index] }),
                !IdeaShape.stopWords.contains(plain[index]), !Self.isKnown(plain[index])
            else { return nil }
            let before = index > 0 ? plain[index - 1] : ""
            let earlier = index > 1 ? plain[index - 2] : ""
            let after = index + 1 < plain.count ? plain[index + 1] : ""
            let isIn = Self.prepositions.contains(before) && Self.writing.contains(earlier)
            let isSide = ["frontend", "backend"].contains(after) && index > 0
            let isAlone = words.count == 2 && Self.prepositions.contains(before)
            return isIn || isSide || isAlone ? (index, written) : nil
        }
    }

    private static func isKnown(_ word: String) -> Bool {
        (IdeaVocabulary.technologies + further).contains { $0.words == word || $0.name.lowercased() == word }
    }

    private static let writing = WordList.set(
        "written built made programmed coded implemented geschrieben gebaut programmiert ecrit ecrite escrito hecho scritto fatto escrito feito geschreven gemaakt"
    )
    private static let prepositions = WordList.set("in using with en mit avec con em met with")

    /// Whether a name that is a word of every day, too, stands for the technology here.
    private static func isMeant(_ phrase: String, _ written: String, at index: Int, in plain: [String]) -> Bool {
        let before = index > 0 ? plain[index - 1] : ""
        let after = index + 1 < plain.count ? plain[index + 1] : ""
        let isCapital = written.first?.isUppercase == true
        if [
            "script", "library", "package", "module", "crate", "gem", "backend", "frontend", "please", "bitte", "bot",
            "cli", "app", "application", "project", "site", "website", "service",
        ]
        .contains(after)
            || ["script", "bot", "cli", "librairie", "libreria", "biblioteca", "bibliotheek", "bibliothek"].contains(
                before)
        {
            return isCapital || lowered.contains(phrase)
        }
        if plain.count <= 6, plain.allSatisfy({ isKnown($0) || StatementWords.stackFillers.contains($0) }) {
            return true
        }
        // "A Flask web app", "Vue obligatoire", "SwiftUI mandatory"
        if isCapital,
            [
                "web", "obligatoire", "mandatory", "required", "pflicht", "obligatorio", "obrigatorio", "verplicht",
                "mobile", "native",
            ].contains(after)
        {
            return true
        }
        if isCapital, index == 1, ["a", "an", "eine", "ein", "une", "un", "una", "uma", "een"].contains(before),
            plain[(index + 1)...].prefix(2).contains(where: {
                ["app", "application", "site", "website", "tool", "appli", "seite"].contains($0)
            })
        {
            return true
        }
        if prepositions.contains(before) || ["into", "on", "auf", "via", "or", "and"].contains(before) {
            return isCapital || lowered.contains(phrase) && prepositions.contains(before)
        }
        return isCapital && index > 0 && (isKnown(before) || isKnown(after))
            || isCapital && index == 0 && isKnown(after)
    }

    /// Written in small letters by whoever writes everything so.
    private static let lowered = WordList.set(
        "python rust java ruby bash perl lua elixir scala zig nim deno unity flutter airflow julia js react angular")

    private func isLetterMeant(_ written: String, at index: Int, in plain: [String]) -> Bool {
        guard !isRejected(at: index, in: plain) else { return false }
        let before = index > 0 ? plain[index - 1] : ""
        let after = index + 1 < plain.count ? plain[index + 1] : ""
        if plain.count == 1 { return written != "go" }
        if written == "go" {
            return ["in", "en"].contains(before)
                && (after.isEmpty || StatementWords.relatives.contains(after)
                    || ["please", "to", "para", "pour", "per", "bitte"].contains(after))
        }
        let kinds: Set<String> = [
            "library", "program", "tool", "service", "backend", "cli", "module", "package", "server", "bot", "api",
        ]
        return Self.prepositions.contains(before) || written == "Go" && kinds.contains(after)
    }

    /// "Not WordPress", "instead of Access", "migrate from Excel".
    private func isRejected(at index: Int, in plain: [String]) -> Bool {
        let before = Array(plain[max(0, index - 4)..<index])
        // "No Postgres" is "in Postgres" in Portuguese.
        if before.contains(where: { Self.denials.contains($0) && !($0 == "no" && tongue == .portuguese) }) {
            return true
        }
        // "We don't want Vue or any other framework"
        if before.contains(where: Self.denied.contains), before.contains(where: Self.wished.contains) { return true }
        let line = before.joined(separator: " ")
        if Self.leaving.contains(where: { line == $0 || line.hasSuffix(" " + $0) }) { return true }
        let isFrom =
            ["from", "von", "de", "da", "van", "desde", "depuis", "off"].contains(before.last ?? "")
            || before.contains("from") && ["and", "or"].contains(before.last ?? "")
        return isFrom && plain[..<index].contains { word in Self.moving.contains(where: word.hasPrefix) }
    }

    private static let denials = StatementWords.negatives.union(
        WordList.set("not never nicht nie pas jamais niet nooit non nao avoid bloss")
    ).subtracting(["zero"])
    private static let denied = WordList.set("dont doesnt wont cant shouldnt mustnt")
    private static let wished = WordList.set("want need use like know have be")
    private static let leaving = [
        "instead of", "instead of an old", "rather than", "anything but", "away from", "other than", "replaces",
        "replace", "replacing",
        "statt", "anstatt", "anstelle von", "ersetzt", "weg von", "au lieu de", "remplace", "en vez de", "en lugar de",
        "reemplaza",
        "invece di", "al posto di", "sostituisce", "em vez de", "substitui", "in plaats van", "vervangt",
    ]
    private static let moving = [
        "migrat", "migr", "mov", "switch", "port", "umzieh", "umstell", "wechsel", "pass", "cambi", "overstap",
    ]

    /// "WordPress kenne ich, will ich aber nicht": denied as a whole.
    private static func endsDenied(_ plain: [String]) -> Bool {
        ["nicht", "not", "niet", "no", "non", "nao"].contains(plain.last ?? "") && plain.count > 2
    }

    /// Names that are words, or parts of words, of other things.
    private static let short = WordList.set("js leaflet access node livewire filament mollie raylib minio")

    /// Beside those that the library's patterns know.
    private static let further: [(words: String, name: String)] = [
        ("avalonia", "Avalonia"), ("home assistant", "Home Assistant"), ("modbus", "Modbus"),
        ("windows server", "Windows Server"),
        ("ical", "iCal"), ("pagerduty", "PagerDuty"), ("js", "JavaScript"), ("sql server", "SQL Server"),
        ("vba", "VBA"),
        ("google sheets", "Google Sheets"), ("shopify", "Shopify"), ("woocommerce", "WooCommerce"), ("odoo", "Odoo"),
        ("typo3", "TYPO3"), ("joomla", "Joomla"), ("strapi", "Strapi"), ("pocketbase", "PocketBase"),
        ("neo4j", "Neo4j"),
        ("lorawan", "LoRaWAN"), ("zigbee", "Zigbee"), ("opencv", "OpenCV"), ("ffmpeg", "FFmpeg"), ("raylib", "raylib"),
        ("sdl2", "SDL2"), ("libgdx", "libGDX"), ("winforms", "WinForms"), ("javafx", "JavaFX"), ("dotnet", ".NET"),
        ("maui", ".NET MAUI"), ("fastify", "Fastify"), ("hono", "Hono"), ("livewire", "Livewire"),
        ("filament", "Filament"),
        ("cakephp", "CakePHP"), ("codeigniter", "CodeIgniter"), ("nginx", "nginx"), ("caddy", "Caddy"),
        ("ollama", "Ollama"),
        ("openstreetmap", "OpenStreetMap"), ("mollie", "Mollie"), ("node red", "Node-RED"), ("nodered", "Node-RED"),
        ("esphome", "ESPHome"), ("proxmox", "Proxmox"), ("nextcloud", "Nextcloud"), ("delphi", "Delphi"),
        ("vite", "Vite"),
    ]
}
