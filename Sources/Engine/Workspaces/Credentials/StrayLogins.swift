/// Logins in the forms that programs read them in, wherever they are written down: a connection string in a note, a
/// variable in a comment, a command with its password, a key of WireGuard, the secret behind one-time passwords.
///
/// Each form says by itself that a secret follows; its value must look like one.
enum StrayLogins {
    /// Longest line that is looked at, and longest value, in bytes.
    private static let (longestLine, longestValue) = (4_096, 256)

    /// What a line holds; nil for nothing.
    ///
    /// With `onlyGenerated`, values count that a program made.
    ///
    /// - Complexity: O(bytes of the line)
    static func kind(in line: ArraySlice<UInt8>, onlyGenerated: Bool) -> String? {
        guard line.count <= longestLine else { return nil }
        var connects: Bool?
        var start = line.startIndex
        while let sign = line[start...].firstIndex(of: UInt8(ascii: "=")) {
            start = sign + 1
            let name = self.name(before: sign, in: line)
            guard let kind = NameKind(name) else { continue }
            let value = self.value(after: sign, in: line)
            switch kind {
            case .key where isKey(value): return "private key"
            case .seed where isSeed(value) && line.contains("otpauth://"): return "secret of one-time passwords"
            case .variable where isSecret(value, onlyGenerated): return "password, token or key"
            case .member where isSecret(value, onlyGenerated):
                let isConnection = connects ?? connections.contains(where: line.contains)
                connects = isConnection
                if isConnection { return "password" }
            default: break
            }
        }
        return command(in: line, onlyGenerated) ?? sentence(in: line, onlyGenerated)
    }

    /// What a name before an equals sign gives.
    private enum NameKind {
        /// `PrivateKey = …`
        case key
        /// `secret=…` of an address.
        case seed
        /// `DB_PASSWORD=…`
        case variable
        /// `Password=…` of a connection string.
        case member

        private static let endings = [
            "PASS", "PASSWORD", "PASSWD", "PWD", "SECRET", "TOKEN", "API_KEY", "APIKEY", "ACCESS_KEY", "SECRET_KEY",
            "PRIVATE_KEY", "PASSPHRASE",
        ]

        init?(_ name: ArraySlice<UInt8>) {
            guard (3...64).contains(name.count) else { return nil }
            let text = String(decoding: name, as: UTF8.self)
            switch text.lowercased() {
            case "privatekey", "presharedkey": self = .key
            case "secret": self = .seed
            case "password", "pwd": self = .member
            default:
                guard text.contains("_"), !text.contains(where: \.isLowercase),
                    NameKind.endings.contains(where: { text.hasSuffix("_" + $0) })
                else { return nil }
                self = .variable
            }
        }
    }

    private static let connections = [
        "server=", "data source=", "user id=", "uid=", "host=", "database=", "initial catalog=", "jdbc:",
    ]

    /// The word before a sign, with one blank between at most.
    private static func name(before sign: Int, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let head = line[..<sign]
        let end = head.last == 32 ? sign - 1 : sign
        var start = end
        while start > line.startIndex, line[start - 1].isLetterOrDigit || line[start - 1] == UInt8(ascii: "_") {
            start -= 1
        }
        return line[start..<end]
    }

    private static func value(after sign: Int, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = line[(sign + 1)...].prefix(longestValue)
        if rest.first == 32 { rest.removeFirst() }
        if let quote = rest.first, "\"'".utf8.contains(quote) { rest.removeFirst() }
        return rest.prefix { $0 > 32 && !";&\"'`<>,)\\|".utf8.contains($0) }
    }

    /// Digits among letters, nothing that refers to something else or says that it is an example.
    private static func isSecret(_ value: ArraySlice<UInt8>, _ onlyGenerated: Bool) -> Bool {
        guard value.count >= 8, SecretValue.isReal(value, least: 8), !SecretValue.isTrivial(value),
            !SecretScan.isHarmless(value, isAside: onlyGenerated), !SecretValue.isWordWithNumber(value)
        else { return false }
        if SecretValue.isGenerated(value) { return true }
        if onlyGenerated || value.contains(where: "(){}[]$/".utf8.contains) { return false }
        let text = String(decoding: value, as: UTF8.self).lowercased()
        return SecretValue.isMixed(value) && !["example", "change", "your", "xxx"].contains(where: text.contains)
    }

    /// 32 bytes in base64.
    private static func isKey(_ value: ArraySlice<UInt8>) -> Bool {
        value.count == 44 && Base64.decoded(value)?.count == 32 && SecretValue.isMixed(value)
    }

    private static func isSeed(_ value: ArraySlice<UInt8>) -> Bool {
        value.count >= 16 && value.allSatisfy { $0 >= 65 && $0 <= 90 || $0 >= 50 && $0 <= 55 || $0 == 61 }
            && Set(value).count >= 8
    }

    /// `mysql -u root -pTr0ub4dor…`, `sshpass -p '…'`.
    private static func command(in line: ArraySlice<UInt8>, _ onlyGenerated: Bool) -> String? {
        guard let start = clients.lazy.compactMap({ line.place(of: $0) }).first else { return nil }
        let words = line[start...].split { $0 <= 32 }
        for (index, word) in words.enumerated() where word.starts(with: "-p".utf8) {
            let next = word.count > 2 ? word.dropFirst(2) : index + 1 < words.count ? words[index + 1] : []
            let value = next.drop { "'\"=".utf8.contains($0) }.prefix { !"'\"`)".utf8.contains($0) }
            if isSecret(value, onlyGenerated) { return "password" }
        }
        return nil
    }

    private static let clients = ["mysql", "mariadb", "sshpass"]

    /// `the password is Xk29vLq8`, in some languages.
    private static func sentence(in line: ArraySlice<UInt8>, _ onlyGenerated: Bool) -> String? {
        for name in ["password", "passwort", "passphrase", "mot de passe", "contraseña", "senha"] {
            guard let start = line.place(of: name) else { continue }
            var rest = line[(start + name.utf8.count)...].drop { $0 <= 32 }
            guard
                let verb = ["ist", "is", "lautet", "est", "es", "é"].first(where: { verb in
                    rest.starts(with: verb.utf8) && [32, 58].contains(rest.dropFirst(verb.utf8.count).first ?? 0)
                })
            else { continue }
            rest = rest.dropFirst(verb.utf8.count + 1).drop { $0 <= 32 || "'\"`„“:".utf8.contains($0) }
            var value = rest.prefix { $0 > 32 && !"'\"`<>,;)".utf8.contains($0) }
            if value.last == UInt8(ascii: ".") { value.removeLast() }
            if isSecret(value, onlyGenerated) { return "password" }
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// Where a text in small letters stands first, in whatever case.
    fileprivate func place(of text: String) -> Int? {
        let bytes = Array(text.utf8)
        return indices.first { self[$0].lowercased == bytes[0] && holds(bytes, at: $0) }
    }

    fileprivate func contains(_ text: String) -> Bool { place(of: text) != nil }
}
