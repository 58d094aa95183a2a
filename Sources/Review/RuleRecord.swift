/// The text form in which the built-in rules lie in the program: what a rule costs before it is asked for is nothing.
///
/// A number is written in decimal digits with a space after it, a text as the number of its UTF-8 bytes, a colon and the
/// bytes, a list as its count and its members, a choice as a letter before its fields. The rule compiler's `RecordWriter`
/// puts records together; they are read from the program's own memory and never come from outside.
struct RuleRecord {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place: Int

    /// Starts to read at a byte of what the program holds.
    init(_ text: StaticString, at start: Int = 0) {
        bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        place = start
    }

    mutating func number() -> Int {
        var number = 0
        while place < bytes.count, case let digit = Int(bytes[place]) - 48, 0...9 ~= digit {
            number = number * 10 + digit
            place += 1
        }
        place += 1
        return number
    }

    private mutating func flag() -> Bool { number() == 1 }

    private mutating func text() -> String {
        let count = number()
        let end = min(place + count, bytes.count)
        defer { place = end }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[min(place, end)..<end]), as: UTF8.self)
    }

    private mutating func letter() -> Unicode.Scalar {
        defer { place += 1 }
        return place < bytes.count ? Unicode.Scalar(bytes[place]) : " "
    }

    mutating func list<Member>(_ member: (inout RuleRecord) -> Member) -> [Member] {
        let count = number()
        var members: [Member] = []
        members.reserveCapacity(count)
        for _ in 0..<count { members.append(member(&self)) }
        return members
    }

    mutating func texts() -> [String] { list { $0.text() } }

    private mutating func optionalText() -> String? { texts().first }

    private mutating func languages() -> [Language] {
        let languages = list { Language.allCases[$0.number()] }
        return languages.isEmpty ? Language.allCases : languages
    }

    mutating func rule() -> RuleDefinition {
        var rule = RuleDefinition(
            id: text(), title: text(), message: text(), why: text(),
            severity: Severity(rawValue: text()) ?? .info, languages: languages(), cwe: list { $0.number() }.first,
            references: texts(), tags: texts(), fix: optionalText(), fixTitle: optionalText(),
            skipsTests: flag(), skipsScripts: flag(), skipsProse: flag(),
            formulas: list { $0.formula() }, examples: list { $0.example() })
        rule.includedPaths = texts()
        rule.excludedPaths = texts()
        return rule
    }

    private mutating func example() -> RuleDefinition.Example {
        .init(Language.allCases[number()], isBad: flag(), text())
    }

    private mutating func formula() -> RuleDefinition.Formula {
        switch letter() {
        case "p": .pattern(text())
        case "a": .all(formulas())
        case "o": .any(formulas())
        case "n": .not(text())
        case "i": .inside(text())
        case "u": .notInside(text())
        case "r": .regex(metavariable: text(), text(), isNegated: flag())
        case "k": .kind(metavariable: text(), text(), isNegated: flag())
        case "c": .content(metavariable: text(), text(), isNegated: flag())
        case "f": .file(texts(), isNegated: flag())
        case "l": .line(text(), isNegated: flag())
        case "h": .holds(metavariable: text(), texts(), isNegated: flag())
        case "e": .repeated(metavariable: text())
        case "s": .statement(text())
        case "b": .followed(metavariable: text())
        case "C": .check(text(), metavariable: text())
        case "U": .lookedUp(metavariable: text(), as: text())
        case "y": .says(what: text(), instead: text())
        case "m": .focus(text())
        case "w": .whole(metavariable: text(), texts(), isNegated: flag())
        case "t": .tainted(sources: formulas(), sanitizers: formulas())
        case "x": .expression(text(), excluding: texts())
        case "L": .languages(languages(), formula())
        case "T":
            .text(
                RuleDefinition.TextFormat(
                    name: text(), prefixes: texts(), before: number(), regex: text(),
                    entropy: Double(text()) ?? 0, startsLine: flag(), excluding: text(), lineExcluding: text()))
        default: .detector(text(), options())
        }
    }

    private mutating func formulas() -> [RuleDefinition.Formula] { list { $0.formula() } }

    private mutating func options() -> [String: [String]] {
        var options: [String: [String]] = [:]
        for _ in 0..<number() {
            let key = text()
            options[key] = texts()
        }
        return options
    }
}
