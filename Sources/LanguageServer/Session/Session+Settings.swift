import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Text

/// Settings that the editor gives.
extension Session {
    /// Asks the editor for its settings, where it can be asked.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_configuration
    mutating func fetchConfiguration() {
        guard snapshot.client.configuration else { return }
        ask("workspace/configuration", ["items": [["section": "codeforge"]]] as JSONValue) { session, result in
            guard case .success(let answer) = result, let settings = answer.array?.first, settings.object != nil else {
                return
            }
            session.refreshDiagnosticsIfChanged { $0.applySettings(settings) }
        }
    }

    /// Takes over what came with `initialize`; what the editor says later goes before it.
    ///
    /// The member `client` tells of the editor itself and is no setting.
    mutating func applyInitialSettings(_ json: JSONValue) {
        initialSettings = Self.section(of: json)
        initialSettings?["client"] = nil
        applySettings()
    }

    /// Takes the editor's settings over.
    mutating func applySettings(_ json: JSONValue) {
        guard let section = Self.section(of: json) else { return }
        editorSettings = section
        applySettings()
    }

    private static func section(of json: JSONValue) -> JSONObject? {
        json.object.map { $0["codeforge"]?.object ?? $0 }
    }

    /// Reads the settings files: the user's, and that of each folder.
    ///
    /// They are small, and read only when they may have changed. What is wrong in them is shown where it stands.
    mutating func readSettingsFiles() {
        let folders = snapshot.folderPaths.map { (path: $0, files: SettingsFiles(folder: $0)) }
        let common = folders.first?.files ?? SettingsFiles(folder: nil)
        fileSettings = common.settings
        folderFileSettings = Dictionary(folders.map { ($0.path, $0.files.settings) }) { first, _ in first }
        // They are shown where they stand, too, but whoever runs an agent need not have the file open.
        tell((common.problems + folders.flatMap(\.files.problems)).map(\.sentence))
        var diagnostics: [String: [Diagnostic]] = [:]
        for file in folders.flatMap(\.files.files) + common.files where !file.problems.isEmpty {
            let buffer = TextBuffer(file.text)
            diagnostics[DocumentURI.file(path: file.path).text] = file.problems.map {
                snapshot.diagnostic($0, in: buffer)
            }
        }
        show(diagnostics, from: .settings)
        refreshDiagnosticsIfChanged { $0.applySettings() }
    }

    private mutating func refreshDiagnosticsIfChanged(_ change: (inout Session) -> Void) {
        let (before, foldersBefore) = (snapshot.settings, snapshot.folderSettings)
        change(&self)
        guard snapshot.settings != before || snapshot.folderSettings != foldersBefore else { return }
        refreshDiagnostics()
        lintersChanged()
        scopeChanged()
    }

    /// Puts the settings together, each over the default: those of files, then those of the editor.
    private mutating func applySettings() {
        let ofEditor = [initialSettings, editorSettings].compactMap { $0 }
        snapshot.settings = fileSettings
        let problems = ofEditor.flatMap { snapshot.settings.apply($0) }
        snapshot.folderSettings = folderFileSettings.mapValues { ofFolder in
            ofEditor.reduce(into: ofFolder) { _ = $0.apply($1) }
        }
        for document in Array(snapshot.documents.all) { setReviewLimit(of: document.uri) }
        tell(problems.map(\.message))
        if options.logLevel == nil { log.level = LogLevel(rawValue: snapshot.settings.logLevel) ?? .warning }
    }

    /// Notes how long a document may be to be reviewed, and whose comments hide findings in it.
    mutating func setReviewLimit(of uri: String) {
        guard let place = snapshot.documents[uri]?.place else { return }
        let settings = snapshot.settings(at: place)
        snapshot.documents.setReview(under: settings, of: uri)
    }

    /// Shows what is wrong with settings in one message, each problem once.
    private mutating func tell(_ problems: [String]) {
        let new = problems.filter { toldProblems.insert($0).inserted }
        if !new.isEmpty { show(.warning, new.joined(separator: "\n")) }
    }

    /// Shows a sentence to the user.
    ///
    /// In an editor that would ask for a key to go on, one that nobody called for is cut to a line: it must not stop a
    /// person who types. All of it goes to the editor's log then.
    ///
    /// `isCalledFor` says that it answers a command which a person has just run, `brief` what is shown instead of the
    /// beginning where all of it is too long.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#window_showMessage
    package mutating func show(
        _ kind: MessageKind, _ message: String, isCalledFor: Bool = false, brief: String? = nil
    ) {
        // Editors write down what they show, and a file's name may hold a token.
        let message = WithheldSecrets.text(message)
        var shown = message
        if !isCalledFor, let limit = snapshot.client.maxMessageLength,
            message.count > limit || message.contains(where: \.isNewline)
        {
            notify("window/logMessage", ["type": .integer(kind.rawValue), "message": .string(message)] as JSONValue)
            let line = (brief ?? message).prefix { !$0.isNewline }
            shown = line.count > limit || brief == nil ? "\(line.prefix(limit - 1))…" : String(line)
        }
        // Seen in red rather than not at all, or at the cost of a key.
        let shownKind = !isCalledFor && snapshot.client.onlyErrorsTakeNoKey ? .error : kind
        notify("window/showMessage", ["type": .integer(shownKind.rawValue), "message": .string(shown)] as JSONValue)
    }
}
