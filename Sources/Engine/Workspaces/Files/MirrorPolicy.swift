import Glibc

/// Which files are never mirrored, whatever the ignore files say: those that hold secrets by their name, and those
/// that are no text.
enum MirrorPolicy {
    /// Folders that are never entered, wherever they stand.
    static func isReservedFolder(_ name: Span<UInt8>) -> Bool {
        name.equals(".git", foldingCase: true) || name.equals(".codeforge", foldingCase: true)
    }

    /// Whether a file's name says that it holds keys or passwords.
    static func isSecretName(_ name: Span<UInt8>) -> Bool {
        if name.hasPrefix(".env", foldingCase: true) { return true }
        for secret in secretNames where name.equals(secret, foldingCase: true) { return true }
        for suffix in secretSuffixes where name.hasSuffix(suffix, foldingCase: true) { return true }
        return false
    }

    /// Whether a file's content is a private key: a line of it begins one.
    ///
    /// A mention inside a program's string does not make the program a key file.
    static func isKeyFile(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { file in
            guard let base = file.baseAddress else { return false }
            if file.starts(with: "PuTTY-User-Key-File-".utf8) { return true }
            var start = 0
            while start < file.count {
                let end = memchr(base + start, 10, file.count - start).map { UnsafeRawPointer($0) - base } ?? file.count
                if beginsKey(UnsafeRawBufferPointer(rebasing: file[start..<end])) { return true }
                start = end + 1
            }
            return false
        }
    }

    /// Whether a line is `-----BEGIN ... PRIVATE KEY-----` or `-----BEGIN PGP PRIVATE KEY BLOCK-----`.
    private static func beginsKey(_ line: UnsafeRawBufferPointer) -> Bool {
        var start = 0
        while start < line.count, line[start] == 32 || line[start] == 9 { start += 1 }
        // Most lines end here, at one look.
        guard line.count - start >= 27, line[start] == UInt8(ascii: "-") else { return false }
        let text = String(decoding: line[start...].prefix(200), as: UTF8.self)
        return text.hasPrefix("-----BEGIN ")
            && (text.contains("PRIVATE KEY-----") || text.contains("PRIVATE KEY BLOCK-----"))
    }

    /// The text of a file's bytes; nil when they are binary: a NUL, or not UTF-8.
    static func text(of bytes: [UInt8]) -> String? {
        guard !hasNUL(bytes) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Whether a byte is NUL, which no text has.
    static func hasNUL(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { $0.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    }

    private static let secretNames: [StaticString] = [
        "id_rsa", "id_dsa", "id_ecdsa", "id_ecdsa_sk", "id_ed25519", "id_ed25519_sk", "identity", ".netrc", "_netrc",
        ".pgpass", ".my.cnf", ".htpasswd", ".git-credentials", ".dockercfg", ".vault-token", ".vault_pass",
    ]

    private static let secretSuffixes: [StaticString] = [
        ".pem", ".key", ".p12", ".pfx", ".p8", ".jks", ".keystore", ".kdbx", ".kdb", ".ppk", ".pkcs12", ".keytab",
        ".ovpn", ".gpg", ".pgp", ".asc", ".agekey", ".env", "_rsa", "_dsa", "_ecdsa", "_ed25519",
    ]
}

extension Span<UInt8> {
    /// Compares with ASCII text in lower case.
    func equals(_ text: StaticString, foldingCase: Bool) -> Bool {
        count == text.utf8CodeUnitCount && hasPrefix(text, foldingCase: foldingCase)
    }

    func hasSuffix(_ text: StaticString, foldingCase: Bool) -> Bool {
        count >= text.utf8CodeUnitCount
            && extracting(last: text.utf8CodeUnitCount).hasPrefix(text, foldingCase: foldingCase)
    }

    func hasPrefix(_ text: StaticString, foldingCase: Bool) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            for index in expected.indices {
                let byte = self[index]
                let isUpper = byte >= 65 && byte <= 90
                guard (foldingCase && isUpper ? byte | 0x20 : byte) == expected[index] else { return false }
            }
            return true
        }
    }
}
