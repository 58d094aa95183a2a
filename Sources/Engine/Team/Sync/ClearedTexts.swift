import JSON
import Models

/// Texts of a project that were searched for secrets and hold none, told by the row and its version.
///
/// What one program searched for a person's agreement another one sends a moment later: to search ten thousand files
/// costs more than to send them. A text that was changed in between has another version, and is searched again.
package struct ClearedTexts: Sendable {
    private var versions: [RowID: Int] = [:]

    package init() {}

    /// Reads what `json` wrote; whatever is not as that writes it is searched again.
    package init(_ value: JSONValue?) {
        for pair in value?.array ?? [] {
            guard let pair = pair.array, pair.count == 2, let row = pair[0].string.flatMap(RowID.init),
                let version = pair[1].int
            else { continue }
            versions[row] = version
        }
    }

    package mutating func add(_ file: ProjectFileInfo) { versions[file.id] = file.version }

    package func holds(_ file: ProjectFileInfo) -> Bool { versions[file.id] == file.version }

    package var json: JSONValue {
        .array(versions.map { [.string($0.key.text), .integer($0.value)] })
    }
}
