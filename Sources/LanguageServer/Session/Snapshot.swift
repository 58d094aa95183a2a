import Engine
import JSONRPC
import LanguageServerProtocol
import Models
import Text

/// The session's readable part at one moment: a value, so that a handler may keep it while the session goes on.
package struct Snapshot: Sendable {
    package var client = ClientCapabilities()
    package var encoding = PositionEncoding.utf16
    package var folders: [LanguageServerProtocol.WorkspaceFolder] = [] {
        didSet { folderPaths = folders.compactMap { DocumentURI($0.uri).folderPath } }
    }
    /// Where the folders are, those with a path, without a slash at the end.
    private(set) var folderPaths: [String] = []
    package var documents = OpenDocuments()
    /// The settings outside of every folder, which are those of the first one.
    package var settings = Settings()
    /// The settings of each folder, by its path.
    package var folderSettings: [String: Settings] = [:]
    package var dismissals = Dismissals()
    /// What was decided in the `.codeforge` folders above documents and reviewed files.
    package var decisions = ReviewDecisions()
    /// What was found in files, for as long as no document is open of them.
    package var fileDiagnostics = FileDiagnostics()
    /// The folders that are mirrored, with their projects; a folder comes some milliseconds after the editor has it.
    package var openFolders: [OpenFolder] = []
    /// What the documents of each open folder show, by the folder's address.
    package var projects: [String: ProjectDocuments] = [:]
    /// What models' reviews found in files, by the folder's address.
    package var agentIssues: [String: [ProjectPath: [AgentIssue]]] = [:]
    /// A team's own rules, by the folder that holds them.
    package var ownRules: [String: OwnRules] = [:]
    /// The hints that models wrote, and those that they were asked for; see `ModelHint.key`.
    var modelHints: [String: ModelHint] = [:]
    var hintsAsked: Set<String> = []
    /// The paths of the folders in student mode.
    var studentFolders: [String] = []
    /// Folders whose document says that they are in student mode, until their project is known, by their address.
    var markedStudents: Set<String> = []
    /// The addresses of folders that lie in the folder of a student's project.
    var foldersBelowStudents: Set<String> = []
    /// The paths of the folders that a person said they trust.
    var trustedFolders: Set<String> = []
    /// The commands that the server announced.
    package var commands: [String] = []
    /// Folders that exchanges with models are written to, and answered from.
    package var modelRecording: String?
    package var modelReplay: String?
    /// The way to the client for handlers that run beside the loop.
    package let connection: ClientConnection
    /// The store and its use cases; opened in the background after `initialized`.
    package var application = ApplicationAccess()

    init(connection: ClientConnection) {
        self.connection = connection
    }

    /// The settings that hold for a path or an address: those of the innermost folder that it lies in.
    package func settings(at place: String) -> Settings {
        guard folderSettings.count > 1 else { return settings }
        let holding = folderPaths.filter {
            place.utf8.starts(with: $0.utf8) && place.utf8.dropFirst($0.utf8.count).first == UInt8(ascii: "/")
        }
        return holding.max { $0.utf8.count < $1.utf8.count }.flatMap { folderSettings[$0] } ?? settings
    }

    /// The document that the client calls `uri`.
    ///
    /// - Throws: `not_found` where it is not open.
    package func document(_ uri: String) throws(ResponseError) -> OpenDocument {
        guard let document = documents[uri] else {
            throw .failed("not_found", "The document '\(uri)' is not open. Open it first.")
        }
        return document
    }
}
