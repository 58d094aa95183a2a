/// The address of a document, in a form in which two spellings of one file are equal.
///
/// For `file:` addresses percent-encoding is undone, the host `localhost` dropped, a drive letter made lower case and
/// `.`, `..` and doubled slashes resolved. Other schemes stay as they are written.
package struct DocumentURI: Hashable, Sendable {
    /// The normal form; for messages use the spelling that the client gave.
    package let text: String
    /// The decoded path of a `file:` address.
    package let path: String?

    package init(_ spelling: String) {
        guard let path = Self.filePath(spelling) else {
            text = spelling
            self.path = nil
            return
        }
        self = .file(path: path)
    }

    /// Schemes of documents that an editor only shows: older versions, output, what was taken out of archives.
    ///
    /// LSP does not say whether a document can be written; these are those of VS Code, of its extensions and of
    /// Neovim's plugins, in small letters.
    private static let readOnlySchemes: Set<String> = [
        "git", "gitfs", "gitlens", "gitlens-git", "git-graph", "svn", "hg", "perforce", "pr", "githubpr", "review",
        "vscode-local-history", "vscode-merge", "merge-conflict.conflict-diff", "conflictresolution",
        "output", "debug", "vscode-terminal", "vscode-chat-code-block", "vscode", "walkthrough", "walkthroughsnippet",
        "fugitive", "gitsigns", "diffview", "term", "man", "help",
        "jar", "jdt", "zip", "zipfile", "tar", "tarfile", "archive", "csharp", "omnisharp-metadata", "deno", "asset",
        "http", "https", "data",
        // The server's own, and what the VS Code extension compares with.
        "codeforge", "codeforge-change",
    ]

    /// Whether the document can be read and not written.
    package var isReadOnly: Bool {
        guard path == nil, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return Self.readOnlySchemes.contains(text[..<colon].lowercased())
    }

    /// The decoded path of a folder's `file:` address, without a slash at the end; empty for the root.
    package var folderPath: String? {
        path.map { $0.utf8.last == UInt8(ascii: "/") ? String($0.dropLast()) : $0 }
    }

    /// The address of a folder; a slash at the end makes no difference.
    package init(folder spelling: String) {
        let address = DocumentURI(spelling)
        self = address.folderPath.map { .file(path: $0) } ?? address
    }

    private init(text: String, path: String) {
        self.text = text
        self.path = path
    }

    /// The address of an absolute path.
    package static func file(path: String) -> DocumentURI {
        let resolved = resolvingDots(path)
        return DocumentURI(text: "file://" + percentEncoded(resolved), path: resolved)
    }

    private static func filePath(_ spelling: String) -> String? {
        guard spelling.utf8.count >= 5, spelling.utf8.prefix(5).elementsEqual("file:".utf8, by: equalIgnoringCase)
        else { return nil }
        var rest = Substring(spelling).utf8.dropFirst(5)
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            let host = rest.prefix { $0 != UInt8(ascii: "/") }
            guard host.isEmpty || host.elementsEqual("localhost".utf8, by: equalIgnoringCase) else { return nil }
            rest = rest.dropFirst(host.count)
        }
        // A query or fragment is no part of a file's path.
        let path = percentDecoded(rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
        guard path.first == UInt8(ascii: "/") else { return nil }
        return String(decoding: loweringDrive(path), as: UTF8.self)
    }

    private static func equalIgnoringCase(_ left: UInt8, _ right: UInt8) -> Bool {
        left == right || (left | 0x20 == right && left >= UInt8(ascii: "A") && left <= UInt8(ascii: "Z"))
    }

    /// `/C:/x` and `/c:/x` are one path.
    private static func loweringDrive(_ path: [UInt8]) -> [UInt8] {
        guard path.count >= 3, path[2] == UInt8(ascii: ":"), path[1] >= UInt8(ascii: "A"), path[1] <= UInt8(ascii: "Z")
        else { return path }
        var path = path
        path[1] |= 0x20
        return path
    }

    private static func resolvingDots(_ path: String) -> String {
        guard needsResolving(path.utf8) else { return path }
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// Whether a part of the path is empty or starts with a dot.
    private static func needsResolving(_ path: String.UTF8View) -> Bool {
        var previous: UInt8 = 0
        for byte in path {
            if previous == UInt8(ascii: "/"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return true }
            previous = byte
        }
        return false
    }

    // MARK: - Percent-encoding (RFC 3986, section 2.1)

    private static func percentDecoded(_ bytes: Substring.UTF8View.SubSequence) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            bytes.formIndex(after: &index)
            guard byte == UInt8(ascii: "%"), let value = hexPair(bytes[index...]) else {
                decoded.append(byte)
                continue
            }
            decoded.append(value)
            index = bytes.index(index, offsetBy: 2)
        }
        return decoded
    }

    private static func hexPair(_ bytes: Substring.UTF8View.SubSequence) -> UInt8? {
        let digits = bytes.prefix(2)
        guard digits.count == 2 else { return nil }
        var value: UInt8 = 0
        for digit in digits {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | (digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | (digit - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | (digit - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return value
    }

    private static func percentEncoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(path.utf8.count)
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                encoded.append(byte)
            default:
                encoded.append(UInt8(ascii: "%"))
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
