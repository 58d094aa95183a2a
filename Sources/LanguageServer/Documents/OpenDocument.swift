import Engine
import LanguageServerProtocol
import Review
import Text

/// A document whose text the client owns.
package struct OpenDocument: Sendable {
    /// The address as `didOpen` spelled it.
    package let uri: String
    /// The path of a `file:` document.
    package let path: String?
    package let languageID: String
    package internal(set) var version: Int?
    package internal(set) var reviewed: ReviewedDocument
    /// Longest text that is kept, in bytes: beyond the limits of reviewing, so that a text that is shortened again can be
    /// reviewed again, and far below the 2 GiB of a `TextBuffer`.
    static let longestText = 256 << 20

    /// Whether the text grew so long that it is not kept: edits mean nothing until a whole text comes.
    private(set) var isTextLost = false
    /// Longest text that is reviewed, in bytes; -1 while none is.
    var reviewLimitBytes = 64 << 20
    /// Whether the text changed since `reviewed` was brought up to date.
    var needsReview = true
    /// What linters found when it was saved last.
    var linted = LinterFindings()
    /// Whether the document stands in the list of those whose diagnostics have to be sent.
    var isUnpublished = true
    /// Whether it only shows something, such as an older version: nobody can repair it, so nothing is said of it.
    let isReadOnly: Bool
    /// Whether the document may be one of the product's own: it lies in a folder `.codeforge`, or has settings' name.
    let mayBeOwn: Bool
    /// Whether it is a file of a team's own rules.
    let isRuleFile: Bool
    /// What is known of one of the product's own documents; nil until it was looked up.
    var own: OwnDocument?

    /// A document as the client opened it; `folders` are the paths of the workspace's folders.
    init(uri: String, languageID: String, version: Int?, text: [UInt8], folders: [String]) {
        self.uri = uri
        self.languageID = languageID
        self.version = version
        let address = DocumentURI(uri)
        path = address.path
        isReadOnly = address.isReadOnly
        isRuleFile = path.map(OwnRules.isRuleFile) ?? false
        mayBeOwn =
            path.map {
                DocumentKind(path: $0) != nil || $0.hasSuffix("/config.json")
                    || ReviewDecisions.folder(decidedByFileAt: $0) != nil
            } ?? false
        let firstLine = String(decoding: text.prefix(128).prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
        let language = Language.detect(languageID: languageID, path: path, firstLine: firstLine)
        reviewed = ReviewedDocument(
            text: text, language: language, path: path.map { Self.projectPath(of: $0, folders) })
    }

    /// The path in the innermost folder that holds it; the name alone for a file outside of all.
    private static func projectPath(of path: String, _ folders: [String]) -> String {
        let holding = folders.filter {
            path.utf8.starts(with: $0.utf8) && path.utf8.dropFirst($0.utf8.count).first == UInt8(ascii: "/")
        }
        if let folder = holding.max(by: { $0.utf8.count < $1.utf8.count }) {
            return String(Substring(path.utf8.dropFirst(folder.utf8.count + 1)))
        }
        return path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    }

    /// Has the document reviewed by other rules.
    mutating func setRules(_ rules: RuleSet) {
        reviewed.setRules(rules)
        needsReview = true
    }

    package var buffer: TextBuffer { reviewed.buffer }

    /// Takes its place among the workspace's folders, on which it depends how much a finding matters.
    ///
    /// - Returns: whether that is another one.
    mutating func foldersChanged(_ folders: [String]) -> Bool {
        let path = path.map { Self.projectPath(of: $0, folders) }
        guard path != reviewed.path else { return false }
        reviewed.move(to: path)
        return true
    }

    /// Whether the findings are not those of the text, and can be made so.
    var awaitsReview: Bool { needsReview && isReviewed }

    /// Brings the findings up to date, of a text that is no longer than the limit, as far as so much work gets.
    ///
    /// - Returns: the work that was done
    mutating func review(units: Int = .max) -> Int {
        guard awaitsReview else { return 0 }
        let done = reviewed.review(units: units)
        needsReview = !reviewed.isReviewed
        return done
    }

    /// Whether the document is reviewed at all.
    var isReviewed: Bool { !isReadOnly && !isTooLong }

    /// Whether the text is longer than what is reviewed.
    var isTooLong: Bool { isTextLost || buffer.byteCount > reviewLimitBytes }

    /// What findings of linters have to follow; nil where there are none.
    private func lineEdit(
        of change: DidChangeNotification.Change, _ range: Range<TextPosition>, _ encoding: PositionEncoding
    ) -> LineEdit? {
        if linted.isEmpty { return nil }
        return LineEdit(
            of: buffer, from: range.lowerBound, to: range.upperBound, hasText: !change.text.utf8.isEmpty,
            encoding: encoding)
    }

    /// Applies edits in order, each on the text that the one before it left.
    mutating func apply(_ changes: [DidChangeNotification.Change], encoding: PositionEncoding) {
        for change in changes {
            isTextLost = isTextLost && change.range != nil
            if isTextLost { continue }
            if change.range != nil, buffer.byteCount + change.text.utf8.count > Self.longestText {
                isTextLost = true
                reviewed.replaceAll(with: [])
            } else if let range = change.range {
                let edit = lineEdit(of: change, range, encoding)
                reviewed.replace(
                    from: range.lowerBound, to: range.upperBound, with: change.text.utf8, encoding: encoding)
                if let edit { linted.follow(edit.applied(to: buffer), in: buffer) }
            } else {
                let old = linted.isEmpty ? nil : buffer
                reviewed.replaceAll(with: change.text.utf8)
                if let edit = old.flatMap({ LineEdit(from: $0, to: buffer) }) { linted.follow(edit, in: buffer) }
            }
        }
        needsReview = true
        own?.textChanged(reviewed.buffer)
    }
}
