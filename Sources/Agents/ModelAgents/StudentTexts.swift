import JSON
import Mentoring
import Models
import Review

/// What a model wrote for a student, without the sentences that show code which the student has not written, or how
/// something is put right that the reviewer finds in their files.
struct StudentTexts: Sendable {
    /// Stands where nothing is left.
    static let leftOut = "(Left out: it showed a solution.)"
    /// Most files that are looked at, and the longest one, in bytes; most findings whose repairs are known.
    private static let mostFiles = 300
    private static let longestFile = 100_000
    private static let mostFindings = 300

    private let foreign: ForeignCode
    private let owned: [OwnCodeCheck]
    private let spoilers: [SpoilerCheck]
    /// Whether texts hold diagrams, whose arrows look like code.
    private let holdsDiagrams: Bool

    init(_ task: AgentTask, of agent: AgentType) {
        var texts = task.project.files.sorted { $0.key < $1.key }.filter { $0.value.utf8.count <= Self.longestFile }
            .prefix(Self.mostFiles).map { (path: Optional($0.key), text: $0.value) }
        if let code = task.input["code"]?.string { texts.append((task.input["file_path"]?.string, code)) }
        let asked = ["decision_context", "question", "user_idea"].compactMap { task.input[$0]?.string }
        foreign = ForeignCode(own: texts.map(\.text) + asked)
        owned = texts.map { OwnCodeCheck($0.text) }
        var spoilers: [SpoilerCheck] = []
        for (path, text) in texts where spoilers.count < Self.mostFindings {
            let language = Language.detect(
                languageID: task.input["language"]?.string, path: path, firstLine: Mentor.firstLine(of: text))
            var document = ReviewedDocument(text: Array(text.utf8), language: language, path: path)
            document.review()
            for finding in document.findings.prefix(50) {
                if let spoiler = SpoilerCheck(finding, in: document) { spoilers.append(spoiler) }
                spoilers.append(SpoilerCheck(otherWaysOf: finding.rule, for: text))
            }
        }
        self.spoilers = spoilers
        holdsDiagrams = agent == .wireframe
    }

    /// Takes such sentences out of every text of a document.
    ///
    /// - Returns: How many there were.
    func cut(_ document: inout JSONValue) -> Int {
        if let text = document.string {
            let (kept, count) = cut(text)
            if count > 0 { document = .string(kept) }
            return count
        }
        if let items = document.array {
            var count = 0
            document = .array(
                items.map { item in
                    var item = item
                    count += cut(&item)
                    return item
                })
            return count
        }
        guard var object = document.object else { return 0 }
        var count = 0
        for (key, value) in object {
            var value = value
            count += cut(&value)
            object[key] = value
        }
        document = .object(object)
        return count
    }

    private func cut(_ text: String) -> (kept: String, count: Int) {
        guard isLeak(text) else { return (text, 0) }
        // A block of code is one thing, and so is what is cut into pieces over several sentences.
        let sentences = text.contains("```") ? [text] : Self.sentences(of: text)
        let kept = sentences.filter { !isLeak($0) }
        let rest = kept.joined().trimmingSpaces
        if rest.isEmpty || isLeak(rest) { return (Self.leftOut, max(1, sentences.count - kept.count)) }
        return (rest, sentences.count - kept.count)
    }

    private func isLeak(_ text: String) -> Bool {
        guard text.contains(where: \.isLetter) else { return false }
        return !holdsDiagrams && foreign.isStatementShown(in: text)
            || spoilers.contains { $0.leaks(disguisedIn: text) } || owned.contains { $0.isCorrected(disguisedIn: text) }
    }

    private static func sentences(of text: String) -> [String] {
        var found: [String] = []
        var sentence = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            sentence.append(character)
            let isEnd = index + 1 == characters.count || characters[index + 1].isWhitespace
            guard character.isNewline || ".!?".contains(character) && isEnd else { continue }
            found.append(sentence)
            sentence = ""
        }
        return sentence.isEmpty ? found : found + [sentence]
    }
}
