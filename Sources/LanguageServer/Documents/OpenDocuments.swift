import Dispatch
import Engine
import Glibc
import LanguageServerProtocol
import Synchronization

/// The open documents, found by any spelling of their address.
package struct OpenDocuments: Sendable {
    /// In a row, in no order: one is read and changed where it stands, for a copy counts some fifty references.
    private var documents: [OpenDocument] = []
    /// Where the document of a spelling stands.
    private var places: [String: Int] = [:]
    /// The spelling of `didOpen` for the normal form of an address.
    private var spellings: [String: String] = [:]
    /// Documents whose diagnostics have to be sent, in the order in which they changed.
    private var unpublished: [String] = []
    /// How many of those were taken already.
    private var firstUnpublished = 0
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
    package var all: some Sequence<OpenDocument> & Sendable { documents }
    var hasUnpublished: Bool { firstUnpublished < unpublished.count }

    /// The document at an address, however that is spelled.
    package subscript(_ uri: String) -> OpenDocument? {
        place(of: uri).map { documents[$0] }
    }

    /// The document at an address, and those below it where it is a folder's.
    func inside(_ uri: String) -> [OpenDocument] {
        let address = DocumentURI(uri).text
        return documents.filter { document in
            let own = DocumentURI(document.uri).text
            return own == address || own.hasPrefix(address + "/")
        }
    }

    /// Opens a document; one that is open already starts anew.
    mutating func open(_ document: OpenDocument) {
        let address = DocumentURI(document.uri).text
        if let earlier = spellings[address], earlier != document.uri { remove(earlier) }
        spellings[address] = document.uri
        hasUnreviewed = true
        if let place = places[document.uri] {
            let isListed = documents[place].isUnpublished
            documents[place] = document
            if isListed { return }
        } else {
            places[document.uri] = documents.count
            documents.append(document)
        }
        unpublished.append(document.uri)
    }

    /// Closes a document.
    ///
    /// - Returns: what it was; nil when it was not open.
    mutating func close(_ uri: String) -> OpenDocument? {
        guard let place = place(of: uri) else { return nil }
        let document = documents[place]
        spellings[DocumentURI(document.uri).text] = nil
        remove(document.uri)
        return document
    }

    /// Takes a document out; the last one takes its place.
    private mutating func remove(_ spelling: String) {
        guard let place = places.removeValue(forKey: spelling) else { return }
        let last = documents.removeLast()
        if place < documents.count {
            documents[place] = last
            places[last.uri] = place
        }
        unpublished.removeFirst(firstUnpublished)
        firstUnpublished = 0
        unpublished.removeAll { $0 == spelling }
    }

    /// Changes a document in place.
    ///
    /// - Returns: whether it is open.
    @discardableResult
    mutating func edit(_ uri: String, _ change: (inout OpenDocument) -> Void) -> Bool {
        guard let place = place(of: uri) else { return false }
        change(&documents[place])
        hasUnreviewed = true
        if !documents[place].isUnpublished {
            documents[place].isUnpublished = true
            unpublished.append(documents[place].uri)
        }
        return true
    }

    /// Notes what is known of one of the product's own documents.
    mutating func setOwn(_ own: OwnDocument, of uri: String) {
        guard let place = place(of: uri) else { return }
        documents[place].own = own
    }

    mutating func setReview(under settings: Settings, of uri: String) {
        guard let place = place(of: uri) else { return }
        documents[place].reviewLimitBytes = settings.reviewLimitBytes
        documents[place].reviewed.honorOtherTools(settings.reviewHonorsOtherTools)
    }

    /// Notes that the workspace has other folders: a document's path in its project may be another one.
    ///
    /// - Returns: whether there is such a document.
    mutating func foldersChanged(_ folders: [String]) -> Bool {
        var changed = false
        for place in documents.indices where documents[place].foldersChanged(folders) {
            edit(documents[place].uri) { _ in }
            changed = true
        }
        return changed
    }

    /// Goes on with the review of a document for at most `units` of work, of which what was done is taken.
    ///
    /// - Returns: whether its findings are those of its text; so they are when it is not open.
    mutating func review(_ uri: String, units: inout Int) -> Bool {
        guard let place = place(of: uri), documents[place].awaitsReview else { return true }
        if units > 0 { units -= documents[place].review(units: units) }
        return !documents[place].awaitsReview
    }

    /// How many waiting documents are worth other threads, and how many are looked at at once.
    private static let (fewestTogether, mostTogether) = (8, 64)
    /// The system answers from a file: it is asked once.
    private static let cores = max(1, min(4, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// Goes on with the reviews of the documents that wait longest on all cores, where many wait: for about `units` of
    /// work on each core, and at most as much on each document.
    ///
    /// - Returns: whether many wait.
    mutating func reviewTogether(units: Int) -> Bool {
        guard unpublished.count - firstUnpublished >= Self.fewestTogether else { return false }
        let waiting = unpublished[firstUnpublished...].prefix(Self.mostTogether).compactMap { places[$0] }
            .filter { documents[$0].awaitsReview }
        guard waiting.count >= Self.fewestTogether else { return false }
        let next = Atomic(0)
        documents.withUnsafeMutableBufferPointer { documents in
            // Each document is taken by one thread.
            nonisolated(unsafe) let documents = documents
            DispatchQueue.concurrentPerform(iterations: Self.cores) { _ in
                var done = 0
                while done < units, case let number = next.add(1, ordering: .relaxed).oldValue, number < waiting.count {
                    done += documents[waiting[number]].review(units: units)
                }
            }
        }
        return true
    }

    /// Whether findings are shown for a document as a whole, be they those of an older text.
    func isShown(_ uri: String) -> Bool {
        place(of: uri).map { documents[$0].reviewed.isComplete } ?? false
    }

    /// Whether a document's findings are not those of its text, and can be made so.
    func awaitsReview(_ uri: String) -> Bool {
        place(of: uri).map { documents[$0].awaitsReview } ?? false
    }

    /// The documents that have changed since they were reviewed.
    var unreviewed: [String] { unpublished[firstUnpublished...].filter(awaitsReview) }

    /// The next document to publish.
    var nextUnpublished: String? { hasUnpublished ? unpublished[firstUnpublished] : nil }

    /// Takes the next document to publish from the list.
    mutating func takeUnpublished() {
        guard let uri = nextUnpublished else { return }
        firstUnpublished += 1
        if let place = places[uri] { documents[place].isUnpublished = false }
        guard !hasUnpublished else { return }
        unpublished.removeAll(keepingCapacity: true)
        firstUnpublished = 0
        hasUnreviewed = false
    }

    mutating func markAllUnpublished() {
        unpublished = places.keys.sorted()
        firstUnpublished = 0
        for place in documents.indices { documents[place].isUnpublished = true }
    }

    private func place(of uri: String) -> Int? {
        places[uri] ?? spellings[DocumentURI(uri).text].flatMap { places[$0] }
    }
}
