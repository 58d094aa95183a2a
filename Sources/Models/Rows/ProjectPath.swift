/// A path of a file in a project: relative, normalised, `/` between its parts.
///
/// Paths come from models, databases and clients; one that passed here names nothing outside the project's folder,
/// links aside, and nothing in `.git` or the product's own `.codeforge`.
package struct ProjectPath: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Longest path, in UTF-8 bytes.
    package static let maxBytes = 1024

    /// Longest part between slashes, in UTF-8 bytes; the limit of common file systems.
    package static let maxPartBytes = 255

    /// Accepts a path as it is, or says what is wrong with it.
    ///
    /// Nothing is repaired: `a//b`, `./a` and `a/../b` are refused rather than normalised.
    package init(validating text: String) throws(ProjectPathError) {
        guard let problem = Self.problem(in: text) else {
            self.text = text
            return
        }
        throw ProjectPathError(path: text, problem: problem)
    }

    package var description: String { text }

    /// The part after the last slash.
    package var name: Substring {
        text[(text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex)...]
    }

    /// The folder, empty for a file at the top.
    package var parent: String { text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "" }

    // By the bytes, as file systems and databases compare: `é` in one character and in two are two files, and one `String`.

    package static func == (left: ProjectPath, right: ProjectPath) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    package static func < (left: ProjectPath, right: ProjectPath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    private static func problem(in text: String) -> ProjectPathError.Problem? {
        let bytes = text.utf8
        if bytes.isEmpty { return .empty }
        if bytes.count > maxBytes { return .tooLong }
        if text.unicodeScalars.contains(where: isForbidden) { return .forbiddenCharacter }
        if bytes.first == UInt8(ascii: "/") || hasDrivePrefix(text) { return .absolute }
        for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            if let problem = problem(inPart: Substring(part)) { return problem }
        }
        let first = text.prefix { $0 != "/" }
        return first.lowercased() == ".codeforge" ? .reserved : nil
    }

    private static func problem(inPart part: Substring) -> ProjectPathError.Problem? {
        switch part {
        case "", ".": return .notNormalised
        case "..": return .leavesFolder
        default: break
        }
        if part.utf8.count > maxPartBytes { return .tooLong }
        // Some file systems drop trailing dots and spaces, and fold case: `.GIT.` would be git's folder there.
        var trimmed = part
        while let last = trimmed.last, last == "." || last == " " { trimmed.removeLast() }
        if trimmed.allSatisfy({ $0 == "." }) { return .leavesFolder }
        let folded = trimmed.lowercased()
        return folded == ".git" || folded == "git~1" ? .reserved : nil
    }

    private static func hasDrivePrefix(_ text: String) -> Bool {
        let start = text.utf8.prefix(2)
        guard start.count == 2, start.last == UInt8(ascii: ":"), let letter = start.first else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter | 0x20)
    }

    /// Control characters, the backslash (a separator elsewhere), and marks that make a path read as another one.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x5C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

/// Why a text is no path of a project's file.
package struct ProjectPathError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Problem: String, Sendable {
        case empty = "is empty"
        case tooLong = "is too long (1024 bytes, 255 a part)"
        case forbiddenCharacter = "holds a control character, a backslash or a direction mark"
        case absolute = "is absolute"
        case notNormalised = "has an empty part or a '.' part"
        case leavesFolder = "has a '..' part"
        case reserved = "lies in .git or .codeforge"
    }

    package let path: String
    package let problem: Problem

    package init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }

    package var description: String {
        "The path \(path.prefix(200).debugDescription) \(problem.rawValue); give one relative to the project's folder."
    }
}
