import JSON
import Models
import Review
import Storage

/// A file that a job names and no agent can be shown: said when the job is submitted, and not after a model has tried.
enum UnshowableFile {
    /// Why a file of a folder cannot be read by an agent; nil for one that can, and for one that there is not.
    static func reason(_ file: ProjectPath, in folder: ProjectFolder) -> String? {
        do throws(WorkspaceError) {
            guard let content = try folder.readPlanned(file), MirrorPolicy.text(of: content.bytes) == nil else {
                return nil
            }
            return MirrorPolicy.hasNUL(content.bytes)
                ? "is no text. Name a file that is one."
                : "is not UTF-8, and agents read nothing else. Save it as UTF-8, or name another file."
        } catch {
            return switch error {
            case .link: "is a symbolic link, or lies behind one. Name the file that it leads to."
            case .outside: "leads out of the folder through a symbolic link. Name a file of the folder."
            case .notAFile: "is no regular file. Name one that is."
            case .tooLarge(_, let limit): "is larger than \(limit) bytes, which no agent is shown. Name a smaller file."
            case .reserved, .changed, .system: nil
            }
        }
    }
}

extension Application {
    /// Refuses a job about files that no agent can be shown: the one that it is for, and the code that its words name.
    func refuseUnshowable(_ input: JSONObject, of agent: String, in project: RowID) async throws(RequestFailure) {
        guard ["code", "qa"].contains(agent) else { return }
        let folders = try await storing { () throws(StoreError) in
            try await store.local?.workspaces(of: project, as: caller) ?? []
        }.compactMap { try? ProjectFolder(path: $0.folder) }
        guard !folders.isEmpty else { return }
        for (key, name) in Self.namedFiles(input) {
            guard let file = try? ProjectPath(validating: name) else { continue }
            // "Show logo.png in the header" asks nobody to read the picture.
            let language = Language.detect(languageID: nil, path: name, firstLine: "")
            if key != "file_path", language == .plain { continue }
            guard let reason = folders.lazy.compactMap({ UnshowableFile.reason(file, in: $0) }).first else { continue }
            throw .invalidInput(["input_context", key], "\(name.debugDescription) \(reason)")
        }
    }

    /// The file of a job, and the words of its wish that have a dot inside as names of files have.
    private static func namedFiles(_ input: JSONObject) -> [(key: String, name: String)] {
        let own = input["file_path"]?.string.map { [("file_path", $0)] } ?? []
        let words = (input["description"]?.string ?? "").split { $0.isWhitespace || "\"'`,;:()".contains($0) }
        let named = words.prefix(500).map { word -> String in
            var word = word
            while let last = word.last, ".?!".contains(last) { word = word.dropLast() }
            return String(word)
        }.filter { $0.dropFirst().dropLast().contains(".") && !$0.contains("://") }
        return own + named.prefix(20).map { ("description", $0) }
    }
}
