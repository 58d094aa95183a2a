import LanguageServerProtocol

/// A file on disk that has another content, or is gone.
package struct FileChange: Sendable, Hashable {
    package enum Kind: Sendable {
        /// Somebody wrote it: the disk says what it holds.
        case saved
        /// The editor wrote the document that it shows.
        case savedInEditor
        case deleted
    }

    /// The address as the client spells it.
    package let uri: String
    package let kind: Kind

    package init(uri: String, kind: Kind) {
        self.uri = uri
        self.kind = kind
    }

    package var path: String? { DocumentURI(uri).path }
}
