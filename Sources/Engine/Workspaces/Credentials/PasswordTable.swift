/// A table in CSV with a column of passwords, as browsers and password stores export it.
struct PasswordTable {
    private let text: SettingsText
    private let name: String

    /// Rows that are looked at.
    private static let readRows = 50
    private static let columns: Set<String> = ["password", "passwd", "pwd", "pass", "login_password", "passphrase"]

    /// A file's text, and its name in lower case.
    init(_ text: SettingsText, name: String) {
        self.text = text
        self.name = name
    }

    /// What the table holds; nil where there is none, or its passwords are none.
    var kind: String? {
        guard name.hasSuffix(".csv") || name.hasSuffix(".tsv") else { return nil }
        let rows = text.bytes.split(separator: 10, maxSplits: Self.readRows + 1).prefix(Self.readRows + 1)
        guard let header = rows.first else { return nil }
        let separators = Array("\t;,".utf8)
        let separator = separators.first(where: header.contains) ?? UInt8(ascii: ",")
        let names = Self.cells(of: header, separator).map { String(decoding: $0, as: UTF8.self).lowercased() }
        guard let column = names.firstIndex(where: Self.columns.contains) else { return nil }
        let isReal = rows.dropFirst().contains { row in
            let cells = Self.cells(of: row, separator)
            return cells.count == names.count && Self.isPassword(cells[column])
        }
        return isReal ? "passwords" : nil
    }

    /// The cells of a row without blanks and quotes; a separator within quotes ends a cell, too.
    private static func cells(of row: ArraySlice<UInt8>, _ separator: UInt8) -> [ArraySlice<UInt8>] {
        let edges: (UInt8) -> Bool = { $0 <= 32 || $0 == UInt8(ascii: "\"") }
        return row.split(separator: separator, omittingEmptySubsequences: false).map { cell in
            var cell = cell.drop(while: edges)
            while let last = cell.last, edges(last) { cell.removeLast() }
            return cell
        }
    }

    /// Letters and digits, and more than a word.
    private static func isPassword(_ value: ArraySlice<UInt8>) -> Bool {
        let digits = value.count { $0 >= 48 && $0 <= 57 }
        let letters = value.count { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
        return digits > 0 && letters > 2 && SecretValue.isReal(value, least: 8)
    }
}
