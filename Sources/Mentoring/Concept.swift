import Review

/// Something of a programming language or a tool that is worth understanding.
package struct Concept: Sendable {
    /// Stable: it is kept in `concepts_covered`.
    package let id: String
    package let name: String
    /// What it is, the rest of a sentence that begins with its name.
    let explanation: String
    /// With `$X` for what a pattern took in, and `$word` for the word under the cursor.
    let question: String
    package let documentation: String
    package let topic: MentorTopic
    package let languages: Set<Language>
    let patterns: [TokenPattern]

    /// Every concept, read from the embedded data once.
    package static let all: [Concept] = DataFile.rows(PackageResources.concepts_txt).compactMap(Concept.init(fields:))

    /// Reads the embedded data, for whoever must not wait for that later.
    package static var prepared: Int { byToken.count + MentorTopic.all.count + RuleWords.names.count }

    private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// The concept of that identity.
    package static func named(_ id: String) -> Concept? { byID[id] }

    /// Concepts by a token on which the cursor may stand.
    static let byToken: [String: [(concept: Int, pattern: Int, position: Int)]] = {
        var places: [String: [(concept: Int, pattern: Int, position: Int)]] = [:]
        for (number, concept) in all.enumerated() {
            for (index, pattern) in concept.patterns.enumerated() {
                for (position, token) in pattern.hot { places[token, default: []].append((number, index, position)) }
            }
        }
        return places
    }()

    /// How often students stumble over it: 3 for what nearly everybody does, 0 or less for what stands everywhere.
    package var weight: Int { Stumble.byConcept[id]?.weight ?? 1 }

    /// Words by which a question may speak of it, in small letters.
    package var words: [String] {
        let own = (name + " " + (id.split(separator: "/").last ?? "")).lowercased()
        return own.split { !$0.isLetter && !$0.isNumber }.map(String.init) + (Stumble.byConcept[id]?.words ?? [])
    }

    private init?(fields: [String]) {
        // A pattern may hold the separator as a token of its own.
        guard fields.count >= 8, let languages = Self.languages[fields[1]] else { return nil }
        let extra = fields.count - 8
        id = fields[0]
        self.languages = languages
        patterns = fields[2...2 + extra].joined(separator: " | ").split(separator: " ;; ").map { TokenPattern($0) }
        name = fields[3 + extra]
        explanation = fields[4 + extra]
        question = fields[5 + extra]
        documentation = Self.address(fields[6 + extra])
        topic = .named(fields[7 + extra])
    }

    private static let scripts: Set<Language> = [.javascript, .javascriptReact, .typescript, .typescriptReact]
    private static let languages: [String: Set<Language>] = [
        "js": scripts, "ts": [.typescript, .typescriptReact], "jsx": [.javascript, .javascriptReact, .typescriptReact],
        "py": [.python], "sql": [.sql], "html": [.html], "css": [.css, .scss], "sh": [.shell], "go": [.go],
        "swift": [.swift],
    ]

    private static func address(_ short: String) -> String {
        let parts = short.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let base = bases[parts[0]] else { return short }
        let end = ["git", "pg"].contains(parts[0]) && !parts[1].contains(".html") && !parts[1].contains("#")
        return base + parts[1] + (end ? parts[0] == "pg" ? ".html" : "" : "")
    }

    private static let bases = [
        "mdn": "https://developer.mozilla.org/en-US/docs/Web/", "py": "https://docs.python.org/3/",
        "pg": "https://www.postgresql.org/docs/current/", "go": "https://go.dev/",
        "swift": "https://docs.swift.org/swift-book/documentation/the-swift-programming-language/",
        "react": "https://react.dev/reference/react/", "git": "https://git-scm.com/docs/",
        "sh": "https://www.gnu.org/software/bash/manual/html_node/",
        "ts": "https://www.typescriptlang.org/docs/handbook/",
        "owasp": "https://cheatsheetseries.owasp.org/cheatsheets/",
    ]
}

/// How students stumble over a concept, and how they speak of it.
private struct Stumble {
    let weight: Int
    let words: [String]

    static let byConcept: [String: Stumble] = Dictionary(
        DataFile.rows(PackageResources.stumbles_txt).compactMap { fields in
            guard fields.count == 3, let weight = Int(fields[1]) else { return nil }
            return (fields[0], Stumble(weight: weight, words: fields[2].split(separator: " ").map(String.init)))
        }, uniquingKeysWith: { first, _ in first })
}
