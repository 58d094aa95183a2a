import Patterns

/// Identifiers and paths made from nouns and from names that others wrote.
enum CodeNames {
    /// "sales order" → "SalesOrder"; never empty, starts with a letter.
    static func type(_ phrase: String) -> String {
        let joined = parts(of: phrase).map(\.capitalisedFirst).joined()
        guard let first = joined.unicodeScalars.first else { return "Item" }
        return ("0"..."9").contains(first) ? "Item" + joined : joined
    }

    /// "sales order" → "salesOrder".
    static func variable(_ phrase: String) -> String {
        let name = type(phrase).lowercasedFirst
        return reserved.contains(name) ? name + "Item" : name
    }

    /// "sales order" → "sales_order".
    static func snake(_ phrase: String) -> String {
        let joined = parts(of: phrase).joined(separator: "_")
        guard let first = joined.unicodeScalars.first else { return "item" }
        let name = ("0"..."9").contains(first) ? "item_" + joined : joined
        return reserved.contains(name) ? name + "_item" : name
    }

    /// "Sales orders!" → "sales-orders".
    static func slug(_ phrase: String) -> String {
        let joined = parts(of: phrase).joined(separator: "-")
        return joined.isEmpty ? "items" : joined
    }

    /// Words of ASCII letters and digits, at most six; other scripts have no place in an identifier.
    private static func parts(of phrase: String) -> [String] {
        Words.split(phrase, limit: 60).map { word in String(word.unicodeScalars.filter { $0.isASCII }) }
            .filter { !$0.isEmpty }.prefix(6).map { String($0.prefix(24)) }
    }

    private static let reserved: Set<String> = [
        "class", "function", "import", "export", "default", "return", "new", "delete", "package", "case", "switch",
        "for",
        "while", "if", "else", "in", "is", "not", "and", "or", "from", "def", "let", "var", "const", "enum", "struct",
        "protocol", "extension", "operator", "init", "self", "super", "this", "true", "false", "null", "none", "lambda",
        "yield", "async", "await", "with", "as", "try", "except", "raise", "global", "pass", "break", "continue",
        "interface",
        "static", "public", "private", "void", "typeof", "instanceof", "do", "throw", "catch", "finally", "order",
        "table",
        "group", "user", "select", "where", "end", "begin", "check", "references", "match", "request", "session",
        "file",
    ]
}
