/// Notices from a folder's files that a step of a roadmap may be done already.
///
/// A check sees that something is there, never that it is right or finished: what comes out is offered, not decided.
package struct StepCheck: Sendable {
    private let phrases: [String]
    /// Names with at most two `*`, matched against the whole path and the file's name.
    private let files: [[Substring]]
    /// One alternative of each group has to be there; "$step" is a word of the step's own.
    private let groups: [[String]]
    private let sentence: String

    /// In bytes: a larger file is not somebody's own step.
    private static let largestContent = 100_000

    private static let all: [StepCheck] = DataFile.rows(PackageResources.checks_txt).compactMap(StepCheck.init(fields:))

    private init?(fields: [String]) {
        guard fields.count == 4 else { return nil }
        func list(_ text: some StringProtocol) -> [String] {
            text.split(separator: ",").map { $0.trimmingBlanks }.filter { !$0.isEmpty }
        }
        phrases = list(fields[0])
        files = list(fields[1]).map { $0.split(separator: "*", omittingEmptySubsequences: false) }
        groups = fields[2] == "any" ? [] : fields[2].split(separator: "&&").map { list($0) }.filter { !$0.isEmpty }
        sentence = fields[3]
    }

    /// The checks that there are for a step; none for most steps of a model.
    package static func checks(for step: String) -> [StepCheck] {
        let words = step.lowercased()
        return all.filter { check in check.phrases.contains(where: words.contains) }
    }

    /// Whether the check looks at a file, by its path.
    package func looks(at path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return files.contains { Self.matches($0, path) || Self.matches($0, String(name)) }
    }

    /// Whether names are enough, without what stands in the files.
    package var needsContent: Bool { !groups.isEmpty }

    /// What shows in a file that the step may be done: "`test_board.py` holds a test"; nil where nothing does.
    package func evidence(for step: String, path: String, content: String) -> String? {
        guard looks(at: path), content.utf8.count <= Self.largestContent else { return nil }
        let own = needsContent ? Self.ownWords(of: step) : []
        let text = needsContent ? content.lowercased() : ""
        let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(Self.stem))
        for group in groups {
            let isThere = group.contains { wanted in
                wanted == "$step" ? own.contains { words.contains($0) } : Self.holds(text, wanted.lowercased())
            }
            guard isThere else { return nil }
        }
        return sentence.replacing("$path", with: path.map { $0 == "`" ? "'" : $0 })
    }

    /// A whole word where it is one, anything else as it stands.
    private static func holds(_ text: String, _ wanted: String) -> Bool {
        guard wanted.allSatisfy({ $0.isLetter }) else { return text.contains(wanted) }
        var start = text.startIndex
        while let found = text[start...].firstRange(of: wanted) {
            let before = found.lowerBound == text.startIndex ? " " : text[text.index(before: found.lowerBound)]
            if !before.isLetter { return true }
            start = found.upperBound
        }
        return false
    }

    private static func matches(_ parts: [Substring], _ text: String) -> Bool {
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return parts.first.map { $0 == text } ?? false
        }
        guard text.hasPrefix(first), text.hasSuffix(last), text.count >= first.count + last.count else { return false }
        return parts.count == 2 || text.dropFirst(first.count).contains(parts[1])
    }

    /// The words that only this step has: what it is about.
    private static func ownWords(of step: String) -> Set<Substring> {
        Set(
            step.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 && !everyday.contains($0) }
                .map(stem))
    }

    private static func stem(_ word: Substring) -> Substring {
        word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word
    }

    private static let everyday: Set<Substring> = [
        "add", "all", "and", "are", "believable", "build", "change", "create", "every", "field", "fields", "first",
        "five", "for", "form", "from", "incomplete", "list", "name", "new", "one", "page", "refuse", "says", "search",
        "sentence", "show", "some", "that", "the", "their", "them", "this", "title", "type", "types", "what", "while",
        "with", "write", "your",
    ]
}

extension StringProtocol {
    fileprivate var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
