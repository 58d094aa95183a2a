import Engine
import JSON
import Models

/// A file whose text a model sees.
struct ShownFile: Sendable {
    /// Without its secrets.
    let text: String
    let original: String
    /// Whether all of it stands in the prompt: only then may it be replaced as a whole.
    let isWhole: Bool
}

/// The files that a model wrote, checked, with their secrets in place; never empty.
struct CodeAnswer: Sendable {
    struct File: Sendable {
        var result: CodeGenerationResult
        /// The text that stood there when the model looked; nil for a new file.
        let seen: String?
        /// Whether the model quoted what it changes, instead of writing all of it anew.
        let isEdit: Bool
    }

    var files: [File]

    /// Reads `{explanation, files: [{file_path, language, code, edits}]}`.
    ///
    /// Some models answer for a single file with the file itself, in the specification's shape: that counts as well.
    /// `path` is the one file that may be written; nil where the model chooses.
    static func read(
        _ answer: JSONValue, only path: String?, files known: [String: String], shown: [String: ShownFile],
        _ secrets: SecretPlaceholders
    ) -> Verdict<CodeAnswer> {
        let items = answer["files"]?.array ?? (answer["file_path"] == nil ? [] : [answer])
        guard !items.isEmpty else { return .invalid(["files: there is none; write at least one."]) }
        guard items.count <= CodeBrief.mostFiles else {
            return .invalid(["files: there are \(items.count); at most \(CodeBrief.mostFiles) are allowed."])
        }
        let explanation = Clip.text(InertMarkdown.text(secrets.masked(answer["explanation"]?.string ?? "")), 2_000)
        var files: [File] = []
        var (errors, findings): ([String], [String]) = ([], [])
        for (index, item) in items.enumerated() {
            let place = answer["files"] == nil ? "" : "files.\(index)."
            var problems: [String] = []
            let name = item["file_path"]?.string ?? (items.count == 1 ? path ?? "" : "")
            if let path, name != path {
                problems.append("file_path: must be \(path.debugDescription); no other file may be written.")
            }
            if let problem = CodeBrief.problem(withPath: name) { problems.append("file_path: \(problem)") }
            if known[name] == nil, let problem = DoubtfulName.problem(with: name) {
                problems.append("file_path: \(name.debugDescription) \(problem)")
            }
            if let twin = PathClash.with(name, among: files.map(\.result.filePath), known: known) {
                problems.append("file_path: \(twin)")
            }
            if problems.isEmpty, shown[name] == nil, known[name] != nil {
                problems.append("file_path: \(name) is there and was not shown, so that it must stay as it is.")
            }
            if problems.isEmpty {
                switch file(name, item, explanation, shown[name], secrets) {
                case .success(let file):
                    files.append(file)
                    let (new, old) = (file.result.code, file.seen ?? "")
                    problems += GeneratedReview.newSilences(in: new, before: old, path: name).map { "code: \($0)" }
                    findings += GeneratedReview.newCriticals(in: new, before: old, path: name)
                        .map { "\(items.count == 1 ? "" : "\(name), ")\($0)" }
                case .failure(let invalid): problems += invalid.problems
                }
            }
            errors += problems.map { place + $0 }
        }
        guard errors.isEmpty else { return .invalid(errors) }
        guard !findings.isEmpty else { return .valid(CodeAnswer(files: files)) }
        files[0].result.explanation += " The reviewer finds this in it: \(findings.joined(separator: " "))"
        return .lacking(CodeAnswer(files: files), findings.map { "code: the reviewer finds: \($0)" })
    }

    private struct Invalid: Error {
        var problems: [String]
    }

    private static func file(
        _ name: String, _ item: JSONValue, _ explanation: String, _ shown: ShownFile?, _ secrets: SecretPlaceholders
    ) -> Result<File, Invalid> {
        var problems: [String] = []
        guard let text = text(of: item, shown, &problems), problems.isEmpty else {
            return .failure(Invalid(problems: problems))
        }
        guard !secrets.hasUnknown(in: text) else {
            let problem = "code: it has a placeholder (CODEFORGE_SECRET_…) that stands for nothing in the material."
            return .failure(Invalid(problems: [problem]))
        }
        // A secret that is carried elsewhere could leave from there.
        guard placeholders(in: text).isSubset(of: placeholders(in: shown?.text ?? "")) else {
            return .failure(
                Invalid(problems: ["code: a withheld value CODEFORGE_SECRET_… must not be written anywhere else."]))
        }
        guard keepsWithheldLines(of: shown?.text ?? "", in: text) else {
            return .failure(
                Invalid(problems: [
                    "code: a line that has a withheld value CODEFORGE_SECRET_… must stay as it is, or lose the value."
                ]))
        }
        let plain: JSONValue = [
            "file_path": .string(name), "code": .string(secrets.restore(text)),
            "language": item["language"] ?? .string(SourceFile.language(of: name)),
            "explanation": .string(explanation),
        ]
        switch Verdict<CodeGenerationResult>(plain) {
        case .valid(let result), .lacking(let result, _):
            let isEdit = shown != nil && (item["code"]?.string ?? "").isEmpty
            return .success(File(result: result, seen: shown?.original, isEdit: isEdit))
        case .invalid(let problems): return .failure(Invalid(problems: problems))
        }
    }

    /// A text's placeholders, each as often as it stands there.
    private static func placeholders(in text: String) -> Set<String> {
        var counts: [Int: Int] = [:]
        return Set(
            SecretPlaceholders.marks(in: text).map { number in
                counts[number, default: 0] += 1
                return "\(number)/\(counts[number, default: 0])"
            })
    }

    /// Whether each line of a new text that has a withheld value stood in the old one: in another line it could be sent.
    private static func keepsWithheldLines(of old: String, in new: String) -> Bool {
        var known: [String: Int] = [:]
        for line in withheldLines(of: old) { known[line, default: 0] += 1 }
        return withheldLines(of: new).allSatisfy { line in
            known[line, default: 0] -= 1
            return known[line, default: 0] >= 0
        }
    }

    /// Without what indents them; of a line that is nothing but the value, with the one before it.
    private static func withheldLines(of text: String) -> [String] {
        guard !SecretPlaceholders.marks(in: text).isEmpty else { return [] }
        let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
        return lines.indices.compactMap { index in
            guard !SecretPlaceholders.marks(in: lines[index]).isEmpty else { return nil }
            let isBare = lines[index].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
            return isBare && index > 0 ? lines[index - 1] + "\n" + lines[index] : lines[index]
        }
    }

    /// The new text of a file, secrets still hidden.
    private static func text(of item: JSONValue, _ shown: ShownFile?, _ problems: inout [String]) -> String? {
        let marks = HarmlessMarks(shown?.text ?? "")
        let form = TextForm(of: shown?.text ?? "")
        if let code = item["code"]?.string, !code.isEmpty {
            guard shown?.isWhole ?? true else {
                problems.append("code: the file was not shown whole, so that it must not be replaced; give edits.")
                return nil
            }
            return form.given(toAll: marks.taken(from: code))
        }
        let edits = item["edits"]?.array ?? []
        guard !edits.isEmpty else {
            problems.append("code: there is neither code nor an edit.")
            return nil
        }
        guard var text = shown?.text else {
            problems.append("edits: the file is not there yet; put its whole text into code.")
            return nil
        }
        for (index, edit) in edits.enumerated() {
            guard let find = edit["find"]?.string, !find.isEmpty, let replacement = edit["replace"]?.string else {
                problems.append("edits.\(index): find and replace must be texts, and find must not be empty.")
                continue
            }
            let places = LooseLineEnds.ranges(of: form.given(to: marks.taken(from: find)), in: text)
            guard places.count == 1 else {
                let count = places.isEmpty ? "nowhere" : "\(places.count) times"
                problems.append(
                    "edits.\(index).find: stands \(count) in the file; it must stand there exactly once, to the letter."
                )
                continue
            }
            text.replaceSubrange(places[0], with: form.given(to: marks.taken(from: replacement)))
        }
        if problems.isEmpty, text == shown?.text { problems.append("edits: they change nothing.") }
        return text
    }
}

/// Quotes of files whose lines end in more ways than one: models write one way.
private enum LooseLineEnds {
    /// Where a quote stands to the letter or, where it does nowhere, with line ends of either kind.
    static func ranges(of quote: String, in text: String) -> [Range<String.Index>] {
        let exact = text.ranges(of: quote)
        guard exact.isEmpty, quote.contains(where: \.isNewline), text.contains("\r\n") else { return exact }
        func plain(_ character: Character) -> Character { character == "\r\n" ? "\n" : character }
        let (wanted, letters) = (quote.map(plain), text.map(plain))
        guard wanted.count <= letters.count else { return [] }
        let starts = (0...letters.count - wanted.count).filter { start in
            letters[start] == wanted[0] && letters[start..<start + wanted.count].elementsEqual(wanted)
        }
        let places = Array(text.indices) + [text.endIndex]
        return starts.map { places[$0]..<places[$0 + wanted.count] }
    }
}

/// The blanks that a prompt put into a file's marks, as into `<data`, taken out of what a model repeats of them.
private struct HarmlessMarks: Sendable {
    private let isChanged: Bool

    init(_ text: String) { isChanged = PromptContext.harmless(text) != text }

    func taken(from text: String) -> String { isChanged ? PromptContext.unharmed(text) : text }
}

/// How a file ends its lines, and whether it begins with a byte order mark: models write neither, and the file keeps both.
private struct TextForm: Sendable {
    private static let mark: Unicode.Scalar = "\u{FEFF}"
    private let endsLinesWithCRLF: Bool
    private let hasMark: Bool

    init(of text: String) {
        let crlf = text.lazy.filter { $0 == "\r\n" }.count
        endsLinesWithCRLF = crlf > 0 && crlf > text.lazy.filter { $0 == "\n" }.count
        hasMark = text.unicodeScalars.first == Self.mark
    }

    /// A part of a file, with the file's line ends.
    func given(to text: String) -> String {
        endsLinesWithCRLF ? String(text.flatMap { $0 == "\n" ? "\r\n" : String($0) }) : text
    }

    /// All of a file.
    func given(toAll text: String) -> String {
        let text = given(to: text)
        return hasMark && text.unicodeScalars.first != Self.mark ? "\(Self.mark)" + text : text
    }
}
