import JSON
import Review

/// A problem that a linter tells of.
struct LinterIssue: Sendable, Hashable {
    /// What a column counts.
    enum Unit: Sendable, Hashable { case bytes, utf16, codePoints }

    /// Both count from one; without a column the whole line is meant.
    struct Place: Sendable, Hashable {
        var line: Int
        var column: Int?
    }

    /// As the linter was given it.
    var path: String
    var start: Place
    /// After the last character; nil where the linter does not say.
    var end: Place?
    var unit: Unit
    /// The linter's own name of it: `S307`.
    var code: String
    var message: String
    var severity: Severity
    var cwe: Int?
    var page: String?
}

/// What a linter wrote is not what it is known to write.
struct LinterOutputError: Error, Hashable, CustomStringConvertible {
    let description: String

    static func expected(_ what: String) -> LinterOutputError {
        LinterOutputError(description: "what it wrote has no \(what) where one belongs")
    }
}

extension JSONValue {
    /// - Throws: where the member is missing or something else.
    func text(_ key: String) throws(LinterOutputError) -> String {
        guard let text = self[key]?.string else { throw .expected("text '\(key)'") }
        return text
    }

    func number(_ key: String) throws(LinterOutputError) -> Int {
        guard let number = self[key]?.int, number >= 0 else { throw .expected("number '\(key)'") }
        return number
    }

    func list(_ key: String) throws(LinterOutputError) -> [JSONValue] {
        guard let list = self[key]?.array else { throw .expected("list '\(key)'") }
        return list
    }
}
