/// Finds passwords that no name stands before: the last text given to a function that logs in, the argument of a
/// command.
enum CallSecrets {
    /// Functions, in lower case, whose last text is a password, and how many texts they are given at least.
    private static let functions: [(name: [UInt8], texts: Int)] = [
        ("networkcredential(", 2), ("getconnection(", 2), ("basicauth(", 2), ("passwordauthentication(", 2),
        ("setenv(", 2), ("putenv(", 2), ("convertto-securestring ", 1), ("setpassword(", 1), ("withpassword(", 1),
    ].map { (Array($0.0.utf8), $0.1) }
    /// What stands before a password in a command, with a text that must stand somewhere before that.
    private static let options: [(name: [UInt8], command: [UInt8])] = [
        (" -p ", "login"), ("--password ", ""), (" pass:", "-pass"), ("/user:", "net use"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    /// Longest text that is looked at after a name, in bytes.
    private static let reach = 400
    /// Whether a function or an option begins with two bytes, the first one times 256 and the second one: of most lines
    /// nothing else is looked at.
    private static let begins: [Bool] = {
        var begins = [Bool](repeating: false, count: 1 << 16)
        for name in functions.map(\.name) + options.map(\.name) { begins[Int(name[0]) << 8 | Int(name[1])] = true }
        return begins
    }()

    /// What a line holds; nil for nothing.
    ///
    /// - Complexity: O(bytes of the line)
    static func kind(in line: ArraySlice<UInt8>) -> String? {
        guard line.count >= 16 else { return nil }
        let begins = Self.begins
        var first = line[line.startIndex].lowercased
        for index in line.startIndex..<line.endIndex - 1 {
            let second = line[index + 1].lowercased
            defer { first = second }
            guard begins[Int(first) << 8 | Int(second)] else { continue }
            for function in functions where line.holds(function.name, at: index) {
                let texts = texts(in: line[(index + function.name.count)...].prefix(reach))
                if texts.count >= function.texts, let last = texts.last, isPassword(last) { return "password" }
            }
            for option in options where line.holds(option.name, at: index) {
                let before = line[..<index].suffix(reach)
                guard before.indices.contains(where: { before.holds(option.command, at: $0) }) else { continue }
                var rest = line[(index + option.name.count)...].prefix(reach)
                // The user's name comes first.
                if option.name.first == UInt8(ascii: "/") { rest = rest.drop { $0 > 32 } }
                rest = rest.drop { " '\"".utf8.contains($0) }
                let value = rest.prefix { $0 > 32 && !"'\"\\;|&)`,".utf8.contains($0) }
                if isPassword(value) { return "password in a command" }
            }
        }
        return nil
    }

    /// The texts in quotes up to the bracket that closes the call.
    private static func texts(in rest: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var texts: [ArraySlice<UInt8>] = []
        var index = rest.startIndex
        while index < rest.endIndex, rest[index] != UInt8(ascii: ")") {
            let byte = rest[index]
            index += 1
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { continue }
            guard let close = rest[index...].firstIndex(of: byte) else { break }
            texts.append(rest[index..<close])
            index = close + 1
        }
        return texts
    }

    /// Letters and digits that no name, path or address is.
    private static func isPassword(_ value: ArraySlice<UInt8>) -> Bool {
        value.count <= 128 && SecretValue.isReal(value, least: 8) && !value.contains(where: "/:.\\".utf8.contains)
            && SecretValue.isMixed(value)
    }
}

extension UInt8 {
    /// The small letter of an ASCII letter.
    var lowercased: UInt8 { self >= 65 && self <= 90 ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
    /// Whether a text of small letters and signs stands at a place, in whatever case.
    func holds(_ text: [UInt8], at start: Int) -> Bool {
        guard start + text.count <= endIndex else { return false }
        for (offset, expected) in text.enumerated() where self[start + offset].lowercased != expected { return false }
        return true
    }
}
