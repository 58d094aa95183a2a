import Engine
import LanguageServerProtocol

/// The open documents, found by any spelling of their address.
package struct OpenDocuments: Sendable {
    private var documents: [String: OpenDocument] = [:]
    /// The spelling of `didOpen` for the normal form of an address.
    private var spellings: [String: String] = [:]
    /// Documents whose diagnostics have to be sent, in the order in which they changed.
    private var unpublished: [String] = []
    private(set) var hasUnreviewed = false

    package init() {}

    /// Does once what the first document would have to wait for: the process looks up what its dictionaries' keys
    /// conform to, and makes the tables of languages and places.
    static func makeReady() {
        var documents = OpenDocuments()
        documents.open(
            OpenDocument(uri: "file:///a", languageID: "plaintext", version: nil, text: [], folders: []))
    }

    package var count: Int { documents.count }
    package var all: some Sequence<OpenDocument> & Sendable { documents.values }
    var hasUnpublished: Bool { !unpublished.isEmpty }

    /// The document at an address, however that is spelled.
    package subscript(_ uri: String) -> OpenDocument? {
        if let document = documents[uri] { return document }
        return spelling(of: uri).flatMap { documents[$0] }
    }

    /// The document at an address, and those below it where it is a folder's.
    func inside(_ uri: String) -> [OpenDocument] {
        let address = DocumentURI(uri).text
        return documents.values.filter { document in
            let own = DocumentURI(document.uri).text
            return own == address || own.hasPrefix(address + "/")
        }
    }

    /// Opens a document; one that is open already starts anew.
    mutating func open(_ document: OpenDocument) {
        let address = DocumentURI(document.uri).text
        if let earlier = spellings[address], earlier != document.uri { documents[earlier] = nil }
        spellings[address] = document.uri
        let isListed = documents.updateValue(document, forKey: document.uri)?.isUnpublished ?? false
        hasUnreviewed = true
        if !isListed { unpublished.append(document.uri) }
    }

    /// Closes a document.
    ///
    /// - Returns: what it was; nil when it was not open.
    mutating func close(_ uri: String) -> OpenDocument? {
        guard let key = key(of: uri), let document = documents.removeValue(forKey: key) else { return nil }
        spellings[DocumentURI(key).text] = nil
        unpublished.removeAll { $0 == key }
        return document
    }

    /// Changes a document in place.
    ///
    /// - Returns: whether it is open.
    @discardableResult
    mutating func edit(_ uri: String, _ change: (inout OpenDocument) -> Void) -> Bool {
        guard let key = key(of: uri), let index = documents.index(forKey: key) else { return false }
        change(&documents.values[index])
        hasUnreviewed = true
        if !documents.values[index].isUnpublished {
            documents.values[index].isUnpublished = true
            unpublished.append(key)
        }
        return true
    }

    /// Notes what is known of one of the product's own documents.
    mutating func setOwn(_ own: OwnDocument, of uri: String) {
        guard let key = key(of: uri), let index = documents.index(forKey: key) else { return }
        documents.values[index].own = own
    }

    mutating func setReview(under settings: Settings, of uri: String) {
        guard let key = key(of: uri), let index = documents.index(forKey: key) else { return }
        documents.values[index].reviewLimitBytes = settings.reviewLimitBytes
        documents.values[index].reviewed.honorOtherTools(settings.reviewHonorsOtherTools)
    }

    /// Notes that the workspace has other folders: a document's path in its project may be another one.
    ///
    /// - Returns: whether there is such a document.
    mutating func foldersChanged(_ folders: [String]) -> Bool {
        var changed = false
        for uri in Array(documents.keys) {
            guard let index = documents.index(forKey: uri), documents.values[index].foldersChanged(folders) else {
                continue
            }
            edit(uri) { _ in }
            changed = true
        }
        return changed
    }

    /// Goes on with the review of a document for at most `units` of work, of which what was done is taken.
    ///
    /// - Returns: whether its findings are those of its text; so they are when it is not open.
    mutating func review(_ uri: String, units: inout Int) -> Bool {
        guard let key = key(of: uri), let index = documents.index(forKey: key) else { return true }
        guard documents.values[index].awaitsReview else { return true }
        if units > 0 { units -= documents.values[index].review(units: units) }
        return !documents.values[index].awaitsReview
    }

    /// The documents that have changed since they were reviewed.
    var unreviewed: [String] { unpublished.filter { documents[$0]?.awaitsReview ?? false } }

    /// Has a document sent again in the next round, because its review is not through.
    mutating func keepUnpublished(_ uri: String) {
        edit(uri) { _ in }
    }

    /// The documents to publish, each once; there are none afterwards.
    mutating func takeUnpublished() -> [String] {
        defer {
            unpublished.removeAll(keepingCapacity: true)
            hasUnreviewed = false
        }
        for uri in unpublished {
            guard let index = documents.index(forKey: uri) else { continue }
            documents.values[index].isUnpublished = false
        }
        return unpublished
    }

    mutating func markAllUnpublished() {
        unpublished = documents.keys.sorted()
        for index in documents.values.indices { documents.values[index].isUnpublished = true }
    }

    private func key(of uri: String) -> String? {
        documents[uri] == nil ? spelling(of: uri) : uri
    }

    private func spelling(of uri: String) -> String? {
        spellings[DocumentURI(uri).text]
    }
}
