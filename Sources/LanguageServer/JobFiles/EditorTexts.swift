import Engine
import Models
import Text

/// What the editor shows of some files, and what it can do with edits.
struct EditorTexts: Sendable {
    private(set) var texts: [ProjectPath: [UInt8]] = [:]
    private(set) var versions: [ProjectPath: Int] = [:]
    private(set) var addresses: [ProjectPath: String] = [:]
    let encoding: PositionEncoding
    let applies: Bool
    /// Whether it checks the versions of documents.
    let versioned: Bool
    /// Whether it shows each change and asks for it, so that nothing else needs to.
    let confirms: Bool
    let deletesFiles: Bool

    /// The documents of a folder.
    init(_ snapshot: Snapshot, in folder: ProjectFolder) {
        let client = snapshot.client
        encoding = snapshot.encoding
        applies = client.appliesEdits
        versioned = client.versionedEdits
        confirms = client.appliesEdits && client.versionedEdits && client.createsFiles && client.annotatesChanges
        deletesFiles = client.deletesFiles
        for document in snapshot.documents.all {
            guard let path = document.path.flatMap({ folder.relativePath(of: $0) }) else { continue }
            texts[path] = document.buffer.copyBytes()
            versions[path] = document.version
            addresses[path] = document.uri
        }
    }
}
