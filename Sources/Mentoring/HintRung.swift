import Models
import Review

/// How much the mentor says: climbed by asking again about the same thing.
package enum HintRung: Int, Sendable, CaseIterable {
    case question, pointer, example

    /// The rung of somebody who asked so often before.
    package init(asked times: Int) {
        self = HintRung(rawValue: max(0, times)) ?? .example
    }
}

extension SkillLevel {
    /// What is asked besides, fitted to the level.
    var prompt: String {
        switch self {
        case .beginner: " Say it in your own words first; one sentence is enough."
        case .intermediate: ""
        case .advanced: " Which observation would prove you wrong?"
        }
    }
}

/// Names of what the mentor is asked about: `concept/ID/HASH`, or `finding/PATH/RULE:HASH`.
package enum MentorSubject {
    /// The concept or the rule that a subject is about, as `concepts_covered` names it.
    package static func concept(of subject: String) -> String? {
        let parts = subject.split(separator: "/").map(String.init)
        guard parts.count > 2, let last = parts.last else { return nil }
        if parts[0] == "concept" { return parts[1..<parts.count - 1].joined(separator: "/") }
        // A rule's name has a slash in it, or none.
        let name = last.prefix { $0 != ":" }
        let long = "\(parts[parts.count - 2])/\(name)"
        return RuleSet.builtIn.rule(id: long) == nil ? String(name) : long
    }

    /// FNV-1a over 64 bits, as text.
    package static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}

/// Writing hints.
enum HintText {
    /// Puts what stands in the code for the `$NAME`s of a sentence.
    static func filling(_ sentence: String, _ values: [String: String]) -> String {
        var result = ""
        var name = ""
        func value() -> String {
            values[name].map { "`\($0.map { $0 == "`" ? "'" : String($0) }.joined())`" } ?? "this"
        }
        for character in sentence {
            if !name.isEmpty {
                if character.isLetter, character.isASCII {
                    name.append(character)
                    continue
                }
                result += value()
                name = ""
            }
            if character == "$" { name = "$" } else { result.append(character) }
        }
        return name.isEmpty ? result : result + value()
    }
}
