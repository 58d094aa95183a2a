/// A file's new content: `PUT /v1/projects/{project_id}/files/{path}`.
package struct SaveFileRequest: Contract {
    package var content: String
    /// `nil`: told by the path.
    package var language: String?

    package static let schema = Schema(
        "SaveFileRequest", "A file's new content: PUT /v1/projects/{project_id}/files/{path}.",
        Field("content", \SaveFileRequest.content, .fileContent),
        Field("language", \SaveFileRequest.language, .optional(.words(50)), default: nil, schema: nil),
        make: SaveFileRequest.init(content:language:))

    package init(content: String, language: String?) {
        self.content = content
        self.language = language
    }
}

/// One of many files that are saved at once.
package struct FileChange: Contract {
    package var path: String
    package var content: String
    package var language: String?
    /// The version that the change was made against; `nil` for a file that is not there yet.
    package var baseVersion: Int?

    package static let schema = Schema(
        "FileChange", "One of many files that are saved at once.",
        Field("path", \FileChange.path, .projectPath),
        Field("content", \FileChange.content, .fileContent),
        Field("language", \FileChange.language, .optional(.words(50)), default: nil, schema: nil),
        Field("base_version", \FileChange.baseVersion, .optional(.integer(1...Int.max)), default: nil, schema: nil),
        make: FileChange.init(path:content:language:baseVersion:))

    package init(path: String, content: String, language: String?, baseVersion: Int?) {
        self.path = path
        self.content = content
        self.language = language
        self.baseVersion = baseVersion
    }
}

/// A file that is deleted, if it still has the version that was seen.
package struct FileRemoval: Contract {
    package var path: String
    package var version: Int

    package static let schema = Schema(
        "FileRemoval", "A file that is deleted, if it still has the version that was seen.",
        Field("path", \FileRemoval.path, .projectPath),
        Field("version", \FileRemoval.version, .integer(1...Int.max)),
        make: FileRemoval.init(path:version:))

    package init(path: String, version: Int) {
        self.path = path
        self.version = version
    }
}

/// Many changes of a project's files in one transaction each way: `POST /v1/projects/{project_id}/files`.
package struct ChangeFilesRequest: Contract {
    /// Most files of one request.
    package static let most = 500

    package var saves: [FileChange]
    package var removals: [FileRemoval]

    package static let schema = Schema(
        "ChangeFilesRequest", "Many changes of a project's files: POST /v1/projects/{project_id}/files.",
        Field("saves", \ChangeFilesRequest.saves, .list(of: .model), default: [], schema: nil),
        Field("removals", \ChangeFilesRequest.removals, .list(of: .model), default: [], schema: nil),
        make: ChangeFilesRequest.init(saves:removals:))

    package init(saves: [FileChange], removals: [FileRemoval]) {
        self.saves = saves
        self.removals = removals
    }
}

/// Asks for the contents of many files: `POST /v1/projects/{project_id}/file-contents`.
package struct FileContentsRequest: Contract {
    package var paths: [String]

    package static let schema = Schema(
        "FileContentsRequest", "Asks for the contents of many files: POST /v1/projects/{project_id}/file-contents.",
        Field("paths", \FileContentsRequest.paths, .list(of: .projectPath)),
        make: FileContentsRequest.init(paths:))

    package init(paths: [String]) { self.paths = paths }
}

extension Codec<String> {
    /// Largest file, in bytes of UTF-8.
    private static var mostFileBytes: Int { 1 << 20 }

    /// A file's text: at most 1 MiB.
    fileprivate static var fileContent: Codec {
        Codec.string().checked { text in
            let count = text.utf8.count
            return count > mostFileBytes ? "content has \(count) bytes; \(mostFileBytes) are allowed" : nil
        }
    }
}
