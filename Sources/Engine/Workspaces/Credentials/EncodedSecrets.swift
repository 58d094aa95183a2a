/// Finds credentials that are written in base64: a key among a build's variables, a key store as text.
enum EncodedSecrets {
    /// Fewer characters hold no key.
    private static let leastBytes = 64
    /// As much of a text is decoded, in characters: what it is stands at its beginning.
    private static let readBytes = 8 << 10
    /// Text in base64 is broken into lines of at least so many characters.
    private static let leastLine = 60

    /// The lines, from 0, on which such texts begin, and what they hold.
    ///
    /// - Complexity: O(bytes)
    static func places(in bytes: [UInt8]) -> [(line: Int, kind: String)] {
        var places: [(line: Int, kind: String)] = []
        var (index, line) = (0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            guard isEncoded(byte) else {
                if byte == 10 { line += 1 }
                index += 1
                continue
            }
            // Most are words, which no line after them goes on.
            let word = bytes[index...].prefix(leastLine).prefix(while: isEncoded).count
            guard word == leastLine else {
                index += word
                continue
            }
            let (text, end, lines) = run(in: bytes, from: index)
            if let kind = kind(ofEncoded: text) { places.append((line, kind)) }
            (index, line) = (end, line + lines)
        }
        return places
    }

    /// What a text in base64 holds, all of which is one; nil where it is none, or no credential.
    static func kind(ofAll bytes: [UInt8]) -> String? {
        let isBlank: (UInt8) -> Bool = { $0 <= 32 }
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
        let (text, end, _) = run(in: bytes, from: start)
        return bytes[end...].allSatisfy(isBlank) ? kind(ofEncoded: text) : nil
    }

    /// The characters of base64 from a place on, over the ends of full lines; with the place and the lines after them.
    private static func run(in bytes: [UInt8], from start: Int) -> (text: [UInt8], end: Int, lines: Int) {
        var text: [UInt8] = []
        var (index, lineStart, lines) = (start, start, 0)
        while index < bytes.count {
            let byte = bytes[index]
            if isEncoded(byte) {
                if text.count < readBytes { text.append(byte) }
                index += 1
                continue
            }
            guard byte == 10 || byte == 13, index - lineStart >= leastLine else { break }
            // The rest is in the next line, which may be indented.
            var next = index + (byte == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1)
            while next < bytes.count, bytes[next] == 32 || bytes[next] == 9 { next += 1 }
            guard next < bytes.count, isEncoded(bytes[next]) else { break }
            (index, lineStart, lines) = (next, next, lines + 1)
        }
        return (text, index, lines)
    }

    private static func isEncoded(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 97 && byte | 0x20 <= 122) || (byte >= 48 && byte <= 57) || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
    }

    private static func kind(ofEncoded text: [UInt8]) -> String? {
        guard text.count >= leastBytes, let head = Base64.decoded(text.prefix(24)), isKeyStore(head) || isText(head)
        else { return nil }
        if isKeyStore(head) { return PublishedSecrets.isKey(text) ? nil : "key in base64" }
        return Base64.decoded(text).flatMap(kind(ofText:)).map { "\($0) in base64" }
    }

    /// Which credentials a decoded text holds.
    static func kind(ofText text: [UInt8]) -> String? {
        let settings = SettingsText(text)
        if PrivateKeyText(settings).first(in: .file) != nil {
            return settings.contains("service_account") ? "Google service account key" : "private key"
        }
        if let signature = CredentialSignature.all.first(where: { $0.matches(settings) }) { return signature.kind }
        let assignments = LooseAssignments(.settings)
        return text.split(separator: 10).lazy.compactMap { assignments.kind(in: $0, onlyGenerated: false) }.first
    }

    private static func isText(_ head: [UInt8]) -> Bool {
        head.allSatisfy { ($0 >= 32 && $0 < 127) || ($0 >= 9 && $0 <= 13) }
    }

    /// Whether bytes begin as a Java key store, a PKCS #12 file, a private key in DER or one of OpenSSH does.
    private static func isKeyStore(_ head: [UInt8]) -> Bool {
        if head.starts(with: [0xFE, 0xED, 0xFE, 0xED]) || head.starts(with: [0xCE, 0xCE, 0xCE, 0xCE]) { return true }
        if head.starts(with: "openssh-key-v1".utf8) { return true }
        // A sequence whose length takes two bytes, and a version: 3 of PKCS #12, 0 of PKCS #1 and #8.
        guard head.count >= 11, head.starts(with: [0x30, 0x82]), head[4] == 2, head[5] == 1 else { return false }
        return head[6] == 3 && head[7] == 0x30 || head[6] == 0 && (head[7] == 0x30 || head[7] == 2)
    }
}
