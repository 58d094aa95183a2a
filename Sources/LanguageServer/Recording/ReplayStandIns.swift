import Glibc
import JSON
import LanguageServerProtocol

/// What stands in a replay for what a recording names: its folders, and the identities that its server gave.
struct ReplayStandIns {
    /// Recorded paths and those that stand for them; none lies in another.
    private var folders: [(recorded: String, own: String)] = []
    private var identities: [String: String] = [:]

    /// Makes a folder below `folder` for each that the recorded client opened.
    init(_ lines: [JSONValue], in folder: String) {
        let opened = lines.flatMap { line -> [JSONValue] in
            guard line["from"] == "client", let parameters = line["message"]?["params"] else { return [] }
            let added = parameters["event"]?["added"]?.array ?? []
            return (parameters["workspaceFolders"]?.array ?? []).compactMap { $0["uri"] }
                + [parameters["rootUri"]].compactMap(\.self) + added.compactMap { $0["uri"] }
        }
        let paths = opened.compactMap { $0.string.flatMap { DocumentURI($0).folderPath } }.filter { !$0.isEmpty }
        for path in paths.sorted(by: { $0.utf8.count < $1.utf8.count }) where self.path(path) == nil {
            let own = "\(folder)/\(folders.count)"
            guard mkdir(own, 0o700) == 0 else { continue }
            folders.append((path, own))
        }
    }

    /// A message of the recorded client, as this one says it.
    func replaced(_ message: JSONValue) -> JSONValue {
        switch message {
        case .object(let object):
            return .object(
                JSONObject(
                    object.members.map { member in
                        // The recorded editor ended long ago, and a server goes with its editor.
                        (replaced(member.key), member.key == "processId" ? .null : replaced(member.value))
                    }))
        case .array(let elements): return .array(elements.map(replaced))
        case .string(let text): return .string(replaced(text))
        default: return message
        }
    }

    private func replaced(_ text: String) -> String {
        let scheme = "file://"
        if text.hasPrefix(scheme) { return path(String(text.dropFirst(scheme.count))).map { scheme + $0 } ?? text }
        return identities[text] ?? path(text) ?? text
    }

    /// The path that stands for a recorded one; nil outside of all folders.
    private func path(_ text: String) -> String? {
        for (recorded, own) in folders where text.hasPrefix(recorded) {
            let rest = text.dropFirst(recorded.count)
            if rest.isEmpty || rest.hasPrefix("/") { return own + rest }
        }
        return nil
    }

    /// Takes note of what two answers to the same question call the same thing.
    mutating func learn(_ recorded: JSONValue, _ own: JSONValue) {
        switch (recorded, own) {
        case (.object(let recorded), .object(let own)):
            for (key, value) in recorded.members { if let other = own[key] { learn(value, other) } }
        case (.array(let recorded), .array(let own)):
            for (value, other) in zip(recorded, own) { learn(value, other) }
        case (.string(let recorded), .string(let own)):
            if recorded != own, Scrubber.isIdentity(recorded), Scrubber.isIdentity(own) { identities[recorded] = own }
        default: break
        }
    }
}
