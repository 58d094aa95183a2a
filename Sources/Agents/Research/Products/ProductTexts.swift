import Models
import Patterns

/// What is known of kinds of product in one language: the words that point to them, and the texts of their features.
struct ProductTexts: Sendable {
    struct Feature: Sendable {
        let title: String
        let text: String
        let criteria: [String]
    }

    struct Thing: Sendable {
        let one: String
        let many: String
        /// Words by which an idea names it, longest first.
        let words: [ProductCue]
    }

    struct Person: Sendable {
        let role: String
        let goal: String
        /// What such a person puts up with today; nil where the file does not say.
        let trouble: String?
    }

    private(set) var features: [String: Feature] = [:]
    private(set) var things: [String: Thing] = [:]
    private(set) var people: [String: Person] = [:]
    /// How one of a thing may be called: "Call the plumber".
    private(set) var examples: [String: String] = [:]
    private(set) var fields: [String: String] = [:]
    private(set) var cues: [String: [ProductCue]] = [:]
    /// What a product of a kind is called.
    private(set) var names: [String: String] = [:]
    private var frames: [String: String] = [:]

    static func of(_ tongue: Tongue) -> ProductTexts {
        switch tongue {
        case .english: english
        case .german: german
        case .french: french
        case .spanish: spanish
        case .portuguese: portuguese
        case .italian: italian
        case .dutch: dutch
        case .polish: polish
        case .japanese: japanese
        }
    }

    /// Where a feature comes from, or what the first version holds: "derived", "assumed", "first".
    func frame(_ key: String, _ filled: String = "") -> String {
        (frames[key] ?? "").replacing("{x}", with: filled)
    }

    /// A person whom an idea names, with the trouble of such people where it says none.
    func known(_ persona: UserPersona, unsaid: String) -> UserPersona {
        guard persona.painPoint == unsaid, let word = Words.split(persona.role).last else { return persona }
        let same = people.sorted { $0.key < $1.key }.map(\.value).first { person in
            guard let role = Words.split(person.role).last else { return false }
            return role == word || Words.stem(role) == Words.stem(word)
        }
        return UserPersona(role: persona.role, goal: persona.goal, painPoint: same?.trouble ?? persona.painPoint)
    }

    private init(_ bytes: [UInt8]) {
        for row in DataLines.fields(bytes) {
            let head = row[0].split(separator: " ", maxSplits: 1).map(String.init)
            let rest = Array(row.dropFirst())
            guard head.count == 2 else {
                frames[row[0]] = rest.first
                continue
            }
            let id = head[1]
            switch head[0] {
            case "feature" where rest.count > 2:
                features[id] = Feature(title: rest[0], text: rest[1], criteria: Array(rest[2...]))
            case "thing" where rest.count > 1:
                let further = rest.count > 2 ? ProductCue.list(rest[2]) : []
                let own = [rest[0], rest[1]].map { ProductCue($0) }
                things[id] = Thing(one: rest[0], many: rest[1], words: own + further)
            case "person" where rest.count > 1:
                people[id] = Person(role: rest[0], goal: rest[1], trouble: rest.count > 2 ? rest[2] : nil)
            case "example" where rest.count > 0: examples[id] = rest[0]
            case "field" where rest.count > 0: fields[id] = rest[0]
            case "name" where rest.count > 0: names[id] = rest[0]
            case "cue" where rest.count > 0: cues[id, default: []] += ProductCue.list(rest[0])
            default: continue
            }
        }
    }

    private static let english = ProductTexts(PackageResources.product_en_txt)
    private static let german = ProductTexts(PackageResources.product_de_txt)
    private static let french = ProductTexts(PackageResources.product_fr_txt)
    private static let spanish = ProductTexts(PackageResources.product_es_txt)
    private static let portuguese = ProductTexts(PackageResources.product_pt_txt)
    private static let italian = ProductTexts(PackageResources.product_it_txt)
    private static let dutch = ProductTexts(PackageResources.product_nl_txt)
    private static let polish = ProductTexts(PackageResources.product_pl_txt)
    private static let japanese = ProductTexts(PackageResources.product_ja_txt)
}

/// A word or phrase that points to something: "lending", "beekeep*" with any ending, "*verleih" at the end of a word.
struct ProductCue: Sendable {
    /// In lower case and without accents; as written where it is Japanese.
    let text: String
    private let isJapanese: Bool
    /// With a space where a word begins or ends.
    private let bounded: String

    init(_ written: String) {
        isJapanese = written.unicodeScalars.contains { $0.value > 0x3000 }
        text = isJapanese ? written : Words.split(written).joined(separator: " ")
        bounded = (written.hasPrefix("*") ? "" : " ") + text + (written.hasSuffix("*") ? "" : " ")
    }

    static func list(_ text: String) -> [ProductCue] {
        text.split(separator: ",").map { ProductCue(String($0).trimmingSpaces) }.filter { !$0.text.isEmpty }
    }

    /// Whether it stands in a text, the line of which has its words with a space before each and one at the end.
    func stands(in line: String, _ written: String) -> Bool {
        isJapanese ? written.contains(text) : line.contains(bounded)
    }
}

extension DataLines {
    /// Lines whose fields are parted by "|", an empty field among them.
    static func fields(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.hasPrefix("#")
                ? nil
                : line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmingSpaces }
        }
    }
}
