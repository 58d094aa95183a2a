import Engine
import LanguageServerProtocol
import Review
import Text

/// A team's own rules: which hold for a document, and following their files while somebody edits them.
///
/// Files are read and rules compiled beside the loop; until then a document is reviewed by the rules that it had.
extension Session {
    /// How long a rule file must not have been edited before its rules are read again.
    private static let rulePause = Duration.milliseconds(150)

    /// Gives a document that was opened the rules that hold for it.
    mutating func findRules(of uri: String) {
        guard let path = snapshot.documents[uri]?.path, let slash = path.lastIndex(of: "/") else { return }
        let folder = String(path[..<slash])
        if let known = ruleFolders[folder] {
            if let known, let rules = snapshot.ownRules[known] { setRules(rules.set, of: uri) }
            return
        }
        // Of a hundred documents that are opened at once, most lie in one folder.
        guard ruleLookups.insert(folder).inserted else { return }
        let (connection, search) = (snapshot.connection, ruleSearches)
        Task {
            let root = OwnRules.nearestFolder(above: path)
            connection.perform { session in
                // Files came or went meanwhile: another one looks.
                if session.ruleSearches == search { session.found(root, above: folder) }
            }
        }
    }

    private mutating func found(_ root: String?, above folder: String) {
        ruleLookups.remove(folder)
        ruleFolders[folder] = .some(root)
        guard let root else {
            // Where no folder has rules, no document has other ones.
            if !snapshot.ownRules.isEmpty { setRules(.builtIn, ofFilesIn: folder) }
            return
        }
        if let rules = snapshot.ownRules[root] { setRules(rules.set, ofFilesIn: folder) } else { readRules(of: root) }
    }

    /// Reads the rules of a folder again: a file of theirs was changed.
    private mutating func readRules(of root: String) {
        guard ruleReads.begin(root, (), unless: { true }) else { return }
        beginReadingRules(of: root)
    }

    private mutating func beginReadingRules(of root: String) {
        var texts: [String: [UInt8]] = [:]
        for document in snapshot.documents.all {
            if let path = document.path, OwnRules.isRuleFile(path), path.hasPrefix(root == "/" ? "/" : root + "/") {
                texts[path] = document.buffer.copyBytes()
            }
        }
        let (connection, shown) = (snapshot.connection, texts)
        Task {
            let rules = OwnRules(of: root, texts: shown)
            connection.perform { session in
                session.take(rules)
                if session.ruleReads.end(root) != nil { session.beginReadingRules(of: root) }
            }
        }
    }

    private mutating func take(_ rules: OwnRules) {
        let old = snapshot.ownRules[rules.folder]?.files.map { ($0.path, $0.text) } ?? []
        let isSame = old.elementsEqual(rules.files.map { ($0.path, $0.text) }) { $0 == $1 }
        guard !isSame || snapshot.ownRules[rules.folder] == nil else { return }
        snapshot.ownRules[rules.folder] = rules
        for (folder, root) in ruleFolders where root == rules.folder { setRules(rules.set, ofFilesIn: folder) }
        var diagnostics: [String: [Diagnostic]] = [:]
        for file in snapshot.ownRules.values.flatMap(\.files) where !file.problems.isEmpty {
            diagnostics[DocumentURI.file(path: file.path).text] = snapshot.diagnostics(of: file)
        }
        show(diagnostics, from: .rules)
        refreshDiagnostics()
    }

    private mutating func setRules(_ rules: RuleSet, ofFilesIn folder: String) {
        var isOther = false
        for document in Array(snapshot.documents.all) {
            guard let path = document.path, path.hasPrefix(folder + "/"),
                !path.dropFirst(folder.utf8.count + 1).contains("/")
            else { continue }
            isOther = setRules(rules, of: document.uri) || isOther
        }
        if isOther { askForDiagnosticPull() }
    }

    /// - Returns: whether the document had other ones.
    @discardableResult
    private mutating func setRules(_ rules: RuleSet, of uri: String) -> Bool {
        guard let document = snapshot.documents[uri], document.reviewed.rules !== rules else { return false }
        snapshot.documents.edit(uri) { $0.setRules(rules) }
        return true
    }

    // MARK: Changes

    /// A document of a rule file was edited, opened or closed: its text counts, saved or not.
    mutating func ruleFileEdited(_ path: String) {
        guard let root = Self.root(ofRuleFile: path) else { return }
        ruleEdits += 1
        let edit = ruleEdits
        after(Self.rulePause) { session in
            guard session.ruleEdits == edit else { return }
            let isKnown = session.snapshot.ownRules[root] != nil || session.ruleFolders.values.contains(root)
            if isKnown { session.readRules(of: root) } else { session.findAllRules() }
        }
    }

    /// Files were changed on the disk.
    mutating func followRuleFiles(_ changes: [FileChange]) {
        // Where a folder comes or goes, nobody says which files are in it.
        let roots = Set(changes.compactMap { $0.path.flatMap(Self.root(ofRuleFile:)) })
        if roots.isEmpty { return }
        findAllRules()
        for root in roots where snapshot.ownRules[root] != nil { readRules(of: root) }
    }

    /// Looks anew which folder's rules hold for the open documents.
    private mutating func findAllRules() {
        ruleSearches += 1
        (ruleFolders, ruleLookups) = ([:], [])
        for document in Array(snapshot.documents.all) { findRules(of: document.uri) }
    }

    /// The folder whose rules stand in a rule file, or below a path.
    private static func root(ofRuleFile path: String) -> String? {
        guard let place = (path + "/").firstRange(of: "/\(OwnRules.place)/") else { return nil }
        let root = path[..<place.lowerBound]
        return root.isEmpty ? "/" : String(root)
    }
}

extension Snapshot {
    /// A rule that a finding may name: one of the program's, or of those that were read.
    package func rule(id: String) -> Rule? {
        if let rule = RuleSet.builtIn.rule(id: id) { return rule }
        for folder in ownRules.keys.sorted() {
            if let rule = ownRules[folder]?.set.rule(id: id) { return rule }
        }
        if Linter.name(inRule: id) != nil { return documents.all.lazy.compactMap { $0.linted.rule(id: id) }.first }
        return nil
    }

    /// What is wrong in a rule file that is open, as it was read last.
    func ruleProblems(of document: OpenDocument) -> [Diagnostic] {
        for rules in ownRules.values {
            if let file = rules.files.first(where: { $0.path == document.path }) { return diagnostics(of: file) }
        }
        return []
    }

    /// What is wrong in a rule file as it was read.
    func diagnostics(of file: OwnRules.File) -> [Diagnostic] {
        let lines = String(decoding: file.text, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return file.problems.map { problem in
            let line = problem.line < lines.count ? lines[problem.line] : ""
            let text = line.unicodeScalars
            let start = text.index(text.startIndex, offsetBy: problem.column, limitedBy: text.endIndex) ?? text.endIndex
            let before = String(text[..<start])
            let width = Self.units(String(text[start...]), encoding)
            let first = TextPosition(line: problem.line, character: Self.units(before, encoding))
            return Diagnostic(
                range: first..<TextPosition(line: problem.line, character: first.character + width),
                severity: problem.isFatal ? .error : .warning, code: "rules/file",
                message: problem.isFatal ? "\(problem.reason). The rule is not used." : "\(problem.reason).")
        }
    }

    private static func units(_ text: String, _ encoding: PositionEncoding) -> Int {
        switch encoding {
        case .utf8: text.utf8.count
        case .utf16: text.utf16.count
        case .utf32: text.unicodeScalars.count
        }
    }
}
