/// What the numbers of Bandit's, ruff's and gosec's rules are about, by the categories of ours.
struct NamedWeaknesses: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    private static let categories = [
        "command", "config", "correctness", "crypto", "debug", "errors", "eval", "path", "secrets", "sql", "web", "xss",
    ]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The category of a rule; all of them for one that has none of these, which no number is about.
    init(ofRule id: String) {
        let index = Self.categories.firstIndex { id.hasPrefix($0) && id.utf8.dropFirst($0.utf8.count).first == 0x2F }
        self.init(rawValue: index.map { 1 << UInt16($0) } ?? Self.all.rawValue)
    }

    private init(_ names: String) {
        self = names.split(separator: " ").reduce(into: []) { $0.formUnion(NamedWeaknesses(ofRule: "\($1)/")) }
    }

    static let all = NamedWeaknesses(rawValue: 1 << UInt16(categories.count) - 1)

    private typealias Table = [(numbers: ClosedRange<Int>, about: NamedWeaknesses)]

    /// The numbers of Bandit, which ruff has taken over.
    ///
    /// Spec: https://bandit.readthedocs.io/en/latest/plugins/index.html#complete-test-plugin-listing
    private static let bandit: Table = [
        (101...101, .init("correctness")), (102...102, .init("eval")), (103...103, .init("config path")),
        (104...104, .init("config web")), (105...107, .init("secrets")), (108...108, .init("path")),
        (109...112, .init("errors")), (113...113, .init("errors web")), (201...201, .init("config debug web")),
        (202...202, .init("path")), (301...302, .init("eval")), (303...305, .init("crypto")),
        (306...306, .init("path")), (307...307, .init("eval")), (308...308, .init("xss")),
        (309...310, .init("crypto path web")), (311...311, .init("crypto")), (312...312, .init("crypto web")),
        (313...320, .init("web")), (321...321, .init("crypto web")), (322...324, .init("crypto")),
        (401...402, .init("web")), (403...403, .init("eval")), (404...404, .init("command")),
        (405...411, .init("eval web")), (412...412, .init("config web")), (413...415, .init("crypto")),
        (501...501, .init("crypto web")), (502...505, .init("crypto")), (506...506, .init("eval")),
        (507...509, .init("crypto")), (601...607, .init("command")), (608...608, .init("sql")),
        (609...609, .init("command")), (610...611, .init("sql")), (612...612, .init("config")),
        (613...613, .init("secrets")), (614...615, .init("eval")), (701...704, .init("web xss")),
    ]

    /// The numbers of gosec.
    ///
    /// Spec: https://github.com/securego/gosec#available-rules
    private static let gosec: Table = [
        (101...101, .init("secrets")), (102...102, .init("config web")), (103...103, .init("correctness")),
        (104...104, .init("errors")), (106...106, .init("crypto")), (107...107, .init("web")),
        (108...108, .init("config debug web")), (109...109, .init("correctness")), (110...110, .init("path web")),
        (111...112, .init("path web")), (114...114, .init("errors web")), (115...115, .init("correctness")),
        (201...202, .init("sql")), (203...203, .init("xss")), (204...204, .init("command")),
        (301...307, .init("config path")), (401...410, .init("crypto")), (501...507, .init("crypto")),
        (601...602, .init("correctness")), (701...701, .init("sql")), (702...702, .init("command")),
        (703...703, .init("path")), (704...704, .init("web")), (705...705, .init("xss")), (706...706, .init("web")),
    ]

    /// What the rules are about that stand behind a keyword, as in `noqa: S608, E501` and `nosec B608`; nil where none
    /// with such a letter does.
    init?(named text: ArraySlice<UInt8>) {
        var found: NamedWeaknesses?
        for word in text.split(whereSeparator: { $0.isSpace || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") }) {
            let letters = word.prefix { $0.isUpper }
            let digits = word.dropFirst(letters.count)
            // A reason stands behind the names.
            guard !letters.isEmpty, !digits.isEmpty, digits.allSatisfy(\.isDigit) else { break }
            let table: Table
            switch String(decoding: letters, as: UTF8.self) {
            case "S", "B": table = Self.bandit
            case "G": table = Self.gosec
            default: continue
            }
            let number = Int(String(decoding: digits, as: UTF8.self)) ?? 0
            found = (found ?? []).union(table.first { $0.numbers.contains(number) }?.about ?? [])
        }
        guard let found else { return nil }
        self = found
    }
}
