import JSON

/// One settings file as it stands, and what is wrong in it.
package struct SettingsFile: Sendable, Hashable {
    /// Where a workspace has its settings, relative to its root.
    package static let workspacePath = ".codeforge/config.json"

    /// An absolute path.
    package let path: String
    /// What it holds; empty where it cannot be read.
    package let text: [UInt8]
    package let problems: [DocumentProblem]

    init(path: String, text: [UInt8], problems: [DocumentProblem]) {
        self.path = path
        self.text = text
        self.problems = problems
    }

    /// What is wrong in a text, each where it stands.
    package static func problems(in text: [UInt8], isOfWorkspace: Bool = true) -> [DocumentProblem] {
        var settings = Settings()
        return apply(text, isOfWorkspace: isOfWorkspace, to: &settings)
    }

    /// Takes a file's values over.
    ///
    /// - Returns: what is wrong; everything else was applied.
    static func apply(
        _ text: [UInt8], isOfWorkspace: Bool, to settings: inout Settings, from path: String = workspacePath
    ) -> [DocumentProblem] {
        /// What a whole file was to say of models is not known where it says nothing.
        func unusable(_ message: String, _ bytes: Range<Int>) -> [DocumentProblem] {
            if !isOfWorkspace { settings.model.note("\(path): \(message)", of: nil) }
            return [problem("not-json", message, bytes, in: text)]
        }
        // Some editors put a byte order mark before a text; spaces keep the places of what follows.
        let isMarked = text.starts(with: [0xEF, 0xBB, 0xBF])
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument(parsing: isMarked ? [32, 32, 32] + text.dropFirst(3) : text)
        } catch {
            return unusable("This is not JSON: \(error).", error.offset..<error.offset + 1)
        }
        guard let object = document.root.value.object else {
            return unusable(
                "Settings are an object: {\"review.minimumSeverity\": \"warning\"}.", document.root.range)
        }
        return settings.apply(object, isOfWorkspace: isOfWorkspace, from: path).map { wrong in
            let place = document.root.place(of: wrong.place, isValue: wrong.kind == .wrongValue)
            return problem(wrong.kind.rawValue, wrong.message, place, in: text)
        }
    }

    /// A problem with some bytes; of several lines the first is marked.
    static func problem(
        _ code: String, _ message: String, _ bytes: Range<Int>, in text: [UInt8]
    ) -> DocumentProblem {
        let lines = TextPieces.lines(text)
        let line = lines.lastIndex { $0.startIndex <= bytes.lowerBound } ?? 0
        let whole = lines.indices.contains(line) ? lines[line].startIndex..<lines[line].endIndex : 0..<0
        let marked = bytes.clamped(to: whole)
        let columns = marked.lowerBound - whole.lowerBound..<marked.upperBound - whole.lowerBound
        return DocumentProblem(severity: .warning, code: code, message: message, line: line, columns: columns)
    }
}

extension JSONNode {
    /// The bytes of the source that the value takes.
    fileprivate var range: Range<Int> { rawBytes.startIndex..<rawBytes.endIndex }

    /// The bytes of a member's name, or of its value where that is one of a line.
    fileprivate func place(of members: [String], isValue: Bool) -> Range<Int> {
        var node = self
        var place = range
        for name in members {
            guard let member = node.members.filter({ $0.key.string == name }).last else { return place }
            node = member.value
            place = isValue && [.null, .bool, .number, .string].contains(node.kind) ? node.range : member.key.range
        }
        return place
    }
}
